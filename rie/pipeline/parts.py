"""Title and text of a document as the one string that the pipeline reads, and the way back to offsets of a part."""

from rie.types import Document

GAP = "\n\n"


class Parts:
    """Joins title and text; locates spans of the joined string in their part."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = f"{document.title}{GAP}{document.text}" if document.title else document.text
        self.offset = len(document.title) + len(GAP) if document.title else 0

    def locate(self, start: int, end: int) -> tuple[str, int, int]:
        """Part name (`title` or `text`) and the span's offsets in it."""
        if start < self.offset:
            return "title", start, min(end, len(self.document.title))
        return "text", start - self.offset, end - self.offset

    def quote(self, part: str, start: int, end: int) -> str:
        """The characters of a span of a part."""
        return (self.document.title if part == "title" else self.document.text)[start:end]
