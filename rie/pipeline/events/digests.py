"""Digests: texts whose paragraphs each tell news of somebody else. Nothing that one of them tells is of the names of another.

"Hooli raised $5m from Acme." / "It plans to hire." / "Globex bought Initech; the price was not given." / "Vandelay is in talks to ...".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rie.pack import Event, Pack
from rie.pipeline.frame import Item
from rie.pipeline.relations import Relation

LEAST = 3  # entries that tell a deal or a round of their own
MOST = 0.5  # share of the entries that do, or more
APART = 0.75  # share of those whose names stand in no other entry, or more
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


def in_digest(pack: Pack, text: str, items: Sequence[Item], relations: Sequence[Relation]) -> list[Item]:
    """The mentions with the entry of a digest that they stand in; unchanged where the text is none.

    Args:
        pack: whose events say which roles they cannot do without.
        text: what the items' offsets refer to.
        items: the document's mentions.
        relations: between them.
    """
    told = [relation for relation in relations if _is_key(pack, relation.label)]
    if len(told) < LEAST or any(item.key or item.meant is not None for item in items):
        return list(items)
    entries = _entries(text, items)
    names = _names_of(entries, items)
    telling = {entries[relation.child] for relation in told if entries.get(relation.head) == entries.get(relation.child, -1)} & names.keys()
    titled = {item.identity for item in items if item.entity and item.in_title}
    apart = [entry for entry in telling if not any(names[entry] & names[other] for other in names if other != entry)]
    few = len(telling) < max(LEAST, MOST * len(names)) or len(apart) < APART * len(telling)
    if few or any(titled & who for who in names.values()):
        return list(items)
    return [replace(item, entry=entries.get(number)) for number, item in enumerate(items)]


def _entries(text: str, items: Sequence[Item]) -> Mapping[int, int]:
    """For each mention of the text where its entry begins: a paragraph that names nobody new goes on with the one before."""
    found: dict[int, int] = {}
    start, known = 0, set[object]()
    for match in _PARAGRAPH.finditer(text):
        here = [i for i, item in enumerate(items) if match.start() <= item.start < match.end() and not item.key and not item.in_title]
        names = {items[i].identity for i in here if items[i].entity}
        if names and not names & known:
            start, known = match.start(), set()
        known |= names
        found |= dict.fromkeys(here, start)
    return found


def _names_of(entries: Mapping[int, int], items: Sequence[Item]) -> dict[int, set[object]]:
    names: dict[int, set[object]] = {}
    for number, entry in entries.items():
        if items[number].entity:
            names.setdefault(entry, set()).add(items[number].identity)
    return names


def _is_key(pack: Pack, label: str) -> bool:
    """Whether a role is one that a deal or a round cannot do without."""
    name, _, role = label.partition(".")
    return _is_news(pack.events.get(name)) and role in pack.events[name].roles and pack.events[name].roles[role].required


def _is_news(event: Event | None) -> bool:
    """Whether an event is one of companies alone, of which a text may tell several: neither figures nor changes of people."""
    return event is not None and event.joins and not event.tie


def of_own_entry(pack: Pack, items: Sequence[Item], relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations without those of deals and rounds between two entries."""
    for relation in relations:
        news = _is_news(pack.events.get(relation.label.partition(".")[0]))
        if not (news and are_apart(items[relation.head], items[relation.child])):
            yield relation


def are_apart(one: Item, other: Item) -> bool:
    """Whether two mentions stand in two entries of a digest."""
    return one.entry is not None and other.entry is not None and one.entry != other.entry
