"""Which period, which basis and which part of a company a figure is of, as the words around it say."""

from decimal import Decimal
from typing import Any

import pytest

from tests.pipeline.read_texts import read

Q3 = {"fiscal_year": "2021", "fiscal_quarter": "3"}


def when(values: dict[str, Any]) -> tuple[Any, ...]:
    return values["basis"], values["value"], values["fiscal_year"], values["fiscal_quarter"]


@pytest.mark.parametrize("compared", ["over the prior year", "from the prior-year quarter", "than in the same period", "versus a year ago"])
def test_the_period_of_a_comparison_is_not_that_of_the_figure(compared: str) -> None:
    text = f"Revenue was $5 million, up 12% {compared}."
    found = read(text, [("Revenue", "value", "$5 million"), ("Revenue", "change", "12%")], **Q3)
    assert [when(values) for values in found] == [("actual", 5_000_000, 2021, 3)]


def test_an_earlier_figure_is_of_the_year_before_the_one_that_it_stands_beside() -> None:
    text = "Revenue was $5 million compared with $4 million in the prior year."
    links = [("Revenue", "value", "$5 million"), ("Revenue", "prior", "$4 million"), ("Revenue", "period", "prior year")]
    assert [when(values) for values in read(text, links, **Q3)] == [("actual", 5_000_000, 2021, 3), ("prior", 4_000_000, 2020, 3)]


def test_a_period_behind_an_earlier_figure_is_told_of_it_alone() -> None:
    text = "EBITDA was $10 million, up from $7 million in the second quarter."
    links = [("EBITDA", "value", "$10 million"), ("EBITDA", "prior", "$7 million"), ("EBITDA", "period", "second quarter")]
    assert [when(values) for values in read(text, links, **Q3)] == [("actual", 10_000_000, 2021, 3), ("prior", 7_000_000, 2021, 2)]


def test_a_sentence_that_begins_with_the_year_before_tells_earlier_figures() -> None:
    text = "Net profit was $5 million. A year earlier net profit was $4 million."
    assert [(values["basis"], values["value"]) for values in read(text, **Q3)] == [("actual", 5_000_000), ("prior", 4_000_000)]


def test_a_second_figure_says_its_own_basis() -> None:
    text = "Earnings per share were $3.26 ($3.17 on an adjusted basis)."
    links = [("Earnings per share", "value", "$3.26"), ("Earnings per share", "prior", "$3.17")]
    found = [(values["basis"], values["value"], values["accounting"]) for values in read(text, links)]
    assert found == [("actual", Decimal("3.26"), "unknown"), ("actual", Decimal("3.17"), "adjusted")]


def test_a_range_of_percentages_has_two_ends() -> None:
    found = read("The company expects operating margin to be between 13.0% and 13.5%.", [("operating margin", "guidance", "13.0%")])
    assert [(values["basis"], values["value"]) for values in found] == [("guidance_low", 13), ("guidance_high", Decimal("13.5"))]


def test_the_low_end_of_an_expected_loss_is_the_larger_sum() -> None:
    found = read("The company expects a net loss of three to four mln dlrs.", [("net loss", "guidance", "three to four mln dlrs")])
    assert [(values["basis"], values["value"]) for values in found] == [("guidance_low", -4_000_000), ("guidance_high", -3_000_000)]


def test_figures_told_in_turn_belong_to_their_metrics() -> None:
    text = "Revenues, net income and earnings per share were $824 million, $160 million and $3.74, respectively."
    found = [(values["metric"], values["value"]) for values in read(text)]
    assert found == [("revenue", 824_000_000), ("net_income", 160_000_000), ("eps", Decimal("3.74"))]


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("Wholesale revenue was $5 million.", "Wholesale"),
        ("Our First Aid segment's revenue was $5 million.", "First Aid"),
        ("In the Fuel segment, revenue was $5 million.", "Fuel"),
        ("Net revenue was $5 million.", None),
        ("Third-quarter adjusted revenue was $5 million.", None),
        ("The firm booked revenue of $5 million.", None),
    ],
)
def test_a_figure_of_a_part_is_not_the_company_s(text: str, segment: str | None) -> None:
    links = [("revenue", "value", "$5 million"), *([("revenue", "segment", "Wholesale")] if text.startswith("Wholesale") else [])]
    assert [(values["segment"], values["value"]) for values in read(text, links)] == [(segment, 5_000_000)]


