"""Walking a tree of HTML without recursion, so that no depth of nesting can end the process."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from selectolax.lexbor import LexborNode

from rie.documents.parsers.cells import MARK
from rie.documents.parsers.letters import plain_letters

INVISIBLE: Final = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "audio", "video", "canvas", "img", "picture",
    "input", "select", "textarea", "button", "option", "datalist", "map", "head", "title", "ix:header", "-comment",
})  # fmt: skip
BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main",
    "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n\f\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_NOTHING = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff\ue000-\uf8ff]")  # soft hyphens, joiners, marks of our own
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LENGTH = re.compile(r"(?:^|[\s/])(?:\d[\d,.]*)?(?:[ckm]?m|ft|in)$")
_RAISED_MARK = re.compile(r"[\d,*]{1,5}|\([\w,* ]{1,5}\)")


def walk(root: LexborNode, enter: Callable[[LexborNode], bool] = lambda node: True) -> Iterator[tuple[LexborNode, bool]]:
    """Every node below `root` twice: (node, True) before its children, (node, False) after them.

    Args:
        root: where to begin; it is not given itself.
        enter: whether to go into a node; one that is not entered is given once, as (node, True).
    """
    stack: list[LexborNode] = []
    node = root.child
    while node is not None or stack:
        if node is None:
            node = stack.pop()
            yield node, False
            node = node.next
            continue
        yield node, True
        if enter(node) and node.tag != "-text":
            stack.append(node)
            node = node.child
        else:
            node = node.next


def take_out(root: LexborNode, unwanted: Callable[[LexborNode], bool]) -> None:
    """Remove every element below `root` that is unwanted, with all that it holds."""
    found: list[LexborNode] = []

    def kept(node: LexborNode) -> bool:
        if node.tag != "-text" and unwanted(node):
            found.append(node)
            return False
        return True

    for _ in walk(root, kept):
        pass
    for node in found:
        node.decompose()


def is_hidden(node: LexborNode) -> bool:
    """Whether a node is not shown on the page."""
    if node.tag in INVISIBLE or node.tag == "-text":
        return node.tag != "-text"
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))


def plain(text: str) -> str:
    """Text of a node with white space made plain and characters without width left out."""
    return plain_letters(_NOTHING.sub("", _SPACE.sub(" ", text)))


def raised(node: LexborNode) -> str | None:
    """A footnote mark "(1)" for `<sup>1</sup>`; None when a raised text is no mark ("1st", "m²")."""
    text = plain(node.text(deep=True)).strip()
    if not _RAISED_MARK.fullmatch(text) or (text in ("2", "3") and _unit(node)):
        return None
    return MARK + (text if text.startswith("(") or "*" in text else f"({text})")


def _unit(node: LexborNode) -> bool:
    """Whether the text before ends in a measure of length, of which a raised 2 or 3 makes one of area or volume."""
    before = node.prev
    text = (before.text_content or "") if before is not None and before.tag == "-text" else ""
    return bool(_LENGTH.search(text))


def inline_text(root: LexborNode) -> str:
    """The text below a node on one line."""
    parts: list[str] = []
    for node, first in walk(root, lambda node: not is_hidden(node) and not (node.tag == "sup" and raised(node))):
        if node.tag == "-text":
            parts.append(plain(node.text_content or ""))
        elif node.tag == "sup":
            parts.append((first and raised(node)) or "")
        elif node.tag in BLOCKS or node.tag == "br":
            parts.append(" ")
    return " ".join("".join(parts).split())


def shown_marks(text: str) -> str:
    """The text with the marks of footnotes set apart by a space."""
    return re.sub(f" *{MARK}(\\([^)]*\\))(\\w)?", _apart, text).lstrip(" ") if MARK in text else text


def _apart(match: re.Match[str]) -> str:
    return f" {match[1]} {match[2]}" if match[2] else f" {match[1]}"
