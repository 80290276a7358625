"""Remarks beside what a question asks: what is counted too although nothing leaves it out ("interim ones included"), how the answer is to
look ("in percent?", "what was the figure?", "ranked"), and words that take everything in ("anywhere", "of any type", "between them").

None of them holds a condition; where a remark could hold one ("anywhere in Asia") the words stay as they are.
"""

from __future__ import annotations

import re
from typing import Final

from rie.ask.reword.pieces import END, ENDS, NAME
from rie.ask.reword.rewrite import Replacement, Rules, rewritten

_KIND: Final = (
    r"(?:(?:the |any |all |also |even |its |their |an? )*(?:ipos?|initial public offerings?|public offerings?|listings?|debt(?: (?:rounds?|"
    r"financings?|deals?))?|loans?|credit lines?|grants?|bridge rounds?|angel rounds?|seed rounds?|equity(?: rounds?)?|"
    r"(?:interim|acting|temporary|permanent)(?: (?:ones?|posts?|appointments?|ceos?|cfos?|people|roles?|hires?|executives?))?|"
    r"stakes?(?: (?:purchases?|deals?|acquisitions?))?|minority stakes|partial (?:deals|acquisitions)|divisions|units|"
    rf"undisclosed (?:ones|prices|amounts)|{NAME}(?:['\u2019]s)? (?:ipo|initial public offering|listing|debt round|loan|seed(?: round)?|"
    r"series [a-j](?: round)?|angel round|grant)))"
)
_KINDS: Final = rf"{_KIND}(?:(?:,? (?:and|or|plus) |, |/){_KIND})*"
_TOO: Final = (
    r"(?:(?:is |are |was |were |to be )?(?:all |also )?(?:included|counted(?: in| too| as well)?|inclusive|incl\.?|counting)|"
    r"(?:do |does |should |can |may |would |will )?(?:also )?counts?(?: too| as well| also| in| here)?|"
    r"(?:too|as well)|(?:are |is )?(?:fine|ok(?:ay)?|welcome|allowed|in scope)(?: too| as well)?)"
)
_WITH: Final = r"(?:including|counting|with|incl\.?|inclusive of|also counting|and that includes|that includes|which includes|plus)"
_GAP: Final = r"(?:,| -| \u2013| \u2014|;|\.|:)"
_UNSAID: Final = r"(?<!not )(?<!without )(?<!no )(?<!excluding )(?<!than )"
_ASK: Final = r"(?:who|which|what|how|when|did|has|list|show|give|name)\b"
_INCLUDED: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?P<head>[^?]{{8,}}?)(?:{_GAP} ?| \()(?:and |but |though )?{_UNSAID}{_KINDS} {_TOO}\)?(?=\s*[?.!]*$)", r"\g<head>"),
    (rf"^(?P<head>[^?]{{8,}}?)(?:{_GAP} ?| \()(?:and |but |though )?{_KINDS} {_TOO}\)?(?P<tail>(?:,| -| \u2013|:|;|\?) ?(?:how (?:many|"
     rf"much)|"
     r"count|number|total|which|who)\b[^?]*)(?=\s*[?.!]*$)", r"\g<head>\g<tail>"),
    (rf"^(?P<head>[^?]{{8,}}?)(?:, | \()(?:also |even )?{_WITH} {_KINDS}(?: too| as well)?\)?(?P<tail>(?:(?:,| -| \u2013|:|;) ?(?:how "
     rf"(?:many|"
     r"much)|count|number|total|which|who)\b[^?]*)?)(?=\s*[?.!]*$)(?<!by stake)", r"\g<head>\g<tail>"),
    (rf"^{_WITH} {_KINDS}, (?P<rest>{_ASK}[^?]*)", r"\g<rest>"),
    (rf"^{_KINDS} (?:included|counted|inclusive), (?P<rest>{_ASK}[^?]*)", r"\g<rest>"),
)  # fmt: skip
_FACT: Final = r"(?:rounds?|deals?|acquisitions?|takeovers?|financings?|raises?|transactions?)"
_PERIOD: Final = r"(?:in|during|of|since|before|after|between|from|by|for|over) [^?.,;:]{4,24}"
_BIDS: Final = r"(?=[^?]*\b(?:bids?|bidding|offers?|offered|tried|attempted|attempts?|wanted to|approach(?:ed)?)\b)"  # of any status
_WIDE: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf",? (?:anywhere(?: at all)?|at any (?:company|firm|business|start-?up)(?: at all)?|no matter (?:where|(?:at|in) which company)|"
     rf"(?:at )?whichever company(?: it was)?|in any (?:company|firm))(?=(?: {_PERIOD})?\s*[?.!]*$)(?! in (?:the |(?-i:[A-Z])))", ""),
    (rf"(?<=\w) (?P<in>in |across )?(?P<fact>{_FACT}) of (?:any|every|whatever|whichever|each|all|all possible) "
     r"(?:type|kind|sort|stage|series|size|letter)s?(?: whatsoever| at all)?(?= |[?.,;:]|$)", r" \g<in>\g<fact>"),
    (rf"(?P<verb>raised|took in|got|secured|collected|brought in) (?:in|through|by|via|over|across) (?:all |any |every )?(?:of )?"
     rf"(?:kinds? of |types? of |sorts? of )?{_FACT}(?= {_PERIOD}|,|\s*[?.!]*$)", r"\g<verb>"),
    (rf"^(?:between|among) (?:them|themselves|the two|the two of them|the pair|both),? (?P<rest>how many\b[^?]* and [^?]*){END}",
     r"\g<rest>"),
    (rf"^(?P<rest>how many\b[^?]* and [^?]*?),? between (?:them|the two)(?P<when>(?: (?:in|during|since) [^?.,;:]{{4,24}}?)?){END}",
     r"\g<rest>\g<when>"),
    (rf"^(?:between|among) (?:them|the two|the pair|both),? how much(?P<rest>(?: did| have| has)\b[^?]* and [^?]*){END}",
     r"how much in total\g<rest>"),
    (rf"^how much(?P<rest>(?: did| have| has)\b[^?]* and [^?]*?),? between (?:them|the two)(?P<when>(?: (?:in|during|since) "
     rf"[^?.,;:]{{4,24}}?)?){END}", r"how much in total\g<rest>\g<when>"),
    (r"\b(?:in )?either (?:in )?(?=(?:q[1-4] |h[12] |[a-z]+ )?(?:19|20)\d\d or )", "in "),
    (rf"^{_BIDS}(?P<head>[^?]*?),? whatever (?:the |its |their |became of the )?(?:outcome|result|ending|bids?)(?: (?:was|of it|may be|"
     rf"in the end))?"
     r"(?=\s*[?.!]*$|[,;:])", r"\g<head>"),
    (rf"^{_BIDS}(?P<head>[^?]*?),? (?:whether (?:or not )?(?:it|they) (?:succeeded|worked out|went through|closed|was completed|were "
     rf"completed)(?: or not)?|"
     r"(?:successful|successfully|completed|closed) or not|no matter how it (?:ended|turned out)|regardless of (?:the )?(?:outcome|status))"
     r"(?=\s*[?.!]*$|[,;:])", r"\g<head>"),
)  # fmt: skip
_SUM: Final = r"(?:figure|amount|number|sum|total|value|price|answer|size|result)"
_NUMBERED: Final = re.compile(
    r"\b(?:funding|price|revenues?|sales|amount|profits?|income|loss|eps|ebitda|size|raised|spend|spending|guidance|total)\b", re.IGNORECASE
)
_DONE: Final = re.compile(r"\b(?:got|raised|took|had|did|closed|landed|received|[a-z]+ed)\b", re.IGNORECASE)
_ROUND: Final = re.compile(r"\b(?:round|series [a-j]|seed|financing|raise|loan|ipo)\b(?:(?! rounds?).)*$", re.IGNORECASE)


