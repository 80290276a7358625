"""Figures of reported results: tables, headings, signs, units, periods and rows."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.pipeline.read_texts import read, reports

TABLE = """Results of the quarter follow.

(in millions, except per share data)
Three Months Ended March 31, 2021 | Three Months Ended March 31, 2020 | % Change
Total revenues | $1,234.5 | $1,100.2 | 12.2%
Cost of revenue | 410.0 | 377.1 | 8.7%
Interest income | 3.1 | 2.9 | 6.9%
Net income (loss) | $(3.2) | $15.8 |
Diluted EPS | $(0.02) | $0.11 |
"""


def brief(values: dict[str, Any]) -> tuple[Any, ...]:
    return values["metric"], values["basis"], values["value"], values["unit"]


def test_a_table_is_read_by_its_header_and_scale() -> None:
    found = read(TABLE, day="2021-04-29")
    assert [brief(values) for values in found] == [
        ("revenue", "actual", 1_234_500_000, "currency"), ("revenue", "prior", 1_100_200_000, "currency"),
        ("net_income", "actual", -3_200_000, "currency"), ("net_income", "prior", 15_800_000, "currency"),
        ("eps", "actual", Decimal("-0.02"), "currency_per_share"), ("eps", "prior", Decimal("0.11"), "currency_per_share"),
    ]
    assert {(values["company"], values["currency"]) for values in found} == {("Hooli", "USD")}
    assert [values["period_end"] for values in found[:2]] == [date(2021, 3, 31), date(2020, 3, 31)]
    assert found[0]["change_percent"] == Decimal("12.2")


def test_the_latest_column_counts_wherever_it_stands() -> None:
    found = read("(in thousands)\nMetric | Q1 2020 | Q1 2021\nRevenue | 900 | 1,000\n")
    rows = [(values["basis"], values["value"], values["fiscal_year"]) for values in found]
    assert rows == [("actual", 1_000_000, 2021), ("prior", 900_000, 2020)]


def test_columns_of_a_quarter_and_of_nine_months_are_both_told() -> None:
    header = "Three months ended September 30, 2021 | Three months ended September 30, 2020 | Nine months ended September 30, 2021"
    found = read(f"(in $ millions)\n{header}\nNet income | 5 | 4 | 14\n")
    assert [(values["basis"], values["value"], values["period_start"]) for values in found] == [
        ("actual", 14_000_000, date(2021, 1, 1)), ("actual", 5_000_000, date(2021, 7, 1)), ("prior", 4_000_000, date(2020, 7, 1))]


def test_rows_under_the_title_of_a_metric_are_parts_of_the_company() -> None:
    parts = "Checkout | 108.9 | 88.2\nBack Office | 146.2 | 140.4\nTotal revenue | 255.1 | 228.6\nInterest | 1 | 2\n"
    text = f"(in millions)\nQ1 2021 | Q1 2020\nRevenue:\n{parts}"
    found = [(values["segment"], values["value"]) for values in read(text) if values["basis"] == "actual"]
    assert found == [("Checkout", 108_900_000), ("Back Office", 146_200_000), (None, 255_100_000)]


def test_a_heading_dates_the_lines_below_it() -> None:
    text = "Shr 25 cts vs 36 cts\n    Net 1.4 mln vs 2.0 mln\n    Nine months\n    Shr loss 41 cts vs profit two cts\n"
    links = [("Shr", "value", "25 cts"), ("Shr", "prior", "36 cts"), ("Net", "value", "1.4 mln"), ("Net", "prior", "2.0 mln")]
    found = read(text, links, day="1987-10-20")
    assert [brief(values) for values in found] == [
        ("eps", "actual", Decimal("0.25"), "currency_per_share"), ("eps", "prior", Decimal("0.36"), "currency_per_share"),
        ("net_income", "actual", 1_400_000, "currency"), ("net_income", "prior", 2_000_000, "currency"),
        ("eps", "actual", Decimal("-0.41"), "currency_per_share"), ("eps", "prior", Decimal("0.02"), "currency_per_share")]
    assert {values["currency"] for values in found} == {"USD"}


@pytest.mark.parametrize(
    ("text", "trigger", "figure", "value"),
    [
        ("The net loss widened to $5 million.", "net loss", "$5 million", -5_000_000),
        ("It posted a loss of $5 million.", "loss", "$5 million", -5_000_000),
        ("Shr loss 14 cts.", "Shr", "14 cts", Decimal("-0.14")),
        ("Net loss 5 mln vs profit 13 mln.", "Net loss", "13 mln", 13_000_000),
        ("Shr profit 14 cts.", "Shr", "14 cts", Decimal("0.14")),
        ("Net income was $5 million, after a loss.", "Net income", "$5 million", 5_000_000),
    ],
)
def test_the_sign_of_a_figure(text: str, trigger: str, figure: str, value: Decimal) -> None:
    assert value in [values["value"] for values in read(text, [(trigger, "value", figure)])]


@pytest.mark.parametrize(
    ("text", "metric", "unit"),
    [
        ("Net income was $1.05 a share.", "eps", "currency_per_share"),
        ("Net income was $1.05 per diluted share.", "eps", "currency_per_share"),
        ("Net income was $1.05 million.", "net_income", "currency"),
    ],
)
def test_a_sum_a_share_is_another_metric(text: str, metric: str, unit: str) -> None:
    [found] = read(text, [("Net income", "value", "$1.05 million" if "million" in text else "$1.05")])
    assert (found["metric"], found["unit"]) == (metric, unit)


def test_a_percentage_is_no_revenue_and_a_sum_no_margin() -> None:
    assert not read("Revenue of 12% came from abroad.", [("Revenue", "value", "12%")])
    [found] = read("Gross margin was 42.5%.", [("Gross margin", "value", "42.5%")])
    assert brief(found) == ("gross_margin", "actual", Decimal("42.5"), "percent")


def test_this_year_last_year_and_what_was_expected_are_rows_of_their_own() -> None:
    text = "Third-quarter 2021 revenue fell 10% to $90 million from $100 million, while analysts had expected $95 million."
    links = [("revenue", "value", "$90 million"), ("revenue", "prior", "$100 million"), ("revenue", "consensus", "$95 million"),
             ("revenue", "change", "10%"), ("revenue", "period", "Third-quarter 2021")]
    found = {values["basis"]: values for values in read(text, links)}
    assert {basis: (values["value"], values["fiscal_year"], values["change_percent"]) for basis, values in found.items()} == {
        "actual": (90_000_000, 2021, -10), "prior": (100_000_000, 2020, None), "consensus": (95_000_000, 2021, None)}


def test_a_sequential_comparison_is_of_the_quarter_before() -> None:
    text = "First quarter 2021 revenue rose 3% to $5 million from $4.9 million in the previous quarter."
    links = [("revenue", "value", "$5 million"), ("revenue", "prior", "$4.9 million"), ("revenue", "period", "First quarter 2021"),
             ("revenue", "change", "3%")]
    prior = next(values for values in read(text, links) if values["basis"] == "prior")
    assert (prior["fiscal_year"], prior["fiscal_quarter"]) == (2020, 4)


@pytest.mark.parametrize(
    ("text", "players", "ends"),
    [
        ("Sees 2022 revenue $2.4 billion to $2.5 billion.", ["$2.4 billion to $2.5 billion"], [2_400_000_000, 2_500_000_000]),
        ("Sees 2022 revenue of $2.4 billion, at best $2.5 billion.", ["$2.4 billion", "$2.5 billion"], [2_400_000_000, 2_500_000_000]),
        ("Sees 2022 revenue of $2.4 billion.", ["$2.4 billion"], [2_400_000_000, 2_400_000_000]),
    ],
)
def test_what_is_expected_has_two_ends(text: str, players: list[str], ends: list[int]) -> None:
    found = read(text, [*(("revenue", "guidance", player) for player in players), ("revenue", "period", "2022")])
    assert [(values["basis"], values["value"]) for values in found] == [("guidance_low", ends[0]), ("guidance_high", ends[1])]


def test_a_figure_without_a_period_is_of_the_one_just_spoken_of() -> None:
    text = "Second quarter 2020 sales were $50 million. Net income was $4 million."
    links = [("sales", "value", "$50 million"), ("sales", "period", "Second quarter 2020"), ("Net income", "value", "$4 million")]
    assert [(values["metric"], values["fiscal_quarter"]) for values in read(text, links)] == [("revenue", 2), ("net_income", 2)]


def test_metadata_name_the_period_when_the_text_does_not() -> None:
    [found] = read("EPS was $1.20.", [("EPS", "value", "$1.20")], fiscal_year="2021", fiscal_quarter="Q2")
    assert (found["fiscal_year"], found["fiscal_quarter"], found["period_end"]) == (2021, 2, None)


def test_a_figure_told_twice_is_one_report_with_all_that_is_said() -> None:
    text = "EPS was $1.20. Earnings per share of 1.20 dollars for Q2 2020 are a record."
    links = [("EPS", "value", "$1.20"), ("Earnings per share", "value", "1.20 dollars"), ("Earnings per share", "period", "Q2 2020")]
    [found] = read(text, links)
    assert (found["value"], found["fiscal_year"], found["fiscal_quarter"]) == (Decimal("1.20"), 2020, 2)


def test_earnings_as_such_are_not_adjusted_earnings() -> None:
    found = read("Q3 2020 earnings per share $0.34.\nQ3 2020 adjusted EPS $0.34.\n")
    assert [values["accounting"] for values in found] == ["unknown", "adjusted"]


def test_a_plain_sentence_needs_no_trained_relation() -> None:
    found = read("Q3 2020 sales $113.8 million versus IBES estimate of $104.1 million.\nShr loss 41 cts vs profit two cts\n")
    assert [(values["metric"], values["basis"], values["value"]) for values in found] == [
        ("revenue", "actual", 113_800_000), ("revenue", "consensus", 104_100_000), ("eps", "actual", Decimal("-0.41")),
        ("eps", "prior", Decimal("0.02"))]
    assert not read("Sales of lamps in 40 shops brought the chain, which Acme owns, some $3 million of debt.")


def test_an_expectation_needs_a_word_that_says_so() -> None:
    [actual] = read("Q3 2021 adjusted EPS $1.04.", [("EPS", "guidance", "$1.04"), ("EPS", "period", "Q3 2021")])
    assert (actual["basis"], actual["accounting"]) == ("actual", "adjusted")
    low, high = read("Sees Q3 2021 adjusted EPS $1.04.", [("EPS", "guidance", "$1.04"), ("EPS", "period", "Q3 2021")])
    assert (low["basis"], high["basis"]) == ("guidance_low", "guidance_high")


@pytest.mark.parametrize("text", ["Revenue rose by about $5 million.", "Revenue increased 12%, or $5 million, on strong demand."])
def test_a_difference_is_no_figure(text: str) -> None:
    assert not read(text, [("Revenue", "value", "$5 million")])
    assert len(read("Revenue rose to $5 million.", [("Revenue", "value", "$5 million")])) == 1


def test_what_the_first_sentence_reports_dates_the_bullets() -> None:
    text = "Hooli today announced results for the year ended 31 December 2016.\n\n• Revenue of £801.5m\n"
    [found] = read(text, [("Revenue", "value", "£801.5m")])
    assert (found["fiscal_year"], found["period_end"]) == (2016, date(2016, 12, 31))


def test_dollars_of_no_known_day_have_no_day_of_a_rate() -> None:
    links = [("Revenue", "value", "$5 million")]
    (undated,), (dated,) = (reports("Revenue was $5 million.", links, day=day) for day in (None, "2018-05-04"))
    assert (undated.values["value_usd"], undated.fx_rate, undated.fx_date) == (5_000_000, 1, None)
    assert str(dated.fx_date) == "2018-05-04"


def test_a_letter_that_touches_a_figure_makes_it_one_in_cents() -> None:
    found = read("Turnover was R2.3bn. Earnings per share were 187c (151c).", [
        ("Turnover", "value", "R2.3bn"), ("Earnings per share", "value", "187c"), ("Earnings per share", "prior", "151c")])
    assert {row["basis"]: row["value"] for row in found if row["metric"] == "eps"} == {"actual": Decimal("1.87"), "prior": Decimal("1.51")}
