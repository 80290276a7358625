"""Families that own, buy and sell as one: "bought from the Roe family" names the family, none of its members."""

import re
from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Span

from rie.pipeline.sentences import sentence_numbers

LONGEST = 4  # words of the name of a family
REACH = 40  # characters before it that are read
_BEFORE = {"the", "founding", "controlling", "owning", "founder", "local", "billionaire", "late", "founders", "'s", "’s", "its", "wealthy"}
_THING = re.compile(
    r"\s?-|\s(?:office|business|firm|company|foundation|trust|farm|home|house|of|car|cars|restaurant|bakery|fund|funds|holding|holdings"
    r"|members?|name|doctor|dental|medicine|estate|vehicle|investment|partnership|winery|brewery|hotel|hotels|shop|store|stores)\b")
_MEMBERS = re.compile(  # who act for themselves
    r"\b(?:members?|rest|most|part|patriarch|head|scion|heirs?) of (?:the )?(?:\w+ )?$", re.IGNORECASE)


def clans(doc: Doc, named: str, names: Collection[str], triggers: Collection[str]) -> Iterator[Span]:
    """The entities, a name with "family" behind it as the name of who acts as one, where its sentence tells of a deal.

    Args:
        doc: with entities.
        named: the label of companies, which such a family has.
        names: the labels of names.
        triggers: the labels of words that tell deals.
    """
    numbers = sentence_numbers(doc)
    told = {numbers[span.start] for span in doc.ents if span.label_ in triggers}
    for span in doc.ents:
        behind = doc[span.end : span.end + 1].text
        before = doc[span.start - 1].lower_ if span.start else ""
        acts = numbers[span.start] in told and span.label_ in names and behind == "family" and before in _BEFORE and len(span) < LONGEST
        acts = acts and not _MEMBERS.search(doc.text[max(span.start_char - REACH, 0) : span.start_char])
        thing = acts and _THING.match(doc.text, doc[span.end].idx + len(behind))
        yield Span(doc, span.start, span.end + 1, label=named) if acts and not thing else span
