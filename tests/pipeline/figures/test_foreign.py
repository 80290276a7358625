"""Figures that are none of the metric beside them: items of a result, effects on it, things that are counted."""

from decimal import Decimal

import pytest

from tests.pipeline.read_texts import read


def figures(text: str, *links: tuple[str, str, str]) -> set[Decimal]:
    return {row["value"] for row in read(f"Hooli said on Monday. {text}", links, day="1987-03-16")}


@pytest.mark.parametrize(("text", "metric", "figure"), [
    ("Net includes loss of 2.6 mln dlrs from discontinued operations.", "loss", "2.6 mln dlrs"),
    ("Fiscal 1986 net loss includes a pretax charge of 19.5 mln dlrs from restructuring.", "net loss", "19.5 mln dlrs"),
    ("1986 net loss includes 3.9 mln dlrs for the closing of a mill.", "net loss", "3.9 mln dlrs"),
    ("It would take an after-tax loss of 33.9 mln dlrs from the sale of its leasing business.", "after-tax loss", "33.9 mln dlrs"),
    ("The loss was due to write-downs totalling 1.9 billion dlrs.", "loss", "1.9 billion dlrs"),
    ("Retained earnings were 80.1 mln dlrs.", "earnings", "80.1 mln dlrs"),
    ("It expects a charge against earnings of 1.6 mln dlrs.", "earnings", "1.6 mln dlrs"),
    ("Hooli revised net income to include a 16 mln dlrs after tax provision.", "net income", "16 mln dlrs")])
def test_an_item_of_a_result_is_none(text: str, metric: str, figure: str) -> None:
    assert not figures(text, (metric, "value", figure))


@pytest.mark.parametrize("text", [
    "The move is expected to reduce first quarter net income by about 20 mln dlrs.",
    "First quarter net income would be reduced by about 20 mln dlrs."])
def test_an_effect_on_a_result_is_none(text: str) -> None:
    assert not figures(text, ("net income", "guidance", "20 mln dlrs"))


def test_tonnes_are_no_sum() -> None:
    assert not figures("Hooli reported sales of 125,000 tonnes of corn.", ("sales", "value", "125,000"))


@pytest.mark.parametrize("text", [
    "Hooli expects first quarter earnings to exceed the record 118.7 mln dlrs it earned in the year-ago quarter.",
    "Hooli expects first quarter earnings below the 118.7 mln dlrs reported for last year."])
def test_what_an_expectation_is_compared_with_is_none(text: str) -> None:
    assert not figures(text, ("earnings", "guidance", "118.7 mln dlrs"))


@pytest.mark.parametrize(("text", "metric"), [
    ("Revenue, which includes sales of parts, was 20.5 mln dlrs.", "Revenue"),
    ("Excluding a charge of 3 mln dlrs, net income was 20.5 mln dlrs.", "net income"),
    ("Net income was 20.5 mln dlrs, which includes a gain of 1.2 mln dlrs.", "Net income"),
    ("Sales rose by 10 pct to 20.5 mln dlrs.", "Sales"),
    ("Highlights include record revenue of 20.5 mln dlrs.", "revenue")])
def test_the_result_itself_stays(text: str, metric: str) -> None:
    assert figures(text, (metric, "value", "20.5 mln dlrs")) == {20_500_000}
