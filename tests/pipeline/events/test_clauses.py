"""Of which verb a person, a post and a day are where one text tells several changes."""

from datetime import date

import pytest

from tests.pipeline.read_texts import PERSONS, read, reports

PEOPLE = {**PERSONS, "Ann Poe": "PERSON", "Bob Low": "PERSON"}
Row = tuple[str, str, str, date | None]


def rows(text: str, links: list[tuple[str, str, str]], *, day: str = "2021-05-12") -> list[Row]:
    found = read(text, links, names=PEOPLE, day=day)
    return sorted((values["person"], values["action"], values["role"], values["effective_on"]) for values in found)


def test_who_is_named_in_the_sentence_of_one_change_is_not_of_the_other() -> None:
    text = "Hooli said Jane Roe resigned as chairman effective May 3. John Doe and Ann Poe have quit as directors."
    links = [("resigned", "departed", "Jane Roe"), ("resigned", "post", "chairman"), ("resigned", "effective", "May 3"),
             ("quit", "departed", "John Doe"), ("quit", "departed", "Ann Poe"), ("quit", "post", "directors")]
    assert rows(text, links) == [("Ann Poe", "departed", "director", None), ("Jane Roe", "departed", "chairman", date(2021, 5, 3)),
                                 ("John Doe", "departed", "director", None)]


def test_of_two_verbs_of_a_sentence_each_has_its_own_person_and_post() -> None:
    text = "Jane Roe has resigned from the board and secretary John Doe has quit."
    [first, *others] = [("resigned", "departed", "Jane Roe"), ("resigned", "post", "board"), ("quit", "departed", "John Doe"),
                        ("quit", "post", "secretary")]
    sure = reports(text, [first, *others], names=PEOPLE)
    assert sorted((report.values["person"], report.values["role"]) for report in sure) == [("Jane Roe", "board"), ("John Doe", "secretary")]


def test_the_day_on_which_somebody_had_left_is_not_that_of_who_follows() -> None:
    text = "Jane Roe was elected treasurer. She replaces John Doe, who retired in March."
    links = [("elected", "appointed", "Jane Roe"), ("elected", "post", "treasurer"), ("replaces", "appointed", "Jane Roe"),
             ("replaces", "departed", "John Doe"), ("retired", "departed", "John Doe"), ("retired", "effective", "March")]
    assert rows(text, links) == [("Jane Roe", "appointed", "treasurer", None), ("John Doe", "departed", "treasurer", date(2021, 3, 1))]


def test_who_also_leaves_the_board_leaves_two_posts() -> None:
    text = "Jane Roe will retire as treasurer on June 1, 2021 and will also leave the board."
    links = [("retire", "departed", "Jane Roe"), ("retire", "post", "treasurer"), ("retire", "effective", "June 1, 2021"),
             ("leave", "departed", "Jane Roe"), ("leave", "post", "board")]
    assert [(person, role) for person, _, role, _ in rows(text, links)] == [("Jane Roe", "board"), ("Jane Roe", "treasurer")]


@pytest.mark.parametrize(("words", "post"), [
    ("who has served as interim chief executive officer since May", "chief executive officer"),
    ("who resigned as chairman", "chairman"), ("who likes boats", "president")])
def test_who_is_replaced_leaves_the_post_that_he_held(words: str, post: str) -> None:
    text = f"Jane Roe was named president. She replaces John Doe, {words}."
    links = [("named", "appointed", "Jane Roe"), ("named", "post", "president"), ("replaces", "appointed", "Jane Roe"),
             ("replaces", "departed", "John Doe")]
    assert [(person, role) for person, _, role, _ in rows(text, links)] == [("Jane Roe", "president"), ("John Doe", post)]


def test_who_succeeds_may_take_up_another_post_than_was_left() -> None:
    text = "Jane Roe, its chairman and president, resigned. John Doe was elected president and treasurer to succeed Roe."
    links = [("resigned", "departed", "Jane Roe"), ("resigned", "post", "chairman"), ("elected", "appointed", "John Doe"),
             ("elected", "departed", "Jane Roe"), ("elected", "post", "treasurer")]
    assert ("John Doe", "appointed", "president and treasurer", None) in rows(text, links)


def test_the_day_on_which_somebody_offered_to_go_is_not_that_of_the_change() -> None:
    text = "John Doe, who had offered to quit as treasurer in March, leaves."
    links = [("quit", "departed", "John Doe"), ("quit", "post", "treasurer"), ("quit", "effective", "March")]
    assert rows(text, links) == [("John Doe", "departed", "treasurer", None)]
