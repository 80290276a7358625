"""Who leaves by a verb of leaving, and which post."""

import pytest

from tests.pipeline.read_texts import PERSONS, read, reports

PEOPLE = {**PERSONS, "Ann Poe": "PERSON"}


def changes(text: str, links: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    return [(found["person"], found["action"], found["role"]) for found in read(text, links, names=PEOPLE)]


def test_who_stands_right_before_a_verb_of_leaving_leaves_and_nobody_else() -> None:
    text = "The bank made Jane Roe chief executive, ending a search that began when John Doe resigned."
    links = [
        ("made", "appointed", "Jane Roe"),
        ("made", "post", "chief executive"),
        ("resigned", "departed", "Jane Roe"),
        ("resigned", "departed", "John Doe"),
        ("resigned", "post", "chief executive"),
    ]
    assert changes(text, links) == [("Jane Roe", "appointed", "chief executive"), ("John Doe", "departed", "chief executive")]


def test_who_is_told_of_behind_the_verb_of_another_does_not_leave() -> None:
    text = "John Doe, 64, who has run the mill for years, will retire as chairman in May, when Jane Roe comes back."
    links = [("retire", "departed", "John Doe"), ("retire", "departed", "Jane Roe"), ("retire", "post", "chairman")]
    assert changes(text, links) == [("John Doe", "departed", "chairman")]


def test_those_whom_and_joins_leave_together() -> None:
    text = "John Doe and Jane Roe have resigned as directors, as did Ann Poe."
    links = [("resigned", "departed", name) for name in PEOPLE] + [("resigned", "post", "directors")]
    assert {person for person, _, _ in changes(text, links)} == set(PEOPLE)


def test_a_post_that_somebody_leaves_for_is_not_what_he_leaves() -> None:
    text = "Treasurer John Doe has decided to leave the company in order to take up a position as CEO of a shipping group in Oslo."
    assert changes(text, [("leave", "departed", "John Doe"), ("leave", "post", "CEO")]) == [("John Doe", "departed", "Treasurer")]


def test_the_board_right_behind_a_verb_is_left() -> None:
    [found] = reports(
        "John Doe did not stand again and left the Board at the close of the meeting.",
        [("left", "departed", "John Doe")],
        names=PEOPLE,
        weak=[("left", "post", "Board")],
    )
    assert (found.values["action"], found.values["role"]) == ("departed", "Board")


@pytest.mark.parametrize("words", ["expanded its board to seven and added", "will enlarge its board of directors. It added"])
def test_who_is_added_to_a_board_that_grows_takes_a_seat_on_it(words: str) -> None:
    found = changes(
        f"Hooli {words} Jane Roe, a lawyer, and Ann Poe, a dean.", [("added", "appointed", "Jane Roe"), ("added", "appointed", "Ann Poe")]
    )
    told = [("Jane Roe", "appointed", "board"), ("Ann Poe", "appointed", "board")]
    assert found == (told if "." not in words else [])


def test_a_post_that_was_only_thought_possible_does_not_make_a_change_doubtful() -> None:
    text = "Its chief executive, John Doe, tendered his resignation. The exit is the second at the top: the treasurer left in June."
    [found] = reports(
        text,
        [("resignation", "departed", "John Doe"), ("resignation", "post", "chief executive"), ("exit", "departed", "John Doe")],
        names=PEOPLE,
        weak=[("exit", "post", "treasurer")],
    )
    assert found.values["role"] == "chief executive"


def test_who_held_the_job_that_somebody_takes_up_leaves_it() -> None:
    text = "Jane Roe has become president, a job her father, John Doe, held since 1994."
    found = changes(text, [("become", "appointed", "Jane Roe"), ("become", "appointed", "John Doe"), ("become", "post", "president")])
    assert set(found) == {("Jane Roe", "appointed", "president"), ("John Doe", "departed", "president")}
