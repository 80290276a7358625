"""Lines of a page that are rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from rie.documents.parsers.cells import Cell, close_up, is_amount, is_period, is_scale, is_year, join_signs
from rie.documents.parsers.pdf_lines import Line

_LABEL_CHARS: Final = 100
_BETWEEN_ROWS: Final = 4  # lines with a label only
_HEADER_LINES: Final = 6
_HEADER_GAP: Final = 3.0  # times the size of the font
_GOES_ON = re.compile(r"(?:\b(?:to|of|and|or|the|in|for|from|by|per|on|with|attributable|before|after)|[,–—-])$", re.IGNORECASE)
_ALIGNED: Final = 4.0  # points
_ALIGNED_ROWS: Final = 3


@dataclass
class Table:
    """Lines that are rows."""

    lines: list[Line] = field(default_factory=list)

    @property
    def has_header(self) -> bool:
        """Whether the first line stands over columns of numbers."""
        return not _is_row(self.lines[0])


def split_tables(lines: Sequence[Line]) -> Iterator[Table | list[Line]]:
    """Tables, and the lines of text between them."""
    at = 0
    for start, end in _regions(lines):
        start = max(at, _header_start(lines, start, at))
        if start > at:
            yield list(lines[at:start])
        yield Table(list(lines[start:end]))
        at = end
    if at < len(lines):
        yield list(lines[at:])


def cells_of(table: Table) -> list[list[Cell]]:
    """The rows of a table; a label that is set in two lines stands in one row."""
    left = min(line.left for line in table.lines)
    rows: list[list[Cell]] = []
    for row in (join_signs(_cells(line, left)) for line in table.lines):
        if rows and _is_label(rows[-1]) and _continues(rows[-1][0].text, row[0].text):
            row[0] = replace(row[0], start=min(rows[-1][0].start, row[0].start), text=f"{rows[-1][0].text} {row[0].text}")
            rows[-1] = row
        elif rows and _is_label(row) and len(rows[-1]) > 1 and not is_amount(rows[-1][0].text) and _GOES_ON.search(rows[-1][0].text):
            rows[-1][0] = replace(rows[-1][0], text=f"{rows[-1][0].text} {row[0].text}")
        else:
            rows.append(row)
    return rows


def _cells(line: Line, left: float) -> list[Cell]:
    return [Cell(round(piece.left - left), max(round(piece.right - left), round(piece.left - left) + 1), close_up(piece.text))
            for piece in line.pieces]  # fmt: skip


def _is_label(row: Sequence[Cell]) -> bool:
    return len(row) == 1 and not is_amount(row[0].text) and not is_period(row[0].text) and not is_scale(row[0].text)


def _continues(label: str, following: str) -> bool:
    return not label.endswith(":") and (bool(_GOES_ON.search(label)) or following[:1].islower())


def _is_row(line: Line) -> bool:
    """Whether a line has a label and an amount."""
    if len(line.pieces) < 2 or len(line.pieces[0].text) > _LABEL_CHARS:
        return False
    row = join_signs(_cells(line, 0))
    return len(row) > 1 and any(is_amount(cell.text) for cell in row[1:])


def _regions(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Starts and ends of runs of rows, with lines between them that hold labels only."""
    regions: list[list[int]] = []
    for number, line in enumerate(lines):
        if not (_is_row(line) or _is_aligned(lines, number)):
            continue
        if regions and all(_may_stand_between(between) for between in lines[regions[-1][1] : number]) and (
            number - regions[-1][1] <= _BETWEEN_ROWS
        ):  # fmt: skip
            regions[-1][1] = number + 1
        else:
            regions.append([number, number + 1])
    return [(start, end) for start, end in regions if end - start > 1]


def _is_aligned(lines: Sequence[Line], number: int) -> bool:
    """Whether a line of words belongs to three whose pieces begin at the same places."""
    for start in range(max(0, number - _ALIGNED_ROWS + 1), number + 1):
        rows = lines[start : start + _ALIGNED_ROWS]
        if len(rows) == _ALIGNED_ROWS and all(_same_places(rows[0], row) for row in rows):
            return True
    return False


def _same_places(one: Line, other: Line) -> bool:
    return len(one.pieces) == len(other.pieces) > 1 and all(
        abs(mine.left - theirs.left) < _ALIGNED and len(theirs.text) < _LABEL_CHARS
        for mine, theirs in zip(one.pieces, other.pieces, strict=True)
    )


def _may_stand_between(line: Line) -> bool:
    if len(line.pieces) > 1:
        return all(len(piece.text) < _LABEL_CHARS for piece in line.pieces)
    return len(line.text) < _LABEL_CHARS and not line.text.endswith(".")


def _header_start(lines: Sequence[Line], start: int, least: int) -> int:
    """Where the header above a region begins."""
    label_right = max((line.pieces[0].right for line in lines[start : start + 5] if len(line.pieces) > 1), default=0.0)
    while start > least and start > 0:
        line, below = lines[start - 1], lines[start]
        if line.bottom - below.top > _HEADER_GAP * line.size or not _heads(line, label_right):
            break
        start -= 1
    return start


def _heads(line: Line, label_right: float) -> bool:
    if len(line.pieces) > 1:
        return all(is_period(piece.text) or is_year(piece.text) or is_scale(piece.text) or len(piece.text) < 30 for piece in line.pieces)
    if len(line.text) > 60 or line.text.endswith(".") or line.text[0].islower():
        return False
    return is_scale(line.text) or is_period(line.text) or line.left > label_right or line.text.endswith(":")
