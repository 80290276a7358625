"""A headline that cuts the name of its company, "WESTWORLD COMMUNITY HEALTH", above a note that tells it: "Full name is ..."."""

import re
from collections.abc import Mapping, Sequence

from spacy.tokens import Span

from rie.types import Entity

_FULL = re.compile(r"\bfull (?:company )?name (?:of (?:the )?company )?(?:is )?(?:the )?<?", re.IGNORECASE)


def named_in_full(text: str, title: int, mentions: Sequence[Span], entities: Mapping[int, Entity]) -> dict[int, Entity]:
    """The entities, that of the one name of the headline as the text names it in full; what a table knows stays.

    Args:
        text: of the document, its title first.
        title: characters of the title.
        mentions: of the document.
        entities: of mentions by their place.
    """
    headed = {entities[i].id for i in entities if mentions[i].start_char < title}
    match = _FULL.search(text, title)
    full = next((entities[i] for i in entities if match and mentions[i].start_char == match.end()), None)
    if full is None or len(headed) != 1:
        return dict(entities)
    return {i: full if entity.id in headed and entity.origin == "text" and entity.kind == full.kind else entity
            for i, entity in entities.items()}
