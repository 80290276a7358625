"""Numbers in digits and in words, with their scale: "5", "1,100,000", "24-1/8", "five", "1.2 million", "100k"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from rie.patterns import beginnings, matches
from rie.values.found import Found

SPACE = r"[ \t\u00a0]{0,2}\n?[ \t\u00a0]{0,2}"

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: value for value, word in enumerate(_ONES + _TEENS, start=1)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
_DENOMINATORS = (2, 3, 4, 5, 8, 10, 16, 32, 64)

SCALES: dict[str, Decimal] = {
    name: Decimal(10) ** power
    for power, names in {
        2: "hundred",
        3: "k thousand thousands",
        5: "lakh lakhs lac lacs",
        6: "m mn mm mil mill mio mln mlns mills million millions",
        7: "cr crs crore crores",
        9: "b bn bil bln blns bill billion billions",
        12: "t tn trn trln trillion trillions",
    }.items()
    for name in names.split()
} | {"dozen": Decimal(12)}

_LETTERS = ("k", "m", "b", "t")
_LONG = "|".join(sorted((name for name in SCALES if name not in _LETTERS), key=len, reverse=True))
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES)}))?|{'|'.join(_TEENS + _ONES)})(?![a-z])"
_UNDER_1000 = rf"(?:(?:{_SMALL}|an?)[ -]hundred(?![a-z])(?:\s(?:and\s)?{_SMALL})?|{_SMALL})"
_IN_WORDS = (
    rf"(?:half{SPACE}an?(?={SPACE}[mbt])|an?(?={SPACE}(?:thousand|million|billion|trillion|dozen|crore|lakh|mln|bln)(?![a-z]))"
    rf"|{_UNDER_1000}(?:[ -]and[ -]a[ -]half(?![a-z]))?)"
)
_FRACTION = rf"\d{{1,2}}/(?:{'|'.join(map(str, _DENOMINATORS))})(?![\d/])"
_BEHIND_COMMA = rf"(?={SPACE}-?(?:(?:{_LONG}|[kmbt])(?![a-z])|%|per[ ]?cent(?![a-z])|pct(?![a-z])))"
_DECIMAL_COMMA = (  # "R2,31bn", "2,5 million", "3,5 per cent", "\u20ac34,75": of decimals, beside what tells a sum, a scale or a share
    rf"\d{{1,3}}(?:\.\d{{3}}){{0,3}},\d{{1,2}}{_BEHIND_COMMA}|(?<=[$\u20ac\u00a3\u00a5])\d{{1,3}},\d{{2}}(?![\d,]|\.\d)"
)
_APART = (  # "SEK 1 284 million", "CHF 1'234'567"
    r"(?<![\d.,'\u2019])\d{1,3}(?:['\u2019]\d{3}|\u00a0\d{3})+(?:[.,]\d{1,2}(?!\d))?"
    r"|(?<=(?-i:USD|EUR|GBP|SEK|NOK|DKK|ISK|CHF|PLN|CZK|HUF|ZAR|RUB) )\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d{1,2}(?!\d))?"
    r"|(?<=[\u20ac\u00a3])\d{1,3}(?: \d{3})+(?:[.,]\d{1,2}(?!\d))?"
    r"|(?<![\d.,'\u2019])(?<!\d )\d{1,3}(?: \d{3})+(?= (?:euros?|kronor|kroner|crowns|kronur|zlotys?|francs|rand|roubles|rubles"
    r"|markka|marks|guilders|forints?|koruna|(?-i:EUR|SEK|NOK|DKK|ISK|CHF|PLN|CZK|HUF|ZAR|RUB))\b)"  # "900 000 euros"
)
_IN_DIGITS = (
    rf"(?:{_FRACTION}|{_APART}|{_DECIMAL_COMMA}|(?:\d{{1,3}}(?:,\d{{2,3}}){{0,6}},\d{{3}}|\d{{1,18}})(?:\.\d{{1,12}})?(?:[- ]{_FRACTION})?"
    r"|\.\d{1,12})(?![.,]?\d)"
)
_GLUED_CODE = r"(?:USD|CAD|AUD|NZD|SGD|EUR|GBP|CHF)(?![a-z])"
_SCALED = rf"{SPACE}-?(?:{_LONG})(?![a-z])"
_AFTER_DIGITS = rf"(?:\+?{SPACE}-?{SPACE}(?:{_LONG})|[kmbt]|[ ][kmbt](?![ ](?:shares?|stock)))(?:(?![a-z])|(?<!t)(?={_GLUED_CODE}))"
QUANTITY = re.compile(
    rf"(?<!\d)(?<!\d[.,])(?P<digits>{_IN_DIGITS})(?P<a>{_AFTER_DIGITS})?(?P<b>{_SCALED})?"
    rf"|(?<![\w-])(?P<words>{_IN_WORDS})(?P<c>{_SCALED})?(?P<d>{_SCALED})?",
    re.IGNORECASE | re.ASCII,
)
_COMMA = re.compile(r",\d{1,2}$")
_BEGINS = re.compile(
    rf"(?=\.?\d)|(?<![\w-])(?=[aefhnost])(?=half|an?{SPACE}(?:[ -]hundred|thousand|million|billion|trillion|dozen|crore|lakh|mln|bln)"
    rf"|{'|'.join(_ONES + _TEENS + _TENS)})", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its scale, as it stands in a text.

    `number` is without `scale`; `scale` is None when none is written; `glued` says that a letter touches the first digit;
    `spelled` that the number is in words; `letter` that the scale is one letter after a space ("5 m").
    """

    start: int
    end: int
    number: Decimal
    scale: Decimal | None
    glued: bool = False
    spelled: bool = False
    letter: bool = False
    bare_end: int = 0

    @property
    def value(self) -> Decimal:
        """The number times its scale."""
        return tidy(self.number * (self.scale or 1))


