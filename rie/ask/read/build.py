"""From what is asked, the clauses and the roles of a question to its logical form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rie.ask.form import Agg, Filter, LogicalForm, Not, RoleFilter, ValueFilter, in_order
from rie.ask.names import english
from rie.ask.parse import Argument, Parse, Unreadable
from rie.ask.read.asked import Asked, asked_for
from rie.ask.read.clauses import STATUS
from rie.ask.read.measure import aggregate_of, barred, check_unmeasured, verb_measure
from rie.ask.read.negation import check_left_out
from rie.ask.read.plain import plain_form
from rie.ask.read.ranked import fact_ranking, group_ranking, narrowed

_NAMING = ("with", "without", "having", "had", "have", "has", "involved", "involving")


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
    stated = form.on(column) if column else None
    if form.measure and form.currency is None and isinstance(stated, ValueFilter) and len(stated.values) == 1:
        return replace(form, currency=stated.values[0])  # "the average of rounds raised in euros" is in euros
    if parse.amounts and form.agg == "count" and not any(True for _ in parse.all("how_many")):  # "M&A dollars by year"
        return replace(form, agg="sum", measure=parse.layer.main)
    if form.currency is None or column is None:
        return form
    told = any(isinstance(item, RoleFilter) for item in form.filters) or form.measure not in (None, parse.layer.main)
    if form.agg in ("facts", "lookup") and form.currency != "USD" and stated is None and not told:
        _check_amounts(form)
        return replace(form, filters=in_order((*form.filters, ValueFilter(column, (form.currency,)))))  # "deals in sterling"
    if form.measure or form.agg not in ("count", "list", "distinct", "exists"):
        return form
    if form.thresholds:
        raise Unreadable("low_confidence", "Whether the number or the facts are in that currency is not clear.")
    return replace(form, currency=None, filters=in_order((*form.filters, ValueFilter(column, (form.currency,)))))


def _check_amounts(form: LogicalForm) -> None:
    """ "Deals in sterling over 2 million": of which currency the amount is."""
    if any(item.currency == "USD" for item in form.thresholds):
        raise Unreadable("low_confidence", "Whether the amount or the facts are in that currency is not clear.")


def _check_periods(parse: Parse, asked: Asked) -> None:
    """ "what did Acme buy in 2016 and 2017": of both years together; "who raised in 2016 and 2017" may mean who did in both."""
    if _either(parse) and asked.kind in ("count", "distinct") and not any(True for _ in parse.all("group", "grain", "compare", "sort")):
        parse.by = [key for key in parse.by if key not in ("year", "quarter", "month")]
    grouped = any(True for _ in parse.all("group", "grain", "compare", "sort", "how_many"))
    if asked.kind != "role" or grouped or parse.order or parse.level or not {*parse.by} <= {"year", "quarter", "month"} or not parse.by:
        return
    if not _either(parse) and not any(parse.norm(arg.index) == "what" for arg in parse.arguments if arg.asked):
        raise Unreadable("low_confidence", "The question names several periods; ask for one, or for groups by year, quarter or month.")
    parse.by = []


def _either(parse: Parse) -> bool:
    """ "Who raised in 2015 or 2016": in any of both."""
    links = [index for index in range(1, len(parse.items) - 1) if parse.norm(index) in ("or", "and", "or in")]
    return any(parse.norm(i) != "and" and parse.has(i - 1, "period") and parse.has(i + 1, "period", "prep") for i in links) and not any(
        parse.norm(i) == "and" for i in links
    )


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
    if _asks_groups(parse):
        parse.by = [key for key in parse.by if key not in ("year", "quarter", "month")]
    return tuple(dict.fromkeys(narrowed(parse, key) for key in parse.by if not (coarse and key == "year")))


def _asks_groups(parse: Parse) -> bool:
    """ "Deals of each acquirer in 2015 and 2016": of both years together, where only who is told apart."""
    others = {*parse.by} - {"year", "quarter", "month"}
    return bool(others) and parse.compare is None and not any(True for _ in parse.all("grain", "compare", "more", "less"))


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
    at_once = together is not None and parse.norm(together) != "both" and not parse.layer.roles[str(argument.role)].first
    if together is None or not several or not (at_once or any(parse.noun_at(i) for i in range(len(parse.items)))):
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
