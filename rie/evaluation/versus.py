"""A new model beside the previous one and a language model, on the same gold: paired bootstrap, and whether to ship."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from rie.distill.curve import Curve
from rie.distill.power_law import PowerLaw
from rie.errors import UsageError
from rie.evaluation.systems import MEASURES, System

DRAWS: Final = 2_000
MARGIN: Final = 0.01  # how much worse a measure may be, at the lower end of its interval, when another one is better
LEAST: Final = 0.005  # a gain that is worth examples
CURVES: Final = {"mentions": "ents_f", "relations": "rel_f", "status": "status_acc"}  # the scores of training that measures follow


@dataclass(frozen=True)
class Difference:
    """The F1 of the new model less that of a rival, with its 95% interval, and the share of draws in which the new one is ahead."""

    rival: str
    measure: str
    new: float
    old: float
    low: float
    high: float
    ahead: float

    @property
    def gain(self) -> float:
        """The difference itself."""
        return self.new - self.old

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        rounded = {name: round(getattr(self, name), 4) for name in ("new", "old", "gain", "low", "high", "ahead")}
        return {"rival": self.rival, "measure": self.measure, **rounded}


@dataclass(frozen=True)
class Versus:
    """All differences of a new model to its rivals, over `texts` texts, and what follows from them."""

    texts: int
    differences: tuple[Difference, ...]
    curve: Curve | None = None

    def against(self, rival: str) -> list[Difference]:
        """The differences to one rival."""
        return [one for one in self.differences if one.rival == rival]

    @property
    def rivals(self) -> list[str]:
        """The rivals, that which decides about shipping first."""
        return list(dict.fromkeys(one.rival for one in self.differences))

    @property
    def ship(self) -> bool:
        """Whether the new model is surely better than the first rival in something, and in nothing worse by more than `MARGIN`."""
        decisive = self.against(self.rivals[0])
        return any(one.low > 0 for one in decisive) and all(one.low > -MARGIN for one in decisive)

    @property
    def verdict(self) -> str:
        """`ship`, or `not yet` with how many more examples it takes."""
        rival = self.rivals[0]
        if self.ship:
            better = ", ".join(one.measure for one in self.against(rival) if one.low > 0)
            return f"ship: surely better than {rival} in {better}, and in nothing worse by more than {MARGIN:.0%}"
        short = [one for one in self.against(rival) if one.low <= -MARGIN] or [max(self.against(rival), key=lambda one: one.low)]
        return f"not yet: {'; '.join(self._short(one) for one in short)}"

    def _short(self, one: Difference) -> str:
        told = f"{one.measure} {one.gain:+.1%} ({one.low:+.1%} to {one.high:+.1%}) to {one.rival}"
        return f"{told}: {self._more(one.measure, -one.low)}"

    def behind(self) -> list[str]:
        """For the other rivals a sentence for each measure in which they are surely ahead."""
        behind = (one for rival in self.rivals[1:] for one in self.against(rival) if one.high < 0)
        return [f"{one.rival} is still ahead in {one.measure} by {-one.gain:.1%}: {self._more(one.measure, -one.gain)}" for one in behind]

    def _more(self, measure: str, gain: float) -> str:
        """How many more examples raise a measure by `gain`, as the learning curve tells."""
        if self.curve is None:
            return "how many more examples that takes, a learning curve tells (rie train-curve, then --curve)"
        law: PowerLaw | None = self.curve.laws.get(CURVES[measure])
        more = law.more(self.curve.examples, max(gain, LEAST)) if law else None
        if more is None:
            return "out of sight at this slope; look at the data or the model, not for more of it"
        return f"about {more:,} more examples at this slope"

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {"texts": self.texts, "ship": self.ship, "verdict": self.verdict, "behind": self.behind(),
                "differences": [one.as_dict() for one in self.differences]}


def compare(new: System, rivals: Sequence[System], curve: Curve | None = None, *, draws: int = DRAWS, seed: int = 0) -> Versus:
    """Compare pipelines that read the same texts.

    Args:
        rivals: the one that decides about shipping first.
        curve: a learning curve of the new model's pack.
        draws: of the paired bootstrap: texts are drawn with replacement, the same ones for all (Efron and Tibshirani 1993).

    Raises:
        UsageError: there are no rivals or no texts.
    """
    texts = len(new.counts[MEASURES[0]])
    if not rivals or not texts:
        raise UsageError("nothing to compare: give --previous DIR or --llm, and a part of the annotations that has texts")
    weights = np.random.default_rng(seed).multinomial(texts, np.full(texts, 1 / texts), size=draws)
    drawn = {system.name: _drawn(system, weights) for system in (new, *rivals)}
    differences = tuple(_difference(new, rival, measure, drawn) for rival in rivals for measure in MEASURES)
    return Versus(texts, differences, curve)


def _drawn(system: System, weights: NDArray[np.int64]) -> dict[str, NDArray[np.float64]]:
    """The F1 of each measure in each draw."""
    found = {}
    for measure in MEASURES:
        tp, fp, fn = (weights @ np.array([getattr(score, kind) for score in system.counts[measure]]) for kind in ("tp", "fp", "fn"))
        found[measure] = 2 * tp / np.maximum(2 * tp + fp + fn, 1)
    return found


def _difference(new: System, rival: System, measure: str, drawn: Mapping[str, Mapping[str, NDArray[np.float64]]]) -> Difference:
    gains = drawn[new.name][measure] - drawn[rival.name][measure]
    low, high = np.quantile(gains, (0.025, 0.975))
    ahead = float((gains > 0).mean())
    return Difference(rival.name, measure, new.total(measure).f1, rival.total(measure).f1, float(low), float(high), ahead)
