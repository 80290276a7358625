"""Word vectors beside the hashed features: the embedding layer of the shared token encoder.

The vectors are the pack's `vectors.npz`, distilled from a sentence encoder at development time (`rie.distill.vectors`);
they are fixed, a linear layer brings them to the encoder's width.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.attrs import LOWER
from spacy.strings import get_string_id
from spacy.tokens import Doc
from thinc.api import Linear, Maxout, Model, chain, concatenate, with_array
from thinc.types import Floats2d

from rie.pack import load_pack


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
    return chain(concatenate(hashed, static), mixed)


@lru_cache(maxsize=4)
def word_table(pack: str) -> tuple[NDArray[np.uint64], NDArray[np.float32]]:
    """Sorted hashes of lower-case words, and their vectors with a last row of zeros for all others."""
    with np.load(load_pack(pack).folder / "vectors.npz") as stored:
        keys = np.array([get_string_id(word) for word in str(stored["words"]).split("\n")], dtype=np.uint64)
        vectors = stored["vectors"].astype(np.float32) * stored["scale"]
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
