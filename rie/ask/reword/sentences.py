"""Several sentences or clauses put as the one question that they ask: what leads in, what stands beside, what is asked behind."""

from __future__ import annotations

import re
from typing import Final

from rie.ask.reword.rewrite import Rules, rewritten

_NAME: Final = r"(?-i:[A-Z])[\w&.'\u2019\u00c0-\u024f-]*(?: (?:& |of |and )?(?-i:[A-Z])[\w&.\u00c0-\u024f-]*){0,4}"
_DATE: Final = r"(?:fy ?|fiscal |q[1-4] ?|h[12] ?|early |late )?(?:[a-z]+ )?(?:19|20)\d\d"
_MONTH: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?"
_KIND: Final = r"(?:company|firm|start-?up|business|maker|developer|provider|producer|manufacturer|operator|retailer|bank|group|insurer)"
_WORK: Final = (
    r"(?:preparing|writing|drafting|making|building|doing|compiling|putting together|working on|researching|studying|analy[sz]ing|"
    r"reading(?: up)?|collecting|updating|editing)"
)
_LEAVING: Final = r"(?:left|gone|quit|resigned|retired|departed|stepped down|moved on)"
_PRONOUN: Final = re.compile(r"\b(?:(?P<owner>its|their)|it|they)\b", re.IGNORECASE)


def _about(found: re.Match[str]) -> str:
    """ "Regarding Acme: what revenue did analysts expect?": of Acme."""
    name, asked = found["name"], found["asked"].rstrip(" ?.!")
    named = _with_name(asked, name)
    return named if named != asked else f"{asked} for {name}"


def _told(found: re.Match[str]) -> str:
    """ "Acme has been selling parts of itself. What has it sold?": what has Acme sold."""
    asked = _with_name(found["asked"], found["name"])
    return asked if asked != found["asked"] else found[0]


def _with_name(asked: str, name: str) -> str:
    """A question with a name in place of its first pronoun."""
    return _PRONOUN.sub(lambda word: f"{name}'s" if word["owner"] else name, asked, count=1)


_AGO: Final = (
    r"(?:(?:the |its |a |that of (?:the |a )?|in the |in its )?(?:same |corresponding |comparable )?(?:quarter |period |month |half |"
    r"time )?(?:of |in )?"
    r"(?:the |a )?(?:year (?:before|earlier|ago|prior)|(?:prior|previous|preceding|last)[- ]year(?:['\u2019]s)?)"
    r"(?: (?:quarter|period|figure|level))?"
    r"|(?:the )?year-(?:ago|earlier)(?: (?:quarter|period|figure|level))?)"
)
_STATED: Final = re.compile(
    rf"\b(?P<part>(?:q[1-4]|h[12]|{_MONTH}|(?:the )?(?:first|second|third|fourth) (?:quarter|half) of) )?(?P<fiscal>fy ?|fiscal "
    rf")?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_IN_MONEY: Final = (
    r"(?=[^?]*\b(?:dollars?|euros?|in (?:money|cash|absolute terms)|difference|gap|how (?:much|many) (?:more|less|fewer|higher|lower|"
    r"larger|smaller|bigger))\b)"
)


def _year_before(found: re.Match[str]) -> str:
    """ "Q3 2020 sales against the year before, in dollars": against Q3 2019."""
    periods = list(_STATED.finditer(found.string))
    if len(periods) != 1:
        return found[0]
    told = periods[0]
    return f"{found['head']}{found['than']} {told['part'] or ''}{told['fiscal'] or ''}{int(told['year']) - 1}"


def _turned_dollars(found: re.Match[str]) -> str:
    """ "Dollar decline in Q3 2020 sales from Q3 2019"."""
    return f"by how many dollars did {found['what']} {'fall' if found['turn'].lower() in _FALLING else 'rise'} from {found['since']}"


