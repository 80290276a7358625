"""Patterns of many alternatives, tried only where one of them can begin: one pass over a text in place of one for each pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence


def beginnings(pattern: re.Pattern[str], text: str) -> list[int]:
    """The places of a text where a pattern that takes no characters matches."""
    return [match.start() for match in pattern.finditer(text)]


def matches(pattern: re.Pattern[str], text: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that `finditer` gives, where `places` are all those at which one can begin, in order."""
    end = 0
    for place in places:
        match = pattern.match(text, place) if place >= end else None
        if match is not None:
            end = match.end()
            yield match
