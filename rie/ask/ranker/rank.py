"""What the model makes of a question that the grammar does not read: a plain wording that is offered in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from rie.ask import english
from rie.ask.form import Item, LogicalForm, Reading, RoleFilter
from rie.ask.lexicon import PackKey
from rie.ask.names import Names
from rie.ask.ranker.blanks import Blanked, blanked, open_values
from rie.ask.ranker.clauses import clauses_of
from rie.ask.ranker.model import Candidate, Evidence, QuestionModel
from rie.pack import Pack

Read = Callable[[str], list[Reading]]
LEAST = 0.5  # share of a wording that is offered


@dataclass(frozen=True)
class Weighing:
    """A question before the model of questions.

    Args:
        text: the question, written out.
        items: of the question.
        names: of the snapshot.
        pack: of its store.
        read: gives the grammar's readings of a plain wording.
    """

    text: str
    items: Sequence[Item]
    names: Names
    pack: Pack
    read: Read
    model: QuestionModel

    def proposed(self) -> str | None:
        """The plain wording that the question most likely means, with its names and periods: a question to offer, never an answer."""
        found = self.model.rank(self.question)
        best = found.best()
        if best is None or best[1] <= found.none or best[1] < LEAST:
            return None
        chosen = form_of(best[0], self.question, self.names, self.pack, self.read)
        texts = best[0].texts(self.question.blanks) if chosen else ()
        return next((text for text in texts if chosen in [reading.form for reading in self.read(text)[:1]]), None)

    def best(self) -> Reading | None:
        """The likeliest wording, if nothing speaks against it."""
        found = self.model.rank(self.question)
        best = found.best()
        if best is None or best[1] <= found.none or any(word not in self.model.seen for word in self.question.words):
            return None
        form = form_of(best[0], self.question, self.names, self.pack, self.read)
        return Reading(form, self.model.confidence(self.evidence(form))) if form and not self._loses_a_word(form) else None

    @cached_property
    def question(self) -> Blanked:
        """The question with blanks."""
        return blanked(self.items, self.names, self.pack)

    def evidence(self, form: LogicalForm) -> Evidence:
        """What the model sees of a form."""
        return self.model.evidence(self.question, clauses_of(form, open_values(PackKey(self.pack)), self.question.signature))

    def _loses_a_word(self, form: LogicalForm) -> bool:
        """Whether a form is what the grammar reads without one of the words: then that word would be left out, whatever it means. So
        would the "did" of a question for yes or no that lists names."""
        if self.items[0].norm in english.AUXILIARIES and form.agg not in ("exists", "estimate"):
            return True
        filled = {blank.place for blank in self.question.blanks}
        words = [item for place, item in enumerate(self.items) if place not in filled and any(map(str.isalnum, item.norm))]
        free = [item for item in words if item.norm not in english.FUNCTION]
        rests = (" ".join(f"{self.text[: item.start]} {self.text[item.end :]}".split()) for item in free)
        return any(reading.form == form for rest in rests for reading in self.read(rest)[:1])


def form_of(candidate: Candidate, question: Blanked, names: Names, pack: Pack, read: Read) -> LogicalForm | None:
    """The form of a wording with the blanks of a question; None where the names could stand in it in several ways."""
    kinds = [blank.kind for blank in candidate.kept(question.blanks)]
    forms: dict[LogicalForm, None] = {}
    for text in candidate.texts(question.blanks):
        readings = read(text)
        if readings and clauses_of(readings[0].form, open_values(PackKey(pack)), kinds) == candidate.wording.clauses:
            forms[readings[0].form] = None
    known = [form for form in forms if len(forms) > 1 and _is_known(form, names)] or list(forms)
    return known[0] if len(known) == 1 else None


def _is_known(form: LogicalForm, names: Names) -> bool:
    """Whether those who are named are known to play their roles."""
    filters = [item for item in form.filters if isinstance(item, RoleFilter)]
    return bool(filters) and all((form.fact, item.role) in names.plays.get(ref, ()) for item in filters for ref in item.refs)