def test_a_part_without_a_name_tells_no_figure() -> None:
    assert read("Segment margin was 13%.", [("margin", "value", "13%"), ("margin", "segment", "Segment")]) == []


@pytest.mark.parametrize(
    "text",
    [
        "Noninterest income was $5 million.",
        "Loan losses were $5 million.",
        "12% of sales, or $5 million.",
        "Hearing loss, $5 million.",
        "A profit-sharing payout of $5 million.",
        "It sells last-minute bookings for $5 million.",
    ],
)
def test_what_only_sounds_like_a_metric_is_none(text: str) -> None:
    assert read(text) == []


def test_the_greater_loss_is_the_low_end_of_what_is_expected() -> None:
    text = "For 2021 we expect a net loss per share of $0.28 to $0.24."
    found = read(text, [("net loss per share", "guidance", "$0.28"), ("net loss per share", "guidance", "$0.24")], **Q3)
    assert {values["basis"]: str(values["value"]) for values in found} == {"guidance_low": "-0.28", "guidance_high": "-0.24"}


def test_a_sum_in_brackets_is_the_one_before_it_in_another_currency() -> None:
    text = "Net profit was 12.4 billion yen ($123 million), compared with 8.9 billion yen a year earlier."
    found = read(text, [("Net profit", "value", "12.4 billion yen"), ("Net profit", "prior", "8.9 billion yen")], **Q3)
    assert [(values["basis"], values["value"]) for values in found] == [("actual", 12_400_000_000), ("prior", 8_900_000_000)]


@pytest.mark.parametrize("told", ["The average estimate of six analysts surveyed by Fjord Research was for earnings of 92 cents per share.",
                                  "Forecasts from three brokers called for earnings of 92 cents per share."])
def test_what_analysts_estimate_is_no_figure_of_the_company(told: str) -> None:
    assert [(values["basis"], values["value"]) for values in read(told, **Q3)] == [("consensus", Decimal("0.92"))]


@pytest.mark.parametrize(("behind", "expected"), [
    ("Analysts had expected $44 million.", [("actual", 40_000_000), ("consensus", 44_000_000)]),
    ("Analysts had expected $4 million.", [("actual", 40_000_000)]),
    ("Analysts had expected $44 million for 2020.", [("actual", 40_000_000)]),
    ("Analysts had expected it to spend $44 million.", [("actual", 40_000_000)]),
    ("It had expected $44 million.", [("actual", 40_000_000)]),
    ("It has a store. Analysts had expected $44 million.", [("actual", 40_000_000)]),
])  # fmt: skip
def test_what_others_expected_is_told_in_a_sentence_of_its_own(behind: str, expected: list[tuple[str, int]]) -> None:
    found = read(f"Hooli had revenue of $40 million in the third quarter of 2019. {behind}",
                 [("revenue", "value", "$40 million"), ("revenue", "period", "third quarter of 2019")])
    assert [(values["basis"], values["value"]) for values in found] == expected


@pytest.mark.parametrize("behind", ["Analysts polled by Fjord Research had expected 35 cents.", "The consensus estimate was 35 cents.",
                                    "The consensus among brokers had been for 35 cents."])
def test_what_others_expected_of_a_share_is_told_behind_the_sum_and_the_share(behind: str) -> None:
    found = read(f"Hooli earned $40 million, or 32 cents a share, in the third quarter of 2019. {behind}",
                 [("earned", "value", "$40 million"), ("earned", "value", "32 cents"), ("earned", "period", "third quarter of 2019")])
    assert [(values["metric"], values["basis"], values["value"]) for values in found][2:] == [("eps", "consensus", Decimal("0.35"))]


@pytest.mark.parametrize(("told", "actual"), [
    (", in the first quarter of 2018", (2018, 1)), (" in the first quarter of 2018", (None, None)),
])  # fmt: skip
def test_a_period_behind_a_comma_is_of_all_figures_before_it(told: str, actual: tuple[int | None, int | None]) -> None:
    found = read(f"Hooli had revenue of $30.1 million vs $28.0 million{told}, it said.",
                 [("revenue", "value", "$30.1 million"), ("revenue", "prior", "$28.0 million"),
                  ("revenue", "period", "first quarter of 2018")])
    assert {values["basis"]: (values["fiscal_year"], values["fiscal_quarter"]) for values in found}["actual"] == actual


