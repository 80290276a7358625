"""The names of a snapshot: entities with their aliases, what else plays a role, and the places of entities."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, takewhile
from typing import Any, Protocol

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from rie.ask.form import Ref
from rie.ask.names.lexicon import Phrase
from rie.ask.names.texts import TextColumn
from rie.values import fold

_SHORTEST_TYPO = 5
_SHORTEST_OPENING = 4
_FEW = 4
_ENDS = (",", "?", "!", ":", ";")


class Rows(Protocol):
    """The result of a query."""

    @property
    def columns(self) -> list[tuple[str, str]]: ...

    @property
    def rows(self) -> list[tuple[Any, ...]]: ...

    @property
    def truncated(self) -> bool: ...


class Snapshot(Protocol):
    """What asking needs of `rie.store.Reader`."""

    @property
    def snapshot(self) -> int: ...

    def query(self, sql: str, parameters: Mapping[str, Any] | None = None, max_rows: int = 1000) -> Rows: ...

    def entities(self) -> list[tuple[str, str, str, tuple[str, ...]]]: ...


@dataclass
class Names:
    """An index over the names of one snapshot, built once.

    `exact` maps a name, its words with spaces between them, to what it names; `ordered` are these names in the order of their letters, and
    `surnames` the last words of those of people; `plays` tells which roles
    of which fact a thing plays; `places` maps words to (attribute, value) pairs of the entity table,
    `homonyms` such a pair to the wider places that tell several of its name apart ("Portland" to Maine and Oregon),
    `answered` a question that was tried for a suggestion, with its day, to whether it was answered, `foremost` a role of a fact
    to who is put into suggestions about it. `parts` maps words to the
    texts of a fact's column that name a part with them, `texts` holds columns of free text. `absent` are facts of which there
    is none, and that are not asked for then; `unseated` are roles of facts whose players hardly ever have a seat on record.
    """

    exact: dict[str, tuple[Ref, ...]] = field(default_factory=dict)
    ordered: Sequence[str] = ()
    surnames: dict[str, tuple[Ref, ...]] = field(default_factory=dict)
    plays: dict[Ref, frozenset[tuple[str, str]]] = field(default_factory=dict)
    places: dict[Phrase, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    blocks: dict[tuple[str, int], list[str]] = field(default_factory=dict)
    joined: dict[str, str] = field(default_factory=dict)
    homonyms: dict[tuple[str, str], tuple[tuple[str, str], ...]] = field(default_factory=dict)
    answered: dict[tuple[str, str], bool] = field(default_factory=dict)
    foremost: dict[tuple[str, str], Ref | None] = field(default_factory=dict)
    parts: dict[Phrase, tuple[tuple[str, str, tuple[str, ...]], ...]] = field(default_factory=dict)
    texts: dict[tuple[str, str], TextColumn] = field(default_factory=dict)
    absent: frozenset[str] = frozenset()
    unseated: frozenset[tuple[str, str]] = frozenset()
    longest: int = 1
    longest_place: int = 1
    longest_part: int = 1

    def at(self, norms: list[str], position: int) -> tuple[int, tuple[Ref, ...]] | None:
        """The longest name that begins at a word: how many words it has with its legal form, and what it names."""
        for size in range(min(self.longest, len(norms) - position), 0, -1):
            refs = self.exact.get(" ".join(norms[position : position + size]))
            if refs:
                return size + self._form(norms, position, size), refs
        return None

    def _form(self, norms: list[str], position: int, size: int) -> int:
        """How many of the words behind a name are its legal form."""
        name = fold(" ".join(norms[position : position + size]))
        ends = range(position + size, len(norms))
        sizes = (extra for extra in (3, 2, 1) if position + size + extra - 1 in ends and norms[position + size + extra - 1] not in _ENDS)
        return next((extra for extra in sizes if fold(" ".join(norms[position : position + size + extra])) == name), 0)

    def opening(self, norms: list[str], position: int, least: int = _SHORTEST_OPENING) -> tuple[int, tuple[Ref, ...]] | None:
        """A shortened name ("Tessaro" for "Tessaro Robotics") that begins at a word and fits few things."""
        longest = min(self.longest, len(norms) - position) if any(self._longer(norms[position])) else 1
        for size in range(longest, 0, -1):
            refs = self.shortened(" ".join(norms[position : position + size]), _FEW + 1, least)
            if 0 < len(refs) <= _FEW:
                return size, refs
        return None

    def shortened(self, text: str, most: int | None = None, least: int = _SHORTEST_OPENING) -> tuple[Ref, ...]:
        """What the first words of longer names, or the last one of those of people, stand for; nothing where they are a name themselves.

        Args:
            text: the words, with spaces between them.
            most: more than so many things are not looked for.
            least: how many letters the words must have.
        """
        if text in self.exact:
            return ()
        found: dict[Ref, None] = {}
        longer = self._longer(text) if len(text) - text.count(" ") >= least else ()
        for ref in chain(self.surnames.get(text, ()), chain.from_iterable(map(self.exact.__getitem__, longer))):
            found[ref] = None
            if len(found) == most:
                break
        return in_order({**found, **dict.fromkeys(self._joined_on(text))}) if len(found) == 1 else in_order(found)

    def _joined_on(self, text: str) -> Iterator[Ref]:
        """What else words may be short for, as their letters begin another name: "Kestrel" is of "Kestrel Yard" and of "Kestrelworks"."""
        begun = range(bisect_left(self.ordered, text), len(self.ordered)) if len(text) > _SHORTEST_TYPO else ()
        names = takewhile(lambda name: name.startswith(text), map(self.ordered.__getitem__, begun))
        return chain.from_iterable(self.exact[name] for name in names if " " not in name)

    def _longer(self, text: str) -> Iterator[str]:
        """The names that begin with words and go on."""
        begun = range(bisect_left(self.ordered, f"{text} "), len(self.ordered))
        return takewhile(lambda name: name.startswith(f"{text} "), map(self.ordered.__getitem__, begun))

    def place_at(self, norms: list[str], position: int) -> tuple[int, tuple[tuple[str, str], ...]] | None:
        """The longest place name that begins at a word."""
        for size in range(min(self.longest_place, len(norms) - position), 0, -1):
            phrase = tuple(norms[position : position + size])
            found = self.places.get(phrase) or self._people(phrase)
            if found:
                return size, found
        return None

    def part_at(self, norms: list[str], position: int) -> tuple[int, tuple[tuple[str, str, tuple[str, ...]], ...]] | None:
        """The longest name of a part that begins at a word: "cloud", "European"."""
        for size in range(min(self.longest_part, len(norms) - position), 0, -1):
            phrase = tuple(norms[position : position + size])
            stems = (phrase[-1], *(phrase[-1][: -len(end)] for end in ("an", "n") if phrase[-1].endswith(end) and len(phrase[-1]) > 6))
            found = next((self.parts[(*phrase[:-1], stem)] for stem in stems if (*phrase[:-1], stem) in self.parts), None)
            if found:
                return size, found
        return None

    def _people(self, phrase: Phrase) -> tuple[tuple[str, str], ...] | None:
        """ "Californian", "Bostonian": the place that the adjective is made of."""
        if not phrase[-1].endswith("n"):
            return None
        stems = (phrase[-1][: -len(end)] for end in ("ian", "an", "n") if phrase[-1].endswith(end))
        return next((self.places[(*phrase[:-1], stem)] for stem in stems if len(stem) > 4 and (*phrase[:-1], stem) in self.places), None)

    def similar(self, words: Sequence[str]) -> tuple[Ref, ...]:
        """What a misspelt name means: one name is near and no other is as near. Words may be joined or split, not added.

        Args:
            words: the norms of its words.
        """
        text = "".join(words)
        found = self.near(text, 1 if len(text) < 9 else 2)
        near = sorted(item for item in found if item[0] == 0 or self.joined[item[1]].count(" ") + 1 == len(words))
        if not near or (len(near) > 1 and near[1][0] == near[0][0] and self._of(near[0][1]) != self._of(near[1][1])):
            return ()
        return self._of(near[0][1])

    def near(self, text: str, distance: int) -> Iterator[tuple[int, str]]:
        """Names within an edit distance, joined, with their distance."""
        if len(text) < _SHORTEST_TYPO:
            return
        keys = (text[:2], "~" + text[-3:])
        blocks = [self.blocks.get((key, len(text) + more), ()) for more in range(-distance, distance + 1) for key in keys]
        found = (extract(text, block, scorer=OSA.distance, score_cutoff=distance, limit=None) for block in blocks if block)
        yield from {name: (int(apart), name) for near in found for name, apart, _ in near}.values()

    def _of(self, joined: str) -> tuple[Ref, ...]:
        return self.exact[self.joined[joined]]


def in_order(refs: Iterable[Ref]) -> tuple[Ref, ...]:
    """Things in the order of their ids and names, so that it is always the same."""
    return tuple(sorted(refs, key=lambda ref: (ref.id or "", ref.name)))
