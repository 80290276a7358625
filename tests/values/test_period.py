from datetime import date

import pytest

from rie.values import PartialDate, Period, find_periods, parse_period


def test_without_an_anchor_only_dated_periods_are_read() -> None:
    text = "Last quarter, on March 3 and yesterday; Q3 2016; since May 2015"
    assert [item.value.label for item in find_periods(text, None)] == ["Q3 2016", "from 2015-05-01"]


def test_relative_dates_stay_as_imprecise_as_the_anchor() -> None:
    month, year = PartialDate(2017, 3), PartialDate(2017)
    assert parse_period("yesterday", month) is None
    assert parse_period("last week", month) is None
    assert parse_period("last month", month) == Period(date(2017, 2, 1), date(2017, 3, 1), "month")
    assert parse_period("last month", year) is None
    assert parse_period("last year", year) == Period(date(2016, 1, 1), date(2017, 1, 1), "year")
    assert parse_period("today", month) == Period(date(2017, 3, 1), date(2017, 4, 1), "month")


def test_document_dates_can_be_read_without_bounds() -> None:
    text = "closed by March 3, 2016 and since May 2016"
    found = find_periods(text, PartialDate(2017, 1, 1), bounds=False)
    assert [text[item.start : item.end] for item in found] == ["March 3, 2016", "May 2016"]
    assert [item.value.precision for item in found] == ["day", "month"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("May", "May 2016"),
        ("2016", "2016"),
        ("in Q3 2016?", "Q3 2016"),
        ("during the first half of 2016", "H1 2016"),
        ("march", "March 2017"),
    ],
)
def test_whole_text_is_a_period(text: str, label: str) -> None:
    period = parse_period(text, PartialDate(2017, 3, 15))
    assert period is not None
    assert period.label == label


@pytest.mark.parametrize("text", ["", "Hooli", "Q3 2016 Hooli", "Q5 2016", "H3 2016", "2016-13-01", "Feb 30, 2016"])
def test_what_is_no_period_is_none(text: str) -> None:
    assert parse_period(text, PartialDate(2017, 3, 15)) is None


def test_labels_read_back() -> None:
    anchor = PartialDate(2030, 1, 1)
    for year in range(1985, 2024):
        for name, parts in (("month", 12), ("quarter", 4), ("half", 2), ("year", 1)):
            for part in range(1, parts + 1):
                period = Period.unit(name, year, part)
                assert parse_period(period.label, anchor) == period
        assert parse_period(Period.day(date(year, 2, 28)).label, anchor) == Period.day(date(year, 2, 28))


def test_anchor_at_the_edge_of_the_calendar_does_not_fail() -> None:
    text = "yesterday, tomorrow, last week, next year, in the last 12 months, on March 3, two years ago, next Friday, 12 months to March 3"
    for anchor in (PartialDate(1, 1, 1), PartialDate(9999, 12, 31), PartialDate(9999), PartialDate(1)):
        for item in find_periods(text, anchor):
            assert item.value.start <= item.value.end
