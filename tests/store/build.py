"""Extractions by hand: what a perfect reader would read from short texts."""

import hashlib
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from rie.pack import load_pack
from rie.store import Reader, Summary, Writer
from rie.types import AttributeReport, Document, Entity, Evidence, Extraction, Mention, Report
from rie.values.date import PartialDate
from rie.values.name import fold

PACK = load_pack("business")
MODEL = "hand-1"


def entity_id(name: str, kind: str = "company") -> str:
    """The id that a new name gets."""
    return f"{kind[0]}-{hashlib.blake2b(f'{kind}:{fold(name)}'.encode(), digest_size=8).hexdigest()}"


def entity(name: str, kind: str = "company", **extra: Any) -> Entity:
    """An entity that a text names."""
    return Entity(entity_id(name, kind), name, kind, "text", **extra)


def funding(
    company: str | Entity,
    amount: str | None = None,
    day: str | None = None,
    *,
    currency: str | None = "USD",
    round_type: str = "unknown",
    investors: Sequence[str] = (),
    lead: str | None = None,
    stated: bool = False,
    **values: Any,
) -> dict[str, Any]:
    """A funding round as one document states it; `day` as in YYYY-MM-DD, None for the document's own."""
    sums = (
        {
            "amount": Decimal(amount),
            "currency": currency,
            "amount_qualifier": "exact",
            "amount_usd": Decimal(amount) if currency == "USD" else None,
        }
        if amount
        else {}
    )
    kids = [
        {"investor_id": entity_id(name), "investor": name, "is_lead": True if name == lead else None}
        for name in ([lead] if lead else []) + list(investors)
    ]
    names = [company, *(entity(kid["investor"]) for kid in kids)]
    return {
        "table": "funding_round",
        "parties": {"company": company},
        "names": names,
        "day": day,
        "stated": stated,
        "children": {"funding_investor": kids},
        "values": {"round_type": round_type, "status": "closed", **sums, **values},
    }


def deal(
    acquirer: str | None,
    target: str,
    price: str | None = None,
    day: str | None = None,
    *,
    seller: str | None = None,
    kind: str = "company",
    stated: bool = False,
    **values: Any,
) -> dict[str, Any]:
    """An acquisition as one document states it; a target that is no company has no id."""
    sums = {"price": Decimal(price), "currency": "USD", "price_usd": Decimal(price), "price_qualifier": "exact"} if price else {}
    parties = {"acquirer": acquirer, "target": target if kind == "company" else None, "seller": seller}
    kids = [{"company_id": entity_id(name), "company": name, "role": role} for role, name in parties.items() if name]
    return {
        "table": "acquisition",
        "parties": parties,
        "names": [name for name in parties.values() if name],
        "day": day,
        "stated": stated,
        "children": {"acquisition_party": kids},
        "values": {"target": target, "target_kind": kind, "status": "completed", **sums, **values},
    }


def extraction(
    doc_id: str, published: str | None, *reports: dict[str, Any], text: str | None = None, seats: Sequence[tuple[str, str]] = ()
) -> Extraction:
    """A document with its reports; `seats` are (company, city)."""
    names = [_entity(name) for report in reports for name in report["names"]] + [entity(name) for name, _ in seats]
    text = text or f"{doc_id}: " + ". ".join(name.name for name in names)
    when = PartialDate.parse(published) if published else None
    built = tuple(_report(doc_id, when, number, report) for number, report in enumerate(reports))
    mentions = tuple(Mention("text", 0, len(name.name), "COMPANY", name.name, name.name, None, name.id) for name in names)
    attributes = tuple(
        AttributeReport(f"t-{doc_id}-{number}", doc_id, entity_id(name), "city", city, Evidence("city", "text", 0, 3, text[:3]))
        for number, (name, city) in enumerate(seats)
    )
    return Extraction(
        Document(doc_id, text, f"Title of {doc_id}", when, "wire", f"https://example.com/{doc_id}", {"n": "1"}),
        mentions,
        built,
        attributes,
        tuple({name.id: name for name in names}.values()),
        len(text.split()),
    )


def _entity(name: str | Entity) -> Entity:
    return name if isinstance(name, Entity) else entity(name)


def _report(doc_id: str, when: PartialDate | None, number: int, spec: dict[str, Any]) -> Report:
    day = PartialDate.parse(spec["day"]) if spec["day"] else when
    values: dict[str, Any] = {"announced_on": day and day.first, "date_precision": day and day.precision, **spec["values"]}
    for role, name in spec["parties"].items():
        if name is not None:
            values |= {f"{role}_id": _entity(name).id, role: _entity(name).name}
    roles = [role for role, name in spec["parties"].items() if name] + (["date"] if spec["day"] or spec["stated"] else [])
    evidence = tuple(Evidence(role, "text", 0, 3, doc_id[:3]) for role in roles)
    return Report(f"r-{doc_id}-{number}", spec["table"], doc_id, values, evidence, {k: tuple(v) for k, v in spec["children"].items()})


def write(store: Path, *extractions: Extraction, model: str = MODEL) -> Summary:
    """Ingest in one run."""
    with Writer(store, PACK) as writer:
        writer.add(extractions, model)
        return writer.publish()


def day(text: str) -> date:
    """A date from its ISO form."""
    return date.fromisoformat(text)


def rounds(store: Path, columns: str = "company, amount, n_reports") -> list[tuple[Any, ...]]:
    """The rounds of a store's newest snapshot."""
    with Reader(store) as reader:
        return reader.query(f"SELECT {columns} FROM funding_round ORDER BY announced_on, amount").rows


def deals(store: Path, columns: str = "acquirer, target, price, n_reports") -> list[tuple[Any, ...]]:
    """The acquisitions of a store's newest snapshot."""
    with Reader(store) as reader:
        return reader.query(f"SELECT {columns} FROM acquisition ORDER BY announced_on, price").rows


def ingest(store: Path, *reports: tuple[str, dict[str, Any]]) -> None:
    """Write reports, each of a document of its own with its day of publication."""
    write(store, *(extraction(f"d{number}", published, report) for number, (published, report) in enumerate(reports)))
