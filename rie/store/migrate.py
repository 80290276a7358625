"""Stores that were made by an older RIE or with an older pack: what differs, what is added, and what is carried over."""

import json
from typing import Any

import duckdb

from rie.pack import Pack
from rie.pack.effects import described
from rie.store.ddl import INTERNAL, ColumnDef, TableDef, catalog, fact_id_column, fact_tables, table_defs
from rie.store.rows import insert

_KEPT = ("rejected_document", "batch", "entity_decision")  # what no document says
_PRIOR = TableDef("rie_prior", "document", "", tuple(ColumnDef(name, "VARCHAR", "") for name in ("fact_table", "report_id", "fact_id")))


def differing_tables(connection: duckdb.DuckDBPyConnection, pack: Pack) -> list[str]:
    """The tables of a pack whose columns in a snapshot are others than the pack says, and those that it no longer has."""
    held: dict[str, list[tuple[str, str]]] = {}
    sql = ("SELECT table_name, column_name, data_type FROM duckdb_columns() "
           "WHERE schema_name = 'main' AND NOT internal ORDER BY column_index")  # fmt: skip
    for table, column, kind in connection.execute(sql).fetchall():
        held.setdefault(table, []).append((column, kind))
    wanted = {name: [(column.name, column.type) for column in table.columns] for name, table in _of_pack(pack).items()}
    shared = {name for name, table in table_defs(pack).items() if table.role == "document"}
    return sorted(name for name in {*wanted, *held} - shared if wanted.get(name) != held.get(name))


def complete(connection: duckdb.DuckDBPyConnection, pack: Pack) -> None:
    """Make the tables that a store of an older RIE lacks and that need no document to be read again."""
    rows = connection.execute("SELECT schema_name, table_name FROM duckdb_tables() WHERE NOT internal").fetchall()
    missing = [table for table in table_defs(pack).values() if (_schema(table), table.name) not in rows]
    for table in missing:
        connection.execute(table.sql())
    for table in table_defs(pack).values():
        if table.role in {"document", "internal"} and table not in missing:
            _add_columns(connection, table)
    if any(table.role != "internal" for table in missing):
        connection.execute(f"DELETE FROM {INTERNAL}.catalog")
        insert(connection, table_defs(pack)["catalog"], catalog(pack))


def _add_columns(connection: duckdb.DuckDBPyConnection, table: TableDef) -> None:
    held = {name for name, *_ in connection.execute(f"DESCRIBE {table.qualified}").fetchall()}
    for column in table.columns:
        if column.name not in held:
            connection.execute(f'ALTER TABLE {table.qualified} ADD COLUMN "{column.name}" {column.type}')


def carry_over(old: duckdb.DuckDBPyConnection, new: duckdb.DuckDBPyConnection, pack: Pack) -> None:
    """Copy what no document says from one snapshot to the tables of another, and remember the facts that its reports belonged to.

    Args:
        old: the snapshot that is replaced.
        new: empty tables of `pack`, within a transaction.
        pack: whose facts are read anew.
    """
    defs = table_defs(pack)
    held = {name for (name,) in old.execute("SELECT table_name FROM duckdb_tables() WHERE NOT internal").fetchall()}
    for name in _KEPT:
        if name in held:
            insert(new, defs[name], [_filled(row, defs[name]) for row in old.execute(f"SELECT * FROM {defs[name].qualified}").fetchall()])
    custom = old.execute(f"SELECT * FROM {INTERNAL}.entity WHERE origin = 'custom'").fetchall()
    insert(new, defs["entity"], custom)
    new.execute("CREATE TEMP TABLE IF NOT EXISTS rie_prior (fact_table VARCHAR, report_id VARCHAR, fact_id VARCHAR)")
    ids = dict(old.execute(f"SELECT table_name, id_column FROM {INTERNAL}.catalog WHERE role = 'fact'").fetchall())
    for table in fact_tables(pack):
        if table in ids and ids[table] == fact_id_column(pack, table):
            rows = old.execute(f'SELECT $table, report_id, "{ids[table]}" FROM "{table}_report"', {"table": table}).fetchall()
            insert(new, _PRIOR, rows)


def _filled(row: tuple[Any, ...], table: TableDef) -> tuple[Any, ...]:
    """A row of an older table, NULL in the columns that it lacks."""
    return (*row, *[None] * (len(table.columns) - len(row)))


def describe(connection: duckdb.DuckDBPyConnection, pack: Pack) -> None:
    """Keep the pack within the snapshot; where it has changed, bring the comments of its tables up to date."""
    definition = json.dumps(described(pack), ensure_ascii=False)
    if connection.execute(f"SELECT definition FROM {INTERNAL}.pack").fetchone() == (definition,):
        return
    for table in _of_pack(pack).values():
        connection.execute(table.comments())
    connection.execute(f"DELETE FROM {INTERNAL}.pack")
    insert(connection, table_defs(pack)["pack"], [(definition,)])


def has_table(connection: duckdb.DuckDBPyConnection | None, name: str) -> bool:
    """Whether a snapshot has a table of this name."""
    sql = "SELECT count(*) FROM duckdb_tables() WHERE table_name = $name"
    row = connection.execute(sql, {"name": name}).fetchone() if connection else None
    return bool(row and row[0])


def _of_pack(pack: Pack) -> dict[str, TableDef]:
    return {name: table for name, table in table_defs(pack).items() if table.role not in {"document", "internal"}}


def _schema(table: TableDef) -> str:
    return INTERNAL if table.role == "internal" else "main"
