"""Questions that ask whether there is anybody and for the names, and conditions that two verbs share."""

import pytest

from rie.ask import ask
from rie.ask.reword.whether import whichever


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Did any company in Boston raise money? Names, please.", "which company in Boston did raise money?"),
        ("Were any German firms bought? Which ones?", "which German firms were bought?"),
        ("Has anybody backed Oakrune? If so, who?", "who has backed Oakrune?"),
        ("Are there any investors in Boston? The names are enough.", "which investors in Boston?"),
        ("Has Corvane named a CFO? Names please", "Has Corvane named a CFO? Which ones?"),
        ("Has Corvane bought anything?", "Has Corvane bought anything?"),
    ],
)
def test_the_names_are_what_is_asked_for(question, names):
    assert whichever(question) == names


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Did any Boston company raise money? Names of the companies.", "Which Boston companies raised money?"),
        ("In how many quarters of 2017 did Corvane report revenue?", "How many quarterly revenue figures for Corvane are there in 2017?"),
    ],
)
def test_it_is_answered_as_the_plain_question(question, plain, reader, pack):
    told, usual = (ask(text, reader, pack, today="2019-01-15") for text in (question, plain))
    assert told.rows == usual.rows != ()


@pytest.mark.parametrize("end", ["in 2017", "during 2017"])
def test_a_period_behind_two_verbs_is_of_both(end, reader, pack):
    answer = ask(f"Which companies closed a Series B and hired a CFO {end}?", reader, pack, today="2019-01-15")
    assert answer.interpretation.count("announced 2017-01-01 to 2017-12-31") == 2
    first = ask("Which companies raised a Series A in 2016 and hired a CFO?", reader, pack, today="2019-01-15")
    assert first.interpretation.count("announced") == 1


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Who is the new CEO?", "ambiguous"),
        ("Of the CEOs hired in 2016, who had been promoted from within?", "refused"),
        ("Has Corvane appointed a CFO? Names please.", "refused"),
    ],
)
def test_what_is_not_told_is_asked_back_or_refused(question, status, reader, pack):
    assert ask(question, reader, pack, today="2019-01-15").status == status


def test_who_is_told_by_a_clause_stays_before_the_verb():
    question = "Has any company backed by Harbor Lantern made an acquisition? Which one?"
    assert whichever(question) == "which company backed by Harbor Lantern has made an acquisition?"
