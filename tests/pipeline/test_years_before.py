"""Figures that words make those of the year before, and the days of the periods that a year lies between."""

from datetime import date
from decimal import Decimal

import pytest

from tests.pipeline.read_texts import read


@pytest.mark.parametrize("sentence", [
    "Net profit was $4 million in the same quarter of last year.",
    "Net profit was $4 million in the comparable period of the previous fiscal year.",
    "Net profit was $4 million a year earlier.",
    "Net profit in the prior-year period was $4 million.",
    "Net profit in the same quarter last year had been $4 million.",
    "Net profit came to $4 million in the quarter a year ago.",
    "Orders are fine; net profit was $4 million a year ago."])
def test_a_sentence_of_its_own_tells_the_year_before(sentence: str) -> None:
    text = f"Revenue was $9 million in the quarter ended June 30, 2014. {sentence}"
    metric = "Net profit" if "Net profit" in sentence else "net profit"
    links = [("Revenue", "value", "$9 million"), ("Revenue", "period", "quarter ended June 30, 2014"), (metric, "value", "$4 million")]
    found = {values["value"]: (values["basis"], values["period_end"]) for values in read(text, links, day="2014-08-01")}
    assert found == {9_000_000: ("actual", date(2014, 6, 30)), 4_000_000: ("prior", date(2013, 6, 30))}


@pytest.mark.parametrize("sentence", [
    "Net profit rose to $4 million from a year ago.",
    "Net profit was $4 million in the same period.",
    "Net profit was $4 million against $3 million a year earlier."])
def test_a_figure_that_is_only_compared_stays(sentence: str) -> None:
    text = f"Revenue was $9 million in the quarter ended June 30, 2014. {sentence}"
    links = [("Revenue", "value", "$9 million"), ("Net profit", "value", "$4 million")]
    assert {values["basis"] for values in read(text, links, day="2014-08-01") if values["value"] == 4_000_000} == {"actual"}


def test_both_sums_of_a_year_earlier_are_the_earlier_ones() -> None:
    text = "Hooli earned $6 million, or 30 cents a share, in the quarter. It had earned $5 million, or 25 cents a share, a year earlier."
    links = [("earned", "value", "$6 million")]
    links += [("profit", "value", "$5 million"), ("profit", "value", "25 cents")]
    found = read(text.replace("had earned", "made a profit of"), links)
    assert {values["value"]: values["basis"] for values in found} == {6_000_000: "actual", Decimal("0.3"): "actual", 5_000_000: "prior",
                                                                      Decimal("0.25"): "prior"}


def test_a_quarter_a_year_earlier_is_that_of_the_year_before() -> None:
    text = "Net income was $70 million in the quarter ended March 31, 2009, against $66 million in the first quarter a year earlier."
    links = [("Net income", "value", "$70 million"), ("Net income", "period", "quarter ended March 31, 2009"),
             ("Net income", "prior", "$66 million"), ("Net income", "period", "first quarter")]
    found = {values["value"]: (values["fiscal_year"], values["fiscal_quarter"]) for values in read(text, links, day="2009-04-20")}
    assert found == {70_000_000: (2009, 1), 66_000_000: (2008, 1)}


def test_a_named_quarter_has_the_days_of_the_one_a_year_later() -> None:
    text = ("Hooli reports on its second quarter of fiscal 2022, ended November 30, 2021. "
            "Revenue was $8 million compared to $7 million in the second quarter of fiscal 2021. EBITDA was $2 million.")
    links = [("Revenue", "value", "$8 million"), ("Revenue", "prior", "$7 million")]
    found = {values["value"]: values["period_end"] for values in read(text, [*links, ("EBITDA", "value", "$2 million")], day="2022-01-05")}
    assert found == {8_000_000: date(2021, 11, 30), 7_000_000: date(2020, 11, 30), 2_000_000: date(2021, 11, 30)}


def test_the_year_of_the_same_quarter_may_be_called_a_fiscal_one() -> None:
    text = ("Hooli reports on its second quarter of fiscal 2022, ended November 30, 2021. "
            "Revenue was $8 million, compared with $7 million in the same quarter of fiscal 2021.")
    links = [("Revenue", "value", "$8 million"), ("Revenue", "prior", "$7 million"), ("Revenue", "period", "fiscal 2021")]
    found = {values["value"]: values["fiscal_year"] for values in read(text, links, day="2022-01-05")}
    assert found == {8_000_000: 2022, 7_000_000: 2021}


