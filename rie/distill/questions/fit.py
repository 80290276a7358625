"""Fit the model of questions: the network by gradient descent, its confidence and its threshold on the dev part.

A candidate is right when it has the clauses of the question that is meant; for an unanswerable one, and only then, none is. Beside the
softmax over candidates every clause is learnt by itself. Words of a question are left out by chance in each step, so that no single
one decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from rie.ask.ranker.encoder import Floats
from rie.ask.ranker.model import DROPPED, NONE, Evidence, QuestionModel, Vocabulary, numbered
from rie.ask.ranker.vectors import word_table
from rie.ask.ranker.wordings import Wording
from rie.distill.questions.data import Paraphrase
from rie.distill.questions.reading import Grammar, Question
from rie.errors import UsageError
from rie.pack import Pack

if TYPE_CHECKING:
    from rie.distill.questions.network import Lesson

EPOCHS: Final = 12  # how often each example is seen
_SMALLEST: Final = 2  # questions that a word must occur in
_SELDOM: Final = 0.75  # questions that cannot be answered to one that can, in which a plain word stands
WANTED: Final = 0.97  # share of the model's own answers to dev questions that must be right
FLOOR: Final = 0.93  # the least confidence of one, however well the dev part does: questions of other voices are not in it
_NEVER: Final = -1e9


@dataclass(frozen=True)
class Example:
    """A question with the clauses of what it means (None: unanswerable); `in_words` are those without blanks for its metrics."""

    question: Question
    meant: frozenset[str] | None
    in_words: frozenset[str]


@dataclass(frozen=True)
class Judged:
    """What the model takes a dev question for: the evidence, and whether its answer is right."""

    evidence: Evidence
    is_right: bool


def examples(paraphrases: Iterable[Paraphrase], grammar: Grammar) -> Iterator[Example]:
    """Paraphrases as the model sees them; those of plain questions that are not read are left out."""
    for item in paraphrases:
        meant = grammar.question(item.asks).form if item.asks else None
        if item.asks and meant is None:
            continue
        question = grammar.question(item.text)
        wanted = grammar.clauses(meant, question.blanked) if meant else None
        yield Example(question, wanted, grammar.clauses(meant) if meant else frozenset())


def fit(found: Sequence[Example], wordings: Sequence[Wording], pack: Pack, *, epochs: int = EPOCHS, seed: int = 0) -> QuestionModel:
    """A model that is not calibrated yet.

    Args:
        found: to learn from.
        wordings: what questions may mean.
        pack: whose word vectors are used.
        epochs: how often each example is seen.
        seed: of the weights, the order and what is left out.

    Raises:
        UsageError: PyTorch is not installed.
    """
    try:
        from rie.distill.questions.network import train
    except ImportError:
        raise UsageError("training the model of questions needs PyTorch: install it with `pip install 'rie[teacher]'`") from None

    model = _empty(found, wordings, pack)
    lessons = [lesson for lesson in (_lesson(item, model) for item in found) if lesson is not None]
    sizes = len(model.vocabulary.words) + 1, len(model.vocabulary.senses) + 1, len(model.clauses)
    return replace(model, weights=train(lessons, sizes, word_table(str(pack.folder))[1], epochs=epochs, seed=seed))


def _empty(found: Sequence[Example], wordings: Sequence[Wording], pack: Pack) -> QuestionModel:
    tokens = [token for item in found for token in item.question.blanked.tokens]
    words, senses = Counter(token.stem for token in tokens), Counter(sense for token in tokens for sense in token.senses)
    often = [sorted(name for name, count in counts.items() if count >= _SMALLEST) for counts in (words, senses)]
    vocabulary = Vocabulary(numbered(often[0]), numbered(often[1]), str(pack.folder))
    told = {clause for clauses in (*(wording.clauses for wording in wordings), *(item.meant or () for item in found)) for clause in clauses}
    clauses = {name: place for place, name in enumerate(sorted(told | {NONE} | {f"dropped:{kind}" for kind in DROPPED}))}
    return QuestionModel(vocabulary, clauses, {}, list(wordings), plain_words(found))


def plain_words(found: Sequence[Example]) -> frozenset[str]:
    """The words without a sense of their own that questions hold without asking for more: seldom in questions that cannot be answered."""
    answered = Counter(word for item in found if item.meant for word in {*item.question.blanked.words})
    others = Counter(word for item in found if not item.meant for word in {*item.question.blanked.words})
    return frozenset(word for word, count in answered.items() if others[word] <= _SELDOM * count)


def _lesson(item: Example, model: QuestionModel) -> Lesson | None:
    from rie.distill.questions.network import Lesson

    question = item.question.blanked
    found, rows = model.candidates(question.signature)
    barred = np.where([*model.allowed(question), True], 0, _NEVER).astype(np.float32)
    right = _right(item, model)
    if right is None and item.meant is not None:  # what no wording says is learnt beside them
        right, rows, barred = len(found), np.insert(rows, len(found), model.row(item.meant), axis=0), np.insert(barred, len(found), 0)
    if right is None or len(rows) < 2:
        return None
    said = None
    if item.meant is not None:
        said = np.zeros(len(model.clauses), np.float32)
        said[[model.clauses[clause] for clause in item.meant if clause in model.clauses]] = 1
    return Lesson(model.vocabulary.rows(question), rows, barred, right, said)


def _right(item: Example, model: QuestionModel) -> int | None:
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


def calibrated(model: QuestionModel, judged: Sequence[Judged]) -> QuestionModel:
    """The model with its confidence, and the threshold above which the share `WANTED` of its wordings is right.

    Args:
        model: as fitted.
        judged: its wordings for dev questions.
    """
    features = np.stack([item.evidence.features for item in judged])
    fitted = replace(model, fit=_logistic(features, np.array([item.is_right for item in judged], np.float32)))
    return replace(fitted, threshold=_threshold([(fitted.confidence(item.evidence), item.is_right) for item in judged]))


def _logistic(features: Floats, right: Floats) -> Floats:
    """The weights of a logistic regression (Newton's method), held by a small prior."""
    weights = np.zeros(features.shape[1])
    for _ in range(50):
        shares = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (shares - right) + 0.1 * weights
        curve = (features * (shares * (1 - shares))[:, None]).T @ features + 0.1 * np.eye(len(weights))
        weights = weights - np.linalg.solve(curve, slope)
    return weights.astype(np.float32)


def _threshold(judged: Sequence[tuple[float, bool]]) -> float:
    """As far down as that share holds."""
    right, best = 0, 1.0
    for count, (confidence, is_right) in enumerate(sorted(judged, reverse=True), 1):
        right += is_right
        if right / count >= WANTED:
            best = confidence
    return max(best, FLOOR)
