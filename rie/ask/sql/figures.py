"""The rows of figures of periods: whose figure, of what, for which period, and the number."""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp

from rie.ask.sql.expressions import Expr, column, named
from rie.ask.sql.numbers import money, ranked
from rie.ask.sql.parts import GRAINS, Parts
from rie.ask.sql.series import PERIOD, period_order, place_of

FACT_ID = "fact_id"


def figures(parts: Parts) -> exp.Select:
    """The statement of figures as rows; ranked ones end with the value that ranks them."""
    form, series = parts.form, parts.layer.series
    assert series is not None  # only facts of a series come here
    shown = list(dict.fromkeys(_before(parts)))
    query = parts.select().select(
        named(column(parts.id), FACT_ID), *(named(parts.key(name), name) for name in shown), *_numbers(parts), copy=False
    )
    if form.facet or form.order:
        query = query.where(exp.Is(this=column(parts.measure.column), expression=exp.Null()).not_(), copy=False)
    by = [_ordered(parts, name) for name in (*shown, *((PERIOD,) if PERIOD not in shown else ()))]
    if form.order == "value":
        value = column(parts.measure.usd or parts.measure.column)
        query = query.where(exp.Is(this=value, expression=exp.Null()).not_(), copy=False)
        query = query.qualify(*ranked(parts, value), copy=False) if form.limit else query
        by = [exp.Ordered(this=value.copy(), desc=form.descending), *by]
    return query.order_by(*by, exp.Ordered(this=column(parts.id)), copy=False)


def _before(parts: Parts) -> Iterator[str]:
    """The columns before the number: what is asked for first."""
    form, series = parts.form, parts.layer.series
    assert series is not None
    yield from (form.role,) if form.role else ()
    yield from form.by
    yield parts.layer.subject
    if form.measure is None:
        yield from dict.fromkeys(name for item in parts.layer.measures.values() for name in item.where)
    if form.on(series.part):
        yield series.part
    if not {form.role, *form.by} & {*GRAINS}:
        yield PERIOD
    asked = [name for name in series.defaults if form.on(name)]
    yield from (name for name, values in series.defaults.items() if len(values) > 1 or name in asked)
    yield series.variant
    yield from (parts.layer.date,) if asked else ()


def _ordered(parts: Parts, name: str) -> Expr:
    series = parts.layer.series
    assert series is not None
    values = parts.pack.tables[parts.form.fact].columns[name].values if name in parts.pack.tables[parts.form.fact].columns else []
    by = place_of(name, values) if values else exp.column(name)
    return exp.Ordered(this=period_order(series) if name in (PERIOD, *GRAINS) else by)


def _numbers(parts: Parts) -> list[Expr]:
    form = parts.form
    if form.measure is None:
        number = next(iter(parts.layer.measures.values()))
        return [column(name) for name in (number.currency, number.column) if name]
    return [*map(column, parts.measure.beside), *money(parts.measure, form.currency)]
