"""Do two statements give the same rows?"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from rie.errors import QueryLimit, RieError
from rie.store.database import Database

_MOST_ROWS: Final = 5_000
_DIGITS: Final = 6
_KEPT: Final = 4_000


class Results:
    """The results of statements over a database, each run once. A statement that fails, or takes too long, has none.

    Args:
        database: that the statements are of.
        seconds: that all of them together may take.
    """

    def __init__(self, database: Database, seconds: float = 300.0) -> None:
        self._database, self.dialect = database, database.dialect
        self._seconds, self._spent = seconds, 0.0
        self._slow: set[str] = set()
        self._known: dict[tuple[str, str], Counter[tuple[Any, ...]] | None] = {}

    def same(self, one: str, its: Mapping[str, Any], other: str, others: Mapping[str, Any]) -> bool:
        """Whether two statements give the same rows, in any order."""
        rows = self._rows(one, its)
        return rows is not None and rows == self._rows(other, others)

    def alike(self, one: str, its: Mapping[str, Any], other: str) -> bool:
        """Whether two statements give the same rows, and some: two that give nothing need not mean the same."""
        return bool(self._rows(other, {})) and self.same(one, its, other, {})

    def runs(self, sql: str) -> bool:
        """Whether a statement gives rows at all."""
        return self._rows(sql, {}) is not None

    def is_slow(self, sql: str) -> bool:
        """Whether a statement takes too long to be looked at, or all of them together did."""
        return self._rows(sql, {}) is None and (sql in self._slow or self._spent > self._seconds)

    def _rows(self, sql: str, parameters: Mapping[str, Any]) -> Counter[tuple[Any, ...]] | None:
        key = sql, repr(sorted(parameters.items()))
        if key not in self._known:
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[key] = self._run(sql, parameters)
        return self._known[key]

    def _run(self, sql: str, parameters: Mapping[str, Any]) -> Counter[tuple[Any, ...]] | None:
        began = time.monotonic()
        if self._spent > self._seconds:
            return None
        try:
            rows = self._database.query(sql, parameters, _MOST_ROWS).rows
        except QueryLimit:
            self._slow.add(sql)
            return None
        except RieError:
            return None
        finally:
            self._spent += time.monotonic() - began
        return Counter(tuple(map(_plain, row)) for row in rows)


def _plain(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float | Decimal):
        return round(float(value), _DIGITS)
    return value if value is None or isinstance(value, str) else str(value)
