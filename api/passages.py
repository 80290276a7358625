"""Evidence in its sentence: the stretches of a document that are shown around the spans a report was read from."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

MAX_SIDE: Final = 280
"""Characters that are shown on each side of a span where its sentence is longer."""

_END: Final = re.compile(r"""[.!?]["'”’)\]]*\s+(?=["'“‘(\[]*[A-Z0-9])|\n\s*\n""")
_ABBREVIATION: Final = re.compile(
    r"\b(?:Inc|Corp|Ltd|Co|Cos|Bros|Mr|Mrs|Ms|Dr|Prof|St|No|vs|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z])\.\s+$"
)


def passages(parts: Mapping[tuple[str, str | None], str], spans: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The sentences around spans, in the order of the parts; those that touch are one passage.

    Args:
        parts: the texts of a document by (part, key): ("text", None), ("title", None), ("metadata", "company").
        spans: evidence of the contract, section 4.

    Returns:
        Dicts with part, key, start_char and text.
    """
    found = []
    for (part, key), text in parts.items():
        mine = [(s["start_char"], s["end_char"]) for s in spans if s["part"] == part and s.get("key") == key]
        for start, end in _joined(sentence(text, *span) for span in mine if 0 <= span[0] < span[1] <= len(text)):
            found.append({"part": part, "key": key, "start_char": start, "text": text[start:end]})
    return found


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence, or of the stretch of a long one, in which a span stands."""
    low, high = max(0, start - MAX_SIDE), min(len(text), end + MAX_SIDE)
    ends = [match.end() for match in _END.finditer(text, low, high) if not _ABBREVIATION.search(text, low, match.end())]
    first = max((at for at in ends if at <= start), default=_word(text, low))
    last = min((at for at in ends if at >= end), default=_word(text, high) if high < len(text) else high)
    return first, max(end, first + len(text[first:last].rstrip()))


def _word(text: str, at: int) -> int:
    """The next place after `at` where a word begins."""
    space = text.find(" ", at) if at else -1
    return space + 1 if 0 <= space < at + 40 else at


def _joined(bounds: Any) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(bounds):
        if joined and start <= joined[-1][1] + 2:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
