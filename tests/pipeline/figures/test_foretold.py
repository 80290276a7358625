"""Ranges that a sentence expects of a metric, whatever the trained component makes of them."""

from decimal import Decimal

import pytest

from tests.pipeline.read_texts import read

CALL = "Good morning everyone, and thank you for joining us. We had a good quarter. Our teams did well, and we thank them. "
LOW, HIGH = Decimal("4.75"), Decimal("4.95")


def told(text: str, *links: tuple[str, str, str]) -> set[tuple[str, str, Decimal]]:
    rows = read(f"{CALL}{text}", links, fiscal_year="2021", fiscal_quarter="3")
    return {(row["metric"], row["basis"], row["value"]) for row in rows}


@pytest.mark.parametrize("text", [
    "For Q4, we're expecting EBITDA to range from $75 million to $81 million.",
    "Fourth-quarter EBITDA is expected to range from $75 million to $81 million.",
    "We now anticipate EBITDA of between $75 million and $81 million for the full year.",
    "We are raising our outlook for full-year EBITDA to a range of $75 million to $81 million.",
    "Our guidance for EBITDA remains unchanged at $75 million to $81 million.",
    "In 2022, EBITDA should come in at $75 million to $81 million.",
])
def test_a_range_that_is_expected_is_guidance(text: str) -> None:
    assert told(text) == {("ebitda", "guidance_low", 75_000_000), ("ebitda", "guidance_high", 81_000_000)}


@pytest.mark.parametrize("text", [
    "For the year, we expect an operating margin of between 16% and 16.5%.",
    "Full-year operating margin is projected to be in the range of 16% to 16.5%.",
])
def test_so_is_a_range_of_percentages(text: str) -> None:
    assert told(text) == {("operating_margin", "guidance_low", 16), ("operating_margin", "guidance_high", Decimal("16.5"))}


def test_a_range_that_was_taken_for_a_result_is_none() -> None:
    text = "We continue to believe that consolidated earnings of $4.75 to $4.95 per share remain achievable."
    found = told(text, ("earnings", "value", "$4.75 to $4.95"))
    assert found == {("eps", "guidance_low", LOW), ("eps", "guidance_high", HIGH)}


@pytest.mark.parametrize("text", [
    "At that time, we said that we would earn $10 million to $13 million.",
    "We expect losses of $10 million to $13 million a month.",
    "We expect an effect on EBITDA of $10 million to $13 million.",
    "Last year EBITDA ranged from $10 million to $13 million.",
    "We will buy makers of paper with EBITDA of $10 million to $13 million.",
])
def test_other_ranges_are_none(text: str) -> None:
    assert not told(text)
