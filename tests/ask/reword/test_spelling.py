"""What is typed in a hurry is written out before it is read; what only looks like it stays."""

import pytest

from rie.ask import ask
from rie.ask.reword.spelling import written_out


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("whats q4 17 eps", "what's Q4 2017 eps"),
        ("1Q17 vs q2 '18 w/o guidance", "1Q17 vs Q2 2018 without guidance"),
        ("deals '16 and '17", "deals 2016 and 2017"),
        ("the third and fourth quarters of 2017", "the Q3 2017 and Q4 2017"),
        ("in per cent of non us startups", "in percent of non US startups"),
        ("announced 03/2016 to 06/2016", "announced March 2016 to June 2016"),
        ("over 400 mil", "over 400 million"),
        ("rounds w acme n hooli", "rounds with acme and hooli"),
        ("rounds from 2017 on", "rounds since 2017"),
    ],
)
def test_short_spellings_are_written_out(typed, written):
    assert written_out(typed) == written


@pytest.mark.parametrize(
    "question",
    [
        "tell us how", "in 17 rounds", "Corvane's 17 rounds", "Series A in 2016", "q2 17% growth", "3/4 of rounds", "q3 15 million",
        "How much did FD Technologies raise?", "When did Hudson Mark leave?", "COS revenue 2017", "raised between $10 and 20?",
    ],
)  # fmt: skip
def test_what_looks_like_them_stays(question):
    assert written_out(question) == question


def test_an_answer_shows_the_question_as_it_was_asked(reader, pack):
    answer = ask("whats corvanes revenue in q3 17", reader, pack, today="2019-01-15")
    assert answer.question == "whats corvanes revenue in q3 17"
    assert "for Q3 2017" in answer.interpretation


@pytest.mark.parametrize(
    "question",
    [
        "In what percentage of Oakrune's rounds was Skyforge the lead investor?",
        "What is the date of the latest round with Skyforge Growth as lead?",
        "List all Series A financings where Juniper Row Ventures took the lead.",
    ],
)
def test_who_led_is_not_taken_for_any_investor(question, reader, pack):
    answer = ask(question, reader, pack, today="2019-01-15")
    assert answer.status == "refused" or "led by" in answer.interpretation or "Lead investors" in answer.interpretation
