"""Columns of free text: which texts of a snapshot mean what a question says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rie.ask.names import english
from rie.pack.layer import TextLayer
from rie.values import tokens

_JOINING = frozenset(("of", "the", "and", "for", "to", "in", "its", "a"))


@dataclass(frozen=True, slots=True)
class Meaning:
    """A value that a text speaks of: the words that say it, those of them that tell it apart, and their initials."""

    value: str
    lesser: frozenset[str]
    words: frozenset[str]
    initials: str


class TextColumn:
    """The texts of a column by what they mean.

    Args:
        phrases: the regular expressions of each value; where two overlap, the first value counts.
        layer: of the column.
        texts: the different texts of the snapshot.
    """

    def __init__(self, phrases: Mapping[str, list[str]], layer: TextLayer, texts: Iterable[str] = ()) -> None:
        self.layer = layer
        self.patterns = [(value, re.compile(f"(?<!\\w)(?:{'|'.join(found)})", re.IGNORECASE)) for value, found in phrases.items()]
        self.meant: dict[str, list[tuple[str, Meaning]]] = {}
        for text in texts:
            for meaning in self.meanings(text):
                self.meant.setdefault(meaning.value, []).append((text, meaning))

    def meanings(self, text: str) -> list[Meaning]:
        """What a text means: "President and CEO" are two."""
        found: list[Meaning] = []
        taken: list[range] = []
        for value, pattern in self.patterns:
            for match in pattern.finditer(text):
                if not any(match.start() < span.stop and span.start < match.end() for span in taken):
                    taken.append(range(*match.span()))
                    found.append(self._meaning(value, text, match.span()))
        return found

    def _meaning(self, value: str, text: str, span: tuple[int, int]) -> Meaning:
        words = tokens(text[span[0] : span[1]])
        before = tokens(text[: span[0]])[-1:]
        spelled = [word for part in words for word in self.layer.spelled.get(part, part).split()]
        apart = {*english.forms(self.layer.lesser), *english.forms(self.layer.lesser_of.get(value, ""))}
        lesser = frozenset(apart & {*words, *before})
        return Meaning(value, lesser, frozenset(spelled) - _JOINING, "".join(word[0] for word in words if word not in _JOINING))

    def texts_of(self, phrase: str, value: str) -> tuple[str, ...]:
        """The texts that mean a value as a question words it, sorted.

        Args:
            phrase: the words of the question.
            value: the value that they stand for.
        """
        asked = next((meaning for meaning in self.meanings(phrase) if meaning.value == value), None)
        asked = asked or Meaning(value, frozenset(), frozenset(), "")
        return tuple(sorted({text for text, meaning in self.meant.get(value, ()) if self._agree(asked, meaning)}))

    def _agree(self, asked: Meaning, told: Meaning) -> bool:
        if asked.lesser != told.lesser:
            return False
        return asked.value not in self.layer.loose or asked.words <= told.words or {told.initials} == asked.words
