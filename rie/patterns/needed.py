"""Many regular expressions of which few fit to a text: each is tried only where a word stands that it cannot do without."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import Final

Words = frozenset[str]
_FEW: Final = 24  # words that are quicker to look for than the pattern is tried
_MANY: Final = 100
_PART: Final = re.compile(
    r"""
    (?P<text>     (?: [^\\\[\](){}.^$|*+?] | \\[^\w\s] )+ (?![*+?{]) )
    | (?P<either>   \| )
    | (?P<left_out> \) (?: [*?] | \{0?,\d*\} ) )
    | (?P<close>    \) (?: \+ | \{[\d,]+\} )? )
    | (?P<digit>    (?: \\d | \[\d-\d\] ) (?: \+ | \{[1-9][\d,]*\} )? (?![*?{]) )
    | (?P<sign>     \[ (?: [^\\\]\w^-] | \\u[0-9a-fA-F]{4} )+ \] (?: \+ | \{[1-9][\d,]*\} )? (?![*?{]) )
    | (?P<long>     \( (?: [^()\\\[] | \([^()\\\[]*\) ){300,}+ \) )  # has more words than a few
    | (?P<never>    \( \? <?! )
    | (?P<open>     \( (?: \? (?: P<\w+> | <?= | [a-z-]*: | > ) )? (?!\?) )
    | (?P<unknown>  (?: \( \? [^)]* \) | \[ \^? \]? (?: \\. | [^\]\\] )* \] | \\(?: u[0-9a-fA-F]{4} | x[0-9a-fA-F]{2} | . ) | . )
                    (?: [*+?] | \{\d*,?\d*\} )? )
    """,
    re.DOTALL | re.VERBOSE,
)
_CAPITALS: Final = re.compile(r"\(\?-i:([^()|]*)\)(?![*+?{])")
_ESCAPED: Final = re.compile(r"\\(?:u(?P<code>[0-9a-fA-F]{4})|(?P<sign>.))")
_DIGIT, _A_DIGIT = re.compile(r"\d"), "\\d"  # what stands for a digit among needed words
_SAME: Final = str.maketrans("\u0130\u0131", "ii")  # letters that `re` takes for another one, as case folding does not


class Patterns:
    """Regular expressions without the verbose flag, in their order. Each is compiled when it is first tried.

    Args:
        texts: of the expressions.
        flags: of all.
        usual: words that most texts hold.
    """

    def __init__(self, texts: Iterable[str], flags: re.RegexFlag = re.IGNORECASE, usual: Collection[str] = ()) -> None:
        self._texts, self._flags = tuple(texts), flags
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._by_word: dict[str, list[int]] = {}
        for number, text in enumerate(self._texts):
            for word in needed_words(text, usual) or ("",):
                self._by_word.setdefault(word, []).append(number)

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, number: int) -> re.Pattern[str]:
        found = self._compiled.get(number)
        if found is None:
            found = self._compiled[number] = re.compile(self._texts[number], self._flags)
        return found

    def possible(self, text: str) -> list[int]:
        """The numbers of those that can be found in a text as far as its words tell, in their order."""
        plain = plain_text(text)
        return sorted({number for word, numbers in self._by_word.items() if word in plain for number in numbers})


@lru_cache(maxsize=64)
def plain_text(text: str) -> str:
    """A text as needed words are looked for in it."""
    plain = text.lower() if text.isascii() else text.translate(_SAME).casefold()
    return plain + _A_DIGIT if _DIGIT.search(text) else plain


def needed_words(pattern: str, usual: Collection[str] = ()) -> Words:
    """Texts of which one stands in the plain text of whatever the pattern is found in; none where nothing can be told.

    Args:
        pattern: a regular expression without the verbose flag.
        usual: words that most texts hold; others are rather told.
    """
    if "(?(" in pattern:
        return Words()
    return _alternatives(_PART.finditer(_CAPITALS.sub(r"\1", pattern)), partial(_share, usual=usual))[0]


def _alternatives(parts: Iterator[re.Match[str]], share: Callable[[str], float]) -> tuple[Words, bool]:
    """What is needed of the alternatives up to the end of their group, and whether the group can be left out."""
    branches: list[Words] = []
    behind: list[Words] = []
    for part in parts:
        kind = part.lastgroup
        if kind in ("open", "never"):
            inner, left_out = _alternatives(parts, share)
            behind.append(Words() if left_out or kind == "never" else inner)
        elif kind in ("either", "close", "left_out"):
            branches.append(_least_likely(behind, share))
            behind = []
            if kind != "either":
                return _one_of(branches), kind == "left_out"
        else:
            behind.append(_said(part[0], kind))
    return _one_of([*branches, _least_likely(behind, share)]), False


def _said(part: str, kind: str | None) -> Words:
    """What a part without groups needs."""
    if kind == "digit":
        return Words((_A_DIGIT,))
    if kind not in ("text", "sign"):
        return Words()
    told = _ESCAPED.sub(lambda found: chr(int(found["code"], 16)) if found["code"] else found["sign"], part)
    words = Words(told[1 : told.rindex("]")] if kind == "sign" else (told.lower(),))
    return words if all(char.isascii() or not char.isalnum() for char in told) else Words()


def _least_likely(behind: Sequence[Words], share: Callable[[str], float]) -> Words:
    return min(filter(None, behind), key=lambda words: sum(map(share, words)), default=Words())


def _share(word: str, usual: Collection[str]) -> float:
    """In which share of all texts a word stands, roughly."""
    if len(word) == 1 and not word.isalnum():
        return 1.0 if word == " " else 0.1
    if word.strip() in usual or word == _A_DIGIT:
        return 0.4
    return min(3 * 0.35 ** len(word), 1.0)


def _one_of(branches: Sequence[Words]) -> Words:
    """The words of all alternatives, where each needs some; a word that holds another one adds nothing."""
    if not all(branches):
        return Words()
    words = Words().union(*branches)
    if len(words) <= _MANY:
        words = Words(word for word in words if not any(other in word for other in words if other is not word))
    return words if len(words) <= _FEW else Words()
