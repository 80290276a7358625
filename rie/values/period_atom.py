"""The parts that periods of a text are put together from, and the year of those that name none."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Final

from rie.values.date import PartialDate
from rie.values.interval import Period, day_after

AHEAD: Final = datetime.timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Atom:
    """A date or period as it stands in a text, perhaps without its year.

    `name` is day, month, quarter, half or year; `part` the number of the month, quarter or half. `period` is set where the
    text resolves without a year ("last quarter"). `shift` is -1 for "last March", 1 for "next March". A `weak` atom means a
    date only in the right company ("May", "2016"). `to_day` is the last day of "March 3-5".
    """

    start: int
    end: int
    name: str = ""
    year: int | None = None
    part: int = 1
    day: int | None = None
    to_day: int | None = None
    period: Period | None = None
    shift: int = 0
    weak: bool = False

    @property
    def dated(self) -> bool:
        """Whether the year is known."""
        return self.period is not None or self.year is not None


def resolve(atom: Atom, anchor: PartialDate | None, ahead: bool = False) -> Period | None:
    """The period of an atom.

    Args:
        atom: what stands in the text.
        anchor: the date of the document, or of the question.
        ahead: whether the words around speak of the future: then a date without a year may lie after the anchor.

    Returns:
        The period, None where the anchor is missing or there is no such date.
    """
    if atom.period is not None:
        return atom.period
    if atom.year is not None:
        return _in_year(atom, atom.year)
    return None if anchor is None else _near(atom, anchor, ahead)


def _in_year(atom: Atom, year: int) -> Period | None:
    try:
        if atom.name != "day":
            return Period.unit(atom.name, year, atom.part)
        first = Period.day(datetime.date(year, atom.part, atom.day or 1))
        return Period.between(first, Period.day(datetime.date(year, atom.part, atom.to_day))) if atom.to_day else first
    except ValueError:
        return None


def _near(atom: Atom, anchor: PartialDate, ahead: bool) -> Period | None:
    """The latest that has begun by the anchor; with `ahead` or "next" one that lies a little after it."""
    years = range(anchor.year + 1, anchor.year - 9, -1)
    candidates = [period for year in years if (period := _in_year(atom, year))]
    if atom.shift > 0:
        later = [period for period in candidates if period.start > anchor.last]
        return later[-1] if later else None
    limit = min(anchor.last, datetime.date.max - AHEAD) + AHEAD if ahead else anchor.last
    if atom.shift < 0:
        return next((period for period in candidates if period.end <= anchor.first), None)
    return next((period for period in candidates if period.start <= limit), None)


def whole(anchor: PartialDate) -> Period:
    """The days that the anchor can mean."""
    return Period(anchor.first, day_after(anchor.last), anchor.precision)
