"""Bars between the cells of every kind of table that a text holds, so that all are read as one kind; the text keeps its length."""

import re

from rie.pipeline.tables.aligned import aligned
from rie.pipeline.tables.found import BAR, is_figure
from rie.pipeline.tables.spaced import spaced
from rie.pipeline.tables.stacked import stacked
from rie.pipeline.tables.units import is_unit

LEAST = 2  # lines of a table beside its header
CELL = 40  # characters of a line that is a cell
_HEADED = re.compile(r"(?:19|20)\d\d|['\u2019]\d\d|[QHM]\d|\d[QHM]|FY", re.IGNORECASE)  # of which period a column is


def barred(text: str) -> str:
    """The text with bars between the cells of its tables; of the same length."""
    if text.count("\n") <= LEAST or not _HEADED.search(text):
        return text
    for finder in (stacked, spaced, aligned):
        signs = list(text)
        for gap in finder(text):
            size = gap.end - gap.start
            signs[gap.start : gap.end] = BAR.rjust(size) if gap.bar else " " * size
        text = "".join(signs)
    return text


def stands_alone(text: str) -> bool:
    """Whether a line is a cell of its own: a figure or a unit, and nothing else."""
    line = text.strip()
    return 0 < len(line) <= CELL and (is_figure(line) or is_unit(line))
