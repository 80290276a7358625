"""Whose rupees, rials, francs or cents a text means by a noun that several countries share: those of the one country that it speaks of,
those in which it counts its other sums.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from rie.values.found import Found
from rie.values.money import Money
from rie.values.number import tidy
from rie.values.wire_home import home_among


@dataclass(frozen=True, slots=True)
class _Noun:
    """A noun of currencies: how it is written, and the words of each country by the code of its currency."""

    written: re.Pattern[str]
    nations: dict[str, re.Pattern[str]]


def _noun(written: str, **nations: str) -> _Noun:
    return _Noun(re.compile(rf"(?:^|[\d\s])(?:{written})(?:$|[\s\d.])", re.IGNORECASE),
                 {code: re.compile(rf"\b(?i:{names})\b") for code, names in nations.items()})


_NOUNS: Final = (
    _noun(r"rupees?|rs\.?|re\.?", INR=r"india\w*|mumbai|bombay|(?:new )?delhi|crores?|lakhs?|nse|bse|sensex",
          PKR=r"pakistan\w*|karachi|lahore|islamabad", LKR=r"sri lankan?|colombo", NPR=r"nepal\w*|kathmandu",
          MUR=r"mauriti\w+|port louis"),
    _noun(r"rials?|riyals?", SAR=r"saudi(?: arabian?)?|riyadh|jeddah|dammam|tadawul", QAR=r"qatar\w*|doha", OMR=r"oman\w*|muscat",
          YER=r"yemen\w*|sanaa", IRR=r"iran\w*|tehran"),
    _noun(r"dinars?", KWD=r"kuwait\w*", BHD=r"bahrain\w*|manama", JOD=r"jordan(?:ian)?|amman", IQD=r"iraq\w*|baghdad",
          TND=r"tunisian?|tunis", DZD=r"algeri\w+|algiers", RSD=r"serbian?|belgrade", LYD=r"libyan?|tripoli"),
    _noun(r"dirhams?", AED=r"uae|u\.a\.e\.?|emirat\w+|dubai|abu dhabi|sharjah", MAD=r"morocc\w+|casablanca|rabat"),
    _noun(r"shillings?", KES=r"kenyan?|nairobi|mombasa", UGX=r"ugandan?|kampala", TZS=r"tanzanian?|dar es salaam",
          ATS=r"austrian?|vienna"),
    _noun(r"crowns?|kroner?|kr", SEK=r"swed(?:en|ish)|stockholm|gothenburg|malm[oö]", DKK=r"denmark|danish|copenhagen|aarhus",
          NOK=r"norw(?:ay|egian)|oslo|bergen|stavanger", CZK=r"czech\w*|prague|brno", ISK=r"iceland(?:ic)?|reykjavik",
          EEK=r"estonian?|tallinn", SKK=r"slovak\w*|bratislava"),
    _noun(r"francs?",
          CHF=r"swiss|switzerland|winterthur|schaffhausen|st\.? ?gallen|fribourg|neuch[aâ]tel|lugano|solothurn|aarau|z[u\u00fc]rich|geneva"
              r"|basel|basle|berne?|lausanne|lucerne|zug",
          FRF=r"french|france|paris|lyons?|cac", BEF=r"belgi\w+|brussels|antwerp|ghent|li[e\u00e8]ge", LUF=r"luxembourg\w*",
          XOF=r"cfa|ivory coast|ivorian|senegal\w*|abidjan|dakar"),
    _noun(r"pesos?", MXN=r"mexic\w+|monterrey|guadalajara", PHP=r"philippines?|filipinos?|manila|makati|cebu",
          ARS=r"argentin\w+|buenos aires", CLP=r"chilean?|chile|santiago", COP=r"colombian?|bogot[aá]|medell[ií]n",
          UYU=r"uruguay\w*|montevideo", DOP=r"dominican\w*"),
)  # fmt: skip
_BEFORE_EURO: Final = frozenset({"FRF", "BEF", "LUF"})
_AT_HOME_STILL: Final = frozenset({"CHF"})  # the francs that a text means that tells nothing else
_WITH_EURO: Final = re.compile(r"\b20(?:0[3-9]|[1-9]\d)\b")  # years in which others were gone
_CENTED: Final = frozenset({"AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "JMD", "TTD", "BND", "ZAR", "NAD", "LKR", "KES", "MUR", "NLG"})
_CENTS: Final = re.compile(  # without a word that says whose
    r"(?:[^A-Za-z]*|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half an?) )\b(?:cents?|cts?)\.?\s*",
    re.IGNORECASE)
_PENCE: Final = re.compile(r"[^A-Za-z]*(?:p|pence)\.?\s*", re.IGNORECASE)
_FILS: Final = re.compile(r"\bfils\s*$", re.IGNORECASE)
_THOUSANDTHS: Final = frozenset({"KWD", "BHD", "JOD", "IQD"})  # whose fils are a thousandth
_SMALL: Final = re.compile(r"(?:cents?|cts?|pence|fils|sen|baisas?|paisas?|paise)\.?\s*$|\dp\s*$", re.IGNORECASE)
_MARKED: Final = re.compile(r"\bUS ?\$|\bU\.S\.|\bUSD\b|\bUS (?:dollars|dlrs)", re.IGNORECASE)
_A_TENTH: Final = Decimal("0.1")


def at_home(found: Sequence[Found[Any]], text: str) -> Iterator[Found[Any]]:
    """The sums of a text with the currencies that its countries and its other sums tell.

    Args:
        found: its sums, in order.
        text: a document.
    """
    named = [replace(item, value=replace(item.value, currency=code)) if (code := _of_nation(item, text)) else item for item in found]
    whole = Counter(item.value.currency for item in named if item.value.currency and not _SMALL.search(text, item.start, item.end))
    marked = all(_MARKED.search(text, item.start, item.end) for item in named
                 if item.value.currency == "USD" and not _SMALL.search(text, item.start, item.end))
    for item in named:
        yield replace(item, value=_of_small(item.value, text[item.start : item.end], whole, marked=marked))


def _of_nation(item: Found[Any], text: str) -> str | None:
    """The currency of a shared noun in a text that speaks of one of its countries alone."""
    words = text[item.start : item.end]
    noun = next((noun for noun in _NOUNS if noun.written.search(words)), None)
    if noun is None or any(pattern.search(words) for pattern in noun.nations.values()):
        return None  # it says whose
    there = [code for code, pattern in noun.nations.items() if pattern.search(text)]
    if noun.nations.keys() & _BEFORE_EURO and _WITH_EURO.search(text):
        there = [code for code in there if code not in _BEFORE_EURO] or sorted(noun.nations.keys() & _AT_HOME_STILL)
    return there[0] if len(there) == 1 else home_among(text, noun.nations)


def _of_small(value: Money, words: str, whole: Counter[str], *, marked: bool) -> Money:
    """A sum of cents, pence or fils in the currency of the text's whole sums, where that is one."""
    if _CENTS.fullmatch(words) and value.currency == "USD":
        codes = [code for code in whole if code in _CENTED]
        home = codes[0] if len(codes) == 1 and marked and whole[codes[0]] > whole["USD"] else None
        return replace(value, currency=home or value.currency)
    if _PENCE.fullmatch(words) and value.currency == "GBP" and whole["IEP"] and not whole["GBP"]:
        return replace(value, currency="IEP")
    codes = [code for code in whole if code in _THOUSANDTHS]
    if _FILS.search(words) and len(codes) == 1 and not whole["AED"]:
        high = tidy(value.high * _A_TENTH) if value.high is not None else None
        return Money(tidy(value.amount * _A_TENTH), codes[0], high)
    return value
