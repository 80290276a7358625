"""From a question to its best queries: skeletons in order of their scores, each with its slots filled."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from rie.templates.pairs.features import Masked, Vector, Vocabulary, features_of, meanings, novelty, stem
from rie.templates.pairs.fill import Filled, filled
from rie.templates.pairs.model import Contexts, Example, Skeleton
from rie.templates.pairs.ranker import Encoded, Ranker
from rie.templates.pairs.surface import tokens_of
from rie.templates.pairs.values import Span, ValueIndex, key_of

_QUOTED: Final = re.compile(r"[\"\u201c]([^\"\u201d]+)[\"\u201d]|(?:(?<=\s)|^)'([^']+)'(?=\W|$)")
_MOST_SENSES: Final = 8
MOST: Final = 12  # skeletons that are filled
ORDER: Final = 11  # features by which candidates are put in order
SURE: Final = ORDER + 6  # and by which the first of them is accepted


@dataclass(frozen=True)
class Candidate:
    """A skeleton with its values and what speaks for it.

    `example` is the nearest question that it answers, `senses` the question in all its maskings.
    """

    skeleton: int
    filled: Filled
    features: Vector
    example: int
    masked: Masked
    senses: tuple[str, ...]

    def key(self) -> tuple[Any, ...]:
        """The query as a whole."""
        return self.skeleton, tuple(sorted(self.filled.parameters.items(), key=str))


class Matcher:
    """Ranks skeletons for questions.

    Args:
        skeletons: that there are.
        examples: questions with their skeletons, and masked.
        index: the values of the database.
        vocabulary: features of the examples.
        ranker: of the skeletons.
        contexts: the words around values.
    """

    def __init__(
        self, skeletons: list[Skeleton], examples: list[tuple[Example, Masked]], index: ValueIndex, *,
        vocabulary: Vocabulary, ranker: Ranker, contexts: Contexts,
    ) -> None:  # fmt: skip
        self.skeletons, self.examples, self.index = skeletons, examples, index
        self.vocabulary, self.ranker, self.contexts = vocabulary, ranker, contexts
        self._of = np.array([example.skeleton for example, _ in examples])
        self._meanings = meanings([masked for _, masked in examples])
        self._postings = self._index_words()
        self._texts: dict[str, set[int]] = defaultdict(set)
        for example, masked in examples:
            self._texts[masked.text].add(example.skeleton)
        self._counts = np.bincount(self._of, minlength=len(skeletons))

    def _index_words(self) -> dict[int, tuple[npt.NDArray[np.int32], Vector]]:
        found: dict[int, tuple[list[int], list[float]]] = {}
        for number, (_, masked) in enumerate(self.examples):
            for feature, value in zip(*self.vocabulary.encode(features_of(masked)), strict=True):
                numbers, values = found.setdefault(int(feature), ([], []))
                numbers.append(number)
                values.append(float(value))
        return {key: (np.array(numbers, np.int32), np.array(values, np.float32)) for key, (numbers, values) in found.items()}

    def maskings(self, question: str) -> list[Masked]:
        """A question with its values, misspelt ones too; and with what may be a text that the database need not hold."""
        tokens = tuple(tokens_of(question))
        plain = Masked(tokens, tuple(self.index.spans(tokens, self._known)))
        free = list(self._free(question, plain)) if self._open else []
        ways = [plain.spans, *([tuple(sorted((*plain.spans, *free), key=lambda span: span.first))] if free else [])]
        return [Masked(tokens, chosen) for spans in ways for chosen in islice(self._senses(spans), _MOST_SENSES)]

    def _senses(self, spans: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
        """Values that can be of several domains as each of them: New York the city, New York the state."""
        return product(*([self.index.restricted(span, mask) for mask in span.masks] if len(span.masks) > 1 else [span] for span in spans))

    def _free(self, question: str, masked: Masked) -> Iterator[Span]:
        """What stands in quotation marks, else runs of unknown words."""
        taken = {place for span in masked.spans for place in range(span.first, span.last)}
        tokens = masked.tokens
        quoted = next((place for place in map(_inside, _QUOTED.finditer(question))), None)
        inside = [place for place, token in enumerate(tokens) if quoted and quoted[0] <= token.start < quoted[1] and place not in taken]
        unknown = [place for place, token in enumerate(tokens) if place not in taken and self._is_unknown(token.text)]
        for run in _runs(inside or unknown):
            text = question[tokens[run[0]].start : tokens[run[-1]].end]
            domains = tuple(sorted(set(self._open.values())))
            yield Span(run[0], run[-1] + 1, dict.fromkeys(self._open, text), domains, "exact" if inside else "free")

    def _is_unknown(self, word: str) -> bool:
        return stem(word) not in self._known and word != "'s"

    @cached_property
    def _open(self) -> dict[str, str]:
        """The columns of open slots with their domains."""
        domains = {key_of(column): domain for column, domain in self.index.domains.items()}
        return {slot.key: domains[slot.key] for item in self.skeletons for slot in item.slots if slot.open and slot.key in domains}

    @cached_property
    def _known(self) -> set[str]:
        return self.vocabulary.words | {f"{word}s" for word in self.vocabulary.words}

    def candidates(self, question: str) -> list[Candidate]:
        """The best skeletons of a question in all its maskings, filled, in no order."""
        maskings = self.maskings(question)
        encoded = [self.vocabulary.encode(features_of(masked)) for masked in maskings]
        about = meanings(maskings)
        scores = np.stack([self.ranker.scores(*both) for both in zip(encoded, about, strict=True)])
        scores[:, self._counts == 0] = -1e6
        shares = np.log(np.maximum(_shares(scores), 1e-9))
        senses = tuple(masked.text for masked in maskings)
        found: list[Candidate] = []
        for place, masked in enumerate(maskings):
            alike, near = self._alike(encoded[place]), self._meanings @ about[place]
            numbers = self._chosen(scores[place], alike)
            found += [self._candidate(masked, number, float(shares[place, number]), alike, near, senses=senses) for number in numbers]
        best = max(candidate.features[0] for candidate in found)
        for candidate in found:
            candidate.features[1] -= best
        return found

    def _chosen(self, scores: Vector, alike: Vector) -> list[int]:
        """The highest by score, and those of the most similar questions."""
        ranked = [number for number in np.argsort(-scores, kind="stable")[:MOST] if self._counts[number]]
        similar = [int(self._of[place]) for place in np.argsort(-alike, kind="stable")[:MOST]]
        return list(dict.fromkeys([*map(int, ranked), *similar]))

    def _alike(self, encoded: Encoded) -> Vector:
        found = np.zeros(len(self.examples), np.float32)
        for feature, value in zip(*encoded, strict=True):
            numbers, values = self._postings.get(int(feature), (np.zeros(0, np.int32), np.zeros(0, np.float32)))
            found[numbers] += value * values
        return found

    def _candidate(self, masked: Masked, number: int, share: float, alike: Vector, near: Vector, *, senses: tuple[str, ...]) -> Candidate:
        skeleton = self.skeletons[number]
        own = np.flatnonzero(self._of == number)
        found = filled(skeleton, masked, self.index, self.contexts)
        example = int(own[np.argmax(alike[own])]) if len(own) else 0
        nearest = self.examples[example][1]
        unused = [span for place, span in enumerate(masked.spans) if place not in found.used]
        numbers = [span for span in unused if _is_number(span.masks)]
        features = [
            max(share, -12.0), max(share, -12.0), alike[own].max(initial=0.0), near[own].max(initial=0.0),
            found.missing, found.guessed, len(unused) - len(numbers), len(numbers),
            max(found.score, -6.0), self._lacking(nearest, masked), self._lacking(masked, nearest),
        ]  # fmt: skip
        return Candidate(number, found, np.array(features, np.float32), example, masked, senses)

    def _lacking(self, one: Masked, other: Masked) -> float:
        """The share of one question's words that the other does not have; rare words count more."""
        words = set(one.content)
        return self._weight(words - set(other.content)) / (self._weight(words) or 1.0)

    def _weight(self, words: set[str]) -> float:
        numbers = self.vocabulary.numbers
        return sum(float(self.vocabulary.weights[numbers[word]]) if word in numbers else self._rarest for word in words)

    @cached_property
    def _rarest(self) -> float:
        return float(self.vocabulary.weights.max(initial=1.0))

    def leaves_out(self, candidate: Candidate) -> bool:
        """Whether the question has a value that its query does not use and that the nearest example does not have either."""
        tokens = candidate.masked.tokens
        left = [span for place, span in enumerate(candidate.masked.spans) if place not in candidate.filled.used]
        said = {token.text for token in self.examples[candidate.example][1].tokens} | {"one"}
        return any(token.text not in said for span in left for token in tokens[span.first : span.last])

    def is_known(self, candidate: Candidate) -> bool:
        """Whether the question is an example but for its values, in none of its senses one of another skeleton."""
        found = {number for text in candidate.senses for number in self._texts.get(text, ())}
        return found == {candidate.skeleton} and not candidate.filled.guessed

    def certainty(self, ordered: Sequence[Candidate], scores: Vector) -> Vector:
        """What tells whether the first of ordered candidates is right."""
        first, masked = ordered[0], ordered[0].masked
        other = next((place for place, item in enumerate(ordered) if item.key() != first.key()), None)
        margin = float(scores[0] - scores[other]) if other else 5.0
        unknown = [word for word in masked.content if word not in self.vocabulary.words]
        nearest = self.examples[first.example][1].content
        more = [
            max((novelty(word, nearest) for word in unknown), default=0.0), min(margin, 5.0), min(len(unknown), 3),
            len(unknown) / (len(masked.content) or 1), float(first.skeleton in self._texts.get(masked.text, ())),
            float(any(span.by == "near" for span in masked.spans)),
        ]  # fmt: skip
        return np.concatenate([first.features, np.array(more, np.float32)])


