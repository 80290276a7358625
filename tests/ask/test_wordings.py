"""Other words for a question lead to the answer of the plainer one."""

import pytest

from rie.ask import ask
from tests.ask.conftest import pairs


@pytest.mark.parametrize(("wording", "plain"), pairs("wordings.txt"))
def test_another_wording_has_the_same_answer(wording, plain, reader, pack):
    found, expected = (ask(question, reader, pack, today="2019-01-15") for question in (wording, plain))
    assert expected.status in ("answered", "no_data")
    rows, others = ([tuple(row.values()) for row in answer.rows] for answer in (found, expected))
    assert (found.status, rows) == (expected.status, others)
