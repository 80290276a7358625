"""Tables that stand in the text: rows of cells under a header of periods, and lines under a heading such as "Nine months".

A row becomes frames without the trained component: which column is of which period is said in the header, and the scale in
the caption above it. How tables are laid out as text is told in `rie.documents`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from rie.documents.parsers.cells import is_year, leads_period
from rie.pack import Event, Pack
from rie.pipeline.frame import Frame, Item
from rie.pipeline.tables.addends import addends
from rie.pipeline.tables.aligned import LONGEST, Column, aligned_tables
from rie.pipeline.tables.units import scale_in, share_scale_in, without_units
from rie.values import Money, Period, find_periods

BAR = "|"
SURE = 0.97  # of what a table says in its place
CAPTION_LINES = 4  # lines above the header in which the scale is looked for
OPENING = 3  # sentences at the beginning that tell what a document reports
HEADING = 48  # characters of a line that is a heading
SECTION = 160  # characters of a line that is the heading of a section
_OUTLOOK = re.compile(r"\b(?:outlook|guidance|forecasts?|targets?|expectations|projections?)\b", re.IGNORECASE)
_REPORTING = re.compile(r"quarter|qtr|half|months|\bq[1-4]|[1-4]q\b|\bh[12]|\byear\b|fiscal|\bfy", re.IGNORECASE)
_FOOTNOTE = re.compile(r"[\s:]*(?:\(\d+\)|[*†‡])*\s*$")
_NO_PART = re.compile(
    r"\b(?:total|eliminations?|other|cost|expenses?|income|loss|tax|margin|per share|growth|change|diluted|basic)\b|^\W*$", re.IGNORECASE)
_BULLETS = {"•", "*", "-", "–", "·", "▪"}
_OUTLOOK_FOR = re.compile(
    r"\b(?:outlook|guidance|forecasts?|targets?|expectations|projections?)\s+for\s+(?:(?:the|its|full|fiscal|financial|year|first|second)[\s-])*$",
    re.IGNORECASE)
_IN_IT = re.compile(r"(?<!founded )(?<!established )(?<!launched )(?<!started )(?<!formed )(?<!opened )\b(?:in|for|during) $")
_DATELINE = re.compile(r"\s*[A-Z][A-Za-z.]*(?: [A-Z][A-Za-z.]*){0,3},(?: [A-Z][A-Za-z.]*,)? ")  # "NEW YORK, Nov 22" is no heading
_FISCAL = re.compile(r"fiscal|financial|\bfy", re.IGNORECASE)
_DATED = re.compile(r"\b(?:ended|ending|ends|to)\b", re.IGNORECASE)
_LABEL = re.compile(
    r"[\s,:;()\[\]\d*†‡.–—-]+|\b(?:total|net|consolidated|company|group|adjusted|non|gaap|ifrs|diluted|basic|per|common|ordinary|share|shares|attributable|available|to"
    r"|the|of|and|from|continuing|operations|shareholders|stockholders|owners|parent|holders|loss|losses|income|earnings|reported|underlying|core|excluding|items"
    r"|special|unaudited|after|tax|taxes|taxation|in|on|as|basis|a|for|year|period|quarter)\b", re.IGNORECASE)


_SPACED = re.compile(r"\S(?: {2,}(?:[$€£¥]\s{0,3})?\(?[\d.,]*\d\)?%?){2,}\s*$")  # "Net sales    $ 284.6    $ 268.2"


@dataclass(frozen=True)
class Row:
    """A line of a table: the item numbers of its label cell, of its other cells, and of the part of the company that it is of.

    `scale` multiplies its sums and `share_scale` its figures a share, where its label says so: "(in millions)", "(pence)".
    """

    line: int
    label: list[int]
    cells: list[list[int]]
    part: int | None = None
    scale: Decimal | None = None
    share_scale: Decimal | None = None


@dataclass(frozen=True)
class Unnamed:
    """A row whose label names no metric: its line, where its label ends, and its other cells."""

    line: int
    end: int
    cells: list[list[int]]


class Tables:
    """The tables of one document.

    Args:
        pack: whose event of single triggers the rows are of.
        text: what the items' offsets refer to.
        items: the document's mentions; names of parts that only a table shows are added.
    """

    def __init__(self, pack: Pack, text: str, items: list[Item]) -> None:
        self.pack, self.items = pack, items
        self.lines = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)] if BAR in text or "\n" in text else []
        self.text = text
        events = ((name, event) for name, event in pack.events.items() if not event.joins and event.rows)
        self.event: tuple[str, Event] | None = next(events, None)
        self.of_line = self._by_line()
        self.spaced = self._spaced() if "  " in text else frozenset()
        self.unread = self.spaced | (self._scaled() if BAR in text else frozenset())

    def _by_line(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.lines]
        line = 0
        for number, item in enumerate(self.items):
            if item.key:
                continue
            while line < len(self.lines) - 1 and item.start >= self.lines[line][1]:
                line += 1
            if self.lines and self.lines[line][0] <= item.start:
                found[line].append(number)
        return found

    def _spaced(self) -> frozenset[int]:
        """Items in rows whose figures only spaces set apart: of which period and scale they are is not read."""
        short = ((here, start, end) for here, (start, end) in zip(self.of_line, self.lines, strict=True) if here and end - start <= LONGEST)
        rows = (here for here, start, end in short if _SPACED.search(self.text, start, end))
        return frozenset(number for here in rows for number in here)

    def _scaled(self) -> frozenset[int]:
        """Items in rows below a scale: what their figures are multiplied by is not told when a row is read like a sentence."""
        found: list[int] = []
        scaled = False
        for here, (start, end) in zip(self.of_line, self.lines, strict=True):
            line = self.text[start:end]
            if BAR in line:
                scaled = scaled or scale_in(line) is not None
                found += here if scaled else ()
            else:
                scaled = len(line) <= SECTION and (scaled or scale_in(line) is not None)
        return frozenset(found)

    def frames(self) -> Iterator[Frame]:
        """A frame for each figure of the latest period in each row, with that of the period before."""
        if self.event is None:
            return
        yield from self._aligned() if self.spaced else ()
        header: list[list[int]] = []
        head, above, unnamed = 0, None, list[Unnamed]()
        for line, (start, end) in enumerate(self.lines if BAR in self.text else ()):
            if BAR not in self.text[start:end]:
                above = self._title(line)
                unnamed.clear()
                continue
            cells = self._cells(line)
            if not any(self._is_trigger(i) for i in self.of_line[line]) and any(self._period(cell) is not None for cell in cells):
                header, head, above = self._completed(cells, line), line, None
                unnamed.clear()
            elif header and (row := self._row(line, cells)):
                above = None
                for addend in self._addends(unnamed, row, line, self.text.index(BAR, start), cells[1:]):
                    yield from self._of_row(addend, header, head)
                yield from self._of_outlook(row, header, head) if self._is_outlook(head) else self._of_row(row, header, head)
            elif header and above is not None and (part := self._part(line, self.text.index(BAR, start), above, cells[1:])):
                yield from self._of_row(part, header, head)
            elif header:
                self._addends(unnamed, None, line, self.text.index(BAR, start), cells[1:])

    def _completed(self, cells: list[list[int]], line: int) -> list[list[int]]:
        """Cells of years with the words above or before them that they end: "Three months ended March 31," over "2018 | 2017"."""
        above, own = (self.text[slice(*self.lines[at])] for at in (max(line - 1, 0), line))
        first = own.partition(BAR)[0].strip()
        leads = [first] if leads_period(first) else [words.strip() for words in above.split(BAR) if words.strip()]
        years = [number for number, cell in enumerate(cells) if len(cell) == 1 and is_year(self.items[cell[0]].text)]
        if not leads or not years or not all(map(leads_period, leads)):
            return cells
        found = list(cells)
        for place, number in enumerate(years):
            year = self.items[cells[number][0]]
            words = f"{leads[place * len(leads) // len(years)]} {year.text}"
            named = [period.value for period in find_periods(words, bounds=False)] if len(years) % len(leads) == 0 else []
            found[number] = [len(self.items)] if len(named) == 1 else []
            if len(named) == 1:
                self.items.append(replace(year, text=words, value=named[0]))
        return found

    def _aligned(self) -> Iterator[Frame]:
        """The frames of tables whose columns only spaces set apart."""
        for table in aligned_tables(self.text, self.lines):
            header = [list(self._over(column)) for column in table.columns]
            above, unnamed = None, list[Unnamed]()
            for row in table.rows:
                title = self._title(row.line - 1) if row.line else None
                above = above if title is None else title
                here = self.of_line[row.line]
                label = [i for i in here if self.items[i].start < row.label_end]
                cells = [[i for i in here if self.items[i].start <= start < self.items[i].end] for start in row.figures]
                read = self._labelled(row.line, row.label_end, label, cells) if any(header) else None
                if read is None and above is not None and any(header):
                    read = self._part(row.line, row.label_end, above, cells)
                else:
                    above = None
                    for part in self._addends(unnamed, read, row.line, row.label_end, cells):
                        yield from self._of_row(part, header, table.head)
                yield from self._of_row(read, header, table.head) if read else ()

    def _over(self, column: Column) -> Iterator[int]:
        """The period that the words over a column name, as an item of its own."""
        named = [found.value for found in find_periods(column.words, bounds=False)]
        if len(named) == 1 and self._period_labels():
            self.items.append(Item(self._period_labels()[0], column.words, column.start, column.end, 0, value=named[0]))
            yield len(self.items) - 1

    def _title(self, line: int) -> int | None:
        """The metric in a line that is all of a title above rows: "Revenue:"."""
        start, end = self.lines[line]
        triggers = [i for i in self.of_line[line] if self._is_trigger(i)]
        named = len(triggers) == 1 and self.text[start:end].rstrip().endswith(":")
        return triggers[0] if named and not _LABEL.sub("", self._without(start, end, triggers)).strip() else None

    def _part(self, line: int, end: int, trigger: int, cells: list[list[int]]) -> Row | None:
        """A row below such a title: its label is a part of the company, which becomes an item of its own."""
        start, _ = self.lines[line]
        label = self.text[start:end]
        name = _FOOTNOTE.sub("", label).strip()
        if not name or _NO_PART.search(name) or not any(self._figure(cell) is not None for cell in cells):
            return None
        at = start + label.index(name)
        self.items.append(Item(self._part_label(), name, at, at + len(name), self.items[trigger].sentence))
        return Row(line, [trigger], cells, len(self.items) - 1)

    def _addends(self, unnamed: list["Unnamed"], row: Row | None, line: int, end: int, cells: list[list[int]]) -> list[Row]:
        """The rows right above a total that add up to it, as parts of its metric, unless a title stands over them; a row without a metric
        is kept until its total comes.
        """
        if row is None:
            unnamed.append(Unnamed(line, end, cells))
            return []
        figures = [self._sizes(one.cells) for one in unnamed]
        size = addends(figures, self._sizes(cells), self.text[self.lines[line][0] : end])
        parts = unnamed[len(unnamed) - size :]
        unnamed.clear()
        titled = bool(parts) and parts[0].line > 0 and self.text[slice(*self.lines[parts[0].line - 1])].rstrip().endswith(":")
        found = (self._part(one.line, one.end, row.label[0], one.cells) for one in ([] if titled else parts))
        return [part for part in found if part]

    def _sizes(self, cells: list[list[int]]) -> list[Decimal | None]:
        """The sums of a row's cells, without those of empty cells and percentages."""
        figures = [i for cell in cells if cell for i in [self._figure(cell)] if i is None or self.items[i].label != "PERCENT"]
        values = (None if i is None else self.items[i].value for i in figures)
        sizes = [value.amount if isinstance(value, Money) else value for value in values]
        return [size if isinstance(size, Decimal) else None for size in sizes]

    def _part_label(self) -> str:
        assert self.event is not None
        return self.event[1].roles[self.event[1].part].labels[0] if self.event[1].part else ""

    def _cells(self, line: int) -> list[list[int]]:
        start, end = self.lines[line]
        bounds = [start, *(start + m.end() for m in re.finditer(r"\|", self.text[start:end])), end + 1]
        return [[i for i in self.of_line[line] if low <= self.items[i].start < high] for low, high in pairwise(bounds)]

    def _is_trigger(self, number: int) -> bool:
        return self.event is not None and self.items[number].label == self.event[1].trigger

    def _period(self, cell: list[int]) -> int | None:
        """The period that a cell names; none when it names two alike ("Q3 2021 vs Q3 2020"): its column is of either or of both."""
        periods = [i for i in cell if isinstance(self.items[i].value, Period)]
        if any(self._days(i) != self._days(periods[0]) and _same_length(self._days(i), self._days(periods[0])) for i in periods):
            return None
        return periods[0] if periods else None

    def _row(self, line: int, cells: list[list[int]]) -> Row | None:
        """The row, when its label cell is the name of a metric and nothing else."""
        return self._labelled(line, self.text.index(BAR, self.lines[line][0]), cells[0], cells[1:])

    def _labelled(self, line: int, end: int, items: list[int], cells: list[list[int]]) -> Row | None:
        start = self.lines[line][0]
        label = self.text[start:end]
        triggers = [i for i in items if self._is_trigger(i)]
        words = without_units(self._without(start, end, triggers))
        if not triggers or _LABEL.sub("", words).strip():
            return None
        scale = scale_in(f"|{label}|")
        return Row(line, triggers[:1], cells, scale=scale, share_scale=share_scale_in(label))

    def _without(self, start: int, end: int, numbers: list[int]) -> str:
        """Characters of the text with spaces in place of mentions."""
        rest = list(self.text[start:end])
        for i in numbers:
            low, high = self.items[i].start - start, self.items[i].end - start
            rest[low:high] = " " * (high - low)
        return "".join(rest)

    def _of_row(self, row: Row, header: list[list[int]], head: int) -> Iterator[Frame]:
        assert self.event is not None
        name, event = self.event
        main, before = event.rows[0].role, next(spec.role for spec in event.rows if spec.earlier)
        shared = next(role for role, spec in event.roles.items() if spec.shared)
        single = next(role for role, spec in event.roles.items() if spec.single)
        columns = list(zip(reversed(header), reversed(row.cells), strict=False))
        cells = ((self._period(head), self._figure(cell)) for head, cell in columns)
        dated = [(period, figure) for period, figure in cells if period is not None and figure is not None]
        changes = [i for head, cell in columns if self._period(head) is None for i in cell if self.items[i].label == "PERCENT"]
        for period, figure in dated:
            day = self._days(period)
            others = [(self._days(p), p, f) for p, f in dated if p != period and _same_length(self._days(p), day)]
            if any(other.end > day.end for other, _, _ in others):
                continue
            roles = {main: [(figure, SURE)], shared: [(period, SURE)]}
            if len(changes) == 1 and len({self._days(p).end for p, _ in dated}) == 2:
                roles[single] = [(changes[0], SURE)]
            of_part = {event.part: [(row.part, SURE)]} if row.part is not None and event.part else {}
            told = [roles, *({before: [(f, SURE)], shared: [(p, SURE)]} for other, p, f in others if other.is_year_before(day))]
            for one in told:
                yield Frame(name, row.label[0], roles={**one, **of_part}, triggers=[row.label[0]], scale=row.scale or self._scale(head),
                            share_scale=row.share_scale, listed=True, tabled=True)

    def _of_outlook(self, row: Row, header: list[list[int]], head: int) -> Iterator[Frame]:
        """A frame for each cell under a period of a table of what is expected."""
        assert self.event is not None
        name, event = self.event
        role = next(spec.role for spec in event.rows if spec.ends)
        shared = next(role for role, spec in event.roles.items() if spec.shared)
        for over, cell in zip(reversed(header), reversed(row.cells), strict=False):
            period, figures = self._period(over), [i for i in cell if self._figure([i]) is not None][:2]
            if period is not None and figures:
                roles = {role: [(i, SURE) for i in figures], shared: [(period, SURE)]}
                yield Frame(name, row.label[0], roles=roles, triggers=[row.label[0]], scale=row.scale or self._scale(head),
                            share_scale=row.share_scale, listed=True, tabled=True)

    def _is_outlook(self, head: int) -> bool:
        """Whether the short line above a header, or the header's first cell, says that the table is of what is expected."""
        above = next((self.text[slice(*self.lines[line])] for line in range(head - 1, -1, -1)
                      if not scale_in(self.text[slice(*self.lines[line])])), "")
        first = self.text[slice(*self.lines[head])].partition(BAR)[0]
        titles = [first, *([above] if len(above.strip()) <= HEADING and BAR not in above else [])]
        return any(_OUTLOOK.search(title) for title in titles)

    def _figure(self, cell: list[int]) -> int | None:
        return next((i for i in cell if self.items[i].label in {"MONEY", "NUMBER", "PERCENT"}), None)

    def _days(self, number: int) -> Period:
        value: Period = self.items[number].value
        return value

    def _scale(self, head: int) -> Decimal | None:
        """What the numbers below a header are multiplied by, as the caption above it or the line of units below it says."""
        below = head + 1 < len(self.lines) and not any(self._is_trigger(i) for i in self.of_line[head + 1])
        around = range(max(head - CAPTION_LINES, 0), head + 1 + below)
        found = [scale for line in around if (scale := scale_in(self.text[slice(*self.lines[line])]))]
        return found[-1] if found else None

    def foretold(self, trigger: int) -> int | None:
        """The period of an outlook that is spoken of shortly before: "raised its forecast for 2019. It now expects sales of ..."."""
        here = self.items[trigger]
        before = (i for i, item in enumerate(self.items) if item.label in self._period_labels() and item.start < here.start
                  and (item.in_title or here.sentence - item.sentence <= OPENING) and not item.key)
        return max((i for i in before if _OUTLOOK_FOR.search(self.text[max(self.items[i].start - HEADING, 0) : self.items[i].start])),
                   key=lambda i: self.items[i].start, default=None)

    def reported(self, trigger: int, published: date | None) -> int | None:
        """The reporting period that the heading above a trigger names, else the title or the first sentences: "today announced results
        for the third quarter".
        """
        found = self._section(trigger)
        found = found if found is not None else self._opening(published)
        return found if found is not None else self._year(published)

    def _section(self, trigger: int) -> int | None:
        """The period in the nearest line above that is a heading: "Three months ended May 31 compared to three months ended ..."."""
        line = self._line_of(trigger)
        for above in range((line or 0) - 1, 0, -1):
            text = self.text[slice(*self.lines[above])].strip()
            if len(text) > SECTION or text.endswith((".", '"', "”")) or BAR in text or self._has_figure(above):
                continue
            periods = (i for i in self.of_line[above] if self.items[i].label in self._period_labels())
            return next((i for i in periods if _REPORTING.search(self.items[i].text)), None)
        return None

    def _opening(self, published: date | None) -> int | None:
        opening = ((i, item) for i, item in enumerate(self.items) if item.sentence < OPENING and not item.key)
        periods = (i for i, item in opening if item.label in self._period_labels())
        return next((i for i in periods if _REPORTING.search(self.items[i].text) and not self._is_ahead(i, published)), None)

    def _is_ahead(self, number: int, published: date | None) -> bool:
        """Whether a period of the calendar was not over on a day; how a company counts its own years is not known."""
        item = self.items[number]
        counted = _FISCAL.search(self.text[max(item.start - len("financial "), 0) : item.end]) and not _DATED.search(item.text)
        return published is not None and isinstance(item.value, Period) and item.value.last > published and not counted

    def is_listed(self, trigger: int) -> bool:
        """Whether a trigger begins a line of figures: "Shr 1.41 dlrs vs two cts"."""
        line = self._line_of(trigger)
        return line is not None and self._begins(line)

    def _line_of(self, number: int) -> int | None:
        return next((line for line, numbers in enumerate(self.of_line) if number in numbers), None)

    def heading(self, trigger: int) -> int | None:
        """The period in the heading above a line of figures: "Nine months" over "Shr 1.41 dlrs vs two cts"."""
        line = self._line_of(trigger)
        if line is None or BAR in self.text[slice(*self.lines[line])] or not self._begins(line):
            return None
        for above in range(line - 1, -1, -1):
            start, end = self.lines[above]
            periods = [i for i in self.of_line[above] if self.items[i].label in self._period_labels()]
            if self._begins(above) or (periods and _DATELINE.fullmatch(self.text, start, self.items[periods[0]].start)):
                continue
            return periods[0] if periods and len(self.text[start:end].strip()) <= HEADING and not self._has_figure(above) else None
        return None

    def _year(self, published: date | None) -> int | None:
        """The year before publication, where the opening tells what was in it: "carried more people than ever in 2015"."""
        events = {event.trigger for event in self.pack.events.values() if self.pack.labels[event.trigger].source == "ner"}
        telling = {item.sentence for item in self.items if item.label in events}
        for i, item in enumerate(self.items):
            value = item.value if isinstance(item.value, Period) else None
            last = value and published and item.text == str(published.year - 1) and value.precision == "year"
            if last and not item.compared and item.sentence < OPENING and item.sentence not in telling and not item.key:
                return i if _IN_IT.search(self.text[: item.start]) else None
        return None

    def _period_labels(self) -> list[str]:
        """The labels of periods; none in a pack whose events tell no rows of figures."""
        roles = self.event[1].roles.values() if self.event else ()
        return next((spec.labels for spec in roles if spec.shared), [])

    def _begins(self, line: int) -> bool:
        """Whether a line is one of a list of figures: a few words, then a metric and its figure."""
        start, end = self.lines[line]
        if ". " in self.text[start:end].rstrip():
            return False  # a paragraph
        first = next((self.items[i] for i in self.of_line[line] if self._is_trigger(i)), None)
        before = self.text[start : first.start] if first else ""
        words = _LABEL.sub("", before[1:]) if before[:1] in _BULLETS else before
        return first is not None and len(words.split()) <= 1 and self._has_figure(line)

    def _has_figure(self, line: int) -> bool:
        return self._figure(self.of_line[line]) is not None


def _same_length(one: Period, other: Period) -> bool:
    return abs((one.end - one.start).days - (other.end - other.start).days) < 10
