"""Figures that a sentence tells "respectively", where nothing says which is whose: "raised the diluted and adjusted earnings per share
ranges to $10.95 to $11.25 and $11.55 to $11.85, respectively".
"""

import re
from collections.abc import Iterator, Sequence

from rie.pack import Event
from rie.pipeline.frame import Item
from rie.pipeline.relations import Relation

MOST = 2  # figures of one metric that two periods may tell in turn
_RESPECTIVELY = re.compile(r"\b(?:respec[a-z]+ly)\b", re.IGNORECASE)
_LISTED = re.compile(r"(?:,|,? and|,? or|&| to| ?[-\u2013])? ?(?:about |approximately |between )?", re.IGNORECASE)
_TO = re.compile(r"(?: to| ?[-\u2013]) ?(?:about )?", re.IGNORECASE)


def unpaired(event: Event, items: Sequence[Item], text: str, relations: Sequence[Relation]) -> Iterator[int]:
    """The figures of a list that one metric has all of, though they are ranges or more than two.

    Args:
        event: whose figures are told.
        items: the document's mentions.
        text: what their offsets refer to.
        relations: of the relation component.
    """
    labels = set(event.roles[event.rows[0].role].labels)
    for match in _RESPECTIVELY.finditer(text):
        last = max((i for i, item in enumerate(items) if not item.key and item.end <= match.start() and item.label in labels), default=None)
        if last is None or match.start() - items[last].end > 2:
            continue
        listed, ranges = _list(items, text, last, labels)
        for head in dict.fromkeys(relation.head for relation in relations if relation.child in listed):
            mine = {relation.child for relation in relations if relation.head == head and relation.child in listed}
            if len(mine) > MOST or (ranges and len(mine) > 1 and len(listed) > len(mine)) or (ranges > 1 and len(mine) == len(listed)):
                yield from sorted(listed)


def _list(items: Sequence[Item], text: str, last: int, labels: set[str]) -> tuple[set[int], int]:
    """The figures of the list that ends with one, and how many of them are ranges or the low ends of such."""
    listed, number = {last}, last
    while number > 0 and items[number - 1].label in labels and not items[number - 1].key and _LISTED.fullmatch(
            text, items[number - 1].end, items[number].start):
        number -= 1
        listed.add(number)
    ranges = sum(bool(_TO.fullmatch(text, items[i].end, items[i + 1].start)) for i in listed if i + 1 in listed)
    whole = sum(getattr(items[i].value, "high", None) is not None for i in listed)
    return listed, ranges + whole
