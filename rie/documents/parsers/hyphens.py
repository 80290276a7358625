"""Words that are divided at the end of a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

_DIVIDED = re.compile(r"([A-Za-z]+(?:-[A-Za-z]+)*)-$")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SUSPENDED: Final = frozenset({"and", "or", "to"})  # "first- and second-quarter"
_FIRST_PARTS: Final = """
    all back best board brand cash co cost cross cutting double early eight employee ex feature first five fixed flat four fourth
    free front full global half hand hard high higher home in industry key large last late later lead leading left life like line
    little long longer low lower market mid middle mission multi near new next nine non off on one open out over owned part pay per
    post pre price private pro profit purpose quarter real record related right risk same second self semi seven short single six
    small so state sub tax ten third three time to top twelve two ultra under up user value well wholly wide world year zero
"""
_COMPOUNDS: Final = frozenset(_FIRST_PARTS.split())
"""First parts of words that are written with a hyphen ("long-term", "non-cash") far more often than without."""


class Vocabulary:
    """The words of a text, which tell how a word that is divided at the end of a line is written elsewhere."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words = Counter(word.lower() for line in lines for word in _WORDS.findall(_without_end(line)))

    def join(self, line: str, following: str) -> str:
        """Two lines of a paragraph as one.

        Args:
            line: a line without its line end.
            following: the line below it.
        """
        match = _DIVIDED.search(line)
        if line.endswith("\u00ad"):
            return line[:-1] + following
        if not line.endswith("-") or line.endswith((" -", "--")):
            return f"{line} {following}"
        word = _WORDS.match(following)
        if word is None or word[0] in _SUSPENDED:
            return f"{line} {following}" if word else line + following
        if match is None or not word[0][0].islower() or self._keeps(match[1].lower(), word[0].lower()):
            return line + following
        return line[:-1] + following

    def _keeps(self, first: str, second: str) -> bool:
        """Whether the hyphen belongs to the word."""
        joined, hyphenated = self._words[first + second], self._words[f"{first}-{second}"]
        if joined or hyphenated:
            return hyphenated > joined
        last = first.rpartition("-")[2]
        return "-" in first or last in _COMPOUNDS or (
            self._words[last] > 0 and self._words[second] > 1 and min(len(last), len(second)) > 3
        )  # the line below counts `second` once


def _without_end(line: str) -> str:
    """The line without a divided word at its end."""
    return _DIVIDED.sub("", line)
