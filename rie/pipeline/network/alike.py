"""Ways to write a figure that training texts hardly have, as the ways that they have: the "mn" of "5mn" is read as the "m" of "5m", and
"5B" as "5bn", and "SFr" before a sum as "EUR".
"""

import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDS
from spacy.lexeme import Lexeme
from spacy.vocab import Vocab

_SCALED = re.compile(r"(?P<number>\d[\d.,]*)(?:[Bb]ln|[Tt]r?n|B)")
_MILLIONS = re.compile(r"[Mm]n|[Mm]io")
_MONEYS = re.compile(r"S[Ff]r|FFr|BFr|Dfl|[SND]Kr|AUD|CAD|NZD|HKD|JPY|CNY|KRW|ZAR|PHP|NGN")
_ATTRIBUTES = {number: name.lower() for name, number in IDS.items()}


def alike(vocab: Vocab, words: Sequence[int]) -> Mapping[int, Lexeme]:
    """By their place the words that are read as others, and the words as which they are read.

    Args:
        vocab: of the documents.
        words: hashes of different words.
    """
    told = ((place, _told(vocab.strings[word])) for place, word in enumerate(words))
    return {place: vocab[word] for place, word in told if word}


def _told(word: str) -> str | None:
    """As which word another is read, if not as itself."""
    if _MILLIONS.fullmatch(word):
        return "m"
    if _MONEYS.fullmatch(word):
        return "EUR"
    scaled = _SCALED.fullmatch(word)
    return f"{scaled['number']}bn" if scaled else None


def read_as(table: NDArray[np.uint64], attributes: Sequence[int | str], others: Mapping[int, Lexeme]) -> NDArray[np.uint64]:
    """Attributes of words, a row a word, with those of other words in some places."""
    names = [attribute.lower() if isinstance(attribute, str) else _ATTRIBUTES[attribute] for attribute in attributes]
    for place, lexeme in others.items():
        table[place] = [getattr(lexeme, name) for name in names]
    return table
