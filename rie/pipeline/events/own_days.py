"""The day of who leaves beside who comes: "Roe takes over on June 1. She succeeds John Doe, who retires in May", "Doe will retire on
September 30; Roe will succeed him on October 1". Whose verb has a day of its own has no other, and gives it to nobody.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from rie.pack import Event, Pack
from rie.pipeline.frame import Frame, Item
from rie.values import Period

GIVEN = 0.9  # of a day that a verb has of its own
REACH = 100  # characters between a verb and its day
_LEAVES = (r"(?:retir|resign|depart|quit|leav|left|died|exit)\w*|(?:step|stand)\w* (?:down|aside|back)|stood down"
           r"|tak\w+ (?:early )?retirement")
_CLAUSE = re.compile(  # behind the name of who leaves
    r",? who (?:(?:has|had|is|was|will|would|to|be|been|also|recently|suddenly|abruptly|unexpectedly|plans|intends|announced|it|he|she"
    rf"|due|set|decided|chose|opted) )*(?:{_LEAVES})\b|,? (?:ousted|fired|dismissed|sacked|forced out|removed|retiring|departing)\b",
    re.IGNORECASE)
_DIRECT = re.compile(
    r"(?:(?!\b(?:who|when|until|since|and|but|after|that|which|while|succeed\w*|replac\w*)\b)[^,;:\u201c\u201d\"])*,?"
    r" (?:(?:back|early|late|on|in|at|from|as|by|this|last|next|effective|with|effect|after|the|end|beginning|start|of|mid) )*")


def part_leavers(pack: Pack, joined: Sequence[Frame], items: Sequence[Item], text: str) -> list[Frame]:
    """The changes; who leaves by a verb of his own has a change of his own, with the day of that verb or with none.

    Args:
        pack: whose events tie people to posts.
        joined: the changes of a document.
        items: its mentions.
        text: what the items' offsets refer to.
    """
    parted: list[Frame] = []
    for frame in joined:
        event = pack.events[frame.event]
        parted.append(frame)
        day = next((role for role, spec in event.roles.items() if spec.as_before), None)
        if len(event.tie) < 2 or day is None or not frame.roles.keys() >= set(event.tie):
            continue
        for number, score in list(frame.roles[event.tie[-1]]):
            told = _told(number, frame, items, text)
            if told is not None:
                parted.append(_part(event, frame, (number, score), day, told[0]))
                _leave(frame, day, told, items)
    return [frame for frame in parted if frame.roles]


def _part(event: Event, frame: Frame, player: tuple[int, float], day: str, own: int | None) -> Frame:
    """The change of one who leaves; the frame goes on without him."""
    leaves = event.tie[-1]
    roles = {role: list(players) for role, players in frame.roles.items() if role not in {*event.tie, day}}
    frame.roles[leaves] = [other for other in frame.roles[leaves] if other != player]
    if not frame.roles[leaves]:
        del frame.roles[leaves]
    roles |= {leaves: [player], **({day: [(own, GIVEN)]} if own is not None else {})}
    return replace(frame, roles=roles, inferred=set(frame.inferred), triggers=list(frame.triggers), alone=True)


def _leave(frame: Frame, day: str, told: tuple[int | None, int], items: Sequence[Item]) -> None:
    """Who comes has no day that is told in the clause of who leaves."""
    number = frame.first(day)
    if number is not None and told[0] is not None and number == told[0] and told[1] not in frame.triggers[:1]:
        del frame.roles[day]


def _told(person: int, frame: Frame, items: Sequence[Item], text: str) -> tuple[int | None, int] | None:
    """The day of who leaves, None where his clause gives none, with the verb; None where no verb of his own tells that he does."""
    here = [i for i, item in enumerate(items) if item.identity == items[person].identity and item.entity and not item.in_title]
    for number in here:
        clause = _CLAUSE.match(text, items[number].end)
        if clause:
            verb = next((i for i in range(number + 1, min(number + 4, len(items))) if items[i].start < clause.end()), number)
            return _day(items[verb].end if verb != number else clause.end(), clause.end(), items, items[number].sentence, text), verb
    return None


def _day(start: int, end: int, items: Sequence[Item], sentence: int, text: str) -> int | None:
    """The first day behind a verb in its clause."""
    days = (i for i, item in enumerate(items) if item.start >= end and item.sentence == sentence and isinstance(item.value, Period))
    first = next(days, None)
    if first is None or items[first].start - end > REACH:
        return None
    return first if _DIRECT.fullmatch(text, end, items[first].start) else None
