"""Rows in words: numbers with their unit, figures with their period, facts by the pattern of their layer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from rie.ask.form import SUMMED, LogicalForm
from rie.ask.wording.describe import capital, measure_label, value_label
from rie.pack.layer import FactLayer
from rie.values import print_money, print_number, print_percent

Row = Mapping[str, Any]
_FEW = 10
_OPTIONAL = re.compile(r"\[([^\]]*)\]")
_COLUMN = re.compile(r"{(\w+)}")


def shown_list(names: list[str], total: int) -> str:
    """The first few of many, and how many more there are."""
    shown = ", ".join(names[:_FEW])
    return f"{shown} and {total - _FEW} more" if total > _FEW else shown


def amount_of(form: LogicalForm, row: Row, layer: FactLayer) -> str:
    """The last number of a row with its unit."""
    measure = layer.number(form.measure, form.facet)
    name, value = list(row.items())[-1]
    if value is None:
        return "an undisclosed amount"
    number = Decimal(value) if isinstance(value, int | Decimal) else Decimal(str(value))
    if measure is None or measure.unit == "count":
        return print_number(number)
    if measure.unit == "percent":
        return print_percent(number)
    code = "USD" if name.endswith("_usd") else row.get(measure.currency or "") or form.currency
    written = print_money(number, code)
    native = row.get(measure.column)
    if name.endswith("_usd") and native is not None and row.get(measure.currency or "") not in (None, "USD"):
        return f"{print_money(Decimal(str(native)), row[measure.currency or ''])} ({written})"
    return written


def told_facts(form: LogicalForm, rows: Sequence[Row], total: int, layer: FactLayer) -> str:
    """Facts by the pattern of their layer; of the holder of a post the fact that made it so."""
    return shown_list([_by_pattern(row, layer, form) for row in rows], total)


def _by_pattern(row: Row, layer: FactLayer, form: LogicalForm) -> str:
    cells = {name: value_label(str(value), layer, name) for name, value in row.items() if value is not None}
    if layer.holder and form.agg in ("holder", "succession"):
        cells.setdefault(layer.holder.action, layer.holder.begins)

    def kept(match: re.Match[str]) -> str:
        return match[1] if all(name in cells for name in _COLUMN.findall(match[1])) else ""

    return _COLUMN.sub(lambda match: cells.get(match[1], "unknown"), _OPTIONAL.sub(kept, layer.row))


def told_figures(form: LogicalForm, rows: Sequence[Row], total: int, layer: FactLayer) -> str:
    """Figures with whose they are and of which period; what all of them share is said once."""
    names = [name for name in rows[0] if name in (layer.subject, *_periods(form)) or (layer.series and name == layer.series.part)]
    shared = [name for name in names if len({row[name] for row in rows}) == 1]
    differing = [name for name in names if name not in shared]
    what = " ".join(str(rows[0][name]) for name in shared if rows[0][name] is not None)
    told = [" ".join((*(str(row[name]) for name in differing), _figure(form, row, layer))) for row in rows]
    if form.compare and len(rows) > 1:
        return f"{_more(form, rows)}: {shown_list(told, total)} ({measure_label(form, layer)}{', ' if what else ''}{what})"
    return f"{capital(measure_label(form, layer))}{', ' if what else ''}{what}: {shown_list(told, total)}"


def _periods(form: LogicalForm) -> tuple[str, ...]:
    return ("period", "quarter", "year")


def _more(form: LogicalForm, rows: Sequence[Row]) -> str:
    first, second = (list(row.values())[-1] for row in rows[:2])
    return "The same" if first == second else f"{next(iter(rows[0].values()))} has {'more' if form.descending else 'less'}"


def _figure(form: LogicalForm, row: Row, layer: FactLayer) -> str:
    """ "$1.35 (adjusted)", "guidance low $5 million (announced 2021-02-01)"."""
    series = layer.series
    number = amount_of(form, row, layer)
    if form.measure is None:
        name = next((row[name] for name in row if name in {key for item in layer.measures.values() for key in item.where}), "")
        measure = next((item for item in layer.measures.values() if name in item.where.values()), None)
        number = f"{measure.label if measure else name} {_in_unit(row, measure)}"
    beside = [name for name in (*(series.defaults if series else ()), *((series.variant,) if series else ())) if name in row]
    facet = layer.facets[form.facet].beside if form.facet else []
    plain = {"unknown", *(values[0] for name, values in series.defaults.items() if form.on(name) is None)} if series else set()
    notes = [value_label(str(row[name]), layer, name) for name in (*beside, *facet) if row[name] is not None and row[name] not in plain]
    notes += [f"announced {row[layer.date]}"] if row.get(layer.date) else []
    return f"{number} ({', '.join(notes)})" if notes else number


def _in_unit(row: Row, measure: Any) -> str:
    value = Decimal(str(list(row.values())[-1]))
    if measure and measure.unit == "percent":
        return print_percent(value)
    return print_money(value, row.get(measure.currency)) if measure and measure.currency else print_number(value)


def told_together(form: LogicalForm, row: Row, layer: FactLayer) -> str:
    """Two numbers and what they are together: "$92 million against $25.5 million: a difference of $66.5 million"."""
    first, second, result = row.values()
    name = list(row)[-1]
    dollars = form.agg in SUMMED
    own = [_operand(operand, value, layer, dollars) for operand, value in zip(form.operands, (first, second), strict=True)]
    if name.endswith("percent"):
        told = f"{print_percent(Decimal(str(result)))}{' of it' if form.agg == 'share' else ' more' if result >= 0 else ''}"
    else:
        told = _operand(form.operands[0], result, layer, dollars) if form.agg != "ratio" else print_number(Decimal(str(result)))
    return f"{own[0]} {_BESIDE[form.agg]} {own[1]}: {told}"


_BESIDE = {"difference": "against", "gap": "and", "change": "after", "share": "of", "ratio": "to", "both": "and"}


def _operand(form: LogicalForm, value: Any, layer: FactLayer, dollars: bool) -> str:
    number = Decimal(str(value))
    if form.agg in ("count", "distinct"):
        return print_number(number)
    measure = layer.number(form.measure)
    if measure is None or measure.unit == "count":
        return print_number(number)
    if measure.unit == "percent":
        return print_percent(number)
    return print_money(number, "USD") if dollars and measure.usd else print_number(number)


def _beside_estimate(row: Row, layer: FactLayer) -> str:
    series = layer.series
    if series is None or series.estimate is None:
        return ""
    measure = next((item for item in layer.measures.values() if all(row.get(name) == value for name, value in item.where.items())), None)
    names = [str(row[name]) for name in (layer.subject, "period") if row.get(name)]
    variant = [str(row[series.variant])] if row[series.variant] != series.estimate.unsaid else []
    actual, expected = (_in_unit({**row, "": row[name]}, measure) for name in (series.estimate.actual, series.estimate.of))
    what = [*names, *variant, measure.label if measure else "", actual]
    percent = row.get("difference_percent")
    side = "above" if row[series.estimate.actual] > row[series.estimate.of] else "below"
    off = f" ({print_percent(abs(Decimal(str(percent))))} {side} it)" if percent is not None else ""
    return f"{' '.join(what)} against {value_label(series.estimate.of, layer, series.estimate.column)} {expected}{off}"


def told_estimates(rows: Sequence[Row], total: int, layer: FactLayer) -> str:
    """Figures beside their estimates: "Acme 2021-Q3 eps 1.35 against consensus 1.30"."""
    told = [_beside_estimate(row, layer) for row in rows]
    answer = rows[0].get("answer")
    return f"{capital(str(answer)) + ': ' if answer else ''}{shown_list(told, total)}"
