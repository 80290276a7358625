"""Rounds before the one that is told, which only their sum and their kind tell, and to which round a total belongs."""

from datetime import date
from typing import Any

import pytest

from tests.pipeline.read_texts import read, reports

NAMES = {"Initech": "COMPANY", "Globex": "COMPANY", "Acme": "COMPANY", "raised": "FUNDING", "received": "FUNDING", "Series B": "ROUND",
         "Series C": "ROUND", "seed": "ROUND", "loan": "ROUND", "Jane Roe": "PERSON"}
RAISED = [("raised", "company", "Initech"), ("raised", "amount", "$40 million"), ("raised", "round", "Series C")]


def _rounds(text: str, links: list[tuple[str, str, str]] | None = None) -> list[dict[str, Any]]:
    links = [*RAISED, *(links or ())]
    return [found for found in read(text, links, names=NAMES, day="2020-06-10") if found["amount"] != 40_000_000]


@pytest.mark.parametrize(("words", "told"), [
    ("It comes on top of an $18 million Series B in March 2018.", (18_000_000, "series_b", date(2018, 3, 1))),
    ("Before this: a $3.2 million seed round in 2017.", (3_200_000, "seed", date(2017, 1, 1))),
    ("The deal arrives 20 months after a $2.1 million seed.", (2_100_000, "seed", None)),
    ("Initech got going with a loan of $900,000 from its bank in 2016.", (900_000, "debt", date(2016, 1, 1))),
    ("Previous rounds: a $5 million Series B in May 2019.", (5_000_000, "series_b", date(2019, 5, 1))),
    ("Before that, the team lived on $350,000 from angels.", (350_000, "angel", None))])
def test_a_round_before_is_told_by_its_sum_and_its_kind(words: str, told: tuple[int, str, date | None]) -> None:
    [found] = _rounds(f"Initech raised $40 million in a Series C round. {words}")
    assert (found["amount"], found["round_type"], found["announced_on"]) == told
    assert found["company"] == "Initech"


@pytest.mark.parametrize("words", [
    "Rival Globex got going with a $3 million seed round in 2017.", "A $3 million seed round is small these days.",
    "The plan includes a factory for $3 million.", "It has $3 million in the bank after a good year."])
def test_what_is_no_round_before_is_none(words: str) -> None:
    assert not _rounds(f"Initech raised $40 million in a Series C round. {words}")


def test_who_gave_the_money_before_is_told_behind_it() -> None:
    text = ("Initech raised $40 million in a Series C round. Before that, it lived on $350,000 from angels, including former banker "
            "Jane Roe.")
    found = reports(text, RAISED, names=NAMES)
    assert [[row["investor"] for row in one.children["funding_investor"]] for one in found] == [[], ["Jane Roe"]]


def test_a_total_told_with_an_earlier_round_is_of_the_last() -> None:
    text = ("Initech raised $40 million in a Series C round. It has received $61 million since it was founded, including an $18 million "
            "Series B in March 2018.")
    links = [*RAISED, ("received", "company", "Initech"), ("received", "total", "$61 million"), ("received", "round", "Series B")]
    found = read(text, links, names=NAMES, day="2020-06-10")
    assert [(one["round_type"], one["amount"], one["stated_total"], one["announced_on"]) for one in found] == [
        ("series_c", 40_000_000, 61_000_000, date(2020, 6, 10)), ("series_b", 18_000_000, None, date(2018, 3, 1))]


@pytest.mark.parametrize(("sum_", "totals"), [("$61 million", [61_000_000, None]), ("$9 billion", [None, 9_000_000_000])])
def test_a_total_is_no_less_and_not_very_much_more_than_the_round(sum_: str, totals: list[int | None]) -> None:
    text = f"Initech raised $40 million in a Series C round. It received a Series B in March 2018, {sum_} in all."
    links = [*RAISED, ("received", "company", "Initech"), ("received", "total", sum_), ("received", "round", "Series B"),
             ("received", "date", "March 2018")]
    assert [one["stated_total"] for one in read(text, links, names=NAMES, day="2020-06-10")] == totals
