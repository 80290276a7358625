"""Rows of public tables: which ones a request selects, a page of them, and all of them as a file."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from rie.errors import UsageError
from rie.store import Reader

MAX_ROWS: Final = 1_000
MAX_CONDITIONS: Final = 50
LARGE: Final = {"document": 100}
"""Tables whose rows can be large: so many are read at a time."""

MAX_PAGE_BYTES: Final = 8_000_000
_DIGITS: Final = 32
_COMPARED: Final = {"eq": "=", "ne": "<>", "gt": ">", "gte": ">=", "lt": "<", "lte": "<="}
_FOUND: Final = {"contains": "contains(lower({}), lower({}))", "startswith": "starts_with(lower({}), lower({}))"}
_TRUTH: Final = {"true": True, "1": True, "false": False, "0": False}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Rows that a request asks for. `conditions`, `order` and `columns` are those of `select`; `snapshot` None: the newest."""

    table: str
    conditions: Sequence[tuple[str, str]] = ()
    order: Sequence[str] = ()
    columns: str = ""
    offset: int = 0
    snapshot: int | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """Rows of a table as SQL. `shown` are its columns; values stand in `parameters` only."""

    table: str
    shown: tuple[str, ...]
    where: str
    order: str
    parameters: Mapping[str, Any]

    def page(self, limit: int, offset: int) -> str:
        """The statement of some of the rows."""
        columns = ", ".join(map(quoted, self.shown))
        return f"SELECT {columns} FROM {quoted(self.table)}{self.where}{self.order} LIMIT {limit:d} OFFSET {offset:d}"

    @property
    def count(self) -> str:
        """The statement of their number."""
        return f"SELECT count(*) FROM {quoted(self.table)}{self.where}"


def quoted(name: str) -> str:
    """A name as it stands in SQL."""
    return '"' + name.replace('"', '""') + '"'


def select(table: Mapping[str, Any], conditions: Iterable[tuple[str, str]], order: Sequence[str] = (), shown: str = "") -> Selection:
    """The rows that a request asks for.

    Args:
        table: as `Reader.tables` describes it.
        conditions: `column` or `column__operator` with a value. Operators: eq, ne, gt, gte, lt, lte, contains, startswith, null.
            One column with several values of the same operator: any of them.
        order: columns, the first goes first; `-column` for descending. Empty cells come last.
        shown: the columns to give, separated by commas; empty for all.

    Raises:
        UsageError: there is no such column or operator, or a value is not of the column's type.
    """
    types = {column["name"]: column["type"] for column in table["columns"]}
    grouped: dict[tuple[str, str], list[str]] = {}
    for key, value in conditions:
        grouped.setdefault(_operator(key, types), []).append(value)
    if sum(map(len, grouped.values())) > MAX_CONDITIONS:
        raise UsageError(f"more than {MAX_CONDITIONS} conditions; use POST /v1/sql for what is that special")
    parameters: dict[str, Any] = {}
    parts = [_condition(column, operator, values, types[column], parameters) for (column, operator), values in grouped.items()]
    names = tuple(_column(name.strip(), types) for name in shown.split(",")) if shown else tuple(types)
    where = f" WHERE {' AND '.join(parts)}" if parts else ""
    return Selection(table["name"], tuple(dict.fromkeys(names)), where, _order(order, types), parameters)


def _column(name: str, types: Mapping[str, str]) -> str:
    if name not in types:
        raise UsageError(f"no column {name[:60]!r}; there are {', '.join(types)}")
    return name


def _operator(key: str, types: Mapping[str, str]) -> tuple[str, str]:
    column, mark, operator = key.rpartition("__")
    if key in types or not mark:
        return _column(key, types), "eq"
    if operator not in {*_COMPARED, *_FOUND, "null"}:
        raise UsageError(f"no operator {operator[:60]!r}; there are {', '.join([*_COMPARED, *_FOUND, 'null'])}")
    return _column(column, types), operator


