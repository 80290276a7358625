"""Run a logical form on a snapshot."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from typing import Any

from rie.ask.form import LogicalForm, RoleFilter
from rie.ask.judge import judge
from rie.ask.names.names import Rows, Snapshot
from rie.ask.sql.binding import parameters
from rie.ask.sql.compile import compile_form, shown_sql, used
from rie.ask.sql.derived import derived
from rie.ask.sql.figures import FACT_ID
from rie.ask.sql.newest import settled
from rie.ask.sql.outcome import Counted, Outcome
from rie.pack import Pack

MOST_ROWS = 1000
_PLAIN = ("list", "facts", "lookup", "exists", "sum", "avg", "median", "max", "min")


def run_form(form: LogicalForm, reader: Snapshot, pack: Pack, most: int = MOST_ROWS) -> Outcome:
    """The rows of a form, as far as they may be shown.

    Args:
        form: a readable logical form.
        reader: the snapshot.
        pack: the pack of its store.
        most: at most so many rows.
    """
    if form.operands:
        return _counts(derived(form, lambda operand: run_form(operand, reader, pack, most), reader, pack), reader)
    form = settled(form, reader, pack)
    query = compile_form(form, pack)
    found = reader.query(query.sql, query.parameters, max_rows=most)
    outcome = Outcome(form, query, truncated=found.truncated)
    outcome.counted = _counted(outcome, reader) if query.support else Counted(len(found.rows))
    _fill(outcome, found, pack)
    outcome = judge(outcome, pack)
    return outcome if outcome.facts or outcome.status != "no_data" else _why_nothing(outcome, reader, pack)


def _why_nothing(outcome: Outcome, reader: Snapshot, pack: Pack) -> Outcome:
    """Whether such facts are on record after all: without a word on who plays the role or on what they are grouped by, or with a status
    that is left out."""
    form, table = outcome.form, pack.tables[outcome.form.fact]
    if form.agg not in _PLAIN or form.fact == pack.entity_table:
        return outcome
    measure = None if form.role else form.measure
    such = replace(form, agg="count", measure=measure, attribute=None, role=None, by=(), order=None, limit=None, expected=None)
    told = run_form(such, reader, pack) if form.role or form.by else None
    if told and told.facts:
        outcome.reason, outcome.counted = "undisclosed", told.counted
    elif table.excluded_status and not form.any_status:
        outcome.left_out = run_form(replace(such, any_status=True), reader, pack).facts
    return outcome


def _counts(outcome: Outcome, reader: Snapshot) -> Outcome:
    """With how many facts stand behind two numbers together."""
    outcome.counted = _counted(outcome, reader) if outcome.query.support else Counted()
    return outcome


def _counted(outcome: Outcome, reader: Snapshot) -> Counted:
    sql = outcome.query.support.counted if outcome.query.support else ""
    facts, valued, converted, codes = reader.query(sql, used(sql, parameters(outcome.form))).rows[0]
    return Counted(facts, valued, converted, frozenset(codes))


def _fill(outcome: Outcome, found: Rows, pack: Pack) -> None:
    names = [name for name, _ in found.columns]
    keys = outcome.query.support.keys if outcome.query.support else 0
    for values in found.rows:
        cells = dict(zip(names, values, strict=True))
        if FACT_ID in cells:
            outcome.fact_ids.append(cells.pop(FACT_ID))
        outcome.row_keys.append(values[:keys])
        outcome.rows.append({name: plain_value(value) for name, value in cells.items()})
    outcome.columns = [_column(name, kind, outcome.form, pack) for name, kind in found.columns if name != FACT_ID]


def plain_value(value: Any) -> Any:
    """Values as JSON holds them: whole decimals as integers, dates as text."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, float):
        return int(value) if value.is_integer() else round(value, 6)
    return value.isoformat() if isinstance(value, datetime.date) else value


def _column(name: str, kind: str, form: LogicalForm, pack: Pack) -> dict[str, Any]:
    spec = pack.tables[form.fact].columns.get(name)
    if spec is not None:
        column: dict[str, Any] = {"name": name, "type": spec.type}
        return column | {"unit": spec.unit} if spec.unit else column
    base = name.split("_", 1)[-1] if name.startswith(("average_", "median_", "largest_", "smallest_")) else name
    spec = pack.tables[form.fact].columns.get(base)
    if spec is not None:
        return {"name": name, "type": "decimal"} | ({"unit": spec.unit} if spec.unit else {})
    return {"name": name, "type": "integer" if name == "count" else "text"}


def named_rows(outcome: Outcome, pack: Pack) -> None:
    """Put the one name that a number is about before it: {"company": "Hooli", "amount_usd": 5000000}."""
    form = outcome.form
    single = len(outcome.rows) == 1 and not form.by and form.agg in ("sum", "avg", "median", "max", "min", "count", "distinct")
    named = next((item for item in form.filters if isinstance(item, RoleFilter) and len(item.refs) == 1), None)
    if form.operands or form.fact == pack.entity_table or not single or named is None or named.role in outcome.rows[0]:
        return
    outcome.put_first(named.role, named.refs[0].name)


def statement(outcome: Outcome, pack: Pack) -> tuple[str, dict[str, Any]]:
    """The SQL that gives the rows of an answer as they are shown, and its parameters.

    Args:
        outcome: as it is shown.
        pack: the pack of its form.
    """
    if outcome.form.operands:
        return outcome.query.sql, outcome.query.parameters
    sql = shown_sql(outcome.form, pack, [column["name"] for column in outcome.columns])
    return sql, used(sql, parameters(outcome.form) | outcome.given)
