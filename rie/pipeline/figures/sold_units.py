"""Figures of a unit that changes hands: "It has agreed to sell its aerospace division. The division made a profit of $7m".

What is said of the unit must never pass for a figure of the company that owns it.
"""

import re
from collections.abc import Sequence

from rie.pack import Event, Pack
from rie.pipeline.frame import Frame, Item

LIKELY = 0.6  # how sure such a part is
_NOUN = r"(?:division|business|unit|arm|operations?|segment)"
_UNIT = re.compile(rf"\b{_NOUN}$", re.IGNORECASE)
_SUBJECT = re.compile(rf"\W*(?:the|this)\s+(?:[\w-]+\s+){{0,2}}{_NOUN}\b", re.IGNORECASE)
_IT = {"it", "its"}
_OF = re.compile(r" of (?:the )?")
_WHOSE = re.compile(r"['’]s? ")


def name_units(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """Give frames that are told of such a unit its name as their part, and who the text says owns it; before references are resolved.

    Args:
        pack: whose events have parts.
        found: the frames of a document.
        items: the document's mentions.
        text: what the items' offsets refer to.
    """
    for frame in found:
        event = pack.events[frame.event]
        role = next((role for role, spec in event.roles.items() if spec.infer_subject), None)
        number = frame.first(role) if role else None
        if event.part and event.part not in frame.roles and number is not None and _tells_of_unit(items[number], text):
            unit = _unit(event, items, number)
            if unit is not None:
                frame.roles[event.part] = [(unit, LIKELY)]
                owner = _owner(items, unit, text)
                frame.roles[str(role)] = [(owner, LIKELY)] if owner is not None else frame.roles[str(role)]


def _tells_of_unit(reference: Item, text: str) -> bool:
    """Whether a word that refers back is "the division", or an "it" whose sentence or the one before is about such a unit."""
    if not reference.refers:
        return False
    start = _start(text, reference.start)
    before = _start(text, max(start - 2, 0))
    opens = not text[start : reference.start].strip() and bool(_SUBJECT.match(text, before))
    it = reference.text.lower() in _IT and (opens or bool(_SUBJECT.match(text, start)))
    return bool(_SUBJECT.fullmatch(reference.text)) or it


def _start(text: str, at: int) -> int:
    """Where the sentence of a place begins."""
    return max(text.rfind("\n", 0, at), text.rfind(". ", 0, at)) + 1


def _unit(event: Event, items: Sequence[Item], number: int) -> int | None:
    labels = event.roles[event.part or ""].labels
    return next((i for i in range(number - 1, -1, -1) if items[i].label in labels and _UNIT.search(items[i].text)), None)


def _owner(items: Sequence[Item], unit: int, text: str) -> int | None:
    """Whose unit it is: "the aerospace division of Hooli", "Hooli's aerospace division", wherever the unit is named so."""
    for i in (i for i, item in enumerate(items) if item.identity == items[unit].identity):
        behind, before = (items[j] if 0 <= j < len(items) else None for j in (i + 1, i - 1))
        if behind and behind.entity and _OF.fullmatch(text, items[i].end, behind.start):
            return i + 1
        if before and before.entity and _WHOSE.fullmatch(text, before.end, items[i].start):
            return i - 1
    return None
