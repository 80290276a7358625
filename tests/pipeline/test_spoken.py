"""Which figures of a call become reports: those that a sentence tells plainly of the company's quarter."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.pipeline.figures import read

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
    ],
)
def test_a_plain_statement_tells_a_figure(text: str, metric: str, value: int) -> None:
    figure = "35%" if value == 35 else "$50 million"
    trigger = next(words for words in ("Revenue", "gross margin", "EBITDA") if words in text)
    assert told(text, (trigger, "value", figure)) == [(metric, None, value)]


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
     ("Revenue was $50 million, up 5% organically.", None)],
)
def test_a_change_is_told_of_the_figure_beside_it(text: str, change: Decimal | None) -> None:
    found = read(OPENING + text, [("Revenue", "value", "$50 million"), ("Revenue", "change", "5%")], **Q2)
    assert [values["change_percent"] for values in found if values["metric"] == "revenue"] == [change]


def test_what_is_no_call_is_read_as_before() -> None:
    found = read("The new mill contributed revenue of $9 million.", [("revenue", "value", "$9 million")], **Q2)
    assert [values["value"] for values in found] == [9_000_000]


def test_the_quarter_that_opens_a_sentence_is_that_of_all_its_figures() -> None:
    text = "In the first quarter, we reported net income of $204 million or $0.74 per share and adjusted EBITDA of $219 million."
    assert told(text, ("net income", "value", "$204 million"), ("EBITDA", "value", "$219 million")) == []


@pytest.mark.parametrize("opening", ["In the prior-year quarter, ", "Last year, ", "In the same period a year ago, "])
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
