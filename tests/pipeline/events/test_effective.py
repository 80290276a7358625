"""The day on which a change takes effect, told in words of its own."""

from datetime import date

import pytest

from tests.pipeline.read_texts import PERSONS, read

LEAVES = [("leave", "departed", "John Doe"), ("leave", "post", "Treasurer")]


def days(text: str, links: list[tuple[str, str, str]], day: str = "2020-06-18") -> list[date | None]:
    return [found["effective_on"] for found in read(text, links, names=PERSONS, day=day)]


@pytest.mark.parametrize("words", ["He will continue in his position until 30 September 2020",
                                   "He has agreed to stay on until September 30",
                                   "Mr Doe's last day is September 30",
                                   "Doe will remain with the company until September 30",
                                   "His last working day at the company will be September 30"])
def test_until_when_somebody_stays_is_when_he_leaves(words: str) -> None:
    assert days(f"Treasurer John Doe has decided to leave. {words}.", LEAVES) == [date(2020, 9, 30)]


@pytest.mark.parametrize("words", ["He will stay on as an adviser until September 30", "The offer is open until September 30",
                                   "Jane Roe was hired. She will stay on until September 30"])
def test_what_else_lasts_until_a_day_is_no_departure(words: str) -> None:
    assert days(f"Treasurer John Doe has decided to leave. {words}.", LEAVES) == [None]


@pytest.mark.parametrize("words", ["at the annual general meeting", "after that meeting", "at the conclusion of the AGM"])
def test_the_only_meeting_that_is_dated_is_the_one_that_is_meant(words: str) -> None:
    text = f"The general meeting of shareholders will be held on July 26, 2020. Treasurer John Doe will leave {words}."
    assert days(text, LEAVES) == [date(2020, 7, 26)]


def test_a_meeting_of_another_year_or_without_a_day_dates_nothing() -> None:
    text = "The general meeting will be held on July 26, 2020. Treasurer John Doe will leave after the annual meeting in 2021."
    assert days(text, LEAVES) == [None]
    assert days("Results are due on July 26, 2020. Treasurer John Doe will leave at the annual meeting.", LEAVES) == [None]


def test_who_has_today_joined_does_so_today() -> None:
    links = [("joined", "appointed", "Jane Roe"), ("joined", "post", "director")]
    assert days("Jane Roe has today joined the company as a director.", links) == [date(2020, 6, 18)]


def test_when_ties_a_change_to_the_day_before_it() -> None:
    text = "The factory closes on July 11, when Jane Roe, a former minister, becomes chairman."
    assert days(text, [("becomes", "appointed", "Jane Roe"), ("becomes", "post", "chairman")]) == [date(2020, 7, 11)]


@pytest.mark.parametrize(("words", "day"), [
    ("with immediate effect", date(2020, 6, 18)), ("effective immediately", date(2020, 6, 18)),
    ("w.e.f. September 30, 2020", date(2020, 9, 30)), ("with effect from September 30, 2020", date(2020, 9, 30)),
    ("effective close of business on September 30, 2020", date(2020, 9, 30))])
def test_what_takes_effect_at_once_or_as_of_a_day(words: str, day: date) -> None:
    assert days(f"June 18, 2020\n\nTreasurer John Doe has decided to leave the company {words}.", LEAVES) == [day]


def test_at_once_is_no_day_where_the_text_has_none() -> None:
    assert days("Treasurer John Doe has decided to leave the company with immediate effect.", LEAVES) == [None]


@pytest.mark.parametrize(("text", "day"), [
    ("The board fired Treasurer John Q. Doe on Thursday.", date(2020, 6, 18)), ("Treasurer John Doe was named on Thursday.", None)])
def test_the_weekday_of_a_deed_is_the_day_on_which_it_takes_effect(text: str, day: date | None) -> None:
    verb, role, who = ("fired", "departed", "John Q. Doe") if "fired" in text else ("named", "appointed", "John Doe")
    [found] = read(text, [(verb, role, who), (verb, "post", "Treasurer")], names={who: "PERSON"}, day="2020-06-19")
    assert found["effective_on"] == day


def test_whose_tenure_expires_leaves_then() -> None:
    text = "The exit of the treasurer, John Doe, whose tenure expired on May 31."
    assert days(text, [("exit", "departed", "John Doe"), ("exit", "post", "treasurer")]) == [date(2020, 5, 31)]


def test_who_works_out_his_notice_leaves_at_its_end() -> None:
    text = "Treasurer John Doe has decided to leave. Mr Doe will work out his notice to September 30, 2020."
    assert days(text, LEAVES) == [date(2020, 9, 30)]


def test_a_day_behind_changes_to_a_team_is_that_of_all() -> None:
    text = "Hooli announced changes to its management team, effective September 1, 2020:\n- John Doe will leave as treasurer."
    assert days(text, [("leave", "departed", "John Doe"), ("leave", "post", "treasurer")]) == [date(2020, 9, 1)]
