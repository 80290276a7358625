"""The match rule for sums: one printed with fewer digits than the other, hedged, as a range, in another currency."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final, NamedTuple

from rie.pack.model import Match
from rie.store.resolve.claims import Claim, Columns
from rie.store.resolve.rule import NO, Circumstances

# how far the true sum may lie from the printed one, as shares of it
_REACH: Final = {"about": (0.94, 1.06), "over": (1.0, 1.25), "under": (0.75, 1.0), "up_to": (0.75, 1.0)}
_CONVERTED: Final = 0.05  # texts convert with other rates, and round
_FEWEST: Final = 2  # digits of a rounded sum: "3 million" without "about" is 3 million


class Sum(NamedTuple):
    """A sum: the ends between which the true one lies, its currency, how many dollars one unit is, and the rule's circumstances."""

    low: float
    high: float
    currency: str | None
    rate: float | None
    printed: Decimal
    circumstances: Any

    def times(self, rate: float) -> "Sum":
        """The sum in another unit."""
        return self._replace(low=self.low * rate, high=self.high * rate)


class Rounded:
    """Sums of which one is the other one rounded, or that lie no further apart than the rule's tolerance."""

    def __init__(self, match: Match, columns: Columns, same: Mapping[str, str]) -> None:
        self.column, self.tolerance, self.evidence = match.column, match.tolerance, match.proof
        self.digits = match.digits
        named = [match.column, columns.of_role(match.column, "high"), columns.of_role(match.column, "qualifier"),
                 columns.of_role(match.column, "currency"), columns.converted(match.column)]  # fmt: skip
        self.places = [columns.place[name] if name else None for name in named]
        self.unless = Circumstances(match, columns, same)

    def prepare(self, claim: Claim) -> Sum | None:
        """The sum, None when there is none."""
        amount, high, qualifier, currency, usd = (None if place is None else claim.values[place] for place in self.places)
        if amount is None:
            return None
        low, far = _REACH.get(qualifier or "exact", (1.0, 1.0))
        value = float(amount)
        low, far = sorted((value * low, float(high) if high is not None else value * far))
        return Sum(low, far, currency, float(usd) / value if usd and value else None, Decimal(amount), self.unless.prepare(claim))

    def relate(self, one: Sum | None, other: Sum | None, same_document: bool) -> float:
        """2 for the same sum, 1 for a rounding of it, less for one that is only near."""
        if one is None or other is None:
            return 0.0
        least = self.tolerance
        if one.currency is not None and other.currency is not None and one.currency != other.currency:
            if one.rate is None or other.rate is None:
                return NO
            one, other, least = one.times(one.rate), other.times(other.rate), max(least, _CONVERTED)
        elif is_printing(one.printed, other.printed, self.digits):
            return 2.0 if one[:2] == other[:2] else 1.0
        apart, largest = max(0.0, one.low - other.high, other.low - one.high), max(abs(one.high), abs(other.high))
        if apart <= least * largest:
            return 1.0
        return 0.5 if not same_document and apart <= self._wider(one, other) * largest else NO

    def _wider(self, one: Sum, other: Sum) -> float:
        return self.unless.tolerance(one.circumstances, other.circumstances) if self.unless.leeways else 0.0


def is_printing(one: Decimal, other: Decimal, digits: int = _FEWEST) -> bool:
    """Whether one of two sums is the other one without its last digits, at least `digits` kept. Cents of a share are never left out."""
    return one == other or any(coarse == coarse.to_integral_value() and is_rounding(fine, coarse, hedged=digits < _FEWEST)
                               for fine, coarse in ((one, other), (other, one)))  # fmt: skip


def is_rounding(fine: Decimal, coarse: Decimal, hedged: bool) -> bool:
    """Whether `coarse` is `fine` printed with fewer digits. A single digit counts only when the text hedges it ("about")."""
    digits = coarse.normalize()
    if fine == coarse or (len(digits.as_tuple().digits) < _FEWEST and not hedged):
        return fine == coarse
    exponent = digits.as_tuple().exponent
    return isinstance(exponent, int) and abs(fine - coarse) <= Decimal(1).scaleb(exponent) / 2
