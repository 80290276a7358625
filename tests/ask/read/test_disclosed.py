"""Whether a number is disclosed is a condition like any other."""

import pytest

from rie.ask import ask
from rie.ask.read.disclosed import in_short


@pytest.mark.parametrize(
    ("question", "condition"),
    [
        ("How many acquisitions had an undisclosed price?", "price paid not disclosed"),
        ("number of completed deals without a disclosed price", "price paid not disclosed"),
        ("For which takeovers was the price kept secret?", "price paid not disclosed"),
        ("acquisitions where the price was not disclosed", "price paid not disclosed"),
        ("Which acquirers bought companies and did not disclose the price?", "price paid not disclosed"),
        ("rounds of undisclosed size", "amount raised not disclosed"),
        ("how many rounds have a disclosed valuation", "valuation disclosed"),
        ("total price of acquisitions with a disclosed price in 2018", "price paid disclosed"),
    ],
)
def test_a_number_that_is_told_or_not_is_a_condition(question, condition, reader, pack):
    answer = ask(question, reader, pack, today="2019-01-15")
    assert answer.status == "answered"
    assert condition in answer.interpretation


def test_the_disclosed_and_the_others_are_all(reader, pack):
    which = ("acquisitions with a disclosed price", "acquisitions with an undisclosed price", "acquisitions")
    numbers = [ask(f"number of {what}", reader, pack).rows[0] for what in which]
    told, untold, every = (int(next(iter(row.values()))) for row in numbers)
    assert told + untold == every
    assert told
    assert untold


@pytest.mark.parametrize(
    "question", ["companies whose acquirer did not disclose the price", "rounds with undisclosed amount and valuation",
                 "how many deals have a disclosed price and a seller"])
def test_what_would_lose_a_half_is_refused(question, reader, pack):
    assert ask(question, reader, pack, today="2019-01-15").status == "refused"


@pytest.mark.parametrize("question", ["the undisclosed buyer of Acme", "companies without a lead investor", "rounds with no debt"])
def test_what_else_is_missing_is_left_alone(question):
    assert in_short(question) == question
