"""When two reports can be of one event: the pack's match rules, compiled.

A rule relates two reports by a number: NO (they cannot be one event), 0 (nothing to compare) or how much they agree.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Protocol

from rie.pack import Pack
from rie.pack.model import Match
from rie.store.resolve.claims import Claim, Columns
from rie.values.name import fold

NO = -1.0
WEAK = 0.0001  # agreement that must be borne out by another rule
SHARED_WORDS = 0.6
# how far the true sum may lie from the printed one, as shares of it
_REACH = {"about": (0.94, 1.06), "over": (1.0, 1.25), "under": (0.75, 1.0), "up_to": (0.75, 1.0)}


class Rule(Protocol):
    """One condition. `column` is the column that it is about; a rule without `evidence` proves nothing when it holds."""

    column: str
    evidence: bool

    def prepare(self, claim: Claim) -> Any:
        """What `relate` compares of a report."""

    def relate(self, one: Any, other: Any, same_document: bool) -> float:
        """NO, 0, WEAK or the degree of agreement."""


class Equal:
    """Equal, or one of them empty or one of the values that say little."""

    evidence = True

    def __init__(self, match: Match, columns: Columns, same: Mapping[str, str]) -> None:
        self.column, self.place, self.same = match.column, columns.place[match.column], same
        self.vague = frozenset(match.unknown)

    def prepare(self, claim: Claim) -> Any:
        """The value, of an entity the one that it was merged into."""
        value = claim.values[self.place]
        return self.same.get(value, value) if isinstance(value, str) and value != "unknown" else None if value == "unknown" else value

    def relate(self, one: Any, other: Any, same_document: bool) -> float:
        """Values that say little agree with all others, but not with another value of the same document."""
        if one is None or other is None:
            return 0.0
        if one == other:
            return 0.5 if one in self.vague else 1.0
        return 0.0 if not same_document and (one in self.vague or other in self.vague) else NO


class Same(Equal):
    """Equal, or both empty: the whole company is not one of its parts."""

    def relate(self, one: Any, other: Any, same_document: bool) -> float:
        """1 for the same, 0 where neither says anything."""
        if one is None and other is None:
            return 0.0
        return 1.0 if one == other else NO


class Rounded:
    """Sums that agree within a share of the larger one; of different currencies, their sums in US dollars."""

    evidence = True

    def __init__(self, match: Match, columns: Columns, same: Mapping[str, str]) -> None:
        self.column, self.tolerance = match.column, match.tolerance
        named = [match.column, columns.of_role(match.column, "high"), columns.of_role(match.column, "qualifier"),
                 columns.of_role(match.column, "currency"), columns.converted(match.column)]  # fmt: skip
        self.places = [columns.place[name] if name else None for name in named]

    def prepare(self, claim: Claim) -> Any:
        """(low, high, currency, share of dollars) of the true sum, None when there is none."""
        amount, high, qualifier, currency, usd = (None if place is None else claim.values[place] for place in self.places)
        if amount is None:
            return None
        low, far = _REACH.get(qualifier or "exact", (1.0, 1.0))
        value = float(amount)
        return value * low, float(high) if high is not None else value * far, currency, float(usd) / value if usd and value else None

    def relate(self, one: Any, other: Any, same_document: bool) -> float:
        """2 for the same sum, 1 for one that agrees."""
        if one is None or other is None:
            return 0.0
        if one[2] is not None and other[2] is not None and one[2] != other[2]:
            if one[3] is None or other[3] is None:
                return NO
            one, other = (one[0] * one[3], one[1] * one[3]), (other[0] * other[3], other[1] * other[3])
        gap = max(0.0, one[0] - other[1], other[0] - one[1])
        if gap > self.tolerance * max(abs(one[1]), abs(other[1])):
            return NO
        return 2.0 if one[:2] == other[:2] else 1.0


class Days:
    """Dates at most so many days apart, a month or a year taken as an interval."""

    evidence = False

    def __init__(self, match: Match, columns: Columns, same: Mapping[str, str]) -> None:
        self.column, self.within = match.column, match.within

    def prepare(self, claim: Claim) -> Any:
        """(first day, last day, whether it may be an earlier event told again)."""
        if claim.first is None or claim.last is None:
            return None
        return claim.first.toordinal(), claim.last.toordinal(), claim.aside and not claim.stated

    def relate(self, one: Any, other: Any, same_document: bool) -> float:
        """What a document says beside its news, without a date of its own, may have happened long before."""
        if one is None or other is None:
            return 0.0
        gap = max(0, one[0] - other[1], other[0] - one[1])
        if gap <= self.within:
            return 1.0 - float(gap) / (self.within + 1)
        later, earlier = (one, other) if one[0] > other[1] else (other, one)
        return WEAK if later[2] and not earlier[2] else NO


class Name:
    """The same entity; where one of them is none, a name whose telling words are among the other's."""

    evidence = True

    def __init__(self, match: Match, columns: Columns, same: Mapping[str, str]) -> None:
        self.column, self.place, self.same = match.column, columns.place[match.column], same
        entity = columns.of_role(match.column, "entity")
        self.entity = columns.place[entity] if entity else None
        self.ignore = frozenset(match.ignore)
        self.words: dict[str, frozenset[str]] = {}

    def prepare(self, claim: Claim) -> Any:
        """(entity id, telling words), None for no name."""
        name = claim.values[self.place]
        if name is None:
            return None
        entity = claim.values[self.entity] if self.entity is not None else None
        return self.same.get(entity, entity) if entity else None, self._words(name)

    def _words(self, name: str) -> frozenset[str]:
        if name not in self.words:
            self.words[name] = frozenset(fold(name).split()) - self.ignore
        return self.words[name]

    def relate(self, one: Any, other: Any, same_document: bool) -> float:
        """Most words in common is agreement; a name of only general words fits every other."""
        if one is None or other is None:
            return 0.0
        if one[0] and other[0]:
            return 1.0 if one[0] == other[0] else NO
        if not one[1] or not other[1]:
            return WEAK
        shared = len(one[1] & other[1]) / min(len(one[1]), len(other[1]))
        return shared if shared >= SHARED_WORDS else NO


