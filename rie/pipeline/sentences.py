"""Sentence boundaries by rule: cheap, and exact enough for prose, headlines and wire copy."""

import re
from collections.abc import Iterable, Sequence

import numpy as np
from spacy.attrs import SENT_START, SPACY
from spacy.language import Language
from spacy.tokens import Doc, Span

_CLOSERS = {'"', "”", "’", "'", ")", "''"}
_MARKS = ".!?"
_ABBREVIATION = re.compile(
    r"^(?:inc|corp|co|ltd|bros|no|nos|mr|mrs|ms|dr|st|jr|sr|vs|etc|approx|est|mass|calif|conn|fla|tenn|pa|va|wash|ore|colo|"
    r"minn|wis|ind|ill|mich|tex|ariz|ala|ga|la|md|mo|nev|okla|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|rs|u\.s|u\.k|a\.m|p\.m)\.?$",
    re.IGNORECASE,
)


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
    words = [token.text for token in doc]
    spaced = (doc.to_array([SPACY]).reshape(-1) != 0).tolist()
    starts = [index == 0 or (index not in inside and starts_sentence(words, spaced, index)) for index in range(len(words))]
    doc.from_array([SENT_START], np.array([1 if start else -1 for start in starts], dtype=np.int64).astype(np.uint64))


def sentence_numbers(doc: Doc) -> list[int]:
    """For each token the number of its sentence, from 0."""
    starts = doc.to_array([SENT_START]).reshape(-1) == 1
    numbers: list[int] = np.maximum(np.cumsum(starts) - 1, 0).tolist()
    return numbers


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
    word = words[index - 1] if mark == "." and index > 0 else mark
    if not _ABBREVIATION.match(word) and not (len(word.rstrip(".")) == 1 and word.isupper()):
        return True
    return word.lower().rstrip(".") in {"inc", "corp", "co", "ltd"} and following in {"The", "It", "Terms", "In", "This", "A", "An"}
