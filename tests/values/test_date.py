from datetime import date, timedelta

import pytest

from rie.values import PartialDate


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2016-11-03", "day", date(2016, 11, 3), date(2016, 11, 3)),
        ("2016-02", "month", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016", "year", date(2016, 1, 1), date(2016, 12, 31)),
    ],
)
def test_date_keeps_the_precision_of_its_source(text: str, precision: str, first: date, last: date) -> None:
    parsed = PartialDate.parse(text)
    assert (str(parsed), parsed.precision, parsed.first, parsed.last) == (text, precision, first, last)


@pytest.mark.parametrize(
    "text", ["", "2016-13", "2016-02-30", "16-01-01", "2016-1-1", "2016-11-03T00:00", "0000", "\u0662\u0660\u0661\u0666"]
)
def test_what_is_no_date_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"write YYYY|there is no date"):
        PartialDate.parse(text)


def test_day_without_month_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a month"):
        PartialDate(2016, None, 3)


def test_dates_of_different_precision_have_an_order() -> None:
    dates = [PartialDate.parse(text) for text in ("2016-11-03", "2015", "2016", "2016-11", "2016-10-31")]
    assert [str(item) for item in sorted(dates)] == ["2015", "2016", "2016-10-31", "2016-11", "2016-11-03"]


def test_every_day_reads_back() -> None:
    for number in range(0, 4000, 7):
        day = date(2010, 1, 1) + timedelta(days=number)
        assert PartialDate.parse(str(day)).first == day == PartialDate.parse(str(day)).last
