"""Match rules for single values and for dates."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from rie.pack.model import Match
from rie.store.resolve.claims import Claim, Columns
from rie.store.resolve.rule import NO, WEAK, Circumstances, gap
from rie.values.name import fold, tokens

_STOP: Final = frozenset(["of", "and", "the", "for", "a", "an", "its", "to", "in", "at", "new", "global", "group", "worldwide", "corporate",
                          "senior", "executive", "co", "deputy"])  # fmt: skip
_QUARTER: Final = 3  # months
_YEAR: Final = 12


class Equal:
    """Equal, or one of them empty or one of the values that say little."""

    def __init__(self, match: Match, columns: Columns, same: Mapping[str, str]) -> None:
        self.column, self.place, self.same = match.column, columns.place[match.column], same
        self.evidence, self.vague, self.apart = match.proof, frozenset(match.unknown), frozenset(match.apart)
        self.unless = Circumstances(match, columns, same)

    def prepare(self, claim: Claim) -> Any:
        """(the value, of an entity the one that it was merged into; the circumstances)."""
        value = claim.values[self.place]
        value = self.same.get(value, value) if isinstance(value, str) and value != "unknown" else None if value == "unknown" else value
        return value, self.unless.prepare(claim)

    def relate(self, one: Any, other: Any, same_document: bool) -> float:
        """Values that say little agree with all others but those that stand apart, and not with another value of the same document."""
        if one[0] is None or other[0] is None:
            return 0.0
        if one[0] == other[0]:
            return 0.5 if one[0] in self.vague else 1.0
        if same_document:
            return NO
        vague = not self.vague.isdisjoint((one[0], other[0])) and self.apart.isdisjoint((one[0], other[0]))
        return 0.0 if vague or self._excused(one, other) else NO

    def _excused(self, one: Any, other: Any) -> bool:
        return self.unless.allow(one[1], other[1], (one[0], other[0]))


class Same(Equal):
    """Equal, or both empty: the whole company is not one of its parts."""

    def relate(self, one: Any, other: Any, same_document: bool) -> float:
        """1 for the same, 0 where neither says anything."""
        if one[0] is None and other[0] is None:
            return 0.0
        return 1.0 if one[0] == other[0] else NO


class Unlike(Equal):
    """Only the values that stand apart tell events from one another: a stake is not the whole, be that a company or a business."""

    def relate(self, one: Any, other: Any, same_document: bool) -> float:
        """NO for a value that stands apart and another one; never an agreement."""
        values = {one[0], other[0]}
        if None in values or len(values) == 1 or values.isdisjoint(self.apart):
            return 0.0
        return 0.0 if self._excused(one, other) else NO


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
        days = gap(one[:2], other[:2])
        if days <= self.within:
            return 1.0 - float(days) / (self.within + 1)
        later, earlier = (one, other) if one[0] > other[1] else (other, one)
        return WEAK if later[2] and not earlier[2] else NO


class Period:
    """The same reporting period, by its number or by its days; `column` is the one of the fiscal year."""

    def __init__(self, match: Match, columns: Columns, same: Mapping[str, str]) -> None:
        self.column, self.evidence = match.column, match.proof
        takes = ("fiscal_year", "fiscal_quarter", "period_start", "period_end")
        named = [columns.of_role(match.column, take) for take in takes]
        self.places = [columns.place[name] if name else None for name in named]

    def prepare(self, claim: Claim) -> Any:
        """(year, quarter, first day, last day)."""
        return tuple(None if place is None else claim.values[place] for place in self.places)

    def relate(self, one: Any, other: Any, same_document: bool) -> float:
        """1 for the same; periods that cannot be compared may be one, if something else proves it."""
        (year, quarter, start, end), (other_year, other_quarter, other_start, other_end) = one, other
        if _differ(end, other_end) or _differ(start, other_start) or _differ(year, other_year):
            return NO
        if year and other_year:
            return 1.0 if quarter == other_quarter else NO
        if (start and other_start and end) or one == other:
            return 1.0
        if _differ(_months(*one), _months(*other)):
            return NO
        return NO if same_document else WEAK


def _differ(one: Any, other: Any) -> bool:
    return one is not None and other is not None and one != other


def _months(year: int | None, quarter: int | None, start: date | None, end: date | None) -> int | None:
    """How long a period is, None when nothing says it."""
    if year is not None:
        return _QUARTER if quarter is not None else _YEAR
    return round((end - start).days / 30.4) if start and end else None


class Term:
    """Texts in which a vocabulary finds a common value: "CFO" and "chief financial officer" are one post."""

    def __init__(self, match: Match, columns: Columns, same: Mapping[str, str]) -> None:
        self.column, self.place, self.evidence = match.column, columns.place[match.column], match.proof
        phrases = columns.pack.terms[match.terms or ""].values.items()
        self.patterns = [(value, re.compile(rf"\b(?:{'|'.join(ways)})", re.IGNORECASE)) for value, ways in phrases]
        self.broad, self.ignore = frozenset(match.broad), frozenset(match.ignore) | _STOP

    def prepare(self, claim: Claim) -> Any:
        """(the values that the text names, or the text itself where it names none; the words that say more)."""
        text = claim.values[self.place]
        if not text:
            return None
        return frozenset(self._named(text)) or frozenset([fold(text)]), frozenset(tokens(text)) - self.ignore

    def _named(self, text: str) -> set[str]:
        """The values that the text names, without those inside a longer one: a vice president is no president."""
        spans = [(*match.span(), value) for value, pattern in self.patterns for match in pattern.finditer(text)]
        return {value for start, end, value in spans
                if not any(first <= start and end <= last and last - first > end - start for first, last, _ in spans)}  # fmt: skip

    def relate(self, one: Any, other: Any, same_document: bool) -> float:
        """1 for a common value; where it says little ("vice president"), not for two fields."""
        if not one or not other:
            return 0.0
        shared, fields = one[0] & other[0], (one[1], other[1])
        if shared <= self.broad and fields[0] - fields[1] and fields[1] - fields[0]:
            return NO
        one_field = fields[0] and fields[0] == fields[1] and one[0] | other[0] <= self.broad
        return 1.0 if shared or one_field else NO
