"""Whose dollars and francs wire copy counts in."""

from decimal import Decimal

import pytest

from rie.values import find_values


def currencies(text: str) -> set[str | None]:
    return {found.value.currency for found in find_values(text) if found.label == "MONEY"}


@pytest.mark.parametrize(("title", "text", "code"), [
    ("HOOLI LTD <HOOA.S> YR ENDED FEB 1", "Shr 4.1 cents vs 28.8\n    Pre-tax profit 2.6 mln dlrs vs 10.7 mln", "AUD"),
    ("HOOLI HOLDINGS LTD <HOOL.HKG> YEAR 1986", "Net 479 mln dlrs vs 157 mln", "HKD"),
    ("HOOLI SEES PROFIT", "Hooli Ltd <HOOM.SI> said it earned 7 mln dlrs.", "SGD"),
    ("HOOLI TO SELL UNIT", "<Hooli Mines Ltd> said it has three plants in Canada. 1986 sales were 79 mln dlrs.", "CAD"),
    ("BANK OF ALBERTA NET", "Bank of Alberta said it earned 7 mln dlrs.", "CAD"),
    ("HOOLI <HOO> YEAR LOSS", "Net loss 7 mln dlrs vs loss 2 mln dlrs\n    Canadian funds\n    Full name Hooli Inc", "CAD"),
    ("HOOLI <HOO.N> TO BUY STAKE", "Hooli Inc said it pays 7 mln dlrs for a stake in Initech Ltd <INIA.S>.", "USD"),
    ("HOOLI TO SELL UNIT", "<Hooli Foods Inc> said it would sell its Canadian unit for 79 mln dlrs.", "USD"),
    ("HOOLI CANADA CUTS STAKE", "Hooli Canada Corp told the Securities and Exchange Commission it paid 7 mln dlrs.", "USD"),
    ("HOOLI NET", "<Hooli Mines Ltd> of Canada earned 9 mln Canadian dlrs and paid 7 mln dlrs.", None),
    ("HOOLI REPORTS LOSS", "Net loss 198 mln francs vs profit 250 mln francs\n    Full name is Hooli SA <HOOB.BR>.", "BEF")])
def test_the_code_or_the_name_of_the_company_tells_whose_they_are(title: str, text: str, code: str | None) -> None:
    assert currencies(f"{title}\n{text}") == ({code} if code else {"CAD", "USD"})


def test_others_dollars_stay_theirs() -> None:
    text = "HOOLI LOSS\nHooli Ltd <HOOA.S> lost 5 mln dlrs on 3 mln U.S. dlrs of loans."
    assert {(found.value.amount, found.value.currency) for found in find_values(text) if found.label == "MONEY"} == {
        (Decimal(5_000_000), "AUD"), (Decimal(3_000_000), "USD")}
