"""Companies that stand on a line of their own, as over an announcement or below it: "Hooli Holdings plc"."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from rie.pipeline.words import words_of
from rie.values.name import form_words

LONGEST = 60  # characters of such a line
_WORD = r"[A-Z\u00c0-\u00de0-9(][\w&.'\u2019)-]*"
_COMPANY = re.compile(rf"{_WORD}(?: (?:{_WORD}|and|of|&|de|plc)){{1,6}}(?:, (?:Inc|Ltd)\.?| A/S|/[A-Z])?(?P<publ> \(publ\.?\))?")
_LABELLED = re.compile(r"(?:company name|name of (?:the )?(?:company|entity|listed issuer)|company|issuer):\s*", re.IGNORECASE)
_TITLE = re.compile(r"\b(?:results?|reports?|announcement|statement|appendix|limited review|press|release|auditors?)\b", re.IGNORECASE)
_LINE = re.compile(r"[^\n|]+")


def is_company(line: str) -> bool:
    """Whether a short line is the name of a company, which its legal form ends."""
    line = line.strip()
    match = _COMPANY.fullmatch(line) if len(line) <= LONGEST else None
    return match is not None and not _TITLE.search(line) and 0 < len(form_words(line)) < len(line.split())


def signed(doc: Doc, label: str) -> Iterator[Span]:
    """The names that are all of a line and that are no entities yet.

    Args:
        doc: with entities.
        label: of companies.
    """
    words = words_of(doc)
    for line in _LINE.finditer(words.text):
        told = _LABELLED.match(line[0].lstrip())
        start = line.start() + len(line[0]) - len(line[0].lstrip()) + (told.end() if told else 0)
        name = words.text[start : line.end()].rstrip()
        if is_company(name):
            end = start + len(name) - len(name) + len(re.sub(r" \(publ\.?\)$", "", name))
            span = words.span(doc, start, end, label)
            if span is not None and not any(token.ent_type_ == label for token in span):
                yield span
