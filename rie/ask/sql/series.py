"""SQL over facts that are figures of periods: which period a figure is of, and which of several figures counts."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sqlglot import exp

from rie.ask.form import Span
from rie.ask.sql.expressions import Expr, among, bound, call, column, text
from rie.pack.layer import SeriesLayer
from rie.values import Period

if TYPE_CHECKING:
    from rie.ask.sql.parts import Parts

PERIOD = "period"
_DAYS = {"quarter": (80, 100), "year": (350, 380)}


def period_label(series: SeriesLayer) -> Expr:
    """The period of a figure: "2021-Q3", "2021", or its days where it has no fiscal name."""
    year, quarter = _text(column(series.year)), column(series.quarter)
    named = exp.Case(ifs=[exp.If(this=_is_null(quarter).not_(), true=call("concat", year.copy(), text("-Q"), quarter))], default=year)
    days = call("concat", _text(column(series.start)), text(" to "), _text(column(series.end)))
    told = exp.If(this=_is_null(column(series.year)).not_(), true=named)
    return exp.Case(ifs=[told, exp.If(this=_is_null(column(series.end)).not_(), true=days)])


def period_order(series: SeriesLayer) -> Expr:
    """A number that grows with the end of a figure's period: its quarters since the year 0."""
    quarter = exp.Coalesce(this=column(series.quarter), expressions=[exp.Literal.number(4)])
    fiscal = exp.Add(this=exp.Mul(this=column(series.year), expression=exp.Literal.number(4)), expression=quarter)
    end = column(series.end)
    dated = exp.Add(this=exp.Mul(this=call("year", end), expression=exp.Literal.number(4)), expression=call("quarter", end.copy()))
    return exp.Coalesce(this=fiscal, expressions=[dated])


def grain_of(series: SeriesLayer) -> Expr:
    """Whether a figure is of a quarter or of a year, by its fiscal name, else by its days."""
    length = exp.Sub(this=column(series.end), expression=column(series.start))
    dated = [
        exp.If(this=exp.Between(this=length.copy(), low=exp.Literal.number(low), high=exp.Literal.number(high)), true=text(grain))
        for grain, (low, high) in _DAYS.items()
    ]
    quarter = exp.If(this=_is_null(column(series.quarter)).not_(), true=text("quarter"))
    year = exp.If(this=_is_null(column(series.year)).not_(), true=text("year"))
    return exp.Case(ifs=[quarter, year, *dated])


def series_facts(parts: Parts, query: exp.Select) -> exp.Select:
    """The figures that a question is about, singled out where it needs one of each.

    Args:
        parts: of the form.
        query: all figures, as `f`.
    """
    return query.where(*_conditions(parts), copy=False).qualify(*_counting(parts), copy=False)


def reported(parts: Parts) -> Expr:
    """All figures that a question is about, as `f`."""
    query = exp.Select().select(exp.Star()).from_(exp.to_table(parts.form.fact).as_("f"))
    return query.where(*_conditions(parts), copy=False).subquery(exp.to_identifier("f"))


def _conditions(parts: Parts) -> Iterator[Expr]:
    form, series = parts.form, _series(parts)
    yield from (condition for _, condition in parts.filter_conditions())
    yield from parts.told_within()
    measure = parts.layer.measures.get(form.measure or "")
    yield from (exp.EQ(this=column(name), expression=text(value)) for name, value in measure.where.items()) if measure else ()
    for name, values in series.defaults.items():
        if form.on(name) is None:
            yield among(column(name), [text(value) for value in values])
    if form.on(series.part) is None:
        yield _is_null(column(series.part)).not_() if series.part in (*form.by, form.role) else _is_null(column(series.part))
    if form.grain:
        yield exp.EQ(this=grain_of(series), expression=text(form.grain))
    if form.spans:
        yield exp.or_(*(exp.and_(*_within(series, number, span)) for number, span in enumerate(form.spans)))
    elif form.newest:
        yield exp.false()
    if form.single_out:
        yield _is_null(period_label(series)).not_()
        if form.on(series.variant) is None:
            yield among(column(series.variant), [text(value) for value in parts.layer.variants(form.measure, form.of_each)])
        alike = parts.number.alike if parts.number else {}
        yield from (_is_or_null(name, value) for name, value in alike.items() if form.on(name) is None)


def _within(series: SeriesLayer, number: int, span: Span) -> Iterator[Expr]:
    """Whether a figure is of a period that is asked for."""
    first, last = column(series.start), column(series.end)
    if span.match == "within":
        low, high = (bound(f"{name}_{number}") for name in ("first", "last"))
        quarters = exp.Mul(this=column(series.year), expression=exp.Literal.number(4))
        begins = exp.Add(this=quarters, expression=exp.Coalesce(this=column(series.quarter), expressions=[exp.Literal.number(1)]))
        dated = exp.and_(exp.GTE(this=first, expression=bound(f"from_{number}")), exp.LTE(this=last, expression=bound(f"to_{number}")))
        fiscal = exp.and_(exp.GTE(this=begins, expression=low), exp.LTE(this=period_order(series), expression=high))
        unnamed = _is_null(column(series.year))
        yield exp.Paren(this=exp.or_(exp.and_(unnamed.not_(), fiscal), exp.and_(unnamed.copy(), dated)))
        return
    days = exp.and_(exp.EQ(this=first, expression=bound(f"from_{number}")), exp.EQ(this=last, expression=bound(f"to_{number}")))
    if span.match == "ended":  # of a year that a text tells the end of alone
        ended = exp.and_(_is_null(first), _is_null(column(series.quarter)), exp.EQ(this=last.copy(), expression=bound(f"to_{number}")))
        yield exp.Paren(this=exp.or_(days, ended))
        return
    if span.match == "days":
        yield days
        return
    quarter = column(series.quarter)
    part = exp.EQ(this=quarter, expression=bound(f"quarter_{number}")) if span.period.precision == "quarter" else _is_null(quarter)
    fiscal = exp.and_(exp.EQ(this=column(series.year), expression=bound(f"year_{number}")), part)
    yield exp.Paren(this=exp.or_(fiscal, exp.and_(_is_null(column(series.year)), days)))