@pytest.mark.parametrize(("lead", "change"), [("climbed 21 percent", 21), ("climbed 12 percent", None), ("fell 21 percent", -21)])
def test_a_change_of_the_lead_is_that_of_the_figures_that_bear_it_out(lead: str, change: int | None) -> None:
    sums = ["$46.2 million", "$38.1 million"] if change != -21 else ["$30.1 million", "$38.1 million"]
    text = f"Its profit {lead}, Hooli said. Bread was dear. Net income was {sums[0]}, compared with {sums[1]} a year earlier."
    links = [("profit", "change", lead.split(" ", 1)[1]), ("Net income", "value", sums[0]), ("Net income", "prior", sums[1])]
    [actual] = [row for row in read(text, links, day="1998-08-18") if row["basis"] == "actual"]
    assert actual["change_percent"] == change


def test_of_a_forecast_raised_from_one_figure_to_another_the_second_holds() -> None:
    found = read("Analysts expect more: they raised their forecast of pre-tax profit from £44m to £46m.", day="1996-10-10")
    assert [(row["basis"], row["value"]) for row in found] == [("consensus", 46_000_000)]


def test_the_price_of_shares_is_no_expectation() -> None:
    found = read("Analysts expect a profit of £46m, which puts the shares, 11p higher at 268p, on a low rating.",
                 [("profit", "consensus", "£46m"), ("profit", "consensus", "268p")])
    assert [(row["basis"], row["value"]) for row in found] == [("consensus", 46_000_000)]


def test_what_brokers_expect_this_year_is_of_the_year_that_is_on() -> None:
    found = read("Turnover was £8m for 1988. Brokers are looking for a profit of £11m this year.", [
        ("Turnover", "value", "£8m"), ("Turnover", "period", "1988"), ("profit", "guidance", "£11m"), ("profit", "period", "this year")],
        day="1989-04-12")
    assert {(row["basis"], row["fiscal_year"]) for row in found} == {("actual", 1988), ("consensus", 1989)}


def test_a_change_of_the_lead_is_that_of_the_row_of_a_table_that_bears_it_out() -> None:
    text = ("Revenues rose 9 percent. Net income rose 40 percent.\n\n(in thousands)\nThree months ended March 31  2004      2003\n"
            "Total revenues            $58,312   $53,497\nNet income                 12,406    13,911\n")
    found = read(text, [("Revenues", "change", "9 percent"), ("Net income", "change", "40 percent")], day="2004-04-28")
    assert {(row["metric"], row["basis"]): row["change_percent"] for row in found} == {
        ("revenue", "actual"): 9, ("revenue", "prior"): None, ("net_income", "actual"): None, ("net_income", "prior"): None}


@pytest.mark.parametrize("words", [
    "The result beat the $6 million expected on average by five analysts.", "That is less than the $6 million that analysts had forecast."])
def test_what_others_expected_is_told_behind_the_sum_too(words: str) -> None:
    found = read(f"Net profit was $5 million in 2014. {words}", [("Net profit", "value", "$5 million"), ("Net profit", "period", "2014")])
    assert {row["basis"]: row["value"] for row in found} == {"actual": 5_000_000, "consensus": 6_000_000}


def test_a_change_of_the_lead_is_of_a_figure_whose_earlier_one_has_no_currency() -> None:
    text = ("The bank's fourth-quarter net profit fell 41 percent. It earned 118 million dirhams in the quarter, compared with 200 million "
            "a year earlier.")
    links = [("net profit", "change", "41 percent"), ("earned", "value", "118 million dirhams"), ("earned", "prior", "200 million")]
    found = {values["basis"]: values["change_percent"] for values in read(text, links, day="2009-01-20")}
    assert found == {"actual": -41, "prior": None}


@pytest.mark.parametrize(("sentence", "basis"), [
    ("Three analysts polled by this agency had expected 142 million on average.", "consensus"),
    ("Analysts had forecast 142 million.", "consensus"), ("The plant made 142 million.", None),
    ("Analysts had expected it to sell 142 million tonnes of coal.", None), ("Analysts had expected 9 million.", None)])
def test_an_expectation_without_a_currency_is_of_the_figure_before_it(sentence: str, basis: str | None) -> None:
    found = read(f"The bank earned 118 million dirhams in the quarter. {sentence}", [("earned", "value", "118 million dirhams")])
    assert {values["basis"]: values["currency"] for values in found} == {"actual": "AED"} | ({basis: "AED"} if basis else {})
