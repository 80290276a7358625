"""Who stands in the sentence of a change and plays no role in it, and to which of several verbs people and posts belong."""

import pytest

from tests.pipeline.read_texts import PERSONS, read

FIRMS = {"Acme": "COMPANY", "Globex": "COMPANY"}
OTHERS = {"Ann Poe": "PERSON", "Max Moe": "PERSON"}


def changes(text: str, links: list[tuple[str, str, str]], title: str = "") -> set[tuple[str, str, str]]:
    found = read(text, links, names=PERSONS | FIRMS | OTHERS, title=title)
    return {(one["person"], one["action"], one["role"].casefold()) for one in found}


@pytest.mark.parametrize("text", [
    "Jane Roe, the nominee of the company's main shareholder John Doe, was appointed treasurer.",
    "In a statement signed by the secretary, John Doe, the bank told of Jane Roe, who was appointed treasurer.",
    "John Doe told the bourse of the appointed treasurer: the appointment of Ms. Jane Roe."])
def test_who_only_stands_beside_takes_up_nothing(text: str) -> None:
    verb = "appointment" if "appointment" in text else "appointed"
    links = [(verb, "appointed", "Jane Roe"), (verb, "appointed", "John Doe"), (verb, "post", "treasurer")]
    assert changes(text, links) == {("Jane Roe", "appointed", "treasurer")}


def test_since_when_a_post_is_vacant_is_no_day_of_a_change() -> None:
    text = "Jane Roe was named treasurer and fills a post vacant since June."
    [found] = read(text, [("named", "appointed", "Jane Roe"), ("named", "post", "treasurer"), ("named", "effective", "June")],
                   names=PERSONS, day="2020-10-02")
    assert found["effective_on"] is None


def test_of_two_verbs_of_a_title_each_has_its_own() -> None:
    title, text = "Acme elects directors, names Jane Roe chairman", "Acme named Jane Roe chairman."
    both = [(verb, "post", post) for verb in ("elects", "names") for post in ("directors", "chairman")]
    links = [*both, ("elects", "appointed", "Jane Roe"), ("names", "appointed", "Jane Roe"), ("named", "appointed", "Jane Roe"),
             ("named", "post", "chairman"), ("named", "company", "Acme")]
    assert changes(text, links, title) == {("Jane Roe", "appointed", "chairman")}


def test_each_of_a_list_of_new_directors_is_one() -> None:
    text = "The new directors are Jane Roe, owner of Acme, and Dr. John Doe, a dentist."
    links = [("new", "appointed", "Jane Roe"), ("new", "departed", "John Doe")]
    assert changes(text, links) == {("Jane Roe", "appointed", "director"), ("John Doe", "appointed", "director")}


def test_who_comes_from_a_firm_takes_up_a_post_of_the_one_that_elects_him() -> None:
    text = "Acme elected Jane Roe, a partner at the law firm Globex, chairman."
    [found] = read(text, [("elected", "appointed", "Jane Roe"), ("elected", "post", "chairman"), ("elected", "company", "Globex")],
                   names=PERSONS | FIRMS, title="x")
    assert found["company"] == "Acme"


@pytest.mark.parametrize("text", ["The board named director Ann Poe to replace him.", "The board elected, to replace him, Ms. Ann Poe."])
def test_who_is_named_to_replace_somebody_takes_up_his_post(text: str) -> None:
    links = [("resigned", "departed", "John Doe"), ("resigned", "post", "treasurer")]
    found = changes(f"John Doe resigned as treasurer. {text}", links)
    assert ("Ann Poe", "appointed", "treasurer") in found


def test_whom_somebody_takes_over_from_leaves_the_post_told_before() -> None:
    text = "Acme named Jane Roe treasurer. She takes over from John Doe, who retires on June 30."
    links = [("named", "appointed", "Jane Roe"), ("named", "post", "treasurer"), ("named", "company", "Acme"),
             ("takes", "appointed", "She"), ("takes", "departed", "John Doe")]
    assert changes(text, links) == {("Jane Roe", "appointed", "treasurer"), ("John Doe", "departed", "treasurer")}


def test_two_who_leave_together_leave_each_his_own_post() -> None:
    text = "Sales chief Jane Roe and general counsel John Doe resigned."
    links = [("resigned", "departed", "Jane Roe"), ("resigned", "departed", "John Doe"), ("resigned", "post", "Sales chief"),
             ("resigned", "post", "general counsel")]
    assert changes(text, links) == {("Jane Roe", "departed", "sales chief"), ("John Doe", "departed", "general counsel")}


@pytest.mark.parametrize("text", [
    "Acme denied press speculation that treasurer John Doe was about to quit.",
    "Acme dismissed as nonsense reports that its treasurer John Doe would quit.",
    "There is talk in the market about treasurer John Doe, who is to quit."])
def test_what_is_denied_or_only_talked_of_is_no_change(text: str) -> None:
    assert not changes(text, [("quit", "departed", "John Doe"), ("quit", "post", "treasurer")])


@pytest.mark.parametrize("text", ["Acme ended the powers of John Doe and elected Jane Roe treasurer.",
                                  "Governor John Doe appointed Jane Roe treasurer."])
def test_whom_a_verb_is_said_of_stands_behind_it(text: str) -> None:
    verb = "elected" if "elected" in text else "appointed"
    links = [(verb, "appointed", "John Doe"), (verb, "appointed", "Jane Roe"), (verb, "post", "treasurer")]
    assert changes(text, links) == {("Jane Roe", "appointed", "treasurer")}


def test_the_day_on_which_somebody_died_is_not_that_of_his_successor() -> None:
    text = "Jane Roe was appointed treasurer, succeeding John Doe, who died May 29."
    found = read(text, [("appointed", "appointed", "Jane Roe"), ("appointed", "post", "treasurer"), ("appointed", "effective", "May 29")],
                 names=PERSONS, day="1994-06-14")
    assert {one["effective_on"] for one in found if one["person"] == "Jane Roe"} == {None}


def test_whom_somebody_was_to_succeed_does_not_leave_with_him() -> None:
    text = "Treasurer John Doe, who had been tipped to succeed Ann Poe, will leave."
    links = [("leave", "departed", "John Doe"), ("leave", "departed", "Ann Poe"), ("leave", "post", "Treasurer")]
    assert changes(text, links) == {("John Doe", "departed", "treasurer")}


def test_a_post_that_has_no_name_here_is_not_the_next_one() -> None:
    text = "Acme hired Jane Roe as executive chef and promoted John Doe to treasurer."
    links = [("hired", "appointed", "Jane Roe"), ("hired", "post", "treasurer"), ("promoted", "appointed", "John Doe"),
             ("promoted", "post", "treasurer"), ("hired", "company", "Acme"), ("promoted", "company", "Acme")]
    assert changes(text, links) == {("John Doe", "appointed", "treasurer")}
