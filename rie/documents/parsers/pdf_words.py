"""A page of a PDF to words with their boxes."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

import pypdfium2.raw as pdfium

from rie.documents.parsers.cells import MARK
from rie.documents.parsers.letters import plain_letters

_LINE_END_HYPHEN: Final = "\x02"
_RAISED_SIZE: Final = 0.9  # of the size of the letter before it
_QUARTER_TURNS: Final = {0: (1, 0), 1: (0, 1), 2: (-1, 0), 3: (0, -1)}  # cosine and sine of what turns them back


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box in points; y grows upwards. `size` is that of its font."""

    left: float
    right: float
    bottom: float
    top: float
    text: str
    size: float


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a page and its height in points; a page that was turned has no height."""

    words: tuple[Word, ...]
    height: float


def read_page(textpage: Any, height: float) -> Page:
    """The words of a page, upright, in the order of the file.

    Args:
        textpage: a text page of pypdfium2.
        height: of the page, in points.

    Returns:
        The page without words that stand in another direction than most of it (watermarks, labels of axes).
    """
    turned = [(turn, word) for turn, word in _words(textpage) if word.text]
    if not turned:
        return Page((), height)
    turn = Counter(turn for turn, word in turned for _ in word.text).most_common(1)[0][0]
    return Page(tuple(_upright(word, turn) if turn else word for word_turn, word in turned if word_turn == turn), 0.0 if turn else height)


def _words(textpage: Any) -> Iterator[tuple[int, Word]]:
    signs = _signs(textpage)
    start = 0
    for index, sign in enumerate(signs):
        if sign.isspace():
            yield from _word(textpage, signs, start, index)
            start = index + 1
        elif sign == _LINE_END_HYPHEN:
            yield from _word(textpage, signs, start, index + 1)
            start = index + 1
    yield from _word(textpage, signs, start, len(signs))


def _signs(textpage: Any) -> list[str]:
    """The characters of a page, each at its index."""
    count = textpage.count_chars()
    text = textpage.get_text_range()
    if len(text) == count:  # no character takes two code units
        return [" " if sign == "\0" else sign for sign in text.replace("\ufffe", _LINE_END_HYPHEN)]
    return [_sign(textpage, index) for index in range(count)]


def _sign(textpage: Any, index: int) -> str:
    code = pdfium.FPDFText_GetUnicode(textpage, index)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 and code else " "


def _word(textpage: Any, signs: list[str], start: int, end: int) -> Iterator[tuple[int, Word]]:
    if start >= end:
        return
    first, last = _box(textpage, start), _box(textpage, end - 1)
    text = plain_letters("".join(_with_marks(textpage, signs, start, end)).replace(_LINE_END_HYPHEN, "-"))
    angle = pdfium.FPDFText_GetCharAngle(textpage, start)
    turn = round(angle / 1.5707963) % 4 if angle >= 0 and abs(angle / 1.5707963 - round(angle / 1.5707963)) < 0.05 else -1
    left, right = min(first[0], last[0]), max(first[1], last[1])
    bottom, top = min(first[2], last[2]), max(first[3], last[3])
    yield turn, Word(left, right, bottom, top, text, first[3] - first[2] if turn % 2 == 0 else first[1] - first[0])


def _with_marks(textpage: Any, signs: list[str], start: int, end: int) -> Iterator[str]:
    """The signs of a word, a raised number at its end as a footnote mark."""
    for index in range(start, end):
        if index > start and signs[index] in "0123456789(" and _is_raised(textpage, start, index):
            mark = "".join(signs[index:end])
            yield MARK + (mark if mark.startswith("(") else f"({mark})")
            return
        yield signs[index]


def _is_raised(textpage: Any, start: int, index: int) -> bool:
    _, _, bottom, top = _box(textpage, index)
    _, _, base, height = _box(textpage, start)
    return top - bottom < _RAISED_SIZE * (height - base) and bottom > base + 0.1 * (height - base)


def _box(textpage: Any, index: int) -> tuple[float, float, float, float]:
    """Left, right, bottom, top."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(rect))
    return rect.left, rect.right, rect.bottom, rect.top


def _upright(word: Word, turn: int) -> Word:
    cosine, sine = _QUARTER_TURNS.get(turn, (1, 0))
    xs = [cosine * x - sine * y for x, y in ((word.left, word.bottom), (word.right, word.top))]
    ys = [sine * x + cosine * y for x, y in ((word.left, word.bottom), (word.right, word.top))]
    return replace(word, left=min(xs), right=max(xs), bottom=min(ys), top=max(ys))
