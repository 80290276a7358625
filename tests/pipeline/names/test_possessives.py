"""Names that end like a genitive."""

import re

import pytest

from rie.pipeline.names.possessives import endings, possessives
from rie.types import Entity
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


@pytest.mark.parametrize(("text", "names"), [
    ("Vandelay's said profit rose. Vandelay's sales were $5m.", ["Vandelay's", "Vandelay's"]),
    ("Vandelay's Reports First Quarter Results. Vandelay's sales were $5m.", ["Vandelay's", "Vandelay's"]),
    ("Vandelay's sales were $5m. Vandelay's reports show it.", ["Vandelay", "Vandelay"]),
    ("Vandelay's said profit rose. Sales of Vandelay were $5m.", ["Vandelay", "Vandelay"]),
    ("Burgerland's sales were $5m.", ["Burgerland's"]),
    ("Barlow's sales were $5m.", ["Barlow"])])
def test_a_name_has_the_ending_where_it_acts_with_it_or_is_known_so(text: str, names: list[str]) -> None:
    doc = NLP.make_doc(text)
    words = names[0].removesuffix("'s")
    starts = [match.start() for match in re.finditer(words, text)]
    doc.ents = [doc.char_span(start, start + len(words), label="COMPANY") for start in starts]
    known = endings([Entity("1", "BURGERLANDS Corp", "company", "knowledge"), Entity("2", "Barlows Inc", "company", "knowledge"),
                     Entity("3", "Barlow Partners", "company", "knowledge")])
    assert [span.text for span in possessives(doc, {"COMPANY", "PERSON"}, "COMPANY", known)] == names
