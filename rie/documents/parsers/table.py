"""Rows of cells to text: one row a line, cells separated by " | ", one header line, captions above it.

    (in millions, except per share data)
    Three Months Ended March 31, 2021 | Three Months Ended March 31, 2020
    Revenue | $1,234.5 | $1,100.2
    Operating expenses:
    Impairment | | (12.3)

Every row with a value has the same number of cells. The header line has one fewer when the corner is empty: header and
rows are aligned from the right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Final

from rie.documents.parsers.cells import (
    Cell,
    Row,
    has_year,
    is_amount,
    is_period,
    is_scale,
    is_year,
    join_signs,
    leads_period,
)
from rie.documents.parsers.columns import columns_of, filled, in_order
from rie.documents.parsers.dom import shown_marks
from rie.documents.parsers.parsed import Block, Kind

SEPARATOR: Final = " | "
_BULLET = re.compile(r"[•·●○◦▪■‣*o–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]")
_WITH_SCALE = re.compile(r"([^()]*?)\s*(\([^()]*\))\s*([^()]*)")
_LONG: Final = 300
_MAX_HEADING: Final = 60


@dataclass
class _Section:
    """Rows below one header."""

    captions: list[str] = field(default_factory=list)
    header: list[Row] = field(default_factory=list)
    body: list[Row] = field(default_factory=list)


def blocks_of(rows: Sequence[Row], caption: str = "") -> list[Block]:
    """The blocks of text of a table.

    Args:
        rows: as they stand in the source, empty cells included or not.
        caption: the text of `<caption>`.

    Returns:
        A block for each header with its rows; paragraphs or list items for a table that only arranges text; lines
        "Founded: 2015" for one that lists facts of different kinds.
    """
    signed = [joined for row in rows if (joined := join_signs(row))]
    if _only_arranges(signed):
        return [Block(caption)] * bool(caption) + [_paragraph(row) for row in signed]
    if _lists_facts(signed):
        return [Block("\n".join([*([caption] if caption else []), *map(_fact, signed)]), Kind.TABLE)]
    sections = _sections(signed)
    if caption:
        sections[0].captions.insert(0, caption)
    return [Block(text, Kind.TABLE) for section in sections if (text := shown_marks("\n".join(_lines(section))))]


def _only_arranges(rows: Sequence[Row]) -> bool:
    return all(len(row) < 2 or (len(row) == 2 and (_BULLET.fullmatch(row[0].text) or _are_long(row))) for row in rows)


def _are_long(row: Row) -> bool:
    return all(len(cell.text) > _LONG for cell in row)


def _paragraph(row: Row) -> Block:
    text = shown_marks(" ".join(cell.text for cell in row))
    if len(row) == 2 and len(row[0].text) == 1:
        return Block(f"• {shown_marks(row[1].text)}", Kind.ITEM)
    return Block(text)


def _lists_facts(rows: Sequence[Row]) -> bool:
    """Whether names stand beside values of different kinds: "Founded", 2015; "Revenue", $5m. The 2015 heads no column."""
    values = [row[-1].text for row in rows]
    if len(rows) < 2 or any(len(row) != 2 or is_amount(row[0].text) or row[1].head for row in rows):
        return False
    return any(map(is_year, values)) and any(map(is_amount, values)) and not (is_year(values[0]) and all(map(is_amount, values[1:])))


def _fact(row: Row) -> str:
    return shown_marks(f"{row[0].text.removesuffix(':')}: {row[1].text}")


def _sections(rows: Sequence[Row]) -> list[_Section]:
    """Rows sorted into captions, header and body; a header that comes after a body begins a new section."""
    sorter = _Sorter(rows)
    for number, row in enumerate(rows):
        sorter.add(row, number)
    return sorter.sections


class _Sorter:
    """Sorts the rows of a table one after the other."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.sections = [_Section()]
        self._rows = rows
        self._values_from = min((row[1].start for row in rows if len(row) > 1), default=max(cell.end for row in rows for cell in row))
        self._last_amounts = max((at for at, row in enumerate(rows) if any(is_amount(cell.text) for cell in row[1:])), default=-1)

    def add(self, row: Row, number: int) -> None:
        """Put a row into the section that it belongs to."""
        if self._is_header(row, number):
            self._begin()
            _add_header(self.sections[-1], row, self._values_from)
        elif len(row) == 1 and self._is_caption(row[0], number):
            self._begin()
            self.sections[-1].captions.append(row[0].text)
        else:
            self.sections[-1].body.append(row)

    def _begin(self) -> None:
        if self.sections[-1].body:
            self.sections.append(_Section())

    def _is_caption(self, cell: Cell, number: int) -> bool:
        """A single cell above the header is a title or a scale; later only a scale is, which begins a table of its own."""
        section, is_last = self.sections[-1], number == len(self._rows) - 1
        if section.body or section.header:
            return bool(section.body) and not is_last and is_scale(cell.text)
        return not is_last and (is_scale(cell.text) or not cell.text.endswith(":"))

    def _is_header(self, row: Row, number: int) -> bool:
        values = [cell for cell in row if cell.end > self._values_from]
        if not values or any(is_amount(cell.text) for cell in values):
            return False
        if all(cell.head for cell in row) and len(row) > 1:
            return True
        if number >= self._last_amounts:
            return False  # a table of words: its first row is a row like all others
        return self._may_head(row, values, number)

    def _may_head(self, row: Row, values: Sequence[Cell], number: int) -> bool:
        labels = [cell for cell in row if cell.end <= self._values_from]
        if self.sections[-1].body:
            return not labels and all(is_period(cell.text) or is_year(cell.text) for cell in values)
        if len(row) == 1:
            return _is_group(row[0], self._values_from, self._rows[number + 1])
        if not labels:
            return True
        return not self._has_corner() and all(len(cell.text) < _MAX_HEADING and not cell.text.endswith(".") for cell in values)

    def _has_corner(self) -> bool:
        """Whether a header row with a name for the labels has come: nothing but rows can follow it."""
        corners = (cell.text for row in self.sections[-1].header for cell in row if cell.end <= self._values_from)
        return any(not (is_scale(text) or leads_period(text)) for text in corners)


