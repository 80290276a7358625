"""An answer without a language model: the sentence that fits the question best."""

from collections.abc import Sequence

from rie.rag.answer import Read, Span
from rie.rag.index import Hit, Index
from rie.rag.sentences import sentences
from rie.rag.words import words_of


def extract(question: str, after: Sequence[str], hits: Sequence[Hit], index: Index) -> Read:
    """The sentence that shares the most words with the question."""
    asked = set(words_of(" ".join((*after, question))))
    best = max(((len(asked & set(words_of(hit.chunk.source.text[start:end]))), -number, hit.chunk.start + start, hit.chunk.start + end)
                for number, hit in enumerate(hits) for start, end in sentences(hit.chunk.text)), default=None)
    if not best or not best[0]:
        return Read(None)
    number = -best[1]
    quote = hits[number].chunk.source.text[best[2] : best[3]]
    return Read(f"{quote} [{number + 1}]", (Span(number, "text", best[2], best[3], quote),), best[0] / len(asked))
