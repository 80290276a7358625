"""Questions that nobody planned: spoilt words never end in an error, and a condition that is not understood is never left out."""

import random

import pytest

from rie.ask import ask
from rie.evaluation.answers import read_questions
from rie.types import Answer
from tests.ask.conftest import FIXTURES, ROOT, pairs

TODAY = "2019-01-15"
GOLD = [
    *read_questions(ROOT / "sample_corpus" / "questions.jsonl"),
    *read_questions(FIXTURES / "questions_dev.jsonl"),
    *read_questions(FIXTURES / "questions_second_author.jsonl"),
]
TEXTS = [*(item.question for item in GOLD), *(question for question, _ in (*pairs("forms.txt"), *pairs("refusals.txt")))]
STATUSES = {"answered", "no_data", "ambiguous", "refused"}

FOREIGN = [
    "Wie viel Geld hat Oakrune 2017 eingesammelt?", "Combien Oakrune a-t-il levé en 2017 ?", "¿Cuánto recaudó Oakrune en 2017?",
    "Quanto ha raccolto Oakrune nel 2017?", "Сколько денег привлекла Oakrune в 2017 году?", "Oakrune 2017年筹集了多少资金？",
    "オークルーンは2017年にいくら調達しましたか", "Ile pieniędzy zebrała firma Oakrune?", "Hoeveel heeft Oakrune opgehaald?",
    "Wer hat dk7 gekauft?", "Qui a acheté dk7 ?", "¿Quién compró dk7?", "كم جمعت Oakrune؟", "Oakrune ने कितना पैसा जुटाया?",
]  # fmt: skip
CONDITIONS = [
    "per employee", "that were profitable", "with a female CEO", "adjusted for inflation",
    "net of fees", "weighted by valuation", "as a percentage of revenue", "before tax",
    "with more than 50 employees", "that later failed", "in Atlantis", "twice as much",
    "within a week of each other", "unless rumoured", "half of", "on a Tuesday",
]  # fmt: skip
LEFT_OUT = ["excluding Boston", "not in Germany", "except seed rounds", "other than Oakrune", "but not Oakrune", "apart from Series A"]
ADDED = [
    "not", "never", "except", "profitable", "non", "almost", "twice", "female", "half", "private", "public", "young", "adjusted",
    "remaining", "other", "another", "second", "gross", "without", "second-largest", "none", "unless", "minus", "nearly", "unannounced",
    "unprofitable", "listed", "foreign", "repeat", "undisclosed", "alleged", "hostile", "strategic", "biotech", "neither", "former",
    "potential", "likely", "expected",
]  # fmt: skip
PIECES = [
    "'; DROP TABLE company; --", "SELECT * FROM company", "$company_id", "%", "\x00", "🚀", "\u202e", "ﬁ", "İ", "ß", "\ud800", "((((",
    "1e400", "9" * 400, "-1", "0", "12/31/9999", "Q3 2023 2024 Q1", "and and", "?!?", "''", "\n\n", "\t", "largest smallest", "top 0",
    "top 99999999999", "between 5 and", "NULL", "e" + "\u0301" * 40, "by by by", "vs", "who what which", "last 0 years", "the the",
    "%s {0}",
]  # fmt: skip


def answer(question: str, store, pack, after=()) -> Answer:
    return ask(question, store, pack, after=after, today=TODAY)


def _mutated(text: str, chance: random.Random) -> str:
    words = text.split()
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(words)) if words else 0
        kind = chance.choice(("drop", "double", "swap", "typo", "piece", "case", "join", "other"))
        if kind == "piece" or not words:
            words.insert(place, chance.choice(PIECES))
        elif kind == "drop":
            del words[place]
        elif kind == "double":
            words.insert(place, words[place])
        elif kind == "swap":
            other = chance.randrange(len(words))
            words[place], words[other] = words[other], words[place]
        elif kind == "typo":
            at = chance.randrange(len(words[place]) + 1)
            words[place] = words[place][:at] + chance.choice("aeiouxz -'.,é7") + words[place][at + 1 :]
        elif kind == "case":
            words[place] = chance.choice((str.upper, str.lower, str.title))(words[place])
        elif kind == "join":
            words[place : place + 2] = ["".join(words[place : place + 2])]
        else:
            words[place:] = chance.choice(TEXTS).split()[place:]
    return " ".join(words)


