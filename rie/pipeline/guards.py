"""Guards over the trained relations: roles that the words of a sentence must bear out.

"Sees 2022 revenue of $5m" is an expectation, "2022 revenue of $5m" is none; "revenue rose by $5m" tells no revenue.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from rie.pack import Pack, Role
from rie.pipeline.figures import Phrases, is_a_share
from rie.pipeline.frame import Item
from rie.pipeline.relations import Relation
from rie.values import Money

_OR = re.compile(r",?\s*(?:or|equal to|equivalent to)\s+", re.IGNORECASE)
BEHIND = 8  # characters behind a trigger that say what it means: "steps down"
REACH = 60  # characters before a player in which words against its role are looked for


def guarded(pack: Pack, terms: Mapping[str, Phrases], text: str, items: Sequence[Item],
            relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations that the words bear out; one without its cue plays the role that the pack gives it instead.

    Args:
        pack: whose roles name the vocabularies.
        terms: the compiled vocabularies.
        text: what the items' offsets refer to.
        items: the document's mentions.
        relations: of the relation component.
    """
    bounds = _sentences(text, items)
    for relation in _with_shares(pack, text, items, relations):
        event, _, role = relation.label.partition(".")
        spec = pack.events[event].roles.get(role) if event in pack.events else None
        if spec is None:
            yield relation
            continue
        player = items[relation.child]
        if spec.never_after and terms[spec.never_after].find(text[max(player.start - REACH, 0) : player.start]):
            continue
        start, end = bounds[player.sentence]
        if spec.single and items[relation.head].term in pack.percentages(pack.events[event]):
            role, spec = pack.events[event].rows[0].role, pack.events[event].roles[pack.events[event].rows[0].role]
        around = f"{text[start : player.start]}#{text[player.end : end]}"
        trigger = text[items[relation.head].start : items[relation.head].end + BEHIND]
        role = next((other for other, name in spec.turned_by.items() if terms[name].find(trigger)), role)
        told = next((other for other, name in spec.told_around.items() if terms[name].find(around)), None)
        told = told or _role(role, spec, terms, text[start:end], text[start : player.start])
        yield relation._replace(label=f"{event}.{told}")


def _role(role: str, spec: Role, terms: Mapping[str, Phrases], sentence: str, before: str) -> str:
    if spec.cues and spec.without_cue and not terms[spec.cues].find(sentence):
        return spec.without_cue
    return next((other for other, name in spec.told_by.items() if terms[name].find(before)), role)


def _with_shares(pack: Pack, text: str, items: Sequence[Item], relations: Sequence[Relation]) -> Iterator[Relation]:
    """ "A net loss of $9.4 million, or 24 cents a share": the sum a share is told of whatever the sum before it is told of."""
    known = {(relation.head, relation.child) for relation in relations}
    of_rows = {f"{name}.{row.role}" for name, event in pack.events.items() for row in event.rows}
    for relation in relations:
        yield relation
        other = relation.child + 1
        if relation.label not in of_rows or other >= len(items) or (relation.head, other) in known:
            continue
        one, two = items[relation.child], items[other]
        both = isinstance(one.value, Money) and isinstance(two.value, Money)
        if both and _OR.fullmatch(text, one.end, two.start) and is_a_share(text, two.end) and not is_a_share(text, one.end):
            yield relation._replace(child=other)


def _sentences(text: str, items: Sequence[Item]) -> dict[int, tuple[int, int]]:
    """For each sentence with mentions the characters from the end of the one before to the start of the next."""
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for item in items:
        starts[item.sentence] = min(starts.get(item.sentence, item.start), item.start)
        ends[item.sentence] = max(ends.get(item.sentence, 0), item.end)
    return {number: (_back(text, starts[number]), _ahead(text, ends[number])) for number in starts}


def _back(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind(". ", 0, at)) + 1


def _ahead(text: str, at: int) -> int:
    found = [place for mark in ("\n", ". ") if (place := text.find(mark, at)) >= 0]
    return min(found, default=len(text))
