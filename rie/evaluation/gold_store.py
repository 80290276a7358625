"""A store built from gold reports in place of extracted ones: what the question layer alone gets right."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from rie.evaluation.gold import GoldDocument, read_gold
from rie.pack import Pack
from rie.types import Document, Entity, Evidence, Extraction, Report, Scalar
from rie.values import PartialDate, fold, to_usd

MODEL = "gold"
_PARTIES = ("acquirer", "target", "seller")


def gold_extractions(documents: Path, gold: Path, pack: Pack, seats: Mapping[str, Mapping[str, str]] | None = None) -> Iterator[Extraction]:
    """What a faultless pipeline would read from documents, as far as the gold says.

    Args:
        documents: JSON lines of documents.
        gold: JSON lines of gold reports (contract, section 7).
        pack: the pack of the gold.
        seats: attributes of companies (city, region, country) by name.

    Raises:
        UsageError: the gold cannot be read.
    """
    lines = (json.loads(line) for line in documents.read_text(encoding="utf-8").splitlines())
    texts = {item["id"]: item for item in lines}
    known = {fold(name): dict(values) for name, values in (seats or {}).items()}
    for item in read_gold(gold, pack):
        if item.doc_id in texts:
            yield _extraction(_document(texts[item.doc_id]), item, known)


def read_seats(facts: Path) -> dict[str, dict[str, str]]:
    """The lines of table `company` of a file of facts: city, region and country by name."""
    lines = (json.loads(line) for line in facts.read_text(encoding="utf-8").splitlines())
    keys = ("city", "region", "country")
    return {item["name"]: {key: item[key] for key in keys if item.get(key)} for item in lines if item["table"] == "company"}


def _document(item: Mapping[str, Any]) -> Document:
    published = item.get("published_at")
    return Document(
        item["id"],
        item["text"],
        item.get("title") or "",
        PartialDate.parse(published) if published else None,
        item.get("source"),
        item.get("url"),
    )


class _Entities:
    """The entities of one document; ids are made of folded names."""

    def __init__(self, seats: Mapping[str, Mapping[str, str]]) -> None:
        self.seats, self.found = seats, dict[str, Entity]()

    def add(self, names: list[str] | str | None, kind: str) -> tuple[str | None, str | None]:
        """The id and the canonical name of one thing."""
        if not names:
            return None, None
        spellings = [names] if isinstance(names, str) else names
        key = f"gold-{fold(spellings[0]).replace(' ', '-')}"
        self.found.setdefault(key, Entity(key, spellings[0], kind, "text", tuple(spellings[1:]), self.seats.get(fold(spellings[0]), {})))
        return key, spellings[0]


def _extraction(document: Document, gold: GoldDocument, seats: Mapping[str, Mapping[str, str]]) -> Extraction:
    entities = _Entities(seats)
    build = {"funding_round": _round, "acquisition": _deal, "financial_result": _figure, "executive_change": _change}
    reports = tuple(
        build[table](f"{document.id}-{number}", document, dict(cells), entities)
        for number, (table, cells) in enumerate(gold.rows)
        if table in build
    )
    return Extraction(document, reports=reports, entities=tuple(entities.found.values()), words=len(document.text.split()))


def _dated(document: Document, cells: Mapping[str, Any]) -> dict[str, Scalar]:
    date = PartialDate.parse(cells["announced_on"]) if cells.get("announced_on") else document.published_at
    return {"announced_on": date.first if date else None, "date_precision": date.precision if date else None}


def _usd(amount: Any, currency: str | None, document: Document, cells: Mapping[str, Any]) -> Scalar:
    from decimal import Decimal

    written = cells.get("announced_on")
    date = PartialDate.parse(written) if written else document.published_at
    found = to_usd(Decimal(str(amount)), currency, date) if amount is not None and currency else None
    return found.amount_usd if found else None


def _evidence(document: Document, columns: Mapping[str, Scalar]) -> tuple[Evidence, ...]:
    """The first occurrence of each name in the text."""
    found = ((role, document.text.find(str(value)), str(value)) for role, value in columns.items() if value)
    return tuple(Evidence(role, "text", start, start + len(text), text) for role, start, text in found if start >= 0)


def _round(report_id: str, document: Document, cells: dict[str, Any], entities: _Entities) -> Report:
    company_id, company = entities.add(cells.get("company"), "company")
    leads = {fold(names[0]) for names in cells.get("lead_investors") or ()}
    named = [*(cells.get("investors") or ()), *(cells.get("lead_investors") or ())]
    investors = {names[0]: entities.add(names, "investor") for names in named}
    children = tuple(
        {"investor_id": key, "investor": name, "is_lead": True if name and fold(name) in leads else None}
        for key, name in investors.values()
    )
    names = ("amount", "amount_high", "currency", "amount_qualifier", "stated_total", "valuation", "status")
    values = {
        "company_id": company_id, "company": company, "round_type": cells.get("round_type") or "unknown", **_dated(document, cells),
        **{name: cells.get(name) for name in names}, "amount_usd": _usd(cells.get("amount"), cells.get("currency"), document, cells),
    }  # fmt: skip
    return Report(
        report_id, "funding_round", document.id, values, _evidence(document, {"company": company}), {"funding_investor": children}
    )


def _deal(report_id: str, document: Document, cells: dict[str, Any], entities: _Entities) -> Report:
    as_company = cells.get("target_kind") in (None, "company", "stake")
    values: dict[str, Scalar] = {}
    parties = []
    for role in _PARTIES:
        names = cells.get(role)
        key, name = (
            (None, names if isinstance(names, str) else (names or [None])[0])
            if role == "target" and not as_company
            else entities.add(names, "company")
        )
        values |= {f"{role}_id": key, role: name}
        parties += [{"company_id": key, "company": name, "role": role}] if key else []
    plain = ("status", "price", "currency", "price_qualifier", "price_per_share", "stake_percent")
    values |= {
        "target_kind": cells.get("target_kind") or "company", **_dated(document, cells), **{name: cells.get(name) for name in plain},
        "price_usd": _usd(cells.get("price"), cells.get("currency"), document, cells),
    }  # fmt: skip
    found = _evidence(document, {role: values[role] for role in _PARTIES})
    return Report(report_id, "acquisition", document.id, values, found, {"acquisition_party": tuple(parties)})


def _firsts(cells: Mapping[str, Any]) -> dict[str, Any]:
    """Of each set of right values the first; days as dates."""
    found = {name: value[0] if isinstance(value, list) else value for name, value in cells.items()}
    days = {name: date.fromisoformat(found[name]) for name in ("period_end", "effective_on") if found.get(name)}
    return found | days


def _figure(report_id: str, document: Document, cells: dict[str, Any], entities: _Entities) -> Report:
    company_id, company = entities.add(cells.get("company"), "company")
    told = _firsts(cells)
    values = {
        **told, "company_id": company_id, "company": company, "accounting": told.get("accounting") or "unknown", **_dated(document, told),
        "value_usd": _usd(told["value"], told.get("currency"), document, told),
    }  # fmt: skip
    return Report(report_id, "financial_result", document.id, values, _evidence(document, {"company": company}))


def _change(report_id: str, document: Document, cells: dict[str, Any], entities: _Entities) -> Report:
    (company_id, company), (person_id, person) = entities.add(cells.get("company"), "company"), entities.add(cells.get("person"), "person")
    told = _firsts(cells)
    values = {**told, "company_id": company_id, "company": company, "person_id": person_id, "person": person, **_dated(document, told)}
    return Report(report_id, "executive_change", document.id, values, _evidence(document, {"company": company, "person": person}))
