"""Rows of a table that add up to the total below them: they are its parts, though no heading says so.

"Subscription | 120 | 100", "Services | 30 | 25", "Total revenue | 150 | 125".
"""

import re
from collections.abc import Sequence
from decimal import Decimal

LEAST = 2  # parts of a total
_TOTAL = re.compile(r"\btotal\b", re.IGNORECASE)

Figures = Sequence[Decimal | None]


def addends(rows: Sequence[Figures], total: Figures, label: str) -> int:
    """How many of the rows right above a total add up to it in every column; 0 where none do or it is not called one.

    Args:
        rows: the figures of the rows above, from the highest to the lowest.
        total: those of the row below them.
        label: what it is called.
    """
    if not _TOTAL.search(label) or any(figure is None for figure in total):
        return 0
    for size in range(LEAST, len(rows) + 1):
        columns = list(zip(*rows[-size:], strict=False))
        if len(columns) != len(total) or any(figure is None for column in columns for figure in column):
            return 0
        sums = (sum((figure for figure in column if figure is not None), Decimal(0)) for column in columns)
        if all(_is_sum(one, other, size) for one, other in zip(sums, total, strict=True) if other is not None):
            return size
    return 0


def _is_sum(one: Decimal, total: Decimal, size: int) -> bool:
    """Whether a sum of so many rounded figures is the total: each may be off by half of its last digit."""
    last = Decimal(1).scaleb(int(total.as_tuple().exponent))
    return abs(one - total) * 2 <= size * last
