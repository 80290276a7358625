"""Amounts of money: "$5m", "12.2 mln dlrs", "between $10m and $12m", "Rs 30 crore", "700p"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from rie.values.currency import DOLLARS, Unit, nation_after, unit_after, unit_before
from rie.values.found import Found
from rie.values.number import SPACE, Quantity, quantities, tidy


@dataclass(frozen=True, slots=True)
class Money:
    """A sum of money.

    `amount` is in whole units of `currency` (ISO 4217; None when the text does not tell which, as in "pesos"); of a range it
    is the lower end and `high` the upper.
    """

    amount: Decimal
    currency: str | None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class _Sum:
    """One number of a text with what is written around it; `unit` is None when no currency is."""

    start: int
    end: int
    quantity: Quantity
    unit: Unit | None
    prefixed: bool = False

    def value(self, scale: Decimal | None) -> Decimal:
        """In whole units; `scale` counts where the number has none of its own."""
        factor = self.unit.factor if self.unit else Decimal(1)
        own = self.quantity.scale or (scale if scale and factor == 1 else None) or Decimal(1)
        return tidy(self.quantity.number * own * factor)


_SIGNS = {"-", "\u2212"}
_RANGE = re.compile(rf"{SPACE}(?:-|\u2013|\u2014|to|through){SPACE}", re.IGNORECASE)
_AND = re.compile(rf"{SPACE}and{SPACE}", re.IGNORECASE)
_SHARED = re.compile(rf"{SPACE}(?:and|or|vs\.?|versus|,|from|against|to|-){SPACE}", re.IGNORECASE)
_BETWEEN = re.compile(rf"(?<![a-z])between{SPACE}$", re.IGNORECASE)
_CHANGE = re.compile(rf"(?<![a-z])(?<!ranging )(?<!range )(?<!ranges )(?<!ranged )from{SPACE}$", re.IGNORECASE)
_GROUPED = re.compile(r"\d,\d{3}")
_WEIGHT = re.compile(rf"{SPACE}(?:of(?! (?:debt|new|fresh|funding|equity|revenue|annual|sales))|per|each|avoirdupois)\b", re.IGNORECASE)
_SCREENS = frozenset(map(Decimal, (240, 360, 480, 720, 1080, 1440, 2160)))
_TO = re.compile(rf"{SPACE}to{SPACE}", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_A_SHARE = re.compile(
    rf"{SPACE}(?:a|per|for each|for every|each){SPACE}(?:(?:ordinary|common|preferred|new|voting|\w-){SPACE})?share\b", re.IGNORECASE)
_CENTS = re.compile(r"\d+\.\d\d")
_WITH_CENTS = {"ZAR", "MYR", "DEM"}  # whose letters before cents are no model's: "R14.20"
_EDITION = re.compile(r"\b(?:versions?|releases?|models?|revision|rev\.?|engine|section|rule) \w{1,2}$", re.IGNORECASE)
_RISE = re.compile(
    r"(?<![a-z])(?:rose|fell|up|down|gain(?:ed)?|increased?|decreased?|climbed|advanced|dropped|declined|jumped|lost|off|rising|falling"
    r"|added|rise|fall|grew|slipped|by)(?: (?:by|of|about|around|some|a|an|another|further))*\s$",
    re.IGNORECASE,
)
_FAR = 5
_JOINT = 14


def find_money(text: str, scale: Decimal | None = None, currency: str | None = None) -> list[Found[Money]]:
    """The sums of money of a text.

    Args:
        text: a document, a question, a cell of a table.
        scale: what a number without its own scale is multiplied by: the "(in millions)" of a table's header.
        currency: ISO code that holds where the text leaves it open (numbers without a currency, "$" in a Canadian report,
            "kr"). Without it a number that has no currency is not money.

    Returns:
        The sums with their spans, sorted by start. A span holds currency, number and scale, of a range both ends; words like
        "about" or "up to" stay outside.
    """
    sums = [_read(text, quantity, currency) for quantity in quantities(text)]
    found: list[Found[Money]] = []
    position = 0
    while position < len(sums):
        first, second = sums[position], sums[position + 1] if position + 1 < len(sums) else None
        pair = None if second is None else _pair(text, first, second, scale)
        if pair is None and first.unit is not None:
            pair = [Found(first.start, first.end, Money(first.value(scale), first.unit.currency), "MONEY")]
        found += pair or []
        position += 2 if pair and second and pair[-1].end >= second.end else 1
    return found


def parse_money(text: str, scale: Decimal | None = None, currency: str | None = None) -> Money | None:
    """The sum that the whole text is, None if it is none; arguments as for `find_money`."""
    body = text.strip()
    found = find_money(body, scale, currency)
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(body))
    return found[0].value if whole else None


def _read(text: str, quantity: Quantity, currency: str | None) -> _Sum:
    signed = text[max(quantity.start - 1, 0) : quantity.start] in _SIGNS  # "EUR -11.2 million"
    before = None if quantity.spelled else unit_before(text, quantity.start - signed)
    if quantity.glued and before is None:
        return _Sum(quantity.start, quantity.end, quantity, None)
    if before is not None and _counts(text, quantity, before[1]):
        return _with_prefix(text, quantity, before[0], before[1], currency)
    return _with_suffix(text, quantity, currency)


def _with_prefix(text: str, quantity: Quantity, start: int, unit: Unit, currency: str | None) -> _Sum:
    """The sum behind its currency; a code or country behind it makes a "$" exact ("$5m USD")."""
    if unit.family and currency and (unit.currency is None or currency in DOLLARS):
        unit = replace(unit, currency=currency)
    after = unit_after(text, quantity.end)
    end = quantity.end
    if after is not None and after[1].factor == 1 and (unit.family or after[1].currency == unit.currency):
        end, unit = after[0], replace(unit, currency=after[1].currency or unit.currency)
    elif unit.family == "dollar" and (nation := nation_after(text, quantity.end)):
        end, unit = nation[0], replace(unit, currency=nation[1])
    return _Sum(start, end, quantity, unit, prefixed=True)


def _with_suffix(text: str, quantity: Quantity, currency: str | None) -> _Sum:
    after = unit_after(text, quantity.end)
    if after is None and quantity.letter:
        quantity = replace(quantity, end=quantity.bare_end, scale=None, letter=False)
        after = unit_after(text, quantity.end)
    if after is None or not _counts(text, quantity, after[1]) or _is_other(text, quantity, after):
        unit = Unit(currency) if currency else None
        return _Sum(quantity.start, quantity.end, quantity, unit)
    end, unit = after
    if unit.currency is None and currency:
        unit = replace(unit, currency=currency)
    return _Sum(quantity.start, end, quantity, unit)


def _counts(text: str, quantity: Quantity, unit: Unit) -> bool:
    """Whether the number beside a unit with other meanings ("won", "R") shows that money is meant; "MSEK 2023" heads a column."""
    if unit.factor > 1:
        return quantity.scale is None and not _YEAR.fullmatch(text, quantity.start, quantity.end)
    return not unit.strict or quantity.scale is not None or _is_grouped(text, quantity, unit) or _is_price(text, quantity, unit)


def _is_grouped(text: str, quantity: Quantity, unit: Unit) -> bool:
    """ "10,000 won"; of marks any digits that are not a year."""
    marks = unit.family == "mark" and not quantity.spelled and not _YEAR.fullmatch(text, quantity.start, quantity.end)
    return marks or bool(_GROUPED.search(text, quantity.start, quantity.end))


def _is_price(text: str, quantity: Quantity, unit: Unit) -> bool:
    """ "DM310 a share", and "R14.20" where the currency touches cents."""
    if quantity.spelled or _A_SHARE.match(text, quantity.end):
        return not quantity.spelled
    touches = text[max(quantity.start - 1, 0) : quantity.start].isalpha() and unit.currency in _WITH_CENTS
    return touches and bool(_CENTS.fullmatch(text, quantity.start, quantity.end)) \
        and not _EDITION.search(text, max(quantity.start - 16, 0), quantity.start)


def _is_other(text: str, quantity: Quantity, after: tuple[int, Unit]) -> bool:
    """A "p" that does not touch plain digits or is a screen's height; pounds of weight."""
    end, unit = after
    if unit.family == "p":
        return bool(quantity.scale) or quantity.spelled or quantity.number in _SCREENS or text[quantity.end] != "p"
    heavy = unit.family == "pound" and text[quantity.end : end].strip(" \n-").lower() in ("pounds", "pound")
    return heavy and bool(_WEIGHT.match(text, end))


