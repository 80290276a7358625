"""360 questions by a sixth author, who saw the facts and nothing of the layer, with gold computed from the facts.

Of the first 180, before anything was mended for them, 60 of the 108 answerable questions were answered rightly and 8 wrongly. The last 180
were asked once, after that: 72 of 75 answers were right, 72 of 108 answerable questions and 9 of 12 follow-ups answered rightly, and 54
of 55 unanswerable ones refused. Golds of 13 sums that the author gave in the currency of the text are in US dollars, as the contract has
it. What is refused, and the answers that are wrong or of another convention, stand here.
"""

import pytest

from rie.ask import ask
from rie.evaluation.answers import read_questions, score
from tests.ask.conftest import FIXTURES

QUESTIONS = read_questions(FIXTURES / "questions_sixth_author.jsonl")
REFUSED = {
    "b6-084", "b6-115", "b6-162", "b6-178", "b6-184", "b6-187", "b6-196", "b6-197", "b6-199", "b6-209",
    "b6-216", "b6-218", "b6-220", "b6-229", "b6-230", "b6-235", "b6-241", "b6-246", "b6-260",
    "b6-261", "b6-275", "b6-276", "b6-277", "b6-282", "b6-286", "b6-290", "b6-305", "b6-306",
    "b6-308", "b6-312", "b6-329", "b6-347", "b6-350", "b6-352",
    "b6-354", "b6-356", "b6-360",
}  # fmt: skip
WRONG = {
    "b6-012", "b6-081", "b6-101", "b6-120", "b6-160", "b6-193", "b6-269", "b6-285", "b6-315",
    "b6-322", "b6-328", "b6-351",
}  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda item: item.id)
def test_a_question_of_the_sixth_author_is_answered_right_or_refused(question, reader, pack):
    expected = "refused" if question.id in REFUSED else "wrong" if question.id in WRONG else "right"
    assert score(question, ask(question.question, reader, pack, after=question.after, today="2019-01-15")) == expected
