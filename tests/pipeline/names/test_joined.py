"""Names that "and" is a word of."""

import pytest
from spacy.tokens import Doc

from rie.pipeline.names.joined import joined_names
from rie.pipeline.names.places import Gazetteer
from rie.types import Document
from tests.pipeline.read_texts import NLP, PACK


def names(text: str, *found: str, places: tuple[str, ...] = ()) -> list[str]:
    """The names of a text in which the recogniser found some, and places."""
    doc: Doc = NLP.make_doc(text)
    doc.user_data["document"] = Document("d", text)
    labels = {**dict.fromkeys(found, "COMPANY"), **dict.fromkeys(places, "PLACE")}
    doc.ents = sorted((doc.char_span(text.index(name), text.index(name) + len(name), label=label) for name, label in labels.items()),
                      key=lambda span: span.start)
    whole = joined_names(doc, "COMPANY", "PLACE", Gazetteer.of(PACK))
    return [span.text for span in whole if span.label_ == "COMPANY"]


@pytest.mark.parametrize(("text", "found", "name"), [
    ("S and P said it raised the notes.", ("P",), "S and P"),
    ("DB and T Bancshares Inc said it agreed.", ("DB", "T Bancshares Inc"), "DB and T Bancshares Inc"),
    ("It bought Tarn Life and General Insurance Ltd <TLG>, a Leeds insurer.", ("Tarn Life", "General Insurance Ltd"),
     "Tarn Life and General Insurance Ltd"),
    ("An analyst at Tarn Barney, Harris Upham and Co said so.", ("Tarn Barney", "Harris Upham and Co"), "Tarn Barney, Harris Upham and Co"),
])
def test_a_name_goes_on_over_and(text: str, found: tuple[str, ...], name: str) -> None:
    assert name in names(text, *found)


@pytest.mark.parametrize(("text", "found"), [
    ("It bought Tarn Mills and Globex Ltd for cash.", ("Tarn Mills", "Globex Ltd")),
    ("It bought Tarn Mills Ltd and Globex Ltd, a Leeds firm.", ("Tarn Mills Ltd", "Globex Ltd")),
    ("It bought Tarn Mills and Globex Ltd, a Leeds firm. Tarn Mills is old.", ("Tarn Mills", "Globex Ltd")),
])
def test_two_names_stay_two(text: str, found: tuple[str, ...]) -> None:
    assert tuple(names(text, *found)) == found


def test_a_bank_of_two_places_is_one_name() -> None:
    text = "It got a loan from the Hamburg and London Banking Corp for cash."
    assert names(text, "London Banking Corp", places=("Hamburg",)) == ["Hamburg and London Banking Corp"]


def test_a_savings_and_loan_is_no_name() -> None:
    assert names("It is the fifth largest S and L in the country.", "L") == []
