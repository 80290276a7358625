"""Conditions on groups: "companies that raised over $20 million in total", "investors with more than five rounds"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from rie.ask.sql.expressions import Expr, call, column

if TYPE_CHECKING:
    from rie.ask.sql.parts import Parts


def having(parts: Parts, query: exp.Select) -> exp.Select:
    """Only the groups whose sum or count fits to the thresholds of the form."""
    for number, threshold in enumerate(parts.form.thresholds):
        if threshold.grouped:
            value: Expr = exp.Count(this=exp.Star())
            if threshold.counted_role:
                value = exp.Count(this=exp.Distinct(expressions=[parts.role_id(threshold.counted_role)]))
            elif threshold.measure != "count":
                measure = parts.layer.numbers[threshold.measure]
                usd = threshold.currency == "USD" and measure.usd
                value = call("sum", column(measure.usd if usd and measure.usd else measure.column))
            query = query.having(next(parts.compared(number, threshold, value)), copy=False)
    return query
