"""The logical form: what a question asks, typed, independent of its wording and of SQL."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from rie.values import Period

Agg = Literal[
    "lookup", "list", "facts", "count", "distinct", "sum", "avg", "median", "max", "min", "exists", "holder", "succession",
    "difference", "gap", "change", "share", "ratio", "both", "estimate",
]  # fmt: skip
SUMMED = ("difference", "gap", "both")  # of two numbers, told in US dollars where they are money
Match = Literal["name", "days", "ended", "within"]


@dataclass(frozen=True, slots=True)
class Ref:
    """A thing of the store that a question names. Without an `id` it is known by `name` only (an asset that was bought)."""

    id: str | None
    name: str
    kind: str = "company"

    def __hash__(self) -> int:  # strings know theirs, and there are as many things as names
        return hash(self.id or self.name)


@dataclass(frozen=True, slots=True)
class RoleFilter:
    """The role is played by one of `refs`."""

    role: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class PlaceFilter:
    """The player of the role has one of `values` in one of the entity table's `attributes`."""

    role: str
    attributes: tuple[str, ...]
    values: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class ValueFilter:
    """A column holds one of `values`."""

    column: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextFilter:
    """A column of free text holds one of `texts`: those of the snapshot that mean `label`. `value` is their word of the vocabulary."""

    column: str
    texts: tuple[str, ...]
    label: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A reporting period that is asked for.

    `match` says how a figure's period must agree: by its fiscal `name` (by its days where it has none), by its `days`, by the day on
    which a year `ended`, or by lying `within`.
    """

    period: Period
    match: Match = "name"


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest `count` reported periods on a day; of one `grain`, or one `part` of the year (its third quarter)."""

    day: datetime.date
    grain: str | None = None
    count: int = 1
    part: int | None = None


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number is compared: `op` is >, >=, <, <=, = or between. `measure` is a measure, "count" for the number of facts, or
    "count:ROLE" for that of the different players of a role.

    With `grouped` the sum (or count) of each group is compared instead of single facts. `currency` None: not money.
    """

    measure: str
    op: str
    low: Decimal
    high: Decimal | None = None
    currency: str | None = None
    grouped: bool = False

    @property
    def counted_role(self) -> str | None:
        """The role whose different players are counted in each group, where `measure` is "count:ROLE"."""
        return self.measure.removeprefix("count:") if self.measure.startswith("count:") else None


@dataclass(frozen=True, slots=True)
class Told:
    """The number of a measure is told, or a party of a deal, or a column: `measure` names it."""

    measure: str


Plain = RoleFilter | PlaceFilter | ValueFilter | TextFilter | Told


@dataclass(frozen=True, slots=True)
class Nested:
    """The player of the role is one of those that another form lists; `when` says that its fact comes after or before.

    `label` is what the inner form looks for, in words.
    """

    role: str
    form: LogicalForm
    label: str
    when: Literal["after", "before"] | None = None


@dataclass(frozen=True, slots=True)
class Not:
    """What the filter says is not so. Who has no seat on record is neither in a place nor outside of it."""

    item: Plain | Nested


Filter = Plain | Nested | Not


def in_order(filters: Iterable[Filter]) -> tuple[Filter, ...]:
    """Filters in the order in which forms hold them."""
    return tuple(sorted(filters, key=_place))


def _place(item: Filter) -> tuple[str, str]:
    inner = item.item if isinstance(item, Not) else item
    return type(item).__name__, getattr(inner, "role", "") or getattr(inner, "column", "") or getattr(inner, "measure", "")


@dataclass(frozen=True, slots=True)
class LogicalForm:
    """What is asked.

    `fact` is a fact table, or the entity table for questions about entities. `by` holds roles, attributes of the subject's
    entity, columns, or a grain ("year", "quarter", "month"). `role` is the role whose names are asked for. `order` is "value" (the
    measure or count), "date", or None; with `limit` it picks the first so many. `compare` is the role whose `refs` are compared.
    `expected` is how many rows the question takes for granted ("which two firms"). Of figures of periods, `facet` is the number
    asked for beside the measure, `spans` are the periods (found through `newest` when that is set), `grain` their length.
    `figures` is how many there must be to be put together. `date` is the column that facts are dated by before their own date.
    `operands` are the two forms whose numbers are put together; `beat` is how a figure must compare with its
    estimate ("<>": how it does is asked for), `in_percent` whether by how much is told in percent of it.
    """

    fact: str
    agg: Agg
    measure: str | None = None
    attribute: str | None = None
    role: str | None = None
    by: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    period: Period | None = None
    order: str | None = None
    descending: bool = True
    limit: int | None = None
    offset: int = 0
    compare: str | None = None
    currency: str | None = None
    any_status: bool = False
    expected: int | None = None
    facet: str | None = None
    spans: tuple[Span, ...] = ()
    newest: Newest | None = None
    grain: str | None = None
    figures: int | None = None
    date: str | None = None
    operands: tuple[LogicalForm, ...] = ()
    beat: str | None = None
    in_percent: bool = False

    def prefixed(self) -> Iterator[tuple[str, Filter]]:
        """The filters, each with what its parameters begin with: nothing where the names alone tell them apart."""
        seen: set[tuple[str, str]] = set()
        for position, item in enumerate(self.filters):
            plain = not isinstance(item, Not | Nested) and _place(item) not in seen
            seen.add(_place(item))
            yield "" if plain else f"{type(item).__name__.removesuffix('Filter').lower()}_{position}_", item

    def role_filter(self, role: str) -> RoleFilter | None:
        """The filter on a role, if there is one."""
        return next((item for item in self.filters if isinstance(item, RoleFilter) and item.role == role), None)

    def on(self, column: str) -> ValueFilter | TextFilter | None:
        """The filter on a column, if there is one."""
        return next((item for item in self.filters if isinstance(item, ValueFilter | TextFilter) and item.column == column), None)

    @property
    def of_first(self) -> bool:
        """Whether one number is made of the facts that come first: "what the ten largest rounds add up to"."""
        return self.limit is not None and not self.by and self.agg in ("sum", "avg", "median")

    @property
    def of_each(self) -> bool:
        """Whether each figure is held against a number on its own: "who reported a negative EPS"."""
        return bool(self.thresholds) and self.order is None and self.facet is None and self.agg in ("facts", "list", "distinct", "exists")

    @property
    def single_out(self) -> bool:
        """Whether of several figures of the same thing one must be taken: where they are ranked, added up or compared."""
        return self.agg in ("sum", "avg", "median", "max", "min") or self.order == "value" or bool(self.thresholds)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a question. `confidence` is 0 to 1; `note` tells readings apart for a person."""

    form: LogicalForm
    confidence: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a question is not answered: a reason code of the contract and a sentence. `certain` tells that no other reading can be right
    either: it asks for several things, points to nothing, or a form of it would leave a part of it out."""

    reason: str
    sentence: str
    words: tuple[str, ...] = ()
    certain: bool = False


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of words: a `kind` of the grammar, what it is (`value`), and of which fact (None: any)."""

    kind: str
    value: Any = None
    fact: str | None = None


@dataclass(slots=True)
class Item:
    """Words of a question that mean something together, or one word that means nothing here (no senses)."""

    text: str
    norm: str
    start: int
    end: int
    senses: tuple[Sense, ...] = field(default=())
    capital: bool = False
    kinds: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.kinds = frozenset([sense.kind for sense in self.senses])

    def get(self, kind: str, fact: str | None = None) -> Any:
        """The value of the first sense of this kind that can belong to the fact; None if there is none."""
        if kind not in self.kinds:
            return None
        return next((s.value for s in self.senses if s.kind == kind and (fact is None or s.fact in (None, fact))), None)

    def has(self, *kinds: str) -> bool:
        """Whether it has a sense of one of the kinds."""
        return not self.kinds.isdisjoint(kinds)


def day(value: datetime.date | str) -> datetime.date:
    """A date from a date or its ISO form."""
    return value if isinstance(value, datetime.date) else datetime.date.fromisoformat(value)