def tidy(value: Decimal) -> Decimal:
    """The same number without trailing zeros and without an exponent."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


@lru_cache(maxsize=2)
def quantities(text: str) -> tuple[Quantity, ...]:
    """All numbers of a text with their scales, in order; years, dates and codes included.

    They are kept: sums, percentages and plain numbers of a text are read one after the other.
    """
    return tuple(_quantity(text, match) for match in matches(QUANTITY, text, beginnings(_BEGINS, text)))


def find_numbers(text: str) -> list[Found[Decimal]]:
    """The numbers of a text that stand for themselves: "five", "1.2 million", "a dozen", "50M".

    Returns:
        The numbers with their spans, sorted by start. Digits inside of words ("Q3", "B2B") are left out.
    """
    return [Found(item.start, item.end, item.value, "NUMBER") for item in map(_plain, quantities(text)) if not item.glued]


def parse_number(text: str) -> Decimal | None:
    """The number that the whole text is, None if it is none. A "+" behind it and a sign before it are allowed."""
    body = text.strip().removesuffix("+").rstrip()
    sign, body = (-1, body[1:]) if body[:1] in ("-", "\u2212") else (1, body)
    match = QUANTITY.fullmatch(body)
    return None if match is None else _quantity(body, match).value * sign


def _plain(item: Quantity) -> Quantity:
    """Without a letter that stands apart: "5 m" alone is five metres."""
    if not item.letter:
        return item
    return Quantity(item.start, item.bare_end, item.number, None, item.glued, item.spelled)


def _quantity(text: str, match: re.Match[str]) -> Quantity:
    digits, words = match["digits"], match["words"]
    scales = [_scale(part) for part in match.group("a", "b", "c", "d") if part]
    scale = scales[0] if scales else None
    if len(scales) > 1 and scale is not None:
        scale = scale * scales[1]
    start = match.start()
    first = match["a"] or ""
    return Quantity(
        start=start,
        end=match.end(),
        number=_read_digits(digits) if digits else _read_words(words),
        scale=scale,
        glued=start > 0 and text[start - 1].isalpha(),
        spelled=bool(words),
        letter=len(first) == 2 and first[0] == " ",
        bare_end=match.end("digits") if digits else match.end("words"),
    )


def _scale(written: str) -> Decimal:
    return SCALES[written.strip(" \t\n\u00a0-+").lower()]


def _read_digits(written: str) -> Decimal:
    written = re.sub(r"(?<=\d)['\u2019 \u00a0](?=\d{3}(?:\D|$))", "", written)
    if _COMMA.search(written):
        return Decimal(written.replace(".", "").replace(",", "."))
    whole, slash, denominator = written.replace(",", "").partition("/")
    if not slash:
        return Decimal(whole)
    units, _, numerator = whole.replace("-", " ").rpartition(" ")
    return Decimal(units or 0) + Decimal(numerator) / Decimal(denominator)


def _read_words(written: str) -> Decimal:
    words = written.lower().replace("-", " ").split()
    if words[0] == "half":
        return Decimal("0.5")
    half = Decimal("0.5") if words[-1] == "half" else Decimal(0)
    total = 0
    for word in words[:-3] if half else words:
        total = max(total, 1) * 100 if word == "hundred" else total + _WORDS.get(word, 0)
    return Decimal(max(total, 1)) + half
