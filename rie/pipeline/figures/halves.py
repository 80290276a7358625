"""Halves of a company's own year by the days that the text gives one of them: "H1 2018" beside "the six months ended 31 March 2018"."""

import re
from collections.abc import Sequence

from rie.pipeline.frame import Item
from rie.values import Period, Reported, earlier
from rie.values.fiscal import ENDS

OF_CALENDAR = {6, 12}  # months in which its halves end
JUNE = 6
_SECOND = re.compile(r"\b(?:second|2nd)\b", re.IGNORECASE)  # "the second half, ending June 30" is none of the calendar
LEAST, MOST = 175, 190  # days of a half
BEFORE, BEHIND = 100, 290  # days between the end of such a half and that of the one of the calendar with its name


class Halves:
    """The halves that a text names, where the one that it dates to the day is none of the calendar.

    Args:
        read: the dated mentions of a document with what each means.
    """

    def __init__(self, read: Sequence[tuple[Item, Reported]]) -> None:
        dated = [told for item, told in read if ENDS.search(item.text) and is_half(told)]
        self.dated = max(dated, key=lambda told: str(told.end), default=None)
        second = (told for item, told in read if ENDS.search(item.text) and is_half(told) and _SECOND.search(item.text))
        self.second = max((told for told in second if told.end and told.end.month == JUNE), key=lambda told: str(told.end), default=None)
        named = [half for item, _ in read if (half := _named(item)) and half.end]
        self.latest = max(named, key=lambda half: half.start, default=None)
        alike = len({half.start.month for half in named}) == 1
        if self.dated is None or self.dated.end is None or self.latest is None or not alike or self.dated.end.month in OF_CALENDAR \
                or not -BEFORE <= (self.latest.last - self.dated.end).days <= BEHIND:
            self.dated = self.latest = None

    def of(self, item: Item) -> Reported | None:
        """The days of a half that is called by its number; None where the calendar's are meant."""
        half = _named(item)
        if self.second and self.second.end and half and _SECOND.search(item.text) and half.start.year <= self.second.end.year:
            return earlier(self.second, 12 * (self.second.end.year - half.start.year))
        if half is None or self.dated is None or self.latest is None or half.start.month != self.latest.start.month:
            return None
        return earlier(self.dated, 12 * (self.latest.start.year - half.start.year))


def is_half(told: Reported) -> bool:
    """Whether the days of a period are about as many as those of a half."""
    return told.start is not None and told.end is not None and LEAST <= (told.end - told.start).days <= MOST


def _named(item: Item) -> Period | None:
    """The half of the calendar that a mention names by its number."""
    value = item.value
    return value if isinstance(value, Period) and value.precision == "half" and not ENDS.search(item.text) else None
