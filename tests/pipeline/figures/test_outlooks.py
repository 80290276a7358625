"""Of which year the expectations of a call are, and figures that it tells respectively."""

from typing import Any

import pytest

from tests.pipeline.read_texts import read

CALL = "Good morning everyone, and thank you for joining us. We had a good quarter. Our teams did well, and we thank them. "


def periods(text: str, *links: tuple[str, str, str]) -> set[tuple[Any, Any]]:
    rows = read(f"{CALL}{text}", links, fiscal_year="2021", fiscal_quarter="3")
    return {(row["fiscal_year"], row["fiscal_quarter"]) for row in rows if str(row["basis"]).startswith("guidance")}


def test_annual_guidance_is_of_the_year_though_the_quarter_is_named() -> None:
    text = "Given our Q3 results, we are adjusting our annual guidance and now expect revenue of $2.67 billion to $2.70 billion."
    links = [("revenue", "guidance", "$2.67 billion to $2.70 billion"), ("revenue", "period", "Q3")]
    assert periods(text, *links) == {(2021, None)}


def test_what_had_been_expected_of_the_reported_quarter_is_left_out() -> None:
    text = "Our Q3 revenue guidance coming into the quarter was a range of $225 million to $250 million."
    assert not periods(text, ("revenue", "guidance", "$225 million to $250 million"), ("revenue", "period", "Q3"))


def test_the_only_year_of_guidance_is_that_of_what_names_none() -> None:
    text = "We reaffirm our full-year 2021 guidance for sales. We expect free cash flow of $2.2 billion."
    assert periods(text, ("free cash flow", "guidance", "$2.2 billion")) == {(2021, None)}


def test_the_balance_of_a_year_is_not_the_year() -> None:
    text = "We reaffirm our full-year 2021 guidance for sales. For the balance of '21, we expect free cash flow of $2.2 billion."
    assert (2021, None) not in periods(text, ("free cash flow", "guidance", "$2.2 billion"))


@pytest.mark.parametrize("other", ["We expect fourth quarter sales to grow.", "Our 2022 outlook is good."])
def test_where_more_is_foretold_no_year_is_guessed(other: str) -> None:
    text = f"We reaffirm our full-year 2021 guidance for sales. {other} We expect free cash flow of $2.2 billion."
    assert (2021, None) not in periods(text, ("free cash flow", "guidance", "$2.2 billion"))


def test_ranges_of_two_bases_in_one_list_are_nobodys() -> None:
    text = "Hooli raised the diluted and adjusted earnings per share ranges to $10.95 to $11.25 and $11.55 to $11.85, respectively."
    links = [("earnings per share", "guidance", figure) for figure in ("$10.95 to $11.25", "$11.55 to $11.85")]
    assert read(text, links, day="2021-07-30") == []


def test_figures_of_several_metrics_are_told_in_turn() -> None:
    text = "Revenue and net income were $824 million and $160 million, respectively."
    found = read(text, [("Revenue", "value", "$824 million"), ("net income", "value", "$160 million")], day="2021-07-30")
    assert {(row["metric"], row["value"]) for row in found} == {("revenue", 824_000_000), ("net_income", 160_000_000)}
