"""Families that act as one."""

import pytest

from tests.pipeline.read_texts import MENTIONS, NLP


@pytest.mark.parametrize(("text", "name"), [
    ("Acme bought it from the Roe family.", "Roe family"), ("Acme bought it from the founding Roe family in May.", "Roe family"),
    ("Acme bought the Roe family business.", "Roe"), ("Members of the Roe family bought it.", "Roe"),
    ("The Roe family lives in Leeds.", "Roe")])
def test_a_family_that_deals_is_the_name_with_its_word(text: str, name: str) -> None:
    doc = NLP.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    spans = [("Roe", "PERSON"), ("bought", "ACQUISITION"), ("Acme", "COMPANY")]
    doc.ents = [doc.char_span(text.index(word), text.index(word) + len(word), label) for word, label in spans if word in text]
    assert name in [span.text for span in MENTIONS(doc).spans["mentions"]]
