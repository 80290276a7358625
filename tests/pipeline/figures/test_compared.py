"""Earlier figures of a call: which one a figure is compared with, and how long ago it was."""

from decimal import Decimal
from typing import Any

import pytest

from rie.pipeline.figures.compared import compares, months_ago
from rie.values import Reference
from tests.pipeline.read_texts import read

OPENING = "Good morning, and thank you all. We had a fine spring, and our people worked hard. Let me tell you how our mills did.\n"
Q4 = {"fiscal_year": "2020", "fiscal_quarter": "4"}


@pytest.mark.parametrize(
    ("behind", "months"),
    [
        (" in the prior quarter.", 3),
        (" last quarter and 5% a year ago.", 3),
        (" per share in the third quarter.", 3),
        (" in the second quarter of last year.", 18),
        (" for the fourth quarter of last year.", 12),
        (" in q4 of 2019, mainly because", 12),
        (" in last year's fourth quarter.", 12),
        (" per diluted share in the comparable period last year.", 12),
        (" and $1.61 per share in the prior-year quarter.", 12),
        (" a year ago, because", 12),
        (" in the fourth quarter of 2020.", None),
        (" for the full year 2019.", None),
        (" in last year's first nine months.", None),
        (".", None),
    ],
)
def test_the_words_behind_a_figure_say_how_long_ago_it_was(behind: str, months: int | None) -> None:
    assert months_ago(behind, Reference(2020, 4, fiscal=True)) == months
    assert months_ago(behind, Reference(2020, 4)) == months


def test_a_year_is_compared_with_a_year() -> None:
    assert months_ago(" in 2018.", Reference(2020, fiscal=True)) == 24
    assert months_ago(" in 2018.", Reference(2020, 4, fiscal=True)) is None


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (" was $, compared to ", True),
        (" of $ or % of net #, compared with ", True),
        (" for the @ improved to %, up from ", True),
        (" increased from ", True),
        (" was % @, increasing from % @ and decreasing from ", True),
        (" was $ and dividends were $ versus ", False),
        (" calculation, were $ versus ", False),
        (" was $ and ", False),
    ],
)
def test_words_that_only_link_and_compare(between: str, expected: bool) -> None:
    assert compares(between, a_share=False) == expected


def priors(text: str, *links: tuple[str, str, str]) -> list[tuple[Any, Any, Any, Any]]:
    found = read(OPENING + text, links, **Q4)
    return [(row["metric"], row["value"], row["fiscal_year"], row["fiscal_quarter"]) for row in found if row["basis"] == "prior"]


@pytest.mark.parametrize(
    ("behind", "year", "quarter"),
    [("in the prior quarter", 2020, 3), ("in the fourth quarter of last year", 2019, 4), ("in the comparable period last year", 2019, 4)])
def test_an_earlier_figure_is_never_of_the_reported_quarter(behind: str, year: int, quarter: int) -> None:
    text = f"In the fourth quarter, net income was $5 million, compared to $4 million {behind}."
    links = [("net income", "value", "$5 million"), ("net income", "prior", "$4 million"), ("net income", "period", "fourth quarter")]
    assert priors(text, *links) == [("net_income", 4_000_000, year, quarter)]


def test_a_metric_that_is_compared_with_has_a_period_of_its_own() -> None:
    text = "The fourth quarter result compares to free cash flow of approximately $9 million in the prior quarter."
    assert priors(text, ("free cash flow", "prior", "$9 million"), ("free cash flow", "period", "fourth quarter")) == [
        ("free_cash_flow", 9_000_000, 2020, 3)]


def test_a_loss_a_share_is_one_behind_the_loss_itself() -> None:
    text = ("Net income for the fourth quarter was $31 million or $0.37 per share compared to a net loss of $1 million or $0.01 per share "
            "in the prior year.")
    links = [("Net income", "value", "$31 million"), ("net loss", "prior", "$1 million"), ("net loss", "prior", "$0.01")]
    assert priors(text, *links) == [("net_income", -1_000_000, 2019, 4), ("eps", Decimal("-0.01"), 2019, 4)]


@pytest.mark.parametrize(
    ("text", "metric", "figure"),
    [
        ("Lease payments, which we include in our free cash flow calculation, were $13 million versus $17 million in Q4 of last year.",
         "free cash flow", "$17 million"),
        ("We saw an $8 million net use of cash compared to a $5 million provision of cash from operations in the fourth quarter of 2019.",
         "cash from operations", "$8 million"),
        ("In the fourth quarter, we now anticipate operating margins of 17.5%, up from 17%.", "operating margins", "17%"),
        ("In the fourth quarter, cash flow from operations was $193 million compared to $105 million in capital spending.",
         "cash flow from operations", "$105 million"),
        ("FFO of $17 million for the fourth quarter and $79 million for the year ended December 31, 2020.", "FFO", "$79 million"),
    ],
)
def test_what_is_not_plainly_the_metric_s_earlier_figure_is_left_out(text: str, metric: str, figure: str) -> None:
    assert priors(text, (metric, "prior", figure)) == []


def test_what_others_expected_needs_others() -> None:
    text = "In the fourth quarter, all stores earned a profit, resulting in a $91 million expected payout."
    found = read(OPENING + text, [("profit", "consensus", "$91 million")], **Q4)
    assert [row for row in found if row["basis"] == "consensus"] == []


def test_what_was_expected_of_the_reported_quarter_is_no_guidance() -> None:
    text = "Our EPS guidance for the fourth quarter of 2020 had been $0.72."
    assert read(OPENING + text, [("EPS", "guidance", "$0.72"), ("EPS", "period", "fourth quarter of 2020")], **Q4) == []


def test_by_how_much_a_figure_rose_may_stand_before_the_earlier_one() -> None:
    assert compares(" was $, representing an increase of %, compared to ", a_share=False)
    assert not compares(" was $ on sales of %, compared to ", a_share=False)


def test_the_period_of_the_year_before_is_a_year_ago() -> None:
    now = Reference(2022, 2, fiscal=True)
    assert months_ago(" for the fiscal 2021 period.", now) == 12
    assert months_ago(" for the fiscal 2020 period.", now) is None
    assert months_ago(" this time last year.", now) == 12
    assert months_ago(" in the fiscal second quarter of 2021.", now) == 12
