"""How likely a report is right in all its columns: a logistic regression over what is seen of its event.

The relation component is too sure of itself, and the less so the more a text tells at once. The weights are fitted on annotated
texts that no component was trained on (`rie.evaluation.calibration`), and stand in the model's `meta.json`.
"""

from collections.abc import Mapping, Sequence
from math import exp, log

from rie.pipeline.frame import Frame, Item

SIGNS = ("bias", "least", "mean", "status", "roles", "inferred", "sentences", "others", "told", "apart", "family")
_SUREST = 0.999
_STEEPEST = 6.0  # log odds of a sentence beyond which they say no more


def signs(frame: Frame, items: Sequence[Item], sentences: int, others: int, odds: float) -> list[float]:
    """What speaks for a frame and against it, in the order of `SIGNS`, each of the size of one.

    Args:
        frame: of a report.
        items: the document's mentions.
        sentences: of the document.
        others: reports of the same table in the document, this one included.
        odds: log odds that one of its triggers' sentences tells such an event (`rie.pipeline.families`); 0 where nothing rates them.
    """
    scores = [score for players in frame.roles.values() for _, score in players]
    sure = [_logit(score) for score in scores] or [0.0]
    here = {items[trigger].sentence for trigger in frame.triggers}
    players = [number for players in frame.roles.values() for number, _ in players]
    apart = sum(items[number].sentence not in here for number in players) / max(len(players), 1)
    return [1.0, min(sure), sum(sure) / len(sure), _logit(frame.status_score), len(frame.roles) / 5, float(bool(frame.inferred)),
            log(1 + sentences) / 2, log(others), log(len(frame.triggers)), apart,
            min(max(odds, -_STEEPEST), _STEEPEST) / 3]


def _logit(score: float) -> float:
    """The log odds of a probability over three, those of near certainty alike."""
    kept = min(max(score, 1 - _SUREST), _SUREST)
    return log(kept / (1 - kept)) / 3


class Confidence:
    """The confidence of reports.

    Args:
        weights: of each sign, by table; a table without them keeps the confidence that the report came with. A sign behind the last
            weight does not count: it came in after the model was fitted.
    """

    def __init__(self, weights: Mapping[str, Sequence[float]]) -> None:
        self.weights = weights

    def __call__(self, table: str, seen: Sequence[float], before: float) -> float:
        """The confidence of a report by its signs; `before` is the one that it came with."""
        weights = self.weights.get(table)
        if weights is None:
            return before
        return round(1 / (1 + exp(-sum(weight * sign for weight, sign in zip(weights, seen, strict=False)))), 4)
