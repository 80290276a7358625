"""Forms that ask for figures of periods. What adds up is declared in the pack; what does not is refused."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

from rie.ask.form import LogicalForm, Threshold, ValueFilter, in_order
from rie.ask.parse import Unreadable
from rie.ask.slots.asked import Asked
from rie.ask.slots.estimates import estimate_form
from rie.ask.slots.periods import set_grain
from rie.ask.slots.state import Slots
from rie.pack.layer import MeasureLayer

_GRAINS = ("quarter", "year")


def figure_form(slots: Slots, asked: Asked, form: LogicalForm) -> LogicalForm:
    """The form of a question about figures.

    Args:
        slots: of the question.
        asked: what it asks for.
        form: with all that the slots say.

    Raises:
        Unreadable: whose figures, of which periods or which number is not clear, or they cannot be put together.
    """
    if asked.kind == "names" and asked.value in _GRAINS:
        set_grain(slots, str(asked.value))
        form = replace(form, grain=slots.grain, spans=tuple(slots.spans), newest=slots.newest)
    if slots.beat:
        return estimate_form(slots, asked, form)
    _check_change(slots, form)
    form = _several_measures(slots, form)
    if form.measure is None:
        return _results(slots, asked, form)
    _check_scope(slots, asked)
    if slots.middle:
        return _midpoint(slots, asked, form)
    return _of_number(slots, asked, form)


def _midpoint(slots: Slots, asked: Asked, form: LogicalForm) -> LogicalForm:
    """The mean of the two ends of one range."""
    assert slots.series is not None  # only figures of periods have ranges
    sets = ((form.on(column), slots.layer.values[column].sets[name].values) for column, name in slots.series.between.items())
    both = all(isinstance(item, ValueFilter) and {*item.values} == {*values} for item, values in sets)
    one = len(slots.named.get(slots.layer.subject, ())) == 1 and len(form.spans) == 1 and form.spans[0].match != "within"
    other = slots.order or slots.agg or slots.facet or form.by or form.thresholds or slots.compared
    if not (both and one) or asked.kind != "number" or other:
        raise Unreadable("low_confidence", "Ask for the midpoint of one range of one company.")
    return replace(form, agg="avg", figures=2)


def _check_change(slots: Slots, form: LogicalForm) -> None:
    """A change is one of one number, within one period as it was told."""
    if slots.facet and len(slots.measures) != 1:
        raise Unreadable("unknown_attribute", "It is not clear what has changed; ask for one number.")
    if slots.facet and slots.currency and not form.spans[1:]:
        raise Unreadable("unknown_attribute", "A change is on record in percent; ask for the figures of both periods.")
    beside = {column for facet in slots.layer.facets.values() for column in facet.beside}
    if not slots.facet and any(getattr(item, "column", None) in beside for item in form.filters):
        raise Unreadable("low_confidence", "Say whether the change is asked for, or the figures of both periods.")
    linked = any(slots.norm(i) in ("to", "against", "vs", "versus") or slots.has(i, "compare") for i in range(len(slots.items)))
    if slots.facet and len(form.spans) == 2 and linked and not form.by:
        raise Unreadable("unknown_period", "A change from one period to another is not in the data; ask for that of one period.")
    years = any(span.period.precision == "range" and 364 < (span.period.end - span.period.start).days < 735 for span in form.spans)
    apart = form.by or any(not years or slots.norm(index) not in ("annual", "yearly") for index in slots.all("grain"))
    if slots.facet and not apart and any(span.match == "within" for span in form.spans):
        raise Unreadable("unknown_period", "A change from one period to another is not in the data; ask for that of one period.")


def _of_number(slots: Slots, asked: Asked, form: LogicalForm) -> LogicalForm:
    if slots.compared:
        return _compared(slots, form)
    if slots.order:
        return _ranked(slots, asked, form)
    if asked.kind in ("count", "distinct"):
        return _counted(asked, replace(form, thresholds=form.thresholds or _below_zero(slots, form)))
    if slots.agg in ("sum", "avg", "median") and not _is_total_of_one(slots, form):
        return _aggregated(slots, form)
    if asked.kind == "attribute":
        return _attribute(asked, form)
    if asked.kind == "exists" and form.thresholds:
        return replace(form, agg="exists")
    return _plain(slots, asked, form)


def _several_measures(slots: Slots, form: LogicalForm) -> LogicalForm:
    """ "Revenue and net income": figures of several measures, each on its own."""
    if len(slots.measures) < 2:
        return form
    if slots.order or slots.agg or slots.facet or form.thresholds or slots.compared:
        raise Unreadable("low_confidence", "The question asks for several numbers at once; ask for one.")
    at = list(slots.all("measure"))
    units = {slots.layer.measures[name].unit for name in slots.measures}
    if len(slots.measures) == 2 and len(units) == 1 and len(at) == 2 and at[1] - at[0] == 2 and slots.norm(at[0] + 1) == "/":
        raise Unreadable("low_confidence", "Say whether both numbers are asked for or their ratio.")
    wheres = [slots.layer.measures[name].where for name in slots.measures]
    column = next(iter(wheres[0]))
    return replace(form, filters=in_order((*form.filters, ValueFilter(column, tuple(where[column] for where in wheres)))))


def _results(slots: Slots, asked: Asked, form: LogicalForm) -> LogicalForm:
    """ "Results of Acme in Q3 2021": all figures."""
    if slots.order or slots.agg or slots.facet or form.thresholds or slots.compared:
        raise Unreadable("unknown_attribute", "It is not clear which number is meant.")
    if asked.kind == "exists" and slots.codes and slots.named:
        return replace(form, agg="exists")  # "does Acme report in euros"
    kinds = slots.series.defaults if slots.series else {}
    reported = slots.told or slots.spoken or any(True for _ in slots.all("role"))  # "reporters"
    money = {number.currency for number in slots.layer.measures.values()}
    reported = reported or (asked.kind == "attribute" and asked.value in money)  # "reporting currency of Acme"
    told = reported or slots.measures or any(form.on(name) for name in kinds)
    if not told:
        raise Unreadable("unknown_attribute", "It is not clear which number is meant.")
    if asked.kind == "names":
        return replace(form, agg="list", role=asked.value, measure=None)
    if asked.kind in ("distinct", "count"):
        return _counted(asked, form)
    if asked.kind == "attribute" and (slots.named or form.spans):
        return _attribute(asked, form)
    if not slots.named:
        raise Unreadable("low_confidence", "Say of which company.")
    if asked.kind not in ("facts", "number", None):
        raise Unreadable("low_confidence", "It is not clear what is asked for.")
    return replace(form, agg="facts")


def _attribute(asked: Asked, form: LogicalForm) -> LogicalForm:
    return replace(form, agg="lookup", attribute=asked.value)


def _check_scope(slots: Slots, asked: Asked) -> None:
    """A number needs whose it is: a name, "companies", a ranking, a condition."""
    told = slots.named or slots.mentioned or slots.order or slots.thresholds or slots.by or slots.agg
    if not told and asked.kind not in ("names", "distinct"):
        raise Unreadable("low_confidence", "Say of which company, or of all companies.")


def _number(slots: Slots, form: LogicalForm) -> MeasureLayer:
    found = slots.layer.number(form.measure, form.facet)
    if found is None:
        raise Unreadable("unknown_attribute", "It is not clear which number is meant.")
    return found


def _check_one_length(form: LogicalForm) -> None:
    """What is ranked, averaged or added up must be of quarters or of years, never of both."""
    lengths = {form.grain} if form.grain else {span.period.precision if span.match == "name" else None for span in form.spans}
    if form.newest and form.newest.grain:
        lengths = {form.newest.grain}
    if lengths - {*_GRAINS} and any(span.match == "days" for span in form.spans) and len(form.spans) == 1:
        return
    if len(lengths) != 1 or None in lengths:
        raise Unreadable("unknown_period", "Say of which quarter or year; figures of quarters and of years are not put together.")


def _ranked(slots: Slots, asked: Asked, form: LogicalForm) -> LogicalForm:
    if slots.agg in ("avg", "median", "sum", "count") or asked.kind in ("count", "distinct", "attribute"):
        raise Unreadable("low_confidence", "A ranking cannot be combined with another number.")
    _check_one_length(form)
    part = slots.series.part if slots.series and form.by == (slots.series.part,) and slots.named else None  # "its segments by revenue"
    if part is None and any(key not in (slots.layer.subject, *_GRAINS) for key in form.by):
        raise Unreadable("low_confidence", "A ranking within groups is not supported.")
    role = asked.value if asked.kind == "names" else part
    if role is None and slots.named and len(form.spans) != 1 and form.grain:
        role = form.grain
    return replace(
        form, agg="facts", by=(), role=role, order="value", descending=slots.descending, limit=slots.limit,
        thresholds=form.thresholds or _below_zero(slots, form),
    )  # fmt: skip


def _below_zero(slots: Slots, form: LogicalForm) -> tuple[Threshold, ...]:
    """ "Which companies made a loss?": whose number is below zero."""
    number, op = _number(slots, form), slots.sign or ("<" if slots.below_zero else None)
    return (Threshold(form.facet or str(form.measure), op, Decimal(0), None, "USD" if number.usd else None),) if op else ()


def _compared(slots: Slots, form: LogicalForm) -> LogicalForm:
    """Names beside each other, the one with more first; periods or kinds of figures in their own order."""
    several = len(slots.named.get(slots.layer.subject, ())) > 1
    if slots.agg or slots.order or form.thresholds:
        raise Unreadable("low_confidence", "A comparison cannot be combined with another number.")
    if not several:
        if form.facet or not slots.named:
            raise Unreadable("low_confidence", "It is not clear what is to be compared.")
        if slots.parts > 1 and slots.series and len(form.spans) == 1 and _is_picked(slots):
            return replace(form, agg="facts", role=slots.series.part, order="value", descending=slots.descending, limit=1)
        kinds = max((len(item.values) for item in slots.values), default=1)
        return replace(form, agg="facts", figures=kinds if kinds > 1 else None)
    if form.grain and not (len(form.spans) == 1 and form.spans[0].match == "name") and form.newest is None:
        return replace(form, agg="facts")
    _check_one_length(form)
    if len(form.spans) > 1:
        return replace(form, agg="facts")
    return replace(form, agg="facts", compare=slots.layer.subject, order="value", descending=slots.descending)


def _is_picked(slots: Slots) -> bool:
    """ "Which segment had the higher revenue, toys or tools?": one of them."""
    asked = any(slots.has(index + 1, "part_word", "entity", "more") or slots.has(index + 2, "part_word") for index in slots.all("which"))
    return asked and any(slots.norm(index) == "or" for index in range(len(slots.items)))


def _counted(asked: Asked, form: LogicalForm) -> LogicalForm:
    if asked.kind == "distinct" and form.by == ("quarter",) and form.thresholds:
        form = replace(form, by=(), grain="quarter")  # "how many companies made a loss in any quarter of 2021"
    if form.by:
        raise Unreadable("low_confidence", "A count of figures by group is not supported.")
    if asked.kind == "count" and not form.thresholds and form.measure is None:
        raise Unreadable("low_confidence", "It is not clear what is to be counted.")
    return replace(form, agg=asked.kind, role=asked.value if asked.kind == "distinct" else None)  # type: ignore[arg-type]


def _is_total_of_one(slots: Slots, form: LogicalForm) -> bool:
    """The "total revenue" of one company in one period is its revenue."""
    one = len(slots.named.get(slots.layer.subject, ())) == 1 and len(form.spans) <= 1 and not form.by and not form.grain
    plainly = all(word in ("total", "totals", "in total", "overall", "altogether") for word in slots.sums)
    return (
        slots.agg == "sum"
        and plainly
        and one
        and slots.parts < 2
        and not any(span.match == "within" for span in form.spans)
        and form.newest is None
    )


def _aggregated(slots: Slots, form: LogicalForm) -> LogicalForm:
    number = _number(slots, form)
    form = _over_periods(slots, form)
    _check_one_length(form)
    if slots.parts > 1 and (slots.agg != "sum" or form.by or len(form.spans) != 1 or len(slots.named.get(slots.layer.subject, ())) != 1):
        raise Unreadable("unknown_attribute", "Parts are added up for one company and one period only.")
    several = len(form.spans) > 1 or any(span.match == "within" for span in form.spans) or not form.spans
    several = several and not (form.newest and form.newest.count == 1) and not {*form.by} & {*_GRAINS}
    names = len(slots.named.get(slots.layer.subject, ()))
    if slots.agg == "sum":
        _check_sum(slots, form, number, several=several, names=names)
    over = {"periods"} if several else set()
    over |= {"entities"} if names != 1 and slots.layer.subject not in form.by else set()
    if slots.agg != "sum" and over - {*number.averaged_over}:
        raise Unreadable("unknown_attribute", f"An average of the {number.label} would say nothing here.")
    return replace(form, agg=slots.agg, figures=_expected(slots, form))  # type: ignore[arg-type]


def _over_periods(slots: Slots, form: LogicalForm) -> LogicalForm:
    """ "Acme's average quarterly revenue over the four quarters of 2017": one number, where nothing says "by" or "of each"."""
    grouped = any(True for _ in slots.all("group"))
    alone = len(slots.named.get(slots.layer.subject, ())) == 1 and form.by == (form.grain,)
    return replace(form, by=()) if slots.agg in ("avg", "median", "sum") and alone and not grouped else form


def _expected(slots: Slots, form: LogicalForm) -> int | None:
    """How many figures there must be: one of each name and period; None where the question does not say how many there are."""
    names = len(slots.named.get(slots.layer.subject, ()))
    if not names or form.by:
        return None
    if form.newest:
        return names * form.newest.count
    periods = 0
    for span in form.spans:
        quarters = (span.period.last.year - span.period.start.year) * 4 + (span.period.last.month - span.period.start.month + 3) // 3
        periods += 1 if span.match != "within" else quarters if form.grain == "quarter" else quarters // 4
        if span.period.end == datetime.date.max or span.period.start == datetime.date.min:
            return None
    return names * periods * max(slots.parts, 1) or None


def _check_sum(slots: Slots, form: LogicalForm, number: MeasureLayer, *, several: bool, names: int) -> None:
    if not number.additive or form.facet:
        raise Unreadable("unknown_attribute", f"Figures of {number.label} cannot be added up.")
    if several and number.level:
        raise Unreadable("unknown_attribute", f"Figures of {number.label} cannot be added up over time.")
    if several and (names != 1 or not (form.spans or form.newest)):
        raise Unreadable("low_confidence", "Say over which quarters or years of one company it is to be added up.")


def _plain(slots: Slots, asked: Asked, form: LogicalForm) -> LogicalForm:
    names = len(slots.named.get(slots.layer.subject, ()))
    if asked.kind == "names" and asked.value == slots.layer.subject and names:
        raise Unreadable("low_confidence", "What is asked for is given in the question.")
    within = any(span.match == "within" for span in form.spans)
    one = len(form.spans) == 1 and form.spans[0].match == "name" and form.spans[0].period.precision == form.grain
    listed = asked.kind == "names" or form.by or (form.grain and not one) or len(form.spans) > 1 or names != 1 or form.thresholds or within
    if any(key not in (slots.layer.subject, *_GRAINS, slots.series and slots.series.part) for key in form.by):
        return _by_attribute(slots, form)
    if listed and form.newest and form.newest.grain is None and form.newest.part is None:
        form = replace(form, newest=replace(form.newest, grain="quarter"))
    role = asked.value if asked.kind == "names" else None
    each = asked.kind == "number" and slots.layer.subject in form.by  # "by how much did each company's sales grow": or fall
    making = any(slots.has(index, "below_zero", "above_zero") and slots.has(index + 1, "grain") for index in slots.all("measure"))
    if asked.kind == "names" or making or not (names or each):  # "its loss-making quarters"
        form = replace(form, thresholds=form.thresholds or _below_zero(slots, form))
    return replace(form, agg="facts" if listed else "lookup", role=role)


def _by_attribute(slots: Slots, form: LogicalForm) -> LogicalForm:
    """ "Revenue by country in 2021": the sum of the companies of each."""
    if slots.named:
        raise Unreadable("unknown_attribute", "Where the figures of one company come from is told by its segments alone.")
    slots.agg = "sum"
    return _aggregated(slots, form)
