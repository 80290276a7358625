"""Names beside another name that play no role with it: other names of the same thing, and names in what describes it.

"Hooli (fka Pied Piper), a maker of Augmented Reality (AR) kits, raised $5m": only Hooli raised it.
"""

import re
from collections.abc import Iterator, Sequence

from rie.pack import Pack
from rie.pipeline.frame import Item
from rie.pipeline.relations import Relation

_BRACKETS = r"(?:\*?\s*\([^()]*\)\*?)?"
_OPENS = re.compile(
    rf"{_BRACKETS},?\s+(?:an?|the|one of|two|three|both|parent(?: company)? of|provider of|maker of|developer of)\s", re.IGNORECASE)
_NAMED = (r"(?:fka|f/k/a|formerly(?: known as| called)?|previously(?: known as| called)?|aka|a/k/a|a\.k\.a\.|also known as"
          r"|better known as|dba|d/b/a|doing business as|now(?: known as| called)?)")
_OTHER = re.compile(rf"[*™®]*\s*\(\s*(?:{_NAMED}:?\s+)?[\"“‘']?", re.IGNORECASE)
_CLOSES = re.compile(r"[*™®]*[\"”’']?\s*\)")
_FORMERLY = re.compile(rf",?\s+\(?{_NAMED}\s+", re.IGNORECASE)
_TIED = re.compile(r"\b(?:with|to|of|by|from|in|for|at|told|and)(?:\s+the)?\s+$", re.IGNORECASE)
_ALSO = re.compile(r",\s+(?:and|as well as)\s+(?:[\w.]+-based\s+)?$", re.IGNORECASE)
_SPEAKS = re.compile(r"\b(?:said|says?|announce[ds]?|report(?:s|ed)|confirm(?:s|ed)|told|tells|add(?:s|ed)|disclose[ds]?)\b")
_OWNED_BY = re.compile(r"\b(?:owned|controlled) by (?:(?:the|its|an?) )?(?:[a-z][\w-]* ){0,4}$")
_GOES_ON = re.compile(rf"{_BRACKETS},?\s", re.IGNORECASE)


def settled(pack: Pack, text: str, items: Sequence[Item], relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations without those of names that stand beside another name: what they play that name plays, unless it plays something.

    Args:
        pack: whose events are told of names.
        text: what the items' offsets refer to.
        items: the document's mentions.
        relations: of the relation component.
    """
    known = {(relation.head, relation.child) for relation in relations}
    played = {(relation.head, relation.child, relation.label) for relation in relations}
    other = dict(_other_names(text, items))
    for relation in relations:
        event, _, role = relation.label.partition(".")
        spec = pack.events[event].roles.get(role) if event in pack.events and not pack.events[event].part else None
        if spec is None or not items[relation.child].entity:
            yield relation
            continue
        name = other.get(relation.child)
        beside = name if name is not None else _describes(pack, text, items, relation.head, relation.child)
        owner = spec.owner_of and beside is not None and (relation.head, beside, f"{event}.{spec.owner_of}") in played \
            and _OWNED_BY.search(text, max(items[relation.child].start - 60, 0), items[relation.child].start)
        if beside is None or owner or items[beside].label not in spec.labels:
            yield relation
        elif (name is not None or spec.required or spec.distinct) and (relation.head, beside) not in known:
            known.add((relation.head, beside))
            yield relation._replace(child=beside)


def _other_names(text: str, items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Mentions that are another name of the one before: "Google (GOOG)", "Hooli, formerly Pied Piper"."""
    for number in range(1, len(items)):
        one, two = items[number - 1], items[number]
        if two.key or not (one.entity and two.entity) or one.label != two.label:
            continue
        bracketed = _OTHER.fullmatch(text, one.end, two.start) and _CLOSES.match(text, two.end)
        if bracketed or _FORMERLY.fullmatch(text, one.end, two.start):
            yield number, number - 1


def _describes(pack: Pack, text: str, items: Sequence[Item], trigger: int, number: int) -> int | None:
    """The company in whose description before the trigger a mention stands; None where it stands in none."""
    here, verb = items[number], items[trigger]
    if here.key or here.sentence != verb.sentence or here.end > verb.start:
        return None
    subject = next((i for i in range(number) if items[i].sentence == here.sentence and items[i].entity), None)
    if subject is None or pack.labels[items[subject].label].entity != "company" or not _OPENS.match(text, items[subject].end):
        return None
    if _TIED.search(text, max(items[subject].start - 20, 0), items[subject].start):
        return None
    if _SPEAKS.search(text, items[subject].end, here.start):
        return None  # what it says is no description of it
    close = text.rfind(",", here.end, verb.start)
    if close < 0 or any(item.entity and close < item.start < verb.start for item in items):
        return None
    joined = _ALSO.search(text[items[subject].end : here.start]) and here.label == items[subject].label and _GOES_ON.match(text, here.end)
    return None if joined else subject
