"""What the recogniser takes for a name and is none: marks, symbols, sources, parties of a contract, labels of rows."""

import re

from spacy.tokens import Span

from rie.pipeline.names.edges import NAME, is_address
from rie.pipeline.words import words_of
from rie.values import parse_period
from rie.values.money import parse_money
from rie.values.name import strip_legal_form

TICKER = 5  # letters of a stock exchange symbol
_SOURCE = re.compile(
    r"\b(?:(?:surveyed|polled|compiled|canvassed|collected) by|(?:estimates|forecasts|consensus)(?: data)? (?:from|by)) (?:the )?$")
_PHRASE = re.compile(r"(?:(?:is|was|has been) (?:hereby )?made to|to )")  # "Reference is made to the announcement by Hooli"
_DATELINE = re.compile(r"(?:, [A-Z][\w.]{1,14}(?: [A-Z][\w.]{1,14})?)?(?:, (?:and )?[A-Z][^\n]{1,40})?\s{0,40}[-–—:]")
_DEGREE = re.compile(  # "Dipl.-Ing. Jane Roe"
    r"(?:Dipl|Prof|Univ|Mag|Ing|Lic)\b[.\w-]{0,12}|(?:Dr|Engr?|Barr|Rev|Hon|Arch|Atty|Attorney|Alhaj[ia]|Chief|Datuk|Dato)\.?")
_ANNEX = re.compile(r"(?:Annexures?|Annex|Appendix|Schedule|Exhibit|Enclosures?|Attachment)(?: [A-Z\d]{1,3})?|w\.e\.f\.?", re.IGNORECASE)
_RULES = r"(?:(?:listings? )?(?:rules?|regulations?|requirements|instructions?|resolutions?|guidelines?|circulars?|codes?|act|by-laws))"
_CITES = re.compile(  # before who made the rule by which a notice is given: "the Listings Requirements of the JSE Limited"
    rf"\b{_RULES}(?: (?:no\.? ?)?[\d.()/a-z-]{{1,12}})?(?: of| issued by| made by| under) (?:the )?$")
_CITED = re.compile(rf"(?: ?\([^()\n]{{2,80}}\))?(?:['\u2019]s?)? {_RULES}\b")
_GLUED = re.compile(r"[a-z]+(?:19|20)\d\d|[\d.,]+[a-z]+[\d.,]+")  # "its2011", "0.46versus0.38": blanks that a page has lost
_SUMS_WITHIN = re.compile(r"[a-z][$€£]\d[\d.,]*[$€£]\d")  # "Revenue$71.9$66.0"
_ONE_OF = re.compile(r"(?:one|two|three|some|most|many|several|each|both|none|half|part) of ", re.IGNORECASE)
_TRADE = re.compile(r".* and [a-z]+ [a-z]+")  # "U.S. Oil and oil services" (subsidiary)
_HEADING = re.compile(r"(?:[A-Z][\w&.'\u2019-]* ){1,4}Transactions?")  # of a note in a filing: "Initech Transaction"
_AUXILIARIES = {"was", "were", "been", "be", "is", "are", "has", "have", "had", "not", "will", "would"}
_REFERENCES = {"Companys", "Corporations", "Registrants"}  # "the Companys president", without its apostrophe
_GRADE = re.compile(r"A{2,3}|B{2,3}|C{2,3}|Aaa|Baa|Caa")
_STANDARD = re.compile(r"NAREIT|Nareit|EPRA|GAAP|IFRS|US GAAP|U\.S\. GAAP")  # by which a figure is reckoned: "NAREIT FFO"
_REGISTER = re.compile(r"Compan(?:ies|y) (?:House|Registry|Registration Office)|Registrar of Companies", re.IGNORECASE)
_FOUNDED = re.compile(r"\b(?:co-)?founded (?:in (?:19|20)\d\d )?by (?:[A-Z]\w+ [A-Z]\w+(?:,| and|, and) )?$", re.IGNORECASE)


def has_founded(span: Span) -> bool:
    """Whether first and last name stand where a company says who began it: "Founded in 2018 by Jane Roe and John Doe"."""
    named = len(span) in (2, 3) and all(token.is_title and token.is_alpha for token in span)
    before = span.doc[max(span.start - 8, 0) : span.start].text
    return named and strip_legal_form(span.text) == span.text and _FOUNDED.search(f"{before} ") is not None


def is_no_name(span: Span, lower: str) -> bool:
    """Whether a found span is no name by its place alone.

    Args:
        span: of the recogniser.
        lower: the document's text in lower case.
    """
    in_row = "|" in lower and _in_row(span)
    if ("&" in lower and _is_seat_of_two(span)) or _is_one_of(span) or _REGISTER.fullmatch(span.text) or _ANNEX.fullmatch(span.text):
        return True
    if span.label_ == NAME and (_CITED.match(lower, span.end_char) or _CITES.search(lower, max(span.start_char - 60, 0), span.start_char)):
        return True
    if span.text in _REFERENCES or _STANDARD.fullmatch(span.text) or _is_region(span) or _HEADING.fullmatch(span.text):
        return True
    if _is_grade(span) or _is_word(span) or (span.label_ == NAME and _TRADE.fullmatch(span.text)) or span.text.endswith("-"):
        return True
    return in_row or _signs(span) or _is_mark(span) or _is_ticker(span) or _is_source(span, lower) or is_address(span) or _is_value(span)


