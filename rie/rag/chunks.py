"""Texts cut into passages that are small enough to be one thing and large enough to be understood."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rie.rag.sentences import sentences

WORDS: Final = 100  # words of a chunk, at most; see README.md for how it was chosen
_LONGEST: Final = 2_000  # characters of a sentence; a longer one is cut


@dataclass(frozen=True, slots=True)
class Source:
    """What retrieval reads of a document. `published_at` is written as YYYY-MM-DD, YYYY-MM or YYYY, "" when it is not known."""

    doc_id: str
    title: str
    text: str
    published_at: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """The characters `start` to `end` of a document's text."""

    source: Source
    start: int
    end: int

    @property
    def text(self) -> str:
        """The characters themselves."""
        return self.source.text[self.start : self.end]

    @property
    def headed(self) -> str:
        """The text with the document's title before it: what is indexed."""
        return f"{self.source.title}\n{self.text}" if self.source.title else self.text


def chunks(source: Source, words: int = WORDS) -> Iterator[Chunk]:
    """A document's text as chunks of whole sentences, each of at most `words` words unless one sentence is longer.

    The last sentence of a chunk begins the next one, so that what two sentences say together is found together.
    """
    held: list[tuple[int, int, int]] = []
    for start, end in _pieces(source.text):
        size = len(source.text[start:end].split())
        if held and sum(item[2] for item in held) + size > words:
            yield Chunk(source, held[0][0], held[-1][1])
            held = held[-1:] if len(held) > 1 and held[-1][2] + size <= words else []
        held.append((start, end, size))
    if held:
        yield Chunk(source, held[0][0], held[-1][1])


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    for start, end in sentences(text):
        for cut in range(start, end, _LONGEST):
            yield cut, min(cut + _LONGEST, end)
