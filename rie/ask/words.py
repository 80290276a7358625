"""A question as words with their places in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rie.values import tokens

_PIECE = re.compile(
    r"(?P<poss>(?<=\w)['\u2019\u02bc`](?:[sS](?!\w)|(?!\w)))|(?P<word>[^\W_]+(?:['\u2019\u02bc`](?![sS](?!\w))[^\W_]+)*)|(?P<sign>>=|<=|[^\w\s]|_)"
)

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
    found = [word for match in _PIECE.finditer(question) if not _joins(question, match) for word in _split(match)]
    return [replace(word, hyphen=_is_joined(question, word)) for word in found]


def _is_joined(question: str, word: Word) -> bool:
    """ "co" of "co-investors"."""
    return question[word.end : word.end + 1] in ("-", "\u2010", "\u2011") and question[word.end + 1 : word.end + 2].isalnum()


def _split(match: re.Match[str]) -> tuple[Word, ...]:
    """ "what'd" is "what did"."""
    helped = _HELPED.fullmatch(match[0])
    if helped is None:
        return (_word(match),)
    start, end = match.start(), match.start() + helped.end(1)
    return Word(helped[1], helped[1].casefold(), start, end), Word(helped[2], "did", end, match.end())


def _joins(question: str, match: re.Match[str]) -> bool:
    """A hyphen inside of a word: "Boston-based"."""
    inside = question[max(match.start() - 1, 0) : match.end() + 1]
    return match[0] in "-\u2010\u2011" and len(inside) == 3 and inside[0].isalnum() and inside[2].isalnum()


def _word(match: re.Match[str]) -> Word:
    text = match[0]
    if match["poss"]:
        norm = "'s"
    elif match["word"]:
        norm = "".join(tokens(text)) or text.casefold()
    else:
        norm = "and" if text == "&" else text
    return Word(text, norm, match.start(), match.end())
