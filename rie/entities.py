"""`rie entities`: what the facts name, and the review of what counts as one.

Decisions are rows of `entity_decision`: they hold in all later runs, and each can be taken back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from rie.errors import UsageError
from rie.opened import pack_of_store
from rie.pack import Pack
from rie.refresh import UNREAD, refresh
from rie.store import Reader, Writer
from rie.store.ddl import INTERNAL
from rie.store.resolve.decisions import Decision
from rie.types import Entity

View = Literal["entities", "candidates", "merges", "decisions"]
_VIEWS: Final = {
    "candidates": "SELECT * FROM merge_candidate",
    "merges": "SELECT * FROM entity_merge ORDER BY into_name, name, entity_id",
    "decisions": "SELECT * FROM entity_decision ORDER BY decision_id",
}
_NAMES: Final = """
    WITH called AS (
        SELECT entity_id, arg_max(name, decision_id) AS name FROM entity_decision
        WHERE kind = 'rename' AND undone_at IS NULL GROUP BY ALL),
    names AS (
        SELECT entity_id, name FROM rie_internal.entity UNION SELECT entity_id, unnest(aliases) FROM rie_internal.entity
        UNION SELECT entity_id, name FROM rie_internal.named UNION SELECT entity_id, name FROM called),
    roots AS (
        SELECT e.entity_id, coalesce(s.same_as, e.entity_id) AS root FROM rie_internal.entity e
        LEFT JOIN rie_internal.same_entity s USING (entity_id))"""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that was carried out, in words, and the snapshot from which on it holds."""

    number: int
    told: str
    snapshot: int | None

    def __str__(self) -> str:
        return f"{self.told} (decision {self.number}, snapshot {self.snapshot})"

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {name: getattr(self, name) for name in self.__slots__}


def listed(store: str | Path, view: View = "entities", *, search: str = "", limit: int = 50,
           snapshot: int | None = None) -> list[dict[str, Any]]:
    """The entities of a store, those that most documents name first; or the review queue, the merges, the decisions.

    Args:
        store: the store's folder.
        view: what is listed.
        search: of entities, only those with this in a name or alias, case ignored, or as their id.
        limit: at most so many.
        snapshot: a snapshot's number; the newest when it is None.

    Raises:
        StoreError: there is no such store or snapshot.
        UsageError: the snapshot was made before entities could be reviewed.
    """
    with Reader(Path(store), snapshot) as reader:
        _check_reviewable(reader)
        if view != "entities":
            return _rows(reader, _VIEWS[view], {}, limit)
        pack = pack_of_store(reader.pack_name)
        return _rows(reader, _listing(pack), {"search": search}, limit)


def merge(store: str | Path, one: str, into: str) -> Decided:
    """Let two entities count as one.

    Args:
        store: the store's folder.
        one: id or name of the entity that is merged, with all that counts as it.
        into: id or name of the entity that it is.

    Raises:
        UsageError: there is no such entity or several of the name, they are one already, of different kinds, or a decision keeps
            them apart.
        StoreError: no such store, or it is being written by someone else.
    """
    with Reader(Path(store)) as reader:
        a, b = _found(reader, one), _found(reader, into)
        if a.root == b.root:
            raise UsageError(f"{a} and {b} count as one already; rie entities --show merges says why")
        if a.kind != b.kind:
            raise UsageError(f"{a} is a {a.kind} and {b} a {b.kind}; only entities of one kind can be merged")
        _check_not_apart(reader, a, b)
    return _decide(store, Decision("merge", a.root, b.root), f"{a} counts as {b}")


def split(store: str | Path, one: str, other: str, documents: Sequence[str] = ()) -> Decided:
    """Let two entities count as two, whatever speaks for one; arguments and errors are those of `merge`.

    Args:
        documents: where what was linked to `one` is `other`, which may be a new name then.
    """
    if documents:
        return _split_in(store, one, other, documents)
    with Reader(Path(store)) as reader:
        a, b = _found(reader, one, alone=True), _found(reader, other, alone=True)
    if a.id == b.id:
        raise UsageError(f"{one!r} and {other!r} are the same entity {a.id}; give the ids of two that were merged")
    return _decide(store, Decision("split", a.id, b.id), f"{a} and {b} count as two")


