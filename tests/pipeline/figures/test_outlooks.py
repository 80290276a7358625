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


@pytest.mark.parametrize(("before", "expected"), [
    ("Now let me turn to our guidance for the full year. Volumes should rise. Keep in mind that we sold two mills in May.", (2021, None)),
    ("Looking ahead to 2022, we see good demand. Freight will cost more than in 2020.", (2022, None)),
    ("At the group level, we expect full-year 2022 sales of $9 billion. This is growth of 7% over 2021. We sold two mills.", (2022, None)),
    ("Moving to our fourth quarter outlook, volumes should be flat. That takes in the strike at our Dayton mill.", (2021, 4)),
    ("For the first quarter of 2022, we expect sales of $40 million.", (2022, 1)),
    ("For Q4, volumes will rise. We thank our people. They worked hard all through the strike. We expect less rain.", None),
    ("In 2022, a loan of $5 million comes due. We expect to spend $3 million in 2021 and $4 million in 2022.", None),
    ("We expect the second half to be better than the first.", None),
    ("Turning to the full year. Let me talk about our mills. We expect wages to rise.", None),
])
def test_what_an_outlook_expects_is_of_the_period_that_heads_it(before: str, expected: tuple[int, int | None] | None) -> None:
    text = f"{before} Free cash flow is expected to be $2.2 billion."
    assert periods(text, ("Free cash flow", "guidance", "$2.2 billion")) == {expected or (None, None)}


def test_what_is_said_to_be_of_the_full_year_is_of_no_quarter_named_before() -> None:
    text = "Identical sales should be flat in the fourth quarter. We expect free cash flow of $2.2 billion for the full year."
    links = [("free cash flow", "guidance", "$2.2 billion"), ("free cash flow", "period", "fourth quarter")]
    assert periods(text, *links) == {(2021, None)}


def test_ranges_of_two_bases_in_one_list_are_nobodys() -> None:
    text = "Hooli raised the diluted and adjusted earnings per share ranges to $10.95 to $11.25 and $11.55 to $11.85, respectively."
    links = [("earnings per share", "guidance", figure) for figure in ("$10.95 to $11.25", "$11.55 to $11.85")]
    assert read(text, links, day="2021-07-30") == []


def test_figures_of_several_metrics_are_told_in_turn() -> None:
    text = "Revenue and net income were $824 million and $160 million, respectively."
    found = read(text, [("Revenue", "value", "$824 million"), ("net income", "value", "$160 million")], day="2021-07-30")
    assert {(row["metric"], row["value"]) for row in found} == {("revenue", 824_000_000), ("net_income", 160_000_000)}
