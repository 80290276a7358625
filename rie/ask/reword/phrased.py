"""Deals, rounds and posts in other turns of phrase: "what stake did Acme agree to take in Hooli", "joined Acme in what role", "the month of
its seed", "how many dollars a share is the offer worth", "whose was it before".
"""

from __future__ import annotations

import re
from typing import Final

from rie.ask.reword.pieces import END, ENDS, NAME
from rie.ask.reword.rewrite import Replacement, Rules, rewritten

_WHO: Final = rf"(?P<who>{NAME})"
_WHOM: Final = rf"(?P<whom>{NAME})"
_ANY: Final = r"[^?.,;:]{2,60}?"
_STAGE: Final = r"(?:(?:pre-?)?seed|series [a-j]|angel|debt|bridge|ipo)"
_ROUND: Final = rf"(?:{_STAGE}(?: (?:round|financing|funding|raise))?|(?:first |last |latest |funding )?(?:round|financing|raise))"
_DEAL: Final = r"(?:acquisition|takeover|purchase|deal|buyout|merger|bid|offer|appointment|departure|sale|loan)"
_WHEN: Final = r"(?P<when>(?: (?:in|during|of|since|before|after) [^?.,;:]{4,24}?)?)"
_TAKE: Final = r"(?:take|buy|acquire|pick up|purchase|get|obtain|secure)"
_TOOK: Final = r"(?:took|bought|acquired|picked up|purchased|got|obtained|secured|takes|is taking|is buying|has taken|has bought|will take)"
_AGREED: Final = r"(?:has |have |had )?(?:agreed|promised|planned|announced plans|is|was|signed up|struck a deal) to"
_PART: Final = r"(?:stake|share|holding|interest|slice|percentage|shareholding|part)"


def _month(found: re.Match[str]) -> str:
    what = re.sub(r" announce(?:ment|d)$", "", found["what"])
    return f"in which {'year' if found['unit'].lower() == 'year' else 'month'} was {what} announced"


