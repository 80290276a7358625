"""What a question that the grammar does not read may mean: the forms of the nearest wordings, and how sure the model is of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from rie.ask.explained.dropped import dropped
from rie.ask.explained.unsaid import unsaid
from rie.ask.form import Item, LogicalForm, Reading, RoleFilter, ValueFilter, in_order
from rie.ask.names.lexicon import PackKey
from rie.ask.names.names import Names
from rie.ask.ranker.blanks import Blanked, open_values
from rie.ask.ranker.clauses import clauses_of
from rie.ask.ranker.model import NONE, Candidate, Evidence, QuestionModel
from rie.pack import Pack
from rie.pack.layer import ValuesLayer

Read = Callable[[str], list[Reading]]
_MOST: Final = 12  # wordings that are read
LEAST: Final = 0.5  # share of a guess that is offered
_SUREST: Final = 0.8  # share of one that may be answered


@dataclass(frozen=True, slots=True)
class Guess:
    """A form that a question may mean. `text` says it in plain words, if a wording does; `share` is its probability among all guesses
    and none of them, `loses` tells that a blank of the question is left out."""

    form: LogicalForm
    text: str | None
    share: float
    evidence: Evidence
    loses: bool


def guesses(model: QuestionModel, question: Blanked, *, names: Names, pack: Pack, read: Read) -> list[Guess]:
    """The forms that a question may mean, the likeliest first; none where it rather means something else.

    Args:
        model: of the pack.
        question: with blanks.
        names: of the snapshot.
        pack: whose layer tells columns and their values.
        read: gives the grammar's readings of a plain wording.
    """
    found: dict[LogicalForm, tuple[Candidate, str]] = {}
    for candidate in model.nearest(question, _MOST):
        form, text = form_of(candidate, question, names=names, pack=pack, read=read) or (None, "")
        whole = with_values(form, candidate.added, pack) if form else None
        if whole is not None:
            found.setdefault(whole, (candidate, text))
    return sorted(_weighed(model, question, found, pack), key=lambda guess: -guess.share)


def _weighed(
    model: QuestionModel, question: Blanked, found: dict[LogicalForm, tuple[Candidate, str]], pack: Pack
) -> Iterator[Guess]:
    scores, values = model.scores(question), open_values(PackKey(pack))
    clauses = [clauses_of(form, values, question.signature) for form in found]
    told = np.array([*(model.row(part) @ scores for part in clauses), scores[model.clauses[NONE]]], float)
    shares = np.exp(told - told.max()) / np.exp(told - told.max()).sum()
    for place, (form, (candidate, text)) in enumerate(found.items()):
        evidence = Evidence(model.doubt(scores, clauses[place]), float(np.delete(told, place).max() - told[place]))
        if told[place] > told[-1]:
            yield Guess(form, None if candidate.added else text, float(shares[place]), evidence, bool(candidate.dropped))


def form_of(candidate: Candidate, question: Blanked, *, names: Names, pack: Pack, read: Read) -> tuple[LogicalForm, str] | None:
    """The form of a wording with the blanks of a question, and its text; None where the names could stand in it in several ways."""
    kinds = [blank.kind for blank in candidate.kept(question.blanks)]
    forms: dict[LogicalForm, str] = {}
    for text in candidate.texts(question.blanks):
        for reading in read(text)[:1]:
            told = clauses_of(reading.form, open_values(PackKey(pack)), kinds)
            if candidate.joined or told == candidate.wording.clauses:
                forms.setdefault(reading.form, text)
    known = [form for form in forms if len(forms) > 1 and _is_known(form, names)] or list(forms)
    return (known[0], forms[known[0]]) if len(known) == 1 else None


def _is_known(form: LogicalForm, names: Names) -> bool:
    """Whether those who are named are known to play their roles."""
    filters = [item for item in form.filters if isinstance(item, RoleFilter)]
    return bool(filters) and all((form.fact, item.role) in names.plays.get(ref, ()) for item in filters for ref in item.refs)


def with_values(form: LogicalForm, added: Sequence[str], pack: Pack) -> LogicalForm | None:
    """A form with more values that its facts must have; None where they have no such column or value, or another one is asked for."""
    layer = pack.layer.facts.get(form.fact)
    told = [value.split("=", 1) for value in added]
    fitting = [(column, value) for column, value in told if layer and value in _values(layer.values.get(column), pack)]
    if added and not fitting:
        return None
    for column, value in fitting:
        if layer is None or form.on(column) is not None:
            return None
        together = layer.values[column].sets.get(value)
        values = tuple(together.values) if together else (value,)
        form = replace(form, filters=in_order((*form.filters, ValueFilter(column, values))))
    return form


def _values(column: ValuesLayer | None, pack: Pack) -> set[str]:
    """The values that a column can hold, and the names of its sets."""
    if column is None:
        return set()
    terms = pack.terms[column.terms].values if column.terms else {}
    return {*column.words, *column.nouns, *column.sets, *terms}


def confidence(guess: Guess, model: QuestionModel, question: Blanked, items: Sequence[Item]) -> float:
    """How sure it is that a guess is what a question means; 0 where the guess says nothing of a part of it.

    Args:
        guess: of the question.
        model: of the pack.
        question: with blanks.
        items: of the question.
    """
    evidence = weighed(guess, model, question, items)
    return model.confidence(evidence) if evidence else 0.0


def weighed(guess: Guess, model: QuestionModel, question: Blanked, items: Sequence[Item]) -> Evidence | None:
    """The evidence for a guess; None where it cannot be answered: a word is new, or a part of the question would be left out."""
    strange = any(word not in model.seen for word in question.words) or any(map(_may_be_name, items[1:]))
    if guess.loses or guess.share < _SUREST or strange or dropped(items, guess.form) or unsaid(items, guess.form):
        return None
    return guess.evidence


def _may_be_name(item: Item) -> bool:
    return not item.senses and item.text[:1].isupper() and item.text != "I"
