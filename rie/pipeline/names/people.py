"""People that the words around a name tell: whom the recogniser takes for a company or cuts short is whole again as a person.

"Ruth Feldman, 52,", "Jane Roe, a partner in the law firm", "he will succeed John Doe", "Anna Roe of Acme and X of Globex", "A, B and X" of
people, and "Dennis D." before "Paboojian".
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from rie.pipeline.names.honours import BEHIND_NAME, BEHIND_TITLE
from rie.pipeline.words import words_of
from rie.values.name import strip_legal_form

WORDS = 4  # of a name
LIST = 2  # people behind a name that make it one of them
FEWEST = 2  # words of a name whose kind other words tell
REACH = 60  # characters around a name that are read
_PART = re.compile(r"[A-Z\u00c0-\u00de][\w'\u2019-]*|[A-Z]\.|Jr\.?|Sr\.?|I{2,3}|IV|de|la|del|der|den|van|von|bin|al|da|dos|di|du|le|ten")
_FIRM = re.compile(
    r"\b(?:Capital|Partners?|Ventures?|Group|Bank\w*|Holdings?|Funds?|Motors?|Systems?|Industries|Labs?|Technolog\w+|Energy|Media|Foods?"
    r"|Stores?|Financial|Investments?|Insurance|Airlines?|Airways|Networks?|Software|Health\w*|Pharma\w*|Therapeutics|Bio\w*|Chemicals?"
    r"|Equity|Management|University|College|Institute|Hospital|School|Association|Council|Foundation|Trust|Society|Agency|Commission"
    r"|Ministry|Department|Company|Associates|Brothers|Sons|Securities|Markets|Oil|Gas|Mining|Steel|Power|Electric\w*|Resources|Solutions"
    r"|Services|International|Global|America\w*|Europe\w*|Asia\w*|Club|Union|Party|League|Times|Post|Journal|News|Street|Exchange)\b")
_AGE = re.compile(r", (?:aged? )?[2-8]\d(?: years? old)?(?:,|\s?;| and\b)|, who is [2-8]\d\b|, age [2-8]\d\b")
_IS = re.compile(
    r", (?:an?|currently an?|formerly an?|a former|a long-?time|the former|the company's former) (?:[a-z-]+ ){0,3}"
    r"(?:partner (?:in|at|with|of) (?:the )?(?:[a-z]+ )?(?:law|accounting|audit\w*|consult\w*|investment|venture|(?:private )?equity) firm"
    r"|partner at [A-Z]\w+|co-?founder of|lawyer|attorney|professor|executive (?:at|of|with)|veteran of|graduate of"
    r"|director (?:of|at)(?= [<A-Z])|(?:vice|deputy) chair(?:man|woman)? of|(?:vice )?president (?:of|at)"
    r"|manag(?:er|ing director) (?:of|at)|economist|engineer by|politician|diplomat)(?![\w'\u2019-])")
_SUCCEEDS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|who)(?: (?:will|would|is|has|had|to|was))*(?: be)? (?:succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)) "
    r"(?:(?:the )?(?:retiring|outgoing|departing|former|late) )?(?:(?:Mr|Mrs|Ms|Dr)\. )?$")
_AND = re.compile(r",? and |, ")
_TIED = re.compile(r"\b(?:of|at) $")
_WORD = r"[A-Z][\w'\u2019-]+"
_FIRM_OF = re.compile(
    rf"\b(?:firm of |[Ll]aw firm )(?P<name>(?:{_WORD}(?: {_WORD})?, ){{0,4}}{_WORD},? (?:and|&) {_WORD})")
_FORM = r"(?:AG|SE|GmbH|KGaA|KG|plc|Ltd|Inc|Co|Corp|SA|NV|AB|A/S|ASA|Oyj?|BV)\b\.?"
_SIGNED = re.compile(
    rf"(?<![+&,] )\b(?P<name>{_WORD}(?: {_WORD})? \+ {_WORD}(?:(?: {_WORD}){{0,3}} {_FORM}|(?= [a-z(])|(?=[,.:;)\n]|['\u2019]s\b|$))"
    rf"|(?:(?<=^)|(?<=\n)|(?<=[a-z.] )){_WORD}, (?:{_WORD}, )?{_WORD} & {_WORD}\b(?!,? (?:and|&|[A-Z])|, [A-Z]))", re.MULTILINE)
_OF = re.compile(r" (?:of|from) (?:the )?<?")
_SEAT = re.compile(
    r" (?:(?:will|has|have|is|are|was|were|also|be|been) )*(?:join\w*|elected|appointed|named|tak\w+ (?:a )?seats?)\b[^.;\n]{0,40}"
    r"\b(?:board|directors?)\b")
_INITIAL = re.compile(r"[A-Z]\.?")
_ELIDED = re.compile(r" (?:dell|dall|d|D|L)['\u2019][A-Z]\w+")  # "Ettore" before "dell'Isola"
_MISTERS = {"Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms"}
_PEERS = {"Lord", "Lady", "Baroness", "Viscount", "Viscountess"}  # titles that the name of a peer has
_SUFFIX = re.compile(r"Jr\.?|Sr\.?|II|III|IV|Esq\.?")
_NO_FIRST = re.compile(
    r"(?:[A-Z]+|Chair\w*|President|Director|Chief|Officer|Treasurer|Manager|Executive|Founder|Mrs?|Ms|Dr|Sir|Lord|Judge|Senator|Minister"
    r"|Secretary|Prof\w*|Rev|Gen\w*|Gov\w*|Rep|Sen|Col|Capt|St|The|In|At|On|By|For|And|But|With)\.?")


def people(doc: Doc, named: str | None, person: str | None) -> Iterator[Span]:
    """The entities, those that the words around them make people as such, and people with all of their name.

    Args:
        doc: with the entities found so far.
        named: their label of companies.
        person: their label of persons.
    """
    if named is None or person is None:
        yield from doc.ents
        return
    spans = sorted([*_partners(doc, named), *_misters(doc, person)], key=lambda span: span.start)
    taken = {index for span in spans for index in range(span.start, span.end)}
    for place, span in enumerate(spans):
        if span.label_ == named and _may_be(span) and _is_told(spans, place, named, person):
            yield Span(doc, span.start, span.end - _honours(span), label=person)
        else:
            whole = _whole(span, taken) if span.label_ == person else span
            cut = _honours(whole) if span.label_ == person and len(whole) > FEWEST else 0
            yield Span(doc, whole.start, whole.end - cut, label=span.label) if cut else whole


def _misters(doc: Doc, person: str) -> Iterator[Span]:
    """The last names of people of the document that the recogniser took for words: "Mr. Justice" beside "Homer Justice"."""
    last = {span[-1].text for span in doc.ents if span.label_ == person and len(span) > 1}
    for index in range(1, len(doc) if last else 0):
        if doc[index].text in last and not doc[index].ent_type_ and _is_mister(doc, index - 1):
            yield Span(doc, index, index + 1, label=person)


def _is_mister(doc: Doc, index: int) -> bool:
    """Whether a title ends before a word: "Mr.", in one token or two."""
    words = doc[index].text, doc[max(index - 1, 0)].text
    return words[0] in _MISTERS or (words[0] == "." and words[1] in _MISTERS)


def _honours(span: Span) -> int:
    """How many words at the end of a name are degrees and orders behind it: "Zanele Mthethwa CA"."""
    last = next((place for place in range(len(span) - 1, FEWEST - 1, -1) if not BEHIND_NAME.fullmatch(span[place].text)), FEWEST - 1)
    return len(span) - 1 - last


def _partners(doc: Doc, named: str) -> Iterator[Span]:
    """The entities, the partners that a firm is called after as the one name that they are: "the law firm of Coe, Brandt and Lamar", "Coe,
    Brandt & Lamar", "Brandt + Partner Maschinenbau AG".
    """
    text = words_of(doc).text
    found = [doc.char_span(*match.span("name"), label=named, alignment_mode="expand") for match in _FIRM_OF.finditer(text)]
    signed = (doc.char_span(*match.span("name"), label=named, alignment_mode="expand") for match in _SIGNED.finditer(text))
    found += [span for span in signed if span is not None and {named, "PERSON"} & {ent.label_ for ent in span.ents}
              and not _stands_alone(span, text)]
    firms = filter_spans([span for span in found if span is not None])
    within = {index for span in firms for index in range(span.start, span.end)}
    yield from sorted([*firms, *(span for span in doc.ents if span.start not in within and span.end - 1 not in within)],
                      key=lambda span: span.start)


def _stands_alone(firm: Span, text: str) -> bool:
    """Whether the last two of a firm's names are a firm that stands elsewhere, too: "Unlike Globex, Coe & Brandt fell"."""
    last = re.search(rf"{_WORD} & {_WORD}$", firm.text)
    return last is not None and text.count(last[0]) > text.count(firm.text)


