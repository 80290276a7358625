"""Figures told by what they moved from: "a fall in interim profits from £11.3m to £8.9m" tells the earlier one first."""

import re
from collections.abc import Iterator, Sequence

from rie.pack import Pack
from rie.pipeline.frame import Item
from rie.pipeline.relations import Relation

REACH = 70  # characters before a metric in which it is said to move
_MOVE = re.compile(
    r"\b(?:falls?|drops?|rises?|increases?|decreases?|declines?|jumps?|growth|slumps?|slides?|dips?|surges?|plunges?|climb|gains?|advances?"
    r"|improvements?|reductions?|downturn|leap|slip|setback|halving|doubling|trebling|tripling) (?:in|of)\b"
    r"[^.;,\n$€£\d]{0,50}$", re.IGNORECASE)
_MOVED = re.compile(
    r" (?:(?:was|were) (?:up|down)|to (?:rise|fall|grow|increase|decrease|decline|drop|climb|jump|improve)"
    r"|(?:(?:had|have|has) )?(?:fell|fallen|rose|risen|grew|grown"
    r"|dropped|declined|decreased|increased|jumped|slumped|slid|dipped|surged"
    r"|plunged|climbed|gained|advanced|improved|tumbled|slipped|leapt|edged (?:up|down)))(?: (?:sharply|slightly|again|further|steeply))?"
    r"(?: by [^.;\n]{1,20})?,? from (?:pounds )?$", re.IGNORECASE)
_FROM = re.compile(r"[^.;\n$€£\d]{0,40}\bfrom(?: (?:about|around|some|nearly|pounds))? $", re.IGNORECASE)
_TO = re.compile(r" to (?:(?:about|around|some|nearly|just|only|pounds) )*", re.IGNORECASE)


def moved(pack: Pack, text: str, items: Sequence[Item], relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations, the first of two figures that a metric moved between as the earlier one.

    Args:
        pack: whose events tell figures and earlier ones.
        text: what the items' offsets refer to.
        items: the document's mentions.
        relations: of the relation component.
    """
    known = {(relation.head, relation.child) for relation in relations}
    past = {f"{name}.{event.rows[0].role}": f"{name}.{row.role}" for name, event in pack.events.items() if event.rows and not event.joins
            for row in event.rows if row.earlier}
    figures = past | {label: label for label in past.values()}
    second = {(relation.head, relation.child): relation for relation in relations if relation.label in figures and relation.child > 0
              and _moves(items[relation.head], items[relation.child - 1], items[relation.child], text)}
    now = {label: main for main, label in past.items()}
    for relation in relations:
        if relation.label in figures and (relation.head, relation.child + 1) in second:
            yield relation._replace(label=figures[relation.label])
        elif relation.label in figures and (relation.head, relation.child) in second:
            yield relation._replace(label=now.get(relation.label, relation.label))
        else:
            yield relation
    yield from (relation._replace(child=number - 1, label=figures[relation.label]) for (head, number), relation in second.items()
                if (head, number - 1) not in known)


def _moves(metric: Item, one: Item, other: Item, text: str) -> bool:
    """Whether a metric is said to move from one figure to another."""
    if metric.end > one.start or one.label != other.label or not _TO.fullmatch(text, one.end, other.start):
        return False
    noun = _MOVE.search(text, max(metric.start - REACH, 0), metric.start) and _FROM.fullmatch(text, metric.end, one.start)
    return bool(noun or _MOVED.fullmatch(text, metric.end, one.start))
