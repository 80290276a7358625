"""Two periods of which one takes its year from the other: "Q1 and Q2 2016", "the fourth quarter and full year 2016"."""

from __future__ import annotations

import re
from dataclasses import replace

from rie.values.interval import Period, add_months, unit_of
from rie.values.period_atom import Atom, resolve

_S = r"[ \t\u00a0]{0,4}\n?[ \t\u00a0]{0,4}"
_SPAN = 14
_LIST = re.compile(rf"{_S}(?:,|and|or|,{_S}and|vs\.?|versus|with|compared{_S}(?:to|with)){_S}", re.IGNORECASE)
THROUGH = re.compile(rf"{_S}(?:-|\u2013|\u2014|to|through|thru|until|till){_S}", re.IGNORECASE)
_PARTS = ("month", "quarter", "half", "day")
_WHOLE = re.compile(rf"{_S}and{_S}(?:the{_S})?(?:(?:full|whole|entire){_S}-?{_S})?", re.IGNORECASE)
_STRETCH = re.compile(
    rf"{_S}and{_S}(?:the{_S})?(?:first{_S}|full{_S})?(?:(?P<months>six|nine|twelve|6|9|12)[ -]months?|(?:fiscal{_S})?year){_S}"
    rf"(?:ended|ending){_S}(?:on{_S})?", re.IGNORECASE)
_MONTHS = {"six": 6, "nine": 9, "6": 6, "9": 9}
_YEAR = re.compile(r"(?!early|mid|late|end)[a-z -]*?((?:19|20)\d\d)", re.IGNORECASE)


def share_year(text: str, atoms: list[Atom]) -> list[Atom]:
    """The first two of the periods of a text, each with the year that it may have from the other."""
    if len(atoms) < 2 or atoms[0].end >= atoms[1].start:
        return atoms
    first, second = atoms
    if first.name in _PARTS and second.name in _PARTS and first.dated != second.dated and _is_joined(text, first, second):
        return _of_one_year(first, second)
    if first.name in ("quarter", "half") and not first.dated:
        return [_within(text, first, second), second]
    return atoms


def _is_joined(text: str, first: Atom, second: Atom) -> bool:
    return second.start - first.end < _SPAN and any(link.fullmatch(text, first.end, second.start) for link in (_LIST, THROUGH))


def _of_one_year(first: Atom, second: Atom) -> list[Atom]:
    """ "Q1 and Q2 2016", "Q4 and Q1 2016" (of the year before), "Q1 2016 vs Q2"."""
    if first.year is None and second.year is not None:
        own, other = resolve(replace(first, year=second.year), None), resolve(second, None)
        is_before = own is not None and other is not None and own.start >= other.end
        return [replace(first, year=second.year - is_before, weak=False), second]
    if first.year is not None and first.name == second.name and (first.part, first.day or 0) <= (second.part, second.day or 0):
        return [first, replace(second, year=first.year, weak=False)]
    return [first, second]


def _within(text: str, first: Atom, second: Atom) -> Atom:
    """A quarter or half with the longer stretch that it belongs to: "third quarter and first nine months of 2016",
    "second quarter and six months ended March 31, 2016"."""
    whole = _YEAR.match(text, second.start, second.end) if second.period or not second.weak else None
    if whole and second.name in ("", "year") and _WHOLE.fullmatch(text, first.end, second.start):
        return replace(first, year=int(whole[1]), weak=False)
    stretch = _STRETCH.fullmatch(text, first.end, second.start) if first.name == "quarter" and second.year else None
    last = resolve(second, None) if stretch else None
    if stretch and last and _MONTHS.get((stretch["months"] or "").lower(), 12) == 3 * first.part:
        start = add_months(last.end, -3)
        return replace(first, period=Period(start, last.end, unit_of(start, last.end)))
    return first
