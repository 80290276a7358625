"""Which kind a name is, by the document around it: "Pell" is Gordon Pell, "Gantrybot (NYSE: GBOT)" a company.

What is settled from the words beside a name, or its other mentions, corrects the recogniser, which sees each name in its sentence alone.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Span

from rie.pipeline.names.appositions import is_described
from rie.pipeline.names.no_names import has_founded
from rie.pipeline.names.places import Gazetteer
from rie.pipeline.words import words_of

_TITLES = {"Mr", "Mrs", "Ms", "Dr", "Sir", "Dame", "Lord", "Lady", "Prof"}
_LISTED = re.compile(
    r"\((?:fka|f/k/a|(?:formerly|previously)(?=:? (?:known as |called )?[\"\u201c\u2018']?(?-i:[A-Z]))"
    r"|nasdaq|nyse|amex|lse|aim|tsx|asx|otc\w*)\b", re.IGNORECASE)
_HIRED = re.compile(  # behind who takes somebody on: "Tobler Seilbahnen of Lucerne has named", "Dunbar Lyle, the broker, has recruited"
    r"(?: (?:of|in) [A-Z]\w+)?(?:, (?:the|an?) [^,.;\n]{3,60},)? (?:(?:has|have|today|also|recently|yesterday) )*"
    r"(?:named|names|appointed|appoints|hired|hires|recruited|recruits|promoted|promotes|elected|poached) ")
_EXPECTS = re.compile(
    r"(?:(?:now|still|also|currently) )*"
    r"(?:says?|said|expects?|projects|forecasts|anticipates|foresees|sees|predicts|estimates|plans|aims)\b")
_AT_FIRM = re.compile(  # what a firm is, right before its name: "a partner at solicitors Hogan Tierney"
    r"\b(?:at|of|with|join\w*|from) (?:the |[A-Z]\w+ |[a-z]+ )?(?:law firm|accounting firm|solicitors|accountants|architects"
    r"|estate agents|auctioneers|stockbrokers|consultants|headhunters"
    r"|publishers|brewers|builders|lawyers) $"
    r"|\b(?:directors?|chief executives?|chair(?:man|woman)?|presidents?|managers?|partners?|treasurer|secretary|officers?|editors?|board"
    r"|employees|staff|shareholders|customers|executives) (?:of|at) (?:the )?$")
REACH = 30  # characters before a name that are read


class Kinds:
    """Sets right names taken for another kind.

    Args:
        named: label of companies, None in a pack without.
        person: label of persons, None in a pack without.
        seats: labels of the places where companies have their seat.
        gazetteer: names that are places.
    """

    def __init__(self, named: str | None, person: str | None, seats: Collection[str], gazetteer: Gazetteer) -> None:
        self.named, self.person, self.seats, self.gazetteer = named, person, seats, gazetteer

    def __call__(self, doc: Doc) -> Iterator[Span]:
        """The entities, a single word that is the last name of a person of the document as that person, "Pell" beside "Gordon Pell", or
        the first word of a company as that company, "Highveld" beside "Highveld Ferroalloys"; and who founded a company.
        """
        persons = {span[-1].text for span in doc.ents if span.label_ == self.person and len(span) > 1}
        names = {token.text for span in doc.ents if span.label_ == self.named and len(span) > 1 for token in span}
        persons -= names
        people = {token.text for span in doc.ents if span.label_ == self.person and len(span) > 1 for token in span}
        whole = {span[0].text for span in doc.ents if span.label_ == self.named and len(span) > 1}
        firms = whole - people
        persons |= {name.upper() for name in persons if _in_capitals(doc)}
        for span in self._as_elsewhere(doc):
            last = len(span) == 1 and span.label_ == self.named and span.text in persons
            if last or (span.label_ == self.named and has_founded(span)):
                yield Span(doc, span.start, span.end, label=self.person)
            elif self._is_company(doc, span) or self._expects(span, whole) or (
                    span.label_ == self.person and len(span) == 1 and self._is_short(span, firms)):
                yield Span(doc, span.start, span.end, label=self.named or "")
            else:
                yield span

    def _is_short(self, span: Span, firms: set[str]) -> bool:
        """Whether what was taken for a person is the first word of a company's name, with no title of a person before it."""
        return span.text in firms and span.doc[max(span.start - 1, 0)].text.rstrip(".") not in _TITLES

    def _expects(self, span: Span, firms: set[str]) -> bool:
        """Whether what was taken for a thing is the first word of a company's name, before what only a company does: "Hooli projects"."""
        others = {self.named, self.person, *self.seats}
        known = len(span) == 1 and span.label_ not in others and span.text in firms
        return known and _EXPECTS.match(span.doc[span.end : span.end + 3].text) is not None

    def _is_company(self, doc: Doc, span: Span) -> bool:
        """Whether the words beside what was taken for a person, or a place, say that it is a company."""
        before = words_of(doc).text[max(span.start_char - REACH, 0) : span.start_char]
        if span.label_ == self.person and (is_described(doc, span.end) or self._hires(doc, span)
                                           or (len(span) > 1 and _AT_FIRM.search(before))):
            return True
        return self._is_seated(doc, span) or self._is_listed(doc, span)

    def _hires(self, doc: Doc, span: Span) -> bool:
        """Whether a sentence begins with who takes somebody on: "Tobler Seilbahnen of Lucerne has named Jane Roe"."""
        hired = _HIRED.match(words_of(doc).text, span.end_char) if doc[span.start].is_sent_start else None
        whom = next((other for other in doc.ents if hired and other.start_char >= hired.end()), None)
        return bool(hired and whom is not None and whom.start_char == hired.end() and whom.label_ == self.person)

    def _is_seated(self, doc: Doc, span: Span) -> bool:
        """Whether a name that no gazetteer has stands before its seat: "Gantrybot (Columbus, Ohio) closed a Series A"."""
        behind = doc[span.end : span.end + 2]
        if span.label_ not in {self.person, *self.seats} or behind.text[:1] != "(" or len(behind) < 2:
            return False
        return behind[1].ent_type_ in self.seats and not self.gazetteer.knows(span.text)

    def _is_listed(self, doc: Doc, span: Span) -> bool:
        """Whether a name that no gazetteer has stands before its ticker or former name: "Gantrybot (NYSE: GBOT)"."""
        if span.label_ not in {self.person, *self.seats} or self.gazetteer.knows(span.text):
            return False
        return _LISTED.match(doc[span.end : span.end + 4].text) is not None

    def _as_elsewhere(self, doc: Doc) -> Iterator[Span]:
        """The entities, a full name that was taken for a company here and for a person there as what most of its mentions are, or for a
        place that no gazetteer has.

        "Highveld" speaks for the company Highveld Ferroalloys, "Pell" for the person Gordon Pell.
        """
        told = Counter((span.text, span.label_) for span in doc.ents)
        for span in doc.ents:
            if len(span) > 1 and span.label_ in self.seats and told[span.text, self.named] and not self.gazetteer.knows(span.text):
                yield Span(doc, span.start, span.end, label=self.named or "")
                continue
            parts = {self.named: span[0].text, self.person: span[-1].text}
            if len(span) > 1 and all(told[span.text, label] for label in parts):
                label = max(parts, key=lambda label: told[span.text, label] + told[parts[label], label])
                yield Span(doc, span.start, span.end, label=label or "")
            else:
                yield span


def _in_capitals(doc: Doc) -> bool:
    """Whether the document has a title in capitals."""
    document = doc.user_data.get("document")
    return document is not None and document.title.isupper()
