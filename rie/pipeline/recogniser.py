"""spaCy's entity recogniser, with all words of a batch decided at once.

Its transition system takes one step a word, and what it sees at a word outside of names is that word alone. So the scores of all words
outside are one matrix product; only the names that begin there are followed word by word, those of all documents side by side. The
entities are those of spaCy's own greedy search. It learns nothing: models are trained with spaCy's `ner`.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE
from spacy.language import Language
from spacy.pipeline import EntityRecognizer, TrainablePipe
from spacy.pipeline.ner import ner_score
from spacy.tokens import Doc, Span
from thinc.api import Model

Array = NDArray[np.float32]
Places = NDArray[np.intp]
Entities = list[tuple[int, int, str]]
NEVER = np.float32(-np.inf)


@Language.factory("rie_ner", assigns=["doc.ents"], default_config={
    "moves": None, "scorer": None, "update_with_oracle_cut_size": 100, "incorrect_spans_key": None})
def create_recogniser(nlp: Language, name: str, model: Model[Any, Any], *, moves: Any, update_with_oracle_cut_size: int,
                      incorrect_spans_key: str | None, scorer: Any) -> "Recogniser":
    """The recogniser of a trained `ner`; arguments as there."""
    return Recogniser(nlp.vocab, model, name, moves, update_with_oracle_cut_size=update_with_oracle_cut_size,
                      incorrect_spans_key=incorrect_spans_key, scorer=scorer or ner_score)


class Recogniser(EntityRecognizer):  # type: ignore[misc]
    """An `EntityRecognizer` over documents that have neither entities nor sentences yet."""

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Set the entities of documents; the order is kept."""
        yield from TrainablePipe.pipe(self, docs, batch_size=batch_size)

    def predict(self, docs: Iterable[Doc]) -> list[Entities]:
        """For each document its entities as start, end and label."""
        docs = list(docs)
        search = _Search(self.model, [self.moves.get_class_name(number) for number in range(self.moves.n_moves)], docs)
        return [list(search.entities(start, end)) for start, end in pairwise(accumulate(map(len, docs), initial=0))]

    def set_annotations(self, docs: Iterable[Doc], found: list[Entities]) -> None:
        """Write `doc.ents`."""
        for doc, entities in zip(docs, found, strict=True):
            doc.set_ents([Span(doc, start, end, label=label) for start, end, label in entities])


class _Search:
    """The greedy search over the words of one batch.

    Args:
        model: of the recogniser.
        moves: names of its classes, such as "B-COMPANY" and "O".
        docs: of the batch.
    """

    def __init__(self, model: Model[Any, Any], moves: list[str], docs: list[Doc]) -> None:
        self.names, self.upper = moves, model.get_ref("upper")
        lower = model.get_ref("lower")
        seen = lower.predict(model.get_ref("tok2vec").predict(docs))  # (1 + words, features, hidden, pieces), first for no word
        self.none, self.words, self.bias = seen[0], seen[1:], lower.get_param("b")
        self.is_last = np.zeros(len(self.words), dtype=bool)
        self.is_last[[end - 1 for end in accumulate(map(len, docs)) if end]] = True
        best = self._outside(np.concatenate([doc.to_array([IS_SPACE]).reshape(-1) != 0 for doc in docs]))
        begins = np.flatnonzero(self._are("B")[best])
        ends = np.arange(1, len(best) + 1)
        ends[begins] = self._follow(begins, best[begins])
        starts = np.flatnonzero(best != moves.index("O"))
        self.starts, self.ends, self.labels = starts.tolist(), ends[starts].tolist(), [moves[move][2:] for move in best[starts].tolist()]

    def entities(self, first: int, last: int) -> Iterator[tuple[int, int, str]]:
        """The entities of the document that has the words from `first` to `last`: a name that begins inside another is none."""
        until = first
        for number in range(bisect_left(self.starts, first), bisect_left(self.starts, last)):
            if self.starts[number] >= until:
                until = self.ends[number]
                yield self.starts[number] - first, until - first, self.labels[number]

    def _are(self, *moves: str) -> NDArray[np.bool_]:
        """Which classes are of some kinds of moves; the one that blocks a word has no label and is of none."""
        return np.array([name[:1] in moves and name[1:] != "-" for name in self.names])

    def _scores(self, hidden: Array) -> Array:
        """(states, classes): scores of the moves in some states."""
        pieces = np.moveaxis(hidden + self.bias, -1, 0)
        best = pieces[0]
        for piece in pieces[1:]:
            best = np.maximum(best, piece)
        scores: Array = self.upper.predict(best)
        return scores

    def _outside(self, is_space: NDArray[np.bool_]) -> Places:
        """The best move at each word when no name is open: none begins at white space, none of several words at the last."""
        scores = self._scores(self.words[:, 0] + self.none[1] + self.none[2])
        scores[:, ~self._are("B", "U", "O")] = NEVER
        scores[np.ix_(is_space, self._are("B", "U"))] = NEVER
        scores[np.ix_(self.is_last, self._are("B"))] = NEVER
        best: Places = scores.argmax(axis=1)
        return best

    def _follow(self, starts: Places, moves: Places) -> Places:
        """Where the names end that begin at `starts` with `moves`."""
        inside, last = (np.array([self._index(kind, name) for name in self.names]) for kind in "IL")
        ends = starts + 1
        open_ = np.arange(len(starts))
        while len(open_):
            here, move = ends[open_], moves[open_]
            scores = self._scores(self.words[here, 0] + self.words[starts[open_], 1] + self.words[here - 1, 2])
            row = np.arange(len(open_))
            goes_on = (scores[row, inside[move]] >= scores[row, last[move]]) & ~self.is_last[here]
            ends[open_] += 1
            open_ = open_[goes_on]
        return ends

    def _index(self, kind: str, begin: str) -> int:
        """The class that goes on with, or ends, what another begins; 0 for one that begins nothing."""
        return self.names.index(kind + begin[1:]) if begin[:2] == "B-" else 0
