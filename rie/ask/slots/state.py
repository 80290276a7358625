"""The state of reading a question by slots."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from rie.ask.form import Filter, Newest, Ref, RoleFilter, Span, TextFilter, in_order
from rie.ask.parse import Parse
from rie.pack.layer import SeriesLayer


@dataclass
class Slots(Parse):
    """One reading in the making: what fills each slot so far.

    `named` holds the names of each role, `mentioned` the roles that the question speaks of
    without a name ("companies"). `spoken` says that a noun of the facts stands in it, `told` that it speaks of their announcement.
    `below_zero` turns a ranking or threshold around ("the largest loss"). `codes` are the currencies of the question, which are left
    out with `other_codes`.
    """

    today: datetime.date = datetime.date.max
    named: dict[str, tuple[Ref, ...]] = field(default_factory=dict)
    mentioned: set[str] = field(default_factory=set)
    texts: list[TextFilter] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    facet: str | None = None
    below_zero: bool = False
    sign: str | None = None
    repeated: bool = False
    narrower: bool = False
    succession: str | None = None
    spans: list[Span] = field(default_factory=list)
    newest: Newest | None = None
    grain: str | None = None
    date: str | None = None
    told: bool = False
    spoken: bool = False
    sums: list[str] = field(default_factory=list)
    compared: bool = False
    beat: str | None = None
    in_percent: bool = False
    by_most: bool = False
    middle: bool = False
    parts: int = 0
    codes: tuple[str, ...] = ()
    other_codes: bool = False

    @property
    def series(self) -> SeriesLayer | None:
        """The periods of the facts, where they are figures of periods."""
        return self.layer.series

    def use(self, *indexes: int) -> None:
        """Mark items as explained."""
        self.used.update(indexes)

    def free(self, *kinds: str) -> Iterable[int]:
        """The items with one of the senses that nothing has explained yet."""
        return (index for index in self.all(*kinds) if index not in self.used)

    def role_of(self, ref: Ref) -> str | None:
        """The role that a name can play, by what it names."""
        kind = "person" if ref.kind == "person" else "entity"
        return next((role for role, spec in self.layer.roles.items() if spec.kind == kind), None)

    @property
    def entity_role(self) -> str:
        """The role of the pack's entities: what "companies" means."""
        return next(role for role, spec in self.layer.roles.items() if spec.kind == "entity")

    @property
    def person_role(self) -> str | None:
        """The role of people, where there is one."""
        return next((role for role, spec in self.layer.roles.items() if spec.kind == "person"), None)

    def filters(self) -> tuple[Filter, ...]:
        """What the slots say, as filters in their order."""
        named = [RoleFilter(role, tuple(sorted(set(refs), key=lambda ref: (ref.name, ref.id or "")))) for role, refs in self.named.items()]
        return in_order((*named, *self.values, *self.places, *self.texts, *self.without))
