"""Tables whose columns only spaces set apart, as a typewriter sets them: their rows, and the words that stand over each column.

Header lines are read from below: one with as many groups of words as there are columns names each, one with fewer names as many
columns beside each other as fit. A table in which they do not fit is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rie.documents.parsers.cells import is_year, leads_period

HEADER = 4  # lines of a header at most
INDENT = 8  # spaces before a line of the header that has one group of words
LONGEST = 400  # characters of a row
LABELS = 2  # lines without figures between two rows
_CELLS = r"(?: {2,}(?:[$€£¥]\s{0,3})?\(?[\d,.]*\d\)?%?){2,}"
_ROW = re.compile(rf"\s{{0,8}}(?P<label>\S.*?)(?P<cells>{_CELLS})\s*")
_TITLE = re.compile(r"\s*[A-Z][A-Za-z &-]{2,40}:\s*")
_LINE = re.compile(r"[^\n]+")
_FIGURE = re.compile(r"[\d,.]*\d")
_GROUP = re.compile(r"\S+(?: \S+)*")


@dataclass(frozen=True)
class Column:
    """What stands over a column, from the highest line to the lowest, and where in the text the lowest group of words stands."""

    words: str
    start: int
    end: int


@dataclass(frozen=True)
class AlignedRow:
    """A row: its line, where its label ends, and where each of its figures starts."""

    line: int
    label_end: int
    figures: tuple[int, ...]


@dataclass(frozen=True)
class AlignedTable:
    """A table; `head` is the highest line of its header."""

    head: int
    columns: tuple[Column, ...]
    rows: tuple[AlignedRow, ...]


def aligned_tables(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[AlignedTable]:
    """The tables of a text.

    Args:
        text: any text.
        lines: start and end of each of its lines that is not empty.
    """
    rows = [row for number in range(len(lines)) if (row := _row(text, number, lines[number]))]
    while rows:
        size = next((i for i in range(1, len(rows)) if rows[i].line - rows[i - 1].line > LABELS + 1), len(rows))
        block, rows = rows[:size], rows[size:]
        width = len(block[0].figures)
        top = block[0].line
        top -= top > 0 and _TITLE.fullmatch(text, *lines[top - 1]) is not None  # "Revenue:" over the rows of its parts
        header = _header(text, lines[max(top - HEADER, 0) : top], width)
        if header:
            whole = tuple(row for row in block if len(row.figures) == width)
            yield AlignedTable(top - len(header), tuple(_columns(header, width)), whole)


def columns(text: str) -> Iterator[tuple[int, int]]:
    """Where the figures of each row begin and end."""
    for line in _LINE.finditer(text) if "  " in text else ():
        row = _ROW.fullmatch(text, *line.span()) if line.end() - line.start() <= LONGEST else None
        if row:
            yield row.span("cells")


def _row(text: str, number: int, line: tuple[int, int]) -> AlignedRow | None:
    match = _ROW.fullmatch(text, *line) if line[1] - line[0] <= LONGEST else None
    if match is None or "|" in match["label"] or (leads_period(match["label"]) and all(map(is_year, match["cells"].split()))):
        return None
    return AlignedRow(number, match.end("label"), tuple(figure.start() for figure in _FIGURE.finditer(text, *match.span("cells"))))


def _header(text: str, above: Sequence[tuple[int, int]], width: int) -> list[list[tuple[int, int, str]]]:
    """The groups of words of each header line, from the highest to the lowest; none where they do not fit the columns."""
    found: list[list[tuple[int, int, str]]] = []
    for start, end in reversed(above):
        groups = [(match.start(), match.end(), match[0]) for match in _GROUP.finditer(text, start, end)]
        if len(groups) == width + 1:
            (_, _, over), *groups = groups  # what stands over the labels
            groups = [(low, high, f"{over} {words}") for low, high, words in groups] if leads_period(over) else groups
        elif len(groups) < 2 and groups[0][0] - start < INDENT:
            break
        if len(groups) > width or width % len(groups):
            return []
        found.insert(0, groups)
    return found if found and len(found[-1]) == width else []


def _columns(header: Sequence[Sequence[tuple[int, int, str]]], width: int) -> Iterator[Column]:
    for column in range(width):
        over = [groups[column * len(groups) // width] for groups in header]
        yield Column(" ".join(words for _, _, words in over), over[-1][0], over[-1][1])
