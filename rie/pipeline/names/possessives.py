"""Names that end like a genitive: "McDonald's profit" is that of McDonald's, not of a "McDonald".

So is "Brennan's profit" where a text speaks of Brennan's Department Stores, or says that "Brennan's reported" something, and never of
a mere "Brennan".
"""

import re
from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Doc, Span

from rie.pipeline.words import words_of
from rie.types import Entity
from rie.values.name import fold

_SIGNS = {"'s", "\u2019s"}
_SHORTEST = 4  # letters of a known name with its ending
_ENDED = re.compile(r"\w['\u2019]s\b")
_ACTS = re.compile(  # behind a name, never behind a genitive
    r"['\u2019]s (?:(?:on (?:Mon|Tues|Wednes|Thurs|Fri)day|today|also|now|has|had|will|would|is to|is not|was to) )?"
    r"(?:said|says|posted|announced|expects|expected|plans to|agreed|declined to|has|had|will|would|did not|does not|is|was"
    r"|(?:[Rr]eport(?:s|ed)(?= (?:an?|its|net|[Rr]ecord|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ull|[Ss]trong|[Qq]uarterly|[Hh]igher"
    r"|[Ll]ower|results|revenue|sales|earnings|Q[1-4]|[$€£])))|[Tt]o (?:buy|acquire|sell|report|cut|open|close)(?!\w))\b")


def endings(entities: Iterable[Entity]) -> frozenset[str]:
    """The folded names that are known with this ending alone: "kohl", "casey general stores" for "Casey's General Stores".

    Args:
        entities: whose names are known.
    """
    names = [name for entity in entities for name in (entity.name, *entity.aliases)]
    folded = {fold(name) for name in names}
    ended = {fold(name) for name in names if " " not in fold(name) or _ENDED.search(name)}
    stems = {name.split(" ")[0][:-1] for name in ended if name.split(" ")[0].endswith("s") and len(name.split(" ")[0]) >= _SHORTEST}
    return frozenset(stems - folded - {name.split(" ")[0] for name in folded})


def possessives(doc: Doc, labels: Collection[str], label: str | None, known: Collection[str] = ()) -> Iterator[Span]:
    """The entities; names that the text, or what is known, has with this ending alone, as companies with it.

    Args:
        doc: with entities.
        labels: of companies and persons.
        label: of companies.
        known: folded names that are none without the ending.
    """
    stems = _stems(doc, label) if any(token.text in _SIGNS for token in doc) else set()
    for span in doc.ents:
        ends = doc[span.end : span.end + 1].text in _SIGNS and span.label_ in labels
        named = span.text in stems or (span.label_ == label and fold(span.text) in known)
        yield Span(doc, span.start, span.end + 1, label=label or "") if ends and named else span


def _stems(doc: Doc, label: str | None) -> set[str]:
    """Names without the ending that the text has only with it: those that longer names go on with, and those that act."""
    text = words_of(doc).text
    inside = {doc[span.start : token.i].text for span in doc.ents if span.label_ == label for token in span[1:] if token.text in _SIGNS}
    acting = {span.text for span in doc.ents if span.label_ == label and _ACTS.match(text, span.end_char)}
    return {stem for stem in inside | acting if not re.search(rf"(?<!\w){re.escape(stem)}(?!\w|['\u2019]s?\b)", text)}
