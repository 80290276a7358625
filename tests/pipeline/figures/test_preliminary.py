"""Preliminary results are reported, not foretold."""

import pytest

from tests.pipeline.read_texts import read

HEAD = "Hooli today announced preliminary unaudited revenue for 2023.\n\n"


def bases(text: str, figure: str, period: str) -> set[tuple[str, int | None]]:
    links = [("Revenue", "guidance", figure), ("Revenue", "period", period)]
    return {(row["basis"], row["fiscal_year"]) for row in read(text, links, day="2024-01-08")}


@pytest.mark.parametrize("period", ["fourth quarter of 2023", "full-year 2023"])
def test_what_is_expected_of_a_period_that_is_over_was_reported(period: str) -> None:
    text = f"{HEAD}Revenue for the {period} is expected to be approximately $69.7 million."
    assert bases(text, "$69.7 million", period) == {("actual", 2023)}


def test_what_is_expected_of_a_coming_year_stays_expected() -> None:
    text = f"{HEAD}Revenue for full-year 2024 is expected to be approximately $80 million."
    assert bases(text, "$80 million", "full-year 2024") == {("guidance_low", 2024), ("guidance_high", 2024)}


def test_a_range_and_a_text_that_is_not_preliminary_stay_expected() -> None:
    told = "Revenue for the fourth quarter of 2023 is expected to be"
    assert bases(f"{HEAD}{told} $60 million to $70 million.", "$60 million to $70 million", "fourth quarter of 2023") == {
        ("guidance_low", 2023), ("guidance_high", 2023)}
    assert ("actual", 2023) not in bases(f"Hooli warned.\n\n{told} $60 million.", "$60 million", "fourth quarter of 2023")
