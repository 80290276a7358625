"""A name that was found once is a name wherever it stands in the document.

The recogniser decides place by place and may miss the second mention of what it saw in the first. Full names are looked for as they
are written; a name of several words also by its first one, when that stands alone.
"""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span

from rie.values.name import strip_legal_form

SHORTEST = 3
_COMMON = {"first", "national", "american", "united", "general", "bank", "great", "north", "south", "east", "west", "northern", "southern",
           "western", "eastern", "international", "global", "royal", "central", "pacific", "atlantic", "canadian", "british", "german",
           "french", "japan", "new", "standard", "consolidated", "allied", "federal", "republic", "state", "community",
           "university", "the", "group", "capital", "silicon"}


def echoes(doc: Doc, label: str) -> Iterator[Span]:
    """Further mentions of the entities of `label`, where no entity stands yet."""
    taken = {token.i for entity in doc.ents for token in entity}
    names = {name for entity in doc.ents if entity.label_ == label for name in _forms(entity.text)}
    if not names:
        return
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")(?![\w-])")
    for match in pattern.finditer(doc.text):
        span = doc.char_span(match.start(), match.end(), label=label)
        if span is not None and not taken & set(range(span.start, span.end)) and not (len(span) == 1 and _part_of_name(doc, span.start)):
            yield span


def _forms(name: str) -> Iterable[str]:
    plain = strip_legal_form(name).rstrip(" ,")
    first, *rest = plain.split() or [""]
    yield from (form for form in {name, plain} if len(form) >= SHORTEST and not form.islower() and form[0].isalnum())
    if rest and len(first) > SHORTEST and first[0].isupper() and first.isalnum() and first.lower() not in _COMMON:
        yield first


def _part_of_name(doc: Doc, index: int) -> bool:
    """Whether a single word is joined to another capitalised word, as "Harbor" in "Harbor Freight" or "Old Harbor"."""
    after = doc[index + 1].text if index + 1 < len(doc) else ""
    before = doc[index - 1] if index else None
    follows = before is not None and before.text[:1].isupper() and not before.is_sent_start and not before.is_punct
    return after[:1].isupper() or follows
