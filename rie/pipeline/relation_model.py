"""The relation component's network: token vectors pooled over the ranges of a candidate pair, then a small MLP.

The pooling is linear and done with prefix sums, so its cost does not depend on the length of the ranges.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import Linear, Maxout, Model, chain
from thinc.types import Floats2d

from rie.pipeline.candidates import Pairs

Array = NDArray[np.float32]


@spacy.registry.architectures("rie.RelationModel.v1")
def create_relation_model(tok2vec: Model[list[Doc], list[Floats2d]], hidden: int, dropout: float = 0.2) -> Model[list[Doc], Floats2d]:
    """Scores for every label of every candidate pair.

    Args:
        tok2vec: gives a vector a token; a listener to the shared layer.
        hidden: width of the hidden layer.
        dropout: of the hidden layer, while training.
    """
    mlp: Model[Any, Any] = chain(Maxout(nO=hidden, nP=2, dropout=dropout, normalize=True), Linear())
    return Model("rie_relations", _forward, init=_init, layers=[tok2vec, mlp], refs={"tok2vec": tok2vec, "mlp": mlp},
                 dims={"nO": None, "nF": None})


def doc_pairs(doc: Doc) -> Pairs:
    """The candidate pairs that the component left on the document."""
    return doc.user_data["pairs"]  # type: ignore[no-any-return]


def _init(model: Model[Any, Any], X: Any = None, Y: Any = None) -> Model[Any, Any]:
    tok2vec, mlp = model.get_ref("tok2vec"), model.get_ref("mlp")
    if X is not None:
        tok2vec.initialize(X)
    width = 6 * tok2vec.get_dim("nO") + model.get_dim("nF")
    mlp.initialize(X=np.zeros((2, width), dtype=np.float32), Y=np.zeros((2, model.get_dim("nO")), dtype=np.float32))
    return model


def _forward(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[Array, Callable[[Array], list[Array]]]:
    tok2vec, mlp = model.get_ref("tok2vec"), model.get_ref("mlp")
    vectors, backprop_tok2vec = tok2vec(docs, is_train)
    pairs = [doc_pairs(doc) for doc in docs]
    inputs = np.concatenate([_pool(vector, pair) for vector, pair in zip(vectors, pairs, strict=True)])
    scores, backprop_mlp = mlp(inputs, is_train)

    def backprop(d_scores: Array) -> list[Array]:
        d_inputs = backprop_mlp(d_scores)
        splits = np.cumsum([len(pair.index) for pair in pairs])[:-1]
        d_docs = np.split(d_inputs, splits)
        d_vectors = [_unpool(d_doc, vector, pair) for d_doc, vector, pair in zip(d_docs, vectors, pairs, strict=True)]
        return backprop_tok2vec(d_vectors)  # type: ignore[no-any-return]

    return scores, backprop


def _pool(vectors: Array, pairs: Pairs) -> Array:
    """(pairs, 6 * width + features): means over the ranges, empty ranges are zero."""
    width = vectors.shape[1]
    sums = np.zeros((len(vectors) + 1, width), dtype=np.float32)
    np.cumsum(vectors, axis=0, out=sums[1:])
    starts, ends = pairs.ranges[..., 0], pairs.ranges[..., 1]
    means = (sums[ends] - sums[starts]) * _weights(starts, ends)
    return np.concatenate([means.reshape(len(pairs.index), 6 * width), pairs.features], axis=1)


def _unpool(d_inputs: Array, vectors: Array, pairs: Pairs) -> Array:
    """The gradient of `_pool` with respect to the token vectors."""
    width = vectors.shape[1]
    steps = np.zeros((len(vectors) + 1, width), dtype=np.float32)
    starts, ends = pairs.ranges[..., 0], pairs.ranges[..., 1]
    d_means = d_inputs[:, : 6 * width].reshape(len(pairs.index), 6, width) * _weights(starts, ends)
    np.add.at(steps, starts, d_means)
    np.add.at(steps, ends, -d_means)
    return np.cumsum(steps, axis=0)[:-1]


def _weights(starts: NDArray[np.int32], ends: NDArray[np.int32]) -> Array:
    """One over the length of each range, with a trailing axis to multiply vectors with."""
    return (1 / np.maximum(ends - starts, 1)).astype(np.float32)[..., None]
