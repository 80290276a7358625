"""Read a store: one snapshot whole, in any number of threads."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import duckdb

from rie.errors import QueryLimit, StoreError, UsageError
from rie.store.connect import TIMEOUT_MS, open_reader
from rie.store.ddl import INTERNAL
from rie.store.format import check_format
from rie.store.guard import checked
from rie.store.layout import Layout, chosen_snapshot, current_snapshot
from rie.store.sandbox import Result, run_sandboxed

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Reader", "Result"]


@dataclass(frozen=True, slots=True)
class PublicTable:
    """A public table as the store describes it; see `rie.store.ddl.catalog`."""

    name: str
    role: str
    parent: str | None
    id: str | None


@dataclass(frozen=True, slots=True)
class Opened:
    """A snapshot that is open. It stays so until its last query has ended."""

    number: int
    file: Path
    connection: duckdb.DuckDBPyConnection
    pack: tuple[str, int]
    tables: dict[str, PublicTable]


class Reader:
    """One snapshot of a store, read-only and locked down.

    Args:
        store: the store's folder.
        snapshot: a snapshot's number, which is then kept; None for the newest, which `refresh` follows.

    Raises:
        StoreError: there is no such store or snapshot, or its file is damaged.
    """

    def __init__(self, store: Path, snapshot: int | None = None) -> None:
        self.layout, self._kept, self._lock = Layout(Path(store)), snapshot, Lock()
        self._opened = _open(self.layout, chosen_snapshot(self.layout, snapshot))

    @property
    def snapshot(self) -> int:
        """The number of the snapshot that is being read."""
        return self._opened.number

    @property
    def pack_name(self) -> str:
        """The name of the pack whose facts the store holds."""
        return self._opened.pack[0]

    @property
    def pack_version(self) -> int:
        """The version of the pack with which the snapshot was made."""
        return self._opened.pack[1]

    def kept_pack(self) -> dict[str, Any] | None:
        """The pack as it was when the snapshot was made (`rie.pack.effects.described`); None for snapshots of an older RIE."""
        if not _fetch(self._opened, "SELECT 1 FROM duckdb_tables() WHERE schema_name = $schema AND table_name = 'pack'",
                      {"schema": INTERNAL}, None).rows:  # fmt: skip
            return None
        found = _fetch(self._opened, f"SELECT definition FROM {INTERNAL}.pack", {}, None).rows
        return json.loads(found[0][0]) if found else None

    @property
    def table_names(self) -> list[str]:
        """The names of the public tables."""
        return list(self._opened.tables)

    def refresh(self) -> bool:
        """Follow the store to its newest snapshot; says whether there was a newer one. Queries that run are not disturbed."""
        if self._kept is not None or (number := current_snapshot(self.layout)) == self.snapshot:
            return False
        with self._lock:
            if number != self.snapshot:
                self._opened = _open(self.layout, number)
        return True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the snapshot's file."""
        self._opened.connection.close()

    def query(self, sql: str, parameters: Mapping[str, Any] | None = None, max_rows: int = 1000) -> Result:
        """Run a statement of our own (a template's), with `$name` parameters bound. Safe in several threads.

        Raises:
            QueryLimit: it ran past its time or memory limit.
            UsageError: DuckDB cannot run the statement.
        """
        return _fetch(self._opened, sql, parameters or {}, max_rows)

    def arrow(self, sql: str, parameters: Mapping[str, Any] | None = None) -> "pa.Table":
        """All rows of a statement of our own as an Arrow table; for rows that leave the store in bulk, so many at a time.

        Raises:
            QueryLimit: it ran past its time or memory limit.
            UsageError: DuckDB cannot run the statement.
        """
        with _errors_told(), self._opened.connection.cursor() as cursor:
            return cursor.sql(sql, params=dict(parameters or {})).to_arrow_table()

    def raw_sql(self, sql: str, max_rows: int = 1000) -> Result:
        """Run a statement that a user wrote: guarded, in a process of its own that is ended when it takes too long.

        Raises:
            SqlRejected: it is more than one SELECT over the public tables.
            QueryLimit: it ran past its time or memory limit.
            UsageError: DuckDB cannot run the statement.
        """
        opened = self._opened
        return run_sandboxed(opened.file, checked(sql, opened.tables), max_rows)

    def entities(self) -> list[tuple[str, str, str, tuple[str, ...]]]:
        """All entities of the snapshot as (id, name, kind, aliases), in order of their ids; aliases include the name."""
        opened = self._opened
        things = next(table for table in opened.tables.values() if table.role == "entity")
        names = next((table for table in opened.tables.values() if table.role == "entity_alias"), None)
        sql = f'SELECT e."{things.id}", e.name, e.kind, {"alias" if names else "NULL"} FROM "{things.name}" e'
        if names:
            sql += f' LEFT JOIN "{names.name}" a ON a."{things.id}" = e."{things.id}"'
        rows = groupby(_fetch(opened, f"{sql} ORDER BY ALL", {}, None).rows, key=itemgetter(0, 1, 2))
        return [(id_, name, kind, tuple(alias for *_, alias in each if alias is not None)) for (id_, name, kind), each in rows]

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
        return _evidence(self._opened, table, fact_ids, roles, limit)

    def fact(self, table: str, fact_id: str) -> dict[str, Any] | None:
        """One fact: its columns, `children` by table, `reports` (each with `children`) and `evidence`; None when there is none."""
        opened = self._opened
        spec = _fact_table(opened, table)
        found = _dicts(opened, f'SELECT * FROM "{table}" WHERE "{spec.id}" = $id', {"id": fact_id})
        if not found:
            return None
        kids = [name for name, child in opened.tables.items() if child.role == "child" and child.parent == table]
        children = {kid: _dicts(opened, f'SELECT * FROM "{kid}" WHERE "{spec.id}" = $id', {"id": fact_id}) for kid in kids}
        reports = _dicts(opened, f'SELECT * FROM "{table}_report" r WHERE "{spec.id}" = $id', {"id": fact_id})
        sql = "SELECT doc_id, published_at FROM document WHERE doc_id IN (SELECT unnest($ids))"
        days = dict(_fetch(opened, sql, {"ids": [report["doc_id"] for report in reports]}, None).rows)
        reports.sort(key=lambda report: (days.get(report["doc_id"]) or date.max, report["doc_id"], report["report_id"]))
        of_report = {kid: _dicts(opened, f'SELECT * FROM "{kid}_report" WHERE "{spec.id}" = $id', {"id": fact_id}) for kid in kids}
        for report in reports:
            report["children"] = {kid: [row for row in rows if row["report_id"] == report["report_id"]] for kid, rows in of_report.items()}
        return found[0] | {"children": children, "reports": reports, "evidence": _evidence(opened, table, [fact_id], None, 200)[0]}

    def document(self, doc_id: str) -> dict[str, Any] | None:
        """One document: its columns and `mentions`, whose `entity_id` is that of the facts; None when there is none."""
        opened = self._opened
        found = _dicts(opened, "SELECT * FROM document WHERE doc_id = $id", {"id": doc_id})
        if not found:
            return None
        mentions = f"""
            SELECT m.* REPLACE (coalesce(s.same_as, m.entity_id) AS entity_id) FROM mention m
            LEFT JOIN {INTERNAL}.same_entity s ON s.entity_id = m.entity_id
            WHERE doc_id = $id ORDER BY part DESC, start_char, end_char"""
        return found[0] | {"mentions": _dicts(opened, mentions, {"id": doc_id})}

    def coverage(self, table: str, fact_ids: Sequence[str]) -> dict[str, int]:
        """How well facts are covered: `facts`, `reports`, `documents`, `conflicting` (reports that disagree on a value)."""
        opened = self._opened
        spec = _fact_table(opened, table)
        sql = f"""
            WITH claims AS (SELECT "{spec.id}" AS fact_id, doc_id FROM "{table}_report" WHERE "{spec.id}" IN (SELECT unnest($ids))),
            disputed AS (SELECT DISTINCT fact_id FROM {INTERNAL}.conflict WHERE fact_table = $table AND fact_id IN (SELECT unnest($ids)))
            SELECT count(DISTINCT fact_id) AS facts, count(*) AS reports, count(DISTINCT doc_id) AS documents,
                   (SELECT count(*) FROM disputed) AS conflicting FROM claims"""
        counts: dict[str, int] = _dicts(opened, sql, {"ids": list(fact_ids), "table": table})[0]
        return counts

    def tables(self) -> list[dict[str, Any]]:
        """The public tables: `name`, `comment`, `rows` and `columns` (each `name`, `type`, `comment`)."""
        opened = self._opened
        public = f"schema_name = 'main' AND NOT internal AND table_name IN (SELECT table_name FROM {INTERNAL}.catalog)"
        comments = dict(_fetch(opened, f"SELECT table_name, comment FROM duckdb_tables() WHERE {public}", {}, None).rows)
        sql = (
            f"SELECT table_name, column_name AS name, data_type AS type, comment FROM duckdb_columns() WHERE {public} ORDER BY column_index"
        )
        columns: dict[str, list[dict[str, Any]]] = {name: [] for name in opened.tables}
        for column in _dicts(opened, sql, {}):
            columns[column.pop("table_name")].append(column)
        return [
            {"name": name, "comment": comments[name], "rows": _count(opened, f'FROM "{name}"', {}), "columns": columns[name]}
            for name in opened.tables
        ]

    def rows(self, table: str, filters: Mapping[str, Any] | None = None, limit: int = 100, offset: int = 0) -> tuple[Result, int]:
        """A page of a public table whose columns equal the filters' values, and how many rows there are in all.

        Args:
            table: a public table.
            filters: value by column, None for empty cells; text is read as the column's type.
            limit: rows of the page.
            offset: rows before the page.

        Raises:
            UsageError: no such table or column.
        """
        opened = self._opened
        _public_table(opened, table)
        types = dict(_fetch(opened, f'SELECT * FROM "{table}" LIMIT 0', {}, None).columns)
        conditions, values = [], {}
        for number, (column, value) in enumerate((filters or {}).items()):
            if column not in types:
                raise UsageError(f"table {table}: no column {column!r}; it has {', '.join(types)}")
            conditions.append(f'"{column}" IS NOT DISTINCT FROM TRY_CAST($v{number} AS {types[column]})')
            values[f"v{number}"] = value
        where = f'FROM "{table}"' + (f" WHERE {' AND '.join(conditions)}" if conditions else "")
        page = _fetch(opened, f"SELECT * {where} LIMIT $limit OFFSET $offset", values | {"limit": limit, "offset": offset}, limit)
        return page, _count(opened, where, values)


