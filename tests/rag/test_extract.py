"""Answers without a language model, as data: `tests/fixtures/rag/extract.txt`."""

from pathlib import Path

import pytest

from rie.rag.chunks import Source
from rie.rag.embedder import embedder
from rie.rag.generate import without_citations
from rie.rag.index import Index
from rie.rag.rag import answer_from

FILE = Path(__file__).parents[1] / "fixtures" / "rag" / "extract.txt"
LINES = [line for line in FILE.read_text("utf-8").splitlines() if line[:2] != "# "]
PAIRS = [(LINES[place - 1], line.strip()) for place, line in enumerate(LINES) if line.startswith("  ")]


def source(line: str) -> Source:
    name, title, published_at, text = (part.strip() for part in line.removeprefix("> ").split("|", 3))
    return Source(name, title, text.replace("\\n", "\n"), published_at)


@pytest.fixture(scope="module")
def news() -> Index:
    """The index of the file's documents."""
    return Index.build([source(line) for line in LINES if line.startswith("> ")], embedder("static"))


@pytest.mark.parametrize(("question", "expected"), PAIRS, ids=[question for question, _ in PAIRS])
def test_answer(news: Index, question: str, expected: str) -> None:
    *after, asked = question.split(" / ")
    answer = answer_from(news, asked, after)
    said = without_citations(answer.answer) if answer.status == "answered" else "--"
    assert said == without_citations(expected)
    assert (answer.status, answer.reason) == (("refused", "low_confidence") if expected == "--" else ("answered", None))


def test_an_answer_cites_the_characters_that_it_was_read_from(news: Index) -> None:
    answer = answer_from(news, "Who led Hooli's seed round?")
    (span,) = answer.evidence
    (text,) = [line for line in map(source, (line for line in LINES if line.startswith("> "))) if line.doc_id == span["doc_id"]]
    assert text.text[span["start_char"] : span["end_char"]] == span["quote"] == "ACME Ventures"
    number = next(place for place, snippet in enumerate(answer.snippets, 1) if snippet["doc_id"] == span["doc_id"])
    assert answer.answer == f"ACME Ventures [{number}]"
