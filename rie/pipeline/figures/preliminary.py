"""Preliminary results: what "is expected to be approximately $69.7 million" of a quarter that is over, before the books are closed, is
reported, not foretold.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from rie.pack import Event, Pack
from rie.pipeline.frame import Item
from rie.pipeline.relations import Relation
from rie.values import Money, Period

OPENING = 700  # characters in which a text says that its results are preliminary
_PRELIMINARY = re.compile(
    r"\bpreliminary,? (?:and )?(?:[a-z0-9/-]+,? ){0,6}(?:results|revenues?|sales|figures|estimates|net|earnings)\b", re.IGNORECASE)
_IS = re.compile(
    r"\b(?:(?:is|are|was|were|to be|be) (?:now |currently )?(?:expected|anticipated|estimated)|(?:expects?|anticipates?|estimates?))\b",
    re.IGNORECASE)


def preliminary(pack: Pack, text: str, items: Sequence[Item], relations: Sequence[Relation], published: date | None) -> Iterator[Relation]:
    """The relations, those of what a text of preliminary results expects of a period that is over as of what was reported.

    Args:
        pack: whose event of figures tells what is expected.
        text: what the items' offsets refer to.
        items: the document's mentions.
        relations: between them.
        published: the day on which it was told.
    """
    name, event = pack.of_figures
    early = event is not None and published is not None and _PRELIMINARY.search(text, 0, OPENING)
    for relation in relations:
        expected = early and event and published and relation.label in _expected(name, event)
        if expected and event and published and _is_over(text, items, relation, published):
            yield relation._replace(label=f"{name}.{event.rows[0].role}")
        else:
            yield relation


def _expected(name: str, event: Event) -> set[str]:
    return {f"{name}.{row.role}" for row in event.rows if row.ends}


def _is_over(text: str, items: Sequence[Item], relation: Relation, published: date) -> bool:
    """Whether one sum is expected of the period that its paragraph names last before it, and that is over."""
    figure = items[relation.child]
    start = text.rfind("\n", 0, figure.start) + 1
    one = not isinstance(figure.value, Money) or figure.value.high is None
    dated = [item.value for item in items if start <= item.start < figure.start and isinstance(item.value, Period) and not item.compared
             and item.value.precision != "day"]
    told = _IS.search(text, start, figure.start) is not None
    return bool(one and told and dated and dated[-1].last <= published)
