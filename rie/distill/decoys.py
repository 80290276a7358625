"""Words that often tell an event and here tell none, put beside the mentions of a training text as triggers without roles.

The recogniser sometimes takes such a word for a trigger ("the sale starts on Friday"). The relation component has to learn that nothing
plays a role for it, and it can only learn that from texts in which such triggers stand.
"""

import random
from collections import Counter
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span

SEEN = 2  # times that a word must be a trigger
SHARE = 0.1  # of the occurrences of a word that are triggers, outside of sentences with another one


class Decoys:
    """The words of each trigger label that tempt a recogniser."""

    def __init__(self, words: dict[str, frozenset[str]], rate: float, seed: int = 0) -> None:
        self.words, self.rate, self.random = words, rate, random.Random(seed)

    @classmethod
    def of(cls, docs: Iterable[Doc], triggers: Iterable[str], rate: float, seed: int = 0) -> "Decoys":
        """The words that annotated documents show to be triggers of a label in a good share of their occurrences."""
        told: dict[str, Counter[str]] = {label: Counter() for label in triggers}
        others: dict[str, Counter[str]] = {label: Counter() for label in told}
        for doc in docs:
            for start, end, labels in _sentences(doc):
                for label, counts in told.items():
                    if label in labels:
                        counts.update(span[0].lower_ for span in doc.ents if span.label_ == label and start <= span.start < end)
                    else:
                        others[label].update(token.lower_ for token in doc[start:end] if not token.ent_type_)
        return cls({label: frozenset(word for word, count in counts.items()
                                     if count >= SEEN and count >= SHARE * (count + others[label][word]))
                    for label, counts in told.items()}, rate, seed)

    def within(self, doc: Doc, labels: set[str] | None = None) -> Iterator[Span]:
        """The decoys of a document whose entities are set: of the given trigger labels, in sentences that have no trigger of the label."""
        for start, end, there in _sentences(doc):
            for label, words in self.words.items():
                if label not in there and (labels is None or label in labels):
                    yield from (Span(doc, token.i, token.i + 1, label=label) for token in doc[start:end]
                                if token.lower_ in words and not token.ent_type_ and self.random.random() < self.rate)


def _sentences(doc: Doc) -> Iterator[tuple[int, int, set[str]]]:
    for sentence in doc.sents:
        yield sentence.start, sentence.end, {span.label_ for span in sentence.ents}