def _may_be(span: Span) -> bool:
    """Whether a name looks like one of a person."""
    return FEWEST <= len(span) <= WORDS and all(_PART.fullmatch(token.text) for token in span) and span[0].text[:1].isupper() \
        and not span.text.isupper() and strip_legal_form(span.text) == span.text and not _FIRM.search(span.text)


def _is_told(spans: list[Span], place: int, named: str, person: str) -> bool:
    """Whether the words before or behind a name, or the names beside it, are those of a person."""
    span = spans[place]
    text = words_of(span.doc).text
    behind, before = text[span.end_char : span.end_char + REACH], text[max(span.start_char - REACH, 0) : span.start_char]
    if _AGE.match(behind) or _IS.match(behind) or _SUCCEEDS.search(before) or BEHIND_TITLE.search(before):
        return True
    return _in_list(spans, place, person) or _has_firm(spans, place, named, person)


def _in_list(spans: list[Span], place: int, person: str) -> bool:
    """ "Named to the board were X, John Doe and Jane Roe": the names behind it that make a list are people, and those before it too."""
    if _TIED.search(words_of(spans[place].doc).text[: spans[place].start_char][-4:]):
        return False  # "two directors of X, John Doe and Jane Roe"
    behind = 0
    while _joined(spans, place + behind, place + behind + 1) and spans[place + behind + 1].label_ == person:
        behind += 1
    first = place == 0 or not _joined(spans, place - 1, place)
    before = not first and spans[place - 1].label_ == person
    return (first and behind >= LIST) or (before and behind > 0)


