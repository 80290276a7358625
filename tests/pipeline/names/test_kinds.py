"""Which kind a name is, by the document around it."""

import pytest

from tests.pipeline.read_texts import MENTIONS, NLP


@pytest.mark.parametrize("behind", ["projects net profit of $20 million", "now expects sales of $20 million"])
def test_the_first_word_of_a_company_is_no_part_of_it_where_it_expects_something(behind: str) -> None:
    doc = NLP.make_doc(f"Gavin Chemical Co. grew. For 2006 Gavin {behind}.")
    doc.ents = [doc.char_span(0, 18, label="COMPANY"), doc.char_span(34, 39, label="SEGMENT")]
    for token in doc:
        token.is_sent_start = token.i == 0 or token.text == "For"
    assert [span.label_ for span in MENTIONS(doc).spans["mentions"] if span.text == "Gavin"] == ["COMPANY"]
