"""Names that end like a genitive: "Brennan's profit" of a text about Brennan's Department Stores, that speaks of no mere "Brennan", is of
Brennan's.
"""

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Span

_SIGNS = {"'s", "\u2019s"}


def possessives(doc: Doc, labels: Collection[str], label: str | None) -> Iterator[Span]:
    """The entities; one name that stands before a sign of the genitive, with which longer names of the text go on, as a company with it.

    Args:
        doc: with entities.
        labels: of companies and persons.
        label: of companies.
    """
    names = {span[0].text for span in doc.ents if span.label_ == label and len(span) > 2 and span[1].text in _SIGNS}
    names -= {token.text for token in doc[:-1] if token.text in names and doc[token.i + 1].text not in _SIGNS} if names else set()
    for span in doc.ents:
        behind = doc[span.end : span.end + 1].text
        own = len(span) == 1 and span.label_ in labels and span.text in names and behind in _SIGNS
        yield Span(doc, span.start, span.end + 1, label=label or "") if own else span
