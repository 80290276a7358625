"""All mentions of a document in one list: entities of the NER, values of the grammar, words of the pack's vocabularies.

They stand in `doc.spans["mentions"]`, in order and without overlap; a value's normalised form stands in
`doc.user_data["value", start]`, `start` being its first token, the term of a word in `doc.user_data["term", label, start]`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from rie.pack import Pack, load_pack
from rie.pack.knowledge import pack_entities
from rie.patterns import Openings
from rie.pipeline.events.tabled import names_in
from rie.pipeline.figures.around import Phrases
from rie.pipeline.figures.divisions import Divisions
from rie.pipeline.figures.numbers import is_converted, is_figure
from rie.pipeline.names.appositions import appositions, subjects
from rie.pipeline.names.asset_edges import whole_assets
from rie.pipeline.names.brackets import around, bracketed
from rie.pipeline.names.called import called
from rie.pipeline.names.clans import clans
from rie.pipeline.names.defined import parties
from rie.pipeline.names.echoes import echoes
from rie.pipeline.names.edges import apart, edged
from rie.pipeline.names.headline import named_again, named_below
from rie.pipeline.names.joined import joined_names
from rie.pipeline.names.kinds import Kinds
from rie.pipeline.names.no_names import is_no_name
from rie.pipeline.names.numbered import numbered
from rie.pipeline.names.opening import opening
from rie.pipeline.names.people import people
from rie.pipeline.names.places import Gazetteer
from rie.pipeline.names.possessives import endings, possessives
from rie.pipeline.names.signed import signed
from rie.pipeline.names.speakers import as_speakers
from rie.pipeline.names.things import is_phrase, studies
from rie.pipeline.network.vectors import word_table
from rie.pipeline.parts import title_of
from rie.pipeline.sentences import bounds_of, sentence_numbers
from rie.pipeline.vocabulary import vocabulary
from rie.pipeline.words import lowered, words_of
from rie.values import find_numbers, find_values
from rie.values.name import strip_legal_form

KEY = "mentions"
SENTENCE = 300  # characters before a number in which its sentence begins
BEHIND = 80  # characters behind a trigger that say of which event it is
_SET = "entities set"
_TITLED = re.compile(r"[Tt]he (?P<name>[A-Z][\w&.'’]*(?: [A-Z][\w&.'’]*)?) (?P<noun>[A-Za-z-]+)")
_PARTIES = {"parent", "holding", "public", "private", "operating", "target", "combined", "surviving", "new", "enlarged", "merged", "whole",
            "entire", "said", "two", "selling", "acquiring", "listed", "bidding", "offeror", "joint"}  # of companies that a text defines
_ADVERB = re.compile(r"[a-z]{3,}ly, ")
_AFTER_PARTICIPLE = {"for", "to", "at", "on", "into", "by", "ahead", "back", "the", "these", "our", "all", "forward", "a", "an"}
_SCALED = re.compile(r"\d[\d.,]* ?(?:m|bn|mn|mln|bln|million|billion|crores?|lakhs?)", re.IGNORECASE)
_HEADED = re.compile(r"(?: (?:OPER|NET|LOSS|PROFITS?|RESULTS?))*\s*")  # behind the period of a headline over figures: "YEAR NET"
_PREPOSITIONS = {"barring", "pending", "notwithstanding", "excluding", "including", "assuming", "following", "given", "absent", "owing",
                 "according", "stripping", "adjusting", "adjusted", "allowing", "discounting", "despite", "besides"}
_LISTED = re.compile(  # "Hooli, payroll: a $5m loan "
    r"\W{0,6}(?:[^.:!?\n]|\.(?=,)){1,120}(?::|\||\u2014|\u2013| -{1,2})\W(?:[^.!?\n]|\.(?=\d)){0,80}\b[\w-]+ $")
_SUM = re.compile(r"(?:[^\W\d]{2,4}\.?|[A-Z]{0,3}[$€£¥₹])[\d.,]+")  # "DM310", where "Y2K" is a name
_CHIEF = re.compile(r" \((?:Mrs?|Dr|Engr|Barr|Sir|Hon)\.?\) [A-Z]")  # a title before a name: "Chief (Mrs.) Jane Roe"


@Language.factory("rie_mentions", default_config={"pack": "business"})
def create_mentions(nlp: Language, name: str, pack: str) -> "Mentions":
    """The component that gathers the mentions of a document."""
    return Mentions(load_pack(pack), name)


class Mentions:
    """Joins what the NER, the value grammar and the pack's vocabularies find."""

    def __init__(self, pack: Pack, name: str = "rie_mentions") -> None:
        self.name, self.pack = name, pack
        self.value_labels = {name for name, label in pack.labels.items() if label.source == "values"}
        self.words = {name: vocabulary(pack, label) for name, label in pack.labels.items() if label.words or label.source == "terms"}
        self.openings = Openings(self.words)
        self.normalised = {event.trigger for event in pack.events.values() if not event.joins} & set(self.words)
        self.references = {name for name, label in pack.labels.items() if label.source == "reference"}
        self.near = {name: frozenset(label.near) for name, label in pack.labels.items() if label.near}
        self.periods = {label for event in pack.events.values() for role in event.roles.values() if role.shared for label in role.labels}
        self.named = next((name for name, label in pack.labels.items() if label.entity), None)
        self.person = next((name for name, label in pack.labels.items() if label.entity == "person"), None)
        self.place = next((spec["child"] for spec in pack.attributes.values()), None)
        self.things = {name for event in pack.events.values() for role in event.roles.values() if role.required and event.joins
                       for name in role.labels if pack.labels[name].source == "ner" and not pack.labels[name].entity}
        self.names = frozenset(filter(None, (self.named, self.person)))
        self.posts = {label for event in pack.events.values() for role in event.roles.values() if role.paired for label in role.labels}
        self.triggers = frozenset(event.trigger for event in pack.events.values() if pack.labels[event.trigger].source == "ner")
        self.cues = [re.compile("|".join(phrases), re.IGNORECASE) for event in pack.events.values() if not event.joins
                     for terms in event.cues for phrases in pack.terms[terms].values.values()]
        self.plain = [(event.trigger, set(event.plain.beside), re.compile("|".join(p for ps in pack.terms[event.plain.terms].values.values()
                                                                                   for p in ps)))
                      for event in pack.events.values() if event.plain]
        self.awaited = [Phrases(pack.terms[terms]) for event in pack.events.values() if event.rows and not event.joins
                        for spec in event.roles.values() for other, terms in spec.told_by.items()
                        if other in event.roles and not event.roles[other].told_by]
        self.claims = [(event.trigger, claims.trigger, Phrases(pack.terms[claims.terms]))
                       for event in pack.events.values() for claims in [event.claims] if claims]
        self.origins = origins(pack)
        self.gazetteer = Gazetteer.of(pack)
        self.kinds = Kinds(self.named, self.person, {spec["child"] for spec in pack.attributes.values()}, self.gazetteer)
        self.divisions = Divisions.of(pack)
        self.ended = endings(pack_entities(pack.folder))
        self.known = set(word_table(str(pack.folder))[0].tolist()) if (pack.folder / "vectors.npz").is_file() else set()

    def __call__(self, doc: Doc) -> Doc:
        """Write `doc.spans["mentions"]`."""
        doc.user_data.pop(_SET, None)
        lower = lowered(words_of(doc).text)
        terms = parties(words_of(doc).text)
        terms |= studies(words_of(doc).text)
        kept = (span for span in doc.ents if span.text not in terms and not is_no_name(span, lower) and not self._refers(span)
                and not (span.label_ == self.named and is_phrase(span, words_of(doc).text))
                and not self._describes(span, lower) and not self._is_term(span) and not self._opens(span, lower)
                and not self._is_prose(span, lower) and not self._is_origin(span))
        found = [settled for span in named_below(doc, kept, self.names) if len(settled := self._without_origin(edged(span)))]
        _set_entities(doc, filter_spans(around(found, bracketed(doc, self.named)) if self.named else found))
        _set_entities(doc, [part for span in doc.ents for part in apart(span, self.named)])
        if self.named:
            _set_entities(doc, filter_spans(joined_names(doc, self.named, self.place, self.gazetteer)))
        _set_entities(doc, [self._claimed(span, lower) for span in doc.ents])
        _set_entities(doc, list(as_speakers(doc, self.named, self.person)))
        _set_entities(doc, list(self.kinds(doc)))
        _set_entities(doc, list(possessives(doc, self.names, self.named, self.ended)))
        _set_entities(doc, filter_spans(people(doc, self.named, self.person)))
        _set_entities(doc, list(self._in_rows(doc)))
        if self.named:
            opened = (span for span in opening(doc, self.named, self.is_word, self.gazetteer.knows) if not self._ends_with_metric(span))
            named = [*signed(doc, self.named), *called(doc, self.named), *opened]
            _set_entities(doc, filter_spans([*named, *doc.ents, *named_again(doc, self.named)]))
        if " family" in lower and self.named:
            _set_entities(doc, filter_spans(clans(doc, self.named, self.names, self.triggers)))
        if self.named:
            _set_entities(doc, filter_spans([*appositions(doc, self.named, self.triggers), *doc.ents]))
            _set_entities(doc, list(self._acting(doc, list(subjects(doc, self.named, self.triggers, self.is_word)))))
            _set_entities(doc, filter_spans(numbered(doc, self.named)))
            _set_entities(doc, [*doc.ents, *filter_spans(echoes(doc, self.named, self.is_word))])
            for label in sorted(self.things):
                _set_entities(doc, list(whole_assets(doc, label, self.named, self.gazetteer)))
        found = self.find(doc)
        sums = {(span.start, span.end) for span in found if span.label_ == "MONEY" and _SUM.fullmatch(span.text)}
        _set_entities(doc, [span for span in doc.ents if span.label_ not in self.names or (span.start, span.end) not in sums])
        if self.divisions:
            metrics = [span for span in found if span.label_ == self.divisions.trigger
                       and doc.user_data.get(("term", span.label_, span.start)) not in self.divisions.never]
            _set_entities(doc, [*doc.ents, *self.divisions(doc, metrics, lower)])
        found = list(self._cut(doc, found, lower))
        _set_entities(doc, [*doc.ents, *self._plain_triggers(doc, found, lower)])
        set_mentions(doc, self.beside(doc, [*doc.ents, *found]))
        return doc

    def _in_rows(self, doc: Doc) -> Iterator[Span]:
        """The entities with the names in the cells of tables that tell events."""
        words = words_of(doc)
        names = names_in(self.pack, words.text, self.gazetteer.knows)
        cells = [span for start, end, label in names if (span := words.span(doc, start, end, label))]
        taken = {index for span in cells for index in range(span.start, span.end)}
        yield from cells
        yield from (span for span in doc.ents if not taken & set(range(span.start, span.end)))

    def _plain_triggers(self, doc: Doc, found: list[Span], lower: str) -> Iterator[Span]:
        """The first word that announces an event in a sentence that holds all of it and no trigger: "announced a $5m seed round"."""
        if not self.plain:
            return
        sentences = bounds_of(doc)
        there: dict[int, set[str]] = {}
        for span in (*doc.ents, *found):
            there.setdefault(sentences.numbers[span.start], set()).add(span.label_)
        for number, characters in enumerate(sentences.characters):
            labels = there.get(number, set())
            for trigger, beside, words in self.plain:
                match = words.search(lower, *characters) if beside <= labels and not labels & self.triggers else None
                if match and _LISTED.match(lower, lower.rfind("\n", 0, match.start()) + 1, match.start()):
                    continue  # an entry without a verb tells its event by its layout
                span = words_of(doc).span(doc, *match.span(), trigger) if match else None
                if span is not None and not any(token.ent_type_ for token in span):
                    yield span

    def _claimed(self, span: Span, lower: str) -> Span:
        """A trigger as one of another event, where the words behind it say so: "received a majority investment"."""
        behind = f"<{lower[span.start_char : span.end_char]}>{lower[span.end_char : span.end_char + BEHIND]}"
        label = next((label for label, other, terms in self.claims if span.label_ == other and terms.find(behind)), None)
        return Span(span.doc, span.start, span.end, label=label) if label else span

    def _cut(self, doc: Doc, found: list[Span], lower: str) -> Iterator[Span]:
        """The words found, those into which the name of a person or a company reaches as far as it: "Head of people | Dana Ruiz"."""
        names = {index: span for span in doc.ents if span.label_ in self.names for index in range(span.start, span.end)}
        for span in found:
            if span.label_ in self.posts and span.text == "Chief" and _CHIEF.match(words_of(doc).text, span.end_char):
                continue
            owner = names.get(span.start)
            if owner is not None and span.label_ in self.posts and owner.start < span.start and owner.end < span.end:
                yield from self._behind(span, owner, lower)  # "Hooli Group chief executive" has no post of a group
                continue
            name = names.get(span.end - 1)
            reaches = name is not None and name.start > span.start and name.text[:1].isupper() and (
                name.label_ == self.person or name.end > span.end)
            if name is None or not reaches or span.label_ not in self.posts:
                yield span
                continue
            match = self.words[span.label_].match(lower, span.start_char, name.start_char)
            whole = doc.char_span(*match.span(), label=span.label_) if match else None
            if whole is not None:
                yield whole

    def _behind(self, span: Span, owner: Span, lower: str) -> Iterator[Span]:
        """What is left of found words behind a name that ends within them."""
        start = owner.end_char + (span.doc.text[owner.end_char : owner.end_char + 1] == " ")
        match = self.words[span.label_].match(lower, start, span.end_char)
        whole = span.doc.char_span(*match.span(), label=span.label_) if match else None
        if whole is not None:
            span.doc.user_data["term", span.label_, whole.start] = match.lastgroup if match else None
            yield whole

    def is_word(self, token: Token) -> bool:
        """Whether a token is in the pack's table of word vectors; without one every token is."""
        return not self.known or token.lower in self.known

    def find(self, doc: Doc) -> list[Span]:
        """Spans of values and of words, those included that count only beside others; values are kept in `doc.user_data`."""
        text, span_of = words_of(doc).text, aligned(doc)
        words = []
        for label, match in self.openings.matches(lowered(text)):
            if label in self.references and self._is_titled(text[slice(*match.span())]):
                continue
            words.append(span_of(*match.span(), label))
            doc.user_data["term", label, words[-1].start] = match.lastgroup
        return [*self._values(doc, text, {span.label_ for span in words}, span_of), *words]

    def _describes(self, span: Span, text: str) -> bool:
        """Whether a found name is "Segment" or "Companywide", or a common word that describes the metric right behind it: "Underlying
        operating profit".
        """
        if self.divisions and ((len(span) == 1 and self.divisions.unit(span.text)) or self.divisions.of_all(span)):
            return True
        common = len(span) == 1 and self.known and self.is_word(span[0])
        return bool(common) and self._measures(text, span.end_char + 1)

    def _acting(self, doc: Doc, actors: list[Span]) -> Iterator[Span]:
        """The entities with those that act as companies do, and other mentions of what was taken for a place: "Hooli has raised"."""
        names = {span.text for span in actors}
        within = {index for span in actors for index in range(span.start, span.end)}
        for span in doc.ents:
            if not within & set(range(span.start, span.end)):
                yield Span(doc, span.start, span.end, label=self.named or "") if span.text in names else span
        yield from actors

    def _is_term(self, span: Span) -> bool:
        """Whether a found name is a word of the trigger vocabularies, written as no name is or as a heading: "EBITDA", "Net Loss:"."""
        text = span.text
        unlike = text.islower() or text.isupper() or span.doc[span.end : span.end + 1].text == ":"
        return unlike and any(self.words[label].fullmatch(lowered(text)) for label in self.normalised)

    def _ends_with_metric(self, span: Span) -> bool:
        """Whether words end with the name of a metric: "Adjusted EBITDA"."""
        text = lowered(span.text)
        return any(match.end() == len(text) for label in self.normalised for match in self.words[label].finditer(text))

    def _measures(self, text: str, at: int) -> bool:
        """Whether the name of a metric stands at a place of the text in lower case."""
        return any(self.words[label].match(text, at) for label in self.normalised)

    def _opens(self, span: Span, text: str) -> bool:
        """Whether a found name is the verb or adverb that a sentence begins with: "Sees Q2 revenue", "Turning to", "Sequentially,"."""
        first = span[0]
        opens = first.is_sent_start or (first.i > 0 and span.doc[first.i - 1].is_sent_start and span.doc[first.i - 1].is_punct)
        if len(span) == 1 and opens and first.lower_ in _PREPOSITIONS and span.doc[first.i + 1 : first.i + 2].text.islower():
            return True
        if len(span) == 1 and opens and any(cue.fullmatch(first.lower_) for cue in self.cues):
            return True
        measures = len(span) == 1 and opens and text.startswith(", ", span.end_char) and self._measures(text, span.end_char + 2)
        adverb = len(span) == 1 and opens and _ADVERB.match(text, span.start_char)
        if (adverb and self.is_word(first)) or (measures and (adverb or self._is_whole(first))):
            return True
        return len(span) == 1 and bool(first.is_sent_start) and first.text.endswith("ing") and bool(self.known) and self.is_word(first) \
            and first.i + 1 < len(span.doc) and span.doc[first.i + 1].lower_ in _AFTER_PARTICIPLE

    def _is_whole(self, word: Token) -> bool:
        """Whether a word speaks of all of a company: "Companywide, revenue came to"."""
        return self.divisions is not None and self.divisions.is_whole(word.lower_)

    def _is_prose(self, span: Span, lower: str) -> bool:
        """Whether a found name of several words has no capital and no digit, in a text that has: "raises $5m to revolutionize search"."""
        text = span.text
        return span.label_ == self.named and " " in text and text.islower() and text.isascii() and not any(map(str.isdigit, text)) \
            and lower != words_of(span.doc).text

    def _is_origin(self, span: Span) -> bool:
        """Whether a found name is where somebody comes from, and no more: "Austrian", "Austrian property" (company).

        "American" beside "American Airlines" is its short form.
        """
        if span.label_ != self.named or span[0].lower_ not in self.origins or not span[0].text[0].isupper():
            return False
        if any(other.text.startswith(f"{span[0].text} ") and not other[1].is_lower for other in span.doc.ents):
            return False
        return all(token.is_lower for token in (span[1:] if len(span) > 1 else span.doc[span.end : span.end + 1]))

    def _without_origin(self, span: Span) -> Span:
        """A name of several words without the adjective of its country before it: "led by Hooli with Swedish Norrsken & Lind"."""
        origin = len(span) > 2 and span.label_ == self.named and span[0].lower_ in self.origins and not self.is_word(span[1])
        seated = len(span) > 2 and span.label_ == self.named and span[1].text in {"'s", "\u2019s"} and self.gazetteer.knows(span[0].text)
        if seated and span[2].is_title and strip_legal_form(span.text) != span.text:
            return Span(span.doc, span.start + 2, span.end, label=span.label)  # "Ohio's Hooli Corp."
        listed = span.start and span.doc[span.start - 1].lower_ in {"with", "by", "from"} and "&" in span.text
        return Span(span.doc, span.start + 1, span.end, label=span.label) if origin and listed else span

    def _refers(self, span: Span) -> bool:
        """Whether a found name is a word that refers back: "The Group"."""
        text = lowered(span.text)
        return any(self.words[label].fullmatch(text) for label in self.references) and not self._is_titled(span.text)

    def _is_titled(self, text: str) -> bool:
        """Whether what looks like a word that refers back holds a name: "The Riverside Company", "the HedgeFocus business"; not "the Boston
        company", nor what is all capitals.
        """
        inner = _TITLED.fullmatch(text)
        if inner is None or text.isupper() or inner["name"].lower() in self.origins | _PARTIES:
            return False
        return inner["noun"][0].isupper() or not (self.gazetteer.knows(inner["name"]) or inner["name"].endswith("shire"))

    def beside(self, doc: Doc, spans: list[Span]) -> list[Span]:
        """The spans whose sentence holds what their label must stand beside; a heading, all of a sentence, stands by
        itself, and the cells of a table belong together."""
        if not any(span.label_ in self.near for span in spans):
            return spans
        sentence = sentence_numbers(doc)
        there = {(sentence[span.start], span.label_) for span in spans}
        sizes = np.bincount(np.array(sentence)[words_of(doc).plain], minlength=sentence[-1] + 1).tolist()
        rows = {number for number, word in zip(sentence, words_of(doc).texts, strict=True) if word == "|"}
        return [span for span in spans if span.label_ not in self.near or len(span) == sizes[sentence[span.start]]
                or sentence[span.start] in rows
                or any((sentence[span.start], label) in there for label in self.near[span.label_])
                or self._is_awaited(span) or self._heads(span)]

    def _heads(self, span: Span) -> bool:
        """Whether a word for a period ends a headline over a table of figures: "HOOLI INC <HOOL> YEAR NET"."""
        title = title_of(span.doc.user_data.get("document"))
        return span.label_ in self.periods and span.end_char <= len(title) and title.isupper() and (
            _HEADED.fullmatch(title, span.end_char) is not None)

    def _is_awaited(self, span: Span) -> bool:
        """Whether words before a number with a scale make it an expectation: "analysts had expected 142 million"."""
        if span.label_ not in self.value_labels or not _SCALED.fullmatch(span.text):
            return False
        before = words_of(span.doc).text[max(span.start_char - SENTENCE, 0) : span.start_char].rpartition("\n")[2].rpartition(". ")[2]
        return any(words.find(before) for words in self.awaited)

    def _values(self, doc: Doc, text: str, words: set[str], span_of: Callable[[int, int, str], Span]) -> Iterator[Span]:
        document = doc.user_data.get("document")
        found = [*find_values(text, doc.user_data.get("anchor"), bounds=False, source=(document.source or "") if document else "")]
        converted = [item for before, item in pairwise(found) if is_converted(text, before, item)]
        if "NUMBER" in self.value_labels and self.near.get("NUMBER", words) & words:
            found += [number for number in find_numbers(text) if is_figure(text, number.start, number.end)]
        for item in found:
            label = item.label or "NUMBER"
            if label in self.value_labels and not any(item.start < other.end and other.start < item.end for other in converted):
                span = span_of(item.start, item.end, label)
                doc.user_data.setdefault(("value", span.start), item.value)
                yield span


