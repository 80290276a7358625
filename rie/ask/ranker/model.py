"""The model of questions: how likely each canonical wording is, given the words of a question.

A small network (`encoder.py`) gives each clause of logical forms a score. The score of a wording is the sum of those of its clauses, with
one more for "none of them"; a softmax over the wordings with the same blanks makes probabilities of them.
`doubt` tells how badly the clauses of a form go with the words.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile

import numpy as np

from rie.ask.ranker.blanks import Blank, Blanked, merged
from rie.ask.ranker.encoder import MOST_SENSES, SENSES, VECTOR, WORD, Floats, Ints, Weights, clause_scores
from rie.ask.ranker.vectors import rows_of, word_table
from rie.ask.ranker.wordings import Wording
from rie.errors import PackError

FILE: Final = "questions.npz"
NONE: Final = "none of them"
DROPPED: Final = ("metric", "post", "number")  # kinds of blanks that a question may have beside those of its wording
_CORE: Final = 0.5  # what a clause counts that holds a whole question
_NEVER: Final = -1e9
PRIOR: Final = 2.0  # what a clause must score to be as likely as not
_WEIGHT: Final = "weight:"
SUREST: Final = 0.97  # confidence that there is at most, less than the grammar's


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wording that a question may mean. `dropped` are kinds of blanks of the question that it has none for; `added` are values
    that the question says and the wording does not ("status=completed"); `joined` tells that several blanks of the question fill one."""

    wording: Wording
    dropped: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    joined: bool = False

    def kept(self, blanks: Sequence[Blank]) -> list[Blank]:
        """The blanks of a question that the wording has a place for."""
        kept = merged(blanks) if self.joined else list(blanks)
        for kind in self.dropped:
            kept.remove(next(blank for blank in kept if blank.kind == kind))
        return kept

    def texts(self, blanks: Sequence[Blank]) -> Iterator[str]:
        """The wording with the blanks of a question filled in, in each order of those of one kind."""
        return self.wording.filled(self.kept(blanks))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the model sees of a question and a form. `doubt` is how unlikely its clauses are each by itself: the sum of minus the
    logarithms of their probabilities to be said or not. `rival` is how far another wording, or none, scores above it."""

    doubt: float
    rival: float

    @property
    def features(self) -> Floats:
        """Those of the logistic regression that makes a confidence of them."""
        return np.array([1.0, np.log1p(self.doubt), np.clip(self.rival, -20, 20) / 5], np.float32)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The stems and senses that training held, each with its number, and the rows of the pack's word vectors."""

    words: Mapping[str, int]
    senses: Mapping[str, int]
    pack: str

    def rows(self, question: Blanked) -> Ints:
        """The tokens of a question as the network sees them, shape (tokens, 2 + MOST_SENSES); at least one."""
        found = np.zeros((max(len(question.tokens), 1), SENSES + MOST_SENSES), np.int32)
        found[:, VECTOR] = rows_of(self.pack, [token.word for token in question.tokens] or [""])
        for row, token in zip(found, question.tokens, strict=False):
            row[WORD] = self.words.get(token.stem, 0)
            senses = [self.senses[sense] for sense in token.senses if sense in self.senses][:MOST_SENSES]
            row[SENSES : SENSES + len(senses)] = senses
        return found


