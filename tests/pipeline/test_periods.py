"""Which period a figure is of, where its own sentence does not say or says two."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from rie.values import Period
from tests.pipeline.read_texts import read


def by_value(text: str, links: list[tuple[str, str, str]], **told: Any) -> dict[Decimal, dict[str, Any]]:
    return {values["value"]: values for values in read(text, links, **told)}


def test_an_earlier_period_behind_an_earlier_figure_is_not_carried_on() -> None:
    text = ("In the second quarter of 2014 the backlog was $3 million. "
            "Revenue was $9 million compared to $8 million in the second quarter of 2013. EBITDA was $1 million.")
    links = [("backlog", "value", "$3 million"), ("backlog", "period", "second quarter of 2014"), ("Revenue", "value", "$9 million"),
             ("Revenue", "prior", "$8 million"), ("Revenue", "period", "second quarter of 2013"), ("EBITDA", "value", "$1 million")]
    found = by_value(text, links)
    assert {value: (row["fiscal_year"], row["fiscal_quarter"]) for value, row in found.items()} == {
        3_000_000: (2014, 2), 9_000_000: (2014, 2), 8_000_000: (2013, 2), 1_000_000: (2014, 2)}


def test_the_same_metric_of_the_year_before_is_the_earlier_figure() -> None:
    text = ("Net income was $4 million in the three months ended March 31, 2012. "
            "It had earned $7 million, or 9 cents a share, in the first quarter of 2011.")
    links = [("Net income", "value", "$4 million"), ("Net income", "period", "three months ended March 31, 2012"),
             ("earned", "value", "$7 million"), ("earned", "value", "9 cents"), ("earned", "period", "first quarter of 2011")]
    found = by_value(text, links)
    assert {value: (row["basis"], row["fiscal_year"], row["fiscal_quarter"]) for value, row in found.items()} == {
        4_000_000: ("actual", 2012, 1), 7_000_000: ("prior", 2011, 1), Decimal("0.09"): ("prior", 2011, 1)}


def test_the_heading_of_a_section_dates_its_figures() -> None:
    text = ("Discussion of results\n\nSix Months Ended June 30, 2015 Compared to Six Months Ended June 30, 2014\n\n"
            "The following should be read with care.\n\nGross profit was $5 million compared to $4 million in the prior year period.")
    links = [("Gross profit", "value", "$5 million"), ("Gross profit", "prior", "$4 million")]
    found = by_value(text, links, day="2015-08-10")
    assert {value: str(row["period_end"]) for value, row in found.items()} == {
        5_000_000: "2015-06-30", 4_000_000: "2014-06-30"}


@pytest.mark.parametrize("lead", ["The baker has cut its outlook for 2016.", "The baker stands by its forecast for the full year 2016."])
def test_an_expected_figure_is_of_the_period_of_the_outlook_before_it(lead: str) -> None:
    links = [("sales", "guidance", "$5 million"), ("EBITDA", "guidance", "$1 million")]
    found = read(f"{lead} It now expects sales of $5 million. Wheat has become dear. EBITDA is expected to reach $1 million.", links)
    assert {(row["basis"], row["fiscal_year"]) for row in found} == {("guidance_low", 2016), ("guidance_high", 2016)}


def test_a_period_is_a_year_before_another_of_its_length() -> None:
    quarter, year = Period.unit("quarter", 2011, 2), Period.unit("year", 2011)
    assert quarter.is_year_before(Period.unit("quarter", 2012, 2))
    assert not quarter.is_year_before(Period.unit("quarter", 2012, 3))
    assert not year.is_year_before(Period.unit("quarter", 2012, 4))


def test_quarters_are_counted_as_the_opening_counts_them() -> None:
    text = ("Net profit was Rs 9 crore in the first quarter of FY20.\n\nRevenue was Rs 70 crore in Q1. "
            "Sales were Rs 60 crore in the March quarter.")
    links = [("Net profit", "value", "Rs 9 crore"), ("Net profit", "period", "first quarter of FY20"), ("Revenue", "value", "Rs 70 crore"),
             ("Revenue", "period", "Q1"), ("Sales", "value", "Rs 60 crore"), ("Sales", "period", "March quarter")]
    found = by_value(text, links, day="2019-08-09")
    assert {value: (row["fiscal_year"], row["fiscal_quarter"]) for value, row in found.items()} == {
        90_000_000: (2020, 1), 700_000_000: (2020, 1), 600_000_000: (2019, 4)}


def test_a_fiscal_quarter_that_is_only_expected_counts_nothing() -> None:
    text = "The shop expects sales of $5 million in the second quarter of fiscal 2020. Revenue was $4 million in Q1."
    links = [("sales", "guidance", "$5 million"), ("sales", "period", "second quarter of fiscal 2020"), ("Revenue", "value", "$4 million"),
             ("Revenue", "period", "Q1")]
    assert by_value(text, links, day="2019-05-02")[Decimal(4_000_000)]["fiscal_year"] == 2019


@pytest.mark.parametrize(("ended", "year", "quarter"), [("July 2", 2006, 2), ("July 30", 2006, 2), ("March 30", None, None)])
def test_the_latest_quarter_has_the_name_that_the_opening_gives_it(ended: str, year: int | None, quarter: int | None) -> None:
    text = f"Sugar spoiled the baker's second-quarter profit. It earned $5 million in the three months ended {ended}."
    links = [("earned", "value", "$5 million"), ("earned", "period", f"three months ended {ended}")]
    found = by_value(text, links, day="2006-09-01")[Decimal(5_000_000)]
    assert (found["fiscal_year"], found["fiscal_quarter"]) == (year, quarter)


def test_a_quarter_that_the_opening_counts_and_the_days_of_the_latest_one_are_one_period() -> None:
    text = ("Hooli said its third-quarter profit shrank.\n\nIt earned $5 million in the 13 weeks ended Oct. 29, against $6 million in the "
            "year-earlier period. Revenue was $40 million.\n\nFor the first nine months EBITDA was $9 million. "
            "It expects to earn $14 million for the year.")
    links = [("earned", "value", "$5 million"), ("earned", "prior", "$6 million"), ("earned", "period", "13 weeks ended Oct. 29"),
             ("Revenue", "value", "$40 million"), ("EBITDA", "value", "$9 million"), ("EBITDA", "period", "first nine months"),
             ("earn", "guidance", "$14 million"), ("earn", "period", "year")]
    found = read(text, links, day="1994-11-17")
    assert {row["value"]: (row["fiscal_year"], row["fiscal_quarter"], str(row["period_end"])) for row in found} == {
        5_000_000: (1994, 3, "1994-10-29"), 6_000_000: (1993, 3, "None"), 40_000_000: (1994, 3, "1994-10-29"),
        9_000_000: (None, None, "1994-10-29"), 14_000_000: (1994, None, "None")}


@pytest.mark.parametrize(("told", "day", "expected"), [
    ("Q4 profit of Rs 5 crore for the quarter ended March 31, 2016", "2016-05-13", (2016, 4)),
    ("Q1 profit of Rs 5 crore for the quarter ended June 30, 2016", "2016-08-12", (2017, 1)),
    ("first-quarter profit of 5 billion yen for the quarter ended June 30, 2016", "2016-08-12", (None, 1)),
    ("second-quarter profit of $5 million for the quarter ended Dec. 31, 2016", "2017-02-02", (2017, 2))])
def test_a_quarter_of_the_calendar_is_called_as_the_opening_counts_it(told: str, day: str, expected: tuple[int, int]) -> None:
    words = ["Rs 5 crore" if "Rs" in told else "5 billion yen" if "yen" in told else "$5 million", told.partition(" for the ")[2]]
    links = [("profit", "value", words[0]), ("profit", "period", words[1])]
    assert [(row["fiscal_year"], row["fiscal_quarter"]) for row in read(f"Hooli had a {told}.", links, day=day)] == [expected]


@pytest.mark.parametrize(("quarter", "day", "year"), [
    ("fiscal third quarter", "2017-07-28", 2017), ("fiscal first quarter", "2017-11-02", 2018),
    ("fiscal fourth quarter", "2018-03-08", 2017)])
def test_a_fiscal_quarter_without_a_year_is_the_one_just_over(quarter: str, day: str, year: int) -> None:
    text = f"In its {quarter} Hooli had revenue of $5 million."
    links = [("revenue", "value", "$5 million"), ("revenue", "period", quarter.removeprefix("fiscal "))]
    assert [row["fiscal_year"] for row in read(text, links, day=day)] == [year]


def test_a_named_quarter_has_the_day_on_which_it_is_said_to_have_ended() -> None:
    text = "Revenue was $5 million in the first quarter of fiscal 2019, which ended on June 28, 2018. EBITDA was $1 million."
    links = [("Revenue", "value", "$5 million"), ("Revenue", "period", "first quarter of fiscal 2019, which ended on June 28, 2018"),
             ("EBITDA", "value", "$1 million")]
    assert {(row["fiscal_year"], str(row["period_end"])) for row in read(text, links, day="2018-08-02")} == {(2019, "2018-06-28")}


def test_two_quarters_of_the_opening_give_no_name() -> None:
    text = ("After a poor first quarter the baker had a better second quarter. It earned $5 million in the 13 weeks ended July 30.")
    links = [("earned", "value", "$5 million"), ("earned", "period", "13 weeks ended July 30")]
    assert read(text, links, day="2006-09-01")[0]["fiscal_year"] is None


@pytest.mark.parametrize(("told", "period", "day", "end"), [
    ("in the April-September half", "April-September", "1996-11-14", date(1996, 9, 30)),
    ("in the December half", "December half", "1990-03-08", date(1989, 12, 31)),
    ("for the half year ended 30 June", "half year ended 30 June", "2014-08-20", date(2014, 6, 30)),
    ("in the six-month period to September 30", "six-month period to September 30", "2014-11-20", date(2014, 9, 30)),
    ("in the first nine months of the year", "first nine months of the year", "2014-11-20", date(2014, 9, 30)),
    ("in the first half of last year", "first half of last year", "2014-11-20", date(2013, 6, 30)),
    ("in the first half of the year", "first half", "2014-02-20", None)])
def test_a_half_or_nine_months_end_where_the_text_says(told: str, period: str, day: str, end: date | None) -> None:
    text = f"The baker earned $5 million {told}. Revenue was $40 million."
    links = [("earned", "value", "$5 million"), ("earned", "period", period), ("Revenue", "value", "$40 million")]
    assert {(row["fiscal_year"], row["fiscal_quarter"], row["period_end"]) for row in read(text, links, day=day)} == {(None, None, end)}


@pytest.mark.parametrize("told", [
    "EBITDA had been $4 million in the same period of 2013.", "In the same period of 2013 EBITDA was $4 million.",
    "EBITDA of $4 million was earned in the corresponding 2013 period.", "EBITDA stood at $4 million in the year-earlier period."])
def test_the_same_period_of_a_year_is_the_one_just_told_of_a_year_before(told: str) -> None:
    text = f"Revenue was $5 million in the six months to September 30. {told}"
    links = [("Revenue", "value", "$5 million"), ("Revenue", "period", "six months to September 30"), ("EBITDA", "value", "$4 million")]
    links += [("EBITDA", "period", "2013")] if "2013" in told else []
    found = by_value(text, links, day="2014-11-20")
    assert {value: (row["basis"], row["fiscal_year"], str(row["period_end"])) for value, row in found.items()} == {
        5_000_000: ("actual", None, "2014-09-30"), 4_000_000: ("prior", None, "2013-09-30")}


def test_the_previous_year_is_the_one_before_the_year_just_named() -> None:
    text = "The baker forecasts sales of $6 million for the year to June 1998. Revenue in the previous year was $4 million."
    links = [("sales", "guidance", "$6 million"), ("sales", "period", "year to June 1998"), ("Revenue", "value", "$4 million"),
             ("Revenue", "period", "previous year")]
    found = by_value(text, links, day="1998-04-22")[Decimal(4_000_000)]
    assert (found["basis"], found["fiscal_year"], str(found["period_end"])) == ("actual", 1997, "1997-06-30")


def test_through_a_month_is_the_part_of_the_year_that_the_text_speaks_of() -> None:
    text = "The baker earned $5 million in the first nine months of the year. Sales came to $40 million through September."
    links = [("earned", "value", "$5 million"), ("earned", "period", "first nine months of the year"), ("Sales", "value", "$40 million"),
             ("Sales", "period", "September")]
    assert {row["period_end"] for row in read(text, links, day="2014-11-20")} == {date(2014, 9, 30)}


def test_a_named_period_has_the_days_that_the_text_gives_it_elsewhere() -> None:
    text = ("First-quarter sales were $5 million. Net income was $1 million in the quarter ended March 31. "
            "First-half costs rose. Interim EBITDA was $2 million for the half-year.\n\nSix months to 30 June 2012")
    links = [("sales", "value", "$5 million"), ("sales", "period", "First-quarter"), ("Net income", "value", "$1 million"),
             ("Net income", "period", "quarter ended March 31"), ("EBITDA", "value", "$2 million"), ("EBITDA", "period", "half-year")]
    found = by_value(text, links, day="2012-08-01")
    assert {value: str(row["period_end"]) for value, row in found.items()} == {
        5_000_000: "2012-03-31", 1_000_000: "2012-03-31", 2_000_000: "2012-06-30"}


def test_a_quarter_that_is_just_over_can_still_be_expected() -> None:
    text = "It expects to report fourth quarter revenue of $5 million."
    found = read(text, [("revenue", "guidance", "$5 million"), ("revenue", "period", "fourth quarter")], day="2003-01-14")
    assert {(row["fiscal_year"], row["fiscal_quarter"]) for row in found} == {(2002, 4)}


def test_what_others_expected_of_the_quarter_to_come_is_of_that_quarter() -> None:
    text = "The baker expects revenue of $5 million in the fourth quarter. Analysts had expected 31 cents."
    links = [("revenue", "guidance", "$5 million"), ("revenue", "period", "fourth quarter"), ("expected", "consensus", "31 cents")]
    found = by_value(text, links, day="2010-11-04")[Decimal("0.31")]
    assert (found["basis"], found["fiscal_year"], found["fiscal_quarter"]) == ("consensus", 2010, 4)


@pytest.mark.parametrize(("day", "year"), [("2012-03-01", 2011), ("2013-03-01", None)])
def test_the_year_that_the_opening_tells_of_is_the_one_before_publication(day: str, year: int | None) -> None:
    text = "The ferry carried more cars than ever in 2011. Its owner reported revenue of $5 million."
    assert read(text, [("revenue", "value", "$5 million")], day=day)[0]["fiscal_year"] == year


def test_the_year_in_which_a_company_was_founded_is_no_reported_one() -> None:
    text = "The ferry was founded in 2011. Its owner reported revenue of $5 million."
    assert read(text, [("revenue", "value", "$5 million")], day="2012-03-01")[0]["fiscal_year"] is None


@pytest.mark.parametrize("words", ["lost $5 million last year", "lost $5 million in 2008"])
def test_a_period_right_behind_a_figure_is_of_it(words: str) -> None:
    assert read(f"The baker {words}.", [("lost", "value", "$5 million")], day="2009-03-01")[0]["fiscal_year"] == 2008


def test_the_period_of_an_earlier_figure_dates_no_other() -> None:
    text = ("Results for the first quarter of 2014 follow.\n\n"
            "Net loss was $5 million, compared with a net loss of $6 million in the first quarter of 2013.")
    links = [("Net loss", "value", "$5 million"), ("Net loss", "prior", "$6 million"), ("net loss", "period", "first quarter of 2013")]
    found = by_value(text, links, day="2014-05-02")
    assert found[Decimal(-5_000_000)]["fiscal_year"] == 2014


def test_an_earlier_quarter_that_stands_alone_is_the_one_before() -> None:
    text = "First-quarter net loss was $6 million. In the year-earlier quarter it earned $3 million, or 8 cents a share."
    links = [("net loss", "value", "$6 million"), ("net loss", "period", "First-quarter"), ("earned", "prior", "$3 million"),
             ("earned", "prior", "8 cents")]
    found = by_value(text, links, day="1998-04-20")
    assert {value: (row["fiscal_year"], row["fiscal_quarter"]) for value, row in found.items()} == {
        -6_000_000: (1998, 1), 3_000_000: (1997, 1), Decimal("0.08"): (1997, 1)}


def test_a_period_that_is_not_over_is_not_the_reported_one() -> None:
    text = ("Profit is to double in the year to March 2016, the baker said on opening its shop.\n\n"
            "Its owner is from Leeds.\n\nRevenue was $5 million.")
    [found] = read(text, [("Revenue", "value", "$5 million")], day="2015-05-13")
    assert found["period_end"] is None


def test_a_period_that_opens_the_sentence_is_that_of_its_figures() -> None:
    found = by_value("For 2025, Hooli now sees revenue of $5 million.", [("revenue", "guidance", "$5 million")], day="2025-07-31")
    assert [row["fiscal_year"] for row in found.values()] == [2025]


def test_the_same_quarter_of_last_year_is_a_year_before_the_one_just_spoken_of() -> None:
    text = ("Hooli now expects revenue of $5 million for the quarter ending March 31. "
            "In the same quarter of last year it had sales of $4 million.")
    links = [("revenue", "guidance", "$5 million"), ("revenue", "period", "quarter ending March 31"), ("sales", "prior", "$4 million")]
    found = by_value(text, links, day="2001-03-13")
    assert {value: (row["fiscal_year"], row["fiscal_quarter"]) for value, row in found.items()} == {
        5_000_000: (2001, 1), 4_000_000: (2000, 1)}


@pytest.mark.parametrize(("opener", "accounting"), [("On a GAAP basis, ", "gaap"), ("On an adjusted basis, ", "adjusted"), ("", "unknown")])
def test_the_words_that_open_a_sentence_tell_the_basis(opener: str, accounting: str) -> None:
    text = f"{opener}Hooli of San Francisco in California posted a net loss of $4 million."
    found = by_value(text, [("net loss", "value", "$4 million")])
    assert [row["accounting"] for row in found.values()] == [accounting]


def test_the_quarter_right_behind_an_earlier_figure_is_its_own() -> None:
    text = "Fourth quarter fiscal 2014\n\nRevenue of $9 million, compared with $8 million in the third quarter of fiscal 2014."
    found = by_value(text, [("Revenue", "value", "$9 million"), ("Revenue", "prior", "$8 million")])
    assert {value: (row["fiscal_year"], row["fiscal_quarter"]) for value, row in found.items()} == {
        9_000_000: (2014, 4), 8_000_000: (2014, 3)}


def test_the_last_quarter_ends_with_the_year() -> None:
    text = ("Hooli reports its fourth quarter and fiscal year ended September 27, 2014.\n\n"
            "Revenue in the fourth quarter of fiscal 2014 was $9 million.")
    found = by_value(text, [("Revenue", "value", "$9 million"), ("Revenue", "period", "fourth quarter of fiscal 2014")], day="2014-11-06")
    assert [(row["fiscal_quarter"], row["period_end"]) for row in found.values()] == [(4, date(2014, 9, 27))]


WIRE = "\n".join(f"    {line}" for line in (
    "VANCOUVER, Nov 22", "Shr 61 cts vs loss 12 cts", "Net 22.4 mln vs loss 3.9 mln", "{longer}", "Shr 2.05 dlrs vs 88 cts",
    "Net 75.1 mln vs 32.0 mln"))


@pytest.mark.parametrize(("title", "day", "longer", "quarter", "year"), [
    ("HOOLI INC 4TH QTR OCT 31", "1994-11-22", "Year", (1994, 4, date(1994, 10, 31)), (1994, None, date(1994, 10, 31))),
    ("HOOLI INC 4TH QTR ENDED OCT 31 NET", "1994-11-22", "Year", (1994, 4, date(1994, 10, 31)), (1994, None, date(1994, 10, 31))),
    ("HOOLI INC 2ND QTR OCT 31", "1994-11-22", "Six mths", (1995, 2, date(1994, 10, 31)), (None, None, date(1994, 10, 31))),
    ("HOOLI INC 3RD QTR SEPT 30", "1994-11-22", "Nine mths", (1994, 3, date(1994, 9, 30)), (None, None, date(1994, 9, 30))),
    ("HOOLI INC 4TH QTR NET", "1994-11-22", "Year", (1994, 4, None), (1994, None, None)),
    ("HOOLI INC 4TH QTR NET", "1995-02-22", "Year", (1994, 4, None), (1994, None, None))])
def test_a_headline_over_lines_of_figures_tells_their_quarter(
    title: str, day: str, longer: str, quarter: tuple[Any, ...], year: tuple[Any, ...]
) -> None:
    found = read(WIRE.format(longer=longer), title=title, day=day, names={"HOOLI INC": "COMPANY"})
    told = [(values["fiscal_year"], values["fiscal_quarter"], values["period_end"]) for values in found if values["basis"] == "actual"]
    assert told == [quarter, quarter, year, year]
    pairs = zip(found[::2], found[1::2], strict=True)
    assert all(one["fiscal_year"] - other["fiscal_year"] == 1 for one, other in pairs if one["fiscal_year"])


def test_a_period_in_brackets_is_of_the_figure_behind_it_alone() -> None:
    text = "In fiscal 2016 revenue was $9 million. EBITDA came to $3 million (FY15: $2 million)."
    links = [("revenue", "value", "$9 million"), ("revenue", "period", "fiscal 2016"), ("EBITDA", "value", "$3 million"),
             ("EBITDA", "prior", "$2 million"), ("EBITDA", "period", "FY15")]
    found = {value: row["fiscal_year"] for value, row in by_value(text, links).items()}
    assert found == {9_000_000: 2016, 3_000_000: 2016, 2_000_000: 2015}


def test_what_was_expected_of_a_price_is_no_expectation_of_a_figure() -> None:
    text = "Hooli made a profit on sales of $34 million last year. The price was low; some analysts had pencilled in $30 million."
    assert [row["basis"] for row in read(text, [("sales", "value", "$34 million")])] == ["actual"]


@pytest.mark.parametrize("words", ["In the same stretch of 2013", "In the same period of 2013"])
def test_what_was_made_in_the_same_stretch_of_another_year_is_the_earlier_figure(words: str) -> None:
    text = (f"Hooli lost $1.2 million, or 6 cents per share, in the third quarter of 2014. {words} it had made $2.1 million, "
            "or 10 cents a share.")
    links = [("lost", "value", "$1.2 million"), ("lost", "period", "third quarter of 2014"), ("made", "value", "$2.1 million"),
             ("made", "period", "2013")]
    found = {value: row["basis"] for value, row in by_value(text, links).items()}
    assert found[Decimal(2_100_000)] == "prior"


TABLE = "    Shr 34 cts vs 29 cts\n    Net 4,118,000 vs 3,502,000\n"
TABLE_LINKS = [("Shr", "value", "34 cts"), ("Shr", "prior", "29 cts"), ("Net", "value", "4,118,000"), ("Net", "prior", "3,502,000")]


@pytest.mark.parametrize(("headline", "own", "before"), [
    ("YEAR NET", (None, None, 1986, None), (None, None, 1985, None)),
    ("YR LOSS", (None, None, 1986, None), (None, None, 1985, None)),
    ("YEAR NOV 30 NET", ("1985-12-01", "1986-11-30", 1986, None), ("1984-12-01", "1985-11-30", 1985, None)),
    ("YEAR END DEC 31", ("1986-01-01", "1986-12-31", 1986, None), ("1985-01-01", "1985-12-31", 1985, None)),
    ("<HOOL.L> 1986 YEAR", ("1986-01-01", "1986-12-31", 1986, None), ("1985-01-01", "1985-12-31", 1985, None)),
    ("YR ENDED FEB 1", (None, "1987-02-01", 1987, None), (None, None, 1986, None)),
    ("YEAR JAN 3", (None, "1987-01-03", 1986, None), (None, None, 1985, None)),
    ("1ST QTR FEB 15 NET", (None, "1987-02-15", 1987, 1), (None, None, 1986, 1)),
    ("2ND QTR JAN 31 NET", ("1986-11-01", "1987-01-31", 1987, 2), ("1985-11-01", "1986-01-31", 1986, 2))])
def test_a_headline_tells_the_period_of_the_table_below(headline: str, own: tuple[Any, ...], before: tuple[Any, ...]) -> None:
    found = read(TABLE, TABLE_LINKS, title=f"HOOLI INC {headline}", names={"HOOLI INC": "COMPANY"}, day="1987-03-24")
    told = {(row["basis"], *(row[name] and str(row[name]) for name in ("period_start", "period_end")), row["fiscal_year"],
             row["fiscal_quarter"]) for row in found}
    assert told == {("actual", *own), ("prior", *before)}


def test_weeks_that_the_text_counts_have_a_first_day() -> None:
    text = "Hooli earned $5 million in the 13 weeks ended June 27, 1987."
    found = read(text, [("earned", "value", "$5 million"), ("earned", "period", "13 weeks ended June 27, 1987")])
    assert (str(found[0]["period_start"]), str(found[0]["period_end"])) == ("1987-03-29", "1987-06-27")


def test_the_month_at_the_end_of_several_is_not_theirs() -> None:
    text = "Nine month sales to September 1986 were about $1.2 billion."
    found = read(text, [("sales", "value", "$1.2 billion"), ("sales", "period", "September 1986")])
    assert [(row["period_start"], row["period_end"]) for row in found] == [(None, None)]
