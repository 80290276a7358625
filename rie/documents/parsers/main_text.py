"""The main text of a page, without navigation, cookie notices, teasers and footers.

What is certainly no text goes first (by tag, role, and words of class and id). Then the smallest element is taken that
holds nearly all of the long paragraphs: after Kohlschütter et al., "Boilerplate detection using shallow text features"
(2010), length and link density of a block tell text from boilerplate. A page without boilerplate is taken whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from rie.documents.parsers.dom import BLOCKS, is_hidden, take_out, walk

_NOISE_TAGS: Final = "nav, aside, footer, dialog, menu"
_NOISE_ROLES: Final = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar"})
_NOISE_WORDS: Final = frozenset("""
    nav navbar navigation menu submenu breadcrumb breadcrumbs footer cookie cookies consent gdpr onetrust share sharing sharebar social
    related recommended recirc newsletter subscribe subscription signup promo promos advert advertisement advertising ads ad sponsor sponsored
    sidebar sidebars rail comments comment disqus popup modal overlay toolbar skip trending popular outbrain taboola masthead topbar
    pagination pager breaking ticker teaser teasers widget widgets login paywall feedback readmore morestories
""".split())
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[A-Za-z]+")
_MAX_SHARE = 0.4  # an element with a larger part of the page's text is no noise, whatever its name
_LINKED = 0.7
_LISTS = frozenset({"ul", "ol", "dl", "div", "section", "table"})
_CLEAR = "article, main, h1, [itemprop=articleBody]"
_LONG = 80
_NOISE_COSTS = 1.0
_NEUTRAL = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "table", "pre"})


def main_element(tree: LexborHTMLParser) -> LexborNode | None:
    """The element with the main text; noise is taken out of the tree.

    Args:
        tree: a parsed page; it is changed.
    """
    body = tree.body
    if body is None:
        return None
    _take_out_noise(body)
    best = _best(body)
    take_out(best, _leads_away)
    return best


def _take_out_noise(body: LexborNode) -> None:
    take_out(body, is_hidden)
    most = _MAX_SHARE * len(body.text(deep=True))
    take_out(body, lambda node: node.tag != "body" and _is_noise(node) and len(node.text(deep=True)) <= most)


def _is_noise(node: LexborNode) -> bool:
    attributes = node.attributes
    if node.tag in _NOISE_TAGS.split(", ") or (attributes.get("role") or "") in _NOISE_ROLES:
        return True
    if node.tag in ("html", "body", "main", "article", "p", "td", "tr", "table", "tbody", "h1", "h2", "h3"):
        return False
    names = _CAMEL.sub(" ", f"{attributes.get('class') or ''} {attributes.get('id') or ''}")
    named = not _NOISE_WORDS.isdisjoint(word.lower() for word in _WORD.findall(names))
    return named and node.css_first(_CLEAR) is None


def _leads_away(node: LexborNode) -> bool:
    """Whether a list or a part of the page is nothing but links."""
    links = node.css("a") if node.tag in _LISTS else []
    linked = sum(len(link.text(deep=True).strip()) for link in links)
    return len(links) > 1 and linked > _LINKED * len(node.text(deep=True).strip())


@dataclass
class _Score:
    """Of an element: characters in long paragraphs, and in short lines and links."""

    text: float = 0.0
    noise: float = 0.0

    def add(self, text: float, noise: float) -> None:
        self.text += text
        self.noise += noise

    @property
    def worth(self) -> float:
        return self.text - _NOISE_COSTS * self.noise


def _best(body: LexborNode) -> LexborNode:
    """The element whose long paragraphs outweigh its short lines and links most; of equal ones the outer."""
    best, most = body, 0.0
    stack = [(body, _Score())]
    run = [0, 0]  # characters, of them in links
    links = neutral = 0
    for node, first in walk(body):
        tag = node.tag
        if tag == "-text":
            size = len((node.text_content or "").strip())
            run[0] += size
            run[1] += size if links else 0
        elif tag == "a":
            links += 1 if first else -1
        elif tag in BLOCKS:
            stack[-1][1].add(*_weighed(*run, neutral > 0))
            run = [0, 0]
            neutral += (1 if first else -1) if tag in _NEUTRAL else 0
            if first:
                stack.append((node, _Score()))
            else:
                done, score = stack.pop()
                stack[-1][1].add(score.text, score.noise)
                if score.worth >= most and score.text:
                    best, most = done, score.worth
    return best if stack[0][1].worth < most else body


def _weighed(length: int, linked: int, neutral: bool) -> tuple[float, float]:
    if linked > length / 2:
        return 0.0, length
    if length < _LONG:
        return 0.0, 0.0 if neutral else length
    return length, 0.0
