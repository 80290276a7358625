"""Tables with one row a line whose cells single spaces set apart.

    Key figures (EUR thousand)
    1-3/2012 1-3/2011 Change %
    Net sales 9,842 8,910 10.5

A header names what stands over each column. A row in which other figures than one a column can be seen stays as it is: "4 211 3 794" in
two columns can be cut in two ways.
"""

import re
from collections.abc import Iterator, Sequence

from rie.documents.parsers.cells import Cell
from rie.pipeline.tables.found import LABEL, Gap, between, is_label
from rie.pipeline.tables.header_words import CHANGE, MARK, PERIOD, is_beside, is_lead, leads

LEAST = 2  # lines of a table beside its header
_LINE = re.compile(r"[^\s|](?:[^\n|]*[^\s|])?(?=[^\S\n]*(?:\n|$))")
_HEAD = re.compile(rf"(?<!\S)(?:{PERIOD}|{CHANGE}){MARK}(?!\S)", re.IGNORECASE)
_HEADER = re.compile(
    rf"(?P<over>[^\n\d|]{{0,60}}?|[^\n|]{{0,60}}?[,:])(?P<cells>(?:(?:^| )(?:{PERIOD}|{CHANGE}){MARK}(?= |$)){{2,}})", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_ROW = re.compile(r"[A-Za-z].* \(?[\d.,]*\d\)?%?$")
_CELL = re.compile(r"(?<= )(?:[$€£¥₹] ?)?\(?[+\u2212-]?(?:[$€£¥₹])?\(?(?:\d[\d,]*(?:\.\d+)?|\.\d+)\)?%?(?= |$)")


def spaced(text: str) -> Iterator[Gap]:
    """The gaps in the tables of a text."""
    table: list[list[Cell]] = []
    width, above = 0, list[Cell]()
    for match in _LINE.finditer(text):
        line = Cell(match.start(), match.end(), match[0])
        if header := _header(line):
            yield from _gaps(table)
            table, width = [*([_parts(line) for line in above]), header], len(_HEAD.findall(line.text))
        elif table and (cells := _cells(line, width)):
            table.append(cells)
        elif table and not is_beside(line.text) and (len(line.text) > LABEL or (_DIGIT.search(line.text) and not _ROW.search(line.text))):
            yield from _gaps(table)
            table = []
        above = [*above, line] if len(_parts(line)) > 1 else []
    yield from _gaps(table)


def _header(line: Cell) -> list[Cell]:
    """The cells of a line that is a header."""
    match = _HEADER.fullmatch(line.text)
    if match is None:
        return []
    over = match["over"].strip()
    if over and any(map(str.isdigit, over)) and not is_lead(over):
        return []
    heads = [(found.start(), found.end()) for found in _HEAD.finditer(line.text, match.start("cells"))]
    first = [(0, match.end("over"))] if over else []
    return [Cell(line.start + start, line.start + end, line.text[start:end]) for start, end in [*first, *heads]]


def _parts(line: Cell) -> list[Cell]:
    """What begins the periods of several columns, in one line: "Three Months Ended June 30, Six Months Ended June 30,"."""
    return [Cell(line.start + start, line.start + end, line.text[start:end]) for start, end in leads(line.text)]


def _gaps(table: Sequence[Sequence[Cell]]) -> Iterator[Gap]:
    """The gaps of a table; none where it has too few lines."""
    for row in table if len(table) > LEAST else ():
        yield from between(row)


def _cells(line: Cell, width: int) -> list[Cell]:
    """The label and the figures of a row; none where the line is none."""
    cells = list(_CELL.finditer(line.text))
    if not cells or len(cells) != width or line.text[cells[0].start() :] != " ".join(cell[0] for cell in cells):
        return []
    label = line.text[: cells[0].start()].rstrip()
    figures = [Cell(line.start + cell.start(), line.start + cell.end(), cell[0]) for cell in cells]
    return [Cell(line.start, line.start + len(label), label), *figures] if is_label(label) else []
