"""Guards for names of no known shape: what a sentence begins with and then explains, or an unknown word that acts, is a name.

"good culture, an Irvine, California-based food company, raised ..." News leads are built so, and start-ups choose names that look like
anything. The pattern holds only before a trigger of the same sentence, and gives way to a name that was found there.
"""

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Span, Token

from rie.pipeline.sentences import bounds_of

LONGEST = 6  # tokens of a name
_ARTICLES = {"a", "an"}
_DESCRIPTION = re.compile(
    r"-based\b|\b(?:provider|maker|developer|operator|manufacturer|supplier|producer|platform|company|start-?up|firm|marketplace|app|business"
    r"|retailer|publisher|designer|creator|service|brand|chain|network|seller|builder|owner|unit|subsidiary|bank|lender|insurer)\b",
    re.IGNORECASE)
_KIND = re.compile(
    r", (?:an?|the)(?: [\w'\u2019-]+){0,4}? (?:company|firm|group|bank|maker|provider|manufacturer|retailer|operator|chain|insurer|airline"
    r"|hotel|brewer|agency|supplier|start-?up|subsidiary|utility|miner)(?=,| that | which | in | of | based )", re.IGNORECASE)
_NO_NAME = {"in", "on", "at", "after", "before", "when", "while", "as", "with", "for", "from", "by", "to", "last", "this", "earlier", "now",
            "today", "yesterday", "also", "meanwhile", "however", "separately", "and", "but", "it", "he", "she", "they", "we",
            "the", "according"}


_AUXILIARIES = {"is", "has", "had", "have", "was", "will", "also", "just", "now", "recently", "said", "it", "today"}


def subjects(doc: Doc, label: str, triggers: frozenset[str], known: Callable[[Token], bool]) -> Iterator[Span]:
    """Words that no dictionary has, at the head of a sentence and with nothing but auxiliaries before the trigger: "Cirruswell is raising".

    Args:
        doc: with entities and sentence starts.
        label: of the names.
        triggers: labels of which one must follow.
        known: whether a token is a word of the language.
    """
    for trigger, start in _first_triggers(doc, triggers):
        first = doc[start]
        if first.ent_type_ in {label, *triggers, "PERSON"} or known(first):
            continue
        if not first.text[0].isupper() or not first.is_alpha:
            continue
        if first.i < trigger.start and all(token.lower_ in _AUXILIARIES for token in doc[first.i + 1 : trigger.start]):
            yield Span(doc, first.i, first.i + 1, label=label)


def is_described(doc: Doc, end: int) -> bool:
    """Whether the words behind a name say what kind of company it is: "Arbuthnot Sayle, the private bank, has ..."."""
    return _KIND.match(doc[end : end + 2 * LONGEST].text) is not None


def appositions(doc: Doc, label: str, triggers: frozenset[str]) -> Iterator[Span]:
    """Names that the pattern finds and no entity of `label` overlaps.

    Args:
        doc: with entities and sentence starts.
        label: of the names.
        triggers: labels of which one must follow in the sentence.
    """
    for trigger, start in _first_triggers(doc, triggers):
        if span := _leading(doc, start, trigger.start, label):
            yield span


def _first_triggers(doc: Doc, triggers: frozenset[str]) -> list[tuple[Span, int]]:
    """The first trigger of each sentence that has one, with the sentence's first token."""
    numbers, sentences, _ = bounds_of(doc)
    first: dict[int, Span] = {}
    for entity in doc.ents:
        if entity.label_ in triggers:
            first.setdefault(numbers[entity.start], entity)
    return [(entity, sentences[number][0]) for number, entity in first.items()]


def _leading(doc: Doc, start: int, trigger: int, label: str) -> Span | None:
    comma = next((i for i in range(start, min(start + LONGEST + 1, trigger)) if doc[i].text == ","), None)
    if comma is None or comma == start or doc[comma + 1].lower_ not in _ARTICLES:
        return None
    span = Span(doc, start, comma, label=label)
    if doc[start].lower_ in _NO_NAME or not _DESCRIPTION.search(doc[comma:trigger].text):
        return None
    taken = any(entity.label_ == label or entity.label_ in {"MONEY", "DATE"} for entity in span.ents)
    return None if taken or any(token.is_space or token.text in "()<>:;" for token in span) else span
