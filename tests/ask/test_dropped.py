"""Questions whose words say more than any form that the grammar makes of them: refused, never answered in part."""

import pytest

from rie.ask import ask


@pytest.mark.parametrize(("question", "why"), [
    ("who raised in 2016 and then got bought", "a condition of another kind of facts"),
    ("How many rounds has each of the Boston companies done?", "a number for each"),
    ("who's raised seed and also series a", "both, not one of two"),
    ("Oakrune financings headed by Skyforge, %", "a share"),
    ("What did Carewell Clinics fetch when Bluecrane Health bought it?", "the price, not the day"),
    ("majority stake acquisitions", "a size of stakes"),
])
def test_a_question_is_not_answered_in_part(question, why, reader, pack):
    assert ask(question, reader, pack, today="2019-01-15").status == "refused", why


def test_what_is_asked_politely_is_no_question_whether(reader, pack):
    polite, plain = (ask(question, reader, pack) for question in ("can i get oakrunes funding split by year?", "Oakrune funding by year"))
    assert polite.rows == plain.rows
