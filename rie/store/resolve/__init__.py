"""Resolution: reports of the same real-world event become one fact.

read decisions -> merge entities (identity) -> read claims -> group reports (cluster) -> choose values (choose)
  -> write facts (write) -> what else may be one (candidates)
"""

import duckdb

from rie.collection import no_collection
from rie.pack import Pack
from rie.store.ddl import INTERNAL, fact_tables
from rie.store.resolve.candidates import write_candidates
from rie.store.resolve.choose import Chooser
from rie.store.resolve.claims import Columns, read_claims
from rie.store.resolve.cluster import cluster
from rie.store.resolve.decisions import decided, read_decisions, renamed
from rie.store.resolve.entities import forget_unnamed, read_things, write_entities
from rie.store.resolve.identity import Same, Told, known_names, name_pairs, short_names
from rie.store.resolve.relink import relink
from rie.store.resolve.rules import Rules
from rie.store.resolve.write import write_facts, write_merges

__all__ = ["resolve"]


def resolve(connection: duckdb.DuckDBPyConnection, pack: Pack) -> None:
    """Make all facts and entities anew from the reports that the database holds.

    The result depends on the documents alone, not on the order in which they came; ids of facts are kept where their
    reports had one.

    Args:
        connection: within a transaction that may write.
        pack: the pack whose facts these are.
    """
    with no_collection():
        _resolve(connection, pack)


def _resolve(connection: duckdb.DuckDBPyConnection, pack: Pack) -> None:
    decisions = read_decisions(connection)
    relink(connection, pack, decisions)
    forget_unnamed(connection)
    things = renamed(read_things(connection), decisions)
    same = known_names(things, decided(things, decisions))
    columns = [Columns(pack, table) for table in fact_tables(pack)]
    claims = {one.table: read_claims(connection, one) for one in columns}
    told = [Told(one, Rules(pack, one, same.into), claims[one.table]) for one in columns]
    documents = _documents(connection, {id_ for pair in name_pairs(things, same) for id_ in pair}, same)
    short_names(things, told, same, documents)
    names = {id_: things[same.into.get(id_, id_)].name for id_ in things}
    connection.execute(f"DELETE FROM {INTERNAL}.merge; DELETE FROM {INTERNAL}.conflict")
    for one in columns:
        rules = Rules(pack, one, same.into)
        events = cluster(claims[one.table], one, rules, same.into)
        write_facts(connection, pack, rules, Chooser(pack, one, same.into, names), events)
    write_merges(connection, pack, same, things)
    write_candidates(connection, pack, things, same)
    write_entities(connection, pack, things, same)


def _documents(connection: duckdb.DuckDBPyConnection, ids: set[str], same: Same) -> dict[str, set[str]]:
    """The documents that name each of some entities."""
    found: dict[str, set[str]] = {}
    wanted = {"ids": sorted(ids | {id_ for id_, into in same.into.items() if into in ids})}
    rows = connection.execute(f"SELECT entity_id, doc_id FROM {INTERNAL}.named WHERE entity_id IN (SELECT unnest($ids))", wanted)
    for id_, doc_id in rows.fetchall():
        found.setdefault(same.into.get(id_, id_), set()).add(doc_id)
    return found
