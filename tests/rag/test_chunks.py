"""Texts cut into sentences and chunks."""

import pytest

from rie.rag.chunks import Source, chunks
from rie.rag.sentences import sentences

SENTENCES = (
    ("Hooli Inc. raised $5m. It is based in Boston.", ["Hooli Inc. raised $5m.", "It is based in Boston."]),
    ("ACME led the Series B. Foo Capital put in more.", ["ACME led the Series B.", "Foo Capital put in more."]),
    ("NEW YORK, Nov. 3 -- The U.S. firm grew.\nIt hired. \n\n", ["NEW YORK, Nov. 3 -- The U.S. firm grew.", "It hired."]),
    ('"We won," he said. "Twice!" They left', ['"We won," he said.', '"Twice!"', "They left"]),
    ("J. R. Smith of St. Louis paid 24.50 dlrs.", ["J. R. Smith of St. Louis paid 24.50 dlrs."]),
    ("  \n ", []),
)


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text[:20] for text, _ in SENTENCES])
def test_sentences(text: str, expected: list[str]) -> None:
    found = [text[start:end] for start, end in sentences(text)]
    assert [part.strip('"') for part in found] == [part.strip('"') for part in expected]


def source(text: str) -> Source:
    return Source("d-1", "Title", text, "2016")


def test_chunks_are_whole_sentences_and_overlap_by_one() -> None:
    text = " ".join(f"Sentence {word} has five words." for word in ("one", "two", "three", "four", "five"))
    found = [chunk.text for chunk in chunks(source(text), words=15)]
    assert all(len(part.split()) <= 15 for part in found)
    assert found[0].endswith("three has five words.")
    assert found[1].startswith("Sentence three")
    assert found[-1].endswith("five has five words.")


def test_chunk_offsets_lead_back_into_the_text() -> None:
    text = "  First sentence here.\n\nSecond one, a little longer.  "
    for chunk in chunks(source(text), words=4):
        assert text[chunk.start : chunk.end] == chunk.text == chunk.text.strip()
        assert chunk.headed == f"Title\n{chunk.text}"


def test_a_sentence_without_end_is_cut() -> None:
    text = "word " * 3_000
    found = list(chunks(source(text)))
    assert len(found) > 1
    assert max(len(chunk.text) for chunk in found) <= 2_000
    assert sum(chunk.end - chunk.start for chunk in found) >= len(text) - 100