def _condition(column: str, operator: str, values: list[str], type_: str, parameters: dict[str, Any]) -> str:
    name = quoted(column)
    if operator == "null":
        return f"{name} IS {'' if _boolean(column, values[-1]) else 'NOT '}NULL"
    parts = []
    for value in values:
        slot = f"v{len(parameters)}"
        if operator in _FOUND:
            if type_ not in {"VARCHAR", "JSON"}:
                raise UsageError(f"{column}: {operator} is for text, this column is {type_}")
            parts.append(_FOUND[operator].format(f"CAST({name} AS VARCHAR)", f"${slot}"))
            parameters[slot] = value
        else:
            parts.append(f"{name} {_COMPARED[operator]} ${slot}")
            parameters[slot] = typed(column, value, type_)
    return f"({(' AND ' if operator == 'ne' else ' OR ').join(parts)})"


def typed(column: str, value: str, type_: str) -> Any:
    """The value of a condition as its column's type.

    Raises:
        UsageError: it is none.
    """
    try:
        if type_ == "DATE":
            return date.fromisoformat(value)
        if type_ == "TIMESTAMP":
            return datetime.fromisoformat(value).replace(tzinfo=None)
        if type_ in {"BIGINT", "INTEGER"}:
            return _whole(value)
        if type_ == "DOUBLE" or type_.startswith("DECIMAL"):
            return _decimal(value)
    except (ValueError, InvalidOperation, OverflowError):
        raise UsageError(f"{column}: {value[:40]!r} is no {type_}") from None
    return _boolean(column, value) if type_ == "BOOLEAN" else value


def _whole(value: str) -> int:
    if not re.fullmatch(r"[+-]?\d{1,18}", value, re.ASCII):
        raise ValueError
    return int(value)


def _decimal(value: str) -> Decimal:
    number = Decimal(value) if value.isascii() and "_" not in value else Decimal("NaN")
    if not number.is_finite() or number.adjusted() >= _DIGITS or number.adjusted() < -_DIGITS:
        raise ValueError
    return number


def _boolean(column: str, value: str) -> bool:
    if value.lower() not in _TRUTH:
        raise UsageError(f"{column}: {value[:40]!r} is neither true nor false")
    return _TRUTH[value.lower()]


def _order(order: Sequence[str], types: Mapping[str, str]) -> str:
    """Equal rows keep the order of the table, so that pages neither repeat nor lose any."""
    if not order:
        return ""
    keys = [f"{quoted(_column(key.removeprefix('-'), types))}{' DESC' if key.startswith('-') else ''} NULLS LAST" for key in order]
    return f" ORDER BY {', '.join(dict.fromkeys([*keys, 'rowid']))}"


def rows(reader: Reader, selection: Selection, limit: int, offset: int) -> list[dict[str, Any]]:
    """A page of the selected rows: `limit` of them, or fewer where they hold more than `MAX_PAGE_BYTES` of text."""
    found: list[dict[str, Any]] = []
    size, step = 0, LARGE.get(selection.table, limit)
    while len(found) < limit and size < MAX_PAGE_BYTES:
        wanted = min(step, limit - len(found))
        page = reader.query(selection.page(wanted, offset + len(found)), selection.parameters, wanted)
        found += (dict(zip(selection.shown, row, strict=True)) for row in page.rows)
        size += sum(len(cell) for row in page.rows for cell in row if isinstance(cell, str))
        if len(page.rows) < wanted:
            break
    return found


def total(reader: Reader, selection: Selection) -> int:
    """How many rows are selected."""
    return int(reader.query(selection.count, selection.parameters).rows[0][0])


def batches(reader: Reader, selection: Selection, limit: int | None, offset: int, step: int) -> Iterator[Any]:
    """All selected rows as Arrow tables of at most `step` rows; the first comes even if it is empty."""
    step, given = min(step, LARGE.get(selection.table, step)), 0
    while limit is None or given < limit or not given:
        wanted = step if limit is None else min(step, limit - given)
        batch = reader.arrow(selection.page(wanted, offset + given), selection.parameters)
        if batch.num_rows or not given:
            yield batch
        given += batch.num_rows
        if batch.num_rows < wanted or not wanted:
            return
