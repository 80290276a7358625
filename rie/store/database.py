"""Databases that are not stores: any DuckDB or SQLite file, read-only and locked down, for templates that were learned from pairs."""

import sqlite3
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, Final, Literal, Protocol, Self

import duckdb

from rie.errors import QueryLimit, StoreError, UsageError
from rie.store.connect import TIMEOUT_MS, locked
from rie.store.sandbox import Result

Dialect = Literal["duckdb", "sqlite"]
_SQLITE_MAGIC: Final = b"SQLite format 3\x00"
_READING: Final = frozenset((sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ))
_DANGEROUS: Final = frozenset(("load_extension", "readfile", "writefile", "edit", "fts3_tokenizer"))
_STEPS: Final = 50_000  # of SQLite's machine between two looks at the clock
_MOST_BYTES: Final = 64 * 1024**2


class Database(Protocol):
    """A database of any kind; statements hold `$name` parameters."""

    dialect: Dialect
    columns: dict[str, dict[str, str]]

    def query(self, sql: str, parameters: Mapping[str, Any] | None = None, max_rows: int = 1000) -> Result: ...

    def close(self) -> None: ...


def open_database(file: Path, timeout_ms: int = TIMEOUT_MS) -> Database:
    """Open a DuckDB or SQLite file; which of the two it is, its first bytes say.

    Args:
        file: is never written to.
        timeout_ms: limit on the time of one statement, in milliseconds.

    Raises:
        StoreError: there is no such file, or it is neither.
    """
    try:
        with file.open("rb") as opened:
            magic = opened.read(len(_SQLITE_MAGIC))
    except OSError as error:
        raise StoreError(f"{file}: cannot be read ({error.strerror}); give a DuckDB or SQLite file") from None
    try:
        return SqliteDatabase(file, timeout_ms) if magic == _SQLITE_MAGIC else DuckDatabase(file, timeout_ms)
    except (duckdb.Error, sqlite3.Error) as error:
        raise StoreError(f"{file}: cannot be opened ({str(error).splitlines()[0][:200]}); give a DuckDB or SQLite file") from None


class _Closing(ABC):
    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @abstractmethod
    def close(self) -> None:
        """Let go of the file."""


class DuckDatabase(_Closing):
    """A DuckDB file. `columns` maps its tables to their columns with their types."""

    dialect: Dialect = "duckdb"

    def __init__(self, file: Path, timeout_ms: int = TIMEOUT_MS) -> None:
        self._connection = duckdb.connect(str(file), read_only=True, config=locked(timeout_ms=timeout_ms))
        self.columns: dict[str, dict[str, str]] = {}
        sql = (
            "SELECT table_name, column_name, data_type FROM duckdb_columns() "
            "WHERE NOT internal AND schema_name = 'main' ORDER BY table_name, column_index"
        )
        for table, column, kind in self._connection.execute(sql).fetchall():
            self.columns.setdefault(table, {})[column] = kind

    def query(self, sql: str, parameters: Mapping[str, Any] | None = None, max_rows: int = 1000) -> Result:
        """Run a statement.

        Raises:
            QueryLimit: it ran past its time or memory limit.
            UsageError: DuckDB cannot run it.
        """
        try:
            with self._connection.cursor() as cursor:
                cursor.execute(sql, dict(parameters or {}))
                columns = [(column[0], str(column[1])) for column in cursor.description or []]
                rows = cursor.fetchmany(max_rows + 1)
        except (duckdb.InterruptException, duckdb.OutOfMemoryException):
            raise QueryLimit("the statement needs more time or memory than it may have") from None
        except duckdb.Error as error:
            raise UsageError(f"the statement cannot be run: {str(error)[:500]}") from None
        return Result(columns, rows[:max_rows], len(rows) > max_rows)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


class SqliteDatabase(_Closing):
    """A SQLite file, read by SQLite itself so that its statements mean what they mean there. `columns` as of `DuckDatabase`."""

    dialect: Dialect = "sqlite"

    def __init__(self, file: Path, timeout_ms: int = TIMEOUT_MS) -> None:
        self._connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        self._connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        self._seconds, self._lock = timeout_ms / 1000, Lock()
        self._connection.execute("PRAGMA query_only = ON")
        self._connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MOST_BYTES)
        self._connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        tables = self._connection.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name"
        ).fetchall()
        columns = "SELECT name, type FROM pragma_table_info(?)"
        self.columns: dict[str, dict[str, str]] = {name: dict(self._connection.execute(columns, (name,)).fetchall()) for (name,) in tables}
        self._connection.set_authorizer(_only_reading)

    def query(self, sql: str, parameters: Mapping[str, Any] | None = None, max_rows: int = 1000) -> Result:
        """Run a statement.

        Raises:
            QueryLimit: it ran past its time limit.
            UsageError: SQLite cannot run it.
        """
        with self._lock, self._limited():
            cursor = self._connection.execute(sql, dict(parameters or {}))
            rows = cursor.fetchmany(max_rows + 1)
            names = [column[0] for column in cursor.description or []]
            cursor.close()
        columns = [(name, _kind([row[place] for row in rows])) for place, name in enumerate(names)]
        return Result(columns, rows[:max_rows], len(rows) > max_rows)

    @contextmanager
    def _limited(self) -> Iterator[None]:
        end = time.monotonic() + self._seconds
        self._connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
        try:
            yield
        except sqlite3.Error as error:
            if "interrupted" in str(error):
                raise QueryLimit(f"the statement took longer than {self._seconds:g} seconds") from None
            raise UsageError(f"the statement cannot be run: {str(error)[:500]}") from None
        finally:
            self._connection.set_progress_handler(None, 0)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _only_reading(action: int, one: str | None, two: str | None, *_: object) -> int:
    called = action == sqlite3.SQLITE_FUNCTION and (two or "").casefold() not in _DANGEROUS
    return sqlite3.SQLITE_OK if called or action in _READING else sqlite3.SQLITE_DENY


def _kind(values: list[Any]) -> str:
    kinds = {type(value) for value in values if value is not None}
    if kinds and kinds <= {int}:
        return "BIGINT"
    return "DOUBLE" if kinds and kinds <= {int, float} else "VARCHAR"
