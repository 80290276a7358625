"""What a pattern can begin with, and that nothing is lost where only such places are tried."""

import re

import pytest

from rie.demo import corpus_folder
from rie.documents import read
from rie.pack import load_pack
from rie.patterns import Openings, openings
from rie.pipeline.mentions import Mentions
from rie.pipeline.network.scheme import scheme
from rie.pipeline.words import lowered
from rie.types import Document

TEXTS = [lowered(document.text) for document in read([corpus_folder() / "documents.jsonl"]) if isinstance(document, Document)][:150]


@pytest.mark.parametrize(("pattern", "begins"), [
    (r"\bnet income\b", {"net"}),
    (r"re-?elect", {"re-", "ree"}),
    (r"(?:co|group)[- ]chair|it", {"co-", "co ", "gro", "it"}),
    (r"(?<!pre-)(?P<name>seed(?= round))|[bc]\d", {"see", "b0", "c0"}),
    (r"a{1,2}b|a*c", {"ab", "aab", "c", "ac", "aac", "aaa"}),
    (r"\w+ sales", {""}),
    (r"[^,]x", {""}),
])
def test_openings_are_the_first_characters(pattern: str, begins: set[str]) -> None:
    assert openings(re.compile(pattern)) == begins


def test_all_matches_of_a_vocabulary_are_found() -> None:
    words = Mentions(load_pack("business")).words
    opened = Openings(words)
    assert not opened.anywhere
    for text in TEXTS:
        expected = [(name, match.span(), match.lastgroup) for name, pattern in words.items() for match in pattern.finditer(text)]
        assert [(name, match.span(), match.lastgroup) for name, match in opened.matches(text)] == expected


def test_all_cues_of_a_sentence_are_found() -> None:
    known = scheme(load_pack("business"))
    for text in TEXTS:
        for line in text.split(". "):
            assert known.openings.found(line) == {number for number, cue in enumerate(known.cues) if cue.search(line)}


def test_a_pattern_that_begins_anywhere_is_tried_everywhere() -> None:
    opened = Openings({"inside": re.compile("come"), "sign": re.compile(r"\B[$]\d"), "word": re.compile(r"\bcome")})
    assert opened.found("income of $5") == {"inside", "sign"}
    assert opened.found("come") == {"inside", "word"}
