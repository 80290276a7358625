"""Names that only their place gives away: what opens an entry of a list, "Mercao – $3.2m seed", and web names, "Hooli.co.uk,"."""

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Span, Token

from rie.pipeline.words import words_of

_ENTRY = re.compile(
    r"^[^\w\n]{0,8}(?P<name>[A-Z][\w.&'\u2019+-]*(?: [A-Z\d][\w.&'\u2019+-]*){0,3})(?:, [^\n|:\u2013\u2014$\u20ac\u00a3]{1,60})?"
    r"(?: (?:--?|[\u2013\u2014|]) ?|: )(?:[\w\"'\u2019-]+ ){0,4}?"
    r"(?:[A-Z]{0,3}[$\u20ac\u00a3\u20b9\u00a5] ?|(?:Rs\.?|INR|USD|EUR|GBP|SEK|CHF) ?)\d",
    re.MULTILINE,
)
_WEB = re.compile(
    r"(?<![\w@./-])(?P<name>[A-Z][\w-]*\.(?:com|net|org|co\.uk|co\.za|com\.au|co\.in|de|fr|nl|se|dk|tv))"
    r"(?=,? (?:the|an?|which|has|have|had|is|was"
    r"|said|says|raised|will|plans|to)\b| \()"
)


def opening(doc: Doc, label: str, known: Callable[[Token], bool], is_place: Callable[[str], bool]) -> Iterator[Span]:
    """The names that no entity of the label overlaps.

    Args:
        doc: with entities.
        label: of the names.
        known: whether a token is a word of the language; what opens an entry holds one that is none.
        is_place: whether words are the name of a place.
    """
    words = words_of(doc)
    for pattern, sure in ((_ENTRY, False), (_WEB, True)):
        for match in pattern.finditer(words.text):
            span = words.span(doc, *match.span("name"), label)
            if span is None or any(entity.label_ == label for entity in span.ents):
                continue
            if sure or not (is_place(span.text) or all(known(token) for token in span)):
                yield span
