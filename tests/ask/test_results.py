"""Figures and executive changes: 318 questions with gold, how they are understood, and what must never be left out."""

import json
import random

import pytest

from rie.ask import ask
from rie.ask.run import plain_value
from rie.evaluation.answers import read_questions, score
from tests.ask.conftest import FIXTURES, pairs
from tests.ask.fact_store import FactStore, read_facts
from tests.ask.test_mutations import ADDED, CONDITIONS, STATUSES

TODAY = "2022-05-15"
FILE = FIXTURES / "results_questions.jsonl"
GOLD = read_questions(FILE)
LINES = {item["id"]: item for item in map(json.loads, FILE.read_text("utf-8").splitlines())}
ANSWERED = [item for item in GOLD if item.gold["type"] not in ("refuse", "no_data", "clarify")]


@pytest.fixture(scope="module")
def store(pack):
    return FactStore(read_facts(FIXTURES / "results_facts.jsonl"), pack, {"Velmark Industries": ("Velmark",)})


def answer(question, store, pack, after=(), today=TODAY):
    return ask(question, store, pack, after=after, today=today or TODAY)


def asked(item, store, pack):
    return answer(item.question, store, pack, item.after, item.today)


@pytest.mark.parametrize("item", GOLD, ids=lambda item: item.id)
def test_a_gold_question_is_answered_right_and_says_how_it_was_understood(item, store, pack):
    found = asked(item, store, pack)
    assert score(item, found) == "right", (found.status, found.answer, found.rows)
    assert [text for text in LINES[item.id].get("says", ()) if text not in found.interpretation] == []


@pytest.mark.parametrize(("question", "line"), pairs("results_forms.txt"))
def test_a_question_is_understood_as_its_interpretation_says(question, line, store, pack):
    assert answer(question, store, pack).interpretation == line


@pytest.mark.parametrize(("question", "reason"), pairs("results_refusals.txt"))
def test_what_is_not_in_the_data_is_refused_with_its_reason(question, reason, store, pack):
    found = answer(question, store, pack)
    assert (found.status, found.reason, found.rows) == ("refused", reason, ())


@pytest.mark.parametrize(("question", "sentence"), pairs("results_sentences.txt"))
def test_the_sentence_is_told_from_the_rows(question, sentence, store, pack):
    assert answer(question, store, pack).answer == sentence


def test_the_sql_of_every_answer_gives_its_rows(store, pack):
    for item in ANSWERED:
        found = asked(item, store, pack)
        result = store.query(found.sql, found.parameters)
        assert [name for name, _ in result.columns] == [column["name"] for column in found.columns], item.question
        assert [tuple(map(plain_value, row)) for row in result.rows] == [tuple(row.values()) for row in found.rows], item.question


def test_every_answer_has_evidence_of_its_facts(store, pack):
    for item in ANSWERED:
        found = asked(item, store, pack)
        assert found.coverage["facts"] > 0 or found.rows[0].get("count") == 0, item.question
        assert {span["table"] for span in found.evidence} <= {"financial_result", "executive_change"}
        assert len({span["row"] for span in found.evidence}) <= found.row_count


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_condition_that_is_not_in_the_data_is_never_left_out(condition, store, pack):
    chance = random.Random(condition)
    for item in chance.sample([item for item in ANSWERED if not item.after], 25):
        given = asked(item, store, pack)
        found = answer(f"{item.question.rstrip('?.! ')} {condition}?", store, pack, today=item.today)
        same = found.status == "answered" and found.rows == given.rows and found.interpretation == given.interpretation
        assert not same, f"{item.question} {condition}"


def test_a_word_that_is_not_understood_is_never_left_out(store, pack):
    chance, added = random.Random(11), [word for word in ADDED if word not in ("expected", "adjusted")]  # of guidance and of figures
    for _ in range(400):
        item = chance.choice(ANSWERED)
        given, words = asked(item, store, pack), item.question.split()
        words.insert(chance.randrange(len(words) + 1), chance.choice(added))
        found = answer(" ".join(words), store, pack, item.after, item.today)
        assert found.status != "answered" or found.interpretation != given.interpretation, " ".join(words)


def test_spoilt_questions_end_in_no_error(store, pack):
    chance = random.Random(5)
    texts = [item.question for item in GOLD]
    for _ in range(600):
        words = chance.choice(texts).split()
        for _ in range(chance.randint(1, 3)):
            place = chance.randrange(len(words))
            words[place : place + chance.randint(0, 2)] = chance.choice(texts).split()[: chance.randint(0, 4)] or ["revenue"]
        after = (chance.choice(texts),) if chance.random() < 0.2 else ()
        found = answer(" ".join(words), store, pack, after)
        assert found.status in STATUSES, words
        assert bool(found.rows) == (found.status == "answered"), words


@pytest.mark.parametrize(
    ("today", "name"),
    [("2021-08-29", "Derek Vance"), ("2021-08-30", "Nora Lindgren"), ("2022-02-13", "Nora Lindgren"), ("2022-02-14", "Samuel Ortega")],
)
def test_a_post_is_held_from_the_day_on_which_it_takes_effect(today, name, store, pack):
    assert [row["person"] for row in answer("Who is the CEO of Globrix?", store, pack, today=today).rows] == [name]


def test_names_in_a_list_are_told_apart_by_their_commas(store, pack):
    found = answer("revenue of Velmark, Globrix, Sorano and Quillon Software in Q3 2021", store, pack)
    assert [row["company"] for row in found.rows] == ["Globrix", "Quillon Software", "Sorano", "Velmark Industries"]
