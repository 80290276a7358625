"""Names that end like a genitive."""

import pytest

from rie.pipeline.names.possessives import possessives
from tests.pipeline.read_texts import NLP


@pytest.mark.parametrize(("text", "label", "names"), [
    ("Brennan's profit rises\nBrennan's Department Stores Inc. sells shoes.", "COMPANY", ["Brennan's", "Brennan's Department Stores Inc."]),
    ("Brennan's profit rises\nBrennan's Department Stores Inc. sells shoes.", "PERSON", ["Brennan's", "Brennan's Department Stores Inc."]),
    ("Acme's profit rises\nAcme's Paper Mills Inc. sells boards, says Acme.", "COMPANY", ["Acme", "Acme's Paper Mills Inc."]),
    ("Hooli's profit rises\nBrennan's Department Stores Inc. sells shoes.", "COMPANY", ["Hooli", "Brennan's Department Stores Inc."])])
def test_a_short_name_has_the_ending_of_the_long_one(text: str, label: str, names: list[str]) -> None:
    doc = NLP.make_doc(text)
    short, long = text.partition("'")[0], text[text.index("\n") + 1 : text.index(" sells")]
    doc.ents = [doc.char_span(0, len(short), label=label), doc.char_span(text.index(long), text.index(long) + len(long), label="COMPANY")]
    found = list(possessives(doc, {"COMPANY", "PERSON"}, "COMPANY"))
    assert [span.text for span in found] == names
    assert {span.label_ for span in found} == {"COMPANY"}
