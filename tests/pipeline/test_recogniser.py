"""The recogniser that decides all words at once finds what spaCy's own search finds."""

import json

import spacy

from rie.demo import corpus_folder
from rie.pack import load_pack
from rie.pipeline.extract import load_model
from rie.pipeline.words import Words


def test_entities_are_those_of_the_search_word_by_word() -> None:
    pack = load_pack("business")
    lines = (corpus_folder() / "documents.jsonl").read_text(encoding="utf-8").splitlines()[:20]
    texts = ["", " ", "Hooli", *(json.loads(line)["text"] for line in lines)]
    quick, slow = load_model(pack), spacy.load(pack.folder / "model")
    for nlp in (quick, slow):
        nlp.select_pipes(enable=["tok2vec", "ner"])
    found, wanted = ([[(e.start, e.end, e.label_) for e in doc.ents] for doc in nlp.pipe(texts)] for nlp in (quick, slow))
    assert found == wanted
    assert sum(map(len, wanted)) > 20


def test_words_are_those_of_the_tokens() -> None:
    doc = spacy.blank("en")("Hooli Inc.  raised $5m\nin May.")
    words = Words(doc)
    assert words.texts == [token.text for token in doc]
    assert words.lower == [token.lower_ for token in doc]
    assert words.spaced == [bool(token.whitespace_) for token in doc]
    for start, end in ((0, 5), (0, 10), (1, 5), (0, 4)):
        span, wanted = words.span(doc, start, end, "COMPANY"), doc.char_span(start, end)
        assert (span and (span.start, span.end)) == (wanted and (wanted.start, wanted.end))
