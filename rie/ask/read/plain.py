"""Logical forms of questions that rank nothing: facts, numbers, names, columns, yes and no."""

from __future__ import annotations

from dataclasses import replace

from rie.ask.form import Agg, LogicalForm, Not, RoleFilter, Threshold, ValueFilter
from rie.ask.names import english
from rie.ask.parse import Parse, Unreadable
from rie.ask.read.asked import Asked
from rie.ask.read.clauses import STATUS
from rie.ask.read.measure import aggregate_of, check_additive, verb_measure
from rie.ask.read.ranked import narrowed

_LABELS = {"avg": "average", "median": "median", "max": "maximum", "min": "minimum"}


def plain_form(parse: Parse, asked: Asked, form: LogicalForm) -> LogicalForm:
    _check_denied(parse, asked, form)
    if asked.kind in ("facts", "count") and parse.disclosed:
        raise Unreadable("low_confidence", "It is not clear whether the number is a condition; say 'with a disclosed price', for example.")
    if asked.kind in ("facts", "count", "exists") and not form.by:
        form = replace(form, thresholds=tuple(_of_each(parse, item) for item in form.thresholds))
    aggregate = _aggregate(parse, asked)
    if aggregate in ("max", "min") and asked.kind in ("measure", None):
        return replace(form, agg="facts", measure=asked.value or parse.layer.main, order="value", descending=aggregate == "max", limit=1)
    if aggregate in ("avg", "median", "max", "min") and asked.kind not in ("measure", "facts", None):
        raise Unreadable("low_confidence", f"It is not clear what the {_LABELS[aggregate]} is of.")
    if asked.kind == "measure" or (asked.kind in (None, "facts") and aggregate in ("sum", "avg", "median")):
        return _measured(parse, asked, aggregate, form)
    if asked.kind == "count" or (asked.kind == "facts" and form.by):
        return replace(form, agg="count")
    if asked.kind == "distinct":
        return replace(form, agg="distinct", role=narrowed(parse, str(asked.value)))
    if asked.kind == "exists":
        return replace(form, agg="exists")
    if asked.kind == "attribute":
        _check_dated(parse, asked, form)
        return _attribute(asked, form)
    if asked.kind in ("role", "dimension"):
        return _listed(parse, asked, form)
    if asked.kind == "facts":  # with a currency their number is asked for: "the seed round in euros"
        return replace(form, agg="lookup", measure=parse.layer.main) if form.currency else replace(form, agg="facts")
    if form.by:
        return _grouped(parse, aggregate, form)
    raise Unreadable("low_confidence", "It is not clear what is asked for.")


def _aggregate(parse: Parse, asked: Asked) -> Agg | None:
    """ "Which deals has Acme led so far": facts up to now, and no sum of them."""
    aggregate = aggregate_of(parse)
    until = asked.kind == "facts" and all(parse.norm(index) in english.UNTIL_NOW for index in parse.all("agg"))
    return None if aggregate == "sum" and until else aggregate


def _grouped(parse: Parse, aggregate: Agg | None, form: LogicalForm) -> LogicalForm:
    """ "Acme raised per year" adds up, "Acme per year" counts."""
    measured = any(parse.layer.verbs[parse.get(verb, "verb")].measure for verb in parse.passive)
    if measured and not any(parse.noun_at(index) for index in range(len(parse.items))):
        return _measured(parse, Asked("measure", plural=True), aggregate, form)
    return replace(form, agg="count")


def _lacks(parse: Parse) -> bool:
    """ "companies without a seed round"."""
    return any(parse.norm(index) == "without" and parse.has(index - 1, "generic", "role") for index in range(1, len(parse.items)))


def _check_denied(parse: Parse, asked: Asked, form: LogicalForm) -> None:
    """Who is not in one fact may be in another: "which companies are not backed by Acme" is not told by a fact without Acme."""
    named = {item.refs for item in form.filters if isinstance(item, RoleFilter)}
    denied = [item.item for item in form.filters if isinstance(item, Not) and isinstance(item.item, RoleFilter)]
    if any(parse.noun_at(index) for index in range(len(parse.items))):  # "companies of rounds with Acme, not led by Acme"
        denied = [item for item in denied if item.refs not in named]
    if asked.kind in ("role", "distinct") and any(item.role != asked.value for item in denied):
        raise Unreadable("low_confidence", "Ask for the facts without a name, or for names other than it.")
    if asked.kind in ("role", "distinct") and any(isinstance(item, Not) for item in form.filters) and _lacks(parse):
        raise Unreadable("low_confidence", "Ask who has one thing and not another.")


