"""Sentences that begin with what somebody does and end with who: "Taking over as chairman is Jane Roe", "Succeeding him is John Doe",
"The new chairman is Jane Roe".
"""

import re
from collections.abc import Iterator, Sequence

from rie.pack import Event, Pack
from rie.pipeline.frame import Item
from rie.pipeline.relations import Relation

TOLD = 0.9  # how sure such a relation is
NEW = "new"
SUCCESSOR = "successor"
_BEGINS = re.compile(r"(?:^|[.!?:;\n][\"”’']?)\s*[\"“‘']?$")
_IS = re.compile(r"\b(?:is|are|was|were|will be)(?: (?:the|Mr|Mrs|Ms|Dr|Sir|Dame)\b\.?)* $")
_WILL_BE = re.compile(r" (?:is|are|will be|is to be)(?: (?:Mr|Mrs|Ms|Dr|Sir|Dame)\b\.?)? ")
_ENDS = re.compile(r"[,.;:]|$| \(| who\b| from\b")
_OBJECT = re.compile(r" (?:(?:Mr|Mrs|Ms|Dr|Sir|Dame)\b\.? )?")


def inverted(pack: Pack, text: str, items: Sequence[Item], relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations, those of a participle that opens a sentence as the words order them.

    Args:
        pack: whose events of people are told so.
        text: what the items' offsets refer to.
        items: the document's mentions.
        relations: of the relation component.
    """
    told: list[Relation] = []
    for name, event in pack.events.items():
        for number, item in enumerate(items) if len(event.tie) > 1 else ():
            if item.label == event.trigger and item.text.endswith("ing") and _BEGINS.search(text, max(item.start - 4, 0), item.start):
                told += _told(name, event, number, items, text)
            elif item.label == event.trigger and item.text.lower() == NEW:
                told += _new(name, event, number, items, text)
            elif item.label == event.trigger and item.text.lower() == SUCCESSOR:
                told += _next(name, event, number, items, text)
    placed = {(relation.head, relation.child) for relation in told}
    yield from (relation for relation in relations if (relation.head, relation.child) not in placed)
    yield from told


def _told(name: str, event: Event, trigger: int, items: Sequence[Item], text: str) -> Iterator[Relation]:
    comes, goes = event.tie
    behind = [i for i in range(trigger + 1, len(items)) if items[i].sentence == items[trigger].sentence and not items[i].key]
    people = [i for i in behind if items[i].label in event.roles[comes].labels]
    who = next((i for i in people if not items[i].refers and _IS.search(text, items[trigger].end, items[i].start)), None)
    if who is None or any(items[i].label == event.trigger for i in behind if i < who):
        return
    yield Relation(trigger, who, f"{name}.{comes}", TOLD)
    if people[0] != who and _OBJECT.fullmatch(text, items[trigger].end, items[people[0]].start):
        yield Relation(trigger, people[0], f"{name}.{goes}", TOLD)
    for role, spec in event.roles.items():
        if spec.paired:
            yield from (Relation(trigger, i, f"{name}.{role}", TOLD) for i in behind if i < who and items[i].label in spec.labels)


def _new(name: str, event: Event, trigger: int, items: Sequence[Item], text: str) -> Iterator[Relation]:
    """ "Its new chairman will be Jane Roe": she takes up the post."""
    post, who = trigger + 1, trigger + 2
    role = next((role for role, spec in event.roles.items() if spec.paired), None)
    if role is None or who >= len(items) or items[post].label not in event.roles[role].labels or not items[who].entity \
            or items[who].label not in event.roles[event.tie[0]].labels or text[items[trigger].end : items[post].start] != " ":
        return
    if _WILL_BE.fullmatch(text, items[post].end, items[who].start) and _ENDS.match(text, items[who].end):
        yield Relation(trigger, who, f"{name}.{event.tie[0]}", TOLD)
        yield Relation(trigger, post, f"{name}.{role}", TOLD)


def _next(name: str, event: Event, trigger: int, items: Sequence[Item], text: str) -> Iterator[Relation]:
    """ "His successor is Jane Roe": she comes."""
    who = trigger + 1
    if who < len(items) and items[who].entity and items[who].label in event.roles[event.tie[0]].labels \
            and _WILL_BE.fullmatch(text, items[trigger].end, items[who].start) and _ENDS.match(text, items[who].end):
        yield Relation(trigger, who, f"{name}.{event.tie[0]}", TOLD)
