"""Who takes up which post where the words leave no doubt."""

from datetime import date

import pytest

from tests.pipeline.read_texts import PERSONS, read, reports

PEOPLE = {**PERSONS, "Ann Poe": "PERSON", "Bob Low": "PERSON"}


@pytest.mark.parametrize("words", ["replaced by John Doe", "succeeded by its current chief financial officer, John Doe",
                                   "replaced as treasurer by John Doe"])
def test_who_replaces_somebody_is_named_behind_by(words: str) -> None:
    verb = words.split(maxsplit=1)[0]
    found = read(f"Treasurer Jane Roe will be {words}.", [(verb, "departed", "Jane Roe"), (verb, "post", "Treasurer")], names=PEOPLE)
    assert ("John Doe", "appointed") in [(values["person"], values["action"]) for values in found]


def test_who_is_thought_to_succeed_somebody_takes_up_his_post() -> None:
    text = "Jane Roe has been chosen to succeed John Doe as treasurer."
    links = [("succeed", "departed", "John Doe"), ("succeed", "post", "treasurer")]
    found = reports(text, links, names=PEOPLE, weak=[("succeed", "appointed", "Jane Roe")])
    assert {(report.values["person"], report.values["action"]) for report in found} == {("Jane Roe", "appointed"), ("John Doe", "departed")}


def test_each_of_a_list_takes_up_a_post_of_his_own() -> None:
    text = "Hooli promoted Jane Roe to partner and general counsel, John Doe to vice president and Ann Poe to treasurer."
    found = read(text, [("promoted", "appointed", "Jane Roe"), ("promoted", "post", "partner")], names=PEOPLE)
    assert [(values["person"], values["role"]) for values in found] == [
        ("Jane Roe", "partner and general counsel"), ("John Doe", "vice president"), ("Ann Poe", "treasurer")]


def test_whose_post_has_no_name_here_takes_up_none() -> None:
    text = "Hooli hired Jane Roe as Mascot and John Doe as treasurer."
    links = [("hired", "appointed", "Jane Roe"), ("hired", "appointed", "John Doe"), ("hired", "post", "treasurer")]
    assert [(values["person"], values["role"]) for values in read(text, links, names=PEOPLE)] == [("John Doe", "treasurer")]


def test_who_stands_in_a_list_with_a_new_director_is_one_too() -> None:
    text = "The holders elected a new board consisting of Jane Roe, John Doe and Ann Poe."
    found = read(text, [("elected", "appointed", "Jane Roe"), ("elected", "post", "board")], names=PEOPLE)
    assert {values["person"] for values in found} == {"Jane Roe", "John Doe", "Ann Poe"}


def test_kin_take_up_nothing() -> None:
    text = "Jane Roe, the daughter of group chairman John Doe, was promoted to president."
    links = [("promoted", "appointed", "Jane Roe"), ("promoted", "appointed", "John Doe"), ("promoted", "post", "president")]
    assert [values["person"] for values in read(text, links, names=PEOPLE)] == ["Jane Roe"]


def test_a_vacancy_that_the_board_fills_is_its_own() -> None:
    text = "The Board increased its size from seven to eight members and elected Jane Roe to fill the vacancy."
    [found] = read(text, [("elected", "appointed", "Jane Roe")], names=PEOPLE)
    assert (found["person"], found["role"]) == ("Jane Roe", "Board")


def test_who_leaves_without_a_post_leaves_the_one_told_right_behind() -> None:
    text = "Jane Roe will leave Hooli on June 1, 2021. She has been treasurer of the software vendor for eight years."
    [found] = read(text, [("leave", "departed", "Jane Roe"), ("leave", "effective", "June 1, 2021")], names=PEOPLE, day="2021-05-12")
    assert (found["role"], found["effective_on"]) == ("treasurer", date(2021, 6, 1))


