"""Logical forms of rankings: of facts by their number, and of groups by the number or the total of their facts."""

from __future__ import annotations

from dataclasses import replace

from rie.ask.form import Agg, Filter, LogicalForm, RoleFilter
from rie.ask.names import english
from rie.ask.parse import Parse, Unreadable
from rie.ask.read.asked import Asked, default_role, is_whether
from rie.ask.read.groups import dimension_at
from rie.ask.read.measure import aggregate_of, barred, check_additive, verb_measure


def group_ranking(parse: Parse, asked: Asked, form: LogicalForm) -> LogicalForm:
    key = parse.level_role if parse.level_role not in (None, "generic") else None
    if key is None and asked.kind in ("role", "dimension"):
        key = asked.value
    if key is None and form.by:
        key = form.by[0]
    if key is None and parse.level_role == "generic":
        argument = next((arg for arg in parse.arguments if not arg.refs), None)
        key = argument.role if argument and argument.role else default_role(parse)
    key = key or _told_apart(parse) or _kind_asked(parse, asked, form)
    if key is None:
        raise Unreadable("low_confidence", "It is not clear what is to be ranked.")
    plainly = any(parse.norm(index) == "top" for index in parse.all("top"))
    key = narrowed(parse, key)
    if not parse.agg and key in barred(parse) and not plainly:
        raise Unreadable("unknown_attribute", "The data holds the size of rounds, not what each investor put in.")
    if asked.kind != "measure" and key not in parse.layer.roles and _is_by_either(parse):
        raise Unreadable("low_confidence", "Say by what: by the number of them, or by their total.")
    agg = parse.agg or aggregate_of(parse) or ("count" if asked.kind == "count" or key in ("investor", "lead") else "sum")
    measure = None if agg in ("count", "distinct") else asked.value if asked.kind == "measure" and asked.value else verb_measure(parse)
    if agg in ("sum", "avg") and key in barred(parse):
        raise Unreadable("unknown_attribute", "The data holds the size of rounds, not what each investor put in.")
    check_additive(parse, agg, measure)
    parse.use(*parse.all("agg"))
    by = (key, *(item for item in form.by if item != key))
    ranked = replace(form, measure=measure, by=by, order="value", descending=parse.descending, limit=parse.limit, offset=parse.offset)
    return replace(ranked, agg=agg, role=parse.layer.subject if agg == "distinct" else None)  # type: ignore[arg-type]


def _kind_asked(parse: Parse, asked: Asked, form: LogicalForm) -> str | None:
    """ "Which round type raised the most": the column that groups can be made by."""
    kind = asked.value if asked.kind == "attribute" else None
    if kind not in parse.layer.attributes or not parse.layer.attributes[kind].group:
        return None
    if form.on(kind) is None and any(parse.get(index, "value")[0] == kind for index in parse.all("value")):
        raise Unreadable("low_confidence", "Say which kinds before the noun: the most seed and angel rounds.")  # "..., seed or angel"
    return str(kind)


def _is_by_either(parse: Parse) -> bool:
    """ "The top month for takeovers": that with the most of them, or where most was paid."""
    words = range(len(parse.items))
    counted = any(parse.has(i, "noun") and parse.noun_at(i) and not parse.mass_at(i) and parse.norm(i).endswith("s") for i in words)
    told = parse.agg or aggregate_of(parse) or parse.passive or any(True for _ in parse.all("measure", "most", "least", "how_much"))
    return counted and not told


def _told_apart(parse: Parse) -> str | None:
    """ "the month with the most rounds", "2016 quarter highest funding total"."""
    index = next((index for index in parse.all("grain", "dimension") if index not in parse.used), None)
    if index is None or parse.norm(index).endswith("ly"):
        return None
    parse.use(index)
    return dimension_at(parse, index)


