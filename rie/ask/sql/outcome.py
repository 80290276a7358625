"""What came of a logical form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from rie.ask.form import LogicalForm
from rie.ask.sql.compile import Query


@dataclass(frozen=True, slots=True)
class Counted:
    """How many facts there are behind an answer, have a value, have one in US dollars; and the currencies of the values."""

    facts: int = 0
    valued: int = 0
    converted: int = 0
    codes: frozenset[str] = frozenset()


@dataclass
class Outcome:
    """The rows of a form. `status` and `reason` are those of the contract, `missing` counts facts without the asked value,
    `left_out`, where nothing was found, those of a status that is left out.

    `fact_ids` holds the fact of each row where a row is a fact, else `row_keys` the values that tell the facts of a row.
    `given` holds the columns that are put before those of the query, with their values.
    """

    form: LogicalForm
    query: Query
    status: str = "answered"
    reason: str | None = None
    rows: list[dict[str, Any]] = field(default_factory=list)
    columns: list[dict[str, Any]] = field(default_factory=list)
    truncated: bool = False
    counted: Counted = Counted()
    missing: int = 0
    left_out: int = 0
    fact_ids: list[str] = field(default_factory=list)
    row_keys: list[tuple[Any, ...]] = field(default_factory=list)
    given: dict[str, str] = field(default_factory=dict)

    @property
    def facts(self) -> int:
        """How many facts it rests on."""
        return self.counted.facts

    @property
    def key(self) -> tuple[Any, ...]:
        """What two readings are compared by."""
        cells = (tuple(map(str, row.values())) for row in self.rows)
        return self.status, tuple((row[0], row[-1]) for row in cells)

    def keep(self, names: Sequence[str]) -> None:
        """Only the columns of these names, in their order."""
        by_name = {column["name"]: column for column in self.columns}
        self.columns = [by_name[name] for name in names]
        self.rows = [{name: row[name] for name in names} for row in self.rows]

    def put_first(self, name: str, value: str) -> None:
        """Put a column before the others that has one value in every row."""
        self.given[name] = value
        self.rows = [{name: value, **row} for row in self.rows]
        self.columns = [{"name": name, "type": "text"}, *self.columns]
