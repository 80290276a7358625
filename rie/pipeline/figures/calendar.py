"""The reporting calendar of one document: which quarter it reports, by which name and of which days.

"Third-quarter profit" in a title and "the three months ended October 1" in the text are one period; where a text calls a quarter
"the second quarter of FY24", its other quarters are counted so too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from rie.pipeline.figures.counted import counted_quarter
from rie.pipeline.figures.counts import DECEMBER, LAST, LONG, NEAR, Counts, Named
from rie.pipeline.figures.cumulated import with_last_day
from rie.pipeline.figures.halves import Halves, is_half
from rie.pipeline.frame import Item
from rie.values import Period, Reference, Reported, earlier, named_after, reported
from rie.values.fiscal import ENDS, FISCAL
from rie.values.interval import DAY, add_months

YEAR = 365  # days
LONG_OVER = 300  # days after the end of a half on which it is compared with
_OPENS = re.compile(r"(?:^|[.\n]\s?)(?:The|In the) $")  # "The year before it made $2m"
_BEFORE = re.compile(r" (?:before|previously|earlier)\b", re.IGNORECASE)
_QUARTER = re.compile(r"quarter|qtr|\bq[1-4]|[1-4]q\b", re.IGNORECASE)
_THROUGH = re.compile(r"(?<!months )(?<!year )(?<!quarter )\bthrough $", re.IGNORECASE)
_OF_MONTH = re.compile(  # "its February sales", "JANUARY NET"
    r"(?:['\u2019]s)? (?:[a-z-]+ )?(?:sales|revenues?|turnover|net|profits?|earnings|loss)\b", re.IGNORECASE)
_TO_MONTH = re.compile(r"\bmonths? (?:[a-z-]+ ){1,3}to (?:the )?(?:end of )?$", re.IGNORECASE)
_WHICH = re.compile(r",? (?:which |that )?ended (?:on )?", re.IGNORECASE)
_QUARTERS_OF = {"nine_months": 3}
_TWELVE = re.compile(r"(?:12|twelve) m(?:on)?ths\b", re.IGNORECASE)
_INTERIM = re.compile(rf"{_QUARTER.pattern}|\bm(?:on)?ths\b", re.IGNORECASE)
_NEXT = re.compile(r"\bnext (?:(?:financial|fiscal|calendar|full) )?year\b", re.IGNORECASE)
_IN_FULL = re.compile(r"(?:19|20)\d\d|\bfy|['’]\d\d", re.IGNORECASE)
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")  # of the calendar; what a company calls "fiscal 2021" may be another
_LAST_YEAR = re.compile(r"(?:the )?(?:last|previous|prior|preceding) (?:fiscal |financial |business )?year", re.IGNORECASE)
_OF_THAT_YEAR = re.compile(r" quarter\b", re.IGNORECASE)  # "the 1997 quarter"
_SECOND = re.compile(r"second|2nd|\bh2|2h\b", re.IGNORECASE)


class Calendar(Counts):
    """Reads the reporting periods that mentions mean.

    Args:
        text: what the items' offsets refer to.
        items: the document's mentions.
        reference: the period that the document's metadata or date tells.
        published: the day of publication.
    """

    def __init__(self, text: str, items: Sequence[Item], reference: Reference | None, published: date | None = None) -> None:
        super().__init__(text, items, reference, published)
        read = [*self._read(self.items)]
        self.named = self._latest(read)
        fiscal = self.reference is not None and self.reference.fiscal
        ended = [one for one in read if not fiscal or ENDS.search(one.item.text)]  # "October to December" may be any quarter of a company
        self.days = {(told.year, told.quarter): told for told in (*self._by_name(ended), *self._which()) if told.year and told.end}
        bare = {one.told for one in ended if _BARE_YEAR.fullmatch(one.item.text)} - {
            one.told for one in ended if not _BARE_YEAR.fullmatch(one.item.text)}
        self.spelt = {key: told for key, told in self.days.items() if told not in bare}
        exact = self._by_name([one for one in ended if ENDS.search(one.item.text)])
        self.exact = {(told.year, told.quarter): told for told in (*exact, *self._which()) if told.year and told.end}
        if self.just_over and self.just_over.year:
            self.exact.setdefault((self.just_over.year, self.just_over.quarter), self.just_over)
            self.days.setdefault((self.just_over.year, self.just_over.quarter), self.just_over)
        self.halves = Halves([(one.item, one.told) for one in read])
        halves = [one.told for one in read if is_half(one.told)] if self.halves.dated is None else [self.halves.dated]
        self.half = max(map(self._latest_half, halves), key=lambda told: str(told.end), default=None)
        threes = [one.told for one in read if one.told.start and one.told.end and 265 <= (one.told.end - one.told.start).days <= 280]
        self.nine_months = max(threes, key=lambda told: str(told.end), default=None)
        self.year = self._last_year()
        self.coming = self._coming_year()
        self.uncounted = any(self._is_fiscal_half(item) and self._is_coming(item.value) for item in self.items)
        self.parts = {one.told.end: one.told for one in read if one.told.start and one.told.end and one.told.year is None}

    def period(self, item: Item, *, ahead: bool) -> Reported:
        """The reporting period that a mention means; `ahead` says that its figures are expected."""
        titled = self._of_title(item, ahead=ahead)
        return self._period(item, ahead=ahead) if titled is None else titled

    def _of_title(self, item: Item, *, ahead: bool) -> Reported | None:
        """The quarter that a title counts, where nobody knows of which year; the twelve months under an interim title."""
        if self.undated and item.in_title and item.value is not None and counted_quarter(self.text, [item]):
            return Reported(None, counted_quarter(self.text, [item]))
        return self._interim() if item.term == "year" and not ahead and _TWELVE.match(item.text) else None

    def _period(self, item: Item, *, ahead: bool) -> Reported:
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
        if (year := self._of_named_year(item, told, ahead=ahead)) is not None:
            return year
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
            quarters = _QUARTERS_OF.get(item.term or "", 2 * self._is_half(item))
            return self._so_far(quarters)
        return self.dated(told, fiscal=self.called_fiscal(item))

    def called_fiscal(self, item: Item) -> bool:
        """Whether a mention is of a year as a company counts it: "fiscal 2021"."""
        return FISCAL.search(self._words(item)) is not None

    def _interim(self) -> Reported | None:
        """The twelve months that end with the quarter, or with the months, that the title says are reported; None where that is a year."""
        titled = [item for item in self.items if item.in_title and not item.key and _INTERIM.search(item.text)]
        told = self.period(titled[0], ahead=False) if titled and not _TWELVE.match(titled[0].text) else Reported(None, LAST)
        if told.quarter == LAST:
            return None
        return Reported(start=add_months(told.end + DAY, -12), end=told.end) if told.end else Reported()

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

    def _of_named_year(self, item: Item, told: Reported, *, ahead: bool) -> Reported | None:
        """The period of a year that a text counts from another one: "the year" that is to come, "last year", "next year", "the 1997
        quarter".
        """
        if self.coming and (year := self._of_coming(item, told, ahead=ahead)):
            return year
        if self.reference and self.reference.quarter and _BARE_YEAR.fullmatch(item.text) and _OF_THAT_YEAR.match(self.text, item.end):
            return self.dated(Reported(int(item.text), self.reference.quarter))
        period, fiscal = item.value, self.reference is None or self.reference.fiscal
        if not ahead or fiscal or not isinstance(period, Period) or period.precision != "year" or not _NEXT.search(item.text):
            return None
        return Reported() if self.year and self.year.end and self.year.end.month != DECEMBER else Reported(period.start.year)

    def _coming_year(self) -> Reported | None:
        """The one year that a text dates to the day and that is not over when it is told, "the year to March 31", where it is none of the
        calendar.
        """
        if self.published is None:
            return None
        years = {told for (_, quarter), told in self.days.items() if quarter is None and told.end and told.end > self.published}
        last = years.pop() if len(years) == 1 else None
        near = last and last.end and last.end.month != DECEMBER and (last.end - self.published).days <= YEAR + NEAR
        return last if near else None

    def _of_coming(self, item: Item, told: Reported, *, ahead: bool) -> Reported | None:
        """The year that a text dates as a coming one, of what is expected for "the year"; the one before it, of "last year"."""
        if self.coming is None:
            return None
        if item.value is None and item.term == "year":
            return self.coming if ahead else None
        before = earlier(self.coming, 12)
        over = self.published and before.end and before.end <= self.published
        return before if over and not ahead and told.quarter is None and _LAST_YEAR.fullmatch(item.text) else None

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
        if days.end is None:
            return Reported()
        start = days.start and add_months(days.start, -3 * (quarters - 1)) if days.start and days.start.day == 1 else None
        return Reported(start=start, end=days.end)

    def dated(self, told: Reported, *, fiscal: bool = False) -> Reported:
        """The same period with the name or the days that the text gives it elsewhere; one called `fiscal` is of no bare year."""
        days = self.spelt if fiscal else self.days
        told = named_after(told, *self.named) if self.named else told
        if self.ahead and told.quarter and told.year and told.end:
            return replace(told, year=None, quarter=(told.quarter - 1 + self.ahead) % LAST + 1)
        if told.end is not None or not told.year:
            return told
        last = days.get((told.year, LAST)) if told.quarter is None else None
        if last and last.end and (told.year, None) not in days:
            return replace(told, start=add_months(last.end + DAY, -12), end=last.end)
        year = days.get((told.year, None)) if told.quarter == LAST else None
        if (told.year, told.quarter) not in days and not year and (found := self._year_before(told)):
            return found
        found = days.get((told.year, told.quarter), replace(told, end=year.end) if year else told)
        return with_last_day(found, list(self.parts.values()), self.reference)

    def _year_before(self, told: Reported) -> Reported | None:
        """The days of a period a year before one that the text dates to the day, of "the third quarter of fiscal 2023" beside "the third
        quarter of fiscal 2024, ended October 31"; none where the text dates another quarter near it.
        """
        later = self.exact.get(((told.year or 0) + 1, told.quarter))
        found = earlier(later, 12) if later else None
        others = (days for days in self.parts if found and found.end and 0 < abs((days - found.end).days) < LONG)
        return found if found and not any(others) else None

    def _is_half(self, item: Item) -> bool:
        return item.term == "half" or (isinstance(item.value, Period) and item.value.precision == "half")

    def _is_fiscal_half(self, item: Item) -> bool:
        """Whether a period is the half of a year that a company counts: "H1 FY25"."""
        return isinstance(item.value, Period) and item.value.precision == "half" and self.called_fiscal(item)

    def _is_coming(self, period: Period) -> bool:
        """Whether a period of the calendar was not over when it was told, so that one of that name is none of the calendar."""
        if self.reference is None or self.reference.fiscal:
            return self.shift > 0
        return period.last > Period.unit("quarter", self.reference.year, self.reference.quarter or LAST).last

    def _which(self) -> Iterator[Reported]:
        """The days of "the first quarter of fiscal 2019, which ended on June 30, 2018"."""
        for one, other in pairwise(self.items):
            period, day = one.value, other.value
            if isinstance(period, Period) and isinstance(day, Period) and day.precision == "day" and _WHICH.fullmatch(
                    self.text, one.end, other.start):
                told = reported(self._words(one), period, one.term, self.reference, shift=self.shift)
                if told.quarter and told.year:
                    yield replace(told, start=add_months(day.end, -3), end=day.last)

    def _latest(self, read: Sequence[Named]) -> tuple[Reported, Reported] | None:
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

    def _by_name(self, read: Sequence[Named]) -> Iterator[Reported]:
        return (named_after(one.told, *self.named) if self.named else one.told for one in read)


def _is_later(year: Reported, told: Reported) -> bool:
    """Whether a year is not before the one that words without a date would mean."""
    return year.year is not None and (told.year is None or year.year >= told.year)