def _asked(found: re.Match[str]) -> str:
    """ "Acme's funding in 2016: what was the figure?", "Acme's Series B - how many dollars?"."""
    if "." in found["head"] or _DONE.search(found["head"]):
        return found[0]
    if _NUMBERED.search(found["head"]):
        return found["head"]
    return f"how much was {found['head']}" if _ROUND.search(found["head"]) else found[0]


_LOOK: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"(?P<best>\b(?:biggest|largest|highest|smallest|lowest|latest|newest|top|most [a-z]+)\b[^?;:]*?),? (?:all )?(?:ranked|in order|in "
     rf"the "
     rf"right order|in ranking order|as a ranking|as an ordered list|ordered|sorted|in descending order)(?: please)?{END}", r"\g<best>"),
    (rf"^(?P<head>(?!(?:{_ASK}))[^?;:]{{6,90}}?)(?::| -|;|,| \u2013) (?:and )?(?:so )?(?:what(?: is| was|['\u2019]s) the (?:exact |actual |"
     rf"right )?{_SUM}|how (?:much|many dollars|much money|large a sum) (?:was|is|were) (?:it|that|this)|what (?:was|is) it|how much money|"
     rf"how many dollars|in dollars, please)(?: exactly| please| in dollars| in total| in money)*{ENDS}", _asked),
    (r"^(?:(?:i|we) (?:just |only |really )?(?:need|want|require|am after|are after|would like)|give me|give us|looking for) (?:just |"
     r"only )?"
     r"(?:one|a single|a|the one|the) (?:number|figure|sum|name|list)(?: (?:only|please))?(?: (?:for|in) (?:the|our|a|my|this|an) "
     r"(?!(?:19|20)\d\d|company|round|deal|target|acquisition)(?:[a-z]+[ -]){0,2}[a-z]+)?(?::| -| \u2013|,) "
     r"(?=(?:how|what|total|all (?:the |of )|the (?:sum|total|number|average)|number|sum|average)\b)", ""),
    (rf"(?P<named>[\w'\u2019]+ (?:net |operating |gross |profit |ebitda )*margins?(?: [^?,;:]*?)?),? (?:in|as an?) (?:percent(?:age)?|"
     rf"%){END}",
     r"\g<named>"),
    (r" (?:over|for|during|in) (?P<year>(?:fiscal |fy ?)?(?:19|20)\d\d) (?:as a whole|taken as a whole|as one|in its entirety|in "
     r"full)(?= |[?.,;]|$)",
     r" in \g<year>"),
    (r" (?:for|over|in|during) (?:all of|the whole of|the entirety of|the full year|full[- ]year|the whole year|the entire year) "
     r"(?P<year>(?:fiscal |fy ?)?(?:19|20)\d\d)(?= |[?.,;]|$)", r" in \g<year>"),
    (r",? (?:i\.? ?e\.?|that is|in other words|meaning),? (?:the )?(?:top|high|upper) (?:end )?(?:minus|less) (?:the )?(?:bottom|low|lower)"
     rf"(?: end)?(?:,? in (?P<cash>dollars|euros|pounds|money))?{END}", ""),
)  # fmt: skip
_RULES: Final = Rules((*_INCLUDED, *_WIDE, *_LOOK))


def unremarked(question: str) -> str:
    """A question without such remarks.

    Args:
        question: written out and without frames, with single spaces.
    """
    return " ".join(rewritten(question, _RULES).split())
