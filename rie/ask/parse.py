"""The state of reading one question: its items, what has been used of them, and what has been understood so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from rie.ask.form import Filter, Item, LogicalForm, Not, PlaceFilter, Ref, Threshold, ValueFilter
from rie.ask.names import english
from rie.ask.names.names import Names
from rie.pack import Pack
from rie.pack.layer import FactLayer
from rie.values import Period

BETWEEN_NOUNS = (
    "article",
    "value",
    "largest",
    "smallest",
    "latest",
    "earliest",
    "previous",
    "top",
    "number",
    "place",
    "agg",
    "active",
    "filler",
    "most",
    "least",
    "currency",
)
INSIDE = (
    "article", "value", "largest", "smallest", "top", "number", "place", "active", "which", "most", "latest", "earliest", "previous",
    "currency",
)  # fmt: skip
FREE = ("function", "article", "filler", "aux", "poss", "happen", "which", "who", "show", "prep")


class Unreadable(Exception):
    """This way of reading the question leads nowhere; `reason` is a code of the contract. `in_part` tells that it comes to a form that
    leaves out a part of the question."""

    def __init__(self, reason: str, sentence: str, *, in_part: bool = False) -> None:
        super().__init__(sentence)
        self.reason, self.in_part = reason, in_part


@dataclass
class Argument:
    """A name, a noun like "companies" or a question word: what may play a role. `items` are its names in a list of several."""

    index: int
    left: int
    refs: tuple[Ref, ...] = ()
    items: tuple[int, ...] = ()
    alternatives: bool = False
    own: str | None = None
    asked: bool = False
    role: str | None = None
    weak: bool = False
    loose: bool = False
    last: int = 0


@dataclass
class Parse:
    """One reading in the making. `choices` fixes the forks of the grammar; new forks are recorded in `open`."""

    items: list[Item]
    fact: str
    pack: Pack
    names: Names
    base: LogicalForm | None = None
    choices: dict[str, int] = field(default_factory=dict)
    open: dict[str, int] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    arguments: list[Argument] = field(default_factory=list)
    values: list[ValueFilter] = field(default_factory=list)
    places: list[PlaceFilter] = field(default_factory=list)
    without: list[Not] = field(default_factory=list)
    negated: set[int] = field(default_factory=set)
    ranged: dict[int, tuple[str, ...]] = field(default_factory=dict)
    thresholds: list[Threshold] = field(default_factory=list)
    names_per_group: list[tuple[int, Threshold]] = field(default_factory=list)
    by: list[str] = field(default_factory=list)
    period: Period | None = None
    order: str | None = None
    order_measure: str | None = None
    descending: bool = True
    limit: int | None = None
    offset: int = 0
    level: str | None = None
    level_role: str | None = None
    agg: str | None = None
    currency: str | None = None
    amounts: bool = False
    compare: Argument | None = None
    any_status: bool = False
    disclosed: bool = False
    stated: list[Filter] = field(default_factory=list)
    expected: int | None = None
    granted: int | None = None
    passive: dict[int, bool] = field(default_factory=dict)
    note: str = ""

    @property
    def layer(self) -> FactLayer:
        """The layer of the fact that the question is read for."""
        return self.pack.layer.facts[self.fact]

    def choose(self, name: str, options: list[Any]) -> Any:
        """One of several ways to go on; the reader of the question tries the others too."""
        if len(options) > 1:
            self.open[name] = len(options)
        return options[self.choices.get(name, 0) if len(options) > 1 else 0]

    def get(self, index: int, kind: str) -> Any:
        """The value of an item's sense of a kind, as far as it can belong to this fact."""
        return self.items[index].get(kind, self.fact) if 0 <= index < len(self.items) else None

    def has(self, index: int, *kinds: str) -> bool:
        """Whether an item exists and has one of the senses for this fact."""
        return 0 <= index < len(self._kinds) and not self._kinds[index].isdisjoint(kinds)

    @cached_property
    def _kinds(self) -> list[set[str]]:
        """The kinds of the senses of each item that can belong to this fact."""
        return [{sense.kind for sense in item.senses if sense.fact in (None, self.fact)} for item in self.items]

    @cached_property
    def _all_kinds(self) -> set[str]:
        return set().union(*self._kinds)

    def use(self, *indexes: int) -> None:
        """Mark items as explained; those with a value are only when it is filtered by (`use_value`)."""
        self.used.update(index for index in indexes if not self.has(index, "value") or self.has(index, "aux", "light", "noun"))

    def use_value(self, index: int) -> None:
        """Mark an item as explained by a filter on its value."""
        self.used.add(index)

    def all(self, *kinds: str) -> Iterator[int]:
        """The items that have one of the senses, in order."""
        if self._all_kinds.isdisjoint(kinds):
            return iter(())
        return (index for index, known in enumerate(self._kinds) if not known.isdisjoint(kinds))

    def norm(self, index: int) -> str:
        """The folded words of an item, empty outside of the question."""
        return self.items[index].norm if 0 <= index < len(self.items) else ""

    def noun_at(self, index: int) -> bool:
        """Whether an item names the fact itself: a noun, or a value that stands for it ("its seed", "an IPO")."""
        return (self.has(index, "noun") and not self.is_verb(index)) or self.has(index, "typed")

    def mass_at(self, index: int) -> bool:
        """Whether a noun means a quantity: "funding"."""
        return self.has(index, "noun") and self.layer.nouns[self.get(index, "noun")].mass

    def head_after(self, index: int) -> int | None:
        """The noun that the words from `index` on lead to, over articles and adjectives; None if another word comes first."""
        position = index
        while position < len(self.items):
            is_adjective = self.has(position, "value", "typed") and self._noun_next(position + 1)
            if self.has(position, "generic", "role", "dimension", "measure", "attribute", "grain") or (
                self.noun_at(position) and not is_adjective
            ):
                if not self.has(position, *("article", "agg", "top", "largest")) or self.has(position, "role", "measure"):
                    return position
            elif not (
                self.has(position, *BETWEEN_NOUNS)
                or is_adjective
                or self._is_year(position)
                or (self.norm(position) in ("and", "or", ",") and self.has(position - 1, "value") and self.has(position + 1, "value"))
                or self.norm(position) in ("of", "different", "distinct", "unique", "-", "new", "these", "individual", "separate", "in")
            ):
                return None
            position += 1
        return None

    def _is_year(self, index: int) -> bool:
        """ "completed 2018 acquisitions"."""
        return self.has(index, "period") and self.norm(index).isdigit()

    def _noun_next(self, index: int) -> bool:
        while self.norm(index) in ("-",) or self.has(index, "number") or self._is_year(index):
            index += 1
        return self.has(index, "noun", "role", "generic", "measure", "typed") or (
            self.norm(index) in ("and", "or", ",") and self.has(index + 1, "value")
        )

    def is_verb(self, index: int) -> bool:
        """Whether an item that can be a verb and a noun is a verb here."""
        if not self.has(index, "verb"):
            return False
        if not self.has(index, "noun", "role", "measure", "attribute", "value"):
            return not (self.has(index - 1, "article") and self.has(index, "noun"))
        before = index - 1
        relative = self.norm(before) == "which" and self.has(before - 1, "generic", "role", "noun", "entity")
        if self.norm(before) in ("to", "who", "that", "not") or relative or self.has(before, "who"):
            return True
        if self.has(before, "entity", "generic", "role", "anaphor") and not self.has(before, "article"):
            return self._aux_before(before) or self.has(before, "generic", "role") or self.has(index, "past")
        if self.has(before, "place") and self._acts_before(before):
            return True  # "what did Boston raise"
        if self.has(index, "past") and self._ends_acting(index):
            return True
        return self.has(before, "aux") and not self.has(before, "prep") and self.has(index, "past")

    def _ends_acting(self, index: int) -> bool:
        """ "how many rounds have companies outside the US closed"."""
        last = all(not any(map(str.isalnum, item.norm)) for item in self.items[index + 1 :])
        asked = any(self.has(position, "how_many", "which") for position in range(index))
        helper = next((position for position in range(index) if self.norm(position) in ("have", "has")), index)
        between = range(helper + 1, index)
        other = any(self.has(position, "verb", "past", "light") and not self.has(position, "aux") for position in between)
        return last and asked and not other and any(self.has(position, "generic", "role", "entity") for position in between)

    def _acts_before(self, index: int) -> bool:
        near = any(self.norm(position) in english.ACTING for position in range(max(index - 2, 0), index))
        return near or any(self.norm(position - 1) == "what" and self.norm(position) in english.ACTING for position in range(1, index))

    def _aux_before(self, index: int) -> bool:
        return any(self.norm(position) in english.AUXILIARIES for position in range(max(index - 4, 0), index))
