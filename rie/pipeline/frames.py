"""Event frames: the roles that one document gives to its events, gathered around triggers and joined across sentences.

A frame starts as one trigger with the mentions that play its roles. References ("the company") are resolved, then frames
of one document that can speak of the same event are joined. Nothing here knows a domain: roles and labels come
from the pack.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from rie.pack import Event, Pack
from rie.pipeline.relations import Relation
from rie.types import Entity

_ROUNDING = Decimal("0.05")  # "nearly $12m" and "$11.8m" of one document are one sum
_FIRMER: Mapping[str, int] = {"rumoured": 1, "proposed": 2, "announced": 3, "agreed": 3, "closed": 4, "completed": 4, "terminated": 5, "denied": 5}


@dataclass(frozen=True)
class Item:
    """A mention as frames see it: its place in the list is its identity."""

    label: str
    text: str
    start: int
    end: int
    sentence: int
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
    triggers: list[int] = field(default_factory=list)

    def first(self, role: str) -> int | None:
        """The item that plays `role` best."""
        found = self.roles.get(role)
        return found[0][0] if found else None


def frames(pack: Pack, items: Sequence[Item], relations: Sequence[Relation]) -> list[Frame]:
    """The events of a document: gather, resolve references, settle shared values, join, infer the subject."""
    gathered = _gather(pack, items, relations)
    for frame in gathered:
        _resolve_references(frame, items)
    _settle_shared(pack, gathered, items)
    joined = _join(pack, gathered, items)
    for frame in joined:
        _infer_subject(pack.events[frame.event], frame, items, joined)
    return [frame for frame in joined if _complete(pack.events[frame.event], frame)]


def _gather(pack: Pack, items: Sequence[Item], relations: Sequence[Relation]) -> list[Frame]:
    found: dict[int, Frame] = {}
    events = {event.trigger: name for name, event in pack.events.items()}
    for number, item in enumerate(items):
        if item.label in events:
            found[number] = Frame(events[item.label], number, triggers=[number])
    for head, child, label, score in relations:
        frame = found.get(head)
        if frame is None:
            continue
        role = label.partition(".")[2]
        if head == child:
            frame.status, frame.status_score = role.partition("=")[2], score
        else:
            frame.roles.setdefault(role, []).append((child, score))
    for frame in found.values():
        for role, spec in pack.events[frame.event].roles.items():
            if role in frame.roles:
                frame.roles[role] = _choose(frame.roles[role], spec.many, items)
    return [frame for frame in found.values() if frame.roles]


def _choose(found: list[tuple[int, float]], many: bool, items: Sequence[Item]) -> list[tuple[int, float]]:
    """All players in the order of the text, or the best one; a name is preferred to a reference."""
    named = [(i, s) for i, s in found if items[i].label != "REFERENCE"] or found
    return sorted(named) if many else [max(named, key=lambda one: one[1])]


def _resolve_references(frame: Frame, items: Sequence[Item]) -> None:
    for role, players in list(frame.roles.items()):
        taken = {items[i].identity for other, ps in frame.roles.items() if other != role for i, _ in ps}
        resolved = []
        for number, score in players:
            if items[number].label == "REFERENCE":
                antecedent = _antecedent(number, items, taken)
                if antecedent is None:
                    continue
                number = antecedent
            resolved.append((number, score))
        if resolved:
            frame.roles[role] = resolved
        else:
            del frame.roles[role]


def _antecedent(number: int, items: Sequence[Item], taken: set[Any]) -> int | None:
    """The company that a word refers to: the first one of the same sentence before it, else of the sentence before, else the subject."""
    here = items[number]
    for distance in (0, 1, 2):
        for other in range(number):
            item = items[other]
            if item.sentence == here.sentence - distance and item.entity and item.label == "COMPANY" and item.identity not in taken:
                return other
    subject = _subject(items)
    return subject if subject is not None and items[subject].identity not in taken else None


def _subject(items: Sequence[Item]) -> int | None:
    """The document's subject: its first company."""
    return next((i for i, item in enumerate(items) if item.label == "COMPANY"), None)


