"""The reporting calendar of one document: which quarter it reports, by which name and of which days.

"Third-quarter profit" in a title and "the three months ended October 1" in the text are one period; where a text calls a quarter
"the second quarter of FY24", its other quarters are counted so too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rie.pipeline.figures.halves import Halves, is_half
from rie.pipeline.frame import Item
from rie.values import Period, Reference, Reported, earlier, named_after, reported
from rie.values.fiscal import ENDS, FISCAL, closing, is_quarter
from rie.values.interval import DAY, add_months

OPENING = 4  # sentences at the beginning that tell what a document reports
MARCH, DECEMBER = 3, 12
LAST = 4  # the quarter that ends with its year
NEAR = 10  # days between the end of a quarter of the calendar and that of a company
REACH = 60  # characters before a period in which it is said that its figures are expected
LONG = 92  # days between the end of the last quarter of the calendar and that of the one reported: less than a quarter
YEAR = 365  # days
LONG_OVER = 300  # days after the end of a half on which it is compared with
AHEAD = 4  # quarters by which a company's count may be ahead of the calendar's
_EXPECTED = re.compile(r"\b(?:expect\w*|outlook|guid\w+|forecast\w*|sees?|targets?|will)\b", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|[.\n]\s?)(?:The|In the) $")  # "The year before it made $2m"
_BEFORE = re.compile(r" (?:before|previously|earlier)\b", re.IGNORECASE)
_OUTLOOK = re.compile(r" (?:[\w-]+ ){0,2}(?:outlook|guidance|forecasts?|estimates?|view|targets?|warning)\b", re.IGNORECASE)
_FORESEEN = re.compile(
    r",? (?:it|the company|the group|management|[A-Z]\w+) (?:now |also )?(?:guid|expect|sees|forecast|project|anticipat)")
_QUARTER = re.compile(r"quarter|qtr|\bq[1-4]|[1-4]q\b", re.IGNORECASE)
_LAST = re.compile(r"\b(?:4TH|FOURTH) QTR$")
_COUNTED = re.compile(r"^(?:first|second|third|fourth|[1-4](?:st|nd|rd|th)|q[1-4]|[1-4]q)(?:[\s-]+(?:quarter|qtr))?$", re.IGNORECASE)
_MONTHS_TO = re.compile(r"(?:three|3) months to\b", re.IGNORECASE)
_THROUGH = re.compile(r"(?<!months )(?<!year )(?<!quarter )\bthrough $", re.IGNORECASE)
_OF_MONTH = re.compile(  # "its February sales", "JANUARY NET"
    r"(?:['\u2019]s)? (?:[a-z-]+ )?(?:sales|revenues?|turnover|net|profits?|earnings|loss)\b", re.IGNORECASE)
_TO_MONTH = re.compile(r"\bmonths? (?:[a-z-]+ ){1,3}to (?:the )?(?:end of )?$", re.IGNORECASE)
_OF_INDIA = re.compile(r"\b(?:Rs|crores?|lakhs?)\b|\u20b9")
_IN_INDIA = re.compile(r"\bcrores?\b|\blakhs?\b|\u20b9|\bIndia", re.IGNORECASE)
_BESIDE_INDIA = re.compile(r"\b(?:Pakistan|Karachi|Lahore|Bangladesh|Dhaka|Sri Lanka|Colombo|Nepal|Kathmandu)", re.IGNORECASE)
_WHICH = re.compile(r",? (?:which |that )?ended (?:on )?", re.IGNORECASE)
_QUARTERS_OF = {"nine_months": 3}
_NEXT = re.compile(r"\bnext (?:(?:financial|fiscal|calendar|full) )?year\b", re.IGNORECASE)
_IN_FULL = re.compile(r"(?:19|20)\d\d|\bfy|['’]\d\d", re.IGNORECASE)
_SECOND = re.compile(r"second|2nd|\bh2|2h\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Named:
    item: Item
    told: Reported


class Calendar:
    """Reads the reporting periods that mentions mean.

    Args:
        text: what the items' offsets refer to.
        items: the document's mentions.
        reference: the period that the document's metadata or date tells.
    """

    def __init__(self, text: str, items: Sequence[Item], reference: Reference | None) -> None:
        self.text, self.items, self.reference = text, items, reference
        self.just_over: Reported | None = None
        self.ahead = 0  # quarters, where a company's own are counted in years that nobody names
        self.shift, self.closed = 0, self._closed(reference)
        self.reference, self.shift = self._counted(reference)
        read = [*self._read(self.items)]
        self.named = self._latest(read)
        fiscal = self.reference is not None and self.reference.fiscal
        ended = [one for one in read if not fiscal or ENDS.search(one.item.text)]  # "October to December" may be any quarter of a company
        self.days = {(told.year, told.quarter): told for told in (*self._by_name(ended), *self._which()) if told.year and told.end}
        exact = self._by_name([one for one in ended if ENDS.search(one.item.text)])
        self.exact = {(told.year, told.quarter): told for told in (*exact, *self._which()) if told.year and told.end}
        if self.just_over and self.just_over.year:
            self.exact.setdefault((self.just_over.year, self.just_over.quarter), self.just_over)
            self.days.setdefault((self.just_over.year, self.just_over.quarter), self.just_over)
        self.halves = Halves([(one.item, one.told) for one in read])
        halves = {one.told for one in read if is_half(one.told)} if self.halves.dated is None else {self.halves.dated}
        self.half = max(map(self._latest_half, halves), key=lambda told: str(told.end), default=None)
        threes = {one.told for one in read if one.told.start and one.told.end and 265 <= (one.told.end - one.told.start).days <= 280}
        self.nine_months = max(threes, key=lambda told: str(told.end), default=None)
        self.year = self._last_year()
        self.uncounted = any(self._is_fiscal_half(item) and self._is_coming(item.value) for item in self.items)
        self.parts = {one.told.end: one.told for one in read if one.told.start and one.told.end and one.told.year is None}

    def period(self, item: Item, *, ahead: bool) -> Reported:
        """The reporting period that a mention means; `ahead` says that its figures are expected."""
        period = item.value if isinstance(item.value, Period) else None
        if self.uncounted and self._is_fiscal_half(item):
            return self._so_far(0 if _SECOND.search(item.text) else 2)
        if not ahead and (half := self.halves.of(item)):
            return half
        told = reported(self._words(item), period, item.term, self.reference, ahead=ahead, shift=self.shift)
        if period and period.precision == "month" and _TO_MONTH.search(self._before(item)):
            return Reported()  # "nine month sales to September 1986": of which months is said before
        if not ahead and period is None and item.term == "quarter" and (own := self._latest_quarter()):
            return own
        if ahead and period and period.precision == "year" and _NEXT.search(item.text) and self.reference and not self.reference.fiscal:
            return Reported() if self.year and self.year.end and self.year.end.month != DECEMBER else Reported(period.start.year)
        if ahead and not _IN_FULL.search(item.text) and self._is_over(days := self.dated(told)):
            return earlier(days, -12)  # who expects something of "the current year" or "the year to March" speaks of one to come
        if self.year and not ahead and period is None and item.term == "year" and not item.compared and _is_later(self.year, told):
            before = _BEFORE.match(self.text, item.end) and _OPENS.search(self._before(item))
            return earlier(self.year, 12) if before else self.year
        if told == Reported() and not ahead and period and period.precision == "month" and _THROUGH.search(self._before(item)):
            return self.parts.get(period.last, told)
        if told == Reported() and not ahead and period and period.precision == "month" and _OF_MONTH.match(self.text, item.end):
            return Reported(start=period.start, end=period.last)
        if told == Reported() and not ahead and not _SECOND.search(item.text):
            if self.half and self._is_half(item):
                return self.half
            if self.nine_months and item.term == "nine_months":
                return self.nine_months
            return self._so_far(_QUARTERS_OF.get(item.term or "", 2 * self._is_half(item)))
        return self.dated(told)

    def _is_over(self, told: Reported) -> bool:
        """Whether the year that a text dates to the day was over when it was told."""
        if self.reference is None or told.start is None or told.end is None or told.quarter is not None:
            return False
        over = Period.unit("quarter", self.reference.year, self.reference.quarter or LAST).last
        return told.end <= over and 360 <= (told.end - told.start).days <= 372

    def _latest_quarter(self) -> Reported | None:
        """The quarter that "the quarter" means, where the text dates it to the day and counts it otherwise than the calendar: "the first
        quarter ended June 30".
        """
        known = self.reference
        if known is None or known.fiscal or known.quarter is None:
            return None
        over = Period.unit("quarter", known.year, known.quarter).last
        own = (told for (_, quarter), told in self.exact.items() if quarter and told.end and abs((told.end - over).days) <= NEAR)
        return next((told for told in own if told.quarter != known.quarter), None)

    def _last_year(self) -> Reported | None:
        """The year that the text dates to the day and that was over when it is told, "the year to June 30": what "full-year" means."""
        if self.reference is None or self.reference.fiscal:
            return None
        over = Period.unit("quarter", self.reference.year, self.reference.quarter or LAST).last
        years = [told for (_, quarter), told in self.days.items() if quarter is None and told.end and 0 <= (over - told.end).days < YEAR]
        return max(years, key=lambda told: str(told.end), default=None)

    def _latest_half(self, told: Reported) -> Reported:
        """A half that words without a date mean: that of the year behind "the first six months of 2015", in August of 2016."""
        if self.reference is None or told.end is None:
            return told
        over = (Period.unit("quarter", self.reference.year, self.reference.quarter or LAST).last - told.end).days
        return earlier(told, -12) if LONG_OVER < over < LONG_OVER + YEAR / 2 else told

    def _so_far(self, quarters: int) -> Reported:
        """The half or the nine months that end with the quarter that the text dates to the day."""
        years = [year for year, quarter in self.days if quarter == quarters and year]
        days = self.days[max(years), quarters] if years else Reported()
        if days.end is None and quarters == _QUARTERS_OF["nine_months"]:  # of years that are none of the calendar
            days = max((told for (_, quarter), told in self.exact.items() if quarter), key=lambda told: str(told.end), default=days)
        start = days.start and add_months(days.start, -3 * (quarters - 1)) if days.start and days.start.day == 1 else None
        return Reported(start=start, end=days.end)

    def dated(self, told: Reported) -> Reported:
        """The same period with the name or the days that the text gives it elsewhere."""
        told = named_after(told, *self.named) if self.named else told
        if self.ahead and told.quarter and told.year and told.end:
            return replace(told, year=None, quarter=(told.quarter - 1 + self.ahead) % LAST + 1)
        if told.end is not None or not told.year:
            return told
        last = self.days.get((told.year, LAST)) if told.quarter is None else None
        if last and last.end and (told.year, None) not in self.days:
            return replace(told, start=add_months(last.end + DAY, -12), end=last.end)
        year = self.days.get((told.year, None)) if told.quarter == LAST else None
        if (told.year, told.quarter) not in self.days and not year and (days := self._year_before(told)):
            return days
        return self.days.get((told.year, told.quarter), replace(told, end=year.end) if year else told)

    def _year_before(self, told: Reported) -> Reported | None:
        """The days of a period a year before one that the text dates to the day, of "the third quarter of fiscal 2023" beside "the third
        quarter of fiscal 2024, ended October 31"; none where the text dates another quarter near it.
        """
        later = self.exact.get(((told.year or 0) + 1, told.quarter))
        found = earlier(later, 12) if later else None
        others = (days for days in self.parts if found and found.end and 0 < abs((days - found.end).days) < LONG)
        return found if found and not any(others) else None

    def _before(self, item: Item) -> str:
        return self.text[max(item.start - REACH, 0) : item.start]

    def _words(self, item: Item) -> str:
        before = self.text[max(item.start - 12, 0) : item.start].split()[-1:]
        return " ".join([*(word for word in before if word.lower() in {"fiscal", "fy", "financial"}), item.text])

    def _is_half(self, item: Item) -> bool:
        return item.term == "half" or (isinstance(item.value, Period) and item.value.precision == "half")

    def _is_fiscal_half(self, item: Item) -> bool:
        """Whether a period is the half of a year that a company counts: "H1 FY25"."""
        return isinstance(item.value, Period) and item.value.precision == "half" and FISCAL.search(self._words(item)) is not None

    def _is_coming(self, period: Period) -> bool:
        """Whether a period of the calendar was not over when it was told, so that one of that name is none of the calendar."""
        if self.reference is None or self.reference.fiscal:
            return self.shift > 0
        return period.last > Period.unit("quarter", self.reference.year, self.reference.quarter or LAST).last

    def _read(self, items: Sequence[Item], reference: Reference | None = None) -> Iterator[_Named]:
        """The dated mentions as the text alone names them."""
        calendar = self.reference is None or not self.reference.fiscal
        return (_Named(item, reported(item.text, item.value, item.term, reference, shift=self.shift if reference is None else 0,
                                      calendar=calendar))
                for item in items if isinstance(item.value, Period))

    def _counted(self, known: Reference | None) -> tuple[Reference | None, int]:
        """The fiscal quarter that the opening says is reported, and how many quarters it is ahead of the calendar's."""
        self.shift = 0
        if known and not known.fiscal and known.quarter in {2, 3} and any(item.in_title and _LAST.search(item.text) for item in self.items):
            known = Reference(known.year, LAST, fiscal=True)  # a last quarter that is reported when no year of the calendar is over
            return known, LAST - (self.reference.quarter or LAST) if self.reference else 0
        opening = (one for one in self._read(self._opening()) if not self._is_expected(one.item))
        named = [one.told for one in opening if FISCAL.search(self._words(one.item)) or _is_own(one)]
        counts = known is None or known.fiscal
        likely = (told for told in named if told.year and told.quarter and (counts or 0 <= _ahead(told, known) <= AHEAD))
        name = next(likely, self.closed) or self._over(known, named)
        if known is None or known.fiscal or known.quarter is None or name is None or name.year is None or name.quarter is None:
            return known, 0
        shift = _ahead(name, known)
        return (Reference(name.year, name.quarter, fiscal=True), shift) if 0 <= shift <= AHEAD else (known, 0)

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
        ended = ended or list(self._last_quarters()) if quarter == LAST else ended
        if not ended:
            return None
        days, told = max(ended, key=lambda one: one[0].end)
        over = abs((Period.unit("quarter", known.year, known.quarter or LAST).last - days.last).days) < LONG
        found = self._closing(days, quarter, told.year is not None) if over and told.quarter != quarter else None
        if over and told.quarter and told.quarter != quarter and found is None:
            self.ahead = (quarter - told.quarter) % LAST
        return found

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
        if not of_calendar or quarter == LAST or closes.month != MARCH:
            return told
        return replace(told, year=closes.year) if _OF_INDIA.search(self.text) else None

    def _which(self) -> Iterator[Reported]:
        """The days of "the first quarter of fiscal 2019, which ended on June 30, 2018"."""
        for one, other in pairwise(self.items):
            period, day = one.value, other.value
            if isinstance(period, Period) and isinstance(day, Period) and day.precision == "day" and _WHICH.fullmatch(
                    self.text, one.end, other.start):
                told = reported(self._words(one), period, one.term, self.reference, shift=self.shift)
                if told.quarter and told.year:
                    yield replace(told, start=add_months(day.end, -3), end=day.last)

    def _opening(self) -> list[Item]:
        return [item for item in self.items if item.sentence < OPENING and not item.key]

    def _is_expected(self, item: Item) -> bool:
        foreseen = _OUTLOOK.match(self.text, item.end) or _FORESEEN.match(self.text, item.end)
        return bool(foreseen or _EXPECTED.search(self._before(item).rpartition("\n")[2]))

    def _latest(self, read: Sequence[_Named]) -> tuple[Reported, Reported] | None:
        """The latest quarter that the text dates to the day, and the name by which it calls the reported one first."""
        dated = [one.told for one in read if one.told.year is None and one.told.end is not None]
        last = max(dated, key=lambda told: str(told.end), default=None)
        fiscal = (one.told for one in read if "fiscal" in self.text[max(one.item.start - 12, 0) : one.item.end].lower())
        name = next((told for told in fiscal if told.year and told.quarter), self.closed) or (self._plain_name(last) if last else None)
        return (last, name) if last and name else None

    def _plain_name(self, last: Reported) -> Reported | None:
        """The quarter that the opening names without a year, when it ends with one of the calendar."""
        quarters = [item for item in self._opening() if _QUARTER.search(item.text)]
        for one in self._read(quarters, self.reference):
            told = one.told
            if told.year and told.quarter and last.end:
                near = abs((Period.unit("quarter", told.year, told.quarter).last - last.end).days) <= NEAR
                return told if near else None
        return None

    def _by_name(self, read: Sequence[_Named]) -> Iterator[Reported]:
        return (named_after(one.told, *self.named) if self.named else one.told for one in read)


def _ahead(told: Reported, known: Reference | None) -> int:
    """By how many quarters a company's count is ahead of the calendar's."""
    if known is None:
        return 0
    return ((told.year or 0) - known.year) * 4 + (told.quarter or LAST) - (known.quarter or LAST)


def _is_yearlong(period: Period) -> bool:
    return 360 <= (period.end - period.start).days <= 372


def _is_later(year: Reported, told: Reported) -> bool:
    """Whether a year is not before the one that words without a date would mean."""
    return year.year is not None and (told.year is None or year.year >= told.year)


def _is_own(one: _Named) -> bool:
    """Whether a quarter that is counted and dated is none of the calendar: "4TH QTR OCT 31"."""
    told = one.told
    if not (told.year and told.quarter and told.end) or not ENDS.search(one.item.text):
        return False
    return abs((Period.unit("quarter", told.end.year, told.quarter).last - told.end).days) > NEAR
