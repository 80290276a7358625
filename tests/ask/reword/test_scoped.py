"""What a question counts in or leaves out of itself, and orders told by their two ends."""

import pytest

from rie.ask import ask
from rie.ask.reword.scoped import scoped


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Only completed deals, please: how many?", "Only completed deals, please: how many?"),
        ("Completed deals only: average price in euros", "average price of completed acquisitions in euros?"),
        ("Portfolio of Acme (closed deals only)", "Portfolio of Acme in closed rounds?"),
        ("How many acquisitions were there in 2017 (completed only)?", "How many completed acquisitions were there in 2017?"),
        ("Counting all kinds of rounds, how many has Acme done?", "how many rounds has Acme done?"),
        ("Whatever the type, how many rounds has Acme done?", "how many rounds has Acme done?"),
        ("How many deals of any kind has Acme done?", "How many deals has Acme done?"),
        ("How many deals in 2017, not counting denials and dead ones?", "How many deals in 2017, excluding denied and terminated ones?"),
        ("How many rounds does 2016 have?", "how many rounds were there in 2016?"),
        ("How much money has gone into each kind of round?", "How much money has gone into each kind of round?"),
        ("How many rounds has Acme done, all kinds included?", "How many rounds has Acme done?"),
        ("How many rounds were done in 2015, of any kind?", "How many rounds were done in 2015?"),
        ("Total price of Acme's deals, known prices only", "Total price of Acme's deals"),
        ("New CTOs, total number", "number of New CTOs"),
        ("Acme's deals ordered from most expensive to cheapest", "Acme's deals, largest first"),
        ("Companies sorted from highest to lowest total raised", "Companies ranked by total raised"),
        ("Smallest round of 2016 - which company was it?", "Smallest round of 2016, which company?"),
        ("Which Acme unit was larger in 2017, tools or toys?", "which Acme unit had the higher revenue in 2017, tools or toys?"),
        ("How many deals were for a stake rather than the whole company?", "How many deals with disclosed stake?"),
    ],
)
def test_they_stand_where_the_grammar_has_its_place(question, plain):
    assert scoped(question) == plain


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Regardless of the stage, how many rounds has Oakrune closed?", "How many rounds has Oakrune closed?"),
        ("Oakrune's round types by size", "Total raised by Oakrune by round type, largest first"),
        (
            "Highest 2017 revenue among companies reporting in dollars",
            "Which companies reporting in dollars had the highest revenue in 2017?",
        ),
    ],
)
def test_it_is_answered_as_the_plain_question(question, plain, reader, pack):
    told, usual = (ask(text, reader, pack, today="2019-01-15") for text in (question, plain))
    assert told.status == usual.status == "answered"
    assert [next(iter(row.values())) for row in told.rows] == [next(iter(row.values())) for row in usual.rows]


@pytest.mark.parametrize(
    "question",
    [
        "Counting every type of employee, how many does Oakrune have?",
        "Strategic deals only: average price",
        "How many acquisitions in 2018, leaving out hostile ones?",
        "Which buyers went for a controlling stake?",
    ],
)
def test_conditions_that_the_data_does_not_hold_are_refused(question, reader, pack):
    assert ask(question, reader, pack, today="2019-01-15").status == "refused"
