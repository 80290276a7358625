"""Tables without the lines between their columns: one cell a line, cells that single spaces set apart; and how their headers are read."""

from decimal import Decimal
from typing import Any

import pytest

from rie.pipeline.layout import layout
from rie.pipeline.tables.barred import barred
from rie.pipeline.tables.units import currency_in, is_unit, scale_in
from tests.pipeline.read_texts import read

STACKED = """Results for the year ended 30 April 2009

£'000
2009
2008

Revenue
41,310
38,205

(Loss)/profit before tax
(1,204)
2,311

Basic (loss)/earnings per share
(3.10)p
6.02p
"""
GLUED = """Key figures (EUR thousand)
1-3/2012 1-3/2011 Change %
Net sales 9,842 8,910 10.5
Operating profit 702 611 14.9
"""


def told(text: str, **where: Any) -> list[tuple[Any, ...]]:
    return [(row["metric"], row["basis"], row["value"]) for row in read(text, **where)]


@pytest.mark.parametrize("text", [STACKED, GLUED, "2012\n2011\n", "Revenue\n5\n4\n", "", "a\n1\n2\nb\n3\n4"])
def test_the_length_of_a_text_is_kept(text: str) -> None:
    assert len(barred(text)) == len(layout(text)) == len(text)


def test_cells_each_on_a_line_are_a_table() -> None:
    found = told(STACKED, day="2009-07-02")
    assert found == [("revenue", "actual", 41_310_000), ("revenue", "prior", 38_205_000), ("pretax_income", "actual", -1_204_000),
                     ("pretax_income", "prior", 2_311_000), ("eps", "actual", Decimal("-0.031")), ("eps", "prior", Decimal("0.0602"))]


def test_years_alone_stand_for_the_period_that_the_announcement_tells() -> None:
    rows = read(STACKED, day="2009-07-02")
    assert {(row["basis"], str(row["period_end"]), row["fiscal_year"]) for row in rows} == {
        ("actual", "2009-04-30", 2009), ("prior", "2008-04-30", 2008)}


def test_cells_that_single_spaces_set_apart_are_a_table() -> None:
    rows = read(GLUED, day="2012-05-03")
    assert [(row["basis"], row["value"], row["change_percent"]) for row in rows] == [
        ("actual", 9_842_000, Decimal("10.5")), ("prior", 8_910_000, None), ("actual", 702_000, Decimal("14.9")), ("prior", 611_000, None)]


def test_figures_that_can_be_cut_in_two_ways_stay_as_they_are() -> None:
    text = "NOK million\n2008 2007\nRevenues 4 211 3 794\nEBITDA 98 91\nProfit 12 10\n"
    assert "4 211 3 794" in layout(text)


@pytest.mark.parametrize("header", ["Sum\nOther", "2012\n2011\n2010"])
def test_stacked_figures_without_a_header_that_fits_tell_nothing(header: str) -> None:
    assert told(f"SEK million\n{header}\nNet sales\n1,214\n1,105\nOperating profit\n142\n121\n", day="2013-02-01") == []


def test_numbers_grouped_by_spaces_are_one() -> None:
    found = told("Rm | 2013 | 2012\nRevenue | 4 211 | 3 794\nOperating profit | 512 | 470\n")
    assert found[:2] == [("revenue", "actual", 4_211_000_000), ("revenue", "prior", 3_794_000_000)]


def test_quarters_told_beside_others_are_dated_by_the_announcement() -> None:
    text = ("Gulf Lamps announces its results for the period ending on 2014-06-30 (six months)\nAll figures in SAR million\n"
            "Element | Current quarter | Similar quarter of previous year | % Change | Previous quarter | % Change\n"
            "Net profit | 84.2 | 76.1 | 10.6 | 91.0 | (7.5)\n")
    rows = {row["basis"]: (row["value"], str(row["period_end"]), row["change_percent"]) for row in read(text, day="2014-07-22")}
    assert rows["actual"] == (84_200_000, "2014-06-30", Decimal("10.6"))
    assert rows["prior"] == (76_100_000, "2013-06-30", None)


def test_months_so_far_are_as_many_as_the_quarters_told() -> None:
    over = "Current quarter 30.06.2017 RM'000 | Preceding year corresponding quarter 30.06.2016 RM'000"
    so_far = "Current year to date 30.06.2017 RM'000 | Preceding year corresponding period 30.06.2016 RM'000"
    text = f"Results for the second quarter ended 30 June 2017\n | {over} | {so_far}\nRevenue | 52,114 | 48,020 | 101,233 | 95,418\n"
    rows = [(row["basis"], row["value"], str(row["period_start"]), row["currency"]) for row in read(text, day="2017-08-24")]
    assert rows == [("actual", 101_233_000, "2017-01-01", "MYR"), ("prior", 95_418_000, "2016-01-01", "MYR"),
                    ("actual", 52_114_000, "2017-04-01", "MYR"), ("prior", 48_020_000, "2016-04-01", "MYR")]


def test_a_row_that_lacks_its_change_ends_before_it() -> None:
    found = told("$m | 2014 | 2013 | Change %\nRevenue | 214 | 198 | 8.1\nBasic EPS (cents) | 8.2 | 9.3\n")
    assert found[2:] == [("eps", "actual", Decimal("0.082")), ("eps", "prior", Decimal("0.093"))]


def test_ordinary_profit_is_no_net_profit() -> None:
    found = told("Million yen | 2018 | 2017\nOperating profit | 3,102 | 3,420\nOrdinary profit | 3,077 | 3,399\n")
    assert [metric for metric, _, _ in found] == ["operating_income", "operating_income"]


def test_a_bar_within_a_name_makes_no_table() -> None:
    assert told("Sales of Hooli|Nucleus were $5 million.", links=[("Sales", "value", "$5 million")])
    assert not told("Sales|2009|$5 million", links=[("Sales", "value", "$5 million")])


def test_a_sum_without_its_scale_is_left_out() -> None:
    table = "SEK million | 2013 | 2012\nEBITDA | 12 | 10\n"
    found = told(f"Net sales were SEK 6,214 in the year.\n{table}", links=[("sales", "value", "SEK 6,214")])
    assert {metric for metric, _, _ in found} == {"ebitda"}


@pytest.mark.parametrize(("text", "scale"), [
    ("RM'000", 1_000), ("Rs Cr", 10_000_000), ("Rs. in '000", 1_000), ("T€", 1_000), ("in mio. EUR", 1_000_000),
    ("Million Baht", 1_000_000), ("(Rm)", 1_000_000), ("Turnover £m | 412 | 3", 1_000_000),
    ("RM | RM", None), ("Sales rose to MSEK 1,214", None),
    ("in Cr. Singh", None)])
def test_units_of_other_countries(text: str, scale: int | None) -> None:
    assert scale_in(text) == scale


@pytest.mark.parametrize(("line", "code"), [
    ("MSEK | Q3", "SEK"), ("(Rs in crore)", "INR"), ("Millions of yen", "JPY"), ("DKKm", "DKK"), ("Rm", "ZAR")])
def test_captions_name_currencies(line: str, code: str) -> None:
    assert currency_in(line) == code


def test_lines_of_units() -> None:
    assert all(map(is_unit, ["£'000 £'000", "SEK million", "(US$ in millions)"]))
    assert not any(map(is_unit, ["Revenue £m", "Net sales, SEK million"]))
