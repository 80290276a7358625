"""The ablation of the RAG baseline."""

from pathlib import Path

import pytest

from rie.evaluation.answers import GoldQuestion
from rie.evaluation.rag_ablation import LEXICAL, Variant, events_needed, measure, read_sources
from rie.rag.chunks import Source

CORPUS = Path(__file__).parents[2] / "sample_corpus"


def test_the_events_of_a_question_are_those_that_its_answer_is_computed_from() -> None:
    needed = events_needed(CORPUS)
    (acquisition,) = needed["q-017"]  # Who acquired dk7?
    assert {"news-017", "news-012"} <= acquisition
    assert len(needed["q-037"]) == 3  # List the targets of all acquisitions in 2016.
    documents = {source.doc_id for source in read_sources(CORPUS / "documents.jsonl")}
    assert all(event <= documents for events in needed.values() for event in events)


def test_recall_counts_events_with_a_document_among_the_snippets() -> None:
    sources = [Source("a", "", "Hooli raised $5 million.", ""), Source("b", "", "Rain fell on the wheat.", "")]
    question = GoldQuestion("q", "How much did Hooli raise?", "x", {"type": "number", "value": 5_000_000, "tolerance": 1})
    found = measure(Variant("x", weights=LEXICAL), sources, [question], {"q": [{"a", "z"}, {"b"}]})
    assert (found.recall, found.complete, found.right) == (pytest.approx(0.5), 0, 1)
