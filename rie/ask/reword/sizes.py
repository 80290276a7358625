"""Sizes told by their digits or their unit put as amounts: "nine-figure rounds", "a billion-dollar deal"."""

from __future__ import annotations

import re
from typing import Final

from rie.ask.reword.rewrite import Rules, rewritten

_DIGITS: Final = {"four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}
_MANY: Final = rf"(?P<many>{'|'.join(_DIGITS)}|\d{{1,2}})"
_KIND: Final = (
    r"(?P<kind>(?:(?:series|pre-seed|seed|debt|angel|venture|growth|equity|bridge|[a-j]|funding|m&a|us|european|[12]\d{3}) ){0,3})"
)
_NOUN: Final = (
    r"(?P<noun>(?:(?:funding |financing )?(?:rounds?|deals?|raises?|financings?)|acquisitions?|takeovers?|purchases?|buyouts?|mergers?|"
    r"transactions?|seeds?|series [a-j]|debts?|loans?|bids?|offers?))\b"
)
_NUMBERS: Final = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    "hundred|thousand|half|a half|half a|few|several|dozen|quarter|and|teen|couple"
)
_UNCOUNTED: Final = r"(?<![\d.,][ -])(?<!\d)" + "".join(rf"(?<!{word}[ -])" for word in _NUMBERS.split("|"))
_UNITS: Final = {
    "million": "1 million", "hundred million": "100 million", "half billion": "500 million", "half a billion": "500 million",
    "billion": "1 billion", "multibillion": "1 billion", "multi billion": "1 billion",
}  # fmt: skip


def _bounds(found: re.Match[str]) -> tuple[int, int] | None:
    many = _DIGITS.get(found["many"].lower()) or int(found["many"])
    return (10 ** (many - 1), 10**many - 1) if 4 <= many <= 12 else None


def _of_digits(found: re.Match[str]) -> str:
    """ "nine-figure rounds": rounds between $100,000,000 and $999,999,999."""
    bounds = _bounds(found)
    return f"{found['kind']}{found['noun']} between ${bounds[0]} and ${bounds[1]}" if bounds else found[0]


def _in_digits(found: re.Match[str]) -> str:
    """ "rounds in nine figures", "of nine figures or more"."""
    bounds = _bounds(found)
    if bounds is None:
        return found[0]
    return f"of at least ${bounds[0]}" if found["more"] else f"between ${bounds[0]} and ${bounds[1]}"


def _of_unit(found: re.Match[str]) -> str:
    """ "billion-dollar deals": deals of at least $1 billion."""
    unit = re.sub(r"[ -]+", " ", found["unit"].lower())
    return f"{found['kind']}{found['noun']} of at least ${_UNITS[unit]}"


_ONE_CURRENCY: Final = (  # none that is named: dollars are meant
    r"(?!.*\b(?:not|non|other than|excluding|except|without)\b[^?]*\bdollars?\b)"
    r"(?!.*(?:[\u20ac\u00a3\u00a5]|\b(?:euros?|pounds?|sterling|yen|francs?|kron[eo]r|crowns?|rupees?|yuan|rand|reais|pesos?|"
    r"eur|gbp|jpy|chf|inr|sek|nok|dkk|aud|cad|cny|currency|currencies|canadian|australian|homes|units|shares|vehicles|barrels|tons|tonnes|"
    r"customers|users|subscribers|people|cars|passengers)\b))"
)
_BARE: Final = re.compile(
    r"(?<![\d.$\u20ac\u00a3A-Za-z])(?<!\d to )(?<!\d and )(?P<many>\d{1,3}(?:\.\d+)?) (?P<unit>million|billion)\b(?! (?:us )?(?:dollars?|"
    r"usd)\b)",
    re.IGNORECASE,
)


def _in_dollars(found: re.Match[str]) -> str:
    """ "When did Acme raise 16 million": so many dollars."""
    return _BARE.sub(r"$\g<many> \g<unit>", found["all"])


_RULES: Final = Rules(
    (
        (rf"\b{_MANY}[- ](?:figures?|digits?)(?:[- ]plus|\+)? (?:dollar |usd )?{_KIND}{_NOUN}", _of_digits),
        (rf"\b(?:that (?:were|are|was) |which (?:were|are|was) )?(?:in|of|with|worth|into) (?:the )?{_MANY}[- ](?:figures?|digits?)"
         r"(?: (?:amounts?|sums?|range|territory))?(?P<more> (?:or|and) (?:more|above|up|over|higher))?(?= |[?.,;:]|$)", _in_digits),
        (rf"{_UNCOUNTED}\b(?P<unit>(?:half[- ]a?[- ]?|hundred[- ]|multi[- ]?)?(?:million|billion))[- ]dollar[- ](?:plus )?"
         rf"{_KIND}{_NOUN}", lambda found: _of_unit(found) if re.sub(r"[ -]+", " ", found["unit"].lower()) in _UNITS else found[0]),
        (rf"^{_ONE_CURRENCY}(?P<head>[^?]*?\b(?:at least|more than|no less than|over|above|from)) (?P<low>\d+(?:\.\d+)?) (?P<link>but|"
         rf"and|yet) "
         rf"(?P<most>below|under|less than|at most|no more than|up to) (?P<high>\d+(?:\.\d+)?) (?P<unit>million|billion)\b",
         r"\g<head> \g<low> \g<unit> \g<link> \g<most> \g<high> \g<unit>"),
        (r"(?P<low>\b(?:over|above|more than|at least|no less than|exceeding|from) [$\u20ac\u00a3]?\d+(?:\.\d+)? ?(?:k|m|mn|bn|thousand|"
         r"million|"
         r"billion)?) and (?=(?:under|below|less than) [$\u20ac\u00a3]?\d)", r"\g<low> but "),
        (rf"^{_ONE_CURRENCY}(?P<head>[^?]*?)(?<![\d.$-])(?:between |from )?(?P<low>\d{{1,3}}(?:\.\d+)?) ?(?:to|-|\u2013) ?"
         r"(?P<high>\d{1,3}(?:\.\d+)?) (?P<unit>million|billion)\b(?! (?:dollars|usd))",
         r"\g<head>between $\g<low> \g<unit> and $\g<high> \g<unit>"),
        (rf"^{_ONE_CURRENCY}(?P<all>[^?]*\d (?:million|billion)\b.*)$", _in_dollars),
    )
)  # fmt: skip


def in_amounts(question: str) -> str:
    """A question with amounts in place of such sizes.

    Args:
        question: written out, with single spaces.
    """
    return rewritten(question, _RULES)
