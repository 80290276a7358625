"""From what is asked, the clauses and the roles of a question to its logical form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rie.ask.form import Agg, Filter, LogicalForm, Not, RoleFilter, Threshold, ValueFilter, in_order
from rie.ask.names import english
from rie.ask.parse import Argument, Parse, Unreadable
from rie.ask.read.asked import Asked, asked_for, default_role, is_whether
from rie.ask.read.clauses import STATUS
from rie.ask.read.groups import dimension_at
from rie.ask.read.measure import aggregate_of, barred, check_additive, check_unmeasured, verb_measure
from rie.ask.read.negation import check_left_out

_NAMING = ("with", "without", "having", "had", "have", "has", "involved", "involving")
_LABELS = {"avg": "average", "median": "median", "max": "maximum", "min": "minimum"}


def logical_form(parse: Parse) -> LogicalForm:
    """The form of a question whose clauses and roles are known.

    Raises:
        Unreadable: what is asked is not clear or not in the data.
    """
    asked = asked_for(parse)
    if asked.kind == "facts" and not any(True for _ in parse.all("group", "grain", "compare", "sort")) and not parse.order:
        parse.by = []  # "rounds in 2016 and 2017"
    _check_periods(parse, asked)
    if sum(arg.asked for arg in parse.arguments) > 1:
        raise Unreadable("low_confidence", "The question asks for several things at once; ask for one.")
    check_unmeasured(parse, asked.kind == "measure")
    if any(arg.own and not arg.refs and not arg.asked and parse.has(arg.last + 1, "measure") for arg in parse.arguments):
        raise Unreadable("unknown_attribute", "The size of those who take part is not in the data.")  # "fund size of Acme"
    if any(_is_bare_condition(parse, arg, asked) for arg in parse.arguments):
        raise Unreadable("low_confidence", "Whether a party is named at all cannot be asked for; say which one.")
    form = LogicalForm(
        parse.fact,
        "facts",
        filters=filters(parse),
        thresholds=tuple(parse.thresholds),
        period=parse.period,
        by=_groups(parse),
        currency=parse.currency,
        any_status=parse.any_status or _any_status(parse) or STATUS in parse.by,
        expected=parse.expected,
    )
    if parse.compare is not None:
        return _comparison(parse, asked, form)
    if parse.level == "fact" and form.by and parse.order == "value" and parse.limit == 1:
        measure = parse.order_measure or parse.layer.main
        return replace(form, agg="max" if parse.descending else "min", measure=measure)
    highest = parse.order_measure and not parse.layer.measures[parse.order_measure].additive
    if parse.level == "group" and highest:
        return _by_highest(parse, asked, form)
    if parse.level == "group" or (parse.order == "value" and form.by and parse.level is None):
        return group_ranking(parse, asked, form)
    if parse.level == "fact" or parse.order:
        return fact_ranking(parse, asked, form)
    return _stated(parse, plain_form(parse, asked, form))


def _stated(parse: Parse, form: LogicalForm) -> LogicalForm:
    """ "How many rounds in euros": where no number is shown in it, a currency is the one that facts are stated in."""
    column = parse.layer.measures[parse.layer.main].currency if parse.layer.main else None
    if parse.amounts and form.agg == "count" and not any(True for _ in parse.all("how_many")):  # "M&A dollars by year"
        return replace(form, agg="sum", measure=parse.layer.main)
    if form.currency is None or form.measure or column is None or form.agg not in ("count", "list", "distinct", "exists"):
        return form
    if form.thresholds:
        raise Unreadable("low_confidence", "Whether the number or the facts are in that currency is not clear.")
    return replace(form, currency=None, filters=in_order((*form.filters, ValueFilter(column, (form.currency,)))))


def _check_periods(parse: Parse, asked: Asked) -> None:
    """ "what did Acme buy in 2016 and 2017": of both years together; "who raised in 2016 and 2017" may mean who did in both."""
    grouped = any(True for _ in parse.all("group", "grain", "compare", "sort", "how_many"))
    if asked.kind != "role" or grouped or parse.order or parse.level or not {*parse.by} <= {"year", "quarter", "month"} or not parse.by:
        return
    if not any(parse.norm(arg.index) == "what" for arg in parse.arguments if arg.asked):
        raise Unreadable("low_confidence", "The question names several periods; ask for one, or for groups by year, quarter or month.")
    parse.by = []


def _by_highest(parse: Parse, asked: Asked, form: LogicalForm) -> LogicalForm:
    """ "The most valuable company by valuation": who had it in one fact, as it does not add up."""
    label = parse.layer.measures[str(parse.order_measure)].label
    if parse.limit != 1 or parse.agg or form.by:
        raise Unreadable("low_confidence", f"A {label} cannot be added up; ask for the facts.")
    return fact_ranking(parse, asked, form)


def _is_bare_condition(parse: Parse, arg: Argument, asked: Asked) -> bool:
    """ "deals with sellers": a condition that some player is named, without saying which."""
    if arg.refs or not arg.own or arg.asked or parse.norm(arg.left - 1) not in _NAMING or parse.has(arg.last + 1, "negation"):
        return False
    placed, counted = (item.role for item in parse.places), (item.counted_role for item in parse.thresholds)
    return arg.role not in (asked.value, parse.level_role, *parse.by, *placed, *counted)


def _groups(parse: Parse) -> tuple[str, ...]:
    """ "per quarter in 2016 and 2017" groups by quarters alone."""
    finer = {"month", "quarter"} & {*parse.by}
    coarse = finer and not any(parse.get(index, "grain") == "year" for index in parse.all("grain"))
    return tuple(dict.fromkeys(narrowed(parse, key) for key in parse.by if not (coarse and key == "year")))


def filters(parse: Parse) -> tuple[Filter, ...]:
    named = [arg for arg in parse.arguments if arg.refs and arg.index not in parse.negated]
    roles = [arg.role for arg in named]
    if len(set(roles)) < len(roles):
        raise Unreadable("low_confidence", "Several names have the same part in the question; ask for one of them, or compare two.")
    found: list[Filter] = [item for arg in named for item in _players(parse, arg)]
    found += [Not(_player(arg)) for arg in parse.arguments if arg.refs and arg.index in parse.negated]
    found += [*parse.values, *parse.places, *parse.without, *parse.stated]
    check_left_out(found)
    return in_order(found)


def _players(parse: Parse, argument: Argument) -> list[RoleFilter]:
    """ "rounds that Acme and Globex both joined": each of the names is asked for, not any of them."""
    together = next((i for i in range(len(parse.items)) if parse.norm(i) in english.TOGETHER and i not in parse.used), None)
    several = together is not None and len(argument.refs) > 1 and parse.layer.roles[str(argument.role)].table
    if together is None or not several or not any(parse.noun_at(i) for i in range(len(parse.items))):
        return [_player(argument)]
    parse.use(together)
    return [RoleFilter(str(argument.role), (ref,)) for ref in sorted(set(argument.refs), key=lambda ref: ref.name)]


def _player(argument: Argument) -> RoleFilter:
    refs = sorted(set(argument.refs), key=lambda ref: (ref.name, ref.id or ""))
    if any(ref.id is None for ref in refs):  # what is known by its name alone is looked for by name, and so are those beside it
        refs = [replace(ref, id=None) for ref in refs]
    return RoleFilter(str(argument.role), tuple(refs))


def _any_status(parse: Parse) -> bool:
    layer = parse.layer
    verbs = [layer.verbs[parse.get(index, "verb")].any_status for index in parse.passive]
    nouns = [
        layer.nouns[parse.get(index, "noun")].any_status
        for index in range(len(parse.items))
        if parse.noun_at(index) and parse.has(index, "noun")
    ]
    return any(verbs) or any(nouns)


def _comparison(parse: Parse, asked: Asked, form: LogicalForm) -> LogicalForm:
    role = str(parse.compare.role) if parse.compare else ""
    if any(parse.has(more + 1, "role") and not parse.has(more + 1, "noun", "filler") for more in _counting(parse)):
        raise Unreadable("low_confidence", "How many names there are is not compared; compare numbers of facts.")  # "more investors"
    agg = _number(parse, asked)
    if agg != "count" and role in barred(parse) and asked.kind != "measure":  # "Acme vs Globex, rounds led"
        if not any(parse.noun_at(index) and parse.norm(index).endswith("s") for index in range(len(parse.items))):
            raise Unreadable("unknown_attribute", "The data holds the size of rounds, not what each investor put in.")
        agg = "count"
    measure = None if agg == "count" else asked.value if asked.kind == "measure" and asked.value else verb_measure(parse)
    return replace(
        form,
        agg=agg,
        measure=measure,
        by=(role, *(key for key in form.by if key != role)),
        compare=role,
        order="value",
        descending=parse.descending,
    )


def _counting(parse: Parse) -> Iterator[int]:
    """ "More", "fewer": of how many there are."""
    return (index for index in parse.all("more", "less") if parse.norm(index) in english.COUNTING)


def _number(parse: Parse, asked: Asked) -> Agg:
    parse.use(*(index for index in parse.all("agg") if parse.get(index, "agg") == "sum"))
    if parse.agg in ("sum", "avg", "median", "count"):
        return parse.agg  # type: ignore[return-value]
    if asked.kind in ("count", "distinct"):
        return "count"
    if asked.kind == "measure":
        return aggregate_of(parse) or "sum"
    more = next(parse.all("more", "less"), None)
    if more is not None:
        parse.use(more)
        counted = parse.norm(more) in english.COUNTING and parse.noun_at(more + 1)
        if counted and not parse.has(more + 1, "filler") and not parse.mass_at(more + 1):
            return "count"
    return "sum"


def group_ranking(parse: Parse, asked: Asked, form: LogicalForm) -> LogicalForm:
    key = parse.level_role if parse.level_role not in (None, "generic") else None
    if key is None and asked.kind in ("role", "dimension"):
        key = asked.value
    if key is None and form.by:
        key = form.by[0]
    if key is None and parse.level_role == "generic":
        argument = next((arg for arg in parse.arguments if not arg.refs), None)
        key = argument.role if argument and argument.role else default_role(parse)
    key = key or _told_apart(parse)
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
    if aggregate in ("avg", "median"):
        raise Unreadable("low_confidence", "A ranking and an average cannot be combined.")
    if asked.kind in ("count", "distinct"):
        raise Unreadable("low_confidence", "A ranking and a count cannot be combined.")
    if form.by:
        raise Unreadable("low_confidence", "A ranking within groups is not supported.")
    attribute = asked.value if asked.kind == "attribute" else None
    if attribute and not parse.limit:  # "rank its rounds by size; I only need the types"
        raise Unreadable("low_confidence", "A ranking of all facts shows the facts; ask for the first so many.")
    role = asked.value if asked.kind == "role" else None
    if role in parse.layer.roles and any(_is_given(parse, item, str(role)) for item in form.filters):
        raise Unreadable("low_confidence", "What is asked for is given in the question.")  # "Acme lead, biggest round"
    if asked.kind == "dimension":
        raise Unreadable("low_confidence", "A ranking of rounds has no such column.")
    return replace(
        form,
        agg="lookup" if attribute else "facts",
        measure=measure if parse.order == "value" or asked.kind == "measure" else None,
        attribute=attribute,
        role=role,
        order=parse.order or "value",
        descending=parse.descending,
        limit=parse.limit,
        offset=parse.offset,
    )


def _is_given(parse: Parse, item: Filter, role: str) -> bool:
    """Whether a name is of the kind that is asked for: a lead is an investor."""
    if not isinstance(item, RoleFilter) or len(item.refs) != 1:
        return False
    asked, given = parse.layer.roles[role], parse.layer.roles[item.role]
    return asked.table is not None and not asked.first and (asked.table, asked.column) == (given.table, given.column)


def _aggregate(parse: Parse, asked: Asked) -> Agg | None:
    """ "Which deals has Acme led so far": facts up to now, and no sum of them."""
    aggregate = aggregate_of(parse)
    until = asked.kind == "facts" and all(parse.norm(index) in english.UNTIL_NOW for index in parse.all("agg"))
    return None if aggregate == "sum" and until else aggregate


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
    if table and any(arg.refs and arg.weak and parse.layer.roles[str(arg.role)].table == table for arg in parse.arguments):
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
    together = [i for i in range(len(parse.items)) if parse.norm(i) in english.COMBINED]
    if several is not None and together and spec.additive:
        return replace(form, agg="sum", measure=measure)
    if several is not None and several.role not in form.by:
        form = replace(form, by=(several.role, *form.by))
    return replace(form, agg=aggregate, measure=measure)


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
