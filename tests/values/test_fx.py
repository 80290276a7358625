from datetime import date
from decimal import Decimal

import pytest

from rie.values import PartialDate, to_usd

MILLION = Decimal(1_000_000)


def test_dollars_need_no_rate() -> None:
    converted = to_usd(MILLION, "USD", PartialDate(1987, 3, 3))
    assert converted is not None
    assert (converted.amount_usd, converted.rate, converted.rate_date) == (MILLION, 1, date(1987, 3, 3))


def test_a_weekend_takes_the_last_published_rate() -> None:
    converted = to_usd(MILLION, "EUR", PartialDate(2016, 11, 6))
    assert converted is not None
    assert (converted.amount_usd, converted.rate, converted.rate_date) == (Decimal("1109300.00"), Decimal("1.1093"), date(2016, 11, 4))


@pytest.mark.parametrize(
    ("text", "day"), [("2016-11", date(2016, 11, 30)), ("2016", date(2016, 12, 30)), ("2016-11-30", date(2016, 11, 30))]
)
def test_a_period_takes_its_last_published_day(text: str, day: date) -> None:
    converted = to_usd(MILLION, "GBP", PartialDate.parse(text))
    assert converted is not None
    assert converted.rate_date == day


@pytest.mark.parametrize(
    ("currency", "text"),
    [
        ("EUR", "2100"),
        ("EUR", "2100-01-01"),
        ("DEM", "1987-03-03"),
        ("EUR", "1998-12-31"),
        ("DEM", "2005"),
        ("XXX", "2016"),
        ("RUB", "2023-01"),
        ("Date", "2016"),
        ("", "2016"),
    ],
)
def test_without_a_rate_there_is_no_value(currency: str, text: str) -> None:
    assert to_usd(MILLION, currency, PartialDate.parse(text)) is None


def test_cross_rate_goes_through_the_euro() -> None:
    day = PartialDate(2014, 3, 28)
    euro, yen = to_usd(MILLION, "EUR", day), to_usd(MILLION, "JPY", day)
    assert euro is not None
    assert yen is not None
    assert euro.rate == Decimal("1.3759")
    assert yen.rate == (Decimal("1.3759") / Decimal("140.9")).quantize(Decimal("1.000000000000"))


def test_dollars_are_dollars_on_no_known_day() -> None:
    converted = to_usd(MILLION, "USD", None)
    assert converted is not None
    assert (converted.amount_usd, converted.rate_date) == (MILLION, None)
    assert to_usd(MILLION, "EUR", None) is None
