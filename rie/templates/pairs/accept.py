"""Put candidates in order and say how sure the first one is: two small linear models, fitted to held-out pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from rie.templates.pairs.candidates import ORDER, SURE, Candidate
from rie.templates.pairs.features import Vector
from rie.templates.pairs.model import Acceptance

PRECISION: Final = 0.95  # that accepted answers to held-out questions must have
_STEPS: Final = 400
_RATE: Final = 0.3
_RIDGE: Final = 1e-3
_PRIOR: Final = 2.0  # how much the weights to begin with count, in questions: held-out ones lack their nearest example
_SCALES: Final = np.array([4, 4, 0.3, 0.3, 1, 1, 1, 1, 2, 0.4, 0.4, 0.4, 2, 1, 0.4, 1, 1], np.float32)
_BEGIN: Final = np.array([3.0, 0.1, 0.3, 0.5, -1.5, -0.5, -1.0, -0.5, 0.3, -0.1, -0.1], np.float32)
_SIGNS: Final = np.concatenate([np.sign(_BEGIN), [-1, 1, -1, -1, 1, -1, 0]]).astype(np.float32)


@dataclass(frozen=True)
class Held:
    """A held-out question: features of its candidates, and which of them are right."""

    features: Vector
    right: tuple[bool, ...]


def order_weights(held: Sequence[Held]) -> Vector:
    """Weights that put right candidates first: a softmax over the candidates of each question, drawn towards sensible ones."""
    weights = _BEGIN.copy()
    usable = [item for item in held if any(item.right) and not all(item.right)]
    for _ in range(_STEPS if usable else 0):
        slope = _PRIOR * (weights - _BEGIN) / len(usable)
        for item in usable:
            features = item.features / _SCALES[:ORDER]
            shares = _softmax(np.asarray(features @ weights, np.float32))
            right = shares * np.array(item.right, np.float32)
            slope += features.T @ (shares - right / max(right.sum(), 1e-9)) / len(usable)
        weights = _signed(weights - _RATE * slope, _BEGIN)
    return weights.astype(np.float32)


def ordered(candidates: Sequence[Candidate], weights: Vector) -> tuple[list[Candidate], Vector]:
    """Candidates, the best first, with their scores."""
    scores = np.stack([item.features for item in candidates]) / _SCALES[:ORDER] @ weights
    places = np.argsort(-scores, kind="stable")
    return [candidates[place] for place in places], np.asarray(scores[places], np.float32)


def sure_weights(features: Vector, right: Sequence[bool], weights: Sequence[float]) -> Vector:
    """Weights and bias of a logistic regression: is the first candidate right?"""
    inputs = np.concatenate([features / _SCALES[:SURE], np.ones((len(features), 1), np.float32)], axis=1)
    target, mass = np.array(right, np.float32), np.array(weights, np.float32)
    found = np.zeros(inputs.shape[1], np.float32)
    for _ in range(_STEPS * 3):
        wrong = mass * (_logistic(inputs @ found) - target)
        found = _signed(found - _RATE * (inputs.T @ wrong / mass.sum() + _RIDGE * found), _SIGNS)
    return found.astype(np.float32)


def certainty(features: Vector, weights: Vector) -> float:
    """The probability that a first candidate is right."""
    return float(_logistic(np.append(features / _SCALES[:SURE], 1.0) @ weights))


def threshold(certain: Sequence[float], right: Sequence[bool], weights: Sequence[float], precision: float = PRECISION) -> float:
    """The lowest certainty above which held-out answers are right often enough, counting half a right one more.

    It is above all of them where they never are.
    """
    order = sorted(zip(certain, right, weights, strict=True), reverse=True)
    correct, all_of_them, best = 0.5, 0.5, max(certain, default=1.0) + 1e-6
    for value, is_right, weight in order:
        correct, all_of_them = correct + is_right * weight, all_of_them + weight
        if correct >= precision * all_of_them:
            best = value
    return min(best, 0.999)


def accepts(acceptance: Acceptance, certain: float) -> bool:
    """Whether an answer is given."""
    return certain >= acceptance.threshold


def _signed(weights: npt.NDArray[Any], signs: Vector) -> Vector:
    """Weights that never speak against what they are for: a likeness never lowers a score, a word left over never raises it."""
    return np.where(weights * signs < 0, 0, weights).astype(np.float32)


def _softmax(scores: Vector) -> Vector:
    shifted = np.exp(scores - scores.max())
    return np.asarray(shifted / shifted.sum(), np.float32)


def _logistic(values: Vector) -> Vector:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(values, -30, 30))), np.float32)
