"""A snapshot in memory, made of facts as `sample_corpus/facts.jsonl` writes them: the question layer alone, without extraction."""

import datetime
import json
from pathlib import Path
from typing import Any

import duckdb

from rie.pack import Pack
from rie.values import PartialDate, to_usd

_TYPES = {
    "id": "VARCHAR",
    "entity_id": "VARCHAR",
    "text": "VARCHAR",
    "date": "DATE",
    "decimal": "DECIMAL(38,6)",
    "integer": "BIGINT",
    "boolean": "BOOLEAN",
    "json": "JSON",
}
_STORE = """
CREATE SCHEMA rie_internal;
CREATE TABLE rie_internal.conflict (fact_table VARCHAR, fact_id VARCHAR, column_name VARCHAR);
CREATE TABLE evidence (report_id VARCHAR, role VARCHAR, doc_id VARCHAR, part VARCHAR,
    key VARCHAR, start_char INT, end_char INT, quote VARCHAR);
"""
_EXTRA = {"first_reported_on": "DATE", "n_reports": "BIGINT", "confidence": "DOUBLE"}


class Result:
    def __init__(self, columns, rows, truncated):
        self.columns, self.rows, self.truncated = columns, rows, truncated


class FactStore:
    """Answers what `rie.ask` asks of a reader, a statement once; facts have a span of evidence per role and document."""

    snapshot = 1

    def __init__(self, facts: list[dict[str, Any]], pack: Pack, aliases: dict[str, tuple[str, ...]] | None = None) -> None:
        self.pack, self.db, self.ids, self.aliases = pack, duckdb.connect(), {}, aliases or {}
        self.results: dict[tuple[Any, ...], Result] = {}
        for name, table in pack.tables.items():
            columns = {key: _TYPES[column.type] for key, column in table.columns.items()} | (_EXTRA if table.kind == "fact" else {})
            self.db.execute(f"CREATE TABLE {name} ({', '.join(f'{key} {kind}' for key, kind in columns.items())})")
            if table.kind == "fact":
                self.db.execute(f"CREATE TABLE {name}_report ({table.id} VARCHAR, report_id VARCHAR, doc_id VARCHAR)")
        self.db.execute(_STORE)
        investors = {name for fact in facts for name in fact.get("investors") or ()}
        for fact in facts:
            if fact["table"] == "company":
                kind = fact.get("kind") or ("investor" if fact["name"] in investors else "company")
                self._company(fact["name"], kind, fact, fact.get("id"))
        for number, fact in enumerate(facts):
            if fact["table"] == "funding_round":
                self._round(fact, number, investors)
            elif fact["table"] == "acquisition":
                self._deal(fact, number)
            elif fact["table"] != "company":
                self._plain(fact, number)

    def _insert(self, table: str, **values: Any) -> None:
        names = ", ".join(values)
        self.db.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(values))})", list(values.values()))

    def _company(self, name: str, kind: str = "company", more: dict[str, Any] | None = None, id: str | None = None) -> str:
        key = id or name
        if key not in self.ids:
            self.ids[key] = id or "c-" + name.lower().replace(" ", "-")
            seat = {key: (more or {}).get(key) for key in ("city", "region", "country", "sector")}
            self._insert("company", company_id=self.ids[key], name=name, kind=kind, **seat)
        return self.ids[key]

    def _round(self, fact: dict[str, Any], number: int, investors: set[str]) -> None:
        key = f"f-{number:03}"
        date = PartialDate.parse(fact["announced_on"])
        names = ("amount", "amount_high", "currency", "amount_qualifier", "status", "stated_total", "valuation")
        values = {name: fact.get(name) for name in names}
        usd = to_usd(_decimal(fact["amount"]), fact["currency"], date) if fact.get("amount") is not None else None
        company = fact.get("company_id") or self._company(fact["company"])
        self._insert(
            "funding_round",
            round_id=key,
            company_id=company,
            company=fact["company"],
            announced_on=date.first,
            date_precision=date.precision,
            round_type=fact.get("round_type") or "unknown",
            amount_usd=usd.amount_usd if usd else None,
            n_reports=len(fact["reports"]),
            **values,
        )
        self._reports("funding_round", "round_id", key, fact, ("company", "amount"))
        leads = fact.get("lead_investors") or ()
        for name in fact.get("investors") or ():
            id_ = self._company(name, "investor")
            self._insert("funding_investor", round_id=key, investor_id=id_, investor=name, is_lead=True if name in leads else None)

    def _deal(self, fact: dict[str, Any], number: int) -> None:
        key = f"a-{number:03}"
        date = PartialDate.parse(fact["announced_on"])
        names = ("target_kind", "status", "price", "currency", "price_per_share", "stake_percent")
        values = {name: fact.get(name) for name in names}
        usd = to_usd(_decimal(fact["price"]), fact["currency"], date) if fact.get("price") is not None else None
        as_company = fact.get("target_kind") in ("company", "stake", None)
        parties = {"acquirer": fact.get("acquirer"), "target": fact.get("target"), "seller": fact.get("seller")}
        ids = {role: self._company(name) if name and (role != "target" or as_company) else None for role, name in parties.items()}
        self._insert(
            "acquisition",
            deal_id=key,
            **parties,
            **{f"{role}_id": id_ for role, id_ in ids.items()},
            announced_on=date.first,
            date_precision=date.precision,
            price_usd=usd.amount_usd if usd else None,
            n_reports=len(fact["reports"]),
            **values,
        )
        self._reports("acquisition", "deal_id", key, fact, ("acquirer", "target", "price"))
        for role, name in parties.items():
            if name and ids[role]:
                self._insert("acquisition_party", deal_id=key, company_id=ids[role], company=name, role=role)

    def _plain(self, fact: dict[str, Any], number: int) -> None:
        """A fact whose line has the names of its columns; ids, dollars and, where none is told, a document are added."""
        table, key = fact["table"], f"{fact['table'][:1]}-{number:03}"
        date = PartialDate.parse(fact["announced_on"])
        values = {name: value for name, value in fact.items() if name in self.pack.tables[table].columns}
        values |= {"company_id": self._company(fact["company"]), "announced_on": date.first, "date_precision": date.precision}
        if "person" in fact:
            values["person_id"] = "p-" + fact["person"].lower().replace(" ", "-")
        if fact.get("currency"):
            usd = to_usd(_decimal(fact["value"]), fact["currency"], date)
            values["value_usd"] = usd.amount_usd if usd else None
        self._insert(table, **{str(self.pack.tables[table].id): key}, n_reports=1, **values)
        told = {"reports": [f"d-{key}"]} | fact
        self._reports(table, str(self.pack.tables[table].id), key, told, ("company", "person", "value"))

    def _reports(self, table: str, id_column: str, key: str, fact: dict[str, Any], roles: tuple[str, ...]) -> None:
        for doc in fact["reports"]:
            report = {"report_id": f"{key}-{doc}", "doc_id": doc}
            self._insert(f"{table}_report", **{id_column: key}, **report)
            for role in roles:
                if fact.get(role) is not None:
                    self._insert("evidence", **report, role=role, part="text", start_char=0, end_char=4, quote="text")

    def query(self, sql, parameters=None, max_rows=1000):
        key = (sql, repr(parameters), max_rows)
        if key not in self.results:
            cursor = self.db.cursor().execute(sql, parameters or {})
            rows = cursor.fetchmany(max_rows + 1)
            self.results[key] = Result([(item[0], str(item[1])) for item in cursor.description], rows[:max_rows], len(rows) > max_rows)
        return self.results[key]

    def entities(self):
        rows = self.db.cursor().execute("SELECT company_id, name, kind FROM company ORDER BY 1").fetchall()
        return [(id_, name, kind, (name, *self.aliases.get(name, ()))) for id_, name, kind in rows]


def _decimal(value):
    from decimal import Decimal

    return Decimal(str(value))


def read_facts(file: Path) -> list[dict[str, Any]]:
    """The lines of a facts file."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


TODAY = datetime.date(2019, 1, 15)
