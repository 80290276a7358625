"""Word vectors beside the hashed features: the embedding layer of the shared token encoder.

The vectors are the pack's `vectors.npz` (`rie.pack.vectors`); they are fixed, a linear layer brings them to the encoder's width.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.attrs import LOWER, NORM, ORTH
from spacy.strings import get_string_id
from spacy.tokens import Doc
from thinc.api import Linear, Maxout, Model, chain, concatenate, with_array
from thinc.types import Floats2d

from rie.pack.vectors import word_vectors
from rie.pipeline.network.alike import alike, read_as
from rie.pipeline.network.predicting import when_predicting

MIXED = np.uint64(0x9E3779B97F4A7C15)  # odd: makes one number of two hashes


@spacy.registry.architectures("rie.VectorEmbed.v1")
def create_vector_embed(hashed: Model[list[Doc], list[Floats2d]], width: int, pack: str) -> Model[list[Doc], list[Floats2d]]:
    """Hashed features and the pack's word vectors, mixed.

    Args:
        hashed: a layer of hashed features, such as spaCy's MultiHashEmbed, of the same width.
        width: of the result.
        pack: the pack whose `vectors.npz` is read.
    """
    table = word_table(pack)
    static: Model[Any, Any] = chain(rows(pack), with_array(Linear(nO=width, nI=table[1].shape[1])))
    mixed: Model[Any, Any] = with_array(Maxout(nO=width, nI=width * 2, nP=3, normalize=True, dropout=0.0))
    return when_predicting(chain(concatenate(hashed, static), mixed), _once_a_word)


def _once_a_word(model: Model[Any, Any], docs: list[Doc]) -> list[Any]:
    """The vectors of a layer that sees each word alone; those of a word that a batch repeats are computed once."""
    words = _Words(docs)
    vectors: Any = [words]
    for layer in model.layers:
        vectors = layer.predict(vectors)
    return words.spread(vectors[0])


class _Words:
    """The different words of documents, in the place of a document."""

    def __init__(self, docs: list[Doc]) -> None:
        self.docs = docs
        written = self._all([ORTH, NORM])  # a word's norm may be another in the tokenizer's exceptions
        _, self.first, self.place = np.unique(written[:, 0] + MIXED * written[:, 1], return_index=True, return_inverse=True)
        self.others = alike(docs[0].vocab, written[self.first, 0].tolist()) if docs else {}

    def __len__(self) -> int:
        return len(self.first)

    def _all(self, attributes: list[Any]) -> NDArray[np.uint64]:
        arrays = [doc.to_array(attributes).reshape(len(doc), len(attributes)) for doc in self.docs]
        return np.concatenate([np.zeros((0, len(attributes)), dtype=np.uint64), *arrays])

    def to_array(self, attributes: list[Any]) -> NDArray[np.uint64]:
        """Attributes of the words, as `Doc.to_array` gives those of tokens; rare spellings have those of usual ones."""
        return read_as(self._all(attributes)[self.first], attributes, self.others)

    def spread(self, vectors: NDArray[np.float32]) -> list[NDArray[np.float32]]:
        """For each document the vectors of its tokens."""
        return np.split(vectors[self.place], np.cumsum([len(doc) for doc in self.docs])[:-1])


@lru_cache(maxsize=4)
def word_table(pack: str) -> tuple[NDArray[np.uint64], NDArray[np.float32]]:
    """Sorted hashes of lower-case words, and their vectors with a last row of zeros for all others."""
    words, vectors = word_vectors(pack)
    keys = np.array([get_string_id(word) for word in words], dtype=np.uint64)
    order = np.argsort(keys)
    return keys[order], np.concatenate([vectors[order], np.zeros((1, vectors.shape[1]), dtype=np.float32)])


def rows(pack: str) -> Model[list[Doc], list[Floats2d]]:
    """A layer without weights: the vector of each token's lower-case form."""
    keys, vectors = word_table(pack)

    def forward(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[list[Any], Callable[[Any], list[Any]]]:
        return [vectors[_find(keys, doc.to_array([LOWER]))] for doc in docs], lambda gradient: []

    return Model("rie_word_rows", forward, dims={"nO": vectors.shape[1]})


def _find(keys: NDArray[np.uint64], words: NDArray[np.uint64]) -> NDArray[np.intp]:
    words = words.reshape(-1)
    places = np.searchsorted(keys, words)
    found = keys[np.minimum(places, len(keys) - 1)] == words
    return np.where(found, places, len(keys))