def masked_example(example: Example, skeleton: Skeleton, index: ValueIndex) -> Masked:
    """The question of an example with its values, each of the domain that its SQL takes it for."""
    tokens = tuple(tokens_of(example.question))
    domains = {key_of(column): domain for column, domain in index.domains.items()}
    meant = {place: domains.get(slot.key) for slot, place in zip(skeleton.slots, example.places, strict=True)}
    spans = ((span, meant.get((span.first, span.last))) for span in index.spans(tokens))
    return Masked(tokens, tuple(index.restricted(span, mask) if mask in span.masks else span for span, mask in spans))


def _inside(match: re.Match[str]) -> tuple[int, int]:
    """Where the text within quotation marks stands."""
    return match.span(1) if match[1] else match.span(2)


def _runs(places: list[int]) -> list[list[int]]:
    """Numbers that follow each other, together."""
    found: list[list[int]] = []
    for place in places:
        if found and found[-1][-1] == place - 1:
            found[-1].append(place)
        else:
            found.append([place])
    return found


def _is_number(masks: tuple[str, ...]) -> bool:
    return all(mask in ("<num>", "<date>", "<time>") for mask in masks)


def _shares(scores: Vector) -> Vector:
    shifted = np.exp(scores - scores.max())
    return np.asarray(shifted / shifted.sum(), np.float32)