def _settle_shared(pack: Pack, found: list[Frame], items: Sequence[Item]) -> None:
    """A sum belongs to one frame: where two triggers of a sentence claim it for the same role, the surer one keeps it."""
    claims: dict[tuple[int, str, str], list[tuple[float, Frame]]] = {}
    for frame in found:
        for role, players in frame.roles.items():
            if items[players[0][0]].label == "MONEY":
                claims.setdefault((players[0][0], frame.event, role), []).append((players[0][1], frame))
    for (_, _, role), rivals in claims.items():
        if len(rivals) > 1 and not all(_compatible(pack, rivals[0][1], frame, items) for _, frame in rivals[1:]):
            for _, frame in sorted(rivals, key=lambda rival: -rival[0])[1:]:
                frame.roles.pop(role, None)


def _join(pack: Pack, found: list[Frame], items: Sequence[Item]) -> list[Frame]:
    joined: list[Frame] = []
    for frame in sorted(found, key=lambda frame: items[frame.trigger].start):
        home = next((other for other in reversed(joined) if _compatible(pack, other, frame, items) and _linked(pack, other, frame, items)), None)
        if home is None:
            joined.append(frame)
        else:
            _absorb(pack.events[frame.event], home, frame, items)
    return joined


def _compatible(pack: Pack, one: Frame, other: Frame, items: Sequence[Item]) -> bool:
    """Same kind of event and no single-valued role that both fill differently."""
    if one.event != other.event or "denied" in {one.status, other.status} and one.status != other.status:
        return False
    for role, spec in pack.events[one.event].roles.items():
        a, b = one.roles.get(role), other.roles.get(role)
        if not a or not b or role == "date":
            continue
        first, second = {items[i].identity for i, _ in a}, {items[i].identity for i, _ in b}
        if not spec.many and not _same_value(items[a[0][0]], items[b[0][0]]):
            return False
        if spec.many and spec.required and not first & second:
            return False
    return True


def _same_value(one: Item, other: Item) -> bool:
    if one.identity == other.identity:
        return True
    amounts = getattr(one.value, "amount", None), getattr(other.value, "amount", None)
    if amounts[0] is None or amounts[1] is None or one.value.currency != other.value.currency:
        return False
    return bool(abs(amounts[0] - amounts[1]) <= max(amounts) * _ROUNDING)


def _linked(pack: Pack, one: Frame, other: Frame, items: Sequence[Item]) -> bool:
    """Whether something ties two compatible frames: a shared player, or one of them lacks its required role."""
    required = [role for role, spec in pack.events[one.event].roles.items() if spec.required]
    if any(role not in one.roles or role not in other.roles for role in required):
        return abs(items[one.trigger].sentence - items[other.trigger].sentence) <= 3
    shared = {items[i].identity for role in required for i, _ in one.roles[role]} & {items[i].identity for role in required for i, _ in other.roles[role]}
    return bool(shared)


def _absorb(event: Event, home: Frame, other: Frame, items: Sequence[Item]) -> None:
    for role, players in other.roles.items():
        if role not in home.roles:
            home.roles[role] = players
        elif event.roles[role].many:
            known = {items[i].identity for i, _ in home.roles[role]}
            home.roles[role] = home.roles[role] + [p for p in players if items[p[0]].identity not in known]
    home.triggers += other.triggers
    if other.status and (home.status is None or _FIRMER.get(other.status, 0) > _FIRMER.get(home.status, 0)):
        home.status, home.status_score = other.status, other.status_score


def _infer_subject(event: Event, frame: Frame, items: Sequence[Item], joined: list[Frame]) -> None:
    """The document's subject fills a missing role that the pack lets it fill, when it is the only event of its kind."""
    subject = _subject(items)
    if subject is None or sum(other.event == frame.event for other in joined) > 1:
        return
    taken = {items[i].identity for players in frame.roles.values() for i, _ in players}
    for role, spec in event.roles.items():
        if spec.infer_subject and role not in frame.roles and items[subject].identity not in taken:
            frame.roles[role] = [(subject, 0.6)]
            frame.inferred.add(role)


def _complete(event: Event, frame: Frame) -> bool:
    required = all(role in frame.roles for role, spec in event.roles.items() if spec.required)
    return required and (not event.any_of or any(all(role in frame.roles for role in group) for group in event.any_of))
