"""The linear model: how likely each canonical wording is, given the features of a question.

`score(wording) = sum of weights[feature, clause]` over the features of the question and the clauses of the wording, with one score
more for "none of them"; a softmax over the wordings with the same blanks makes probabilities of them. Weights lie beside the pack,
as whole numbers with a scale for each feature.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile

import numpy as np

from rie.ask.ranker.blanks import Blank, Blanked
from rie.ask.ranker.wordings import Wording
from rie.errors import PackError

FILE: Final = "questions.npz"
NONE, RARE = "none of them", "<rare>"
DROPPED: Final = ("metric", "post", "number")  # kinds of blanks that a question may have beside those of its wording
_CORE: Final = 0.5  # what a clause counts that holds a whole question
_MOST_RARE: Final = 3
_NEVER: Final = -1e9
SUREST: Final = 0.97  # confidence that the ranker has at most, less than the grammar's
_LEVELS: Final = 24  # steps of a weight on each side of zero
Floats = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wording that a question may mean. `dropped` are kinds of blanks of the question that it has none for."""

    wording: Wording
    dropped: tuple[str, ...] = ()

    def kept(self, blanks: Sequence[Blank]) -> list[Blank]:
        """The blanks of a question that the wording has a place for."""
        kept = list(blanks)
        for kind in self.dropped:
            kept.remove(next(blank for blank in kept if blank.kind == kind))
        return kept

    def texts(self, blanks: Sequence[Blank]) -> Iterator[str]:
        """The wording with the blanks of a question filled in, in each order of those of one kind."""
        return self.wording.filled(self.kept(blanks))


@dataclass(frozen=True, slots=True)
class Ranked:
    """The candidates with their probabilities; `none` is that of none of them."""

    candidates: Sequence[Candidate]
    shares: Floats
    none: float

    def best(self) -> tuple[Candidate, float] | None:
        """The likeliest candidate with its probability, if there is any."""
        if not len(self.shares):
            return None
        place = int(self.shares.argmax())
        return self.candidates[place], float(self.shares[place])


