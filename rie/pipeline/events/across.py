"""What the events of one document say of one another: investors of the next item of a column, a round and a deal that are one, a new
director of the company that is funded.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from rie.pack import Pack, Role
from rie.pipeline.events.behind import around
from rie.pipeline.events.join import compatible
from rie.pipeline.figures.around import Phrases
from rie.pipeline.frame import Frame, Item
from rie.values import Money

OF_ALL = 0.8  # of a role that words fill for all events
EVERYBODY = "everybody"  # of whom such words tell where they name those who leave, too
BESIDE = 20  # characters between a name and the verb right behind it
MORE = 0.1  # by which another event must be surer of who plays in it
SURELY = 0.95  # of a sum that is of one kind of event
HARDLY = 0.8  # of the same sum in an event of another kind, of which it is none then
NEAR = 2  # sentences between an event and the one that it refers to


def leave_to_their_own(pack: Pack, found: Sequence[Frame], items: Sequence[Item]) -> None:
    """Who plays for an event in his own sentence does not play for another one told elsewhere: the next item of a column has its own
    investors.
    """
    told = [frame for frame in found if items[frame.trigger].label == pack.events[frame.event].trigger]  # by a verb, not by a statement
    for frame in told:
        for role, players in list(frame.roles.items()):
            spec = pack.events[frame.event].roles[role]
            if not spec.many or spec.required or not pack.events[frame.event].joins:
                continue
            named = {items[i].sentence for i, _ in players}
            rivals = [other for other in told if items[other.trigger].sentence in named and other.event == frame.event
                      and not compatible(pack, frame, other, items)]
            frame.roles[role] = [player for player in players if not any(_is_of(rival, frame, player[0], items)
                                   and not _is_resold(pack, frame, role, rival, player[0], items=items) for rival in rivals)]
            if spec.owner_of:
                frame.roles[role] = [player for player in frame.roles[role]
                                     if not any(_is_nearer(rival, frame, role, player, items) for rival in rivals)]
            if spec.paired and _is_short(frame.roles[role], players, items):
                frame.roles[role] = players  # whoever succeeds somebody takes up all that a title tells in short
            if not frame.roles[role]:
                del frame.roles[role]


def _is_short(kept: Sequence[tuple[int, float]], players: Sequence[tuple[int, float]], items: Sequence[Item]) -> bool:
    """Whether only a title's posts are kept, one of which the text tells too."""
    told = {items[i].identity for i, _ in players if not items[i].in_title}
    return bool(kept) and all(items[i].in_title for i, _ in kept) and any(items[i].identity in told for i, _ in kept)


def _is_nearer(rival: Frame, frame: Frame, role: str, player: tuple[int, float], items: Sequence[Item]) -> bool:
    """Whether another event of the same sentence has somebody more surely, who stands by its trigger: "bought A, and talked B into
    selling C"."""
    number, score = player
    theirs = max((s for i, s in rival.roles.get(role, ()) if i == number), default=0.0)
    here, there = items[frame.trigger], items[rival.trigger]
    one = here.sentence == there.sentence == items[number].sentence
    return one and theirs > score + MORE and here.end < items[number].start and 0 < there.start - items[number].end <= BESIDE


def _is_resold(pack: Pack, frame: Frame, role: str, rival: Frame, number: int, *, items: Sequence[Item]) -> bool:
    """ "From Acme. Acme bought Initech in 1999 from Globex": who gives something up got it by another event, in another role."""
    thing = pack.events[frame.event].roles[role].owner_of
    things = [{items[i].identity for i, _ in one.roles.get(thing or "", ())} for one in (frame, rival)]
    return bool(things[0] & things[1]) and all(i != number for i, _ in rival.roles.get(role, ()))


def _is_of(rival: Frame, frame: Frame, number: int, items: Sequence[Item]) -> bool:
    """Whether the mention plays for another event in its own sentence, in which the frame has no trigger."""
    there = items[number].sentence
    return items[rival.trigger].sentence == there != items[frame.trigger].sentence \
        and any(number == player for players in rival.roles.values() for player, _ in players)


