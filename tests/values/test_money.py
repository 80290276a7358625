import random
from decimal import Decimal

import pytest

from rie.values import Money, find_money, parse_money, print_money


def test_scale_of_a_header_counts_where_the_number_has_none() -> None:
    million = Decimal(1_000_000)
    assert parse_money("$12.5", scale=million) == Money(Decimal(12_500_000), "USD")
    assert parse_money("$12.5 billion", scale=million) == Money(Decimal(12_500_000_000), "USD")
    assert parse_money("12 cents", scale=million) == Money(Decimal("0.12"), "USD")


def test_currency_of_a_header_counts_where_the_text_is_open() -> None:
    assert parse_money("12.5", currency="EUR") == Money(Decimal("12.5"), "EUR")
    assert parse_money("40 million kr", currency="NOK") == Money(Decimal(40_000_000), "NOK")
    assert parse_money("$5m", currency="CAD") == Money(Decimal(5_000_000), "CAD")
    assert parse_money("$5m", currency="EUR") == Money(Decimal(5_000_000), "USD")
    assert parse_money("\u20ac5m", currency="CAD") == Money(Decimal(5_000_000), "EUR")


def test_without_a_currency_a_number_is_no_money() -> None:
    assert parse_money("12.5 million") is None
    assert parse_money("raised $5m") is None


@pytest.mark.parametrize("upper", [False, True])
def test_case_does_not_matter_for_words(upper: bool) -> None:
    text = "it paid 12.5 mln dlrs and two billion yen, or 26-1/4 dlrs a share"
    found = find_money(text.upper() if upper else text)
    assert [(item.value.amount, item.value.currency) for item in found] == [
        (Decimal(12_500_000), "USD"),
        (Decimal(2_000_000_000), "JPY"),
        (Decimal("26.25"), "USD"),
    ]


@pytest.mark.parametrize("text", ["50 million d marks", "50 million D-Marks", "50 million d- marks"])
def test_a_hyphen_of_a_currency_may_be_a_space(text: str) -> None:
    assert parse_money(text) == Money(Decimal(50_000_000), "DEM")


def test_printed_money_reads_back() -> None:
    chance = random.Random(7)
    for _ in range(500):
        amount = Decimal(chance.randrange(1, 10 ** chance.randrange(1, 14))) / chance.choice((1, 1, 100))
        currency = chance.choice(("USD", "EUR", "GBP", "SEK", "JPY", "INR", "CHF"))
        assert parse_money(print_money(amount, currency)) == Money(amount, currency)


def test_money_is_found_in_any_surrounding() -> None:
    chance = random.Random(8)
    for _ in range(200):
        number, scale = chance.randrange(1, 900), chance.choice((" million", "m", "bn", " billion"))
        before, after = chance.choice(("raised ", "(", "of its ", "")), chance.choice((".", ", led by X", ")", " in 2016"))
        text = f"{before}${number}{scale}{after}"
        (found,) = find_money(text)
        assert text[found.start : found.end] == f"${number}{scale}"
        assert found.value.amount == number * (10**6 if scale.strip()[0] == "m" else 10**9)


@pytest.mark.parametrize(("text", "amount", "currency"), [
    ("R2,31bn", "2310000000", "ZAR"), ("R214,6m", "214600000", "ZAR"), ("\u20ac2,5 million", "2500000", "EUR"),
    ("SEK 12,5 million", "12500000", "SEK"),
    ("2,5 million euros", "2500000", "EUR"), ("\u20ac34,75", "34.75", "EUR"), ("EUR 1.284,5 million", "1284500000", "EUR"),
    ("$1,250", "1250", "USD"), ("EUR 1,234 million", "1234000000", "EUR"), ("Rs 2,31,000", "231000", "INR"),
])  # fmt: skip
def test_a_comma_before_one_or_two_digits_is_of_decimals(text: str, amount: str, currency: str) -> None:
    assert parse_money(text) == Money(Decimal(amount), currency)


def test_a_comma_between_figures_of_a_list_is_none_of_decimals() -> None:
    assert [item.value.amount for item in find_money("paid in lots of 3,4 or 5 for $2 each")] == [2]


@pytest.mark.parametrize(("text", "amount", "currency"), [
    ("Pta2.4bn", "2400000000", "ESP"), ("L41bn", "41000000000", "ITL"), ("BFr1.1bn", "1100000000", "BEF"),
    ("Won870bn", "870000000000", "KRW"),
    ("SKr1.2bn", "1200000000", "SEK"), ("DKr300m", "300000000", "DKK"), ("NKr40m", "40000000", "NOK"), ("FM250m", "250000000", "FIM"),
    ("Y120bn", "120000000000", "JPY"), ("M$40m", "40000000", "MYR"), ("Sch300m", "300000000", "ATS"), ("I\u00a33m", "3000000", "IEP"),
    ("Esc5bn", "5000000000", "PTE"), ("Rmb300m", "300000000", "CNY"), ("Bt2.5bn", "2500000000", "THB"),
    ("Es2.4bn", "2400000000", "PTE"), ("CFA12 billion", "12000000000", "XOF"), ("FCFA 3bn", "3000000000", "XOF"),
    ("GH\u00a25m", "5000000", "GHS"),
    ("TSh 7 billion", "7000000000", "TZS"), ("Baht 90m", "90000000", "THB"),
    ("$NZ12 million", "12000000", "NZD"), ("$A5.3bn", "5300000000", "AUD"), ("$US40m", "40000000", "USD"), ("$C3m", "3000000", "CAD"),
])  # fmt: skip
def test_currencies_as_financial_papers_abbreviate_them(text: str, amount: str, currency: str) -> None:
    [found] = find_money(f"for {text} in cash")
    assert found.value == Money(Decimal(amount), currency)


@pytest.mark.parametrize(("text", "amount", "currency"), [
    ("SEK 1 284 million", "1284000000", "SEK"), ("CHF 1'234'567", "1234567", "CHF"), ("1\u00a0284\u00a0million euros", "1284000000", "EUR"),
    ("\u20ac3 500", "3500", "EUR"), ("SFr1'200m", "1200000000", "CHF"),
])  # fmt: skip
def test_thousands_that_spaces_or_apostrophes_set_apart(text: str, amount: str, currency: str) -> None:
    assert parse_money(text) == Money(Decimal(amount), currency)


@pytest.mark.parametrize("text", [
    "Model Y 1.2 million", "Won 3 million customers", "sizes S, M and L 10,000 each", "FM 93 million listeners", "Dr 20,000 patients",
    "Lit 3", "Es 4 million", "release R2.10", "model N2.50", "CFA 2020",
])  # fmt: skip
def test_words_that_papers_also_write_for_currencies_touch_the_number_where_they_are_one(text: str) -> None:
    assert not find_money(text)


@pytest.mark.parametrize("text", ["Gate L 4 opened", "the W 3 tram", "Dr 5 and Y 2020", "98.5 FM 2 hours", "Won 3 games"])
def test_letters_before_a_plain_number_are_no_currency(text: str) -> None:
    assert not find_money(text)


@pytest.mark.parametrize(("text", "amount", "currency"), [
    ("DM240 a share", "240", "DEM"), ("Fl 85 per ordinary share", "85", "NLG"), ("R12.75 was thin", "12.75", "ZAR"),
    ("RM3.40", "3.40", "MYR"),
    ("W45 for each share", "45", "KRW"),
])  # fmt: skip
def test_letters_are_a_currency_before_a_price_of_a_share_or_cents(text: str, amount: str, currency: str) -> None:
    [found] = find_money(f"a bid of {text}")
    assert found.value == Money(Decimal(amount), currency)
