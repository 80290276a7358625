"""From the slots of a question and what it asks for to its logical form."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rie.ask.form import LogicalForm, ValueFilter, in_order
from rie.ask.parse import Unreadable
from rie.ask.read.negation import check_left_out
from rie.ask.slots.asked import Asked, what_is_asked
from rie.ask.slots.currencies import stated
from rie.ask.slots.figures import figure_form
from rie.ask.slots.state import Slots
from rie.ask.slots.succession import succession_form
from rie.pack.layer import HolderLayer
from rie.values import Period

_PAST = frozenset(
    (
        "was",
        "were",
        "who was",
        "who were",
        "which was",
        "what was",
        "served as",
        "acted as",
        "worked as",
        "held",
        "had",
        "used to be",
        "ran",
    )
)


def built(slots: Slots, asked: Asked | None = None) -> LogicalForm:
    """The form of a question whose slots are filled.

    Raises:
        Unreadable: what is asked is not clear or not in the data.
    """
    asked = asked or what_is_asked(slots)
    check_left_out(slots.filters())
    form = LogicalForm(
        slots.fact, "facts", filters=slots.filters(), thresholds=tuple(slots.thresholds), period=slots.period, by=tuple(slots.by),
        currency=slots.currency, spans=tuple(slots.spans), newest=slots.newest, grain=slots.grain, facet=slots.facet,
        measure=slots.measures[0] if len(slots.measures) == 1 else None, date=slots.date,
    )  # fmt: skip
    if slots.series:
        return stated(slots, asked, figure_form(slots, asked, form))
    if slots.succession:
        return succession_form(slots, asked, form)
    return _holder_form(slots, asked, form) or _event_form(slots, asked, form)


def _holder_form(slots: Slots, asked: Asked, form: LogicalForm) -> LogicalForm | None:
    """ "Who is the CEO of Acme?": a post and nothing that happens."""
    holder = slots.layer.holder
    if holder is not None and _is_begun(slots, asked, form, holder):
        form = replace(form, filters=tuple(item for item in form.filters if getattr(item, "column", None) != holder.action))
    if holder is None or form.on(holder.post) is None or form.on(holder.action) or slots.spoken:
        return None
    since = asked.kind == "attribute" and slots.base is not None and slots.base.agg == "holder" and asked.value != holder.post
    both = holder.role in slots.named and holder.of in slots.named  # "Roe CFO of Acme ever"
    if both and any(slots.norm(index) == "whom" for index in range(len(slots.items))):
        raise Unreadable("low_confidence", "Ask who held the post before or after.")  # "Roe took the chair of Acme from whom?"
    if (asked.kind == "exists" or both) and any(slots.norm(index) == "ever" for index in range(len(slots.items))):
        return replace(form, agg="exists")
    if slots.period is None and slots.base is None and asked.kind in ("distinct", "count", "names") and _is_ever(slots):
        return replace(form, agg="list" if asked.kind == "names" else "distinct", role=holder.role)
    if slots.period is None and _is_over(slots, form):
        over = ValueFilter(holder.action, (holder.begins,))
        role = asked.value if asked.kind == "names" and asked.value not in slots.named else holder.role
        exists = asked.kind == "exists"
        return replace(form, agg="exists" if exists else "facts", role=None if exists else role, filters=in_order((*form.filters, over)))
    if slots.period is None and slots.base is None and asked.kind != "attribute" and _is_past(slots):
        raise Unreadable("low_confidence", "Say when, or ask who it is now: the question speaks of the past.")
    asks = asked.kind in ("names", "exists", "facts", None) or since
    if not asks or slots.told or slots.narrower or slots.order or form.by or form.thresholds:
        return None
    if not slots.named and holder.of not in slots.mentioned:
        raise Unreadable("low_confidence", "Say of which company.")
    if slots.period and slots.period.precision not in ("day", "month", "quarter", "year"):
        raise Unreadable("unknown_period", "Ask who it was on a day, or in a month, quarter or year.")
    role = asked.value if asked.kind == "names" else holder.role
    if role in slots.named:
        role = next((other for other in (holder.role, holder.of) if other not in slots.named), holder.role)
    slots.use(*slots.all("holding"), *(index for index in range(len(slots.items)) if slots.norm(index) in ("as of", "as at")))
    told = holder.since if since else None
    return replace(form, agg="holder", role=role, attribute=told, period=slots.period or Period.day(slots.today))


def _is_begun(slots: Slots, asked: Asked, form: LogicalForm, holder: HolderLayer) -> bool:
    """ "When did he start?" after "Who is the CEO?": since when who holds the post does."""
    action, base = form.on(holder.action), slots.base
    held = base is not None and base.agg == "holder" and asked.kind == "attribute" and not slots.spans
    begins = isinstance(action, ValueFilter) and action.values == (holder.begins,)
    return held and begins and any(slots.norm(i) in ("he", "she", "they") for i in range(len(slots.items)))


def _is_over(slots: Slots, form: LogicalForm) -> bool:
    """ "Who was interim CEO?": somebody at some time, not who it is today."""
    words = range(len(slots.items))
    past = _is_past(slots)
    now = not past and any(slots.has(index, "holding") and not slots.has(index, "show") for index in words)
    now |= not past and any(slots.norm(index).split()[-1:] in (["is"], ["are"], ["s"], ["has"], ["have"], ["does"]) for index in words)
    told = slots.entity_role in slots.named or slots.entity_role in slots.mentioned
    return (past or (not now and told)) and any(isinstance(item, ValueFilter) for item in form.filters)


def _is_ever(slots: Slots) -> bool:
    """ "How many people held the post of CEO of Acme ever": whoever came to it or left it."""
    return any(slots.norm(index) == "ever" for index in range(len(slots.items)))


def _is_past(slots: Slots) -> bool:
    """ "Who was", "had a CEO", "has been": of the past, and not of today."""
    words = [slots.norm(index) for index in range(len(slots.items))]
    begun = any(word.split()[-1:] in (["has"], ["have"]) and {"been", "had"} & {*words[place + 1 :]} for place, word in enumerate(words))
    still = any(word in ("still", "now", "currently", "today", "current", "since") for word in words)
    return (begun or any(word in _PAST for word in words)) and not still


def _event_form(slots: Slots, asked: Asked, form: LogicalForm) -> LogicalForm:
    """Facts that are no figures: listed, counted, dated, the latest of them."""
    _check_event(slots, asked, form)
    form = replace(form, **_order(slots))
    summed = slots.agg == "sum" and asked.kind == "count"  # "how many directors were appointed in all"
    if slots.order == "value" or (slots.agg and asked.kind != "distinct" and not summed):
        return _counted(slots, asked, form)
    if asked.kind == "facts" and form.by and not any(True for _ in slots.all("group", "grain", "compare", "sort")):
        return replace(form, by=())  # "every appointment of 2016 and 2017"
    grouped = any(item.grouped for item in form.thresholds)
    if grouped and (asked.kind in ("count", "exists") or _is_either(slots, asked, form)):
        raise Unreadable("low_confidence", "Say who is meant: companies or executives with so many of them.")
    if form.by or asked.kind == "count":
        return replace(form, agg="count", by=form.by, order=None, limit=None)
    of_companies = any(item.counted_role for item in form.thresholds)
    who = asked.value or (slots.person_role if of_companies else slots.entity_role)
    if grouped and any(item.counted_role in (who, slots.person_role) for item in form.thresholds):
        raise Unreadable("low_confidence", "Say who is meant: companies or executives with so many of them.")
    if grouped and asked.kind != "distinct":
        return replace(form, agg="list", role=who)
    if asked.kind == "distinct":
        return replace(form, agg="distinct", role=asked.value)
    if asked.kind == "exists":
        return replace(form, agg="exists")
    if asked.kind == "attribute":
        return _dated(slots, asked, form)
    if asked.kind is None:
        raise Unreadable("low_confidence", "It is not clear what is asked for.")
    return replace(form, role=asked.value if asked.kind == "names" else None, expected=_granted(slots))


def _is_either(slots: Slots, asked: Asked, form: LogicalForm) -> bool:
    """ "Who had over two changes": a company has them, and so has a person."""
    holder = slots.layer.holder
    told = any(slots.get(index, "role") for index in slots.all("role"))
    return holder is not None and form.on(holder.action) is None and asked.value == slots.person_role and not told


def _granted(slots: Slots) -> int | None:
    """ "Name the two directors who joined": how many there are is taken for granted."""
    for index in slots.free("number"):
        told = slots.norm(index - 1) == "the" or slots.has(index - 1, "which", "show")
        if told and slots.has(index + 1, "role", "generic", "value", "noun") and slots.norm(index + 1).endswith("s"):
            slots.use(index)
            return int(slots.get(index, "number"))
    return None


def _check_event(slots: Slots, asked: Asked, form: LogicalForm) -> None:
    """Whether a question says what happened, as far as the data tells it."""
    holder = slots.layer.holder
    action = holder and form.on(holder.action)
    happens = action or slots.spoken or slots.told or slots.narrower
    if not happens and asked.kind != "attribute":
        raise Unreadable("low_confidence", "Say what happened: who came, who left, or any change.")
    if not happens and not slots.named:
        raise Unreadable("low_confidence", "Say of whom.")
    if asked.kind == "names" and asked.value in slots.named:
        raise Unreadable("low_confidence", "What is asked for is given in the question.")
    often = any(slots.norm(index) in ("how often", "how many times", "how frequently") for index in slots.all("how_many"))
    if often and holder and action is None:
        raise Unreadable("low_confidence", "Say whether appointments or departures are to be counted.")
    if slots.narrower and holder:
        _check_narrower(slots, asked, form, holder)


def _check_narrower(slots: Slots, asked: Asked, form: LogicalForm, holder: HolderLayer) -> None:
    """ "Retired" says more than "departed": one fact may be told by it, several are not counted by it."""
    if slots.order or slots.agg or form.by or form.thresholds or asked.kind in ("count", "distinct", "exists"):
        raise Unreadable("unknown_attribute", "The data does not tell of which kind a change was, so they are not counted by it.")
    if form.on(holder.post) is None and holder.role not in slots.named:
        raise Unreadable("unknown_attribute", "The data does not tell of which kind a change was; say in which post.")


def _dated(slots: Slots, asked: Asked, form: LogicalForm) -> LogicalForm:
    """When something happened, or which post it was; a verb may date facts by another column than their own."""
    attribute = form.date if form.date and asked.value == slots.layer.date else asked.value
    dated = slots.pack.tables[slots.fact].columns[str(attribute)].type == "date"
    return replace(form, agg="lookup", attribute=attribute, role=slots.layer.subject if dated else None)


def _order(slots: Slots) -> dict[str, Any]:
    return {"order": slots.order, "descending": slots.descending, "limit": slots.limit} if slots.order == "date" else {}


def _counted(slots: Slots, asked: Asked, form: LogicalForm) -> LogicalForm:
    """ "Which company had the most departures?"."""
    key = next(iter(form.by), None) or asked.value or (min(slots.mentioned) if slots.mentioned else None)
    if slots.agg not in (None, "count", "sum") or key is None or asked.kind in ("attribute", "exists"):
        raise Unreadable("low_confidence", "It is not clear what is to be ranked.")
    if slots.order != "value":
        return replace(form, agg="count", order=None)
    return replace(form, agg="count", by=(key,), role=None, order="value", descending=slots.descending, limit=slots.limit)
