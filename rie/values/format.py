"""Values as answers print them, the same in every locale."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal, localcontext

_SYMBOLS = {"USD": "$", "EUR": "\u20ac", "GBP": "\u00a3", "INR": "\u20b9"}
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_SMALL = Decimal(100)


def print_money(amount: Decimal, currency: str | None) -> str:
    """A sum of money: "$5.0 million", "\u20ac250,000", "SEK 40 million", "$12,345,678".

    Args:
        amount: in whole units of `currency`.
        currency: ISO 4217 code; None prints the number alone.

    Returns:
        With a scale where three decimals hold the amount, else all digits; rounded to cents, below 100 to four decimals.
    """
    symbol = _SYMBOLS.get(currency or "", f"{currency} " if currency else "")
    return f"{'-' if amount < 0 else ''}{symbol}{_scaled(abs(amount)) or _cents(abs(amount))}"


def print_number(value: Decimal | int) -> str:
    """A number with thousands separated by commas and at most two decimals (four below 100): "1,234.5"."""
    number = Decimal(value)
    sign = "-" if number < 0 else ""
    return sign + _plain(abs(number))


def print_percent(value: Decimal) -> str:
    """Percent points with at most two decimals: "51.2%"."""
    return f"{'-' if value < 0 else ''}{_grouped(_round(abs(value), 2).normalize())}%"


def _scaled(amount: Decimal) -> str | None:
    for scale, name in _SCALES:
        if amount >= scale:
            mantissa = amount / scale
            if mantissa != _round(mantissa, 3) or mantissa >= 10_000:
                return None
            written = _grouped(mantissa.normalize())
            return f"{written if '.' in written or mantissa >= 10 else written + '.0'} {name}"
    return None


def _cents(amount: Decimal) -> str:
    """Whole units without decimals, others with cents; small sums with up to four decimals."""
    if amount < _SMALL and amount != _round(amount, 2):
        return _plain(amount)
    rounded = _round(amount, 2)
    return _grouped(rounded.quantize(Decimal(1)) if rounded == rounded.to_integral_value() else rounded)


def _plain(number: Decimal) -> str:
    return _grouped(_round(number, 4 if number < _SMALL else 2).normalize())


def _round(number: Decimal, places: int) -> Decimal:
    with localcontext() as context:
        context.prec = 60
        return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN)


def _grouped(number: Decimal) -> str:
    return f"{number:,f}"
