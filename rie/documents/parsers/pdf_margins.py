"""Headers and footers of pages, and the numbers of pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from rie.documents.parsers.cells import is_period, is_scale
from rie.documents.parsers.pdf_lines import rows_of
from rie.documents.parsers.pdf_words import Page, Word

_MARGIN: Final = 0.1  # of the height of a page
_PLACE: Final = 6.0  # points
_ROWS: Final = 4
_FEW_PAGES: Final = 4
_NUMBER = re.compile(r"(?:page\s*)?[-–—]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)

_Key = tuple[int, str]


def without_margins(pages: Sequence[Page]) -> list[list[Word]]:
    """The words of the pages without what repeats at the same place of their upper and lower margins, and page numbers.

    The head of a table that goes on over pages repeats as well: what names a period or a scale is kept.
    """
    margins = [_margin_rows(page) for page in pages]
    seen = Counter(key for rows in margins for key in {_key(row) for row in rows})
    least = 2 if len(pages) <= _FEW_PAGES else 3
    kept = []
    for page, rows in zip(pages, margins, strict=True):
        dropped = {id(word) for row in rows if _is_number(row) or (seen[_key(row)] >= least and not _heads_table(row)) for word in row}
        kept.append([word for word in page.words if id(word) not in dropped])
    return kept


def _margin_rows(page: Page) -> list[list[Word]]:
    rows = rows_of(page.words)
    if not page.height:
        return rows[:1] + rows[1:][-1:]
    upper = [row for row in rows[:_ROWS] if row[0].bottom > (1 - _MARGIN) * page.height]
    lower = [row for row in rows[-_ROWS:] if row[0].top < _MARGIN * page.height]
    return upper + lower


def _text(row: Sequence[Word]) -> str:
    return " ".join(word.text for word in sorted(row, key=lambda word: word.left))


def _key(row: Sequence[Word]) -> _Key:
    return round(row[0].bottom / _PLACE), re.sub(r"\d+", "#", _text(row))


def _is_number(row: Sequence[Word]) -> bool:
    return bool(_NUMBER.fullmatch(_text(row)))


def _heads_table(row: Sequence[Word]) -> bool:
    return is_scale(_text(row)) or is_period(_text(row))
