"""200 questions by a fourth author, who saw the facts and nothing of the layer, with gold computed from the facts.

At first sight 81 of the 88 answers given were right (92.0%), 81 of the 139 answerable questions were answered rightly, and all 61
unanswerable ones were refused. What is refused, and the answers that are still wrong, stand here.
"""

import pytest

from rie.ask import ask
from rie.evaluation.answers import read_questions, score
from tests.ask.conftest import FIXTURES

QUESTIONS = read_questions(FIXTURES / "questions_fourth_author.jsonl")
REFUSED = {
    "b4-003", "b4-004", "b4-007", "b4-011", "b4-014", "b4-016", "b4-017", "b4-018", "b4-019", "b4-023",
    "b4-027", "b4-029", "b4-031", "b4-035", "b4-038", "b4-040", "b4-042", "b4-044", "b4-051", "b4-058",
    "b4-059", "b4-068", "b4-077", "b4-080", "b4-085", "b4-087", "b4-088", "b4-089", "b4-091",
    "b4-100", "b4-102", "b4-111", "b4-113", "b4-186", "b4-191",
}  # fmt: skip
WRONG = {
    "b4-020", "b4-198", "b4-199", "b4-200",
}  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda item: item.id)
def test_a_question_of_the_fourth_author_is_answered_right_or_refused(question, reader, pack):
    expected = "refused" if question.id in REFUSED else "wrong" if question.id in WRONG else "right"
    assert score(question, ask(question.question, reader, pack, after=question.after, today="2019-01-15")) == expected
