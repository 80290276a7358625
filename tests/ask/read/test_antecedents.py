"""Follow-ups that point to what the question before was answered with, or to its period."""

import pytest

from rie.ask import ask


def rows(question, after, reader, pack):
    answer = ask(question, reader, pack, after=(after,), today="2019-01-15")
    return answer.status, [next(iter(row.values())) for row in answer.rows]


CEO = "Who is the CEO of Corvane?"
DEALS = "How many acquisitions were announced in 2016?"
LED = "Who led Brindlewick's Series A?"


@pytest.mark.parametrize(
    ("after", "question", "plain"),
    [
        (CEO, "Who was in the job before him?", "Who was CEO of Corvane before Lucian Farr?"),
        (CEO, "whom did he take over from", "Who was CEO of Corvane before Lucian Farr?"),
        (CEO, "His predecessor?", "Who was CEO of Corvane before Lucian Farr?"),
        (LED, "who led the next one?", "Who led Brindlewick's Series B?"),
        (LED, "And who led the round before that?", "Who led Brindlewick's seed round?"),
        (LED, "When was the following round?", "When was Brindlewick's Series B?"),
        (LED, "How many rounds have they led?", "How many rounds has Copperfield Capital led?"),
        ("Who bought dk7?", "What else did they buy?", "What did Corvane buy besides dk7?"),
        ("Who bought dk7?", "Where are they based?", "Where is Corvane based?"),
        (DEALS, "What was the count for the year after?", "How many acquisitions were announced in 2017?"),
        (DEALS, "the figure for 2017?", "How many acquisitions were announced in 2017?"),
        ("How much did Oakrune raise in 2017?", "Who invested that year?", "Who invested in Oakrune in 2017?"),
        ("Corvane's revenue in Q2 2017", "And net income in the same quarter?", "Corvane net income Q2 2017"),
        ("Corvane's revenue in Q2 2017", "in the third quarter of that year?", "Corvane's revenue in Q3 2017"),
        ("How many rounds were there in 2017?", "By how many percent is that up on the year before?",
         "By what percentage did the number of rounds rise from 2016 to 2017?"),
        ("How much did Oakrune raise in 2017?", "How much more is that than a year earlier?",
         "How much more did Oakrune raise in 2017 than in 2016?"),
    ],
)  # fmt: skip
def test_what_it_points_to_is_known(after, question, plain, reader, pack):
    wanted = ask(plain, reader, pack, today="2019-01-15")
    assert rows(question, after, reader, pack)[1] == [next(iter(row.values())) for row in wanted.rows] != []


@pytest.mark.parametrize(
    ("after", "question"),
    [
        (CEO, "How old is he?"),
        (LED, "and the one before?"),
        (LED, "How many employees do they have?"),
        ("Which companies raised a seed round in 2016?", "who led the next round?"),
        ("Who bought dk7?", "Who advised them?"),
    ],
)
def test_what_is_not_known_is_refused(after, question, reader, pack):
    assert rows(question, after, reader, pack)[0] == "refused"


def test_an_interim_predecessor(reader, pack):
    answer = ask("Who was interim CEO of Corvane before Lucian Farr?", reader, pack, today="2019-01-15")
    assert [row["person"] for row in answer.rows] == ["Ivan Petrossian"]
