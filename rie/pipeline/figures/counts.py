"""How a document counts the quarters of its company: which one it reports, by which name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rie.pipeline.figures.counted import counted_quarter, year_of
from rie.pipeline.frame import Item
from rie.values import Period, Reference, Reported, reported
from rie.values.fiscal import ENDS, FISCAL, closing, is_quarter
from rie.values.interval import add_months

OPENING = 4  # sentences at the beginning that tell what a document reports
MARCH, DECEMBER = 3, 12
NEAR = 10  # days between the end of a quarter of the calendar and that of a company
LONG = 92  # days between the end of the last quarter of the calendar and that of the one reported: less than a quarter
AHEAD = 4  # quarters by which a company's count may be ahead of the calendar's
BEHIND = 3  # quarters by which the count of a year that is named after the one in which it begins may be behind the calendar's
_EXPECTED = re.compile(r"\b(?:expect\w*|outlook|guid\w+|forecast\w*|sees?|targets?|will)\b", re.IGNORECASE)
_OUTLOOK = re.compile(r" (?:[\w-]+ ){0,2}(?:outlook|guidance|forecasts?|estimates?|view|targets?|warning)\b", re.IGNORECASE)
_FORESEEN = re.compile(
    r",? (?:it|the company|the group|management|[A-Z]\w+) (?:now |also )?(?:guid|expect|sees|forecast|project|anticipat)")
_COUNTED = re.compile(r"^(?:first|second|third|fourth|[1-4](?:st|nd|rd|th)|q[1-4]|[1-4]q)(?:[\s-]+(?:quarter|qtr))?$", re.IGNORECASE)
_MONTHS_TO = re.compile(r"(?:three|3) months to\b", re.IGNORECASE)
_OF_INDIA = re.compile(r"\b(?:Rs|crores?|lakhs?)\b|\u20b9")
_IN_INDIA = re.compile(r"\bcrores?\b|\blakhs?\b|\u20b9", re.IGNORECASE)  # what companies elsewhere say of their sales in India is no sign
_BESIDE_INDIA = re.compile(r"\b(?:Pakistan|Karachi|Lahore|Bangladesh|Dhaka|Sri Lanka|Colombo|Nepal|Kathmandu)", re.IGNORECASE)
LAST = 4  # the quarter that ends with its year
REACH = 60  # characters before a period in which it is said that its figures are expected


@dataclass(frozen=True)
class Named:
    item: Item
    told: Reported


class Counts:
    """Reads which quarter a document reports, and how many quarters its company's count is ahead of the calendar's.

    Args:
        text: what the items' offsets refer to.
        items: the document's mentions.
        reference: the period that the document's metadata or date tells.
        published: the day of publication.
    """

    def __init__(self, text: str, items: Sequence[Item], reference: Reference | None, published: date | None = None) -> None:
        self.text, self.items, self.reference, self.published = text, items, reference, published
        self.just_over: Reported | None = None
        self.ahead = 0  # quarters, where a company's own are counted in years that nobody names
        self.shift, self.undated = 0, False
        self.closed = self._closed(reference)
        self.reference, self.shift = self._counted(reference)

    def _counted(self, known: Reference | None) -> tuple[Reference | None, int]:
        """The fiscal quarter that the opening says is reported, and how many quarters it is ahead of the calendar's."""
        self.shift = 0
        if known and not self.closed and (titled := self._titled(known)):
            return titled, _ahead(Reported(titled.year, titled.quarter), known)
        opening = [one for one in self._read(self._opening()) if not self._is_expected(one.item)]
        own = [one.told for one in opening if _is_own(one)]
        named = [one.told for one in opening if FISCAL.search(self._words(one.item)) or one.told in own]
        counts = known is None or known.fiscal
        likely = (told for told in named if told.year and told.quarter
                  and (counts or -BEHIND * (told in own) <= _ahead(told, known) <= AHEAD))
        name = next(likely, self.closed) or self._over(known, named) or self._of_year(known)
        if known is None or known.fiscal or known.quarter is None or name is None or name.year is None or name.quarter is None:
            return known, 0
        shift = _ahead(name, known)
        least = -BEHIND if name in own or name == self.closed else 0
        return (Reference(name.year, name.quarter, fiscal=True), shift) if least <= shift <= AHEAD else (known, 0)

    def _titled(self, known: Reference) -> Reference | None:
        """The quarter that the title counts and that is not the last one of the calendar, with its year where that is plain."""
        quarter = counted_quarter(self.text, self.items)
        if known.fiscal or quarter is None or self.published is None or quarter == known.quarter:
            return None
        year = year_of(quarter, self.published)
        self.undated = year is None and quarter != LAST
        return None if year is None else Reference(year, quarter, fiscal=True)

    def _closed(self, known: Reference | None) -> Reported | None:
        """The quarter that the opening only counts, "second-quarter profit", as the days tell it that a text gives the latest one: the
        "13 weeks ended Aug. 1"; "Q4 profit", "the quarter ended March 31".
        """
        words = [item for item in self._opening() if _COUNTED.search(item.text) and not item.compared and not self._is_expected(item)]
        quarters = {one.told.quarter for one in self._read(words, known)}
        ended = [(item.value, told) for item in self.items if isinstance(item.value, Period)
                 and (ENDS.search(item.text) or _MONTHS_TO.match(item.text))
                 and is_quarter(told := reported(item.text, item.value, item.term, None))]
        if known is None or len(quarters) != 1 or not (quarter := quarters.pop()):
            return None
        ended = ended or list(self._within(quarter))
        ended = ended or list(self._last_quarters()) if quarter == LAST else ended
        if not ended:
            return None
        days, told = max(ended, key=lambda one: one[0].end)
        over = abs((Period.unit("quarter", known.year, known.quarter or LAST).last - days.last).days) < LONG
        if over and told.quarter == quarter and abs((Period.unit("quarter", days.last.year, quarter).last - days.last).days) > NEAR:
            return told
        found = self._closing(days, quarter, told.year is not None) if over and told.quarter != quarter else None
        if over and told.quarter and told.quarter != quarter and found is None:
            self.ahead = (quarter - told.quarter) % LAST
        return found

    def _within(self, quarter: int) -> Iterator[tuple[Period, Reported]]:
        """The second or third quarter that ends with the half, or the nine months, that the text dates to the day."""
        for item in self.items:
            days = item.value if isinstance(item.value, Period) and ENDS.search(item.text) else None
            months = days and (days.end.year - days.start.year) * 12 + days.end.month - days.start.month
            if days and months in {6, 9} and months == 3 * quarter:
                yield Period(add_months(days.end, -3), days.end, "quarter"), Reported()

    def _last_quarters(self) -> Iterator[tuple[Period, Reported]]:
        """The last quarters of the years that the text dates to the day and that are none of the calendar: "its year ended June 30"."""
        for item in self.items:
            year = item.value if isinstance(item.value, Period) and ENDS.search(item.text) else None
            if year and _is_yearlong(year) and year.last.month != DECEMBER:
                yield Period(add_months(year.end, -3), year.end, "quarter"), Reported(year.last.year)

    def _over(self, known: Reference | None, named: Sequence[Reported]) -> Reported | None:
        """The quarter that the opening calls a fiscal one, as the one that was just over counts: "its fiscal third quarter"."""
        quarters = {told.quarter for told in named if told.quarter and not told.year} or self._of_india(known)
        if known is None or known.quarter is None or len(quarters) != 1:
            return None
        found = self._closing(Period.unit("quarter", known.year, known.quarter), quarters.pop() or LAST, of_calendar=True)
        self.just_over = found if self._of_india(known) else None
        return found

    def _of_year(self, known: Reference | None) -> Reported | None:
        """The quarter that was just over as a year counts it that the text dates to the day, "the year ending March 2026", where the text
        tells a quarter of that number.
        """
        years = {item.value.last for item in self.items if isinstance(item.value, Period) and _is_yearlong(item.value)}
        months = {day.month for day in years} - {DECEMBER} if known and not known.fiscal else set()
        if known is None or known.quarter is None or len(months) != 1 or (closes := months.pop()) % 3:
            return None
        quarter = (known.quarter - closes // 3 - 1) % LAST + 1
        counted = {told.quarter for item in self.items if _COUNTED.search(item.text) and not item.compared
                   for told in (reported(item.text, item.value, item.term, known),)}
        days = Period.unit("quarter", known.year, known.quarter)
        named = Reported(add_months(days.last, 3 * (LAST - quarter)).year, quarter, days.start, days.last)
        if quarter not in counted or known.quarter in counted or quarter == LAST:
            return None
        self.ahead = 0  # now that its years have names
        return named

    def _of_india(self, known: Reference | None) -> set[int]:
        """The quarter that was just over as companies in India count it, whose years end in March, where the text names it so: "Q2"."""
        if known is None or known.quarter is None or not _IN_INDIA.search(self.text) or _BESIDE_INDIA.search(self.text):
            return set()
        quarter = (known.quarter - 2) % LAST + 1
        counted = (reported(item.text, item.value, item.term, known) for item in self.items if _COUNTED.search(item.text))
        return {quarter} & {told.quarter for told in counted if told.quarter}

    def _closing(self, days: Period, quarter: int, of_calendar: bool) -> Reported | None:
        """A quarter with the year that it is of. Years that close in March are named after that month in India; elsewhere nobody knows."""
        told = closing(days, quarter)
        closes = add_months(days.last, 3 * (LAST - quarter))
        if quarter == LAST or closes.month != MARCH or counted_quarter(self.text, self.items) == quarter:
            return told
        return replace(told, year=closes.year) if _OF_INDIA.search(self.text) else None if of_calendar else told

    def _read(self, items: Sequence[Item], reference: Reference | None = None) -> Iterator[Named]:
        """The dated mentions as the text alone names them."""
        calendar = self.reference is None or not self.reference.fiscal
        return (Named(item, reported(item.text, item.value, item.term, reference, shift=self.shift if reference is None else 0,
                                      calendar=calendar))
                for item in items if isinstance(item.value, Period))

    def _opening(self) -> list[Item]:
        return [item for item in self.items if item.sentence < OPENING and not item.key]

    def _is_expected(self, item: Item) -> bool:
        foreseen = _OUTLOOK.match(self.text, item.end) or _FORESEEN.match(self.text, item.end)
        return bool(foreseen or _EXPECTED.search(self._before(item).rpartition("\n")[2]))

    def _before(self, item: Item) -> str:
        return self.text[max(item.start - REACH, 0) : item.start]

    def _words(self, item: Item) -> str:
        before = self.text[max(item.start - 12, 0) : item.start].split()[-1:]
        return " ".join([*(word for word in before if word.lower() in {"fiscal", "fy", "financial"}), item.text])


def _ahead(told: Reported, known: Reference | None) -> int:
    """By how many quarters a company's count is ahead of the calendar's."""
    if known is None:
        return 0
    return ((told.year or 0) - known.year) * 4 + (told.quarter or LAST) - (known.quarter or LAST)


def _is_own(one: Named) -> bool:
    """Whether a quarter that is counted and dated is none of the calendar: "4TH QTR OCT 31"."""
    told = one.told
    if not (told.year and told.quarter and told.end) or not ENDS.search(one.item.text):
        return False
    return abs((Period.unit("quarter", told.end.year, told.quarter).last - told.end).days) > NEAR


def _is_yearlong(period: Period) -> bool:
    return 360 <= (period.end - period.start).days <= 372
