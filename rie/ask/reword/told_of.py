"""Questions about what became of deals, who sat where and how often, and what a round valued, put in the words of the grammar."""

from __future__ import annotations

import re
from typing import Final

from rie.ask.reword.pieces import END
from rie.ask.reword.rewrite import Rules, rewritten

_NAME: Final = r"(?-i:[A-Z\u00c0-\u024f])[\w&.\u00c0-\u024f-]*(?: (?:& |of |and )?(?-i:[A-Z\u00c0-\u024f])[\w&.\u00c0-\u024f-]*){0,4}"
_PLAN: Final = (
    r"(?:(?:planned|proposed|attempted|intended|reported|rumou?red) )?(?:plans?|bids?|attempts?|offers?|proposals?|approach|deal|takeover|"
    r"acquisition|purchase|buyout|merger|talks|efforts?|intention)"
)
_TO_BUY: Final = r"(?:to (?:take over|buy(?: out)?|acquire|purchase|merge with|swallow|snap up)|for|of|with)"
_BECAME: Final = (
    r"(?:what (?:became|has become|came|happened|has happened|ended up happening|was the (?:outcome|fate|result|status)|is the "
    r"(?:outcome|fate|result|status))(?: of| to| with)?|what(?:['\u2019]s| is) the (?:status|state|fate|outcome) of|(?:the )?(?:fate|"
    r"outcome|result) of|how did|where (?:does|do|did)|what is happening (?:to|with))"
)
_APPEARS: Final = (
    r"(?:appear(?:s|ed)?|turn(?:s|ed)? up|show(?:s|n|ed)?(?: up)?|figure[sd]?|feature[sd]?|listed|named|mentioned|recorded|act(?:s|ed)?|"
    r"serve[sd]?|come up|came up|crop(?:s|ped)? up|occurs?|occurred|been)"
)
_SIDES: Final = r"(?:seller|vendor|buyer|acquirer|purchaser|target)"
_BACKING: Final = r"(?:lead investor|investor|backer|lender|lead)"
_POST: Final = r"[a-z][a-z -]{2,40}?"
_EVER: Final = (
    r"(?:past (?:or|and) present|current (?:or|and) (?:former|past)|former (?:or|and) current|present (?:or|and) past|to date|"
    r"so far|ever|over time)"
)
_CHIEF: Final = (
    r"(?:ceos?|cfos?|ctos?|coos?|cios?|cmos?|chief [a-z]+(?: officer)?s?|chief executives?|finance (?:directors?|chiefs?)|chair(?:man|men|"
    r"woman|women|person|s)?|presidents?|managing directors?|general counsels?)"
)
_WHO: Final = r"(?:(?:different |individual )?(?:people|persons|individuals|executives|men and women))"
_ROUND: Final = r"(?:pre-seed|seed|series [a-j])"
_SO_MANY: Final = r"(?:two|three|four|more than one|at least two|two or more|several|multiple)"


def _held(found: re.Match[str]) -> str:
    """ "How many people have been CEO of Acme", "all CEOs of Acme, past and present": whoever held the post at any time."""
    many = found.groupdict().get("many")
    return f"{'how many people' if many else 'who all'} held the post of {found['post']} of {found['where'].strip()} ever"


def _side(found: re.Match[str]) -> str:
    """ "How often does Acme appear as the seller": in how many deals."""
    side = found["side"].lower()
    if re.fullmatch(_SIDES, side):
        return f"how many acquisitions have {found['who']} as the {side}"
    return f"how many rounds have {found['who']} as {'a lead investor' if side.startswith('lead') else 'an investor'}"


def _several(found: re.Match[str]) -> str:
    """ "At two different companies": at more than one of them."""
    many = {"three": "three", "four": "four"}.get(found["many"].lower(), "two")
    seat = " as director" if re.search(r"\bboards?\b", f"{found['board'] or ''} {found['of']}", re.IGNORECASE) else ""
    did = re.sub(r" (?:on|of|at|in)(?: the)?$", "", found["did"]) if seat else found["did"]
    return f"{did}{seat} at at least {many} companies"


def _in_money(found: re.Match[str]) -> str:
    """ "By how many dollars did sales rise in 2017": from the year before."""
    unit, part = found["unit"] or found["in"] or found["told"], found["part"] or ""
    return f"by how many {unit} did {found['what']} {found['turn']} from {part}{int(found['year']) - 1} to {part}{found['year']}"


def _share(found: re.Match[str]) -> str:
    """ "Acme, tools segment share of 2016 sales": what share of Acme's 2016 sales came from the segment."""
    owner = f"{found['who']}'s " if found["who"] else ""
    part = re.sub(r"['\u2019]s$", "", found["part"]).removeprefix("the ")
    return f"what share of {owner}{found['all']} came from the {part}"


