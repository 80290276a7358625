"""Triggers that tell one event are decided together.

Who plays a role in an event plays it for each of its triggers: "Initech sells unit" and "it agreed to sell the unit to Hooli" are of one
deal. Triggers for which the relation component gives like roles to like mentions are taken for such, and what it makes of a mention is
the (normalised) geometric mean over them, a product of experts.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rie.pipeline.network.candidates import Pairs

ALIKE = 0.7  # overlap of the roles of two triggers from which on they tell one event
LEAST = 0.003  # what a label has at least where it is allowed: no trigger alone forbids it
STATUS = 0  # the place of a trigger that is paired with itself; others have the place behind their number

Scores = NDArray[np.float32]


def agreed(found: Pairs, scores: Scores, heads: Sequence[int]) -> Scores:
    """The probabilities with those of triggers that agree put together; the winner is as sure as the surest of them.

    Args:
        found: the candidate pairs of a document.
        scores: (pairs, labels) probabilities of the relation component.
        heads: the triggers that may tell one event, of one label, in the order of the text.
    """
    if len(heads) < 2:
        return scores
    line_of = np.full(max(int(found.index.max(initial=0)), *heads) + 1, -1)
    line_of[list(heads)] = np.arange(len(heads))
    rows = np.flatnonzero(line_of[found.index[:, 0]] >= 0)
    labels = np.flatnonzero(scores[rows].any(axis=0))
    head, child = found.index[rows].T
    line, place = line_of[head], np.where(head == child, STATUS, child + 1)
    known = np.zeros(int(place.max(initial=0)) + 1, dtype=np.bool_)
    known[place] = True
    children, column = np.flatnonzero(known), (np.cumsum(known) - 1)[place]
    seen = np.zeros((len(heads), len(children)), dtype=np.bool_)
    seen[line, column] = True
    told = np.zeros((*seen.shape, len(labels)), dtype=np.float32)  # of each trigger and child the probabilities of the labels
    told[line, column] = scores[np.ix_(rows, labels)]
    settled = scores
    for group in _groups(told[:, children != STATUS][..., labels > 0], seen[:, children != STATUS]):
        settled = scores.copy() if settled is scores else settled
        own = (line[:, None] == group).any(axis=1)
        settled[np.ix_(rows[own], labels)] = _together(told[group], seen[group])[column[own]]
    return settled


def _groups(told: Scores, seen: NDArray[np.bool_]) -> list[NDArray[np.intp]]:
    """The triggers by the event that they tell: each goes to the group that it overlaps most, by mean, or begins one."""
    overlaps = _overlaps(told, seen)
    groups: list[list[int]] = []
    for trigger in range(len(told)):
        means = [sum(overlaps[trigger][other] for other in group) / len(group) for group in groups]
        best = max(range(len(groups)), key=means.__getitem__, default=-1)
        if best >= 0 and means[best] >= ALIKE:
            groups[best].append(trigger)
        else:
            groups.append([trigger])
    return [np.array(group) for group in groups if len(group) > 1]


def _overlaps(told: Scores, seen: NDArray[np.bool_]) -> list[list[float]]:
    """How much of the roles that each trigger and one before it give to the mentions that both see is the same (weighted Jaccard)."""
    given = told.sum(axis=2)
    overlaps: list[list[float]] = []
    for number in range(len(told)):
        own = np.flatnonzero(seen[number])
        others = np.flatnonzero(seen[:number, own].any(axis=1))
        theirs = told[np.ix_(others, own)]
        same = np.minimum(theirs, told[number, own]).sum(axis=(1, 2))
        both = (given[number, own] * seen[np.ix_(others, own)]).sum(axis=1) + theirs.sum(axis=(1, 2))
        line = np.zeros(number)
        line[others] = same / np.maximum(both - same, 1e-9)
        overlaps.append(line.tolist())
    return overlaps


def _together(told: Scores, seen: NDArray[np.bool_]) -> Scores:
    """(children, labels) probabilities from those (triggers, children, labels) of the triggers that see a child."""
    highest, count = told.max(axis=0), seen.sum(axis=0)[:, None]
    logs = (np.log(told + LEAST) * seen[..., None]).sum(axis=0) / np.maximum(count, 1)
    mean = np.where(highest > 0, np.exp(logs), 0)
    mean /= np.maximum(mean.sum(axis=1, keepdims=True), 1e-9)
    every, best = np.arange(len(mean)), mean.argmax(axis=1)
    mean[every, best] = np.maximum(mean[every, best], highest[every, best])
    together: Scores = np.where(count > 1, mean, highest).astype(np.float32)
    return together