def _pair(text: str, low: _Sum, high: _Sum, scale: Decimal | None) -> list[Found[Money]] | None:
    """Two sums that are one range, or that share the currency written behind the second."""
    if not low.end <= high.start <= low.end + _JOINT:
        return None
    unit = low.unit or high.unit
    if unit is None or (low.unit and high.unit and low.unit.currency != high.unit.currency and low.unit.family != "dollar"):
        return None
    between = _BETWEEN.search(text[max(low.start - _JOINT, 0) : low.start])
    joined = (_AND.fullmatch(text, low.end, high.start) if between else None) or _RANGE.fullmatch(text, low.end, high.start)
    if joined and not _is_change(text, low, joined[0]):
        near = bool(between) or low.prefixed or "t" not in joined[0].lower()
        whole = _range(low, high, scale, low.start - len(between[0]) if between else low.start, near)
        if whole is not None:
            return [whole]
    return _coordinated(text, low, high, scale)


def _is_change(text: str, low: _Sum, link: str) -> bool:
    """ "from $10m to $12m", "rose 25 cts to 20 dlrs", "in 2011 to $455m": two sums or one, no range."""
    before = text[max(low.start - 24, 0) : low.start]
    year = low.unit is None and low.quantity.scale is None and _YEAR.fullmatch(text, low.start, low.end)
    return "t" in link.lower() and bool(year or _CHANGE.search(before) or _RISE.search(before))


