"""Everyday words for what is asked: "the record Series A went to whom", "which letter did it carry", "lead or not", "pricier"."""

from __future__ import annotations

import re
from typing import Final

from rie.ask.reword.pieces import END, ENDS, NAME
from rie.ask.reword.rewrite import Replacement, Rules, rewritten

_STAGE: Final = r"(?:(?:pre-)?seed|series [a-j]|angel|debt|bridge)"
_ROUND: Final = rf"(?:(?:{_STAGE}(?: round)?)|rounds?|financing|raise)"
_BEST: Final = (
    r"(?:record|largest|biggest|top|smallest|highest|lowest|latest|first|last|most recent|newest|earliest|second largest|second biggest)"
)
_TIME: Final = r"(?: (?:in|of|during|for) [^?.,;:]{4,24}?)?"
_PRICED: Final = r"(?P<more>pricier|more expensive|dearer|costlier|more costly|higher priced|cheaper|less expensive|less costly)"
_TWO: Final = r"(?P<one>[^?.,;:]{2,40}?),? or (?P<two>[^?.,;:]{2,40}?)"
_DEAL: Final = r"(?:one|buy|deal|acquisition|takeover|purchase|target|company|business)"


def _priced(found: re.Match[str]) -> str:
    """ "Which one was pricier: Acme or Globex?": which takeover."""
    less = found["more"].lower().startswith(("cheap", "less"))
    return f"which takeover was {'cheaper' if less else 'pricier'}, {found['one']} or {found['two']}?"


_FACT: Final = re.compile(
    r"\b(?:rounds?|series [a-j]|seed|deal|acquisition|takeover|purchase|financing|raise|loan|debt|ipo)\b", re.IGNORECASE
)


def _announced(found: re.Match[str]) -> str:
    """ "Acme Globex announcement month": in which month was the deal of both announced."""
    asks = "when" if found["unit"].lower() in ("date", "day") else f"in which {found['unit'].lower()}"
    deal = "" if _FACT.search(found["what"]) else " deal"
    return f"{asks} was the {found['what']}{deal} announced?"


