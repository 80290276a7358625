"""What was read from documents, as rows of the store's tables, loaded through Arrow."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Context, Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING, Any

import duckdb

from rie.pack import Pack
from rie.store.ddl import ColumnDef, TableDef, fact_id_column, table_defs
from rie.types import AttributeReport, Document, Entity, Extraction, Rejected, Report

if TYPE_CHECKING:
    import pyarrow as pa

Row = tuple[Any, ...]
_STEP = {"DECIMAL(38,6)": Decimal("1e-6"), "DECIMAL(38,12)": Decimal("1e-12")}
_DECIMALS = Context(prec=38)


def document_hash(document: Document) -> str:
    """SHA-256 of all fields of a document that reading can depend on, as 64 hexadecimal digits."""
    published = str(document.published_at) if document.published_at else None
    fields = [document.text, document.title, published, document.source, document.url, dict(document.metadata)]
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()


def insert(connection: duckdb.DuckDBPyConnection, table: TableDef, rows: Sequence[Row]) -> None:
    """Append rows to a table; each has the table's columns in order."""
    if not rows:
        return
    connection.register("rie_batch", arrow_table(table.columns, rows))
    try:
        connection.execute(f"INSERT INTO {table.qualified} SELECT * FROM rie_batch")
    finally:
        connection.unregister("rie_batch")


def arrow_table(columns: Sequence[ColumnDef], rows: Sequence[Row]) -> "pa.Table":
    """Rows as an Arrow table. Decimals are rounded to their column's scale; what does not fit at all becomes NULL."""
    import pyarrow as pa

    cells = list(zip(*rows, strict=True)) if rows else [()] * len(columns)
    arrays = [_array(column.type, values) for column, values in zip(columns, cells, strict=True)]
    return pa.Table.from_arrays(arrays, names=[column.name for column in columns])


def _array(type_: str, values: Sequence[Any]) -> "pa.Array":
    if step := _STEP.get(type_):
        values = [None if value is None else _decimal(value, step) for value in values]
    import pyarrow as pa

    try:
        return pa.array(values, _arrow_types()[type_])
    except UnicodeEncodeError:
        return pa.array([_encodable(value) for value in values], _arrow_types()[type_])


@cache
def _arrow_types() -> "dict[str, pa.DataType]":
    """The types of columns in Arrow, which only those who write a store load."""
    import pyarrow as pa

    return {
        "VARCHAR": pa.string(), "JSON": pa.string(), "DATE": pa.date32(), "BIGINT": pa.int64(), "INTEGER": pa.int32(),
        "BOOLEAN": pa.bool_(), "DOUBLE": pa.float64(), "TIMESTAMP": pa.timestamp("us"), "VARCHAR[]": pa.list_(pa.string()),
        "DECIMAL(38,6)": pa.decimal128(38, 6), "DECIMAL(38,12)": pa.decimal128(38, 12),
    }  # fmt: skip


def _decimal(value: Any, step: Decimal) -> Decimal | None:
    try:
        return Decimal(str(value) if isinstance(value, float) else value).quantize(step, context=_DECIMALS)
    except InvalidOperation:
        return None


def _encodable(value: Any) -> Any:
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


class Batch:
    """Rows that wait to be loaded, by table."""

    def __init__(self, pack: Pack) -> None:
        self.pack, self.defs = pack, table_defs(pack)
        self.rows: dict[str, list[Row]] = {}
        self.size = 0
        self._layouts: dict[str, list[str]] = {}
        self._claims = next((name for name, table in pack.tables.items() if table.kind == "entity_report"), None)

    def put(self, table: str, row: Row) -> None:
        """Add a row of a table."""
        self.rows.setdefault(table, []).append(row)
        self.size += 1

    def load(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Append all rows to their tables and forget them."""
        for table, rows in self.rows.items():
            insert(connection, self.defs[table], rows)
        self.rows, self.size = {}, 0

    def extraction(self, extraction: Extraction, sha256: str, model_version: str, now: datetime) -> None:
        """Add all rows of one document."""
        document = extraction.document
        self.put("document", _document(document, sha256, now))
        self.put("reading", (document.id, model_version, extraction.words))
        for one in extraction.mentions:
            self.put(
                "mention", (document.id, one.part, one.start, one.end, one.label, one.text, one.value, one.unit, one.entity_id, one.score)
            )
        for report in extraction.reports:
            self.report(report, model_version)
        for claim in extraction.attributes:
            self._attribute(claim)
        for entity in extraction.entities:
            self.put("named", (document.id, entity.id, entity.name))

    def report(self, report: Report, model_version: str) -> None:
        """Add a report, its children and its evidence; it stands for a fact of its own until it is resolved."""
        values = {**report.values, fact_id_column(self.pack, report.table): report.id}
        columns = self._layout(report.table)
        self.put(f"{report.table}_report", (
            report.id, report.doc_id, *(values.get(name) for name in columns),
            report.inferred, model_version, float(report.confidence), report.fx_rate, report.fx_date))  # fmt: skip
        for child, rows in report.children.items():
            for row in rows:
                cells = {**row, fact_id_column(self.pack, child): report.id}
                self.put(f"{child}_report", (report.id, *(cells.get(name) for name in self._layout(child))))
        for span in report.evidence:
            self.put("evidence", (report.id, span.role, report.doc_id, span.part, span.key, span.start, span.end, span.quote))

    def _layout(self, table: str) -> list[str]:
        if table not in self._layouts:
            self._layouts[table] = list(self.pack.tables[table].columns)
        return self._layouts[table]

    def _attribute(self, claim: AttributeReport) -> None:
        if self._claims is None:
            return
        known = {"report_id": claim.id, "doc_id": claim.doc_id, "attribute": claim.attribute, "value": claim.value}
        self.put(self._claims, tuple(known.get(name, claim.entity_id) for name in self._layout(self._claims)))
        span = claim.evidence
        self.put("evidence", (claim.id, span.role, claim.doc_id, span.part, span.key, span.start, span.end, span.quote))


def _document(document: Document, sha256: str, now: datetime) -> Row:
    day = document.published_at
    metadata = json.dumps(dict(document.metadata), ensure_ascii=False, sort_keys=True)
    return (document.id, document.title, document.source, document.url, day and day.first, day and day.precision, document.text,
            metadata, sha256, now)  # fmt: skip


def entity_row(entity: Entity, source: str | None) -> Row:
    """An entity as a row of the internal table of entities."""
    attributes = json.dumps(dict(entity.attributes), ensure_ascii=False, sort_keys=True)
    return entity.id, entity.name, entity.kind, entity.origin, list(entity.aliases), attributes, source


def rejected_rows(rejected: Iterable[Rejected], now: datetime) -> list[Row]:
    """Rejected input as rows of `rejected_document`."""
    return [(one.id, one.source, one.line, one.code, one.reason, one.sha256, now) for one in rejected]
