"""The half and the nine months that end with a quarter: the one tells the last day of the other, and where a text dates neither, they end
with the last quarter of the calendar.

"For the nine months ended September 30 it earned RO 6 million. In the third quarter alone profit was RO 2 million."
"""

from collections.abc import Iterator, Sequence
from datetime import date

from rie.pipeline.frame import Item
from rie.values import Period, Reference, Reported, earlier
from rie.values.fiscal import ENDS
from rie.values.interval import DAY, add_months

OF_QUARTERS = {2: {6, 12}, 3: {9}}  # so many quarters with the months in which they end, of a year of the calendar or one to June
NEAR = 10  # days between the end of a quarter of a company and that of the calendar
YEARLONG = 360


def with_last_day(told: Reported, read: Sequence[Reported], reference: Reference | None) -> Reported:
    """A quarter that only its number names, with the last day of the half or the nine months that end with it.

    Args:
        told: the quarter.
        read: what the document dates.
        reference: the reported period.
    """
    if told.end is not None or told.year is None or told.quarter not in OF_QUARTERS:
        return told
    longer = [one.end for one in read if one.start and one.end and _months(one.start, one.end) == 3 * told.quarter]
    end = max(longer, default=None)
    if end is None or reference is None:
        return told
    years = reference.year - told.year if reference.fiscal else end.year - told.year
    quarter = Reported(told.year + years, told.quarter, add_months(end + DAY, -3), end)
    known = reference.quarter == told.quarter if reference.fiscal else _is_of_calendar(quarter)
    return earlier(quarter, 12 * years) if known and years >= 0 else told


def so_far(quarters: int, items: Sequence[Item], reference: Reference | None) -> Reported:
    """The half or the nine months that ended with the last quarter of the calendar, where no day in a text is against it.

    Args:
        quarters: of which they are.
        items: the document's mentions.
        reference: the quarter of the calendar that was just over.
    """
    if reference is None or reference.fiscal or reference.quarter is None or quarters not in OF_QUARTERS:
        return Reported()
    last = Period.unit("quarter", reference.year, reference.quarter).last
    if not _ends_with(last.month, quarters, list(_ended(items))):
        return Reported()
    return Reported(start=add_months(last + DAY, -3 * quarters), end=last)


def _ended(items: Sequence[Item]) -> Iterator[Period]:
    return (item.value for item in items if isinstance(item.value, Period) and ENDS.search(item.text))


def _ends_with(month: int, quarters: int, ended: Sequence[Period]) -> bool:
    """Whether so many quarters end in a month: as the years do that a text dates, else as those of the calendar, or of one that ends in
    June.
    """
    years = {period.last.month for period in ended if (period.end - period.start).days >= YEARLONG}
    parts = (period for period in ended if period.precision != "day" and (period.end - period.start).days < YEARLONG)
    if any(period.end.day != 1 or period.last.month % 3 for period in parts):
        return False
    if not years:
        return month in OF_QUARTERS[quarters]
    return len(years) == 1 and (years.pop() + 3 * quarters) % 12 == month % 12


def _months(start: date, end: date) -> int:
    return round((end - start).days / 30.4)


def _is_of_calendar(quarter: Reported) -> bool:
    days = Period.unit("quarter", quarter.year, quarter.quarter) if quarter.year and quarter.quarter else None
    return days is not None and quarter.end is not None and abs((days.last - quarter.end).days) <= NEAR
