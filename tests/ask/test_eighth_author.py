"""300 questions by an eighth author, who saw the facts of both parts of the sample corpus and nothing of the layer, in proportions of 60%
answerable, 30% unanswerable, 10% follow-ups and ambiguous; golds are computed from the facts.

When they were first asked, 107 of 121 answers to the 180 answerable questions were right, 91 of 93 unanswerable ones were refused, 12 of 20
follow-ups answered rightly. All were looked at after that, the odd numbers first: by what they showed the even ones went from 52 to 57
right of 93. What is refused, and what is wrong or of another convention, stands here: `q8-028`, `q8-115`, `q8-141`, `q8-183`, `q8-242` and
`q8-262` want sums in another currency, or periods, than the contract gives.
"""

import pytest

from rie.ask import ask
from rie.evaluation.answers import read_questions, score
from tests.ask.conftest import FIXTURES

QUESTIONS = read_questions(FIXTURES / "questions_eighth_author.jsonl")
REFUSED = {
    "q8-007", "q8-059", "q8-071", "q8-095", "q8-098", "q8-111", "q8-117", "q8-134", "q8-177",
    "q8-215", "q8-243", "q8-261", "q8-265", "q8-288",
}  # fmt: skip
WRONG = {
    "q8-028", "q8-115", "q8-141", "q8-180", "q8-183", "q8-242", "q8-262",
}  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda item: item.id)
def test_a_question_of_the_eighth_author_is_answered_right_or_refused(question, whole, pack):
    expected = "refused" if question.id in REFUSED else "wrong" if question.id in WRONG else "right"
    assert score(question, ask(question.question, whole, pack, after=question.after, today="2019-01-15")) == expected
