"""Figures that are expected: lists under a lead-in, the quarter that is only called one, what is compared with them."""

from decimal import Decimal
from typing import Any

import pytest

from tests.pipeline.read_texts import read, reports

WARNING = ("Hooli said it will lose money in the first quarter. It expects a loss of $2 million for the quarter, on revenue of "
           "$38 million. Revenue in the first quarter of 2000 was $52 million. Analysts had been looking for revenue of $58 million.")
LINKS = [("loss", "guidance", "$2 million"), ("loss", "period", "quarter"), ("revenue", "guidance", "$38 million"),
         ("revenue", "period", "quarter"), ("Revenue", "value", "$52 million"), ("Revenue", "period", "first quarter of 2000")]


@pytest.mark.parametrize("lead", ["Hooli expects:", "For the year, Hooli now anticipates the following:", "Outlook"])
@pytest.mark.parametrize("role", ["value", "guidance"])
def test_bullets_under_a_lead_in_are_expected(lead: str, role: str) -> None:
    text = f"Hooli had a good spring.\n\n{lead}\n- EBITDA of $3 million in 2017\n- Revenue of $191 million to $193 million in 2017\n"
    found = read(text, [("Revenue", role, "$191 million to $193 million"), ("EBITDA", role, "$3 million")], day="2016-08-02")
    assert [values["basis"] for values in found] == ["guidance_low", "guidance_high"] * 2


@pytest.mark.parametrize("lead", ["Hooli expects more of this. Its results:", "Highlights:", "We did what everybody expects of us."])
def test_bullets_under_other_lines_are_reported(lead: str) -> None:
    text = f"Hooli had a good spring.\n\n{lead}\n- Revenue of $191 million\n"
    found = read(text, [("Revenue", "value", "$191 million")], day="2016-08-02")
    assert [values["basis"] for values in found] == ["actual"]


def test_labelled_lines_under_a_heading_are_all_expected() -> None:
    prose = "Although the storm halted a plant for nineteen days, demand for bearings in China made up for all of that and for much more."
    text = (f"Summary\n{prose}\n\n1. Results for the fiscal year ended March 31, 2011\nNet sales: 84,215 million yen\n"
            "\n3. Forecast for the fiscal year ending March 31, 2012\nNet sales: 87,000 million yen\nOperating income: 5,400 million yen\n")
    links = [("Operating income", "guidance", "5,400 million yen"), ("sales", "value", "84,215 million yen"),
             ("Operating income", "period", "fiscal year ending March 31, 2012")]
    found = {(values["metric"], values["basis"].partition("_")[0], values["fiscal_year"]) for values in read(text, links, day="2011-05-12")}
    assert found == {("revenue", "actual", 2011), ("revenue", "guidance", 2012), ("operating_income", "guidance", 2012)}


def periods(text: str, links: list[tuple[str, str, str]]) -> dict[tuple[str, Any], tuple[str, Any, Any]]:
    return {(values["metric"], values["value"]): (values["basis"], values["fiscal_year"], values["fiscal_quarter"])
            for values in read(text, links, day="2001-03-14") if values["basis"] != "guidance_high"}


def test_the_quarter_is_the_one_just_named() -> None:
    found = periods(WARNING, LINKS)
    assert found["net_income", -2_000_000] == ("guidance_low", 2001, 1)
    assert found["revenue", 38_000_000] == ("guidance_low", 2001, 1)


def test_the_quarter_a_year_before_one_that_is_expected_is_the_earlier_figure() -> None:
    assert periods(WARNING, LINKS)["revenue", 52_000_000] == ("prior", 2000, 1)
    short = "It expects revenue of $38 million in the first quarter of 2001. Revenue was $52 million in the first quarter of 2000."
    links = [("revenue", "guidance", "$38 million"), ("revenue", "period", "first quarter of 2001"), ("Revenue", "value", "$52 million"),
             ("Revenue", "period", "first quarter of 2000")]
    reported = {values["value"]: values["basis"] for values in read(short, links, day="2000-05-02")}
    assert reported[Decimal(52_000_000)] == "actual"  # it was news then


