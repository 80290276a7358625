"""Which figures of a call become reports: those that a sentence tells plainly of the company's quarter."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.pipeline.read_texts import read

OPENING = "Good morning, and thank you all. We had a fine spring, and our people worked hard. Let me tell you how our mills did.\n"
Q2 = {"fiscal_year": "2021", "fiscal_quarter": "2"}


def told(text: str, *links: tuple[str, str, str], names: dict[str, str] | None = None, **metadata: str) -> list[tuple[Any, Any, Any]]:
    found = read(OPENING + text, links, names=names, **{**Q2, **metadata})
    return [(values["metric"], values["segment"], values["value"]) for values in found if values["basis"] == "actual"]


@pytest.mark.parametrize(
    ("text", "metric", "value"),
    [
        ("Revenue was $50 million.", "revenue", 50_000_000),
        ("Revenue for the quarter grew 8% to $50 million.", "revenue", 50_000_000),
        ("Our gross margin improved 40 basis points to 35%.", "gross_margin", 35),
        ("EBITDA for the second quarter came in at just over $50 million.", "ebitda", 50_000_000),
        ("Revenue rose 9% from last year to $50 million.", "revenue", 50_000_000),
        ("Revenue increased 25% over the prior year to $50 million on a reported basis.", "revenue", 50_000_000),
        ("EBITDA increased $8 million to $50 million.", "ebitda", 50_000_000),
        ("Revenue declined by about $3 million or 6% to $50 million.", "revenue", 50_000_000),
        ("EBITDA doubled year over year to $50 million.", "ebitda", 50_000_000),
        ("Revenue grew again, reaching a record $50 million.", "revenue", 50_000_000),
        ("We saw a decline in Board. Our EBITDA was $50 million.", "ebitda", 50_000_000),
    ],
)
def test_a_plain_statement_tells_a_figure(text: str, metric: str, value: int) -> None:
    figure = "35%" if value == 35 else "$50 million"
    trigger = next(words for words in ("Revenue", "gross margin", "EBITDA") if words in text)
    assert told(text, (trigger, "value", figure), names={"Board": "SEGMENT"}) == [(metric, None, value)]


def test_a_second_figure_on_another_basis_is_told_too() -> None:
    text = "Diluted earnings per share were $0.66 as reported and $0.70 as adjusted."
    found = read(OPENING + text, [("earnings per share", "value", "$0.66"), ("earnings per share", "value", "$0.70")], **Q2)
    assert {(row["value"], row["accounting"]) for row in found} == {(Decimal("0.66"), "gaap"), (Decimal("0.70"), "adjusted")}


@pytest.mark.parametrize(("behind", "quarter"), [
    ("versus $0.15 in the prior year quarter", 4), ("compared to $0.16 per share in the fourth quarter of 2020", 4),
    ("up from $0.16 in last year's fourth quarter", 4), ("versus $0.15 in the prior year", None)])
def test_a_figure_compared_with_one_of_a_quarter_is_of_the_quarter(behind: str, quarter: int | None) -> None:
    text = f"On an adjusted basis, earnings per share was $0.53 {behind}."
    found = read(OPENING + text, [("earnings per share", "value", "$0.53")], fiscal_year="2021", fiscal_quarter="4")
    assert [row["fiscal_quarter"] for row in found if row["basis"] == "actual"] == ([quarter] if quarter else [])


def test_figures_on_two_bases_that_are_said_do_not_contradict_each_other() -> None:
    text = "On a reported basis, we lost $0.39 per share. Excluding strike costs, on an adjusted basis we lost $0.12 per share."
    found = read(OPENING + text, [("lost", "value", "$0.39")], **Q2)
    assert {(row["value"], row["accounting"]) for row in found} == {(Decimal("-0.39"), "gaap"), (Decimal("-0.12"), "adjusted")}


@pytest.mark.parametrize("beats", ["exceeded our guidance range of $0.23 to $0.25", "came in above the high end of our guidance"])
def test_what_exceeded_its_guidance_is_none(beats: str) -> None:
    assert told(f"Earnings per share of $0.38 {beats}.", ("Earnings per share", "guidance", "$0.38")) == [("eps", None, Decimal("0.38"))]


def test_by_how_much_a_rate_was_lower_is_no_rate() -> None:
    assert not told("Our tax rate was 12% lower than expected.", ("tax rate", "value", "12%"))
    assert told("Our tax rate was 12%, lower than expected.", ("tax rate", "value", "12%"))


def test_what_opens_with_a_comparison_tells_nothing_of_the_quarter() -> None:
    text = "By comparison, in last year's second quarter, revenue was $5 million."
    assert not told(text, ("revenue", "value", "$5 million"))


@pytest.mark.parametrize(
    "text",
    [
        "Turning to Packaging.\nSales were $40 million.",
        "Our paper segment had a hard time.\nSales were $40 million.",
        "In the paper business, demand fell.\nSales were $40 million.",
    ],
)
def test_a_figure_behind_a_part_is_not_the_company_s(text: str) -> None:
    assert told(text) == []


def test_a_part_that_is_named_keeps_its_figure() -> None:
    text = "Turning to the parts.\nIn the Paper segment, sales were $40 million."
    assert told(text, ("sales", "value", "$40 million"), names={"Paper": "SEGMENT"}) == [("revenue", "Paper", 40_000_000)]


@pytest.mark.parametrize(
    "text",
    [
        "For the full year, sales rose.\nNet income was $90 million.",
        "For the first six months, net income was $90 million.",
        "Year-to-date free cash flow through the second quarter was $90 million.",
        "Net income was $90 million for the first half.",
    ],
)
def test_a_figure_of_more_than_the_quarter_is_left_out(text: str) -> None:
    assert told(text) == []


def test_the_last_quarter_is_told_only_where_it_is_named() -> None:
    text = "Net income was $90 million.\nIn the fourth quarter, net income was $20 million."
    assert told(text, fiscal_quarter="4") == [("net_income", None, 20_000_000)]


def period(text: str, *links: tuple[str, str, str], **metadata: str) -> list[tuple[Any, Any, Any]]:
    found = read(OPENING + text, links, **{**Q2, **metadata})
    return [(values["value"], values["fiscal_year"], values["fiscal_quarter"]) for values in found if values["basis"] == "actual"]


@pytest.mark.parametrize("compared", ["over the prior year", "year over year", "versus 2020", "from last year's $3 million"])
def test_a_figure_is_of_the_quarter_whatever_it_is_compared_with(compared: str) -> None:
    text = f"Net income was $20 million, up 9% {compared}."
    year = next((words for words in ("prior year", "2020") if words in text), None)
    links = [("Net income", "value", "$20 million"), *([("Net income", "period", year)] if year else [])]
    assert (Decimal(20_000_000), 2021, 2) in period(text, *links)


def test_a_figure_of_a_year_that_is_named_beside_it_is_of_the_year() -> None:
    text = "For the full year, net income was $90 million."
    assert period(text, ("net income", "period", "full year"), fiscal_quarter="4") == [(90_000_000, 2021, None)]


def test_another_quarter_s_figure_is_left_out() -> None:
    assert period("In the first quarter, net income was $20 million.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Turning to our outlook.\nRevenue of $90 million and a tax rate of 25%.",
        "We could reach revenue of $90 million.",
        "If we look out, we expect revenue of $90 million.",
        "What was your revenue of $90 million made of?",
    ],
)
def test_what_is_to_come_or_asked_is_no_result(text: str) -> None:
    assert told(text, ("revenue" if "revenue" in text else "Revenue", "value", "$90 million")) == []


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("The decline in revenue was $9 million.", "revenue"),
        ("The new mill contributed revenue of $9 million.", "revenue"),
        ("Currency moved our revenue by $9 million.", "revenue"),
        ("Our revenue was $9 million higher than a year ago.", "revenue"),
        ("We lost incremental revenue of $9 million.", "revenue"),
        ("Adjusted operating earnings were $9 million.", "earnings"),
        ("Our customers with revenue over $900 were happy.", "revenue"),
        ("We sold three mills, and these businesses have revenue of $9 million.", "revenue"),
        ("We requested rates for a return on equity of $9 million.", "return on equity"),
        ("First, our MPCs had a strong quarter with revenue of $9 million.", "revenue"),
        ("Net income attributable to noncontrolling interests was $9 million.", "Net income"),
        ("Interest brought our corporate results to a loss of $9 million.", "loss"),
        ("Cash flow, defined as cash earned less capital spending, was $9 million.", "capital spending"),
    ],
)
def test_effects_and_other_sums_are_no_figure(text: str, metric: str) -> None:
    figure = "$900" if "$900" in text else "$9 million"
    assert told(text, (metric, "value", figure)) == []


def test_of_figures_that_contradict_each_other_the_one_told_best_is_the_company_s() -> None:
    text = "Revenue was $70 million.\nIn the second quarter, our total company revenue was $200 million."
    assert told(text) == [("revenue", None, 200_000_000)]


def test_a_growth_does_not_say_the_basis_of_the_figure_before_it() -> None:
    found = read(OPENING + "Revenue was $50 million, with core revenue growth of 5%.", [("Revenue", "value", "$50 million")], **Q2)
    assert [(values["value"], values["accounting"]) for values in found] == [(50_000_000, "unknown")]


@pytest.mark.parametrize(
    ("text", "change"),
    [("Revenue was $50 million, up 5%.", Decimal(5)),
     ("Revenue grew 5% to $50 million, driven by new mills and by a lower tax", Decimal(5)),
     ("Revenue was $50 million, up 5% organically.", None),
     ("Compared to the first quarter, second quarter revenue of $50 million was up 5%.", None)],
)
def test_a_change_is_told_of_the_figure_beside_it(text: str, change: Decimal | None) -> None:
    trigger = re.findall("(?i)revenue", text)[0]
    found = read(OPENING + text, [(trigger, "value", "$50 million"), (trigger, "change", "5%")], **Q2)
    assert [values["change_percent"] for values in found if values["metric"] == "revenue"] == [change]


def test_what_is_no_call_is_read_as_before() -> None:
    found = read("The new mill contributed revenue of $9 million.", [("revenue", "value", "$9 million")], **Q2)
    assert [values["value"] for values in found] == [9_000_000]


def test_the_quarter_that_opens_a_sentence_is_that_of_all_its_figures() -> None:
    text = "In the first quarter, we reported net income of $204 million or $0.74 per share and adjusted EBITDA of $219 million."
    assert told(text, ("net income", "value", "$204 million"), ("EBITDA", "value", "$219 million")) == []


@pytest.mark.parametrize("opening", ["In the prior-year quarter, ", "The last time that sales were good, ",
                                     "Last year, ", "In the same period a year ago, "])
def test_a_sentence_that_opens_with_the_past_tells_nothing_of_the_quarter(opening: str) -> None:
    assert told(f"{opening}we had net income of $20 million.", ("net income", "value", "$20 million")) == []


def accounting(text: str, *links: tuple[str, str, str]) -> list[str]:
    return [values["accounting"] for values in read(OPENING + text, links, **Q2)]


@pytest.mark.parametrize(
    ("text", "metric", "figure", "basis"),
    [
        ("Excluding a special item with a benefit of $32 million, we earned $450 million.", "earned", "$450 million", "adjusted"),
        ("Excluding the cost of the strike, net income was $20 million.", "net income", "$20 million", "adjusted"),
        ("And on a non-GAAP FIFO basis, which we like best, gross margin was 33%.", "gross margin", "33%", "adjusted"),
        ("Including the charge for the strike, net income was $20 million.", "net income", "$20 million", "gaap"),
        ("EBITDA improved to $47 million, excluding the benefit from the strike.", "EBITDA", "$47 million", "adjusted"),
        ("Adjusted EPS was $0.13 and GAAP earnings per share was $0.11.", "earnings per share", "$0.11", "gaap"),
        ("While on a non-GAAP basis, which we like best, gross margin was 33%.", "gross margin", "33%", "adjusted"),
        ("EPS was $0.66 as reported and was $0.70 as adjusted for the tax on the mill.", "EPS", "$0.66", "gaap"),
        ("Sales were $50 million and GAAP and adjusted margins rose.", "Sales", "$50 million", "unknown"),
        ("GAAP earnings per share of $0.85 or $0.87 per share on an adjusted basis.", "earnings per share", "$0.87", "adjusted"),
    ],
)
def test_what_a_sentence_leaves_out_says_the_basis(text: str, metric: str, figure: str, basis: str) -> None:
    assert accounting(text, (metric, "value", figure))[-1:] == [basis]


@pytest.mark.parametrize("opening", ["Excluding Canada, ", "Including the mills that we sold, "])
def test_a_figure_without_a_part_or_with_another_is_not_the_company_s(opening: str) -> None:
    assert told(f"{opening}revenue was $50 million.", ("revenue", "value", "$50 million")) == []


def test_a_part_behind_a_metric_goes_before_words_in_front_of_it() -> None:
    text = "Global fee revenue for Paper Digital was $81 million."
    assert told(text, ("revenue", "value", "$81 million"), names={"Global fee": "SEGMENT"}) == []


def test_what_a_speaker_turns_to_in_the_accounts_is_no_part() -> None:
    text = "Looking at taxes, the effective tax rate was 26%."
    assert told(text, ("effective tax rate", "value", "26%")) == [("tax_rate", None, 26)]


def test_what_a_part_is_said_to_have_earned_is_not_the_company_s() -> None:
    text = "Our remaining portfolio consists of three mills, which generated second quarter EBITDA of $8 million."
    assert told(text, ("EBITDA", "value", "$8 million")) == []


def test_a_change_among_those_from_the_quarter_before_is_left_out() -> None:
    text = "Rigs were up sequentially.\nRevenue was $50 million, up 5%."
    found = read(OPENING + text, [("Revenue", "value", "$50 million"), ("Revenue", "change", "5%")], **Q2)
    assert [values["change_percent"] for values in found] == [None]


def test_a_quarter_of_a_company_has_no_days_of_the_calendar() -> None:
    text = "EBITDA was $20 million for the second quarter of 2021.\nRevenue was $50 million."
    found = read(OPENING + text, [("EBITDA", "value", "$20 million"), ("EBITDA", "period", "second quarter of 2021")], **Q2)
    assert {(row["fiscal_year"], row["fiscal_quarter"], row["period_start"], row["period_end"]) for row in found} == {(2021, 2, None, None)}


@pytest.mark.parametrize("behind", ["in the third quarter of fiscal 2020 and has improved to 13% in the second quarter",
                                    "for the nine months ended June 30, over half of it in the second quarter"])
def test_a_figure_is_of_the_period_right_behind_it(behind: str) -> None:
    assert told(f"Our operating margin was 6% {behind}.", ("operating margin", "value", "6%")) == []


@pytest.mark.parametrize(("behind", "expected"), [("We sold much.", []), ("GP revenue rose.", [("margin", "GP", 25)])])
def test_letters_before_a_margin_are_a_part_only_where_the_text_tells_more_of_it(behind: str, expected: list[Any]) -> None:
    links = [("margin", "value", "25%"), ("margin", "segment", "GP")]
    assert told(f"GP margin was 25%.\n{behind}", *links, names={"GP": "SEGMENT"}) == expected


@pytest.mark.parametrize(("days", "start"), [("quarter ended June 30, 2021", date(2021, 4, 1)), ("April to June 2021", None)])
def test_only_the_end_of_a_quarter_dates_one_of_a_company(days: str, start: date | None) -> None:
    text = f"Revenue was $50 million.\nThe weather of the {days} was fine."
    assert [values["period_start"] for values in read(OPENING + text, [("Revenue", "value", "$50 million")], **Q2)] == [start]


def test_cash_that_operations_used_is_negative() -> None:
    text = "Cash used in operating activities was $12 million."
    assert told(text, ("Cash used in operating activities", "value", "$12 million")) == [("operating_cash_flow", None, -12_000_000)]


@pytest.mark.parametrize(("text", "expected"), [
    ("Comparable sales were 12% on a two-year basis.", []),
    ("On a two-year stack, comparable sales were 12%.", []),
    ("Comparable sales were 12% versus 2019.", []),
    ("Comparable sales were 12%, which is 20% on a two-year stack.", [("comparable_sales", None, 12)]),
    ("Comparable sales were 12% versus 2020.", [("comparable_sales", None, 12)]),
])
def test_a_change_over_several_years_is_no_comparable_sales(text: str, expected: list[Any]) -> None:
    assert told(text, (re.findall("(?i)comparable sales", text)[0], "value", "12%")) == expected


def test_a_sum_of_the_year_is_not_of_the_quarter_of_the_sum_before_it() -> None:
    text = "We repaid $50 million in the fourth quarter and are glad to report free cash flow of $90 million for 2021."
    links = [("free cash flow", "value", "$90 million"), ("free cash flow", "period", "2021")]
    assert period(text, *links, fiscal_quarter="4") == [(90_000_000, 2021, None)]


def test_total_revenue_right_behind_a_part_is_the_part_s() -> None:
    assert told("Our paper segment had a good quarter.\nTotal revenue was $40 million.", ("revenue", "value", "$40 million")) == []
    text = "Our paper segment had a good quarter.\nPrices rose.\nTotal revenue was $40 million."
    assert told(text, ("revenue", "value", "$40 million")) == [("revenue", None, 40_000_000)]


def test_a_part_of_a_part_is_not_the_part() -> None:
    text = "In the Paper segment, we had a good quarter from our tissue business, with sales of $4 million."
    assert told(text, ("sales", "value", "$4 million"), ("sales", "segment", "Paper"), names={"Paper": "SEGMENT"}) == []


def test_what_points_back_at_a_part_is_of_it() -> None:
    text = "Packaging's EBITDA was $9 million.\nThat translates to an EBITDA margin of 17%."
    assert told(text, ("EBITDA margin", "value", "17%"), names={"Packaging": "SEGMENT"}) == []


def test_a_basis_behind_a_list_is_that_of_all_its_figures() -> None:
    text = "Revenue, net income and earnings per share on a GAAP basis were $50 million, $20 million and $0.40, respectively."
    assert accounting(text) == ["gaap", "gaap", "gaap"]


def test_what_came_before_the_metric_may_be_of_the_year_so_far() -> None:
    text = "In the second quarter, we earned $1.11 per share and produced $90 million of free cash flow on a year-to-date basis."
    assert [metric for metric, _, _ in told(text, ("free cash flow", "value", "$90 million"))] == ["eps"]


def test_a_sum_that_is_said_again_is_of_its_first_metric() -> None:
    again = "Now, income of $18 million is no small thing."
    assert told(again, ("income", "value", "$18 million")) == [("net_income", None, 18_000_000)]
    assert told(f"That left an EBITDA income of $18 million.\n{again}", ("EBITDA", "value", "$18 million")) == []
    assert told(f"EBITDA was $18 million.\n{again}", ("EBITDA", "value", "$18 million")) == [("ebitda", None, 18_000_000)]


def test_what_a_sale_cost_in_other_expenses_is_no_loss_of_the_company() -> None:
    text = "We had a pre-tax loss in the quarter of $12 million in other expenses for the sale of a mill."
    assert told(text, ("pre-tax loss", "value", "$12 million")) == []


@pytest.mark.parametrize(("metadata", "expected"), [({"company": "", "ticker": "QXZ"}, []), ({}, [("net_income", "Initech", 9_000_000)])])
def test_a_name_in_a_call_of_a_company_known_by_its_symbol_alone_is_no_part(metadata: dict[str, str], expected: list[Any]) -> None:
    text = "In the second quarter, Initech reported net income of $9 million."
    links = [("net income", "value", "$9 million"), ("net income", "company", "Initech")]
    assert told(text, *links, names={"Initech": "COMPANY"}, **metadata) == expected


def test_a_figure_is_of_the_quarter_whatever_year_it_is_compared_with() -> None:
    text = "Net income was $90 million, compared with $80 million in the second quarter of last year."
    assert told(text, ("Net income", "value", "$90 million")) == [("net_income", None, 90_000_000)]


@pytest.mark.parametrize("text", [
    "Our paper segment had a hard time.\nHooli's adjusted EBITDA was $40 million.",
    "Our paper segment had a hard time.\nSlide 6 gives our second-quarter financial results.\nEBITDA was $40 million.",
    "Inventories in all of our segments fell.\nEBITDA was $40 million.",
    "For additional detail, please visit our website.\nEBITDA was $40 million."])
def test_what_is_the_companys_own_is_told_between_its_parts(text: str) -> None:
    assert told(text, ("EBITDA", "value", "$40 million")) == [("ebitda", None, 40_000_000)]


def test_the_name_of_the_reported_quarter_compares_with_no_other() -> None:
    text = "Now to our second-quarter performance.\nRevenue increased 5% to $50 million."
    found = read(OPENING + text, [("Revenue", "value", "$50 million"), ("Revenue", "change", "5%")], **Q2)
    assert [(values["change_percent"], values["change_basis"]) for values in found] == [(Decimal(5), "year")]
    local = read(OPENING + "In local currency, consolidated revenue fell 5% to $50 million.", [("revenue", "value", "$50 million"),
                                                                                ("revenue", "change", "5%")], **Q2)
    assert [values["change_percent"] for values in local] == [None]


def test_a_change_from_the_end_of_the_quarter_before_is_one_from_a_quarter() -> None:
    text = "Our book value per share was $11.46 at June 30, a 6.5% increase relative to the prior quarter end."
    links = [("book value per share", "value", "$11.46"), ("book value per share", "change", "6.5%")]
    assert [(values["change_percent"], values["change_basis"]) for values in read(OPENING + text, links, **Q2)] == [
        (Decimal("6.5"), "quarter")]


def test_products_and_services_of_a_kind_are_a_part() -> None:
    text = "Hooli said sales of its dental products and services rose 13 pct to $882 million."
    found = read(text, [("sales", "value", "$882 million")], names={"Hooli": "COMPANY"}, day="2020-05-04")
    assert [values["segment"] for values in found] == ["dental products and services"]