def _open(layout: Layout, number: int) -> Opened:
    file = layout.snapshot(number)
    connection = open_reader(file)
    try:
        pack = connection.execute(f"SELECT pack, pack_version, format FROM {INTERNAL}.store").fetchone()
        tables = [
            PublicTable(*row)
            for row in connection.execute(f"SELECT table_name, role, parent, id_column FROM {INTERNAL}.catalog").fetchall()
        ]
    except duckdb.Error:
        pack, tables = None, []
    if pack is None:
        raise StoreError(f"{file}: is not a snapshot of RIE; restore it from a backup or ingest the documents into a new store")
    check_format(layout.root, pack[2])
    return Opened(number, file, connection, (pack[0], pack[1]), {table.name: table for table in tables})


def _fetch(opened: Opened, sql: str, parameters: Mapping[str, Any], max_rows: int | None) -> Result:
    """Run a statement on a connection of its own; `max_rows` None fetches all."""
    with _errors_told(), opened.connection.cursor() as cursor:
        cursor.execute(sql, dict(parameters))
        columns = [(column[0], str(column[1])) for column in cursor.description or []]
        rows = cursor.fetchall() if max_rows is None else cursor.fetchmany(max_rows + 1)
    return Result(columns, rows[:max_rows], max_rows is not None and len(rows) > max_rows)


