"""Roles that an event cannot do without and that nothing has filled: from what was thought possible, from the subject, from the event
before.
"""

from collections.abc import Sequence
from typing import Any

from rie.pack import Event, Pack
from rie.pipeline.events.entries import line_of, of_row, told_elsewhere
from rie.pipeline.events.parties import SELLS, is_told_far
from rie.pipeline.events.references import OWN, Cast, antecedent, others_of, refers, subject_of, topic_of
from rie.pipeline.events.reporter import reporters, tells_figures
from rie.pipeline.events.whose import comes_from
from rie.pipeline.figures.around import Phrases
from rie.pipeline.frame import INFERRED, Frame, Item
from rie.pipeline.relations import Relation

LEAST = 0.5  # least probability of a required role
POSSIBLE = 0.3  # least probability of a post that only a title tells
TOLD = 0.95  # of the document's subject as its metadata says it
TOPIC = 0.8  # of the only company that a title names
ONLY = 0.85  # of a subject that no mention tells, where the document names no other company


def complete_from(event: Event, frame: Frame, items: Sequence[Item], weak: Sequence[Relation],
                   cast: Cast) -> None:
    """Fill roles that a report needs from the roles that were thought possible, the likeliest first."""
    possible = sorted((r for r in weak if r.head in frame.triggers), key=lambda r: -r.score)
    told = any(item.key for item in items)
    for relation in possible:
        role = relation.label.partition(".")[2]
        if (told or event.rows) and event.roles[role].infer_subject and relation.score < LEAST:
            continue  # the document's subject fills it better
        if event.roles[role].owner_of and is_told_far(frame, relation.child, items):
            continue
        if event.roles[role].paired and relation.score < POSSIBLE and items[relation.child].in_title:
            continue  # a title tells whose post it is as well as the text
        if event.roles[role].paired and relation.score < LEAST and items[relation.child].sentence > items[frame.triggers[-1]].sentence \
                and set(event.tie) <= frame.roles.keys():
            continue  # who takes over from whom does so in the post told before
        taken = {items[i].identity for players in frame.roles.values() for i, _ in players}
        if role in frame.roles or role not in _missing(event, frame):
            continue
        child: int | None = relation.child
        if refers(items[relation.child]):
            child = antecedent(relation.child, items, taken | others_of(cast, frame.event, role))
        others = {who for other in event.tie if other != role for who in cast.get((frame.event, other), ())} if role in event.tie else set()
        if child is not None and items[frame.triggers[-1]].in_title and items[child].identity in others:
            continue  # whom a title does not name is not whom the text tells the contrary of
        named = child is not None and (items[child].entity or (event.rows and items[child].term))
        if child is not None and named and items[child].identity not in taken:
            frame.roles[role] = [(child, _surely(event, role, child, items, relation.score))]


def _surely(event: Event, role: str, child: int, items: Sequence[Item], score: float) -> float:
    """What was thought possible is likely where the title names nobody else."""
    topic = topic_of(items, items[child].label) if event.roles[role].infer_topic else None
    return max(score, TOPIC) if topic is not None and items[topic].identity == items[child].identity else score


def infer_topic(event: Event, frame: Frame, items: Sequence[Item], joined: list[Frame]) -> None:
    """ "Initech was acquired in May", "an agreement was signed to acquire Initech": by the company of the title, where the text speaks as
    "we" or tells that it has made all of its other deals.
    """
    for role, spec in event.roles.items():
        if not spec.infer_topic or role in frame.roles or (spec.acts and SELLS.match(items[frame.trigger].text)):
            continue
        topic = next((i for label in spec.labels if (i := topic_of(items, label)) is not None), None)
        parties = {items[i].identity for players in frame.roles.values() for i, _ in players}
        told = any(one.required and name in frame.roles for name, one in event.roles.items())
        if topic is None or not told or items[topic].identity in parties:
            continue
        alike = [other for other in joined if other.event == frame.event and role in other.roles]
        others = [{items[i].identity for i, _ in other.roles[role]} for other in alike]
        ours = any(item.text.lower() in OWN for item in items) and not others
        if ours or (others and all(who == {items[topic].identity} for who in others)):
            frame.roles[role] = [(topic, TOPIC)]
            frame.inferred.add(role)


def _missing(event: Event, frame: Frame) -> set[str]:
    """Roles of which at least one is needed to make the frame a report."""
    if is_report(event, frame):
        return set()
    return _needed(event)


