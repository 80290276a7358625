"""A power law through a learning curve: what more examples would bring, as far as the ones that are there can tell.

`score(n) = ceiling - scale * n ** -exponent`, the form that learning curves have been found to follow (Hestness et al. 2017,
"Deep learning scaling is predictable, empirically").
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

_CEILINGS: Final = 200
_LEAST_EXPONENT: Final = 0.02  # flatter than that is no learning
FARTHEST: Final = 20.0  # times the examples that there are: beyond that nothing is said


@dataclass(frozen=True, slots=True)
class PowerLaw:
    """A fitted learning curve; scores are shares between 0 and 1."""

    ceiling: float
    scale: float
    exponent: float

    def at(self, examples: float) -> float:
        """The score that so many examples give."""
        return self.ceiling - float(self.scale * examples**-self.exponent)

    def examples_for(self, score: float) -> float:
        """How many examples give a score; infinite where the law never reaches it."""
        if score >= self.ceiling:
            return math.inf
        try:
            return float((self.scale / (self.ceiling - score)) ** (1 / self.exponent))
        except OverflowError:
            return math.inf

    def more(self, examples: int, gain: float) -> int | None:
        """How many more examples raise the score by `gain`, to two digits; None when that is out of sight."""
        needed = self.examples_for(self.at(examples) + gain)
        return _rounded(needed - examples) if needed <= FARTHEST * examples else None


def fit(examples: Sequence[int], scores: Sequence[float]) -> PowerLaw | None:
    """The law through points of a learning curve; of each ceiling the best line in logarithms, of these the one nearest to the scores.

    Args:
        examples: how many there were, at least two different numbers.
        scores: what they gave, between 0 and 1.

    Returns:
        None when more examples do not bring more.
    """
    counts, reached = np.asarray(examples, dtype=float), np.asarray(scores, dtype=float)
    if len(set(examples)) < 2 or reached.max() >= 1:
        return None
    best: tuple[float, PowerLaw] | None = None
    for ceiling in np.linspace(reached.max() + 1e-3, max(1.0, reached.max() + 2e-3), _CEILINGS):
        slope, start = np.polyfit(np.log(counts), np.log(ceiling - reached), 1)
        if -slope < _LEAST_EXPONENT:
            continue
        law = PowerLaw(float(ceiling), float(np.exp(start)), float(-slope))
        error = float(((law.ceiling - law.scale * counts**-law.exponent - reached) ** 2).sum())
        if best is None or error < best[0]:
            best = (error, law)
    return best[1] if best else None


def _rounded(number: float) -> int:
    """A number to two digits: more would claim what nobody knows."""
    if number < 1:
        return 1
    step = int(10 ** max(math.floor(math.log10(number)) - 1, 0))
    return round(number / step) * step
