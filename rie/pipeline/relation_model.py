"""The relation component's network: vectors pooled over the ranges of a candidate pair, then a small MLP.

Two encoders see a pair: the shared one the words of its two mentions, and one of the component's own the skeleton of the
text, in which every mention is one token, so that what stands far apart in the text is near. The pooling is linear and done with
prefix sums: its cost does not depend on the length of the ranges.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import Linear, Maxout, Model, chain
from thinc.types import Floats2d

from rie.pipeline.candidates import RANGES, Pairs

Array = NDArray[np.float32]


@spacy.registry.architectures("rie.RelationModel.v1")
def create_relation_model(tok2vec: Model[list[Doc], list[Floats2d]], skeleton: Model[list[Doc], list[Floats2d]], hidden: int,
                          dropout: float = 0.2) -> Model[list[Doc], Floats2d]:
    """Scores for every label of every candidate pair.

    Args:
        tok2vec: gives a vector a token; a listener to the shared layer.
        skeleton: gives a vector a token of the skeleton.
        hidden: width of the hidden layer.
        dropout: of the hidden layer, while training.
    """
    mlp: Model[Any, Any] = chain(Maxout(nO=hidden, nP=2, dropout=dropout, normalize=True), Linear())
    return Model("rie_relations", _forward, init=_init, layers=[tok2vec, skeleton, mlp],
                 refs={"tok2vec": tok2vec, "skeleton": skeleton, "mlp": mlp}, dims={"nO": None, "nF": None})


def doc_pairs(doc: Doc) -> Pairs:
    """The candidate pairs that the component left on the document."""
    return doc.user_data["pairs"]  # type: ignore[no-any-return]


def _init(model: Model[Any, Any], X: Any = None, Y: Any = None) -> Model[Any, Any]:
    tok2vec, skeleton, mlp = (model.get_ref(name) for name in ("tok2vec", "skeleton", "mlp"))
    if X is not None:
        tok2vec.initialize(X)
        skeleton.initialize([doc_pairs(doc).skeleton for doc in X])
    width = 2 * tok2vec.get_dim("nO") + RANGES * skeleton.get_dim("nO") + model.get_dim("nF")
    mlp.initialize(X=np.zeros((2, width), dtype=np.float32), Y=np.zeros((2, model.get_dim("nO")), dtype=np.float32))
    return model


def _forward(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[Array, Callable[[Array], list[Array]]]:
    tok2vec, skeleton, mlp = (model.get_ref(name) for name in ("tok2vec", "skeleton", "mlp"))
    pairs = [doc_pairs(doc) for doc in docs]
    words, backprop_words = tok2vec(docs, is_train)
    bones, backprop_bones = skeleton([pair.skeleton for pair in pairs], is_train)
    inputs = [np.concatenate([_pool(word, pair.surface), _pool(bone, pair.ranges), pair.features], axis=1)
              for word, bone, pair in zip(words, bones, pairs, strict=True)]
    scores, backprop_mlp = mlp(np.concatenate(inputs), is_train)

    def backprop(d_scores: Array) -> list[Array]:
        splits = np.cumsum([len(pair.index) for pair in pairs])[:-1]
        d_docs = np.split(backprop_mlp(d_scores), splits)
        first = 2 * tok2vec.get_dim("nO")
        second = first + RANGES * skeleton.get_dim("nO")
        backprop_bones([_unpool(d[:, first:second], bone, pair.ranges) for d, bone, pair in zip(d_docs, bones, pairs, strict=True)])
        d_words = [_unpool(d[:, :first], word, pair.surface) for d, word, pair in zip(d_docs, words, pairs, strict=True)]
        return backprop_words(d_words)  # type: ignore[no-any-return]

    return scores, backprop


def _pool(vectors: Array, ranges: NDArray[np.int32]) -> Array:
    """(pairs, ranges a pair * width): means over token ranges; an empty range gives zeros."""
    sums = np.zeros((len(vectors) + 1, vectors.shape[1]), dtype=np.float32)
    np.cumsum(vectors, axis=0, out=sums[1:])
    starts, ends = ranges[..., 0], ranges[..., 1]
    means = (sums[ends] - sums[starts]) * _weights(starts, ends)
    return means.reshape(len(ranges), ranges.shape[1] * vectors.shape[1])


def _unpool(d_means: Array, vectors: Array, ranges: NDArray[np.int32]) -> Array:
    """The gradient of `_pool` with respect to the vectors."""
    width = vectors.shape[1]
    steps = np.zeros((len(vectors) + 1, width), dtype=np.float32)
    starts, ends = ranges[..., 0], ranges[..., 1]
    shares = d_means.reshape(len(ranges), ranges.shape[1], width) * _weights(starts, ends)
    np.add.at(steps, starts, shares)
    np.add.at(steps, ends, -shares)
    gradient: Array = np.cumsum(steps, axis=0)[:-1]
    return gradient


def _weights(starts: NDArray[np.int32], ends: NDArray[np.int32]) -> Array:
    """One over the length of each range, with a trailing axis to multiply vectors with."""
    weights: Array = (1 / np.maximum(ends - starts, 1)).astype(np.float32)[..., None]
    return weights
