"""Whether a document writes days before months, "31/03/2019", or behind them, "03/31/2019": one decision for all of its dates."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rie.values.date import PartialDate
from rie.values.period_atom import Atom

_SLASHED = re.compile(r"(?<![\d/])(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>(?:19|20)\d\d|\d\d)(?![\d/])")
_ABROAD = re.compile(  # what only texts of countries hold that write days first
    r"\b(?:Berhad|Bhd|Sdn|Pte|plc|PLC|Bursa|SGX|SGXNET|SEBI|BSE|NSE|ASX|ASIC|ACN|ABN|NZX|HKEX|JSE|SENS|RNS|LSE|Tadawul|DFM|ADX"
    r"|London Stock Exchange|Singapore|Malaysia|Kuala Lumpur|Hong Kong|Mumbai|Sydney|Melbourne|Johannesburg|Dublin|Nairobi|Lagos)\b")
_MONTHS = 12


def in_order(text: str, atoms: Sequence[Atom], anchor: PartialDate | None) -> list[Atom]:
    """The dates, those that only figures tell in the order in which the document writes them.

    Args:
        text: of the document.
        atoms: its dates, read with the month first wherever that is possible.
        anchor: day of the document.
    """
    told = list(_SLASHED.finditer(text))
    if not told or not _is_day_first(text, told, anchor):
        return list(atoms)
    return [_turned(atom) if atom.name == "day" and _SLASHED.fullmatch(text, atom.start, atom.end) else atom for atom in atoms]


def _is_day_first(text: str, told: Sequence[re.Match[str]], anchor: PartialDate | None) -> bool:
    """By a date that only one order makes a date; else by one that is the document's own; else by where the document is from."""
    firsts, seconds = ([int(match[key]) for match in told] for key in ("one", "two"))
    if max(firsts) > _MONTHS or max(seconds) > _MONTHS:
        return max(firsts) > _MONTHS and max(seconds) <= _MONTHS
    if anchor is not None and anchor.precision == "day":
        own = {_read(match, anchor.first) for match in told} - {None}
        if len(own) == 1:
            return own == {True}
    return _ABROAD.search(text) is not None


def _read(match: re.Match[str], day: date) -> bool | None:
    """Whether a date is a day when it has the day first; None where it is not, or either way."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if year % 100 != day.year % 100 or one == two or {one, two} != {day.day, day.month}:
        return None
    return one == day.day


def _turned(atom: Atom) -> Atom:
    return atom if atom.day is None or atom.day > _MONTHS else replace(atom, part=atom.day, day=atom.part)
