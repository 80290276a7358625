"""Tables that a text holds without the lines between their columns: one cell a line, or cells that single spaces set apart.

    Net sales          Key figures (EUR thousand)
    1,214              1-3/2012 1-3/2011 Change %
    1,105              Net sales 9,842 8,910 10.5

A row is a label with as many figures as there are columns, and a header names what stands over each. Where both fit, what sets
the cells apart becomes a bar, so that such a table is read as any other; the text keeps its length. Where they do not fit, or
the figures can be cut in two ways ("4 211 3 794" in two columns), it stays as it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rie.documents.parsers.cells import is_amount
from rie.pipeline.tables.units import is_unit

BAR = "|"
LABEL = 70  # characters of the label of a row
CELL = 40  # characters of a cell
COLUMNS = 8
LEAST = 2  # rows of a table, and columns
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?:(?:19|20)\d\d(?:[-/\u2013]\d\d)?|['\u2019]\d\d)"
_PERIOD = (
    rf"(?:(?:Q[1-4](?:-Q[1-4])?|[1-4]Q|H[12]|[12]H|(?:[369]|12)M|FY)[ /-]?(?:FY ?)?(?:{_YEAR}|\d\d)|FY ?(?:{_YEAR}|\d\d)"
    rf"|\d{{1,2}}[-\u2013]\d{{1,2}}/{_YEAR}"
    rf"|\d{{1,2}}[./]\d{{1,2}}[./]{_YEAR}|\d{{1,2}}-{_MONTH}-(?:{_YEAR}|\d\d)"
    rf"|(?:\d{{1,2}} )?{_MONTH}(?: ?[-\u2013] ?{_MONTH})?(?: \d{{1,2}},)? {_YEAR}"
    rf"|(?:(?:three|six|nine|twelve|[369]|12) months|(?:half[- ])?year|quarter|period) (?:ended|to)"
    rf" (?:\d{{1,2}} )?{_MONTH}(?: \d{{1,2}},)? {_YEAR}"
    rf"|{_YEAR}(?: (?:restated|unaudited|audited))?)"
)
_CHANGE = (
    r"(?:(?:%|in %)? ?\+/- ?%?|(?:[%\u0394] ?)?(?:change|chg\.?|growth|variance|variation|evolution|yoy|y-o-y|var\.?|diff\.?"
    r"|increase(?:/\(decrease\))?)(?:,? ?\(?(?:in )?(?:%|per cent|percent|pct)\)?)?|%)")
_HEAD = re.compile(rf"(?:{_PERIOD}|{_CHANGE})[*¹²]?", re.IGNORECASE)
_PERIOD_CELL = re.compile(rf"{_PERIOD}[*¹²]?", re.IGNORECASE)
_NUMBER = re.compile(r"\d\d")  # as all periods have one
_HEADER = re.compile(rf"(?P<over>[^\n\d|]{{0,60}}?)(?P<cells>(?:(?:^| )(?:{_PERIOD}|{_CHANGE})[*¹²]?(?= |$)){{2,}})", re.IGNORECASE)
_OVER = re.compile(r"(?:un)?audited|restated|reviewed|group|consolidated|company|the group|note", re.IGNORECASE)
_UNIT_BEFORE = r"(?:[A-Z]{0,3}[$€£¥₹]|Rs\.?|RM|R|[A-Z]{3})\s?"
_FIGURE = re.compile(
    rf"(?:{_UNIT_BEFORE})?(?:nil|[-\u2013]|\(?[+\u2212-]?(?:{_UNIT_BEFORE})?\(?\d[\d,. \u00a0]*\)?)"
    rf"\s?(?:p|c|m|bn|mn|million|billion|sen|cents?|pence|%)?\)?[*\u2020]?",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\s|](?:[^\n|]*[^\s|])?(?=[^\S\n]*(?:\n|$))")
_GAP = re.compile(r"\s+")
_LABEL = re.compile(r"\W{0,3}\(?[A-Za-z][^|.:;]*:?")
_CELL = re.compile(r"(?<= )\(?[+\u2212-]?(?:[$€£¥₹])?\d[\d,]*(?:\.\d+)?\)?%?(?= |$)")


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    text: str


def barred(text: str) -> str:
    """The text with bars between the cells of its tables; of the same length."""
    lines = [_Line(match.start(), match.end(), match[0]) for match in _LINE.finditer(text)]
    if len(lines) <= LEAST or not any(_NUMBER.search(line.text) and _PERIOD_CELL.search(line.text) for line in lines):
        return text
    signs = list(text)
    for end in (*_stacked(lines), *_glued(lines)):
        gap = _GAP.match(text, end)
        if gap:
            signs[end : gap.end()] = BAR.rjust(gap.end() - end)
    return "".join(signs)


def stands_alone(text: str) -> bool:
    """Whether a line is a cell of its own: a figure or a unit, and nothing else."""
    line = text.strip()
    return 0 < len(line) <= CELL and (_is_figure(line) or is_unit(line))


def _stacked(lines: Sequence[_Line]) -> Iterator[int]:
    """Where cells of tables with one cell a line end."""
    kinds = [_is_figure(line.text) for line in lines]
    at = 0
    while at < len(lines):
        rows = list(_rows(lines, kinds, at))
        width = len(rows[0]) - 1 if rows else 0
        header = _header_above(lines, at, width) if len(rows) >= LEAST else []
        if header:
            for row in (*header, *rows):
                yield from (lines[number].end for number in row[:-1])
        at = rows[-1][-1] + 1 if rows else at + 1


def _rows(lines: Sequence[_Line], kinds: Sequence[bool], at: int) -> Iterator[list[int]]:
    """Rows of one width one below the other, from a line on: the numbers of their lines."""
    width = 0
    while at < len(lines) and not kinds[at] and len(lines[at].text) <= LABEL and _LABEL.fullmatch(lines[at].text):
        end = at + 1
        while end < len(lines) and kinds[end]:
            end += 1
        size = end - at - 1
        if not LEAST <= size <= COLUMNS or (width and size != width):
            return
        width = size
        yield list(range(at, end))
        at = end


def _header_above(lines: Sequence[_Line], at: int, width: int) -> list[list[int]]:
    """The lines of a header right above a row, as its rows; none where they do not name each column."""
    above = at - 1
    units: list[int] = []
    while above >= 0 and (is_unit(lines[above].text) or _OVER.fullmatch(lines[above].text)) and len(units) < 2 * COLUMNS:
        units.insert(0, above)
        above -= 1
    cells: list[int] = []
    while above >= 0 and _HEAD.fullmatch(lines[above].text):
        cells.insert(0, above)
        above -= 1
    if len(cells) != width or not any(_PERIOD_CELL.fullmatch(lines[number].text) for number in cells):
        return []
    first = [above] if above >= 0 and is_unit(lines[above].text) else []
    return [[*first, *cells], *([units] if units else [])]


def _glued(lines: Sequence[_Line]) -> Iterator[int]:
    """Where cells of tables with one row a line end."""
    table: list[list[int]] = []
    width = 0
    for line in lines:
        header = _HEADER.fullmatch(line.text)
        if header:
            yield from _ends(table)
            starts = [header.start("cells") + match.start() for match in _HEAD.finditer(header["cells"])]
            table, width = [[line.start + start - 1 for start in starts if start]], len(starts)
        elif table and (cells := _cells(line, width)):
            table.append(cells)
        elif table and not is_unit(line.text) and (len(line.text) > LABEL or any(map(str.isdigit, line.text))):
            yield from _ends(table)
            table = []
    yield from _ends(table)


def _ends(table: Sequence[Sequence[int]]) -> Iterator[int]:
    """Where the cells of a table end, its header before its rows; nowhere where it has too few."""
    yield from (end for row in table for end in row if len(table) > LEAST)


def _cells(line: _Line, width: int) -> list[int]:
    """Where the label and all figures of a row but the last end; nowhere where the line is none."""
    cells = list(_CELL.finditer(line.text))
    if not cells or len(cells) != width or line.text[cells[0].start() :] != " ".join(cell[0] for cell in cells):
        return []
    return [line.start + cell.start() - 1 for cell in cells] if _LABEL.fullmatch(line.text[: cells[0].start()].rstrip()) else []


def _is_figure(text: str) -> bool:
    """Whether a cell holds a figure, and is no year."""
    return (is_amount(text) or bool(_FIGURE.fullmatch(text))) and not _PERIOD_CELL.fullmatch(text)
