"""Answer a question from a snapshot. The steps stand in `STEPS`; each takes the state and hands it on."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any, Final

from rie.ask.antecedents import answered_name, asks_of_others, with_date, with_name
from rie.ask.choose import Decision, decide
from rie.ask.form import Item, LogicalForm, Reading, Refusal
from rie.ask.names.names import Names, Snapshot
from rie.ask.names.read_names import build_names
from rie.ask.otherwise import otherwise
from rie.ask.ranker.blanks import Blanked, blanked
from rie.ask.ranker.model import model_of
from rie.ask.ranker.rank import LEAST, Guess, confidence, guesses
from rie.ask.read.asides import holds
from rie.ask.read.disclosed import in_short
from rie.ask.reword.apart import told_apart
from rie.ask.reword.choices import asked_of
from rie.ask.reword.compared import side_by_side
from rie.ask.reword.contexts import in_context
from rie.ask.reword.deeds import of_deed
from rie.ask.reword.everyday import everyday
from rie.ask.reword.firsts import firsts
from rie.ask.reword.incoming import come_in
from rie.ask.reword.letters import without_frames
from rie.ask.reword.listed import listed
from rie.ask.reword.on_both import on_both
from rie.ask.reword.ordinary import ordinarily
from rie.ask.reword.parted import parted
from rie.ask.reword.phrased import phrased
from rie.ask.reword.plainer import plainer
from rie.ask.reword.posts import posted
from rie.ask.reword.queries import in_words
from rie.ask.reword.remarks import unremarked
from rie.ask.reword.rephrased import rephrased
from rie.ask.reword.scoped import scoped
from rie.ask.reword.sentences import one_question
from rie.ask.reword.sizes import in_amounts
from rie.ask.reword.spelling import written_out
from rie.ask.reword.spoken import spoken
from rie.ask.reword.told_of import told_of
from rie.ask.reword.turned import turned
from rie.ask.reword.weighed import divided, weighed
from rie.ask.reword.whether import whichever
from rie.ask.run import named_rows, run_form, statement
from rie.ask.serialise import plain
from rie.ask.sql.evidence import MOST_EVIDENCE, coverage, evidence
from rie.ask.sql.outcome import Outcome
from rie.ask.suggest import suggestions
from rie.ask.templates.answer import CONFIDENCE, TemplateAnswer, answered
from rie.ask.templates.match import pack_matches
from rie.ask.understand import LONGEST, understand
from rie.ask.wording.describe import interpretation
from rie.ask.wording.say import nothing, sentence
from rie.errors import QueryLimit
from rie.pack import Pack
from rie.types import Answer
from rie.values import PartialDate

_WHOLE: Final = (unremarked, phrased, weighed)  # of a question with its frames, and of what stands within them
_REWORDINGS: Final = (  # each takes the words of the one before
    spoken, listed, firsts, in_context, *_WHOLE, everyday, posted, on_both, parted, of_deed, come_in, side_by_side, ordinarily,
    told_apart, asked_of, one_question, scoped, told_of, in_short, in_amounts, rephrased, turned, plainer,
)  # fmt: skip


@dataclass
class State:
    """A question on its way to an answer."""

    question: str
    reader: Snapshot
    pack: Pack
    names: Names
    today: PartialDate
    after: tuple[str, ...] = ()
    base: LogicalForm | None = None
    readings: list[Reading] = field(default_factory=list)
    refusal: Refusal | None = None
    items: list[Item] = field(default_factory=list)
    decision: Decision | None = None
    suggestions: tuple[str, ...] = ()
    evidence: tuple[Mapping[str, Any], ...] = ()
    evidence_total: int = 0
    coverage: Mapping[str, int] | None = None
    told: TemplateAnswer | None = None

    @property
    def is_refused(self) -> bool:
        """Whether no reading is answered or asked back, and no template answers either."""
        if self.told is not None:
            return self.told.status == "refused"
        outcome = self.decision.outcome if self.decision else None
        return outcome.status == "refused" if outcome else not (self.decision and self.decision.ambiguous)

    @cached_property
    def text(self) -> str:
        """The question with single spaces, and written out where it is typed short."""
        return self.written(self.question)

    @cached_property
    def blanked(self) -> Blanked:
        """The question that has been read, with blanks."""
        return blanked(self.items, self.names, self.pack)

    @cached_property
    def guesses(self) -> list[Guess]:
        """What a question that is not read may mean, the likeliest first; of a follow-up nothing is known."""
        model = model_of(self.pack.folder)
        if model is None or not self.items or self.after:
            return []
        return guesses(model, self.blanked, names=self.names, pack=self.pack, read=self.readings_of)

    def readings_of(self, question: str) -> list[Reading]:
        """The grammar's readings of a question that stands alone and is written out."""
        return understand(question, self.names, self.pack, self.today)[0]

    def written(self, question: str) -> str:
        """Any question of the conversation, written out."""
        plain = " ".join(question.split())
        if len(plain) > LONGEST:
            return plain
        for reword in _WHOLE:
            plain = reword(plain)
        asked = without_frames(written_out(whichever(in_words(plain, self.pack)), self.pack.layer.spellings))
        plain = " ".join(asked.split()).lstrip(" ,;:-\u2013")
        for reword in _REWORDINGS:
            plain = reword(plain)
        return plain


