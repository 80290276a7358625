"""The rows of a logical form as a statement: lists, facts, lookups, counts and aggregates."""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp

from rie.ask.form import Filter, LogicalForm, Not, PlaceFilter, RoleFilter
from rie.ask.sql.binding import place_names, role_names
from rie.ask.sql.estimates import beside_estimates
from rie.ask.sql.expressions import Expr, among, bound, call, column, named, renamed, text
from rie.ask.sql.figures import FACT_ID, figures
from rie.ask.sql.having import having
from rie.ask.sql.holders import holders, succession
from rie.ask.sql.numbers import money, ranked
from rie.ask.sql.parts import Parts
from rie.pack import Pack
from rie.pack.layer import MeasureLayer

_FUNCTIONS = {"sum": "sum", "avg": "avg", "median": "median", "max": "max", "min": "min"}


def rows_of(parts: Parts) -> exp.Select:
    """The statement of the rows of a form about facts; those of single facts begin with the column FACT_ID."""
    form = parts.form
    if form.agg == "estimate":
        return beside_estimates(parts)
    if parts.layer.series and (form.agg == "facts" or (form.agg == "lookup" and not form.attribute)):
        return figures(parts)
    if form.agg == "lookup" and form.attribute and parts.layer.row:
        return _facts(parts)
    return _BUILDERS.get(form.agg, _aggregate)(parts)


def _list(parts: Parts) -> exp.Select:
    role = str(parts.form.role)
    query = parts.select().select(named(parts.key(role), role), copy=False).group_by(*_group_of(parts, role), copy=False)
    query = having(parts, query)
    return query.order_by(exp.Ordered(this=exp.column(role)), copy=False)


def _group_of(parts: Parts, key: str) -> list[Expr]:
    return [parts.role_id(key), parts.role_name(key)] if key in parts.layer.roles else [parts.key(key)]


def _distinct(parts: Parts) -> exp.Select:
    role = str(parts.form.role)
    rows = parts.select().select(
        named(parts.role_id(role) if role in parts.layer.roles else parts.key(role), "one"), named(parts.key(role), "name"), copy=False
    )
    rows = rows.where(exp.Is(this=parts.key(role), expression=exp.Null()).not_(), copy=False).group_by(*_group_of(parts, role), copy=False)
    if parts.form.by:
        count = exp.Count(
            this=exp.Distinct(
                expressions=[
                    exp.Coalesce(this=parts.role_id(role), expressions=[parts.role_name(role)])
                    if role in parts.layer.roles
                    else parts.key(role)
                ]
            )
        )
        query = parts.select().select(*(named(parts.key(key), key) for key in parts.form.by), named(count, "count"), copy=False)
        return _ordered(parts, query.group_by(*(item for key in parts.form.by for item in _group_of(parts, key)), copy=False), "count")
    return (
        exp.Select().select(named(exp.Count(this=exp.Star()), "count")).from_(having(parts, rows).subquery("names", copy=False), copy=False)
    )


def _lookup(parts: Parts) -> exp.Select:
    form = parts.form
    if form.attribute:
        query = parts.select().select(named(parts.key(form.attribute), form.attribute), copy=False)
        if form.order == "date":
            return query.qualify(*ranked(parts, parts.day()), copy=False)
        if form.order:
            return query.qualify(*ranked(parts, _value_column(parts.measure)), copy=False)
        return (
            query.where(exp.Is(this=column(form.attribute), expression=exp.Null()).not_(), copy=False)
            .group_by(exp.Literal.number(1), copy=False)
            .order_by(exp.Ordered(this=exp.Literal.number(1)), copy=False)
        )
    query = parts.select().select(
        named(column(parts.id), FACT_ID),
        named(column(parts.subject_column), parts.layer.subject),
        *money(parts.measure, form.currency),
        copy=False,
    )
    if form.measure != parts.layer.main:
        query = query.where(exp.Is(this=column(parts.measure.column), expression=exp.Null()).not_(), copy=False)
    return query.order_by(
        exp.Ordered(this=column(parts.subject_column)),
        exp.Ordered(this=column(parts.layer.date)),
        exp.Ordered(this=column(parts.id)),
        copy=False,
    )


def _value_column(measure: MeasureLayer) -> Expr:
    return column(measure.usd or measure.column)


def _facts(parts: Parts) -> exp.Select:
    """Facts as rows: ranked ones begin with who is asked for and end with the value."""
    form, layer = parts.form, parts.layer
    first = form.role or (form.attribute if form.agg == "lookup" else None) or layer.subject
    head = named(column(parts.subject_column) if first == layer.subject and not form.role else parts.key(first), first)
    rest = [name for name in layer.columns if name != first]
    if form.measure and form.measure != layer.main:
        rest = [layer.date]
    numbers = money(parts.measure, form.currency) if form.measure else []
    names = [name for name in rest if name not in [item.name for item in numbers]]
    body = [named(parts.key(name), name) if name == layer.date else column(name) for name in names]
    query = parts.select().select(named(column(parts.id), FACT_ID), head, *body, *numbers, copy=False)
    if not form.order:
        return query.order_by(
            exp.Ordered(this=exp.column(first)), exp.Ordered(this=column(layer.date)), exp.Ordered(this=column(parts.id)), copy=False
        )
    by = parts.day() if form.order == "date" else _order_value(parts)
    query = query.where(exp.Is(this=by, expression=exp.Null()).not_(), copy=False)
    if form.limit:
        query = query.qualify(*ranked(parts, by), copy=False)
    return query.order_by(
        exp.Ordered(this=by.copy(), desc=form.descending),
        exp.Ordered(this=exp.column(first)),
        exp.Ordered(this=column(parts.id)),
        copy=False,
    )


