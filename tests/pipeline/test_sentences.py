"""Sentence boundaries: after closing marks, not after abbreviations, never inside a name."""

import pytest
import spacy

import rie.pipeline  # noqa: F401
from rie.pipeline.sentences import LONGEST, Sentences, mark_sentences


@pytest.mark.parametrize(("text", "count"), [
    ("Hooli Inc. raised $5m. ACME led.", 2),
    ("Acme Corp. The deal closed.", 2),
    ("Acme has closed its Series B. Hooli led.", 2),
    ("It went to John B. Hooli for $5m.", 1),
    ("It is based in Rochester, N.Y. The firm sells tags.", 2),
    ("Omni-ID, a Rochester, N.Y.-based supplier, raised $5m.", 1),
    ("BANNER BUYS REXNORD\nBanner said it bought Rexnord.", 2),
    ("He asked: why? Nobody knew!", 2),
    ("Mr. Smith of St. Louis agreed.", 1),
])
def test_boundaries(text: str, count: int) -> None:
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "rie.Tokenizer.v1"}}})
    doc = Sentences(nlp, "sentences")(nlp.make_doc(text))
    assert len(list(doc.sents)) == count



def test_what_never_ends_is_cut_but_no_name_is() -> None:
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "rie.Tokenizer.v1"}}})
    doc = nlp.make_doc("raised $1m and " * 400)
    name = doc[LONGEST - 2 : LONGEST + 3]
    mark_sentences(doc, [name])
    lengths = [len(sentence) for sentence in doc.sents]
    assert len(lengths) > 3
    assert max(lengths) <= LONGEST + len(name)
    assert all(not token.is_sent_start for token in name[1:])
