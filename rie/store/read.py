"""Read a store: one snapshot whole, in any number of threads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Result:
    """Rows of a query. `columns` are (name, DuckDB type); `truncated` says that there were more than asked for."""

    columns: list[tuple[str, str]]
    rows: list[tuple[Any, ...]]
    truncated: bool = False


class Reader:
    """One snapshot of a store, read-only and locked down.

    Args:
        store: the store's folder.
        snapshot: a snapshot's number, which is then kept; None for the newest, which `refresh` follows.

    Raises:
        StoreError: there is no such store or snapshot, or its file is damaged.
    """

    snapshot: int
    pack_name: str
    pack_version: int

    def __init__(self, store: Path, snapshot: int | None = None) -> None: ...

    def refresh(self) -> bool:
        """Follow the store to its newest snapshot; says whether there was a newer one. Queries that run are not disturbed."""

    def close(self) -> None:
        """Let go of the snapshot's file. A reader is a context manager that does this at its end."""

    def query(self, sql: str, parameters: Mapping[str, Any] | None = None, max_rows: int = 1000) -> Result:
        """Run a statement of our own (a template's), with `$name` parameters bound. Safe in several threads.

        Raises:
            QueryLimit: it ran past its time or memory limit.
            UsageError: DuckDB cannot run the statement.
        """

    def raw_sql(self, sql: str, max_rows: int = 1000) -> Result:
        """Run a statement that a user wrote: guarded, in a process of its own that is ended when it takes too long.

        Raises:
            SqlRejected: it is more than one SELECT over the public tables.
            QueryLimit: it ran past its time or memory limit.
            UsageError: DuckDB cannot run the statement.
        """

    def entities(self) -> list[tuple[str, str, str, tuple[str, ...]]]:
        """All entities of the snapshot as (id, name, kind, aliases), in order of their ids; aliases include the name."""

    def evidence_of(
        self, table: str, fact_ids: Sequence[str], roles: Sequence[str] | None = None, limit: int = 200
    ) -> tuple[list[dict[str, Any]], int]:
        """The spans that facts were read from.

        Args:
            table: a fact table.
            fact_ids: in the order in which their spans come back.
            roles: only these roles; None for all.
            limit: at most so many spans.

        Returns:
            Dicts with fact_id, report_id, role, doc_id, part, key, start_char, end_char, quote, table; and how many there are in all.
        """

    def fact(self, table: str, fact_id: str) -> dict[str, Any] | None:
        """One fact: its columns, `children` by table, `reports` (each with `children`) and `evidence`; None when there is none."""

    def document(self, doc_id: str) -> dict[str, Any] | None:
        """One document: its columns and `mentions`; None when there is none."""

    def coverage(self, table: str, fact_ids: Sequence[str]) -> dict[str, int]:
        """How well facts are covered: `facts`, `reports`, `documents`, `conflicting` (reports that disagree on a value)."""

    def tables(self) -> list[dict[str, Any]]:
        """The public tables: `name`, `comment`, `rows` and `columns` (each `name`, `type`, `comment`)."""

    def rows(
        self, table: str, filters: Mapping[str, Any] | None = None, limit: int = 100, offset: int = 0
    ) -> tuple[Result, int]:
        """A page of a public table whose columns equal the filters' values, and how many rows there are in all.

        Raises:
            UsageError: no such table or column.
        """
