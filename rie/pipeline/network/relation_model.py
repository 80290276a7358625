"""The relation component's network: vectors pooled over the ranges of a candidate pair, a layer that sees the pair alone, and one that
also sees the greatest values of the other pairs of its head, of its child and of its child's name.

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

from rie.pipeline.network.candidates import GROUPS, RANGES, Pairs

Array = NDArray[np.float32]


@spacy.registry.architectures("rie.RelationModel.v2")
def create_relation_model(tok2vec: Model[list[Doc], list[Floats2d]], skeleton: Model[list[Doc], list[Floats2d]], hidden: int,
                          dropout: float = 0.2) -> Model[list[Doc], Floats2d]:
    """Scores for every label of every candidate pair.

    Args:
        tok2vec: gives a vector a token; a listener to the shared layer.
        skeleton: gives a vector a token of the skeleton.
        hidden: width of the two hidden layers.
        dropout: of the hidden layers, while training.
    """
    alone: Model[Any, Any] = Maxout(nO=hidden, nP=2, dropout=dropout, normalize=True)
    among: Model[Any, Any] = chain(Maxout(nO=hidden, nP=2, dropout=dropout, normalize=True), Linear())
    return Model("rie_relations", _forward, init=_init, layers=[tok2vec, skeleton, alone, among],
                 refs={"tok2vec": tok2vec, "skeleton": skeleton, "alone": alone, "among": among}, dims={"nO": None, "nF": None})


def doc_pairs(doc: Doc) -> Pairs:
    """The candidate pairs that the component left on the document."""
    return doc.user_data["pairs"]  # type: ignore[no-any-return]


def _init(model: Model[Any, Any], X: Any = None, Y: Any = None) -> Model[Any, Any]:
    tok2vec, skeleton, alone, among = (model.get_ref(name) for name in ("tok2vec", "skeleton", "alone", "among"))
    if X is not None:
        tok2vec.initialize(X)
        skeleton.initialize([doc_pairs(doc).skeleton for doc in X])
    width = 2 * tok2vec.get_dim("nO") + RANGES * skeleton.get_dim("nO") + model.get_dim("nF")
    alone.initialize(X=np.zeros((2, width), dtype=np.float32))
    wide = (1 + GROUPS) * alone.get_dim("nO")
    among.initialize(X=np.zeros((2, wide), dtype=np.float32), Y=np.zeros((2, model.get_dim("nO")), dtype=np.float32))
    return model


def _forward(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[Array, Callable[[Array], list[Array]]]:
    tok2vec, skeleton, alone, among = (model.get_ref(name) for name in ("tok2vec", "skeleton", "alone", "among"))
    pairs = [doc_pairs(doc) for doc in docs]
    words, backprop_words = tok2vec(docs, is_train)
    bones, backprop_bones = skeleton([pair.skeleton for pair in pairs], is_train)
    inputs = [np.concatenate([_pool(word, pair.surface), _pool(bone, pair.ranges), pair.features], axis=1)
              for word, bone, pair in zip(words, bones, pairs, strict=True)]
    seen, backprop_alone = alone(np.concatenate(inputs), is_train)
    shared = [Group.of(pairs, number) for number in range(GROUPS)]
    best = [group.best(seen) for group in shared]
    scores, backprop_among = among(np.concatenate([seen, *(values for values, _ in best)], axis=1), is_train)

    def backprop(d_scores: Array) -> list[Array]:
        d_seen, *d_best = np.split(backprop_among(d_scores), 1 + GROUPS, axis=1)
        d_seen = sum((spread(d) for (_, spread), d in zip(best, d_best, strict=True)), d_seen)
        splits = np.cumsum([len(pair.index) for pair in pairs])[:-1]
        d_docs = np.split(backprop_alone(d_seen), splits)
        first = 2 * tok2vec.get_dim("nO")
        second = first + RANGES * skeleton.get_dim("nO")
        backprop_bones([_unpool(d[:, first:second], bone, pair.ranges) for d, bone, pair in zip(d_docs, bones, pairs, strict=True)])
        d_words = [_unpool(d[:, :first], word, pair.surface) for d, word, pair in zip(d_docs, words, pairs, strict=True)]
        return backprop_words(d_words)  # type: ignore[no-any-return]

    return scores, backprop


class Group:
    """The pairs of a batch that have something in common, one number a pair."""

    def __init__(self, numbers: NDArray[np.int64]) -> None:
        self.order = np.argsort(numbers, kind="stable")
        new = np.diff(numbers[self.order], prepend=-1) != 0
        self.starts = np.flatnonzero(new)
        self.of_pair = np.empty(len(numbers), dtype=np.int64)
        self.of_pair[self.order] = np.cumsum(new) - 1

    @classmethod
    def of(cls, pairs: list[Pairs], number: int) -> "Group":
        """The groups of one kind; no two documents share one."""
        sizes = [int(pair.groups[:, number].max(initial=-1)) + 1 for pair in pairs]
        shifts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        return cls(np.concatenate([pair.groups[:, number].astype(np.int64) + shift for pair, shift in zip(pairs, shifts, strict=True)]))

    def best(self, vectors: Array) -> tuple[Array, Callable[[Array], Array]]:
        """The greatest of each dimension within a pair's group."""
        if not len(vectors):
            return vectors, lambda d: d
        highest = np.maximum.reduceat(vectors[self.order], self.starts, axis=0)[self.of_pair]
        won = vectors == highest

        def spread(d_highest: Array) -> Array:
            sums = np.add.reduceat(d_highest[self.order], self.starts, axis=0)[self.of_pair]
            d_vectors: Array = (sums * won).astype(np.float32)
            return d_vectors

        return highest, spread


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
