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
