"""Find the passages that a question is about: BM25 and vectors, fused by rank."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import bm25s
import numpy as np
import numpy.typing as npt

from rie.rag.chunks import WORDS, Chunk, Source, chunks
from rie.rag.embedder import Embedder, Vectors
from rie.rag.extract.vocabulary import Vocabulary
from rie.rag.vectors import vectors_of
from rie.rag.words import words_of

K1: Final = 1.5
B: Final = 0.6
DEPTH: Final = 100  # ranks of each ranking that count
FUSION: Final = 10  # the smaller, the more the first ranks stand out (Cormack et al. 2009 took 60)
MONTHS: Final = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")

Ranked = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Hit:
    """A chunk that was found: its fused score, and the cosine of its vector and the question's."""

    chunk: Chunk
    score: float
    cosine: float


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each ranking counts; 0 leaves it out."""

    bm25: float = 1.0
    vectors: float = 0.3


class Index:
    """The chunks of a snapshot, ready to be searched. Searching is safe in several threads.

    Args:
        passages: the chunks.
        vectors: a row of length one for each.
        embedder: what made the vectors, and makes the question's.
        weights: of the two rankings.
    """

    def __init__(self, passages: Sequence[Chunk], vectors: Vectors, embedder: Embedder, weights: Weights | None = None) -> None:
        self.passages, self._vectors, self._embedder = passages, vectors, embedder
        self._weights = weights or Weights()
        self._words = _bm25(passages)

    @classmethod
    def build(cls, sources: Iterable[Source], embedder: Embedder, words: int = WORDS, weights: Weights | None = None,
              kept: Path | None = None) -> "Index":
        """Chunk, embed and index documents.

        Args:
            sources: the documents.
            embedder: makes the vectors.
            words: of a chunk, at most.
            weights: of the two rankings.
            kept: folder in which vectors that took long to make are kept; None keeps none.
        """
        passages = [chunk for source in sources for chunk in chunks(source, words)]
        texts = [chunk.headed for chunk in passages]
        return cls(passages, vectors_of(texts, embedder, kept), embedder, weights)

    def search(self, question: str, limit: int = 5) -> list[Hit]:
        """The best chunks for a question, the best first; fewer than `limit` when nothing else has anything to do with it."""
        if not self.passages:
            return []
        cosines = self._vectors @ self._embedder.encode([question])[0]
        fused = np.zeros(len(self.passages))
        for weight, scores in ((self._weights.bm25, self._lexical(question)), (self._weights.vectors, cosines)):
            ranked = _best(scores, DEPTH)
            fused[ranked] += weight / (FUSION + 1 + np.arange(len(ranked)))
        return [Hit(self.passages[place], float(fused[place]), float(cosines[place])) for place in _best(fused, limit)]

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What the words of the passages tell."""
        return Vocabulary(self.passages)

    def _lexical(self, question: str) -> npt.NDArray[np.float32]:
        if self._words is None:
            return np.zeros(len(self.passages), dtype=np.float32)
        known = [word for word in words_of(question) if word in self._words.vocab_dict]
        scores: npt.NDArray[np.float32] = self._words.get_scores(known) if known else np.zeros(len(self.passages), dtype=np.float32)
        return scores


def _bm25(passages: Sequence[Chunk]) -> Any:
    """None when no passage holds a word."""
    rows = [words_of(f"{chunk.headed} {_dated(chunk.source.published_at)}") for chunk in passages]
    if not any(rows):
        return None
    made = bm25s.BM25(method="lucene", k1=K1, b=B)
    made.index(rows, show_progress=False)
    return made


def _dated(published_at: str) -> str:
    """The words by which people ask for a date: year, quarter, month."""
    month = int(published_at[5:7] or 0)
    return f"{published_at[:4]} Q{(month + 2) // 3} {MONTHS[month - 1]}" if month else published_at[:4]


def _best(scores: npt.NDArray[Any], limit: int) -> Ranked:
    """The places of the highest scores above zero, the highest first; of equal ones the first."""
    order = np.argsort(-scores, kind="stable")[:limit]
    return order[scores[order] > 0]
