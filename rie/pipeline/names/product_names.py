"""Names that are those of a company's goods: "home of the Hooli butter brand" is not about Hooli."""

import re

REACH = 40  # characters before a name in which its article stands
_BEHIND = re.compile(r"(?: [a-z-]+){0,2} brands?\b")
_BEFORE = re.compile(r"\b(?:the|its|their|our)(?: [a-z-]+){0,2} $", re.IGNORECASE)


def is_brand(text: str, start: int, end: int) -> bool:
    """Whether the words around a name say that it is a brand.

    Args:
        text: of the document.
        start: where the name begins.
        end: where it ends.
    """
    return _BEHIND.match(text, end) is not None and _BEFORE.search(text, max(start - REACH, 0), start) is not None
