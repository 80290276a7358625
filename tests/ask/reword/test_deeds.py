"""A deed that is told, and what is asked of it behind."""

import pytest

from rie.ask import ask
from rie.ask.reword.deeds import of_deed


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Acme bought Hooli in 2016. At what price?", "how much did Acme pay for Hooli in 2016?"),
        ("Acme snapped up Hooli back in May 2016 - from whom?", "who sold Hooli to Acme in May 2016?"),
        ("Acme got Hooli. Who was the seller?", "who sold Hooli to Acme?"),
        ("Acme agreed to acquire Hooli. Has it been completed?", "what is the status of Acme's takeover of Hooli?"),
        ("Acme sold its tools business. Who was the buyer?", "who bought its tools business from Acme?"),
        ("Hooli was acquired in 2016. By whom?", "who bought Hooli in 2016?"),
        ("Acme borrowed $5 million in late 2016. Who was the lender?", "who lent Acme $5 million in 2016?"),
        ("Acme closed a Series A. Who led it?", "who led Acme's Series A round?"),
        ("Acme raised $5m in a seed round. Who took part?", "who invested in Acme's seed round of $5m?"),
        ("Acme raised money in late 2016. How much?", "Acme raised money in late 2016. How much?"),
        ("Acme got a new chair. When?", "Acme got a new chair. When?"),
        ("Acme bought Hooli in 2016. How many employees did it have?", "Acme bought Hooli in 2016. How many employees did it have?"),
    ],
)
def test_it_is_one_question(question, plain):
    assert of_deed(question) == plain


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Oakrune announced a Series B in 2017. Who led the round?", "Skyforge Growth"),
        ("Oakrune collected $22 million in 2017. Who was the lead investor?", "Skyforge Growth"),
    ],
)
def test_it_is_answered(question, first, reader, pack):
    answer = ask(question, reader, pack, today="2019-01-15")
    assert next(iter(answer.rows[0].values())) == first
