"""The main text of a page, without navigation, cookie notices, teasers and footers.

What is certainly no text goes first: by tag, by role, by words of class and id. Then the element is taken whose long
paragraphs outweigh its links most: length and density of links tell text from boilerplate, after
Kohlschütter, Fankhauser, Nejdl, "Boilerplate detection using shallow text features" (WSDM 2010). A page without
boilerplate, such as an exhibit of a filing, is taken whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from rie.documents.parsers.dom import BLOCKS, is_hidden, take_out, walk

_NOISE_TAGS: Final = frozenset({"nav", "aside", "footer", "dialog", "menu"})
_NOISE_ROLES: Final = frozenset({
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar",
})  # fmt: skip
_NAMES_OF_NOISE: Final = """
    nav navbar navigation menu submenu breadcrumb breadcrumbs footer cookie cookies consent gdpr onetrust share sharing sharebar
    social related recommended recirc newsletter subscribe subscription signup promo promos advert advertisement advertising ads ad
    sponsor sponsored sidebar sidebars rail comments comment disqus popup modal overlay toolbar skip trending popular outbrain
    taboola masthead topbar pagination pager breaking ticker teaser teasers widget widgets login paywall feedback readmore
    morestories
"""
_NOISE_WORDS: Final = frozenset(_NAMES_OF_NOISE.split())
_NEVER_NOISE: Final = frozenset({"html", "body", "main", "article", "p", "td", "tr", "table", "tbody", "h1", "h2", "h3"})
_ARTICLES: Final = ("article", "main")
_ARTICLE: Final = ", ".join(_ARTICLES)
_HOLDS_TEXT: Final = "article, main, h1, [itemprop=articleBody]"
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[A-Za-z]+")
_MAX_SHARE: Final = 0.4  # an element with a larger part of the page's text is no noise, whatever it is called

_LONG: Final = 80  # characters of a paragraph of text
_LINK_COSTS: Final = 1.5
_LISTS: Final = frozenset({"ul", "ol", "dl", "div", "section", "table"})
_LINKED: Final = 0.7  # of the characters of a list that leads away


def main_element(tree: LexborHTMLParser) -> LexborNode | None:
    """The element with the main text; noise is taken out of the tree.

    Args:
        tree: a parsed page; it is changed.
    """
    body = tree.body
    if body is None:
        return None
    _take_out_noise(body)
    best = _Search(body).best
    take_out(best, _leads_away)
    return best


def _take_out_noise(body: LexborNode) -> None:
    take_out(body, lambda node: is_hidden(node) or _is_certainly_noise(node))
    if body.css_first(_ARTICLE) is not None:
        take_out(body, _is_site_header)
    most = _MAX_SHARE * len(body.text(deep=True))
    take_out(body, lambda node: _is_named_noise(node) and len(node.text(deep=True)) <= most)


def _is_certainly_noise(node: LexborNode) -> bool:
    return node.tag in _NOISE_TAGS or (node.attributes.get("role") or "") in _NOISE_ROLES


def _is_site_header(node: LexborNode) -> bool:
    """Whether an element stands above the article of a page and has no heading of its own."""
    if node.tag != "header" or node.css_first(f"{_ARTICLE}, h1, h2, h3") is not None:
        return False
    above = node.parent
    while above is not None and above.tag not in _ARTICLES:
        above = above.parent
    return above is None


def _is_named_noise(node: LexborNode) -> bool:
    if node.tag in _NEVER_NOISE:
        return False
    attributes = node.attributes
    names = _CAMEL.sub(" ", f"{attributes.get('class') or ''} {attributes.get('id') or ''}")
    named = not _NOISE_WORDS.isdisjoint(word.lower() for word in _WORD.findall(names))
    return named and node.css_first(_HOLDS_TEXT) is None


def _leads_away(node: LexborNode) -> bool:
    """Whether a list or a part of the page is nothing but links."""
    links = node.css("a") if node.tag in _LISTS else []
    linked = sum(len(link.text(deep=True).strip()) for link in links)
    return len(links) > 1 and linked > _LINKED * len(node.text(deep=True).strip())


@dataclass
class _Score:
    """Of an element: characters in long paragraphs, and in links."""

    text: int = 0
    linked: int = 0

    def add(self, other: _Score) -> None:
        self.text += other.text
        self.linked += other.linked

    @property
    def worth(self) -> float:
        return self.text - _LINK_COSTS * self.linked


class _Search:
    """Goes through a page once and scores every block element; of equal ones the outer is best."""

    def __init__(self, body: LexborNode) -> None:
        self.best = body
        self._most = 0.0
        self._open = [(body, _Score())]
        self._length = self._linked = 0  # characters since the last block began or ended
        self._links = 0  # that are open
        for node, first in walk(body):
            self._visit(node, first)
        self._end_paragraph()
        self._rate(*self._open[0])

    def _visit(self, node: LexborNode, first: bool) -> None:
        if node.tag == "-text":
            length = len((node.text_content or "").strip())
            self._length += length
            self._linked += length if self._links else 0
        elif node.tag == "a":
            self._links += 1 if first else -1
        elif node.tag in BLOCKS:
            self._end_paragraph()
            if first:
                self._open.append((node, _Score()))
            else:
                self._close()

    def _end_paragraph(self) -> None:
        length, linked = self._length, self._linked
        self._length = self._linked = 0
        is_link = linked > length / 2
        self._open[-1][1].add(_Score(0 if is_link or length < _LONG else length, length if is_link else 0))

    def _close(self) -> None:
        node, score = self._open.pop()
        self._open[-1][1].add(score)
        self._rate(node, score)

    def _rate(self, node: LexborNode, score: _Score) -> None:
        if score.text and score.worth >= self._most:
            self.best, self._most = node, score.worth
