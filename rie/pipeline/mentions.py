"""All mentions of a document in one list: entities of the NER, values of the grammar, words that refer back.

They stand in `doc.spans["mentions"]`, in order and without overlap; a value's normalised form stands in
`doc.user_data[("value", start)]`, `start` being its first token.
"""

import re
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from rie.pack import Pack, load_pack
from rie.pipeline.appositions import appositions, subjects
from rie.pipeline.echoes import echoes
from rie.pipeline.vectors import word_table
from rie.values import find_values

KEY = "mentions"
TICKER = 5  # letters of a stock exchange symbol
_FORM_ENDS = {"Inc.", "Corp.", "Co.", "Ltd.", "Cos.", "plc.", "Plc.", "PLC.", "U.K.", "U.S."}
_OPENERS = {"It", "The", "But", "He", "She", "They", "In", "A", "An", "Its", "This", "Terms", "No", "Under", "At", "On", "For"}


@Language.factory("rie_mentions", default_config={"pack": "business"})
def create_mentions(nlp: Language, name: str, pack: str) -> "Mentions":
    """The component that gathers the mentions of a document."""
    return Mentions(load_pack(pack), name)


class Mentions:
    """Joins what the NER, the value grammar and the list of references find."""

    def __init__(self, pack: Pack, name: str = "rie_mentions") -> None:
        self.name = name
        self.value_labels = {name for name, label in pack.labels.items() if label.source == "values"}
        self.reference_label = next((name for name, label in pack.labels.items() if label.source == "reference"), None)
        self.named = next((name for name, label in pack.labels.items() if label.entity), None)
        self.triggers = frozenset(event.trigger for event in pack.events.values())
        self.words = set(word_table(str(pack.folder))[0].tolist()) if (pack.folder / "vectors.npz").is_file() else set()
        self.references = re.compile(rf"\b(?:{'|'.join(pack.references)})\b", re.IGNORECASE) if pack.references else None

    def __call__(self, doc: Doc) -> Doc:
        """Write `doc.spans["mentions"]`."""
        kept = (span for span in doc.ents if _is_within_text(span) and not _is_ticker(span))
        doc.ents = filter_spans([_settle(cut) for span in kept if len(cut := _cut(span))])
        if self.named:
            doc.ents = filter_spans([*appositions(doc, self.named, self.triggers), *doc.ents])
            doc.ents = [*doc.ents, *subjects(doc, self.named, self.triggers, self.is_word)]
            doc.ents = [*doc.ents, *filter_spans(echoes(doc, self.named))]
        set_mentions(doc, [*doc.ents, *self.values(doc), *self.find_references(doc)])
        return doc

    def is_word(self, token: Token) -> bool:
        """Whether a token is in the pack's table of word vectors; without one every token is."""
        return not self.words or token.lower in self.words

    def values(self, doc: Doc) -> list[Span]:
        """Spans of the value grammar's findings; their values are kept in `doc.user_data`."""
        spans = []
        for found in find_values(doc.text, doc.user_data.get("anchor"), bounds=False):
            if found.label in self.value_labels and (span := _span(doc, found.start, found.end, found.label)):
                doc.user_data[("value", span.start)] = found.value
                spans.append(span)
        return spans

    def find_references(self, doc: Doc) -> list[Span]:
        """Spans of words that may stand for a company named before."""
        if not self.references or not self.reference_label:
            return []
        matches = self.references.finditer(doc.text)
        return [span for match in matches if (span := _span(doc, match.start(), match.end(), self.reference_label))]


def _cut(span: Span) -> Span:
    """A name ends with its line, and after a legal form that a capitalised word of the next sentence follows ("Cenergy Corp. It")."""
    doc, start, end = span.doc, span.start, span.end
    for index in range(start, end):
        if "\n" in doc[index].text or (index + 1 < end and doc[index].text in _FORM_ENDS and doc[index + 1].text in _OPENERS):
            end = index if doc[index].is_space else index + 1
            break
    while span.label_ == "COMPANY" and start > 1 and _hyphenated(doc, start - 1):
        start -= 2
    if span.label_ == "COMPANY" and start == 1 and doc[0].text == "The" and doc[end : end + 1].text == ",":
        start = 0
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in {".", "..", ",", ";", ":"}):
        end -= 1
    return Span(doc, start, end, label=span.label)


def _is_ticker(span: Span) -> bool:
    """A stock exchange symbol in brackets: "(NYSE: CRM)", "<BNR>"."""
    before, text = span.doc[max(span.start - 1, 0)].text, span.text
    return span.start > 0 and len(text) <= TICKER and text.isupper() and text.isalpha() and before in {":", "<"}


def _hyphenated(doc: Doc, index: int) -> bool:
    """Whether the token at `index` is a hyphen that ties a capitalised word to what follows ("Kapteyn-Murnane")."""
    return doc[index].text == "-" and not doc[index].whitespace_ and doc[index - 1].text[:1].isupper() and not doc[index - 1].whitespace_


def _settle(span: Span) -> Span:
    """A place that was taken for a name: what stands before ", Israel-based" is no company but the city."""
    doc, end = span.doc, span.end
    if span.label_ != "COMPANY" or doc[end : end + 1].text != ",":
        return span
    region = next((other for other in doc.ents if other.start == end + 1 and other.label_ == "PLACE"), None)
    based = region is not None and doc[region.end : region.end + 2].text.lower() == "-based"
    return Span(doc, span.start, end, label="PLACE") if based else span


def _is_within_text(span: Span) -> bool:
    """A name that is all of the document's last line signs it ("REUTER"); it is no mention."""
    after = span.doc[span.end :]
    alone = span.start > 0 and span.doc[span.start].is_sent_start
    return not (alone and all(token.is_punct or token.is_space for token in after))


def _span(doc: Doc, start: int, end: int, label: str) -> Span | None:
    return doc.char_span(start, end, label=label, alignment_mode="expand")


def set_mentions(doc: Doc, spans: list[Any]) -> None:
    """Store spans as the document's mentions; where two overlap the earlier one in the list wins if not shorter."""
    doc.spans[KEY] = sorted(filter_spans(spans), key=lambda span: span.start)
