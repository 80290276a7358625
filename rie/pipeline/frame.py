"""What an event looks like while it is put together: mentions as items, an event as a frame."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from rie.types import Entity

When = tuple[date, str]  # a day and how precise it is
INFERRED = 0.5  # confidence of a role that the relation component has not decided


@dataclass(frozen=True)
class Item:
    """A mention as frames see it: its place in the list is its identity.

    `refers` is the label that a reference stands for. With `key` the item is no mention but a value of the document's metadata, that
    names its subject; its offsets are into that value and its sentence is -1. `compared` periods are what figures are compared with:
    "over the prior year". An `indirect` name stands behind a preposition: "filed with Euronext" is not about Euronext.
    What a comma sets `apart` is said of all before it: "$5m against $4m, in the first quarter". `meant` is the number of the name that
    the text defines a reference for: 'Hooli, Inc. (the "Company")'. A figure `beside` another stands in brackets behind it.
    A year is the `same` that only says of which year "the same period" is: "in the same period of 2018". A period that stands for the one
    a year `ago` has these words behind it: "in the fourth quarter a year earlier". In a digest `entry` is where its own begins. The
    `topic` is whom a text is about whose title names nobody.
    """

    label: str
    text: str
    start: int
    end: int
    sentence: int
    in_title: bool = False
    entity: Entity | None = None
    value: Any = None
    term: str | None = None
    refers: str | None = None
    key: str | None = None
    compared: bool = False
    indirect: bool = False
    apart: bool = False
    meant: int | None = None
    beside: bool = False
    same: bool = False
    ago: bool = False
    entry: int | None = None
    topic: bool = False

    @property
    def identity(self) -> Any:
        """What makes two mentions the same argument: entity, value, term, or else the text."""
        return (self.entity and self.entity.id) or self.value or self.term or self.text.casefold()


@dataclass
class Frame:
    """One event: `roles[role]` lists (item number, score), the best first. `inferred` names roles that no mention filled.

    A frame that stands for one row of an event with several has the row's role in `row` and the row's fixed values in `columns`;
    `end` is 0 or 1 for the low or high end of a range, `earlier` says that the row is of the period so many `years` before the frame's,
    `expected` that it is of one that is not over. `scale` is what a table's caption multiplies bare numbers by, `share_scale` those a
    share. A `listed` frame is a line of a table or list: it is about the document's subject, whatever name stands in the line. A
    `reported` frame is of the period that the document reports, whatever else its sentence compares with. The periods of a `tabled`
    frame stand in the header of its table. An `undated` frame is of some day before the document's, which no words tell; `when` is
    the day of one that words date which are no mention. `back` is by how
    many months a row of a call lies before the quarter that the call reports. A frame told `alone` is
    a change of its own beside another one of the same person; `told` is the number of the day on which an old one was announced. A
    `stated` frame is a row of a table of events, which is as sure as its cells and has the status that one of them says. The period of a
    row that is `over` was over when it was told; that of a `past` one is before the one that is told of. The posts of a frame told `each`
    are those that it has, whatever "and" joins to them.
    """

    event: str
    trigger: int
    status: str | None = None
    status_score: float = 1.0
    roles: dict[str, list[tuple[int, float]]] = field(default_factory=dict)
    inferred: set[str] = field(default_factory=set)
    day: date | None = None
    triggers: list[int] = field(default_factory=list)
    row: str | None = None
    columns: dict[str, str] = field(default_factory=dict)
    end: int | None = None
    earlier: bool = False
    years: int = 1
    expected: bool = False
    scale: Decimal | None = None
    share_scale: Decimal | None = None
    listed: bool = False
    tabled: bool = False
    reported: bool = False
    undated: bool = False
    when: When | None = None
    back: int | None = None
    alone: bool = False
    told: int | None = None
    stated: bool = False
    over: bool = False
    past: bool = False
    each: bool = False

    def first(self, role: str) -> int | None:
        """The item that plays `role` best; `row` is the role that the row is made for."""
        found = self.roles.get(self.row or role if role == "row" else role)
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
