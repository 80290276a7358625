"""Figures that are told twice in step, the second time for an earlier period."""

from decimal import Decimal
from typing import Any

import pytest

from tests.pipeline.read_texts import read


def told(text: str, *links: tuple[str, str, str]) -> dict[Decimal, tuple[Any, Any]]:
    return {row["value"]: (row["metric"], row["basis"]) for row in read(text, links, day="1987-04-08")}


EARNINGS = {Decimal(20_600_000): ("net_income", "actual"), Decimal(16_100_000): ("net_income", "prior"),
            Decimal(238_000_000): ("revenue", "actual"), Decimal(188_800_000): ("revenue", "prior")}


@pytest.mark.parametrize("words", [
    "up from earnings of 16.1 mln dlrs on sales of 188.8 mln dlrs",
    "compared with earnings of 16.1 mln dlrs and revenues of 188.8 mln dlrs a year before",
    "against 16.1 mln dlrs in 1986 on sales of 188.8 mln dlrs",
    "compared with a 16.1 mln dlr profit on sales of 188.8 mln dlrs"])
def test_the_second_list_is_earlier(words: str) -> None:
    text = f"Hooli reported earnings of 20.6 mln dlrs on turnover of 238.0 mln dlrs, {words}."
    metric = "revenues" if "revenues" in words else "sales"
    links = [("earnings", "value", "20.6 mln dlrs"), ("turnover", "value", "238.0 mln dlrs"), (metric, "value", "188.8 mln dlrs")]
    assert told(text, *links) == EARNINGS


def test_what_the_second_list_gives_to_the_wrong_metric_goes_to_its_own() -> None:
    text = "Hooli had net income of 18.4 mln dlrs or 60 cts a share on turnover of 55.6 mln dlrs compared to 23.2 mln dlrs or 75 cts " \
           "a share on revenues of 79.3 mln dlrs."
    links = [("net income", "value", "18.4 mln dlrs"), ("turnover", "value", "55.6 mln dlrs"), ("turnover", "prior", "23.2 mln dlrs"),
             ("turnover", "prior", "75 cts"), ("revenues", "value", "79.3 mln dlrs")]
    found = told(text, *links)
    assert found[Decimal(23_200_000)] == ("net_income", "prior")
    assert found[Decimal("0.75")] == ("eps", "prior")
    assert found[Decimal(79_300_000)] == ("revenue", "prior")


def test_a_bare_word_means_the_result_before() -> None:
    text = "The bank posted an operating loss of 4.4 mln dlrs against year-earlier profit of 7.5 mln dlrs."
    found = told(text, ("operating loss", "value", "4.4 mln dlrs"), ("profit", "value", "7.5 mln dlrs"))
    assert found == {Decimal(-4_400_000): ("operating_income", "actual"), Decimal(7_500_000): ("operating_income", "prior")}


@pytest.mark.parametrize("text", [
    "Hooli had earnings of 20.6 mln dlrs from sales of 188.8 mln dlrs.",
    "Hooli had earnings of 20.6 mln dlrs, and said revenues of 188.8 mln dlrs were a record."])
def test_another_metric_that_is_not_compared_is_its_own(text: str) -> None:
    metric = "sales" if "sales" in text else "revenues"
    found = told(text, ("earnings", "value", "20.6 mln dlrs"), (metric, "value", "188.8 mln dlrs"))
    assert found[Decimal(188_800_000)] == ("revenue", "actual")


@pytest.mark.parametrize(("text", "figure", "value"), [
    ("Hooli reported a net loss of 16.2 mln dlrs against a 73.4 mln dlr profit.", "73.4 mln dlr", 73_400_000),
    ("Hooli reported a net profit of 16.2 mln dlrs against a 73.4 mln dlr loss.", "73.4 mln dlr", -73_400_000),
    ("Hooli reported a net loss of 16.2 mln dlrs against earnings of 31.6 mln dlrs or 92 cts.", "92 cts", Decimal("0.92"))])
def test_the_word_beside_an_earlier_figure_tells_its_sign(text: str, figure: str, value: Decimal) -> None:
    metric = "net loss" if "net loss" in text else "net profit"
    assert Decimal(value) in told(text, (metric, "value", "16.2 mln dlrs"), (metric, "prior", figure))


def test_dollars_and_cents_in_words_are_those_of_a_share() -> None:
    assert told("Earnings in 1986 were 8.21 dlrs.", ("Earnings", "value", "8.21 dlrs")) == {Decimal("8.21"): ("eps", "actual")}


def test_a_few_dollars_are_no_sum_of_a_company() -> None:
    assert not told("Net income stayed at 12 dlrs.", ("Net income", "value", "12 dlrs"))


def test_the_next_line_tells_no_sign() -> None:
    text = "Shr loss 12 cts vs profit 31 cts Net loss 5.2 mln vs profit 13.4 mln"
    assert Decimal("0.31") in told(text, ("Shr", "value", "12 cts"), ("Shr", "prior", "31 cts"))
