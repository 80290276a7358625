"""Dates in figures are read in the order in which their document writes them."""

from datetime import date

import pytest

from rie.values import PartialDate, find_periods


@pytest.mark.parametrize(("text", "published", "days"), [
    ("Resigned 04/01/2021. Appointed 31/03/2019.", None, ["2021-01-04", "2019-03-31"]),
    ("Resigned 04/01/2021. Appointed 03/31/2019.", None, ["2021-04-01", "2019-03-31"]),
    ("Date announced: 01/10/2014. Date of change: 03/10/2014.", "2014-10-01", ["2014-10-01", "2014-10-03"]),
    ("Date announced: 10/01/2014. Date of change: 10/03/2014.", "2014-10-01", ["2014-10-01", "2014-10-03"]),
    ("Kenari Berhad: date of appointment 04/01/2021.", None, ["2021-01-04"]),
    ("Hooli Inc.: date of appointment 04/01/2021.", None, ["2021-04-01"]),
])
def test_a_document_writes_all_its_dates_in_one_order(text: str, published: str | None, days: list[str]) -> None:
    found = find_periods(text, PartialDate.parse(published) if published else None)
    assert [one.value.start for one in found] == [date.fromisoformat(day) for day in days]
