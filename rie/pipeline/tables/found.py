"""What the finders of tables hand on: lines, their cells, and the gaps between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rie.documents.parsers.cells import Cell, is_amount, join_signs
from rie.pipeline.tables.header_words import is_period

BAR = "|"
LABEL = 70  # characters of the label of a row
_UNIT_BEFORE = r"(?:[A-Z]{0,3}[$€£¥₹]|Rs\.?|Ps\.?|RM|R|[A-Z]{3})\s*"
_NUMBER = (
    rf"(?:{_UNIT_BEFORE})?(?:nil|[-\u2013\u2014]|n/?[am]|[a-z]?\(?[+\u2212-]?(?:{_UNIT_BEFORE})?\(?(?:\d[\d,. \u00a0]*|\.\d+)\s?\)?)"
    r"\s?(?:p|c|m|bn|mn|million|billion|sen|cents?|pence|x|bps|pts|pp)?\s?%?\s?\)?\s?%?[*\u2020]?")
_FIGURE = re.compile(_NUMBER, re.IGNORECASE)
_RANGE = re.compile(
    rf"(?:approx\.?|approximately|about|around|~)\s?{_NUMBER}|{_NUMBER}\s?(?:to|-|\u2013|\u2014)\s?{_NUMBER}", re.IGNORECASE)
_LABEL = re.compile(r"\W{0,4}[A-Za-z][^|]*")
_SENTENCE = re.compile(r"[.!?]\s+[A-Z]|[a-z]{2}\.$|;")
_MORE = re.compile(r"(?:[a-z(\u2013-]|\W{0,3}(?:per|to|of)\b)")
_LACKS = re.compile(r"(?:\b(?:before|of|per|and|from|to|the|for|after|in|on|&|attributable)|,|-|\u2013|/)$", re.IGNORECASE)


@dataclass(frozen=True)
class Gap:
    """Characters between two cells, which become a bar, or within one cell, which become spaces."""

    start: int
    end: int
    bar: bool = True


def between(cells: Sequence[Cell]) -> Iterator[Gap]:
    """The gaps between the cells of a row."""
    return (Gap(one.end, other.start) for one, other in pairwise(cells))


def within(text: str, cells: Sequence[Cell]) -> Iterator[Gap]:
    """The line ends within cells."""
    for cell in cells:
        for match in re.finditer(r"\s*\n\s*", text[cell.start : cell.end]):
            yield Gap(cell.start + match.start(), cell.start + match.end(), bar=False)


def joined(cells: Sequence[Cell]) -> list[Cell]:
    """The cells; signs that have one of their own join their number."""
    return join_signs(cells)


def whole(text: str, first: Cell, last: Cell) -> Cell:
    """One cell of those from one to another."""
    return Cell(first.start, last.end, " ".join(text[first.start : last.end].split()))


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure, and is no period."""
    return (is_amount(text) or bool(_FIGURE.fullmatch(text))) and not is_period(text)


def is_expectation(text: str) -> bool:
    """Whether a cell holds a figure, a range, or about a figure."""
    return is_figure(text) or bool(_RANGE.fullmatch(text))


def is_label(text: str) -> bool:
    """Whether a cell can be the label of a row."""
    return len(text) <= LABEL and bool(_LABEL.fullmatch(text)) and not _SENTENCE.search(text)


def goes_on(label: str, below: str) -> bool:
    """Whether a label goes on in the line below it: "Income before" over "income taxes"."""
    return not label.endswith(":") and bool(_MORE.match(below) or _LACKS.search(label))
