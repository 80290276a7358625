import pytest

from rie.ask.reword.sizes import in_amounts


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("eight-figure rounds in 2017", "rounds between $10000000 and $99999999 in 2017"),
        ("a seven figure Series A round", "a Series A round between $1000000 and $9999999"),
        ("rounds of nine figures or more", "rounds of at least $100000000"),
        ("rounds in eight figures", "rounds between $10000000 and $99999999"),
        ("billion-dollar takeovers of 2017", "takeovers of at least $1 billion of 2017"),
        ("hundred million dollar rounds", "rounds of at least $100 million"),
        ("What do its figures say?", "What do its figures say?"),
        ("two-digit growth rounds", "two-digit growth rounds"),
    ],
)
def test_sizes_are_put_as_amounts(question, plain):
    assert in_amounts(question) == plain