def _split_in(store: str | Path, one: str, other: str, documents: Sequence[str]) -> Decided:
    with Reader(Path(store)) as reader:
        a = _found(reader, one, alone=True)
        told = f"SELECT doc_id FROM {INTERNAL}.named WHERE entity_id = $id AND doc_id IN (SELECT unnest($ids))"
        named = {row["doc_id"] for row in _rows(reader, told, {"id": a.id, "ids": list(documents)}, len(documents))}
        lost = sorted(set(documents) - named)
        if lost:
            raise UsageError(f"{a} is not named in {', '.join(lost[:5])}; give documents that name it")
        b = _known_or_new(reader, other, a.kind)
    if a.id == b.id:
        raise UsageError(f"{other!r} is {a}; give the name of another {a.kind}")
    with Writer(Path(store), _pack(store)) as writer:
        writer.add_entity(b)
        number = writer.decide(Decision("split", a.id, b.id, documents=tuple(sorted(documents))))
        return Decided(number, f"{a} is {b.name} ({b.id}) in {len(documents)} documents", writer.publish().snapshot)


def _known_or_new(reader: Reader, text: str, kind: str) -> Entity:
    """The entity of an id or name, else a new one with the id that a text would give it."""
    from rie.pipeline.linking.aliases import new_entity_id

    known = "SELECT 1 FROM rie_internal.entity WHERE entity_id = $text UNION ALL SELECT 1 FROM names WHERE lower(name) = lower($text)"
    if _rows(reader, f"{_NAMES} {known}", {"text": text}, 1):
        found = _found(reader, text, alone=True)
        return Entity(found.id, found.name, found.kind, "text")
    return Entity(new_entity_id(kind, text), " ".join(text.split()), kind, "text")


def rename(store: str | Path, one: str, name: str) -> Decided:
    """Give an entity its canonical name; arguments and errors are those of `merge`."""
    name = " ".join(name.split())
    if not name:
        raise UsageError("--rename needs the new name behind the entity; take a former name back with --undo")
    with Reader(Path(store)) as reader:
        found = _found(reader, one)
    return _decide(store, Decision("rename", found.root, None, name), f"{found} is called {name}")


def undo(store: str | Path, number: int) -> Decided:
    """Take a decision back.

    Raises:
        UsageError: there is no such decision, or it was taken back before.
        StoreError: no such store, or it is being written by someone else.
    """
    with Reader(Path(store)) as reader:
        _check_reviewable(reader)
        rows = _rows(reader, "SELECT documents FROM entity_decision WHERE decision_id = $number", {"number": number}, 1)
    with Writer(Path(store), _pack(store)) as writer:
        if not writer.undo(number):
            raise UsageError(f"no decision {number} holds; rie entities --show decisions lists them")
        again = [doc_id for row in rows for doc_id in row["documents"] or ()]
        writer.forget_reading(again, UNREAD)
        snapshot = writer.publish().snapshot
    return Decided(number, "taken back", refresh(store, workers=1).snapshot if again else snapshot)


def _decide(store: str | Path, decision: Decision, told: str) -> Decided:
    with Writer(Path(store), _pack(store)) as writer:
        number = writer.decide(decision)
        return Decided(number, told, writer.publish().snapshot)


def _pack(store: str | Path) -> Pack:
    with Reader(Path(store)) as reader:
        return pack_of_store(reader.pack_name)


@dataclass(frozen=True, slots=True)
class _Found:
    id: str
    root: str
    kind: str
    name: str

    def __str__(self) -> str:
        return f"{self.name} ({self.id})"


def _found(reader: Reader, text: str, *, alone: bool = False) -> _Found:
    """The entity of an id or name; `alone` leaves apart what counts as one."""
    _check_reviewable(reader)
    rows = _rows(reader, f"""{_NAMES}
        SELECT e.entity_id, r.root, e.kind, coalesce(c.name, e.name) AS name
        FROM rie_internal.entity e JOIN roots r USING (entity_id) LEFT JOIN called c USING (entity_id)
        WHERE e.entity_id = $text OR e.entity_id IN (SELECT entity_id FROM names WHERE lower(name) = lower($text))
        ORDER BY e.entity_id <> $text, e.entity_id <> r.root, e.entity_id""", {"text": text}, 100)  # fmt: skip
    exact = [row for row in rows if row["entity_id"] == text] or rows
    ids = {row["entity_id" if alone else "root"] for row in exact}
    if not exact:
        raise UsageError(f"no entity {text!r}; rie entities --search finds names and ids")
    if len(ids) > 1:
        raise UsageError(f"{text!r} may be {', '.join(sorted(ids)[:10])}; give the id")
    best = exact[0]
    return _Found(best["entity_id"], best["root"], best["kind"], best["name"])


