"""Words that tell figures without the name of a metric, and whose expectation a figure is."""

from decimal import Decimal

import pytest

from rie.pipeline.figures.rows import settle_figures
from rie.pipeline.frame import Frame
from tests.pipeline.read_texts import PACK, read


@pytest.mark.parametrize(
    ("text", "links", "metric", "basis", "values"),
    [
        ("It expects to earn between 31 cents and 33 cents a share.", [("earn", "guidance", "between 31 cents and 33 cents")],
         "eps", "guidance", {Decimal("0.31"), Decimal("0.33")}),
        ("The baker turned over £3.2m in 2014.", [], "revenue", "actual", {3_200_000}),
        ("The baker made £3.2m before tax in 2014.", [("before tax", "value", "£3.2m")], "pretax_income", "actual", {3_200_000}),
        ("The baker made £412,000 before tax in 2014.", [("before tax", "value", "£412,000")], "pretax_income", "actual", {412_000}),
        ("Revenue in stores open at least a year, a key gauge because it leaves out stores that open or close, rose 3.3 percent.", [],
         "comparable_sales", "actual", {Decimal("3.3")}),
        ("After losing $4.5 million in 2014, it closed.", [("losing", "value", "$4.5 million")], "net_income", "actual", {-4_500_000}),
        ("The two brokers in the town were looking for 12 cents.", [("looking for", "value", "12 cents")], "eps", "consensus",
         {Decimal("0.12")}),
    ],
)
def test_verbs_that_tell_a_figure(text: str, links: list[tuple[str, str, str]], metric: str, basis: str, values: set[Decimal]) -> None:
    rows = read(text, links, day="2015-02-02")
    found = {(row["metric"], row["basis"].partition("_")[0], row["value"]) for row in rows}
    assert found == {(metric, basis, value) for value in values}


@pytest.mark.parametrize(("text", "trigger", "value", "metric"), [
    ("Sales at stores open at least a year rose 4.1 percent.", "Sales at stores open at least a year", "4.1 percent", "comparable_sales"),
    ("Same-unit revenue rose 8.3 percent.", "Same-unit revenue", "8.3 percent", "comparable_sales"),
    ("Same clinic revenue rose 8.3 percent.", "Same clinic revenue", "8.3 percent", "comparable_sales"),
    ("Capital-spending was $7 billion in 2014.", "Capital-spending", "$7 billion", "capital_expenditure"),
    ("Total income from operations was Rs 9 crore in 2014.", "Total income from operations", "Rs 9 crore", "revenue"),
    ("Income from operations was $9 million in 2014.", "Income from operations", "$9 million", "operating_income")])
def test_longer_names_of_metrics(text: str, trigger: str, value: str, metric: str) -> None:
    assert [row["metric"] for row in read(text, [(trigger, "change" if "percent" in value else "value", value)])] == [metric]


@pytest.mark.parametrize("role", ["value", "guidance"])
@pytest.mark.parametrize("lead", ["Wall Street was forecasting", "Brokers had on average predicted", "Analysts, who know little, expected"])
def test_what_others_expected_is_no_guidance(role: str, lead: str) -> None:
    [found] = read(f"{lead} revenue of $5 million.", [("revenue", role, "$5 million")])
    assert (found["basis"], found["value"]) == ("consensus", 5_000_000)


@pytest.mark.parametrize("text", [
    "Analysts had expected less, but revenue was $5 million.", "Its sales were better than analysts expected, with revenue of $5 million.",
])
def test_what_is_reported_beside_what_others_expected_stays_so(text: str) -> None:
    [found] = read(text, [("revenue", "value", "$5 million")])
    assert found["basis"] == "actual"


@pytest.mark.parametrize("text", [
    "Revenue decreased $1.5 million, or 9.5%, to $14.3 million.", "The shop had a 9.5% year-over-year decline in revenue to $14.3 million.",
])
def test_a_fall_is_told_over_a_sum_or_behind_the_percentage(text: str) -> None:
    trigger = "Revenue" if text.startswith("Revenue") else "revenue"
    [found] = read(text, [(trigger, "value", "$14.3 million"), (trigger, "change", "9.5%")])
    assert found["change_percent"] == Decimal("-9.5")


def test_the_year_of_its_first_months_is_no_period_of_its_own() -> None:
    text = "In the first nine months of the year revenue was $5 million."
    [found] = read(text, [("revenue", "value", "$5 million"), ("revenue", "period", "first nine months of the year")], day="2015-11-02")
    assert (found["fiscal_year"], found["fiscal_quarter"]) == (None, None)


