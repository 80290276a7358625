"""Precision and coverage of answers to paraphrases: the grammar alone, with the model of questions, and with weights of zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from rie.ask.form import LogicalForm
from rie.ask.names import english
from rie.ask.ranker.model import Evidence, QuestionModel
from rie.ask.ranker.rank import form_of, offered
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
        if grammar.read(question.text):
            continue
        best = offered(model, question.blanked)
        form = form_of(best, question.blanked, grammar.state.names, grammar.pack, grammar.read) if best else None
        yield Offer(item.asks is not None, None if form is None else _is_right(meant, form, grammar))


def judged(items: Sequence[Paraphrase], model: QuestionModel, grammar: Grammar) -> Iterator[Judged]:
    """The wordings of the model for questions that the grammar does not read, with the evidence and whether they are right."""
    for _, question, meant in _usable(items, grammar):
        form = None if grammar.read(question.text) else _likeliest(question, model, grammar)
        if form is not None and grammar.outcome(form) is not None:
            yield Judged(_evidence(question, form, model, grammar), _is_right(meant, form, grammar))


def _usable(
    items: Sequence[Paraphrase], grammar: Grammar
) -> Iterator[tuple[Paraphrase, Question, LogicalForm | None]]:  # fmt: skip
    for item in items:
        meant = grammar.question(item.asks).form if item.asks else None
        if item.asks is None or meant is not None:
            yield item, grammar.question(item.text), meant


def _is_right(meant: LogicalForm | None, given: LogicalForm, grammar: Grammar) -> bool:
    return meant is not None and same_answer(grammar.outcome(meant), grammar.outcome(given))


def _likeliest(question: Question, model: QuestionModel, grammar: Grammar) -> LogicalForm | None:
    """The form of the likeliest wording, if nothing speaks against it."""
    found = model.rank(question.blanked)
    best = found.best()
    if best is None or best[1] <= found.none or any(word not in model.seen for word in question.blanked.words):
        return None
    form = form_of(best[0], question.blanked, grammar.state.names, grammar.pack, grammar.read)
    return form if form is not None and not _loses_a_word(question, form, grammar) else None


def _loses_a_word(question: Question, form: LogicalForm, grammar: Grammar) -> bool:
    """Whether a form is what the grammar reads without one of the words: then that word would be left out, whatever it means. So
    would the "did" of a question for yes or no that lists names."""
    items, text = question.items, question.text
    if items and items[0].norm in english.AUXILIARIES and form.agg not in ("exists", "estimate"):
        return True
    filled = {blank.place for blank in question.blanked.blanks}
    words = [item for place, item in enumerate(items) if place not in filled and any(map(str.isalnum, item.norm))]
    free = [item for item in words if item.norm not in english.FUNCTION]
    rests = (" ".join(f"{text[: item.start]} {text[item.end :]}".split()) for item in free)
    return any(reading.form == form for rest in rests for reading in grammar.read(rest)[:1])


def _evidence(question: Question, form: LogicalForm, model: QuestionModel, grammar: Grammar) -> Evidence:
    return model.evidence(question.blanked, grammar.clauses(form, question.blanked))


def _verdicts(items: Sequence[Paraphrase], model: QuestionModel | None, grammar: Grammar) -> Iterator[Verdict]:
    for item, question, meant in _usable(items, grammar):
        yield _verdict(item, question, meant, model=model, grammar=grammar)


def _verdict(
    item: Paraphrase, question: Question, meant: LogicalForm | None, *, model: QuestionModel | None, grammar: Grammar
) -> Verdict:  # fmt: skip
    if model is None or grammar.read(question.text):
        return _given(item, meant, question.form, SURE, grammar=grammar)
    form = _likeliest(question, model, grammar)
    sure = model.confidence(_evidence(question, form, model, grammar)) if form else 0.0
    return _given(item, meant, form, sure, grammar=grammar)


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