def one_role_a_sum(pack: Pack, found: Sequence[Frame], items: Sequence[Item]) -> None:
    """A sum that two events of one company tell plays the role that it plays most surely: "Hooli worth $400m after $60m round"."""
    telling: dict[tuple[str, Any], list[Frame]] = {}
    for frame in found:
        for value in _sums(frame, items):
            telling.setdefault((frame.event, value), []).append(frame)
    for frame in found:
        for role, players in list(frame.roles.items()):
            number, score = players[0]
            if not isinstance(items[number].value, Money):
                continue
            others = telling[frame.event, items[number].value]
            surest = max(((other.roles[name][0][1], name) for other in others if other is not frame
                          and _one_company(pack, frame, other, items) for name in other.roles.keys() - {role}
                          if items[other.roles[name][0][0]].value == items[number].value), default=(0.0, role))
            if surest[0] > score:
                del frame.roles[role]
                frame.roles.setdefault(surest[1], players)


def leave_sums(found: Sequence[Frame], items: Sequence[Item]) -> None:
    """ "Hooli announced a $22m Series B and the purchase of Initech": a sum that surely is of one kind of event is hardly of another."""
    sums = [(frame, role, players[0]) for frame in found for role, players in frame.roles.items()
            if isinstance(items[players[0][0]].value, Money)]
    sure = {(frame.event, items[number].value) for frame, _, (number, score) in sums if score >= SURELY}
    for frame, role, (number, score) in sums:
        if score < HARDLY and any(event != frame.event and value == items[number].value for event, value in sure):
            del frame.roles[role]


def _one_company(pack: Pack, one: Frame, other: Frame, items: Sequence[Item]) -> bool:
    """Whether a required role of two events of a kind has a player in common."""
    required = [role for role, spec in pack.events[one.event].roles.items() if spec.required]
    players = [{items[i].identity for role in required for i, _ in frame.roles.get(role, ())} for frame in (one, other)]
    return bool(players[0] & players[1])


def one_a_sum(joined: list[Frame], items: Sequence[Item]) -> list[Frame]:
    """One sum between the same two parties is one event: of a round and a deal that both tell it the one with more players stays."""
    told = [(frame, _sums(frame, items), _parties(frame, items)) for frame in joined]
    of_sum: dict[Any, list[tuple[Frame, set[Any]]]] = {}
    for frame, sums, parties in told:
        for one in sums:
            of_sum.setdefault(one, []).append((frame, parties))
    return [frame for frame, sums, parties in told
            if not any(other.event != frame.event and len(parties & others) > 1 and _size(other) > _size(frame)
                       for one in (sums if len(parties) > 1 else ()) for other, others in of_sum[one])]


def without_echoes(pack: Pack, joined: Sequence[Frame], items: Sequence[Item]) -> list[Frame]:
    """The events without those that have neither sum nor day of their own, and nobody but who plays in one of the same party with a sum."""
    return [frame for frame in joined
            if pack.events[frame.event].bare is None or not any(_is_echo(pack, frame, other, items) for other in joined)]


def _is_echo(pack: Pack, frame: Frame, other: Frame, items: Sequence[Item]) -> bool:
    bare = pack.events[frame.event].bare
    if bare is None or other is frame or other.event != frame.event or bare.sum in frame.roles or bare.sum not in other.roles:
        return False
    own, parties = _parties(frame, items), _parties(other, items)
    dates = [{items[i].identity for i, _ in one.roles.get("date", ())} for one in (frame, other)]
    return dates[0] <= dates[1] and len(own) > 1 and own <= parties and not frame.undated


def _sums(frame: Frame, items: Sequence[Item]) -> set[Any]:
    return {items[i].value for players in frame.roles.values() for i, _ in players if isinstance(items[i].value, Money)}


def _parties(frame: Frame, items: Sequence[Item]) -> set[Any]:
    return {items[i].identity for players in frame.roles.values() for i, _ in players if items[i].entity}


def _size(frame: Frame) -> int:
    return sum(map(len, frame.roles.values()))


def leave_once(pack: Pack, joined: Sequence[Frame], items: Sequence[Item]) -> None:
    """ "Doe will retire as president and CFO on March 31. Roe was appointed to succeed Doe as CFO on April 1": who leaves by a verb of his
    own is not told to leave again by the one who succeeds him; the post that he leaves is as sure as the one that is taken over.
    """
    for frame in joined:
        event = pack.events[frame.event]
        for role in [role for role in event.tie if len(frame.roles.keys() & set(event.tie)) > 1]:
            alone = [other for other in joined if other is not frame and other.event == frame.event
                     and other.roles.keys() & set(event.tie) == {role}
                     and _posts(event.roles, other, items) & _posts(event.roles, frame, items)]
            gone = {items[i].identity for other in alone for i, _ in other.roles[role]}
            both = {items[i].identity for i, _ in frame.roles[role]} & gone
            for other in (other for other in alone if both & {items[i].identity for i, _ in other.roles[role]}):
                _as_sure(event.roles, other, frame, items)
                _as_sure(event.roles, frame, other, items)
                _of_same(event.roles, frame, other, items)
            frame.roles[role] = [player for player in frame.roles[role] if items[player[0]].identity not in gone]
            if not frame.roles[role]:
                del frame.roles[role]


