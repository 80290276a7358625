"""Percentages: "15 pct", "51%", "4-1/2 pct", "twenty percent"."""

from __future__ import annotations

import re
from decimal import Decimal

from rie.values.found import Found
from rie.values.number import SPACE, Quantity, quantities

_SIGN = re.compile(
    rf"{SPACE}-?(?:%|(?:pct|percent|per{SPACE}cent|(?-i:(?<=\d)pc))(?![a-z]))(?!{SPACE}-?(?:age[ -])?points?)", re.IGNORECASE)
_JOIN = re.compile(rf"{SPACE}(?:-|\u2013|to|and|or){SPACE}", re.IGNORECASE)


def find_percents(text: str) -> list[Found[Decimal]]:
    """The percentages of a text, in percent points: 51 for "51 per cent".

    Returns:
        The percentages with their spans (number and sign), sorted by start. Of "10 to 15 pct" both are found, the first
        without a sign. Percentage points are not percentages.
    """
    found: list[Found[Decimal]] = []
    previous: Quantity | None = None
    for item in quantities(text):
        sign = None if item.glued or item.scale else _SIGN.match(text, item.end)
        if sign is not None:
            found += [] if previous is None else _coordinated(text, previous, item, found)
            found.append(Found(item.start, sign.end(), _signed(text, item), "PERCENT"))
        previous = item
    return found


def parse_percent(text: str) -> Decimal | None:
    """The percentage that the whole text is, in percent points; None if it is none."""
    body = text.strip()
    found = find_percents(body)
    whole = len(found) == 1 and body[: found[0].start] in ("", "-", "\u2212") and found[0].end == len(body)
    return found[0].value if whole else None


def _coordinated(text: str, low: Quantity, high: Quantity, found: list[Found[Decimal]]) -> list[Found[Decimal]]:
    """The number before, when it shares the sign: "10 to 15 pct"."""
    taken = bool(found) and found[-1].start == low.start
    joined = len(text[low.end : high.start]) < 12 and _JOIN.fullmatch(text, low.end, high.start)
    if taken or not joined or low.glued or low.scale or low.number >= 1000:
        return []
    return [Found(low.start, low.end, low.value, "PERCENT")]


def _signed(text: str, item: Quantity) -> Decimal:
    """Negative when a minus sign (not a hyphen of a word or range) stands directly before the number."""
    before = text[max(item.start - 2, 0) : item.start]
    return -item.value if re.fullmatch(r"(?:^|[\s(])?[-\u2212]", before) and len(before.strip()) == 1 else item.value
