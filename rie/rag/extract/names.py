"""What looks like a name in a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rie.rag.extract.cues import cues
from rie.values import fold, tokens

_WORD: Final = r"[A-Z][\w’]*(?:-[A-Z\d][\w’]*)*"
_FIRST: Final = rf"(?:\b{_WORD}(?:\.[A-Z]\b\.?|\.[a-z]{{2,4}}\b)*|\b[a-z]+[A-Z\d]\w*)"
_FORM: Final = r",? (?:Inc|Ltd|LLC|Co|Corp|plc|PLC)\b\.?"
_NAME: Final = re.compile(rf"{_FIRST}(?:{_FORM}| (?:& )?{_WORD}(?:\.(?![\w.]))?)*")
LISTED: Final = r"(?:, (?:and )?| and )"  # what stands between the names of a list
_BEFORE: Final = re.compile(rf"(?:{_NAME.pattern}{LISTED})+$")
_AFTER: Final = re.compile(rf"(?:{LISTED}{_NAME.pattern})+")
_DATELINE: Final = re.compile(r"^[A-Z][\w .]+,[^.]{0,40}\.?[^.]{0,20} --? ")
_OPENING: Final = re.compile(r"[\"“‘(•:|] ?$")  # after it a word has a capital though it is no name
_CLOSING: Final = re.compile(r"[’']s$|[’']$|\.$")
NO_NAMES: Final = frozenset(
    [
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "q1", "q2", "q3", "q4", "h1", "h2"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "about", "series", "us", "uk"),
        *("ceo", "cfo", "coo", "cto", "ipo", "eps", "gaap", "ebitda", "ebit"),
        *("eur", "usd", "gbp", "sek", "chf", "aud", "cad", "brl", "inr", "jpy", "rs"),
    ]
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Characters of a sentence, and how they are said as an answer."""

    start: int
    end: int
    said: str


def names(sentence: str, common: frozenset[str]) -> Iterator[Candidate]:
    """What looks like a name: words with capitals.

    Args:
        sentence: the text; a dateline before it is left out.
        common: words that are no names, although they are written with a capital where they begin a sentence.
    """
    dateline = _DATELINE.match(sentence)
    begin = dateline.end() if dateline else 0
    for found in _NAME.finditer(sentence, begin):
        words = found[0].split(" ")
        opening = found.start() == begin or bool(_OPENING.search(sentence, 0, found.start()))
        while words and (fold(words[0]) in NO_NAMES or (opening and fold(words[0]) in common)):
            words = words[1:]
        said = _CLOSING.sub("", " ".join(words))
        if len(said) > 1:
            start = found.end() - len(" ".join(words))
            yield Candidate(start, start + len(said), said)


def list_around(sentence: str, name: Candidate) -> tuple[int, int]:
    """Where the list of names begins and ends that a name is in; the name's own place when it is in none."""
    before, after = _BEFORE.search(sentence[: name.start]), _AFTER.match(sentence[name.end :])
    return before.start() if before else name.start, name.end + (after.end() if after else 0)


def is_place(sentence: str, name: Candidate) -> bool:
    """Whether a sentence says that a company is based where this name is."""
    left, right = cues().place_left, cues().place_right
    return bool(left.search(sentence[: name.start]) or right.search(sentence[name.end :]))


def same_name(one: str, other: str) -> bool:
    """Whether one name is the other, or the beginning of it."""
    first, second = tokens(fold(one)), tokens(fold(other))
    size = min(len(first), len(second))
    return first[:size] == second[:size]
