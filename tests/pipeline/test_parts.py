"""What is read of a document, and the way back to what was written."""

import random

import pytest

from rie.pipeline.parts import Parts, headline, seen, title_of
from rie.types import Document


@pytest.mark.parametrize(("written", "read"), [
    ("Barnes &amp; Noble", "Barnes & Noble"), ("It&#39;s &quot;done&quot;", "It's \"done\""), ("R&D; Q&A;", "R&D; Q&A;"),
    ("It rose.  Sales fell.", "It rose. Sales fell."), ("Net sales  5.0  4.0", "Net sales  5.0  4.0"), ("Hoo\u200bli", "Hooli"),
    ("&nosuchname; &copy;", "&nosuchname; \u00a9")])
def test_what_scraping_leaves_is_not_read(written: str, read: str) -> None:
    assert Parts(Document("d", written)).text == read


def test_spans_are_located_in_what_was_written() -> None:
    document = Document("d", "Share this article\n\nBarnes &amp; Noble fell.  It&#39;s Hoo\u200bli &amp; Co.", "A &amp; B")
    parts = Parts(document)
    assert parts.text == "A & B\n\nBarnes & Noble fell. It's Hooli & Co."
    for words, written in [("A & B", "A &amp; B"), ("Barnes & Noble", "Barnes &amp; Noble"), ("It's", "It&#39;s"),
                           ("Hooli & Co.", "Hoo\u200bli &amp; Co."), ("Noble", "Noble"), ("fell", "fell")]:
        start = parts.text.index(words)
        assert parts.quote(*parts.locate(start, start + len(words))) == written


@pytest.mark.parametrize(("written", "words"), [
    ("AT&amp;T Inc\u200b fell", "AT&T Inc"), ("Acme Corp\u00ad fell", "Acme Corp"), ("It bought Acme\n\nShare this article\n", "Acme")])
def test_a_span_ends_before_what_is_not_read(written: str, words: str) -> None:
    parts = Parts(Document("d", written))
    start = parts.text.index(words)
    assert parts.quote(*parts.locate(start, start + len(words))) == words.replace("&", "&amp;")


def test_every_character_is_located_where_it_was_written() -> None:
    signs = random.Random(3)
    for _ in range(200):
        written = "".join(signs.choices(["a", "B", " ", ".  C", "&amp;", "\u200b", "\n", "&#8217;"], k=40))
        read = seen(written)
        for place, sign in enumerate(read.text):
            start, end = read.begin(place), read.end(place + 1)
            assert sign in written[start:end] or "&" in written[start:end]


STORY = "Hooli said on Tuesday that its profit rose to $5 million in the third quarter. " * 3


@pytest.mark.parametrize("first", ["Hooli profit climbs on cloud demand", "Hooli Reports Third-Quarter Results", "Is Hooli for sale?"])
def test_a_line_over_a_text_without_title_is_its_headline(first: str) -> None:
    assert title_of(Document("d", f"{first}\n\n{STORY}")) == first


@pytest.mark.parametrize("first", [
    "Hooli profit climbs.", "By Jane Roe", "Revenue   5.0   4.0", "OSLO -- Hooli, the maker of tools, said today it had sold a unit",
    "12 May 2019,", "Revenue | 5.0"])
def test_other_first_lines_are_none(first: str) -> None:
    assert headline(f"{first}\n\n{STORY}") == headline(STORY) == headline(f"Hooli profit climbs\n{STORY}") == ""


def test_a_title_that_opens_the_text_again_is_read_once() -> None:
    parts = Parts(Document("d", f"Hooli profit climbs\n\n{STORY}", "Hooli Profit Climbs"))
    assert parts.text == f"Hooli Profit Climbs\n\n{STORY}"
    start = parts.text.index("Hooli said")
    assert parts.locate(start, start + 5) == ("text", 21, 26)
