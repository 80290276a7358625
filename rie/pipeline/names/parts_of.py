"""Words that refer back where nothing follows them, and name a thing where its owner does: "the grinding unit of Initech"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rie.pack import Pack
from rie.pipeline.frame import Item

_PART = re.compile(r"the (?:(?!parent\b|holding\b)[a-z-]+ )?(?:unit|subsidiary|business)$", re.IGNORECASE)
_OF = re.compile(r" (?:of|at) (?:the )?<?")


def parts_of(pack: Pack, text: str, items: Sequence[Item]) -> Iterator[tuple[int, Item]]:
    """The references that are things without a name, by their numbers.

    Args:
        pack: whose events name the label of what changes hands.
        text: what the items' offsets refer to.
        items: the document's mentions.
    """
    label = next((name for event in pack.events.values() for role in event.roles.values() if role.required and event.joins
                  for name in role.labels if pack.labels[name].source == "ner" and not pack.labels[name].entity), None)
    for number, item in enumerate(items[:-1]):
        owner = items[number + 1]
        if label and item.refers and owner.entity and not owner.key and _PART.match(item.text) \
                and _OF.fullmatch(text, item.end, owner.start):
            start = item.start + len("the ")
            yield number, replace(item, label=label, refers=None, meant=None, start=start, text=text[start : item.end])
