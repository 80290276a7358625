"""Periods of lists in wire copy, as their titles count them and their lines and notes close them."""

from datetime import date
from typing import Any

import pytest

from tests.pipeline.read_texts import read

LINKS = [("Shr", "value", "31 cts"), ("Shr", "prior", "24 cts")]
LATER = [("Net", "value", "8,214,000"), ("Net", "prior", "6,903,000")]
SHR = "Shr 31 cts vs 24 cts"
Period = tuple[int | None, int | None, date | None, date | None]


def periods(title: str, text: str, day: str, links: list[tuple[str, str, str]] | None = None) -> list[Period]:
    found = read(text, LINKS if links is None else links, title=title, names={"HOOLI INC": "COMPANY"}, day=day)
    return [(row["fiscal_year"], row["fiscal_quarter"], row["period_start"], row["period_end"]) for row in found]


@pytest.mark.parametrize("line", ["Period ended April 30", "Ended April 30.", "April 30 end", "Qtr ends April 30"])
def test_a_line_closes_the_quarter_of_the_title(line: str) -> None:
    assert periods("HOOLI INC <HOO> 3RD QTR NET", f"{line}\n    {SHR}", "1991-06-11") == [
        (1991, 3, date(1991, 2, 1), date(1991, 4, 30)), (1990, 3, date(1990, 2, 1), date(1990, 4, 30))]


def test_a_note_closes_the_quarter_of_the_title() -> None:
    text = f"{SHR}\n    Avg shrs 4,102,000 vs 4,099,000\n    NOTE: Periods end January 31, 1990 and 1989, respectively."
    assert periods("HOOLI INC <HOO> 2ND QTR NET", text, "1990-03-05")[0] == (1990, 2, date(1989, 11, 1), date(1990, 1, 31))


@pytest.mark.parametrize(("length", "start", "year"), [("YEAR", date(1989, 3, 1), 1990), ("SIX MTHS", date(1989, 9, 1), None),
                                                      ("NINE MTHS", date(1989, 6, 1), None)])
def test_a_line_closes_the_months_of_the_title(length: str, start: date, year: int | None) -> None:
    text = f"Period ended February 28\n    {SHR}"
    assert periods(f"HOOLI INC <HOO> {length} NET", text, "1990-04-11")[0] == (year, None, start, date(1990, 2, 28))


def test_the_year_ends_with_the_last_quarter_that_a_line_closes() -> None:
    text = f"Ended Feb 28\n    {SHR}\n    Year\n    Net 8,214,000 vs 6,903,000"
    assert periods("HOOLI INC <HOO> 4TH QTR NET", text, "1990-04-11", [*LINKS, *LATER])[2:] == [
        (1990, None, date(1989, 3, 1), date(1990, 2, 28)), (1989, None, date(1988, 3, 1), date(1989, 2, 28))]


@pytest.mark.parametrize(("quarter", "day", "year"), [
    ("1ST", "1990-03-02", 1990), ("2ND", "1990-03-02", 1990), ("3RD", "1990-04-24", 1990), ("4TH", "1990-06-19", 1990),
    ("3RD", "1990-03-28", None), ("2ND", "1990-08-02", 1990), ("4TH", "1990-02-22", 1989)])
def test_a_quarter_that_the_title_counts_is_of_the_year_that_it_can_be_of(quarter: str, day: str, year: int | None) -> None:
    assert periods(f"HOOLI INC <HOO> {quarter} QTR NET", SHR, day)[0][:2] == (year, int(quarter[0]))


def test_a_title_over_prose_counts_as_the_calendar_does() -> None:
    text = "Hooli Inc said it expects a gain. It had earned 31 cts a share, up from 24 cts, it said."
    links = [("earned", "value", "31 cts"), ("earned", "prior", "24 cts")]
    found = periods("HOOLI INC <HOO> SEES HIGHER 1ST QTR NET", text, "1990-03-02", links)
    assert all(row[0] != 1990 for row in found)