def recall(state: State) -> None:
    """Read the questions before, each as going on from the one before it."""
    for question in state.after:
        readings, _, _ = _understood(state, state.written(question))
        state.base = _meant(readings, state) if readings else None


def _meant(readings: list[Reading], state: State) -> LogicalForm:
    """The form of a question before: of the kinds of facts that it may have been about one of which there are any."""
    if len({reading.form.fact for reading in readings}) < 2:
        return readings[0].form
    found = (reading.form for reading in readings if run_form(reading.form, state.reader, state.pack, 1).facts)
    return next(found, readings[0].form)


def read(state: State) -> None:
    """Find all ways in which the question makes sense."""
    state.readings, state.refusal, state.items = _understood(state, state.text)
    if not state.readings and state.base is None:
        _read_otherwise(state)


def _read_otherwise(state: State) -> None:
    """Read a question that is not understood in other words."""
    question = " ".join(state.question.split())
    for other, aside in otherwise(question, state.names, state.pack, state.today) if len(question) <= LONGEST else ():
        text = state.written(other)
        readings, refusal, items = _understood(state, text)
        told = readings or pack_matches(state.pack).match(items, state.pack)
        if told and all(holds(reading.form, aside) for reading in readings):
            state.text, state.readings, state.refusal, state.items = text, readings, refusal, items
            return


def _understood(state: State, text: str) -> tuple[list[Reading], Refusal | None, list[Item]]:
    """The readings of a question, or of one that says what it points to."""
    found = understand(text, state.names, state.pack, state.today, state.base)
    if state.base is None or (found[0] and not asks_of_others(text)):
        return found
    for said, base in _pointed(state, text, state.base):
        other = understand(said, state.names, state.pack, state.today, base)
        if other[0]:
            return other
    return found


def _pointed(state: State, text: str, base: LogicalForm) -> Iterator[tuple[str, LogicalForm | None]]:
    """The question with what the one before was answered with in place of its pronouns."""
    dated = with_date(text, base, state.reader, state.pack)
    if dated:
        yield dated, None
    name = answered_name(base, state.reader, state.pack)
    yield from with_name(text, name, base, state.pack) if name else ()


def resolve(state: State) -> None:
    """Run the readings; accept one, ask back between several, or refuse."""
    if state.readings:
        state.decision = decide(state.text, state.readings, state.items, state.reader, state.pack)
        state.decision = _as_share(state, state.decision) or state.decision
        state.refusal = state.decision.refusal


def _as_share(state: State, decision: Decision) -> Decision | None:
    """A margin that is not on record, worked out of the two numbers that it is a share of, where both are."""
    text = divided(state.text)
    untold = decision.refusal is not None or (decision.outcome is not None and decision.outcome.status == "no_data")
    readings, _, items = _understood(state, text) if untold and text != state.text else ([], None, [])
    found = decide(text, readings, items, state.reader, state.pack) if readings else None
    if found is None or found.outcome is None or found.outcome.status != "answered" or found.outcome.form.agg != "share":
        return None
    state.readings, state.items = readings, items
    return found


