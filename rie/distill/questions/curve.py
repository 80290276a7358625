"""Precision and coverage of answers to paraphrases: the grammar alone, with the model of questions, and with weights of zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from rie.ask.form import LogicalForm
from rie.ask.ranker.model import QuestionModel
from rie.ask.ranker.rank import LEAST, confidence, weighed
from rie.distill.questions.data import Paraphrase
from rie.distill.questions.fit import Judged
from rie.distill.questions.reading import Grammar, Question, same_answer

_STEPS: Final = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95, 0.97, 0.99)
ALONE, WITH = "grammar alone", "with the model"
SURE: Final = 1.0  # confidence of what the grammar reads


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a paraphrase at the lowest threshold: its confidence, and whether it is right; None for both: refused."""

    item: Paraphrase
    share: float | None = None
    right: bool | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """Answers at a threshold: how many, how many of them right, and how many unanswerable questions are answered."""

    threshold: float
    answered: int
    right: int
    false: int


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered for a question that the grammar does not read: the right plain question, another one, or none (None)."""

    answerable: bool
    right: bool | None


@dataclass(frozen=True, slots=True)
class Measured:
    """Verdicts of each system, the threshold of the model, and what it offers."""

    verdicts: dict[str, list[Verdict]]
    threshold: float
    offers: list[Offer]

    def at(self, system: str, threshold: float, items: Sequence[Verdict] | None = None) -> Point:
        """The point of a system at a threshold, of all its verdicts or of some."""
        verdicts = self.verdicts[system] if items is None else items
        given = [verdict for verdict in verdicts if verdict.share is not None and verdict.share >= threshold]
        false = sum(verdict.item.asks is None for verdict in given)
        return Point(threshold, len(given), sum(bool(verdict.right) for verdict in given), false)

    def points(self, system: str) -> list[Point]:
        """The curve of a system."""
        return [self.at(system, step) for step in sorted({*_STEPS, self.threshold})]


def measure(items: Sequence[Paraphrase], model: QuestionModel, grammar: Grammar) -> Measured:
    """The verdicts on paraphrases.

    Args:
        items: paraphrases that the model was not trained on.
        model: calibrated.
        grammar: over the sample facts.
    """
    zeros = {name: np.zeros_like(weights) for name, weights in model.weights.items()}
    empty = replace(model, weights=zeros, fit=np.array([0, 0, -1], np.float32))
    return Measured(
        {name: list(_verdicts(items, used, grammar)) for name, used in ((ALONE, None), (WITH, model), ("without its weights", empty))},
        model.threshold,
        list(_offers(items, model, grammar)),
    )  # fmt: skip


def _offers(items: Sequence[Paraphrase], model: QuestionModel, grammar: Grammar) -> Iterator[Offer]:
    for item, question, meant in _usable(items, grammar):
        if not grammar.read(question.text):
            likely = [guess for guess in grammar.guesses(question, model)[:1] if guess.share >= LEAST and guess.text]
            yield Offer(item.asks is not None, _is_right(meant, likely[0].form, grammar) if likely else None)


def judged(items: Sequence[Paraphrase], model: QuestionModel, grammar: Grammar) -> Iterator[Judged]:
    """What the model takes questions for, also those that the grammar reads: the evidence, and whether the answer is right."""
    for _, question, meant in _usable(items, grammar):
        for guess in grammar.guesses(question, model)[:1]:
            evidence = weighed(guess, model, question.blanked, question.items)
            if evidence is not None and _is_answered(guess.form, grammar):
                yield Judged(evidence, _is_right(meant, guess.form, grammar))


def _usable(
    items: Sequence[Paraphrase], grammar: Grammar
) -> Iterator[tuple[Paraphrase, Question, LogicalForm | None]]:  # fmt: skip
    for item in items:
        meant = grammar.question(item.asks).form if item.asks else None
        if item.asks is None or meant is not None:
            yield item, grammar.question(item.text), meant


def _is_right(meant: LogicalForm | None, given: LogicalForm, grammar: Grammar) -> bool:
    return meant is not None and same_answer(grammar.outcome(meant), grammar.outcome(given))


def _is_answered(form: LogicalForm, grammar: Grammar) -> bool:
    outcome = grammar.outcome(form)
    return outcome is not None and outcome.status == "answered"


def _verdicts(items: Sequence[Paraphrase], model: QuestionModel | None, grammar: Grammar) -> Iterator[Verdict]:
    for item, question, meant in _usable(items, grammar):
        yield _verdict(item, question, meant, model=model, grammar=grammar)


def _verdict(
    item: Paraphrase, question: Question, meant: LogicalForm | None, *, model: QuestionModel | None, grammar: Grammar
) -> Verdict:  # fmt: skip
    if model is None or grammar.read(question.text):
        return _given(item, meant, question.form, SURE, grammar=grammar)
    for guess in grammar.guesses(question, model)[:1]:
        if _is_answered(guess.form, grammar):
            sure = confidence(guess, model, question.blanked, question.items)
            return _given(item, meant, guess.form if sure else None, sure, grammar=grammar)
    return Verdict(item)


def _given(item: Paraphrase, meant: LogicalForm | None, form: LogicalForm | None, share: float, *, grammar: Grammar) -> Verdict:
    if form is None or grammar.outcome(form) is None:
        return Verdict(item)
    return Verdict(item, share, _is_right(meant, form, grammar))


def table(measured: Measured) -> str:
    """The curves, and the shares at the threshold by voice and for new forms, as text."""
    lines = [f"{'system':<21}{'threshold':>9}{'answered':>10}{'right':>7}{'precision':>11}{'coverage':>10}{'unanswerable refused':>22}"]
    for system in measured.verdicts:
        lines += [_line(system, point, measured.verdicts[system]) for point in measured.points(system) if _is_told(system, point)]
    lines += ["", f"at the threshold {measured.threshold:.3f}, by voice"]
    for name, chosen in _slices(measured):
        lines += [_line(f"{name[:20]}", measured.at(WITH, measured.threshold, chosen), chosen)]
    lines += ["", "offered for questions that the grammar does not read"]
    for name, answerable in (("answerable", True), ("unanswerable", False)):
        offers = [offer.right for offer in measured.offers if offer.answerable == answerable]
        lines += [f"{name:<21}right {offers.count(True):>5}   another {offers.count(False):>5}   none {offers.count(None):>5}"]
    return "\n".join(lines)


def _is_told(system: str, point: Point) -> bool:
    return system == WITH or point.threshold == 0


def _slices(measured: Measured) -> Iterator[tuple[str, list[Verdict]]]:
    verdicts = measured.verdicts[WITH]
    for voice in ("keywords", "sentence", "chat", "email"):
        yield voice, [verdict for verdict in verdicts if verdict.item.voice == voice]
    for new in (False, True):
        yield "new forms" if new else "known forms", [verdict for verdict in verdicts if verdict.item.new_form == new]


def _line(name: str, point: Point, verdicts: Sequence[Verdict]) -> str:
    answerable = sum(verdict.item.asks is not None for verdict in verdicts)
    others = len(verdicts) - answerable
    precision, coverage = point.right / max(point.answered, 1), point.right / max(answerable, 1)
    refused = f"{(others - point.false) / others:.1%}" if others else "-"
    return f"{name:<21}{point.threshold:>9.3f}{point.answered:>10}{point.right:>7}{precision:>11.1%}{coverage:>10.1%}{refused:>22}"
