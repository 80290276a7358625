"""Currencies of nouns that several countries share, and of cents and pence."""

from decimal import Decimal

import pytest

from rie.values import find_values


def sums(text: str) -> list[tuple[Decimal, str | None]]:
    return [(found.value.amount, found.value.currency) for found in find_values(text) if found.label == "MONEY"]


@pytest.mark.parametrize(("text", "code"), [
    ("MANAMA: Hooli reported a loss of 22 million dinars.", "BHD"),
    ("Hooli of Kuwait earned 22 million dinars.", "KWD"),
    ("MUSCAT - Profit fell to 22 million rials.", "OMR"),
    ("Doha: Profit fell to 22 million riyals.", "QAR"),
    ("The Karachi-based firm earned Rs 22 million.", "PKR"),
    ("Colombo. Profit was Rs. 22 million.", "LKR"),
    ("The Indian firm, which has a plant in Karachi, earned Rs 22 million.", "INR"),
    ("Hooli earned Rs 2.2 crore in Pakistan.", "INR"),
    ("Hooli earned Rs 22 million.", "INR"),
    ("STOCKHOLM - Profit was 22 million crowns.", "SEK"),
    ("Stockholm and Oslo: profit was 22 million crowns.", None),
    ("Nairobi's biggest brewer earned 22 million shillings.", "KES"),
    ("Manila: it lost 22 million pesos.", "PHP"),
    ("Casablanca: it lost 22 million dirhams.", "MAD"),
    ("ZURICH - Net profit rose to 22 million francs.", "CHF"),
    ("The Brussels bank earned 22 million francs.", "BEF"),
    ("The Schaffhausen firm earned 22 million francs.", "CHF"),
    ("The filter maker earned 22 million francs in 2018.", "CHF"),
    ("The Paris filter maker with a mill in Zurich earned 22 million francs in 2018.", "CHF"),
    ("The Lyons brewer, which has a Geneva branch, earned 22 million francs.", "FRF"),
    ("In Oslo it spoke of 22 million Danish crowns.", "DKK")])
def test_a_shared_noun_is_that_of_the_one_country_of_the_text(text: str, code: str | None) -> None:
    assert code in {currency for amount, currency in sums(text) if amount >= 22_000_000}


@pytest.mark.parametrize(("text", "told"), [
    ("Profit was A$51 million, or 14.2 cents a share.", ("0.142", "AUD")),
    ("Profit was R610m; headline earnings were 214 cents.", ("2.14", "ZAR")),
    ("Profit was A$51 million, or 14.2 cents a share; it paid $3 million in New York.", ("0.142", "USD")),
    ("Profit was A$51 million. US$20 million came from abroad. Sales of A$90 million; 14.2 cents a share.", ("0.142", "AUD")),
    ("Profit was A$51 million. US$20 million came from abroad. It earned 14.2 cents a share.", ("0.142", "USD")),
    ("Profit was A$51 million, or 14.2 U.S. cents a share.", ("0.142", "USD")),
    ("Profit was A$51 million, or four cents a share.", ("0.04", "AUD")),
    ("Profit was $51 million, or 14.2 cents a share.", ("0.142", "USD")),
    ("Profit was IR\u00a351m, or 14.2p a share.", ("0.142", "IEP")),
    ("Profit was \u00a351m; in Cork IR\u00a33m; 14.2p a share.", ("0.142", "GBP")),
    ("Profit was RM51mil, or 14.2 sen a share.", ("0.142", "MYR")),
    ("Profit was BD 51 million, or 14.2 fils a share.", ("0.0142", "BHD")),
    ("Profit was 51 million UAE dirhams, or 14.2 fils a share.", ("0.142", "AED")),
    ("Profit was RO 51 million, or 14.2 baisas a share.", ("0.0142", "OMR"))])
def test_small_coins_are_those_of_the_other_sums(text: str, told: tuple[str, str]) -> None:
    assert (Decimal(told[0]), told[1]) in sums(text)


@pytest.mark.parametrize(("text", "amount"), [
    ("Turnover was CHF 1'240.5 million.", 1_240_500_000), ("Turnover was SEK 1 284,5 million.", 1_284_500_000),
    ("Turnover was CHF 1'240 million.", 1_240_000_000), ("Turnover was Fl 1.2bn.", 1_200_000_000)])
def test_thousands_that_stand_apart_may_have_decimals(text: str, amount: int) -> None:
    assert [value for value, _ in sums(text)] == [amount]
