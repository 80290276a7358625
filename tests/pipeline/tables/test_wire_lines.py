"""Lines of figures in wire copy: what a second figure counts in, what is no result, what a month's sales are of."""

from decimal import Decimal
from typing import Any

import pytest

from tests.pipeline.read_texts import read

TITLE = "HOOLI INC <HOO> 4TH QTR LOSS"


def told(text: str, *links: tuple[str, str, str]) -> list[tuple[Any, ...]]:
    found = read(text, links, title=TITLE, names={"HOOLI INC": "COMPANY"}, day="1987-02-26")
    return [(row["metric"], row["basis"], row["value"], row["accounting"]) for row in found]


def test_the_operating_loss_of_a_table_is_its_net_loss_without_items() -> None:
    text = "Oper shr loss 47 cts vs loss 21 cts\n    Oper loss 22 mln vs loss 7 mln"
    assert told(text, ("Oper loss", "value", "22 mln"), ("Oper loss", "prior", "7 mln"))[-2:] == [
        ("net_income", "actual", Decimal(-22_000_000), "adjusted"), ("net_income", "prior", Decimal(-7_000_000), "adjusted")]


@pytest.mark.parametrize(("line", "first", "second", "values"), [
    ("Shr 4.16 cents vs 28.80", "4.16 cents", "28.80", ("0.0416", "0.288")),
    ("Shr 26 cts vs 18 ctsd", "26 cts", "18", ("0.26", "0.18")),
    ("Shr 18.34 yen vs 58.72", "18.34 yen", "58.72", ("18.34", "58.72"))])
def test_a_second_figure_counts_in_the_cents_of_the_first(line: str, first: str, second: str, values: tuple[str, str]) -> None:
    found = told(line, ("Shr", "value", first), ("Shr", "prior", second))
    assert [value for _, _, value, _ in found] == list(map(Decimal, values))


def test_a_number_in_words_that_names_its_scale_is_a_figure() -> None:
    text = "Net 5.5 mln vs two mln"
    assert told(text, ("Net", "value", "5.5 mln"), ("Net", "prior", "two mln"))[1] == ("net_income", "prior", 2_000_000, "unknown")


@pytest.mark.parametrize(("text", "trigger", "figure"), [
    ("It reported sales of 125,000 tonnes of corn.", "sales", "125,000"),
    ("The sales of crude were at 13.83 dlrs on average.", "sales", "13.83 dlrs"),
    ("Results are before net extraordinary profit 24 mln dlrs.", "profit", "24 mln dlrs"),
    ("It had a loss of 7.5 mln dlrs from discontinued operations.", "loss", "7.5 mln dlrs"),
    ("There was a loss of 10 mln dlrs on the sale of its steel stocks.", "loss", "10 mln dlrs"),
    ("Profits from related companies, less losses, 23 mln dlrs", "losses", "23 mln dlrs")])
def test_what_is_no_result_is_none(text: str, trigger: str, figure: str) -> None:
    assert told(text, (trigger, "value", figure)) == []


def test_a_loss_on_so_much_of_sales_is_one() -> None:
    assert told("Hooli made a loss of 6 mln dlrs last year on sales of 19 mln dlrs.", ("loss", "value", "6 mln dlrs"))[0][2] == -6_000_000


def test_a_sum_of_dollars_and_cents_that_is_earned_is_one_a_share() -> None:
    assert told("Year profit nil vs profit 1.31 dlrs", ("profit", "prior", "1.31 dlrs"))[0][0] == "eps"


def test_words_of_the_next_line_say_nothing_of_a_figure() -> None:
    text = "Revs 37.0 mln vs 27.3 mln\n    Per share figures adjusted for split."
    assert told(text, ("Revs", "prior", "27.3 mln"))[-1:] == [("revenue", "prior", 27_300_000, "unknown")]


def test_the_sales_of_a_month_are_of_its_days() -> None:
    text = "Hooli said its February sales rose to 46.5 mln dlrs from 40.9 mln dlrs a year ago."
    links = [("sales", "value", "46.5 mln dlrs"), ("sales", "prior", "40.9 mln dlrs"), ("sales", "period", "February")]
    found = read(text, links, day="1987-03-09")
    assert {(row["basis"], str(row["period_start"]), str(row["period_end"])) for row in found} == {
        ("actual", "1987-02-01", "1987-02-28"), ("prior", "1986-02-01", "1986-02-28")}
