"""Halves, nine months and quarters that end together."""

from datetime import date

import pytest

from tests.pipeline.read_texts import read


@pytest.mark.parametrize(("words", "day"), [("first-half", "2016-08-11"), ("Half-year", "2019-02-21"), ("nine-month", "2010-10-21")])
def test_what_no_day_is_told_of_stays_undated(words: str, day: str) -> None:
    text = f"At Hooli {words} profit was $5 million."
    [row] = read(text, [("profit", "value", "$5 million"), ("profit", "period", words)], day=day)
    assert (row["fiscal_year"], row["fiscal_quarter"], row["period_end"]) == (None, None, None)


@pytest.mark.parametrize(("told", "day"), [
    ("Its year ends on April 30: the year ended April 30, 2016 was dull.", "2016-08-11"), ("It trades.", "2016-05-11")])
def test_a_half_of_other_months_stays_undated(told: str, day: str) -> None:
    text = f"Hooli had a first-half profit of $5 million. {told}"
    [row] = read(text, [("profit", "value", "$5 million"), ("profit", "period", "first-half")], day=day)
    assert row["period_end"] is None


@pytest.mark.parametrize(("longer", "quarter", "day", "name"), [
    ("nine months ended September 30, 2015", "third quarter", "2015-10-19", (2015, 3, date(2015, 9, 30))),
    ("half year ended December 31, 2018", "second quarter", "2019-02-20", (2019, 2, date(2018, 12, 31))),
    ("six months ended June 30, 2012", "second quarter", "2012-07-25", (2012, 2, date(2012, 6, 30)))])
def test_a_quarter_ends_with_the_months_that_end_with_it(longer: str, quarter: str, day: str, name: tuple[int, int, date]) -> None:
    text = f"Hooli earned $5 million for the {longer}. In the {quarter} alone profit was $2 million."
    links = [("earned", "value", "$5 million"), ("earned", "period", longer), ("profit", "value", "$2 million"),
             ("profit", "period", quarter)]
    found = {row["value"]: (row["fiscal_year"], row["fiscal_quarter"], row["period_end"]) for row in read(text, links, day=day)}
    assert found[2_000_000] == name
