"""Portions of one sum: "raised $30 million in equity and debt. Acme led the equity portion, while Globex lends the rest" is one round."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from rie.pack import Pack
from rie.pack.model import Match
from rie.pipeline.events.join import with_others
from rie.pipeline.frame import Frame, Item
from rie.values import Money

NEAR = 2  # sentences between a sum and its portions
BEFORE = 60  # characters before a portion in which it is said to be an earlier sum
_JOINS = re.compile(r"\b(?:and|plus|with|alongside|while|coupled|rest|remainder|balance|other)\b|[,;+&]")
_EARLIER = re.compile(r"\b(?:after|follow\w*|previous\w*|earlier|prior|before|on top of|since|last|in total|to date|so far|bring\w*)\b")


class _Rule(NamedTuple):
    """How a pack tells events apart: the roles of their kind and of their sum, which kinds are vague and which never the same, and the
    labels that name kinds.
    """

    kind: str
    sum: str
    match: Match
    mixed: str | None
    labels: list[str]


def take_wholes(pack: Pack, found: list[Frame], items: Sequence[Item], text: str) -> list[Frame]:
    """The events; one that tells a portion of a sum told near tells the sum: of "a $23m package of $8m in equity and a $15m loan" $23m."""
    for name in dict.fromkeys(frame.event for frame in found):
        rule = _rule(pack, name)
        mine = [frame for frame in found if frame.event == name]
        for whole, parts in _wholes(rule, mine, items, text) if rule else ():
            for frame in mine:
                number = frame.first(rule.sum) if rule else None
                if rule and number is not None and items[number].value in parts:
                    frame.roles[rule.sum] = [(whole, frame.roles[rule.sum][0][1])]
    return found


def _wholes(rule: _Rule, found: Sequence[Frame], items: Sequence[Item], text: str) -> Iterator[tuple[int, list[Money]]]:
    """Sums with those that one sentence tells as all of them."""
    other = {i for frame in found for role, players in frame.roles.items() if role != rule.sum for i, _ in players}
    sums = [i for i, item in enumerate(items) if isinstance(item.value, Money) and item.value.high is None and i not in other
            and not item.key]
    for first, second in pairwise(sums):
        one, two = items[first], items[second]
        if one.sentence != two.sentence or one.value.currency != two.value.currency or not _are_portions(rule, first, second, items, text):
            continue
        total = one.value.amount + two.value.amount
        wholes = [i for i in sums if items[i].value.amount == total and items[i].value.currency == one.value.currency
                  and (items[i].in_title or abs(items[i].sentence - one.sentence) <= NEAR)]
        if wholes:
            yield wholes[-1], [one.value, two.value]


def _are_portions(rule: _Rule, first: int, second: int, items: Sequence[Item], text: str) -> bool:
    """Whether words join two sums as portions of different kinds: a round before another one is none."""
    one, two = items[first], items[second]
    around = f"{text[max(one.start - BEFORE, 0) : one.start]}#{text[one.end : two.start]}"
    kinds = {item.term for item in items if item.sentence == one.sentence and item.label in rule.labels and item.term}
    return bool(_JOINS.search(text[one.end : two.start])) and not _EARLIER.search(around) and bool(kinds & {*rule.match.apart})


def unite_portions(pack: Pack, joined: Sequence[Frame], items: Sequence[Item]) -> list[Frame]:
    """The events, those that tell only who gave which portion of a sum as parts of the event that tells the sum.

    Args:
        pack: whose tables name the kinds of an event that are never the same, and those that are vague.
        joined: the joined frames of a document, in the order of the text.
        items: its mentions.
    """
    kept: list[Frame] = []
    for frame in joined:
        rule = _rule(pack, frame.event)
        whole = next((other for other in reversed(kept) if rule and _is_portion(pack, rule, frame, other, items)), None)
        if whole is None or rule is None:
            kept.append(frame)
            continue
        for role, spec in pack.events[frame.event].roles.items():
            if spec.many and role in frame.roles:
                whole.roles[role] = with_others(whole.roles.get(role, []), frame.roles[role], items)
        whole.triggers += frame.triggers
        del whole.roles[rule.kind]  # of two kinds at once
    return kept


def _rule(pack: Pack, event: str) -> _Rule | None:
    table = pack.tables[pack.events[event].table]
    rules = [(match, column.source) for match in (table.resolution.match if table.resolution else [])
             if (column := table.columns.get(match.column)) and column.source and column.source.role]
    kind = next(((match, source) for match, source in rules if match.apart and match.unknown), None)
    total = next((source for match, source in rules if match.rule == "rounded"), None)
    if kind is None or total is None:
        return None
    mixed = pack.terms[kind[1].terms].default if kind[1].terms else None
    return _Rule(str(kind[1].role), str(total.role), kind[0], mixed, pack.events[event].roles[str(kind[1].role)].labels)


def _is_portion(pack: Pack, rule: _Rule, frame: Frame, whole: Frame, items: Sequence[Item]) -> bool:
    """Whether an event is told right behind one of the same company and day that tells a sum, of which it is the vague or the other kind:
    where the whole is said to be of several kinds, or the text tells sums that make up the whole.
    """
    told = {rule.kind, rule.sum} <= whole.roles.keys() and rule.kind in frame.roles
    if frame.event != whole.event or frame.day != whole.day or not told:
        return False
    required = [role for role, spec in pack.events[frame.event].roles.items() if spec.required]
    players = [{items[i].identity for role in required for i, _ in one.roles.get(role, ())} for one in (frame, whole)]
    here = items[frame.trigger].sentence
    if not players[0] & players[1] or not any(0 <= here - items[trigger].sentence <= NEAR for trigger in whole.triggers):
        return False
    kinds = {items[one.roles[rule.kind][0][0]].term for one in (frame, whole)}
    if not (len(kinds) > 1 and kinds & {*rule.match.apart} and kinds & {*rule.match.unknown}):
        return False
    amount = items[whole.roles[rule.sum][0][0]].value
    near = {item.value for item in items if isinstance(item.value, Money) and abs(item.sentence - here) <= NEAR}
    parts = [one.amount for one in near if one.currency == amount.currency]
    fits = rule.sum not in frame.roles or items[frame.roles[rule.sum][0][0]].value.amount in parts
    return fits and (rule.mixed in kinds or any(one + other == amount.amount for one, other in combinations(parts, 2)))
