"""The sentences of snippets, as a reader without a language model sees them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from rie.rag.extract.asked import labels_of
from rie.rag.extract.cues import Role
from rie.rag.extract.names import Candidate, list_around
from rie.rag.index import Hit
from rie.rag.sentences import sentences
from rie.rag.words import POSSESSIVE, words_of
from rie.values import PartialDate, Period, find_periods, tokens

FAR: Final = 60.0  # words: a word that the sentence does not hold
AROUND: Final = 0.6  # what a word beside the sentence counts
_ROOT: Final = 4  # letters that two forms of a word share at least
_IN: Final = re.compile(r"\b(?:in|of|from|near) $")  # what follows is no subject
_WORD: Final = re.compile(r"\S+")


@dataclass(frozen=True)
class Sentence:
    """A sentence of snippet `snippet` (from 0) that begins at `start` of its document's text."""

    hit: Hit
    snippet: int
    start: int
    text: str

    @property
    def published_at(self) -> str:
        """The document's date."""
        return self.hit.chunk.source.published_at

    @cached_property
    def around(self) -> frozenset[str]:
        """The words of the whole snippet and its title, as `tokens` gives them."""
        return frozenset(tokens(POSSESSIVE.sub(" ", self.hit.chunk.headed)))

    @cached_property
    def _beside(self) -> frozenset[str]:
        return frozenset(words_of(self.hit.chunk.headed))

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each compared word stands, in words."""
        found: dict[str, list[int]] = {}
        for place, match in enumerate(_WORD.finditer(self.text)):
            lettered = [word for word in words_of(self.text[match.start() : match.end() + 2]) if "-" in word]
            for word in words_of(match[0]) + lettered:
                found.setdefault(word, []).append(place)
        return found

    def holds(self, word: str) -> float:
        """1 for a word of the sentence or another form of it, less for one beside the sentence, 0 for others."""
        return 1.0 if self._found(word) else AROUND if word in self._beside else 0.0

    def word_at(self, start: int) -> int:
        """How many words stand before a place."""
        return len(self.text[:start].split())

    def distance(self, word: str, place: int) -> float:
        """How many words a word is away from a place."""
        return min((abs(place - other) for other in self._found(word)), default=FAR)

    def _found(self, word: str) -> list[int]:
        return self._places.get(word) or [place for other, places in self._places.items() if _akin(word, other) for place in places]

    def labelled(self, labels: frozenset[str]) -> bool:
        """Whether the sentence is about a round of one of these types; if it names none, whether its snippet is."""
        own = labels_of(self.text)
        return not labels or bool(labels & (own or labels_of(self.hit.chunk.headed)))

    def within(self, periods: Sequence[Period]) -> bool:
        """Whether a date of the sentence, of its snippet if it has none, or of the document is in one of the periods."""
        if not periods:
            return True
        told = self._dates(self.text) or self._dates(self.hit.chunk.headed)
        inside = any(other.start <= one.start and one.end <= other.end for one in told for other in periods)
        return inside or any(one.start < other.end and other.start < one.end for one in self._published for other in periods)

    def _dates(self, text: str) -> list[Period]:
        anchor = PartialDate.parse(self.published_at) if self.published_at else None
        return [found.value for found in find_periods(text, anchor, bounds=False)]

    @property
    def _published(self) -> list[Period]:
        return [found.value for found in find_periods(self.published_at)]

    def plays(self, name: Candidate, role: Role) -> bool:
        """Whether what stands directly beside a name, or beside the list that it is in, gives it a role."""
        places = ((name.start, name.end), list_around(self.text, name))
        placed = _IN.search(self.text[: name.start])
        return any(role.left.search(self.text[:start]) or (not placed and role.right.search(self.text[end:])) for start, end in places)


def sentences_of(hits: Sequence[Hit]) -> Iterator[Sentence]:
    """The sentences of all snippets, the best snippet first."""
    for number, hit in enumerate(hits):
        for start, end in sentences(hit.chunk.text):
            yield Sentence(hit, number, hit.chunk.start + start, hit.chunk.text[start:end])


def _akin(one: str, other: str) -> bool:
    """Whether two words are forms of one: "valuation", "valued"."""
    return min(len(one), len(other)) >= _ROOT and (one.startswith(other) or other.startswith(one))
