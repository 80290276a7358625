"""Earlier figures without their metric, and figures that a metric moved between."""

from decimal import Decimal
from typing import Any

import pytest

from tests.pipeline.read_texts import read


def bases(text: str, *links: tuple[str, str, str], day: str = "2012-08-16") -> dict[Decimal, Any]:
    return {row["value"]: row["basis"] for row in read(text, links, day=day)}


@pytest.mark.parametrize("words", [
    "That compared with $32 million when copper was dear a year ago.", "This compares with $32 million in the previous year.",
    "A year earlier the figure was $32 million.", "Twelve months earlier it was $32 million.",
    "In the same period of last year the figure was $32 million.",
    "That was up from $32 million in the first half.", "The previous year's result was $32 million."])
def test_a_sentence_compares_with_the_figure_before(words: str) -> None:
    found = bases(f"Net profit was $7 million. {words}", ("Net profit", "value", "$7 million"))
    assert found == {7_000_000: "actual", 32_000_000: "prior"}


def test_a_sum_a_share_goes_with_it() -> None:
    text = "Net profit was $7 million, or 4 cents per share. That compared with $32 million, or 19 cents per share, a year ago."
    found = bases(text, ("Net profit", "value", "$7 million"), ("Net profit", "value", "4 cents"))
    assert found[Decimal("0.19")] == "prior"


@pytest.mark.parametrize("words", ["That compares with a price of $32 million.", "It cost $32 million.", "It was $32 million."])
def test_other_sums_are_no_earlier_figures(words: str) -> None:
    assert bases(f"Net profit was $7 million. {words}", ("Net profit", "value", "$7 million")) == {7_000_000: "actual"}


def test_two_metrics_before_leave_open_which_is_meant() -> None:
    text = "Net profit was $7 million. EBITDA was $9 million, on sales of $70 million. That compared with $32 million a year ago."
    links = [("EBITDA", "value", "$9 million"), ("sales", "value", "$70 million")]
    assert 32_000_000 not in bases(text, *links)


@pytest.mark.parametrize("text", [
    "Hooli announced a fall in interim pre-tax profits from $11 million to $9 million.",
    "A further drop in pre-tax profits, from $11 million to $9 million, was announced."])
def test_the_first_of_two_figures_that_a_metric_moved_between_is_the_earlier_one(text: str) -> None:
    links = [("pre-tax profits", "value", "$11 million"), ("pre-tax profits", "value", "$9 million")]
    assert bases(text, *links) == {11_000_000: "prior", 9_000_000: "actual"}


def test_the_earlier_figure_that_nobody_saw() -> None:
    text = "A rise in pre-tax profits from $2 million to $3 million was reported."
    assert bases(text, ("pre-tax profits", "value", "$3 million")) == {2_000_000: "prior", 3_000_000: "actual"}


@pytest.mark.parametrize("words", ["raised operating profits by $4 million to", "lifted its net sales by about $4 million to"])
def test_by_how_much_a_metric_was_raised_is_no_figure_of_it(words: str) -> None:
    metric = "operating profits" if "profits" in words else "sales"
    found = bases(f"Hooli {words} $51 million.", (metric, "value", "$4 million"), (metric, "value", "$51 million"))
    assert found == {51_000_000: "actual"}


def test_a_charge_is_no_earlier_figure() -> None:
    text = "Profit before tax $11 million after property impairments of $8 million (2024: $14 million)."
    links = [("Profit before tax", "value", "$11 million"), ("Profit before tax", "prior", "$8 million"),
             ("Profit before tax", "prior", "$14 million")]
    assert bases(text, *links, day="2025-12-02") == {11_000_000: "actual", 14_000_000: "prior"}


def test_two_figures_in_the_wrong_roles_change_them() -> None:
    links = [("Turnover", "value", "$156 million"), ("Turnover", "prior", "$171 million")]
    assert bases("Turnover was up from $156 million to $171 million.", *links) == {156_000_000: "prior", 171_000_000: "actual"}
