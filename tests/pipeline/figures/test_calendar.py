"""The reporting calendar of a text that dates its periods once and calls them by shorter names elsewhere."""

from datetime import date

import pytest

from tests.pipeline.read_texts import read


@pytest.mark.parametrize(("words", "year"), [("Full-year", 2002), ("Annual", 2002)])
def test_the_full_year_is_the_one_that_the_text_dates(words: str, year: int) -> None:
    text = f"{words} profit was $64 million, the baker said. It has shops. Revenue for the year to June 30 was $931 million."
    links = [("profit", "value", "$64 million"), ("profit", "period", words), ("Revenue", "value", "$931 million"),
             ("Revenue", "period", "year to June 30")]
    found = {row["metric"]: (row["fiscal_year"], row["period_end"]) for row in read(text, links, day="2002-08-22", title="Hooli bows out",
                                                                                     names={"Hooli": "COMPANY"})}
    assert found == dict.fromkeys(("net_income", "revenue"), (year, date(year, 6, 30)))


def test_the_year_before_is_the_one_before_that() -> None:
    text = "Hooli had a loss of $212 million in the year to June. Bread was dear. The year before it made a profit of $31 million."
    links = [("loss", "value", "$212 million"), ("loss", "period", "year to June"), ("profit", "value", "$31 million"),
             ("profit", "period", "year")]
    found = {row["value"]: row["period_end"] for row in read(text, links, day="1990-10-31", title="Banks close in",
                                                              names={"Hooli": "COMPANY"})}
    assert found == {-212_000_000: date(1990, 6, 30), 31_000_000: date(1989, 6, 30)}


def test_a_period_behind_an_earlier_figure_in_brackets_is_of_both() -> None:
    text = "Earnings rose 34% to R214.6m (R160.1m) in the year to June."
    links = [("Earnings", "value", "R214.6m"), ("Earnings", "prior", "R160.1m"), ("Earnings", "period", "year to June")]
    found = {row["basis"]: row["fiscal_year"] for row in read(text, links, day="1995-08-24", title="Hooli rides the upturn",
                                                               names={"Hooli": "COMPANY"})}
    assert found == {"actual": 1995, "prior": 1994}


def test_a_quarter_of_an_outlook_is_not_the_one_reported() -> None:
    text = ("Hooli posted a bigger second-quarter profit on Thursday.\n\nSales for the quarter ended July 29 were $902 million.")
    links = [("Sales", "value", "$902 million"), ("Sales", "period", "quarter ended July 29")]
    [row] = read(text, links, day="2006-08-17", title="Hooli's profit rises; third-quarter outlook disappoints", names={"Hooli": "COMPANY"})
    assert (row["fiscal_year"], row["fiscal_quarter"], row["period_end"]) == (2006, 2, date(2006, 7, 29))


def test_an_older_year_is_not_the_full_year() -> None:
    text = "Full-year profit was $64 million, Hooli said. In the year 2019 it had sold a mill."
    [row] = read(text, [("profit", "value", "$64 million"), ("profit", "period", "Full-year")], day="2021-02-22", title="A good year",
                 names={"Hooli": "COMPANY"})
    assert row["fiscal_year"] == 2020


def test_a_half_that_is_called_by_its_number_has_the_days_that_the_text_gives_it() -> None:
    text = "Results for the six months ended 31 March 2018\n\n | H1 2018 | H1 2017\nRevenue | \u00a368.4m | \u00a361.9m\n"
    found = {row["basis"]: row["period_end"] for row in read(text, day="2018-05-22")}
    assert found == {"actual": date(2018, 3, 31), "prior": date(2017, 3, 31)}


def test_a_half_of_the_calendar_stays_one() -> None:
    text = "Results for the six months ended 30 June 2018\n\n | H1 2018 | H1 2017\nRevenue | \u00a368.4m | \u00a361.9m\n"
    found = {row["basis"]: row["period_end"] for row in read(text, day="2018-08-22")}
    assert found == {"actual": date(2018, 6, 30), "prior": date(2017, 6, 30)}


def test_the_nine_months_are_those_that_the_text_dates() -> None:
    text = "Net profit was $112 million in the first nine months of 2008. Revenue for the nine months was $560 million."
    links = [("Net profit", "value", "$112 million"), ("Net profit", "period", "first nine months of 2008"),
             ("Revenue", "value", "$560 million"), ("Revenue", "period", "nine months")]
    assert {row["period_end"] for row in read(text, links, day="2008-10-21")} == {date(2008, 9, 30)}


def test_the_quarter_is_the_one_that_the_text_counts_and_dates() -> None:
    text = "Net profit was $84 million for the first quarter ended June 30. Revenue for the quarter was $611 million."
    links = [("Net profit", "value", "$84 million"), ("Net profit", "period", "first quarter ended June 30"),
             ("Revenue", "value", "$611 million"), ("Revenue", "period", "quarter")]
    assert {row["fiscal_quarter"] for row in read(text, links, day="2010-07-28")} == {1}