def _is_region(span: Span) -> bool:
    """Whether a name is that of a part of a country in which somebody works: "president of the Western New England Region"."""
    behind: str = span.doc[span.end : span.end + 1].text
    return bool(span.label_ == NAME and behind == "Region" and strip_legal_form(span.text) == span.text)


def _is_word(span: Span) -> bool:
    """Whether one word in small letters between others was taken for a name: "has been validly tendered", "shares issuable upon",
    "some are higher; seasonality is what it is".
    """
    if span.label_ != NAME or len(span) > 1 or not (span[0].is_alpha and span[0].is_lower) or span[0].is_sent_start:
        return False
    before, behind = span.doc[max(span.start - 1, 0)], span.doc[min(span.end, len(span.doc) - 1)]
    if not (behind.is_alpha and behind.is_lower) or not (before.is_lower or before.is_punct):
        return False
    derived = before.text in _AUXILIARIES or span.text.endswith(("able", "ible", "ly", "ity", "tion", "ness", "ment"))
    return derived or before.text in {";", "the", "a", "an", "this", "every", "each", "its"}


def _is_grade(span: Span) -> bool:
    """Whether a grade of debt was taken for a name: "AAA-rated obligations", "raised to BBB-plus"."""
    return _GRADE.fullmatch(span.text) is not None and (
        span.doc[span.end : span.end + 2].text.lower().startswith(("-", "rated", "rating", "from", "by")))


def _is_one_of(span: Span) -> bool:
    """What belongs to a place or a group and is not told by its name: "One of Lancashire's oldest bakers"."""
    return _ONE_OF.match(span.text) is not None and span.doc[span.end : span.end + 1].text in {"'s", "\u2019s", "'", "\u2019"}


def _is_value(span: Span) -> bool:
    """Whether a sum of money or a period was taken for a name, or words that touch them: "R2,31bn", "DM815m", "3Q2005", "its2011"."""
    text = span.text
    if not any(map(str.isalpha, text)) or _SUMS_WITHIN.search(text):
        return True
    if not any(map(str.isdigit, text)):
        return False
    scaled = " " not in text and text[-1].islower()
    return (scaled and parse_money(text) is not None) or parse_period(text) is not None or _GLUED.fullmatch(text) is not None


def _is_mark(span: Span) -> bool:
    """A bullet, an article, a degree, the end of "weren't" or the first word of a phrase that was taken for a name."""
    if span.text == "Reference":
        return _PHRASE.match(span.doc[span.end : span.end + 5].text) is not None
    numbered = span.text in {"Issue", "ISSUE"} and span.doc[span.end : span.end + 1].text in {"#", "No", "No.", "\u2116"}
    article = numbered or (span.text == "A" and span.doc[span.end : span.end + 1].text.islower())
    end = span.text in {"n't", "n\u2019t"} or not any(char.isalnum() for char in span.text)
    return article or end or _DEGREE.fullmatch(span.text) is not None


def _is_seat_of_two(span: Span) -> bool:
    """The cities of a dateline: "DALLAS & BOSTON--(Newsline)--May 3, 2019--Acme and Initech"."""
    text = words_of(span.doc).text
    begins = not text[text.rfind("\n", 0, span.start_char) + 1 : span.start_char].strip()
    return begins and " & " in span.text and span.text.isupper() and _DATELINE.match(text, span.end_char) is not None


def _is_ticker(span: Span) -> bool:
    """A stock exchange symbol in brackets: "(NYSE: CRM)", "<BNR>"."""
    before, text = span.doc[max(span.start - 1, 0)].text, span.text
    return span.start > 0 and len(text) <= TICKER and text.isupper() and text.isalpha() and before in {":", "<"}


def _is_source(span: Span, lower: str) -> bool:
    """Who collected what others expect: "analysts surveyed by Zacks Investment Research"."""
    return bool(_SOURCE.search(lower, max(span.start_char - 30, 0), span.start_char))


def _in_row(span: Span) -> bool:
    """Whether a span is in the label cell of a row of figures, which is no sentence: "Cost of sales | 269.4 | 251.7"."""
    sentence = span.sent
    words = [token.text for token in sentence]
    bar = words.index("|") if "|" in words else None
    return bar is not None and span.start - sentence.start < bar and any(word[:1].isdigit() for word in words[bar:])


def _signs(span: Span) -> bool:
    """A name that is all of the document's last line signs it: "REUTER"."""
    alone = span.start > 0 and span.doc[span.start].is_sent_start
    return alone and all(token.is_punct or token.is_space for token in span.doc[span.end :])
