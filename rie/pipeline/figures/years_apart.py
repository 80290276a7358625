"""Figures that a document tells beside those of the same quarter, half or year of a later year: they are the ones compared with.

"It lost $2.1 million in the six months; in the first half of 1995 it earned $602,000" has no word that compares. What a period brought
that was just over is news of its own beside what is expected of the next one, and so is a year until a part of the next is reported.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from rie.pack import Event, Pack
from rie.types import Report
from rie.values import Period

LONG_OVER = 200  # days after the end of a period on which its figures are no news
YEAR, NEAR = 365, 9  # days of a year; by which two years that are counted in weeks may differ


@dataclass(frozen=True)
class _Told:
    """What a figure is of, its period, and whether it was reported, told as an earlier one or is expected."""

    same: tuple[Any, ...]
    year: int | None
    quarter: int | None
    end: date | None
    row: str
    told: date | None

    @property
    def is_year(self) -> bool:
        return self.year is not None and self.quarter is None

    def is_before(self, other: "_Told") -> bool:
        """Whether a period is the same part of an earlier year."""
        if self.year is not None and other.year is not None:
            return self.quarter == other.quarter and self.year < other.year
        if self.end is None or other.end is None or (self.year, other.year) != (None, None):
            return False
        days = (other.end - self.end).days
        return days > YEAR / 2 and abs(days - YEAR * round(days / YEAR)) <= NEAR

    @property
    def is_old(self) -> bool:
        """Whether a quarter was long over when it was told."""
        days = Period.unit("quarter", self.year, self.quarter) if self.year and self.quarter else None
        end = self.end or (days.last if days else None)
        return end is not None and self.told is not None and (self.told - end).days > LONG_OVER

    def is_within(self, year: "_Told") -> bool:
        """Whether a period is a part of a year."""
        if self.is_year or year.year is None:
            return False
        if self.end is not None and year.end is not None:
            return 0 <= (year.end - self.end).days < YEAR
        return self.year == year.year and self.quarter is not None


def years_apart(pack: Pack, reports: Sequence[Report]) -> Iterator[Report]:
    """The reports, those of what was reported for the same part of an earlier year as earlier figures."""
    _name, event = pack.of_figures
    told = {report.id: one for report in reports if event and report.table == event.table and (one := _told(pack, event, report))}
    for report in reports:
        one = told.get(report.id)
        compared = event and one and one.row == event.rows[0].role and any(_is_compared(one, other, told) for other in told.values())
        yield replace(report, values={**report.values, **_earlier(event)}) if compared and event else report


def _is_compared(one: _Told, other: _Told, told: Mapping[str, _Told]) -> bool:
    """Whether a figure is the one of an earlier year that another, reported or expected, is compared with."""
    if one.same != other.same or not one.is_before(other):
        return False
    if other.row == one.row:
        return True
    if not one.is_year:
        return one.is_old
    return any(part.row == one.row and part.same[0] == one.same[0] and part.is_within(other) for part in told.values())


def _told(pack: Pack, event: Event, report: Report) -> _Told | None:
    columns = [(name, column.source.take) for name, column in pack.tables[report.table].columns.items() if column.source]
    values = {take: report.values[name] for name, take in columns}
    same = tuple(report.values[name] for name, take in columns if take in {"entity", "trigger", "text", "unit"})
    rows = ((row.role, columns) for row in event.rows for columns in (row.columns, *(row.ends or ())) if columns)
    row = next((role for role, columns in rows if columns.items() <= report.values.items()), None)
    if row is None or same[0] is None:
        return None
    return _Told(same, values["fiscal_year"], values["fiscal_quarter"], values["period_end"], row, values["date"])


def _earlier(event: Event) -> dict[str, Any]:
    return next((dict(row.columns) for row in event.rows if row.earlier), {})
