"""Whose dollars a text means by a bare "$": those that it says, those of the exchange that lists its company, or those of the country
that it is written in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from rie.values.currency import DOLLARS, currency_of_adjective
from rie.values.dollar_country import country_dollar
from rie.values.found import Found
from rie.values.wire_home import home_of

_ADJECTIVE: Final = r"(?P<nation>us|u\.s\.|american|canadian|australian|new zealand|hong kong|singapore|taiwan|jamaican|brunei)"
_NAMED: Final = re.compile(
    rf"\b(?:in|are|is|to|means?)\s+(?:millions? of |thousands? of )?(?:{_ADJECTIVE}\s+(?:dollars?|dlrs|funds|currency)\b"
    r"|(?P<code>usd|cad|cdn|aud|nzd|sgd|hkd|us\$|c\$|a\$|nz\$|s\$|hk\$)(?=[\s,.;)](?!\s?\d)))",
    re.IGNORECASE,
)
_ONE_NATIONS: Final = re.compile(
    r"\b(?:all (?:dollars?|figures?|amounts?|sums|currency)(?: (?:figures?|amounts?))?|dollars?(?: (?:figures?|amounts?))?) (?:are|is) "
    r"(?P<nation>u\.s\.|american|canadian|australian|new zealand)(?=[,.;)])", re.IGNORECASE,
)
_CAPTION: Final = re.compile(  # over or under a table: "(millions of Canadian dollars)", "All figures C$ unless noted"
    r"(?:^|[(|])[^\S\n]*(?:(?:expressed|amounts|figures|stated|all amounts) )?(?:in )?(?:millions|thousands|billions) of "
    rf"{_ADJECTIVE} dollars\b|\b(?:figures|amounts|sums|numbers) (?:in )?(?P<code>usd|cad|cdn|aud|nzd|sgd|hkd|us\$|c\$|a\$|nz\$|s\$|hk\$)"
    r"(?= (?:unless|except)\b|[.;)\n]|$)",
    re.IGNORECASE | re.MULTILINE)
_ALL: Final = re.compile(  # "All figures C$ unless noted"
    r"\ball (?:dollars?|figures?|amounts?|sums|currency|values|prices)(?: (?:and|targets?|prices))* "
    r"(?P<code>cad|cdn|aud|nzd|usd|us\$|c\$|a\$|nz\$|s\$|hk\$)(?=[\s,.;)](?!\s?\d))", re.IGNORECASE)
_ALONE: Final = re.compile(rf"^[^\S\n]*{_ADJECTIVE} (?:funds|dollars|dlrs|currency)[^\w\n]*$", re.IGNORECASE | re.MULTILINE)
_CODES: Final = {code.lower(): code for code in ("USD", "CAD", "AUD", "NZD", "SGD", "HKD")} | {
    "cdn": "CAD", "us$": "USD", "c$": "CAD", "a$": "AUD", "nz$": "NZD", "s$": "SGD", "hk$": "HKD"}
_STATES: Final = re.compile(
    r"\b(?:all|amounts?|figures?|sums?|values?|results?|numbers?|dollars?|dlrs|currency|expressed|reported|reports|stated|presented|"
    r"denominated)\b[^.;\n]*$",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(r"\((?:[A-Z]{2,6}\s*:\s*[A-Z.]{1,8}|[A-Z][A-Z.]{0,7}-[A-Z]{1,4})\)")  # "(TSX: HOOL)", "(HOOL-T)"
SEVERAL: Final = 3  # companies of which a text tells news
_REACH: Final = 120
_BARE: Final = re.compile(
    r"\s*(?:between |from )?-?\(?\$\s?\d|(?!.*\bU\.?S\b)[^$]*(?:\d|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|half)\b)"
    r"[^$]*\b(?:dollars?|dlrs?|cents?|cts?)\s*$", re.IGNORECASE | re.DOTALL
)
_EURO_CENT: Final = re.compile(  # "62 cent to 65 cent" of a text that counts in euros; other cents have a plural
    r"\s*(?:between |from )?\d[\d.,]*(?: ?cent)?(?:(?: to |[-–]| and )\d[\d.,]*)? ?cent\s*", re.IGNORECASE)
_EURO: Final = re.compile(r"€|\beuros?\b", re.IGNORECASE)
_CONVERTED: Final = re.compile(
    r"\s*(?:[(\[=~]|,? or)\s*(?:about|around|some|or|approx\.?|approximately|roughly|nearly|~)?\s*", re.IGNORECASE
)
_LEAST_TOLD: Final = 100_000  # a sum that is told twice in a text by the same number is one sum


def dollar_of(text: str, found: Sequence[Found[Any]] = (), source: str = "") -> str | None:
    """The currency of a bare "$" in a text, where the text tells it.

    Args:
        text: a document.
        found: its sums.
        source: who published it.
    """
    stated = set() if _lists_several(text) else set(_stated(text))
    if stated:
        return stated.pop() if len(stated) == 1 else None
    bare = {item.value.amount for item in found if _is_bare(item, text)}
    marked = {(item.value.currency, item.value.amount) for item in found if item.value.currency in DOLLARS and not _is_bare(item, text)}
    again = {currency for currency, amount in marked if amount in bare and amount >= _LEAST_TOLD}
    if again:
        return again.pop() if len(again) == 1 else None
    others = frozenset(item.value.currency for item in found if not _is_bare(item, text))
    home = home_of(text, others)
    return home if home in DOLLARS else country_dollar(text, source, others)


def _stated(text: str) -> Iterator[str | None]:
    """The currencies that statements such as "all amounts are in Canadian dollars" name."""
    for match in _NAMED.finditer(text):
        if _STATES.search(text[max(match.start() - _REACH, 0) : match.start() + 1]):
            yield _CODES[match["code"].lower()] if match["code"] else currency_of_adjective(match["nation"], "dollar")
    for match in _CAPTION.finditer(text):
        yield _CODES[match["code"].lower()] if match["code"] else currency_of_adjective(match["nation"], "dollar")
    yield from (_CODES[match["code"].lower()] for match in _ALL.finditer(text))
    for pattern in (_ONE_NATIONS, _ALONE):
        yield from (currency_of_adjective(match["nation"], "dollar") for match in pattern.finditer(text))


def with_dollars(found: Sequence[Found[Any]], text: str, source: str = "") -> Iterator[Found[Any]]:
    """Sums of a text, bare dollars as those that the text means; a sum in brackets behind one of another currency stays as it is.

    Args:
        found: its sums, in order.
        text: the document.
        source: who published it.
    """
    code = dollar_of(text, found, source) if any(_is_bare(item, text) for item in found) else None
    several = _lists_several(text)
    before: Found[Any] | None = None
    for item in found:
        entry = set(_stated(_paragraph(text, item.start))) if several else set[str | None]()
        if entry and _is_bare(item, text):
            yield replace(item, value=replace(item.value, currency=entry.pop()))
            before = item
            continue
        converted = before is not None and before.value.currency != "USD" and _CONVERTED.fullmatch(text, before.end, item.start)
        dollars = code and not converted and _is_bare(item, text)
        own = code if dollars else "EUR" if _is_euro_cent(item, text) else None
        yield replace(item, value=replace(item.value, currency=own)) if own else item
        before = item


def _lists_several(text: str) -> bool:
    """Whether a text tells news of several listed companies, so that what is said of one's dollars is said of its entry alone."""
    return len({match[0] for match in _LISTED.finditer(text)}) >= SEVERAL


def _paragraph(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]


def _is_euro_cent(item: Found[Any], text: str) -> bool:
    """Whether a sum is one of cents in the form of those of a euro, in a text that counts in it."""
    return item.value.currency == "USD" and _EURO_CENT.fullmatch(text, item.start, item.end) is not None and _EURO.search(text) is not None


def _is_bare(item: Found[Any], text: str) -> bool:
    """Whether a sum is one of dollars without a word that says whose."""
    return item.value.currency == "USD" and _BARE.match(text[item.start : item.end]) is not None
