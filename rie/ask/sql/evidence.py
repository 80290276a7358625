"""The sentences that an answer rests on, and how much it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rie.ask.form import LogicalForm
from rie.ask.names.names import Snapshot
from rie.ask.sql.binding import parameters
from rie.ask.sql.compile import used
from rie.ask.sql.outcome import Outcome
from rie.ask.sql.support import BY_ID, Support
from rie.pack import Pack

MOST_EVIDENCE = 200
_KEYS = ("row", "table", "fact_id", "report_id", "role", "doc_id", "part", "key", "start_char", "end_char", "quote")


def coverage(outcome: Outcome, reader: Snapshot) -> dict[str, int]:
    """How many facts, reports and documents an answer rests on, and what is missing or in conflict."""
    told = {"facts": outcome.facts, "reports": 0, "documents": 0, "missing_value": outcome.missing, "conflicting": 0}
    support = outcome.query.support
    if support is None or not outcome.facts:
        return told
    found = reader.query(support.coverage, used(support.coverage, parameters(outcome.form)))
    return told | dict(zip([name for name, _ in found.columns], found.rows[0], strict=True))


def evidence(
    outcome: Outcome, reader: Snapshot, pack: Pack, offset: int = 0, most: int = MOST_EVIDENCE
) -> tuple[list[Mapping[str, Any]], int]:
    """The spans behind the rows, in the order of the rows, and how many there are in all.

    Args:
        outcome: with its rows.
        reader: the snapshot.
        pack: the pack of its form.
        offset: so many spans are passed over.
        most: at most so many come back.
    """
    support = outcome.query.support
    if support is None or not outcome.rows:
        return [], 0
    roles, page = _roles(outcome.form, pack), slice(offset, offset + most)
    spans, total = _spans(outcome, support, roles, reader, page)
    return (spans, total) if total or roles is None else _spans(outcome, support, None, reader, page)


def _roles(form: LogicalForm, pack: Pack) -> list[str] | None:
    """The roles that say what is asked; None for all."""
    columns, layer = pack.tables[form.fact].columns, pack.layer.facts[form.fact]
    if form.agg == "list" and form.role in layer.roles:
        asked = layer.roles[str(form.role)]
        narrower = [name for name, role in layer.roles.items() if role.table and role.table == asked.table and not asked.where]
        return narrower or [str(form.role)]
    number = layer.number(form.measure, form.facet) if form.measure else None
    name = form.attribute or (number.column if number else None)
    source = columns[name].source if name in columns else None
    return [source.role] if source and source.role else None


def _spans(
    outcome: Outcome, support: Support, roles: list[str] | None, reader: Snapshot, page: slice
) -> tuple[list[Mapping[str, Any]], int]:
    values = parameters(outcome.form) | _places(outcome) | {"roles": roles, "most": page.stop + 1}
    chosen = BY_ID if outcome.fact_ids else support.chosen()
    sql = support.spans(chosen)
    found = reader.query(sql, used(sql, values), page.stop + 1)
    spans = [dict(zip([name for name, _ in found.columns], row, strict=True)) for row in found.rows]
    total = len(spans)
    if total > page.stop or outcome.truncated:
        sql = support.counted_spans(chosen if outcome.form.limit else support.all_facts)
        total = reader.query(sql, used(sql, values)).rows[0][0]
    return [span_of(span | {"table": support.fact}) for span in spans[page]], total


def _places(outcome: Outcome) -> dict[str, Any]:
    """Which facts stand behind which row, as parameters."""
    columns = enumerate(zip(*outcome.row_keys, strict=True))
    told = {f"row_{number}": [None if key is None else str(key) for key in keys] for number, keys in columns}
    return {"place": list(range(len(outcome.fact_ids or outcome.row_keys))), "ids": outcome.fact_ids, **told}


def span_of(span: Mapping[str, Any]) -> Mapping[str, Any]:
    """A span of evidence with the keys of the contract, in its order."""
    return {name: span[name] for name in _KEYS if name in span and not (name == "key" and span[name] is None)}
