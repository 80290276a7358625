import random
from decimal import Decimal
from itertools import pairwise
from time import monotonic

import pytest

from rie.values import PartialDate, find_numbers, find_values, parse_percent

ANCHOR = PartialDate(2017, 3, 15)


def test_values_of_all_kinds_come_in_order_and_apart() -> None:
    text = "On March 3 Hooli bought 51% of Pied Piper for between $10m and $12m, 15 pct less than in 2016."
    found = find_values(text, ANCHOR)
    assert [(item.label, text[item.start : item.end]) for item in found] == [
        ("DATE", "March 3"),
        ("PERCENT", "51%"),
        ("MONEY", "between $10m and $12m"),
        ("PERCENT", "15 pct"),
        ("DATE", "2016"),
    ]
    assert all(left.end <= right.start for left, right in pairwise(found))


def test_a_year_that_is_an_amount_is_money() -> None:
    assert [item.label for item in find_values("paid 2016 dollars and $2016", ANCHOR)] == ["MONEY", "MONEY"]


def test_numbers_inside_of_words_are_left_out() -> None:
    text = "Q3 B2B 7 companies, five offices, 1.2 million users, 100k, 5 m"
    assert [item.value for item in find_numbers(text)] == [7, 5, 1_200_000, 100_000, 5]


def test_percent_of_a_whole_text() -> None:
    assert parse_percent(" 12.5% ") == Decimal("12.5")
    assert parse_percent("-3%") == -3
    assert parse_percent("up 3%") is None


@pytest.mark.parametrize(
    "piece", ["(", "$1,", "1", "1.", "1-", " ", "\n", "march ", "one ", "between ", "$", "from 2016 to ", "12 months to ", "Q1 "]
)
def test_hostile_runs_end(piece: str) -> None:
    text = "March " + piece * (60_000 // len(piece)) + " $5m"
    begun = monotonic()
    find_values(text, ANCHOR)
    assert monotonic() - begun < 30, "quadratic: it takes minutes where a second would do"


def test_spans_lie_within_the_text_whatever_it_is() -> None:
    chance = random.Random(3)
    pieces = [
        "$",
        "5",
        "m",
        " ",
        "million",
        "dlrs",
        "Q3",
        "2016",
        "-",
        "to",
        "and",
        "between",
        "March",
        ",",
        ".",
        "pct",
        "\n",
        "half",
        "since",
        "\u20ac",
        "1/2",
    ]
    for _ in range(2000):
        text = "".join(chance.choice(pieces) + chance.choice(("", " ")) for _ in range(12))
        for item in find_values(text, ANCHOR):
            assert 0 <= item.start < item.end <= len(text)
            assert text[item.start : item.end] == text[item.start : item.end].strip()
