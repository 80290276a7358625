"""Portions of one sum: "raised $30 million in equity and debt. Acme led the equity portion, while Globex lends the rest" is one round."""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from rie.pack import Pack
from rie.pack.model import Match
from rie.pipeline.events.join import with_others
from rie.pipeline.frame import Frame, Item
from rie.values import Money

NEAR = 2  # sentences behind a sum in which its portions are told


class _Rule(NamedTuple):
    """How a pack tells events apart: the roles of their kind and of their sum, and which kinds are vague and which never the same."""

    kind: str
    sum: str
    match: Match
    mixed: str | None


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
    return _Rule(str(kind[1].role), str(total.role), kind[0], pack.terms[kind[1].terms].default if kind[1].terms else None)


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
