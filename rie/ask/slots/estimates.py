"""Who beat or missed what was expected: "Which companies beat consensus in Q2?"."""

from __future__ import annotations

from dataclasses import replace

from rie.ask.form import LogicalForm
from rie.ask.names import english
from rie.ask.parse import Unreadable
from rie.ask.slots.asked import Asked
from rie.ask.slots.state import Slots


def estimates(slots: Slots) -> None:
    """Whether figures are asked for that were above, below or as expected. The words for the estimate say nothing more then."""
    spec = slots.series.estimate if slots.series else None
    found = [index for index in slots.free("beat") if not slots.has(index + 1, "money", "percent", "number")]
    if spec is None or not found:
        return
    words = [i for i in slots.free("value") if slots.get(i, "value") == (spec.column, spec.of)] + [*slots.free("estimate")]
    if not words and not _stands_alone(slots, found, spec.column):
        return
    if len({slots.get(index, "beat") for index in found}) > 1:
        raise Unreadable("low_confidence", "Ask for figures above the estimates or for those below.")
    slots.use(*found, *words, *(index - 1 for index in words if slots.has(index - 1, "compare")))
    slots.beat = slots.get(found[0], "beat")
    _by_how_much(slots)


def _by_how_much(slots: Slots) -> None:
    """ "In percent", "by more", "by the most": how the distance is told, and whether the widest is asked for."""
    percents = [index for index in range(len(slots.items)) if slots.norm(index) in english.PERCENTAGES]
    for index in percents:
        slots.in_percent = True
        slots.use(index, *(i for i in (index - 1,) if slots.norm(i) in ("in", "as")))
    for index in slots.free("more", "largest", "most"):
        before = next((i for i in (index - 1, index - 2) if slots.norm(i) != "the"), index)
        if slots.norm(before) in ("by", "by the") or _of_distance(slots, index):
            slots.by_most = True
            slots.use(index, *(i for i in (before,) if slots.norm(i) in ("by", "by the")))


def _of_distance(slots: Slots, index: int) -> bool:
    """ "The largest Q3 revenue surprise", but not "the largest companies", nor "the most beats", which are counted."""
    if slots.norm(index) in ("more", "most"):
        return False
    behind = index + 1
    while slots.has(behind, "measure", "period"):
        behind += 1
    return slots.has(behind, "beat")


def _stands_alone(slots: Slots, found: list[int], column: str) -> bool:
    """ "Who missed on revenue in Q3?": no more is said of what was expected, and nothing else is beaten."""
    other = any(slots.get(index, "value")[0] == column for index in slots.all("value"))
    asking = any(True for _ in slots.all("aux"))

    def beaten(index: int) -> bool:
        listed = slots.norm(index).endswith("s") and not asking and slots.has(index - 1, "measure")  # "EPS beats Q1 2017"
        return slots.has(index + 1, "entity", "article") or (not listed and slots.has(index + 1, "period", "generic"))

    plain = all(slots.has(index, "beat_alone") and not beaten(index) for index in found)
    return plain and not other and any(True for _ in slots.all("measure"))


def estimate_form(slots: Slots, asked: Asked, form: LogicalForm) -> LogicalForm:
    """The form of such a question.

    Raises:
        Unreadable: it asks for something besides who or by how much.
    """
    if slots.order or slots.agg or form.by or form.thresholds or form.facet or (slots.compared and not slots.by_most):
        raise Unreadable("low_confidence", "Ask only who was above or below the estimates, and by how much.")
    names = len(slots.named.get(slots.layer.subject, ()))
    form = replace(form, in_percent=slots.in_percent)
    if slots.by_most:
        if names == 1 or not form.spans or form.measure is None or asked.kind in ("count", "distinct"):
            raise Unreadable("low_confidence", "Ask whose figure was furthest from the estimate, in one period.")
        return replace(form, agg="estimate", role=slots.layer.subject, beat=slots.beat, order="value", limit=None if names else 1)
    keywords = asked.kind in ("number", "facts", None) and form.spans  # "revenue beat consensus q3 2017"
    if not names and (keywords or (asked.kind == "names" and asked.value == slots.layer.subject)):
        return replace(form, agg="estimate", role=slots.layer.subject, beat=slots.beat)
    if not names or asked.kind not in ("number", "exists", "facts", None):
        raise Unreadable("low_confidence", "Say of which company, or ask which companies.")
    return replace(form, agg="estimate", beat=slots.beat)
