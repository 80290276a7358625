"""Parts of a company that are told behind a metric."""

from typing import Any

import pytest

from tests.pipeline.read_texts import read

BEFORE = "Revenue was $90 million."


def segments(text: str, links: list[tuple[str, str, str]]) -> dict[Any, str | None]:
    return {row["value"]: row["segment"] for row in read(text, links, day="2015-02-02")}


@pytest.mark.parametrize(("told", "part"), [
    ("Sales of bearings alone amounted to $24 million.", "bearings"),
    ("Sales of its cordless power tools rose 5 percent to $24 million.", "cordless power tools"),
    ("Turnover of the Swiss bakeries, all of them old, fell to $24 million.", "Swiss bakeries"),
    ("Sales of the company rose to $24 million.", None),
    ("Sales of $24 million were a record.", None),
    ("Sales of the London retailer fell to $24 million.", None),
    ("Sales of shares came to $24 million.", None)])
def test_what_a_metric_is_of_is_a_part(told: str, part: str | None) -> None:
    trigger = told.partition(" ")[0]
    assert segments(told, [(trigger, "value", "$24 million")]) == {24_000_000: part}


def test_parts_that_are_told_in_turn_have_their_own_figures() -> None:
    told = "Sales of bearings alone amounted to $24 million, while those of sewing machine parts dwindled to $6 million."
    assert segments(told, [("Sales", "value", "$24 million"), ("Sales", "value", "$6 million")]) == {
        24_000_000: "bearings", 6_000_000: "sewing machine parts"}


def test_the_segment_is_the_one_just_named() -> None:
    told = "Beverages were the fastest-growing line: sales of the segment jumped 22 percent to $12 million."
    assert segments(told, [("sales", "value", "$12 million")]) == {12_000_000: "Beverages"}


def test_who_was_the_first_to_do_something_is_no_part() -> None:
    told = "Bakers were the first to complain. Sales of the segment jumped to $12 million."
    assert segments(told, [("Sales", "value", "$12 million")]) == {12_000_000: None}


def test_the_division_is_the_part_that_the_sentence_before_is_about() -> None:
    text = "Turnover was $9 million in 2014. Hotels were the exception. The division made an operating loss of $2 million in 2014."
    found = {row["value"]: row["segment"] for row in read(text, [
        ("Turnover", "value", "$9 million"), ("operating loss", "value", "$2 million")])}
    assert found == {9_000_000: None, -2_000_000: "Hotels"}


def test_parts_with_a_sign_stand_behind_the_whole() -> None:
    text = "Like-for-like sales growth of 4.1%, with food +2.6% and drink -5.5%"
    links = [("Like-for-like sales", role, player) for role, player in (("change", "4.1%"), ("segment", "food"), ("change", "+2.6%"))]
    found = {float(row["value"]): row["segment"] for row in read(text, links, day="2025-12-02")}
    assert found == {4.1: None, 2.6: "food", -5.5: "drink"}


@pytest.mark.parametrize("part", ["Europe", "Asia"])
def test_a_part_with_a_change_of_its_own_is_not_that_of_the_whole(part: str) -> None:
    text = "Sales rose 3.2% to $1.25 billion, with Europe up 2.1% and Asia up 9.8%."
    links = [("Sales", "value", "$1.25 billion"), ("Sales", "segment", part)]
    [row] = read(text, links, names={"Europe": "PLACE", "Asia": "PLACE"}, day="2016-04-21")
    assert row["segment"] is None