_STAKES: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?:(?:what|which) (?:is|was) )?(?:the )?(?:(?:percentage|percent|size of the|%) )*{_PART},? (?:in percent,? |that |which )*{_WHO} "
     rf"(?:{_AGREED} {_TAKE}|{_TOOK}) in (?P<whom>{_ANY}){ENDS}", r"what percentage of \g<whom> did \g<who> acquire"),
    (rf"^(?:what|which|how (?:big|large) an?) (?:percentage |percent )?{_PART} (?:did|does|has|will) {_WHO} agree(?:d)? to {_TAKE} in "
     rf"(?P<whom>{_ANY}){ENDS}", r"what percentage of \g<whom> did \g<who> acquire"),
    (rf"^(?:how many percent|(?:what|which) (?:percentage|percent|part|share)) of {_WHOM} (?:did|does|has|will) {_WHO} agree(?:d)? to "
     rf"{_TAKE}{ENDS}",
     r"what percentage of \g<whom> did \g<who> acquire"),
    (r"\b(?<!minority )(?<!majority )(?:partial )?(?:stake|share|shareholding)[ -](?:purchases|acquisitions|deals|buys|takings|"
     r"transactions)\b",
     "acquisitions with disclosed stake"),
    (r"\b(?:acquisitions|purchases|takings|buying) of (?:only |just |mere )?(?:stakes|shareholdings|holdings)(?! (?:in|of|by|over|above|"
     r"under|"
     r"larger|bigger|smaller|between|worth)\b)", "acquisitions with disclosed stake"),
    (rf"^(?:for|in|of|at|with) (?:what|which) (?:targets|companies|firms|businesses) (?:does|did|do|was|were|is|has) (?:the |a )?"
     rf"(?:(?:deal|acquisition|purchase|buyer|takeover)s? (?:cover|concern|involve|include|take|buy|amount to|only (?:cover|concern))|"
     rf"only|just|"
     rf"merely)?(?: only| just| merely| no more than)*(?: an?| some)? {_PART}s?(?: (?:bought|acquired|sold|taken|purchased|change "
     rf"hands|changing hands))?(?:,? (?:rather than|instead of|and not|not|but not) (?:of )?(?:the |an? )?(?:whole|entire|full|"
     rf"complete)(?: (?:firm|"
     rf"company|business|thing|target|lot))?)?{ENDS}", "which companies were targets of acquisitions with disclosed stake"),
    (r"^(?:how many times|how often|in how many (?:deals|cases|acquisitions)) (?:was|were|has|have) (?:only|just|merely|no more than)? "
     r"?(?:an? |some )?(?:stakes?|part of (?:a|the) "
     rf"(?:company|firm)) (?:been )?(?:bought|acquired|purchased|taken){_WHEN}{ENDS}", r"how many acquisitions with disclosed "
     r"stake\g<when>"),
    (r"^how many stakes (?:were|have been|got) (?:bought|acquired|purchased|taken)(?= in (?:19|20)\d\d|"
     r"\s*[?.]*$)", "how many acquisitions with disclosed stake were there"),
    (r"\bpartial (?:acquisitions|takeovers|deals|purchases)\b", "acquisitions with disclosed stake"),
    (r"^(?:which|what) (?:deals|acquisitions|takeovers|purchases) (?:were|was|are|is|covered|cover|concerned|involved) (?:for |of "
     r")?(?:only|just|"
     rf"merely|no more than) (?:an? )?(?:stakes?|part of the company)(?: purchases)?{ENDS}",
     "which acquisitions have a disclosed stake"),
)  # fmt: skip
_PRICES: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?:how many (?:dollars|euros|pounds)|how much(?: money)?|what price|what) (?:a|per|for each|for every|for a|each) share (?:is|"
     rf"was) "
     rf"{_WHO}['\u2019]s? (?:offer|bid|proposal|deal|takeover|acquisition) (?:for|to buy|of) (?P<whom>{_ANY}) (?:worth|valued at)?{ENDS}",
     r"what was the price per share in \g<who>'s offer for \g<whom>"),
    (rf"^(?:how many (?:dollars|euros|pounds)|how much(?: money)?|what(?: price)?) (?:a|per|for each|for every|for a|each) share (?:did|"
     rf"does|"
     rf"has|is|was) {_WHO} (?:offer|offered|offering|bid|bidding|pay|paid|paying|put up|propos(?:e|ed|ing))(?: to pay)? (?:for|to buy) "
     rf"(?P<whom>{_ANY}){ENDS}", r"what was the price per share in \g<who>'s offer for \g<whom>"),
    (rf"^(?:how much|what(?: price)?) (?:did|does|is|was|has) {_WHO} (?:offer|offering|offered|bid|bidding|pay|paying|paid)(?: to pay)? "
     rf"(?:for "
     rf"(?:each|every|a|one)|per|a) (?P<whom>{NAME}) share{ENDS}", r"what was the price per share in \g<who>'s offer for \g<whom>"),
    (rf"^(?:the )?(?:acquisition|purchase|takeover|deal|buying) (?:price|cost|value|sum) (?:of|for) {_WHOM},? when {_WHO} (?:took (?:it "
     rf")?over(?: "
     rf"it)?|bought it|acquired it|came for it|purchased it|snapped it up|got it){_WHEN}{ENDS}",
     r"how much did \g<who> pay for \g<whom>\g<when>"),
    (rf"^(?:what|which|how (?:high|big) an?) (?:price|price tag|sum|value|amount|tag) (?:was|were|did|got|is|has been) (?:put|set|placed|"
     rf"paid|fixed|"
     rf"hung|agreed|carried)?(?: on| for| upon)? ?{_WHOM} (?:carry |have |fetch |cost |go for |bring )?when {_WHO} (?:took (?:it "
     rf")?over(?: it)?|bought "
     rf"it|acquired it|came for it|came along|purchased it|snapped it up|got it|went for it|bid for it){_WHEN}{ENDS}",
     r"how much did \g<who> pay for \g<whom>\g<when>"),
    (rf"^(?:how much|what) (?:was|were|did|has|had) {_WHOM} (?:worth|cost|fetch|go for|bring|valued at|bring in|sold for) when {_WHO} "
     rf"(?:took (?:it )?"
     rf"over(?: it)?|bought it|acquired it|came for it|came along|purchased it|snapped it up|got it){_WHEN}{ENDS}",
     r"how much did \g<who> pay for \g<whom>\g<when>"),
    (rf"^how much (?:was|were) paid for {_WHOM} when {_WHO} (?:took (?:it )?over(?: it)?|bought it|acquired it|came for it|purchased it|"
     rf"got it)"
     rf"{_WHEN}{ENDS}", r"how much did \g<who> pay for \g<whom>\g<when>"),
)  # fmt: skip
_UNIT: Final = r"(?:division|unit|arm|business|operations?|subsidiary|branch|assets|activities|plants?|brands?|segment|department)"
_BEFORE: Final = (
    r"(?:whose (?:was|were) (?:it|they|that)(?: (?:before|previously|until then|beforehand))?|who(?: had)? (?:owned|held|possessed|ran|"
    r"had) (?:it|"
    r"them|that)(?: (?:before|previously|until then|beforehand|up to then|earlier))|who (?:was|were) (?:its|the|their) (?:previous|"
    r"former|old|prior|"
    r"earlier|last) (?:owner|parent|holder)s?|who used to (?:own|have) it|who (?:did|had) (?:it|they) belong(?:ed)? to(?: (?:before|"
    r"previously))?|"
    r"to whom did (?:it|they) belong(?: (?:before|previously))?|who let it go|who (?:gave|sold) it(?: up| off| to them)?|who parted with "
    r"it)"
)
_STATES: Final = {
    "signed": "agreed", "pending": "agreed", "closed": "completed", "called off": "terminated", "cancelled": "terminated",
    "abandoned": "terminated",
}  # fmt: skip
_PARTIES: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^{_WHO} (?:has |had )?(?:bought|acquired|took over|purchased|picked up|snapped up|got) (?P<what>(?:an? |the "
     rf")?[^?.;:]{{3,70}}?)[.;:,?]+ (?:and "
     rf")?{_BEFORE}{ENDS}",
     lambda found: f"who sold {re.sub(r'^an? ', 'the ', found['what'])} to {found['who']}"),
    (rf"^(?:(?:who (?:is|was)|name) )?(?:the )?(?:buyer|acquirer|purchaser|new owner) of (?P<the>the |an? )?(?P<what>(?:[a-z-]+(?:,? and|"
     rf",)? ){{1,4}}{_UNIT}) (?:of|belonging to) {_WHO}{ENDS}",
     r"who bought \g<the>\g<what> from \g<who>"),
    (rf"^(?P<what>(?:the )?(?:[a-z-]+(?:,? and|,)? ){{1,4}}{_UNIT}) (?:of|from) {_WHO}[:,;] (?:who|which (?:company|firm)) (?:took|"
     rf"bought|acquired|got|purchased) (?:it|that|this)(?: over)?{ENDS}",
     lambda found: f"who bought {found['what'][0].lower()}{found['what'][1:]} from {found['who']}"),
    (rf"\b(?P<ask>who|which (?:company|firm|buyer|group|acquirer)|what company) (?P<did>bought|acquired|took over|purchased|picked up|"
     rf"got|snapped up|"
     rf"took on) (?P<the>the |an? )?(?P<what>(?:[a-z-]+(?:,? and|,)? ){{1,4}}{_UNIT}) (?:of|belonging to|owned by) "
     rf"{_WHO}(?P<rest>{_WHEN}){ENDS}",
     r"\g<ask> \g<did> \g<the>\g<what> from \g<who>\g<rest>"),
    (rf"^(?:which|what|whose) (?:bank|lender|fund|investor|firm|house|venture debt fund|institution)s? (?:gave|lent|provided|extended|"
     rf"granted|handed|"
     rf"supplied|offered|arranged|made) {_WHO}(?: with)? (?:its |the |an? |their )?(?P<what>(?:debt|loan|credit|venture debt|bank)(?: "
     rf"(?:financing|facility|round|line|money|funding|deal|finance))?|loan|credit line){_WHEN}{ENDS}",
     r"who provided \g<who>'s debt financing\g<when>"),
    (rf"^(?:and )?(?:(?:from|at|with) (?:which|what) (?:bank|lender|institution|fund)|from whom|who(?:m)?|(?:which|what) (?:bank|"
     rf"lender)) (?:did|has|does|had) {_WHO} (?:get|got|take|taken|"
     rf"borrow|obtain|obtained|receive|received|secure|secured|raise|raised)(?: out)? (?:its |the |an? |their )?(?:debt|loan|credit|"
     rf"venture debt|bank loan)(?: (?:financing|facility|round|line|"
     rf"money|funding))?(?: from)?{_WHEN}{ENDS}", r"who provided \g<who>'s debt financing\g<when>"),
    (rf"^(?:which|what) (?:bank|lender)s? (?:financed|funded|lent (?:money )?to|lent) {_WHO}{_WHEN}{ENDS}", r"who provided \g<who>'s "
     r"debt financing\g<when>"),
    (rf"^(?:which|what) (?:bank|lender|fund|institution)s? (?:is|was|were|stood|stands) behind {_WHO}['\u2019]s? (?:debt|loan|credit)(?: "
     rf"(?:financing|facility|round|line|funding))?{_WHEN}{ENDS}", r"who provided \g<who>'s debt financing\g<when>"),
    (rf"^which (?:target|company|firm)s? (?:got away|escaped|stayed independent|slipped away|remained independent)(?: (?:because|as|"
     rf"since|when|after) "
     rf"(?:the |its |their )?{_DEAL}s? (?:was|were|got|had been|fell|collapsed|failed)[^?]*)?{ENDS}", "targets of terminated takeovers"),
    (rf"^which takeover targets? (?:got away|escaped|stayed independent|slipped away|remained independent)(?: (?:because|as|since|when|"
     rf"after) "
     rf"(?:the |its |their )?{_DEAL}s? (?:was|were|got|had been|fell|collapsed|failed)[^?]*)?{ENDS}", "targets of terminated takeovers"),
    (r"\b(?P<who>buyers|acquirers|targets|sellers|purchasers|bidders) (?:whose|with) (?:an? |the |their |its )?(?:deals?|takeovers?|"
     r"acquisitions?|purchases?|"
     r"offers?|bids?) (?:(?:that|which) )?(?:(?:is|are|was|were|has been|have been|got) )?(?:announced and )?(?P<state>agreed|signed|"
     r"pending|completed|"
     r"closed|terminated|called off|cancelled|abandoned|rumoured|denied)(?:,? (?:but|and|yet|though)(?: (?:is|are|has|have|was|were|"
     r"it))? (?:not yet|not|"
     r"(?:is|are|has|have)n['\u2019]t|still not|yet to be|still to be|never)(?: yet)?(?: been)? (?:closed|completed|done|finished|close|"
     r"complete|"
     r"finali[sz]ed)(?: yet)?)?(?=[?.,;]|$| in\b| by\b)",
     lambda found: f"{found['who']} of {_STATES.get(found['state'].lower(), found['state'])} deals"),
    (r"\b(?:is|are|was|were|been) (?P<state>agreed|announced|proposed|signed),? (?:but|yet|though|and) (?:(?:is|are|was|were|has|have|"
     r"had) )?"
     r"(?:not yet|not|still not|yet to be|(?:is|are|has|have)n['\u2019]t)(?: been)? (?P<done>completed|closed|done|finali[sz]ed)(?: "
     r"yet)?\b",
     r"were \g<state> but not completed"),
    (rf"\bmove (?:on|for) (?={NAME})", "bid for "),
    (rf"(?<=\w )go (?:for|after) (?={NAME}\s*[?.]*$)", "bid for "),
    (r"(?<=['\u2019]s )(?:swoop|tilt|run|play|pounce|raid|advance) (?:on|at|for) (?=(?-i:[A-Z]))", "bid for "),
)  # fmt: skip
_POSTS: Final = r"(?:role|post|position|capacity|function|job|title)"
_HIRED: Final = (
    r"(?:brought in|hired|took on|recruited|signed up|poached|lured|brought on board|took on board|welcomed|added|enlisted|named|appointed)"
)
_HIRE: Final = r"(?:bring in|hire|take on|recruit|sign up|poach|lure|bring on board|take on board|welcome|enlist|add)"
_PEOPLE: Final = (
    r"(?:(?:senior |top |new )?(?:executives|managers|people|persons|officers|bosses|leaders|executives and directors|hires|senior people))"
)
_PEOPLE_RULES: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?:(?:list|name|show|give me|who were|who are) )?(?:all )?(?:the )?{_PEOPLE} (?:that |who |whom |which )?(?P<who>{_ANY}) (?:has "
     rf"|have |had )?"
     rf"{_HIRED}{_WHEN}{ENDS}", r"executives appointed by \g<who>\g<when>"),
    (rf"^(?:which|what) {_PEOPLE} (?:did|has|have) (?P<who>{_ANY}) (?:{_HIRE}|{_HIRED}){_WHEN}{ENDS}", r"executives appointed by "
     r"\g<who>\g<when>"),
    (rf"^(?:as|to be) what (?:did|has|was|is) (?P<person>{_ANY}) (?:join(?:ed)?|start(?:ed)? at|go to|move(?:d)? to|hired by|appointed "
     rf"(?:by|at)) (?P<who>{_ANY}){ENDS}",
     r"what role did \g<person> get at \g<who>"),
    (rf"^what did (?P<person>{_ANY}) (?:become|start as|join as) at (?P<who>{_ANY}){ENDS}", r"what role did \g<person> get at \g<who>"),
    (rf"^(?P<person>{_ANY}) (?:has |had )?(?:joined|started at|went to|moved to|came to|was hired by|was appointed (?:at|by)|is at|"
     rf"signed on with) "
     rf"(?P<who>{_ANY}),? (?:in|as|for|into|to) (?:what|which) (?:kind of |sort of )?{_POSTS}{ENDS}",
     r"what role did \g<person> get at \g<who>"),
    (rf"^(?:in|as|for|to|into) (?:what|which) {_POSTS} (?:did|has|was|is) (?P<person>{_ANY}) (?:join(?:ed)?|start(?:ed)? at|go to|"
     rf"move(?:d)? to|hired (?:by|"
     rf"at)|appointed (?:by|at)|come to) (?P<who>{_ANY}){ENDS}", r"what role did \g<person> get at \g<who>"),
    (rf"^(?:on|to|onto) (?:which|what|whose) (?:company |corporate )?boards?(?: of directors)? (?:did|has|was|is) (?P<who>{_ANY}) "
     rf"(?:take (?:up )?(?:a |his |"
     rf"her )?(?:seats?|place)|taken (?:a )?seats?|get (?:a )?seats?|land|come|go|named|appointed|elected|join|voted|brought|added){ENDS}",
     r"which companies have \g<who> on their board"),
    (rf"^(?:where|(?:at|in) (?:which|what) (?:companies|firms|company)) (?:did|has|was|is) (?P<who>{_ANY}) (?:take (?:a |up a )?(?:board "
     rf")?seats?(?: on the "
     rf"board)?|(?:a )?(?:board )?director|on the board|join the board|become a director){ENDS}", r"which companies have \g<who> on "
     r"their board"),
)  # fmt: skip
_TIMES: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?:in )?(?:which|what) month and (?:(?:which|what|the) )?year (?P<rest>(?:was|were|did|is|has) [^?]*?)(?: in)?{END}",
     r"in which month \g<rest>"),
    (rf"^(?:the )?(?P<unit>month|year)(?: and (?:the )?year)? (?:of|for|in which|when) (?P<what>[^?.,;:]*?\b(?:{_ROUND}|{_DEAL})(?: "
     rf"(?![^?.,;:]*\b(?:became|was|were|is|got|came|went|took|happened|closed)\b)[^?.,;:]{{0,40}}?)?)"
     rf"(?: (?:became known|(?:was|got) (?:first )?(?:reported|announced|disclosed|made public|known)))?{ENDS}",
     _month),
    (rf"^when(?: exactly)?,? \((?:(?:which|what|in which|the|just the|only the) )?(?P<unit>month|year|month and year)(?: is enough| will "
     rf"do| please|"
     rf" suffices)?\),? (?P<rest>(?:did|was|were|has|is)\b[^?]*){END}",
     lambda found: f"in which {'year' if found['unit'].lower() == 'year' else 'month'} {found['rest']}"),
    (rf"^(?:and )?when (?P<rest>(?:did|was|were|has|is)\b[^?]*?),? \(?(?:(?:which|what|in which|the|just the|only the) )?(?P<unit>month|"
     rf"month and "
     rf"year)(?: is enough| will do| please| suffices| only)*\){END}", r"in which month \g<rest>"),
    (rf"^(?:i (?:only|just) need )?(?:the )?(?P<unit>month|year) (?:please|only)?(?:[:,;] )(?P<what>[^?.,;:]*?\b(?:{_ROUND}|"
     rf"{_DEAL})){ENDS}", _month),
)  # fmt: skip
_KINDS: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?:what|which) (?:kind|type|sort|stage) of (?:funding )?round was (?:it|that|the one)(?: that| which)? {_WHO} "
     rf"(?P<did>announced?|raised?|closed?|got|did|"
     rf"landed|made)(?P<rest>[^?]*){END}",
     lambda found: f"what type of round did {found['who']} announce{found['rest']}"),
    (r"^(?:and )?who(?: else)? (?:was|were|is|went) (?:also |else )?in (?:the|that|this) (?:round|deal|financing)(?: (?:too|as well|"
     r"besides))?(?=\s*[?.!]*$)",
     "who else took part"),
    (r"^(?:and )?(?:(?:who|which) (?:were|are)|name|what about|list|and) (?:the |its )?(?:other|remaining) (?:investors|backers|"
     r"participants|funds|names)(?: in (?:it|the "
     r"round|that round))?(?=\s*[?.!]*$)", "who else took part"),
)  # fmt: skip
_RULES: Final = Rules((*_KINDS, *_STAKES, *_PRICES, *_PARTIES, *_PEOPLE_RULES, *_TIMES))


def phrased(question: str) -> str:
    """A question with such turns in those of the grammar.

    Args:
        question: written out and without frames, with single spaces.
    """
    return " ".join(rewritten(question, _RULES).split())
