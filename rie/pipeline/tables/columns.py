"""The columns of a table: which period each is of, and which tell changes.

A header names periods in full, or by words that the text around it completes: the day on which a period ends, which the announcement
tells once, "the current quarter", a year.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from rie.documents.parsers.cells import is_year
from rie.pipeline.frame import Item
from rie.pipeline.tables.glued import years_in
from rie.pipeline.tables.header_words import is_head, is_lead, is_outlook, is_partial, months_of, plain
from rie.pipeline.tables.headings import BAR, SECTION, Headings
from rie.pipeline.tables.levels import over_columns
from rie.values import Money, Period, find_periods
from rie.values.interval import add_months

SHORT = 80  # days of no period that is reported
TOLD = 8  # sentences at the beginning in which an announcement tells its period
YEAR, QUARTER = 12, 3  # months
LEVELS = 4  # lines above a header in which its periods begin
_MONTHS = re.compile(r"\b(?:months?|weeks?|quarters?|half)\b|^(?:.*\s{2,})?ended\b", re.IGNORECASE)
_CHANGES = re.compile(
    r"\b(?:change|chg|growth|variance|var|increase|decrease|yoy|y-o-y|variation|evolution|diff)\b|%|\+/-", re.IGNORECASE)
_PERCENT = re.compile(r"%|\b(?:per ?cent|pct)\b", re.IGNORECASE)
PERCENT = 4  # characters behind a number in which its sign of percent stands
ROUNDED = Decimal("0.6")  # points by which changes of rounded figures miss
_ENDED = re.compile(r"\b(?:ended|ending|ends|to)\b|[-\u2013]", re.IGNORECASE)
_ENDS_ON = re.compile(r"\bend(?:ed|ing|s)?(?: on)? $")
_QUARTER = re.compile(r"\bquarter\b|\b(?:3|three)[- ]months?\b", re.IGNORECASE)
_SO_FAR_ONLY = re.compile(r"ytd[- ]?\d{2,4}|\d{4} ytd", re.IGNORECASE)  # of which months is not told
_SO_FAR = re.compile(r"year[- ]to[- ]date|\bytd\b|\bcumulative\b|\bperiod\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:12|twelve)[- ]months?\b|\byear ended\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r"(?P<now>\b(?:current|this) (?:year )?(?:quarter|period))|(?P<ago>\b(?:similar|same|corresponding|comparative|comparable)\b"
    r"|\bprior[- ]year quarter|\bpreceding year)|(?P<last>\b(?:previous|preceding|prior) quarter)", re.IGNORECASE)
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_COUNTED = re.compile(r"\b(first|second|third|fourth|1st|2nd|3rd|4th)[- ]quarter", re.IGNORECASE)
_BELOW = "(-\u2212\u2013"
_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d+)?")


@dataclass(frozen=True)
class Header:
    """What stands over the columns: for each the item numbers of its cell; which tell changes, which what is expected, and which changes in
    percent in so many words, counted from the right; those that "%" alone stands over may be shares of sales.
    """

    cells: list[list[int]]
    changes: frozenset[int] = frozenset()
    outlook: frozenset[int] = frozenset()
    percent: frozenset[int] = frozenset()
    shares: frozenset[int] = frozenset()

    def over(self, row: Sequence[list[int]]) -> list[tuple[list[int], list[int]]]:
        """Each cell of the header over that of a row, from the right; a row that lacks its changes, "EPS | 8.2 | 9.3", ends before them,
        one that lacks what stands before all periods, as the numbers of notes, begins behind it. Nothing of any other row with more or
        fewer cells than there are columns: which is of which column is not known.
        """
        lacks = len(self.cells) - len(row)
        if lacks < 0 or (lacks and not set(range(lacks)) <= self.changes and any(self.cells[:lacks])):
            return []
        behind = lacks if lacks and set(range(lacks)) <= self.changes else 0
        return [([], []) for _ in range(behind)] + list(zip(self.cells[len(self.cells) - 1 - behind :: -1], reversed(row), strict=False))


class Columns(Headings):
    """Reads the headers of the tables of one document; arguments as for `Headings`."""

    def _header(self, line: int) -> Header | None:
        """The header that a line of cells is; None where no cell names a period."""
        texts, cells = self._texts(line), self._cells(line)
        outlook = frozenset(len(texts) - 1 - place for place, text in enumerate(texts) if is_outlook(text))
        if all(self._period(cell) is None for cell in cells) and not any(map(_RELATIVE.search, texts)) and not any(map(is_head, texts)):
            return None
        sums = (i for cell, text in zip(cells[1:], texts[1:], strict=True) if not is_head(text) for i in cell)
        if any(isinstance(self.items[i].value, Money) and self.items[i].value.amount for i in sums):
            return None
        whole = self._completed([self._read(cell, text, self.lines[line]) for cell, text in zip(cells, texts, strict=True)], line)
        named = [self._named(cell, text) for cell, text in zip(whole, texts, strict=True)]
        found = self._told_once(named, texts)
        if self._is_doubtful(line):
            found = [[] if cell and cell == old and is_partial(text) else cell for cell, old, text in zip(found, cells, texts, strict=True)]
        if all(self._period(cell) is None for cell in found):
            return None
        over_labels = len(texts) > 1 and not is_head(texts[0]) and (self._period(found[0]) is None or is_lead(texts[0]))
        first = int(over_labels)
        shares = frozenset(len(texts) - 1 - place for place, text in enumerate(texts) if text == "%")
        percent = frozenset(len(texts) - 1 - place for place, text in enumerate(texts) if _PERCENT.search(text)) - shares
        return Header(found[first:], _of_changes(texts, found), outlook, percent, shares)

    def _read(self, cell: list[int], text: str, line: tuple[int, int]) -> list[int]:
        """The cell; with the period that its words name where none was found in it: "1-3/2012"."""
        if _SO_FAR_ONLY.fullmatch(text):
            return []
        if self._period(cell) is not None or not (is_head(text) or is_lead(text)):
            return cell
        named = [found.value for found in find_periods(plain(text), bounds=False)]
        if len(named) != 1 or not self._period_labels():
            return cell
        start = self.text.index(text, *line)
        return [self._added(Item(self._period_labels()[0], text, start, start + len(text), 0, value=named[0]))]

    def _is_doubtful(self, line: int) -> bool:
        """Whether a line above a header tells that its years are of some months, in words that are not read."""
        for at in range(line - 1, max(line - 1 - LEVELS, -1), -1):
            above = self.text[slice(*self.lines[at])].strip()
            if len(above) > SECTION or above.endswith(".") or (BAR in above and self._has_figure(at)):
                return False
            if _MONTHS.search(above):
                return True
        return False

    def _added(self, item: Item) -> int:
        self.items.append(item)
        return len(self.items) - 1

    def _texts(self, line: int) -> list[str]:
        return [text.strip() for text in self.text[slice(*self.lines[line])].split(BAR)]

    def _named(self, cell: list[int], text: str) -> list[int]:
        """The cell with the period that its words mean: "Current quarter 30.06.2017", "Similar quarter of last year"."""
        dated = (i for i in cell if isinstance(self.items[i].value, Period))
        days = {self._days(i).last: i for i in dated if self._days(i).precision == "day"}
        relative = _RELATIVE.search(text)
        if len(days) == 1 and (_QUARTER.search(text) or _SO_FAR.search(text) or _YEAR.search(text) or relative):
            day, number = days.popitem()
            quarter = _QUARTER.search(text) and not _SO_FAR.search(text)
            months = QUARTER if quarter else YEAR if _YEAR.search(text) else self._months_so_far(day)
            return self._lasting(self.items[number], day, months)
        if relative is None or days or not cell:
            return cell
        closed = self._closing()
        if closed is None or not _QUARTER.search(text) or _SO_FAR.search(text):
            return []
        back = YEAR if relative["ago"] else QUARTER if relative["last"] else 0
        return self._lasting(self.items[cell[0]], closed, QUARTER, back)

    def _lasting(self, item: Item, day: date, months: int, back: int = 0) -> list[int]:
        """A cell of the period of so many months up to a day, or so many months before it; empty where its length is not known."""
        if not months or not self._period_labels():
            return []
        end = add_months(Period.day(day).end, -back)
        start = add_months(end, -months)
        last = Period(start, end, "range").last
        unit = {QUARTER: "quarter", 6: "half", YEAR: "year"}.get(months, "range")
        return [self._added(replace(item, label=self._period_labels()[0], text=f"{months} months ended {last:%d %B %Y}",
                                    value=Period(start, end, unit)))]

    def _months_so_far(self, day: date) -> int:
        """How many months of its year are over on the last day that the announcement reports, or a year before; 0 where it does not say."""
        told = {period for period in self._told() if (period.last.month, period.last.day) == (day.month, day.day)}
        longer = {_months(period) for period in told} - {QUARTER}
        counted = {_NTH[match[1].lower()] for item in self.items if item.sentence < TOLD for match in [_COUNTED.search(item.text)] if match}
        months = longer or {QUARTER * number for number in counted}
        return months.pop() if len(months) == 1 else 0

    def _told(self) -> set[Period]:
        """The periods, longer than a month, that the beginning of the document dates to the day, without those of the year before."""
        found = {item.value for item in self.items if item.sentence < TOLD and not item.key and isinstance(item.value, Period)
                 and (item.value.end - item.value.start).days >= SHORT and _ENDED.search(item.text)
                 and (item.value.precision != "range" or _months(item.value) <= YEAR)}
        return {period for period in found if not any(period.is_year_before(other) for other in found)}

    def _closing(self) -> date | None:
        """The one day on which the beginning of the document says that its period ends."""
        spans = {period.last for period in self._told()}
        days = {item.value.last for item in self.items if item.sentence < TOLD and not item.key and isinstance(item.value, Period)
                and item.value.precision == "day" and _ENDS_ON.search(self.text, max(item.start - 12, 0), item.start)}
        ends = spans | days
        return ends.pop() if len(ends) == 1 else None

    def _told_once(self, cells: list[list[int]], texts: Sequence[str]) -> list[list[int]]:
        """The cells; days and years alone stand for the one period that the document reports, and that of the year before."""
        told = self._told()
        periods = [(place, i) for place, cell in enumerate(cells) if (i := self._period(cell)) is not None]
        alone = [i for place, i in periods if self._days(i).precision == "day" or is_year(_plain(texts[place])) or self._days(i) in told]
        if len(told) != 1 or not periods or len(alone) != len(periods):
            return cells
        period = told.pop()
        latest = max(self._days(i).last for i in alone)
        if latest != period.last and not (latest.year == period.last.year and all(self._days(i).precision == "year" for i in alone)):
            return cells
        found = list(cells)
        for place, i in periods:
            years = period.last.year - self._days(i).last.year
            last = self._days(i).last
            same = self._days(i).precision == "year" or (last.month, last.day) == (period.last.month, period.last.day)
            found[place] = self._lasting(self.items[i], period.last, _months(period), YEAR * years) if same else []
        return found

    def _completed(self, cells: list[list[int]], line: int) -> list[list[int]]:
        """Cells of years and days with the words above or before them that they end: "Three months ended March 31," over "2018 | 2017"."""
        texts = self._texts(line)
        over = over_columns(texts, [self.text[slice(*self.lines[at])] for at in range(max(line - LEVELS, 0), line)])
        labels = self._period_labels()
        found = list(cells)
        for place, words in over.items() if labels else ():
            named = [period.value for period in find_periods(words, bounds=False)]
            start = self.text.index(texts[place], *self._bounds(line)[place])
            item = Item(labels[0], words, start, start + len(texts[place]), 0, value=named[0]) if len(named) == 1 else None
            found[place] = [self._added(item)] if item else []
        return found

    def _bounds(self, line: int) -> list[tuple[int, int]]:
        start, end = self.lines[line]
        return list(pairwise([start, *(start + m.end() for m in re.finditer(r"\|", self.text[start:end])), end + 1]))

    def _cells(self, line: int) -> list[list[int]]:
        return [[i for i in self.of_line[line] if low <= self.items[i].start < high] for low, high in self._bounds(line)]

    def _glued_header(self, line: int) -> Header | None:
        """The header that a line of nothing but years is: "20182017"."""
        start, end = self.lines[line]
        years = years_in(self.text[start:end])
        own = [self.text[start + low : start + high] for low, high in years]
        over = over_columns(own, [self.text[slice(*self.lines[at])] for at in range(max(line - LEVELS, 0), line)])
        labels = self._period_labels()
        if not own or not labels or not all(over.get(place) for place in range(len(own))):
            return None
        cells: list[list[int]] = []
        for place, (low, high) in enumerate(years):
            named = [period.value for period in find_periods(over[place], bounds=False)]
            item = Item(labels[0], over[place], start + low, start + high, 0, value=named[0]) if len(named) == 1 else None
            cells.append([self._added(item)] if item else [])
        return Header(cells) if all(cells) else None

    def _again(self, header: Header, text: str) -> Header | None:
        """The header of the rows below a heading that tells for how long its periods last: "9 mos:"; None where it cannot be."""
        months = months_of(text)
        found = [self._of_length(cell, months) for cell in header.cells] if months else []
        return replace(header, cells=found) if any(found) else None

    def _of_length(self, cell: list[int], months: int) -> list[int]:
        """A cell of the period of so many months that ends when that of another does."""
        number = self._period(cell)
        if number is None or self._days(number).precision == "day":
            return []
        return self._lasting(self.items[number], self._days(number).last, months)

    def _period(self, cell: list[int]) -> int | None:
        """The period that a cell names; none when it names two alike ("Q3 2021 vs Q3 2020"): its column is of either or of both."""
        periods = [i for i in cell if isinstance(self.items[i].value, Period)]
        if any(self._days(i) != self._days(periods[0]) and same_length(self._days(i), self._days(periods[0])) for i in periods):
            return None
        return periods[0] if periods else None

    def _sole(self, cell: list[int]) -> int | None:
        """The figure of a cell; a number that spaces group is one: "4 211"."""
        number = self._figure(cell)
        figures = [i for i in cell if isinstance(self.items[i].value, Decimal)]
        if number is None or len(figures) < 2 or number != figures[0]:
            return number
        start, end = self.items[number].start, self.items[figures[-1]].end
        written = self.text[start:end]
        if not _GROUPED.fullmatch(written):
            return number
        value = Decimal(re.sub(r"[ \u00a0]", "", written).replace(",", "."))
        return self._added(replace(self.items[number], text=written, end=end, value=value))

    def _changes(self, cell: list[int], *, named: bool) -> Iterator[int]:
        """The percentages of a cell, and its number where the header says that it is one: "Change %" over "(9.9)"."""
        for i in cell:
            item = self.items[i]
            below = isinstance(item.value, Decimal) and (self.text[item.start - 1] in _BELOW or item.text[0] in _BELOW or item.value < 0)
            if item.label == "PERCENT" and not below:
                yield i
            elif isinstance(item.value, Decimal) and (item.label == "PERCENT" or (named and item.label == "NUMBER")):
                yield self._added(replace(item, label="PERCENT", value=-abs(item.value) if below else item.value))

    def _is_percentage(self, change: int, dated: Sequence[tuple[Period, int]], *, of_itself: bool) -> bool:
        """Whether a change has a sign of percent, which says enough `of_itself`, or is by as many percent as one of the figures is more
        than that of a year before.
        """
        item = self.items[change]
        if of_itself and ("%" in item.text or "%" in self.text[item.end : item.end + PERCENT]):
            return True
        sizes = [(period, self._size(number)) for period, number in dated]
        return any(abs((one - other) * 100 / abs(other) - item.value) <= ROUNDED for day, one in sizes for before, other in sizes
                   if one is not None and other and before.is_year_before(day))

    def _size(self, number: int) -> Decimal | None:
        value = self.items[number].value
        size = value.amount if isinstance(value, Money) else value
        return size if isinstance(size, Decimal) else None

    def _change(self, changes: Mapping[int, int], places: Mapping[int, int], compared: Sequence[int], *, alone: bool) -> int | None:
        """The change between two columns: the one of the table, or the one right behind them.

        Args:
            changes: by their places, counted from the right.
            places: of periods.
            compared: places of the columns compared.
            alone: whether the table has two periods.
        """
        if len(changes) == 1 and alone:
            return next(iter(changes.values()))
        right = min(compared)
        next_one = max((place for place in places.values() if place < right), default=-1)
        behind = [change for place, change in sorted(changes.items()) if next_one < place < right]
        return behind[0] if len(behind) == 1 and len(compared) > 1 else None

    def _days(self, number: int) -> Period:
        value: Period = self.items[number].value
        return value


def _of_changes(texts: Sequence[str], cells: Sequence[Sequence[int]]) -> frozenset[int]:
    """The places, counted from the right, of columns that tell changes in percent."""
    last = min(len(texts), len(cells))
    return frozenset(last - 1 - place for place in range(1, last) if not cells[place] and _CHANGES.search(texts[place]))


def _plain(text: str) -> str:
    """The year in a cell without the unit below it: "2010 £'000"."""
    match = re.match(r"\W*((?:19|20)\d\d)\b(?! ?[-/]\d)(?=[^\d]*(?:000)?\W*$)", text)
    return match[1] if match else text


def _months(period: Period) -> int:
    return round((period.end - period.start).days / 30.44)


def same_length(one: Period, other: Period) -> bool:
    """Whether two periods have about as many days."""
    return abs((one.end - one.start).days - (other.end - other.start).days) < 10
