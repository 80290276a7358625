"""A deal that a document tells again in vaguer words is one deal: "the product line" of the same buyer and seller, the same stake of the
same parties at the price of another paper, another name at the very price of the first.
"""

import re
from collections.abc import Sequence
from typing import Any

from rie.pack import Event, Pack
from rie.pipeline.events.join import same
from rie.pipeline.frame import Frame, Item
from rie.values import Money

_ANOTHER = re.compile(r"\b(?:other|another|additional|more|further|remaining|second|third)\b", re.IGNORECASE)
_ALSO = re.compile(r"\b(?:also|separately|in addition|additionally|besides|meanwhile)\b[^.;]*$", re.IGNORECASE)
_EACH = re.compile(r"[\s,]*(?:in cash )?(?:each|apiece|for each|for both|respectively)\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{5,}?(?=s?\b)")
_KINDS = {"business", "division", "operation", "company", "asset", "product", "stake", "share", "interest", "subsidiary", "properties",
          "property", "certain", "remaining", "plant", "store"}  # fmt: skip
BEFORE = 60  # characters before a trigger in which it is said that the deal is another one
BOTH = 2  # parties that two unnamed things have in common when they are one


def told_anew(pack: Pack, joined: Sequence[Frame], items: Sequence[Item], text: str) -> list[Frame]:
    """The frames without those that tell another again.

    Args:
        pack: whose events are told of parties that tell them apart.
        joined: the frames of a document, those of one event put together.
        items: the document's mentions.
        text: what the items' offsets refer to.
    """
    kept = list(joined)
    playing: dict[Any, list[Frame]] = {}
    for frame in joined:
        for key in {(frame.event, items[i].identity) for players in frame.roles.values() for i, _ in players}:
            playing.setdefault(key, []).append(frame)
    gone: set[int] = set()
    for frame in joined:
        parties = [role for role, spec in pack.events[frame.event].roles.items() if spec.distinct and frame.roles.get(role)]
        others = playing[frame.event, items[frame.roles[parties[0]][0][0]].identity] if parties else ()
        if any(other is not frame and id(other) not in gone and _tells(pack, other, frame, items, text) for other in others):
            gone.add(id(kept.pop(kept.index(frame))))
    return kept


def _tells(pack: Pack, one: Frame, other: Frame, items: Sequence[Item], text: str) -> bool:
    """Whether a frame tells all that another tells: its parties and its sums, and what changes hands by a better name."""
    event = pack.events[one.event]
    thing = next((role for role, spec in event.roles.items() if spec.required), None)
    parties = [role for role, spec in event.roles.items() if spec.distinct]
    if other.event != one.event or not event.joins or not parties or thing is None or not (thing in one.roles and thing in other.roles):
        return False
    shared = [role for role in parties if role in other.roles]
    if not shared or not all(_players(other, role, items) <= _players(one, role, items) for role in shared):
        return False
    if one.trigger < other.trigger and all(role in one.roles for role in shared) \
            and any(_costs_the_same(one, other, role, items, text) for role in _telling(pack, event)):
        return True
    if not _is_in(pack, event, other, one, items) or ("date" in other.roles and other.day != one.day):
        return False
    first, second = (frame.roles[thing] for frame in (one, other))
    if _players(other, thing, items) <= _players(one, thing, items):
        return one.trigger < other.trigger
    trigger = items[other.trigger].start
    if _ALSO.search(text, max(trigger - BEFORE, 0), trigger):
        return False
    return _is_vaguer([items[i] for i, _ in first], [items[i] for i, _ in second], len(shared))


def _costs_the_same(one: Frame, other: Frame, role: str, items: Sequence[Item], text: str) -> bool:
    """Whether one mention of a whole price is that of both: "paid $70m for the division, to be called Acme". "For $5m each" is of two."""
    number = other.first(role)
    return number is not None and isinstance(items[number].value, Money) and one.first(role) == number \
        and _EACH.match(text, items[number].end) is None


def _is_vaguer(named: Sequence[Item], vague: Sequence[Item], shared: int) -> bool:
    """Whether things without a name can be what is named, or what is told in like words before."""
    if any(item.entity or item.refers or _ANOTHER.search(item.text) for item in vague):
        return False
    if any(item.entity for item in named):
        return True
    earlier = max(item.start for item in named) < min(item.start for item in vague)
    return earlier and (shared >= BOTH or bool(_words(named) & _words(vague)))


def _words(things: Sequence[Item]) -> set[str]:
    return {word for item in things for word in _WORD.findall(item.text.lower())} - _KINDS


def _is_in(pack: Pack, event: Event, other: Frame, one: Frame, items: Sequence[Item]) -> bool:
    """Whether one frame tells the sums of another that facts are told apart by."""
    return all(role in one.roles and same(items[one.roles[role][0][0]], items[other.roles[role][0][0]])
               for role in _telling(pack, event) & other.roles.keys())


def _telling(pack: Pack, event: Event) -> set[str]:
    """The roles of the sums that facts are told apart by."""
    table = pack.tables[event.table]
    rounded = {match.column for match in (table.resolution.match if table.resolution else []) if match.rule == "rounded"}
    return {column.source.role for name, column in table.columns.items() if column.source and column.source.role and name in rounded}


def _players(frame: Frame, role: str, items: Sequence[Item]) -> set[Any]:
    return {items[i].identity for i, _ in frame.roles.get(role, ())}
