"""Names in headlines of capitals or capitalised words, and events that only a headline tells."""

import pytest
from spacy.tokens import Doc

from rie.pipeline.names.headline import named_again, named_below
from rie.types import Document
from tests.pipeline.read_texts import NLP


def left(title: str, text: str, found: str, *below: str) -> str | None:
    """What is left of a name that the recogniser found in a title, beside those that it found in the text."""
    doc: Doc = NLP.make_doc(f"{title}\n{text}")
    doc.user_data["document"] = Document("d", text, title)
    places = [(doc.text.index(found), found), *((doc.text.index(name, len(title)), name) for name in below)]
    spans = [doc.char_span(start, start + len(name), label="COMPANY") for start, name in places]
    kept = [span.text for span in named_below(doc, spans, frozenset({"COMPANY"})) if span.start_char < len(title)]
    return kept[0] if kept else None


@pytest.mark.parametrize(("title", "text", "found", "name"), [
    ("MIDLAND PUMPS LIFTS STAKE", "Midland Pumps Ltd said it has lifted its stake.", "PUMPS LIFTS", "PUMPS"),
    ("OFFER FOR TARN LAPSES", "Tarn Mills said the offer of its rival has lapsed.", "LAPSES", None),
    ("MARLOWE'S TO BUY SHOPS", "Marlowe's Corp said it agreed to buy nine shops.", "MARLOWE'S", "MARLOWE'S"),
    ("Payments Firm Tarnpay Said to Seek Money", "Tarnpay is in talks, people said.", "Tarnpay Said", "Tarnpay"),
    ("Dog-Walking Service Tarnpay Seeks Money", "Tarnpay is a dog-walking service.", "Dog-Walking Service Tarnpay", "Tarnpay"),
    ("Tarnpay Systems Seeks Money", "Tarnpay is in talks, people said.", "Tarnpay Systems", "Tarnpay Systems"),
    ("Payments firm Tarnpay Said seeks money", "Tarnpay is in talks, people said.", "Tarnpay Said", "Tarnpay Said"),
])  # fmt: skip
def test_a_name_of_a_headline_ends_where_the_text_writes_its_words_small(title: str, text: str, found: str, name: str | None) -> None:
    subject = text.partition(" said ")[0].partition(" is ")[0]
    assert left(title, text, found, subject) == name


def test_a_headline_in_capitals_names_what_the_text_names() -> None:
    title, text = "TARN BUYING BANK OF HARLOW", "Tarn Ltd said it agreed to buy the Bank of Harlow Inc for cash."
    doc: Doc = NLP.make_doc(f"{title}\n{text}")
    doc.user_data["document"] = Document("d", text, title)
    start = doc.text.index("Bank of Harlow Inc")
    doc.ents = [doc.char_span(start, start + len("Bank of Harlow Inc"), label="COMPANY")]
    assert [span.text for span in named_again(doc, "COMPANY")] == ["BANK OF HARLOW"]


def test_a_headline_over_figures_names_the_company() -> None:
    assert left("TARN MILLS 3RD QTR NET", "Shr 25 cts vs 20 cts\nNet 1.4 mln vs 1.1 mln", "TARN MILLS") == "TARN MILLS"
