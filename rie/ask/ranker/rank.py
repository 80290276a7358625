"""What the model makes of a question that the grammar does not read: a plain wording that is offered in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rie.ask.form import Item, LogicalForm, Reading, RoleFilter
from rie.ask.names.lexicon import PackKey
from rie.ask.names.names import Names
from rie.ask.ranker.blanks import Blanked, blanked, open_values
from rie.ask.ranker.clauses import clauses_of
from rie.ask.ranker.model import Candidate, QuestionModel, model_of
from rie.pack import Pack

Read = Callable[[str], list[Reading]]
LEAST = 0.5  # share of a wording that is offered


def proposed(items: Sequence[Item], *, names: Names, pack: Pack, read: Read) -> str | None:
    """The plain wording that a question most likely means, with its names and periods: a question to offer, never an answer.

    Args:
        items: of the question.
        names: of the snapshot.
        pack: whose model ranks; without a model there is no proposal.
        read: gives the grammar's readings of a plain wording.
    """
    model = model_of(pack.folder)
    if model is None or not items:
        return None
    question = blanked(items, names, pack)
    best = offered(model, question)
    chosen = form_of(best, question, names, pack, read) if best else None
    texts = best.texts(question.blanks) if best and chosen else ()
    return next((text for text in texts if chosen in [reading.form for reading in read(text)[:1]]), None)


def offered(model: QuestionModel, question: Blanked) -> Candidate | None:
    """The likeliest wording for a question, if it is likely enough to be offered."""
    found = model.rank(question)
    best = found.best()
    return best[0] if best is not None and best[1] > found.none and best[1] >= LEAST else None


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
