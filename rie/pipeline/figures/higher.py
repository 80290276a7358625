"""Percentages by which a sum is higher or lower: "EPS 18% higher at 28.3p"."""

import re
from collections.abc import Iterator, Sequence

from rie.pack import Pack
from rie.pipeline.frame import Item
from rie.pipeline.relations import Relation
from rie.values import Money

PLAIN = 0.8  # how sure such a relation is
_HIGHER = re.compile(r" (?:higher|lower|up|down|ahead|better|more|less),? (?:at|to) (?:(?:about|some|nearly|just) )?", re.IGNORECASE)


def higher(pack: Pack, text: str, items: Sequence[Item], relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations, a percentage by which a sum is higher as its change; the sum behind it is the figure.

    Args:
        pack: whose event of single triggers the metrics are of.
        text: what the items' offsets refer to.
        items: the document's mentions.
        relations: of the relation component.
    """
    name, event = pack.of_figures
    if event is None:
        yield from relations
        return
    percentages = pack.percentages(event)
    single = next((role for role, spec in event.roles.items() if spec.single), None)
    own, figures = f"{name}.{event.rows[0].role}", {f"{name}.{row.role}" for row in event.rows}
    known = {(relation.head, relation.child) for relation in relations if relation.label == own and relation.score >= PLAIN}
    for relation in relations:
        item, metric = items[relation.child], items[relation.head]
        percent = item.label == "PERCENT" and metric.term not in percentages and relation.label in {*figures, f"{name}.{single}"}
        told = _HIGHER.match(text, item.end) if percent and single else None
        yield relation._replace(label=f"{name}.{single}") if told and relation.label in figures else relation
        other = relation.child + 1
        if told and other < len(items) and items[other].start == told.end() and isinstance(items[other].value, Money) \
                and (relation.head, other) not in known:
            known.add((relation.head, other))
            yield Relation(relation.head, other, own, PLAIN)
