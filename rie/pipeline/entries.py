"""Entries of a list: "* Hooli has named Jane Roe as treasurer." is about nobody of the entries beside it."""

import re
from collections.abc import Sequence

from rie.pipeline.frame import Item

_ENTRY = re.compile(r"[^\S\n]*(?:[•*▪·–-]\s|\d{1,2}[.)]\s|[^\n]* \| )")


def told_elsewhere(text: str, here: Item, subject: int, items: Sequence[Item]) -> bool:
    """Whether a name stands only in other entries of the list whose entry tells of an event.

    Args:
        text: what the items' offsets refer to.
        here: the trigger of the event.
        subject: number of the name.
        items: the document's mentions.
    """
    own = _start(text, here)
    if items[subject].key or not _ENTRY.match(text, own):
        return False
    mentions = [item for item in items if item.identity == items[subject].identity]
    starts = {_start(text, item) for item in mentions}
    return own not in starts and all(_ENTRY.match(text, start) for start in starts)


def _start(text: str, item: Item) -> int:
    """Where the line of a mention begins."""
    return text.rfind("\n", 0, item.start) + 1
