"""What the grammar does not read is answered where the model of questions is sure what is meant, and else offered in plain words."""

import subprocess
import sys

import numpy as np
import pytest

from rie.ask import ask
from rie.ask.form import LogicalForm, ValueFilter
from rie.ask.names.read_names import build_names
from rie.ask.ranker.blanks import blanked, merged
from rie.ask.ranker.encoder import clause_scores
from rie.ask.ranker.model import FILE, load, model_of, save
from rie.ask.ranker.rank import with_values
from rie.ask.ranker.wordings import Wording
from rie.ask.read.mentions import find_mentions
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
    assert "<entity>" in [token.word for token in found.tokens]
    assert not any("northmoor" in token.word for token in found.tokens)


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


def test_a_value_that_a_wording_does_not_say_can_be_added(names, pack):
    wording = Wording("How many acquisitions were there in {period1}?", frozenset({"none:nested", "none:operands"}), frozenset())
    assert wording.lacks(blanks("completed acquisitions in 2017", names, pack)) >= {"status=completed"}
    assert wording.lacks(blanks("acquisitions in 2017 that were not completed", names, pack)) is None


def test_an_added_value_is_a_condition_of_the_form(pack):
    form = with_values(LogicalForm("acquisition", "count"), ("status=completed",), pack)
    assert form.filters == (ValueFilter("status", ("completed",)),)
    assert with_values(form, ("status=agreed",), pack) is None
    assert with_values(form, ("round_type=debt",), pack) is None


def test_several_names_of_a_question_can_fill_one_blank(names, pack):
    found = merged(blanks("rounds of Oakrune and of Brindlewick in 2017", names, pack).blanks)
    assert [(blank.kind, blank.text) for blank in found] == [("entity", "Oakrune and Brindlewick"), ("period", "2017")]


def test_parts_of_a_company_are_blanks(names, pack):
    assert blanks("Corvane's Checkout revenue in 2017", names, pack).signature == ("entity", "metric", "part", "period")


def test_periods_fill_blanks_in_their_order(names, pack):
    wording = Wording("growth from {period1} to {period2}", frozenset(), frozenset())
    assert list(wording.filled(blanks("growth in 2017 vs 2016", names, pack).blanks)) == ["growth from 2016 to 2017"]


TAKEN = [
    ("how much did all the acquired startups raise altogether", "How much did companies that were acquired raise in total?"),
    ("Of the deals made public during 2017, what number has been completed?", "number of completed acquisitions in 2017"),
    ("Rupees paid by Aruna Retail for Zapkhana", "How much did Aruna Retail pay for Zapkhana, in Rupees?"),
]


@pytest.mark.parametrize(("question", "like"), TAKEN)
def test_a_question_is_taken_for_what_it_surely_means(question, like, reader, pack):
    answer, plain = (ask(text, reader, pack, today=TODAY) for text in (question, like))
    assert answer.status == "answered"
    assert answer.rows == plain.rows
    assert answer.confidence < plain.confidence


OFFERED = ("Any idea what fraction of Oakrune's financings Skyforge led, in per cent?", "What share of Oakrune's rounds did Skyforge lead?")


def test_what_a_question_less_surely_means_is_offered(reader, pack):
    answer = ask(OFFERED[0], reader, pack, today=TODAY)
    assert answer.status == "refused"
    offered, plain = (ask(text, reader, pack, today=TODAY) for text in (answer.suggestions[0], OFFERED[1]))
    assert offered.status == "answered"
    assert offered.rows == plain.rows


def test_without_a_model_nothing_is_taken_for_another_question(reader, pack, monkeypatch):
    monkeypatch.setattr(sys.modules["rie.ask.ask"], "model_of", lambda folder: None)
    assert ask(TAKEN[1][0], reader, pack, today=TODAY).status == "refused"


def test_the_network_runs_as_it_was_trained(pack):
    torch = pytest.importorskip("torch", reason="the network is trained with torch")
    from rie.ask.ranker.vectors import word_table
    from rie.distill.questions.network import ClauseNetwork

    model, vectors = model_of(pack.folder), word_table(str(pack.folder))[1]
    vocabulary = model.vocabulary
    network = ClauseNetwork(len(vocabulary.words) + 1, len(vocabulary.senses) + 1, len(model.clauses), torch.from_numpy(vectors)).eval()
    network.load_state_dict({name: torch.from_numpy(weights) for name, weights in model.weights.items()})
    rows = np.array([[1, 5, 1, 2] + [0] * 10, [2, len(vectors) - 1] + [0] * 12], np.int32)
    with torch.no_grad():
        expected = network(torch.from_numpy(rows[None].astype(np.int64)))[0].numpy()
    assert np.allclose(clause_scores(model.weights, rows, vectors), expected, atol=1e-3)


def test_the_same_question_is_offered_the_same(reader, pack):
    first, second = (ask(OFFERED[0], reader, pack, today=TODAY).suggestions for _ in range(2))
    assert first == second


def test_a_model_is_read_as_it_was_written(tmp_path, pack):
    model = model_of(pack.folder)
    save(model, tmp_path / FILE)
    again = load(tmp_path / FILE, pack.folder)
    assert (again.vocabulary, again.clauses, again.seen) == (model.vocabulary, model.clauses, model.seen)
    assert (again.wordings, again.threshold) == (model.wordings, model.threshold)
    assert all((again.weights[name] == weights).all() for name, weights in model.weights.items())


@pytest.mark.parametrize("content", [b"nothing", b"", b"PK\x03\x04 cut off"])
def test_a_file_that_is_no_model_is_told_of(content, tmp_path, pack):
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(PackError, match="is no model of questions"):
        load(tmp_path / FILE, pack.folder)


def test_a_pack_without_a_model_has_none(tmp_path):
    assert model_of(tmp_path) is None


def test_asking_needs_no_library_of_training():
    code = "import sys, rie.ask; print([name for name in ('sklearn', 'torch', 'litellm', 'rie.distill') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_the_model_is_small(pack):
    assert (pack.folder / FILE).stat().st_size < 1_500_000
