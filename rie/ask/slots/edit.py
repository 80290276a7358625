"""Follow-up questions: what a question says takes the place of what the form before said."""

from __future__ import annotations

from dataclasses import replace

from rie.ask.form import LogicalForm, PlaceFilter, RoleFilter, TextFilter, ValueFilter
from rie.ask.parse import Unreadable
from rie.ask.read.pronouns import check_several
from rie.ask.slots.asked import Asked, what_is_asked
from rie.ask.slots.build import built
from rie.ask.slots.periods import set_grain
from rie.ask.slots.state import Slots

_SUMS = ("sum", "avg", "median")


def edited(slots: Slots) -> LogicalForm:
    """The form before with what the follow-up says.

    Raises:
        Unreadable: it changes nothing, or does not fit to the form before.
    """
    base = slots.base
    if base is None or base.fact != slots.fact:
        raise Unreadable("low_confidence", "The question before was about something else.")
    asked = what_is_asked(slots)
    check_several(slots.items, base, slots.named)
    if asked.kind in (None, "number", "facts") or (asked.kind == "names" and not _asks(slots)):
        asked = _asked_before(slots, base)
    if slots.succession:
        return _succeeded(slots, base, asked)
    _take_names(slots, base, asked)
    _take_conditions(slots, base)
    _take_numbers(slots, base)
    _take_periods(slots, base)
    slots.beat = slots.beat or base.beat
    form = built(slots, asked)
    if form == base:
        raise Unreadable("low_confidence", "It is not clear what is to change.")
    return form


def _succeeded(slots: Slots, base: LogicalForm, asked: Asked) -> LogicalForm:
    """ "Whom did Roe replace?" after "Who was named CFO of Acme in 2017?": in the same post of the same company, at whatever time."""
    holder = slots.layer.holder
    for item in base.filters:
        if holder and isinstance(item, RoleFilter) and item.role == holder.of:
            slots.named.setdefault(item.role, item.refs)
        told = holder and any(other.column == holder.post for other in slots.texts)
        if holder and isinstance(item, TextFilter) and item.column == holder.post and not told:
            slots.texts.append(item)
    return built(slots, asked)


def _asks(slots: Slots) -> bool:
    return any(True for _ in slots.all("which", "who", "show", "how_many", "when"))


def _asked_before(slots: Slots, base: LogicalForm) -> Asked:
    """What the question before asked for."""
    if base.agg == "lookup" and base.attribute:
        return Asked("attribute", base.attribute)
    if base.agg == "count" and base.by and base.order == "value":
        return Asked("names", base.by[0])
    if base.agg in ("count", "exists"):
        return Asked(base.agg)
    if base.agg == "estimate" and not base.role:
        return Asked("number")
    if base.agg == "distinct":
        return Asked("distinct", base.role)
    if base.role:
        return Asked("names", base.role)
    return Asked("number" if base.measure or slots.measures else "facts")


def _take_names(slots: Slots, base: LogicalForm, asked: Asked) -> None:
    """Names that are not replaced stay; "versus Globex?" puts a name beside the one before."""
    words = [*slots.free("compare", "more", "less")]
    for item in base.filters:
        if not isinstance(item, RoleFilter) or (asked.kind == "names" and asked.value == item.role and base.agg != "holder"):
            continue
        if item.role in slots.named and words:
            slots.named[item.role] = (*item.refs, *slots.named[item.role])
            slots.compared = True
            slots.use(*words)
        elif item.role not in {*slots.named, *slots.by}:
            slots.named[item.role] = item.refs


def _take_conditions(slots: Slots, base: LogicalForm) -> None:
    """Conditions on other columns than the follow-up's stay."""
    given = {*slots.by, *(item.column for item in slots.values), *(item.column for item in slots.texts)}
    if slots.measures:
        given |= {name for measure in slots.layer.measures.values() for name in measure.where}
    if slots.series and any(True for _ in slots.all("whole")):
        given.add(slots.series.part)
    kept = [item for item in base.filters if isinstance(item, ValueFilter | TextFilter) and item.column not in given]
    slots.values += [item for item in kept if isinstance(item, ValueFilter)]
    slots.texts += [item for item in kept if isinstance(item, TextFilter)]
    if not slots.places:
        slots.places = [item for item in base.filters if isinstance(item, PlaceFilter)]
    slots.date = slots.date or base.date
    slots.spoken = slots.spoken or base.agg != "holder"
    slots.currency = slots.currency or base.currency


def _take_numbers(slots: Slots, base: LogicalForm) -> None:
    if base.thresholds and slots.measures and slots.measures != [base.measure]:
        raise Unreadable("low_confidence", "The condition of the question before is on another number; ask again.")
    slots.measures = slots.measures or ([base.measure] if base.measure else [])
    slots.facet = slots.facet or (base.facet if len(slots.measures) == 1 else None)
    slots.thresholds = slots.thresholds or list(base.thresholds)
    if slots.order is None and base.order and base.compare is None:
        slots.order, slots.descending, slots.limit = base.order, base.descending, base.limit
    elif slots.order and slots.limit is None:
        slots.limit = base.limit
    if slots.agg is None and base.agg in _SUMS:
        slots.agg = base.agg
    slots.compared = slots.compared or base.compare is not None
    if base.agg == "count" and base.by and base.order == "value":
        return
    slots.by = slots.by or [key for key in base.by if key not in slots.named]


def _take_periods(slots: Slots, base: LogicalForm) -> None:
    """A period of its own replaces the one before; "by quarter" divides it."""
    if base.agg != "holder" or not slots.spoken:
        slots.period = slots.period or base.period
    fresh = bool(slots.spans or slots.newest)
    if not fresh:
        slots.spans, slots.newest = list(base.spans), base.newest
    if slots.grain:
        grain, slots.grain = slots.grain, None
        if slots.newest:
            slots.newest = replace(slots.newest, grain=grain)
        set_grain(slots, grain)
    elif base.grain and not (base.grain == "year" and any(span.period.precision == "quarter" for span in slots.spans)):
        set_grain(slots, base.grain)
