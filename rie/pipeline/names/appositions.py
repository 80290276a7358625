"""Guards for names of no known shape: what a sentence begins with and then explains, or an unknown word that acts, is a name.

"good culture, an Irvine, California-based food company, raised ..." News leads are built so, and start-ups choose names that look like
anything. The pattern holds only before a trigger of the same sentence, and gives way to a name that was found there.
"""

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Span, Token

from rie.pipeline.sentences import bounds_of
from rie.values.name import strip_legal_form

LONGEST = 6  # tokens of a name
SHORTEST = 2  # tokens of no name that begins with "The": "The Wireless Registry" is one, "The Company" is none
_ARTICLES = {"a", "an"}
_INNER = {"n", "for", "to", "by", "of", "the", "in", "and", "be", "my", "with", "on"}
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


_DIGITS = re.compile(  # "8x8", "3M", "23andMe", no period, ordinal or sum
    r"(?!\d+(?:[QHWDKMBGx]|[GMKT][Ww]h?|MM|st|nd|rd|th|[bmk]n?)\Z)\d{1,4}[A-Za-z][A-Za-z\d]*|\d{1,2}M|\d{1,2}x\d{1,2}")
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
        if not (first.text[0].isupper() and first.is_alpha and len(first) > 1) and not _DIGITS.fullmatch(first.text):
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
    ends = (i for i in range(start, min(start + LONGEST + 1, trigger)) if doc[i].text in {",", "("} and not _is_form(doc[i + 1]))
    end = next(ends, None)
    comma = end if end is None or doc[end].text == "," else next((i + 1 for i in range(end, trigger - 1) if doc[i].text == ")"), None)
    if end is None or end == start or comma is None or doc[comma].text != "," or doc[comma + 1].lower_ not in _ARTICLES:
        return None
    span = Span(doc, start, end, label=label)
    titled = doc[start].text == "The" and end - start > SHORTEST and all(token.text[0].isupper() for token in span)
    if (doc[start].lower_ in _NO_NAME and not titled) or not _DESCRIPTION.search(doc[comma:trigger].text):
        return None
    if any(token.is_space or token.text in "()<>:;" for token in span):
        return None
    taken = [entity for entity in span.ents if entity.label_ in {label, "MONEY", "DATE"}]
    return span if not taken or _is_cut(span, label) else None


def _is_form(token: Token) -> bool:
    """Whether a word is a legal form, which a comma may part from its name."""
    return strip_legal_form(f"X {token.text}") == "X"


def _is_cut(span: Span, label: str) -> bool:
    """Whether what was found of a leading name ends it, and all words before that are written as parts of it: "Wine n Dine"."""
    found = span.ents
    first = next((entity for entity in found if entity.label_ == label), None)
    if first is None or any(entity.label_ != label for entity in found) or found[-1].end != span.end:
        return False
    parts = [token for token in span if not any(entity.start <= token.i < entity.end for entity in found)]
    if not parts or not parts[0].text[0].isalnum() or parts[0].text == "o" or _DESCRIPTION.search(span[: first.start - span.start].text):
        return False
    return all(token.text[:1].isupper() or not token.is_alpha or token.lower_ in _INNER or (token.i == span.start and token.is_lower)
               for token in parts)