def span_values(number: int, span: Span) -> Iterator[tuple[str, object]]:
    """The parameters of a period that is asked for."""
    period = span.period
    yield f"from_{number}", period.start
    yield f"to_{number}", period.last
    if span.match == "within":
        yield f"first_{number}", _quarters(period.start)
        yield f"last_{number}", _quarters(period.last)
    elif span.match == "name":
        yield f"year_{number}", period.start.year
        if period.precision == "quarter":
            yield f"quarter_{number}", (period.start.month + 2) // 3


def blank_span(span: Span) -> Span:
    """A period of the same shape."""
    day = datetime.date(2000, 1, 1)
    return Span(Period(day, day, "quarter" if span.period.precision == "quarter" else "year"), span.match)


def _quarters(day: datetime.date) -> int:
    return day.year * 4 + (day.month + 2) // 3


def _counting(parts: Parts) -> Iterator[Expr]:
    """Which of several figures of one thing counts."""
    form, series = parts.form, _series(parts)
    measures = parts.layer.measures.values()
    same = [parts.own_id(parts.layer.subject), *map(column, dict.fromkeys(name for item in measures for name in item.where))]
    chosen = [name for name in series.defaults if form.on(name)]
    same += [column(name) for name in (series.part, *chosen)]
    undated = exp.Case(ifs=[exp.If(this=_is_null(column(series.year)), true=column(series.end))])
    same += [column(series.year), column(series.quarter), undated]
    variant, day = column(series.variant), column(parts.layer.date)
    latest = exp.Ordered(this=day, desc=True, nulls_first=False)
    defaults = [exp.Ordered(this=place_of(name, values)) for name, values in series.defaults.items() if name not in chosen]
    order = [*defaults, exp.Ordered(this=_rank_of(parts)), latest, exp.Ordered(this=column(parts.id))]
    if form.single_out:
        yield _first(_window("row_number", same, order))
        return
    number = parts.number or next(iter(measures))
    values = [column(name) for name in (number.column, number.currency) if name]
    ranges = {name: found for name in chosen if (found := [item.values for item in parts.layer.values[name].sets.values()])}
    alike = [_range_of(item, ranges[item.name]) if item.name in ranges else item for item in same]  # a range of one value is one figure
    low_first = [exp.Ordered(this=place_of(name, told)) for name, found in ranges.items() for told in found]
    yield _first(_window("row_number", [*alike, *values], [*order[:-1], *low_first, order[-1]]))
    if any(len(values) > 1 for name, values in series.defaults.items() if name not in chosen):
        yield _first(_window("rank", same, [item.copy() for item in defaults]))
    for name, superseded in series.superseded.items():
        if form.on(name) is None and not {*series.defaults.get(name, ())} & {*superseded}:
            continue
        kept = exp.In(this=column(name), expressions=[text(value) for value in superseded]).not_()
        yield exp.Paren(this=exp.or_(kept, _first(_window("rank", [*same, variant], [latest.copy()]))))


def _range_of(value: Expr, ranges: Sequence[Sequence[str]]) -> Expr:
    """A column with one value for both ends of a range."""
    ifs = [exp.If(this=among(value.copy(), [text(end) for end in ends]), true=text(ends[0])) for ends in ranges]
    return exp.Case(ifs=ifs, default=value.copy())


def _rank_of(parts: Parts) -> Expr:
    """Preferred variants first."""
    return place_of(_series(parts).variant, parts.layer.variants(parts.form.measure, parts.form.of_each))


def place_of(name: str, values: Sequence[str]) -> Expr:
    """The place of a column's value among others: 0 for the first."""
    ifs = [
        exp.If(this=exp.EQ(this=column(name), expression=text(value)), true=exp.Literal.number(place)) for place, value in enumerate(values)
    ]
    return exp.Case(ifs=ifs, default=exp.Literal.number(len(values)))


def _window(name: str, partition: list[Expr], order: list[Expr]) -> Expr:
    return exp.Window(this=call(name), partition_by=[item.copy() for item in partition], order=exp.Order(expressions=order))


def _first(window: Expr) -> Expr:
    return exp.EQ(this=window, expression=exp.Literal.number(1))


def _is_null(value: Expr) -> Expr:
    return exp.Is(this=value, expression=exp.Null())


def _is_or_null(name: str, value: str) -> Expr:
    return exp.EQ(this=exp.Coalesce(this=column(name), expressions=[text(value)]), expression=text(value))


def _text(value: Expr) -> Expr:
    return exp.cast(value, "VARCHAR")


def _series(parts: Parts) -> SeriesLayer:
    assert parts.layer.series is not None  # only facts of a series come here
    return parts.layer.series
