"""Names with numbers: "Phillips 66", "8x8", "23andMe". They act somewhere as companies do; a number behind words is one of the name where
it follows them wherever they stand.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from rie.pipeline.words import words_of

_NUMBERED = re.compile(
    r"(?<![\w&.-])(?P<words>[A-Z][a-z]\w+(?: [A-Z][a-z]\w+)?) \d{1,3}"
    r"(?![\w%\u00b0/]|[.,:-]\d|[- ](?:per cent|percent|million|billion|pct))")
_GLUED = re.compile(r"(?<![\w$\u20ac\u00a3.,-])(?:\d{1,4}[A-Z]?[a-z]+[A-Z]\w*|\d{1,4}[A-Z][a-z]{2,}\w*|\d{1,2}x\d{1,2}|\dM)(?![\w-])")
_ACTS = re.compile(
    r"(?:['\u2019]s?|,? Inc\.?|,? Ltd\.?)?(?: (?:today|also|now))? (?:said|says|reported|reports|posted|announced|has|had|raised|agreed"
    r"|agrees|plans|expects|will|bought|acquired|named|appointed|hired)\b"
    r"|['\u2019]s (?:[a-z]+ ){0,3}(?:profit|sales|revenue|shares|chief|board|chairman|earnings|ceo)"
    r"|, (?:an?|the|one of) [a-z]| \([A-Z][A-Za-z]{2,}: ?[A-Z]")
_NO_NAME = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|Note|Phase|Page|Section|Item|Chapter|Article|Exhibit|Figure|Table|Week|Day|Class|Series|Route|Highway|Fortune|Top|Nasdaq|Nikkei|Euro"
    r"|Boeing|Airbus|Windows|Formula|Act|Rule|Form|Schedule|Terminal|Building|Unit|Block|Lot|Gate|Room|Suite|Floor|Step|Tier|Version|Russell"
    r"|Quarter|Quarters|Year|The|In|On|At|By|From|Since|About|Some|Over|Nearly|All|Only|Another|With|To|Of|For|And)\b")
_DIGIT = re.compile(r"\d")
TWICE = 2


def numbered(doc: Doc, label: str) -> Iterator[Span]:
    """The entities, and such names in the place of those that they overlap.

    Args:
        doc: with entities.
        label: of companies.
    """
    names = [*_names(doc, label), *_glued(doc, label)] if _DIGIT.search(words_of(doc).text) else []
    taken = {index for span in names for index in range(span.start, span.end)}
    yield from names
    yield from (span for span in doc.ents if not taken & set(range(span.start, span.end)))


def _names(doc: Doc, label: str) -> Iterator[Span]:
    words = words_of(doc)
    found: dict[str, list[re.Match[str]]] = {}
    for match in _NUMBERED.finditer(words.text):
        if not _NO_NAME.match(match["words"]):
            found.setdefault(match[0], []).append(match)
    for name, matches in found.items():
        alone = words.text.count(matches[0]["words"]) > words.text.count(name)
        if len(matches) < TWICE or alone or not any(_ACTS.match(words.text, match.end()) for match in matches):
            continue
        yield from (span for match in matches if (span := words.span(doc, *match.span(), label)) is not None)


def _glued(doc: Doc, label: str) -> Iterator[Span]:
    words = words_of(doc)
    matches = list(_GLUED.finditer(words.text))
    acting = {match[0] for match in matches if _ACTS.match(words.text, match.end())}
    yield from (span for match in matches if match[0] in acting and (span := words.span(doc, *match.span(), label)) is not None)
