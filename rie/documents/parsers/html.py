"""Pages of HTML: their main text, title and date."""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser

from rie.documents.parsers.blocks import read_blocks
from rie.documents.parsers.charset import decode
from rie.documents.parsers.main_text import main_element
from rie.documents.parsers.page_facts import PageFacts, same_words
from rie.documents.parsers.parsed import Block, Parsed, joined

_NEAR_THE_TOP = 6


def parse_html(raw: bytes) -> Parsed:
    """The main text of a page.

    Args:
        raw: the page in the charset that it declares.

    Raises:
        Defect: its charset is unknown or wrong.
    """
    tree = LexborHTMLParser(decode(raw))
    facts = PageFacts(tree)
    title, published_at, source, url = facts.title, facts.published_at, facts.source, facts.url
    root = main_element(tree)
    blocks = read_blocks(root) if root is not None else []
    return Parsed(joined(without_title(blocks, title)), title, published_at, source, url)


def fragment_blocks(html: str) -> list[Block]:
    """The blocks of HTML that another format was turned into: nothing of it is boilerplate."""
    body = LexborHTMLParser(html).body
    return read_blocks(body) if body is not None else []


def without_title(blocks: Sequence[Block], title: str) -> list[Block]:
    """The title is a part of its own: it does not stand in the text once more."""
    heads = [number for number, block in enumerate(blocks[:_NEAR_THE_TOP]) if title and same_words(block.text, title)]
    return [block for number, block in enumerate(blocks) if number not in heads[:1]]