@contextmanager
def _errors_told() -> Iterator[None]:
    try:
        yield
    except duckdb.InterruptException:
        raise QueryLimit(f"the statement took longer than {TIMEOUT_MS // 1000} seconds; ask for less") from None
    except duckdb.OutOfMemoryException:
        raise QueryLimit("the statement needs more memory than it may have; ask for less") from None
    except duckdb.Error as error:
        raise UsageError(f"the statement cannot be run: {str(error)[:500]}") from None


def _evidence(
    opened: Opened, table: str, fact_ids: Sequence[str], roles: Sequence[str] | None, limit: int
) -> tuple[list[dict[str, Any]], int]:
    fact = _fact_table(opened, table)
    sql = f"""
        WITH wanted AS (SELECT unnest($ids) AS fact_id, generate_subscripts($ids, 1) AS place),
        claims AS (SELECT w.place, w.fact_id, r.report_id FROM wanted w JOIN "{table}_report" r ON r."{fact.id}" = w.fact_id)
        SELECT c.fact_id, e.*, count(*) OVER () AS total FROM claims c JOIN evidence e ON e.report_id = c.report_id
        WHERE $roles IS NULL OR list_contains($roles, e.role)
        ORDER BY c.place, e.doc_id, e.report_id, e.part DESC, e.start_char, e.role LIMIT $limit"""
    found = _fetch(
        opened, sql, {"ids": list(dict.fromkeys(fact_ids)), "roles": list(roles) if roles is not None else None, "limit": limit}, None
    )
    spans = [dict(zip([name for name, _ in found.columns], row, strict=True)) for row in found.rows]
    total = spans[0]["total"] if spans else 0
    return [{key: value for key, value in span.items() if key != "total"} | {"table": table} for span in spans], total


def _dicts(opened: Opened, sql: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
    found = _fetch(opened, sql, parameters, None)
    names = [name for name, _ in found.columns]
    return [dict(zip(names, row, strict=True)) for row in found.rows]


def _count(opened: Opened, where: str, parameters: Mapping[str, Any]) -> int:
    return int(_fetch(opened, f"SELECT count(*) {where}", parameters, None).rows[0][0])


def _public_table(opened: Opened, table: str) -> PublicTable:
    if table not in opened.tables:
        raise UsageError(f"no table {table!r}; the tables are {', '.join(opened.tables)}")
    return opened.tables[table]


def _fact_table(opened: Opened, table: str) -> PublicTable:
    found = _public_table(opened, table)
    if found.role != "fact":
        raise UsageError(f"{table!r} is no fact table; those are {', '.join(t.name for t in opened.tables.values() if t.role == 'fact')}")
    return found
