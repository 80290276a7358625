"""Whose dollars a text means by a bare "$": those that it says, or those of the exchange that lists its company."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from rie.values.currency import currency_of_adjective
from rie.values.found import Found

_ADJECTIVE: Final = r"(?P<nation>us|u\.s\.|american|canadian|australian|new zealand|hong kong|singapore|taiwan|jamaican|brunei)"
_NAMED: Final = re.compile(
    rf"\b(?:in|are|is|to|means?)\s+(?:millions? of |thousands? of )?{_ADJECTIVE}\s+(?:dollars?|dlrs|funds|currency)\b", re.IGNORECASE
)
_STATES: Final = re.compile(
    r"\b(?:all|amounts?|figures?|sums?|values?|results?|numbers?|dollars?|dlrs|currency|expressed|reported|reports|stated|presented|"
    r"denominated)\b[^.;\n]*$",
    re.IGNORECASE,
)
_REACH: Final = 120
_LISTED: Final = re.compile(r"\((?:asx|nzx)\s*:|\b(?:asx|nzx) (?:announcement|release|code)\b", re.IGNORECASE)
_LISTED_ABROAD: Final = re.compile(r"\b(?:nyse|nasdaq|otcqx|otcqb)\b|(?i:\bUS ?\$|\bUSD\b)|\bU\.S\. (?:dollars|dlrs)", re.IGNORECASE)
_EXCHANGES: Final = {"asx": "AUD", "nzx": "NZD"}
_BARE: Final = re.compile(r"\s*-?\(?\$\s?\d|[^$]*\d[^$]*\b(?:dollars?|dlrs?|cents?|cts?)\s*$", re.IGNORECASE)
_CONVERTED: Final = re.compile(
    r"\s*(?:[(\[=~]|,? or)\s*(?:about|around|some|or|approx\.?|approximately|roughly|nearly|~)?\s*", re.IGNORECASE
)


def dollar_of(text: str) -> str | None:
    """The currency of a bare "$" in a text, where the text tells it.

    Args:
        text: a document.
    """
    stated = {
        currency_of_adjective(match["nation"], "dollar")
        for match in _NAMED.finditer(text)
        if _STATES.search(text[max(match.start() - _REACH, 0) : match.start() + 1])
    }
    if stated:
        return stated.pop() if len(stated) == 1 else None
    listed = {_EXCHANGES[re.sub(r"\W.*", "", match[0].lstrip("(").lower())] for match in _LISTED.finditer(text)}
    return listed.pop() if len(listed) == 1 and not _LISTED_ABROAD.search(text) else None


def with_dollars(found: Sequence[Found[Any]], text: str) -> Iterator[Found[Any]]:
    """Sums of a text, bare dollars as those that the text means; a sum in brackets behind one of another currency stays as it is.

    Args:
        found: its sums, in order.
        text: the document.
    """
    code = dollar_of(text) if any(item.value.currency == "USD" for item in found) else None
    before: Found[Any] | None = None
    for item in found:
        bare = code and item.value.currency == "USD" and _BARE.match(text[item.start : item.end])
        converted = before is not None and before.value.currency != "USD" and _CONVERTED.fullmatch(text, before.end, item.start)
        yield replace(item, value=replace(item.value, currency=code)) if code and bare and not converted else item
        before = item
