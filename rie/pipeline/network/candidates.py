"""Candidate pairs of the relation component: which mentions may play a role for which head.

Only pairs that the pack allows are made (`scheme`); what is seen of them is told in `pair_features`, both beside this file.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.vocab import Vocab

from rie.pipeline.network.pair_features import BEFORE, BEHIND, Mentioned, Numbers, described, n_features
from rie.pipeline.network.scheme import Scheme

RANGES = 8
FAR = 100  # tokens beyond which no pair is made
GROUPS = 3


@dataclass
class Pairs:
    """Candidate pairs of one document.

    `index` (n, 2): positions of head and child in the document's mentions; `surface` (n, 2, 2): their token ranges;
    `skeleton`: the document with every mention drawn together into one token; `ranges` (n, 8, 2): ranges of the
    skeleton that are pooled (head, child, left of child, right of child, right of head, between, head's sentence, child's sentence);
    `groups` (n, 3): numbers of the groups that a pair belongs to (of its head, of its child, of its child's name with its head's event);
    `features` (n, F): what else is seen; `mask` (n, labels): which labels the pack allows.
    """

    index: NDArray[np.int32]
    surface: NDArray[np.int32]
    skeleton: Doc
    ranges: NDArray[np.int32]
    features: NDArray[np.float32]
    mask: NDArray[np.bool_]
    groups: NDArray[np.int32]


def pairs(doc: Doc, scheme: Scheme) -> Pairs:
    """All candidate pairs of a document whose mentions and sentence starts are set."""
    seen = Mentioned(doc, list(doc.spans["mentions"]), scheme)
    index = np.array([(head, child) for head in range(len(seen.labels)) if seen.head[head] >= 0 for child in _children(seen, head)],
                     dtype=np.int32).reshape(-1, 2)
    skeleton, place = _skeleton(doc.vocab, seen)
    if not len(index):
        return _none(skeleton, scheme)
    head, child = index.astype(np.int64).T
    heads, kinds = np.array(seen.head), np.array(seen.kind)
    groups = np.stack([head, child, len(seen.labels) * heads[head] + np.array(seen.name)[child]], axis=1, dtype=np.int32)
    surface = np.array([seen.starts, seen.ends], dtype=np.int32).T[index]
    return Pairs(index, surface, skeleton, _ranges(seen, np.array(place), head, child), described(seen, head, child),
                 scheme.masks[heads[head], kinds[child]], groups)


def _none(skeleton: Doc, scheme: Scheme) -> Pairs:
    whole = [np.zeros((0, *shape), dtype=np.int32) for shape in ((2,), (2, 2), (RANGES, 2), (GROUPS,))]
    index, surface, ranges, groups = whole
    features, mask = np.zeros((0, n_features(scheme)), dtype=np.float32), np.zeros((0, len(scheme.names)), dtype=np.bool_)
    return Pairs(index, surface, skeleton, ranges, features, mask, groups)


def _children(seen: Mentioned, head: int) -> list[int]:
    """The mentions that may play a role for a head, in order; a trigger is also paired with itself."""
    label, start, sentence, scheme = seen.labels[head], seen.starts[head], seen.sentence[head], seen.scheme
    joins, players = label in scheme.triggers - scheme.local, scheme.players[label]
    first, last = (sentence - BEFORE, sentence + BEHIND) if joins else (sentence, sentence)
    around = range(max(bisect_left(seen.starts, start - FAR), bisect_left(seen.sentence, first)),
                   min(bisect_right(seen.starts, start + FAR), bisect_right(seen.sentence, last)))
    itself = label in scheme.triggers and (label, label) in scheme.allowed
    return [child for child in around if (itself if child == head else seen.labels[child] in players)]


def _ranges(seen: Mentioned, place: Numbers, head: Numbers, child: Numbers) -> NDArray[np.int32]:
    """The pooled ranges of the skeleton."""
    starts, last = np.array(seen.starts), place[-1] + 1
    first, until = place[np.array(seen.sentences) - [0, 1]].T[:, np.array(seen.sentence)]
    h, c = place[starts[head]], place[starts[child]]
    left = np.minimum(h, c) + 1
    ranges = [(h, h + 1), (c, c + 1), (np.maximum(c - 1, 0), c), (c + 1, np.minimum(c + 2, last)), (h + 1, np.minimum(h + 2, last)),
              (left, np.maximum(np.maximum(h, c), left)), (first[head], until[head] + 1), (first[child], until[child] + 1)]
    return np.array(ranges, dtype=np.int32).transpose(2, 0, 1)


def _drawn(seen: Mentioned, mention: int) -> str:
    """A mention's token of the skeleton: its label, or its word where that says more; a description ("the company") is its label."""
    label, start, scheme = seen.labels[mention], seen.starts[mention], seen.scheme
    long = seen.ends[mention] - start > 1
    return label if label in scheme.drawn or (long and label not in scheme.triggers) else seen.words[start]


def _skeleton(vocab: Vocab, seen: Mentioned) -> tuple[Doc, list[int]]:
    """The document with one token a mention, and the skeleton's place of each token of the document."""
    words: list[str] = []
    place: list[int] = []
    inside = {start: (end, _drawn(seen, number)) for number, (start, end) in enumerate(zip(seen.starts, seen.ends, strict=True))}
    until = 0
    for number, word in enumerate(seen.words):
        if number in inside:
            until, label = inside[number]
            words.append(label)
        elif number >= until:
            words.append(word)
        place.append(len(words) - 1)
    return Doc(vocab, words=words), place