def _range(low: _Sum, high: _Sum, scale: Decimal | None, start: int, near: bool) -> Found[Money] | None:
    low_unit, high_unit = low.unit or high.unit, high.unit or low.unit
    if low_unit is None or high_unit is None or (low.quantity.glued and low.unit is None):
        return None
    open_end = low.prefixed and high.unit is None and low.quantity.scale is not None and high.quantity.scale is None
    top = replace(high, unit=high_unit).value(scale)
    own = replace(low, unit=low_unit)
    bottom = own.value(scale)
    if low.quantity.scale is None and high.quantity.scale is not None:
        scaled = own.value(high.quantity.scale)
        bottom = scaled if scaled <= top else bottom
    both = low.unit is not None and high.quantity.scale is not None and low.quantity.scale is not None
    if bottom >= top or open_end or (not near and (both or low_unit.factor != high_unit.factor) and top > _FAR * bottom):
        return None
    code = high_unit.currency if high.unit else low_unit.currency
    return Found(start, high.end, Money(bottom, code, top), "MONEY")


def _coordinated(text: str, low: _Sum, high: _Sum, scale: Decimal | None) -> list[Found[Money]] | None:
    """Both of "10 mln and 12 mln dlrs", where the first has a scale but no currency and the second has it behind, and of
    "up 375 mln dlrs to 336 billion"."""
    if low.unit and not low.prefixed and high.unit is None and high.quantity.scale and not high.quantity.glued:
        high = replace(high, unit=low.unit) if _TO.fullmatch(text, low.end, high.start) else high
        return [_found(low, low.unit, scale), _found(high, low.unit, scale)] if high.unit else None
    bare = low.unit is None and low.quantity.scale is not None and not low.quantity.glued
    if not bare or high.unit is None or high.prefixed or not _SHARED.fullmatch(text, low.end, high.start):
        return None
    return [_found(low, high.unit, scale), _found(high, high.unit, scale)]


def _found(item: _Sum, unit: Unit, scale: Decimal | None) -> Found[Money]:
    return Found(item.start, item.end, Money(replace(item, unit=unit).value(scale), unit.currency), "MONEY")