def origins(pack: Pack) -> frozenset[str]:
    """The words of the pack's countries that are no names of places: "austrian"."""
    names = Gazetteer.of(pack).by_name
    countries = pack.layer.entity.countries if pack.layer.entity else {}
    forms = (form for text in countries.values() for form in text.split("|"))
    return frozenset(form for form in forms if " " not in form and form not in names)


def _set_entities(doc: Doc, spans: list[Span]) -> None:
    """Set the entities, unless they are those that it set last: to set or ask for them passes over all tokens."""
    told = sorted((span.start, span.end, span.label) for span in spans)
    if doc.user_data.get(_SET) != told:
        doc.ents, doc.user_data[_SET] = spans, told


def aligned(doc: Doc) -> Callable[[int, int, str], Span]:
    """Spans of the tokens that hold given characters; `Doc.char_span` looks through all tokens at each call."""
    words = words_of(doc)
    starts, ends = words.starts, [*words.starts[1:], words.ends[-1] + 1 if words.ends else 0]

    def span(start: int, end: int, label: str) -> Span:
        return Span(doc, max(bisect_right(starts, start) - 1, 0), min(bisect_left(ends, end) + 1, len(doc)), label=label)

    return span


def set_mentions(doc: Doc, spans: Iterable[Span]) -> None:
    """Store spans as the document's mentions; where two overlap the longer wins, of two of one length the earlier in the list."""
    doc.spans[KEY] = sorted(filter_spans(spans), key=lambda span: span.start)
