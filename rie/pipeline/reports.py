"""The report builder: from event frames to typed rows with the characters that they were read from.

It reads `doc.user_data["document"]`, `["entities"]` and `["relations"]` and writes `["reports"]` and `["attributes"]`.
Which column takes what of which role is said in the pack.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from rie.pack import Label, Pack, load_pack
from rie.pipeline.builder import Builder
from rie.pipeline.confidence import Confidence, signs
from rie.pipeline.events.briefs import of_briefs
from rie.pipeline.events.digests import in_digest, of_own_entry
from rie.pipeline.events.entries import within_entries
from rie.pipeline.events.frames import frames
from rie.pipeline.events.guards import guarded, possible
from rie.pipeline.events.inverted import inverted
from rie.pipeline.events.reporter import without_asides
from rie.pipeline.figures.around import Phrases
from rie.pipeline.figures.asides import asides
from rie.pipeline.figures.bracketed import bracketed
from rie.pipeline.figures.by_year import by_year
from rie.pipeline.figures.clashes import without_clashes
from rie.pipeline.figures.closing_days import closing_days
from rie.pipeline.figures.divisions import Divisions
from rie.pipeline.figures.foretold import as_expected, foretold
from rie.pipeline.figures.from_to import moved
from rie.pipeline.figures.headline_changes import with_changes
from rie.pipeline.figures.higher import higher
from rie.pipeline.figures.in_step import in_step
from rie.pipeline.figures.once import told_once
from rie.pipeline.figures.plain import once_named, plainly
from rie.pipeline.figures.preliminary import preliminary
from rie.pipeline.figures.rows import in_order
from rie.pipeline.figures.spoken import Spoken
from rie.pipeline.figures.years_apart import years_apart
from rie.pipeline.frame import Frame, Item
from rie.pipeline.names.defined import named_by
from rie.pipeline.names.described import settled
from rie.pipeline.names.parts_of import parts_of
from rie.pipeline.names.places import Gazetteer
from rie.pipeline.names.product_names import is_brand
from rie.pipeline.names.topic import opened_with
from rie.pipeline.parts import title_of
from rie.pipeline.sentences import bounds_of, sentence_numbers
from rie.pipeline.tables.cells import Tables
from rie.pipeline.tables.notes import without_items
from rie.pipeline.tables.payouts import without_payouts
from rie.pipeline.words import words_of
from rie.types import Document

DOUBTFUL = 0.4  # probability of a claim's weakest role below which it is none: of such claims on development texts six of seven were wrong
COMPARED = 40  # characters before a period in which it is said that figures are compared with it

LAST_TWO = 2  # years: what is reported in February is compared with the year before the last

_YEAR = re.compile(r"(?:(?:fiscal|financial)(?: year)? |FY ?)?(?P<year>(?:19|20)\d\d)", re.IGNORECASE)
_SAME_BEFORE = re.compile(
    r"\b(?:same|corresponding|comparable|equivalent|like) (?:[a-z-]+ )?(?:period|half|half-year|quarter|months|stretch|span|time)"
    r" (?:of|in) $", re.IGNORECASE)
_SAME = re.compile(r"\b(?:same|corresponding|comparable|equivalent|like) $", re.IGNORECASE)
_PERIOD = re.compile(r" (?:[a-z-]+ )?(?:period|half|half-year|quarter|months)\b", re.IGNORECASE)
_OTHER_SENTENCE = re.compile(r"(?<=[a-z\d)])\. (?=[A-Z])")  # before the sentence of a mention, which alone speaks of it
_AGO = re.compile(r" (?:a|one) year (?:ago|earlier|before|previously)\b")
_APART = re.compile(r", (?:in|for|during)(?: the| its)? $")
_COUNTED = re.compile(r"\d+ [a-z]")  # "13 regional brands" are no part with a name
_INDIRECT = re.compile(  # before a name that its sentence is not about
    r"\b(?:to|on|by|with|at|from|told|includes?|including)(?: the)?(?: (?:its |an? )?(?:[a-z-]+ ){0,2}"
    r"(?:merchants?|rivals?|makers?|groups?|firms?|company|companies|banks?|funds?|investors?|retailers?|insurers?|parent))? $")


@Language.factory("rie_reports", default_config={"pack": "business"})
def create_reports(nlp: Language, name: str, pack: str) -> "Reports":
    """The report builder of a pack; how sure it may be of its reports stands in the model's meta data."""
    return Reports(load_pack(pack), name, nlp.meta.get("confidence", {}))