def _as_sure(roles: Mapping[str, Role], frame: Frame, told: Frame, items: Sequence[Item]) -> None:
    """Make the posts of a change as sure as those of another one that tells them too."""
    for name in (name for name, spec in roles.items() if spec.paired and name in frame.roles):
        sure = {items[i].identity: score for i, score in told.roles.get(name, ())}
        frame.roles[name] = [(i, max(score, sure.get(items[i].identity, 0.0))) for i, score in frame.roles[name]]


def _of_same(roles: Mapping[str, Role], frame: Frame, told: Frame, items: Sequence[Item]) -> None:
    """Let a change be of the company that its predecessor leaves, where that is surer."""
    for name in (name for name, spec in roles.items() if spec.required and name in frame.roles and name in told.roles):
        own, theirs = frame.roles[name][0], told.roles[name][0]
        here = items[own[0]].sentence == items[frame.trigger].sentence
        if theirs[1] > own[1] and items[own[0]].identity != items[theirs[0]].identity and not here:
            frame.roles[name] = list(told.roles[name])


def _posts(roles: Mapping[str, Role], frame: Frame, items: Sequence[Item]) -> set[Any]:
    """What the posts of a change are called."""
    return {items[i].term or items[i].text.casefold() for name, spec in roles.items() if spec.paired for i, _ in frame.roles.get(name, ())}


def fill_of_all(pack: Pack, joined: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "Acme announced three promotions, effective April 1": a role that such words fill for all is that of each event that lacks it and
    tells who begins something, or ends it too: "the following changes, effective April 1".
    """
    for name, event in pack.events.items():
        for role, spec in event.roles.items():
            phrases = Phrases(pack.terms[spec.of_all]) if spec.of_all else None
            told = [(i, term) for i, item in enumerate(items) if phrases and item.label in spec.labels
                    and (term := phrases.find(around(text, item)))]
            for frame in joined if len(told) == 1 else ():
                begins = event.rows[0].role in frame.roles or told[0][1] == EVERYBODY
                if frame.event == name and role not in frame.roles and begins:
                    frame.roles[role] = [(told[0][0], OF_ALL)]


def fill_as_before(pack: Pack, joined: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "He hands over on July 1. She becomes chair on the same day": a role that such words leave to the event before is played by whom it
    has.
    """
    for frame in joined:
        for role, spec in pack.events[frame.event].roles.items():
            words = Phrases(pack.terms[spec.as_before]) if spec.as_before and role not in frame.roles else None
            if words is None or not words.find(around(text, items[frame.trigger])):
                continue
            before = [other for other in joined if other.event == frame.event and role in other.roles and other.trigger < frame.trigger
                      and items[frame.trigger].sentence - items[other.triggers[-1]].sentence <= NEAR]
            if before:
                frame.roles[role] = before[-1].roles[role]


def seat_elsewhere(pack: Pack, joined: Sequence[Frame], items: Sequence[Item]) -> None:
    """Let a role be played by the party of another event that the pack names instead: the funded company, not its investor, where the post
    is one that investors fill or the text names nobody.
    """
    for frame in joined:
        for role, spec in pack.events[frame.event].roles.items():
            rule = spec.instead
            if rule is None or role not in frame.roles:
                continue
            said = _is_said(pack, rule.terms, frame, rule.told, items)
            if role not in frame.inferred and not said:
                continue
            parties = {items[i].identity for i, _ in frame.roles[role]}
            home = next((other for other in joined if other.event == rule.event and rule.by in other.roles and (said or _sums(other, items))
                         and any(items[i].identity in parties for name in rule.of for i, _ in other.roles.get(name, ()))), None)
            if home is not None:
                frame.roles[role] = home.roles[rule.by]


def _is_said(pack: Pack, terms: str, frame: Frame, role: str, items: Sequence[Item]) -> bool:
    phrases = "|".join(phrase for phrases in pack.terms[terms].values.values() for phrase in phrases)
    return any(re.search(phrases, items[i].text, re.IGNORECASE) for i, _ in frame.roles.get(role, ()))
