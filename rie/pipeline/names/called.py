"""Names that no recogniser knows and the noun right before them gives away: "Football club Ashby Rovers has appointed", "broadcaster Nine
West has lost".
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from rie.pipeline.words import words_of

_NOUN = (
    r"(?:club|side|broadcaster|insurer|reinsurer|retailer|grocer|lender|bank|brewer|brewery|builder|housebuilder|carmaker|truckmaker|toymaker"
    r"|drugmaker|steelmaker|airline|carrier|utility|charity|agency|shop|hotel|chain|group|firm|company|start-?up|fintech|platform|college"
    r"|school|university|hospital|museum|theatre|publisher|newspaper|network|station|consultancy|miner|refiner|shipper|operator|body|union"
    r"|association|fund|broker|stockbroker|distiller|developer|maker|manufacturer|supplier|distributor)")
_CALLED = re.compile(
    rf"\b(?i:{_NOUN}) (?P<name>[A-Z][\w&'\u2019-]*(?: (?:[A-Z&][\w&'\u2019-]*|of|and|the|de|del)){{0,4}})"
    r"(?=(?:, [^,.;\n]{3,60},)? (?:(?:has|have|had|today|yesterday|also) )*(?:named|names|appointed|appoints|hired|hires|fired|fires|lost"
    r"|promoted|promotes|poached|recruited|elected|ousted)\b)")
_OPEN_END = re.compile(r" (?:of|and|the|de|del)$")
_NO_NAME = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sir|Lord|The|It|He|She|They|We|In|On|At|Monday|Tuesday|Wednesday|Thursday|Friday)\b")


def called(doc: Doc, label: str) -> Iterator[Span]:
    """Such names that stand within no entity but of people and places.

    Args:
        doc: with entities.
        label: of companies.
    """
    words = words_of(doc)
    for match in _CALLED.finditer(words.text):
        span = words.span(doc, *match.span("name"), label)
        if span is None or _NO_NAME.match(span.text) or _OPEN_END.search(span.text):
            continue
        if not span.ents:
            yield span
