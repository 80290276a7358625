"""300 questions by a fifth author, who saw the facts and nothing of the layer, with gold computed from the facts.

At first sight 126 of the 134 answers given were right (94.0%), 112 of the 180 answerable questions and 14 of 18 follow-ups were
answered rightly, and 89 of 92 unanswerable ones refused. What is refused, and the answers that are wrong, stand here.
"""

import pytest

from rie.ask import ask
from rie.evaluation.answers import read_questions, score
from tests.ask.conftest import FIXTURES

QUESTIONS = read_questions(FIXTURES / "questions_fifth_author.jsonl")
REFUSED = {
    "b5-001", "b5-004", "b5-006", "b5-007", "b5-011", "b5-012", "b5-014", "b5-015", "b5-016", "b5-018", "b5-019",
    "b5-020", "b5-022", "b5-023", "b5-027", "b5-034", "b5-035", "b5-039", "b5-041", "b5-045", "b5-046", "b5-048",
    "b5-062", "b5-065", "b5-067", "b5-077", "b5-083", "b5-101", "b5-104", "b5-114", "b5-115",
    "b5-117", "b5-118", "b5-119", "b5-120", "b5-122", "b5-123", "b5-125", "b5-127", "b5-144", "b5-154",
    "b5-155", "b5-167", "b5-174", "b5-178", "b5-275",
    "b5-279",
}  # fmt: skip
WRONG = {
    "b5-091", "b5-149", "b5-170", "b5-286", "b5-294", "b5-295",
    "b5-299",
}  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda item: item.id)
def test_a_question_of_the_fifth_author_is_answered_right_or_refused(question, reader, pack):
    expected = "refused" if question.id in REFUSED else "wrong" if question.id in WRONG else "right"
    assert score(question, ask(question.question, reader, pack, after=question.after, today="2019-01-15")) == expected
