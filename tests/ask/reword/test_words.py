"""Words that mean what the layer has other words for."""

import pytest

from rie.ask import ask


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Which angel put money into Kestrelworks?", "Who are the angel investors of Kestrelworks?"),
        ("Highest price payed for a completed acquisition", "Highest price paid for a completed acquisition"),
        ("mgmt changes at Oakrune", "management changes at Oakrune"),
        ("Who invested in Oakrune's ser. B?", "Who invested in Oakrune's Series B?"),
        ("Which companies does Northmoor Partners have money in?", "Which companies did Northmoor Partners invest in?"),
        ("All acquirers in our records", "List all acquirers"),
        ("Who has raised at least three times?", "Which companies raised at least three rounds?"),
        ("Northmoor Partners or Skyforge Growth: which of them joined more rounds?",
         "Who joined more rounds, Northmoor Partners or Skyforge Growth?"),
        ("The two largest rounds of 2016. Their names would do.", "The two largest rounds of 2016"),
    ],
)  # fmt: skip
def test_it_is_asked_the_same(question, plain, reader, pack):
    wanted = ask(plain, reader, pack, today="2019-01-15")
    assert wanted.status == "answered"
    assert ask(question, reader, pack, today="2019-01-15").rows == wanted.rows


@pytest.mark.parametrize(
    "question",
    [
        "Which angel rated Kestrelworks?", "Acquirers in our region", "Companies with money in crypto",
        "Rounds of 2016. Female founders are enough.", "Top 3 rounds of 2016. Profitable companies only.",
    ],
)  # fmt: skip
def test_other_conditions_stay_refused(question, reader, pack):
    assert ask(question, reader, pack, today="2019-01-15").status == "refused"