def _check_dated(parse: Parse, asked: Asked, form: LogicalForm) -> None:
    """ "When was the deal completed?": only when it was announced is on record."""
    told = any(english.ANNOUNCED.match(item.norm) for item in parse.items)
    for item in form.filters if asked.value == parse.layer.date and not told else ():
        values = parse.layer.values.get(item.column) if isinstance(item, ValueFilter) else None
        if values and isinstance(item, ValueFilter) and {*item.values} & {*values.undated} and any(True for _ in parse.all("when")):
            raise Unreadable("unknown_attribute", f"The data tells when facts were announced, not when they were {item.values[0]}.")


def _attribute(asked: Asked, form: LogicalForm) -> LogicalForm:
    if any(isinstance(item, ValueFilter) and item.column == asked.value for item in form.filters):
        raise Unreadable("low_confidence", "What is asked for is given in the question.")
    return replace(form, agg="lookup", attribute=asked.value, any_status=asked.value == STATUS or form.any_status)


def _of_each(parse: Parse, threshold: Threshold) -> Threshold:
    """ "rounds with more than two investors": of each round."""
    role = threshold.counted_role
    return replace(threshold, grouped=False) if role and parse.layer.roles[role].table else threshold


def _listed(parse: Parse, asked: Asked, form: LogicalForm) -> LogicalForm:
    if any(isinstance(item, RoleFilter) and item.role == asked.value and len(item.refs) == 1 for item in form.filters):
        raise Unreadable("low_confidence", "What is asked for is given in the question.")  # "who invested together with Acme"
    spec = parse.layer.roles.get(str(asked.value))
    table = spec.table if spec and not spec.first else None
    told = [arg for arg in parse.arguments if arg.refs and arg.index not in parse.negated]
    if table and any(arg.weak and parse.layer.roles[str(arg.role)].table == table for arg in told):
        raise Unreadable("low_confidence", "Say whether who took part is asked for, or what they took part in.")  # "Acme Series A leads"
    counted = (parse.layer.roles[item.counted_role] for item in form.thresholds if item.counted_role)
    same = spec is not None and any((role.table, role.column) == (spec.table, spec.column) and not role.first for role in counted)
    if same or any(item.counted_role == asked.value for item in form.thresholds):
        raise Unreadable("low_confidence", "It is not clear in which groups names are to be counted.")
    if form.by:  # "acquirers per year"
        return replace(form, agg="distinct", role=narrowed(parse, str(asked.value)))
    several = [item for item in form.filters if isinstance(item, RoleFilter) and len(item.refs) > 1]
    if several and not any(arg.alternatives for arg in parse.arguments):
        raise Unreadable("low_confidence", "Whether all of the names or any of them is meant is not clear; ask for one.")
    return replace(form, agg="list", role=narrowed(parse, str(asked.value)))


def _measured(parse: Parse, asked: Asked, aggregate: Agg | None, form: LogicalForm) -> LogicalForm:
    measure = asked.value or verb_measure(parse)
    spec = parse.layer.measures[measure]
    if aggregate is None and asked.listed and not form.by:
        return replace(form, agg="facts", measure=measure)
    if aggregate is None:
        aggregate = "sum" if spec.additive and (form.by or _is_total(parse, asked)) else "lookup"
    if aggregate == "sum" and not spec.additive:
        aggregate = "lookup" if measure == "stated_total" else aggregate
    if aggregate == "lookup" and form.by:
        return replace(form, agg="facts", measure=measure, by=())
    check_additive(parse, aggregate, measure)
    several = next((item for item in form.filters if isinstance(item, RoleFilter) and len(item.refs) > 1), None)
    together = [i for i in range(len(parse.items)) if parse.norm(i) in english.ADDED or _adds(parse, i)]
    if several is not None and together and spec.additive:
        return replace(form, agg="sum", measure=measure)
    if several is not None and several.role not in form.by:
        form = replace(form, by=(several.role, *form.by))
    return replace(form, agg=aggregate, measure=measure)


def _adds(parse: Parse, index: int) -> bool:
    """ "Acme plus Globex"."""
    return parse.norm(index) == "plus" and parse.has(index - 1, "entity") and parse.has(index + 1, "entity")


def _is_one(parse: Parse, index: int) -> bool:
    """ "its round" takes for granted that there is one."""
    single = parse.has(index, "noun") and not parse.mass_at(index) and not parse.norm(index).endswith("s")
    told = parse.norm(index - 1) == "the" and parse.norm(index + 1) in ("that", "which", "in which", "where", "with", "led", "when")
    return single and parse.noun_at(index) and (parse.norm(index - 1) in ("its", "their") or told) and parse.has(index - 2, "prep")


def _is_total(parse: Parse, asked: Asked) -> bool:
    """ "how much did X raise" adds up; "the size of its Series A" looks one round up."""
    if any(_is_one(parse, i) for i in range(len(parse.items))):
        return False
    if asked.plural or any(parse.noun_at(i) and parse.norm(i).endswith("s") and parse.has(i, "noun") for i in range(len(parse.items))):
        return True
    return bool(parse.passive) or not any(True for arg in parse.arguments if arg.refs)
