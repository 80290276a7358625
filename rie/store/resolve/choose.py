"""The values of a fact from those of its reports. Conflicts are kept in the reports and listed, never averaged."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from rie.pack import Pack
from rie.store.resolve.claims import Child, Claim, Columns
from rie.store.resolve.sums import is_rounding

_FINE = {"day": 0, "month": 1, "quarter": 2, "year": 3}


class Chooser:
    """Chooses the values of facts of one table.

    Args:
        pack: the pack.
        columns: of the fact table.
        same: for an entity id the one that it was merged into.
        names: the canonical name of each entity.
    """

    def __init__(self, pack: Pack, columns: Columns, same: Mapping[str, str], names: Mapping[str, str]) -> None:
        self.columns, self.same, self.names = columns, same, names
        self.spec = columns.spec
        self.groups = [group for group in _groups(columns) if group != [columns.id]]
        resolution = self.spec.resolution
        self.vague = {match.column: frozenset({*match.unknown, "unknown"}) for match in (resolution.match if resolution else [])}
        self.rounded = [match.column for match in (resolution.match if resolution else []) if match.rule == "rounded"]
        self.equal = [match.column for match in (resolution.match if resolution else []) if match.rule == "equal"]
        self.order = {
            column: {value: rank for rank, value in enumerate(values)}
            for column, values in (resolution.order if resolution else {}).items()
        }

    def fact(self, fact_id: str, claims: list[Claim]) -> tuple[Any, ...]:
        """A row of the fact table: its columns, then first_reported_on, n_reports and confidence."""
        cells: dict[str, Any] = self._only(claims[0]) if len(claims) == 1 else self._agreed(sorted(claims, key=Claim.age))
        cells[self.columns.id] = fact_id
        self._use_names(cells)
        published = [claim.published for claim in claims if claim.published]
        return (*(cells[name] for name in self.columns.names), min(published, default=None), len(claims),
                max(claim.confidence for claim in claims))  # fmt: skip

    def _only(self, claim: Claim) -> dict[str, Any]:
        cells = dict(zip(self.columns.names, claim.values, strict=True))
        return cells | {name: self.same.get(cells[name], cells[name]) for name in self.columns.entities}

    def _agreed(self, claims: list[Claim]) -> dict[str, Any]:
        cells: dict[str, Any] = {}
        for group in self.groups:
            winner = self._winner(group, claims)
            cells |= {name: self._cell(winner, name) if winner else None for name in group}
        return cells

    def _cell(self, claim: Claim, name: str) -> Any:
        value = claim.values[self.columns.place[name]]
        return self.same.get(value, value) if name in self.columns.entities else value

    def _use_names(self, cells: dict[str, Any]) -> None:
        for entity in self.columns.entities:
            name = self.columns.of_role(entity, "name") or entity.removesuffix("_id")
            if name in cells and cells[entity] is not None:
                cells[name] = self.names.get(cells[entity], cells[name])

    def _winner(self, group: list[str], claims: list[Claim]) -> Claim | None:
        """The report that a group of columns is taken from."""
        if group[0] == self.columns.date:
            return self._dated(claims)
        for lead in group:
            known = [claim for claim in claims if self._cell(claim, lead) is not None]
            if known:
                firm = self._firm(known) if lead != self.columns.status else known
                return firm[0] if len(firm) == 1 else self._best(lead, firm)
        return None

    def _firm(self, claims: list[Claim]) -> list[Claim]:
        """Reports of what has happened; all when there is none."""
        status = self.columns.status
        firm = [claim for claim in claims if self._cell(claim, status) not in self.spec.excluded_status] if status else []
        return firm or claims

    def _best(self, lead: str, claims: list[Claim]) -> Claim:
        if lead in self.order:
            ranks = self.order[lead]
            return min(reversed(claims), key=lambda claim: ranks.get(self._cell(claim, lead), len(ranks)))
        if lead == self.columns.status:
            return claims[-1]
        votes = self._sums(lead, claims) if lead in self.rounded else self._votes(lead, claims)
        return max(claims, key=lambda claim: (*votes(claim), claim.confidence))

    def _votes(self, lead: str, claims: list[Claim]) -> Callable[[Claim], tuple[Any, ...]]:
        """Values that say something before those that say little, then by number of reports."""
        counts = Counter(self._cell(claim, lead) for claim in claims)
        vague = self.vague.get(lead, frozenset({"unknown"}))
        return lambda claim: (self._cell(claim, lead) != "unknown", self._cell(claim, lead) not in vague, counts[self._cell(claim, lead)])

    def _sums(self, lead: str, claims: list[Claim]) -> Callable[[Claim], tuple[Any, ...]]:
        """A sum is supported by the reports that print it and by those that round it; what is exact goes before what is hedged."""
        counts = Counter((self._cell(claim, lead), self._hedged(claim, lead), self._currency(claim, lead)) for claim in claims)
        support = {
            key: sum(
                n
                for (value, hedged, currency), n in counts.items()
                if currency == key[2] and is_rounding(Decimal(key[0]), Decimal(value), hedged)
            )
            for key in counts
        }

        def key_of(claim: Claim) -> tuple[Any, ...]:
            key = self._cell(claim, lead), self._hedged(claim, lead), self._currency(claim, lead)
            return not key[1], support[key]

        return key_of

    def _hedged(self, claim: Claim, lead: str) -> bool:
        column = self.columns.of_role(lead, "qualifier")
        return bool(column) and self._cell(claim, str(column)) not in (None, "exact")

    def _currency(self, claim: Claim, lead: str) -> Any:
        column = self.columns.of_role(lead, "currency")
        return self._cell(claim, column) if column else None

    def _dated(self, claims: list[Claim]) -> Claim | None:
        """The earliest report's date; a finer date within a coarse one stands for it."""
        pool = self._firm([claim for claim in claims if claim.first is not None])
        if not pool:
            return None
        earliest = min(pool, key=lambda claim: (claim.first, self._coarseness(claim)))
        within = [claim for claim in pool if _inside(claim, earliest)]
        return min(within, key=lambda claim: (self._coarseness(claim), claim.first))

    def _coarseness(self, claim: Claim) -> int:
        column = self.columns.precision
        return _FINE.get(self._cell(claim, column), 0) if column else 0

    def children(self, fact_id: str, table: str, claims: list[Claim]) -> list[Child]:
        """The rows of a child table of a fact, united over its reports; TRUE wins over FALSE, FALSE over NULL."""
        names = self.columns.children[table]
        entity, id_column = self.columns.child_entity[table], self.columns.id
        united: dict[tuple[Any, ...], dict[str, Any]] = {}
        for claim in sorted(claims, key=Claim.age):
            for row in claim.children.get(table, ()):
                cells = self._child(dict(zip(names, row, strict=True)), entity, fact_id, id_column)
                key = tuple(
                    value for name, value in cells.items() if not isinstance(value, bool) and value is not None and name != _name_of(entity)
                )
                _unite(united.setdefault(key, cells), cells)
        return [tuple(cells[name] for name in names) for _, cells in sorted(united.items(), key=lambda item: str(item[0]))]

    def _child(self, cells: dict[str, Any], entity: str | None, fact_id: str, id_column: str) -> dict[str, Any]:
        cells[id_column] = fact_id
        if entity is not None and cells[entity] is not None:
            cells[entity] = self.same.get(cells[entity], cells[entity])
            cells[str(_name_of(entity))] = self.names.get(cells[entity], cells.get(str(_name_of(entity))))
        return cells

    def conflicts(self, claims: list[Claim]) -> Iterator[str]:
        """The columns on which reports of one fact disagree."""
        if len(claims) < 2:
            return
        for column in self.equal:
            values = {self._cell(claim, column) for claim in claims} - {None} - self.vague[column]
            if len(values) > 1:
                yield column
        for column in self.rounded:
            if self._disagree(column, claims):
                yield column

    def _disagree(self, column: str, claims: list[Claim]) -> bool:
        sums = {
            (Decimal(self._cell(c, column)), self._hedged(c, column), self._currency(c, column))
            for c in claims
            if self._cell(c, column) is not None
        }
        return any(
            one[2] == other[2] and not is_rounding(one[0], other[0], other[1]) and not is_rounding(other[0], one[0], one[1])
            for one in sums for other in sums if one[0] < other[0]
        )  # fmt: skip


def _groups(columns: Columns) -> list[list[str]]:
    """Columns that are taken from one report together, so that they agree: those of one role, and their conversion."""
    groups: dict[str, list[str]] = {}
    for name, column in columns.spec.columns.items():
        source = column.source
        amount = source and source.amount and columns.spec.columns[source.amount].source
        role = (amount and amount.role) or (source and source.role) or _stem(name, columns)
        groups.setdefault(str(role), []).append(name)
    return list(groups.values())


def _stem(name: str, columns: Columns) -> str:
    return name.removesuffix("_id") if columns.spec.columns[name].type == "entity_id" else name


def _name_of(entity: str | None) -> str | None:
    return entity.removesuffix("_id") if entity else None


def _unite(cells: dict[str, Any], other: dict[str, Any]) -> None:
    for name, value in other.items():
        if isinstance(value, bool) and not cells[name]:
            cells[name] = value


def _inside(inner: Claim, outer: Claim) -> bool:
    first, last = outer.first or date.min, outer.last or date.max
    return inner.first is not None and inner.last is not None and first <= inner.first and inner.last <= last
