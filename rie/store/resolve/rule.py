"""What a match rule is: it relates two reports by a number."""

from collections.abc import Mapping
from typing import Any, Final, Protocol

from rie.pack.model import Leeway, Match
from rie.store.resolve.claims import Claim, Columns

NO: Final = -1.0  # they cannot be one event
WEAK: Final = 0.0001  # agreement that must be borne out by another rule


class Rule(Protocol):
    """One condition. `column` is the column that it is about; a rule without `evidence` proves nothing when it holds."""

    column: str
    evidence: bool

    def prepare(self, claim: Claim) -> Any:
        """What `relate` compares of a report."""

    def relate(self, one: Any, other: Any, same_document: bool) -> float:
        """NO, 0 (nothing to compare), WEAK or the degree of agreement."""


def gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """The days between two intervals of days."""
    return max(0, one[0] - other[1], other[0] - one[1])


class Circumstances:
    """The exceptions of a rule (`unless`): what of two reports lets them differ and be one event all the same."""

    def __init__(self, match: Match, columns: Columns, same: Mapping[str, str]) -> None:
        self.leeways, self.merged = match.unless, same
        names = {name for leeway in match.unless for name in (*leeway.same, *leeway.where)}
        self.places = {name: columns.place[name] for name in sorted(names)}

    def prepare(self, claim: Claim) -> Any:
        """The days that the report can be of, and its cells that exceptions look at; None without exceptions."""
        if not self.leeways:
            return None
        days = (claim.first.toordinal(), claim.last.toordinal()) if claim.first and claim.last else None
        return days, tuple(self._cell(claim.values[place]) for place in self.places.values())

    def allow(self, one: Any, other: Any, values: tuple[Any, Any] | None = None) -> bool:
        """Whether an exception holds. `values` are the two that differ."""
        return any(self._holds(leeway, one, other, values) for leeway in self.leeways)

    def tolerance(self, one: Any, other: Any) -> float:
        """The widest tolerance of the exceptions that hold, 0 for none."""
        return max((leeway.tolerance for leeway in self.leeways if self._holds(leeway, one, other, None)), default=0.0)

    def _cell(self, value: Any) -> Any:
        return self.merged.get(value, value) if isinstance(value, str) else value

    def _holds(self, leeway: Leeway, one: Any, other: Any, values: tuple[Any, Any] | None) -> bool:
        if values is not None and leeway.values and not {*values} <= {*leeway.values}:
            return False
        (days, cells), (other_days, other_cells) = one, other
        if leeway.within is not None and (days is None or other_days is None or gap(days, other_days) > leeway.within):
            return False
        found, others = dict(zip(self.places, cells, strict=True)), dict(zip(self.places, other_cells, strict=True))
        earlier = others if days and other_days and other_days < days else found
        return all(found[name] is not None and found[name] == others[name] for name in leeway.same) and all(
            earlier[name] in told for name, told in leeway.where.items()
        )
