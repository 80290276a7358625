"""What the ranker makes of a question that the grammar does not read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rie.ask import english
from rie.ask.form import Item, LogicalForm, Reading, Refusal, RoleFilter
from rie.ask.lexicon import PackKey
from rie.ask.names import Names
from rie.ask.ranker.blanks import Blanked, blanked, open_values
from rie.ask.ranker.clauses import clauses_of
from rie.ask.ranker.model import Candidate, Ranked, RankerModel, model_of
from rie.pack import Pack

Read = Callable[[str], list[Reading]]


def ranked(
    text: str, readings: list[Reading], refusal: Refusal | None, items: Sequence[Item], *, names: Names, pack: Pack, read: Read
) -> tuple[list[Reading], Refusal | None]:
    """The readings of a question as the ranker leaves them, and why there are none.

    Args:
        text: the question.
        readings: what the grammar reads, the best first.
        refusal: why it reads nothing.
        items: of the question.
        names: of the snapshot.
        pack: whose model ranks.
        read: gives the grammar's readings of a canonical wording.
    """
    model = model_of(pack.folder)
    if model is None or readings or not items:
        return readings, refusal
    question = blanked(items, names, pack)
    found = model.rank(question)
    reading = reading_of(found, question, model, names=names, pack=pack, read=read)
    sure = reading is not None and not loses_a_word(text, items, question, reading.form, read)
    return ([reading], None) if reading and sure else ([], refusal)


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


def reading_of(found: Ranked, question: Blanked, model: RankerModel, *, names: Names, pack: Pack, read: Read) -> Reading | None:
    """The reading of the likeliest candidate, if it is likely enough and no word of the question is new."""
    best = found.best()
    if best is None or best[1] <= found.none or any(word not in model.seen for word in question.words):
        return None
    confidence = model.confidence(best[1])
    if confidence < model.threshold:
        return None
    form = form_of(best[0], question, names, pack, read)
    return Reading(form, confidence) if form else None


def form_of(candidate: Candidate, question: Blanked, names: Names, pack: Pack, read: Read) -> LogicalForm | None:
    """The form of a wording with the blanks of a question; None where the names could stand in it in several ways."""
    blanks = list(question.blanks)
    for kind in candidate.dropped:
        blanks.remove(next(blank for blank in blanks if blank.kind == kind))
    kinds = [blank.kind for blank in blanks]
    forms: dict[LogicalForm, None] = {}
    for text in candidate.wording.filled(blanks):
        readings = read(text)
        if readings and clauses_of(readings[0].form, open_values(PackKey(pack)), kinds) == candidate.wording.clauses:
            forms[readings[0].form] = None
    known = [form for form in forms if len(forms) > 1 and _is_known(form, names)] or list(forms)
    return known[0] if len(known) == 1 else None


def _is_known(form: LogicalForm, names: Names) -> bool:
    """Whether those who are named are known to play their roles."""
    filters = [item for item in form.filters if isinstance(item, RoleFilter)]
    return bool(filters) and all((form.fact, item.role) in names.plays.get(ref, ()) for item in filters for ref in item.refs)
