"""Who speaks in a transcript: the names that stand before a colon at the beginnings of its turns, "Jane Roe: Thank you, John."

A text is one where several lines begin so, one of them with the operator or with what the recogniser knows for a person.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from rie.pipeline.words import words_of
from rie.values.name import strip_legal_form

LEAST = 2  # turns of a transcript
_TURN = re.compile(r"^[^\S\n]*(?P<name>[A-Z][^\s:]*(?: [A-Z][^\s:]*){0,3}):[^\S\n]+(?=[A-Z\"“])", re.MULTILINE)
_OPERATOR = {"operator", "moderator", "coordinator"}


def as_speakers(doc: Doc, named: str | None, person: str | None) -> Iterator[Span]:
    """The entities, those that are the name of a speaker, or the first name by which others call one, as persons.

    Args:
        doc: with the entities of the recogniser.
        named: their label of companies.
        person: their label of persons.
    """
    names = _speakers(doc, person) if named and person else frozenset()
    firsts = {name.split()[0] for name in names}
    firsts -= {word for span in doc.ents if span.label_ == named and len(span) > 1 and span.text not in names for word in span.text.split()}
    for span in doc.ents:
        speaks = span.label_ == named and (span.text in names or span.text in firsts)
        yield Span(doc, span.start, span.end, label=person or "") if speaks else span


def _speakers(doc: Doc, person: str | None) -> frozenset[str]:
    """The names of two and more words that take turns; none where the text is no transcript."""
    names = [match["name"] for match in _TURN.finditer(words_of(doc).text)]
    known = {span.text for span in doc.ents if span.label_ == person}
    if len(names) < LEAST or not any(name.lower() in _OPERATOR or name in known for name in names):
        return frozenset()
    return frozenset(name for name in names if " " in name and strip_legal_form(name) == name)
