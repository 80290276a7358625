"""Title and text of a document as the one string that the pipeline reads, and the way back to offsets of a part.

What scraping leaves in texts is not read: "&amp;" is "&", a second space behind a sentence and signs without width are nothing, nor are the
buttons and menus of a page.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from html.entities import html5

from rie.pipeline.furniture import furniture
from rie.types import Document

GAP = "\n\n"
KEPT = 16  # texts for which it is kept what is read of them
_FIRST = re.compile(r"([^\n]+)\n+")
LONGEST = 160  # characters of a headline
_HEADLINE = re.compile(r"[^\n|]*[a-z\d][^\n|]*[^\s.,;:|]")
_NO_HEADLINE = re.compile(  # columns, a dateline with its sentence, a by-line
    r"   | (?:--|[-\u2013\u2014]) .*[a-z]{3}.*[a-z]{3}.*[a-z]{3}.*\b(?:said|today|announced)\b"
    r"|^(?:By|From|To|Date|Re|Subject)\b|^[\W\d]*$")
_UNREAD = re.compile(
    r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|(?P<name>[A-Za-z]{2,8}));"
    r"|(?<=[a-z\d)%\"'\u2019\u201d][.!?,;:]) {2}(?=[A-Za-z\"'(\u2018\u201c$])|[\u00ad\u200b\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Seen:
    """A text as it is read. `cuts` are the places from which on, and by how many characters, it is shorter than it was written, and whether
    something is read of what was written there.
    """

    text: str
    cuts: tuple[tuple[int, int, bool], ...] = ()

    def begin(self, place: int) -> int:
        """The offset, in the text as it was written, of the character that begins at a place."""
        return place + max((shorter for at, shorter, _ in self._near(place)), default=0)

    def end(self, place: int) -> int:
        """The offset behind the character that ends at a place."""
        return place + max((shorter for at, shorter, read in self._near(place) if at < place or read), default=0)

    def _near(self, place: int) -> tuple[tuple[int, int, bool], ...]:
        number = bisect_right(self.cuts, place, key=lambda cut: cut[0])
        first = bisect_left(self.cuts, place, key=lambda cut: cut[0])
        return self.cuts[max(first - 1, 0) : number]


@lru_cache(KEPT)
def seen(text: str, without: str = "", *, page: bool = True) -> Seen:
    """What is read of a text.

    Args:
        text: as it was written.
        without: its title, which is not read again where it is the first line.
        page: whether it may hold buttons and menus; a title does not.
    """
    parts: list[str] = []
    cuts: list[tuple[int, int, bool]] = []
    at = length = 0
    unread = ((start, end, "") for start, end in furniture(text)) if page else ()
    for start, end, read in sorted((*_again(text, without), *_signs(text), *unread)):
        if start >= at:
            parts += [text[at:start], read]
            length += start - at + len(read)
            at = end
            cuts.append((length, at - length, bool(read)))
    return Seen("".join([*parts, text[at:]]), tuple(cuts)) if cuts else Seen(text)


def _again(text: str, title: str) -> Iterator[tuple[int, int, str]]:
    """The first line of a text, where it is the title once more."""
    first = _FIRST.match(text) if title else None
    if first and first[1].strip().casefold() == title.strip().casefold():
        yield 0, first.end(), ""


def _signs(text: str) -> Iterator[tuple[int, int, str]]:
    """Where signs stand that are read as others, or not at all."""
    for match in _UNREAD.finditer(text):
        if not match["name"] or f"{match['name']};" in html5:
            yield match.start(), match.end(), unescape(match[0]) if match[0][0] == "&" else match[0][1:]


class Parts:
    """Joins title and text; locates spans of the joined string in their part."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._title, self._text = seen(document.title, page=False), seen(document.text, document.title)
        self.title = self._title.text
        self.text = f"{self.title}{GAP}{self._text.text}" if self.title else self._text.text
        self.offset = len(self.title) + len(GAP) if self.title else 0

    def locate(self, start: int, end: int) -> tuple[str, int, int]:
        """Part name (`title` or `text`) and the span's offsets in it."""
        if start < self.offset:
            return "title", self._title.begin(start), self._title.end(min(end, len(self.title)))
        return "text", self._text.begin(start - self.offset), self._text.end(end - self.offset)

    def quote(self, part: str, start: int, end: int) -> str:
        """The characters of a span of a part."""
        return (self.document.title if part == "title" else self.document.text)[start:end]


def title_of(document: Document | None) -> str:
    """The title as it is read, else the headline over the text; empty where there is neither."""
    if document is None:
        return ""
    return seen(document.title, page=False).text or headline(seen(document.text).text)


def headline(text: str) -> str:
    """The first line of a text that stands over it like a title: apart, short, and no sentence."""
    first, gap, rest = text.partition("\n")
    apart = gap and rest.startswith("\n") and len(first) <= LONGEST < len(rest)
    return first if apart and _HEADLINE.fullmatch(first) and not _NO_HEADLINE.search(first) else ""
