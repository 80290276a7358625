"""Whose title, company and day the words around a change are."""

from datetime import date

import pytest

from tests.pipeline.read_texts import PERSONS, read

FIRMS = {"Acme": "COMPANY", "Globex": "COMPANY"}


def changes(text: str, links: list[tuple[str, str, str]]) -> set[tuple[str, str, str]]:
    return {(found["person"], found["action"], found["role"]) for found in read(text, links, names=PERSONS | FIRMS)}


@pytest.mark.parametrize("words", ["Treasurer John Doe", "John Doe, the treasurer,", "Its treasurer, Mr John Doe,"])
def test_who_leaves_leaves_the_post_that_is_his_title(words: str) -> None:
    text = f"Jane Roe was named chairman. {words} will go in May."
    links = [("named", "appointed", "Jane Roe"), ("named", "post", "chairman"), ("go", "departed", "John Doe"), ("go", "post", "chairman")]
    told = {(person, action, role.casefold()) for person, action, role in changes(text, links)}
    assert told == {("Jane Roe", "appointed", "chairman"), ("John Doe", "departed", "treasurer")}


def test_who_leaves_a_thing_as_it_is_leaves_no_post() -> None:
    assert not changes("Its chairman, John Doe, promised to leave the recipes alone.", [("leave", "departed", "John Doe")])


@pytest.mark.parametrize(("text", "role"), [
    ("Director John Doe has stepped down as chairman.", "chairman"), ("Former treasurer John Doe has left as chairman.", "chairman")])
def test_a_post_behind_the_verb_goes_before_a_title(text: str, role: str) -> None:
    verb = "stepped" if "stepped" in text else "left"
    assert changes(text, [(verb, "departed", "John Doe"), (verb, "post", "chairman")]) == {("John Doe", "departed", role)}


@pytest.mark.parametrize("words", ["the company's treasurer", "currently treasurer", "its treasurer"])
def test_what_a_successor_is_so_far_is_no_post_that_he_takes_up(words: str) -> None:
    text = f"John Doe has stepped down as chairman and has been replaced by Jane Roe, {words}."
    links = [("stepped", "departed", "John Doe"), ("stepped", "post", "chairman"), ("replaced", "departed", "John Doe"),
             ("replaced", "appointed", "Jane Roe"), ("replaced", "post", "chairman"), ("replaced", "post", "treasurer")]
    assert changes(text, links) == {("John Doe", "departed", "chairman"), ("Jane Roe", "appointed", "chairman")}


def test_who_joins_from_a_company_joins_the_one_that_opens_the_line() -> None:
    text = "Globex - Jane Roe joins as treasurer from Acme."
    links = [("joins", "appointed", "Jane Roe"), ("joins", "post", "treasurer"), ("joins", "company", "Acme")]
    [found] = read(text, links, names=PERSONS | FIRMS)
    assert found["company"] == "Globex"


def test_who_moves_to_a_post_takes_it_up() -> None:
    text = "Jane Roe succeeds John Doe as treasurer. John Doe moves to the role of executive chairman."
    links = [("succeeds", "appointed", "Jane Roe"), ("succeeds", "departed", "John Doe"), ("succeeds", "post", "treasurer"),
             ("moves", "departed", "John Doe"), ("moves", "post", "executive chairman")]
    assert ("John Doe", "appointed", "executive chairman") in changes(text, links)


def test_the_day_on_which_somebody_else_leaves_is_not_that_of_a_change() -> None:
    text = "Hooli named Jane Roe chairman. The filing came late. Treasurer John Doe will leave on November 30."
    links = [("named", "appointed", "Jane Roe"), ("named", "post", "chairman"), ("named", "effective", "November 30"),
             ("leave", "departed", "John Doe"), ("leave", "post", "Treasurer"), ("leave", "effective", "November 30")]
    found = read(text, links, names=PERSONS, day="2020-09-22")
    assert {values["person"]: values["effective_on"] for values in found} == {"Jane Roe": None, "John Doe": date(2020, 11, 30)}


@pytest.mark.parametrize("words", ["The new treasurer is Jane Roe, formerly of Acme.", "Its new treasurer will be Ms Jane Roe."])
def test_who_the_new_one_is_takes_up_the_post(words: str) -> None:
    assert changes(f"Hooli had a bad year. {words}", []) == {("Jane Roe", "appointed", "treasurer")}


@pytest.mark.parametrize("words", ["The new treasurer is not Jane Roe.", "The new treasurer is Jane Roe's brother."])
def test_who_the_new_one_is_not_takes_up_nothing(words: str) -> None:
    assert not changes(words, [])


def test_on_whose_retirement_somebody_comes_leaves() -> None:
    text = "Jane Roe becomes treasurer on the retirement of John Doe."
    links = [("becomes", "appointed", "Jane Roe"), ("becomes", "post", "treasurer"), ("retirement", "appointed", "John Doe"),
             ("retirement", "post", "treasurer")]
    assert changes(text, links) == {("Jane Roe", "appointed", "treasurer"), ("John Doe", "departed", "treasurer")}


def test_a_successor_takes_up_the_title_of_who_hands_over() -> None:
    text = "Chief executive John Doe will hand over to chief operating officer Jane Roe."
    links = [("hand", "departed", "John Doe"), ("hand", "departed", "Jane Roe"), ("hand", "post", "chief operating officer")]
    assert changes(text, links) == {("John Doe", "departed", "Chief executive"), ("Jane Roe", "appointed", "Chief executive")}


def test_who_is_removed_leaves() -> None:
    text = "Shareholders voted to remove John Doe as treasurer."
    assert changes(text, [("remove", "appointed", "John Doe"), ("remove", "post", "treasurer")]) == {("John Doe", "departed", "treasurer")}
