"""Where a name begins and ends: the recogniser sees single words, a name holds more or fewer of them.

"Cenergy Corp. It" ends before the next sentence, "Kapteyn-Murnane" does not begin at its hyphen, "United Coal (Canada) Ltd" goes on
behind its brackets.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from rie.pipeline.words import words_of
from rie.values.name import strip_legal_form

NAME = "COMPANY"
BRACKETED = 3  # words in brackets inside a name
SHORT = 4  # letters of a syllable that names tell twice
_FORM_ENDS = {"Inc.", "Corp.", "Co.", "Ltd.", "Cos.", "plc.", "Plc.", "PLC.", "U.K.", "U.S."}
_SMALL_FORMS = {"co", "co.", "corp", "corp.", "inc", "inc.", "ltd", "ltd.", "plc"}
_OPENERS = {"It", "The", "But", "He", "She", "They", "In", "A", "An", "Its", "This", "Terms", "No", "Under", "At", "On", "For"}
_DASHES = {"-", "\u2013", "\u2014", "--"}
_MARKS = _DASHES | {"o", "*", "\u2022"}
_AND = {"and", "&"}
_LINKS = {"Meanwhile", "Also", "And", "Then", "Finally", "Separately", "Elsewhere", "Today", "Former", "Startup", "Start-up", "Rival",
          "Private", "Retailer", "Developer", "Chipmaker", "Insurer", "Bank", "Lender", "Fintech", "Biotech", "Publisher", "Brewer"}
_AROUND = {"(", ")", "<", ">", "[", "]", ","}
_SIGN = re.compile(r"[\U0001F1E6-\U0001F1FF\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F\u200D]+")  # flags and pictures
_FORMERLY = {"fka", "formerly", "aka", "dba", "previously"}
_PRONOUNS = {"We", "It", "My", "Our", "You", "They"}
_INSTITUTIONS = {"Institute", "Institution", "Center", "Centre", "Foundation", "Council", "Association", "Society", "Academy",
                 "School", "College", "Alliance"}
_HELD = {"Share", "Shares", "Shareholder", "Shareholders", "Stockholders", "Directors"}  # "Hooli Shareholders will receive"
_POSSESSIVE = {"'s", "\u2019s"}
_SHARES = re.compile(r"\d{1,3}(?:,\d{3})+")  # "bought 36,700 Initech shares"
_FIRMS = {"Capital", "Ventures", "Partners", "Fund", "Funds", "Equity", "Investments", "Growth", "Angels", "VC"}  # an investor ends so
_MORE = {"Asset", "Wealth", "Investment", "Advisory", "Co", "Company", "Associates", "Sons", "Trust", "Finance", "Properties", "Real"}
_WIDER = {"Holding", "Holdings", "Group", "International"}


def edged(span: Span) -> Span:
    """The whole name that a found span is of; empty where nothing is left."""
    cut = _cut(span)
    return _settle(cut if len(cut) == 0 or cut.label_ != NAME else Span(cut.doc, _begin(cut), _end(cut), label=cut.label))


def _cut(span: Span) -> Span:
    """A name ends with its line, and after a legal form that a capitalised word of the next sentence follows ("Cenergy Corp. It")."""
    doc, start, end = span.doc, span.start, span.end
    for index in range(start, end):
        if "\n" in doc[index].text or (index + 1 < end and doc[index].text in _FORM_ENDS and doc[index + 1].text in _OPENERS):
            end = index if doc[index].is_space else index + 1
            break
    start = _last_telling(doc, _behind_dash(doc, start, end), end)
    while start < end and _SIGN.fullmatch(doc[start].text):
        start += 1
    end = next((index for index in range(start, end) if _SIGN.fullmatch(doc[index].text)), end)
    if span.label_ == NAME and start == 1 and doc[0].text == "The" and doc[end : end + 1].text == ",":
        start = 0
    while span.label_ == NAME and end - start > 1 and doc[end - 1].text in _AND:
        end = end + 1 if end < len(doc) and doc[end].is_title and not doc[end].ent_type_ else end - 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in {".", "..", ",", ";", ":"}):
        end -= 1
    if span.label_ == NAME and end - start > 2 and doc[end - 2 : end].text == ", Co" and doc[end : end + 1].text in _DASHES:
        end -= 2  # "Hooli NV, Co-owned by Acme"
    if span.label_ == NAME and end - start > 1 and (doc[end - 1].text in _HELD or _is_possessive(doc, start, end)):
        end -= 1
    return Span(doc, start, end, label=span.label)


def _is_possessive(doc: Doc, start: int, end: int) -> bool:
    """Whether the "'s" at the end is none of the name: behind a legal form, or where the name stands elsewhere without it."""
    if doc[end - 1].lower_ not in _POSSESSIVE:
        return False
    name = doc[start : end - 1].text
    return _has_form(name) or re.search(rf"\b{re.escape(name)}\b(?!['\u2019]s)", words_of(doc).text, re.IGNORECASE) is not None


def owner_apart(span: Span) -> list[Span]:
    """The two names of an owner and of what it owns, which were taken for one: "Initech Inc's Hooli Holdings Ltd"."""
    doc = span.doc
    at = next((index for index in range(span.start + 1, span.end - 1) if doc[index].text in _POSSESSIVE
               and _has_form(doc[span.start : index].text) and not _form_behind(doc, index + 1)), None)
    return [span] if at is None else [Span(doc, span.start, at, label=span.label), Span(doc, at + 1, span.end, label=span.label)]


def apart(span: Span, named: str | None) -> list[Span]:
    """The names that "and" joins in what was taken for one, where both stand elsewhere, or "two" things are told of behind them:
    "Hooli and Acme declined to comment", "Replay and Splice, two apps"; and an owner with what it owns.
    """
    if span.label_ != named:
        return [span]
    if len(parts := owner_apart(span)) > 1:
        return [part for one in parts for part in apart(one, named)]
    words = [token.text for token in span]
    if words.count("&") == 1 and _are_firms(words[: words.index("&")], words[words.index("&") + 1 :]):
        at = span.start + words.index("&")
        return [Span(span.doc, span.start, at, label=span.label), Span(span.doc, at + 1, span.end, label=span.label)]
    if words.count("and") != 1:
        return [span]
    at = span.start + words.index("and")
    parts = [Span(span.doc, start, end, label=span.label) for start, end in ((span.start, at), (at + 1, span.end))]
    if span.doc[span.end : span.end + 2].text.lower() in {", two", ", both"} and all(map(len, parts)):
        return parts
    known = {" ".join(other.text.split()[:size]) for other in span.doc.ents if other.label_ == named and other != span
             for size in range(1, len(other) + 1)}
    return parts if all(len(part) and part.text in known for part in parts) else [span]


def _are_firms(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two investors were taken for one name: "Acme Capital & Globex Ventures"."""
    return len(one) > 1 < len(two) and one[-1] in _FIRMS and two[0] not in _MORE and two[0][:1].isupper()


