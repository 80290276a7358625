"""People that the recogniser takes for companies or cuts short."""

import pytest

from tests.pipeline.read_texts import MENTIONS, NLP


def people(text: str, names: dict[str, str]) -> list[str]:
    doc = NLP.make_doc(text)
    doc.ents = [doc.char_span(text.index(name), text.index(name) + len(name), label=label) for name, label in names.items()]
    return [span.text for span in MENTIONS(doc).spans["mentions"] if span.label_ == "PERSON"]


@pytest.mark.parametrize("text", [
    "Ruth Field, 52, was elected a director.", "Ruth Field, a partner in the law firm of Coe and Lamb, was elected a director.",
    "It said he will succeed Ruth Field after the meeting.", "Named to the board were Ruth Field, Jane Roe and John Doe.",
    "Jane Roe of Acme and Ruth Field of Globex are joining the board.", "Ruth Field of Globex joins the board of directors."])
def test_the_words_around_a_name_make_it_a_person(text: str) -> None:
    known = {"Jane Roe": "PERSON", "John Doe": "PERSON", "Acme": "COMPANY", "Globex": "COMPANY"}
    names = {"Ruth Field": "COMPANY", **{name: label for name, label in known.items() if name in text}}
    assert "Ruth Field" in people(text, names)


@pytest.mark.parametrize("text", [
    "Hooli Capital, 52, was elected a director.", "Ruth Field, a partner in the venture, said so.",
    "Acme and Ruth Field of Leeds were sold.", "The plan will succeed Ruth Field says."])
def test_other_words_do_not(text: str) -> None:
    assert not people(text, {"Hooli Capital" if "Capital" in text else "Ruth Field": "COMPANY"})


@pytest.mark.parametrize(("text", "cut", "whole"), [
    ("IBM said Dennis D. Pabo will step down.", "Dennis D.", "Dennis D. Pabo"),
    ("Bank said G. Michael Sig has resigned.", "Michael Sig", "G. Michael Sig"),
    ("Hooli said Philip D. Dixon III has resigned.", "Dixon III", "Philip D. Dixon III"),
    ("Hooli said Chairman D. Gerald Lach resigned.", "Gerald Lach", "D. Gerald Lach")])
def test_a_person_has_initials_and_the_name_behind_them(text: str, cut: str, whole: str) -> None:
    assert people(text, {cut: "PERSON"}) == [whole]


def test_a_firm_called_after_its_partners_is_one_name() -> None:
    text = "Jane Roe, a lawyer at the law firm of Coe, Brandt and Lamar, was elected."
    assert people(text, {"Jane Roe": "PERSON", "Coe": "COMPANY", "Brandt": "PERSON"}) == ["Jane Roe"]


def companies(text: str, names: dict[str, str]) -> list[str]:
    doc = NLP.make_doc(text)
    doc.ents = [doc.char_span(text.index(name), text.index(name) + len(name), label=label) for name, label in names.items()]
    return [span.text for span in MENTIONS(doc).spans["mentions"] if span.label_ == "COMPANY"]


@pytest.mark.parametrize(("text", "names", "name"), [
    ("Dorn, Pell & Nakata has named Jane Roe a partner.", {"Dorn": "COMPANY", "Pell & Nakata": "COMPANY"}, "Dorn, Pell & Nakata"),
    ("A partner at Dorn, Pell & Nakata has resigned.", {"Pell & Nakata": "COMPANY"}, "Dorn, Pell & Nakata"),
    ("The board of Krone + Partner Maschinenbau AG met.", {"Krone": "PERSON"}, "Krone + Partner Maschinenbau AG"),
    ("Krone + Partner employs 2,300 people.", {"Krone": "PERSON"}, "Krone + Partner")])
def test_signs_join_the_names_of_a_firm(text: str, names: dict[str, str], name: str) -> None:
    assert name in companies(text, names)


@pytest.mark.parametrize("text", ["Unlike Dorn, Pell & Nakata fell. Pell & Nakata was sold.", "It owns Dorn, Pell & Nakata and Globex."])
def test_names_of_a_list_stay_apart(text: str) -> None:
    assert "Dorn, Pell & Nakata" not in companies(text, {"Dorn": "COMPANY", "Pell & Nakata": "COMPANY"})


def test_a_peer_has_the_title_in_the_name() -> None:
    assert people("Lord Hathersage becomes chairman, says Sir Ruth Field.", {"Hathersage": "PERSON", "Ruth Field": "PERSON"}) == [
        "Lord Hathersage", "Ruth Field"]
