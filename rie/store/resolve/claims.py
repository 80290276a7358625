"""The reports of a fact table as resolution sees them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import duckdb

from rie.pack import Column, Pack
from rie.store.ddl import fact_id_column

Child = tuple[Any, ...]
_DAYS = {"month": 31, "quarter": 92, "year": 366}


class Columns:
    """Where what stands in the rows of a fact table."""

    def __init__(self, pack: Pack, table: str) -> None:
        self.pack, self.table, self.spec = pack, table, pack.tables[table]
        self.id = fact_id_column(pack, table)
        self.names = list(self.spec.columns)
        self.place = {name: number for number, name in enumerate(self.names)}
        self.entities = [name for name, column in self.spec.columns.items() if column.type == "entity_id"]
        self.children = {name: list(child.columns) for name, child in pack.children(table).items()}
        self.child_entity = {
            name: next((column for column, spec in child.columns.items() if spec.type == "entity_id"), None)
            for name, child in pack.children(table).items()
        }
        self.date = next((name for name, column in self.spec.columns.items() if _takes(column, "date")), None)
        self.precision = next((name for name, column in self.spec.columns.items() if _takes(column, "precision")), None)
        self.status = "status" if "status" in self.place else None
        self._of_role: dict[tuple[str, str], str | None] = {}

    def of_role(self, column: str, take: str) -> str | None:
        """The column that takes something else of the role that `column` is read from."""
        if (column, take) not in self._of_role:
            self._of_role[column, take] = self._find_of_role(column, take)
        return self._of_role[column, take]

    def _find_of_role(self, column: str, take: str) -> str | None:
        source = self.spec.columns[column].source
        if source is None or source.role is None:
            return None
        same = (name for name, other in self.spec.columns.items() if other.source and other.source.role == source.role)
        return next((name for name in same if _takes(self.spec.columns[name], take)), None)

    def parties(self, column: str) -> Iterator[tuple[str, int, int, str]]:
        """Where child tables hold all players of the role of `column`: (table, place of the id, place of the role, the role)."""
        source = self.spec.columns[column].source
        for name, child in self.pack.children(self.table).items():
            role = next((place for place, spec in child.columns.items() if _takes(spec, "role")), None)
            entity = self.child_entity[name]
            if role and entity and source and source.role in child.roles:
                yield name, self.children[name].index(entity), self.children[name].index(role), source.role

    def converted(self, column: str) -> str | None:
        """The column that holds the sum of `column` in US dollars."""
        for name, other in self.spec.columns.items():
            if other.source and other.source.take == "usd" and other.source.amount == column:
                return name
        return None


def _takes(column: Column, what: str) -> bool:
    return column.source is not None and column.source.take == what


@dataclass(slots=True)
class Claim:
    """A report. `values` are the fact table's columns in order; its id column holds the fact that it belonged to until now.

    `first` and `last` are the days that its date can mean; `stated` says that the text names the date (else it is the
    day of publication), `aside` that its document reports more than one event of the same company.
    """

    id: str
    doc_id: str
    confidence: float
    published: date | None
    stated: bool
    values: tuple[Any, ...]
    children: dict[str, list[Child]] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None
    aside: bool = False

    def age(self) -> tuple[date, str, str]:
        """Order by publication, then by id; unknown dates last."""
        return self.published or date.max, self.doc_id, self.id


def read_claims(connection: duckdb.DuckDBPyConnection, columns: Columns) -> list[Claim]:
    """All reports of a fact table with their children, in order of their ids."""
    names = ", ".join(f'r."{name}"' for name in columns.names)
    rows = connection.execute(f"""
        SELECT r.report_id, r.doc_id, r.confidence, d.published_at, s.report_id IS NOT NULL, {names}
        FROM "{columns.table}_report" r LEFT JOIN document d USING (doc_id)
        LEFT JOIN (SELECT DISTINCT report_id FROM evidence WHERE role = 'date') s ON s.report_id = r.report_id
        ORDER BY r.report_id""").fetchall()
    claims = [Claim(id_, doc, sure, day, stated, tuple(values)) for id_, doc, sure, day, stated, *values in rows]
    _read_children(connection, columns, {claim.id: claim for claim in claims})
    for claim in claims:
        _date(claim, columns)
    _find_asides(claims, columns)
    return claims


def _read_children(connection: duckdb.DuckDBPyConnection, columns: Columns, by_id: Mapping[str, Claim]) -> None:
    for name, cells in columns.children.items():
        listed = ", ".join(f'"{cell}"' for cell in cells)
        for report_id, *row in connection.execute(f'SELECT report_id, {listed} FROM "{name}_report" ORDER BY ALL').fetchall():
            by_id[report_id].children.setdefault(name, []).append(tuple(row))


def _date(claim: Claim, columns: Columns) -> None:
    day = claim.values[columns.place[columns.date]] if columns.date else None
    precision = claim.values[columns.place[columns.precision]] if columns.precision else None
    if day is not None:
        claim.first, claim.last = day, _last(day, precision)


def _last(day: date, precision: str | None) -> date:
    """The last day of the month, quarter or year that begins on `day`."""
    if precision not in _DAYS or day.year == date.max.year:
        return day
    behind = day + timedelta(days=_DAYS[precision])
    return behind.replace(day=1) - timedelta(days=1)


def _find_asides(claims: list[Claim], columns: Columns) -> None:
    if not columns.entities:
        return
    subject = columns.place[columns.entities[0]]
    told = Counter((claim.doc_id, claim.values[subject]) for claim in claims)
    for claim in claims:
        claim.aside = told[claim.doc_id, claim.values[subject]] > 1