class Term:
    """Texts in which a vocabulary finds a common value: "CFO" and "chief financial officer" are one post."""

    evidence = True

    def __init__(self, match: Match, columns: Columns, same: Mapping[str, str]) -> None:
        self.column, self.place = match.column, columns.place[match.column]
        phrases = columns.pack.terms[match.terms or ""].values.items()
        self.patterns = [(value, re.compile(rf"\b(?:{'|'.join(ways)})", re.IGNORECASE)) for value, ways in phrases]

    def prepare(self, claim: Claim) -> Any:
        """The values that the text names, or the text itself where it names none."""
        text = claim.values[self.place]
        return text and (frozenset(value for value, pattern in self.patterns if pattern.search(text)) or frozenset([fold(text)]))

    def relate(self, one: Any, other: Any, same_document: bool) -> float:
        """1 for a common value."""
        if not one or not other:
            return 0.0
        return 1.0 if one & other else NO


_RULES: dict[str, type[Equal] | type[Rounded] | type[Days] | type[Name] | type[Term]] = {
    "equal": Equal, "same": Same, "rounded": Rounded, "days": Days, "name": Name, "term": Term}


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


def is_rounding(fine: Decimal, coarse: Decimal, hedged: bool) -> bool:
    """Whether `coarse` is `fine` printed with fewer digits. A single digit counts only when the text hedges it ("about")."""
    digits = coarse.normalize()
    if fine == coarse or (len(digits.as_tuple().digits) < 2 and not hedged):
        return fine == coarse
    exponent = digits.as_tuple().exponent
    return isinstance(exponent, int) and fine.quantize(Decimal(1).scaleb(exponent)) == coarse
