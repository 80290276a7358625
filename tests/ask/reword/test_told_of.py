"""What became of deals, who sat where and how often, and changes that are worked out from two figures."""

import pytest

from rie.ask import ask
from rie.ask.reword.told_of import told_of


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("What happened to Acme's offer for Globex?", "status of Acme's takeover of Globex?"),
        ("How did Acme's plan to buy Globex end?", "status of Acme's takeover of Globex?"),
        ("How often does Acme turn up as the buyer?", "how many acquisitions have Acme as the buyer?"),
        ("How many times was Acme Fund a lead investor?", "how many rounds have Acme Fund as a lead investor?"),
        ("Who sat on the boards of two companies?", "Who sat as director at at least two companies?"),
        ("Last day of Jane Roe as CFO of Acme", "when did Jane Roe leave as CFO of Acme"),
        ("When did Acme's seed money come through?", "When did Acme's seed money happen?"),
        ("The valuation of Acme at the time of its Series B", "The valuation of Acme at its Series B"),
        ("How many CFOs has Acme had?", "how many people held the post of CFOs of Acme ever?"),
        ("Acme revenue growth in 2017, in %", "Acme revenue growth in 2017"),
        ("Acme's seed and Series A together", "how much in total did Acme raise in its seed and Series A"),
        ("By how many dollars did Acme's sales rise in 2017?", "by how many dollars did Acme's sales rise from 2016 to 2017?"),
        ("Jane Roe's stand-in as CFO", "Jane Roe's interim replacement as CFO"),
        ("Acme tools segment share of 2016 sales", "what share of Acme's 2016 sales came from the tools segment"),
        ("Acme revenue growth 2017 vs 2016 in percent", "Acme revenue growth 2017 vs 2016 in percent"),
    ],
)
def test_they_are_put_in_the_words_of_the_grammar(question, plain):
    assert told_of(question) == plain


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Corvane revenue growth in Q4 2016 against a year earlier, in %", None),
        ("How many people have been chief executive of Corvane, past and present?", 3),
        ("How many CEOs has Corvane had?", 3),
    ],
)
def test_numbers_of_them(question, number, reader, pack):
    answer = ask(question, reader, pack, today="2019-01-15")
    assert number is None or list(answer.rows[0].values())[-1] == number


def test_a_change_that_was_not_told_is_worked_out(reader, pack):
    told = ask("What was Corvane's revenue growth in 2017?", reader, pack, today="2019-01-15")
    both = ask("Corvane's revenue growth from 2016 to 2017 in percent", reader, pack, today="2019-01-15")
    assert told.rows == both.rows != ()
    assert ask("What was Oakrune's revenue growth in 2017?", reader, pack, today="2019-01-15").status == "no_data"


def test_a_successor_without_a_post_is_of_the_post_that_was_left(reader, pack):
    answer = ask("Who replaced Marguerite Sloane?", reader, pack, today="2019-01-15")
    assert [row["person"] for row in answer.rows] == ["Ivan Petrossian"]
    assert ask("Who replaced Lucian Farr?", reader, pack, today="2019-01-15").status == "refused"


def test_a_part_is_picked(reader, pack):
    answer = ask("Which Inkpen segment was smaller in Q3 2017, automotive or industrial?", reader, pack, today="2019-01-15")
    assert answer.status == "no_data" or [row["segment"] for row in answer.rows] == ["Industrial"]


@pytest.mark.parametrize("question", ["Who was appointed at two companies?", "Which executives joined more than one company?"])
def test_people_of_several_companies(question, reader, pack):
    answer = ask(question, reader, pack, today="2019-01-15")
    assert "with at least 2 different companies" in answer.interpretation


@pytest.mark.parametrize(
    "question",
    ["How many CEOs has the company had?", "How often does Meridale Industries appear in the news?"],
)
def test_what_the_data_does_not_tell_is_refused(question, reader, pack):
    assert ask(question, reader, pack, today="2019-01-15").status == "refused"
