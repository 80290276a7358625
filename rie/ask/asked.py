"""What is asked for, and the logical form that comes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rie.ask.clauses import dimension_at
from rie.ask.form import Agg, Filter, LogicalForm, RoleFilter, ValueFilter
from rie.ask.parse import Argument, Parse, Unreadable

_GRAINS = ("year", "quarter", "month")


@dataclass
class Asked:
    """`kind` is measure, count, distinct, role, attribute, dimension, facts, exists or None (nothing is said)."""

    kind: str | None = None
    value: str | None = None
    plural: bool = False
    listed: bool = False


def logical_form(parse: Parse) -> LogicalForm:
    """The form of a question whose clauses and roles are known.

    Raises:
        Unreadable: what is asked is not clear or not in the data.
    """
    asked = _asked(parse)
    if sum(arg.asked for arg in parse.arguments) > 1:
        raise Unreadable("low_confidence", "The question asks for several things at once; ask for one.")
    filters = _filters(parse)
    _check_unmeasured(parse, asked)
    form = LogicalForm(
        parse.fact,
        "facts",
        filters=filters,
        thresholds=tuple(parse.thresholds),
        period=parse.period,
        by=tuple(dict.fromkeys(parse.by)),
        currency=parse.currency,
        any_status=parse.any_status or _any_status(parse),
    )
    if parse.compare is not None:
        return _comparison(parse, asked, form)
    if parse.level == "fact" and form.by and parse.order == "value" and parse.limit == 1:
        measure = parse.order_measure or parse.layer.main
        return replace(form, agg="max" if parse.descending else "min", measure=measure)
    if parse.level == "group" or (parse.order == "value" and form.by and parse.level is None):
        return _group_ranking(parse, asked, form)
    if parse.level == "fact" or parse.order:
        return _fact_ranking(parse, asked, form)
    return _plain(parse, asked, form)


def _asked(parse: Parse) -> Asked:
    for find in (_how_many, _explicit_role, _how_much, _when, _measure_or_attribute, _by_argument, _total, _shown, _yes_no, _loose):
        found = find(parse)
        if found is not None:
            return found
    return Asked()


def _total(parse: Parse) -> Asked | None:
    """ "what is the total raised by Boston companies"."""
    nominal = ("total", "sum of", "total of", "sum", "combined", "aggregate", "cumulative", "total amount of")
    found = any(parse.get(i, "agg") == "sum" and parse.norm(i) in nominal and i not in parse.used for i in range(len(parse.items)))
    return Asked("measure", _verb_measure(parse)) if found else None


def _how_many(parse: Parse) -> Asked | None:
    index = next((i for i in parse.all("how_many") if i not in parse.used), None)
    if index is None:
        return None
    parse.use(index)
    start = index + 1
    while parse.has(start, "entity", "poss"):
        start += 1
    head = parse.head_after(start)
    following = next((i for i in range(index + 1, len(parse.items)) if not parse.has(i, "article", "function")), index + 1)
    if parse.has(following, "currency"):
        return Asked("measure")
    if head is None or parse.noun_at(head):
        anchor = head is not None or any(True for _ in parse.all("verb", "anaphor", "typed"))
        if (head is None and not anchor) or (
            head is None and parse.norm(index) in ("how many", "number of") and _unknown_next(parse, index)
        ):
            raise Unreadable("unknown_attribute", "It is not clear what is to be counted.")
        parse.use(*([head] if head is not None else []))
        return Asked("count")
    argument = _argument_at(parse, head)
    if argument is not None:
        return Asked("distinct", argument.role or _default_role(parse))
    key = dimension_at(parse, head)
    if key is None or parse.has(head, "measure"):
        raise Unreadable("unknown_attribute", f"{parse.items[head].text!r} cannot be counted.")
    parse.use(head)
    return Asked("distinct", key)


def _unknown_next(parse: Parse, index: int) -> bool:
    return index + 1 < len(parse.items) and not parse.items[index + 1].senses


def _argument_at(parse: Parse, index: int) -> Argument | None:
    return next((arg for arg in parse.arguments if arg.index == index), None)


def _default_role(parse: Parse) -> str:
    if parse.layer.subject != "company":
        raise Unreadable("low_confidence", "It is not clear which side of the deal is meant.")
    return parse.layer.subject


def _explicit_role(parse: Parse) -> Asked | None:
    """ "which companies", "list the targets", "what city", and such a request in a second sentence."""
    found: Asked | None = None
    for index in parse.all("which", "show", "who", "rank"):
        head = parse.head_after(index + 1)
        if head is None and parse.has(index, "which", "show") and parse.has(index + 1, "aux", "prep", "article"):
            head = parse.head_after(index + 2)
        if head is None:
            continue
        argument = _argument_at(parse, head)
        if argument is not None and not argument.refs:
            parse.use(index)
            argument = _copula(parse, argument) or argument
            return Asked("role", argument.role or _default_role(parse), parse.norm(head).endswith("s"))
        if parse.has(head, "dimension", "grain") and head not in parse.used:
            parse.use(index, head)
            found = Asked("dimension", dimension_at(parse, head), parse.norm(head).endswith("s"))
    return found


def _copula(parse: Parse, argument: Argument) -> Argument | None:
    """ "which firm was the lead investor": the role noun behind the copula is what is asked."""
    if argument.own or parse.passive or parse.norm(argument.last + 1) not in ("is", "are", "was", "were"):
        return None
    return next((other for other in parse.arguments if other.own and other.left - 1 == argument.last + 1), None)


def _how_much(parse: Parse) -> Asked | None:
    index = next((i for i in parse.all("how_much") if i not in parse.used), None)
    if index is None:
        return None
    parse.use(index)
    following = index + 1
    while parse.has(following, "article", "filler"):
        following += 1
    measure = _named_measure(parse)
    known = parse.has(following, "aux", "verb", "typed", "value", "noun", "measure", "prep", "currency", "entity", "function")
    if not known and following < len(parse.items):
        raise Unreadable("unknown_attribute", f"{parse.items[following].text!r} is not something that the data holds.")
    return Asked("measure", measure or _verb_measure(parse))


def _named_measure(parse: Parse) -> str | None:
    """The measure that the question names; a special one before the main one."""
    found = [index for index in parse.all("measure") if index not in parse.used and not parse.is_verb(index)]
    found = [
        index for index in found if not (parse.has(index, "noun") and not parse.has(index, "agg") and parse.norm(index) in ("offer", "bid"))
    ]
    parse.use(*found)
    for index in found:
        following = index + 2 if parse.norm(index + 1) == "of" else index
        while parse.has(following, "article", "which"):
            following += 1
        percent = parse.layer.measures[parse.get(index, "measure")].unit == "percent"
        if percent and following > index and (parse.noun_at(following) or parse.has(following, "generic", "value")):
            raise Unreadable("unknown_attribute", "Shares of a total are not worked out; ask for the numbers.")
    names = [parse.get(index, "measure") for index in found]
    special = [name for name in names if name != parse.layer.main]
    beside = all(
        parse.norm(index).split()[0] in ("per", "a", "each", "own", "by", "according", "valued")
        for index in found
        if parse.get(index, "measure") != parse.layer.main
    )
    if len(set(special)) > 1 or (special and len(set(names)) > 1 and not beside):
        raise Unreadable("low_confidence", "The question asks for several numbers at once; ask for one.")
    return next(iter(special), next(iter(names), None))


def _verb_measure(parse: Parse) -> str:
    found = [parse.layer.verbs[parse.get(verb, "verb")].measure for verb in sorted(parse.passive)]
    return next((name for name in found if name and name != parse.layer.main), parse.layer.main)


def _when(parse: Parse) -> Asked | None:
    index = next(parse.all("when"), None)
    if index is None:
        where = next((i for i in parse.all("where")), None)
        if where is None or parse.layer.place is None:
            return None
        parse.use(where)
        return Asked("dimension", "city")
    parse.use(index)
    return Asked("attribute", parse.layer.date)


def _measure_or_attribute(parse: Parse) -> Asked | None:
    attribute = next((i for i in parse.all("attribute") if i not in parse.used and not parse.is_verb(i)), None)
    if attribute is not None:
        parse.use(attribute)
        return Asked("attribute", parse.get(attribute, "attribute"))
    measure = next((i for i in parse.all("measure") if i not in parse.used and not parse.is_verb(i) and not _is_role_word(parse, i)), None)
    if measure is not None:
        if parse.norm(measure - 1) == "with" or (
            parse.norm(measure - 1) in ("its", "their") and parse.norm(measure - 2) in ("and", "with")
        ):
            parse.use(measure)
            return None
        several = parse.norm(measure).endswith("s") or any(parse.norm(i) not in ("what is", "what was") for i in parse.all("show"))
        return Asked("measure", _named_measure(parse), several, listed=several)
    if any(parse.has(i, "agg") and i not in parse.used and parse.get(i, "agg") != "sum" for i in range(len(parse.items))):
        return Asked("measure", _verb_measure(parse))
    return None


def _is_role_word(parse: Parse, index: int) -> bool:
    return parse.has(index, "role")


def _by_argument(parse: Parse) -> Asked | None:
    """ "who led", "what did X buy"; what stands for the money when the verb has no such role: "what did X raise"."""
    asked = next((arg for arg in parse.arguments if arg.asked), None)
    if asked is None:
        return None
    copula = next((arg for arg in parse.arguments if arg.own and not arg.refs), None)
    if (
        copula is not None
        and (parse.norm(asked.last + 1) in ("is", "are", "was", "were", "s") or parse.has(asked.last + 1, "poss"))
        and not parse.passive
    ):
        return Asked("role", copula.role)
    if asked.role:
        return Asked("role", asked.role, plural=True)
    if parse.passive and parse.has(asked.index, "which"):
        verb = parse.layer.verbs[parse.get(max(parse.passive), "verb")]
        if verb.measure:
            return Asked("measure", verb.measure)
    if parse.level or parse.order:
        return Asked()
    if parse.has(asked.index, "which") and not parse.passive:
        return Asked("facts")
    raise Unreadable("low_confidence", "It is not clear what is asked for.")


def _shown(parse: Parse) -> Asked | None:
    for index in parse.all("show", "which", "rank"):
        head = next(
            (i for i in range(index + 1, len(parse.items)) if parse.noun_at(i) or (_argument_at(parse, i) and not parse.has(i, "entity"))),
            None,
        )
        if head is not None:
            argument = _argument_at(parse, head)
            parse.use(index)
            if argument is not None and not argument.refs:
                return Asked("role", argument.role or _default_role(parse), plural=True)
            parse.use(head)
            if parse.mass_at(head) and parse.by:
                return Asked("measure", plural=True)
            return Asked("facts", plural=parse.norm(head).endswith("s"))
    return None


def _yes_no(parse: Parse) -> Asked | None:
    first = next((i for i in range(len(parse.items)) if not parse.has(i, "function", "follow") or parse.has(i, "aux")), None)
    if first is not None and parse.has(first, "aux") and first <= 2 and any(arg.refs or arg.index > first for arg in parse.arguments):
        return Asked("exists")
    return None


def _loose(parse: Parse) -> Asked | None:
    """Keywords: "brindlewick investors", "total seed funding Boston", "deals 2016"."""
    own = next((arg for arg in parse.arguments if arg.own and not arg.refs), None)
    first = next(
        (
            i
            for i in range(len(parse.items))
            if not parse.has(i, "article", "place", "function", "seat", "follow") or _argument_at(parse, i)
        ),
        0,
    )
    leading = _argument_at(parse, first)
    if leading is not None and not leading.refs and leading.role and not parse.has(leading.left - 1, "prep"):
        return Asked("role", leading.role, plural=True)
    if any(parse.get(i, "agg") == "sum" and i not in parse.used for i in range(len(parse.items))):
        return Asked("measure", _verb_measure(parse))
    if own is not None:
        return Asked("role", own.role, plural=True)
    noun = next((i for i in range(len(parse.items)) if parse.noun_at(i)), None)
    if noun is None:
        generic = next((arg for arg in parse.arguments if not arg.refs and arg.role), None)
        return Asked("role", generic.role, plural=True) if generic else None
    parse.use(noun)
    if parse.mass_at(noun):
        return Asked("measure", plural=True)
    return Asked("facts", plural=True)


def _filters(parse: Parse) -> tuple[Filter, ...]:
    named = [arg for arg in parse.arguments if arg.refs]
    roles = [arg.role for arg in named]
    if len(set(roles)) < len(roles):
        raise Unreadable("low_confidence", "Several names have the same part in the question; ask for one of them, or compare two.")
    found: list[Filter] = [
        RoleFilter(str(arg.role), tuple(sorted(set(arg.refs), key=lambda ref: (ref.name, ref.id or "")))) for arg in named
    ]
    found += [*parse.values, *(replace(place, role=place.role) for place in parse.places)]
    return tuple(sorted(found, key=lambda item: (type(item).__name__, getattr(item, "role", "") or getattr(item, "column", ""))))


def _any_status(parse: Parse) -> bool:
    layer = parse.layer
    verbs = [layer.verbs[parse.get(index, "verb")].any_status for index in parse.passive]
    nouns = [
        layer.nouns[parse.get(index, "noun")].any_status
        for index in range(len(parse.items))
        if parse.noun_at(index) and parse.has(index, "noun")
    ]
    return any(verbs) or any(nouns)


def _check_unmeasured(parse: Parse, asked: Asked) -> None:
    """How much one investor put into a round is nowhere in the data; the size of the round must not stand for it."""
    total = asked.kind == "measure" or parse.agg == "sum"
    if not total or any(parse.norm(i) in ("size", "sizes", "round size", "amount raised") for i in range(len(parse.items))):
        return
    nouned = any(parse.noun_at(i) for i in range(len(parse.items)))
    frames = [parse.layer.verbs[parse.get(index, "verb")] for index in parse.passive]
    source = [arg for arg in parse.arguments if arg.refs and arg.role in _barred(parse) and parse.norm(arg.left - 1) == "from"]
    if source:
        raise Unreadable("unknown_attribute", "The data holds the size of rounds, not what each investor put in.")
    verbs = [frame.unmeasured for frame in frames if frame.measure or not nouned]
    nouns = [
        parse.layer.nouns[parse.get(i, "noun")].unmeasured for i in range(len(parse.items)) if parse.noun_at(i) and parse.has(i, "noun")
    ]
    barred = {role for roles in (*verbs, *nouns) for role in roles}
    raised = any(parse.layer.verbs[parse.get(index, "verb")].roles.get("subject") == parse.layer.subject for index in parse.passive)
    named = {arg.role for arg in parse.arguments if arg.refs} | set(parse.by) | ({parse.level_role} if parse.level_role else set())
    if barred & named and not raised:
        raise Unreadable("unknown_attribute", "The data holds the size of rounds, not what each investor put in.")


def _comparison(parse: Parse, asked: Asked, form: LogicalForm) -> LogicalForm:
    role = str(parse.compare.role) if parse.compare else ""
    agg = _number(parse, asked)
    measure = None if agg == "count" else asked.value if asked.kind == "measure" and asked.value else _verb_measure(parse)
    return replace(
        form,
        agg=agg,
        measure=measure,
        by=(role, *(key for key in form.by if key != role)),
        compare=role,
        order="value",
        descending=parse.descending,
    )


def _number(parse: Parse, asked: Asked) -> Agg:
    parse.use(*(index for index in parse.all("agg") if parse.get(index, "agg") == "sum"))
    if parse.agg in ("sum", "avg", "median", "count"):
        return parse.agg  # type: ignore[return-value]
    if asked.kind in ("count", "distinct"):
        return "count"
    if asked.kind == "measure":
        return _aggregate(parse) or "sum"
    more = next(parse.all("more", "less"), None)
    if more is not None:
        parse.use(more)
        if parse.noun_at(more + 1) and not parse.has(more + 1, "filler"):
            return "count"
    return "sum"


def _aggregate(parse: Parse) -> Agg | None:
    found = [parse.get(i, "agg") for i in parse.all("agg") if i not in parse.used or parse.agg]
    parse.use(*parse.all("agg"))
    special = {name for name in found if name in ("avg", "median", "max", "min")}
    if len(special) > 1:
        raise Unreadable("low_confidence", "The question asks for several numbers at once; ask for one.")
    return next(iter(special), None) or parse.agg or ("sum" if "sum" in found else None)  # type: ignore[return-value]


def _group_ranking(parse: Parse, asked: Asked, form: LogicalForm) -> LogicalForm:
    key = parse.level_role if parse.level_role not in (None, "generic") else None
    if key is None and asked.kind in ("role", "dimension"):
        key = asked.value
    if key is None and form.by:
        key = form.by[0]
    if key is None and parse.level_role == "generic":
        argument = next((arg for arg in parse.arguments if not arg.refs), None)
        key = argument.role if argument and argument.role else _default_role(parse)
    if key is None:
        raise Unreadable("low_confidence", "It is not clear what is to be ranked.")
    plainly = any(parse.norm(index) == "top" for index in parse.all("top"))
    if not parse.agg and key in _barred(parse) and not plainly:
        raise Unreadable("unknown_attribute", "The data holds the size of rounds, not what each investor put in.")
    agg = parse.agg or _aggregate(parse) or ("count" if asked.kind == "count" or key in ("investor", "lead") else "sum")
    measure = None if agg == "count" else asked.value if asked.kind == "measure" and asked.value else _verb_measure(parse)
    if agg in ("sum", "avg") and key in _barred(parse):
        raise Unreadable("unknown_attribute", "The data holds the size of rounds, not what each investor put in.")
    _check_additive(parse, agg, measure)
    parse.use(*parse.all("agg"))
    by = (key, *(item for item in form.by if item != key))
    return replace(form, agg=agg, measure=measure, by=by, order="value", descending=parse.descending, limit=parse.limit)  # type: ignore[arg-type]


def _barred(parse: Parse) -> set[str]:
    return {role for verb in parse.layer.verbs for role in verb.unmeasured}


def _check_additive(parse: Parse, agg: str | None, measure: str | None) -> None:
    if agg == "sum" and measure and not parse.layer.measures[measure].additive:
        raise Unreadable("unknown_attribute", f"A {parse.layer.measures[measure].label} cannot be added up.")


def _fact_ranking(parse: Parse, asked: Asked, form: LogicalForm) -> LogicalForm:
    measure = parse.order_measure or (asked.value if asked.kind == "measure" else None) or parse.layer.main
    aggregate = _aggregate(parse)
    if aggregate in ("avg", "median"):
        raise Unreadable("low_confidence", "A ranking and an average cannot be combined.")
    if asked.kind in ("count", "distinct"):
        raise Unreadable("low_confidence", "A ranking and a count cannot be combined.")
    if form.by:
        raise Unreadable("low_confidence", "A ranking within groups is not supported.")
    attribute = asked.value if asked.kind == "attribute" else None
    role = asked.value if asked.kind == "role" else None
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


def _plain(parse: Parse, asked: Asked, form: LogicalForm) -> LogicalForm:
    aggregate = _aggregate(parse)
    if aggregate in ("max", "min") and asked.kind in ("measure", None):
        return replace(form, agg="facts", measure=asked.value or parse.layer.main, order="value", descending=aggregate == "max", limit=1)
    if asked.kind == "measure" or (asked.kind in (None, "facts") and aggregate in ("sum", "avg", "median")):
        return _measured(parse, asked, aggregate, form)
    if asked.kind == "count" or (asked.kind == "facts" and form.by):
        return replace(form, agg="count")
    if asked.kind == "distinct":
        return replace(form, agg="distinct", role=asked.value)
    if asked.kind == "exists":
        return replace(form, agg="exists")
    if asked.kind == "attribute":
        if any(isinstance(item, ValueFilter) and item.column == asked.value for item in form.filters):
            raise Unreadable("low_confidence", "What is asked for is given in the question.")
        anyway = asked.value == "status" or form.any_status
        return replace(form, agg="lookup", attribute=asked.value, any_status=anyway)
    if asked.kind in ("role", "dimension"):
        return _listed(parse, asked, aggregate, form)
    if asked.kind == "facts":
        return replace(form, agg="facts")
    if form.by:
        return replace(form, agg="count")
    raise Unreadable("low_confidence", "It is not clear what is asked for.")


def _listed(parse: Parse, asked: Asked, aggregate: Agg | None, form: LogicalForm) -> LogicalForm:
    if aggregate in ("avg", "median"):
        raise Unreadable("low_confidence", "It is not clear what the average is of.")
    several = [item for item in form.filters if isinstance(item, RoleFilter) and len(item.refs) > 1]
    if several and not any(arg.alternatives for arg in parse.arguments):
        raise Unreadable("low_confidence", "Whether all of the names or any of them is meant is not clear; ask for one.")
    return replace(form, agg="list", role=asked.value)


def _measured(parse: Parse, asked: Asked, aggregate: Agg | None, form: LogicalForm) -> LogicalForm:
    measure = asked.value or _verb_measure(parse)
    spec = parse.layer.measures[measure]
    if aggregate is None and asked.listed and not form.by:
        return replace(form, agg="facts", measure=measure)
    if aggregate is None:
        aggregate = "sum" if spec.additive and (form.by or _is_total(parse, asked)) else "lookup"
    if aggregate == "sum" and not spec.additive:
        aggregate = "lookup" if measure == "stated_total" else aggregate
    _check_additive(parse, aggregate, measure)
    several = next((item for item in form.filters if isinstance(item, RoleFilter) and len(item.refs) > 1), None)
    if several is not None and several.role not in form.by:
        form = replace(form, by=(several.role, *form.by))
    return replace(form, agg=aggregate, measure=measure)


def _is_total(parse: Parse, asked: Asked) -> bool:
    """ "how much did X raise" adds up; "the size of its Series A" looks one round up."""
    if asked.plural or any(parse.noun_at(i) and parse.norm(i).endswith("s") and parse.has(i, "noun") for i in range(len(parse.items))):
        return True
    return bool(parse.passive) or not any(True for arg in parse.arguments if arg.refs)
