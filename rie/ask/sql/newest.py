"""Which reported periods are the newest on a day: "last quarter", "the latest results"."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from sqlglot import exp

from rie.ask.form import LogicalForm, Newest, Span
from rie.ask.names.lexicon import PackKey
from rie.ask.names.names import Snapshot
from rie.ask.sql.binding import parameters, shape
from rie.ask.sql.compile import used
from rie.ask.sql.expressions import Expr, bound, call, column, named
from rie.ask.sql.parts import Parts
from rie.ask.sql.series import period_order, reported
from rie.pack import Pack
from rie.values import Period


def settled(form: LogicalForm, reader: Snapshot, pack: Pack) -> LogicalForm:
    """The form with the periods that are the newest of what it asks for.

    Of several names the newest periods that all of them have reported count.

    Args:
        form: any form; one that does not ask for the newest comes back as it is.
        reader: the snapshot.
        pack: the pack of its store.
    """
    newest = form.newest
    if newest is None:
        return form
    sql = _statement(PackKey(pack), shape(form), newest.grain, newest.part is not None)
    values = parameters(form) | {"day": newest.day, "part": newest.part, "count": newest.count, "names": _names(form)}
    found = reader.query(sql, used(sql, values)).rows
    return replace(form, spans=tuple(_span(*row[:4]) for row in reversed(found)))


def _names(form: LogicalForm) -> int:
    return max((len(getattr(item, "refs", ())) for item in form.filters), default=1) or 1


def _span(year: int | None, quarter: int | None, start: datetime.date | None, end: datetime.date | None) -> Span:
    if year is not None:
        return Span(Period.unit("quarter", year, quarter) if quarter else Period.unit("year", year))
    assert start is not None  # a figure without a period is never the newest
    assert end is not None
    return Span(Period(start, end + datetime.timedelta(days=1), "range"), "days")


@lru_cache(maxsize=256)
def _statement(key: PackKey, form: LogicalForm, grain: str | None, part: bool) -> str:
    parts = Parts(key.pack, replace(form, newest=None, spans=(), thresholds=(), order=None, limit=None, agg="facts", grain=grain))
    series = parts.layer.series
    assert series is not None  # only figures of periods are asked for by the newest
    period = [column(name) for name in (series.year, series.quarter, series.start, series.end)]
    keys = [exp.Case(ifs=[exp.If(this=_told(period[0]).not_(), true=item)]) if place > 1 else item for place, item in enumerate(period)]
    day, order = column(parts.layer.date), period_order(series)
    query = exp.Select().select(*(named(item, f"key_{place}") for place, item in enumerate(keys)), named(order, "place"))
    dated = exp.and_(_told(period[2]), _told(period[3]))
    query = query.from_(reported(parts)).where(exp.LTE(this=day, expression=bound("day")), exp.Paren(this=exp.or_(_told(period[0]), dated)))
    query = query.where(*_part(series.quarter)) if part else query
    if grain is None and not part:
        return str(query.qualify(_first(day)).distinct().order_by(exp.Ordered(this=exp.column("place"), desc=True)).sql(dialect="duckdb"))
    all_names = exp.GTE(this=exp.Count(this=exp.Distinct(expressions=[parts.own_id(parts.layer.subject)])), expression=bound("names"))
    query = query.group_by(*map(exp.Literal.number, range(1, 6))).having(all_names)
    return str(query.order_by(exp.Ordered(this=exp.column("place"), desc=True)).limit(bound("count")).sql(dialect="duckdb"))


def _told(value: Expr) -> Expr:
    return exp.Is(this=value.copy(), expression=exp.Null()).not_()


def _part(quarter: str) -> Iterator[Expr]:
    yield exp.EQ(this=column(quarter), expression=bound("part"))


def _first(day: Expr) -> Expr:
    """Figures of the last day on which something was told."""
    window: Any = exp.Window(this=call("rank"), order=exp.Order(expressions=[exp.Ordered(this=day.copy(), desc=True, nulls_first=False)]))
    return exp.EQ(this=window, expression=exp.Literal.number(1))


__all__ = ["Newest", "settled"]