def _is_group(cell: Cell, values_from: int, below: Row) -> bool:
    """Whether a single cell above others heads their columns; one over the labels too, or with a year of its own, is a title."""
    if has_year(cell.text) and all(has_year(other.text) for other in below if other.start >= values_from):
        return False
    if leads_period(cell.text) or (is_period(cell.text) and cell.text.endswith(",")):
        return True
    return cell.start >= values_from or (cell.start > 0 and is_period(cell.text))


def _add_header(section: _Section, row: Row, values_from: int) -> None:
    """Scales in the corner or over all columns become captions, the rest is a row of the header."""
    kept = []
    for cell in chain.from_iterable(map(_split_scale, row)):
        spans_all = len(row) == 1 and cell.text.startswith("(")
        if spans_all or (is_scale(cell.text) and cell.end <= values_from):
            section.captions.append(cell.text)
        else:
            kept.append(cell)
    if kept:
        section.header.append(kept)


def _split_scale(cell: Cell) -> list[Cell]:
    """A corner that holds the beginning of a period and a scale as two cells: "Year ended June 30, (in millions)"."""
    match = _WITH_SCALE.fullmatch(cell.text)
    if match is None or not is_scale(match[2]) or not leads_period(match[1] + match[3]):
        return [cell]
    return [replace(cell, text=match[2]), replace(cell, text=f"{match[1]}{match[3]}".strip())]


def _lines(section: _Section) -> list[str]:
    body, head = in_order(section.body, section.header) or (section.body, section.header)
    columns = columns_of(body, head)
    header = _header_line(head, columns) if head else ""
    return [*section.captions, *([header] if header else []), *(_line(row, columns) for row in body)]


def _line(row: Row, columns: Sequence[Cell]) -> str:
    if len(row) == 1 and row[0].overlaps(columns[0]):
        return row[0].text
    return _in_line(filled(row, columns))


def _in_line(cells: Sequence[str]) -> str:
    """Cells in one line; an empty one leaves "| |"."""
    return re.sub(" {2,}", " ", SEPARATOR.join(cells)).strip(" ")


def _header_line(header: Sequence[Row], columns: Sequence[Cell]) -> str:
    lead, rows = _taken_lead(header, columns)
    texts = [""] * len(columns)
    for row in rows:
        for number, text in enumerate(_over(row, columns)):
            if text and not texts[number].endswith(text):
                texts[number] = f"{texts[number]} {text}".strip()
    texts[1:] = [f"{lead} {text}".strip() for text in texts[1:]]
    return _in_line(texts if texts[0] else texts[1:])


def _taken_lead(header: Sequence[Row], columns: Sequence[Cell]) -> tuple[str, list[Row]]:
    """The beginning of a period that stands in the corner ("Year ended December 31,") belongs to every column."""
    first = columns[0] if columns else Cell(0, 0, "")
    in_corner = [cell for row in header for cell in row if cell.overlaps(first) and leads_period(cell.text)]
    if not in_corner or not all(is_year(cell.text) or is_period(cell.text) for cell in header[-1] if cell not in in_corner):
        return "", list(header)
    return " ".join(cell.text for cell in in_corner), [[cell for cell in row if cell not in in_corner] for row in header]


def _over(row: Row, columns: Sequence[Cell]) -> list[str]:
    """The texts of a header row, one a column; a cell over several columns counts for each."""
    values = columns[1:]
    heads = [cell for cell in row if not (columns and cell.overlaps(columns[0])) or len(row) > len(values)]
    if len(row) == len(columns):
        return [cell.text for cell in row]
    if len(heads) == len(row) == len(values):
        return ["", *(cell.text for cell in heads)]
    return [" ".join(cell.text for cell in row if cell.overlaps(column)) for column in columns]

