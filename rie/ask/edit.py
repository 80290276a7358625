"""Follow-up questions: typed edits of the logical form before."""

from __future__ import annotations

from dataclasses import replace

from rie.ask.form import Filter, LogicalForm, Not, PlaceFilter, RoleFilter, ValueFilter, in_order
from rie.ask.parse import Parse, Unreadable
from rie.ask.read.asked import FOLLOW_UP, Asked, asked_for
from rie.ask.read.build import filters
from rie.ask.read.plain import plain_form
from rie.ask.read.pronouns import check_several
from rie.ask.read.ranked import fact_ranking, group_ranking


def edited(parse: Parse) -> LogicalForm:
    """The form before, with what the follow-up says put in place of what it replaces.

    Raises:
        Unreadable: the follow-up changes nothing, or does not fit to the form before.
    """
    base = parse.base
    if base is None or base.fact != parse.fact:
        raise Unreadable("low_confidence", "The question before was about something else.")
    _take_open_roles(parse, base)
    merged = _merged(base, parse)
    if base.agg in ("distinct", "count") and not base.by and _asks_who(parse):
        return _shown(base)
    asked = asked_for(parse, FOLLOW_UP)
    entity = parse.pack.layer.entity
    seat = parse.layer.place if asked.kind == "dimension" and entity and asked.value in entity.attributes else None
    check_several(parse.items, base, {str(item.role) for item in parse.arguments if item.refs}, seat)
    changed = replace(
        base, filters=merged, period=parse.period or base.period, currency=parse.currency or base.currency,
        thresholds=(*base.thresholds, *parse.thresholds), any_status=base.any_status,
    )  # fmt: skip
    bare = asked.kind is None and parse.level_role is None and not any(parse.noun_at(i) for i in range(len(parse.items)))
    if base.order == "value" and parse.order == "value" and (parse.offset or bare):
        told = any(parse.has(i, "number") for i in range(len(parse.items)))
        limit = 1 if parse.offset else parse.limit if told else base.limit
        return replace(changed, limit=limit, offset=parse.offset, descending=parse.descending)
    if asked.kind is None and not parse.level and not parse.order and parse.compare is None:
        return _same_question(parse, base, changed)
    if base.by and base.limit:
        raise Unreadable("low_confidence", "The question before was a ranking of groups; ask again with a name.")
    return _new_question(parse, asked, base, changed)


def _take_open_roles(parse: Parse, base: LogicalForm) -> None:
    """ "and Lumenloft?" takes the place of the name before."""
    named = [item.role for item in base.filters if isinstance(item, RoleFilter)]
    for argument in parse.arguments:
        if argument.refs and argument.weak and named and argument.role not in named:
            plays = {role for ref in argument.refs for fact, role in parse.names.plays.get(ref, ()) if fact == parse.fact}
            if len(named) == 1 and (named[0] in plays or argument.role not in plays):
                argument.role = named[0]


def _merged(base: LogicalForm, parse: Parse) -> tuple[Filter, ...]:
    fresh = filters(parse)
    said = [item.item if isinstance(item, Not) else item for item in fresh]
    roles = {item.role for item in fresh if isinstance(item, RoleFilter)}
    columns = {item.column for item in said if isinstance(item, ValueFilter)}
    placed = any(isinstance(item, PlaceFilter) for item in said)
    kept = [
        item for item in base.filters
        if not (isinstance(item, RoleFilter) and item.role in roles)
        and not (isinstance(item, ValueFilter) and item.column in columns)
        and not (isinstance(item, PlaceFilter) and placed)
    ]  # fmt: skip
    return in_order((*kept, *fresh))


def _same_question(parse: Parse, base: LogicalForm, changed: LogicalForm) -> LogicalForm:
    if parse.by:
        agg = base.agg if base.agg in ("sum", "avg", "median", "count") else "count"
        return replace(changed, by=tuple(dict.fromkeys(parse.by)), agg=agg, role=None, order=None, limit=None, compare=None)
    aggregate = next((parse.get(index, "agg") for index in parse.all("agg")), None)
    if aggregate in ("sum", "avg", "median") and base.agg in ("sum", "avg", "median", "lookup", "facts", "count"):
        parse.use(*parse.all("agg"))
        changed = replace(changed, agg=aggregate, measure=base.measure or parse.layer.main, order=None, limit=None, role=None)
    if changed == base and any(True for _ in parse.all("show")) and base.agg != "facts":
        return _shown(base)
    if changed == base:
        return _other_player(parse, base)
    return changed


def _other_player(parse: Parse, base: LogicalForm) -> LogicalForm:
    """ "And the buyer?" after "Who sold Acme?"."""
    asked = {argument.own for argument in parse.arguments if argument.own and not argument.refs}
    role = asked.pop() if len(asked) == 1 and base.agg in ("list", "facts", "lookup", "sum") and not (base.by or base.order) else None
    if role is None or role == base.role or base.role_filter(role) is not None:
        raise Unreadable("low_confidence", "It is not clear what is to change.")
    return replace(base, agg="list", role=role, measure=None, attribute=None, expected=None)


def _asks_who(parse: Parse) -> bool:
    """ "who are they?", "which ones?"."""
    words = [i for i in range(len(parse.items)) if not parse.has(i, "function", "aux", "follow")]
    return bool(words) and all(parse.has(i, "who", "which", "anaphor", "show") for i in words)


def _shown(base: LogicalForm) -> LogicalForm:
    """ "List them": what was counted or added up."""
    plain = replace(base, by=(), order=None, limit=None, offset=0, compare=None, measure=None, attribute=None)
    return replace(plain, agg="list") if base.agg == "distinct" else replace(plain, agg="facts", role=None)


def _new_question(parse: Parse, asked: Asked, base: LogicalForm, changed: LogicalForm) -> LogicalForm:
    plain = replace(
        changed, agg="facts", measure=None, attribute=None, role=None, by=tuple(parse.by), order=None, limit=None, offset=0, compare=None
    )
    if parse.level == "group" and _same_groups(parse, asked, base):
        ranked = {"order": "value", "descending": parse.descending, "limit": parse.limit, "offset": parse.offset}
        return replace(changed, by=base.by, role=None, **ranked)  # type: ignore[arg-type]
    if parse.level == "group":
        return group_ranking(parse, asked, plain)
    if parse.level == "fact" or parse.order:
        return fact_ranking(parse, asked, plain)
    if base.limit and base.order:
        parse.order, parse.descending, parse.limit, parse.offset = base.order, base.descending, base.limit, base.offset
        parse.order_measure = base.measure
        return fact_ranking(parse, asked, plain)
    return plain_form(parse, asked, plain)


def _same_groups(parse: Parse, asked: Asked, base: LogicalForm) -> bool:
    """ "In which year was it the most?" after "How many rounds were there per year?": the same numbers, and of what is told by none."""
    named = any(parse.noun_at(i) or parse.has(i, "verb", "measure", "agg", "entity") for i in range(len(parse.items)))
    return base.by == (asked.value,) and base.agg in ("count", "sum", "avg", "median", "distinct") and not named
