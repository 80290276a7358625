"""A capital P before a sum is the peso's where a text speaks of the Philippines."""

from decimal import Decimal

import pytest

from rie.values import find_values


def sums(text: str) -> list[tuple[Decimal, str | None]]:
    return [(found.value.amount, found.value.currency) for found in find_values(text) if found.label == "MONEY"]


@pytest.mark.parametrize(("text", "amount"), [
    ("MANILA \u2014 Net income rose to P3.8 billion.", 3_800_000_000), ("Philippine revenues hit P42.6B.", 42_600_000_000),
    ("The Makati-based group sold it for P1,150,000.", 1_150_000), ("Shares in the Philippines fell to P18.20.", Decimal("18.2")),
    ("A Filipino chain expects P57-58 billion.", 57_000_000_000)])
def test_a_capital_p_is_the_pesos_in_a_text_of_the_philippines(text: str, amount: Decimal) -> None:
    assert sums(text) == [(amount, "PHP")]


@pytest.mark.parametrize("text", [
    "Net income rose to P3.8 billion.", "The lens has an aperture of P3.8 in Manila.", "In Gaborone, not Manila, it paid P3.8 million.",
    "Manila's S&P500 fund grew.", "Route P1 leads to Cebu."])
def test_elsewhere_a_capital_p_is_none(text: str) -> None:
    assert not sums(text)
