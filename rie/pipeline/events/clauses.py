"""Of which of several verbs a person, a post and a day are: "A resigned as chairman. B and C have resigned as directors.", "succeeds D, who
retired in June", "replaces E, who has served as interim chief executive".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from rie.pack import Event, Pack
from rie.pipeline.events.references import refers
from rie.pipeline.frame import Frame, Item

REACH = 60  # characters before a verb in which "who" or "also" stands
FAR = 0.75  # of a day that another sentence tells
_WHO = re.compile(r",? who(?: (?:is|was|has|had|will|would|be|been|to|also|recently|plans|intends))*(?: be)? $")
_ALSO = re.compile(r"\balso (?:be )?$|\b(?:will|has|have|is|was|were|would) also (?:been |be )?$")
_OUSTED = re.compile(r"ousted|fired|dismissed|sacked|removed", re.IGNORECASE)  # "Doe, ousted in March"
_DIES = re.compile(r"die[sd]|death|dead", re.IGNORECASE)
_HELD = re.compile(
    r",? who (?:has |had )?(?:(?:resigned|retired|stepped down|quit|stood down|left|served|has served|acted|serves) as)"
    r"(?: (?:the|its|their|an?|interim|acting|company|group))* ", re.IGNORECASE)
_ELSEWHERE = re.compile(r" (?:of|at|for|with) (?:the )?[A-Z]")  # behind a post of another company
_JOINED = re.compile(r"\s*(?:,|&|and|, and)\s*")
_OFFERED = re.compile(r"\b(?:offered|asked|wanted|threatened|tried|hoped|vowed|declined|refused) to (?:be )?$")


def keep_to_their_clause(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """Of two changes of a kind that each have people of their own, who is claimed by both is of the one in whose sentence he is named, or
    that is surer of him; so are the posts, where each keeps one.
    """
    for name, event in pack.events.items():
        mine = [frame for frame in found if frame.event == name] if event.tie else []
        for one, other in _rivals(event, mine, items):
            if not _agree(one, other):
                for role in event.tie:
                    if _divide(one, other, role, items):
                        for post in (post for post, spec in event.roles.items() if spec.paired):
                            _divide(one, other, post, items)
        for frame in mine:
            _leave_days(event, frame, items, text)


def _rivals(event: Event, mine: Sequence[Frame], items: Sequence[Item]) -> Iterator[tuple[Frame, Frame]]:
    """The pairs of changes that claim somebody for the same role."""
    claiming: dict[tuple[str, Any], dict[int, None]] = {}
    for place, frame in enumerate(mine):
        for role in event.tie:
            for number, _ in frame.roles.get(role, ()):
                claiming.setdefault((role, items[number].identity), {})[place] = None
    pairs = {pair for places in claiming.values() for pair in combinations(places, 2)}
    return ((mine[one], mine[other]) for one, other in sorted(pairs))


def _agree(one: Frame, other: Frame) -> bool:
    """Whether two verbs tell one change: what they have in common they have as surely."""
    mine, theirs = ({(role, i): score for role, players in frame.roles.items() for i, score in players} for frame in (one, other))
    return any(mine[key] == theirs[key] for key in mine.keys() & theirs.keys())


def _divide(one: Frame, other: Frame, role: str, items: Sequence[Item]) -> bool:
    """Leave the players that two frames claim for a role to the one whose they are, where each has some; tell whether that was so."""
    mine, theirs = (dict(frame.roles.get(role, ())) for frame in (one, other))
    owners: dict[Any, set[int]] = {}
    for number in (number for number in {**mine, **theirs} if not refers(items[number])):
        owner = _owner(number, (one, other), (mine, theirs), items)
        owners.setdefault(items[number].identity, set()).add(owner)
    shared = {items[i].identity for i in mine} & {items[i].identity for i in theirs}
    settled = {identity: next(iter(who)) for identity, who in owners.items() if len(who) == 1}
    if not shared & settled.keys() or set(settled.values()) != {0, 1}:
        return False
    for place, frame in enumerate((one, other)):
        frame.roles[role] = [(i, s) for i, s in frame.roles[role] if settled.get(items[i].identity, place) == place]
    return True


def _owner(number: int, frames: tuple[Frame, Frame], players: tuple[dict[int, float], dict[int, float]], items: Sequence[Item]) -> int:
    """0 where a mention is the first frame's, 1 where it is the second's."""
    mine, theirs = players
    if not (number in mine and number in theirs):
        return int(number in theirs)
    here = [items[frame.trigger].sentence == items[number].sentence for frame in frames]
    return int(here[1]) if here[0] != here[1] else int(theirs[number] > mine[number])


def _leave_days(event: Event, frame: Frame, items: Sequence[Item], text: str) -> None:
    """A day of another sentence is not that of a change that is none too sure of it; what somebody only offered to do is no change, what
    he asked for has no day yet.
    """
    verb = items[frame.trigger]
    offered = _OFFERED.search(text[max(verb.start - REACH, 0) : verb.start])
    if offered:
        later = (item for item in items if item.label == verb.label and item.sentence == verb.sentence and item.start > verb.start)
        goes = offered[0].startswith("asked") or any(later)
        frame.roles = {role: players for role, players in frame.roles.items() if goes and not event.roles[role].as_before}
    for role in [role for role, spec in event.roles.items() if spec.as_before and role in frame.roles]:
        number, score = frame.roles[role][0]
        if items[number].sentence != verb.sentence and score < FAR:
            del frame.roles[role]


def tell_alone(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """Mark the changes that are told beside another one of the same person: "who retired in June", "will also leave the board"."""
    for frame in found:
        event = pack.events[frame.event]
        if not event.tie or (items[frame.trigger].in_title and not _DIES.fullmatch(items[frame.trigger].text)):
            continue
        before = text[max(items[frame.trigger].start - REACH, 0) : items[frame.trigger].start]
        dated = any(spec.as_before and role in frame.roles for role, spec in event.roles.items())
        leaves = frame.roles.keys() & set(event.tie) == {event.tie[-1]}
        ousted = leaves and _OUSTED.fullmatch(items[frame.trigger].text) and before.endswith(", ")
        dies = leaves and _DIES.fullmatch(items[frame.trigger].text)
        frame.alone = frame.alone or bool((leaves and dated and _WHO.search(before)) or _ALSO.search(before) or dies or ousted)


def fill_alone(pack: Pack, joined: Sequence[Frame], items: Sequence[Item]) -> None:
    """Who is told to have left before somebody succeeds him left the post that is taken over."""
    for frame in (frame for frame in joined if frame.alone):
        event = pack.events[frame.event]
        for post in (post for post, spec in event.roles.items() if spec.paired and post not in frame.roles):
            for role in [role for role in event.tie if role in frame.roles]:
                gone = {items[i].identity for i, _ in frame.roles[role]}
                told = (other for other in joined if other.event == frame.event and other is not frame and post in other.roles
                        and gone & {items[i].identity for i, _ in other.roles.get(role, ())})
                home = next(told, None)
                if home is not None:
                    required = {name for name, spec in event.roles.items() if spec.required}
                    frame.roles.update({name: home.roles[name] for name in home.roles if name in {post, *required}})


def part_held(pack: Pack, joined: Sequence[Frame], items: Sequence[Item], text: str) -> list[Frame]:
    """The changes; "replaces Doe, who has served as interim chief executive": who leaves leaves the post that he is told to have held."""
    parted: list[Frame] = []
    for frame in joined:
        event = pack.events[frame.event]
        parted.append(frame)
        posts = [role for role, spec in event.roles.items() if spec.paired]
        leaving = event.tie[-1:] if len(frame.roles.keys() & set(event.tie)) > 1 else []
        for role in leaving:
            held = {number: own for number, _ in frame.roles[role] if (own := _held(number, posts, event, items, text))}
            for number, own in held.items():
                player = next(player for player in frame.roles[role] if player[0] == number)
                roles = {name: players for name, players in frame.roles.items() if name not in event.tie}
                parted.append(replace(frame, roles={**roles, role: [player], posts[0]: [(i, player[1]) for i in own]},
                                      inferred=set(frame.inferred), triggers=list(frame.triggers)))
            frame.roles[role] = [player for player in frame.roles[role] if player[0] not in held]
            if not frame.roles[role]:
                del frame.roles[role]
    return parted


def _held(person: int, posts: Sequence[str], event: Event, items: Sequence[Item], text: str) -> list[int]:
    """The posts that a person is told to have held right behind his name."""
    labels = {label for role in posts for label in event.roles[role].labels}
    held = [i for i in range(person + 1, len(items)) if items[i].label in labels and items[i].sentence == items[person].sentence]
    if not held or not _HELD.fullmatch(text, items[person].end, items[held[0]].start):
        return []
    if _ELSEWHERE.match(text, items[held[0]].end):
        return []
    own = held[:1]
    for number in held[1:]:
        if number != own[-1] + 1 or not _JOINED.fullmatch(text, items[own[-1]].end, items[number].start):
            break
        own.append(number)
    return own
