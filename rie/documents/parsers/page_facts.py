"""What a page says about itself: its title, the day it was published, who published it, where."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from rie.documents.parsers.dom import inline_text, is_hidden
from rie.documents.parsers.written_date import written_date

_DATES: Final = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate",
    "publish-date", "publish_date", "published-date", "publication_date", "article.published", "article_date_original",
    "originalpublicationdate", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date", "dc.date.issued",
    "dcterms.date", "dcterms.issued", "dcterms.created", "citation_publication_date", "rnews:datepublished", "displaydate",
    "release_date", "dc.date.created",
)  # fmt: skip
"""Names of `<meta>` elements that hold the day of publication, most certain first."""

_ARTICLES: Final = frozenset({
    "article", "newsarticle", "blogposting", "pressrelease", "report", "reportagenewsarticle", "analysisnewsarticle", "webpage",
    "techarticle", "scholarlyarticle",
})  # fmt: skip
_NO_TITLE = re.compile(
    r"(?:ex|exhibit)[-\s]?\d+(?:[.\s]\d+)?|document|untitled.*|home(?: ?page)?|index|page \d+|8-k|10-[kq]|(?:press|news) release|news"
    r"|\S+\.(?:html?|php|aspx?)",
    re.IGNORECASE,
)
_SITE = re.compile(r"\s+(?:\||-|–|—|::|»|•|·)\s+")
_SEPARATORS = " |-–—:»•·"
_MAX_TITLE = 500
_MAX_JSON = 1_000_000


class PageFacts:
    """The facts of a page's head and markup; read before the tree is changed."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._tree = tree
        self._meta = dict(_metas(tree))
        self._linked = list(_linked_data(tree))

    @property
    def title(self) -> str:
        """The headline without the name of the site; empty when the page has none."""
        named = [self._meta.get("og:title", ""), *(inline_text(node) for node in self._tree.css("head title, title")[:1])]
        heading = self._heading()
        title = next((text for text in named if not is_no_title(text)), "")
        if heading and (not title or _fold(heading) in _fold(title)):
            return heading[:_MAX_TITLE]
        return self._without_site(title)[:_MAX_TITLE]

    def _heading(self) -> str:
        headings = [node for node in self._tree.css("h1") if not is_hidden(node)]
        texts = [text for node in headings if not is_no_title(text := inline_text(node))]
        inside = [text for node in self._tree.css("article h1, main h1") if (text := inline_text(node)) in texts]
        return (inside or texts or [""])[0] if len(set(texts)) == 1 or inside else ""

    def _without_site(self, title: str) -> str:
        parts = _SITE.split(title)
        if len(parts) < 2:
            return title
        if self._is_site(parts[0]):
            return title[len(parts[0]) :].lstrip(_SEPARATORS)
        if self._is_site(parts[-1]) or (" | " in title and len(parts[-1].split()) < 5):
            return title[: title.rindex(parts[-1])].rstrip(_SEPARATORS)
        return title

    def _is_site(self, text: str) -> bool:
        site, name = _fold(self.source or ""), _fold(text)
        return bool(site and name) and (name in site or site in name)

    @property
    def published_at(self) -> str | None:
        """The day of publication as the page states it, to the letter of its own time zone."""
        for text in self._stated_dates():
            if date := written_date(text):
                return date
        return None

    def _stated_dates(self) -> Iterator[str]:
        yield from (str(item["datePublished"]) for item in self._linked if isinstance(item.get("datePublished"), str))
        yield from (self._meta[name] for name in _DATES if name in self._meta)
        for node in self._tree.css("[itemprop=datePublished]")[:1]:
            yield node.attributes.get("content") or node.attributes.get("datetime") or inline_text(node)
        yield from self._only_time()

    def _only_time(self) -> Iterator[str]:
        """`<time>` in the article, or the one `<time>` of the page; several that differ say nothing."""
        nodes = self._tree.css("time[pubdate]") or self._tree.css("article header time, article > time") or self._tree.css("article time")
        times = [node.attributes.get("datetime") or inline_text(node) for node in nodes or self._tree.css("time")]
        if times and len({written_date(text) for text in times}) == 1:
            yield times[0]

    @property
    def source(self) -> str | None:
        """The name of the site or publisher."""
        publishers = (item.get("publisher") for item in self._linked)
        names = [item["name"] for item in publishers if isinstance(item, dict) and isinstance(item.get("name"), str)]
        return self._meta.get("og:site_name") or next(iter(names), None) or None

    @property
    def url(self) -> str | None:
        """The page's address as it states it."""
        links = [node.attributes.get("href") or "" for node in self._tree.css("link[rel=canonical]")]
        return next((link for link in [*links, self._meta.get("og:url", "")] if re.match(r"https?://[^\s/]", link)), None)


def _metas(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Names and contents of `<meta>`; of two with the same name the first counts."""
    for node in reversed(tree.css("meta[content]")):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        content = " ".join((attributes.get("content") or "").split())
        if name and content:
            yield name.lower(), content


def _linked_data(tree: LexborHTMLParser) -> Iterator[Mapping[str, Any]]:
    """The articles that the page describes as JSON-LD (https://schema.org/Article)."""
    for script in tree.css('script[type="application/ld+json"]'):
        try:
            open_items = [json.loads(script.text(deep=True)[:_MAX_JSON])]
        except (ValueError, RecursionError):
            continue
        while open_items:
            item = open_items.pop(0)
            if isinstance(item, list):
                open_items += item
            elif isinstance(item, dict):
                open_items += [item["@graph"]] if "@graph" in item else []
                if _is_article(item):
                    yield item


def _is_article(item: Mapping[str, Any]) -> bool:
    kinds = item.get("@type")
    return not _ARTICLES.isdisjoint(str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds]))


def is_no_title(text: str) -> bool:
    """Whether a text says nothing about a document ("EX-99.1", "Untitled", "Press Release")."""
    return not text or bool(_NO_TITLE.fullmatch(text.strip()))


def _fold(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def same_words(one: LexborNode | str, other: str) -> bool:
    """Whether two texts have the same words in the same order."""
    return _fold(one if isinstance(one, str) else inline_text(one)) == _fold(other)
