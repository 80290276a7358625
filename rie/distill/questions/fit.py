"""Fit the ranker: weights by gradient descent on a softmax over candidates, its confidence and its threshold on the dev part.

A candidate is right when it has the clauses of the question that is meant; for an unanswerable one, and only then, none is. Features
of a question are left out by chance in each step (dropout), so that no single word decides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from rie.ask.ranker.model import DROPPED, NONE, RARE, RankerModel
from rie.ask.ranker.wordings import Wording
from rie.distill.questions.data import Paraphrase
from rie.distill.questions.reading import Grammar, Question

_EPOCHS, _RATE, _DROPOUT, _DECAY = 40, 0.1, 0.3, 2e-3
_SMALLEST: Final = 2  # questions that a feature must occur in
_SLOWER: Final = 0.6  # of the epochs, after which steps are smaller
WANTED: Final = 0.99  # share of the ranker's wordings for dev questions that must be right above the threshold
FLOOR: Final = 0.9  # the least threshold, however well the dev part does: questions of other voices are not in it
_NEVER: Final = -1e9


@dataclass(frozen=True)
class Example:
    """A question with the clauses of what it means (None: unanswerable); `in_words` are those without blanks for its metrics."""

    question: Question
    meant: frozenset[str] | None
    in_words: frozenset[str]


def examples(paraphrases: Iterable[Paraphrase], grammar: Grammar) -> Iterator[Example]:
    """Paraphrases as the model sees them; those of plain questions that are not read are left out."""
    for item in paraphrases:
        meant = grammar.question(item.asks).form if item.asks else None
        if item.asks and meant is None:
            continue
        question = grammar.question(item.text)
        wanted = grammar.clauses(meant, question.blanked) if meant else None
        yield Example(question, wanted, grammar.clauses(meant) if meant else frozenset())


def fit(found: Sequence[Example], wordings: Sequence[Wording], seed: int = 0) -> RankerModel:
    """A model that is not calibrated yet.

    Args:
        found: to learn from.
        wordings: what questions may mean.
        seed: of the dropout.
    """
    model = _empty(found, wordings)
    groups = _grouped(found, model)
    total = sum(len(group.right) for group in groups)
    random = np.random.default_rng(seed)
    mean, square = np.zeros_like(model.weights), np.zeros_like(model.weights)
    for epoch in range(1, _EPOCHS + 1):
        slope = np.zeros_like(model.weights)
        for group in groups:
            group.add_slope(slope, model.weights, random)
        slope = slope / total + _DECAY * model.weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope * slope
        step = _RATE * (1 if epoch < _SLOWER * _EPOCHS else 0.3)
        model.weights -= step * (mean / (1 - 0.9**epoch)) / (np.sqrt(square / (1 - 0.99**epoch)) + 1e-5)
    return model


def _empty(found: Sequence[Example], wordings: Sequence[Wording]) -> RankerModel:
    counts = Counter(name for item in found for name in item.question.blanked.features)
    features = [*sorted(name for name, count in counts.items() if count >= _SMALLEST), RARE]
    told = {clause for wording in wordings for clause in wording.clauses}
    clauses = sorted(told | {NONE} | {f"dropped:{kind}" for kind in DROPPED})
    seen = frozenset(word for item in found if item.meant for word in item.question.blanked.words)
    rows, columns = ({name: place for place, name in enumerate(names)} for names in (features, clauses))
    return RankerModel(rows, columns, np.zeros((len(features), len(clauses)), np.float32), list(wordings), seen)


@dataclass
class _Group:
    """Examples with the same candidates; `barred` is added to scores."""

    places: list[Any]
    rows: Any
    barred: Any
    right: Any

    def add_slope(self, slope: Any, weights: Any, random: np.random.Generator) -> None:
        """Add the slope of the loss over these examples."""
        kept = [places[random.random(len(places)) > _DROPOUT] for places in self.places]
        by_clause = np.stack([weights[places].sum(axis=0) for places in kept])
        scores = by_clause @ self.rows.T + self.barred
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        shares[np.arange(len(self.right)), self.right] -= 1
        for places, change in zip(kept, shares @ self.rows, strict=True):
            np.add.at(slope, places, change)


def _grouped(found: Sequence[Example], model: RankerModel) -> list[_Group]:
    by_signature = defaultdict(list)
    for item in found:
        right = _right(item, model)
        if right is not None and model.candidates(item.question.blanked.signature)[0]:
            by_signature[item.question.blanked.signature].append((item, right))
    return [_group(signature, members, model) for signature, members in by_signature.items()]


def _group(signature: tuple[str, ...], members: Sequence[tuple[Example, int]], model: RankerModel) -> _Group:
    barred = [np.where([*model.allowed(item.question.blanked), True], 0, _NEVER) for item, _ in members]
    places = [np.array(model.places(item.question.blanked)) for item, _ in members]
    rows = model.candidates(signature)[1]
    return _Group(places, rows, np.stack(barred).astype(np.float32), np.array([right for _, right in members]))


def _right(item: Example, model: RankerModel) -> int | None:
    """The place of the right candidate; behind all stands "none of them". None where there is no such."""
    found, _ = model.candidates(item.question.blanked.signature)
    if item.meant is None:
        return len(found)
    allowed = model.allowed(item.question.blanked)
    for place, candidate in enumerate(found):
        told = candidate.wording.clauses
        if allowed[place] and (told == item.meant or (told == item.in_words and "metric" in candidate.dropped)):
            return place
    return None


def calibrated(model: RankerModel, judged: Sequence[tuple[float, bool]]) -> RankerModel:
    """The model with its confidence and threshold.

    Args:
        model: as fitted.
        judged: probabilities of answers to dev questions, and whether each is right.
    """
    slope, offset = _logistic([share for share, _ in judged], [right for _, right in judged])
    fitted = replace(model, slope=slope, offset=offset)
    return replace(fitted, threshold=_threshold([(fitted.confidence(share), right) for share, right in judged]))


def _logistic(shares: Sequence[float], right: Sequence[bool]) -> tuple[float, float]:
    """Slope and offset of a logistic regression on the log odds (Platt 1999), held near the identity by a small prior."""
    odds = np.clip(np.log(np.maximum(shares, 1e-9) / np.maximum(1 - np.array(shares), 1e-9)), -12, 12)
    wanted = np.array(right, float)
    slope, offset = 1.0, 0.0
    for _ in range(2000):
        error = 1 / (1 + np.exp(-(slope * odds + offset))) - wanted
        slope -= 0.05 * (float((error * odds).mean()) + 0.01 * (slope - 1))
        offset -= 0.05 * (float(error.mean()) + 0.01 * offset)
    return slope, offset


def _threshold(judged: Sequence[tuple[float, bool]]) -> float:
    """The least confidence above which the wanted share of answers is right, as far down as that holds; else one that few reach."""
    right, best = 0, 0.0
    ordered = sorted(judged, reverse=True)
    for count, (confidence, is_right) in enumerate(ordered, 1):
        right += is_right
        if right / count >= WANTED:
            best = confidence
    return max(best or (ordered[0][0] if ordered else 1.0), FLOOR)
