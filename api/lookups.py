"""Documents, facts and tables of one store, free of HTTP: each function holds one snapshot."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import orjson

from rie.pack import Pack
from rie.store import Reader

from .encoding import encode
from .files import written
from .known import Known
from .passages import passages
from .problems import Missing
from .service import Service, pack_of
from .tables import Selection, Wanted, batches, rows, select, total

MAX_REPORTS: Final = 50
MAX_SPANS: Final = 2_000
MAX_MENTIONS: Final = 20_000
FILE_ROWS: Final = 20_000


class Lookups:
    """What a store holds.

    Args:
        service: whose snapshots are read; it gives the questions to begin with.
    """

    def __init__(self, service: Service) -> None:
        self._service, self._snapshots = service, service.snapshots
        self._tables = Known(_tables_of)

    def document(self, doc_id: str, snapshot: int | None) -> bytes:
        """A document with its mentions.

        Raises:
            Missing: the snapshot has no such document.
        """
        with self._snapshots.hold(snapshot) as reader:
            document = _document(reader, doc_id)
            mentions = document.pop("mentions", [])
            return encode({**document, "mentions": mentions[:MAX_MENTIONS], "mentions_total": len(mentions), "snapshot": reader.snapshot})

    def check_document(self, doc_id: str) -> None:
        """Whether the newest snapshot has a document.

        Raises:
            Missing: it has not.
        """
        with self._snapshots.hold() as reader:
            _document(reader, doc_id)

    def fact(self, table: str, fact_id: str, snapshot: int | None) -> bytes:
        """A fact, its reports with their documents, and the sentences that they were read from.

        Raises:
            Missing: the snapshot has no such table or fact.
        """
        with self._snapshots.hold(snapshot) as reader:
            pack = pack_of(reader)
            known = table in pack.tables and pack.tables[table].kind == "fact"
            fact = reader.fact(table, fact_id) if known else None
            if fact is None:
                raise Missing(f"Snapshot {reader.snapshot} has no fact {fact_id!r} in {table!r}.")
            return encode(_told(reader, pack, table, fact_id, fact))

    def schema(self) -> bytes:
        """What the newest snapshot holds: its tables with their columns, and questions to begin with."""
        with self._snapshots.hold() as reader:
            pack = pack_of(reader)
            labels = {name: label.description for name, label in pack.labels.items()}
            return encode({"pack": pack.name, "description": pack.description, "snapshot": reader.snapshot,
                           "tables": list(self._tables.of(reader).values()), "labels": labels, "examples": self._service.examples(reader)})

    def tables(self, snapshot: int | None) -> bytes:
        """The public tables with their columns and numbers of rows, and where their rows are."""
        with self._snapshots.hold(snapshot) as reader:
            known = self._tables.of(reader)
            return encode({"snapshot": reader.snapshot, "tables": [{**table, "links": _links(name)} for name, table in known.items()]})

    def page(self, wanted: Wanted, limit: int) -> dict[str, Any]:
        """Some of the rows of a table.

        Raises:
            Missing: there is no such table.
            UsageError: a condition cannot be understood.
        """
        with self._snapshots.hold(wanted.snapshot) as reader:
            selection = self._selection(reader, wanted)
            described = {column["name"]: column for column in self._tables.of(reader)[wanted.table]["columns"]}
            return {"snapshot": reader.snapshot, "table": wanted.table, "columns": [_heading(described[name]) for name in selection.shown],
                    "rows": rows(reader, selection, limit, wanted.offset), "rows_total": total(reader, selection)}

    def file(self, wanted: Wanted, format: str, limit: int | None) -> Iterator[bytes]:
        """The rows of a table as a file, piece by piece; the snapshot is held until the last one.

        Raises:
            Missing: there is no such table.
            UsageError: a condition cannot be understood.
        """
        with self._snapshots.hold(wanted.snapshot) as reader:
            selection = self._selection(reader, wanted)
            yield from written(batches(reader, selection, limit, wanted.offset, FILE_ROWS), format)

    def _selection(self, reader: Reader, wanted: Wanted) -> Selection:
        known = self._tables.of(reader)
        if wanted.table not in known:
            raise Missing(f"Snapshot {reader.snapshot} has no table {wanted.table!r}; there are {', '.join(known)}.")
        return select(known[wanted.table], wanted.conditions, wanted.order, wanted.columns)


def _tables_of(reader: Reader) -> dict[str, dict[str, Any]]:
    pack = pack_of(reader)
    return {table["name"]: _described(pack, table) for table in reader.tables()}


def _described(pack: Pack, table: Mapping[str, Any]) -> dict[str, Any]:
    spec = pack.tables.get(table["name"])
    known = spec.columns if spec else {}
    told = [{**column, "unit": None, "values": []} for column in table["columns"]]
    columns = [column | {"unit": known[name].unit, "values": known[name].values} if (name := column["name"]) in known else column
               for column in told]
    return {**table, "kind": spec.kind if spec else None, "columns": columns}


def _links(table: str) -> dict[str, str]:
    address = f"/v1/tables/{table}"
    return {"rows": address, "csv": f"{address}.csv", "parquet": f"{address}.parquet"}


def _heading(column: Mapping[str, Any]) -> dict[str, Any]:
    return {name: column[name] for name in ("name", "type", "unit") if column.get(name)}


def _document(reader: Reader, doc_id: str) -> dict[str, Any]:
    document = reader.document(doc_id)
    if document is None:
        raise Missing(f"Snapshot {reader.snapshot} has no document {doc_id!r}.")
    return document


def _told(reader: Reader, pack: Pack, table: str, fact_id: str, fact: dict[str, Any]) -> dict[str, Any]:
    reports, _, children = (fact.pop(name) for name in ("reports", "evidence", "children"))
    evidence, _ = reader.evidence_of(table, [fact_id], limit=MAX_SPANS)
    documents = _documents(reader, sorted({report["doc_id"] for report in reports[:MAX_REPORTS]}))
    typed = pack.tables[table].columns.items()
    columns = [{"name": name, "type": spec.type, "unit": spec.unit, "values": spec.values} for name, spec in typed]
    return {"table": table, "fact_id": fact_id, "snapshot": reader.snapshot, "columns": columns, "fact": fact, "children": children,
            "reports": [_report(report, evidence, documents) for report in reports[:MAX_REPORTS]], "reports_total": len(reports)}


def _documents(reader: Reader, ids: list[str]) -> dict[str, dict[str, Any]]:
    columns = "doc_id, title, source, url, published_at, date_precision, text, metadata"
    found = reader.query(f"SELECT {columns} FROM document WHERE doc_id IN (SELECT unnest($ids))", {"ids": ids}, max_rows=MAX_REPORTS)
    names = [name for name, _ in found.columns]
    return {row[0]: dict(zip(names, row, strict=True)) for row in found.rows}


def _report(report: Mapping[str, Any], evidence: list[dict[str, Any]], documents: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    mine = [span for span in evidence if span["report_id"] == report["report_id"]]
    document = documents.get(report["doc_id"], {})
    parts: dict[tuple[str, str | None], str] = {("title", None): document.get("title") or "", ("text", None): document.get("text") or ""}
    for key, value in _metadata(document).items():
        parts["metadata", key] = str(value)
    about = {name: document.get(name) for name in ("title", "source", "url", "published_at", "date_precision")}
    return {"report_id": report["report_id"], "doc_id": report["doc_id"], "document": about, "evidence": mine,
            "passages": passages(parts, mine), "values": report}


def _metadata(document: Mapping[str, Any]) -> Mapping[str, Any]:
    held = document.get("metadata") or {}
    read = orjson.loads(held) if isinstance(held, str) else held
    return read if isinstance(read, Mapping) else {}
