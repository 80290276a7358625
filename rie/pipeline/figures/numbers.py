"""Which numbers of a text can be figures, and which sums are another one in a second currency."""

import re
from typing import Any

from rie.values import Found, Money

_YEAR = re.compile(r"(?:19|20)\d\d")
_WORDED = re.compile(r"[a-z]+ (?:mln|billion)", re.IGNORECASE)  # "5.5 mln vs two mln"
_VS = re.compile(r" vs\.? (?:loss |profit )?$")
_MONTHS = re.compile(r"(?:[369]|12)M[ /](?:FY ?)?(?:19|20)?\d\d\b")  # "9M 2014"
_ENUMERATED = re.compile(r"[.)]\s+[A-Z]")
_CONVERTED = re.compile(r"\s?\((?:(?:about|approximately|approx\.?|around|some|roughly|nearly|or|equal to|equivalent to) )*", re.IGNORECASE)
_COUNTED = re.compile(
    r"[^\S\n]?-?(?:basis|bps?\b|bp\b|percentage|points?\b|times\b|x\b|stores?\b|employees\b|people\b|days\b|weeks\b|months\b|years?\b"
    r"|hours\b|countries\b|customers\b|locations\b|restaurants\b)", re.IGNORECASE)


def is_converted(text: str, before: Found[Any], item: Found[Any]) -> bool:
    """Whether a sum is the one before it in another currency, in brackets: "12.4 billion yen ($123 million)"."""
    both = isinstance(before.value, Money) and isinstance(item.value, Money) and before.value.currency != item.value.currency
    return both and bool(_CONVERTED.fullmatch(text, before.end, item.start)) and text[item.end : item.end + 1] == ")"


def is_figure(text: str, start: int, end: int) -> bool:
    """Whether a number can be a figure: digits that no letter or currency touches and that count nothing else."""
    worded = _WORDED.fullmatch(text, start, end) and _VS.search(text, max(start - 20, 0), start)
    digits = (worded or any(char.isdigit() for char in text[start:end])) and not _YEAR.fullmatch(text, start, end)
    if _MONTHS.match(text, start):
        return False
    if _ENUMERATED.match(text, end) and not text[text.rfind("\n", 0, start) + 1 : start].strip():
        return False  # "3. Forecast for the year"
    return bool(digits) and not text[max(start - 1, 0) : start].isalpha() and not _COUNTED.match(text, end)
