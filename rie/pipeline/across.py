"""What the events of one document say of one another: investors of the next item of a column, a round and a deal that are one, a new
director of the company that is funded.
"""

import re
from collections.abc import Sequence
from typing import Any

from rie.pack import Pack
from rie.pipeline.frame import Frame, Item
from rie.pipeline.join import compatible
from rie.values import Money

TOTALS = 4  # sentences behind an event in which a total is told
INFERRED = 0.5  # confidence of a role that the words around a sum give
NEAR = 2  # sentences between what is bought and what results
_DESCRIPTION = re.compile(r"(?: (?!(?:of|from|in|to|and|or|for|by|at|with|into|its|the|that|which|on|as)\b)[a-z-]+){0,2} ")
BEFORE = 30  # characters before a player in which the words stand that make it a joint one


def play_jointly(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "Led by A and B": both lead, whatever else the relation component made of the second."""
    for frame in found:
        for role, spec in pack.events[frame.event].roles.items():
            if spec.joint is None:
                continue
            words = re.compile("|".join(phrase for phrases in pack.terms[spec.joint].values.values() for phrase in phrases), re.IGNORECASE)
            known = {number for number, _ in frame.roles.get(role, ())}
            frame.roles.setdefault(role, []).extend(
                (number + 1, score) for number, score in list(frame.roles.get(role, ()))
                if words.search(text[max(items[number].start - BEFORE, 0) : items[number].start]) and number + 1 not in known
                and _and(items, number, text))
            if not frame.roles[role]:
                del frame.roles[role]


def keep_added(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "Bought 20%, raising its stake to 60%": what results gives way to what is bought, which makes one event of both."""
    for frame in found:
        for role, spec in pack.events[frame.event].roles.items():
            if spec.resulting is None or role not in frame.roles:
                continue
            words = [re.compile(phrase, re.IGNORECASE) for phrases in pack.terms[spec.resulting].values.values() for phrase in phrases]
            others = [player for other in found if other.event == frame.event for player in other.roles.get(role, ())]
            added = [player for player in others if not _is_behind(words, items[player[0]], text)]
            if added and _is_behind(words, items[frame.roles[role][0][0]], text) and not _later(frame, added, items):
                del frame.roles[role]


def _is_behind(words: Sequence[re.Pattern[str]], item: Item, text: str) -> bool:
    before = text[max(item.start - BEFORE, 0) : item.start]
    return any(word.search(before) for word in words)


def _later(frame: Frame, added: Sequence[tuple[int, float]], items: Sequence[Item]) -> bool:
    """Whether all that is added is told far from the frame, of which it is not."""
    return all(abs(items[number].sentence - items[frame.trigger].sentence) > NEAR for number, _ in added)


def name_described(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "Roofing group Nordtak" is Nordtak: a description gives its role to the name that stands right behind it."""
    for frame in found:
        for role, players in frame.roles.items():
            labels = pack.events[frame.event].roles[role].labels
            frame.roles[role] = [(number + _is_described(number, labels, items, text), score) for number, score in players]


def _is_described(number: int, labels: Sequence[str], items: Sequence[Item], text: str) -> bool:
    """Whether an unnamed thing is what describes the name behind it, which can play the same role."""
    here, after = items[number], items[number + 1] if number + 1 < len(items) else None
    if here.entity or here.value is not None or here.refers or after is None or not after.entity or after.key or after.label not in labels:
        return False
    return _DESCRIPTION.fullmatch(text, here.end, after.start) is not None


def _and(items: Sequence[Item], number: int, text: str) -> bool:
    """Whether "and" joins a mention to the next one of its label."""
    return number + 1 < len(items) and items[number].label == items[number + 1].label \
        and text[items[number].end : items[number + 1].start] in {" and ", " & "}


def leave_to_their_own(pack: Pack, found: Sequence[Frame], items: Sequence[Item]) -> None:
    """Who plays for an event in his own sentence does not play for another one told elsewhere: the next item of a column has its own
    investors.
    """
    for frame in found:
        for role, players in list(frame.roles.items()):
            spec = pack.events[frame.event].roles[role]
            if not spec.many or spec.required or not pack.events[frame.event].joins:
                continue
            rivals = [other for other in found if other.event == frame.event and not compatible(pack, frame, other, items)]
            frame.roles[role] = [player for player in players if not any(_is_of(rival, frame, player[0], items) for rival in rivals)]
            if not frame.roles[role]:
                del frame.roles[role]


def _is_of(rival: Frame, frame: Frame, number: int, items: Sequence[Item]) -> bool:
    """Whether the mention plays for another event in its own sentence, in which the frame has no trigger."""
    there = items[number].sentence
    return items[rival.trigger].sentence == there != items[frame.trigger].sentence \
        and any(number == player for players in rival.roles.values() for player, _ in players)


def one_role_a_sum(pack: Pack, found: Sequence[Frame], items: Sequence[Item]) -> None:
    """A sum that two events of one company tell plays the role that it plays most surely: "Hooli worth $400m after $60m round"."""
    for frame in found:
        for role, players in list(frame.roles.items()):
            number, score = players[0]
            if not isinstance(items[number].value, Money):
                continue
            surest = max(((other.roles[name][0][1], name) for other in found if other is not frame and other.event == frame.event
                          and _one_company(pack, frame, other, items) for name in other.roles.keys() - {role}
                          if items[other.roles[name][0][0]].value == items[number].value), default=(0.0, role))
            if surest[0] > score:
                del frame.roles[role]
                frame.roles.setdefault(surest[1], players)


def _one_company(pack: Pack, one: Frame, other: Frame, items: Sequence[Item]) -> bool:
    """Whether a required role of two events of a kind has a player in common."""
    required = [role for role, spec in pack.events[one.event].roles.items() if spec.required]
    players = [{items[i].identity for role in required for i, _ in frame.roles.get(role, ())} for frame in (one, other)]
    return bool(players[0] & players[1])


def one_a_sum(joined: list[Frame], items: Sequence[Item]) -> list[Frame]:
    """One sum between the same two parties is one event: of a round and a deal that both tell it the one with more players stays."""
    told = [(frame, _sums(frame, items), _parties(frame, items)) for frame in joined]
    return [frame for frame, sums, parties in told
            if not any(other.event != frame.event and sums & their_sums and len(parties & others) > 1 and _size(other) > _size(frame)
                       for other, their_sums, others in told)]


def _sums(frame: Frame, items: Sequence[Item]) -> set[Any]:
    return {items[i].value for players in frame.roles.values() for i, _ in players if isinstance(items[i].value, Money)}


def _parties(frame: Frame, items: Sequence[Item]) -> set[Any]:
    return {items[i].identity for players in frame.roles.values() for i, _ in players if items[i].entity}


def _size(frame: Frame) -> int:
    return sum(map(len, frame.roles.values()))


def add_totals(pack: Pack, joined: Sequence[Frame], items: Sequence[Item]) -> None:
    """ "The money takes the total raised to $21m": a sum whose words name its role plays it for the last event told before."""
    used = {i for frame in joined for players in frame.roles.values() for i, _ in players}
    for number, item in enumerate(items):
        if number in used or item.term is None:
            continue
        before = [frame for frame in joined if items[frame.triggers[-1]].start < item.start
                  and item.sentence - max(items[t].sentence for t in frame.triggers if items[t].start < item.start) <= TOTALS]
        roles = ((frame, spec.turns[item.term]) for frame in reversed(before) for spec in pack.events[frame.event].roles.values()
                 if item.term in spec.turns and item.label in spec.labels)
        frame, role = next(roles, (None, ""))
        if frame is not None and role not in frame.roles and not _of_others(frame, item, items):
            frame.roles[role] = [(number, INFERRED)]


def _of_others(frame: Frame, item: Item, items: Sequence[Item]) -> bool:
    """Whether the sentence of a mention names somebody who plays no role in an event."""
    parties = {items[i].identity for players in frame.roles.values() for i, _ in players}
    return any(other.sentence == item.sentence and other.entity and other.identity not in parties for other in items)


def seat_elsewhere(pack: Pack, joined: Sequence[Frame], items: Sequence[Item]) -> None:
    """Let a role be played by the party of another event that the pack names instead: the funded company, not its investor."""
    for frame in joined:
        for role, spec in pack.events[frame.event].roles.items():
            rule = spec.instead
            if rule is None or role not in frame.roles or not _is_said(pack, rule.terms, frame, rule.told, items):
                continue
            parties = {items[i].identity for i, _ in frame.roles[role]}
            home = next((other for other in joined if other.event == rule.event and rule.by in other.roles
                         and any(items[i].identity in parties for name in rule.of for i, _ in other.roles.get(name, ()))), None)
            if home is not None:
                frame.roles[role] = home.roles[rule.by]


def _is_said(pack: Pack, terms: str, frame: Frame, role: str, items: Sequence[Item]) -> bool:
    phrases = "|".join(phrase for phrases in pack.terms[terms].values.values() for phrase in phrases)
    return any(re.search(phrases, items[i].text, re.IGNORECASE) for i, _ in frame.roles.get(role, ()))
