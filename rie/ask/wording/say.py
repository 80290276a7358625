"""The sentence of an answer, computed from its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rie.ask.form import LogicalForm, RoleFilter
from rie.ask.wording.describe import capital, conditions, label, measure_label, of_entity, span, value_label
from rie.ask.wording.tell import amount_of, shown_list, told_estimates, told_facts, told_figures, told_together
from rie.pack import Pack
from rie.pack.layer import FactLayer, MeasureLayer
from rie.values import print_number

Row = Mapping[str, Any]


def sentence(form: LogicalForm, rows: Sequence[Row], pack: Pack, *, total: int, facts: int, missing: int) -> str:
    """One sentence for rows that were found.

    Args:
        form: what was looked for.
        rows: the rows of the answer.
        total: how many rows there are in all.
        facts: how many facts they rest on.
        missing: how many of the facts have no disclosed value.
        pack: the pack of the form.
    """
    if form.fact == pack.entity_table:
        return _of_entities(form, rows, total)
    layer = pack.layer.facts[form.fact]
    if form.operands:
        return f"{told_together(form, rows[0], layer)}{_missing(missing, layer.number(form.measure))}."
    told = _told(form, rows, total, facts - missing, layer)
    return f"{told}{_missing(missing, layer.number(form.measure, form.facet))}."


def _missing(missing: int, number: MeasureLayer | None) -> str:
    if not missing:
        return ""
    money = number is not None and number.usd is not None
    return f" ({missing} more with no disclosed {'amount in US dollars or at all' if money else 'figure'})"


def _of_entities(form: LogicalForm, rows: Sequence[Row], total: int) -> str:
    if form.agg == "count" and not form.by:
        return f"{next(iter(rows[0].values()))} companies are on record{_where(form)}."
    names = shown_list([" ".join(str(value) for value in row.values() if value is not None) for row in rows], total)
    subject = next((item.refs[0].name for item in form.filters if isinstance(item, RoleFilter)), None)
    return f"{subject}: {names}." if subject else f"{total} found{_where(form)}: {names}."


def _where(form: LogicalForm) -> str:
    return "".join(f" {of_entity(item)}" for item in form.filters if not isinstance(item, RoleFilter))


def _told(form: LogicalForm, rows: Sequence[Row], total: int, facts: int, layer: FactLayer) -> str:
    where = _conditions(form, layer)
    if form.agg == "estimate":
        return told_estimates(rows, total, layer)
    if layer.series and form.agg in ("facts", "lookup") and not form.attribute:
        return told_figures(form, rows, total, layer)
    if layer.row and (form.agg in ("facts", "holder", "succession") or (form.agg == "lookup" and form.attribute)):
        return told_facts(form, rows, total, layer)
    if form.compare:
        return _compared(form, rows, layer) + where
    if form.agg in ("count", "distinct") and not form.by:
        count = next(iter(rows[0].values())) if len(rows[0]) == 1 else list(rows[0].values())[-1]
        noun = layer.noun if form.agg == "count" else (label(str(form.role), layer), label(str(form.role), layer, 1))
        return f"{print_number(count)} {noun[0] if count == 1 else noun[1]}{where}"
    if form.agg == "exists":
        count = rows[0]["count"]
        return f"Yes, {count} {layer.noun[0] if count == 1 else layer.noun[1]} on record{where}"
    if form.agg == "list":
        return f"{shown_list([_cell(row, form, layer) for row in rows], total)}{where}"
    if form.agg == "lookup" and form.attribute:
        return f"{label(form.attribute, layer).capitalize()}: {shown_list([_cell(row, form, layer) for row in rows], total)}{where}"
    if form.by or form.agg == "facts" or len(rows) > 1:
        return f"{shown_list([_pair(row, form, layer) for row in rows], total)}{where}"
    return _number(form, rows[0], facts, layer, where)


def _number(form: LogicalForm, row: Row, facts: int, layer: FactLayer, where: str) -> str:
    kind = {"sum": "in total", "avg": "on average", "median": "in the median"}.get(form.agg, "")
    number = amount_of(form, row, layer)
    subject = form.role_filter(layer.subject)
    measure = form.measure or layer.main
    rounds = f"in {facts} {layer.noun[0] if facts == 1 else layer.noun[1]}"
    if subject and len(subject.refs) == 1 and measure == layer.main and form.agg == "sum" and layer.verb == "raised":
        when = f" {_when(form)}" if form.period else ""
        rest = "".join(f", {item}" for item in conditions(form, layer) if not item.startswith(("announced", "raised by")))
        return f"{subject.refs[0].name} raised {number}{when}{rest}, {rounds}"
    return f"{capital(measure_label(form, layer))}{' ' + kind if kind else ''}: {number}{where}" + (
        f", {rounds}" if form.agg != "lookup" else ""
    )


def _when(form: LogicalForm) -> str:
    if form.period is None:
        return ""
    return (
        f"in {form.period.label}"
        if form.period.precision != "range"
        else f"from {span(form.period)}"
        if "from" not in span(form.period)
        else span(form.period)
    )


def _conditions(form: LogicalForm, layer: FactLayer) -> str:
    found = [item for item in conditions(form, layer, brief=True) if not (form.compare and item.startswith("raised by"))]
    return f" ({', '.join(found)})" if found else ""


def _cell(row: Row, form: LogicalForm, layer: FactLayer) -> str:
    value = next(iter(row.values()))
    column = next(iter(row))
    return value_label(str(value)) if column in layer.values else str(value)


def _pair(row: Row, form: LogicalForm, layer: FactLayer) -> str:
    names, number = list(row.values())[:-1], list(row.values())[-1]
    if form.agg in ("count", "distinct"):
        return f"{_names(row, form, layer)} {print_number(number)}"
    if not form.measure and form.agg == "facts" and number is None:
        return str(names[0])
    return f"{_names(row, form, layer)} {amount_of(form, row, layer)}"


def _names(row: Row, form: LogicalForm, layer: FactLayer) -> str:
    keys = [key for key in form.by if key in row] or [next(iter(row))]
    return ", ".join(
        "unknown" if row[key] is None else value_label(str(row[key])) if key in layer.values else str(row[key]) for key in keys
    )


def _compared(form: LogicalForm, rows: Sequence[Row], layer: FactLayer) -> str:
    more = "more" if form.descending else "less"
    pairs = [_pair(row, form, layer) for row in rows]
    if len(rows) > 1 and list(rows[0].values())[-1] == list(rows[1].values())[-1]:
        return f"The same: {', '.join(pairs)}"
    return f"{next(iter(rows[0].values()))} has {more}: {', '.join(pairs)}"


def nothing(form: LogicalForm, pack: Pack, undisclosed: int, left_out: int) -> str:
    """The sentence of a question that was understood and for which there is nothing.

    Args:
        undisclosed: how many facts are on record without what is asked for.
        left_out: how many are, with a status that is left out.
    """
    if form.operands:
        return "There are not both of the numbers on record that are to be put together."
    if form.fact == pack.entity_table:
        return "The store does not hold this."
    layer = pack.layer.facts[form.fact]
    what = (
        f"{undisclosed} {layer.noun[0] if undisclosed == 1 else layer.noun[1]} on record, but what is asked for is not disclosed"
        if undisclosed
        else f"There is no {layer.noun[0]} on record"
    )
    *others, last = pack.tables[form.fact].excluded_status or [""]
    be = "is" if left_out == 1 else "are"
    states = " or ".join(filter(None, [", ".join(others), last]))
    but = f"; {left_out} that {be} {states} {be} left out" if left_out else ""
    return f"{what}{_conditions(form, layer)}{but}."


__all__ = ["amount_of", "nothing", "sentence"]
