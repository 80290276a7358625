"""Passages are found by words and by meaning."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from rie.rag.chunks import Source
from rie.rag.embedder import Vectors, embedder
from rie.rag.index import Index, Weights
from rie.rag.vectors import vectors_of
from rie.rag.words import words_of
from tests.rag.conftest import NEWS


def found(index: Index, question: str) -> list[str]:
    return [hit.chunk.source.doc_id for hit in index.search(question)]


def test_names_are_found_by_words(index: Index) -> None:
    assert found(index, "Who acquired Pied Piper?")[0] == "n-3"


def test_a_passage_without_a_shared_word_is_found_by_meaning(index: Index) -> None:
    question = "crop failure because of storms"
    assert not set(words_of(question)) & set(words_of(f"{NEWS[3].title} {NEWS[3].text}"))
    assert found(index, question)[0] == "n-4"
    assert not Index.build(NEWS, embedder("static"), weights=Weights(vectors=0)).search(question)


def test_the_letter_of_a_series_counts(index: Index) -> None:
    assert "series-a" in words_of("its Series A round")
    assert found(index, "Series A round")[0] == "n-2"


def test_dates_are_found_in_words(index: Index) -> None:
    assert found(index, "What happened in November 2017?")[0] == "n-3"


def test_at_most_five_snippets_and_the_best_first() -> None:
    many = [Source(f"d-{number}", "", f"Hooli raised ${number + 1} million from investors.", "") for number in range(9)]
    hits = Index.build(many, embedder("static")).search("How much did Hooli raise?")
    assert len(hits) == 5
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize("question", ["", "  ", "漢字"])
def test_a_question_without_words_finds_nothing(index: Index, question: str) -> None:
    assert index.search(question) == []


def test_an_empty_collection_finds_nothing() -> None:
    assert Index.build([], embedder("static")).search("anything") == []
    assert Index.build([Source("d-1", "", "漢字漢字", "")], embedder("static")).search("anything else") == []


class Slow:
    """An embedder that counts what it is asked to encode."""

    name = "slow"

    def __init__(self) -> None:
        self.encoded = 0

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.encoded += len(texts)
        return np.ones((len(texts), 2), dtype=np.float32) / np.float32(2**0.5)


def test_vectors_that_took_long_are_kept(tmp_path: Path) -> None:
    slow = Slow()
    first = vectors_of(["a", "b"], slow, tmp_path / "rag")
    np.testing.assert_allclose(vectors_of(["a", "b"], slow, tmp_path / "rag"), first, atol=1e-3)
    assert slow.encoded == 2
    vectors_of(["a", "c"], slow, tmp_path / "rag")
    assert slow.encoded == 4


def test_a_damaged_file_of_vectors_is_made_again(tmp_path: Path) -> None:
    slow = Slow()
    vectors_of(["a"], slow, tmp_path)
    (file,) = tmp_path.glob("*.npy")
    file.write_bytes(file.read_bytes()[:60])
    assert vectors_of(["a"], slow, tmp_path).shape == (1, 2)
    assert slow.encoded == 2
    assert np.load(file).shape == (1, 2)


def test_where_vectors_cannot_be_kept_they_are_made(tmp_path: Path) -> None:
    (tmp_path / "rag").write_text("a file in the way", encoding="utf-8")
    assert vectors_of(["a"], Slow(), tmp_path / "rag").shape == (1, 2)


def test_old_files_of_vectors_are_removed(tmp_path: Path) -> None:
    for text in "abcdef":
        vectors_of([text], Slow(), tmp_path)
    assert len(list(tmp_path.glob("*"))) == 4


def test_few_static_vectors_are_not_kept(tmp_path: Path) -> None:
    Index.build(NEWS, embedder("static"), kept=tmp_path)
    assert list(tmp_path.iterdir()) == []
