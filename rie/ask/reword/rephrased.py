"""Questions about numbers side by side, people in posts and the places of those who take part, put as shorter ones.

As in `plainer`, a rule keeps the names, periods and numbers of what it rewrites; what does not fit is refused by the grammar.
"""

from __future__ import annotations

import re
from typing import Final

from rie.ask.reword.pieces import END
from rie.ask.reword.rewrite import Replacement, Rules, rewritten

_ONE: Final = r"(?P<one>[^?.,;:]+?)"
_TWO: Final = r"(?P<two>[^?.,;:]+?)"
_PERCENT: Final = r"(?:in|as an?) (?:percent(?:age)?|%)|%"
_RESULT: Final = r"(?:result|difference|ratio|quotient|answer|sum|total|outcome|number|figure|value)"
_WORKED: Final = r"(?=[^?]*\b(?:divide|divided|subtract|deduct|add|put|set|relate|take)\b)"
_EXPECTED: Final = r"(?![^?]*\b(?:consensus|estimates?|expect\w*|forecasts?|guidance|outlook|analysts?|street)\b)"
_PLURALS: Final = r"segments|divisions|units|regions|quarters|years|months|countries|cities|sectors|categories|geographies"
_GRAIN: Final = r"quarter|year|month|segment|company|country|city|region|sector|division"
_LOST: Final = r"(?:lose|shed|forfeit|give up|drop|see disappear)"
_GAINED: Final = r"(?:gain|add|put on|pile on|win)"
_MEANT: Final = (
    r"(?:i mean|by which i mean|meaning|that is|i\.? ?e\.?|so|namely|in other words|defined as|calculated as|computed as|which is|"
    r"understood as|taken as|=)"
)


def _grown(found: re.Match[str]) -> str:
    """ "how much annual revenue did Acme lose between 2014 and 2015": by how much it fell."""
    turn = "fall" if found["lost"] else "rise"
    return f"by how much did {found['who']}'s {found['what']} {turn} from {found['since']} to {found['to']}"


def _restated(found: re.Match[str]) -> str:
    """ "Acme's net margin for 2016, I mean net income over revenue": what it is made of."""
    return f"{found['who'] or found['whom']}'s {found['one']} as a percentage of {found['two']} {found['when']}"


