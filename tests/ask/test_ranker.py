"""The ranker reads what the grammar does not, says how sure it is, and leaves alone what it does not know."""

import subprocess
import sys

import pytest

from rie.ask import ask
from rie.ask.mentions import find_mentions
from rie.ask.names import build_names
from rie.ask.ranker.blanks import blanked
from rie.ask.ranker.model import FILE, load, model_of, save
from rie.ask.ranker.wordings import Wording
from rie.errors import PackError
from rie.values import PartialDate

TODAY = "2019-01-15"


@pytest.fixture(scope="module")
def names(reader, pack):
    return build_names(reader, pack)


def blanks(question, names, pack):
    return blanked(find_mentions(question, names, pack, PartialDate.parse(TODAY)), names, pack)


def test_a_question_has_blanks_for_what_it_names(names, pack):
    found = blanks("whats the biggest Series A that Northmoor Partners led in Q3 2017, in euros", names, pack)
    assert found.signature == ("currency", "entity", "period", "type")
    assert "<entity>#1" in found.features
    assert not any("northmoor" in name for name in found.features)


def test_numbers_that_count_nothing_are_no_blanks(names, pack):
    assert blanks("the one with over 20 million dollars", names, pack).signature == ("money",)


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        ("seed rounds in 2017", True),
        ("seed rounds outside of 2017", False),  # a negation that the wording does not say
        ("what % of seed rounds in 2017", False),  # asks for a share
    ],
)
def test_a_wording_must_say_what_the_question_says(question, fits, names, pack):
    wording = Wording("{type1} rounds in {period1}", frozenset({"agg:facts"}), frozenset())
    assert wording.fits(blanks(question, names, pack)) is fits


def test_periods_fill_blanks_in_their_order(names, pack):
    wording = Wording("growth from {period1} to {period2}", frozenset(), frozenset())
    assert list(wording.filled(blanks("growth in 2017 vs 2016", names, pack).blanks)) == ["growth from 2016 to 2017"]


RANKED = [
    ("Any idea what fraction of Oakrune's financings Skyforge led, in per cent?", "What share of Oakrune's rounds did Skyforge lead?"),
    ("How many 2016 financings are left if all seeds are taken out?", "number of rounds other than seed in 2016"),
]


@pytest.mark.parametrize(("question", "like"), RANKED)
def test_the_ranker_answers_what_the_grammar_does_not_read(question, like, reader, pack):
    answer, plain = (ask(text, reader, pack, today=TODAY) for text in (question, like))
    assert answer.status == plain.status == "answered"
    assert answer.rows == plain.rows
    assert answer.interpretation == plain.interpretation
    assert model_of(pack.folder).threshold <= answer.confidence < 1


@pytest.mark.parametrize(
    "question",
    [
        "what was the burn rate of oakrune when it was back in the market",
        "which law firm looked after the series b of brindlewick",
        "whats the name of corvane's dog",
        "how many female founders has larkspur seed fund backed",
    ],
)
def test_a_question_with_a_word_that_training_never_held_is_refused(question, reader, pack):
    assert ask(question, reader, pack, today=TODAY).status == "refused"


def test_the_same_question_has_the_same_answer(reader, pack):
    question = RANKED[0][0]
    first, second = (ask(question, reader, pack, today=TODAY) for _ in range(2))
    assert (first.rows, first.confidence, first.sql) == (second.rows, second.confidence, second.sql)


def test_a_model_is_read_as_it_was_written(tmp_path, pack):
    model = model_of(pack.folder)
    save(model, tmp_path / FILE)
    again = load(tmp_path / FILE)
    assert (again.features, again.clauses, again.seen, again.threshold) == (model.features, model.clauses, model.seen, model.threshold)
    assert again.wordings == model.wordings
    assert abs(again.weights - model.weights).max() < 0.02


def test_a_file_that_is_no_model_is_told_of(tmp_path):
    (tmp_path / FILE).write_text("nothing")
    with pytest.raises(PackError, match="is no model of questions"):
        load(tmp_path / FILE)


def test_a_pack_without_a_model_has_none(tmp_path):
    assert model_of(tmp_path) is None


def test_asking_needs_no_library_of_training():
    code = "import sys, rie.ask; print([name for name in ('sklearn', 'torch', 'litellm', 'rie.distill') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_the_model_is_small(pack):
    assert (pack.folder / FILE).stat().st_size < 1_000_000
