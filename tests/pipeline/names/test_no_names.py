"""Words, grades and things that were taken for names."""

import pytest
from spacy.tokens import Doc, Span

from rie.pipeline.names.asset_edges import whole_assets
from rie.pipeline.names.no_names import is_no_name
from rie.types import Document
from tests.pipeline.read_texts import NLP


def found(text: str, words: str, label: str = "COMPANY") -> Span:
    """What the recogniser found in a text."""
    doc: Doc = NLP.make_doc(text)
    doc.user_data["document"] = Document("d", text)
    for token in doc:
        token.is_sent_start = token.i == 0
    doc.ents = [doc.char_span(text.index(words), text.index(words) + len(words), label=label, alignment_mode="expand")]
    return doc.ents[0]


@pytest.mark.parametrize(("text", "words"), [
    ("The shares have been validly tendered by then.", "validly"),
    ("It owns shares issuable upon conversion.", "issuable"),
    ("Terms were mot disclosed by Hooli.", "mot"),
    ("Acme, FQ2'24 (Jul)", "FQ2'24"),
    ("Guidance for F2017 is unchanged.", "F2017"),
    ("A summary of FY-2024 for all.", "FY-2024"),
    ("It rose from Q1/16 on.", "Q1/16"),
    ("It sold AAA-rated notes.", "AAA"),
    ("It raised the notes to BBB from BB.", "BBB"),
    ("It placed medium- and long-term loans.", "medium-"),
    ("Hooli, its U.S. Oil and oil services arm, said so.", "U.S. Oil and oil services"),
    ("Results of FY-2024 and before.", "FY-2024"),
    ("Gold sold was 59,40751,822 ounces.", "59,40751,822"),
    ("NAREIT FFO per share was $0.57.", "NAREIT"),
    ("Our EPRA earnings rose.", "EPRA"),
    ("Sums were Revenue$71.9$66.0 in all.", "Revenue$71.9$66.0"),
])
def test_a_word_or_a_grade_is_no_name(text: str, words: str) -> None:
    assert is_no_name(found(text, words), text.lower())


@pytest.mark.parametrize(("text", "words"), [
    ("It bought onefinestay, a rival.", "onefinestay"),
    ("The start-up wefox has raised money.", "wefox"),
    ("It sold the unit to AAA for cash.", "AAA"),
])
def test_a_name_in_small_letters_or_capitals_stays_one(text: str, words: str) -> None:
    assert not is_no_name(found(text, words), text.lower())


def test_a_verb_that_was_found_stays() -> None:
    text = "The firm had bought all shares."
    assert not is_no_name(found(text, "bought", "ACQUISITION"), text.lower())


@pytest.mark.parametrize(("text", "words", "thing", "label"), [
    ("It sold its Tarn Valley Title Co subsidiary.", "Tarn Valley Title Co", "Tarn Valley Title Co", "COMPANY"),
    ("It will buy the routes of <Tarn Corp>.", "routes of <", "routes", "ASSET"),
    ("It may buy the plant located in Leeds.", "plant located", "plant", "ASSET"),
    ("It sold its tyre plant to Hooli.", "tyre plant", "tyre plant", "ASSET"),
])
def test_a_thing_ends_before_its_place_and_one_with_a_legal_form_is_a_company(text: str, words: str, thing: str, label: str) -> None:
    whole = list(whole_assets(found(text, words, "ASSET").doc, "ASSET", "COMPANY", None))[-1]
    assert (whole.text, whole.label_) == (thing, label)
