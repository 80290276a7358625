"""Figures of another metric in brackets: "PAT of Rs301m (EPS: Rs5.02), down from Rs388m (EPS: Rs6.47)".

The metric in the brackets has the figure in them and no other; each is of the period of the figure that it stands behind. What follows the
brackets goes on with the metric before them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rie.pack import Pack
from rie.pipeline.frame import Item
from rie.pipeline.relations import Relation
from rie.values import Money

SURE = 0.9
_INSIDE = re.compile(r"(?:\s?[:=]|\s(?:of|at|was))?\s?")
_PLAIN = {"profit", "profits", "loss", "losses"}
_FROM = re.compile(
    r"[^.;\n]{0,60}\b(?:from|against|versus|vs\.?|compared (?:with|to)|than)(?: (?:the|an?|about|loss|profit|pat|of))* $", re.IGNORECASE)


def asides(pack: Pack, text: str, items: Sequence[Item], relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations; those of bracketed metrics as the brackets say.

    Args:
        pack: whose event of single triggers the metrics are of.
        text: what the items' offsets refer to.
        items: the document's mentions.
        relations: of the relation component.
    """
    name, event = pack.of_figures
    inside = {} if event is None else {
        one: one + 1 for one in range(len(items) - 1) if items[one].label == event.trigger and _is_aside(items[one], items[one + 1], text)}
    if event is None or not inside:
        yield from relations
        return
    past = next((f"{name}.{row.role}" for row in event.rows if row.earlier), "")
    main = f"{name}.{event.rows[0].role}"
    figures = {f"{name}.{row.role}" for row in event.rows}
    outer = {aside: head for aside in inside if (head := _before(aside, items, inside, event.trigger)) is not None}
    told = {relation.child: relation.label for relation in relations if relation.head in outer.values() and relation.label in figures}
    made: list[Relation] = []
    for one, other in pairwise(sorted(outer)):
        number = next((i for i in range(inside[one] + 1, other) if isinstance(items[i].value, Money)), None)
        if number is None or outer[one] != outer[other]:
            continue
        if _FROM.fullmatch(text, items[inside[one]].end + 1, items[number].start):
            told[number] = past
            made.append(Relation(outer[one], number, past, SURE))
    for aside, figure in inside.items():
        if items[aside].text.lower() in _PLAIN and aside in outer:  # "Pre-tax loss £0.4m (profit £1.1m)"
            made.append(Relation(outer[aside], figure, past, SURE))
            continue
        before = max((i for i in told if i < aside and items[i].sentence == items[aside].sentence), default=None)
        made.append(Relation(aside, figure, told.get(before, main) if before is not None else main, SURE))
    claimed = {relation.child for relation in made} | set(inside.values())
    single = {f"{name}.{role}" for role, spec in event.roles.items() if spec.single}
    moved = [relation._replace(head=outer[relation.head]) if relation.label in single and relation.head in outer else relation
             for relation in relations]
    yield from (relation for relation in moved if relation.label not in figures
                or (relation.child not in claimed and relation.head not in inside))
    yield from made


def _is_aside(metric: Item, figure: Item, text: str) -> bool:
    """Whether a metric and a sum stand in brackets of their own."""
    opened, closed = text[max(metric.start - 1, 0)] == "(", text[figure.end : figure.end + 1] == ")"
    return isinstance(figure.value, Money) and opened and closed and bool(_INSIDE.fullmatch(text, metric.end, figure.start))


def _before(aside: int, items: Sequence[Item], inside: dict[int, int], trigger: str) -> int | None:
    """The metric before the brackets, in the same sentence."""
    heads = (i for i in range(aside - 1, -1, -1) if items[i].label == trigger and i not in inside)
    return next((i for i in heads if items[i].sentence == items[aside].sentence), None)
