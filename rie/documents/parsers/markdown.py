"""Markdown with front matter: its text without markup."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import yaml
from markdown_it import MarkdownIt

from rie.documents.parsers.html import fragment_blocks, without_title
from rie.documents.parsers.parsed import Parsed, joined
from rie.documents.parsers.written_date import written_date
from rie.documents.record import Defect

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"\A\s*(?:#[ \t]+(.+?)[ \t#]*$|(\S.*)\n=+[ \t]*$)", re.MULTILINE)
_DATES: Final = ("published_at", "published", "date", "pubdate", "publish_date", "datePublished")


def parse_markdown(raw: bytes) -> Parsed:
    """The text of a file of Markdown; `title`, `date`, `source` and `url` come from its YAML front matter.

    Args:
        raw: the file in UTF-8.

    Raises:
        Defect: it is not UTF-8.
    """
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise Defect("invalid_utf8", f"byte {error.start} is not UTF-8: save the file as UTF-8") from None
    facts, body = _front_matter(text)
    markdown = MarkdownIt("commonmark", {"html": True, "maxNesting": 100}).enable(["table", "strikethrough"])
    blocks = fragment_blocks(markdown.render(body))
    title = facts.get("title") or _heading(body)
    dates = (written_date(facts[name]) for name in _DATES if name in facts)
    published_at = next((date for date in dates if date), None)
    return Parsed(joined(without_title(blocks, title)), title, published_at, facts.get("source") or facts.get("publisher"),
                  facts.get("url") or facts.get("link"))  # fmt: skip


def _front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """The scalars of the front matter as they are written, and the text after it."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return {}, text
    try:
        loaded = yaml.load(match[1], Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return {}, text
    if not isinstance(loaded, dict):
        return {}, text
    return {key: " ".join(value.split()) for key, value in loaded.items() if isinstance(value, str) and value.strip()}, text[match.end() :]


def _heading(body: str) -> str:
    match = _HEADING.match(body)
    blocks = fragment_blocks(MarkdownIt("commonmark").render(match[0])) if match else []
    return blocks[0].text if blocks else ""