def test_what_stands_under_a_heading_of_expectations_is_guidance() -> None:
    text = "Results of the bakery\n\nOutlook for 2016\n- Revenue of $5 million\n- EBITDA of $1 million\n\nNotes\n- Backlog of $2 million"
    links = [("Revenue", "value", "$5 million"), ("EBITDA", "value", "$1 million"), ("Backlog", "value", "$2 million")]
    found = {(row["metric"], row["basis"].partition("_")[0]) for row in read(text, links)}
    assert found == {("revenue", "guidance"), ("ebitda", "guidance"), ("backlog", "actual")}


def test_a_title_with_forecasts_heads_no_figures() -> None:
    [found] = read("Bakery tops forecasts\n\nRevenue of $5 million is a record.", [("Revenue", "value", "$5 million")])
    assert found["basis"] == "actual"


def test_the_sum_a_share_is_of_the_year_of_the_sum_before_it() -> None:
    text = "Net income was $5 million, compared to net income of $4 million, or $0.40 per share, a year ago."
    links = [("Net income", "value", "$5 million"), ("Net income", "prior", "$4 million"), ("Net income", "value", "$0.40")]
    assert {(row["basis"], row["value"]) for row in read(text, links)} == {
        ("actual", 5_000_000), ("prior", 4_000_000), ("prior", Decimal("0.40"))}


def test_round_figures_and_exact_ones_are_told_once() -> None:
    text = "Revenue was $51.2 million.\n\n(in thousands)\nQ1 2021 | Q1 2020\nRevenue | 51,230 | 48,111\n"
    found = [row["value"] for row in read(text, [("Revenue", "value", "$51.2 million")]) if row["basis"] == "actual"]
    assert found == [51_230_000]


def test_others_lose_nothing_of_the_companys() -> None:
    assert not read("Bakers lose some $4bn a year to rats.", [])


@pytest.mark.parametrize(
    ("text", "part"), [("Extended-stay revenue was $5 million.", "Extended-stay"), ("Deep-sea segment sales were $5 million.", "Deep-sea")])
def test_the_name_of_a_part_goes_over_its_hyphen(text: str, part: str) -> None:
    trigger = "revenue" if "revenue" in text else "sales"
    [found] = read(text, [(trigger, "value", "$5 million"), (trigger, "segment", part)])
    assert found["segment"] == part


def test_an_earlier_profit_and_its_sum_a_share_are_of_the_year_before_and_no_loss() -> None:
    text = ("Net loss was $5 million in the first quarter of 2013, compared to net income of $4 million, or $0.40 per share, "
            "in the first quarter of 2012.")
    links = [("Net loss", "value", "$5 million"), ("Net loss", "period", "first quarter of 2013"), ("net income", "value", "$4 million"),
             ("net income", "value", "$0.40"), ("net income", "period", "first quarter of 2012")]
    found = {(row["metric"], row["basis"], row["value"], row["fiscal_year"]) for row in read(text, links)}
    assert found == {("net_income", "actual", -5_000_000, 2013), ("net_income", "prior", 4_000_000, 2012),
                     ("eps", "prior", Decimal("0.40"), 2012)}


@pytest.mark.parametrize("text", [
    "It paid an expected 10 cents dividend.", "The baker had been looking for 10 cents.", "The thief turned over $5 million to the police.",
])
def test_verbs_that_tell_no_result(text: str) -> None:
    assert not read(text, [])


@pytest.mark.parametrize(("raised", "kept"), [(0.9, False), (0.3, True)])
def test_a_sum_that_is_raised_more_surely_than_earned_is_no_result(raised: float, kept: bool) -> None:
    result = Frame("financial_result", 0, roles={"value": [(2, 0.6)]})
    settle_figures(PACK, [result, Frame("funding_round", 1, roles={"amount": [(2, raised)]})], [])
    assert ("value" in result.roles) == kept


def test_a_sum_of_all_shares_is_none_a_share() -> None:
    assert read("Hooli posted earnings per share of $48.6 million.", [("earnings per share", "value", "$48.6 million")]) == []


def test_a_metric_and_its_short_form_in_brackets_are_one() -> None:
    text = "Funds from operations (FFO) for the fourth quarter were $0.38 per diluted share, compared with $0.43 in the prior-year quarter."
    links = [("Funds from operations", "value", "$0.38"), ("Funds from operations", "prior", "$0.43"),
             ("Funds from operations", "period", "fourth quarter"), ("FFO", "prior", "$0.43")]
    found = read(text, links, fiscal_year="2009", fiscal_quarter="4")
    told = [(values["metric"], values["basis"], values["fiscal_year"], values["fiscal_quarter"]) for values in found]
    assert told == [("ffo_per_share", "actual", 2009, 4), ("ffo_per_share", "prior", 2008, 4)]


@pytest.mark.parametrize("text", [
    "Turnover on the Santiago exchange thinned to $4.1 billion.", "Daily turnover was $4.1 billion.",
    "Turnover came to $4.1 billion from Tuesday's $5 billion.",
    "Hooli lost $4.10 to $73.", "Hooli shares lost $4.10.", "Hooli lost 5.50 francs, or 2 percent, to close at 733."])
