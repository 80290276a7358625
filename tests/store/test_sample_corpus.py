"""The events of the sample corpus: its gold reports resolve to its gold facts."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from rie.store import Reader
from rie.types import Extraction
from rie.values.name import fold
from tests.store.build import deal, extraction, funding, write

CORPUS = Path(__file__).parents[2] / "sample_corpus"


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CORPUS / name).read_text(encoding="utf-8").splitlines()]


def first(value: Any) -> Any:
    """Of several right answers the first."""
    return value[0] if isinstance(value, list) and value else value or None


def as_read(report: dict[str, Any], published: str | None) -> dict[str, Any]:
    """A gold report as a perfect reader would hand it over."""
    day = first(report.get("announced_on"))
    known = {key: first(report[key]) for key in ("status", "currency", "amount_qualifier") if report.get(key)}
    day = None if day == published else day
    if report["table"] == "funding_round":
        investors = [first(name) for name in report.get("investors") or []]
        amount = str(report["amount"]) if report.get("amount") else None
        kind = first(report.get("round_type")) or "unknown"
        return funding(first(report["company"]), amount, day, round_type=kind, investors=investors, **known)
    price = str(report["price"]) if report.get("price") else None
    kind = first(report.get("target_kind")) or "company"
    names = first(report.get("acquirer")), first(report["target"])
    return deal(*names, price, day, seller=first(report.get("seller")), kind=kind, **known)


def extractions(part: str) -> list[Extraction]:
    documents = {document["id"]: document for document in lines(f"documents{part}.jsonl")}
    gold = {line["doc_id"]: line["reports"] for line in lines(f"gold{part}.jsonl")}
    tables = {"funding_round", "acquisition"}
    return [
        extraction(
            id_, (day := document.get("published_at")), *(as_read(r, day) for r in gold[id_] if r["table"] in tables), text=document["text"]
        )
        for id_, document in documents.items()
    ]


@pytest.mark.parametrize("parts", [("",), ("", "_heldout")])
def test_reports_of_the_sample_corpus_become_its_events(tmp_path: Path, parts: tuple[str, ...]) -> None:
    write(tmp_path, *(one for part in parts for one in extractions(part)))
    here = {document["id"] for part in parts for document in lines(f"documents{part}.jsonl")}
    gold = {(fact["table"], fact["event"]): fact for part in parts for fact in lines(f"facts{part}.jsonl") if "event" in fact}
    wanted = Counter(
        (
            table,
            fold(fact.get("company") or fact["target"]),
            frozenset(fact["reports"]) & here,
            fact.get("amount") or fact.get("price"),
            fact["status"],
        )
        for (table, _), fact in gold.items()
    )
    with Reader(tmp_path) as reader:
        found = Counter(
            (table, fold(name), frozenset(docs), amount, status)
            for table, id_, what, amount_ in (
                ("funding_round", "round_id", "company", "amount"),
                ("acquisition", "deal_id", "target", "price"),
            )
            for name, docs, amount, status in reader.query(
                f"SELECT f.{what}, (SELECT list(doc_id) FROM {table}_report r WHERE r.{id_} = f.{id_}), {amount_}, status FROM {table} f"
            ).rows
        )
    merged = {(table, name, docs): (amount, status) for table, name, docs, amount, status in wanted}
    assert {key[:3] for key in found} == set(merged)
    assert sum(found.values()) == sum(wanted.values())
    assert found == wanted
