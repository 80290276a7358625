"""Who owns what changes hands gives it up: "Acme's Initech Inc", "Initech Inc, a unit of Acme".

The name of the owner plays the role that the pack names (`owner_of`), where nobody plays it.
"""

import re
from collections.abc import Iterator, Sequence

from rie.pack import Pack, Role
from rie.pipeline.frame import Frame, Item

OWNED = 0.8  # how sure such an owner is
NEXT = 3  # mentions behind a name among which its owner may stand: "a unit" refers too
_POSSESSIVE = re.compile(r"['\u2019]s (?:<[A-Z.]+> ?)?(?:(?!\b(?:of|in|and|to)\b)[a-z-]+ ){0,2}")
_UNIT = re.compile(
    r"\s?(?:<[A-Z.]+>\s?)?,? (?:which is )?(?:now )?(?:an? |the )?(?:[\w-]+ ){0,4}(?:unit|subsidiary|division|arm|affiliate) of (?:the )?"
    r"(?:[a-z-]+ ){0,3}<?", re.IGNORECASE)  # fmt: skip
_OWNED = re.compile(
    r"\s?(?:<[A-Z.]+>\s?)?,? (?:which is |a company )?(?:wholly |jointly |majority |[\d.]+ (?:pct|percent) )?[ -]?owned by (?:the )?"
    r"(?:[a-z-]+ ){0,3}<?", re.IGNORECASE)  # fmt: skip


def play_owners(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """Give frames the owners of what changes hands.

    Args:
        pack: whose roles name what they own.
        found: the frames of a document.
        items: the document's mentions.
        text: what the items' offsets refer to.
    """
    for frame in found:
        for role, spec in pack.events[frame.event].roles.items():
            if spec.owner_of is None or spec.owner_of not in frame.roles:
                continue
            _let_go(frame, role, spec, items, text)
            if role not in frame.roles and (owner := _owner(frame, spec, items, text)) is not None:
                frame.roles[role] = [(owner, OWNED)]


def _let_go(frame: Frame, role: str, spec: Role, items: Sequence[Item], text: str) -> None:
    """Of an owner and what it owns, both taken for what changes hands, only the second does: "bought Acme's Initech Inc"."""
    thing = spec.owner_of or ""
    things = {number for number, _ in frame.roles[thing]}
    owners = [player for player in frame.roles[thing] if player[0] + 1 in things and _owns(player[0], spec, items, text)]
    for player in owners:
        frame.roles[thing].remove(player)
        frame.roles.setdefault(role, []).append(player)


def _owner(frame: Frame, spec: Role, items: Sequence[Item], text: str) -> int | None:
    """The name that the words beside what changes hands make its owner, and that plays no role yet."""
    parties = {items[number].identity for players in frame.roles.values() for number, _ in players}
    things = {items[number].identity for number, _ in frame.roles[spec.owner_of or ""]}
    here = items[frame.trigger].sentence
    near = [number for number, item in enumerate(items) if item.sentence == here and item.identity in things and not item.key]
    return next((owner for number in near for owner in _beside(number, spec, items, text) if items[owner].identity not in parties), None)


def _beside(number: int, spec: Role, items: Sequence[Item], text: str) -> Iterator[int]:
    if number and _owns(number - 1, spec, items, text):
        yield number - 1
    for owner in range(number + 1, min(number + 1 + NEXT, len(items))):
        one = items[owner]
        if items[number].entity and _can_own(one, spec) and one.start > items[number].end:
            between = text[items[number].end : one.start]
            if _UNIT.fullmatch(between) or _OWNED.fullmatch(between):
                yield owner


def _owns(number: int, spec: Role, items: Sequence[Item], text: str) -> bool:
    """Whether a name owns, in the words of the text, what the next mention names."""
    one, two = items[number], items[number + 1]
    return _can_own(one, spec) and two.start > one.end and _POSSESSIVE.fullmatch(text, one.end, two.start) is not None


def _can_own(item: Item, spec: Role) -> bool:
    return item.entity is not None and item.label in spec.labels and not item.key