def test_the_turnover_of_an_exchange_and_the_price_of_a_share_are_no_figures(text: str) -> None:
    trigger = next(word for word in ("Turnover", "turnover", "lost") if word in text)
    value = next(value for value in ("$4.1 billion", "$4.10", "5.50 francs") if value in text)
    assert not read(text, [(trigger, "value", value)], day="2015-02-02")


@pytest.mark.parametrize(("text", "trigger", "value"), [
    ("Turnover in the market for ferries was $4.1 billion at Hooli.", "Turnover", "$4.1 billion"),
    ("Hooli lost $4.1 million to a rival in 2014.", "lost", "$4.1 million"),
    ("Hooli lost $4.1 million, or 12 cents a share.", "lost", "$4.1 million")])
def test_what_a_company_turns_over_and_loses_is_its_figure(text: str, trigger: str, value: str) -> None:
    assert read(text, [(trigger, "value", value)], day="2015-02-02")


@pytest.mark.parametrize(("text", "trigger", "values"), [
    ("The per-share loss was 0.41 guilder, against earnings of 0.77 guilder.", "per-share loss", {"actual": "-0.41", "prior": "0.77"}),
    ("Per-share earnings were $1.20, after $1.10.", "Per-share earnings", {"actual": "1.20", "prior": "1.10"})])
def test_a_figure_per_share_is_one_a_share(text: str, trigger: str, values: dict[str, str]) -> None:
    first, second = (value.lstrip("-") for value in values.values())
    unit = " guilder" if "guilder" in text else ""
    sign = "" if unit else "$"
    rows = read(text, [(trigger, "value", f"{sign}{first}{unit}"), (trigger, "prior", f"{sign}{second}{unit}")])
    assert {row["basis"]: row["value"] for row in rows} == {basis: Decimal(value) for basis, value in values.items()}
    assert {(row["metric"], row["unit"]) for row in rows} == {("eps", "currency_per_share")}


@pytest.mark.parametrize(("text", "value"), [
    ("At stores open at least a year, sales increased 2.8 percent.", "2.8"),
    ("Sales at stores open at least a year, considered the best gauge of health, were up 4.1 percent.", "4.1"),
    ("Like-for-like sales, which leave out new shops, rose by 3 per cent.", "3")])
def test_sales_of_old_shops_are_told_as_a_change(text: str, value: str) -> None:
    [row] = read(text)
    assert (row["metric"], row["value"], row["basis"]) == ("comparable_sales", Decimal(value), "actual")


def test_red_ink_is_a_loss() -> None:
    [row] = read("Hooli's red ink totals $8.8 million.", [("red ink", "value", "$8.8 million")])
    assert (row["metric"], row["value"]) == ("net_income", -8_800_000)
    assert not read("The annual report spilled red ink on page 8 for $5.", [])


@pytest.mark.parametrize(("lead", "basis"), [
    ("Roe told analysts that the carrier expects to earn", "guidance"),
    ("On a call with analysts, Roe said it expects to earn", "guidance"),
    ("Analysts in the town expect it to earn", "consensus")])
def test_what_analysts_are_told_is_no_expectation_of_theirs(lead: str, basis: str) -> None:
    rows = read(f"{lead} $5 million in 2014.", [("earn", "guidance", "$5 million")], day="2014-02-02")
    assert {row["basis"].partition("_")[0] for row in rows} == {basis}


@pytest.mark.parametrize("words", ["said on Tuesday", "said yesterday", "now nets"])
def test_a_day_is_no_part(words: str) -> None:
    [row] = read(f"Hooli {words} net profit of $5 million.", [("net profit", "value", "$5 million")])
    assert row["segment"] is None


def test_comparable_profit_is_adjusted() -> None:
    [row] = read("In 2012 the comparable operating profit was EUR 10.6 million.", [("operating profit", "value", "EUR 10.6 million")])
    assert row["accounting"] == "adjusted"


def test_what_a_board_approves_is_not_spent() -> None:
    assert not read("The board approved capital expenditure of $54 million for a plant.", [("capital expenditure", "value", "$54 million")])


@pytest.mark.parametrize(("words", "metric"), [("core earnings (EBITDA)", "ebitda"), ("profit (EBIT)", "operating_income")])
def test_brackets_say_which_earnings_are_meant(words: str, metric: str) -> None:
    trigger = words.split("(", maxsplit=1)[0].rsplit(maxsplit=1)[-1]
    [row] = read(f"Hooli had {words} of $212 million.", [(trigger, "value", "$212 million")])
    assert (row["metric"], row["value"]) == (metric, 212_000_000)
