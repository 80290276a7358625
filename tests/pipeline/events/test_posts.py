"""Which post words speak of without naming it, and who takes it up."""

from datetime import date

import pytest

from tests.pipeline.read_texts import PERSONS, read

PEOPLE = {**PERSONS, "Ann Poe": "PERSON"}


def changes(text: str, links: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    return [(found["person"], found["action"], found["role"]) for found in read(text, links, names=PEOPLE)]


def test_who_assumes_the_duties_of_another_takes_up_his_post() -> None:
    text = "Treasurer John Doe has resigned. John Doe's duties will be assumed by the chairman, Sir Jane Roe, until a successor is found."
    links = [("resigned", "departed", "John Doe"), ("resigned", "post", "Treasurer"), ("assumed", "appointed", "John Doe"),
             ("assumed", "post", "chairman")]
    assert changes(text, links) == [("John Doe", "departed", "Treasurer"), ("Jane Roe", "appointed", "Treasurer")]


def test_whose_place_is_taken_leaves_his_post_to_another() -> None:
    text = "Treasurer John Doe has resigned. John Doe's place is taken by Jane Roe, of a rival."
    links = [("resigned", "departed", "John Doe"), ("resigned", "post", "Treasurer"), ("taken", "appointed", "Jane Roe")]
    assert changes(text, links) == [("John Doe", "departed", "Treasurer"), ("Jane Roe", "appointed", "Treasurer")]


@pytest.mark.parametrize("words", ["and of Mr Ann Poe, the treasurer", "and Ann Poe, its treasurer",
                                   "for nine years, and of Ann Poe, treasurer"])
def test_each_of_those_whose_resignation_is_told_leaves_a_post_of_his_own(words: str) -> None:
    text = f"The row ended with the resignation of Mr John Doe, its chief executive {words}."
    found = changes(text, [("resignation", "departed", "John Doe"), ("resignation", "post", "chief executive")])
    assert found == [("John Doe", "departed", "chief executive"), ("Ann Poe", "departed", "treasurer")]


def test_a_verb_that_and_joins_to_another_has_its_subject() -> None:
    text = "John Doe has relinquished his position as executive chairman and has been designated as vice president."
    links = [("relinquished", "departed", "John Doe"), ("relinquished", "post", "executive chairman"),
             ("designated", "post", "vice president"), ("relinquished", "post", "vice president")]
    assert changes(text, links) == [("John Doe", "departed", "executive chairman"), ("John Doe", "appointed", "vice president")]


@pytest.mark.parametrize("words", ["retired as treasurer and has ceased to be chairman of the audit committee",
                                   "resigned as treasurer and as chairman of the audit committee"])
def test_posts_with_a_verb_or_an_as_of_their_own_are_left_each(words: str) -> None:
    verb = words.split(maxsplit=1)[0]
    links = [(verb, "departed", "John Doe"), (verb, "post", "treasurer"), (verb, "post", "chairman of the audit committee")]
    more = [("ceased", "departed", "John Doe"), ("ceased", "post", "chairman of the audit committee")] if "ceased" in words else []
    assert changes(f"John Doe has {words}.", links + more) == [
        ("John Doe", "departed", "treasurer"), ("John Doe", "departed", "chairman of the audit committee")]


def test_who_steps_down_from_it_leaves_the_board_told_before() -> None:
    text = "Jane Roe will join the supervisory board. John Doe steps down from it after five years."
    links = [("join", "appointed", "Jane Roe"), ("join", "post", "supervisory board"), ("steps", "departed", "John Doe")]
    assert changes(text, links) == [("Jane Roe", "appointed", "supervisory board"), ("John Doe", "departed", "supervisory board")]


def test_who_followed_leaves_as_the_one_before() -> None:
    text = "Hooli had lost its treasurer, Jane Roe, and the chief people officer John Doe followed in October."
    links = [("lost", "departed", "Jane Roe"), ("lost", "post", "treasurer"), ("followed", "post", "chief people officer"),
             ("followed", "appointed", "John Doe")]
    assert changes(text, links) == [("Jane Roe", "departed", "treasurer"), ("John Doe", "departed", "chief people officer")]


def test_who_follows_somebody_takes_up_his_post() -> None:
    text = "Hooli has lost its treasurer, Jane Roe. John Doe followed Jane Roe as treasurer."
    links = [("lost", "departed", "Jane Roe"), ("lost", "post", "treasurer"), ("followed", "post", "treasurer"),
             ("followed", "appointed", "John Doe")]
    assert ("John Doe", "appointed", "treasurer") in changes(text, links)


def test_the_day_behind_who_joins_is_that_of_the_change() -> None:
    text = "Hooli has named treasurer Jane Roe, 39, who joins on March 1 from the accountants."
    [found] = read(text, [("named", "appointed", "Jane Roe"), ("named", "post", "treasurer"), ("joins", "appointed", "Jane Roe")],
                   names=PERSONS, day="1994-02-02")
    assert found["effective_on"] == date(1994, 3, 1)


def test_a_year_of_another_clause_is_not_that_of_a_change() -> None:
    text = "Jane Roe, who founded Initech in 1994, will join Hooli as treasurer."
    [found] = read(text, [("join", "appointed", "Jane Roe"), ("join", "post", "treasurer")], names=PERSONS, day="2004-10-05")
    assert found["effective_on"] is None


def test_changes_that_take_effect_on_a_day_are_also_those_of_who_leaves() -> None:
    text = ("Hooli announces the following changes, all of which shall take effect from the conclusion of the meeting held on "
            "March 1, 2009: Jane Roe has retired as treasurer.")
    [found] = read(text, [("retired", "departed", "Jane Roe"), ("retired", "post", "treasurer")], names=PERSONS, day="2009-02-02")
    assert found["effective_on"] == date(2009, 3, 1)


@pytest.mark.parametrize(("words", "verb"), [("has been inducted as a director", "inducted"), ("will officiate as director", "officiate")])
def test_words_of_other_countries_tell_changes_too(words: str, verb: str) -> None:
    assert changes(f"Jane Roe {words}.", [(verb, "appointed", "Jane Roe"), (verb, "post", "director")]) == [
        ("Jane Roe", "appointed", "director")]


def test_a_post_that_is_found_in_somebody_is_taken_up() -> None:
    text = "Hooli has found itself a new treasurer in Jane Roe."
    assert changes(text, [("found", "appointed", "Jane Roe"), ("found", "post", "treasurer")]) == [("Jane Roe", "appointed", "treasurer")]
