"""What a ranker sees of a question: its masked words, alone and in order, and their meaning as a vector."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from rie.rag.embedder import StaticEmbedder
from rie.templates.pairs.surface import Token
from rie.templates.pairs.values import Span

MOST_FEATURES: Final = 12_000
_ORDERS: Final = 3
_SIZES: Final = (1.0, 0.4, 0.2)  # weights of one, two and three words: rare phrases are learned by heart
_STOP: Final = frozenset(
    re.findall(
        r"\S+",
        "a an the of in on at to for from by with is are was were be been do does did has have had and or that which what who whom "
        "whose where when how many much me us you i we my our your it its this these those there please can could would will tell "
        "give show list find get all any each 's as",
    )
)
Vector = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Masked:
    """A question as its words with spans in place of values. `words` are the stems outside of spans."""

    tokens: tuple[Token, ...]
    spans: tuple[Span, ...]
    elements: tuple[str | Span, ...] = field(init=False)

    def __post_init__(self) -> None:
        starts = {span.first: span for span in self.spans}
        elements: list[str | Span] = []
        place = 0
        while place < len(self.tokens):
            span = starts.get(place)
            elements.append(span if span else stem(self.tokens[place].text))
            place = span.last if span else place + 1
        object.__setattr__(self, "elements", tuple(elements))

    @property
    def words(self) -> list[str]:
        """Stems of the words that are no values."""
        return [element for element in self.elements if isinstance(element, str)]

    @property
    def content(self) -> list[str]:
        """Of them those that say something."""
        return [word for word in self.words if word not in _STOP]

    @property
    def text(self) -> str:
        """The masked question as one line."""
        return " ".join(element if isinstance(element, str) else element.masks[0] for element in self.elements)


@cache
def stem(word: str) -> str:
    """A word without the ending of its plural."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) else word


def features_of(masked: Masked) -> Counter[str]:
    """The sparse features of a question."""
    plain = ["^", *(element if isinstance(element, str) else "<v>" for element in masked.elements), "$"]
    found = Counter(word for word in plain[1:-1] if word != "<v>")
    for size in range(2, _ORDERS + 1):
        found.update(" ".join(plain[first : first + size]) for first in range(len(plain) - size + 1))
    kinds = Counter(mask for span in masked.spans for mask in span.masks)
    found.update({f"{mask}*{count}": 1 for mask, count in kinds.items()})
    found.update(_around(plain, masked))
    return found


def _around(plain: Sequence[str], masked: Masked) -> Iterable[str]:
    """A value's domain with the word before it and the one behind it."""
    for place, element in enumerate(masked.elements, 1):
        if not isinstance(element, str):
            for mask in element.masks:
                yield f"{plain[place - 1]} {mask}"
                yield f"{mask} {plain[place + 1]}"


@dataclass
class Vocabulary:
    """Features with their numbers and weights; `words` are all stems ever seen."""

    numbers: dict[str, int]
    weights: Vector
    words: set[str]

    def encode(self, counted: Mapping[str, int]) -> tuple[npt.NDArray[np.int32], Vector]:
        """Numbers and values of the known features, of length one."""
        known = sorted((self.numbers[name], name) for name in counted if name in self.numbers)
        ids = np.array([number for number, _ in known], dtype=np.int32)
        values = self.weights[ids] if len(ids) else np.zeros(0, dtype=np.float32)
        size = float(np.linalg.norm(values)) or 1.0
        return ids, (values / size).astype(np.float32)


def build_vocabulary(questions: Sequence[Masked]) -> Vocabulary:
    """Features of several questions, and all single words; rare ones weigh more."""
    counts: Counter[str] = Counter()
    for masked in questions:
        counts.update(set(features_of(masked)))
    words = {word for masked in questions for word in masked.words}
    kept = [name for name, count in counts.most_common() if count > 1 or name in words][:MOST_FEATURES]
    numbers = {name: number for number, name in enumerate(kept)}
    rare = np.log1p(len(questions) / np.array([counts[name] for name in kept] or [1], dtype=np.float32))
    weights = rare * np.array([_SIZES[min(name.count(" "), _ORDERS - 1)] for name in kept] or [1.0])
    return Vocabulary(numbers, weights.astype(np.float32), words)


@cache
def _embedder() -> StaticEmbedder:
    return StaticEmbedder()


def meanings(questions: Sequence[Masked]) -> Vector:
    """A vector for each masked question; masks are read as words."""
    return _embedder().encode([" ".join(map(_read, masked.elements)) for masked in questions])


def _read(element: str | Span) -> str:
    return element if isinstance(element, str) else element.masks[0].strip("<>").replace("_", " ").replace(".", " ")


def novelty(word: str, known: Iterable[str]) -> float:
    """How far a word's meaning is from all of some known words, 0 to 1; 1 for a word without a meaning."""
    others = sorted(known)
    if not others or not word_meaning(word).any():
        return 1.0
    return 1.0 - float(max(word_meaning(word) @ word_meaning(other) for other in others))


@lru_cache(maxsize=50_000)
def word_meaning(word: str) -> Vector:
    """The vector of one word."""
    return np.asarray(_embedder().encode([word])[0], np.float32)
