"""Rows of tables that add up to a total are its parts."""

from decimal import Decimal
from typing import Any

import pytest

from rie.pipeline.tables.addends import addends
from tests.pipeline.read_texts import read

SPACED = """Summary (in thousands)

Three Months Ended July 31,        2025        2024
Subscription                   $171,900    $140,900
Professional services            15,400      13,900
Total revenue                  $187,300    $154,800
"""
CELLS = """(in thousands)
Three months ended July 31, | 2025 | 2024
Subscription | 171,900 | 140,900
Professional services | 15,400 | 13,900
Total revenue | 187,300 | 154,800
"""


def told(text: str) -> list[tuple[Any, ...]]:
    return [(values["segment"], values["basis"], values["value"], str(values["period_end"])) for values in read(text, day="2025-08-28")]


@pytest.mark.parametrize("table", [SPACED, CELLS])
def test_rows_that_add_up_to_a_total_are_its_parts(table: str) -> None:
    assert told(table) == [
        ("Subscription", "actual", 171_900_000, "2025-07-31"), ("Subscription", "prior", 140_900_000, "2024-07-31"),
        ("Professional services", "actual", 15_400_000, "2025-07-31"), ("Professional services", "prior", 13_900_000, "2024-07-31"),
        (None, "actual", 187_300_000, "2025-07-31"), (None, "prior", 154_800_000, "2024-07-31")]


@pytest.mark.parametrize("change", [("13,900", "14,900"), ("Total revenue", "Net revenue")])
@pytest.mark.parametrize("table", [SPACED, CELLS])
def test_other_rows_are_none(table: str, change: tuple[str, str]) -> None:
    assert {segment for segment, *_ in told(table.replace(*change))} == {None}


def figures(*values: int | str | None) -> list[Decimal | None]:
    return [None if value is None else Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("rows", "total", "found"),
    [
        ([figures(5, 4), figures(6, 5)], figures(11, 9), 2),
        ([figures(90, 80), figures(5, 4), figures(6, 5)], figures(11, 9), 2),
        ([figures("1.2", "4.1"), figures("3.3", "5.1")], figures("4.6", "9.2"), 2),
        ([figures(5, 4), figures(6, 5)], figures(13, 9), 0),
        ([figures(11, 9)], figures(11, 9), 0),
        ([figures(5, None), figures(6, 5)], figures(11, 5), 0),
        ([figures(5), figures(6, 5)], figures(11, 9), 0),
    ],
)
def test_how_many_rows_add_up(rows: list[list[Decimal | None]], total: list[Decimal | None], found: int) -> None:
    assert addends(rows, total, "Total revenue") == found