def _check_reviewable(reader: Reader) -> None:
    if "entity_decision" not in reader.table_names:
        raise UsageError(f"{reader.layout.root}: was made before entities could be reviewed; "
                         f"run `rie refresh --store {reader.layout.root}` first")  # fmt: skip


def _check_not_apart(reader: Reader, one: _Found, other: _Found) -> None:
    """A decision about just these two is replaced; one about others that count as them is not."""
    sql = """
        WITH roots AS (SELECT e.entity_id, coalesce(s.same_as, e.entity_id) AS root FROM rie_internal.entity e
                       LEFT JOIN rie_internal.same_entity s USING (entity_id))
        SELECT d.decision_id, d.entity_id, d.other_id FROM entity_decision d
        JOIN roots a ON a.entity_id = d.entity_id JOIN roots b ON b.entity_id = d.other_id
        WHERE d.kind = 'split' AND d.undone_at IS NULL AND list_sort([a.root, b.root]) = list_sort([$one, $other])
        AND list_sort([d.entity_id, d.other_id]) <> list_sort([$one, $other])"""
    for row in _rows(reader, sql, {"one": one.root, "other": other.root}, 1):
        raise UsageError(f"decision {row['decision_id']} keeps {row['entity_id']} and {row['other_id']} apart, which count as {one} and "
                         f"{other}; take it back with --undo {row['decision_id']}")  # fmt: skip


def _listing(pack: Pack) -> str:
    """SQL that lists entities with their names and counts."""
    facts = " UNION ALL ".join(_referring(pack)) or "SELECT NULL AS entity_id, NULL AS fact_id"
    table = pack.tables[pack.entity_table]
    return f"""{_NAMES},
        told AS (SELECT root, count(DISTINCT doc_id) AS documents FROM rie_internal.named JOIN roots USING (entity_id) GROUP BY ALL),
        facts AS (SELECT entity_id AS root, count(DISTINCT fact_id) AS facts FROM ({facts}) GROUP BY ALL),
        aka AS (SELECT r.root, list(DISTINCT n.name ORDER BY n.name) AS aliases FROM names n JOIN roots r USING (entity_id) GROUP BY ALL)
        SELECT e.entity_id, coalesce(n.name, c.name, e.name) AS name, e.kind, e.origin, coalesce(t.documents, 0) AS documents,
               coalesce(f.facts, 0) AS facts, list_filter(a.aliases, lambda x: x <> coalesce(n.name, c.name, e.name)) AS aliases
        FROM rie_internal.entity e JOIN roots r ON r.entity_id = e.entity_id AND r.root = e.entity_id
        LEFT JOIN "{pack.entity_table}" c ON c."{table.id}" = e.entity_id
        LEFT JOIN called n ON n.entity_id = e.entity_id
        LEFT JOIN told t ON t.root = e.entity_id LEFT JOIN facts f ON f.root = e.entity_id JOIN aka a ON a.root = e.entity_id
        WHERE $search = '' OR e.entity_id = $search
           OR contains(lower(concat_ws(' | ', n.name, c.name, array_to_string(a.aliases, ' | '))), lower($search))
        ORDER BY documents DESC, name, e.entity_id"""


def _referring(pack: Pack) -> Iterable[str]:
    """For each column of facts that names entities: SQL for the ids, with the facts that they stand in."""
    for name, table in pack.tables.items():
        if table.kind in {"fact", "child"}:
            key = pack.tables[table.parent or name].id
            for column, spec in table.columns.items():
                if spec.type == "entity_id" or (spec.source and spec.source.take == "entity"):
                    yield f"""SELECT "{column}" AS entity_id, '{table.parent or name} ' || "{key}" AS fact_id FROM "{name}\""""


def _rows(reader: Reader, sql: str, parameters: dict[str, Any], limit: int) -> list[dict[str, Any]]:
    found = reader.query(sql, parameters, max_rows=limit)
    return [dict(zip((name for name, _ in found.columns), row, strict=True)) for row in found.rows]
