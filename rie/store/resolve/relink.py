"""Splits that are about some documents: there, what was linked to one entity is another."""

import duckdb

from rie.pack import Pack
from rie.store.ddl import INTERNAL
from rie.store.resolve.decisions import Decision


def relink(connection: duckdb.DuckDBPyConnection, pack: Pack, decisions: list[Decision]) -> None:
    """Give the mentions and reports of the documents of each split the other entity's id; reports keep the name that the text has."""
    for decision in decisions:
        if decision.kind == "split" and decision.documents:
            values = {"a": decision.entity_id, "b": decision.other_id, "ids": list(decision.documents)}
            for sql in _updates(pack):
                connection.execute(sql, values)
            named = f"(SELECT name FROM {INTERNAL}.entity WHERE entity_id = $b)"
            where = "entity_id = $a AND doc_id IN (SELECT unnest($ids))"
            connection.execute(f"UPDATE {INTERNAL}.named SET name = {named}, entity_id = $b WHERE {where}", values)


def _updates(pack: Pack) -> list[str]:
    """SQL that changes the id $a to $b in all columns for entities, for the documents $ids."""
    of_documents = "doc_id IN (SELECT unnest($ids))"
    found = [f"UPDATE mention SET entity_id = $b WHERE entity_id = $a AND {of_documents}"]
    for name, table in pack.tables.items():
        columns = [column for column, spec in table.columns.items()
                   if spec.type == "entity_id" or (spec.source and spec.source.take == "entity")]  # fmt: skip
        if table.kind == "fact":
            found += [f'UPDATE "{name}_report" SET "{column}" = $b WHERE "{column}" = $a AND {of_documents}' for column in columns]
        elif table.kind == "child":
            reports = f'report_id IN (SELECT report_id FROM "{table.parent}_report" WHERE {of_documents})'
            found += [f'UPDATE "{name}_report" SET "{column}" = $b WHERE "{column}" = $a AND {reports}' for column in columns]
        elif table.kind == "entity_report":
            found += [f'UPDATE "{name}" SET "{column}" = $b WHERE "{column}" = $a AND {of_documents}' for column in columns]
    return found