def test_what_others_expected_is_of_the_quarter_that_is_expected() -> None:
    assert periods(WARNING, LINKS)["revenue", 58_000_000] == ("consensus", 2001, 1)


@pytest.mark.parametrize("words", ["cut its revenue outlook to $155 million from {}", "now sees revenue of $155 million, previously {}"])
def test_what_was_expected_before_is_no_figure(words: str) -> None:
    text = f"Hooli {words.format('$170 million')}."
    found = read(text, [("revenue", "guidance", "$155 million"), ("revenue", "prior", "$170 million")], day="2011-06-22")
    assert {(values["basis"], values["value"]) for values in found} == {("guidance_low", 155_000_000), ("guidance_high", 155_000_000)}


def test_a_quarter_that_is_over_is_not_the_one_that_is_expected() -> None:
    text = "Hooli lost $4 million in the second quarter of 2010. It expects revenue of $155 million for the quarter."
    links = [("lost", "value", "$4 million"), ("lost", "period", "second quarter of 2010"), ("revenue", "guidance", "$155 million"),
             ("revenue", "period", "quarter")]
    found = {values["value"]: values["fiscal_year"] for values in read(text, links, day="2011-06-22")}
    assert found[Decimal(155_000_000)] != 2010


def test_nine_months_are_no_figure() -> None:
    text = "In the first nine months of 2015 sales rose to EUR 312 million (9M 2014: EUR 297 million)."
    found = read(text, [("sales", "value", "EUR 312 million"), ("sales", "prior", "EUR 297 million")], day="2015-11-05")
    assert [values["value"] for values in found] == [312_000_000, 297_000_000]


@pytest.mark.parametrize("verb", ["foresees", "is counting on", "envisages", "has called for", "reckons on", "is sticking to its view of"])
def test_verbs_of_expectation(verb: str) -> None:
    text = f"For 2011 Hooli {verb} an operating profit of $82 million."
    found = read(text, [("operating profit", "guidance", "$82 million")], day="2011-06-22")
    assert {values["basis"] for values in found} == {"guidance_low", "guidance_high"}


def test_what_stands_behind_others_forecasts_is_reported() -> None:
    text = "Sales were $148 million, below broker forecasts, although the paper mill did its bit with EBITDA of $39 million."
    found = read(text, [("Sales", "value", "$148 million"), ("EBITDA", "value", "$39 million")], day="2011-06-22")
    assert {values["basis"] for values in found} == {"actual"}


def test_what_would_be_spent_is_expected() -> None:
    text = "Hooli said it would hold capital spending this year at $90 million."
    found = [row.values for row in reports(text, [("capital spending", "guidance", "$90 million")], day="2011-06-22", score=0.7)]
    assert {(values["basis"], values["segment"]) for values in found} == {("guidance_low", None), ("guidance_high", None)}


def test_the_same_quarter_is_that_of_the_year_before_the_one_expected() -> None:
    text = "Hooli expects first-quarter revenue of $84 million. In the same quarter of last year Hooli had net sales of $96 million."
    links = [("revenue", "guidance", "$84 million"), ("revenue", "period", "first-quarter"), ("sales", "prior", "$96 million")]
    found = {row.values["value"]: row.values["fiscal_year"] for row in reports(text, links, day="2001-03-14")}
    assert found == {Decimal(84_000_000): 2001, Decimal(96_000_000): 2000}


@pytest.mark.parametrize("words", ["last year's $22 million", "the previous year's $22 million"])
def test_a_figure_of_the_year_before_is_not_what_was_expected(words: str) -> None:
    text = f"EBITDA of $34 million beat the $31 million that analysts had expected and {words}."
    links = [("EBITDA", "value", "$34 million"), ("EBITDA", "consensus", "$31 million"), ("EBITDA", "consensus", "$22 million")]
    found = {int(values["value"]): values["basis"] for values in read(text, links, day="2015-05-12")}
    assert found == {34_000_000: "actual", 31_000_000: "consensus", 22_000_000: "prior"}
