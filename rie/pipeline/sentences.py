"""Sentence boundaries by rule: cheap, and exact enough for prose, headlines and wire copy."""

import re
from collections.abc import Iterable

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

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
    starts = [index == 0 or (index not in inside and starts_sentence(doc, index)) for index in range(len(doc))]
    doc.from_array([SENT_START], np.array([1 if start else -1 for start in starts], dtype=np.int64).astype(np.uint64))


def starts_sentence(doc: Doc, index: int) -> bool:
    """Whether the token at `index` begins a sentence."""
    token, before = doc[index], doc[index - 1]
    if before.is_space:
        return "\n" in before.text or (index > 1 and not token.is_space and _closes(doc, index - 2, token))
    if token.is_space or not before.whitespace_:
        return False
    return _closes(doc, index - 1, token)


def _closes(doc: Doc, index: int, following: Token) -> bool:
    while index > 0 and doc[index].text in {'"', "”", "’", "'", ")", "''"}:
        index -= 1
    mark = doc[index]
    if mark.text not in {".", "!", "?", "...", ".."} and not (mark.text.endswith(".") and len(mark.text) > 1):
        return False
    starts = following.text[:1]
    if not (starts.isupper() or starts.isdigit() or starts in "\"“‘'$€£[(-•*"):
        return False
    if mark.text in {"!", "?", "...", ".."}:
        return True
    word = doc[index - 1].text if mark.text == "." and index > 0 else mark.text
    if not _ABBREVIATION.match(word) and not (len(word.rstrip(".")) == 1 and word.isupper()):
        return True
    return word.lower().rstrip(".") in {"inc", "corp", "co", "ltd"} and following.text in {"The", "It", "Terms", "In", "This", "A", "An"}