def fall_back(state: State) -> None:
    """Where no reading is answered, see whether a template of the pack asks the same."""
    matched = pack_matches(state.pack).match(state.items, state.pack) if state.is_refused else None
    if matched is not None:
        state.told = answered(matched, state.reader, state.pack)


def guess(state: State) -> None:
    """Where neither grammar nor templates read the question, answer what the model is sure that it means."""
    best = next(iter(state.guesses), None) if _is_open(state) else None
    model = model_of(state.pack.folder)
    sure = confidence(best, model, state.blanked, state.items) if best and model else 0.0
    if best is None or model is None or sure < model.threshold:
        return
    readings = [Reading(best.form, sure)]
    decision = decide(state.text, readings, state.items, state.reader, state.pack)
    if decision.outcome is not None and decision.outcome.status == "answered":
        state.readings, state.decision, state.refusal = readings, decision, None


def _is_open(state: State) -> bool:
    """Whether a question that stands alone has no reading, and why it has none leaves room for one."""
    refusal = state.refusal
    return refusal is not None and refusal.reason != "out_of_scope" and not (refusal.certain or state.readings or state.told)


def suggest(state: State) -> None:
    """Find questions that can be answered when this one cannot."""
    if state.decision is not None and state.decision.ambiguous:
        state.suggestions = tuple(text for text in state.decision.suggestions if _works(text, state))
    if state.suggestions or (state.told and not state.is_refused):
        return
    outcome = state.decision.outcome if state.decision else None
    if outcome is None or outcome.status == "refused":
        state.suggestions = suggestions(
            state.items, state.refusal, state.text, names=state.names, pack=state.pack, works=lambda text: _works(text, state),
            first=_proposed(state),
        )  # fmt: skip


def _proposed(state: State) -> str | None:
    """What the question most likely means, in plain words: a question to offer."""
    for guess in state.guesses[:1]:
        if guess.text and guess.share >= LEAST and guess.form in [reading.form for reading in state.readings_of(guess.text)[:1]]:
            return guess.text
    return None


def support(state: State) -> None:
    """Count what the rows rest on, and find its sentences."""
    outcome = state.decision.outcome if state.decision else None
    if outcome is not None and state.told is None:
        named_rows(outcome, state.pack)
        spans, state.evidence_total = evidence(outcome, state.reader, state.pack)
        state.evidence, state.coverage = tuple(spans), coverage(outcome, state.reader)


STEPS: tuple[Callable[[State], None], ...] = (recall, read, resolve, fall_back, guess, suggest, support)


_MOST_TRIED = 2000


def _works(question: str, state: State) -> bool:
    """Whether a question is answered; what was tried before is known."""
    tried, key = state.names.answered, (question, str(state.today))
    if key not in tried:
        if len(tried) >= _MOST_TRIED:
            tried.clear()
        tried[key] = _is_answered(question, state)
    return tried.get(key, False)


def _is_answered(question: str, state: State) -> bool:
    trial = State(question, state.reader, state.pack, state.names, state.today)
    read(trial)
    resolve(trial)
    return trial.decision is not None and trial.decision.outcome is not None and trial.decision.outcome.status == "answered"


@lru_cache(maxsize=8)
def _names(key: _ReaderKey) -> Names:
    return build_names(key.reader, key.pack)


class _ReaderKey:
    """One snapshot of one reader: the index of names is built once for it."""

    def __init__(self, reader: Snapshot, pack: Pack) -> None:
        self.reader, self.pack, self.snapshot = reader, pack, reader.snapshot

    def __hash__(self) -> int:
        return hash((id(self.reader), self.snapshot))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ReaderKey) and other.reader is self.reader and other.snapshot == self.snapshot


def ask(
    question: str,
    reader: Snapshot,
    pack: Pack,
    *,
    after: Sequence[str] = (),
    today: str | datetime.date | None = None,
    id: str | None = None,
) -> Answer:
    """Answer a question from the facts of a snapshot.

    Args:
        question: in English, a sentence or keywords.
        reader: the snapshot.
        pack: the pack of its store.
        after: the earlier questions of the conversation, the oldest first.
        today: the day that "last year" is told from; today's date without it.
        id: handed through to the answer.

    Returns:
        The answer of the contract; also for what is not understood, which is refused.

    Raises:
        ValueError: `today` is no date.
    """
    began = time.perf_counter()
    state = state_of(question, reader, pack, after, today)
    try:
        for step in STEPS:
            step(state)
    except (RecursionError, QueryLimit):
        state.decision, state.refusal = None, Refusal("out_of_scope", "The question asks for more than can be looked up at once.")
    return _answer(state, id, began)


