"""Figures that are expected: lists under a lead-in, the quarter that is only called one, what is compared with them."""

from decimal import Decimal
from typing import Any

import pytest

from tests.pipeline.read_texts import read

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
