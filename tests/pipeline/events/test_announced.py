"""When an old change of a person was announced."""

from datetime import date

import pytest

from tests.pipeline.read_texts import PERSONS, read

LONG_BEFORE = [
    ("Jane Roe fills the gap left by treasurer John Doe, who quit in January after a row.", "quit", (date(2023, 1, 1), "month")),
    ("His exit follows that of treasurer John Doe, who resigned on March 30.", "resigned", (date(2023, 3, 30), "day")),
    ("In February, John Doe stepped down as treasurer.", "stepped", (date(2023, 2, 1), "month")),
    ("The board's treasurer John Doe resigned last November.", "resigned", (date(2022, 11, 1), "month")),
]
NEWS = [
    ("The treasurer John Doe resigned on June 20.", "resigned"),  # of the week
    ("The treasurer John Doe, who retired in January, was a founder.", "retired"),  # announced before it happened
    ("The treasurer John Doe resigned, effective January 31.", "resigned"),
    ("The treasurer John Doe will step down in July.", "step"),
]


@pytest.mark.parametrize(("text", "verb", "told"), LONG_BEFORE)
def test_a_change_that_happened_long_before_was_announced_then(text: str, verb: str, told: tuple[date, str]) -> None:
    [found] = read(text, [(verb, "departed", "John Doe"), (verb, "post", "treasurer")], names=PERSONS, day="2023-06-27")
    assert (found["announced_on"], found["date_precision"]) == told


@pytest.mark.parametrize(("text", "verb"), NEWS)
def test_other_changes_are_news_of_the_document(text: str, verb: str) -> None:
    [found] = read(text, [(verb, "departed", "John Doe"), (verb, "post", "treasurer")], names=PERSONS, day="2023-06-27")
    assert found["announced_on"] == date(2023, 6, 27)


def test_the_day_behind_whom_a_verb_names_is_that_of_an_old_change() -> None:
    text = "John Doe handed over the treasurer's job to Jane Roe in January."
    links = [("handed", "departed", "John Doe"), ("handed", "appointed", "Jane Roe"), ("handed", "post", "treasurer"),
             ("handed", "effective", "January")]
    assert {found["announced_on"] for found in read(text, links, names=PERSONS, day="2023-06-27")} == {date(2023, 1, 1)}