def state_of(question: str, reader: Snapshot, pack: Pack, after: Sequence[str], today: str | datetime.date | None) -> State:
    """A question before its first step; the arguments are those of `ask`."""
    day = PartialDate.parse(str(today or datetime.date.today()))
    return State(question, reader, pack, _names(_ReaderKey(reader, pack)), day, tuple(after))


def is_answered(question: str, reader: Snapshot, pack: Pack, today: datetime.date) -> bool:
    """Whether a question that stands alone is answered; quicker than `ask`, and what was tried before is known."""
    try:
        return _works(question, state_of(question, reader, pack, (), today))
    except (RecursionError, QueryLimit):
        return False


def _answer(state: State, id: str | None, began: float) -> Answer:
    outcome = state.decision.outcome if state.decision else None
    common: dict[str, Any] = {
        "id": id,
        "question": state.question,
        "today": str(state.today),
        "snapshot": state.reader.snapshot,
        "suggestions": state.suggestions,
    }
    if state.told is not None:
        return _from_template(state.told, common, began)
    if outcome is None:
        refusal = state.refusal
        ambiguous = state.decision is not None and state.decision.ambiguous
        return Answer(
            **common,
            status="ambiguous" if ambiguous else "refused",
            reason=None if ambiguous or not refusal else refusal.reason,
            answer=refusal.sentence if refusal else "The question can be understood in several ways.",
            interpretation=state.decision.interpretation if state.decision else "",
            elapsed_ms=_since(began),
        )
    return _answered(state, outcome, common, began)


def _from_template(told: TemplateAnswer, common: dict[str, Any], began: float) -> Answer:
    confidence = 0.0 if told.status == "refused" else CONFIDENCE
    told = replace(told, evidence=told.evidence[:MOST_EVIDENCE])
    return Answer(**common, **vars(told), row_count=len(told.rows), confidence=confidence, elapsed_ms=_since(began))


_NOT_HELD = {
    "unknown_attribute": "The data does not hold this.",
    "unknown_period": "The data holds no figure of that month; ask for its quarter or year.",
}


def _answered(state: State, outcome: Outcome, common: dict[str, Any], began: float) -> Answer:
    form, pack = outcome.form, state.pack
    sql, values = statement(outcome, pack)
    text = (
        sentence(form, outcome.rows, pack, total=len(outcome.rows), facts=outcome.facts, missing=outcome.missing)
        if outcome.rows
        else nothing(form, pack, outcome.facts if outcome.reason == "undisclosed" else 0, outcome.left_out)
    )
    if outcome.reason == "mixed_currencies":
        text = "The values are in currencies that cannot be put together."
    elif outcome.reason in _NOT_HELD:
        text = _NOT_HELD[outcome.reason]
    elif outcome.status == "refused" and form.operands:
        text = "There are several figures on record for one of the two numbers; say which of them is meant."
    elif outcome.status == "refused" and form.figures:
        text = f"Only {outcome.facts} of the {form.figures} figures are on record; ask for them one by one."
    elif outcome.status == "refused":
        text = f"There are not {form.expected} of them on record; ask without the number."
    return Answer(
        **common,
        status=outcome.status,
        reason=outcome.reason,
        answer=text,
        interpretation=interpretation(form, pack),
        columns=tuple(outcome.columns),
        rows=tuple(outcome.rows),
        row_count=len(outcome.rows),
        truncated=outcome.truncated,
        sql=sql,
        parameters={name: plain(value) for name, value in values.items()},
        template=f"{form.fact}.{form.agg}",
        confidence=state.decision.confidence if state.decision else 0.0,
        evidence=state.evidence,
        evidence_total=state.evidence_total,
        coverage=state.coverage,
        elapsed_ms=_since(began),
    )


def _since(began: float) -> float:
    return round((time.perf_counter() - began) * 1000, 1)
