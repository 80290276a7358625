"""Rows of a table: a label that names a metric, a part of the company or a total, and figures.

A title above rows names the metric of those that are called after parts, or after nothing but the kind of share: "Revenue:" over
"Subscription", "Earnings per share" over "Basic". Rows without a metric that add up to a total are its parts.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate

from rie.pipeline.frame import Item
from rie.pipeline.tables.addends import addends
from rie.pipeline.tables.columns import Columns
from rie.pipeline.tables.glued import cells_in
from rie.pipeline.tables.headings import BAR, LABEL, SECTION
from rie.pipeline.tables.units import scale_in, share_scale_in, without_units
from rie.pipeline.vocabulary import vocabulary
from rie.values import Money

_FOOTNOTE = re.compile(r"[\s:.]*(?:\(\d+\)|[*†‡])*\s*$")
_NO_PART = re.compile(
    r"\b(?:total|eliminations?|other|cost|expenses?|income|loss|tax|margin|per share|growth|change|diluted|basic)\b|^\W*$", re.IGNORECASE
)
_OF_INDIA = re.compile(r"\b(?:crores?|lakhs?|lacs?)\b", re.IGNORECASE)
_TURNOVER = re.compile(r"(?<!total )\bincome from operations", re.IGNORECASE)  # in India what others call revenue
_ORDINARY = re.compile(  # in Japan one before tax
    r"\b(?:ordinary|recurring|comprehensive|exceptional|extraordinary) (?:profit|income|loss)", re.IGNORECASE)
_BY_PART = re.compile(
    r"\bby (?:\w+ )?(?:segments?|divisions?|regions?|geograph\w+|business(?:es)?|products?(?: lines?)?|markets?|areas?|units?|categor\w+"
    r"|channels?|brands?)\b",
    re.IGNORECASE)
_SIGNS = re.compile(r"[$€£(\u2013-]*$")
_SHARE_ONLY = re.compile(r"\W*(?:basic |diluted )?per (?:\w+ )*(?:share|unit|ads)\b", re.IGNORECASE)
_WIDE = re.compile(r"\S\s{2,}\S")
_KIND_OF_SHARE = re.compile(r"\b(?:basic|diluted|primary|fully)\b", re.IGNORECASE)
_A_SHARE = re.compile(r"per (?:\w+ )*(?:share|ads|unit)|\beps\b", re.IGNORECASE)


@dataclass(frozen=True)
class Title:
    """The metric in a line above rows; whether these are of parts of the company, and whether of all of a table."""

    trigger: int
    of_parts: bool
    of_table: bool


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


class Rows(Columns):
    """Reads the rows of the tables of one document; arguments as for `Headings`."""

    def _title(self, line: int) -> Title | None:
        """The metric in a line that is all of a title above rows: "Revenue:", "Net sales by segment (in millions)"."""
        start, end = self.lines[line]
        text = self.text[start:end].rstrip()
        triggers = [i for i in self.of_line[line] if self.is_trigger(i)] or (self._worded(start, end) if self._may_entitle(text) else [])
        rest = without_units(_BY_PART.sub(" ", self._without(start, end, triggers)))
        if len(triggers) != 1 or LABEL.sub("", rest.replace(BAR, " ")).strip():
            return None
        of_table = _BY_PART.search(text) is not None
        return Title(triggers[0], of_table or text.rstrip(f"{BAR} ").endswith(":"), of_table)

    def _may_entitle(self, text: str) -> bool:
        """Whether a line is worded as the title of rows: "Net sales by segment (in millions)", "Earnings per share"."""
        return len(text) <= SECTION and bool(text.endswith(":") or _BY_PART.search(text) or _A_SHARE.search(text))

    def _worded(self, start: int, end: int) -> list[int]:
        """The metrics that words name, however they are spaced, as items of their own."""
        if self.event is None:
            return []
        label = self.event[1].trigger
        words = re.finditer(r"\S+", self.text[start:end])
        places = [(start + word.start(), start + word.end()) for word in words]
        line, found = " ".join(self.text[low:high] for low, high in places), []
        ends = list(accumulate((high - low + 1 for low, high in places)))
        for match in vocabulary(self.pack, self.pack.labels[label]).finditer(line.lower()):
            first, last = bisect_right(ends, match.start()), bisect_right(ends, match.end() - 1)
            low, high = places[first][0], places[last][1]
            name = line[slice(*match.span())]
            found.append(self._added(Item(label, name, low, high, self._sentence(low), term=match.lastgroup)))
        return found

    def _glued_row(self, line: int, width: int, above: Row | None) -> Row | None:
        """The row whose cells nothing sets apart."""
        start, end = self.lines[line]
        cells = [(start + low, start + high) for low, high in cells_in(self.text[start:end], width)]
        figures = [[self._number(low, high)] for low, high in cells]
        if not cells:
            return None
        edge = _SIGNS.search(self.text, start, cells[0][0]).start()  # type: ignore[union-attr]
        return self._labelled(line, edge, self._worded(start, edge), figures) or self._per_share(line, edge, above, figures)

    def _number(self, low: int, high: int) -> int:
        """A number that stands in the text as an item of its own."""
        written = self.text[low:high]
        return self._added(Item("NUMBER", written, low, high, self._sentence(low), value=Decimal(written.replace(",", ""))))

    def _sentence(self, at: int) -> int:
        """The sentence of the last mention before a place."""
        line = bisect_right(self.lines, (at, len(self.text))) - 1
        return next((self.items[number].sentence for above in range(line, -1, -1) for number in self.of_line[above][-1:]), 0)

    def _per_share(self, line: int, end: int, above: Row | None, cells: list[list[int]]) -> Row | None:
        """A row that is called "per share - diluted" and no more, right below one that says of what."""
        start = self.lines[line][0]
        words = " ".join(self.text[start:end].split())
        if above is None or above.line != line - 1 or self.event is None or not _SHARE_ONLY.match(words) or LABEL.sub("", words).strip():
            return None
        metric = self.items[above.label[0]]
        whole = f"{metric.text} {words}"
        metrics = vocabulary(self.pack, self.pack.labels[self.event[1].trigger]).finditer(whole.lower())
        match = next((one for one in metrics if one.end() > len(whole) - len(words)), None)
        if match is None:
            return None
        return Row(line, [self._added(replace(metric, text=whole, term=match.lastgroup))], cells, share_scale=share_scale_in(words))

    def _of_share(self, line: int, end: int, title: Title, cells: list[list[int]]) -> Row | None:
        """A row that is called after a kind of share, below the title of figures a share."""
        start = self.lines[line][0]
        label = self.text[start:end]
        metric = self.items[title.trigger]
        words = without_units(label)
        if LABEL.sub("", words).strip() or not _KIND_OF_SHARE.search(words) or not _A_SHARE.search(metric.text):
            return None
        at, name = start + len(label) - len(label.lstrip()), label.strip()
        own = self._added(replace(metric, start=at, end=at + len(name), text=f"{name} {metric.text}"))
        return Row(line, [own], cells, share_scale=share_scale_in(label))

    def _part(self, line: int, end: int, title: Title, cells: list[list[int]]) -> Row | None:
        """A row below the title of parts: its label is a part of the company, which becomes an item of its own."""
        return self._named_part(line, end, title.trigger, cells) if title.of_parts else None

    def _named_part(self, line: int, end: int, trigger: int, cells: list[list[int]]) -> Row | None:
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
        found = (self._named_part(one.line, one.end, row.label[0], one.cells) for one in ([] if titled else parts))
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

    def _labelled(self, line: int, end: int, items: list[int], cells: list[list[int]]) -> Row | None:
        start = self.lines[line][0]
        label = self.text[start:end]
        triggers = self._worded(start, end) if _WIDE.search(label) else [i for i in items if self.is_trigger(i)]
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