def infer_subject(event: Event, frame: Frame, items: Sequence[Item], joined: list[Frame], text: str, *,
                  bought: set[Any]) -> None:
    """A missing role that the pack lets a subject fill: the sentence's subject, who played it before, or the document's subject; in a
    list nobody of another entry, in the row of a table its only name.
    """
    here = items[frame.trigger]
    taken = {items[i].identity for players in frame.roles.values() for i, _ in players}
    named = {item.label for item in items if item.entity}
    for role, spec in event.roles.items():
        if not spec.infer_subject or role in frame.roles:
            continue
        labels = named.intersection(spec.labels)
        subject = subject_of(items, labels)
        topic = next((i for label in sorted(labels) if (i := topic_of(items, label)) is not None), None)
        if event.tie and topic is not None and subject is not None and not items[subject].key:
            subject = topic
        row = of_row(text, here, labels, items)
        told = [subject] if subject is not None and items[subject].key else []
        before = [i for i, item in enumerate(items) if item.label in labels and item.sentence == here.sentence and item.start < here.start
                  and not item.indirect and not (event.tie and comes_from(item, text))]
        told_of = [(other, number) for other in joined if other.event == frame.event and (number := other.first(role)) is not None]
        if event.tie:  # the next item of a column is of another company
            told_of.sort(key=lambda one: line_of(text, items[one[0].trigger]) != line_of(text, here))
            titled = topic is not None and not items[topic].topic
            if not titled and not (subject is not None and items[subject].key) and _is_column(frame, told_of, items, text):
                told_of, subject = [], None
        known = [number for _, number in told_of]
        known.sort(key=lambda i: items[i].in_title)  # the text spells names better than a title
        others = [subject] if frame.listed else [*row, *before[:1], *known, subject]
        if tells_figures(event):
            elsewhere = [number for other in joined if other.event != frame.event and (number := other.first(role)) is not None]
            foretold = any(row.ends and row.role in frame.roles for row in event.rows)
            others = [*reporters(frame, labels, items, known, text, bought=bought, others=elsewhere, foretold=foretold)]
        subjects = (i for i in [*told, *others] if i is not None and items[i].identity not in taken
                    and not told_elsewhere(text, here, i, items))
        subject = next(subjects, None)
        if subject is not None:
            only = len({item.identity for item in items if item.label in labels and item.entity}) == 1
            frame.roles[role] = [(subject, TOLD if items[subject].key else ONLY if only else INFERRED)]
            frame.inferred.add(role)


def _is_column(frame: Frame, told_of: Sequence[tuple[Frame, int]], items: Sequence[Item], text: str) -> bool:
    """Whether each of several lines tells changes of a company of its own, and a change stands in none of them."""
    homes = {line_of(text, items[other.trigger]): items[number].identity for other, number in told_of}
    return len({*homes.values()}) > 1 and len(homes) > 1 and line_of(text, items[frame.trigger]) not in homes


def hand_over(pack: Pack, joined: list[Frame], items: Sequence[Item]) -> None:
    """ "The deal was signed on May 3": what says only values is about the report before it, of whichever kind that is."""
    reports = [frame for frame in joined if is_report(pack.events[frame.event], frame)]
    for frame in joined:
        before = [other for other in reports if items[other.trigger].start < items[frame.trigger].start]
        if frame in reports or not before or any(items[players[0][0]].value is None for players in frame.roles.values()):
            continue
        home = before[-1]
        if items[frame.trigger].sentence - max(items[t].sentence for t in home.triggers) <= 1:
            for role in [role for role in pack.events[home.event].roles if role in frame.roles and role not in home.roles]:
                home.roles[role] = frame.roles[role]


def is_report(event: Event, frame: Frame) -> bool:
    """Whether a frame has the roles that its event needs."""
    required = all(role in frame.roles and frame.roles[role][0][1] >= LEAST for role, spec in event.roles.items() if spec.required)
    return required and (not event.any_of or any(all(role in frame.roles for role in group) for group in event.any_of))


def told_whole(pack: Pack, joined: Sequence[Frame], items: Sequence[Item]) -> list[Frame]:
    """The events that make reports; one of a name alone only where no other is of it."""
    whole = [frame for frame in joined if is_report(pack.events[frame.event], frame)]
    told = {items[i].identity for frame in whole for players in frame.roles.values() for i, _ in players}
    return [frame for frame in joined if frame in whole or _is_alone(pack, frame, items, told)]


def _is_alone(pack: Pack, frame: Frame, items: Sequence[Item], told: set[Any]) -> bool:
    """Whether a name that no other event tells of makes the report of a status that may leave the others open."""
    rule = pack.events[frame.event].alone
    players = frame.roles.get(rule.role, []) if rule and frame.status in rule.statuses and frame.status_score >= LEAST else []
    if rule is None or len(players) != 1 or players[0][1] < TOPIC:
        return False
    name, phrases = items[players[0][0]], Phrases(pack.terms[rule.terms])
    told_by = any(not items[i].in_title and items[i].sentence == name.sentence and phrases.find(items[i].text) for i in frame.triggers)
    return told_by and name.entity is not None and not name.in_title and name.identity not in told


def _needed(event: Event) -> set[str]:
    """Roles that make a frame a report."""
    return {role for role, spec in event.roles.items() if spec.required} | {role for group in event.any_of for role in group}
