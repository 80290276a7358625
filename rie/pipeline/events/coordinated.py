"""Players that one list names: of "backers include A, angel investor B and C" who plays a role plays it with those beside."""

import re
from collections.abc import Iterator, Sequence

from rie.pack import Pack, Role
from rie.pipeline.events.behind import around
from rie.pipeline.figures.around import Phrases
from rie.pipeline.frame import Frame, Item

ALSO = 0.6  # of a role that the others of a list play
_WORDS = r"(?:(?!(?:and|or|said|says|which|who|that|whose|while|but|at|in|to|of|the|an?)\b)[a-z][a-z-]* ){0,4}"
_FROM = r"(?:with (?:[a-z]+ ){0,2}from |with |from |by )?"
_NEXT = re.compile(
    rf", {_FROM}(?:the |{_WORDS})"
    rf"|,? (?:and|&|as well as|along with|plus) (?:also )?{_FROM}(?:the |an? )?{_WORDS}"
    rf"(?:(?:arm|unit|fund|investments?) of (?:the )?{_WORDS})?", re.ASCII)
_BOTH = re.compile(r",? (?:who|which)(?: have| had)? both (?:have |had )?$")


def play_listed(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """Give a role of many to those whom a list names behind who plays it; and before, where "both" do.

    Args:
        pack: whose roles name the words that lists of their players stand behind.
        found: the frames of a document, with references unresolved.
        items: its mentions.
        text: what the items' offsets refer to.
    """
    for frame in found:
        event = pack.events[frame.event]
        players = {items[i].identity for role in frame.roles.values() for i, _ in role}
        for role, spec in event.roles.items():
            if spec.many and spec.named_by and not spec.joint and role in frame.roles:
                known = [number for number, _ in frame.roles[role]]
                also = dict.fromkeys(i for number in known for i in _beside(number, frame, spec, items, text))
                never = Phrases(pack.terms[spec.never_around]) if spec.never_around and also else None
                frame.roles[role] += [(i, ALSO) for i in also if items[i].identity not in players
                                      and not (never and never.find(around(text, items[i])))]


def _beside(number: int, frame: Frame, spec: Role, items: Sequence[Item], text: str) -> Iterator[int]:
    """The names of a list behind one of its players, and the one before it where both are told of."""
    last = number
    for i in range(number + 1, len(items)):
        if items[i].label not in spec.labels or not items[i].entity or not _NEXT.fullmatch(text, items[last].end, items[i].start):
            break
        yield i
        last = i
    if _BOTH.search(text, items[number].end, items[frame.trigger].start) and number:
        before = items[number - 1]
        if before.label in spec.labels and before.entity and _NEXT.fullmatch(text, before.end, items[number].start):
            yield number - 1
