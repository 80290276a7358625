"""Sentence boundaries by rule: cheap, and exact enough for prose, headlines and wire copy."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Span

from rie.pipeline.words import words_of

_KEY = "sentences"
LONGEST = 300  # tokens; the longest of prose are below 200, and what is read of a sentence grows with the square of its length
_CLOSERS = {'"', "”", "’", "'", ")", "''"}
_MARKS = ".!?"
_ENDS = {*_MARKS, *(closer[-1] for closer in _CLOSERS)}  # what the last word of a sentence ends with, unless it is white space
_ABBREVIATION = re.compile(
    r"^(?:inc|corp|co|ltd|bros|no|nos|mr|mrs|ms|mdm|mme|messrs|dr|prof|rev|fr|hon|barr|engr?|arch|atty|gen|lt|col|capt|cmdr|maj|sgt|gov|sen|rep|"
    r"st|jr|sr|w\.e\.f|vs|etc|approx|est|mass|calif|conn|fla|tenn|pa|va|wash|ore|colo|"
    r"minn|wis|ind|ill|mich|tex|ariz|ala|ga|la|md|mo|nev|okla|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|rs|u\.s|u\.k|a\.m|p\.m)\.?$",
    re.IGNORECASE,
)
_LETTERED = {"series", "class"}  # words whose names are letters: the one of "Series C." is no initial


@Language.factory("rie_sentences")
class Sentences:
    """Sets `token.is_sent_start`: after closing punctuation that no abbreviation explains, and at paragraph breaks."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Mark the boundaries of one document."""
        mark_sentences(doc, doc.ents)
        return doc


def mark_sentences(doc: Doc, names: Iterable[Span]) -> None:
    """Set all sentence starts at once; no sentence begins inside a name."""
    inside = {index for span in names for index in range(span.start + 1, span.end)}
    words = words_of(doc)
    starts = np.zeros(len(doc), dtype=bool)
    starts[:1] = True
    ends = (index for index, word in enumerate(words.texts[:-1], start=1) if word[-1] in _ENDS or word[-1].isspace())
    starts[[index for index in ends if index not in inside and starts_sentence(words.texts, words.spaced, index)]] = True
    starts[[cut for start, end in pairwise([*np.flatnonzero(starts).tolist(), len(doc)]) for cut in _cuts(start, end, inside)]] = True
    doc.from_array([SENT_START], np.where(starts, 1, -1).astype(np.uint64))
    doc.user_data[_KEY] = _bounds(doc, starts)


def _cuts(start: int, end: int, inside: Collection[int]) -> Iterator[int]:
    """Where what is longer than any sentence is cut, so that the work on it is bounded; no name is cut."""
    while end - start > LONGEST:
        start = next((index for index in range(start + LONGEST, end) if index not in inside), end)
        if start < end:
            yield start


class Bounds(NamedTuple):
    """The sentences of a document: for each token the number of its own, from 0; for each their tokens and their characters."""

    numbers: list[int]
    tokens: list[tuple[int, int]]
    characters: list[tuple[int, int]]


def bounds_of(doc: Doc) -> Bounds:
    """The sentences of a document; kept with it where this module set them."""
    found: Bounds | None = doc.user_data.get(_KEY)
    return found or _bounds(doc, doc.to_array([SENT_START]).reshape(-1) == 1)


def _bounds(doc: Doc, starts: NDArray[np.bool_]) -> Bounds:
    words = words_of(doc)
    cuts = sorted({0, *np.flatnonzero(starts).tolist(), len(doc)})
    tokens = list(pairwise(cuts))
    characters = [(words.starts[start], words.ends[end - 1]) for start, end in tokens]
    return Bounds(np.maximum(np.cumsum(starts) - 1, 0).tolist(), tokens, characters)


def sentence_numbers(doc: Doc) -> list[int]:
    """For each token the number of its sentence, from 0."""
    return bounds_of(doc).numbers


def starts_sentence(words: Sequence[str], spaced: Sequence[bool], index: int) -> bool:
    """Whether the token at `index` begins a sentence; `spaced` says behind which tokens a space stands."""
    before = words[index - 1]
    if before.isspace():
        return "\n" in before or (index > 1 and not words[index].isspace() and _closes(words, index - 2, words[index]))
    if not spaced[index - 1] or words[index].isspace():
        return False
    return (before in _CLOSERS or before[-1] in _MARKS) and _closes(words, index - 1, words[index])


def _closes(words: Sequence[str], index: int, following: str) -> bool:
    while index > 0 and words[index] in _CLOSERS:
        index -= 1
    mark = words[index]
    if mark not in {".", "!", "?", "...", ".."} and not (mark.endswith(".") and len(mark) > 1):
        return False
    starts = following[:1]
    if not (starts.isupper() or starts.isdigit() or starts in "\"“‘'$€£[(-•*"):
        return False
    if mark in {"!", "?", "...", ".."}:
        return True
    place = index - 1 if mark == "." and index > 0 else index
    word = words[place]
    if place > 0 and words[place - 1].lower() in _LETTERED and len(word.rstrip(".")) == 1:
        return True
    if not _ABBREVIATION.match(word) and not (len(word.rstrip(".")) == 1 and word.isupper()):
        return True
    return word.lower().rstrip(".") in {"inc", "corp", "co", "ltd"} and following in {"The", "It", "Terms", "In", "This", "A", "An"}