def test_spoilt_questions_end_in_no_error(store, pack):
    chance = random.Random(20240)
    for _ in range(1200):
        text = _mutated(chance.choice(TEXTS), chance)
        after = (_mutated(chance.choice(TEXTS), chance),) if chance.random() < 0.1 else ()
        found = answer(text, store, pack, after)
        assert found.status in STATUSES, text
        assert bool(found.rows) == (found.status == "answered"), text


@pytest.mark.parametrize("text", [*PIECES, "how much " * 1200, "Oakrune and " * 900, "x" * 10_000, "who " * 120, "(" * 400, "$1m " * 120])
def test_text_that_is_no_question_ends_in_no_answer(text, store, pack):
    assert answer(text, store, pack).status == "refused"


@pytest.mark.parametrize("text", FOREIGN)
def test_a_question_in_another_language_is_refused(text, store, pack):
    assert answer(text, store, pack).status == "refused"


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_condition_that_is_not_in_the_data_is_never_left_out(condition, store, pack):
    chance = random.Random(condition)
    asked = chance.sample([item for item in GOLD if item.answerable and not item.after], 25)
    found = [answer(f"{item.question.rstrip('?.! ')} {condition}?", store, pack) for item in asked]
    assert [item.question for item in found if item.status in ("answered", "no_data")] == []


@pytest.mark.parametrize("condition", LEFT_OUT)
def test_what_is_to_be_left_out_is_left_out_or_the_question_refused(condition, store, pack):
    chance = random.Random(condition)
    asked = chance.sample([item for item in GOLD if item.answerable and not item.after], 25)
    found = [answer(f"{item.question.rstrip('?.! ')} {condition}?", store, pack) for item in asked]
    given = [item for item in found if item.status in ("answered", "no_data")]
    assert given
    assert [item.question for item in given if "not " not in item.interpretation] == []


def test_a_word_that_is_not_understood_is_never_left_out(store, pack):
    chance = random.Random(7)
    asked = [item for item in GOLD if item.answerable]
    given = {item.id: answer(item.question, store, pack, item.after) for item in asked}
    for _ in range(400):
        item, words = (question := chance.choice(asked)), question.question.split()
        words.insert(chance.randrange(len(words) + 1), chance.choice(ADDED))
        found = answer(" ".join(words), store, pack, item.after)
        same = found.status == "answered" and found.rows == given[item.id].rows
        assert not same, " ".join(words)


NAMES = ["Oakrune", "Brindlewick", "Lumenloft", "Sundrel", "Halcyon Grid", "Cobalt Orchard"]


@pytest.mark.parametrize(
    "question", ["How much did {} raise?", "Who invested in {}?", "number of rounds of {}", "{} funding by year", "When did {} last raise?"]
)
def test_another_name_changes_the_parameter_and_nothing_else(question, store, pack):
    found = [answer(question.format(name), store, pack) for name in NAMES]
    assert len({item.parameters["company_id"] for item in found}) == len(NAMES)
    assert len({item.interpretation.replace(name, "X") for item, name in zip(found, NAMES, strict=True)}) == 1


@pytest.mark.parametrize("question", [item for item in GOLD if item.answerable][::3], ids=lambda item: item.id)
def test_case_and_spaces_do_not_change_an_answer(question, store, pack):
    plain = answer(question.question, store, pack, question.after)
    assert answer(f"  {question.question.replace(' ', '  ')} ", store, pack, question.after).rows == plain.rows


def test_what_is_asked_back_is_answered(store, pack):
    asked = [answer(text, store, pack) for text in TEXTS]
    asked += [answer(f"{kind} of {name}", store, pack) for kind in ("round size", "deal price", "acquisition date") for name in NAMES]
    unclear = [item for item in asked if item.status == "ambiguous"]
    assert len(unclear) > 5
    assert all(item.suggestions for item in unclear)
    assert all(answer(text, store, pack).status == "answered" for item in unclear for text in item.suggestions)
