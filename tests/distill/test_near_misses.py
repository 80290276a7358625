"""Near misses: conditions that no column holds, put into questions that can be answered without them."""

import pytest

from rie.distill.questions.data import Paraphrase, sample_snapshot
from rie.distill.questions.near_misses import near_misses, read_conditions
from rie.distill.questions.reading import Grammar
from rie.errors import UsageError
from rie.pack import load_pack

QUESTION = Paraphrase("p-1", "How many rounds were there in 2017?", "sentence", "number of rounds in 2017", False)


@pytest.fixture(scope="module")
def grammar():
    pack = load_pack("business")
    with sample_snapshot(pack) as reader:
        yield Grammar(reader, pack)


@pytest.mark.parametrize(
    ("place", "words", "text"),
    [
        ("noun", "family-owned", "How many family-owned rounds were there in 2017?"),
        ("period", "winter", "How many rounds were there in winter 2017?"),
        ("end", "per head", "How many rounds were there in 2017 per head?"),
        ("start", "At constant prices,", "At constant prices, how many rounds were there in 2017?"),
    ],
)
def test_a_condition_makes_a_question_unanswerable(place, words, text, grammar):
    found = list(near_misses([QUESTION], [(place, words)], grammar))
    assert [(item.text, item.asks) for item in found] == [(text, None)]


def test_what_the_grammar_reads_in_spite_of_it_is_no_near_miss(grammar):
    assert not list(near_misses([QUESTION], [("noun", "seed")], grammar))


def test_every_condition_of_the_pack_says_where_it_stands(grammar):
    assert len(read_conditions(grammar.pack)) > 100


def test_a_line_without_a_place_is_told_of(tmp_path, grammar):
    (tmp_path / "paraphrases").mkdir()
    (tmp_path / "paraphrases" / "conditions.txt").write_text("per head\n")
    with pytest.raises(UsageError, match="line 1: is no condition; write where it stands"):
        read_conditions(type("Folder", (), {"folder": tmp_path})())
