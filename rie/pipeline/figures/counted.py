"""The quarter that a title only counts, "2ND QTR NET", where it is none of the calendar: of which year it is, as far as that is plain."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from rie.pipeline.frame import Item
from rie.values import Period
from rie.values.fiscal import ENDS, closing
from rie.values.interval import add_months
from rie.values.period_forms import part_number

_COUNTED = re.compile(r"\b(?P<word>1ST|2ND|3RD|4TH|FIRST|SECOND|THIRD|FOURTH) QTR$")
_LIST = re.compile(
    r"[^\n]*(?:\n[^\n]{0,45}){0,2}\n\s*(?:[A-Z][a-z]+ )?(?:shrs?|net|revs|sales)\b[^\n]*(?: vs\.? | not |\bna\b|$)", re.IGNORECASE)
LAST = 4
SOON, LATE, LATEST = 5, 105, 125  # days between the end of a quarter, of the last one of a year, and its report


def counted_quarter(text: str, items: Sequence[Item]) -> int | None:
    """The quarter that the title over a list of figures counts without a day or a year."""
    if not _LIST.match(text):
        return None
    titled = (item for item in items if item.in_title and not item.key and not ENDS.search(item.text))
    return next((part_number(match["word"]) for item in titled if (match := _COUNTED.search(item.text)) and match.start() == 0), None)


def year_of(quarter: int, published: date) -> int | None:
    """The year of a quarter that is reported on a day, where it is the same whichever month the quarter ended with."""
    first = date(published.year, published.month, 1)
    ends = [add_months(first, -months) for months in range(5)]
    late = LATEST if quarter == LAST else LATE
    near = (end for end in ends if timedelta(SOON) <= published - end <= timedelta(late))
    years = {closing(Period(add_months(end, -3), end, "quarter"), quarter).year for end in near}
    return years.pop() if len(years) == 1 else None
