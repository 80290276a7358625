"""The values of a logical form as named parameters, and its shape: the form without them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from rie.ask.form import Filter, LogicalForm, Nested, Newest, Not, PlaceFilter, Ref, RoleFilter, TextFilter, Threshold, Told, ValueFilter
from rie.ask.sql.series import blank_span, span_values
from rie.values import Period

_SOME_DAY = datetime.date(2000, 1, 1)


def parameters(form: LogicalForm) -> dict[str, Any]:
    """The parameters of the SQL of a form by name, values ready for DuckDB."""
    return dict(_all(form))


def _all(form: LogicalForm) -> Iterator[tuple[str, Any]]:
    for number, operand in enumerate(form.operands):
        yield from ((f"of_{number}_{name}", value) for name, value in _all(operand))
    for prefix, item in form.prefixed():
        yield from ((f"{prefix}{name}", value) for name, value in _filter_values(item))
    for number, span in enumerate(form.spans):
        yield from span_values(number, span)
    for number, threshold in enumerate(form.thresholds):
        yield from threshold_values(number, threshold)
    yield from _period_values(form)
    if form.limit:
        yield "limit", form.limit + form.offset
    if form.offset:
        yield "offset", form.offset
    if form.currency:
        yield "currency", form.currency


def _filter_values(item: Filter) -> Iterator[tuple[str, Any]]:
    if isinstance(item, Not):
        yield from _filter_values(item.item)
    elif isinstance(item, Nested):
        yield from _all(item.form)
    elif isinstance(item, RoleFilter):
        yield from ((name, ref.id or ref.name) for name, ref in zip(role_names(item), item.refs, strict=True))
    elif isinstance(item, PlaceFilter):
        yield from zip(place_names(item), item.values, strict=True)
    elif isinstance(item, TextFilter):
        yield item.column, list(item.texts)
    elif isinstance(item, ValueFilter):
        yield from zip(value_names(item), item.values, strict=True)


def _period_values(form: LogicalForm) -> Iterator[tuple[str, Any]]:
    period = form.period
    if period is None:
        return
    if form.agg == "holder" and period.precision == "day":
        yield "from", period.end  # who holds a post at the end of the day
    elif period.start > datetime.date.min:
        yield "from", period.start
    if period.end < datetime.date.max:
        yield "to", period.end


def role_names(item: RoleFilter) -> list[str]:
    """Parameter names of the players of a role."""
    suffix = "id" if item.refs[0].id else "name"
    return _numbered(f"{item.role}_{suffix}" if item.role != "self" else "company_id", len(item.refs))


def place_names(item: PlaceFilter) -> list[str]:
    """Parameter names of places."""
    return _numbered(f"{item.role}_{'_or_'.join(item.attributes)}", len(item.values))


def value_names(item: ValueFilter) -> list[str]:
    """Parameter names of the values of a column."""
    return _numbered(item.column, len(item.values))


def threshold_values(number: int, threshold: Threshold) -> Iterator[tuple[str, Any]]:
    """Parameters of a threshold: `low_N`, `high_N` and, for a currency that is not US dollars, `currency_N`."""
    yield f"low_{number}", threshold.low
    if threshold.high is not None:
        yield f"high_{number}", threshold.high
    if threshold.currency:
        yield f"currency_{number}", threshold.currency


def _numbered(name: str, size: int) -> list[str]:
    return [name] if size == 1 else [f"{name}_{number}" for number in range(1, size + 1)]


def shape(form: LogicalForm) -> LogicalForm:
    """The form with every value replaced: forms of one shape have one SQL."""
    period = form.period
    if period:
        opened = period.start == datetime.date.min
        closed = period.end == datetime.date.max
        period = Period(datetime.date.min if opened else _SOME_DAY, datetime.date.max if closed else _SOME_DAY, "range")
    return replace(
        form, filters=tuple(map(_blank, form.filters)), thresholds=tuple(map(_blank_threshold, form.thresholds)), period=period,
        spans=tuple(map(blank_span, form.spans)), figures=None, newest=form.newest and Newest(_SOME_DAY),
        limit=form.limit and 1, offset=form.offset and 1, currency=form.currency if form.currency in (None, "USD") else "?",
    )  # fmt: skip


def _blank(item: Filter) -> Filter:
    if isinstance(item, Not):
        return Not(_blank(item.item))  # type: ignore[arg-type]
    if isinstance(item, Nested):
        return replace(item, form=shape(item.form), label="")
    if isinstance(item, RoleFilter):
        return RoleFilter(item.role, tuple(Ref("?" if ref.id else None, "?", "?") for ref in item.refs))
    if isinstance(item, PlaceFilter):
        return replace(item, values=("?",) * len(item.values), label="?")
    if isinstance(item, TextFilter):
        return TextFilter(item.column, (), "?", item.value)
    if isinstance(item, Told):
        return item
    return replace(item, values=("?",) * len(item.values))


def _blank_threshold(item: Threshold) -> Threshold:
    currency = item.currency if item.currency in (None, "USD") else "?"
    return replace(item, low=Decimal(0), high=None if item.high is None else Decimal(0), currency=currency)