_TRADE: Final = (
    r"(?:company|firm|start-?up|maker|developer|provider|producer|manufacturer|operator|retailer|bank|insurer|app|tool|"
    r"giant|chain|lender|network|marketplace|supplier|seller|shop|store|publisher|studio|carrier|airline|carmaker|"
    r"drugmaker|chipmaker|designer|specialist|broker|distributor|unicorn|outfit|venture|player)"
)
_STAGE: Final = r"(?:(?:pre-?)?seed|angel|early|late|later|growth|series|venture|debt|public|listed|private)\b"  # more than a name for it
_N: Final = r"two|three|four|five|six|\d{1,2}"
_SUMMED: Final = r"combined|together|in total|altogether|in all|all in all|taken together|in sum|overall"
_FALLING: Final = frozenset(("decline", "drop", "fall", "decrease", "reduction", "slide"))
_TURN: Final = r"(?P<turn>decline|drop|fall|decrease|reduction|slide|increase|rise|gain|growth|change)"
_RULES: Final = Rules(
    (
        (rf"^{_IN_MONEY}(?P<head>.*?)\b(?P<than>against|versus|vs\.?|than(?: in)?|from|over|compared (?:to|with)|and|on) {_AGO}"
         r"(?=\s*(?:[?.,;]|$)| in (?:dollars|euros))", _year_before),
        (rf"^(?:(?:what(?:['\u2019]s| is| was) )?the )?(?:dollar|absolute) {_TURN} (?:in|of) (?P<what>[^?.;:]+?),? "
         r"(?:against|versus|vs\.?|than(?: in)?|from|over|compared (?:to|with)|on) (?P<since>[^?.;:]+?)(?=\s*[?.]*$)", _turned_dollars),
        (r",? (?:as )?(?:i|we) (?:hear|heard|gather|understand|read|see|am told|was told|are told|believe)(?=[.?,;]|$)", ""),
        (rf"^(?P<who>{_NAME}) (?P<aux>is|are|was|were|has|have|will) (?P<did>[^?.;,\d]+)[,.;] (?:and |so )?(?P<when>when|(?:on|at) (?:what|"
         r"which) (?:day|date)) ?(?:exactly)?[?.]*$", r"\g<when> \g<aux> \g<who> \g<did>?"),
        (rf"^how (?:did|has|have|is|was) (?P<name>{_NAME}) (?:do|done|doing|fare|fared|perform|performed)\b[^?.\d]*\? (?P<asked>.+)$",
         _told),
        (rf"^(?P<name>{_NAME}) (?:has|have|had) (?:just |also )?been [a-z]+ing\b(?-i:[^?.;:A-Z\d]*)[.;] (?P<asked>[^.]+)$", _told),
        (rf"^(?:regarding|concerning|about|on|re:?|as for|as to|as regards|with regards? to|with respect to|when it comes to|turning "
         rf"to|speaking of) (?P<name>{_NAME})[:,;] (?P<asked>(?:what|how|which|who|when)\b[^?.;]+)[?.]*$", _about),
        (r"^(?:please|kindly),? (?=(?:the )?same\b)", ""),
        (rf"^(?:i|we)(?: am| are|['\u2019]m|['\u2019]re) (?:currently |just |now |still )?{_WORK}\b(?-i:[^?.:;A-Z\d]*)[.:;] "
         rf"(?=[^?]* (?-i:[A-Z])\w)", ""),
        (rf"\b(?:in )?the (?:year|quarter|month|half) (?:before|after|when|in which|that) [^?.,;]+, (?:that is,?|i\.? ?e\.?,?|namely|so) "
         rf"(?:in |for )?(?P<when>{_DATE})", r"in \g<when>"),
        (rf",? now that {_NAME} (?:has|is|have) {_LEAVING}(?=[?.!]*$)", ""),
        (rf"\bthe (?!(?:[\w-]+ )*(?:[a-z]+est|most|least|first|last|only|next|second|third|other|same|latest|previous|top)\b[\w -]*{_KIND})"
         rf"(?:[\w-]+ ){{1,4}}{_KIND} (?=(?-i:[A-Z])[\w\u00c0-\u024f&-]+(?:['\u2019]s\b|[?.,]|$| (?:in|for|at|from|has|was|is)\b))", ""),
        (r"(?<=\w) (?:stayed|remained|came in|ended up|stays?)(?= (?:under|below|over|above|within|at (?:most|least)|between|"
         r"(?:less|more|smaller|larger) than)\b)", " were"),
        (r"(?<=\w) \((net|gross|adjusted)\)(?= )", r" \1"),
        (rf"\b(?P<name>(?!(?:company|companies|firm|firms|startups?|start-ups?|ones?|rounds?|deals?|who|which|what|"
         rf"one|money|years?|month)\b)"
         rf"(?-i:[A-Z\d\u00c0-\u024f]|[a-z]+[A-Z\d])[\w&.\u00c0-\u024f-]*(?P<own>['\u2019]s)?), "
         rf"(?:the|an?) (?!(?:[\w-]+ )*(?:[a-z]+est|most|least|first|last|only|next|"
         rf"second|third|other|same|latest|previous|top)\b)(?:(?!{_STAGE})(?-i:[a-z][a-z-]*) ){{0,4}}{_TRADE}"
         rf"(?: (?:of|for|behind) (?-i:[a-z ]{{2,30}}?))?,(?= )", r"\g<name>"),
        (rf"^(?P<name>[^?.,;:]{{2,40}}?) (?:has |have )?(?:(?:took|taken|got|raised|received)(?: in)?(?: money| funding| cash)?"
         rf"|was funded|(?:did|had|closed|made|announced))(?: (?:(?P<twice>twice)|(?:exactly )?(?P<many>{_N}) "
         rf"(?:times|rounds|raises|financings)))(?P<when>(?: in| during)? (?:19|20)\d\d)?[.,;:]+ (?:and )?"
         rf"(?:(?:{_SUMMED}),? )?(?:that(?: is|['\u2019]s) how much|how much"
         rf"(?: (?:is|was|were|does|do|did) (?:that|it|they|the two|both|this|these))?"
         rf"(?: make| come to| came to| add up to| bring in| raise)?"
         rf"(?: (?:{_SUMMED}))?|what(?:['\u2019]s| is| was) (?:the )?"
         rf"(?:sum|total|combined (?:sum|total|amount))|(?:what (?:do|did) they|what does it) (?:add up|come) to)\s*[?.]*$",
         lambda found: f"how much in total did {found['name']} raise in {found['many'] or 'two'} rounds{found['when'] or ''}"),
        (rf"(?P<part>(?:\b(?:{_MONTH}|q[1-4]|h[12]|(?:first|second|third|fourth|last) (?:quarter|half)(?: of)?) )?)"
         r"(?<!\d)(?P<year>(?:19|20)\d\d) (?P<than>than|compared (?:to|with)|versus|vs\.?|against) (?:in |for |that of |with )?"
         r"the (?:year (?:before|earlier|prior)|(?:previous|prior|preceding) year)\b",
         lambda found: f"{found['part']}{found['year']} {found['than']} in {found['part']}{int(found['year']) - 1}"),
    )
)  # fmt: skip


def one_question(question: str) -> str:
    """A question with such sentences and clauses put into one.

    Args:
        question: written out, with single spaces.
    """
    return " ".join(rewritten(" ".join(question.split()), _RULES).split())
