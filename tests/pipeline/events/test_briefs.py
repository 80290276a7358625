"""Lists of companies in brief: whose the figures of their entries and sections are."""

import time

import pytest

from tests.pipeline.read_texts import read

NAMES = {"Hooli": "COMPANY", "Initech": "COMPANY", "Acme": "COMPANY"}


def told(text: str) -> list[tuple[str, int]]:
    return [(row["company"], int(row["value"])) for row in read(text, names=NAMES, day="2022-11-06", title="Reports of the week")]


@pytest.mark.parametrize("headings", [("Hooli ($HOO), Q3'22", "Initech ($INI), FQ3'22 (Oct)"), ("Hooli (HOO-T)", "Initech (INI-T)"),
                                      ("Hooli: third quarter results", "Initech: third quarter results"), ("Hooli", "Initech")])
def test_a_name_that_is_a_heading_has_the_figures_below_it(headings: tuple[str, str]) -> None:
    text = "Out this week.\n\n{}\n\n- Revenue was $5 million\n- Ahead of Acme\n\n{}\n\n- Revenue was $7 million\n".format(*headings)
    assert told(text) == [("Hooli", 5_000_000), ("Initech", 7_000_000)]


def test_an_entry_of_one_line_has_its_own_figures() -> None:
    text = "HOOLI\nHooli: Revenue was $5 million.\nInitech: Revenue was $7 million.\n"
    assert told(text) == [("Hooli", 5_000_000), ("Initech", 7_000_000)]


def test_a_line_that_goes_on_is_no_heading() -> None:
    text = "Hooli said revenue was $5 million.\n\nInitech, its rival, is behind\n\nRevenue was $9 million in the first half.\n"
    assert ("Initech", 9_000_000) not in told(text)


@pytest.mark.parametrize("number", ["1Q2024/2Q2024/3Q2024/4Q2024 net sales.", "11112222333344445555666677 said", "Q1" * 400 + "."])
def test_numbers_behind_a_name_take_no_time(number: str) -> None:
    begin = time.perf_counter()
    told(f"Hooli {number} revenue was $5 million.\n")
    assert time.perf_counter() - begin < 10
