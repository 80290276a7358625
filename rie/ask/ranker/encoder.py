"""The network of the model of questions: from the tokens of a question to a score for each clause of a logical form.

A token is a row of whole numbers: its word, the row of its word vector, and what the grammar's lexicon knows it as. Their embeddings are
added, gated convolutions see the neighbours, and the question is the largest and several weighted means of its tokens. It is trained
with PyTorch (`rie.distill.questions.network`), whose names its weights bear, and runs without.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

WORD, VECTOR, SENSES = 0, 1, 2  # columns of a token; those from SENSES on are senses, 0 is none
MOST_SENSES: Final = 12
DEPTH: Final = 3
Floats = np.ndarray[Any, np.dtype[np.float32]]
Ints = np.ndarray[Any, np.dtype[np.int32]]
Weights = Mapping[str, Floats]


def clause_scores(weights: Weights, tokens: Ints, vectors: Floats) -> Floats:
    """The score of each clause.

    Args:
        weights: by the names of the network's parameters.
        tokens: of one question, shape (tokens, SENSES + MOST_SENSES).
        vectors: fixed vectors of words, a row each.
    """
    found = _normal(_embedded(weights, tokens, vectors), weights, "norm")
    for layer in range(DEPTH):
        around = np.pad(found, ((1, 1), (0, 0)))
        both = _linear(np.concatenate([around[:-2], around[1:-1], around[2:]], axis=1), weights, f"convolutions.{layer}")
        value, gate = np.split(both, 2, axis=1)
        found = found + _normal(value * _sigmoid(gate), weights, f"norms.{layer}")
    means = _softmax(_linear(found, weights, "attention")).T @ found
    pooled = np.concatenate([means.reshape(-1), found.max(axis=0)])
    return _linear(np.maximum(_linear(pooled, weights, "hidden"), 0), weights, "clauses")


def _embedded(weights: Weights, tokens: Ints, vectors: Floats) -> Floats:
    places = tokens[:, SENSES:]
    told = (places > 0) | ((np.arange(places.shape[1]) == 0) & (places == 0))  # a token without senses has that of number 0
    senses: Floats = (weights["senses.weight"][places] * told[..., None].astype(np.float32)).sum(axis=1)
    return weights["words.weight"][tokens[:, WORD]] + senses + _linear(vectors[tokens[:, VECTOR]], weights, "vectors")


def _linear(values: Floats, weights: Weights, name: str) -> Floats:
    return values @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]


def _normal(values: Floats, weights: Weights, name: str) -> Floats:
    scaled: Floats = (values - values.mean(axis=1, keepdims=True)) / np.sqrt(values.var(axis=1, keepdims=True) + 1e-5)
    return scaled * weights[f"{name}.weight"] + weights[f"{name}.bias"]


def _sigmoid(values: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(values, -60, 60))), np.float32)


def _softmax(values: Floats) -> Floats:
    powers = np.exp(values - values.max(axis=0))
    return powers / powers.sum(axis=0)  # type: ignore[no-any-return]