_RULES: Final = Rules(
    (
        (rf"^{_BECAME} (?P<who>{_NAME})['\u2019]s? {_PLAN} {_TO_BUY} (?P<whom>{_NAME})(?: (?:turn out|end|end up|go|stand|pan out|work "
         rf"out))?"
         rf"{END}", r"status of \g<who>'s takeover of \g<whom>"),
        (rf"^{_BECAME} the {_PLAN} (?:by|from|of) (?P<who>{_NAME}) {_TO_BUY} (?P<whom>{_NAME})(?: (?:turn out|end|end up|go|stand))?{END}",
         r"status of \g<who>'s takeover of \g<whom>"),
        (rf"^(?:sum of |total of |the )?(?P<who>[\w&.' -]{{2,30}}?)(?:['\u2019]s)? (?P<one>{_ROUND})(?: rounds?)?(?:,? and |, | plus "
         rf")(?:its |the )?"
         rf"(?P<two>{_ROUND})(?: rounds?)?,? (?:together|combined|in total|total|taken together|summed|added (?:up|together)|in all)"
         rf"(?P<unit>,? in [a-z]+(?: dollars)?)?{END}",
         lambda found: f"how much in total did {found['who']} raise in its {found['one']} and "
         f"{found['two']}{(found['unit'] or '').lstrip(',')}"),
        (rf"^(?:who (?:was|is) )?(?P<who>{_NAME})['\u2019]s? (?:stand[- ]in|fill[- ]in|stopgap|(?:temporary|acting|caretaker|interim) "
         rf"(?:replacement|"
         r"successor|stand[- ]in|substitute))\b", r"\g<who>'s interim replacement"),
        (rf"^who (?:stood|stands|filled|fills|stepped|steps|deputi[sz]ed|covered|acted|took over temporarily)(?: in)? (?:as "
         rf"(?P<post>{_CHIEF}) )?(?:for|"
         rf"after|from) (?P<who>{_NAME})(?: as (?P<role>{_CHIEF}))?(?P<rest> (?:at|of) {_NAME})?{END}",
         lambda found: f"{found['who']}'s interim "
         f"replacement{f' as {p}' if (p := found['post'] or found['role']) else ''}{found['rest'] or ''}"),
        (rf"^(?:how often|how many times|on how many occasions) (?:does|did|do|has|have|is|was) (?P<who>{_NAME}) (?:been )?(?:{_APPEARS} )?"
         rf"(?:as |in the role of )?(?:the |an? )?(?P<side>{_SIDES}|{_BACKING}){END}", _side),
        (rf"\b(?P<did>(?:joined|joins|appointed|appointed [a-z]+|got|won|took|landed|hired|named [a-z]+|sits?|sat|has|have|had|holds?|"
         rf"held)(?: (?:a|an|the|"
         rf"board|seats?|directors?|directorships?|boards?|posts?|positions?|jobs?|on|of|at|in))*?) (?P<board>(?:the )?boards? )?(?:at |"
         rf"of |on |"
         rf"in |by |for )?"
         rf"(?P<many>{_SO_MANY}) (?:different |separate |distinct )?(?P<of>companies|firms|boards|company|firm|board)\b", _several),
        (rf"(?:^|\b(?:when (?:was|is) |what (?:was|is) |date of ))(?:the )?last (?:day|date)(?: in office)? (?:of|for) (?P<who>{_NAME}) "
         rf"as (?P<post>[^?.,;:]+)",
         r"when did \g<who> leave as \g<post>"),
        (rf"(?:^|\b(?:when (?:was|is) |what (?:was|is) ))(?P<who>{_NAME})['\u2019]s? last (?:day|date)(?: in office)? as "
         rf"(?P<post>[^?.,;:]+)",
         r"when did \g<who> leave as \g<post>"),
        (rf"^(?:until|till|up to) when (?:was|did|is|has) (?P<who>{_NAME}) (?:been |serve as |stay |remain )?(?:as )?(?P<post>{_CHIEF} "
         rf"[^?.,;:]+)",
         r"when did \g<who> leave as \g<post>"),
        (r"\b(?P<when>(?:in (?:what|which) (?:month|year|quarter)|when|on (?:what|which) (?:day|date)) did [^?.,;:]*?(?:round|funding|"
         r"financing|money|series "
         r"[a-j]|deal|raise|acquisition|takeover|loan|investment)) (?:come (?:through|together|about)|land|materiali[sz]e|get done|get "
         r"closed|go ahead)\b",
         r"\g<when> happen"),
        (r"\b(?P<worth>valuation|worth|valued|value)\b(?P<whose>[^?.,;:]*?) (?:at|around|as of) the (?:time|moment|point|date) of "
         r"(?P<of>its|their|the|his) ", r"\g<worth>\g<whose> at \g<of> "),
        (r"\b(?P<worth>valuation|worth|valued|value)\b(?P<whose>[^?.,;:]*?) (?:when|as|once) (?:it|they) (?:raised|closed|did|announced|"
         r"landed|got|"
         r"completed) (?P<of>its|their|the|an?) (?=series|seed|angel|ipo|debt)", r"\g<worth>\g<whose> at its "),
        (rf"^(?:what(?:['\u2019]s| is)? (?:the )?(?:max(?:imum)?|most)(?: amount)?(?: that)?|how much) (?P<who>{_NAME}|[a-z]+) (?:can|"
         rf"could|may) (?:draw"
         rf"|borrow|take)(?: down| out)? (?:from|under|on) (?:the |its )?(?P<bank>(?!loan)[^?.,;:]{{3,30}}?) (?:loan|facility|credit "
         rf"line|credit facility|"
         rf"debt)s?{END}", r"size of \g<who>'s debt round with \g<bank>"),
        (rf"^(?P<many>how many) (?:different |separate )?(?P<post>{_CHIEF}) (?:has|have|had|did) (?P<where>{_NAME})(?: ever)? (?:had|"
         rf"have|gone through|"
         rf"seen|employed|been through|got through)(?: (?:{_EVER}))?(?:,? interim (?:ones )?included|,? including interim(?: "
         rf"ones)?)?{END}", _held),
        (rf"^(?:interim (?:ones )?included,? |including interim ones,? )?(?P<many>how many) {_WHO} (?:have been|have served as|were|turn "
         rf"up as|have ever been|"
         rf"appear as|have held the (?:post|job|role) of|served as|have acted as|have worked as)(?: the)? (?P<post>{_CHIEF}) (?:of|at) "
         rf"(?P<where>{_NAME})(?:,? \(?{_EVER}\)?)?(?:,? (?:interim (?:ones )?included|including interim(?: ones)?))?{END}", _held),
        (rf"^(?:who (?:have been|has been|has ever been|were|are)|list|name|show|all|every)(?: all)?(?: of)?(?: the)? (?P<post>{_CHIEF}) "
         rf"(?:of|at) "
         rf"(?P<where>{_NAME}),? \(?{_EVER}\)?{END}", _held),
        (rf"^(?:list |name |show )?(?:all |all the |every )?(?P<where>{_NAME})['\u2019]s? (?P<post>{_CHIEF}),? \(?{_EVER}\)?{END}", _held),
        (r"^(?:by how many (?P<unit>dollars|euros|pounds|yen)|by how much,? in (?P<in>dollars|euros|pounds|yen),?|by how much(?=[^?]* in "
         r"(?:us )?"
         r"(?:dollars|euros|pounds|yen)[?.]*$)) did (?P<what>[^?]+?) (?P<turn>rise|grow|increase|go up|climb|fall|drop|decrease|decline|"
         r"shrink) "
         r"(?:in|during|for) (?P<part>q[1-4] |the (?:first|second|third|fourth) quarter of )?(?P<year>(?:19|20)\d\d)(?: in (?:us )?"
         r"(?P<told>dollars|euros|pounds|yen))?(?=[?.]*$)", _in_money),
        (r"^(?P<growth>(?![^?]*(?:19|20)\d\d[^?]*(?:19|20)\d\d)[^?]*?\b(?:growth|rise|increase|change|decline|drop)\b[^?]*?),? (?:in|as "
         r"an?) (?:%|percent(?:age)?(?: "
         r"terms)?)(?=\s*[?.]*$)", r"\g<growth>"),
        (r"(?P<growth>\b(?:growth|rise|increase|change|decline|drop)\b[^?]*?) (?:against|vs\.?|versus|on|over|compared (?:to|with)|from) "
         r"(?:(?:a|one|the) year (?:earlier|ago|before)|(?:the|its) (?:prior|previous|preceding) year)(?=,|\s*[?.]*$)",
         r"\g<growth> year over year"),
        (r"^(?:(?P<who>[\w&.' -]{2,30}?)(?:['\u2019]s|,|:)? )?(?P<part>(?:the )?[a-z][a-z -]{1,24} (?:segment|division|unit|"
         r"business)(?:['\u2019]s)?)"
         r" (?:share|percentage|portion|proportion|part|as an? (?:share|percentage|percent|%)|in (?:%|percent)) of "
         r"(?P<all>(?P<whose>[^?.,;:]*?)"
         r"(?:total |group |overall )?(?:revenues?|sales|turnover)(?: (?:in|for|of) [^?.,;:]+)?)(?:,? in (?:%|"
         r"percent))?(?=\s*[?.]*$)", _share),
    )
)  # fmt: skip


def told_of(question: str) -> str:
    """A question with such phrases in the words of the grammar.

    Args:
        question: written out, with single spaces.
    """
    return " ".join(rewritten(question, _RULES).split())
