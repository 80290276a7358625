"""Connections to DuckDB. Readers get a locked-down one: no files, no network, no settings, limits on everything."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb

from rie.errors import StoreError

MEMORY = "1GiB"
SPILL = "4GiB"
THREADS = 2
TIMEOUT_MS = 10_000
_CLOSED = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "allow_persistent_secrets": "false",
    "python_enable_replacements": "false",
}


def locked(memory: str = MEMORY, spill: str = SPILL, threads: int = THREADS, timeout_ms: int = TIMEOUT_MS) -> dict[str, str]:
    """The configuration of a connection that can do nothing but read its own database.

    Args:
        memory: limit on the memory of all its queries together.
        spill: limit on what they write to temporary files, "0B" for nothing.
        threads: threads of all queries together.
        timeout_ms: limit on the time of one query, in milliseconds.
    """
    return _CLOSED | {
        "memory_limit": memory, "max_temp_directory_size": spill, "threads": str(threads), "max_execution_time": str(timeout_ms),
        "enable_external_access": "false", "lock_configuration": "true",
    }  # fmt: skip


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def open_reader(file: Path, config: Mapping[str, str] | None = None) -> duckdb.DuckDBPyConnection:
    """A locked-down, read-only connection to a published snapshot.

    All readers of a file within one process share one database, so they need the same `config`.

    Raises:
        StoreError: the file is missing or damaged.
    """
    if not file.is_file():
        raise StoreError(f"{file}: the snapshot is missing; restore it from a backup or ingest the documents into a new store")
    try:
        return duckdb.connect(str(file), read_only=True, config=dict(config or locked()))
    except duckdb.Error as error:
        raise damaged(file, error) from None


def open_writer(file: Path) -> duckdb.DuckDBPyConnection:
    """A connection to the file that a writer prepares; it reads and writes no other file.

    Raises:
        StoreError: the file is damaged or in use.
    """
    try:
        connection = duckdb.connect(str(file), config=_CLOSED | {"preserve_insertion_order": "true"})
        connection.execute("SET enable_external_access = false")
        return connection
    except duckdb.Error as error:
        raise damaged(file, error) from None


def open_exporter(folder: Path) -> duckdb.DuckDBPyConnection:
    """An empty database that may write files below `folder` and nowhere else."""
    connection = duckdb.connect(":memory:", config=_CLOSED)
    connection.execute(f"SET allowed_directories = ['{_quoted(folder)}']")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def damaged(file: Path, error: Exception) -> StoreError:
    """The error of a database file that cannot be opened."""
    reason: Any = str(error).splitlines()[0][:200]
    return StoreError(f"{file}: cannot be opened ({reason}); restore it from a backup or ingest the documents into a new store")
