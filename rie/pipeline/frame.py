"""What an event looks like while it is put together: mentions as items, an event as a frame."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rie.types import Entity


@dataclass(frozen=True)
class Item:
    """A mention as frames see it: its place in the list is its identity."""

    label: str
    text: str
    start: int
    end: int
    sentence: int
    in_title: bool = False
    entity: Entity | None = None
    value: Any = None
    term: str | None = None

    @property
    def identity(self) -> Any:
        """What makes two mentions the same argument: entity, value, term, or else the text."""
        return (self.entity and self.entity.id) or self.value or self.term or self.text.casefold()


@dataclass
class Frame:
    """One event: `roles[role]` lists (item number, score), the best first. `inferred` names roles that no mention filled."""

    event: str
    trigger: int
    status: str | None = None
    status_score: float = 1.0
    roles: dict[str, list[tuple[int, float]]] = field(default_factory=dict)
    inferred: set[str] = field(default_factory=set)
    day: date | None = None
    triggers: list[int] = field(default_factory=list)

    def first(self, role: str) -> int | None:
        """The item that plays `role` best."""
        found = self.roles.get(role)
        return found[0][0] if found else None


def one_role_each(frame: Frame, items: Sequence[Item]) -> None:
    """Nobody sells to himself: where one entity plays several roles, the surest stays."""
    best: dict[Any, float] = {}
    for players in frame.roles.values():
        for number, score in players:
            key = items[number].identity
            best[key] = max(best.get(key, 0.0), score)
    for role, players in list(frame.roles.items()):
        kept = [(i, s) for i, s in players if not items[i].entity or s >= best[items[i].identity]]
        frame.roles[role] = kept
        if not kept:
            del frame.roles[role]
