"""Pairs of entities that may be one and that no rule has merged: the review queue `merge_candidate`."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import duckdb
from rapidfuzz import fuzz, process

from rie.pack import Pack
from rie.store.ddl import INTERNAL, table_defs
from rie.store.resolve.identity import Same, Thing, name_pairs
from rie.store.rows import insert
from rie.values.name import fold

MOST: Final = 10_000
SIMILAR: Final = 88.0  # of 100
_SHORTEST: Final = 6  # letters of a name that may be misspelt
_BLOCK: Final = 5  # first letters that similar names share
_LARGEST: Final = 200  # names of a block; in a larger one similar openings say nothing
_EACH: Final = 5  # similar or longer names of one entity


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two entities that may be one, the better known one second."""

    one: Thing
    other: Thing
    reason: str
    score: float


def write_candidates(connection: duckdb.DuckDBPyConnection, pack: Pack, things: Mapping[str, Thing], same: Same) -> None:
    """Fill the review queue, what most speaks for first."""
    counted = connection.execute(f"""
        SELECT coalesce(s.same_as, n.entity_id), count(DISTINCT n.doc_id) FROM {INTERNAL}.named n
        LEFT JOIN {INTERNAL}.same_entity s ON s.entity_id = n.entity_id GROUP BY ALL""").fetchall()
    documents: dict[str, int] = dict(counted)
    table = table_defs(pack)["merge_candidate"]
    found = sorted(candidates(things, same), key=lambda pair: (-pair.score, -documents.get(pair.one.id, 0), pair.one.id, pair.other.id))
    rows = [(one.one.id, one.one.name, documents.get(one.one.id, 0), one.other.id, one.other.name, documents.get(one.other.id, 0),
             one.reason, one.score) for one in found[:MOST]]  # fmt: skip
    connection.execute(f"DELETE FROM {table.qualified}")
    insert(connection, table, rows)


def candidates(things: Mapping[str, Thing], same: Same) -> Iterator[Candidate]:
    """Each pair once, by the reason that says most. Of two entities of tables no pair is made: the tables tell them apart."""
    seen: set[frozenset[str]] = set()
    reasons = {"shared alias": _shared, "longer name": _longer, "similar name": _similar}
    for reason, pairs in ((reason, find(things, same)) for reason, find in reasons.items()):
        for one, other, score in pairs:
            pair = frozenset((one, other))
            if len(pair) == 2 and pair not in seen and pair not in same.apart and "text" in {things[one].origin, things[other].origin}:
                seen.add(pair)
                better, worse = sorted((things[one], things[other]), key=Thing.rank)
                yield Candidate(worse, better, reason, round(score, 3))


def _shared(things: Mapping[str, Thing], same: Same) -> Iterator[tuple[str, str, float]]:
    """Entities of which a table or a document has one and the same name."""
    owners: dict[tuple[str, str], list[str]] = defaultdict(list)
    for id_, thing in sorted(things.items()):
        for name in dict.fromkeys(map(fold, (thing.name, *thing.aliases))):
            owners[thing.kind, name].append(same.into.get(id_, id_))
    for ids in owners.values():
        yield from ((ids[0], other, 1.0) for other in ids[1:])


def _longer(things: Mapping[str, Thing], same: Same) -> Iterator[tuple[str, str, float]]:
    """Names of which one begins with the other; a word that many names begin with ("First") says nothing."""
    pairs = name_pairs(things, same)
    begins = Counter(short for short, _ in pairs)
    for short, long in pairs:
        if begins[short] <= _EACH:
            yield short, long, len(things[short].name) / max(len(things[long].name), len(things[short].name))


def _similar(things: Mapping[str, Thing], same: Same) -> Iterator[tuple[str, str, float]]:
    """Names that begin alike and differ in few letters, none of them a digit."""
    blocks: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for id_, thing in sorted(things.items()):
        name = fold(thing.name)
        if id_ not in same.into and len(name) >= _SHORTEST:
            blocks[thing.kind, name[:_BLOCK]][id_] = name
    for block in blocks.values():
        for id_, name in block.items() if len(block) <= _LARGEST else ():
            for other_name, score, other in process.extract(name, block, scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=_EACH + 1):
                if other != id_ and _digits(other_name) == _digits(name):
                    yield id_, other, score / 100


def _digits(name: str) -> str:
    return "".join(char for char in name if char.isdigit())
