"""Texts and the values that are read from them; the pairs are data in tests/fixtures/values."""

from datetime import date

import pytest

from rie.values import (
    PartialDate,
    acronym,
    find_money,
    find_percents,
    find_periods,
    fold,
    parse_number,
    qualifier,
    strip_legal_form,
)

ANCHOR = PartialDate(2017, 3, 15)


def _line(*cells: object) -> str:
    return " | ".join("-" if cell is None else str(cell) for cell in cells).replace("\n", "\\n")


@pytest.mark.pairs("money.txt")
def test_money_is_read(text: str, expected: list[str]) -> None:
    found = find_money(text)
    assert [
        _line(
            text[item.start : item.end],
            f"{item.value.amount:f}",
            item.value.currency,
            None if item.value.high is None else f"{item.value.high:f}",
        )
        for item in found
    ] == expected


@pytest.mark.pairs("periods.txt")
def test_periods_are_read(text: str, expected: list[str]) -> None:
    found = find_periods(text, ANCHOR)
    assert [
        _line(
            text[item.start : item.end],
            None if item.value.start == date.min else item.value.start,
            None if item.value.end == date.max else item.value.last,
            item.value.precision,
            item.value.label,
        )
        for item in found
    ] == expected


@pytest.mark.pairs("percents.txt")
def test_percentages_are_read(text: str, expected: list[str]) -> None:
    assert [_line(text[item.start : item.end], f"{item.value:f}") for item in find_percents(text)] == expected


@pytest.mark.pairs("qualifiers.txt")
def test_qualifier_is_read(text: str, expected: list[str]) -> None:
    (found,) = find_money(text)
    assert [qualifier(text, found.start, found.end)] == expected


@pytest.mark.pairs("names.txt")
def test_name_is_made_comparable(text: str, expected: list[str]) -> None:
    assert [_line(fold(text), strip_legal_form(text), acronym(text)).strip()] == expected


@pytest.mark.pairs("numbers.txt")
def test_number_is_read(text: str, expected: list[str]) -> None:
    value = parse_number(text)
    assert ["-" if value is None else f"{value:f}"] == expected
