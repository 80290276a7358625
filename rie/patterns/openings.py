"""How the matches of patterns can begin: what is looked at before the patterns themselves are tried."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Generic, TypeVar

from rie.patterns.scan import beginnings, matches

SIZE = 3  # characters that are looked at
_WIDEST = 40  # characters of a class that are told one by one
_KEPT = 50_000  # first characters of words for which it is kept what they open
_WORD = re.compile(r"\w+")
_DIGITS = (ord("0"), ord("9"))
_ONE_DIGIT = str.maketrans("123456789", "0" * 9)

Set = frozenset[str]
Name = TypeVar("Name")


class Openings(Generic[Name]):
    """For each of several patterns the places of a text at which it can begin: one pass over the text in place of one for each pattern.

    Args:
        patterns: by name, for texts in lower case.
    """

    def __init__(self, patterns: Mapping[Name, re.Pattern[str]]) -> None:
        heads = {name: tuple(openings(pattern)) for name, pattern in patterns.items() if _begins_words(pattern)}
        self.patterns = patterns
        self.anywhere = patterns.keys() - heads.keys()
        self.opened = lru_cache(_KEPT)(lambda head: tuple(name for name in heads if _opens(head, heads[name])))

    def __call__(self, text: str) -> dict[Name, Sequence[int]]:
        """By pattern the places, in order."""
        places: dict[Name, list[int]] = {name: [] for name in self.patterns}
        for match in _WORD.finditer(text):
            start = match.start()
            for name in self.opened(text[start : start + SIZE]):
                places[name].append(start)
        return {**places, **dict.fromkeys(self.anywhere, range(len(text) + 1))}

    def found(self, text: str) -> set[Name]:
        """The patterns that match somewhere in a text."""
        return {name for name, places in self(text).items() if any(self.patterns[name].match(text, place) for place in places)}

    def matches(self, text: str) -> Iterator[tuple[Name, re.Match[str]]]:
        """The matches that `finditer` gives, pattern by pattern."""
        return ((name, match) for name, places in self(text).items() for match in matches(self.patterns[name], text, places))


class Begun(Generic[Name]):
    """Patterns that match where another one does, which takes no characters: each is tried only where its first ones stand.

    Args:
        patterns: by name, for texts in any case.
        begins: where they can begin.
    """

    def __init__(self, patterns: Mapping[Name, re.Pattern[str]], begins: re.Pattern[str]) -> None:
        heads = {name: tuple(openings(pattern)) for name, pattern in patterns.items()}
        self.patterns, self.begins = patterns, begins
        self.opened = lru_cache(_KEPT)(lambda head: tuple(name for name in heads if _opens(head, heads[name])))

    def matches(self, text: str) -> Iterator[tuple[Name, re.Match[str]]]:
        """The matches that `finditer` gives, pattern by pattern."""
        places: dict[Name, list[int]] = {name: [] for name in self.patterns}
        for start in beginnings(self.begins, text):
            for name in self.opened(text[start : start + SIZE]):
                places[name].append(start)
        return ((name, match) for name, found in places.items() for match in matches(self.patterns[name], text, found))


def _opens(head: str, ways: tuple[str, ...]) -> bool:
    """Whether one of several openings may begin a text; of letters and digits beyond ASCII, which stand for others, nothing is told."""
    return _plain(head).startswith(ways) or any(char.isalnum() and not char.isascii() for char in head)


def _plain(text: str) -> str:
    """A text in lower case with one digit for all."""
    return text.lower().translate(_ONE_DIGIT)


def _begins_words(pattern: re.Pattern[str]) -> bool:
    """Whether a pattern certainly begins where a word does."""
    first = next(iter(parser.parse(pattern.pattern, pattern.flags)), None)
    return first == (code.AT, code.AT_BOUNDARY) and all(opening[:1].isalnum() for opening in openings(pattern))


@lru_cache(4_096)
def openings(pattern: re.Pattern[str]) -> Set:
    """How what a pattern matches in a text in lower case can begin, "0" for any digit: with one of these, and then anything.

    They are of at most `SIZE` characters; a pattern that tells nothing of its first character opens with the empty string.
    """
    told, begun = _sequence(parser.parse(pattern.pattern, pattern.flags), frozenset({""}))
    return told | begun


def _sequence(nodes: Iterable[tuple[Any, Any]], begun: Set) -> tuple[Set, Set]:
    """Openings that are told, and those that go on with what stands behind the nodes; `begun` are those that stand before them."""
    told: Set = frozenset()
    for node, value in nodes:
        done, begun = _node(node, value, begun)
        told |= done | {opening for opening in begun if len(opening) >= SIZE}
        begun = frozenset(opening for opening in begun if len(opening) < SIZE)
    return told, begun


def _node(node: Any, value: Any, begun: Set) -> tuple[Set, Set]:
    if node in (code.AT, code.ASSERT, code.ASSERT_NOT):  # of no width: what they ask for is left to the pattern
        return frozenset(), begun
    if node in (code.LITERAL, code.IN) and (characters := _characters(node, value)):
        return frozenset(), frozenset(map("".join, product(begun, characters)))
    if node is code.SUBPATTERN:
        return _sequence(value[-1], begun)
    if node is code.BRANCH:
        ways = [_sequence(branch, begun) for branch in value[1]]
        return frozenset().union(*(told for told, _ in ways)), frozenset().union(*(end for _, end in ways))
    if node in (code.MAX_REPEAT, code.MIN_REPEAT):
        least, most, repeated = value
        return _repeated(least, most, repeated, begun)
    return begun, frozenset()


def _characters(node: Any, value: Any) -> Set:
    """The characters of a literal or of a small class; none where they are not told one by one."""
    if node is code.LITERAL:
        return frozenset(_plain(chr(value)))
    ranges = [_DIGITS if one is code.CATEGORY_DIGIT else (one, one) if kind is code.LITERAL else one for kind, one in value
              if kind in (code.LITERAL, code.RANGE) or one is code.CATEGORY_DIGIT]
    told = len(ranges) == len(value) and sum(last - first + 1 for first, last in ranges) <= _WIDEST
    return frozenset(_plain(chr(number)) for first, last in ranges for number in range(first, last + 1)) if told else frozenset()


def _repeated(least: int, most: int, nodes: Iterable[tuple[Any, Any]], begun: Set) -> tuple[Set, Set]:
    told: Set = frozenset()
    ended = begun if least == 0 else frozenset()
    for count in range(1, min(most, SIZE) + 1):
        done, begun = _sequence(nodes, begun)
        told |= done
        ended |= begun if count >= min(least, SIZE) else frozenset()
    return told, ended
