"""Guards over the trained relations: roles that the words of a sentence must bear out.

"Sees 2022 revenue of $5m" is an expectation, "2022 revenue of $5m" is none; "revenue rose by $5m" tells no revenue.
"""

from collections.abc import Iterator, Mapping, Sequence

from rie.pack import Pack, Role
from rie.pipeline.figures import Phrases
from rie.pipeline.frame import Item
from rie.pipeline.relations import Relation

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
    for relation in relations:
        event, _, role = relation.label.partition(".")
        spec = pack.events[event].roles.get(role) if event in pack.events else None
        if spec is None:
            yield relation
            continue
        player = items[relation.child]
        if spec.never_after and terms[spec.never_after].find(text[max(player.start - REACH, 0) : player.start]):
            continue
        start, end = bounds[player.sentence]
        yield relation._replace(label=f"{event}.{_role(role, spec, terms, text[start:end])}")


def _role(role: str, spec: Role, terms: Mapping[str, Phrases], sentence: str) -> str:
    return spec.without_cue if spec.cues and spec.without_cue and not terms[spec.cues].find(sentence) else role


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
