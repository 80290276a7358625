"""Tables with one cell a line, as pages become when their lines are lost.

    Three Months Ended March 31,
    2005
    2004
    Net sales
    $
    64,118
    $
    58,936

A run of periods names the columns; above it may stand what begins them, below it units. A row is a label, which may go on in a second
line, with as many figures as there are columns, or as many as lack the changes at their right. Other rows stay as they are.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rie.documents.parsers.cells import Cell, is_year
from rie.pipeline.tables.found import Gap, between, goes_on, is_figure, is_label, joined, whole, within
from rie.pipeline.tables.header_words import is_beside, is_day, is_head, is_lead, is_outlook, is_period

LEAST = 2  # rows of a table, and columns
COLUMNS = 8
LABELS = 3  # lines without figures between two rows
_LINE = re.compile(r"[^\s|](?:[^\n|]*[^\s|])?(?=[^\S\n]*(?:\n|$))")


def stacked(text: str) -> Iterator[Gap]:
    """The gaps in the tables of a text."""
    cells = _dated(text, joined([Cell(match.start(), match.end(), match[0]) for match in _LINE.finditer(text)]))
    at = 0
    while at < len(cells):
        whole_heads, end = _grouped(text, cells, at)
        rows = list(_rows(text, cells, end, whole_heads)) if whole_heads else []
        for row in (whole_heads, *rows) if len(rows) >= LEAST else ():
            yield from between(row)
            yield from within(text, row)
        heads = _heads(cells, at)
        width = len(heads)
        if not LEAST <= width <= COLUMNS or not any(is_period(cell.text) for cell in heads):
            at += max(width, 1)
            continue
        units = _run(cells, at + width)
        rows = list(_rows(text, cells, at + width + len(units), heads))
        if len(rows) >= LEAST:
            for row in (*_levels(text, cells, at), heads, units, *rows):
                yield from between(row)
                yield from within(text, row)
        at += width


def _dated(text: str, cells: Sequence[Cell]) -> list[Cell]:
    """The cells; days with the year in the next line as one, where several such stand one below the other: "June 30," over "2012"."""
    pairs = [is_day(one.text) and is_year(other.text) for one, other in pairwise(cells)]
    found: list[Cell] = []
    at = 0
    while at < len(cells):
        pair = at < len(pairs) and pairs[at] and (pairs[at + 2 : at + 3] == [True] or pairs[max(at - 2, 0) : at - 1][-1:] == [True])
        found.append(whole(text, cells[at], cells[at + 1]) if pair else cells[at])
        at += 1 + pair
    return found


def _grouped(text: str, cells: Sequence[Cell], at: int) -> tuple[list[Cell], int]:
    """Columns each of which has all of its words in lines of its own, "52 weeks to" over "27 June 2015" over "£m", and where they end."""
    found: list[Cell] = []
    shape: list[int] = []
    while at < len(cells):
        first = at
        while at < len(cells) and is_lead(cells[at].text):
            at += 1
        heads = at < len(cells) and is_head(cells[at].text)
        units = _run(cells, at + 1) if heads else []
        own = [at - first, len(units)]
        if not heads or at == first or own != (shape or own):
            at = first
            break
        shape, at = own, at + 1 + len(units)
        found.append(whole(text, cells[first], cells[at - 1]))
    return (found, at) if LEAST <= len(found) <= COLUMNS and all(is_period(cell.text) for cell in found) else ([], at)


def _heads(cells: Sequence[Cell], at: int) -> list[Cell]:
    """The periods and changes that stand one below the other from a place on."""
    found: list[Cell] = []
    while at < len(cells) and is_head(cells[at].text) and not is_outlook(cells[at].text):
        found.append(cells[at])
        at += 1
    return found


def _run(cells: Sequence[Cell], at: int) -> list[Cell]:
    """The units below a header."""
    found: list[Cell] = []
    while at < len(cells) and is_beside(cells[at].text):
        found.append(cells[at])
        at += 1
    return found


def _levels(text: str, cells: Sequence[Cell], at: int) -> list[list[Cell]]:
    """What stands above the heads, from the highest level to the lowest: of months and of days, or months with their days."""
    leads: list[Cell] = []
    while at and (is_lead(cells[at - 1].text) or is_beside(cells[at - 1].text)):
        at -= 1
        if is_lead(cells[at].text):
            leads.insert(0, cells[at])
    days = [is_day(cell.text) for cell in leads]
    half = len(leads) // 2
    if days == [False, True] * half:
        return [[whole(text, leads[place], leads[place + 1]) for place in range(0, len(leads), 2)]]
    return [leads[:half], leads[half:]] if half and days == [False] * half + [True] * half else [leads]


def _rows(text: str, cells: Sequence[Cell], at: int, heads: Sequence[Cell]) -> Iterator[list[Cell]]:
    """The rows from a place on that fit the columns."""
    changes = len(heads) - max(place for place, cell in enumerate(heads) if is_period(cell.text)) - 1
    while at < len(cells):
        first = at
        while at < len(cells) and at - first <= LABELS and _names_row(cells[at].text):
            at += 1
        labels = cells[first:at]
        figures = at
        while at < len(cells) and is_figure(cells[at].text):
            at += 1
        if not labels or len(labels) > LABELS or at == figures:
            return
        if at - figures in {len(heads), len(heads) - changes}:
            yield [_label(text, labels), *cells[figures:at]]


def _names_row(text: str) -> bool:
    """Whether a line can be the label of a row, or a part of it."""
    return is_label(text) and not is_figure(text) and not is_head(text)


def _label(text: str, labels: Sequence[Cell]) -> Cell:
    """The label of a row without the headings above it."""
    first = len(labels) - 1
    while first and goes_on(labels[first - 1].text, labels[first].text):
        first -= 1
    return whole(text, labels[first], labels[-1])
