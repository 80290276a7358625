"""Ordinary wordings of money that comes in, figures, deals, posts, and of things beside each other."""

import pytest

from rie.ask import ask
from rie.ask.reword.compared import side_by_side
from rie.ask.reword.incoming import come_in
from rie.ask.reword.ordinary import ordinarily
from rie.ask.reword.spelling import written_out


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("How much money went to Acme in 2017?", "how much did Acme raise in 2017?"),
        ("How much cash did Acme rake in with its seed round?", "how much did Acme raise with its seed round?"),
        ("How much did the Series B bring in for Acme?", "how much did Acme raise in its Series B?"),
        ("What is the most Acme can draw under its May 2017 loan?", "size of Acme's debt round in May 2017?"),
        ("total of the two Acme rounds", "how much in total did Acme raise in two rounds"),
        ("Acme, Series B: dollar amount please", "how much was Acme's Series B please"),
        ("Which investors took part in both of Acme's rounds?", "investors that joined at least two rounds of Acme?"),
        ("Who backed Acme more than once?", "investors that joined at least two rounds of Acme?"),
        ("Has Acme bought more than one company? Which ones?", "which companies has Acme bought?"),
        ("Acme investees that were later sold", "which companies backed by Acme were later acquired"),
    ],
)
def test_money_that_comes_in(question, plain):
    assert come_in(question) == plain


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        (
            "Acme's profit went down how many percent in 2017 against 2016?",
            "by how many percent did Acme's profit fall in 2017 against 2016?",
        ),
        ("How much higher was Acme's income in Q2 2016 than a year earlier?",
         "how much higher was Acme's income in Q2 2016 than in Q2 2015?"),
        ("Acme income Q2 2016: how far below the year-ago quarter?", "how much lower was Acme income in Q2 2016 than in Q2 2015?"),
        ("How many points did Acme's margin lose between 2016 and 2017?", "how much lower was Acme's margin in 2017 than in 2016?"),
        ("Adding Europe and Asia, what were Acme's sales in 2017?", "what were Acme's combined sales in Europe and Asia in 2017?"),
        ("Acme guided on Q2 2017. What revenue did it expect?", "What revenue did Acme expect for Q2 2017?"),
        ("Acme 2018 guidance, the May update", "Acme 2018 guidance announced in May 2018"),
        ("Acme has been buying up rivals", "Acme has been buying up rivals"),
        ("Acme has been selling off units - how many so far?", "how many units has Acme sold?"),
        ("Series A rounds of 2016 that were raised in euros", "Series A rounds of 2016 priced in euros"),
        ("What was the mean seed round, dollar rounds only?", "What was the mean seed round priced in dollars?"),
        ("Since what date has Jane Roe been CFO of Acme?", "when did Jane Roe become CFO of Acme?"),
        ("On which boards does Jane Roe sit?", "which companies have Jane Roe on their board?"),
        ("Appointments at Acme in 2017, board included", "Appointments at Acme in 2017"),
        ("Of the rounds in 2016, which three were the largest?", "the three largest rounds in 2016?"),
    ],
)
def test_figures_deals_and_posts(question, plain):
    assert ordinarily(question) == plain


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Sort these by the size of their Series A: Acme, Hooli, Globex", "rank Acme, Hooli and Globex by Series A size"),
        ("Compare the number of seed and angel rounds in 2016", "number of seed and angel rounds in 2016 by type"),
        ("How busy was May 2016? The number of rounds", "number of rounds in May 2016"),
        ("monthly totals for jan, feb and mar 2016", "monthly totals for January 2016, February 2016 and March 2016"),
        ("rounds in jan and feb 2016", "rounds in jan and feb 2016"),
        ("Who got a new CEO? all years", "Who got a new CEO"),
    ],
)
def test_things_beside_each_other(question, plain):
    assert side_by_side(question) == plain


@pytest.mark.parametrize(
    ("question", "plain"),
    [("mean seires b of atleast $5m", "mean series b of at least $5m"), ("howmany sereis a rounds", "how many series a rounds")],
)
def test_slips_of_the_pen(question, plain):
    assert written_out(question) == plain


def test_a_currency_of_rounds_is_a_condition(reader, pack):
    answer = ask("Mean size of Series A rounds in 2016 that were raised in US dollars", reader, pack, today="2019-01-15")
    assert "currency USD" in answer.interpretation


@pytest.mark.parametrize(
    "question", ["My flatmate wants to know who invested in Oakrune.", "Our head of research asked who invested in Oakrune."]
)
def test_whoever_asks(question, reader, pack):
    assert ask(question, reader, pack).rows == ask("Who invested in Oakrune?", reader, pack).rows != ()
