"""Whose company a wire story is about: that of the exchange in its code, <WLWA.S> being one of Sydney, else of the country in its name.

Copy that counts in "dlrs" marks the dollars of others ("U.S. dlrs") and writes those of the company's own country bare.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final

OPENING: Final = 300  # characters at the beginning in which the company is named
_WIRE: Final = re.compile(r"\b(?:dlrs?|mln|cts|francs?)\b", re.IGNORECASE)
_CODE: Final = re.compile(r"[<(](?P<code>[A-Z]{1,5})(?:[. ](?P<at>[A-Z]{1,3}))?[>)]")
_HOMES: Final = {
    "S": "AUD", "AX": "AUD", "HK": "HKD", "HKG": "HKD", "SI": "SGD", "WE": "NZD", "NZ": "NZD", "TO": "CAD", "M": "CAD", "V": "CAD",
    "BR": "BEF", "BRU": "BEF", "PA": "FRF", "Z": "CHF", "LU": "LUF", "ST": "SEK", "CO": "DKK", "OL": "NOK", "OS": "NOK",
}  # fmt: skip
_AMERICAN: Final = frozenset({None, "O", "N", "A", "B"})  # A and B are classes of shares
_PROVINCES: Final = r"British\s+Columbia|Alberta|Saskatchewan|Manitoba|Quebec|Nova\s+Scotia|Montreal"
_NATIONS: Final = {
    "CAD": rf"(?:Canad(?:a|ian)|{_PROVINCES})", "AUD": "Australian?", "NZD": r"New\s+Zealand", "HKD": r"Hong\s?Kong", "SGD": "Singapore"
}  # fmt: skip
_FORM: Final = r"(?:Ltd|Limited|Inc|Corp|Corporation|Co|Company|PLC|Plc|Bank(?:ing)?|Trust|Holdings|Group)\b"
_PART: Final = r"(?:[A-Z][\w.&-]*|of|and|the)"
_NAMED: Final = {
    code: re.compile(
        rf"\s*(?:The )?[<(]?(?:(?:{_PART}\s+){{0,5}}{nation}\b(?:(?:\s+{_PART}){{0,4}}\s+{_FORM}|\s*[>)])"
        rf"|(?:[A-Z]\w+\s+)?Bank\s+of\s+{nation}\b)"
    )
    for code, nation in _NATIONS.items()
}
_UNCODED: Final = re.compile(r"\s*[<(][A-Z][^<>()]{2,60}[a-z.][>)]")  # a company that no exchange of America has a code for
_CANADIAN: Final = re.compile(r"\bCanad(?:a|ian)\b")
_ABROAD: Final = re.compile(r"\b(?:its|their|an?) Canadian\b|\bCanadian (?:operations?|units?|subsidiar|divisions?|affiliate|compan|maker)")
_SECURITIES: Final = re.compile(r"\bSEC\b|Securities and\s+Exchange\s+Commission")  # of America


@lru_cache(maxsize=8)
def home_of(text: str, marked: frozenset[str | None] = frozenset()) -> str | None:
    """The currency of the country whose company a wire story is about; None where it does not show or is that of America.

    Args:
        text: a document, its title first.
        marked: the currencies that its sums name.
    """
    if "$" in text or not _WIRE.search(text):
        return None
    codes = {(match["code"], match["at"]) for match in _CODE.finditer(text)}
    ends = {end for _, end in codes}
    homes = {_HOMES[end] for end in ends if end in _HOMES}
    if homes or _SECURITIES.search(text):
        return homes.pop() if len(homes) == 1 and not ends & _AMERICAN else None
    opening = text[text.find("\n") + 1 :][:OPENING]
    named = {code for code, name in _NAMED.items() if name.match(opening)}
    if not named and not codes and _UNCODED.match(opening) and _CANADIAN.search(text) and not _ABROAD.search(text):
        named = {"CAD"}
    return named.pop() if len(named) == 1 and not named & marked and len({code for code, end in codes if end in _AMERICAN}) <= 1 else None


def home_among(text: str, codes: Collection[str]) -> str | None:
    """The currency of a story's home where it is one of `codes`."""
    home = home_of(text)
    return home if home in codes else None