_EITHER: Final = (
    r"(?:(?:whether|be it|no matter (?:if|whether)|regardless of whether|irrespective of whether) )?(?:it was |they were |it )?(?:as |in "
    r"|the |a )?"
    r"(?:lead(?:ing|er|s)?(?: (?:investor|role))?|led)(?: it| them)?,? or (?:not|otherwise|(?:as )?(?:an? )?(?:follower|follow(?:ing)?|"
    r"co-investor|"
    r"participant|mere participant)|just (?:joined|took part|participated|joining|participating))"
)
_ASKS: Final = r"(?=[^?]*\b(?:how many|number|count|which|what|list|who|rounds?)\b)"
_LEADS: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^{_ASKS}(?P<ask>[^?]+?)(?:,| -| \() ?(?:{_EITHER}|in (?:any|whatever|whichever) (?:role|capacity|function)|(?:leading|as lead) "
     rf"and not"
     rf"(?: leading)?|regardless of (?:who (?:led|was (?:the )?lead)|(?:its|the) role)|no matter who led)\)?{ENDS}", r"\g<ask>"),
    (rf"^{_ASKS}(?P<ask>[^?]+?) (?:in (?:any|whatever|whichever) (?:role|capacity)|whether (?:as )?(?:lead|leader) or not){ENDS}",
     r"\g<ask>"),
    (rf"^(?:and )?(?:which|who)(?: ones?)? (?:of|among|out of) (?:them|those|these)(?: investors| firms| backers)? (?:led|was (?:the )?lead"
     rf"(?:er)?(?: investor)?|were (?:the )?leads?|took the lead)(?: it| the round| in it)?{END}", "who led it"),
    (rf"^(?:and )?which (?:one|ones|of (?:them|those|these)) led(?: it)?{END}", "who led it"),
)  # fmt: skip
_WHOM: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?P<ask>[^?]+?)[,;:]? how many (?:of them )?(?:were|are) there{ENDS}(?<!^how many were there)", r"number of \g<ask>"),
    (rf"^(?:the )?(?P<best>{_BEST}) (?P<what>{_ROUND})(?P<when>{_TIME}) (?:went|goes|belongs|belonged|fell) to (?:whom|who|which "
     rf"(?:company|firm|startup)|"
     rf"what company){ENDS}", r"which company raised the \g<best> \g<what>\g<when>"),
    (rf"^(?:to )?(?:whom|who|which (?:company|firm|startup)) (?:did |does )?the (?P<best>{_BEST}) (?P<what>{_ROUND})(?P<when>{_TIME}) "
     rf"(?:go|went|belong) ?"
     rf"(?:to)?{ENDS}", r"which company raised the \g<best> \g<what>\g<when>"),
    (rf"\b(?:which|what) (?:letter|series letter) (?:did|does|has|had|was|is) (?P<what>[^?;:]{{4,70}}?) (?:carry|have|bear|get|go by|wear|"
     rf"labelled|given|called|on it){ENDS}", r"what type was \g<what>"),
    (rf"^(?:which|what) (?:letter|series letter) (?:was|is) (?P<what>[^?;:]{{4,70}}?){ENDS}", r"what type was \g<what>"),
    (rf"^(?:which|what) (?:one|of (?:them|the two|these))?,? ?(?:was|is|were) (?:the )?{_PRICED}(?: {_DEAL})?[:,]? (?:the "
     rf")?{_TWO}{ENDS}", _priced),
    (rf"^{_TWO}[:,;-] (?:which|what)(?: one| of (?:them|the two))? (?:was|is) (?:the )?{_PRICED}(?: {_DEAL})?{ENDS}", _priced),
    (rf"^(?:was|is) (?P<one>{NAME}) or (?P<two>{NAME}) (?:the )?{_PRICED}(?: {_DEAL})?{ENDS}", _priced),
    (rf"^(?:was|is) it (?P<one>{NAME}) or (?P<two>{NAME}) (?:that|who|which) (?P<rest>[^?]+?){ENDS}", r"who \g<rest>, \g<one> or \g<two>?"),
    (rf"\bhow much (?:was|were|is|are) (?P<who>{NAME}) (?:offering|bidding|paying|putting up|prepared to pay) (?:for|to buy) ", r"how "
     r"much did \g<who> offer for "),
    (rf"\bhow fast (?:did|has|does) (?P<who>{NAME}) (?:grow|grown|increase|increased|expand|raise) (?:its |their )?(?P<what>(?:net |"
     rf"total |operating )?"
     rf"(?:revenues?|sales|income|profits?|earnings|ebitda))\b", r"how fast did \g<who>'s \g<what> grow"),
    (r"\b(?:did|does) (?:the )?(?:news|word|story) (?:break|come out|emerge|surface|get out|leak)(?: out)? (?:that|of|about) "
     r"(?=(?-i:[A-Z]))", "was it announced that "),
    (rf"\b(?:became|become|was made|were made) (?:publicly )?(?:known|public){END}", "was announced"),
    (rf"^(?P<who>{NAME})['\u2019]s? (?:shopping list|shopping basket|purchases list|shopping bag|haul of (?:acquisitions|"
     rf"companies))(?P<when>{_TIME}){ENDS}",
     r"what did \g<who> buy\g<when>"),
    (r"\bshopping list\b", "acquisitions"),
    (r"\b(?P<money>money|cash|dollars|funding|capital) (?:going|flowing|that (?:went|flowed|goes)|put|pumped|poured|ploughed|invested) "
     r"into "
     rf"(?P<what>(?:{_STAGE} )?(?:rounds|deals|financings))\b", r"total raised in \g<what>"),
    (r"\b(?:among|of|out of|within|from) (?:those|the ones|deals|them)(?: (?:that|which) (?:are|were|was))? (?:quoted|priced|stated|"
     r"given|denominated|"
     r"expressed|paid) in (?P<cash>(?:us )?dollars|euros|pounds|yen|sterling)", r"priced in \g<cash>"),
    (r"\bin (?:an?|another|any|some)? ?(?:other )?(?:currency|currencies|money) (?:other than|different from|besides|that (?:is|was|are|"
     r"were) not|not) (?:the )?"
     r"(?P<cash>(?:us )?(?:dollar|euro|pound))s?\b", r"not in \g<cash>s"),
    (r"\b(?P<were>were|was|are|is) (?P<how>priced|paid|quoted|denominated|stated) not in (?P<cash>(?:us )?dollars|euros|pounds)",
     r"\g<were> not \g<how> in \g<cash>"),
    (r"\bin the (?P<year>(?:19|20)\d\d) (?:news|headlines|papers|reports|announcements)\b", r"announced in \g<year>"),
    (r"\bprice tags\b", "prices"),
    (r"^(?P<facts>(?:[a-z]+ |series [a-j] )?(?:rounds|acquisitions|takeovers|deals|financings)) (?:per|by|a|each) (?P<grain>year|quarter|"
     r"month)[,:]? (?:in |for )?"
     rf"(?P<one>(?:q[1-4] |[a-z]+ )?(?:19|20)\d\d) (?:against|vs\.?|versus|and|compared (?:to|with)|or|to|next to) (?P<two>(?:q[1-4] |"
     rf"[a-z]+ )?(?:19|20)\d\d){ENDS}",
     r"number of \g<facts> in \g<one> and \g<two> by \g<grain>"),
    (r"\bfor (?P<one>(?-i:[A-H])), (?P<two>(?-i:[A-H])),? and (?P<three>(?-i:[A-H]))(?= (?:in|of|during|rounds?)\b|\s*[?,.]|$)",
     r"for Series \g<one>, Series \g<two> and Series \g<three>"),
    (rf",? (?:with )?(?:one|a) (?:line|row|figure|number|entry) (?:per|for each|for every|each) (?:letter|stage|round type|type|kind|"
     rf"series){ENDS}", " by type"),
    (rf"^(?:and )?(?:for |in |what about )?(?:the )?same (?:month|quarter|period|time|half),? (?:but )?(?:one|a|1) year (?P<turn>on|"
     rf"later|after|afterwards|"
     rf"earlier|before|back|ago|previously){END}",
     lambda found: f"a year {'earlier' if found['turn'].lower() in ('earlier', 'before', 'back', 'ago', 'previously') else 'later'}?"),
    (rf"^when (?P<who>{NAME}) (?:announced|closed|raised|reported|did|got) (?:its|the|an?) (?P<what>{_STAGE})(?: round)?, (?:what|how "
     rf"much) (?:did it|had it|has it|"
     rf"did they) (?:(?:say|claim|report|state|mention)(?: that)? (?:it|they) had raised|(?:say|claim|report) to have raised|report "
     rf"having raised|raised)"
     rf"(?: (?:in total|to date|so far|until then|altogether|up to then|by then|overall|thus far))*{END}",
     r"what stated total did \g<who> report in its \g<what>"),
    (r"\b(?P<what>profit|income|earnings|loss|result)(?P<rest> (?:in|for|of)\b[^?(]*) \((?P<kind>net|operating|gross),? (?:in "
     r")?(?P<cash>(?:us |canadian |australian )?"
     r"(?:dollars|euros|pounds|yen|francs))\)", r"\g<kind> \g<what>\g<rest> in \g<cash>"),
    (r"\b(?P<what>profit|income|earnings|loss|result)(?P<rest> (?:in|for|of)\b[^?(]*) \((?P<kind>net|operating|gross)\)", r"\g<kind> "
     r"\g<what>\g<rest>"),
    (rf"^(?P<how>how much (?:more |less )?)(?P<did>did|has) (?P<who>{NAME}) (?:earn(?:ed)?|make|made|post(?:ed)?|book(?:ed)?|"
     rf"report(?:ed)?)(?P<rest> [^?]*?)[?.;,:] (?:i mean |meaning |"
     rf"that is,? |in terms of |as )?(?:the )?(?P<what>(?:net |operating |gross )?(?:income|profit|revenue|sales|earnings))(?: only| "
     rf"please| is meant| i mean|,? please)*{END}",
     r"\g<how>\g<what> \g<did> \g<who> make\g<rest>"),
    (r"^(?P<ask>[^?]+?),? (?:rather than|instead of|as opposed to|and not|but not) (?:buying |taking |acquiring |for |of )?(?:the |an? "
     r")?(?:whole|entire|full|complete|all of the)(?: "
     rf"(?:company|firm|business|thing|target|lot))?(?: outright)?{END}(?<!stake)", r"\g<ask>"),
    (r"^(?P<ask>which|what) (?P<who>companies|firms|startups|businesses) (?:had|have had|saw) (?:only |just |merely |no more than "
     r")?(?:an? |a minority |part |a part )?stakes? "
     rf"(?:in (?:them|themselves) )?(?:being )?(?:bought|acquired|taken|purchased|sold)(?:,? or agreed to be (?:bought|acquired|taken|"
     rf"sold),?)?{END}",
     "which companies were targets of acquisitions with disclosed stake"),
    (rf"^(?P<ask>[^?]*\b(?:acquisitions|takeovers|deals|purchases)\b[^?]*?)(?:,| \(| -) ?(?:(?:including|counting|with) )?(?:the "
     rf")?(?:(?:stakes?|stake purchases|assets?|asset (?:deals|sales)|"
     rf"partial (?:deals|acquisitions)|minority stakes|units|divisions|businesses)(?:,? (?:and|or|plus) )?)+(?: (?:included|counted|as "
     rf"well|too|inclusive))?\)?{ENDS}(?<!by stake)",
     lambda found: found["ask"] if re.search(r"includ|count|with|as well|too|inclusive", found[0][len(found["ask"]):]) else found[0]),
)  # fmt: skip
_CASH: Final = r"(?P<cash>(?:us )?dollars|euros|pounds|yen|sterling|us dollars)"
_AMOUNT: Final = r"(?P<amount>[$\u20ac\u00a3]?\d[\d.,]* ?(?:m|mn|bn|million|billion)?(?: dollars| euros| pounds)?)"
_GOT: Final = r"(?:landed|raised|got|closed|took in|secured|bagged|pulled in|received|picked up|collected|was given|netted)"
_STAKE: Final = r"(?:stake|share|piece|slice|chunk|holding|part)"
_OTHERS: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?:(?:counting|taking|considering|using|looking at|including|only|for|among|of)(?: only| just)?|only|just) (?:those|the ones|"
     rf"rounds|deals)"
     rf"(?: (?:that|which) (?:were|are|was))? (?:raised|priced|done|made|denominated|stated|quoted|reported|given|announced) in "
     rf"{_CASH}(?: only| alone)?,"
     rf" (?P<ask>[^?]+?){ENDS}", r"\g<ask> priced in \g<cash>"),
    (r"\b(?P<cash>(?:us )?dollar|euro|pound|yen)[- ]denominated (?P<what>rounds|deals|acquisitions|takeovers|financings)\b",
     lambda found: f"{found['what']} priced in {found['cash'].removesuffix('s')}{'' if found['cash'].lower() == 'yen' else 's'}"),
    (rf",? (?:counting|taking|considering|using|including|only|looking at) (?:only |just )?(?:rounds|deals|acquisitions|financings|"
     rf"those) priced in {_CASH}(?: only| alone)?{ENDS}",
     r" priced in \g<cash>"),
    (rf"^how (?:big|large|great) (?:a|an|of a|was the|is the) {_STAKE} (?:that )?(?:did |does |has |will )?(?P<who>{NAME}) (?:take|took|"
     rf"taken|buy|bought|acquire|acquired|pick up|"
     rf"picked up|get|got|purchase|purchased) in (?P<whom>{NAME}){ENDS}", r"what percentage of \g<whom> did \g<who> acquire"),
    (rf"^(?:what|which) (?:percent(?:age)?|size)? ?{_STAKE},? (?:in percent,? )?(?:did|does|has|will) (?P<who>{NAME}) (?:take|buy|"
     rf"acquire|pick up|get|purchase)(?:n|d)? in (?P<whom>{NAME}){ENDS}",
     r"what percentage of \g<whom> did \g<who> acquire"),
    (rf"^(?P<who>{NAME}) {_GOT} {_AMOUNT}(?: (?:at some point|once|one day|at one point|at some stage|ever))?[.,;:] (?:and )?(?:in "
     rf")?(?:which|what) (?P<grain>month|year|quarter)"
     rf"(?:,? (?:and|of) (?:the |which |what )?year)?(?: was (?:it|that))?{END}", r"in which \g<grain> did \g<who> raise \g<amount>"),
    (rf"^(?P<who>{NAME}) {_GOT} {_AMOUNT}(?: (?:at some point|once|one day|at one point|at some stage|ever))?[.,;:] (?:and )?when(?: was "
     rf"(?:it|that))?{END}",
     r"when did \g<who> raise \g<amount>"),
    (rf"^(?P<who>{NAME}) {_GOT} {_AMOUNT}(?: (?:at some point|once|one day|at one point|at some stage|ever))?[.,;:] (?:and )?(?:which|"
     rf"what) (?:round|stage|series|letter|kind of round) (?:was|is) (?:it|that){END}",
     r"which type of round was \g<who>'s \g<amount> round"),
    (rf"^compare (?:the )?(?P<what>[^?.,;:]{{3,60}}?)[:;.,] (?:did|has|had|does|was|who (?:has|had)[:,]?|which (?:one )?(?:has|"
     rf"had)[:,]?) (?P<one>{NAME}) or (?P<two>{NAME}) "
     rf"(?:earn|make|have|had|report|post|score|show|sell|do)?(?:ed)? ?(?:the )?(?P<more>more|higher|larger|"
      rf"bigger|better|less|lower|smaller)(?: one| figure| per share| money)?{ENDS}",
     lambda found: f"which company had the {'lower' if found['more'].lower() in ('less', 'lower', 'smaller') else 'higher'} "
      f"{found['what']}, {found['one']} or {found['two']}?"),
    (rf"^(?P<what>[^?.,;:]{{5,60}}?) (?:announcement|announced) (?P<unit>month|date|day|year){ENDS}", _announced),
    (rf"^(?P<part>[^?.,;:]{{3,40}}?)['\u2019]s (?:share|percentage|proportion|portion) of (?P<whole>{NAME})(?:['\u2019]s?)? "
     rf"(?P<what>(?:total |net )?(?:revenues?|sales|turnover)),? "
     rf"(?P<when>(?:in |for )?(?:q[1-4] |h[12] |fy ?|fiscal )?(?:19|20)\d\d),? (?:as an? |in )(?:percent(?:age)?|%)(?: of (?:the "
     rf")?total)?{ENDS}",
     r"what share of \g<whole>'s \g<what> \g<when> came from \g<part>"),
)  # fmt: skip
_RULES: Final = Rules((*_LEADS, *_WHOM, *_OTHERS))


def everyday(question: str) -> str:
    """A question with such words in those of the grammar.

    Args:
        question: written out and without frames, with single spaces.
    """
    return " ".join(rewritten(question, _RULES).split())
