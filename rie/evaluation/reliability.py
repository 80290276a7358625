"""Does a confidence mean anything? What was predicted with it against how much of that is right, in bins (DeGroot and Fienberg 1983)."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rie.evaluation.answers import wilson
from rie.evaluation.reports import Evaluation

EDGES: Final = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0)  # a bin ends at each, its edge included
CALIBRATED: Final = 0.05  # the expected error up to which a confidence can be read as a probability
TELLING: Final = 0.7  # the chance from which on it tells right from wrong
FEWEST: Final = 50  # decisions below which nothing is said

Judged = tuple[float, bool]


@dataclass(frozen=True)
class Bin:
    """Decisions with a confidence of `low` (left out) to `high`: how many, how many right, their mean confidence."""

    low: float
    high: float
    n: int
    right: int
    confidence: float

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / self.n

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON; `interval` is the 95% interval of the share."""
        interval = [round(bound, 4) for bound in wilson(self.right, self.n)]
        return {"low": self.low, "high": self.high, "n": self.n, "confidence": round(self.confidence, 4), "right": round(self.share, 4),
                "interval": interval}


@dataclass(frozen=True)
class Reliability:
    """The bins of judged decisions.

    `error`: the expected calibration error, the mean distance of confidence and share right, weighted by n (Guo et al. 2017).
    `telling`: the chance that a right decision has a greater confidence than a wrong one (the area under the ROC curve), None when all
    are right or all wrong.
    """

    bins: tuple[Bin, ...]
    error: float
    telling: float | None

    @property
    def n(self) -> int:
        """How many decisions."""
        return sum(one.n for one in self.bins)

    @property
    def verdict(self) -> str:
        """Whether the confidence means anything, as a sentence."""
        if self.n < FEWEST:
            return f"too few decisions to tell ({self.n} of {FEWEST})"
        means = "can be read as a probability" if self.error <= CALIBRATED else "is no probability"
        if self.telling is None:
            tells = "and nothing is known of how it tells right from wrong"
        else:
            tells = f"and {'tells' if self.telling >= TELLING else 'hardly tells'} right from wrong (AUC {self.telling:.2f})"
        return f"the confidence {means} (off by {self.error:.1%} on average) {tells}"

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        telling = None if self.telling is None else round(self.telling, 4)
        return {"n": self.n, "error": round(self.error, 4), "telling": telling, "verdict": self.verdict,
                "bins": [one.as_dict() for one in self.bins]}


def reliability(judged: Iterable[Judged]) -> Reliability:
    """The reliability of decisions.

    Args:
        judged: of each decision the confidence, between 0 and 1, and whether it is right.
    """
    decisions = list(judged)
    groups: dict[int, list[Judged]] = {}
    for confidence, right in decisions:
        groups.setdefault(min(bisect_left(EDGES, confidence), len(EDGES) - 1), []).append((confidence, right))
    bins = tuple(_bin(number, groups[number]) for number in sorted(groups))
    error = sum(one.n * abs(one.confidence - one.share) for one in bins) / max(len(decisions), 1)
    return Reliability(bins, error, _telling(decisions))


def _bin(number: int, group: Sequence[Judged]) -> Bin:
    low = EDGES[number - 1] if number else 0.0
    return Bin(low, EDGES[number], len(group), sum(right for _, right in group), sum(confidence for confidence, _ in group) / len(group))


def _telling(decisions: Sequence[Judged]) -> float | None:
    """The Mann-Whitney statistic: pairs of a right and a wrong one in which the right one is surer, ties counted half."""
    right = sum(one for _, one in decisions)
    wrong = len(decisions) - right
    if not right or not wrong:
        return None
    wins, below = 0.0, 0
    by_confidence: dict[float, list[bool]] = {}
    for confidence, one in decisions:
        by_confidence.setdefault(confidence, []).append(one)
    for confidence in sorted(by_confidence):
        here = by_confidence[confidence]
        good = sum(here)
        bad = len(here) - good
        wins += good * (below + bad / 2)
        below += bad
    return wins / (right * wrong)


def of_reports(evaluation: Evaluation) -> dict[str, Reliability]:
    """The reliability of the confidence of found reports, by table: a report is right when all its scored columns are."""
    judged: dict[str, list[Judged]] = {}
    for pair in evaluation.pairs:
        confidence = (pair.found or {}).get("confidence")
        if confidence is not None:
            judged.setdefault(pair.table, []).append((float(confidence), pair.exact))
    return {table: reliability(decisions) for table, decisions in judged.items()}
