"""Questions about numbers side by side and about people in posts are put shorter, with the same names, periods and numbers."""

import pytest

from rie.ask.reword.rephrased import rephrased
from rie.ask.reword.sentences import one_question
from rie.ask.reword.spelling import written_out


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("What do you get when you divide net income by revenue?", "divide net income by revenue?"),
        ("Set Acme's EBITDA against its sales: what percentage is that?", "Acme's EBITDA as a percentage of its sales?"),
        ("put Acme's profit in relation to its sales", "Acme's profit divided by its sales"),
        ("Acme gross profit 2016, what % of sales is that", "Acme gross profit 2016 as a percentage of sales"),
        ("By how much did Acme's revenue exceed that of Hooli?", "what is the difference between Acme's revenue and Hooli?"),
        ("How far short of consensus did revenue fall?", "how far below consensus was revenue?"),
        ("Show Acme's revenue split across its segments", "Show Acme's revenue by segments"),
        ("Acme's revenue, one figure per quarter", "Acme's revenue by quarter"),
        ("How did Acme's revenue develop in 2017?", "show Acme's revenue by quarter in 2017?"),
        ("When was it announced that Roe is leaving?", "When was announced Roe is leaving?"),
        ("Roe resigned as what?", "Roe resigned in which role?"),
        ("What was Roe's job before she left?", "What was Roe's job she left?"),
        ("who changed their CFO in 2017, companies only", "which companies changed their CFO in 2017"),
        ("Roe CFO of Acme, yes or no", "did Roe CFO of Acme ever?"),
        ("Would you mind counting the CFOs?", "count the CFOs?"),
    ],
)
def test_a_construction_is_put_shorter(question, short):
    assert rephrased(question) == short


@pytest.mark.parametrize(
    "question",
    [
        "By how much did Acme's EPS exceed the consensus?",
        "What was Roe's job before she joined Acme?",
        "Who raised money in 2017?",
        "Acme's share of funding in 2017",
        "Would you mind?",
    ],
)
def test_what_only_looks_like_one_stays(question):
    assert rephrased(question) == question


def test_the_year_before_a_quarter_is_the_same_quarter_of_it():
    assert one_question("Acme's growth in Q2 2017 versus the year before") == "Acme's growth in Q2 2017 versus in Q2 2016"
    assert one_question("Acme's revenue in 2017 versus the year before") == "Acme's revenue in 2017 versus in 2016"


@pytest.mark.parametrize("question", [
    "deals in which the acquirer is Corvane", "Which companies raised their two rounds in 2017?", "Corvane's two deals of 2017",
    "number of rounds by type, with amount for each"])
def test_what_is_said_stays(question):
    assert rephrased(question) == question


def test_quarters_of_years_from_one_to_another_are_each_of_them():
    assert written_out("revenue in the third quarters of 2016 to 2018") == "revenue in Q3 2016 and Q3 2017 and Q3 2018"