def narrowed(parse: Parse, key: str) -> str:
    """ "investors by number of rounds led": the role of the verb, where it picks among those of the noun."""
    for verb in parse.passive:
        role = parse.layer.verbs[parse.get(verb, "verb")].roles.get("subject")
        taken = any(argument.refs and argument.role == role for argument in parse.arguments)
        if role and role != key and key in parse.layer.roles and not taken:
            wide, narrow = parse.layer.roles[key], parse.layer.roles[role]
            if (wide.table, wide.column) == (narrow.table, narrow.column) and wide.table and not wide.where and narrow.where:
                return str(role)
    return key


def fact_ranking(parse: Parse, asked: Asked, form: LogicalForm) -> LogicalForm:
    measure = parse.order_measure or (asked.value if asked.kind == "measure" else None) or parse.layer.main
    aggregate = aggregate_of(parse)
    if is_whether(parse) and sum(isinstance(item, RoleFilter) for item in form.filters) > 1:
        raise Unreadable("low_confidence", "Ask who took part in the first or last of the facts.")  # "was Acme in Globex's last round"
    together = of_first(parse, asked, aggregate)
    if together is None and aggregate in ("avg", "median"):
        raise Unreadable("low_confidence", "A ranking and an average cannot be combined.")
    if asked.kind in ("count", "distinct"):
        raise Unreadable("low_confidence", "A ranking and a count cannot be combined.")
    if form.by:
        raise Unreadable("low_confidence", "A ranking within groups is not supported.")
    attribute = asked.value if asked.kind == "attribute" else _day_of_one(parse, asked)
    if attribute and not parse.limit:  # "rank its rounds by size; I only need the types"
        raise Unreadable("low_confidence", "A ranking of all facts shows the facts; ask for the first so many.")
    role = asked.value if asked.kind == "role" else None
    if role in parse.layer.roles and any(_is_given(parse, item, str(role)) for item in form.filters):
        raise Unreadable("low_confidence", "What is asked for is given in the question.")  # "Acme lead, biggest round"
    if asked.kind == "dimension" and attribute is None:
        raise Unreadable("low_confidence", "A ranking of rounds has no such column.")
    if together:
        check_additive(parse, together, measure)
    return replace(
        form,
        agg=together or ("lookup" if attribute else "facts"),
        measure=measure if together or parse.order == "value" or asked.kind == "measure" else None,
        attribute=attribute,
        role=role,
        order=parse.order or "value",
        descending=parse.descending,
        limit=parse.limit,
        offset=parse.offset,
    )


def _day_of_one(parse: Parse, asked: Asked) -> str | None:
    """ "In what month was its first round": the day of the one that comes first."""
    date = parse.layer.date
    one = asked.kind == "dimension" and asked.value in english.GRAINS and parse.limit == 1
    fact = parse.order == "date" or any(parse.noun_at(i) and not parse.mass_at(i) for i in range(len(parse.items)))  # not "most funding"
    return date if one and fact and date in parse.layer.attributes else None


def of_first(parse: Parse, asked: Asked, aggregate: Agg | None) -> Agg | None:
    """ "What do the ten largest rounds add up to": the number that is made of those that come first; a list of them stays one."""
    if aggregate is None and asked.kind == "measure" and any(item.norm in english.COMBINED or item.norm == "sum" for item in parse.items):
        aggregate = "sum"
    if aggregate not in ("sum", "avg", "median") or not parse.limit or parse.limit < 2 or parse.offset:
        return None
    words = [index for index in parse.all("agg") if parse.norm(index) not in english.UNTIL_NOW]
    keyed = any(parse.norm(index - 1) in ("by", "in terms of", "on", "with", "highest", "largest") for index in words)
    weak = all(parse.norm(index) in english.IN_ALL for index in words)
    measured = asked.kind == "measure" and any(True for _ in parse.all("how_much", "measure", "verb"))
    if asked.kind not in ("measure", "facts", None) or keyed or (weak and not measured):
        return None
    return aggregate


def _is_given(parse: Parse, item: Filter, role: str) -> bool:
    """Whether a name is of the kind that is asked for: a lead is an investor."""
    if not isinstance(item, RoleFilter) or len(item.refs) != 1:
        return False
    asked, given = parse.layer.roles[role], parse.layer.roles[item.role]
    return asked.table is not None and not asked.first and (asked.table, asked.column) == (given.table, given.column)
