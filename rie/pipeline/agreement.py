"""Triggers that tell one event are decided together.

Who plays a role in an event plays it for each of its triggers: "Initech sells unit" and "it agreed to sell the unit to Hooli" are of one
deal. Triggers for which the relation component gives like roles to like mentions are taken for such, and what it makes of a mention is
the (normalised) geometric mean over them, a product of experts.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from rie.pipeline.candidates import Pairs

ALIKE = 0.7  # overlap of the roles of two triggers from which on they tell one event
LEAST = 0.003  # what a label has at least where it is allowed: no trigger alone forbids it
STATUS = -1  # in the place of the child, where a trigger is paired with itself

Scores = NDArray[np.float32]
Rows = Mapping[int, int]  # child -> row of the pair


def agreed(found: Pairs, scores: Scores, heads: Sequence[int]) -> Scores:
    """The probabilities with those of triggers that agree put together; the winner is as sure as the surest of them.

    Args:
        found: the candidate pairs of a document.
        scores: (pairs, labels) probabilities of the relation component.
        heads: the triggers that may tell one event, of one label, in the order of the text.
    """
    if len(heads) < 2:
        return scores
    rows: dict[int, dict[int, int]] = {head: {} for head in heads}
    for row, (head, child) in enumerate(found.index.tolist()):
        if head in rows:
            rows[head][STATUS if head == child else child] = row
    settled = scores.copy()
    for group in _groups([rows[head] for head in heads], scores):
        for child in set().union(*group):
            alike = [one[child] for one in group if child in one]
            if len(alike) > 1:
                settled[alike] = _together(scores[alike])
    return settled


def _groups(triggers: Sequence[Rows], scores: Scores) -> list[list[Rows]]:
    """The triggers by the event that they tell: each goes to the group that it overlaps most, by mean, or begins one."""
    groups: list[list[Rows]] = []
    for trigger in triggers:
        overlaps = [sum(_overlap(trigger, other, scores) for other in group) / len(group) for group in groups]
        best = max(range(len(groups)), key=overlaps.__getitem__, default=-1)
        if best >= 0 and overlaps[best] >= ALIKE:
            groups[best].append(trigger)
        else:
            groups.append([trigger])
    return groups


def _overlap(one: Rows, other: Rows, scores: Scores) -> float:
    """How much of the roles that two triggers give to the mentions that both see is the same, from 0 to 1 (weighted Jaccard)."""
    shared = sorted(one.keys() & other.keys() - {STATUS})
    if not shared:
        return 0.0
    first, second = (scores[[rows[child] for child in shared], 1:] for rows in (one, other))
    return float(np.minimum(first, second).sum() / max(np.maximum(first, second).sum(), 1e-9))


def _together(scores: Scores) -> Scores:
    allowed = scores.max(axis=0) > 0
    mean = np.where(allowed, np.exp(np.log(scores + LEAST).mean(axis=0)), 0)
    mean /= mean.sum()
    best = int(mean.argmax())
    mean[best] = max(mean[best], scores[:, best].max())
    together: Scores = mean.astype(np.float32)
    return together
