"""A tree of HTML to blocks of text: paragraphs, items of lists, rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from rie.documents.parsers.cells import is_caption
from rie.documents.parsers.dom import BLOCKS, inline_text, is_hidden, plain, raised, shown_marks, walk
from rie.documents.parsers.grid import rows_of
from rie.documents.parsers.parsed import Block, Kind
from rie.documents.parsers.table import blocks_of

_STARTS_ITEM = re.compile(r"[•·●○◦▪■‣*–—-]\s+|\(?\d{1,3}[.)]\s")


def read_blocks(root: LexborNode) -> list[Block]:
    """The blocks of text below a node, in the order of the source."""
    return _Reader().read(root)


class _Reader:
    """Goes through a tree and collects lines until a block ends."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._marker = ""
        self._lists: list[int | None] = []  # the number of the next item, None in lists without numbers
        self._pre = 0

    def read(self, root: LexborNode) -> list[Block]:
        for node, first in walk(root, self._enters):
            tag = node.tag
            if tag == "-text":
                self._parts.append(self._text(node))
            elif tag == "br":
                self._parts.append("\n" * first)
            elif tag == "sup" and first and (mark := raised(node)):
                self._parts.append(mark)
            elif tag in BLOCKS and not is_hidden(node):
                self._block(node, first)
        self._end()
        return self.blocks

    def _enters(self, node: LexborNode) -> bool:
        if is_hidden(node) or (node.tag == "table" and is_data(node)) or (node.tag == "figcaption" and _captions_a_picture(node)):
            return False
        return not (node.tag == "sup" and raised(node))

    def _text(self, node: LexborNode) -> str:
        text = node.text_content or ""
        return "\n".join(plain(line) for line in text.splitlines()) + "\n" * text.endswith("\n") if self._pre else plain(text)

    def _block(self, node: LexborNode, first: bool) -> None:
        self._end()
        tag = node.tag
        if tag == "pre":
            self._pre += 1 if first else -1
        elif tag in ("ul", "ol", "menu"):
            self._list(node, first)
        elif tag == "li":
            self._marker = self._next_marker() if first else ""
        elif tag == "table" and first and is_data(node):
            caption = next((inline_text(child) for child, _ in walk(node, lambda _: False) if child.tag == "caption"), "")
            self.blocks += blocks_of(rows_of(node), caption)

    def _list(self, node: LexborNode, first: bool) -> None:
        if not first:
            self._lists.pop()
            return
        start = node.attributes.get("start") or "1"
        self._lists.append((int(start) if start.isdigit() and len(start) < 9 else 1) if node.tag == "ol" else None)

    def _next_marker(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "• "
        self._lists[-1] = number + 1
        return f"{number}. "

    def _end(self) -> None:
        """What has been collected becomes a block; two line ends in a row begin another."""
        text = "".join(self._parts)
        self._parts.clear()
        for paragraph in _paragraphs(text):
            self.blocks.append(self._made(paragraph))

    def _made(self, text: str) -> Block:
        marker, self._marker = self._marker, ""
        if not marker:
            return Block(text, Kind.CAPTION if is_caption(text) else Kind.PARAGRAPH)
        marked = text if _STARTS_ITEM.match(text) else marker + text
        return Block(marked, Kind.ITEM if marker == "• " else Kind.PARAGRAPH)


def _paragraphs(text: str) -> Iterator[str]:
    lines = [" ".join(line.split(" ")).strip() for line in shown_marks(text).split("\n")]
    for paragraph in re.split(r"\n{2,}", "\n".join(re.sub(" +", " ", line) for line in lines)):
        if stripped := paragraph.strip("\n"):
            yield stripped


def is_data(table: LexborNode) -> bool:
    """Whether a table holds data; one that holds tables, headings or long text arranges a page."""
    if len(table.css("table")) > 1 or table.css_first("h1, h2, article, section, form") is not None:
        return False
    cells = table.css("td, th")
    return all(len(cell.css("p")) < 4 for cell in cells) and all(len(cell.text(deep=True)) < 1_500 for cell in cells)


def _captions_a_picture(node: LexborNode) -> bool:
    figure = node.parent
    return figure is None or figure.css_first("table") is None
