"""Tables that stand in the text: rows of cells under a header of periods.

A row becomes frames without the trained component: which column is of which period is said in the header, and the scale in
the caption above it. How tables are laid out as text is told in `rie.documents`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from rie.pack import Pack
from rie.pipeline.frame import Frame, Item
from rie.pipeline.tables.addends import addends
from rie.pipeline.tables.aligned import LONGEST, aligned_tables
from rie.pipeline.tables.columns import Columns, Header, same_length
from rie.pipeline.tables.headings import BAR, HEADING, LABEL, SECTION
from rie.pipeline.tables.units import scale_in, share_scale_in, without_units
from rie.values import Money

SURE = 0.97  # of what a table says in its place
CAPTION_LINES = 4  # lines above the header in which the scale is looked for
_OUTLOOK = re.compile(r"\b(?:outlook|guidance|forecasts?|targets?|expectations|projections?)\b", re.IGNORECASE)
_FOOTNOTE = re.compile(r"[\s:]*(?:\(\d+\)|[*†‡])*\s*$")
_NO_PART = re.compile(
    r"\b(?:total|eliminations?|other|cost|expenses?|income|loss|tax|margin|per share|growth|change|diluted|basic)\b|^\W*$", re.IGNORECASE
)
_OF_INDIA = re.compile(r"\b(?:crores?|lakhs?|lacs?)\b", re.IGNORECASE)
_TURNOVER = re.compile(r"(?<!total )\bincome from operations", re.IGNORECASE)  # in India what others call revenue
_ORDINARY = re.compile(  # in Japan one before tax
    r"\b(?:ordinary|recurring|comprehensive|exceptional|extraordinary) (?:profit|income|loss)", re.IGNORECASE)
_TOUCHING = re.compile(r"(?!(?<=[^\W\d])\|[^\W\d])(?:(?<=[^\s|])\||\|(?=[^\s|]))")  # but for a name such as "Hooli|Nucleus"
_BARE = re.compile(
    r"[^\S\n]*[-(+\u2212\u2013]{0,2}(?:[A-Z]{0,3}[$€£¥₹]|[A-Z]{3}\s?)?[-(]{0,2}\d[\d,. ]*\)?\s?(?:p|c|m|bn|%|million)?\)?[^\S\n]*")
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


class Tables(Columns):
    """The tables of one document.

    Args:
        pack: whose event of single triggers the rows are of.
        text: what the items' offsets refer to.
        items: the document's mentions; names of parts that only a table shows are added.
    """

    def __init__(self, pack: Pack, text: str, items: list[Item]) -> None:
        super().__init__(pack, text, items)
        self.spaced = self._spaced() if "  " in text else frozenset()
        self.unread = self.spaced | self._alone() | (self._scaled() | self._flattened() if BAR in text else frozenset())

    def _spaced(self) -> frozenset[int]:
        """Items in rows whose figures only spaces set apart: of which period and scale they are is not read."""
        short = ((here, start, end) for here, (start, end) in zip(self.of_line, self.lines, strict=True) if here and end - start <= LONGEST)
        rows = (here for here, start, end in short if _SPACED.search(self.text, start, end))
        return frozenset(number for here in rows for number in here)

    def _flattened(self) -> frozenset[int]:
        """Items in rows that were a table before it was made plain text: outside of their columns they say nothing."""
        return frozenset(number for here, line in zip(self.of_line, self.lines, strict=True) if _TOUCHING.search(self.text, *line)
                         for number in here)

    def _alone(self) -> frozenset[int]:
        """Figures each on a line of its own, one below the other: what each is of is not told."""
        bare = [bool(here) and _BARE.fullmatch(self.text, *line) is not None for here, line in zip(self.of_line, self.lines, strict=True)]
        stacked = {place for first in range(len(bare) - 1) if bare[first] and bare[first + 1] for place in (first, first + 1)}
        return frozenset(number for place in stacked for number in self.of_line[place])

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
        header: Header | None = None
        head, above, unnamed = 0, None, list[Unnamed]()
        for line, (start, end) in enumerate(self.lines if BAR in self.text else ()):
            if BAR not in self.text[start:end]:
                above = self._title(line)
                unnamed.clear()
                continue
            cells = self._cells(line)
            if not any(self._is_trigger(i) for i in self.of_line[line]) and (found := self._header(cells, line)):
                header, head, above = found, line, None
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

    def _aligned(self) -> Iterator[Frame]:
        """The frames of tables whose columns only spaces set apart."""
        for table in aligned_tables(self.text, self.lines):
            header = self._over_columns(table)
            if header is None:
                continue
            above, unnamed = None, list[Unnamed]()
            for row in table.rows:
                title = self._title(row.line - 1) if row.line else None
                above = above if title is None else title
                here = self.of_line[row.line]
                label = [i for i in here if self.items[i].start < row.label_end]
                cells = [[i for i in here if self.items[i].start <= start < self.items[i].end] for start in row.figures]
                read = self._labelled(row.line, row.label_end, label, cells)
                if read is None and above is not None:
                    read = self._part(row.line, row.label_end, above, cells)
                else:
                    above = None
                    for part in self._addends(unnamed, read, row.line, row.label_end, cells):
                        yield from self._of_row(part, header, table.head)
                yield from self._of_row(read, header, table.head) if read else ()

    def _title(self, line: int) -> int | None:
        """The metric in a line that is all of a title above rows: "Revenue:"."""
        start, end = self.lines[line]
        triggers = [i for i in self.of_line[line] if self._is_trigger(i)]
        named = len(triggers) == 1 and self.text[start:end].rstrip().endswith(":")
        return triggers[0] if named and not LABEL.sub("", self._without(start, end, triggers)).strip() else None

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

    def _row(self, line: int, cells: list[list[int]]) -> Row | None:
        """The row, when its label cell is the name of a metric and nothing else."""
        return self._labelled(line, self.text.index(BAR, self.lines[line][0]), cells[0], cells[1:])

    def _labelled(self, line: int, end: int, items: list[int], cells: list[list[int]]) -> Row | None:
        start = self.lines[line][0]
        label = self.text[start:end]
        triggers = [i for i in items if self._is_trigger(i)]
        parts = [i for i in items if self.items[i].label == self._part_label()]  # "Subscription revenue"
        words = without_units(self._without(start, end, [*triggers, *parts]))
        if len(parts) > 1 or not triggers or LABEL.sub("", words).strip():
            return None
        if _ORDINARY.search(label) or (_TURNOVER.search(label) and _OF_INDIA.search(self.text)):
            return None
        scale = scale_in(f"|{label}|")
        return Row(line, triggers[:1], cells, parts[0] if parts else None, scale=scale, share_scale=share_scale_in(label))

    def _without(self, start: int, end: int, numbers: list[int]) -> str:
        """Characters of the text with spaces in place of mentions."""
        rest = list(self.text[start:end])
        for i in numbers:
            low, high = self.items[i].start - start, self.items[i].end - start
            rest[low:high] = " " * (high - low)
        return "".join(rest)

    def _of_row(self, row: Row, header: Header, head: int) -> Iterator[Frame]:
        assert self.event is not None
        name, event = self.event
        main, before = event.rows[0].role, next(spec.role for spec in event.rows if spec.earlier)
        shared = next(role for role, spec in event.roles.items() if spec.shared)
        single = next(role for role, spec in event.roles.items() if spec.single)
        columns = header.over(row.cells)
        cells = ((self._period(head), self._sole(cell)) for head, cell in columns)
        dated = [(period, figure) for period, figure in cells if period is not None and figure is not None]
        changes = {
            place: change
            for place, (head, cell) in enumerate(columns)
            if self._period(head) is None
            for change in self._changes(cell, named=place in header.changes)
        }
        places = {period: place for place, (head, _) in enumerate(columns) if (period := self._period(head)) is not None}
        for period, figure in dated:
            day = self._days(period)
            others = [(self._days(p), p, f) for p, f in dated if p != period and same_length(self._days(p), day)]
            if any(other.end > day.end for other, _, _ in others):
                continue
            roles = {main: [(figure, SURE)], shared: [(period, SURE)]}
            before_it = [places[p] for other, p, _ in others if other.is_year_before(day)]
            change = self._change(changes, places, [places[period], *before_it], alone=len({self._days(p).end for p, _ in dated}) == 2)
            if change is not None:
                roles[single] = [(change, SURE)]
            of_part = {event.part: [(row.part, SURE)]} if row.part is not None and event.part else {}
            told = [roles, *({before: [(f, SURE)], shared: [(p, SURE)]} for other, p, f in others if other.is_year_before(day))]
            for one in told:
                yield Frame(
                    name,
                    row.label[0],
                    roles={**one, **of_part},
                    triggers=[row.label[0]],
                    scale=row.scale or self._scale(head),
                    share_scale=row.share_scale,
                    listed=True,
                    tabled=True,
                )

    def _of_outlook(self, row: Row, header: Header, head: int) -> Iterator[Frame]:
        """A frame for each cell under a period of a table of what is expected."""
        assert self.event is not None
        name, event = self.event
        role = next(spec.role for spec in event.rows if spec.ends)
        shared = next(role for role, spec in event.roles.items() if spec.shared)
        for over, cell in header.over(row.cells):
            period, figures = self._period(over), [i for i in cell if self._figure([i]) is not None][:2]
            if period is not None and figures:
                roles = {role: [(i, SURE) for i in figures], shared: [(period, SURE)]}
                yield Frame(
                    name,
                    row.label[0],
                    roles=roles,
                    triggers=[row.label[0]],
                    scale=row.scale or self._scale(head),
                    share_scale=row.share_scale,
                    listed=True,
                    tabled=True,
                )

    def _is_outlook(self, head: int) -> bool:
        """Whether the short line above a header, or the header's first cell, says that the table is of what is expected."""
        above = next(
            (self.text[slice(*self.lines[line])] for line in range(head - 1, -1, -1) if not scale_in(self.text[slice(*self.lines[line])])),
            "",
        )
        first = self.text[slice(*self.lines[head])].partition(BAR)[0]
        titles = [first, *([above] if len(above.strip()) <= HEADING and BAR not in above else [])]
        return any(_OUTLOOK.search(title) for title in titles)

    def _scale(self, head: int) -> Decimal | None:
        """What the numbers below a header are multiplied by, as the caption above it or the line of units below it says."""
        below = head + 1 < len(self.lines) and not any(self._is_trigger(i) for i in self.of_line[head + 1])
        around = range(max(head - CAPTION_LINES, 0), head + 1 + below)
        found = [scale for line in (*self._over_block(head), *around) if (scale := scale_in(self.text[slice(*self.lines[line])]))]
        return found[-1] if found else None

    def _over_block(self, head: int) -> Iterator[int]:
        """The caption over the tables right above a header, and their headers: it holds on for all of them."""
        top = head
        while top > 0 and BAR in self.text[slice(*self.lines[top - 1])]:
            top -= 1
        yield from range(max(top - 1, 0), top)
        yield from (line for line in range(top, head) if not any(self._is_trigger(i) for i in self.of_line[line]))
