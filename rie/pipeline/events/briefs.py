"""Lists of companies in brief, each entry of which begins with the name that all its figures are of: "HOOLI TOOLS: Year to 31 May. Pre-tax
loss £0.4m (profit £1.1m)".
"""

import re
from collections.abc import Iterator, Sequence

from rie.pack import Pack
from rie.pipeline.events.entries import MARK, line_of
from rie.pipeline.frame import Item
from rie.pipeline.relations import Relation

LEAST = 2  # entries of such a list
SURE = 0.9
_HEADS = re.compile(r"[^\S\n]?(?::|\|)[^\S\n]")


def of_briefs(pack: Pack, text: str, items: Sequence[Item], relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations, and the names of the entries as the companies of those figures in them that no other name is told of.

    Args:
        pack: whose event of single triggers the metrics are of.
        text: what the items' offsets refer to.
        items: the document's mentions.
        relations: of the relation component.
    """
    yield from relations
    name, event = pack.of_figures
    if event is None or pack.subject is None:
        return
    heads = {line: number for number, item in enumerate(items) if item.label == pack.subject.label and item.entity and not item.key
             for line in [line_of(text, item)] if item.start - line <= MARK and _HEADS.match(text, item.end)}
    if len({items[number].identity for number in heads.values()}) < LEAST:
        return
    role = next((role for role, spec in event.roles.items() if pack.subject.label in spec.labels), None)
    known = {relation.head for relation in relations if relation.label == f"{name}.{role}"}
    for number, item in enumerate(items):
        head = heads.get(line_of(text, item)) if item.label == event.trigger and not item.key else None
        if head is not None and role and number not in known:
            yield Relation(number, head, f"{name}.{role}", SURE)