def test_a_financial_year_that_the_opening_speaks_of_is_the_one_reported() -> None:
    text = "Hooli closed the 2021 financial year in line with its plans. Its vans are blue. Revenue rose to $312 million."
    [row] = read(text, [("Revenue", "value", "$312 million")], day="2022-03-17")
    assert row["fiscal_year"] == 2021


def test_a_dated_year_goes_before_last_year() -> None:
    text = ("Drinkers came to the rescue of Hooli last year. Pre-tax profit in the 12 months to end-February was $6 million. Exports rose. "
            "Gross margin improved to 47.5%.")
    links = [("Pre-tax profit", "value", "$6 million"), ("Pre-tax profit", "period", "12 months to end-February"),
             ("Gross margin", "value", "47.5%")]
    assert {row["period_end"] for row in read(text, links, day="1999-05-18")} == {date(1999, 2, 28)}


def test_nine_months_end_with_the_quarter_that_the_text_dates() -> None:
    text = "Net profit was $45 million for the quarter ended December 2013. For the nine months, revenue stood at $130 million."
    links = [("Net profit", "value", "$45 million"), ("Net profit", "period", "quarter ended December 2013"),
             ("revenue", "value", "$130 million"), ("revenue", "period", "nine months")]
    found = {int(row["value"]): row["period_end"] for row in read(text, links, day="2014-01-29")}
    assert found[130_000_000] == date(2013, 12, 31)


def test_the_period_of_a_figure_is_not_that_of_an_earlier_one_beside_it() -> None:
    text = "Hooli had a third-quarter loss of $12 million, against a year-earlier profit of 8 cents."
    links = [("loss", "value", "$12 million"), ("loss", "period", "third-quarter"), ("profit", "prior", "8 cents"),
             ("profit", "period", "third-quarter")]
    found = {row["basis"]: row["fiscal_year"] for row in read(text, links, day="2009-10-28")}
    assert found == {"actual": 2009, "prior": 2008}


@pytest.mark.parametrize("foresees", ["it guided revenue to", "Hooli expects revenue of", "the company now sees revenue of"])
def test_a_fiscal_quarter_that_is_foreseen_is_not_the_one_reported(foresees: str) -> None:
    text = f"Hooli reported fiscal fourth quarter sales of $512 million. For fiscal Q1 {foresees} $505 million."
    links = [("sales", "value", "$512 million"), ("sales", "period", "fourth quarter"), ("revenue", "guidance", "$505 million"),
             ("revenue", "period", "Q1")]
    found = {row["basis"]: (row["fiscal_year"], row["fiscal_quarter"]) for row in read(text, links, day="2017-08-30")}
    assert found["actual"] == (2017, 4)
    assert found["guidance_low"] == (2018, 1)


@pytest.mark.parametrize(("words", "role", "year", "end"), [
    ("the year", "guidance", 2003, date(2003, 3, 31)), ("last year", "value", 2002, date(2002, 3, 31))])
def test_the_years_of_a_company_are_those_of_the_one_that_is_to_come(words: str, role: str, year: int, end: date) -> None:
    text = (f"Hooli expects profit of 14 billion yen for the year to March 31, 2003. It sells pumps. It {'expects' * (role == 'guidance')}"
            f" revenue of 90 billion yen for {words}.")
    period = words.removeprefix("the ")
    links = [("profit", "guidance", "14 billion yen"), ("profit", "period", "year to March 31, 2003"), ("revenue", role, "90 billion yen"),
             ("revenue", "period", period)]
    found = {row["metric"]: (row["fiscal_year"], row["period_end"]) for row in read(text, links, day="2002-10-29")}
    assert found["revenue"] == (year, end)


@pytest.mark.parametrize(("told", "day", "name"), [
    ("third quarter", "2010-02-05", (2010, 3)), ("second quarter", "2009-11-05", (2010, 2)), ("first quarter", "2009-08-05", (2010, 1)),
    ("third quarter", "2009-11-05", (2009, 3))])
def test_quarters_are_counted_in_the_year_that_a_text_dates(told: str, day: str, name: tuple[int, int]) -> None:
    text = f"Hooli had a {told} profit of 4 billion yen. For the year ending March 31, 2010 it expects revenue of 90 billion yen."
    links = [("profit", "value", "4 billion yen"), ("profit", "period", told), ("revenue", "guidance", "90 billion yen"),
             ("revenue", "period", "year ending March 31, 2010")]
    found = {row["metric"]: (row["fiscal_year"], row["fiscal_quarter"]) for row in read(text, links, day=day)}
    assert found["net_income"] == name


def test_the_quarter_of_a_year_is_the_one_reported() -> None:
    text = "Hooli had second-quarter revenue of $88 million. Revenue was $95 million in the 2011 quarter."
    links = [("revenue", "value", "$88 million"), ("revenue", "period", "second-quarter"), ("Revenue", "value", "$95 million"),
             ("Revenue", "period", "2011")]
    found = {row["value"]: (row["basis"], row["fiscal_year"], row["fiscal_quarter"]) for row in read(text, links, day="2012-07-19")}
    assert found[95_000_000] == ("prior", 2011, 2)
