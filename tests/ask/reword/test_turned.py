"""What is asked for is put where it usually stands; all other words stay."""

import pytest

from rie.ask.reword.turned import turned


@pytest.mark.parametrize(
    ("question", "usual"),
    [
        ("rounds in Leeds, how many were there?", "number of rounds in Leeds"),
        ("takeovers under $9m - what's the number?", "number of takeovers under $9m"),
        ("any Leeds firms with a bridge round? list them", "list the Leeds firms with a bridge round"),
        ("Give me the annual number of takeovers", "Give me number of takeovers by year"),
        ("Which four seed rounds were the biggest?", "the four biggest seed rounds"),
        ("When did Acme last lead a round?", "When did Acme lead a round for the last time?"),
        ("What have firms in Leeds and York raised between them?", "What have firms in Leeds and York raised in total?"),
        ("By how much does Acme's seed exceed its bridge?", "what is the difference between Acme's seed and its bridge?"),
        ("Who made just three bids?", "Who made exactly three bids?"),
        ("Who made three bids, no more no less?", "Who made exactly three bids?"),
        ("deals with a single buyer", "deals with exactly one buyer"),
        ("stakes of over half", "stakes of more than 50%"),
        ("rounds that came to less than $2m", "rounds of less than $2m"),
        ("deals which topped $2m", "deals of more than $2m"),
        ("deals from 20 to 30 million dollars", "deals between 20 and 30 million dollars"),
        ("Acme's targets were funded by whom?", "who funded Acme's targets"),
        ("Acme's targets, who are their backers?", "list the backers of Acme's targets"),
        ("Acme's bridge round, when was it?", "date of Acme's bridge round"),
        ("Acme's bridge round: who led it?", "who led Acme's bridge round"),
        ("Who bought Acme, if anyone, and when?", "Who bought Acme and when?"),
    ],
)
def test_a_question_is_put_in_its_usual_order(question, usual):
    assert turned(question) == usual


@pytest.mark.parametrize(
    "question",
    [
        "top city by number of rounds", "which acquirer made the most deals, by number", "by how much did Acme beat the EPS consensus?",
        "Which two firms raised the most?", "the cities whose companies raised over $2m", "companies with a single round above $2m",
        "What is the deal that ranked third in 2016?",
        "Are there rounds of 5 and 10 million dollars?",
        "Any idea which?", "Were over half of the deals in Leeds?", "the last time Acme led, when was it",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_stays(question):
    assert turned(question) == question
