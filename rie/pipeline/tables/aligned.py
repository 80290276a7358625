"""Tables whose columns only spaces set apart, as a typewriter sets them.

    Qtr Sept. 30:           1998            1997
    Sales         $118,400,000    $109,900,000
    9 mos:
    Sales          341,200,000     322,800,000

The lowest line of a header names each column: a period, a change. A line above it that fits begins the periods of as many columns
beside each other; one below it names their units. A row has a label and as many figures as there are columns, or as many as lack the
changes at their right; its label may begin in the line above. A table whose header does not fit is none.
"""

import re
from collections.abc import Iterator, Sequence

from rie.documents.parsers.cells import Cell
from rie.pipeline.tables.found import LABEL, Gap, between, goes_on, is_expectation, is_label, joined, whole, within
from rie.pipeline.tables.header_words import is_head, is_outlook, is_over_columns, is_period

LONGEST = 400  # characters of a row
COLUMNS = 8
LABELS = 2  # lines without figures between two rows
LEAST = 2  # rows of a table with one column
LEVELS = 3  # lines of a header above the lowest
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_GROUP = re.compile(r"[^\s|]+(?: [^\s|]+)*")
_CONTINUES = re.compile(r"[a-z(\u2013-]")
_RULE = re.compile(r"[\s=_\u2014-]+")

Line = Sequence[Cell]


def aligned(text: str) -> Iterator[Gap]:
    """The gaps in the tables of a text."""
    lines = [_cells(match) for match in _LINE.finditer(text) if not _RULE.fullmatch(match[0])] if "  " in text or "\t" in text else []
    at = 0
    while at < len(lines):
        header = _header(lines[at])
        rows = list(_rows(text, lines, at + 1, header)) if header else []
        if len(rows) >= (LEAST if len(header) == 1 else 1):
            for row in (*_levels(lines, at, len(header)), lines[at], *_units(lines, at), *rows):
                yield from between(row)
                yield from within(text, row)
        at += 1


def _cells(match: "re.Match[str]") -> list[Cell]:
    """The cells of a line; none of one with bars or one too long for a row."""
    if "|" in match[0] or len(match[0]) > LONGEST:
        return []
    return joined([Cell(match.start() + group.start(), match.start() + group.end(), group[0]) for group in _GROUP.finditer(match[0])])


def _header(line: Line) -> Line:
    """The cells that name columns in the lowest line of a header."""
    first = next((place for place, cell in enumerate(line) if is_head(cell.text)), len(line))
    columns = line[first:]
    fits = first <= 1 and all(is_head(cell.text) for cell in columns) and not all(map(_is_change, columns))
    alone = len(columns) == 1 and not first and not is_outlook(columns[0].text)  # a year on a line of its own
    return columns if fits and not alone and len(columns) <= COLUMNS else []


def _levels(lines: Sequence[Line], at: int, width: int) -> Iterator[Line]:
    """The lines right above the lowest one of a header that belong to it."""
    for line in lines[max(at - LEVELS, 0) : at][::-1]:
        if not line or len(line) > width + 1 or not all(is_over_columns(cell.text) for cell in line):
            return
        yield line


def _units(lines: Sequence[Line], at: int) -> Iterator[Line]:
    """The line right below a header, where it names units."""
    if at + 1 < len(lines) and len(lines[at + 1]) > 1 and all(is_over_columns(cell.text) for cell in lines[at + 1]):
        yield lines[at + 1]


def _rows(text: str, lines: Sequence[Line], at: int, header: Line) -> Iterator[Line]:
    """The rows below a header that fit its columns, up to the next header or paragraph."""
    changes = len(header) - max(place for place, cell in enumerate(header) if not _is_change(cell)) - 1
    widths = {len(header), len(header) - changes}
    without: list[Line] = []
    for line in lines[at:]:
        figures = line[1:]
        is_row = bool(figures) and is_label(line[0].text) and all(is_expectation(cell.text) for cell in figures)
        if is_row and len(figures) in widths:
            yield [_label(text, without, line[0]), *figures]
        if not is_row and (not line or len(without) == LABELS or _header(line) or not _is_between(line)):
            return
        without = [] if is_row else [*without, line]


def _is_change(cell: Cell) -> bool:
    return not is_period(cell.text) and not is_outlook(cell.text)


def _is_between(line: Line) -> bool:
    """Whether a line may stand between two rows: a heading, a unit, a row that does not fit."""
    return len(line) > 1 or len(line[0].text) <= LABEL


def _label(text: str, above: Sequence[Line], label: Cell) -> Cell:
    """The label of a row, with the line above it that it goes on from."""
    begun = above[-1][0] if above and len(above[-1]) == 1 else None
    joins = begun is not None and is_label(begun.text) and goes_on(begun.text, label.text) and _CONTINUES.match(label.text)
    return whole(text, begun, label) if begun is not None and joins else label
