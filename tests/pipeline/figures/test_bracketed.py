"""Figures in brackets right behind another: those of the year before, in the same unit."""

from decimal import Decimal
from typing import Any

import pytest

from tests.pipeline.read_texts import read

Q2: dict[str, Any] = {"fiscal_year": "2023", "fiscal_quarter": "2"}


def told(text: str, metric: str, value: str, before: str) -> list[tuple[Any, ...]]:
    links = [(metric, "value", value), (metric, "prior", before)]
    return [(values["basis"], values["value"], values["currency"]) for values in read(text, links, **Q2)]


@pytest.mark.parametrize(("words", "now", "then", "unit"), [
    (("Net sales increased to SEK 1,284 million (1,197).", "sales", "SEK 1,284 million", "1,197"), 1_284_000_000, 1_197_000_000, "SEK"),
    (("Net sales amounted to MSEK 1,284 (1,197).", "sales", "MSEK 1,284", "1,197"), 1_284_000_000, 1_197_000_000, "SEK"),
    (("Sales were EUR 45.2m (EUR 41.0m).", "Sales", "EUR 45.2m", "EUR 41.0m"), 45_200_000, 41_000_000, "EUR"),
    (("Earnings per share were SEK 2.31 (1.96).", "Earnings per share", "SEK 2.31", "1.96"), Decimal("2.31"), Decimal("1.96"), "SEK"),
    (("The operating margin was 11.8 percent (10.7).", "operating margin", "11.8 percent", "10.7"), Decimal("11.8"), Decimal("10.7"), None),
    (("Profit after tax was SEK 70m (-12).", "Profit after tax", "SEK 70m", "-12"), 70_000_000, -12_000_000, "SEK"),
    (("EBITDA came to £2.3m (FY22: £1.9m).", "EBITDA", "£2.3m", "£1.9m"), 2_300_000, 1_900_000, "GBP"),
    (("Profit rose to £2.3m (H1 2022: £1.9m).", "Profit", "£2.3m", "£1.9m"), 2_300_000, 1_900_000, "GBP"),
    (("Net loss was SEK 12m (9).", "Net loss", "SEK 12m", "9"), -12_000_000, -9_000_000, "SEK")])
def test_a_figure_in_brackets_has_the_unit_of_the_one_before_it(
    words: tuple[str, str, str, str], now: Decimal, then: Decimal, unit: str | None
) -> None:
    assert told(*words) == [("actual", now, unit), ("prior", then, unit)]


def test_the_number_of_a_note_is_no_figure() -> None:
    found = told("Net sales were SEK 1,284 million (1).", "sales", "SEK 1,284 million", "1")
    assert found == [("actual", 1_284_000_000, "SEK")]


def test_brackets_of_a_loss_stay_such() -> None:
    text = "Net income (loss) was $4.1 million ($3.2 million)."
    [value] = read(text, [("Net income", "value", "$3.2 million")], **Q2)
    assert value["value"] == -3_200_000


def test_a_quarter_that_is_compared_with_has_its_figure_in_brackets() -> None:
    text = "Sales revenue of A$46.2 million, up 8% on Q2 (A$42.8 million)."
    links = [("revenue", "value", "A$46.2 million"), ("revenue", "prior", "A$42.8 million")]
    found = read(text, links, day="2025-04-29", fiscal_year="2025", fiscal_quarter="3")
    told = {(row["basis"], int(row["value"]), row["fiscal_quarter"]) for row in found}
    assert told == {("actual", 46_200_000, 3), ("prior", 42_800_000, 2)}