@dataclass
class RankerModel:
    """Weights by feature and clause, and the wordings.

    `slope` and `offset` make a probability that is calibrated of one of the model. `seen`, the words of the questions that it was
    trained on, and `threshold`, the confidence above which its wordings for dev questions are right, are what its curve is drawn with.
    """

    features: Mapping[str, int]
    clauses: Mapping[str, int]
    weights: Floats
    wordings: Sequence[Wording]
    seen: frozenset[str]
    slope: float = 1.0
    offset: float = 0.0
    threshold: float = 0.5
    _kept: dict[tuple[str, ...], tuple[list[Candidate], Floats]] = field(default_factory=dict, repr=False)
    _by_signature: dict[tuple[str, ...], list[Wording]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        found = defaultdict(list)
        for wording in self.wordings:
            found[wording.signature].append(wording)
        self._by_signature = dict(found)

    def candidates(self, signature: tuple[str, ...]) -> tuple[list[Candidate], Floats]:
        """The candidates for questions with these blanks, and their clauses as rows; the last row is that of none of them."""
        if signature not in self._kept:
            found = [Candidate(wording) for wording in self._by_signature.get(signature, ())]
            for kind in (kind for kind in DROPPED if kind in signature):
                less = list(signature)
                less.remove(kind)
                found += [Candidate(wording, (kind,)) for wording in self._by_signature.get(tuple(less), ())]
            rows = [self.row({*item.wording.clauses, *(f"dropped:{kind}" for kind in item.dropped)}) for item in found]
            self._kept[signature] = found, np.stack([*rows, self.row({NONE})])
        return self._kept[signature]

    def row(self, clauses: Collection[str]) -> Floats:
        """What each clause counts in a candidate that has these."""
        row = np.zeros(len(self.clauses), np.float32)
        for clause in clauses:
            place = self.clauses.get(clause)
            if place is not None:
                row[place] = _CORE if clause.count(".") > 5 else 1
        return row

    def places(self, question: Blanked) -> list[int]:
        """The rows of the weights for a question's features; features that training did not hold count as rare, up to a few."""
        known = [self.features[name] for name in question.features if name in self.features]
        rare = sum(" " not in name and name not in self.features for name in question.features)
        return known + [self.features[RARE]] * min(rare, _MOST_RARE)

    def allowed(self, question: Blanked) -> list[bool]:
        """Which candidates say the conditions of the question that the lexicon tells."""
        return [item.wording.fits(question) for item in self.candidates(question.signature)[0]]

    def rank(self, question: Blanked) -> Ranked:
        """The candidates of a question that the grammar does not read, with their probabilities.

        Args:
            question: with blanks.
        """
        found, rows = self.candidates(question.signature)
        scores = rows @ self.weights[self.places(question)].sum(axis=0)
        scores[:-1][~np.array(self.allowed(question), bool)] = _NEVER
        shares = _softmax(scores)
        return Ranked(found, shares[:-1], float(shares[-1]))

    def confidence(self, share: float) -> float:
        """The calibrated probability that an answer is right, from the model's."""
        logit = np.log(max(share, 1e-9) / max(1 - share, 1e-9))
        return min(round(float(1 / (1 + np.exp(-(self.slope * logit + self.offset)))), 3), SUREST)


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()  # type: ignore[no-any-return]


def save(model: RankerModel, file: Path) -> None:
    """Write a model; weights as whole numbers with a scale for each feature."""
    scales = np.maximum(np.abs(model.weights).max(axis=1, keepdims=True), 1e-9) / _LEVELS
    places = [sorted(model.clauses[clause] for clause in wording.clauses) for wording in model.wordings]
    np.savez_compressed(
        file, weights=np.round(model.weights / scales).astype(np.int8), scales=scales[:, 0].astype(np.float32),
        features=_text(model.features), clauses=_text(model.clauses), seen=_text(sorted(model.seen)),
        wordings=_text([wording.text for wording in model.wordings]), literal=_text(["|".join(sorted(w.literal)) for w in model.wordings]),
        places=np.concatenate(places).astype(np.uint16), sizes=np.array([len(part) for part in places], np.uint8),
        fit=np.array([model.slope, model.offset, model.threshold]),
    )  # fmt: skip


def _text(lines: Collection[str]) -> Any:
    return np.frombuffer("\n".join(lines).encode(), np.uint8)


def load(file: Path) -> RankerModel:
    """Read a model.

    Raises:
        PackError: the file is none.
    """
    try:
        with np.load(BytesIO(file.read_bytes()), allow_pickle=False) as held:
            data = {name: held[name] for name in held.files}
        lines = {name: data[name].tobytes().decode().split("\n") for name in ("features", "clauses", "seen", "wordings", "literal")}
        parts = np.split(data["places"], np.cumsum(data["sizes"])[:-1])
        texts = zip(lines["wordings"], parts, lines["literal"], strict=True)
        wordings = [
            Wording(text, frozenset(lines["clauses"][place] for place in part), frozenset(filter(None, literal.split("|"))))
            for text, part, literal in texts
        ]
        weights = data["weights"].astype(np.float32) * data["scales"][:, None]
        features, clauses = ({name: place for place, name in enumerate(lines[key])} for key in ("features", "clauses"))
        slope, offset, threshold = (float(value) for value in data["fit"])
        return RankerModel(features, clauses, weights, wordings, frozenset(lines["seen"]), slope, offset, threshold)
    except (OSError, EOFError, BadZipFile, ValueError, KeyError) as error:
        raise PackError(f"{file}: is no model of questions ({error}); make it with `rie train-questions`") from None


@lru_cache(maxsize=8)
def _kept(file: Path, changed: int) -> RankerModel:
    return load(file)


def model_of(folder: Path) -> RankerModel | None:
    """The model of a pack, read once; None where it has none.

    Args:
        folder: of the pack.

    Raises:
        PackError: its file cannot be read.
    """
    file = folder / FILE
    try:
        changed = file.stat().st_mtime_ns
    except OSError:
        return None
    return _kept(file, changed)
