"""Precision and coverage of answers to paraphrases: the grammar alone, with the ranker, and with the ranker's weights at zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from rie.ask import english
from rie.ask.form import Item, LogicalForm
from rie.ask.ranker.blanks import Blanked
from rie.ask.ranker.model import RankerModel
from rie.ask.ranker.rank import Read, form_of
from rie.distill.questions.data import Paraphrase
from rie.distill.questions.reading import Grammar, same_answer

_STEPS: Final = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95, 0.97, 0.99)
SURE: Final = 1.0  # confidence of what the grammar reads and nothing speaks against


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a paraphrase at the lowest threshold: its confidence, and whether it is right; None for both: refused."""

    item: Paraphrase
    share: float | None = None
    right: bool | None = None
    ranked: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """Answers at a threshold: how many, how many of them right, and how many unanswerable questions are answered."""

    threshold: float
    answered: int
    right: int
    false: int


@dataclass(frozen=True, slots=True)
class Measured:
    """Verdicts of each system, and the threshold of the model."""

    verdicts: dict[str, list[Verdict]]
    threshold: float

    def at(self, system: str, threshold: float, items: Sequence[Verdict] | None = None) -> Point:
        """The point of a system at a threshold, of all its verdicts or of some."""
        verdicts = self.verdicts[system] if items is None else items
        given = [verdict for verdict in verdicts if verdict.share is not None and verdict.share >= threshold]
        false = sum(verdict.item.asks is None for verdict in given)
        return Point(threshold, len(given), sum(bool(verdict.right) for verdict in given), false)

    def points(self, system: str) -> list[Point]:
        """The curve of a system."""
        return [self.at(system, step) for step in sorted({*_STEPS, self.threshold})]


def measure(items: Sequence[Paraphrase], model: RankerModel, grammar: Grammar) -> Measured:
    """The verdicts on paraphrases.

    Args:
        items: paraphrases that the model was not trained on.
        model: calibrated.
        grammar: over the sample facts.
    """
    empty = replace(model, weights=np.zeros_like(model.weights), slope=1.0, offset=0.0)
    return Measured(
        {
            "grammar alone": list(_verdicts(items, None, grammar)),
            "with the ranker": list(_verdicts(items, model, grammar)),
            "without its weights": list(_verdicts(items, empty, grammar)),
        },
        model.threshold,
    )  # fmt: skip


def loses_a_word(text: str, items: Sequence[Item], question: Blanked, form: LogicalForm, read: Read) -> bool:
    """Whether a form is what the grammar reads without one of the words: then that word would be left out, whatever it means. So
    would the "did" of a question for yes or no that lists names."""
    if items[0].norm in english.AUXILIARIES and form.agg not in ("exists", "estimate"):
        return True
    filled = {blank.place for blank in question.blanks}
    words = [item for place, item in enumerate(items) if place not in filled and any(map(str.isalnum, item.norm))]
    free = [item for item in words if item.norm not in english.FUNCTION]
    rests = (" ".join(f"{text[: item.start]} {text[item.end :]}".split()) for item in free)
    return any(reading.form == form for rest in rests for reading in read(rest)[:1])


def judged(items: Sequence[Paraphrase], model: RankerModel, grammar: Grammar) -> list[tuple[float, bool]]:
    """The probabilities of the ranker's own answers, not calibrated, and whether each is right."""
    plain = replace(model, slope=1.0, offset=0.0)
    verdicts = _verdicts(items, plain, grammar)
    return [(verdict.share, bool(verdict.right)) for verdict in verdicts if verdict.ranked and verdict.share is not None]


def _verdicts(items: Sequence[Paraphrase], model: RankerModel | None, grammar: Grammar) -> Iterator[Verdict]:
    for item in items:
        meant = grammar.question(item.asks).form if item.asks else None
        if item.asks is None or meant is not None:
            yield _verdict(item, meant, model, grammar)


def _verdict(item: Paraphrase, meant: object, model: RankerModel | None, grammar: Grammar) -> Verdict:
    question = grammar.question(item.text)
    read = question.form if question.form and grammar.outcome(question.form) else None
    wanted = grammar.outcome(meant) if meant is not None else None  # type: ignore[arg-type]
    own = Verdict(item, SURE, same_answer(wanted, grammar.outcome(read))) if read else Verdict(item)
    if model is None or grammar.read(question.text):
        return own
    found = model.rank(question.blanked)
    best = found.best()
    if best is None or best[1] <= found.none or any(word not in model.seen for word in question.blanked.words):
        return Verdict(item)
    form = form_of(best[0], question.blanked, grammar.state.names, grammar.pack, grammar.read)
    sure = form is not None and not loses_a_word(question.text, question.items, question.blanked, form, grammar.read)
    answer = grammar.outcome(form) if form and sure else None
    return Verdict(item, model.confidence(best[1]), same_answer(wanted, answer), True) if answer else Verdict(item)


def table(measured: Measured) -> str:
    """The curves, and the shares at the threshold by voice and for new forms, as text."""
    lines = [f"{'system':<21}{'threshold':>9}{'answered':>10}{'right':>7}{'precision':>11}{'coverage':>10}{'unanswerable refused':>22}"]
    for system in measured.verdicts:
        lines += [_line(system, point, measured.verdicts[system]) for point in measured.points(system) if _is_told(system, point)]
    lines += ["", f"at the threshold {measured.threshold:.3f}, by voice"]
    for name, chosen in _slices(measured):
        lines += [_line(f"{name[:20]}", measured.at("with the ranker", measured.threshold, chosen), chosen)]
    return "\n".join(lines)


def _is_told(system: str, point: Point) -> bool:
    return system == "with the ranker" or point.threshold == 0


def _slices(measured: Measured) -> Iterator[tuple[str, list[Verdict]]]:
    verdicts = measured.verdicts["with the ranker"]
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
