"""Who came before or after somebody in a post: "Who succeeded Jane Roe as CEO?"."""

from __future__ import annotations

from dataclasses import replace

from rie.ask.form import LogicalForm, ValueFilter
from rie.ask.parse import Unreadable
from rie.ask.slots.asked import Asked
from rie.ask.slots.state import Slots


def succession(slots: Slots) -> None:
    """Whether somebody's successor or predecessor is asked for."""
    for index in slots.free("next_holder", "previous_holder"):
        slots.use(index)
        is_next = slots.has(index, "next_holder") != _is_turned(slots, index)
        if slots.succession:
            raise Unreadable("low_confidence", "Ask only who came before or after somebody in a post.")
        slots.succession = "next" if is_next else "previous"


def _is_turned(slots: Slots, index: int) -> bool:
    """ "Whom did Roe succeed?", "Who was replaced by Roe?", "whose successor is Roe?": the name is that of who is not asked for."""
    if slots.norm(index - 1) == "whose" or slots.norm(index + 1) in ("who", "whom"):
        return True  # "Roe took over from whom"
    if not slots.has(index, "next_holder") or slots.norm(index).startswith(("success", "after")):
        return False
    by = slots.norm(index + 1) == "by" and slots.has(index + 2, "entity")
    helped = any(slots.norm(before) in ("did", "does", "do") for before in range(index))
    return by or (helped and any(slots.has(before, "entity") for before in range(index)))


def succession_form(slots: Slots, asked: Asked, form: LogicalForm) -> LogicalForm:
    """The form of such a question.

    Raises:
        Unreadable: the post or the person is missing, or something else is asked for too.
    """
    holder = slots.layer.holder
    if holder is None or len(slots.named.get(holder.role, ())) != 1:
        raise Unreadable("low_confidence", "Say after or before whom.")
    action = form.on(holder.action)
    if slots.succession == "next" and isinstance(action, ValueFilter) and action.values == (holder.begins,):
        form = replace(form, date=None, filters=tuple(item for item in form.filters if item != action))  # "who became CFO after Roe"
    other = form.on(holder.action) or slots.spoken or slots.order or slots.agg or form.by or form.thresholds or form.period
    if other or asked.kind not in ("names", "facts", None):
        raise Unreadable("low_confidence", "Ask only who came before or after somebody in a post.")
    return replace(form, agg="succession", role=holder.role, descending=slots.succession == "previous")