class Reports:
    """Turns the relations of a document into reports and attribute reports.

    Args:
        confidence: the weights of `rie.pipeline.confidence` by table.

    A claim whose confidence is less than `least` is left out.
    """

    def __init__(self, pack: Pack, name: str = "rie_reports", confidence: Mapping[str, Sequence[float]] | None = None) -> None:
        self.name, self.pack, self.confidence = name, pack, Confidence(confidence or {})
        self.place = {name: place for place, name in enumerate(pack.events)}
        self.least = {event.table: event.least for event in pack.events.values()}
        self.terms = {name: Phrases(terms) for name, terms in pack.terms.items()}
        self.gazetteer = Gazetteer.of(pack)
        self.divisions = Divisions.of(pack)
        self.comparisons = {label: self.terms[role.compared] for event in pack.events.values() for role in event.roles.values()
                            if role.compared for label in role.labels}

    def __call__(self, doc: Doc) -> Doc:
        """Write the reports of one document."""
        document: Document = doc.user_data["document"]
        text, found = words_of(doc).text, doc.user_data["relations"]
        items = in_digest(self.pack, text, [*self.items(doc), *self._told(doc)], found)
        tables = Tables(self.pack, text, items)
        turned = list(inverted(self.pack, text, items, list(of_own_entry(self.pack, items, found))))
        turned = foretold(self.pack, text, items, turned, bounds_of(doc).characters)
        stepped = list(in_step(self.pack, text, items, list(plainly(self.pack, text, items, list(higher(self.pack, text, items, turned))))))
        named = once_named(self.pack, text, items, list(moved(self.pack, text, items, list(asides(self.pack, text, items, stepped)))))
        told = without_asides(self.pack, text, items, [relation for relation in named if relation.head not in tables.unread])
        told = of_briefs(self.pack, text, items, list(told))
        relations = list(guarded(self.pack, self.terms, text, items, list(settled(self.pack, text, items, list(told)))))
        relations = as_expected(self.pack, text, items, relations, bounds_of(doc).characters)
        published = document.published_at.first if document.published_at else None
        relations = list(preliminary(self.pack, text, items, relations, published))
        relations = list(without_items(self.pack, text, items, list(within_entries(self.pack, text, items, relations))))
        relations = list(without_payouts(self.pack, text, items, relations))
        weak = list(settled(self.pack, text, items, list(of_own_entry(self.pack, items, doc.user_data["weak_relations"]))))
        weak = list(possible(self.pack, self.terms, text, items, weak))
        found = frames(self.pack, items, relations, weak, published, tables=tables)
        with_changes(self.pack, items, relations, found)
        builder = Builder(self.pack, self.terms, self.gazetteer, items, doc)
        found = list(by_year(self.pack, text, items, found, builder.excluded))
        found = [frame for frame in found if not self._is_nameless(frame, items) and not builder.excluded(frame)]
        spoken = Spoken.of(self.pack, doc, items, self.divisions)
        found = [frame for frame in found if spoken.tells(frame)] if spoken else found
        reports = in_order(self.pack, [(frame, builder.report(frame, number)) for number, frame in enumerate(found)])
        frame_of = {report.id: frame for frame, report in zip(found, reports, strict=True)}
        reports = spoken.settled(list(zip(found, reports, strict=True))) if spoken else reports
        reports = list(without_clashes(self.pack, items, [(frame_of[report.id], report) for report in reports]))
        reports = list(years_apart(self.pack, reports))
        kept = told_once(self.pack, [report for report in reports if report.confidence >= DOUBTFUL])
        alike = Counter(report.table for report in kept)
        seen = {one.id: signs(frame_of[one.id], items, len(builder.sentences), alike[one.table],
                               self._odds(doc, frame_of[one.id], items)) for one in kept}
        doc.user_data["signs"] = seen
        rated = [one if frame_of[one.id].stated else replace(one, confidence=self.confidence(one.table, seen[one.id], one.confidence))
                 for one in kept]
        doc.user_data["reports"] = [one for one in rated if one.confidence >= self.least.get(one.table, 0)]
        doc.user_data["attributes"] = list(builder.attributes(doc.user_data["relations"]))
        return doc

    def items(self, doc: Doc) -> list[Item]:
        """The document's mentions as frames see them."""
        entities, sentence = doc.user_data["entities"], sentence_numbers(doc)
        title_end = len(title_of(doc.user_data["document"]))
        text = words_of(doc).text
        items = [Item(span.label_, text[span.start_char : span.end_char], span.start_char, span.end_char, sentence[span.start],
                     span.start_char < title_end, entities.get(number), *self._normalised(doc, text, span),
                      refers=self.pack.labels[span.label_].refers, compared=self._is_compared(text, span),
                     same=self._is_same(doc, text, span),
                     ago=span.label_ in self.comparisons and _AGO.match(text, span.end_char) is not None,
                     indirect=self._is_indirect(text, span),
                     apart=_APART.search(text, max(span.start_char - 16, 0), span.start_char) is not None)
                 for number, span in enumerate(doc.spans["mentions"])]
        for number, name in named_by(text, items).items():
            items[number] = replace(items[number], meant=name)
        for number, item in [*bracketed(text, items), *closing_days(text, items), *parts_of(self.pack, text, items)]:
            items[number] = item
        topic = opened_with(text, items, self.pack.subject.label) if self.pack.subject else None
        if topic is not None:
            items[topic] = replace(items[topic], topic=True)
        return items

    def _odds(self, doc: Doc, frame: Frame, items: Sequence[Item]) -> float:
        """The log odds that a sentence of a frame's triggers tells such an event, by the text classifier of the pipeline, if it has one."""
        rated = doc.user_data.get("families")
        here = {items[trigger].sentence for trigger in (*frame.triggers, frame.trigger)} - {-1}
        return float(rated[sorted(here), self.place[frame.event]].max()) if rated is not None and here else 0.0

    def _is_nameless(self, frame: Frame, items: Sequence[Item]) -> bool:
        """Whether a frame is of a part of a company that has no name: "segment margin"."""
        part = self.pack.events[frame.event].part
        number = frame.first(part) if part else None
        if number is not None and _COUNTED.match(items[number].text):
            return True
        return number is not None and self.divisions is not None and self.divisions.is_whole(items[number].text.lower())

    def _is_indirect(self, text: str, span: Span) -> bool:
        """Whether a name stands where its sentence is not about it: behind a preposition, or as that of a brand."""
        return is_brand(text, span.start_char, span.end_char) or _INDIRECT.search(
            text, max(span.start_char - COMPARED, 0), span.start_char) is not None

    def _is_compared(self, text: str, span: Span) -> bool:
        """Whether the words before a period say that figures are compared with it."""
        phrases = self.comparisons.get(span.label_)
        if phrases is None:
            return False
        before = text[max(span.start_char - COMPARED, 0) : span.start_char]
        return phrases.find(f"{before}#{span.text}") is not None

    def _is_same(self, doc: Doc, text: str, span: Span) -> bool:
        """Whether a mention is the year of "the same period of 2018", the year before or one earlier."""
        anchor = doc.user_data.get("anchor") if span.label_ in self.comparisons else None
        year = _YEAR.fullmatch(span.text) if anchor is not None else None
        if anchor is None or year is None:
            return False
        behind = _SAME_BEFORE.search(text, max(span.start_char - COMPARED, 0), span.start_char)
        around = _SAME.search(text, max(span.start_char - COMPARED, 0), span.start_char) and _PERIOD.match(text, span.end_char)
        return bool(behind or around) and 1 <= anchor.year - int(year["year"]) <= LAST_TWO

    def _normalised(self, doc: Doc, text: str, span: Span) -> tuple[Any, str | None]:
        """The value and the term of a mention."""
        label = self.pack.labels[span.label_]
        if label.source == "terms":
            return None, doc.user_data.get(("term", span.label_, span.start))
        value = doc.user_data.get(("value", span.start)) if label.source == "values" else None
        return value, self._term_of(text, span.start_char, span.end_char, label)

    def _told(self, doc: Doc) -> Iterator[Item]:
        """The subject that the document's metadata names."""
        told = doc.user_data["subject"]
        if told and self.pack.subject:
            key, value, entity = told
            yield Item(self.pack.subject.label, value, 0, len(value), -1, entity=entity, key=key)

    def _term_of(self, text: str, start: int, end: int, label: Label) -> str | None:
        before, behind = label.around
        low = max(start - before, 0)
        first = max((match.end() for match in _OTHER_SENTENCE.finditer(text, low, start)), default=low)
        return self.terms[label.terms].find(text[first : end + behind]) if label.terms else None
