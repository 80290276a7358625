"""What a question offers is no condition: states, types, beat or miss, and whose fact came first."""

import pytest

from rie.ask import ask
from rie.ask.reword.choices import asked_of


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Did the Acme deal close or is it pending?", "what is the status of the Acme deal?"),
        ("Has Acme's bid for Hooli been completed or called off?", "what is the status of Acme's bid for Hooli?"),
        ("the Acme deal: signed, closed or scrapped?", "what is the status of Acme deal?"),
        ("Was Acme's 2016 round a seed or a Series A?", "what type was Acme's 2016 round?"),
        ("Did Acme raise a Series A or a Series B in May 2016?", "what type of round did Acme raise in May 2016?"),
        ("Acme raised in May 2016. Was it a seed or an angel round?", "what type of round did Acme raise in May 2016?"),
        ("Acme Q3 2016 revenue: beat or miss?", "did Acme Q3 2016 revenue land above or below consensus?"),
        ("Was Acme's Q3 EPS better or worse than analysts expected?", "did Acme's Q3 EPS land above or below consensus?"),
        ("Acme or Hooli: who raised money first?", "which company raised the earliest round, Acme or Hooli?"),
        ("Which was acquired later, Acme or Hooli?", "which company was the target of the latest acquisition, Acme or Hooli?"),
        ("Which raised its first round later, Acme or Hooli?", "Which raised its first round later, Acme or Hooli?"),
        ("Which companies raised a Series A or a Series B?", "Which companies raised a Series A or a Series B?"),
    ],
)
def test_it_is_asked_for(question, plain):
    assert asked_of(question) == plain


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Was Stahlbrück's Q2 2018 revenue above or below what analysts expected?", "beat"),
        ("Is the Coxwell Paper takeover already completed or still pending?", "agreed"),
        ("Was Oakrune's 2017 round a Series A or a Series B?", "series_b"),
        ("Oakrune or Brindlewick: whose Series B came first?", "Brindlewick"),
        ("Who raised the latest Series B, Oakrune or Brindlewick?", "Oakrune"),
    ],
)
def test_it_is_answered(question, first, reader, pack):
    answer = ask(question, reader, pack, today="2019-01-15")
    assert next(iter(answer.rows[0].values())) == first


@pytest.mark.parametrize(
    "question", ["Which round type had the most rounds in 2016, seed or angel?", "Which kind of round raised the most, seed or debt?"]
)
def test_kinds_that_are_ranked_stay_a_condition(question, reader, pack):
    answer = ask(question, reader, pack, today="2019-01-15")
    assert answer.status != "answered" or "type seed or" in answer.interpretation
