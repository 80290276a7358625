"""Whom a text is about whose title names nobody: the company that it opens with, unless it tells news of others too."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from rie.pipeline.frame import Item

ENTRY = 80  # characters of a line that is no cell of a table and no heading
OFTEN = 3  # times that a text tells whom it is about, where several of its paragraphs begin with others
_PARAGRAPH = re.compile(rf"[^\n]{{{ENTRY},}}")


def opened_with(text: str, items: Sequence[Item], label: str) -> int | None:
    """The first name of a text, where it does not stand behind a preposition and none is told more often; in a text whose paragraphs are of
    several companies it must be told far more often than they are.

    Args:
        text: what the items' offsets refer to.
        items: the document's mentions.
        label: of companies.
    """
    named = [i for i, item in enumerate(items) if item.label == label and item.entity]
    if not named or items[named[0]].indirect or any(items[i].in_title or items[i].key for i in named):
        return None
    own = items[named[0]].identity
    told = Counter(items[i].identity for i in named)
    others = set(_heads(text, items, named, own))
    most = max((told[one] for one in others), default=0)
    sure = len(others) <= 1 or (told[own] >= OFTEN and told[own] > 2 * most)
    return named[0] if sure and told[own] == max(told.values()) else None


def _heads(text: str, items: Sequence[Item], named: Collection[int], own: Any) -> Iterator[Any]:
    """Who is the first name of a paragraph that does not name a company."""
    for match in _PARAGRAPH.finditer(text):
        here = [items[i] for i in named if match.start() <= items[i].start < match.end()]
        if here and not here[0].indirect and all(item.identity != own for item in here):
            yield here[0].identity
