"""What a parser reads from a file, and how blocks of text become the text of a document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Parsed:
    """The text of a file and what it says about itself. `published_at` is `YYYY-MM-DD`, `YYYY-MM` or `YYYY`."""

    text: str
    title: str = ""
    published_at: str | None = None
    source: str | None = None
    url: str | None = None


class Kind(Enum):
    """What a block is; items of a list stand on lines below each other, all other blocks are set off by a blank line."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    CAPTION = "caption"  # belongs to the block after it
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item of a list or the rows of a table."""

    text: str
    kind: Kind = Kind.PARAGRAPH


def joined(blocks: Iterable[Block]) -> str:
    """The blocks as one text."""
    parts: list[str] = []
    before: Block | None = None
    for block in blocks:
        if before is not None:
            parts.append("\n" if _close(before, block) else "\n\n")
        parts.append(block.text)
        before = block
    return "".join(parts)


def _close(before: Block, after: Block) -> bool:
    if before.kind is Kind.CAPTION:
        return after.kind in (Kind.CAPTION, Kind.TABLE)
    return before.kind is Kind.ITEM and after.kind is Kind.ITEM
