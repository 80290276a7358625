"""Questions read against the sample facts: what the grammar makes of them, and whether an answer is the one that is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rie.ask.ask import State, resolve, state_of
from rie.ask.form import Item, LogicalForm, Reading
from rie.ask.names.lexicon import PackKey
from rie.ask.names.names import Snapshot
from rie.ask.ranker.blanks import Blanked, blanked, open_values
from rie.ask.ranker.clauses import clauses_of
from rie.ask.ranker.model import QuestionModel
from rie.ask.ranker.rank import Guess, guesses
from rie.ask.ranker.wordings import Wording, marked
from rie.ask.sql.outcome import Outcome
from rie.ask.understand import understand
from rie.distill.questions.data import TODAY
from rie.pack import Pack

_NEAR = 0.05


@dataclass(frozen=True)
class Question:
    """A question as the grammar sees it: with blanks, and with the form that it reads, if it reads one."""

    text: str
    blanked: Blanked
    items: Sequence[Item]
    form: LogicalForm | None


@dataclass
class Grammar:
    """Reads questions over one snapshot."""

    reader: Snapshot
    pack: Pack
    _outcomes: dict[LogicalForm, Outcome | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.state: State = state_of("", self.reader, self.pack, (), TODAY)
        self.open = open_values(PackKey(self.pack))

    def read(self, text: str) -> list[Reading]:
        """The grammar's readings."""
        return understand(text, self.state.names, self.pack, self.state.today)[0]

    def question(self, text: str) -> Question:
        """A question with blanks and its form; no form where the grammar reads none, or several."""
        text = self.state.written(text)
        readings, _, items = understand(text, self.state.names, self.pack, self.state.today)
        single = len(readings) == 1 or (bool(readings) and readings[1].confidence < readings[0].confidence - _NEAR)
        return Question(text, blanked(items, self.state.names, self.pack), items, readings[0].form if single else None)

    def guesses(self, question: Question, model: QuestionModel) -> list[Guess]:
        """What the model takes a question for, the likeliest first."""
        return guesses(model, question.blanked, names=self.state.names, pack=self.pack, read=self.read)

    def clauses(self, form: LogicalForm, question: Blanked | None = None) -> frozenset[str]:
        """The clauses of a form: as a question with its blanks must say them, or all in words."""
        return clauses_of(form, self.open, question.signature if question else ())

    def outcome(self, form: LogicalForm) -> Outcome | None:
        """What the form gives, if it is answered."""
        if form not in self._outcomes:
            state = replace(self.state, readings=[Reading(form, 1.0)])
            resolve(state)
            found = state.decision.outcome if state.decision else None
            self._outcomes[form] = found if found and found.status in ("answered", "no_data") else None
        return self._outcomes[form]

    def wording(self, text: str, kept: Sequence[str] = ()) -> tuple[Wording, Question] | None:
        """A plain question with blanks, if the grammar reads the same of it when they are filled in again.

        Args:
            text: the question.
            kept: kinds of blanks that stay words.
        """
        question = self.question(text)
        if question.form is None:
            return None
        left = tuple(blank for blank in question.blanked.blanks if blank.kind not in kept)
        parts = replace(question.blanked, blanks=left)
        spans = [(question.items[blank.place].start, question.items[blank.place].end) for blank in left]
        wording = Wording(marked(question.text, spans, left), self.clauses(question.form, parts), parts.literal)
        same = any(readings and readings[0].form == question.form for readings in map(self.read, wording.filled(left)))
        return (wording, replace(question, blanked=parts)) if same else None


def same_answer(meant: Outcome | None, given: Outcome | None) -> bool:
    """Whether an answer is the one that is meant: of the same form, or with the same rows, number or names."""
    if meant is None or given is None:
        return False
    if meant.form == given.form:
        return True
    rows, others = ([tuple(map(str, row.values())) for row in outcome.rows] for outcome in (meant, given))
    if not rows or not others:
        return False
    if sorted(rows) == sorted(others):
        return True
    if len(rows) == len(others) == 1:
        return rows[0][-1] == others[0][-1] and rows[0][-1][:1].isdigit()
    if len(rows[0]) == 1 or len(others[0]) == 1:
        return {row[0] for row in rows} == {row[0] for row in others}
    return sorted((row[0], row[-1]) for row in rows) == sorted((row[0], row[-1]) for row in others)
