"""Names of which one is a part of another: "Greenblatt" and "Leon Greenblatt", "Initech" and "Initech business"."""

from collections.abc import Sequence
from typing import Any

from rie.pack import Event
from rie.pipeline.frame import Frame, Item
from rie.values.name import fold, form_words

SHORTEST = 3  # letters of a word that is more than initials
_CALLED = {"business", "businesses", "unit", "division", "operations", "subsidiary", "brand", "chain"}  # what is called by a name


def is_part(one: Item, other: Item) -> bool:
    """Whether the words of one name are among those of another, or of a thing that is called by it: "Initech" and "Initech business"."""
    if not (one.entity or other.entity):
        return False
    short, long = sorted((set(fold(item.entity.name if item.entity else item.text).split()) for item in (one, other)), key=len)
    if not (one.entity and other.entity) and not long - short <= _CALLED:
        return False
    return short < long and any(len(word) > SHORTEST for word in short)


def is_short_for(one: Item, other: Item) -> bool:
    """Whether one of two names is a part of the other, and no whole name as one with a legal form is: a unit is called like its parent."""
    short = min((item.entity.name for item in (one, other) if item.entity), key=len, default="")
    return is_part(one, other) and not form_words(short)


def are_nested(event: Event, one: Frame, other: Frame, items: Sequence[Item]) -> bool:
    """Whether a required role is played by a name and a part of it, and another one by the same party: "Acme sold Initech Foods. Acme got
    $5m for Initech".
    """
    nested = any(is_part(items[i], items[j]) for role, spec in event.roles.items() if spec.required and spec.many
                 for i, _ in one.roles.get(role, ()) for j, _ in other.roles.get(role, ()))
    distinct = [role for role, spec in event.roles.items() if spec.distinct]
    return nested and any(_identities(one, role, items) & _identities(other, role, items) for role in distinct)


def _identities(frame: Frame, role: str, items: Sequence[Item]) -> set[Any]:
    return {items[i].identity for i, _ in frame.roles.get(role, ())}
