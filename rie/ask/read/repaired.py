"""What words mean that nothing else explains: shortened and misspelt names, misspelt words of the layer, names of currencies."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from rie.ask.form import Ref, Sense
from rie.ask.names import english
from rie.ask.names.lexicon import Lexicon
from rie.ask.names.names import Names
from rie.ask.read.spans import Span
from rie.ask.words import Word
from rie.values import find_money
from rie.values.currency import UNIT_ENDS, unit_after

_SHORTEST_MISSPELT = 7
_INITIALS = 3  # "KLM" of "KLM Royal Dutch Airlines"
_VOWELS = set("aeiouy")
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")  # neighbours in a row are taken for each other
_SIGNS = {"$": "USD", "\u20ac": "EUR", "\u00a3": "GBP", "\u00a5": "JPY"}
_SHARED = {  # one word for the money of several countries: what was stated tells which
    "kroner": ("DKK", "NOK"), "krone": ("DKK", "NOK"), "crowns": ("SEK", "DKK", "NOK", "CZK"), "kr": ("SEK", "DKK", "NOK"),
    "pesos": ("MXN", "ARS", "CLP", "COP", "PHP"), "dinars": ("KWD", "BHD", "JOD", "RSD"), "riyals": ("SAR", "QAR"),
}  # fmt: skip
_QUARTER_LIKE = re.compile(r"(?:q|h)\d+|\d{1,2}q|fy\d+", re.IGNORECASE)


def mended(norms: list[str], names: Names, lexicon: Lexicon) -> list[str]:
    """The words with one that is misspelt as the phrase of the layer has it in which it stands: "comprable sales"."""
    whole = list(norms)
    for index, text in enumerate(norms):
        if len(text) < _SHORTEST_MISSPELT or text in lexicon.vocabulary or text in english.CONFUSABLE or names.at(norms, index):
            continue
        near = {word for place in (index - 1, index + 1) if 0 <= place < len(norms) for word in lexicon.beside.get(norms[place], ())}
        found = [word for word in near if len(word) >= _SHORTEST_MISSPELT - 1 and word[:1] == text[:1] and _is_slip(text, word)]
        if len(found) == 1:
            whole[index] = found[0]
    return whole


def respelled(words: Sequence[Word], names: Names, lexicon: Lexicon, english_words: Container[str]) -> dict[int, str]:
    """The words that are misspelt, each with the only word of the layer or of English that it can be: "precentage".

    Args:
        words: of a question.
        names: of the snapshot.
        lexicon: of the layer.
        english_words: that are spelt right, whatever they are near to ("founded" is not "funded").
    """
    norms = [word.norm for word in words]
    found: dict[int, str] = {}
    for index, text in enumerate(norms):
        known = text in lexicon.vocabulary or text in english.CONFUSABLE or text in english.FUNCTION or not text.isalpha()
        if known or text in english_words or len(text) < _SHORTEST_MISSPELT or names.at(norms, index) or (words[index].capital and index):
            continue
        near = {
            word
            for length in range(len(text) - 1, len(text) + 2)
            for word in lexicon.spelt.get((text[0], length), ())
            if _is_slip(text, word)
        }
        if len(near) == 1:
            found[index] = near.pop()
    return found


def _is_slip(text: str, word: str) -> bool:
    return OSA.distance(text, word, score_cutoff=1) <= 1 and _slips(text, word)


def repaired(words: list[Word], norms: list[str], taken: list[Span], names: Names, lexicon: Lexicon) -> Iterator[Span]:
    """Shortened and misspelt names, and misspelt words of the layer, among the words that mean nothing yet.

    Args:
        words: of the question, with their `norms`.
        taken: the stretches that mean something.
        names: of the snapshot.
        lexicon: of the layer.
    """
    covered = {index for span in taken for index in range(span.first, span.last)}
    known = english.FUNCTION.union(english.ORDINALS)
    unknown = [index for index in range(len(words)) if index not in covered and not words[index].is_sign and norms[index] not in known]
    names_at = {index for span in taken for index in range(span.first, span.last) if span.rank < 2}
    similar = cache(lambda first, last: names.similar(norms[first:last]))  # words beside each other lie in the same windows
    yield from _two_word_currencies(norms, names)
    for index in (index for index in range(1, len(norms)) if norms[index] in _SIGNS and index not in covered):
        yield Span(index, index + 1, 1, (Sense("currency", _SIGNS[norms[index]]),))
    for index in unknown:
        written = words[index].text
        short = names.opening(norms, index, _INITIALS) if written.isupper() and written.isalpha() else names.opening(norms, index)
        if short and not any(position in names_at for position in range(index, index + short[0])):
            yield Span(index, index + short[0], 1, (Sense("entity", short[1]),))
            continue
        if norms[index] in _SHARED and index > 0:
            yield Span(index, index + 1, 1, tuple(Sense("currency", code) for code in _SHARED[norms[index]]))
            continue
        code = _currency(norms[index])
        if code:
            yield Span(index, index + 1, 1, (Sense("currency", code),))
            continue
        span = _misspelt_name(norms, index, min(names.longest, 5), names_at, similar) or _misspelt_word(norms, index, lexicon)
        if span:
            yield span


def _two_word_currencies(norms: list[str], names: Names) -> Iterator[Span]:
    """ "US dollars", "Swiss francs", "Brazilian reais"."""
    for index in range(1, len(norms)):
        if not norms[index].isalpha() or norms[index] in english.FUNCTION:
            continue
        code = _currency(f"{norms[index - 1]} {norms[index]}")
        place = None if code or not norms[index].endswith("s") else names.place_at(norms[: index + 1], index - 1)
        if place and place[0] == 1 and all(attribute == "country" for attribute, _ in place[1]):
            code = _currency(norms[index])
        if code:
            yield Span(index - 1, index + 1, 1, (Sense("currency", code),))


@lru_cache(maxsize=4096)
def _currency(word: str) -> str | None:
    """The currency that a word is the name of: "euros", "usd"."""
    if not 3 <= len(word) <= 20 or not word.endswith(UNIT_ENDS) or not word.replace(" ", "").isalpha():
        return None
    if not any(unit_after(text, end) for text in (f"1,000 {word}", f"1,000 {word.upper()}") for end in (5, text.rfind(" "))):
        return None
    found = [item for text in (f"1,000 {word}", f"1,000 {word.upper()}") for item in find_money(text) if item.end == len(text)]
    return found[0].value.currency if found else None


def _misspelt_name(
    norms: list[str], index: int, longest: int, names_at: set[int], similar: Callable[[int, int], tuple[Ref, ...]]
) -> Span | None:
    if norms[index].isdigit() or _QUARTER_LIKE.fullmatch(norms[index]):
        return None
    for size in range(longest, 0, -1):
        for first in range(max(index - size + 1, 0), min(index + 1, len(norms) - size + 1)):
            window = norms[first : first + size]
            if any(position in names_at for position in range(first, first + size)) or "?" in window or "," in window:
                continue
            refs = similar(first, first + size)
            if refs:
                return Span(first, first + size, 1, (Sense("entity", refs),))
    return None


def _misspelt_word(norms: list[str], index: int, lexicon: Lexicon) -> Span | None:
    text = norms[index]
    if len(text) < _SHORTEST_MISSPELT - 2 or text in english.CONFUSABLE:
        return None
    lengths = range(max(len(text) - 1, _SHORTEST_MISSPELT), len(text) + 2)
    if len(text) == _SHORTEST_MISSPELT - 2:
        lengths = range(len(text) + 1, len(text) + 2)  # of a short word only a letter that is left out: "amont"
    near = dict.fromkeys(senses for length in lengths for word, senses in lexicon.alone.get((text[:1], length), ()) if _is_slip(text, word))
    shared = set.intersection(*({*senses} for senses in near)) if near else set()  # "acquird" is "acquire" or "acquired"
    return Span(index, index + 1, 5, max(near, key=len)) if shared else None


def _slips(text: str, word: str) -> bool:
    """Whether the letter in which two words of one length differ is a slip: "resorts" is not "reports"."""
    differ = [(one, other) for one, other in zip(text, word, strict=False) if one != other]
    if len(text) != len(word) or len(differ) != 1:
        return True
    pair = set(differ[0])
    return pair <= _VOWELS or any(pair == set(keys) for row in _KEYS for keys in pairwise(row))