def _behind_dash(doc: Doc, start: int, end: int) -> int:
    """Where a name begins behind the mark of a list ("o Trunkline Networks") or the dash behind a place ("Oslo - Hooli")."""
    while start < end and doc[start].text in _MARKS:
        start += 1
    dashes = (index + 1 for index in range(start + 1, end - 1)
              if doc[index].text in _DASHES and doc[index].whitespace_ and doc[index - 1].whitespace_)
    return max(dashes, default=start)


def _last_telling(doc: Doc, start: int, end: int) -> int:
    """Where a name begins that a heading tells right before it: "Hooli Robotics Hooli Robotics, Inc."."""
    words = [token.text for token in doc[start:end]]
    twice = (size for size in range(len(words) // 2, 0, -1) if words[:size] == words[size : 2 * size])
    return start + next((size for size in twice if len("".join(words[:size])) > SHORT), 0)  # "Bo Bo Foods" is one name


def is_address(span: Span) -> bool:
    """Whether a found name is part of a web address: "https://hooli.example/start.html"."""
    doc, start, end = span.doc, int(span.start), int(span.end)
    while start and not doc[start - 1].whitespace_ and doc[start - 1].text not in _AROUND:
        start -= 1
    while end < len(doc) and not doc[end - 1].whitespace_ and doc[end].text not in _AROUND:
        end += 1
    return "://" in doc[start:end].text


def _begin(name: Span) -> int:
    """Where a name begins: before a hyphen, before "We" that is no word of the sentence ("We Are Cloud"), at the institution that it is
    of ("Institute for Public Research"), and before the "and" behind a first word that was left out ("British and Commonwealth Plc").
    """
    doc, start = name.doc, int(name.start)
    while start < name.end - 1 and (doc[start].lower_ in _FORMERLY or _SHARES.fullmatch(doc[start].text)):
        start += 1
    while start > 1 and _hyphenated(doc, start - 1):
        start -= 2
    if start > 1 and doc[start - 1].text in _PRONOUNS and doc[start].is_title and not doc[start - 1].is_sent_start:
        return start - 1
    if _opens_entry(name):
        return start - 1
    start = _institution(doc, start)
    before = doc[start - 2] if start > 2 and doc[start - 1].lower_ in _AND else None
    if before is None or not before.is_title or before.ent_type_ or before.is_sent_start or not _has_form(name.text):
        return start
    return start - 2 if doc[start - 3].is_lower and doc[start - 3].is_alpha else start


def _opens_entry(name: Span) -> bool:
    """Whether the capitalised word before a name that is described opens an entry of a list: "• Dear Juniper, a Leeds clinic"."""
    doc, start = name.doc, int(name.start)
    described = doc[name.end : name.end + 2].text.lower() in {", a", ", an", ", the"}
    if start < 2 or not described or doc[start - 2].text not in _MARKS:
        return False
    first = doc[start - 1]
    return bool(first.is_title and first.is_alpha and not first.ent_type_) and first.text not in _OPENERS | _LINKS


def _institution(doc: Doc, start: int) -> int:
    """Where the institution begins whose name goes on at `start`: "The Florida Institute for the" before "Commercialization"."""
    place = start - 1 if start and doc[start - 1].lower_ == "the" else start
    if place < 2 or doc[place - 1].lower_ != "for" or doc[place - 2].text not in _INSTITUTIONS:
        return start
    if any(token.ent_type_ for token in doc[place - 2 : place]):
        return start  # "paid Hooli Corporation for Acme": names of their own
    first = place - 2
    while first and doc[first - 1].text[:1].isupper() and doc[first - 1].is_alpha and not doc[first].is_sent_start:
        first -= 1
    return first


def _end(name: Span) -> int:
    """Where a name ends: behind brackets or an apostrophe that a legal form follows ("United Coal (Canada) Ltd", "Pantera's Corp"), behind
    such a form in small letters, and behind one of a place ("Bayfield Glass Co of Michigan Inc").
    """
    doc, end = name.doc, int(name.end)
    if doc[end : end + 1].text in _SMALL_FORMS and not _has_form(name.text) and doc[end + 1 : end + 2].text not in _DASHES:
        return end + 1
    if doc[end : end + 1].text == "of":
        return _form_of_place(doc, end) or end
    if doc[end : end + 1].text == "(":
        close = next((i for i in range(end + 1, min(end + BRACKETED + 2, len(doc))) if doc[i].text == ")"), None)
        if close is not None and all(doc[i].is_title or doc[i].text in {"U.K.", "U.S.", "UK", "US"} for i in range(end + 1, close)):
            return _form_behind(doc, close + 1) or end
    if doc[end : end + 1].text in _POSSESSIVE:
        return _form_behind(doc, end + 1) or end
    return end


def _form_of_place(doc: Doc, end: int) -> int | None:
    """Where the legal form ends that stands behind "of" and one or two capitalised words: "of Michigan Inc"."""
    words = range(end + 1, min(end + BRACKETED + 1, len(doc)))
    close = next((i for i in words if not doc[i].text[:1].isupper() or _is_form(doc[i])), end)
    return _form_behind(doc, close) if close > end + 1 and _is_form(doc[close]) and doc[close].text != "Co" else None


def _is_form(token: Token) -> bool:
    """Whether a word is a legal form."""
    return strip_legal_form(f"X {token.text}") == "X"


def _form_behind(doc: Doc, start: int) -> int | None:
    """Where the legal form, or "Holding Co Ltd", that stands at `start` ends."""
    end = start
    while end < len(doc) and (doc[end].text in _WIDER or strip_legal_form(f"X {doc[end].text}") == "X"):
        if doc[end + 1 : end + 2].text in _DASHES and not doc[end].whitespace_:
            break  # "Hooli's co-founder"
        end += 1
    return end if end > start and strip_legal_form(f"X {doc[end - 1].text}") == "X" else None


def _has_form(name: str) -> bool:
    return strip_legal_form(name) != name


def _hyphenated(doc: Doc, index: int) -> bool:
    """Whether the token at `index` is a hyphen that ties a capitalised word to what follows ("Kapteyn-Murnane")."""
    return doc[index].text == "-" and not doc[index].whitespace_ and doc[index - 1].text[:1].isupper() and not doc[index - 1].whitespace_


def _settle(span: Span) -> Span:
    """A place that was taken for a name: what stands before ", Israel-based" is no company but the city."""
    doc, end = span.doc, span.end
    if span.label_ != NAME or doc[end : end + 1].text != ",":
        return span
    region = next((other for other in doc.ents if other.start == end + 1 and other.label_ == "PLACE"), None)
    based = region is not None and doc[region.end : region.end + 2].text.lower() == "-based"
    return Span(doc, span.start, end, label="PLACE") if based else span
