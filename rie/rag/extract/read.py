"""An answer without a language model: the span of the right kind in the sentence that fits the question best."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rie.rag.answer import Read, Span
from rie.rag.extract.asked import Asked, asked, large_words
from rie.rag.extract.candidates import candidates
from rie.rag.extract.cues import cues
from rie.rag.extract.names import Candidate, list_around, same_name
from rie.rag.extract.passage import Sentence, sentences_of
from rie.rag.extract.vocabulary import Vocabulary
from rie.rag.index import Hit, Index
from rie.rag.words import POSSESSIVE
from rie.values import tokens

THRESHOLD: Final = 0.75  # of the best span; below it the snippets are taken not to answer
NEAR: Final = 9.0  # words in which nearness fades to a third
MANY: Final = 0.7  # how much worse than the best a further name may be
FURTHER: Final = 8  # names of a list at most
PLAYS, PLAYS_NOT, PLACED = 0.5, -0.8, 0.3  # for what stands beside a name
OTHER_PERIOD, OTHER_TYPE, OTHER_SUM, NO_TOTAL = 1.0, 0.6, 0.4, 1.0  # for what is said of another date, round or kind of sum
TOTAL: Final = 0.3  # for a sum that is said to be a total where one is asked for
RANK: Final = 0.05  # for each better snippet


@dataclass(frozen=True, slots=True)
class Scored:
    """A span, where it stands, and how well it fits."""

    sentence: Sentence
    candidate: Candidate
    score: float


def extract(question: str, after: Sequence[str], hits: Sequence[Hit], index: Index) -> Read:
    """Read the answer off the snippets.

    Args:
        question: as it was asked.
        after: the earlier questions of the conversation; the last one counts.
        hits: the snippets, the best first.
        index: that the snippets come from; tells rare words from frequent ones.

    Returns:
        The spans as text with citations; no text when nothing fits well enough.
    """
    wanted = asked(question, after, index.vocabulary)
    if wanted.kind is None or _unknown(wanted, hits):
        return Read(None)
    found = sorted(_scored(wanted, hits, index.vocabulary), key=lambda item: -item.score)
    if not found or found[0].score < THRESHOLD:
        return Read(None, confidence=max(found[0].score / 2, 0.0) if found else 0.0)
    return _read(_all(found) if wanted.many else _listed(found) if wanted.kind == "name" else found[:1])


def _unknown(wanted: Asked, hits: Sequence[Hit]) -> bool:
    """Whether the question names something that no snippet does."""
    return bool(wanted.names & large_words(wanted.text) - _seen(hits))


def _seen(hits: Sequence[Hit]) -> set[str]:
    return {word for hit in hits for word in tokens(POSSESSIVE.sub(" ", hit.chunk.headed))}


def _scored(wanted: Asked, hits: Sequence[Hit], vocabulary: Vocabulary) -> Iterator[Scored]:
    """The spans of all sentences whose snippet holds the names of the question."""
    named = wanted.names & _seen(hits)
    for sentence in sentences_of(hits):
        if not named <= sentence.around:
            continue
        for candidate in candidates(wanted, sentence.text, sentence.published_at, vocabulary):
            if not set(tokens(candidate.said)) & named:
                yield Scored(sentence, candidate, _fit(wanted, sentence, candidate, vocabulary))


def _fit(wanted: Asked, sentence: Sentence, candidate: Candidate, vocabulary: Vocabulary) -> float:
    """How well a span fits: the words of the question in and around its sentence, those near it once more, and its part."""
    weights = {word: vocabulary.rarity(word) for word in wanted.words}
    whole = sum(weights.values()) or 1.0
    here = sum(weight * sentence.holds(word) for word, weight in weights.items()) / whole
    place = sentence.word_at(candidate.start)
    near = sum(weight * math.exp(-sentence.distance(word, place) / NEAR) for word, weight in weights.items()) / whole
    return here + near / 2 + _part(wanted, sentence, candidate) - _doubts(wanted, sentence, candidate) - RANK * sentence.snippet


def _part(wanted: Asked, sentence: Sentence, candidate: Candidate) -> float:
    """Whether what stands beside a name says that it plays the part that is asked for."""
    if wanted.kind == "place":
        return PLACED
    if wanted.kind != "name" or wanted.role is None:
        return 0.0
    return PLAYS if sentence.plays(candidate, cues().roles[wanted.role]) else PLAYS_NOT


def _doubts(wanted: Asked, sentence: Sentence, candidate: Candidate) -> float:
    """What speaks against a span: another date, another type of round, another kind of figure."""
    doubts = 0.0 if sentence.within(wanted.periods) else OTHER_PERIOD
    doubts += 0.0 if sentence.labelled(wanted.labels) else OTHER_TYPE
    if wanted.kind in ("money", "percent", "price_per_share"):
        expected = cues().expected.search
        doubts += OTHER_SUM if bool(expected(wanted.text)) != bool(expected(sentence.text)) else 0.0
    return doubts + (_other_sum(wanted, sentence, candidate) if wanted.kind == "money" else 0.0)


def _other_sum(wanted: Asked, sentence: Sentence, candidate: Candidate) -> float:
    """Whether a sum is a total or not, as is asked; and whether it is said to be something that the question does not name."""
    beside = sentence.text[max(0, candidate.start - 40) : candidate.end + 20]
    total = bool(cues().total_near.search(beside))
    if wanted.total:
        return -TOTAL if total else NO_TOTAL
    if cues().other_sums.search(wanted.text):
        return 0.0 if cues().other_sums.search(sentence.text) else OTHER_SUM
    return OTHER_SUM * (total + bool(cues().other_sums.search(beside)))


def _all(found: Sequence[Scored]) -> list[Scored]:
    """The names that fit nearly as well as the best, each once."""
    return _distinct(item for item in found if item.score > found[0].score - MANY)[:FURTHER]


def _listed(found: Sequence[Scored]) -> list[Scored]:
    """The best name, and those that stand in a list with it."""
    best = found[0]
    start, end = list_around(best.sentence.text, best.candidate)
    beside = [item for item in found if item.sentence is best.sentence and start <= item.candidate.start < end]
    return _distinct([best, *sorted(beside, key=lambda item: item.candidate.start)])


def _distinct(found: Iterable[Scored]) -> list[Scored]:
    kept: list[Scored] = []
    for item in found:
        if not any(same_name(item.candidate.said, other.candidate.said) for other in kept):
            kept.append(item)
    return kept


def _read(kept: Sequence[Scored]) -> Read:
    text = "; ".join(f"{item.candidate.said} [{item.sentence.snippet + 1}]" for item in kept)
    return Read(text, tuple(_span(item) for item in kept), min(1.0, kept[0].score / 2))


def _span(item: Scored) -> Span:
    sentence, candidate = item.sentence, item.candidate
    start, end = (candidate.start, candidate.end) if candidate.end > candidate.start else (0, len(sentence.text))
    return Span(sentence.snippet, "text", sentence.start + start, sentence.start + end, sentence.text[start:end])