def _joined(spans: list[Span], one: int, other: int) -> bool:
    """Whether a comma or "and" alone joins two names."""
    return other < len(spans) and _AND.fullmatch(words_of(spans[one].doc).text, spans[one].end_char, spans[other].start_char) is not None


def _has_firm(spans: list[Span], place: int, named: str, person: str) -> bool:
    """ "Anna Roe of Acme and X of Globex are joining the board": whose firm is named behind him as that of the one before is, or who takes
    a seat on a board.
    """
    text = words_of(spans[place].doc).text
    if place + 1 >= len(spans) or spans[place + 1].label_ != named \
            or not _OF.fullmatch(text, spans[place].end_char, spans[place + 1].start_char):
        return False
    if _SEAT.match(text, spans[place + 1].end_char):
        return True
    alike = place >= 2 and spans[place - 1].label_ == named and spans[place - 2].label_ == person
    return bool(alike and _AND.fullmatch(text, spans[place - 1].end_char, spans[place].start_char)
                and _OF.fullmatch(text, spans[place - 2].end_char, spans[place - 1].start_char))


def _whole(span: Span, taken: set[int]) -> Span:
    """A person with the initials before the name, the word before those, and the last name behind an initial that ends it."""
    doc, start, end = span.doc, span.start, span.end
    if _INITIAL.fullmatch(doc[end - 1].text) and _is_free(doc, end, taken) and doc[end].text[:1].isupper() and doc[end].is_alpha \
            and len(doc[end].text) > 1 and end - start > 1:
        end += 1
        while end < len(doc) and end not in taken and _SUFFIX.fullmatch(doc[end].text):
            end += 1
    elided = _ELIDED.match(words_of(doc).text, span.end_char) if end == span.end else None
    named = doc.char_span(span.start_char, elided.end()) if elided else None
    if named is not None and not taken & set(range(end, named.end)):
        end = named.end
    if end - start == 1 and _is_free(doc, start - 1, taken) and doc[start - 1].text in _PEERS:
        start -= 1
    initial = start
    while initial and _is_free(doc, initial - 1, taken) and _INITIAL.fullmatch(doc[initial - 1].text) and len(doc[initial - 1].text) > 1:
        initial -= 1
    if initial < start:
        start = initial
        first = doc[start - 1] if start and _is_free(doc, start - 1, taken) else None
        if first is not None and first.is_title and first.is_alpha and not first.is_sent_start and not _NO_FIRST.fullmatch(first.text):
            start -= 1
    return Span(doc, start, end, label=span.label) if (start, end) != (span.start, span.end) else span


def _is_free(doc: Doc, index: int, taken: set[int]) -> bool:
    return 0 <= index < len(doc) and index not in taken and not doc[index].is_space
