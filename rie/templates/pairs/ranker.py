"""A linear ranker of skeletons: words of the question against parts of the SQL.

A skeleton's score is the sum of the weights between the question's features and the skeleton's parts, itself among them, so that what is
learned of a part counts for every skeleton that has it. It is trained as a softmax over all skeletons (a log-linear model with structured
labels), with AdaGrad (Duchi et al. 2011).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from rie.templates.pairs.features import Vector

Encoded = tuple[npt.NDArray[np.int32], Vector]

_EPOCHS: Final = 25
_BATCH: Final = 32  # questions of a step, of many more so that an epoch has at most so many steps
_BATCHES: Final = 40
_RATE: Final = 0.3
_DECAY: Final = 1e-5
_SCALE: Final = 2.0  # of a question's features, whose length is one
_MEANING: Final = 6.0
_OWN: Final = 0.2  # of a skeleton's own part beside those that it shares


def labels_of(parts: Sequence[Sequence[str]]) -> Vector:
    """Skeletons by parts: each row has the parts of one skeleton."""
    names = sorted({part for own in parts for part in own})
    numbers = {name: number for number, name in enumerate(names)}
    labels = np.zeros((len(parts), len(names)), dtype=np.float32)
    for row, own in enumerate(parts):
        columns = [numbers[part] for part in set(own)]
        labels[row, columns] = 1.0 / np.sqrt(len(columns) or 1)
    return labels


@dataclass
class Ranker:
    """Weights of features and of meanings against parts, the skeletons themselves behind the parts that they share; and their parts."""

    words: Vector
    meanings: Vector
    labels: Vector

    def scores(self, encoded: Encoded, meaning: Vector) -> Vector:
        """A score for every skeleton."""
        ids, values = encoded
        hidden = _SCALE * (values @ self.words[ids]) + _MEANING * (meaning @ self.meanings)
        return np.asarray(self.of_parts(hidden[None, :])[0], dtype=np.float32)

    def of_parts(self, hidden: Vector) -> Vector:
        """Scores of skeletons from scores of parts, a row for each question."""
        shared = self.labels.shape[1]
        return np.asarray(hidden[:, :shared] @ self.labels.T + _OWN * hidden[:, shared:], dtype=np.float32)


def train(encoded: Sequence[Encoded], meanings: Vector, targets: Sequence[int], labels: Vector, *, size: int) -> Ranker:
    """Train a ranker.

    Args:
        encoded: features of the questions.
        meanings: vectors of the questions, a row each.
        targets: the right skeleton of each.
        labels: of `labels_of`.
        size: number of features there are.
    """
    random, width = np.random.default_rng(0), sum(labels.shape)
    ranker = Ranker(np.zeros((size, width), np.float32), np.zeros((meanings.shape[1], width), np.float32), labels)
    seen = np.full((size, 1), 1e-6, np.float32), np.full((1, width), 1e-6, np.float32)
    right, batch = np.asarray(targets), max(_BATCH, len(encoded) // _BATCHES)
    for _ in range(_EPOCHS):
        order = random.permutation(len(encoded))
        for start in range(0, len(order), batch):
            own = order[start : start + batch]
            _step(ranker, seen, [encoded[place] for place in own], meanings[own], right[own])
    return ranker


def _step(ranker: Ranker, seen: tuple[Vector, Vector], batch: Sequence[Encoded], meanings: Vector, right: npt.NDArray[np.int64]) -> None:
    ids = np.concatenate([ids for ids, _ in batch])
    rows = np.repeat(np.arange(len(batch)), [len(ids) for ids, _ in batch])
    values = _SCALE * np.concatenate([values for _, values in batch])
    used, local = np.unique(ids, return_inverse=True)
    dense = np.zeros((len(batch), len(used)), np.float32)
    dense[rows, local] = values
    weights = ranker.words[used]
    hidden = dense @ weights + _MEANING * (meanings @ ranker.meanings)
    wrong = _softmax(ranker.of_parts(hidden))
    wrong[np.arange(len(batch)), right] -= 1.0
    slope = np.concatenate([wrong @ ranker.labels, _OWN * wrong], axis=1) / len(batch)
    by_word = dense.T @ slope + _DECAY * weights
    seen[0][used] += np.square(by_word).mean(axis=1, keepdims=True)
    ranker.words[used] -= _RATE * by_word / np.sqrt(seen[0][used]) / np.sqrt(by_word.shape[1])
    by_meaning = _MEANING * (meanings.T @ slope)
    seen[1][:] += np.square(by_meaning).sum(axis=0, keepdims=True)
    ranker.meanings -= _RATE * by_meaning / np.sqrt(seen[1])


def _softmax(scores: Vector) -> Vector:
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=1, keepdims=True), dtype=np.float32)
