"""A name that was found once is a name wherever it stands in the document.

The recogniser decides place by place and may miss the second mention of what it saw in the first. Full names are looked for as they
are written; a name of several words also by its first one, when that stands alone.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from rie.pipeline.words import words_of
from rie.values.name import strip_legal_form

SHORTEST = 3
_SHORT = re.compile(r"\d[A-Z]")  # "3M"
_COMMON = {"first", "national", "american", "united", "general", "bank", "great", "north", "south", "east", "west", "northern", "southern",
           "western", "eastern", "international", "global", "royal", "central", "pacific", "atlantic", "canadian", "british", "german",
           "french", "japan", "new", "standard", "consolidated", "allied", "federal", "republic", "state", "community",
           "university", "the", "group", "capital", "silicon"}


def echoes(doc: Doc, label: str, known: Callable[[Token], bool]) -> Iterator[Span]:
    """Further mentions of the entities of `label`, where no entity stands yet; `known` are the words of the language, of which a name in
    small letters is none.
    """
    taken = {index for entity in doc.ents for index in range(entity.start, entity.end)}
    words = words_of(doc)
    named = [entity.text for entity in doc.ents if entity.label_ == label]
    small = {entity.text for entity in doc.ents if entity.label_ == label and len(entity) == 1 and entity.text.islower()
             and len(entity.text) > SHORTEST and not known(entity[0])}
    short = {name for text in named for name in _shortened(text)}
    names = {name for text in named for name in _forms(text)} | short | small
    for start, end in _standing(names, words.text):
        span = words.span(doc, start, end, label)
        if span is not None and not taken & set(range(span.start, span.end)) and not (
                (len(span) == 1 or span.text in short) and _part_of_name(doc, span)):
            yield span


def _standing(names: Iterable[str], text: str) -> Iterator[tuple[int, int]]:
    """Where names stand as whole words: of those that overlap the first, of those at one place the longest."""
    until = 0
    places = [(start, start + len(name)) for name in names for start in _places(name, text)]
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= until:
            until = end
            yield start, end


def _places(name: str, text: str) -> Iterator[int]:
    start = text.find(name)
    while start >= 0:
        if not _goes_on(text[max(start - 1, 0) : start]) and not _goes_on(text[start + len(name) : start + len(name) + 1]):
            yield start
        start = text.find(name, start + 1)


def _goes_on(beside: str) -> bool:
    """Whether the character beside a name is of the same word."""
    return beside.isalnum() or beside in {"_", "-"}


def _forms(name: str) -> Iterable[str]:
    plain = strip_legal_form(name).rstrip(" ,")
    first, *rest = plain.split() or [""]
    long = (form for form in dict.fromkeys((name, plain)) if len(form) >= SHORTEST or _SHORT.fullmatch(form))
    yield from (form for form in long if not form.islower() and form[0].isalnum())
    if rest and len(first) > SHORTEST and first[0].isupper() and first.isalnum() and first.lower() not in _COMMON:
        yield first


def _shortened(name: str) -> Iterable[str]:
    """A name of three words or more by its first words: "Blue Mill" of "Blue Mill Biscuits"."""
    words = strip_legal_form(name).rstrip(" ,").split()
    for size in range(2, len(words)):
        if all(word[0].isupper() and word.isalnum() for word in words[:size]) and words[0].lower() not in _COMMON:
            yield " ".join(words[:size])


def _part_of_name(doc: Doc, span: Span) -> bool:
    """Whether a part of a name is joined to another capitalised word, as "Harbor" in "Harbor Freight" or "Old Harbor"."""
    after = doc[span.end].text if span.end < len(doc) else ""
    before = doc[span.start - 1] if span.start else None
    follows = before is not None and before.text[:1].isupper() and not before.is_sent_start and not before.is_punct
    return after[:1].isupper() or follows
