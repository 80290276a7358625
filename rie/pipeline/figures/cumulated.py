"""The half and the nine months that end with a quarter tell its last day.

"For the nine months ended September 30 it earned RO 6 million. In the third quarter alone profit was RO 2 million."
"""

from collections.abc import Sequence
from datetime import date

from rie.values import Period, Reference, Reported, earlier
from rie.values.interval import DAY, add_months

OF_QUARTERS = {2, 3}  # so many quarters make a half and nine months
NEAR = 10  # days between the end of a quarter of a company and that of the calendar


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


def _months(start: date, end: date) -> int:
    return round((end - start).days / 30.4)


def _is_of_calendar(quarter: Reported) -> bool:
    days = Period.unit("quarter", quarter.year, quarter.quarter) if quarter.year and quarter.quarter else None
    return days is not None and quarter.end is not None and abs((days.last - quarter.end).days) <= NEAR