_KIND_OF: Final = r"(?:(?:net|gross|operating|profit|ebitda) )?"  # "adjusted" and "cloud" say more
_LABEL: Final = r"(?:margin|ratio|profitability)"
_WITH_NUMBERS: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^how (?:much|many (?:dollars|euros|pounds|yen)) (?:of |in )?(?:its |their )?(?P<what>(?:annual |yearly |quarterly )?"
     rf"(?:net |operating |gross )?(?:revenues?|sales|profits?|income|ebitda|turnover)) (?:has|did|have) (?P<who>[^?.,;:]{{2,40}}?) "
     rf"(?:(?P<lost>{_LOST}|lost)|{_GAINED}|gained|added) (?:between|from) (?P<since>[^?.,;:]{{4,16}}?) (?:and|to) (?P<to>[^?.,;:]{{4,16}})"
     r"[?.]*$", _grown),
    (rf"^(?:what (?:is|was) |the |give me )*(?:(?P<who>[^?.,;:]{{2,40}}?)['\u2019]s {_KIND_OF}{_LABEL}|"
     rf"{_KIND_OF}{_LABEL} (?:of|for|at) (?P<whom>(?-i:[A-Z])[^?.,;:]{{2,40}}?)) "
     rf"(?P<when>(?:for|in|of|during) [^?.;:(,]{{4,24}}?)[?.;:,( \u2013-]+{_MEANT}?,? ?(?P<one>[a-z][a-z ]{{3,30}}?) "
     r"(?:over|divided by|/|as an? (?:percentage|percent|share|%) of|relative to) (?P<two>[a-z][a-z ]{3,30}?)"
     r"(?:,? (?:as an? (?:percentage|percent|%)|in (?:percent|%)))?\)?[?.]*$", _restated),
    (r"(?P<divided>\bdivide [^?]*?) (?:for|in|of) (?:that|the same) (?:quarter|year|period)\b", r"\g<divided>"),
    (r"\b(?:what|how much) (?:do|would|will|does one) (?:you |we |i )?(?:get|have|obtain) (?:if|when) (?:you|we|i|one) "
     r"(?=divid|subtract|add|deduct|take|put|set)", ""),
    (r"\s*=\s*\?*\s*$", "?"),
    (rf"^(?P<worked>{_WORKED}[^?]+?)(?:,? and (?:then )?|[:;,.] )(?:please )?(?:show|give|tell|let|send|state)(?: (?:me|us))?(?: know)? "
     rf"the {_RESULT}{END}", r"\g<worked>"),
    (rf"^(?P<worked>{_WORKED}[^?]+?)[:;,] (?:what(?:['\u2019]s| is| remains|['\u2019]s that|) ?|how much is )"
     rf"(?:left|the {_RESULT}|that)?{END}(?<=[a-z])", r"\g<worked>"),
    (rf"^(?=.*\bdivide )(?P<ask>.*?)\bdivide {_ONE} by {_TWO},? and (?:show|give|tell)(?: (?:me|us))? (?:the|it as a) percentage{END}",
     r"\g<ask>\g<one> as a percentage of \g<two>"),
    (rf"\b(?:put|set|hold|place) {_ONE} against (?P<what>(?:the )?(?:consensus|analysts|street|estimates?|"
        rf"expectations)\b)", r"\g<one> versus \g<what>"),
    (r"\b(?:relative to|in relation to|against) (?=(?:the )?(?:analysts?['\u2019]? |street |market )?(?:consensus|street|"
        r"estimates?|expectations)\b)", "versus "),
    (rf"\b(?:put|set|hold|place|measure) {_ONE} against {_TWO}[:,;] what percentage (?:results|is (?:that|it)|comes out){END}",
     r"\g<one> as a percentage of \g<two>"),
    (rf"\b(?:put|set|express|place) {_ONE} (?:in relation|in proportion|relative) to {_TWO},? (?:{_PERCENT}){END}",
     r"\g<one> as a percentage of \g<two>"),
    (rf"\b(?:put|set|express|place|relate) {_ONE} (?:in relation to|in proportion to|relative to|to) (?=(?:its|their|the)\b){_TWO}{END}",
     r"\g<one> divided by \g<two>"),
    (rf"^(?=[^?]*(?:%|percent)){_ONE} (?:relative to|in relation to|divided by|over|/) {_TWO},? (?:{_PERCENT}|percent){END}",
     r"\g<one> as a percentage of \g<two>"),
    (rf"\bratio of {_ONE} to {_TWO},? (?:{_PERCENT}){END}", r"\g<one> as a percentage of \g<two>"),
    (rf"^{_ONE}, (?:what|which|how many) (?:%|percent|percentage|share) of {_TWO} (?:is|was|does|did) (?:that|it)(?: make(?: up)?)?{END}",
     r"\g<one> as a percentage of \g<two>"),
    (rf"\b(?:what|how many|which) (?:percent(?:age)?|%|share|portion) of (?:its|their) {_TWO} (?:did|does|do|has|have) (?P<who>[^?.,;:]+?) "
     rf"(?:keep|kept|retain|turn into|convert into|make into)(?: as)? {_ONE}{END}", r"\g<who>'s \g<one> as a percentage of \g<two>"),
    (rf"^(?P<when>(?:in|for|during) [^?,;:]+, )?(?P<part>[^?.,;:]{{3,40}}?) (?:made up|makes up|accounted for|accounts for|represented|"
     rf"represents|contributed|brought in) (?:what|which|how (?:big|large) a) (?:share|percentage|portion|part) of {_TWO}{END}",
     lambda found: f"what share of {found['two']} {(found['when'] or '').rstrip(', ')} came from {found['part']}"),
    (rf"\b(?:by how much|by what amount|by how many \w+) did {_EXPECTED}{_ONE} (?:exceed|surpass|outstrip|outpace) (?:those of |"
        rf"that of )?{_TWO}{END}",
     r"what is the difference between \g<one> and \g<two>"),
    (rf"^(?=[^?]* by (?:what amount|how much)\b){_EXPECTED}{_ONE} (?:exceeded|surpassed|outstripped|outpaced) (?:those of |that "
        rf"of )?{_TWO} by (?:what amount|how much){END}",
     r"what is the difference between \g<one> and \g<two>"),
    (rf"\bby how much {_ONE} (?:was|were|is) (?:above|below|over|under|higher than|lower than) (?:that|those) of {_TWO}{END}",
     r"what is the difference between \g<one> and \g<two>"),
    (rf"\bsubtract one from the other[:,] {_ONE}{END}", r"what is the difference between \g<one>"),
    (rf"\btake {_ONE}, (?:deduct|subtract) {_TWO}{END}", r"what is the difference between \g<one> and \g<two>"),
    (r"\bdiverged?\b", "differ"),
    (r"\bup or down\b", "up"),
    (r"\b(?P<the>the|an?) (?P<one>[a-z][a-z ]{2,30}?)[- ]to[- ](?P<two>[a-z][a-z ]{2,20}?)[- ]ratio\b",
     r"\g<the> ratio of \g<one> to \g<two>"),
    (rf"\bhow (?:does|did|do) {_ONE} compare (?:with|to|against) {_TWO}{END}", r"compare \g<one> with \g<two>"),
    (r"\bhow far (?:off |away )?from (?=(?:the )?(?:analysts?['\u2019]? |street |market )?(?:consensus|estimates?|expectations)\b)",
     "what is the difference from "),
    (r"\bhow far short of (?P<what>[^?.,]+?) did (?P<who>[^?.,]+?) (?:fall|come|land)\b", r"how far below \g<what> was \g<who>"),
    (r"^(?=[^?]* (?:says|said|thinks|believes) )(?P<who>[A-Za-z][\w&'\u2019 ]{1,30}?) (?:says|said|thinks|believes) "
        r"(?P<what>[^?.,;:]+?) will (?:be|come to|reach|amount to) "
     r"(?:how much|what)\b", r"how much \g<what> does \g<who> expect"),
    (r",? (?:according to|going by|based on|judging by|as per) (?:its|their|the|the company['\u2019]s) (?:own )?"
     r"(?=(?:guidance|outlook|forecasts?|projections?)\b)", " "),
    (r"\b(?P<rank>rank(?:ed|ing|s)?\b[^?.,;:]*?) according to ", r"\g<rank> by "),
    (rf"\bput {_ONE} in order (?:by|of) ", r"rank \g<one> by "),
    (rf",? (?:the |with the )?(?:biggest|largest|highest)(?: one)? (?:at the (?:head|top)(?: of the list)?|on top|up "
        rf"top){END}", ", largest first"),
    (rf"\b(?:split|divided?|spread|distributed?|break|broken)(?: up| down| out)? (?:across|among|amongst|between|over|into) "
     rf"(?:the |its |their )?(?:different |individual |various |several )*(?P<what>(?:(?:business|operating) "
     rf")?(?:{_PLURALS}))\b", r"by \g<what>"),
    (r"\bmix (?=(?:by|per|across)\b)", ""),
    (rf",? (?:with )?(?:one|a|a single) (?:figure|number|line|value|bar|row|entry|amount|sum) (?:per|for each|for every|each|"
        rf"by) (?P<what>{_GRAIN})\b",
     r" by \g<what>"),
    (rf",? one (?:per|for each|for every) (?P<what>{_GRAIN})\b", r" by \g<what>"),
    (r"\bover (?=(?:the|its|all) (?:(?:four|two|three|last|first) )?quarters\b)", "for "),
    (r"^(?=[^?]*\b(?:average|mean)\b)(?P<head>[^?]+?) an? (?P<grain>quarter|month|year)(?= (?:in|of|over|during|throughout) (?:19|20)\d\d)",
     r"\g<head> per \g<grain>"),
    (r"\b(?P<by>(?:by|per) (?:quarter|year|month)) (?:through|throughout|over|during|across) (?=(?:19|20)\d\d\b)", r"\g<by> in "),
    (r"\bhow (?:did|has|have) (?P<what>[^?.,;:]+?) (?:develop|evolve|progress|trend|run|move)(?:e?d)? "
     r"(?=by (?:quarter|year|month|segment)\b)", r"show \g<what> "),
    (r"\bhow (?:did|has) (?P<what>[^?.,;:]+?) (?:develop|evolve|progress|trend)(?:e?d)? (?:in|during|over|through|throughout|across) "
     r"(?=(?:19|20)\d\d\s*[?.]*$)", r"show \g<what> by quarter in "),
)  # fmt: skip
_IN_POSTS: Final[tuple[tuple[str, Replacement], ...]] = (
    (r"\bwas it (?P<told>announced|made public|disclosed|reported|published|revealed) that\b", r"was \g<told>"),
    (r"\bthat (?P<who>(?:\w+ ){1,3})would (?=(?:leave|depart|quit|step|resign|retire|join|become)\b)", r"that \g<who>"),
    (rf"^(?P<told>[^?]+?),? (?:but |and )?as what(?: exactly)?{END}", r"\g<told> in which role"),
    (r"^(?P<ask>[^?]*\b(?:what|which)\b[^?]*\b(?:job|post|position|role|title)\b[^?]*?) (?:before|when|until|till|prior to) "
     r"(?=(?:he|she|they) (?:left|leaves|quit|resigned|stepped down|departed|walked out|retired)\b|leaving\s*[?.]|the departure\b)",
     r"\g<ask> "),
    (r"\bstep(?:s|ped)? into (?P<who>[^?.,;:]+?)['\u2019]s shoes\b", r"replaced \g<who>"),
    (r"\b(?:the|that) (?:one|person|man|woman|individual) (?:who|that) (?=is|was|has|runs|ran|leads|led|heads|holds|held)", "who "),
    (r"\bwhose (?:job|task) (?:it was|was it|it is|is it) to (?=run|lead|head|be)", "who did "),
    (r"^(?=.*\b(?:companies|firms)(?: i mean| only| please| pls)*[?.!]*$)(?P<ask>.*?\b)?who (?P<rest>[^?;]+?)(?:[,?.;]| -) (?:i "
        r"(?:only |just )?(?:want|mean|need) )?(?:the |which |just the |only the |only )?"
     r"(?P<firms>companies|firms)(?: i mean| only| please| pls)*[?.!]*$", r"\g<ask>which \g<firms> \g<rest>"),
    (r"\ba (?:simple |plain |quick )?yes or no (?:on|as to|to) (?=whether|if\b)", ""),
    (r"^(?P<ask>(?:is|was|were|did|does|do|has|have|had|are)\b[^?]+?)[,;:?]? \(?(?:yes or no|yes/no|y/n)\)?\W*$", r"\g<ask>?"),
    (r"^(?P<told>[^?]+?)[,;:?]? \(?(?:yes or no|yes/no|y/n)\)?\W*$", r"did \g<told> ever?"),
    (rf",? if (?:any|known|there (?:is|was) one|one (?:has been|was) (?:appointed|named|announced|hired)){END}", ""),
    (rf",? (?:and )?if (?:so|yes),? whom?(?: is it| was it)?{END}", ", and who is it"),
    (r"^(?P<ask>.*[,:;] )?is it (?:right|true|correct|the case) that ", r"\g<ask>did "),
    (r"\b(?P<was>was|were|been) once (?=[A-Za-z])(?!a\b|an\b|in\b|again\b)", r"\g<was> ever "),
    (r"\bdid (?P<who>[^?.,;:]+?) use to be\b", r"was \g<who> ever"),
    (r"^(?P<ask>.*[,:;] )?(?:(?:would|do) you )?mind (?P<what>count|list|nam|rank|compar|add|show)ing\b",
     lambda found: f"{found['ask'] or ''}{found['what']}{'e' if found['what'].lower() in ('nam', 'compar') else ''}"),
    (r"[,;] (?:i |we )?(?:just |only )?need (?=the\b)", ", "),
)  # fmt: skip
_WHERE: Final = r"\b(?:where|whose|for which|in which) (?:the |its )?(?P<role>(?!company\b)[a-z]+) (?:is|was|are|were|comes|came|sits)"
_NATIONS: Final = (
    "American|Australian|Austrian|Belgian|Brazilian|British|Canadian|Chinese|Danish|Dutch|European|Finnish|French|German|Indian|Irish|"
    "Israeli|Italian|Japanese|Korean|Mexican|Norwegian|Polish|Singaporean|Spanish|Swedish|Swiss"
)
_OF_PLACES: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"{_WHERE} (?P<no>not )?(?:based |located |headquartered |company )?(?:in|from) (?:the )?(?=(?-i:[A-Z]))",
     r"with a \g<role> \g<no>in "),
    (rf"{_WHERE} (?P<no>not )?(?:an? )?(?P<place>{_NATIONS}){END}",
     lambda found: f"with a {'non-' if found['no'] else ''}{found['place']} {found['role']}"),
)
_COUNT: Final = r"two|three|four|five|six|seven|eight|nine|ten|\d{1,2}"
_FACTS: Final = "rounds|financings|acquisitions|takeovers|purchases|deals|raises"
_OF_FACTS: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?P<ask>(?=[^?]*\b(?:total|average|mean|sum|altogether|combined|together|in all)\b)[^?]*?['\u2019]s?) (?:{_COUNT}) "
     rf"(?P<what>{_FACTS})\b(?! (?:or|of|in|from|since|during|after|before)\b)", r"\g<ask> \g<what>"),  # their number is taken for granted
    (r"\bper (?P<who>(?-i:[A-Z])[^?.,;:]{1,40}?) share\b", r"per share for \g<who>"),
    (r"\bby how many (?:dollars|euros|pounds|cents|pence) (?:per|a) share\b", "by how much"),
    (r"\bhow many (?P<unit>dollars|euros|pounds|yen|francs|cents) (?:per|a|for each) share did (?P<deal>[^?;:]+?)(?=[?.;]|$)",
     r"how much per share did \g<deal> in \g<unit>"),
    (r"\b(?P<what>change|growth|increase|decline),? (?P<to>(?:19|20)\d\d) (?:vs\.?|versus|against|over|on|compared (?:to|with)) "
     r"(?P<since>(?:19|20)\d\d),?(?: in)? ?(?:%|percent)", r"\g<what> from \g<since> to \g<to> in percent"),
    (rf"^(?:show |list )?(?P<what>(?!(?:the )?(?:number|count|average|mean|median|share|how)\b)[^?.;:]+? by [a-z]+(?: [a-z]+)?),?"
     rf" (?:with )?(?:the )?(?:amount|total|sum) (?:for|of) each{END}", r"total \g<what>"),
    (r"\b(?:the )?names? of (?:the |every |each |all )?(?:person|people|party|parties|one|ones) (?:who|that) ", "who "),
)
_RULES: Final = Rules((*_OF_FACTS, *_WITH_NUMBERS, *_IN_POSTS, *_OF_PLACES))


def rephrased(question: str) -> str:
    """A question with such constructions put shorter.

    Args:
        question: written out, with single spaces.
    """
    return " ".join(rewritten(question, _RULES).split())
