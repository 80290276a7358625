"""Lines of a page that are rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from rie.documents.parsers.cells import Cell, close_up, is_amount, is_period, is_scale, is_year, join_signs, split_periods
from rie.documents.parsers.pdf_lines import Line

_LABEL_CHARS: Final = 100
_BETWEEN_ROWS: Final = 4  # lines with a label only
_HEADER_LINES: Final = 8
_HEADER_GAP: Final = 3.0  # times the size of the font
_GOES_ON = re.compile(r"(?:\b(?:to|of|and|or|the|in|for|from|by|per|on|with|attributable|before|after)|[,–—-])$", re.IGNORECASE)
_HALF_LINE: Final = 0.95  # times the size of the font: less than the distance of lines
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
    for first_row, end in _regions(lines):
        start = max(at, _header_start(lines, first_row, at))
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
    for row in _with_labels(table.lines, [join_signs(_cells(line, left)) for line in table.lines]):
        if rows and len(rows[-1]) == 1 and _continues(rows[-1][0].text, row[0].text):
            rows[-1] = [_joined(rows[-1][0], row[0]), *row[1:]]
        elif rows and _is_label(row) and len(rows[-1]) > 1 and not is_amount(rows[-1][0].text) and _GOES_ON.search(rows[-1][0].text):
            rows[-1][0] = _joined(rows[-1][0], row[0])
        else:
            rows.append(row)
    return rows


def _with_labels(lines: Sequence[Line], rows: Sequence[list[Cell]]) -> list[list[Cell]]:
    """Rows whose numbers stand between the two lines of their label get it."""
    taken: set[int] = set()
    for at, row in enumerate(rows):
        if not all(is_amount(cell.text) for cell in row):
            continue
        beside = [near for near in (at - 1, at + 1) if 0 <= near < len(rows) and _is_label(rows[near]) and near not in taken
                  and abs(lines[near].bottom - lines[at].bottom) < _HALF_LINE * lines[at].size]  # fmt: skip
        if beside:
            label = rows[beside[0]][0] if len(beside) == 1 else _joined(rows[beside[0]][0], rows[beside[1]][0])
            row.insert(0, label)
            taken.update(beside)
    return [row for at, row in enumerate(rows) if at not in taken]


def _joined(label: Cell, more: Cell) -> Cell:
    return Cell(min(label.start, more.start), max(label.end, more.end), f"{label.text} {more.text}")


def _cells(line: Line, left: float) -> list[Cell]:
    pieces = (Cell(round(piece.left - left), max(round(piece.right - left), round(piece.left - left) + 1), close_up(piece.text))
              for piece in line.pieces)  # fmt: skip
    return [cell for piece in pieces for cell in split_periods(piece)]


def _is_label(row: Sequence[Cell]) -> bool:
    return len(row) == 1 and not is_amount(row[0].text) and not is_period(row[0].text) and not is_scale(row[0].text)


def _continues(label: str, following: str) -> bool:
    """Whether a line of a label goes on in the line below."""
    if is_amount(following) or is_year(following):
        return False
    if label.count("(") > label.count(")"):
        return True
    if label.endswith(":") or is_period(label) or is_scale(label):
        return False
    return bool(_GOES_ON.search(label)) or following[:1].islower()


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
    return [(start, _label_end(lines, end)) for start, end in regions if end - start > 1]


def _label_end(lines: Sequence[Line], end: int) -> int:
    """Where a region ends whose last label goes on in the line below."""
    goes_on = end < len(lines) and len(lines[end].pieces) == 1 and _may_stand_between(lines[end]) and (
        bool(_GOES_ON.search(lines[end - 1].pieces[0].text)) or lines[end - 1].bottom - lines[end].bottom < _HALF_LINE * lines[end].size
    )  # fmt: skip
    return end + goes_on


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
    """Where the header above a region begins; labels can stand between it and the first row with amounts."""
    label_right = max((line.pieces[0].right for line in lines[start : start + 5] if len(line.pieces) > 1), default=0.0)
    first = start
    for at in range(start - 1, max(least, start - _HEADER_LINES) - 1, -1):
        line, below = lines[at], lines[at + 1]
        if line.bottom - below.top > _HEADER_GAP * line.size or not _may_stand_between(line):
            break
        if _heads(line, label_right):
            first = at
    return first


def _heads(line: Line, label_right: float) -> bool:
    if len(line.pieces) > 1:
        return all(is_period(piece.text) or is_year(piece.text) or is_scale(piece.text) or len(piece.text) < 30 for piece in line.pieces)
    if len(line.text) > 60 or line.text.endswith(".") or line.text[0].islower():
        return False
    return is_scale(line.text) or is_period(line.text) or line.left > label_right or line.text.endswith(":")
