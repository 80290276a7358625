"""160 questions by an author who saw the facts and nothing of the layer, in many voices, with gold computed from the facts.

At first sight 91 of the 103 answers given were right (88.3%), 91 of the 127 answerable questions were answered rightly, and all 33
unanswerable ones were refused. Some of the wrong answers are refused since; those that are still wrong stand here.
"""

import pytest

from rie.ask import ask
from rie.evaluation.answers import read_questions, score
from tests.ask.conftest import FIXTURES

QUESTIONS = read_questions(FIXTURES / "questions_sealed.jsonl")
REFUSED = {
    "b3-002", "b3-006", "b3-025", "b3-028", "b3-034", "b3-042", "b3-048", "b3-093", "b3-096",
}  # fmt: skip
WRONG = {"b3-159"}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda item: item.id)
def test_a_sealed_question_is_answered_right_or_refused(question, reader, pack):
    expected = "refused" if question.id in REFUSED else "wrong" if question.id in WRONG else "right"
    assert score(question, ask(question.question, reader, pack, after=question.after, today="2019-01-15")) == expected
