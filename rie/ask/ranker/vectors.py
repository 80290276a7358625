"""Word vectors as the network of questions takes them; without spaCy, which takes a second to load."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rie.pack.vectors import word_vectors

Floats = np.ndarray[Any, np.dtype[np.float32]]


@lru_cache(maxsize=4)
def word_table(pack: str) -> tuple[Mapping[str, int], Floats]:
    """The rows of lower-case words, and their vectors with a last row of zeros for all others."""
    words, vectors = word_vectors(pack)
    return {word: row for row, word in enumerate(words)}, np.concatenate([vectors, np.zeros((1, vectors.shape[1]), np.float32)])


def rows_of(pack: str, words: Sequence[str]) -> NDArray[np.intp]:
    """The rows of words in the table of a pack; that of zeros for those that it does not hold."""
    known, vectors = word_table(pack)
    return np.array([known.get(word.lower(), len(vectors) - 1) for word in words], np.intp)
