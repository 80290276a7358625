"""When two reports can be of one event: the pack's match rules, compiled."""

from collections.abc import Mapping
from typing import Any, Final

from rie.pack import Pack
from rie.store.resolve.claims import Claim, Columns
from rie.store.resolve.names import Name, Part, Person
from rie.store.resolve.rule import NO, WEAK, Rule
from rie.store.resolve.sums import Rounded
from rie.store.resolve.values import Days, Equal, Period, Same, Term, Unlike

_RULES: Final[dict[str, Any]] = {
    "equal": Equal, "same": Same, "unlike": Unlike, "rounded": Rounded, "days": Days, "period": Period, "name": Name, "part": Part,
    "person": Person, "term": Term,
}  # fmt: skip


class Rules:
    """All match rules of a fact table.

    Args:
        pack: the pack.
        columns: of the fact table.
        same: for an entity id the one that it was merged into.
    """

    def __init__(self, pack: Pack, columns: Columns, same: Mapping[str, str]) -> None:
        resolution = columns.spec.resolution
        self.rules: list[Rule] = [_RULES[match.rule](match, columns, same) for match in (resolution.match if resolution else [])]
        self._prepared: dict[str, tuple[Any, ...]] = {}

    def prepared(self, claim: Claim) -> tuple[Any, ...]:
        """What the rules compare of a report."""
        found = self._prepared.get(claim.id)
        if found is None:
            found = self._prepared[claim.id] = tuple(rule.prepare(claim) for rule in self.rules)
        return found

    def relate(self, one: Claim, other: Claim, without: str | None = None) -> float:
        """How much two reports agree; NO when they cannot be of one event.

        Args:
            without: a column whose rule is left out.
        """
        total, proof, doubt = 0.0, False, False
        same_document = one.doc_id == other.doc_id
        for rule, a, b in zip(self.rules, self.prepared(one), self.prepared(other), strict=True):
            if rule.column == without:
                continue
            value = rule.relate(a, b, same_document)
            if value == NO:
                return NO
            doubt |= value == WEAK
            proof |= rule.evidence and value >= 1.0
            total += value
        return NO if doubt and not proof else total

    def proves(self, one: Claim, other: Claim, without: str | None) -> bool:
        """Whether two reports are of one event although `without` differs: nothing speaks against it and something for it."""
        if self.relate(one, other, without) == NO:
            return False
        pairs = zip(self.rules, self.prepared(one), self.prepared(other), strict=True)
        return any(rule.evidence and rule.column != without and rule.relate(a, b, False) >= 1.0 for rule, a, b in pairs)

    def reasons(self, one: Claim, other: Claim) -> str:
        """The columns on which two reports agree."""
        pairs = zip(self.rules, self.prepared(one), self.prepared(other), strict=True)
        return ", ".join(rule.column for rule, a, b in pairs if rule.relate(a, b, False) >= 0.5)
