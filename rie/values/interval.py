"""Stretches of time: days, weeks, months, quarters, halves, years and what lies between two dates."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass

from rie.values.date import PartialDate

DAY = datetime.timedelta(days=1)
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
PRECISIONS = ("day", "week", "month", "quarter", "half", "year", "range")
_SOME_DAYS = 10
_LENGTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` up to, not including, `end`.

    `precision` is one of `PRECISIONS`. An open end is `datetime.date.min` or `datetime.date.max`.
    """

    start: datetime.date
    end: datetime.date
    precision: str

    @property
    def last(self) -> datetime.date:
        """The last day that belongs to the period."""
        return self.end if self.end == datetime.date.max else self.end - DAY

    @property
    def label(self) -> str:
        """The period as people write it: "Q3 2016", "March 2017", "2016", "2016-03-01 to 2016-05-31"."""
        year, month = self.start.year, self.start.month
        written = {
            "day": f"{MONTHS[month - 1]} {self.start.day}, {year}",
            "week": f"week of {self.start}",
            "month": f"{MONTHS[month - 1]} {year}",
            "quarter": f"Q{(month + 2) // 3} {year}",
            "half": f"H{(month + 5) // 6} {year}",
            "year": str(year),
        }
        return written.get(self.precision) or self._range_label()

    def _range_label(self) -> str:
        if self.start == datetime.date.min:
            return f"before {self.end}"
        return f"from {self.start}" if self.end == datetime.date.max else f"{self.start} to {self.last}"

    def is_year_before(self, other: Period) -> bool:
        """Whether this is as long as `other`, give or take some days, and ended a year before it."""
        alike = abs((self.end - self.start).days - (other.end - other.start).days) < _SOME_DAYS
        return alike and 350 < (other.end - self.end).days < 380

    @classmethod
    def unit(cls, name: str, year: int, part: int = 1) -> Period:
        """A calendar unit: `name` is month, quarter, half or year, `part` its number within the year from 1.

        Raises:
            ValueError: the year has no such part or is outside 1 to 9998.
        """
        length = _LENGTHS[name]
        first = datetime.date(year, (part - 1) * length + 1, 1)
        return cls(first, add_months(first, length), name)

    @classmethod
    def day(cls, day: datetime.date) -> Period:
        """One day."""
        return cls(day, day_after(day), "day")

    @classmethod
    def of(cls, date: PartialDate) -> Period:
        """All days that a partial date can mean, with its precision."""
        return cls(date.first, day_after(date.last), date.precision)

    @classmethod
    def between(cls, first: Period, last: Period) -> Period:
        """From the start of one period to the end of another."""
        return cls(first.start, last.end, "range")


def day_after(day: datetime.date) -> datetime.date:
    """The next day; of the last day of the calendar itself."""
    return min(day, datetime.date.max - DAY) + DAY


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day of a month `months` later (or earlier), or that month's last day.

    Raises:
        ValueError: the result lies outside the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"the year {year} is outside the calendar")
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def unit_of(start: datetime.date, end: datetime.date) -> str:
    """The precision of a stretch that is a calendar unit, else range."""
    for name, months in (("month", 1), ("quarter", 3), ("half", 6), ("year", 12)):
        if start.day == 1 and (start.month - 1) % months == 0 and add_months(start, months) == end:
            return name
    return "range"
