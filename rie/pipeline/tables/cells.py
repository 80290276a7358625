"""Tables that stand in the text: rows of cells under a header of periods.

A row becomes frames without the trained component: which column is of which period is said in the header, and the scale in
the caption above it. How tables are laid out as text is told in `rie.documents`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from rie.pack import Pack
from rie.pipeline.frame import Frame, Item
from rie.pipeline.tables.columns import Header, same_length
from rie.pipeline.tables.header_words import is_head, is_lead, is_over_columns, months_of
from rie.pipeline.tables.headings import BAR, HEADING, SECTION
from rie.pipeline.tables.rows import Row, Rows, Title, Unnamed
from rie.pipeline.tables.units import scale_in, scale_of_all
from rie.pipeline.tables.unread import Unread

SURE = 0.97  # of what a table says in its place
CAPTION_LINES = 4  # lines above the header in which the scale is looked for
_OUTLOOK = re.compile(r"\b(?:outlook|guidance|forecasts?|targets?|expectations|projections?)\b", re.IGNORECASE)
_CAPTION = re.compile(r"\W*(?:in|figures|amounts?)\b", re.IGNORECASE)
_TICKER = re.compile(r"\s*(?:\((?:[A-Z][A-Za-z]*: ?)?[A-Z]{1,5}(?:[-.][A-Z]{1,2})?\)|<[A-Z.]{2,8}>)\s*")  # behind a name over figures
_GLUED_YEARS = re.compile(r"^\s*(?:(?:19|20)\d\d){2,}\s*$", re.MULTILINE)


@dataclass
class _Place:
    """Where the reading of tables stands: the header with its line, the title above the rows, the last row, rows without a metric;
    `glued` is how many columns there are where nothing sets cells apart.
    """

    header: Header | None = None
    head: int = 0
    title: Title | None = None
    last: Row | None = None
    glued: int = 0
    unnamed: list[Unnamed] = field(default_factory=list)


class Tables(Rows):
    """The tables of one document.

    Args:
        pack: whose event of single triggers the rows are of.
        text: what the items' offsets refer to.
        items: the document's mentions; names of parts that only a table shows are added.
    """

    def __init__(self, pack: Pack, text: str, items: list[Item]) -> None:
        super().__init__(pack, text, items)
        self.owners = self._owners()
        self.unread = Unread(self).found()

    def _subject(self) -> str | None:
        """The role of who reports."""
        return next((role for role, spec in self.event[1].roles.items() if spec.infer_subject), None) if self.event else None

    def _owners(self) -> list[tuple[int, int]]:
        """The lines that are the names of companies, "HOOLI GYPSUM CORP (HGC-N)", with these, where several companies have one each."""
        subject = self._subject()
        labels = self.event[1].roles[subject].labels if self.event and subject else []
        found: list[tuple[int, int]] = []
        for line, (here, (start, end)) in enumerate(zip(self.of_line, self.lines, strict=True)):
            names = [i for i in here if self.items[i].entity and self.items[i].label in labels] if end - start <= HEADING else []
            if len(names) == 1 and _TICKER.fullmatch(self._without(start, end, names)):
                found.append((line, names[0]))
        told = any(item.key for item in self.items)
        return found if not told and len({self.items[number].identity for _, number in found}) > 1 else []

    def frames(self) -> Iterator[Frame]:
        """A frame for each figure of the latest period in each row, with that of the period before."""
        place = _Place()
        tables = self.event is not None and (BAR in self.text or _GLUED_YEARS.search(self.text))
        for line in range(len(self.lines) if tables else 0):
            cells = self._cells(line)
            if not self._is_barred(line) and place.glued and (row := self._glued_row(line, place.glued, place.last)):
                place.last = row
                yield from self._of(row, place)
            elif not self._is_barred(line) and (header := self._glued_header(line)):
                place.header, place.head, place.glued, place.title = header, line, len(header.cells), None
            elif not self._is_barred(line) and not self._heads_one(line):
                self._between(place, line)
            elif not any(self.is_trigger(i) for i in self.of_line[line]) and (found := self._header(line)):
                title = place.title if place.title and place.title.of_table else None
                place.header, place.head, place.title, place.glued = found, line, title, 0
                place.unnamed.clear()
            elif not any(self._figure(cell) is not None for cell in cells[1:]):
                place.title = self._title(line) or place.title
            elif place.header:
                yield from (frame for row in self._rows(place, line, cells) for frame in self._of(row, place))

    def _is_barred(self, line: int) -> bool:
        return BAR in self.text[slice(*self.lines[line])]

    def _heads_one(self, line: int) -> bool:
        """Whether a line names the one column of the rows right below it: "2025 guidance"."""
        below = line + 1 < len(self.lines) and self.text[slice(*self.lines[line + 1])].count(BAR) == 1
        return below and is_head(self.text[slice(*self.lines[line])].strip())

    def _between(self, place: "_Place", line: int) -> None:
        """What a line between rows says of those below it."""
        text = self.text[slice(*self.lines[line])].strip()
        if len(text) > SECTION:
            place.header = None
        elif place.header and (months_of(text) or is_lead(text)):
            place.header = self._again(place.header, text)
        place.title = self._title(line)
        place.unnamed.clear()

    def _rows(self, place: "_Place", line: int, cells: list[list[int]]) -> Iterator[Row]:
        """The row that a line is, with those above it that add up to it."""
        end = self.text.index(BAR, self.lines[line][0])
        row = self._labelled(line, end, cells[0], cells[1:])
        share = None if row or place.title is None else self._of_share(line, end, place.title, cells[1:])
        share = share or (None if row else self._per_share(line, end, place.last, cells[1:]))
        part = None if row or share or place.title is None else self._part(line, end, place.title, cells[1:])
        place.last = row or share
        if row:
            place.title = None
        if row or place.title is None:
            yield from self._addends(place.unnamed, row, line, end, cells[1:])
        yield from (found for found in (row, share, part) if found)

    def _of(self, row: Row, place: "_Place") -> Iterator[Frame]:
        """The frames of a row: of what was, and of what is expected; of the company over the table, where others stand over others."""
        subject = self._subject()
        owner = next((number for line, number in reversed(self.owners) if line < row.line), None)
        for frame in self._figures(row, place):
            if subject and owner is not None:
                frame.roles[subject] = [(owner, SURE)]
            yield frame

    def _figures(self, row: Row, place: "_Place") -> Iterator[Frame]:
        if place.header is None:
            return
        columns = place.header.over(row.cells)
        ahead = range(len(columns)) if self._is_outlook(place.head) else place.header.outlook
        yield from self._of_outlook(row, [column for at, column in enumerate(columns) if at in ahead], place.head)
        yield from self._of_row(row, [([], []) if at in ahead else column for at, column in enumerate(columns)], place)

    def _of_row(self, row: Row, columns: list[tuple[list[int], list[int]]], place: "_Place") -> Iterator[Frame]:
        assert self.event is not None
        assert place.header is not None
        name, event = self.event
        main, before = event.rows[0].role, next(spec.role for spec in event.rows if spec.earlier)
        shared = next(role for role, spec in event.roles.items() if spec.shared)
        single = next(role for role, spec in event.roles.items() if spec.single)
        cells = ((self._period(head), self._sole(cell)) for head, cell in columns)
        dated = [(period, figure) for period, figure in cells
                 if period is not None and figure is not None and self._days(period).precision != "day"]
        changes = {
            at: change
            for at, (head, cell) in enumerate(columns)
            if self._period(head) is None
            for change in self._changes(cell, named=at in place.header.changes)
            if at in place.header.percent or self._is_percentage(change, [(self._days(p), f) for p, f in dated],
                                                                 of_itself=at not in place.header.shares)
        }
        places = {period: at for at, (head, _) in enumerate(columns) if (period := self._period(head)) is not None}
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
                    scale=row.scale or self._scale(place.head),
                    share_scale=row.share_scale,
                    listed=True,
                    tabled=True,
                )

    def _of_outlook(self, row: Row, columns: list[tuple[list[int], list[int]]], head: int) -> Iterator[Frame]:
        """A frame for each cell under a period of a table of what is expected."""
        assert self.event is not None
        name, event = self.event
        role = next(spec.role for spec in event.rows if spec.ends)
        shared = next(role for role, spec in event.roles.items() if spec.shared)
        for over, cell in columns:
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
        lines = (self.text[slice(*self.lines[line])] for line in range(head - 1, -1, -1))
        above = next((line for line in lines if not scale_in(line) and not all(map(is_over_columns, line.split(BAR)))), "")
        first = self.text[slice(*self.lines[head])].partition(BAR)[0]
        titles = [first, *([above] if len(above.strip()) <= HEADING and BAR not in above else [])]
        return any(_OUTLOOK.search(title) for title in titles)

    def _scale(self, head: int) -> Decimal | None:
        """What the numbers below a header are multiplied by: as the caption above it or the line of units below it says, else the line
        below the table, else a statement for the whole document.
        """
        below = head + 1 < len(self.lines) and not any(self.is_trigger(i) for i in self.of_line[head + 1])
        around = (*self._over_block(head), *self._above(head), head, *([head + 1] if below else []))
        found = [scale for line in around if (scale := scale_in(self.text[slice(*self.lines[line])]))]
        return found[-1] if found else self._scale_below(head) or scale_of_all(self.text)

    def _above(self, head: int) -> list[int]:
        """The lines above a header in which a caption may stand, from the highest to the lowest; those of the header do not count."""
        found: list[int] = []
        line = head - 1
        while line >= 0 and sum(found_line < head for found_line in found) < CAPTION_LINES + self._levels(found):
            found.insert(0, line)
            line -= 1
        return found

    def _levels(self, lines: list[int]) -> int:
        texts = (self.text[slice(*self.lines[line])].split(BAR) for line in lines)
        return sum(all(is_over_columns(cell) or not cell.strip(" -=_") for cell in cells) for cells in texts)

    def _scale_below(self, head: int) -> Decimal | None:
        """The scale in the first line below a table, where it is said of its amounts: "All amounts in SAR million."."""
        below = next((self.text[slice(*self.lines[line])] for line in range(head + 1, len(self.lines)) if not self._is_barred(line)), "")
        return scale_of_all(below) or (scale_in(below) if _CAPTION.match(below) and len(below) <= HEADING else None)

    def _over_block(self, head: int) -> Iterator[int]:
        """The caption over the tables right above a header, and their headers: it holds on for all of them."""
        top = head
        while top > 0 and BAR in self.text[slice(*self.lines[top - 1])]:
            top -= 1
        yield from range(max(top - 1, 0), top)
        yield from (line for line in range(top, head) if not any(self.is_trigger(i) for i in self.of_line[line]))
