"""Reporting periods: what a document's words mean, told from the period that it reports."""

from datetime import date

import pytest

from rie.values import PartialDate, Reference, Reported, earlier, find_periods, last_quarter, reported

ANCHOR = PartialDate(2021, 10, 28)
THIRD = Reference(2021, 3)


def read(text: str, kind: str | None = None, reference: Reference | None = THIRD, *, ahead: bool = False) -> Reported:
    found = find_periods(text, ANCHOR, bounds=False)
    return reported(text, found[0].value if found else None, kind, reference, ahead=ahead)


@pytest.mark.parametrize(
    ("text", "year", "quarter", "start", "end"),
    [
        ("third quarter 2021", 2021, 3, date(2021, 7, 1), date(2021, 9, 30)),
        ("Q1'20", 2020, 1, date(2020, 1, 1), date(2020, 3, 31)),
        ("fiscal 2021 third quarter", 2021, 3, None, None),
        ("fiscal 2022 second quarter ended Oct. 2", 2022, 2, date(2021, 7, 3), date(2021, 10, 2)),
        ("third quarter of fiscal 2021 (ended April 30, 2021", 2021, 3, date(2021, 2, 1), date(2021, 4, 30)),
        ("Q2 FY22 ended September 30", 2022, 2, date(2021, 7, 1), date(2021, 9, 30)),
        ("second quarter ended December 31, 2020", 2021, 2, date(2020, 10, 1), date(2020, 12, 31)),
        ("fourth quarter of its financial year 2021", 2021, 4, None, None),
        ("FQ3'22", 2022, 3, None, None),
        ("F2Q15", 2015, 2, None, None),
        ("F2016", 2016, None, None, None),
        ("Full-year 2020", 2020, None, date(2020, 1, 1), date(2020, 12, 31)),
        ("Q1/16", 2016, 1, date(2016, 1, 1), date(2016, 3, 31)),
        ("Q3 FY21", 2021, 3, None, None),
        ("3Q2004", 2004, 3, date(2004, 7, 1), date(2004, 9, 30)),
        ("fiscal 2020", 2020, None, None, None),
        ("third quarter of the 2018-19 fiscal", 2019, 3, None, None),
        ("FY2018-19", 2019, None, None, None),
        ("financial year 2019/20", 2020, None, None, None),
        ("2020", 2020, None, date(2020, 1, 1), date(2020, 12, 31)),
        ("three months ended December 31, 2020", 2020, 4, date(2020, 10, 1), date(2020, 12, 31)),
        ("year ended June 30, 2019", 2019, None, date(2018, 7, 1), date(2019, 6, 30)),
        ("first quarter ended March 31, 2021", 2021, 1, date(2021, 1, 1), date(2021, 3, 31)),
        ("April-September", None, None, date(2021, 4, 1), date(2021, 9, 30)),
        ("January through March", 2021, 1, date(2021, 1, 1), date(2021, 3, 31)),
        ("Q1-Q3 2021", None, None, date(2021, 1, 1), date(2021, 9, 30)),
        ("first six months of this year", None, None, date(2021, 1, 1), date(2021, 6, 30)),
        ("nine months to September 30, 2021", None, None, date(2021, 1, 1), date(2021, 9, 30)),
    ],
)
def test_a_dated_period(text: str, year: int | None, quarter: int | None, start: date | None, end: date | None) -> None:
    assert read(text) == Reported(year, quarter, start, end)


@pytest.mark.parametrize(
    ("text", "kind", "ahead", "year", "quarter"),
    [
        ("third quarter", None, False, 2021, 3),
        ("q4", None, False, 2020, 4),
        ("q4", None, True, 2021, 4),
        ("q1", None, True, 2022, 1),
        ("full year", "year", True, 2021, None),
        ("year", "year", False, 2020, None),
        ("quarter", "quarter", False, 2021, 3),
        ("quarter", "quarter", True, None, None),
        ("nine months", "nine_months", False, None, None),
    ],
)
def test_a_period_without_a_year_is_told_from_what_the_document_reports(text: str, kind: str | None, ahead: bool, year: int | None,
                                                                        quarter: int | None) -> None:
    told = read(text, kind, ahead=ahead)
    assert (told.year, told.quarter, told.start) == (year, quarter, None)


def test_after_a_fourth_quarter_the_year_is_over() -> None:
    reference = Reference(2020, 4)
    assert read("year", "year", reference).year == 2020
    assert read("fy", "year", reference, ahead=True).year == 2021


def test_without_a_reference_nothing_is_guessed() -> None:
    assert read("third quarter", None, None) == Reported(None, 3)
    assert read("year", "year", None) == Reported()


def test_the_period_before() -> None:
    quarter = Reported(2021, 1, date(2021, 1, 1), date(2021, 3, 31))
    assert earlier(quarter, 12) == Reported(2020, 1, date(2020, 1, 1), date(2020, 3, 31))
    assert earlier(quarter, 3) == Reported(2020, 4, date(2020, 10, 1), date(2020, 12, 31))
    assert earlier(Reported(2021), 12) == Reported(2020)


@pytest.mark.parametrize(("day", "expected"), [("2021-10-28", (2021, 3)), ("2021-01-15", (2020, 4)), ("2021-09-30", (2021, 2))])
def test_the_last_quarter_that_was_over(day: str, expected: tuple[int, int]) -> None:
    parsed = PartialDate.parse(day)
    assert parsed is not None
    reference = last_quarter(parsed)
    assert (reference.year, reference.quarter) == expected


FISCAL_THIRD = Reference(2021, 3, fiscal=True)


@pytest.mark.parametrize(
    ("text", "year", "quarter"),
    [
        ("third quarter of 2021", 2021, 3),
        ("2020", 2020, None),
        ("third quarter of last year", 2020, 3),
        ("Q1 of last year", 2020, 1),
        ("prior quarter", 2021, 2),
        ("last quarter", 2021, 2),
    ],
)
def test_periods_of_a_company_that_counts_its_own_years(text: str, year: int, quarter: int | None) -> None:
    assert read(text, reference=FISCAL_THIRD) == Reported(year, quarter)


def test_last_year_is_counted_from_the_day_where_the_calendar_counts() -> None:
    assert read("fourth quarter of last year", reference=Reference(2020, 4)) == Reported(2020, 4)
