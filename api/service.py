"""What the routes do, free of HTTP: each function holds one snapshot, and gives JSON."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import orjson

from rie.ask import ask
from rie.pack import Pack, load_pack
from rie.store import Reader

from .asker import Asker
from .encoding import encode
from .examples import examples
from .models import Question
from .passages import passages
from .problems import Missing
from .snapshots import Snapshots

MAX_REPORTS: Final = 50
MAX_SPANS: Final = 2_000
MAX_MENTIONS: Final = 20_000


class Service:
    """The questions and look-ups of one store.

    Args:
        store: the store's folder.
        asker: answers a question; `rie.ask.ask` unless a test gives another.
        snapshots: the open snapshots of the store.
    """

    def __init__(self, store: Path, asker: Asker = ask, snapshots: Snapshots | None = None) -> None:
        self.snapshots = snapshots or Snapshots(store)
        self._ask = asker
        self._examples: dict[int, list[str]] = {}

    def answer(self, asked: Question) -> bytes:
        """The answer object of the contract, section 4."""
        with self.snapshots.hold(asked.snapshot) as reader:
            today = asked.today or date.today()
            answer = self._ask(asked.question, reader, _pack(reader), after=asked.after, today=today, id=asked.id)
            return encode(answer.as_dict())

    def document(self, doc_id: str, snapshot: int | None) -> bytes:
        """A document with its mentions.

        Raises:
            Missing: the snapshot has no such document.
        """
        with self.snapshots.hold(snapshot) as reader:
            document = reader.document(doc_id)
            if document is None:
                raise Missing(f"Snapshot {reader.snapshot} has no document {doc_id!r}.")
            mentions = document.pop("mentions", [])
            return encode({**document, "mentions": mentions[:MAX_MENTIONS], "mentions_total": len(mentions), "snapshot": reader.snapshot})

    def fact(self, table: str, fact_id: str, snapshot: int | None) -> bytes:
        """A fact, its reports with their documents, and the sentences that they were read from.

        Raises:
            Missing: the snapshot has no such table or fact.
        """
        with self.snapshots.hold(snapshot) as reader:
            pack = _pack(reader)
            known = table in pack.tables and pack.tables[table].kind == "fact"
            fact = reader.fact(table, fact_id) if known else None
            if fact is None:
                raise Missing(f"Snapshot {reader.snapshot} has no fact {fact_id!r} in {table!r}.")
            return encode(_told(reader, pack, table, fact_id, fact))

    def schema(self) -> bytes:
        """What the newest snapshot holds: its tables with their columns, and questions to begin with."""
        with self.snapshots.hold() as reader:
            pack = _pack(reader)
            tables = [_described(pack, table) for table in reader.tables()]
            labels = {name: label.description for name, label in pack.labels.items()}
            return encode({"pack": pack.name, "description": pack.description, "snapshot": reader.snapshot, "tables": tables,
                           "labels": labels, "examples": self._examples_of(reader, pack)})

    def _examples_of(self, reader: Reader, pack: Pack) -> list[str]:
        known = self._examples.get(reader.snapshot)
        if known is None:
            known = examples(reader, pack, self._ask, date.today())
            self._examples = {reader.snapshot: known}
        return known

    def ready(self) -> bytes:
        """The newest snapshot's number.

        Raises:
            StoreError: the store cannot be read.
        """
        with self.snapshots.hold() as reader:
            reader.query("SELECT 1")
            return encode({"status": "ready", "snapshot": reader.snapshot})


def _pack(reader: Reader) -> Pack:
    return load_pack(reader.pack_name)


def _described(pack: Pack, table: Mapping[str, Any]) -> dict[str, Any]:
    spec = pack.tables.get(table["name"])
    known = spec.columns if spec else {}
    columns = [{**column, "unit": known[column["name"]].unit, "values": known[column["name"]].values} if column["name"] in known else column
               for column in table["columns"]]
    return {**table, "kind": spec.kind if spec else None, "columns": columns}


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
