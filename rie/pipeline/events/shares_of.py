"""Whose shares a percentage is told of: "acquired Initech for 62 pct of the stock of Acme" is no stake in Initech."""

import re
from collections.abc import Sequence
from decimal import Decimal

from rie.pack import Event, Pack
from rie.pipeline.events.nested import is_part
from rie.pipeline.frame import Frame, Item

_KIND = r"(?:(?:remaining|outstanding|issued|common|ordinary|voting|equity|share|capital|combined|direct|indirect|controlling) )*"
_OF = re.compile(  # between a percentage and the name of whom it is a part
    rf" {_KIND}(?:(?:stakes?|interests?|(?:share)?holdings?|shares?|position) )?(?:of|in) (?:the |all )?{_KIND}"
    r"(?:(?:stock|shares|capital|equity|votes) (?:of|in) )?(?:the )?<?")
_OWN = re.compile(rf"['\u2019]s? {_KIND}(?:stock|shares|capital|equity|votes)\b")
_POSSESSIVE = re.compile(r"['\u2019]")


def leave_foreign_shares(pack: Pack, joined: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """Take from deals the percentages that are told of the shares of somebody else than what changes hands.

    Args:
        pack: whose roles name who gives up what.
        joined: the events of a document.
        items: its mentions.
        text: what the items' offsets refer to.
    """
    for frame in joined:
        event = pack.events[frame.event]
        for role in [role for role in frame.roles if _is_share(event, role, frame, items)]:
            whose = _whose(frame.roles[role][0][0], items, text)
            if whose is not None and _is_other(event, frame, items[whose], items):
                frame.status_score = min(frame.status_score, frame.roles.pop(role)[0][1])  # the doubt stays


def _is_share(event: Event, role: str, frame: Frame, items: Sequence[Item]) -> bool:
    return bool(_things(event)) and isinstance(items[frame.roles[role][0][0]].value, Decimal)


def _things(event: Event) -> list[str]:
    return [spec.owner_of for spec in event.roles.values() if spec.owner_of]


def _whose(number: int, items: Sequence[Item], text: str) -> int | None:
    """The name right behind a percentage of whose shares it is told."""
    here = items[number]
    behind = next((i for i in range(number + 1, len(items)) if items[i].entity and items[i].sentence == here.sentence), None)
    if behind is None or not _OF.fullmatch(text, here.end, items[behind].start):
        return None
    owns = _POSSESSIVE.match(text, items[behind].end) and not _OWN.match(text, items[behind].end)
    return None if owns else behind


def _is_other(event: Event, frame: Frame, name: Item, items: Sequence[Item]) -> bool:
    """Whether a name is that of another party, or of nobody that an event with a name of what changes hands knows."""
    things = [items[i] for role in _things(event) for i, _ in frame.roles.get(role, ())]
    if any(thing.identity == name.identity or is_part(thing, name) or is_part(name, thing) for thing in things):
        return False
    parties = {items[i].identity for players in frame.roles.values() for i, _ in players if items[i].entity}
    return name.identity in parties or bool(things and all(thing.entity and not thing.in_title for thing in things))
