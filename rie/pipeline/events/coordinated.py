"""Players that one list names: of "backers include A, angel investor B and C" who plays a role plays it with those beside."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from rie.pack import Event, Pack, Role
from rie.pipeline.events.behind import around
from rie.pipeline.figures.around import Phrases
from rie.pipeline.frame import Frame, Item
from rie.values import Money, Period

ALSO = 0.6  # of a role that the others of a list play
SURE = 0.96  # of a role that each of a list has with a time of its own
LEAST = 2  # names that make a list
_VERB = re.compile(r" (?:(?:the|a|an|rival|neighbou?ring|local) )*(?:[a-z-]+ ){0,3}")
_AND_THEN = re.compile(
    r"\)?(?:,|,? and|;|,? followed by|,? then)(?: (?:then|later|also))? (?:the |a |an )?"
    r"(?:(?!\b(?:sold|sells?|was|for|bought|buys?|acquired|acquires?|purchased|took|takes)\b)[a-z-]+ ){0,3}")
_IN = re.compile(r",?\s?(?:\()?(?:(?:back |late |early )?(?:in|on)(?: late| early)? )?(?:\()?")
_AND_IN = re.compile(r",? and,? (?:(?:then|later),? )?(?:in|on) (?:(?:early|late|mid) )?")  # "A in 2014 and, in March of this year, B"
_THEN_NAME = re.compile(r",? (?:(?:the|its|an?) )?(?:(?:[A-Z][a-z]+ )?(?!\b(?:it|they|sold|bought|acquired)\b)[a-z-]+ ){0,3}<?")
_FOR = re.compile(r"(?:,? (?:in|of|near|at) (?:[^.;:]|\.(?=,)){2,60}?)?,? (?:for|at) (?:about |around |some |nearly |just over )?")
_SUMMED = re.compile(r": $")  # "two shopping centers: "
_COLON = re.compile(r": ")
_WORDS = r"(?:(?!(?:and|or|said|says|which|who|that|whose|while|but|at|in|to|of|the|an?)\b)[a-z][a-z-]* ){0,4}"
_FROM = r"(?:with (?:[a-z]+ ){0,2}from |with |from |by )?"
_NEXT = re.compile(
    rf", {_FROM}(?:the |{_WORDS})"
    rf"|,? (?:and|&|as well as|along with|plus) (?:also )?{_FROM}(?:the |an? )?"
    rf"(?:[A-Z][a-z]+(?:n|sh|ch|se|ss|i|-based) (?=[a-z]))?{_WORDS}"
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


def tell_each(pack: Pack, found: list[Frame], items: Sequence[Item], text: str) -> None:
    """ "Bought Initech in 2016 and Hooli in 2017", "two mills: A, for $3m, and B, for $4m": a list of names, each with a time or a sum of
    its own, tells an event of each.
    """
    for frame in list(found):
        event = pack.events[frame.event]
        sums = [role for role, players in frame.roles.items() if isinstance(items[players[0][0]].value, Money)]
        for role in [role for role, spec in event.roles.items() if spec.many and spec.required and "date" in event.roles]:
            own, listed = "date", _dated(frame, event.roles[role], items, text)
            if len(listed) < LEAST and len(sums) == 1:
                own, listed = sums[0], _priced(frame, event.roles[role], items, text)
            named = {name for name, _ in listed}
            whole = {i for i, _ in frame.roles.get(role, ())} - named
            if len(listed) < LEAST or not all(_COLON.fullmatch(text, items[i].end, items[min(named)].start) for i in whole):
                continue
            others = {other: players for other, players in frame.roles.items()
                      if not isinstance(items[players[0][0]].value, Money | Decimal) and other != own
                      and not {items[i].identity for i, _ in players} & {items[i].identity for i in named}}
            for name, value in listed:
                roles = {**_of_one(event, others, name, named), role: [(name, SURE)], own: [(value, SURE)]}
                paid = _paid(name, value, items, text) if len(sums) == 1 and own == "date" else None
                roles |= {sums[0]: [(paid, SURE)]} if paid is not None else {}
                if name == listed[0][0]:
                    frame.roles = roles
                else:
                    found.append(replace(frame, roles=roles, triggers=list(frame.triggers), inferred=set(frame.inferred)))


def _of_one(event: Event, others: Mapping[str, Sequence[tuple[int, float]]], name: int,
            named: Collection[int]) -> dict[str, list[tuple[int, float]]]:
    """The roles that one name of a list shares with the others: an owner told between two of them is that of the first."""
    first, until = min(named), min((i for i in named if i > name), default=10**9)
    kept = {role: [(i, s) for i, s in players if not event.roles[role].owner_of or i < first or name < i < until]
            for role, players in others.items()}
    return {role: players for role, players in kept.items() if players}


def share_listed(pack: Pack, joined: Sequence[Frame]) -> list[Frame]:
    """The events; of those that one trigger tells of a list each has whom the others have: who bought one bought all."""
    for frame in joined:
        for role in [role for role, spec in pack.events[frame.event].roles.items() if spec.carried and role not in frame.roles]:
            alike = (other for other in joined if other.event == frame.event and frame.trigger in other.triggers)
            told = next((other for other in alike if role in other.roles), None)
            frame.roles.update({role: list(told.roles[role])} if told else {})
    return list(joined)


def _priced(frame: Frame, spec: Role, items: Sequence[Item], text: str) -> list[tuple[int, int]]:
    """The names of a list behind a trigger, or behind what sums it up, with the sum that stands behind each: "A in Paris, for $3m"."""
    listed: list[tuple[int, int]] = []
    last = items[frame.trigger].end
    for number in range(frame.trigger + 1, len(items)):
        name = items[number]
        if name.sentence != items[frame.trigger].sentence:
            break
        if name.label not in spec.labels or name.refers or not name.entity or name.start < last:
            continue
        sum_ = next((i for i in range(number + 1, len(items)) if items[i].label != "PLACE"), None)
        before = _AND_THEN if listed else _VERB
        starts = before.fullmatch(text, last, name.start) or (not listed and _SUMMED.search(text, last, name.start))
        if listed and any(items[i].label == items[frame.trigger].label for i in range(listed[-1][1], number)):
            break
        if sum_ is None or not isinstance(items[sum_].value, Money) or not starts or not _FOR.fullmatch(text, name.end, items[sum_].start):
            if listed:
                break
            continue
        listed.append((number, sum_))
        last = items[sum_].end
    return listed


def _dated(frame: Frame, spec: Role, items: Sequence[Item], text: str) -> list[tuple[int, int]]:
    """The names of a list behind a trigger with the period that stands right behind each."""
    listed: list[tuple[int, int]] = []
    last = items[frame.trigger].end
    for number in range(frame.trigger + 1, len(items) - 1):
        name, day = items[number], items[number + 1]
        if name.sentence != items[frame.trigger].sentence:
            break
        if listed and isinstance(name.value, Period) and day.label in spec.labels and not day.refers and number != listed[-1][1] \
                and _AND_IN.fullmatch(text, last, name.start) and _THEN_NAME.fullmatch(text, name.end, day.start):
            listed.append((number + 1, number))
            last = day.end
            continue
        if name.label not in spec.labels or name.refers or not (_AND_THEN if listed else _VERB).fullmatch(text, last, name.start):
            continue
        when = next((i for i in range(number + 1, min(number + 3, len(items))) if isinstance(items[i].value, Period)), number)
        paid = _paid(number, when, items, text) if when > number else None
        told = items[paid].end if paid is not None and paid < when else name.end
        if when > number and (when == number + 1 or paid is not None) and _IN.fullmatch(text, told, items[when].start):
            listed.append((number, when))
            last = max(items[when].end, items[paid].end if paid is not None else 0)
    return listed


def _paid(name: int, when: int, items: Sequence[Item], text: str) -> int | None:
    """The sum beside the time of a name in a list: "A, for $3m, in May", "A in May for $3m"."""
    for number, before in ((name + 1, name), (when + 1, when)):
        here = number < len(items) and isinstance(items[number].value, Money)
        if here and _FOR.fullmatch(text, items[before].end, items[number].start):
            return number
    return None


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