def test_another_quarter_near_those_days_tells_that_they_are_not_its() -> None:
    text = ("Revenue was $8 million in its first quarter ended March 31, 1987. The first quarter of last year ended on another day. "
            "Hooli earned $2 million in the three months ended February 28, 1986 and $7 million in the first quarter of 1986.")
    links = [("Revenue", "value", "$8 million"), ("earned", "value", "$7 million"), ("earned", "period", "first quarter of 1986")]
    found = {values["value"]: values["period_end"] for values in read(text, links, day="1987-04-20")}
    assert found[Decimal(7_000_000)] != date(1986, 2, 28)


def test_a_first_half_without_a_date_is_the_one_after_that_it_is_compared_with() -> None:
    text = "EBITDA was $9 million for the first half. Revenue had been $80 million in the first six months of 2015."
    links = [("EBITDA", "value", "$9 million"), ("EBITDA", "period", "first half"), ("Revenue", "value", "$80 million"),
             ("Revenue", "period", "first six months of 2015")]
    found = read(text, links, day="2016-08-05")
    assert {values["value"]: values["period_end"] for values in found} == {9_000_000: date(2016, 6, 30), 80_000_000: date(2015, 6, 30)}


def test_weeks_behind_an_earlier_figure_are_its_own() -> None:
    text = ("Net profit for the 53 weeks to 3 February, 2007 was $22 million, "
            "compared with $20 million for the 52 weeks to January 28, 2006.")
    links = [("Net profit", "value", "$22 million"), ("Net profit", "prior", "$20 million"),
             ("Net profit", "period", "53 weeks to 3 February, 2007")]
    found = {values["value"]: (values["fiscal_year"], values["period_end"]) for values in read(text, links, day="2007-03-29")}
    assert found == {22_000_000: (2007, date(2007, 2, 3)), 20_000_000: (2006, date(2006, 1, 28))}


@pytest.mark.parametrize(("words", "told"), [
    ("in the current year", (1993, date(1993, 3, 31))), ("this financial year", (1993, date(1993, 3, 31))),
    ("in the year to March", (1993, date(1993, 3, 31))), ("in the year to March 1993", (1993, date(1993, 3, 31))),
    ("next year", (None, None))])
def test_what_is_expected_is_of_no_year_that_is_over(words: str, told: tuple[int | None, date | None]) -> None:
    text = f"Pre-tax profit for the year to March 31 was $14 million. It expects a profit of $20 million {words}."
    period = words.removeprefix("in the ").removeprefix("this ") if "to March" in words else words.removeprefix("in the ")
    links = [("Pre-tax profit", "value", "$14 million"), ("Pre-tax profit", "period", "year to March 31"),
             ("profit", "guidance", "$20 million"), ("profit", "period", period)]
    found = [values for values in read(text, links, day="1992-06-02") if values["value"] == 20_000_000]
    assert {(values["fiscal_year"], values["period_end"]) for values in found} == {told}


def test_next_year_is_that_of_the_calendar_where_the_text_dates_no_year() -> None:
    links = [("profit", "guidance", "$20 million"), ("profit", "period", "next year")]
    found = read("Hooli expects a profit of $20 million next year.", links, day="1994-12-05")
    assert {values["fiscal_year"] for values in found} == {1995}


def test_a_fourth_quarter_ends_with_the_year_that_the_text_dates() -> None:
    text = "Revenue for the fiscal year ended June 30, 2018 was $80 million. Fourth quarter EBITDA was $3 million."
    links = [("Revenue", "value", "$80 million"), ("Revenue", "period", "fiscal year ended June 30, 2018"),
             ("EBITDA", "value", "$3 million"), ("EBITDA", "period", "Fourth quarter")]
    [found] = [values for values in read(text, links, day="2018-08-21") if values["metric"] == "ebitda"]
    assert (found["fiscal_year"], found["fiscal_quarter"], found["period_end"]) == (2018, 4, date(2018, 6, 30))


@pytest.mark.parametrize(("half", "told"), [("H1 FY25", None), ("H1 FY24", date(2024, 6, 30))])
def test_the_half_of_a_companys_own_year_is_none_of_the_calendar_when_that_is_not_over(half: str, told: date | None) -> None:
    links = [("EBITDA", "value", "$9 million"), ("EBITDA", "period", half)]
    [found] = read(f"EBITDA for {half} was $9 million.", links, day="2024-10-29")
    assert found["period_end"] == told