def _order_value(parts: Parts) -> Expr:
    form = parts.form
    return column(parts.measure.column) if form.currency and form.currency != "USD" else _value_column(parts.measure)


def _aggregate(parts: Parts) -> exp.Select:
    form = parts.form
    keys = [named(parts.key(key), key) for key in form.by]
    values = list(_values(parts))
    query = parts.select().select(*keys, *values, copy=False)
    if form.by:
        query = query.group_by(*(item for key in form.by for item in _group_of(parts, key)), copy=False)
    return _ordered(parts, having(parts, query), values[-1].alias_or_name)


def _values(parts: Parts) -> Iterator[Expr]:
    form = parts.form
    if form.agg in ("count", "exists"):
        yield named(exp.Count(this=exp.Star()), "count")
        return
    measure = parts.measure
    prefix = {"sum": "", "avg": "average_", "median": "median_", "max": "largest_", "min": "smallest_"}[form.agg]
    name = _FUNCTIONS[form.agg]
    native = named(call(name, column(measure.column)), f"{prefix}{measure.column}")
    if measure.currency is None:
        yield native
        return
    known = exp.Is(this=column(measure.column), expression=exp.Null()).not_()
    stated = exp.Case(ifs=[exp.If(this=known, true=column(measure.currency))])
    one = exp.EQ(this=exp.Count(this=exp.Distinct(expressions=[stated])), expression=exp.Literal.number(1))
    code = named(exp.Case(ifs=[exp.If(this=one, true=call("max", stated.copy()))]), measure.currency)
    only = named(exp.Case(ifs=[exp.If(this=one.copy(), true=call(name, column(measure.column)))]), f"{prefix}{measure.column}")
    if measure.usd is None:
        yield from (code, only)
        return
    usd = named(call(name, column(measure.usd)), f"{prefix}{measure.usd}")
    yield from (usd, code, only) if form.currency and form.currency != "USD" else (only, code, usd)


def _ordered(parts: Parts, query: exp.Select, value: str) -> exp.Select:
    form = parts.form
    if not form.by:
        return query
    keys = [exp.Ordered(this=exp.column(key), nulls_first=False) for key in form.by]
    if form.order != "value":
        return query.order_by(*keys, copy=False)
    measured = form.agg not in ("count", "distinct")
    wrapped = exp.Select().select(exp.Star()).from_(query.subquery("ranked", copy=False), copy=False)
    if measured:
        wrapped = wrapped.where(exp.Is(this=exp.column(value), expression=exp.Null()).not_(), copy=False)
    if form.limit:
        rank = exp.Window(
            this=call("dense_rank" if form.offset else "rank"),
            order=exp.Order(expressions=[exp.Ordered(this=exp.column(value), desc=form.descending, nulls_first=False)]),
        )
        wrapped = wrapped.qualify(exp.LTE(this=rank, expression=bound("limit")), copy=False)
        wrapped = wrapped.qualify(exp.GT(this=rank.copy(), expression=bound("offset")), copy=False) if form.offset else wrapped
    return wrapped.order_by(exp.Ordered(this=exp.column(value), desc=form.descending, nulls_first=False), *keys, copy=False)


_BUILDERS = {
    "list": _list, "facts": _facts, "lookup": _lookup, "distinct": _distinct, "holder": holders, "succession": succession,
}  # fmt: skip


def entity_rows(pack: Pack, form: LogicalForm) -> exp.Select:
    """The statement of the rows of a form about entities."""
    entity_id = str(pack.tables[pack.entity_table].id)
    query = exp.Select().from_(exp.to_identifier(pack.entity_table))
    query = query.where(*(renamed(_of_entity(item, entity_id), prefix) for prefix, item in form.prefixed()), copy=False)
    if form.agg == "lookup":
        attribute = str(form.attribute)
        return query.select(exp.column(attribute), copy=False).where(
            exp.Is(this=exp.column(attribute), expression=exp.Null()).not_(), copy=False
        )
    query = (
        query.where(exp.EQ(this=exp.column("kind"), expression=text("company")), copy=False)
        if "kind" in pack.tables[pack.entity_table].columns
        else query
    )
    if form.agg == "count" and form.by:
        key = form.by[0]
        query = query.select(exp.column(key), named(exp.Count(this=exp.Star()), "count"), copy=False).group_by(exp.column(key), copy=False)
        return query.order_by(exp.Ordered(this=exp.column(key), nulls_first=False), copy=False)
    if form.agg == "count":
        return query.select(named(exp.Count(this=exp.Star()), "count"), copy=False)
    return query.select(named(exp.column("name"), "company"), copy=False).order_by(exp.Ordered(this=exp.column("company")), copy=False)


def _of_entity(item: Filter, entity_id: str) -> Expr:
    """The condition of a filter on the entity table itself."""
    if isinstance(item, Not):
        return exp.Paren(this=_of_entity(item.item, entity_id)).not_()
    if isinstance(item, RoleFilter):
        return among(exp.column(entity_id), [bound(name) for name in role_names(item)])
    if not isinstance(item, PlaceFilter):
        raise ValueError(f"no condition of the entities themselves: {item}")
    names = place_names(item)
    return exp.or_(*(among(exp.column(attribute), [bound(name) for name in names]) for attribute in item.attributes))
