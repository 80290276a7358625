"""Lists of companies in brief: entries that begin with the name that all their figures are of, "HOOLI TOOLS: Year to 31 May. Pre-tax loss
£0.4m (profit £1.1m)", and sections that have it for a heading, "Hooli (NYSE: HOO), Q3 2022".
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from rie.pack import Pack
from rie.pipeline.events.entries import MARK, line_of
from rie.pipeline.frame import Item
from rie.pipeline.relations import Relation

LEAST = 2  # entries of such a list
SURE = 0.9
_HEADS = re.compile(r"[^\S\n]?(?::|\|)[^\S\n]")
_HEADING = re.compile(  # what may stand behind a name that is a heading: its symbol, and what is reported
    r"(?:[^\S\n]*+(?:[(\[][^()\[\]\n]{1,30}[)\]]|[,:|\u2013\u2014-]|[A-Z]{0,3}\d[\w'\u2019/]*+"
    r"|(?i:first|second|third|fourth|quarter|qtr|half|full|year|fiscal|results?|reports?|earnings|update|ended|to|for|the"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?)(?!\w)))*+[^\S\n]*(?:\n|$)")


def of_briefs(pack: Pack, text: str, items: Sequence[Item], relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations, and the names of the entries as the companies of those figures in them that no other name of the entry is told of.

    Args:
        pack: whose event of single triggers the metrics are of.
        text: what the items' offsets refer to.
        items: the document's mentions.
        relations: of the relation component.
    """
    name, event = pack.of_figures
    if event is None or pack.subject is None:
        yield from relations
        return
    role = next((role for role, spec in event.roles.items() if pack.subject and pack.subject.label in spec.labels), None)
    heads = {**_over_sections(pack.subject.label, event.trigger, text, items), **_of_lines(pack.subject.label, event.trigger, text, items)}
    known = set[int]()
    for relation in relations:
        head = heads.get(relation.head) if relation.label == f"{name}.{role}" else None
        if head is not None and items[relation.child].start < items[head].start:
            continue
        known |= {relation.head} if relation.label == f"{name}.{role}" else set()
        yield relation
    yield from (Relation(number, head, f"{name}.{role}", SURE) for number, head in heads.items() if role and number not in known)


def _of_lines(label: str, trigger: str, text: str, items: Sequence[Item]) -> Mapping[int, int]:
    """For each metric of an entry of one line the name that begins it."""
    heads = {line: number for number, line in _opening(label, text, items) if _HEADS.match(text, items[number].end)}
    if len({items[number].identity for number in heads.values()}) < LEAST:
        return {}
    lines = ((number, line_of(text, item)) for number, item in enumerate(items) if item.label == trigger and not item.key)
    return {number: heads[line] for number, line in lines if line in heads}


def _over_sections(label: str, trigger: str, text: str, items: Sequence[Item]) -> Mapping[int, int]:
    """For each metric below a heading that is a name the nearest such name."""
    heads = [number for number, _ in _opening(label, text, items) if _HEADING.match(text, items[number].end)]
    found: dict[int, int] = {}
    for number, item in enumerate(items):
        if item.label == trigger and not item.key:
            above = [head for head in heads if items[head].end < item.start]
            found |= {number: above[-1]} if above else {}
    return found if len({items[head].identity for head in found.values()}) >= LEAST else {}


def _opening(label: str, text: str, items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """The names that open lines below the title, and where these begin."""
    for number, item in enumerate(items):
        if item.label == label and item.entity and not item.key and not item.in_title:
            line = line_of(text, item)
            if item.start - line <= MARK:
                yield number, line
