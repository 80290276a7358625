"""The reports of a store in the form in which gold is written."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rie.evaluation.cells import comparable
from rie.evaluation.gold import Cells, GoldDocument, SetColumn, columns_of
from rie.evaluation.reports import Evaluation, score
from rie.pack import Pack

if TYPE_CHECKING:
    from rie.store import Reader

_MOST = 10_000_000  # rows of a table: evaluation reads them all


def evaluate(gold: Sequence[GoldDocument], reader: "Reader", pack: Pack) -> Evaluation:
    """Score the reports of a store against gold reports.

    Args:
        gold: what `rie.evaluation.gold.read_gold` gives.
        reader: the store's snapshot.
        pack: the pack of the store.
    """
    ids = [document.doc_id for document in gold]
    tables = sorted({table for document in gold for table in [*document.complete, *(name for name, _ in document.rows)]})
    held = {row["doc_id"] for row in _select(reader, "document", "doc_id", ids)}
    found: dict[str, dict[str, list[Cells]]] = defaultdict(dict)
    for table in tables:
        for doc_id, rows in found_rows(reader, pack, table, ids).items():
            found[doc_id][table] = rows
    return score(pack, gold, found, [doc_id for doc_id in ids if doc_id not in held])


def found_rows(reader: "Reader", pack: Pack, table: str, doc_ids: Sequence[str]) -> dict[str, list[Cells]]:
    """The report rows of a fact table by document, cells comparable with gold, child rows as sets of names.

    Beside the cells stands the report's `confidence`.
    """
    columns = columns_of(pack, table)
    reports = _select(reader, f"{table}_report", "doc_id", doc_ids)
    ids = [report["report_id"] for report in reports]
    children: dict[str, dict[str, list[Cells]]] = {}
    for child in {column.child for column in columns.values() if isinstance(column, SetColumn)}:
        children[child] = _by(_select(reader, f"{child}_report", "report_id", ids), "report_id")
    found: dict[str, list[Cells]] = defaultdict(list)
    for report in reports:
        own = {child: rows.get(report["report_id"], []) for child, rows in children.items()}
        cells = {name: _cell(name, column, report, own) for name, column in columns.items()}
        found[report["doc_id"]].append({**cells, "confidence": report["confidence"]})
    return dict(found)


def _cell(name: str, column: Any, report: Cells, children: Mapping[str, Sequence[Cells]]) -> Any:
    if not isinstance(column, SetColumn):
        return comparable(column, report.get(name), report.get("date_precision"))
    rows = children[column.child]
    return [row[column.column] for row in rows if column.where is None or row[column.where] == column.value]


def _select(reader: "Reader", table: str, key: str, values: Sequence[str]) -> list[dict[str, Any]]:
    """All rows of a table whose key is one of the values."""
    statement = f"SELECT * FROM {table} WHERE {key} IN (SELECT unnest($keys)) ORDER BY ALL"
    result = reader.query(statement, {"keys": list(values)}, max_rows=_MOST)
    names = [name for name, _ in result.columns]
    return [dict(zip(names, row, strict=True)) for row in result.rows]


def _by(rows: Iterable[Cells], key: str) -> dict[str, list[Cells]]:
    groups: dict[str, list[Cells]] = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return groups
