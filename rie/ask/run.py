"""Run a logical form on a snapshot: rows, what they rest on, and whether they may be shown."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from rie.ask.compile import FACT_ID, Query, compile_form
from rie.ask.form import LogicalForm, RoleFilter
from rie.ask.names import Rows, Snapshot
from rie.pack import Pack
from rie.pack.layer import MeasureLayer

MOST_ROWS = 1000
MOST_EVIDENCE = 200
MOST_FACTS = 5000


@dataclass
class Outcome:
    """What came of a form. `missing` counts facts without the asked value, `status` and `reason` are those of the contract."""

    form: LogicalForm
    query: Query
    status: str = "answered"
    reason: str | None = None
    rows: list[dict[str, Any]] = field(default_factory=list)
    columns: list[dict[str, Any]] = field(default_factory=list)
    truncated: bool = False
    facts: int = 0
    missing: int = 0
    row_facts: list[list[str]] = field(default_factory=list)
    all_facts: list[str] = field(default_factory=list)
    more_facts: bool = False

    @property
    def key(self) -> tuple[Any, ...]:
        """What two readings are compared by."""
        return self.status, tuple(tuple(map(str, row.values())) for row in self.rows)


@dataclass(frozen=True, slots=True)
class _Support:
    keys: tuple[Any, ...]
    fact_id: str
    no_value: bool
    no_usd: bool
    code: str | None


def run_form(form: LogicalForm, reader: Snapshot, pack: Pack) -> Outcome:
    """The rows of a form with the facts behind each.

    Args:
        form: a readable logical form.
        reader: the snapshot.
        pack: the pack of its store.
    """
    query = compile_form(form, pack)
    found = reader.query(query.sql, query.parameters, max_rows=MOST_ROWS)
    outcome = Outcome(form, query, truncated=found.truncated)
    if query.support is None:
        _fill(outcome, found, pack, [])
        outcome.facts = len(outcome.rows)
        return _judge_entities(outcome)
    held = reader.query(query.support, query.support_parameters, max_rows=MOST_FACTS)
    support = [_Support(tuple(row[:-4]), row[-4], bool(row[-3]), bool(row[-2]), row[-1]) for row in held.rows]
    outcome.all_facts = list(dict.fromkeys(item.fact_id for item in support))
    outcome.facts, outcome.more_facts = len(outcome.all_facts), held.truncated
    _fill(outcome, found, pack, support)
    return _judge(outcome, support, pack)


def _fill(outcome: Outcome, found: Rows, pack: Pack, support: list[_Support]) -> None:
    names = [name for name, _ in found.columns]
    by_key: dict[tuple[Any, ...], list[str]] = {}
    for item in support:
        by_key.setdefault(item.keys, []).append(item.fact_id)
    keyed = len(support[0].keys) if support else 0
    for values in found.rows:
        cells = dict(zip(names, values, strict=True))
        fact_id = cells.pop(FACT_ID, None)
        row = {name: _plain(value) for name, value in cells.items()}
        outcome.rows.append(row)
        outcome.row_facts.append([fact_id] if fact_id else by_key.get(tuple(values[:keyed]), []) if keyed else outcome.all_facts)
    outcome.columns = [_column(name, kind, outcome.form, pack) for name, kind in found.columns if name != FACT_ID]


def _plain(value: Any) -> Any:
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


def _judge_entities(outcome: Outcome) -> Outcome:
    if not outcome.rows:
        outcome.status = "no_data"
    return outcome


def _judge(outcome: Outcome, support: list[_Support], pack: Pack) -> Outcome:
    form = outcome.form
    if form.agg in ("count", "distinct") and not form.by:
        return outcome
    if not outcome.facts or (form.agg == "exists" and not outcome.rows[0]["count"]):
        return _nothing(outcome, None)
    if form.agg == "exists":
        outcome.rows = [{"answer": "yes", **row} for row in outcome.rows]
        outcome.columns = [{"name": "answer", "type": "text"}, *outcome.columns]
    if form.agg in ("count", "distinct", "exists", "list") or (form.agg == "facts" and not form.measure):
        return outcome if outcome.rows else _nothing(outcome, None)
    if form.attribute:
        return outcome if any(next(iter(row.values())) is not None for row in outcome.rows) else _nothing(outcome, "undisclosed")
    return _judge_numbers(outcome, support, pack.layer.facts[form.fact].measures[form.measure or pack.layer.facts[form.fact].main])


def _nothing(outcome: Outcome, reason: str | None) -> Outcome:
    outcome.status, outcome.reason = "no_data", reason
    outcome.rows, outcome.columns, outcome.row_facts = [], [], []
    return outcome


def _refuse(outcome: Outcome) -> Outcome:
    _nothing(outcome, "mixed_currencies")
    outcome.status = "refused"
    return outcome


def _judge_numbers(outcome: Outcome, support: list[_Support], measure: MeasureLayer) -> Outcome:
    """Undisclosed values, and currencies that cannot be put together."""
    form = outcome.form
    valued = {item.fact_id: item for item in support if not item.no_value}
    native = form.currency is not None and form.currency != "USD"
    if not valued or not outcome.rows:
        outcome.missing = outcome.facts
        return _nothing(outcome, "undisclosed")
    codes = {item.code for item in valued.values()}
    if native and codes != {form.currency}:
        return _refuse(outcome)
    if len(outcome.rows) == 1 and measure.usd is None and list(outcome.rows[0].values())[-1] is None:
        return _refuse(outcome)
    dollars = [item for item in valued.values() if not item.no_usd]
    if measure.usd is None or native:
        outcome.missing = outcome.facts - len(valued)
        mixed = measure.currency is not None and len(codes) > 1 and (form.agg != "lookup" or form.order is not None)
        return _refuse(outcome) if mixed else outcome
    if not dollars and len(codes) > 1 and form.agg != "lookup":
        return _refuse(outcome)
    if not dollars:
        outcome.missing = outcome.facts - len(valued)
        return outcome if form.agg in ("lookup", "facts") or form.by else _drop(outcome, measure.usd)
    outcome.missing = outcome.facts - len(dollars)
    return _tidy(outcome, measure, codes)


def _drop(outcome: Outcome, name: str) -> Outcome:
    """Without the column of US dollars, where nothing could be converted."""
    gone = [column["name"] for column in outcome.columns if column["name"].endswith(name)]
    _without(outcome, gone)
    order = [column["name"] for column in outcome.columns]
    if order and order[-1] == "currency":
        outcome.columns = [outcome.columns[-1], *outcome.columns[:-1]]
        outcome.rows = [{column["name"]: row[column["name"]] for column in outcome.columns} for row in outcome.rows]
    return outcome


def _tidy(outcome: Outcome, measure: MeasureLayer, codes: set[str | None]) -> Outcome:
    """Totals show native amounts only where they say more than the dollars do."""
    if outcome.form.agg in ("sum", "avg", "median", "max", "min") and (
        codes == {"USD"} or len(codes) > 1 or (outcome.missing and len(codes) > 1)
    ):
        native = [
            column["name"] for column in outcome.columns if column["name"].endswith(measure.column) or column["name"] == measure.currency
        ]
        _without(outcome, native)
    return outcome


def _without(outcome: Outcome, names: list[str]) -> None:
    outcome.columns = [column for column in outcome.columns if column["name"] not in names]
    outcome.rows = [{name: value for name, value in row.items() if name not in names} for row in outcome.rows]


def named_rows(outcome: Outcome, pack: Pack) -> None:
    """Put the one name that a number is about before it: {"company": "Hooli", "amount_usd": 5000000}."""
    form = outcome.form
    if (
        form.fact == pack.entity_table
        or form.by
        or form.agg not in ("sum", "avg", "median", "max", "min", "count", "distinct")
        or len(outcome.rows) != 1
    ):
        return
    named = next((item for item in form.filters if isinstance(item, RoleFilter) and len(item.refs) == 1), None)
    if named is None or named.role in outcome.rows[0]:
        return
    outcome.rows = [{named.role: named.refs[0].name, **outcome.rows[0]}]
    outcome.columns = [{"name": named.role, "type": "text"}, *outcome.columns]


def evidence(outcome: Outcome, reader: Snapshot, pack: Pack) -> tuple[list[Mapping[str, Any]], int]:
    """The spans behind the rows, in the order of the rows."""
    form = outcome.form
    if form.fact == pack.entity_table or not outcome.rows:
        return [], 0
    row_of: dict[str, int] = {}
    for number, facts in enumerate(outcome.row_facts):
        for fact_id in facts:
            row_of.setdefault(fact_id, number)
    roles = _evidence_roles(form, pack)
    spans, total = reader.evidence_of(form.fact, list(row_of), roles, MOST_EVIDENCE)
    if not total and roles:
        spans, total = reader.evidence_of(form.fact, list(row_of), None, MOST_EVIDENCE)
    return [_span(span, row_of) for span in spans], total


def _evidence_roles(form: LogicalForm, pack: Pack) -> list[str] | None:
    columns, layer = pack.tables[form.fact].columns, pack.layer.facts[form.fact]
    if form.agg == "list" and form.role in layer.roles:
        return [str(form.role)]
    name = form.attribute or (layer.measures[form.measure].column if form.measure else None)
    source = columns[name].source if name in columns else None
    return [source.role] if source and source.role else None


_EVIDENCE_KEYS = ("table", "fact_id", "report_id", "role", "doc_id", "part", "key", "start_char", "end_char", "quote")


def _span(span: Mapping[str, Any], row_of: Mapping[str, int]) -> Mapping[str, Any]:
    kept = {name: span[name] for name in _EVIDENCE_KEYS if name in span and not (name == "key" and span[name] is None)}
    return {"row": row_of.get(span["fact_id"], 0), **kept}


def coverage(outcome: Outcome, reader: Snapshot, pack: Pack) -> dict[str, int]:
    """How many facts, reports and documents an answer rests on, and what is missing or in conflict."""
    empty = {"facts": outcome.facts, "reports": 0, "documents": 0, "missing_value": outcome.missing, "conflicting": 0}
    if outcome.form.fact == pack.entity_table or not outcome.all_facts:
        return empty
    found = reader.coverage(outcome.form.fact, outcome.all_facts)
    return {name: outcome.missing if name == "missing_value" else found.get(name, 0) for name in empty}
