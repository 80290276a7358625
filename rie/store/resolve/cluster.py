"""Reports to events: constrained clustering within blocks.

The most specific reports come first; each joins the event that it agrees with most, if it is compatible with all of
that event's reports, else it begins a new one. So a vague report cannot chain two events that exclude each other.
The result does not depend on the order in which documents came.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from rie.store.resolve.claims import Claim, Columns
from rie.store.resolve.rule import NO
from rie.store.resolve.rules import Rules
from rie.values.name import fold


@dataclass(slots=True)
class Event:
    """Reports that are of one event, the most specific one first. `distinct` holds one report of each kind."""

    claims: list[Claim] = field(default_factory=list)
    distinct: dict[tuple[Any, ...], Claim] = field(default_factory=dict)
    documents: dict[str, list[Claim]] = field(default_factory=dict)


def cluster(claims: list[Claim], columns: Columns, rules: Rules, same: Mapping[str, str]) -> list[Event]:
    """Group reports by event.

    Args:
        claims: all reports of one fact table.
        columns: of the fact table.
        rules: its match rules.
        same: for an entity id the one that it was merged into.
    """
    events: list[Event] = []
    by_key: dict[tuple[Any, ...], dict[int, Event]] = {}
    for claim in sorted(claims, key=lambda claim: (-_specificity(claim, columns), claim.age())):
        keys = list(block_keys(claim, columns, same))
        event = _best(claim, {n: event for key in keys for n, event in by_key.get(key, {}).items()}.values(), rules)
        if event is None:
            event = Event()
            events.append(event)
        _join(event, claim, rules)
        for key in keys:
            by_key.setdefault(key, {})[id(event)] = event
    return events


def block_keys(claim: Claim, columns: Columns, same: Mapping[str, str]) -> Iterator[tuple[Any, ...]]:
    """What reports of one event share at least one of."""
    resolution = columns.spec.resolution
    for number, block in enumerate(resolution.block if resolution else []):
        cells = [claim.values[columns.place[name]] for name in block]
        if all(cell is not None for cell in cells):
            yield number, *(_key(name, cell, columns, same) for name, cell in zip(block, cells, strict=True))


def _key(name: str, cell: Any, columns: Columns, same: Mapping[str, str]) -> Any:
    kind = columns.spec.columns[name].type
    return same.get(cell, cell) if kind == "entity_id" else fold(cell) if kind == "text" else cell


def _specificity(claim: Claim, columns: Columns) -> int:
    known: int = sum(value is not None and value != "unknown" for value in claim.values)
    exact: int = sum(value == "exact" for value in claim.values)
    return known + exact + (1 if claim.first is not None and claim.first == claim.last else 0) + (1 if claim.stated else 0)


def _best(claim: Claim, candidates: Iterable[Event], rules: Rules) -> Event | None:
    best, most = None, NO
    for event in candidates:
        agreement = _agreement(claim, event, rules)
        if agreement > most:
            best, most = event, agreement
    return best


def _agreement(claim: Claim, event: Event, rules: Rules) -> float:
    """The agreement with the event's closest report; NO when one of its reports excludes the claim."""
    most = NO
    for member in (*event.documents.get(claim.doc_id, ()), *event.distinct.values()):
        agreement = rules.relate(claim, member)
        if agreement == NO:
            return NO
        most = max(most, agreement)
    return most


def _join(event: Event, claim: Claim, rules: Rules) -> None:
    event.claims.append(claim)
    event.distinct.setdefault(rules.prepared(claim), claim)
    event.documents.setdefault(claim.doc_id, []).append(claim)