@dataclass
class QuestionModel:
    """The weights of the network with its vocabulary, the clauses that it scores, and the wordings.

    `seen` are the words that answerable questions hold without a sense of their own. `fit` makes a confidence of evidence (logistic
    regression); `threshold` is the confidence above which its wordings for dev questions are right.
    """

    vocabulary: Vocabulary
    clauses: Mapping[str, int]
    weights: Weights
    wordings: Sequence[Wording]
    seen: frozenset[str]
    fit: Floats = field(default_factory=lambda: np.array([0, 0, -1], np.float32))
    threshold: float = 1.0
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

    def allowed(self, question: Blanked) -> list[bool]:
        """Which candidates say the conditions of the question that the lexicon tells."""
        return [item.wording.fits(question) for item in self.candidates(question.signature)[0]]

    def nearest(self, question: Blanked, most: int) -> Iterator[Candidate]:
        """The candidates with the highest scores, those too that lack a value that the question says, or that have one blank for several.

        Args:
            question: with blanks.
            most: how many.
        """
        scores = self.scores(question)
        ranked: list[tuple[float, int, Candidate]] = []
        for signature in dict.fromkeys((question.signature, tuple(sorted({*question.signature})))):
            found, rows = self.candidates(signature)
            for candidate, score in zip(found, rows @ scores, strict=False):
                lacking = candidate.wording.lacks(question)
                if lacking is not None:
                    gained = sum(scores[self.clauses[clause]] for clause in (f"if:{value}" for value in lacking) if clause in self.clauses)
                    chosen = replace(candidate, added=tuple(sorted(lacking)), joined=signature != question.signature)
                    ranked.append((-float(score + gained), len(ranked), chosen))
        return (candidate for _, _, candidate in heapq.nsmallest(most, ranked))

    def scores(self, question: Blanked) -> Floats:
        """The score of each clause."""
        return clause_scores(self.weights, self.vocabulary.rows(question), word_table(self.vocabulary.pack)[1])

    def doubt(self, scores: Floats, clauses: frozenset[str]) -> float:
        """How unlikely it is that a question with these scores says just these clauses, each by itself."""
        told = np.zeros(len(self.clauses), bool)
        told[[self.clauses[clause] for clause in clauses if clause in self.clauses]] = True
        against = np.where(told, -1, 1) * (scores - PRIOR)
        against[[place for clause, place in self.clauses.items() if clause == NONE or clause.startswith("dropped:")]] = _NEVER
        return float(np.logaddexp(0, against).sum())

    def confidence(self, evidence: Evidence) -> float:
        """The calibrated probability that a wording is what a question means."""
        return min(round(float(1 / (1 + np.exp(-(self.fit @ evidence.features)))), 3), SUREST)


def save(model: QuestionModel, file: Path) -> None:
    """Write a model; weights as halves."""
    places = [sorted(model.clauses[clause] for clause in wording.clauses) for wording in model.wordings]
    weights: dict[str, Any] = {f"{_WEIGHT}{name}": held.astype(np.float16) for name, held in model.weights.items()}
    np.savez_compressed(
        file, words=_text(model.vocabulary.words), senses=_text(model.vocabulary.senses),
        clauses=_text(model.clauses), seen=_text(sorted(model.seen)),
        wordings=_text([wording.text for wording in model.wordings]), literal=_text(["|".join(sorted(w.literal)) for w in model.wordings]),
        places=np.concatenate(places).astype(np.uint16), sizes=np.array([len(part) for part in places], np.uint8),
        fit=np.array([*model.fit, model.threshold]), **weights,
    )  # fmt: skip


def _text(lines: Collection[str]) -> Any:
    return np.frombuffer("\n".join(lines).encode(), np.uint8)


def load(file: Path, pack: Path) -> QuestionModel:
    """Read a model.

    Args:
        file: of the model.
        pack: folder of the pack, whose word vectors it uses.

    Raises:
        PackError: the file is none.
    """
    try:
        with np.load(BytesIO(file.read_bytes()), allow_pickle=False) as held:
            data = {name: held[name] for name in held.files}
        lines = {name: data[name].tobytes().decode().split("\n") for name in ("words", "senses", "clauses", "seen", "wordings", "literal")}
        parts = np.split(data["places"], np.cumsum(data["sizes"])[:-1])
        texts = zip(lines["wordings"], parts, lines["literal"], strict=True)
        wordings = [
            Wording(text, frozenset(lines["clauses"][place] for place in part), frozenset(filter(None, literal.split("|"))))
            for text, part, literal in texts
        ]
        vocabulary = Vocabulary(numbered(lines["words"]), numbered(lines["senses"]), str(pack))
        clauses = {name: place for place, name in enumerate(lines["clauses"])}
        weights = {name.removeprefix(_WEIGHT): held.astype(np.float32) for name, held in data.items() if name.startswith(_WEIGHT)}
        *fit, threshold = (float(value) for value in data["fit"])
        return QuestionModel(vocabulary, clauses, weights, wordings, frozenset(lines["seen"]), np.array(fit, np.float32), threshold)
    except (OSError, EOFError, BadZipFile, ValueError, KeyError) as error:
        raise PackError(f"{file}: is no model of questions ({error}); make it with `rie train-questions`") from None


def numbered(names: Collection[str]) -> dict[str, int]:
    """Names with their numbers from 1 on."""
    return {name: place for place, name in enumerate(names, 1)}


@lru_cache(maxsize=8)
def _kept(file: Path, pack: Path, changed: int) -> QuestionModel:
    return load(file, pack)


def model_of(pack: Path, folder: Path | None = None) -> QuestionModel | None:
    """The model of a pack, read once; None where it has none.

    Args:
        pack: folder of the pack.
        folder: of the model, if it is another.

    Raises:
        PackError: its file cannot be read.
    """
    file = (folder or pack) / FILE
    try:
        changed = file.stat().st_mtime_ns
    except OSError:
        return None
    return _kept(file, pack, changed)
