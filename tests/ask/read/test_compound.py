"""Two numbers that are told each by a phrase of its own."""

import pytest

from rie.ask import ask


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("By what percentage was Brindlewick's Series B bigger than its Series A?", 200),
        ("How many percent larger was Oakrune's Series B than its Series A?", 175),
        ("How many times bigger was Oakrune's Series B than its Series A?", 2.75),
        ("Oakrune's Series B as a multiple of its Series A", 2.75),
        ("Ratio of Oakrune's Series B to its Series A", 2.75),
        ("Percentage increase from Oakrune's Series A to its Series B", 175),
        ("Oakrune Series B minus Series A", 14000000),
        ("By what percentage was Oakrune's Series B bigger than Brindlewick's Series A in 2015?", None),
        ("The size of Oakrune's Series B minus that of Tessaro Robotics's Series A", 22000000 - 11800000),
        ("Number of seed rounds minus the number of Series A rounds", None),
        ("How many dollars of annual revenue did Corvane gain from 2016 to 2017?", None),
    ],
)
def test_two_phrases_are_put_together(question, number, reader, pack):
    answer = ask(question, reader, pack, today="2019-01-15")
    assert answer.status == "answered"
    assert number is None or list(answer.rows[0].values())[-1] == pytest.approx(number, rel=1e-5)


@pytest.mark.parametrize(
    "question",
    [
        "By what percentage was Oakrune's Series B bigger than the market?",
        "By what percentage was Oakrune's headcount bigger than its Series A?",
        "Oakrune's Series B minus its cash",
        "Oakrune's Series B divided by the number of its employees",
        "Ratio of Corvane's revenue in 2017 to its Series A",
    ],
)
def test_a_phrase_that_is_no_number_of_the_data_is_refused(question, reader, pack):
    assert ask(question, reader, pack, today="2019-01-15").status == "refused"


@pytest.mark.parametrize(
    "question",
    [
        "What was Corvane's net margin in 2017, that is net income divided by revenue?",
        "Net margin of Corvane in 2017 (net income over revenue)",
        "Corvane's margin for 2017? I mean net income as a share of revenue, in percent.",
    ],
)
def test_a_margin_that_is_told_by_its_numbers(question, reader, pack):
    plain = ask("Corvane's net income as a percentage of revenue in 2017", reader, pack, today="2019-01-15")
    told = ask(question, reader, pack, today="2019-01-15")
    assert told.rows == plain.rows != []
