"""Layers where no gradient is asked for: the same numbers as in training, without what only the gradient needs."""

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

Array = NDArray[np.float32]
Layer = TypeVar("Layer", bound=Model[Any, Any])
TINY = np.float32(1e-8)  # as thinc's layer normalisation adds to a variance


def when_predicting(layer: Layer, predict: Callable[[Model[Any, Any], Any], Any]) -> Layer:
    """The layer, which outside of training calls `predict` with itself and its input; its parts and weights stay what they are."""
    learn = layer._func

    def forward(model: Model[Any, Any], given: Any, is_train: bool) -> tuple[Any, Callable[[Any], Any]]:
        return learn(model, given, is_train) if is_train else (predict(model, given), lambda gradient: [])

    layer._func = forward
    return layer


def normalised_maxout(model: Model[Any, Any], vectors: Array) -> Array:
    """What a `Maxout` layer with `normalize=True` makes of vectors: (n, in) becomes (n, out)."""
    maxout, norm = (next(layer for layer in model.walk() if layer.name == name) for name in ("maxout", "layernorm"))
    out, pieces, width = (maxout.get_dim(name) for name in ("nO", "nP", "nI"))
    weights = maxout.get_param("W").transpose(1, 0, 2).reshape(pieces * out, width)  # all first pieces, then all second ones
    values = np.dot(vectors, weights.T)
    values += maxout.get_param("b").T.reshape(-1)
    best = np.maximum(values[:, :out], values[:, out : 2 * out])
    for piece in range(2, pieces):
        np.maximum(best, values[:, piece * out : (piece + 1) * out], out=best)
    return _normalised(best, norm.get_param("G"), norm.get_param("b"))


def _normalised(vectors: Array, gain: Array, bias: Array) -> Array:
    """Layer normalisation, in place."""
    vectors -= vectors.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", vectors, vectors) / np.float32(vectors.shape[1]) + TINY
    vectors *= (1 / np.sqrt(variance))[:, None]
    vectors *= gain
    vectors += bias
    return vectors
