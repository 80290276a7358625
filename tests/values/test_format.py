from decimal import Decimal

import pytest

from rie.values import print_money, print_number, print_percent


@pytest.mark.parametrize(
    ("amount", "currency", "printed"),
    [
        ("5000000", "USD", "$5.0 million"),
        ("250000", "EUR", "\u20ac250,000"),
        ("40000000", "SEK", "SEK 40 million"),
        ("12345678", "USD", "$12,345,678"),
        ("1.25E+6", "USD", "$1.25 million"),
        ("0.125", "USD", "$0.125"),
        ("22.5", "USD", "$22.50"),
        ("7", "GBP", "\u00a37"),
        ("-5000000", "USD", "-$5.0 million"),
        ("3333333.3333333333333333333333", "USD", "$3,333,333.33"),
        ("0", "USD", "$0"),
        ("1E+9", None, "1.0 billion"),
    ],
)
def test_money_is_printed(amount: str, currency: str | None, printed: str) -> None:
    assert print_money(Decimal(amount), currency) == printed


def test_numbers_and_percentages_are_printed() -> None:
    assert [print_number(Decimal(text)) for text in ("1234.5", "1E+3", "-7", "0.12345")] == ["1,234.5", "1,000", "-7", "0.1234"]
    assert [print_percent(Decimal(text)) for text in ("51.20", "100", "-3", "33.333333")] == ["51.2%", "100%", "-3%", "33.33%"]
