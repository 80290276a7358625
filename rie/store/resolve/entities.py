"""The entity tables: which entities the facts and texts refer to, what they are called, where they sit and what they do."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import duckdb

from rie.pack import Pack
from rie.store.ddl import INTERNAL, table_defs
from rie.store.resolve.identity import Same, Thing, best_names
from rie.store.rows import Row, insert
from rie.types import APART
from rie.values.name import fold

_ORIGIN = {"custom": 0, "knowledge": 1, "text": 2}


def read_things(connection: duckdb.DuckDBPyConnection) -> dict[str, Thing]:
    """All entities that documents name and all of custom tables, with their best names."""
    counted = connection.execute(
        f"SELECT entity_id, name, count(DISTINCT doc_id) FROM {INTERNAL}.named GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    names, mentions = best_names(counted), defaultdict[str, int](int)
    for id_, _, number in counted:
        mentions[id_] += number
    rows = connection.execute(f"""
        SELECT entity_id, name, kind, origin, aliases, json_exists(attributes, '$.{APART}') FROM {INTERNAL}.entity
        ORDER BY entity_id""").fetchall()
    return {
        id_: Thing(id_, names.get(id_, name) if origin == "text" else name, kind, origin, tuple(aliases), mentions[id_], apart)
        for id_, name, kind, origin, aliases, apart in rows
        if id_ in mentions or origin == "custom"
    }


def forget_unnamed(connection: duckdb.DuckDBPyConnection) -> None:
    """Drop entities that no document names any more; those of custom tables stay known."""
    connection.execute(
        f"DELETE FROM {INTERNAL}.entity WHERE origin <> 'custom' AND entity_id NOT IN (SELECT entity_id FROM {INTERNAL}.named)"
    )


def write_entities(connection: duckdb.DuckDBPyConnection, pack: Pack, things: Mapping[str, Thing], same: Same) -> None:
    """Fill the tables of entities and of their names with what is referred to."""
    kinds = _seen_as(connection, pack, same.into)
    defs, name = table_defs(pack), pack.entity_table
    attributes = _attributes(connection, pack, same.into)
    columns = list(pack.tables[name].columns)
    rows = [_entity_row(columns, pack, things[id_], kinds[id_], attributes.get(id_, {})) for id_ in sorted(kinds) if id_ in things]
    _refill(connection, defs[name], sorted(rows, key=lambda row: (row[1] or "", row[0])))
    aliases = next((table for table, spec in pack.tables.items() if spec.kind == "entity_alias"), None)
    if aliases is not None:
        _refill(connection, defs[aliases], sorted(_aliases(connection, things, same, kinds)))


def _refill(connection: duckdb.DuckDBPyConnection, table: Any, rows: list[Row]) -> None:
    connection.execute(f"DELETE FROM {table.qualified}")
    insert(connection, table, rows)


def _seen_as(connection: duckdb.DuckDBPyConnection, pack: Pack, into: Mapping[str, str]) -> dict[str, str]:
    """What each entity that something refers to is seen doing: the kinds of the pack, the first one winning."""
    column = pack.tables[pack.entity_table].columns.get("kind")
    kinds = column.values if column and column.values else ["other"]
    seen: dict[str, str] = {}
    for kind, sql in _references(pack, kinds):
        for (named,) in connection.execute(sql).fetchall():
            id_ = into.get(named, named)
            if id_ not in seen or kinds.index(kind) < kinds.index(seen[id_]):
                seen[id_] = kind
    return seen


def _references(pack: Pack, kinds: list[str]) -> Iterable[tuple[str, str]]:
    """For each column that refers to entities: the kind that stands for it, and SQL for the ids."""
    for name, table in pack.tables.items():
        for column, spec in table.columns.items():
            if spec.type == "entity_id" and table.kind in {"fact", "child", "entity_report"}:
                role = column.removesuffix("_id")
                kind = kinds[-1] if table.kind == "entity_report" else role if role in kinds else kinds[0]
                yield kind, f'SELECT DISTINCT "{column}" FROM "{name}" WHERE "{column}" IS NOT NULL'
    linked = sorted({label.entity for label in pack.labels.values() if label.entity} & {pack.entity_table})
    if linked:
        mentioned = "SELECT DISTINCT entity_id FROM mention WHERE entity_id IS NOT NULL"
        yield kinds[-1], f"SELECT entity_id FROM {INTERNAL}.entity WHERE kind = '{linked[0]}' AND entity_id IN ({mentioned})"


def _attributes(connection: duckdb.DuckDBPyConnection, pack: Pack, into: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Attributes of entities: what most documents say, else what the table of the entity says."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    tabled = connection.execute(
        f"SELECT entity_id, attributes FROM {INTERNAL}.entity WHERE attributes <> '{{}}' ORDER BY origin DESC, entity_id"
    )
    for id_, attributes in tabled.fetchall():
        found[into.get(id_, id_)] |= json.loads(attributes)
    for name, table in pack.tables.items():
        if table.kind == "entity_report":
            for id_, attribute, value in _majority(
                connection, name, next(c for c, s in table.columns.items() if s.type == "entity_id"), into
            ):
                found[id_][attribute] = value
    return found


def _majority(connection: duckdb.DuckDBPyConnection, table: str, id_column: str, into: Mapping[str, str]) -> Iterable[tuple[str, str, str]]:
    votes: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    sql = f'SELECT "{id_column}", attribute, value, count(DISTINCT doc_id) FROM "{table}" GROUP BY ALL ORDER BY ALL'
    for id_, attribute, value, number in connection.execute(sql).fetchall():
        votes[into.get(id_, id_), attribute][value] += number
    for (id_, attribute), values in votes.items():
        yield id_, attribute, max(sorted(values), key=lambda value: values[value])


def _entity_row(columns: list[str], pack: Pack, thing: Thing, kind: str, attributes: Mapping[str, str]) -> Row:
    known = {pack.tables[pack.entity_table].id: thing.id, "name": thing.name, "kind": kind}
    return tuple(known.get(column, attributes.get(column)) for column in columns)


def _aliases(connection: duckdb.DuckDBPyConnection, things: Mapping[str, Thing], same: Same, kinds: Mapping[str, str]) -> Iterable[Row]:
    """(entity id, name, origin) of the names of tables and texts. Of equal names the best known origin is kept."""
    rows: dict[tuple[str, str], str] = {}
    for thing in things.values():
        for name in (thing.name, *thing.aliases):
            _put_alias(rows, same.into.get(thing.id, thing.id), name, thing.origin)
    for id_, name in _text_names(connection, things, same):
        _put_alias(rows, same.into.get(id_, id_), name, "text")
    return [(id_, name, origin) for (id_, name), origin in rows.items() if id_ in kinds]


def _put_alias(rows: dict[tuple[str, str], str], id_: str, name: str, origin: str) -> None:
    key = id_, " ".join(name.split())
    rows[key] = min(rows.get(key, origin), origin, key=lambda one: _ORIGIN.get(one, 2))


def _text_names(connection: duckdb.DuckDBPyConnection, things: Mapping[str, Thing], same: Same) -> Iterable[tuple[str, str]]:
    """The names that texts use; a short form only where it is no other entity's."""
    settled = connection.execute(f"SELECT DISTINCT entity_id, name FROM {INTERNAL}.named ORDER BY ALL").fetchall()
    yield from settled
    short = connection.execute("SELECT DISTINCT entity_id, text FROM mention WHERE entity_id IS NOT NULL ORDER BY ALL").fetchall()
    owners: dict[str, set[str]] = defaultdict(set)
    folded = {text: fold(text) for _, text in (*short, *settled)}
    for id_, text in (*short, *settled):
        owners[folded[text]].add(same.into.get(id_, id_))
    for thing in things.values():
        for name in (thing.name, *thing.aliases):
            owners[fold(name)].add(same.into.get(thing.id, thing.id))
    yield from ((id_, text) for id_, text in short if len(owners[folded[text]]) == 1)
