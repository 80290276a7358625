"""Names that "and" is a word of, which were taken for their second half: "S and P", "CB and T Bancshares Inc", "Universal Life and General
Insurance Sdn Bhd", "the Hongkong and Shanghai Banking Corp".
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from rie.pipeline.names.places import Gazetteer
from rie.pipeline.words import words_of
from rie.values.name import strip_legal_form

INITIALS = 3  # capitals before "and" and one more
_THRIFT = "S and L"  # a savings and loan association, and no name
_AND = {"and", "&"}
_ALONE = re.compile(r">?(?: <[A-Z.]+>)?, an? ")  # behind a name: one company is described


def joined_names(doc: Doc, label: str, place: str | None, gazetteer: Gazetteer) -> Iterator[Span]:
    """The entities, those of `label` whole where "and" is one of their words.

    Args:
        doc: with entities.
        label: of companies.
        place: the label of places.
        gazetteer: names that are places.
    """
    spans = list(doc.ents)
    for number, span in enumerate(spans):
        before = spans[number - 1] if number else None
        if before is not None and before.label_ == span.label_ == label and _is_firm(before, span):
            yield Span(doc, before.start, span.end, label=label)
            continue
        if span.label_ != label or span.start < 2 or doc[span.start - 1].lower_ not in _AND:
            yield span
            continue
        start = int(span.start)
        if _of_initials(doc, start):
            start -= 2
            if doc[start : span.end].text == _THRIFT:
                continue
        elif before is not None and before.end == span.start - 1 and strip_legal_form(span.text) != span.text \
                and ((before.label_ == label and _is_half(before, span)) or (before.label_ == place and _is_bank(before, span, gazetteer))):
            start = int(before.start)
        yield Span(doc, start, span.end, label=label)


def _is_firm(before: Span, span: Span) -> bool:
    """Whether a comma stands between the partners of a firm: "Tarn Barney, Harris Upham and Co"."""
    doc = span.doc
    return before.end == span.start - 1 and doc[before.end].text == "," and len(span) > 2 and doc[span.end - 2].lower_ in _AND \
        and doc[span.end - 1].text in {"Co", "Co."} and strip_legal_form(before.text) == before.text


def _of_initials(doc: Doc, start: int) -> bool:
    """Whether one capital stands between "and" and the rest of a name, and some before it: "AT and T"."""
    first = doc[start - 2].text
    return len(doc[start]) == 1 and doc[start].text.isupper() and first.isalpha() and first.isupper() and len(first) <= INITIALS


def _is_half(before: Span, span: Span) -> bool:
    """Whether a name without a legal form that stands nowhere else is the first half of the one that is described behind it."""
    text = words_of(span.doc).text
    whole = len(before) > 1 and strip_legal_form(before.text) == before.text and text.count(before.text) == 1
    return whole and _ALONE.match(text, span.end_char) is not None


def _is_bank(before: Span, span: Span, gazetteer: Gazetteer) -> bool:
    """Whether a name is of two places: "the Hongkong and Shanghai Banking Corp"."""
    return gazetteer.knows(span[0].text) and before.start > 0 and span.doc[before.start - 1].lower_ in {"the", "<"}
