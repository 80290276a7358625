"""A question as words with their places in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final

from rie.values import tokens

_PIECE = re.compile(
    r"(?P<poss>(?<=\w)['\u2019\u02bc`](?:[sS](?!\w)|(?!\w)))|(?P<word>[^\W_]+(?:['\u2019\u02bc`](?![sS](?!\w))[^\W_]+)*)|(?P<sign>>=|<=|[^\w\s]|_)"
)
_HYPHENS: Final = ("-", "\u2010", "\u2011")
KNOWN: Final = 50_000  # words that are kept with their norms: names and templates say the same ones again and again
_HELPED = re.compile(r"(what|when|who|whom|how|where)(['\u2019]d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """One word, sign or possessive ending; `norm` is its folded form ("'s" for a possessive, "and" for "&"). `hyphen` joins it
    to the next."""

    text: str
    norm: str
    start: int
    end: int
    hyphen: bool = False

    @property
    def is_sign(self) -> bool:
        """Neither letters nor digits."""
        return not self.norm[:1].isalnum() or self.norm == "'s"

    @property
    def capital(self) -> bool:
        """Written with a capital first letter."""
        return self.text[:1].isupper()


def words_of(question: str) -> list[Word]:
    """The words of a question in order.

    Args:
        question: as it was asked.
    """
    return [word for match in _PIECE.finditer(question) if not _joins(question, match) for word in _split(question, match)]


def norms_of(text: str) -> tuple[str, ...]:
    """The norms of the words of a text. No word crosses white space, and most were met before."""
    parts = text.split()
    return _norms(parts[0]) if len(parts) == 1 else tuple(chain.from_iterable(map(_norms, parts)))


@lru_cache(maxsize=KNOWN)
def _norms(part: str) -> tuple[str, ...]:
    if part.isascii() and part.isalnum():
        return (part.lower(),)
    return tuple(word.norm for word in words_of(part))


def _split(question: str, match: re.Match[str]) -> tuple[Word, ...]:
    """ "what'd" is "what did"."""
    text, start, end = match[0], *match.span()
    hyphen = question[end : end + 1] in _HYPHENS and question[end + 1 : end + 2].isalnum()  # "co" of "co-investors"
    helped = _HELPED.fullmatch(text) if text[-1] in "dD" else None
    if helped is None:
        return (Word(text, _norm(text, match.lastgroup), start, end, hyphen),)
    cut = start + helped.end(1)
    return Word(helped[1], helped[1].casefold(), start, cut), Word(helped[2], "did", cut, end, hyphen)


def _joins(question: str, match: re.Match[str]) -> bool:
    """A hyphen inside of a word: "Boston-based"."""
    if match.lastgroup != "sign" or match[0] not in _HYPHENS:
        return False
    inside = question[max(match.start() - 1, 0) : match.end() + 1]
    return len(inside) == 3 and inside[0].isalnum() and inside[2].isalnum()


@lru_cache(maxsize=KNOWN)
def _norm(text: str, kind: str | None) -> str:
    if kind == "poss":
        return "'s"
    if kind == "word":
        return "".join(tokens(text)) or text.casefold()
    return "and" if text == "&" else text
