"""Questions of authors who saw facts of the sample corpus and nothing of the layer: what was right once stays so."""

import pytest

from tests.ask.authors import Author, GoldQuestion, cases, verdict


@pytest.mark.parametrize(("author", "question"), cases("first"))
def test_a_question_over_the_first_part_is_answered_right_or_refused(author: Author, question: GoldQuestion, reader, pack) -> None:
    assert verdict(question, reader, pack) == author.expected(question)


@pytest.mark.parametrize(("author", "question"), cases("whole"))
def test_a_question_over_both_parts_is_answered_right_or_refused(author: Author, question: GoldQuestion, whole, pack) -> None:
    assert verdict(question, whole, pack) == author.expected(question)
