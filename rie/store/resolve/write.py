"""Facts, their ids, and what was merged, into the database."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

import duckdb

from rie.pack import Pack
from rie.store.ddl import fact_id_column, table_defs
from rie.store.resolve.choose import Chooser
from rie.store.resolve.claims import Claim, Columns
from rie.store.resolve.cluster import Event
from rie.store.resolve.decisions import DECISION
from rie.store.resolve.identity import Same, Thing
from rie.store.resolve.rules import Rules
from rie.store.rows import Row, insert

Named = list[tuple[str, Event]]


def write_facts(connection: duckdb.DuckDBPyConnection, pack: Pack, rules: Rules, chooser: Chooser, events: list[Event]) -> None:
    """Replace the facts of a table and of its children, sorted by entity and date, and tell the reports their fact."""
    columns = chooser.columns
    named = fact_ids(columns, events, _remembered(connection, columns.table))
    rows = {fact_id: chooser.fact(fact_id, event.claims) for fact_id, event in named}
    named.sort(key=lambda one: _place(columns, rows[one[0]]))
    defs = table_defs(pack)
    _replace(connection, defs[columns.table], [rows[fact_id] for fact_id, _ in named])
    for child in columns.children:
        _replace(connection, defs[child], [row for fact_id, event in named for row in chooser.children(fact_id, child, event.claims)])
    _tell_reports(connection, pack, columns, named)
    _write_conflicts(connection, pack, columns, chooser, named)
    _write_reasons(connection, pack, columns, rules, named)


def fact_ids(columns: Columns, events: list[Event], remembered: dict[str, str]) -> Named:
    """An id for each event: the one that most of its reports had, else a new one made of its earliest report's.

    Args:
        columns: of the fact table.
        events: all events of the table.
        remembered: the fact that reports belonged to whose documents were replaced.
    """
    prior = {claim.id: _prior(claim, columns, remembered) for event in events for claim in event.claims}
    taken: set[str] = set()
    named: Named = []
    for event in sorted(events, key=lambda event: _seniority(event, prior)):
        votes = Counter(prior[claim.id] for claim in event.claims if prior[claim.id])
        known = [id_ for id_, _ in sorted(votes.items(), key=lambda vote: (-vote[1], str(vote[0]))) if id_ and id_ not in taken]
        fact_id = known[0] if known else _new_id(columns.table, event, taken)
        taken.add(fact_id)
        named.append((fact_id, event))
    return named


def _prior(claim: Claim, columns: Columns, remembered: dict[str, str]) -> str | None:
    held = claim.values[columns.place[columns.id]]
    return remembered.get(claim.id) if held == claim.id else held


def _seniority(event: Event, prior: dict[str, str | None]) -> tuple[Any, ...]:
    """Events with the most reports of one former fact choose first; new ones last."""
    votes = Counter(prior[claim.id] for claim in event.claims if prior[claim.id])
    return (-max(votes.values(), default=0), *min(claim.age() for claim in event.claims))


def _new_id(table: str, event: Event, taken: set[str]) -> str:
    for claim in sorted(event.claims, key=Claim.age):
        fact_id = f"{table[0]}-{hashlib.blake2b(f'{table}:{claim.id}'.encode(), digest_size=8).hexdigest()}"
        if fact_id not in taken:
            return fact_id
    return f"{table[0]}-{hashlib.blake2b(f'{table}:{len(taken)}:{event.claims[0].id}'.encode(), digest_size=8).hexdigest()}"


def _place(columns: Columns, row: Row) -> tuple[Any, ...]:
    entity = row[columns.place[columns.entities[0]]] if columns.entities else None
    day = row[columns.place[columns.date]] if columns.date else None
    return entity or "", day or date.max, row[columns.place[columns.id]]


def _replace(connection: duckdb.DuckDBPyConnection, table: Any, rows: list[Row]) -> None:
    connection.execute(f"DELETE FROM {table.qualified}")
    insert(connection, table, rows)


def remember(connection: duckdb.DuckDBPyConnection, pack: Pack, doc_ids: list[str]) -> None:
    """Keep the facts of the reports of documents that are about to be replaced, for the rest of the run."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS rie_prior (fact_table VARCHAR, report_id VARCHAR, fact_id VARCHAR)")
    for table in (name for name, spec in pack.tables.items() if spec.kind == "fact"):
        sql = f'SELECT $table, report_id, "{fact_id_column(pack, table)}" FROM "{table}_report" WHERE doc_id IN (SELECT unnest($ids))'
        connection.execute(f"INSERT INTO rie_prior {sql}", {"table": table, "ids": doc_ids})


def _remembered(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS rie_prior (fact_table VARCHAR, report_id VARCHAR, fact_id VARCHAR)")
    return dict(connection.execute("SELECT report_id, fact_id FROM rie_prior WHERE fact_table = $table", {"table": table}).fetchall())


def _tell_reports(connection: duckdb.DuckDBPyConnection, pack: Pack, columns: Columns, named: Named) -> None:
    place = columns.place[columns.id]
    changed = [(claim.id, fact_id) for fact_id, event in named for claim in event.claims if claim.values[place] != fact_id]
    if not changed:
        return
    defs = table_defs(pack)
    connection.execute("CREATE OR REPLACE TEMP TABLE rie_told (report_id VARCHAR, fact_id VARCHAR)")
    connection.register("rie_changed", _pairs(changed))
    connection.execute("INSERT INTO rie_told SELECT * FROM rie_changed")
    connection.unregister("rie_changed")
    for table in (columns.table, *columns.children):
        report = defs[f"{table}_report"].qualified
        connection.execute(f'UPDATE {report} r SET "{columns.id}" = t.fact_id FROM rie_told t WHERE r.report_id = t.report_id')


def _pairs(rows: list[tuple[str, str]]) -> Any:
    import pyarrow as pa

    return pa.table({"report_id": [row[0] for row in rows], "fact_id": [row[1] for row in rows]})


def _write_conflicts(connection: duckdb.DuckDBPyConnection, pack: Pack, columns: Columns, chooser: Chooser, named: Named) -> None:
    rows = [(columns.table, fact_id, column) for fact_id, event in named for column in chooser.conflicts(event.claims)]
    insert(connection, table_defs(pack)["conflict"], rows)


def _write_reasons(connection: duckdb.DuckDBPyConnection, pack: Pack, columns: Columns, rules: Rules, named: Named) -> None:
    rows = [
        (columns.table, fact_id, claim.id, rules.reasons(event.claims[0], claim) if claim is not event.claims[0] else "first")
        for fact_id, event in named if len(event.claims) > 1 for claim in event.claims
    ]  # fmt: skip
    insert(connection, table_defs(pack)["merge"], rows)


def write_merges(connection: duckdb.DuckDBPyConnection, pack: Pack, same: Same, things: Mapping[str, Thing]) -> None:
    """Record which entities were merged, by which rule or decision."""
    defs, merged = table_defs(pack), sorted(same.into.items())
    _replace(connection, defs["same_entity"], [(id_, into, same.rules[id_]) for id_, into in merged])
    rows = [(id_, things[id_].name, into, things[into].name, *_ground(same.rules[id_])) for id_, into in merged]
    _replace(connection, defs["entity_merge"], rows)


def _ground(rule: str) -> tuple[str, int | None]:
    """A rule as it is told, with the number of the decision behind it."""
    word, _, number = rule.partition(" ")
    return (word, int(number)) if word == DECISION and number else (rule, None)
