"""Companies that stand on a line of their own, as over an announcement or below it, "Hooli Holdings plc", and those that the entries of a
list begin with: "Hooli | Net profit rose".
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from rie.pipeline.words import words_of
from rie.values.name import form_words

LONGEST = 60  # characters of such a line
_WORD = r"[A-Z\u00c0-\u00de0-9(][\w&.'\u2019)-]*"
_COMPANY = re.compile(
    rf"{_WORD}(?: (?:{_WORD}|and|of|&|de|del|la|plc)){{1,6}}(?:, (?:Inc|Ltd)\.?|, S\.?A\.?(?:B\.?)?(?: de C\.?V\.?)?| A/S|/[A-Z])?"
    r"(?P<publ> \(publ\.?\))?")
_TICKERED = re.compile(  # "HOOLI GYPSUM CORP (HGC-N)" over its figures
    rf"(?P<name>{_WORD}(?: (?:{_WORD}|and|of|&|de|plc)){{0,6}}) "
    r"\((?:[A-Z][A-Za-z]*: ?[A-Z]{1,5}(?:[-.][A-Z]{1,2})?|[A-Z]{1,5}[-.][A-Z]{1,2})\)")
_ISSUER = re.compile(  # opens a release behind its dateline: "QC, March 6, 2025 - Hooli Forest Services Inc. (TSX: HFS)"
    rf"(?:^|[\u2013\u2014/-] )(?P<name>{_WORD}(?: (?:{_WORD}|and|of|&|de|du|des|del|la)){{1,6}}(?:, (?:Inc|Ltd|Corp|LLC|Co)\.?)?) "
    r"\((?:the )?[A-Z][A-Za-z -]{1,12}: ?[A-Z]{1,6}\b", re.MULTILINE)
_LABELLED = re.compile(r"(?:company name|name of (?:the )?(?:company|entity|listed issuer)|company|issuer):\s*", re.IGNORECASE)
_TITLE = re.compile(r"\b(?:results?|reports?|announcement|statement|appendix|limited review|press|release|auditors?)\b", re.IGNORECASE)
_LINE = re.compile(r"[^\n|]+")
_ENTRY = re.compile(
    rf"^[^\S\n]*(?P<name>{_WORD}(?: (?:{_WORD}|and|of|&)){{0,4}}) \|[^\S\n]+(?=[A-Z0-9][^\n|]{{40,}}[.!]\s*$)", re.MULTILINE)
_BRIEF = re.compile(  # "HOOLI TOOLS: Year to 31 May. Pre-tax loss £0.4m", of companies in brief
    r"^[^\S\n]*(?P<name>[A-Z][A-Z&.'\u2019-]+(?: (?:[A-Z&][A-Z&.'\u2019-]*)){0,4}): "
    r"(?=(?:Interim|Final|Year|Half|Six|First|Second|Third|Pre-?tax|Turnover|Sales|Revenues?|Profits?|Net|Eps)\b"
    r"[^\n]{0,200}\d)", re.MULTILINE)
_NO_NAME = re.compile(
    r"\d|(?i:\b(?:revenues?|sales|profits?|earnings|ebitda|income|turnover|results?|total|loss|summary|outlook|company|date|net)\b)")
ENTRIES = 2  # lines of a list whose entries begin with their names


def is_company(line: str) -> bool:
    """Whether a short line is the name of a company, which its legal form ends."""
    line = line.strip()
    match = _COMPANY.fullmatch(line) if len(line) <= LONGEST else None
    return match is not None and not _TITLE.search(line) and 0 < len(form_words(line)) < len(line.split())


def signed(doc: Doc, label: str) -> Iterator[Span]:
    """The names that are all of a line and that are no entities yet, and those that entries begin with.

    Args:
        doc: with entities.
        label: of companies.
    """
    words = words_of(doc)
    found = (*(_ENTRY.finditer(words.text) if " | " in words.text else ()), *_BRIEF.finditer(words.text))
    entries = [match for match in found if not _NO_NAME.search(match["name"])]
    for match in entries if len(entries) >= ENTRIES else ():
        span = words.span(doc, match.start("name"), match.end("name"), label)
        if span is not None:
            yield span
    for match in _ISSUER.finditer(words.text):
        span = words.span(doc, *match.span("name"), label) if is_company(match["name"]) else None
        if span is not None and not any(token.ent_type_ == label for token in span):
            yield span
    for line in _LINE.finditer(words.text):
        told = _LABELLED.match(line[0].lstrip())
        start = line.start() + len(line[0]) - len(line[0].lstrip()) + (told.end() if told else 0)
        name = words.text[start : line.end()].rstrip()
        tickered = _TICKERED.fullmatch(name)
        tickered = None if tickered and _NO_NAME.search(tickered["name"]) else tickered
        if tickered or is_company(name):
            name = tickered["name"] if tickered else name
            end = start + len(re.sub(r" \(publ\.?\)$", "", name))
            span = words.span(doc, start, end, label)
            if span is not None and not any(token.ent_type_ == label for token in span):
                yield span
