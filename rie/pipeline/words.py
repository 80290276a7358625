"""What is written in a document, as lists that are made once: spaCy makes a new string whenever it is asked for a text."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDX, IS_PUNCT, IS_SPACE, LENGTH, SPACY
from spacy.tokens import Doc, Span

KEY = "words"


class Words:
    """The words of a document.

    Args:
        doc: whose tokens they are.
        text: of the document, where it is known.

    `texts` are those of the tokens, `starts` and `ends` their characters, `spaced` says behind which a space stands, `plain` which
    are neither white space nor punctuation.
    """

    def __init__(self, doc: Doc, text: str | None = None) -> None:
        text = doc.text if text is None else text
        starts, lengths, spaced, space, mark = doc.to_array([IDX, LENGTH, SPACY, IS_SPACE, IS_PUNCT]).reshape(-1, 5).astype(np.int64).T
        self.text = text
        self.starts: list[int] = starts.tolist()
        self.ends: list[int] = (starts + lengths).tolist()
        self.plain: NDArray[np.bool_] = (space | mark) == 0
        self.spaced: list[bool] = (spaced != 0).tolist()
        self.texts = [text[start:end] for start, end in zip(self.starts, self.ends, strict=True)]

    @cached_property
    def lower(self) -> list[str]:
        """The words in lower case."""
        return [word.lower() for word in self.texts]

    @cached_property
    def _at(self) -> tuple[dict[int, int], dict[int, int]]:
        return ({start: number for number, start in enumerate(self.starts)}, {end: number + 1 for number, end in enumerate(self.ends)})

    def span(self, doc: Doc, start: int, end: int, label: str) -> Span | None:
        """The tokens of the characters from `start` to `end`, as `Doc.char_span`; None where a token goes further."""
        first, last = self._at[0].get(start), self._at[1].get(end)
        return None if first is None or last is None or first >= last else Span(doc, first, last, label=label)


def words_of(doc: Doc, text: str | None = None) -> Words:
    """The words of a document, kept with it; arguments as for `Words`."""
    found: Words | None = doc.user_data.get(KEY)
    if found is None:
        found = doc.user_data[KEY] = Words(doc, text)
    return found


def lowered(text: str) -> str:
    """A text in lower case, character for character."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
