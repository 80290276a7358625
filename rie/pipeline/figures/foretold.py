"""Ranges that a plain sentence expects of a metric: "we expect revenue to range from $1.42 billion to $1.43 billion", "consolidated
earnings of $4.75 to $4.95 per share remain achievable".

What the trained component did not see, or took for a result, is an expectation where only words that link stand between a metric and a
range, and the words around them expect it.
"""

import re
from collections.abc import Iterator, Sequence

from rie.pack import Event, Pack
from rie.pipeline.figures.foreseen import foresees
from rie.pipeline.figures.shapes import Shapes
from rie.pipeline.frame import Item
from rie.pipeline.relations import Relation
from rie.values import Money

SURE = 0.8  # how sure such a relation is
LIKELY = 0.5  # how sure another one of a figure is at least
_LINKS = re.compile(
    r"""(?:[\s,:]|@|\b(?:per|diluted|basic|share|is|are|now|currently|again|still|to|will|should|would|be|range|ranges|ranging|come|land|fall
    |total|expected|anticipated|projected|forecast|forecasted|estimated|guided|likely|of|at|in|between|from|within|the|a|an|our|its|guidance
    |outlook|approximately|about|around|roughly|for|remains?|unchanged|basis|year|fiscal|full|quarter|both|which|same)\b)*""",
    re.IGNORECASE | re.VERBOSE)
_TO = re.compile(r" (?:to|and) (?:about |approximately )?| ?[-–—] ?")
_WITH = re.compile(r"(?<!,) with (?:annual )?$")  # "will back makers with sales of $20 million to $100 million"
_REMAINS = re.compile(r"(?: per (?:\w+ ){0,2}share)?,? (?:is|are|remains?) (?:still )?(?:achievable|attainable|appropriate|realistic)\b")


def foretold(pack: Pack, text: str, items: Sequence[Item], relations: Sequence[Relation],
             bounds: Sequence[tuple[int, int]]) -> list[Relation]:
    """The relations, and those of ranges that a sentence expects.

    Args:
        pack: whose event of single triggers the metrics are of.
        text: what the items' offsets refer to.
        items: the document's mentions.
        relations: of the relation component.
        bounds: start and end of each sentence.
    """
    name, event = pack.of_figures
    row = next((row.role for row in event.rows if row.ends), None) if event else None
    if event is None or row is None:
        return list(relations)
    taken, shapes = {relation.child for relation in relations if relation.score >= LIKELY}, Shapes(text, items)
    found = (Relation(head, child, f"{name}.{row}", SURE) for head, child in _linked(event, items, text, pack.percentages(event)))
    return [*relations, *(one for one in found if one.child not in taken and _is_expected(one, items, shapes, bounds))]


def as_expected(pack: Pack, text: str, items: Sequence[Item], relations: Sequence[Relation],
                bounds: Sequence[tuple[int, int]]) -> list[Relation]:
    """The relations, those of ranges that were taken for results and that their sentence expects as expectations; arguments as above."""
    name, event = pack.of_figures
    row = next((row.role for row in event.rows if row.ends), None) if event else None
    if event is None or row is None:
        return list(relations)
    shapes, main = Shapes(text, items), f"{name}.{event.rows[0].role}"
    return [one._replace(label=f"{name}.{row}") if one.label == main and _is_expected(one, items, shapes, bounds) else one
            for one in relations]


def _linked(event: Event, items: Sequence[Item], text: str, percentages: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Metrics with the ranges behind them that only words which link part from them."""
    for number, item in enumerate(items):
        if item.label != event.trigger:
            continue
        figure = next((i for i in range(number + 1, len(items)) if items[i].label not in {"DATE", "PERIOD"}), None)
        if figure is None or not _is_range(figure, items, text) or (items[figure].label == "PERCENT") != (item.term in percentages):
            continue
        if items[figure].sentence == item.sentence and _LINKS.fullmatch(Shapes(text, items[number + 1 : figure]).shape(
                item.end, items[figure].start)):
            yield number, figure


def _is_range(number: int, items: Sequence[Item], text: str) -> bool:
    """Whether a sum is a range, or a percentage an end of one."""
    value = items[number].value
    if isinstance(value, Money):
        return value.high is not None
    return _are_ends(number, items, text) or (number > 0 and _are_ends(number - 1, items, text))


def _are_ends(number: int, items: Sequence[Item], text: str) -> bool:
    """Whether a percentage and the next one are the ends of a range."""
    pair = items[number : number + 2]
    alike = [item.label for item in pair] == ["PERCENT", "PERCENT"]
    return alike and _TO.fullmatch(text, pair[0].end, pair[1].start) is not None


def _is_expected(relation: Relation, items: Sequence[Item], shapes: Shapes, bounds: Sequence[tuple[int, int]]) -> bool:
    """Whether a sentence expects a range of a metric."""
    metric, figure = items[relation.head], items[relation.child]
    if metric.sentence != figure.sentence or not _is_range(relation.child, items, shapes.text):
        return False
    first, last = sorted((metric, figure), key=lambda item: item.start)
    start, end = bounds[metric.sentence]
    if _WITH.search(shapes.text[start : metric.start]):
        return False
    behind = shapes.words(last.end, end)
    return foresees(shapes.shape(start, first.start), shapes.shape(first.end, last.start), behind, metric_first=metric is first) or (
        _REMAINS.match(behind) is not None)
