"""What somebody decided about entities: two are one, one is two, or what one is called. Decisions go before all other rules."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

import duckdb

from rie.store.resolve.identity import Same, Thing

DECISION: Final = "decision"  # the rule of a merge that was decided


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as `entity_decision` holds it.

    Args:
        kind: `merge` (`entity_id` is `other_id`), `split` (`entity_id` is not `other_id`) or `rename` (it is called `name`).
        documents: of a split: where mentions of `entity_id` are `other_id`.
        number: of a decision that is recorded.
    """

    kind: Literal["merge", "split", "rename"]
    entity_id: str
    other_id: str | None = None
    name: str | None = None
    number: int | None = None
    documents: tuple[str, ...] = ()


def read_decisions(connection: duckdb.DuckDBPyConnection) -> list[Decision]:
    """The decisions that hold, in the order in which they were made. Of several about one pair or one name the last holds."""
    rows = connection.execute(
        "SELECT kind, entity_id, other_id, name, decision_id, documents FROM entity_decision WHERE undone_at IS NULL ORDER BY decision_id"
    ).fetchall()
    last: dict[tuple[frozenset[str], tuple[str, ...]], Decision] = {}
    for kind, entity_id, other_id, name, number, documents in rows:
        decision = Decision(kind, entity_id, other_id, name, number, tuple(documents or ()))
        key = frozenset((decision.entity_id, decision.other_id or "")), decision.documents
        last.pop(key, None)
        last[key] = decision
    return list(last.values())


def renamed(things: Mapping[str, Thing], decisions: list[Decision]) -> dict[str, Thing]:
    """The entities with the names that were decided. What a text named counts as known by a table from then on."""
    names = {decision.entity_id: decision.name for decision in decisions if decision.kind == "rename" and decision.name}
    return {id_: _called(thing, names[id_]) if id_ in names else thing for id_, thing in things.items()}


def _called(thing: Thing, name: str) -> Thing:
    aliases = thing.aliases if thing.origin == "text" else (*thing.aliases, thing.name)
    return replace(thing, name=name, origin="custom" if thing.origin == "text" else thing.origin, aliases=aliases)


def decided(things: Mapping[str, Thing], decisions: list[Decision]) -> Same:
    """The merges that were decided, and the pairs that no rule may merge."""
    same = Same()
    for pair in _pairs(decisions, "split"):
        same.keep_apart(pair.entity_id, str(pair.other_id))
    for pair in _pairs(decisions, "merge"):
        one, other = things.get(pair.entity_id), things.get(str(pair.other_id))
        if one and other:
            same.merge(one, other, f"{DECISION} {pair.number}")
    return same


def _pairs(decisions: list[Decision], kind: str) -> Iterator[Decision]:
    return (decision for decision in decisions if decision.kind == kind)
