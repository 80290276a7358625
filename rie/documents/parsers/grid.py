"""A table of HTML to rows of cells with the columns that they cover."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from rie.documents.parsers.cells import Cell, close_up
from rie.documents.parsers.dom import inline_text, is_hidden, walk

_MAX_SPAN = 1000  # as browsers do


def rows_of(table: LexborNode) -> list[list[Cell]]:
    """The rows of a table; a merged cell stands once, in the first of its rows."""
    rows: list[list[Cell]] = []
    below: list[tuple[int, int, int]] = []  # start, end, rows that are still covered from above
    for row, in_head in _row_nodes(table):
        cells = list(_cells(row, in_head, [(start, end) for start, end, _ in below]))
        below = [(start, end, left - 1) for start, end, left in below if left > 1]
        below += [(cell.start, cell.end, left) for cell, left in cells if left > 0]
        rows.append([cell for cell, _ in cells])
    return rows


def _row_nodes(table: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """The rows of this table, not of tables within it, and whether they stand in its `<thead>`."""
    in_head = False
    for node, first in walk(table, lambda node: node.tag in ("thead", "tbody", "tfoot") and not is_hidden(node)):
        if node.tag == "thead":
            in_head = first
        elif node.tag == "tr" and first and not is_hidden(node):
            yield node, in_head


def _cells(row: LexborNode, in_head: bool, covered: list[tuple[int, int]]) -> Iterator[tuple[Cell, int]]:
    """The cells of a row, each with the number of further rows that it covers."""
    at = 0
    for node, first in walk(row, lambda node: False):
        if first and node.tag in ("td", "th") and not is_hidden(node):
            at = _free(at, covered)
            end = at + _span(node, "colspan")
            yield Cell(at, end, close_up(inline_text(node)), in_head or node.tag == "th"), _span(node, "rowspan") - 1
            at = end


def _free(at: int, covered: list[tuple[int, int]]) -> int:
    for start, end in sorted(covered):
        if start <= at < end:
            at = end
    return at


def _span(node: LexborNode, name: str) -> int:
    value = (node.attributes.get(name) or "1").strip()
    return min(max(int(value), 1), _MAX_SPAN) if value.isascii() and value.isdigit() and len(value) < 9 else 1
