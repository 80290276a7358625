"""What the words of a collection tell a reader: which are rare, which are no names, which are places."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from rie.rag.chunks import Chunk
from rie.rag.extract.names import is_place, names
from rie.rag.sentences import sentences
from rie.rag.words import STOP, words_of
from rie.values import fold, tokens

SAMPLED: Final = 5_000  # passages that are looked at
_SMALL: Final = re.compile(r"(?<![\w’'.-])[a-z]+(?![\w.])")

_LARGE: Final = re.compile(r"\b(?:[A-Z][\w’]*|[a-z]+\d\w*)")


class Vocabulary:
    """The words of passages, of the first `SAMPLED` when there are more.

    Args:
        passages: the chunks of a collection.
    """

    def __init__(self, passages: Sequence[Chunk]) -> None:
        self._passages = passages[:SAMPLED]

    def rarity(self, word: str) -> float:
        """How much a compared word tells: its inverse document frequency (Robertson and Spärck Jones 1976)."""
        held = self._frequencies.get(word, 0)
        return math.log(1 + (len(self._passages) - held + 0.5) / (held + 0.5))

    @cached_property
    def _frequencies(self) -> Counter[str]:
        return Counter(word for chunk in self._passages for word in set(words_of(chunk.headed)))

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that are written small somewhere: no names, although they may begin a sentence."""
        return frozenset(STOP).union(*(tokens(word) for chunk in self._passages for word in _SMALL.findall(chunk.text)))

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Words that are written with a capital or a digit somewhere, and never small: parts of names."""
        texts = (chunk.headed for chunk in self._passages)
        return frozenset().union(*(tokens(word) for text in texts for word in _LARGE.findall(text))) - self.common

    @cached_property
    def places(self) -> frozenset[str]:
        """Names that some sentence says a company is based in, folded."""
        texts = (chunk.text[start:end] for chunk in self._passages for start, end in sentences(chunk.text))
        return frozenset(fold(name.said) for text in texts for name in names(text, self.common) if is_place(text, name))
