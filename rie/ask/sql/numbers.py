"""The number of a row with its currency, and the rows that a number ranks first."""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp

from rie.ask.sql.expressions import Expr, bound, call, column
from rie.ask.sql.parts import Parts
from rie.pack.layer import MeasureLayer


def money(measure: MeasureLayer, asked: str | None) -> list[Expr]:
    """Native amount and currency first, the currency of the question or US dollars last."""
    native, currency = column(measure.column), measure.currency and column(measure.currency)
    if asked and measure.usd and currency:
        return [column(measure.usd), currency, native] if asked != "USD" else [native, currency, column(measure.usd)]
    if measure.usd and currency:
        return [native, currency, column(measure.usd)]
    return [currency, native] if currency else [native]


def ranked(parts: Parts, by: Expr) -> Iterator[Expr]:
    """The rows up to a rank; those that are equal at the end are all kept."""
    order = exp.Order(expressions=[exp.Ordered(this=by.copy(), desc=parts.form.descending, nulls_first=False)])
    name = "dense_rank" if parts.form.role in parts.layer.roles or parts.form.offset else "rank"
    rank = exp.Window(this=call(name), order=order)
    yield exp.LTE(this=rank, expression=bound("limit"))
    if parts.form.offset:
        yield exp.GT(this=rank.copy(), expression=bound("offset"))