def test_a_quarter_that_ends_on_a_day_leaves_no_dates_of_the_calendar() -> None:
    text = f"{SHR}\n    Six mths\n    Net 8,214,000 vs 6,903,000\n    NOTE: 1990 2nd qtr net includes 279,000 dlrs for tax credits."
    assert periods("HOOLI INC <HOO> 2ND QTR SEPTEMBER 29", text, "1990-10-22", [*LINKS, *LATER]) == [
        (1990, 2, None, date(1990, 9, 29)), (1989, 2, None, None), (None, None, None, date(1990, 9, 29)), (None, None, None, None)]


@pytest.mark.parametrize(("title", "end"), [("4TH QTR FEB TWO NET", date(1991, 2, 2)), ("YEAR ENDED JAN FIVE 1991", date(1991, 1, 5)),
                                            ("3RD QTR MARCH TWO", date(1991, 3, 2))])
def test_days_below_ten_are_spelled(title: str, end: date) -> None:
    assert periods(f"HOOLI INC <HOO> {title}", SHR, "1991-04-01")[0][3] == end


@pytest.mark.parametrize(("note", "end"), [
    ("NOTE: Year-ago period ended Feb 2, 1990", date(1990, 2, 2)), ("NOTE: 1990 period ended February 3, 1990.", date(1990, 2, 3)),
    ("NOTE: Company bought a baker. Qtr prior ended Jan 20, 1990 and was longer.", date(1990, 1, 20)),
    ("NOTE: 13 vs 14-week periods.", None), ("NOTE: Company changed its fiscal year end from Aug 31 to Jan 31.", None)])
def test_a_note_says_when_the_earlier_period_ended(note: str, end: date | None) -> None:
    found = periods("HOOLI INC <HOO> 1ST QTR JAN 31 NET", f"{SHR}\n    {note}", "1991-03-18")
    assert found[1] == (1990, 1, None, end)
    assert found[0][3] == date(1991, 1, 31)


def test_weeks_that_differ_tell_no_first_day() -> None:
    found = periods("HOOLI INC <HOO> 4TH QTR FEB 28 NET", f"{SHR}\n    Note: 4th qtr 1990 had 17 weeks vs 16 weeks in 1989.", "1991-03-31")
    assert found == [(1991, 4, None, date(1991, 2, 28)), (1990, 4, None, None)]


def test_a_line_without_figures_is_no_heading() -> None:
    text = f"{SHR}\n    Year\n    Shr not given\n    Net 8,214,000 vs 6,903,000"
    assert periods("HOOLI INC <HOO> 4TH QTR DEC 31", text, "1991-02-18", [*LINKS, *LATER])[2][:2] == (1990, None)


def test_a_heading_below_a_dividend_stands_alone() -> None:
    text = f"{SHR}\n    Qtly div three cts vs three cts prior\n    Year\n    Net 8,214,000 vs 6,903,000"
    assert periods("HOOLI INC <HOO> 4TH QTR DEC 31", text, "1991-02-18", [*LINKS, *LATER])[2][:2] == (1990, None)


def test_twelve_months_under_an_interim_title_end_with_it() -> None:
    text = f"{SHR}\n    12 mths\n    Net 8,214,000 vs 6,903,000"
    assert periods("HOOLI INC <HOO> TWO MTHS FEB 28 NET", text, "1991-03-26", [*LINKS, *LATER])[2:] == [
        (None, None, date(1990, 3, 1), date(1991, 2, 28)), (None, None, date(1989, 3, 1), date(1990, 2, 28))]


def told(title: str, text: str) -> list[Any]:
    return read(text, LINKS, title=title, names={"HOOLI INC": "COMPANY"}, day="1991-03-26")


@pytest.mark.parametrize(("title", "text"), [("RAISES DIVIDEND", f"{SHR}\n    Pay April 15\n    Record March 31"),
                                             ("MARCH 31 ASSETS", f"{SHR}\n    Assets 46.9 mln vs 41.2 mln")])
def test_a_dividend_and_what_a_fund_is_worth_are_no_results(title: str, text: str) -> None:
    assert told(f"HOOLI INC <HOO> {title}", text) == []


def test_results_beside_a_dividend_are() -> None:
    text = f"{SHR}\n    Net 5,201,000 vs 4,408,000\n    Pay April 15\n    Record March 31"
    assert len(told("HOOLI INC <HOO> 1ST QTR NET", text)) >= 2
