"""The answer of a template: its rows, a sentence about them, and the evidence of the facts that its id columns name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from rie.ask.names.names import Rows, Snapshot
from rie.ask.run import plain_value
from rie.ask.sql.evidence import span_of
from rie.ask.sql.support import BY_ID, Support
from rie.ask.templates.match import Matched
from rie.pack import Pack

MOST_ROWS: Final = 1000
CONFIDENCE: Final = 0.95
_NAMED: Final = 8
_OPTION: Final = re.compile(r"\[([^\[\]]*)\]")
_SLOT: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class TemplateAnswer:
    """What a template says: the fields of an answer that depend on it; `evidence` holds all spans."""

    status: str
    answer: str
    interpretation: str = ""
    reason: str | None = None
    columns: tuple[Mapping[str, Any], ...] = ()
    rows: tuple[Mapping[str, Any], ...] = ()
    truncated: bool = False
    sql: str | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict)
    template: str | None = None
    evidence: tuple[Mapping[str, Any], ...] = ()
    evidence_total: int = 0
    coverage: Mapping[str, Any] | None = None


def answered(matched: Matched, reader: Snapshot, pack: Pack) -> TemplateAnswer:
    """Run a template.

    Args:
        matched: with its slots filled.
        reader: the snapshot.
        pack: the pack of its store.
    """
    template = matched.template
    says = said(template.says, matched.texts)
    if template.refuse:
        return TemplateAnswer("refused", says, reason=template.refuse, template=template.id)
    found = reader.query(template.sql, matched.parameters, MOST_ROWS)
    names = [name for name, _ in found.columns if name not in template.evidence]
    rows = tuple(shown_rows(found, names))
    spans, total, coverage = _support(matched, found, reader, pack)
    return TemplateAnswer(
        status="answered" if rows else "no_data",
        answer=_sentence(says, rows, truncated=found.truncated),
        interpretation=says,
        columns=tuple(_columns(found, names, pack)),
        rows=rows,
        truncated=found.truncated,
        sql=shown_sql(template.sql, names),
        parameters={name: plain_value(value) for name, value in matched.parameters.items()},
        template=template.id,
        evidence=tuple(spans),
        evidence_total=total,
        coverage=coverage,
    )


def said(text: str, texts: Mapping[str, str]) -> str:
    """A line with its slots filled; what stands in brackets only where all of its slots are.

    Args:
        text: the line, such as "Deals[ in {period}]".
        texts: what the question says for each slot.
    """
    kept = _OPTION.sub(lambda match: match[1] if set(_SLOT.findall(match[1])) <= texts.keys() else "", text)
    return " ".join(_SLOT.sub(lambda match: texts.get(match[1], ""), kept).split())


def shown_sql(sql: str, names: Sequence[str]) -> str:
    """The statement of the rows as they are shown, without the columns of evidence."""
    return f"SELECT {', '.join(names)} FROM ({sql}) AS found"


def shown_rows(found: Rows, names: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The rows of a result with only some columns, values as JSON holds them."""
    for row in found.rows:
        cells = {name: value for (name, _), value in zip(found.columns, row, strict=True)}
        yield {name: plain_value(cells[name]) for name in names}


def _columns(found: Rows, names: Sequence[str], pack: Pack) -> list[dict[str, Any]]:
    specs = {name: spec for table in pack.tables.values() for name, spec in table.columns.items()}
    kinds = dict(found.columns)
    columns = []
    for name in names:
        unit = specs[name].unit if name in specs else None
        columns.append({"name": name, "type": _kind(kinds[name])} | ({"unit": unit} if unit else {}))
    return columns


def _kind(kind: str) -> str:
    if "INT" in kind:
        return "integer"
    return "decimal" if kind.startswith(("DECIMAL", "DOUBLE", "FLOAT")) else {"DATE": "date", "BOOLEAN": "boolean"}.get(kind, "text")


def _sentence(says: str, rows: Sequence[Mapping[str, Any]], *, truncated: bool) -> str:
    if not rows:
        return f"{says}: none on record."
    told = "; ".join(_row(row) for row in rows[:_NAMED])
    more = f"; and {len(rows) - _NAMED}{' or more' if truncated else ''} more" if len(rows) > _NAMED else ""
    return f"{says}: {told}{more}."


def _row(row: Mapping[str, Any]) -> str:
    first, *others = (_text(name, value) for name, value in row.items())
    told = ", ".join(f"{name.replace('_', ' ')} {text}" for name, text in zip(list(row)[1:], others, strict=True))
    return f"{first} ({told})" if told else first


def _text(name: str, value: Any) -> str:
    if value is None:
        return "unknown"
    counted = isinstance(value, int | float) and not isinstance(value, bool) and not name.endswith("year")
    return f"{value:,}" if counted else str(value)


def _support(matched: Matched, found: Rows, reader: Snapshot, pack: Pack) -> tuple[list[Mapping[str, Any]], int, dict[str, int]]:
    """Spans behind the rows in their order, how many there are, and what they rest on; over all columns of fact ids."""
    spans: list[Mapping[str, Any]] = []
    coverage = {"facts": 0, "reports": 0, "documents": 0, "missing_value": 0, "conflicting": 0}
    for column, table in matched.template.evidence.items():
        places, ids = fact_ids(found, column)
        if not ids:
            continue
        support = Support(table, str(pack.tables[table].id), 0, "SELECT DISTINCT unnest($ids) AS fact_id", True)
        values = {"place": places, "ids": ids, "roles": None, "most": 100_000}
        read = reader.query(support.spans(BY_ID), values, 100_000)
        names = [name for name, _ in read.columns]
        spans += [span_of(dict(zip(names, row, strict=True)) | {"table": table}) for row in read.rows]
        counted = reader.query(support.coverage, {"ids": ids})
        told = dict(zip([name for name, _ in counted.columns], counted.rows[0], strict=True)) | {"facts": len(set(ids))}
        coverage = {name: count + told.get(name, 0) for name, count in coverage.items()}
    spans.sort(key=lambda span: span["row"])
    documents = len({span["doc_id"] for span in spans})
    return spans, len(spans), coverage | ({"documents": documents} if len(matched.template.evidence) > 1 and documents else {})


def fact_ids(found: Rows, column: str) -> tuple[list[int], list[str]]:
    """The fact ids of a column, which may hold lists, with the rows that they belong to."""
    place = [name for name, _ in found.columns].index(column)
    pairs = []
    for number, row in enumerate(found.rows):
        held = row[place] if isinstance(row[place], list) else [row[place]]
        pairs += [(number, fact_id) for fact_id in held if fact_id is not None]
    return [number for number, _ in pairs], [fact_id for _, fact_id in pairs]
