"""Who leaves one post for another."""

from datetime import date

import pytest

from tests.pipeline.read_texts import PERSONS, read

NAMED = [("named", "appointed", "Jane Roe"), ("named", "post", "president")]
RETIRES = [("retires", "departed", "John Doe"), ("retires", "post", "president")]


def changes(text: str, links: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    return [(found["person"], found["action"], found["role"]) for found in read(text, links, names=PERSONS, day="2003-09-24")]


def test_who_retires_and_will_serve_in_a_post_takes_it_up() -> None:
    text = "John Doe retires as president. Mr. John Doe will remain a director and, beginning January 1, will serve as chairman."
    found = read(text, [*RETIRES, ("serve", "post", "chairman")], names=PERSONS, day="2003-09-24")
    assert [(values["action"], values["role"], values["effective_on"]) for values in found] == [
        ("departed", "president", None), ("appointed", "chairman", date(2004, 1, 1))]


@pytest.mark.parametrize("words", ["will continue to serve as chairman", "will serve as chairman of Globex Bank in Leeds"])
def test_who_goes_on_or_serves_elsewhere_takes_up_nothing(words: str) -> None:
    text = f"John Doe retires as president. John Doe {words}."
    assert changes(text, [*RETIRES, ("serve", "post", "chairman")]) == [("John Doe", "departed", "president")]


def test_who_has_the_post_that_another_takes_up_leaves_it_for_the_next() -> None:
    text = "Hooli named Jane Roe president. President John Doe, 67, will become chairman."
    assert changes(text, [*NAMED, ("become", "appointed", "John Doe"), ("become", "post", "chairman")]) == [
        ("Jane Roe", "appointed", "president"), ("John Doe", "appointed", "chairman"), ("John Doe", "departed", "President")]


@pytest.mark.parametrize("title", ["Former President", "Treasurer", "Vice President"])
def test_who_has_another_title_or_had_it_before_does_not(title: str) -> None:
    text = f"Hooli named Jane Roe president. {title} John Doe will become chairman."
    found = changes(text, [*NAMED, ("become", "appointed", "John Doe"), ("become", "post", "chairman")])
    assert all(action == "appointed" for _, action, _ in found)
