"""Questions completed while they are typed: from the names of a snapshot, the words of its pack, and questions with slots for names.

Nothing is offered that the store does not answer: each completed question is tried before it is shown.
"""

import re
import time
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import zip_longest
from typing import Final
from unicodedata import combining, normalize

from rie.pack import Pack
from rie.store import Reader

from .examples import players

SECONDS: Final = 0.008
MAX_NAMES: Final = 200_000
MAX_SUFFIX: Final = 4
_MOST_LOOKED_AT: Final = 5_000
_NAMES_EACH: Final = 3
_BEGUN: Final = 2  # words in which two questions begin alike
_SLOT: Final = re.compile(r"\{(\w+)\}")
_WORD: Final = re.compile(r"\S+")
Slot = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A question; with a slot, `head` and `tail` stand around the name of one who plays the role `slot` (fact, role)."""

    head: str
    slot: Slot | None = None
    tail: str = ""

    def filled(self, name: str = "") -> str:
        """The question about a name."""
        return f"{self.head}{name}{self.tail}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A name or phrase, how often it occurs, and in which slots it can stand."""

    text: str
    times: int
    slots: Mapping[Slot, int]


class Prefixes:
    """Entries by how they, or a word within them, begin."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        starts = ((entry, match.start()) for entry in entries for match in _WORD.finditer(entry.text))
        keyed = sorted(((folded(entry.text[start:]), start > 0, entry) for entry, start in starts), key=lambda item: item[:2])
        self._keys = [key for key, _, _ in keyed]
        self._entries = [(inner, entry) for _, inner, entry in keyed]

    def beginning(self, start: str, most: int, slot: Slot | None = None) -> list[Entry]:
        """The entries that begin so, the most frequent first; those before which a word begins so."""
        low = bisect_left(self._keys, start)
        high = min(bisect_left(self._keys, start + "\U0010ffff", low), low + _MOST_LOOKED_AT)
        near = (item for item in self._entries[low:high] if slot is None or slot in item[1].slots)
        best = nlargest(most, near, key=lambda item: (not item[0], item[1].slots.get(slot, 0) if slot else item[1].times))
        return [entry for _, entry in best]


class Completer:
    """Completes questions over one snapshot.

    Args:
        reader: the snapshot.
        pack: its pack.
    """

    def __init__(self, reader: Reader, pack: Pack) -> None:
        self._patterns = [_pattern(text, fact) for fact, layer in pack.layer.facts.items() for text in layer.suggestions]
        entries = _players(reader, pack)
        self._names = Prefixes(entries)
        self._phrases = Prefixes([Entry(phrase, 1, {}) for phrase in _phrases(pack)])
        self._frequent = {pattern.slot: _most_frequent(entries, pattern.slot) for pattern in self._patterns if pattern.slot}

    def complete(self, typed: str, works: Callable[[str], bool], most: int, seconds: float = SECONDS) -> list[str]:
        """Questions that begin with, or are about, what was typed.

        Args:
            typed: the beginning of a question, a name, or words; empty for questions to begin with.
            works: whether a question is answered.
            most: at most so many questions.
            seconds: no further question is tried after that.
        """
        end, found = time.perf_counter() + seconds, dict[str, str]()
        for written in self._candidates(typed):
            candidate = written[:1].upper() + written[1:]
            key = folded(candidate).rstrip("?. ")
            if key not in found and works(candidate):
                found[key] = candidate
            if len(found) == most or time.perf_counter() > end:
                break
        return list(found.values())

    def _candidates(self, typed: str) -> Iterator[str]:
        start = folded(typed).lstrip()
        yield from self._started(start)
        if start.strip():
            yield from self._named(typed)
            yield from self._about(start.split())
            yield from self._phrased(typed)

    def _started(self, start: str) -> Iterator[str]:
        """Patterns that begin as typed; where that goes on into the slot, with the names that begin so."""
        for pattern in self._patterns:
            head = folded(pattern.head)
            if pattern.slot and start.startswith(head):
                names = self._names.beginning(start[len(head):], _NAMES_EACH, pattern.slot)
                yield from (pattern.filled(entry.text) for entry in names)
                yield from self._whole(pattern, start[len(head):])
        yield from self._each(pattern for pattern in self._patterns if folded(pattern.head).startswith(start))

    def _whole(self, pattern: Pattern, rest: str) -> Iterator[str]:
        """A pattern in which the name is complete and the tail has begun."""
        for space in re.finditer(" ", rest):
            if folded(pattern.tail).startswith(rest[space.end():]):
                yield from (pattern.filled(entry.text) for entry in self._names.beginning(rest[:space.start()], 1, pattern.slot))

    def _each(self, patterns: Iterable[Pattern]) -> Iterator[str]:
        """Patterns with the names that are most frequent in their slots; each once before any comes again."""
        filled = ([pattern.filled(entry.text) for entry in self._frequent[pattern.slot]] if pattern.slot else [pattern.filled()]
                  for pattern in patterns)
        yield from (question for turn in zip_longest(*filled) for question in turn if question)

    def _named(self, typed: str) -> Iterator[str]:
        """The last words as the beginning of a name: questions about it that begin with the same words, and what was typed with the whole
        name: "how much did br" is offered "How much has Brindlewick raised?".
        """
        for before, last in _suffixes(typed):
            begun = folded(before).split()[:_BEGUN]
            for entry in self._names.beginning(last, _NAMES_EACH):
                about = (pattern for pattern in self._patterns if pattern.slot in entry.slots)
                yield from (pattern.filled(entry.text) for pattern in about if folded(pattern.head).split()[: len(begun)] == begun)
                if begun:
                    yield f"{before}{entry.text}?"

    def _about(self, words: list[str]) -> Iterator[str]:
        """Patterns in which every typed word begins a word."""
        yield from self._each(pattern for pattern in self._patterns if _has(folded(f"{pattern.head} {pattern.tail}").split(), words))

    def _phrased(self, typed: str) -> Iterator[str]:
        """What was typed, its last word completed to one of the pack; then as it stands."""
        for before, last in _suffixes(typed)[-1:] if len(typed.split()) > 2 else []:
            yield from (f"{before}{entry.text}?" for entry in self._phrases.beginning(last, _NAMES_EACH))
        yield f"{typed.rstrip('?. ')}?"


def folded(text: str) -> str:
    """Text as it is compared: lower case, without accents, one space between words."""
    plain = "".join(char for char in normalize("NFKD", text.casefold()) if not combining(char))
    return " ".join(plain.split()) + (" " if plain[-1:].isspace() else "")


def _has(words: list[str], beginnings: list[str]) -> bool:
    return all(any(word.startswith(beginning) for word in words) for beginning in beginnings)


def _most_frequent(entries: Sequence[Entry], slot: Slot) -> list[Entry]:
    return nlargest(_NAMES_EACH, (entry for entry in entries if slot in entry.slots), key=lambda entry: entry.slots[slot])


def _suffixes(typed: str) -> list[tuple[str, str]]:
    """What was typed, cut before each of its last words; the longest suffix first."""
    starts = [match.start() for match in _WORD.finditer(typed)][-MAX_SUFFIX:]
    return [(typed[:start], folded(typed[start:])) for start in starts]


def _pattern(text: str, fact: str) -> Pattern:
    slot = _SLOT.search(text)
    return Pattern(text[: slot.start()], (fact, slot[1]), text[slot.end():]) if slot else Pattern(text)


def _players(reader: Reader, pack: Pack) -> list[Entry]:
    slots: dict[str, dict[Slot, int]] = defaultdict(dict)
    for fact, layer in pack.layer.facts.items():
        for role, spec in layer.roles.items():
            for name, times in players(reader, fact, spec, MAX_NAMES):
                slots[name][fact, role] = times
    return [Entry(name, sum(times.values()), times) for name, times in slots.items()]


def _phrases(pack: Pack) -> list[str]:
    """What facts, roles and attributes are called, and the grains of time."""
    found = ["year", "quarter", "month"]
    for layer in pack.layer.facts.values():
        found += [*layer.noun, *(label for role in layer.roles.values() for label in role.label)]
        found += [item.label for item in layer.attributes.values()]
    if pack.layer.entity:
        found += [*pack.layer.entity.noun, *(item.label for item in pack.layer.entity.attributes.values())]
    return list(dict.fromkeys(found))
