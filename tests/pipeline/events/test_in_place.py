"""Changes in whose place somebody comes, told without post or company."""

import pytest

from tests.pipeline.read_texts import PERSONS, read

FIRMS = {"Acme": "COMPANY", "Globex": "COMPANY"}


def told(text: str, links: list[tuple[str, str, str]]) -> set[tuple[str, str, str, str]]:
    found = read(text, links, names=PERSONS | FIRMS, title="News of the day")
    return {(values["person"], values["role"], values["action"], values["company"]) for values in found}


@pytest.mark.parametrize(("words", "verb"), [("takes his place for the time being", "takes"), ("fills his post from June", "fills"),
                                             ("will take Doe's job in May", "take")])
def test_who_takes_a_place_has_the_post_and_the_company_of_it(words: str, verb: str) -> None:
    text = f"John Doe has left Acme as treasurer. The Globex chemist Jane Roe {words}."
    links = [("left", "departed", "John Doe"), ("left", "post", "treasurer"), ("left", "company", "Acme"), (verb, "appointed", "Jane Roe"),
             (verb, "company", "Globex")]
    assert told(text, links) == {("John Doe", "treasurer", "departed", "Acme"), ("Jane Roe", "treasurer", "appointed", "Acme")}


def test_who_takes_a_place_for_the_time_being_is_interim() -> None:
    text = "John Doe has left Acme as treasurer. Jane Roe takes his place for the time being."
    links = [("left", "departed", "John Doe"), ("left", "post", "treasurer"), ("left", "company", "Acme"),
             ("takes", "appointed", "Jane Roe")]
    found = read(text, links, names=PERSONS | FIRMS)
    assert {values["person"]: values["interim"] for values in found} == {"John Doe": False, "Jane Roe": True}


def test_who_gives_up_that_job_leaves_the_one_told_before() -> None:
    text = "Jane Roe becomes treasurer of Acme. John Doe gives up that job and will be chairman."
    links = [("becomes", "appointed", "Jane Roe"), ("becomes", "post", "treasurer"), ("becomes", "company", "Acme"),
             ("gives", "departed", "John Doe"), ("gives", "post", "chairman")]
    assert told(text, links) == {("Jane Roe", "treasurer", "appointed", "Acme"), ("John Doe", "treasurer", "departed", "Acme"),
                                 ("John Doe", "chairman", "appointed", "Acme")}


def test_a_post_that_is_named_stays() -> None:
    text = "Jane Roe becomes treasurer of Acme. John Doe gives up the role of chairman."
    links = [("becomes", "appointed", "Jane Roe"), ("becomes", "post", "treasurer"), ("becomes", "company", "Acme"),
             ("gives", "departed", "John Doe"), ("gives", "post", "chairman")]
    assert ("John Doe", "chairman", "departed", "Acme") in told(text, links)


@pytest.mark.parametrize(("words", "departs"), [("her", {"Jane Roe"}), ("him", set())])
def test_whom_somebody_takes_over_from_leaves_that_post(words: str, departs: set[str]) -> None:
    text = f"Ms Jane Roe has been a director since 2000. John Doe will take over from {words} as treasurer of Acme."
    links = [("take", "appointed", "John Doe"), ("take", "post", "treasurer"), ("take", "company", "Acme")]
    found = told(text, links)
    assert {(person, role) for person, role, action, _ in found if action == "departed"} == {(person, "treasurer") for person in departs}
    assert ("John Doe", "treasurer", "appointed", "Acme") in found


@pytest.mark.parametrize("words", ["has agreed to join us as his successor", "will take over in June", "was named as John Doe's successor"])
def test_a_successor_takes_up_the_post_told_before(words: str) -> None:
    text = f"John Doe will step down as treasurer of Acme. We thank him. Jane Roe, now of a rival, {words}."
    verb = next(word for word in ("join", "take", "named") if word in words)
    links = [("step", "departed", "John Doe"), ("step", "post", "treasurer"), ("step", "company", "Acme"), (verb, "appointed", "Jane Roe")]
    assert told(text, links) == {("John Doe", "treasurer", "departed", "Acme"), ("Jane Roe", "treasurer", "appointed", "Acme")}


def test_who_takes_over_something_else_is_no_successor() -> None:
    text = "John Doe will step down as treasurer of Acme. Jane Roe will take over the German stores."
    links = [("step", "departed", "John Doe"), ("step", "post", "treasurer"), ("step", "company", "Acme"),
             ("take", "appointed", "Jane Roe")]
    assert told(text, links) == {("John Doe", "treasurer", "departed", "Acme")}


@pytest.mark.parametrize("words", ["His successor is Ms Jane Roe, from a rival.", "The successor will be Jane Roe."])
def test_who_the_successor_is_takes_up_the_post_told_before(words: str) -> None:
    text = f"John Doe, treasurer of Acme, is leaving. {words}"
    links = [("leaving", "departed", "John Doe"), ("leaving", "post", "treasurer"), ("leaving", "company", "Acme")]
    assert told(text, links) == {("John Doe", "treasurer", "departed", "Acme"), ("Jane Roe", "treasurer", "appointed", "Acme")}
