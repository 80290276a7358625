"""Words of a page to lines in the order in which they are read, columns one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Final

from rie.documents.parsers.cells import is_figure
from rie.documents.parsers.pdf_words import Word

_CELL_GAP: Final = 1.1  # times the size of the font: a wider gap separates cells
_COLUMN_LINES: Final = 5
_COLUMN_CHARS: Final = 22  # on average in the lines of a column of text; cells of tables are shorter
_FILLED: Final = 0.7  # of the width of its column that a line of text has
_VALUE: Final = re.compile(r"[$€£¥₹]$|\(?[$€£¥₹]?\d")
_SIGNS: Final = re.compile(r"[.,$€£¥₹%()]\d|%")
_PART_OF_VALUE: Final = re.compile(r"[(]?[$€£¥₹]?[(]?[\d.,]*\d%?[)]?%?|[$€£¥₹(]+|[)%]+|[-–—]")
_LEADER: Final = re.compile(r"[.·…_]+")
_LEADERS: Final = 3
_DOTS: Final = re.compile(r"[.·…_]{4,}$")
_STEP: Final = 3.0


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line without a wide gap between them: a part of a sentence, or a cell."""

    left: float
    right: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces at the same height, from left to right; y grows upwards."""

    pieces: tuple[Piece, ...]
    bottom: float
    top: float
    size: float

    @property
    def left(self) -> float:
        """Where the line begins."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.pieces[-1].right

    @property
    def text(self) -> str:
        """The line as running text."""
        return " ".join(piece.text for piece in self.pieces)


Flow = list[Line]
"""Lines below each other: a page, or a column of one."""


def flows_of(words: Sequence[Word]) -> list[Flow]:
    """The lines of a page; where it is set in two columns, the left comes before the right.

    Args:
        words: the words of the page in any order.
    """
    lines = list(_lines(words))
    gutter = _gutter(lines)
    return [lines] if gutter is None else list(_in_columns(words, lines, gutter))


def rows_of(words: Sequence[Word]) -> list[list[Word]]:
    """Words at the same height, from the top of the page to its bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-(word.top + word.bottom), word.left)):
        if not rows or not _same_height(rows[-1], word):
            rows.append([])
        rows[-1].append(word)
    return rows


def _lines(words: Sequence[Word]) -> Iterator[Line]:
    yield from map(_line, rows_of(words))


def _same_height(row: Sequence[Word], word: Word) -> bool:
    """Whether a word stands in the row; half of the lower one's height has to be shared."""
    for other in (row[0], row[-1]):
        shared = min(other.top, word.top) - max(other.bottom, word.bottom)
        if shared > 0.5 * min(other.top - other.bottom, word.top - word.bottom):
            return True
    return False


def _line(row: Sequence[Word]) -> Line:
    ordered = _without_leaders(sorted(row, key=lambda word: word.left))
    size = sorted(word.size for word in ordered)[len(ordered) // 2]
    groups = [[ordered[0]]]
    values_from = _values_from(ordered)
    for number, (before, word) in enumerate(pairwise(ordered), 1):
        if word.left - before.right > _CELL_GAP * size or number == values_from or _are_values(before.text, word.text):
            groups.append([])
        groups[-1].append(word)
    pieces = tuple(Piece(group[0].left, group[-1].right, " ".join(word.text for word in group)) for group in groups)
    return Line(pieces, min(word.bottom for word in row), max(word.top for word in row), size)


def _are_values(left: str, right: str) -> bool:
    """Whether two words are the ends of two values: columns of numbers can stand closer than words of two cells."""
    return is_figure(left) and bool(_VALUE.match(right)) and bool(_SIGNS.search(left + right))


def _values_from(row: Sequence[Word]) -> int:
    """Where the values at the end of a line begin, when there are two or more; 0 when not."""
    start = len(row)
    while start and _PART_OF_VALUE.fullmatch(row[start - 1].text):
        start -= 1
    figures = [word for word in row[start:] if is_figure(word.text) and (_SIGNS.search(word.text) or len(word.text) < 4)]
    return start if len(figures) > 1 else 0


def _without_leaders(row: list[Word]) -> list[Word]:
    """The words without the dots that lead the eye from a label to its number: the gap separates them."""
    if sum(bool(_LEADER.fullmatch(word.text)) for word in row) < _LEADERS and not any(_DOTS.search(word.text) for word in row):
        return row
    shortened = [_shortened(word) for word in row if not _LEADER.fullmatch(word.text)]
    kept = [word for word in shortened if word.text]
    return kept or row


def _shortened(word: Word) -> Word:
    text = _DOTS.sub("", word.text)
    return replace(word, text=text, right=word.left + (word.right - word.left) * len(text) / len(word.text))


def _gutter(lines: Sequence[Line]) -> float | None:
    """The middle of the gap between two columns of text; None when there is one column.

    A table has such gaps as well, but its cells are shorter, and do not fill their columns as lines of a paragraph do.
    """
    long = [piece for line in lines for piece in line.pieces if len(piece.text) >= _COLUMN_CHARS]
    if len(long) < 2 * _COLUMN_LINES:
        return None
    start, end = min(piece.left for piece in long), max(piece.right for piece in long)
    third = (end - start) / 3
    places = [x for x in _steps(start + third, end - third) if _separates(x, long, start, end)]
    if not places:
        return None
    fewest = min(_crossing(x, long) for x in places)
    best = [x for x in places if _crossing(x, long) == fewest]
    return best[len(best) // 2]


def _steps(start: float, end: float) -> Iterator[float]:
    for number in range(int((end - start) / _STEP) + 1):
        yield start + number * _STEP


def _crossing(x: float, pieces: Sequence[Piece]) -> int:
    return sum(piece.left < x < piece.right for piece in pieces)


def _separates(x: float, long: Sequence[Piece], start: float, end: float) -> bool:
    sides = ([piece for piece in long if piece.right <= x], [piece for piece in long if piece.left >= x])
    widths = (x - start, end - x)
    return _crossing(x, long) < len(long) / 3 and all(
        len(side) >= _COLUMN_LINES and median(piece.right - piece.left for piece in side) > _FILLED * width
        for side, width in zip(sides, widths, strict=True)
    )


def _in_columns(words: Sequence[Word], lines: Sequence[Line], gutter: float) -> Iterator[Flow]:
    """Lines that cross the gutter stand for themselves and divide the columns above from those below."""
    band: list[Line] = []
    for line in lines:
        if any(piece.left < gutter < piece.right for piece in line.pieces):
            yield from _sides(words, band, gutter)
            band = []
            yield [line]
        else:
            band.append(line)
    yield from _sides(words, band, gutter)


def _sides(words: Sequence[Word], band: Sequence[Line], gutter: float) -> Iterator[Flow]:
    if not band:
        return
    top, bottom = band[0].top, band[-1].bottom
    inside = [word for word in words if word.top <= top + 0.1 and word.bottom >= bottom - 0.1]
    for side in ([word for word in inside if word.right <= gutter], [word for word in inside if word.left >= gutter]):
        if side:
            yield list(_lines(side))
