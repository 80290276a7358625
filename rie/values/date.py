"""Dates that are as precise as their source."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year of the Gregorian calendar.

    Args:
        year: 1 to 9999.
        month: 1 to 12, None when the date is only a year.
        day: day of the month, None when the date is a year or a month.

    Raises:
        ValueError: there is no such date, or a day stands without a month.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a date with a day needs a month: write YYYY-MM-DD")
        try:
            datetime.date(self.year, self.month or 1, self.day or 1)
        except ValueError as error:
            raise ValueError(f"there is no date {self}: {error}") from None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """The date written as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.

        Raises:
            ValueError: the text has another form or there is no such date.
        """
        match = _ISO.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"{text[:40]!r} is not a date: write YYYY-MM-DD, YYYY-MM or YYYY")
        year, month, day = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @property
    def precision(self) -> str:
        """`day`, `month` or `year`."""
        return "year" if self.month is None else "month" if self.day is None else "day"

    @property
    def first(self) -> datetime.date:
        """The first day that the date can mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> datetime.date:
        """The last day that the date can mean."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __lt__(self, other: PartialDate) -> bool:
        return self._key() < other._key()

    def __le__(self, other: PartialDate) -> bool:
        return self._key() <= other._key()

    def __gt__(self, other: PartialDate) -> bool:
        return other < self

    def __ge__(self, other: PartialDate) -> bool:
        return other <= self

    def _key(self) -> tuple[int, int, int]:
        """Order by first day; of equal ones the less precise comes first."""
        return self.year, self.month or 0, self.day or 0

    def __str__(self) -> str:
        parts = (f"{self.year:04d}", self.month and f"{self.month:02d}", self.day and f"{self.day:02d}")
        return "-".join(part for part in parts if part)
