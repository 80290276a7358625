"""Figures that a plain sentence tells without the trained component."""

from decimal import Decimal

import pytest

from tests.pipeline.read_texts import read


@pytest.mark.parametrize(("text", "value"), [
    ("Bad loans dragged Hooli to a $3.4 million loss in the third quarter.", -3_400_000),
    ("Hooli posted a £2.5m pre-tax loss, its first.", -2_500_000), ("Hooli swung to a record $9 million net profit.", 9_000_000),
    ("Hooli slumped to a $4 million operating loss from a profit of $1 million.", -4_000_000)])
def test_a_sum_right_before_a_result_is_its_figure(text: str, value: int) -> None:
    assert Decimal(value) in {row["value"] for row in read(text)}


@pytest.mark.parametrize("text", [
    "Hooli had a $3.4 million loss on the sale of its mill.", "Hooli could face a $3.4 million loss.",
    "It was small compared to a $3.4 million loss.", "It fell in the first half, when it made a $3.4 million loss.",
    "Hooli recorded a $3.4 million profit increase."])
def test_a_sum_before_a_result_of_something_else_is_none(text: str) -> None:
    assert not read(text)


def test_a_sum_that_was_lost_was_not_raised() -> None:
    text = "Bad loans dragged Hooli to a $3.4 million loss in 2014."
    links = [("dragged", "amount", "$3.4 million"), ("dragged", "company", "Hooli")]
    rows = read(text, links, names={"dragged": "FUNDING", "Hooli": "COMPANY"}, title="Bad loans", day="2015-02-02")
    assert [row.get("metric") for row in rows] == ["net_income"]


@pytest.mark.parametrize("word", ["Companywide", "Group-wide"])
def test_a_word_for_all_of_a_company_names_no_part(word: str) -> None:
    text = f"{word} revenue edged up to $267 million."
    [row] = read(text, [("revenue", "value", "$267 million")], names={word: "SEGMENT"})
    assert (row["segment"], row["value"]) == (None, 267_000_000)
