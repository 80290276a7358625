"""Entries of a list: "* Hooli has named Jane Roe as treasurer." is about nobody of the entries beside it; nor are the paragraphs of a
digest, each of which opens with a name of its own.
"""

import re
from collections.abc import Iterator, Sequence

from rie.pack import Pack
from rie.pipeline.events.digests import are_apart
from rie.pipeline.frame import Item
from rie.pipeline.relations import Relation

_ROW = re.compile(r"[^\n]* \| ")
_ENTRY = re.compile(  # a picture or flag opens an entry of a newsletter
    r"[^\S\n]*+(?:\| |[•*▪·–-]\s|[•*▪·](?=[A-Z])|\d{1,2}[.)]\s|[\U0001F1E6-\U0001F1FF]{2} ?\w"
    r"|[\U0001F300-\U0001FAFF]\uFE0F? ?\w|[^\n]* \| )"
)


MARK = 4  # characters before the name that opens a paragraph
LEAST = 4  # paragraphs of a digest
MOST = 0.6  # share of them that open with a name that stands in none before


def entries_of(text: str, items: Sequence[Item]) -> list[int | None]:
    """For each mention the entry of a list or digest that it stands in: where its line begins, None elsewhere."""
    lines = [line_of(text, item) for item in items]
    first: dict[int, Item] = {}
    for line, item in zip(lines, items, strict=True):
        if not item.key and not item.in_title and item.entity:
            first.setdefault(line, item)
    known: set[object] = set()
    own = 0
    for line, item in sorted(first.items()):
        own += item.start - line <= MARK and item.identity not in known
        known |= {other.identity for other, at in zip(items, lines, strict=True) if at == line and other.entity}
    digest = len(first) >= LEAST and own >= MOST * len(first)
    listed = (line if not item.key and not item.in_title and (digest or _ENTRY.match(text, line)) else None
              for line, item in zip(lines, items, strict=True))
    return [line if item.entry is None else item.entry for line, item in zip(listed, items, strict=True)]


def told_elsewhere(text: str, here: Item, subject: int, items: Sequence[Item]) -> bool:
    """Whether a name stands only in other entries of the list or digest whose entry tells of an event.

    Args:
        text: what the items' offsets refer to.
        here: the trigger of the event.
        subject: number of the name.
        items: the document's mentions.
    """
    if are_apart(here, items[subject]):
        return True
    own = line_of(text, here)
    if items[subject].key or not _ENTRY.match(text, own):
        return False
    mentions = [item for item in items if item.identity == items[subject].identity]
    starts = {line_of(text, item) for item in mentions}
    return own not in starts and all(_ENTRY.match(text, start) for start in starts)


def within_entries(pack: Pack, text: str, items: Sequence[Item], relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations without those between two entries that each tell an event of their own: "* Hooli raised ... * Initech raised ...".

    Entries tell one event each where the one that it cannot do without stands in the entry, and is not that of the other entry.
    """
    lines = [line_of(text, item) for item in items]
    listed = {start for start in set(lines) if _ENTRY.match(text, start)}
    own: dict[tuple[str, int], set[object]] = {}
    for head, child, label, _ in relations:
        event, _, role = label.partition(".")
        if lines[head] == lines[child] in listed and event in pack.events and role in _keys(pack, event):
            own.setdefault((event, lines[head]), set()).add(items[child].identity)
    for relation in relations:
        event = relation.label.partition(".")[0]
        here, there = (own.get((event, lines[i])) for i in (relation.head, relation.child))
        if lines[relation.head] == lines[relation.child] or not here or not there or here & there:
            yield relation


def _keys(pack: Pack, event: str) -> list[str]:
    """The roles whose players tell events of a kind apart."""
    spec = pack.events[event]
    return spec.tie or [role for role, one in spec.roles.items() if one.required]


def of_row(text: str, here: Item, labels: set[str], items: Sequence[Item]) -> list[int]:
    """The only name that the row of a table holds beside a trigger, as a list; empty where there are more, or no row."""
    own = line_of(text, here)
    if not _ROW.match(text, own):
        return []
    named = [i for i, item in enumerate(items) if item.label in labels and item.entity and not item.key and line_of(text, item) == own]
    return named if len(named) == 1 else []


def line_of(text: str, item: Item) -> int:
    """Where the line of a mention begins."""
    return text.rfind("\n", 0, item.start) + 1
