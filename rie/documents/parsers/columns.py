"""The columns of a table: SEC filings give "$", number and ")" a column each, and set spacer columns between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rie.documents.parsers.cells import MARK, Cell, Row, is_figure

CONNECTORS = frozenset({"-", "–", "—", "to"})


def in_order(body: Sequence[Row], header: Sequence[Row]) -> tuple[list[list[Cell]], list[list[Cell]]] | None:
    """Rows and header with their cells counted from left to right, for a source whose rows do not keep to columns.

    Returns:
        Both; None unless all rows that have values have the same number of cells, and the one header row fits them.
    """
    rows = [_joined_ranges(row) for row in body]
    sizes = {len(row) for row in rows if len(row) > 1}
    if len(header) != 1 or len(sizes) != 1 or len(header[0]) not in (max(sizes), max(sizes) - 1):
        return None
    return [_counted(row) for row in rows], [_counted(header[0], max(sizes) - len(header[0]))]


def _counted(row: Row, start: int = 0) -> list[Cell]:
    return [replace(cell, start=at, end=at + 1) for at, cell in enumerate(row, start)]


def _joined_ranges(row: Row) -> list[Cell]:
    joined: list[Cell] = []
    for number, cell in enumerate(row):
        before = joined[-1].text if joined else ""
        begins = cell.text in CONNECTORS and number + 1 < len(row) and is_figure(before) and is_figure(row[number + 1].text)
        ends = number > 1 and row[number - 1].text in CONNECTORS and before.endswith(f" {row[number - 1].text}")
        if begins or ends:
            joined[-1] = replace(joined[-1], text=f"{before} {cell.text}")
        else:
            joined.append(cell)
    return joined


def columns_of(body: Sequence[Row], header: Sequence[Row]) -> list[Cell]:
    """The columns from left to right, as cells without text.

    Args:
        body: rows with signs joined to their numbers.
        header: header rows above them; a cell that stands over no column of the body is a column of its own.
    """
    columns: list[Cell] = []
    for cell in sorted((cell for row in body for cell in row), key=lambda cell: (cell.end - cell.start, cell.start)):
        _grow(columns, cell, body)
    for cell in header[-1] if header else ():
        if not any(cell.overlaps(column) for column in columns):
            columns.append(replace(cell, text=""))
    return _ranges(sorted(columns, key=lambda column: column.start), body, header)


def _grow(columns: list[Cell], cell: Cell, body: Sequence[Row]) -> None:
    """Add a cell to the column it overlaps; it unites columns unless some row fills both."""
    met = [column for column in columns if column.overlaps(cell)]
    if not met:
        columns.append(replace(cell, text=""))
    elif len(met) == 1 or not any(_fills(row, met) for row in body):
        united = Cell(min(column.start for column in [*met, cell]), max(column.end for column in [*met, cell]), "")
        columns[:] = [column for column in columns if column not in met] + [united]


def _fills(row: Row, columns: Sequence[Cell]) -> bool:
    return sum(any(cell.overlaps(column) for cell in row) for column in columns) > 1 and sum(
        any(cell.overlaps(column) for column in columns) for cell in row) > 1  # fmt: skip


def _ranges(columns: list[Cell], body: Sequence[Row], header: Sequence[Row]) -> list[Cell]:
    """Columns "$1,200", "-", "$1,250" below one header cell are one."""
    kept: list[Cell] = []
    at = 0
    while at < len(columns):
        three = columns[at : at + 3]
        if len(three) == 3 and _is_range(three, body) and _share_header(three, header):
            kept.append(Cell(three[0].start, three[2].end, ""))
            at += 3
        else:
            kept.append(columns[at])
            at += 1
    return kept


def _is_range(three: Sequence[Cell], body: Sequence[Row]) -> bool:
    between = [cell.text for row in body for cell in row if cell.overlaps(three[1])]
    return bool(between) and all(text in CONNECTORS for text in between)


def _share_header(three: Sequence[Cell], header: Sequence[Row]) -> bool:
    return not header or not any(cell.overlaps(three[1]) or cell.overlaps(three[2]) for cell in header[-1] if not cell.overlaps(three[0]))


def filled(row: Row, columns: Sequence[Cell]) -> list[str]:
    """The texts of a row, one a column; a cell that covers several columns stands in the first of them that is free."""
    texts = [""] * len(columns)
    last = -1
    for cell in row:
        met = [number for number, column in enumerate(columns) if cell.overlaps(column)] or [max(last, 0)]
        at = next((number for number in met if number > last), met[-1])
        texts[at] = f"{texts[at]} {cell.text}".strip() if texts[at] else cell.text
        last = at
    return [text.replace(f" {MARK}", MARK) for text in texts]
