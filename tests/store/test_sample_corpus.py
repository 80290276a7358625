"""The events of the sample corpus: its gold reports resolve to its gold facts."""

import json
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from rie.store import Reader
from rie.types import Extraction
from rie.values.name import fold
from tests.store.build import deal, entity, extraction, funding, write

CORPUS = Path(__file__).parents[2] / "sample_corpus"
DEALS = {"funding_round", "acquisition"}
# the key of a fact table, and what tells one fact from another besides its documents
FIGURES = {
    "financial_result": ("result_id", ("company", "metric", "segment", "basis", "accounting", "value", "fiscal_quarter", "change_percent")),
    "executive_change": ("change_id", ("company", "person", "action", "interim")),
}


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
    if report["table"] not in DEALS:
        return figure_or_change(report, day)
    if report["table"] == "funding_round":
        investors = [first(name) for name in report.get("investors") or []]
        amount = str(report["amount"]) if report.get("amount") else None
        kind = first(report.get("round_type")) or "unknown"
        return funding(first(report["company"]), amount, day, round_type=kind, investors=investors, **known)
    price = str(report["price"]) if report.get("price") else None
    kind = first(report.get("target_kind")) or "company"
    names = first(report.get("acquirer")), first(report["target"])
    return deal(*names, price, day, seller=first(report.get("seller")), kind=kind, **known)


def figure_or_change(report: dict[str, Any], day: str | None) -> dict[str, Any]:
    """A gold result or executive change as a perfect reader would hand it over."""
    parties = {"company": entity(report["company"][0])}
    if "person" in report:
        parties["person"] = entity(report["person"][0], "person")
    values = {key: as_stored(key, value) for key, value in report.items() if key not in {"table", "company", "person", "announced_on"}}
    if report["table"] == "financial_result":
        values["accounting"] = values.get("accounting") or "unknown"
    names = list(parties.values())
    return {"table": report["table"], "parties": parties, "names": names, "day": day, "stated": False, "children": {}, "values": values}


def as_stored(key: str, value: Any) -> Any:
    value = value[0] if isinstance(value, list) else value
    if value is not None and key in {"period_end", "effective_on"}:
        return date.fromisoformat(value)
    return Decimal(str(value)) if isinstance(value, int | float) and key in {"value", "change_percent"} else value


def extractions(part: str) -> list[Extraction]:
    documents = {document["id"]: document for document in lines(f"documents{part}.jsonl")}
    gold = {line["doc_id"]: line["reports"] for line in lines(f"gold{part}.jsonl")}
    return [
        extraction(id_, (day := document.get("published_at")), *(as_read(report, day) for report in gold[id_]), text=document["text"])
        for id_, document in documents.items()
    ]


@pytest.mark.parametrize("parts", [("",), ("", "_heldout")])
def test_reports_of_the_sample_corpus_become_its_events(tmp_path: Path, parts: tuple[str, ...]) -> None:
    write(tmp_path, *(one for part in parts for one in extractions(part)))
    here = {document["id"] for part in parts for document in lines(f"documents{part}.jsonl")}
    gold = {(fact["table"], fact["event"]): fact for part in parts for fact in lines(f"facts{part}.jsonl") if fact["table"] in DEALS}
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


@pytest.mark.parametrize("table", FIGURES)
@pytest.mark.parametrize("parts", [("",), ("", "_heldout")])
def test_results_and_changes_of_the_sample_corpus_become_its_facts(tmp_path: Path, parts: tuple[str, ...], table: str) -> None:
    key, columns = FIGURES[table]
    write(tmp_path, *(one for part in parts for one in extractions(part)))
    facts = [fact for fact in lines(f"facts{parts[-1]}.jsonl") if fact["table"] == table]
    wanted = Counter((*(told_apart(name, fact[name]) for name in columns), frozenset(fact["reports"])) for fact in facts)
    with Reader(tmp_path) as reader:
        rows = reader.query(
            f"SELECT {', '.join(columns)}, (SELECT list(doc_id) FROM {table}_report r WHERE r.{key} = f.{key}) FROM {table} f"
        ).rows
    assert Counter((*map(told_apart, columns, row), frozenset(row[-1])) for row in rows) == wanted


def told_apart(column: str, value: Any) -> Any:
    """A cell in a form in which gold and store agree."""
    if value is None or isinstance(value, bool):
        return value
    if column in {"company", "person", "segment"}:
        return fold(value)
    return Decimal(str(value)).normalize() if column in {"value", "change_percent"} else value
