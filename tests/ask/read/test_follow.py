"""Follow-ups that point at what the question before found, and answers that no data holds."""

import pytest

from rie.ask import ask


@pytest.mark.parametrize(
    ("before", "question", "first"),
    [
        ("Which companies raised a Series B in 2017?", "Which of them raised more?", "Cirruswell"),
        ("Which companies raised a Series B in 2017?", "And which one got the least?", None),
        ("How many rounds were there in 2016?", "and in May?", None),
    ],
)
def test_they_are_answered(before, question, first, reader, pack):
    answer = ask(question, reader, pack, after=[before], today="2019-01-15")
    assert answer.status == "answered"
    assert first is None or first in answer.rows[0].values()


def test_a_month_is_of_the_year_before(reader, pack):
    answer = ask("Only those announced in May, please.", reader, pack, after=["Which companies raised money in 2016?"], today="2019-01-15")
    assert "2016-05-01 to 2016-05-31" in answer.interpretation


def test_others_leave_out_who_is_known(reader, pack):
    answer = ask("Has Juniper Row Ventures backed any other company? Which one?", reader, pack, after=["Who invested in dk7?"])
    assert "not raised by dk7" in answer.interpretation


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Name the co-founders of Oakrune.", "unknown_attribute"),
        ("founder of Brindlewick", "unknown_attribute"),
        ("Corvane sales in March 2016", "unknown_period"),
    ],
)
def test_what_is_not_held_is_refused(question, reason, reader, pack):
    answer = ask(question, reader, pack, today="2019-01-15")
    assert (answer.status, answer.reason) == ("refused", reason)


def test_the_month_of_a_first_round(reader, pack):
    answer = ask("In what month was Oakrune's very first round announced?", reader, pack, today="2019-01-15")
    earliest = ask("When was Oakrune's first round?", reader, pack, today="2019-01-15")
    assert answer.rows == earliest.rows != ()


def test_a_part_that_no_data_holds_is_refused(reader, pack):
    before = ["How much did Tessaro Robotics raise in its Series B?"]
    assert ask("How much of that was the lead's own money?", reader, pack, after=before, today="2019-01-15").status == "refused"


@pytest.mark.parametrize(
    ("question", "same"),
    [
        ("Who wrote the cheque for Oakrune's Series B?", "Who invested in Oakrune's Series B?"),
        ("How many companies raised more than once?", "How many companies raised at least two rounds?"),
        ("Oakrune's funding history in chronological order", "Oakrune's rounds in chronological order"),
        ("Which investor shows up most often?", "Which investor took part in the most rounds?"),
        ("How many acquisitions had no price disclosed?", "How many acquisitions have an undisclosed price?"),
        ("Do Oakrune and dk7 share an investor?", "Which investors do Oakrune and dk7 have in common?"),
        ("What was the last company Corvane bought?", "latest acquisition by Corvane"),
        ("Was Corvane profitable in 2016?", "Did Corvane make a profit in 2016?"),
        ("When did Beatrix Holm start at Oakrune?", "When was Beatrix Holm appointed at Oakrune?"),
    ],
)
def test_ordinary_words_ask_the_same(question, same, reader, pack):
    assert ask(question, reader, pack, today="2019-01-15").rows == ask(same, reader, pack, today="2019-01-15").rows != ()


def test_a_range_of_one_value_is_one_figure(reader, pack):
    answer = ask("What revenue did Transdelta expect for Q2 2016?", reader, pack, today="2019-01-15")
    assert [row["value_usd"] for row in answer.rows] == [190000000]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Which round type brought in the most money in 2017?", "series_b"),
        ("What kind of round was most common in 2016?", "series_a"),
        ("Were there more seed rounds or Series A rounds in 2016?", "series_a"),
    ],
)
def test_a_kind_is_ranked(question, kind, reader, pack):
    assert ask(question, reader, pack, today="2019-01-15").rows[0]["round_type"] == kind


def test_the_most_funding_is_no_single_round(reader, pack):
    assert "quarter" in ask("Which quarter of 2017 had the highest funding?", reader, pack, today="2019-01-15").rows[0]


@pytest.mark.parametrize(
    ("question", "same"),
    [
        ("Who bought companies in 2016 but not in 2017?", "Which acquirers bought companies in 2016 but not in 2017?"),
        ("How long after its Series A did Oakrune raise its Series B?", "How many days lay between Oakrune's Series A and its Series B?"),
    ],
)
def test_who_bought_and_how_long_it_took(question, same, reader, pack):
    assert ask(question, reader, pack, today="2019-01-15").rows == ask(same, reader, pack, today="2019-01-15").rows != ()
