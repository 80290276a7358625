"""Stands in for a store and for the asker: three documents, one of them hostile, behind the reader's own interface."""

import datetime
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

from rie.types import Answer

TEXT = "😀 Hooli, Inc. raised $5m on Monday. It makes toys. The money came from Raviga."
DOCUMENTS = {
    "n-1": ("Hooli raises", TEXT),
    "archive.zip/a b/ü?.txt": ("", "Nothing."),
    "hostile": ("<img src=x onerror=alert(1)>", "<script>alert(1)</script>"),
}


class StubReader:
    """Stands in for `rie.store.Reader`."""

    pack_name, pack_version = "business", 1

    def __init__(self, store: Path, snapshot: int) -> None:
        self.snapshot, self.closed = snapshot, False

    def close(self) -> None:
        self.closed = True

    def query(self, sql, parameters=None, max_rows=1000):
        if "FROM document" not in sql:
            return SimpleNamespace(columns=[("v", "VARCHAR")], rows=[("Hooli", 3)] if "company" in sql else [])
        names = ["doc_id", "title", "source", "url", "published_at", "date_precision", "text", "metadata"]
        ids = (parameters or {}).get("ids", [])
        rows = [(i, DOCUMENTS[i][0], "Wire", None, datetime.date(2023, 5, 1), "day", DOCUMENTS[i][1], '{"ticker": "HOO"}') for i in ids]
        return SimpleNamespace(columns=[(name, "VARCHAR") for name in names], rows=rows)

    def document(self, doc_id):
        if doc_id not in DOCUMENTS:
            return None
        title, text = DOCUMENTS[doc_id]
        mention = {"part": "text", "start_char": 2, "end_char": 7, "label": "COMPANY", "text": "Hooli"}
        return {"doc_id": doc_id, "title": title, "text": text, "published_at": datetime.date(2023, 5, 1), "mentions": [mention]}

    def fact(self, table, fact_id):
        if fact_id != "f-1":
            return None
        return {"round_id": "f-1", "company": "Hooli", "amount": Decimal("5000000.00"), "announced_on": datetime.date(2023, 5, 1),
                "children": {}, "reports": [{"report_id": "r-1", "doc_id": "n-1"}], "evidence": []}

    def evidence_of(self, table, fact_ids, roles=None, limit=200):
        return [span("amount", "$5m")], 1

    def tables(self):
        return [{"name": "funding_round", "comment": "", "rows": 1, "columns": [{"name": "amount_usd", "type": "DECIMAL", "comment": ""}]}]


def span(role, quote):
    start = TEXT.index(quote)
    return {"row": 0, "table": "funding_round", "fact_id": "f-1", "report_id": "r-1", "role": role, "doc_id": "n-1", "part": "text",
            "key": None, "start_char": start, "end_char": start + len(quote), "quote": quote}


def stub_ask(question, reader, pack, *, after, today, id):
    """Stands in for `rie.ask.ask`."""
    columns = ({"name": "amount_usd", "type": "decimal", "unit": "USD"},)
    rows = ({"amount_usd": Decimal("5000000.00")},)
    return Answer(id, question, str(today), reader.snapshot, "answered", answer="Hooli raised $5.0 million.", sql="SELECT 1",
                  columns=columns, rows=rows, row_count=1, parameters={"after": list(after)},
                  evidence=(span("amount", "$5m"),), evidence_total=1)


def publish(store: Path, number: int) -> None:
    store.mkdir(exist_ok=True)
    (store / "snapshots").mkdir(exist_ok=True)
    (store / "snapshots" / f"facts-{number:06}.duckdb").touch()
    (store / "CURRENT").write_text(f"facts-{number:06}.duckdb\n")