@pytest.mark.parametrize(("text", "trigger", "day"), [
    ("Jane Roe, who on June 1 becomes chairman, said so.", "becomes", date(2021, 6, 1)),
    ("On June 1, 2021 Jane Roe will become chairman.", "become", date(2021, 6, 1)),
    ("On May 10 Jane Roe became chairman.", "became", None)])
def test_the_day_before_a_verb_is_that_of_what_is_to_come(text: str, trigger: str, day: date | None) -> None:
    [found] = read(text, [(trigger, "appointed", "Jane Roe"), (trigger, "post", "chairman")], names=PEOPLE, day="2021-05-12")
    assert found["effective_on"] == day


def test_a_post_that_is_called_one_goes_before_what_somebody_is() -> None:
    text = "Hooli elected Jane Roe, its president and chief executive, to the additional post of chairman."
    links = [("elected", "appointed", "Jane Roe"), ("elected", "post", "president"), ("elected", "post", "chief executive")]
    assert [values["role"] for values in read(text, links, names=PEOPLE)] == ["chairman"]


@pytest.mark.parametrize(("words", "role"), [
    ("will become chairman, and vice president John Doe will lead", "chairman"), ("becomes chairman emeritus", "chairman emeritus"),
    ("becomes vice president-finance", "vice president-finance"), ("moves up to the top job", "top job")])
def test_a_post_ends_before_the_title_of_another(words: str, role: str) -> None:
    verb = next(word for word in ("become", "becomes", "moves") if f"{word} " in words)
    links = [(verb, "appointed", "Jane Roe"), (verb, "post", role)]
    assert [values["role"] for values in read(f"Jane Roe {words}.", links, names=PEOPLE)] == [role]


@pytest.mark.parametrize(("words", "interim"), [
    ("act as treasurer until a permanent replacement is found", True), ("serve as director until a successor is elected", False)])
def test_who_acts_until_a_successor_is_found_is_interim(words: str, interim: bool) -> None:
    verb, post = words.split(maxsplit=1)[0], words.split()[2]
    [found] = read(f"Jane Roe will {words}.", [(verb, "appointed", "Jane Roe"), (verb, "post", post)], names=PEOPLE)
    assert found["interim"] is interim


def test_the_next_item_of_a_column_is_of_the_company_that_it_names() -> None:
    text = "Ports: Jane Roe has been promoted to director at Acme.\n\nShipping: John Doe is retiring from Globex as president. " \
           "His son Bob Low moves up to the top job."
    links = [("promoted", "appointed", "Jane Roe"), ("promoted", "post", "director"), ("promoted", "company", "Acme"),
             ("retiring", "departed", "John Doe"), ("retiring", "post", "president"), ("retiring", "company", "Globex"),
             ("moves", "appointed", "Bob Low"), ("moves", "post", "top job")]
    found = read(text, links, names={**PEOPLE, "Acme": "COMPANY", "Globex": "COMPANY"}, title="Movers")
    assert {values["person"]: values["company"] for values in found}["Bob Low"] == "Globex"


@pytest.mark.parametrize("text", [
    "Acme said Jane Roe, a director of Globex, was named to its board.", "Acme named Globex chairman, Jane Roe, to its board."])
def test_whoever_tells_it_has_the_board_not_where_somebody_comes_from(text: str) -> None:
    links = [("named", "appointed", "Jane Roe"), ("named", "post", "board"), ("named", "company", "Globex")]
    found = read(text, links, names={**PEOPLE, "Acme": "COMPANY", "Globex": "COMPANY"}, title="News")
    assert [values["company"] for values in found] == ["Acme"]


def test_somebody_addressed_as_chief_holds_no_post_of_that_name() -> None:
    text = "The chairman, Chief Jane Roe, will retire."
    links = [("retire", "departed", "Jane Roe"), ("retire", "post", "chairman"), ("retire", "post", "Chief")]
    assert [values["role"] for values in read(text, links, names=PEOPLE)] == ["chairman"]
