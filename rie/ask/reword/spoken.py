"""How people go round what they ask: who played a part ("was Acme the lead?"), what each of several names has, whose place somebody took,
where a median lies, which of the facts is meant ("which startups were these?"), and the whole of the data.
"""

from __future__ import annotations

import re
from typing import Final

from rie.ask.reword.pieces import END, ENDS, NAME, WHO
from rie.ask.reword.rewrite import Replacement, Rules, rewritten

_FACTS: Final = r"(?:(?:funding |financing )?rounds|deals|acquisitions|takeovers|financings|raises|purchases|transactions|buyouts)"
_PERIOD: Final = r"(?:(?:q[1-4] |h[12] |fy ?|fiscal |[a-z]+ )?(?:19|20)\d\d)"
_NAMES: Final = rf"(?P<names>{NAME}(?:, {NAME})*,?(?: and|,) {NAME})"
_COUNTED: Final = (
    r"(?:(?:the )?(?:total )?(?:number|count|amount|sum|volume|value)s? of [a-z ]{3,30}?|total (?:raised|funding)|how "
    r"(?:many|much) [a-z ]{3,30}?)"
)
_ALL_OF_IT: Final = (
    r"(?:over|across|in|within|for|throughout|considering|taking|covering) (?:the |your |our |this |all (?:of )?the |all of your "
    r")?(?:(?:whole|"
    r"entire|full|complete|total) )?(?:data(?:[ -]?(?:sets?|bases?))?|corpus|collection|archive|records|period (?:covered|on record)|"
    r"sample|"
    r"time span)(?: (?:you have|we have|as a whole|here|that you have|there is))?"
)
_PRIOR: Final = r"(?:year-ago|prior[- ]year|previous[- ]year|last[- ]year(?:['\u2019]s)?|year[- ]earlier|comparative|comparison|base)"
_FIGURE: Final = r"(?:figure|number|value|level|quarter|period|amount)"
_THAT_IS: Final = r"(?:i\.? ?e\.?|that is(?: to say)?|meaning|namely|in other words|so)"
_COMPARED: Final = (
    r"(?:,? (?:that |which )?(?:it|they|this|that) (?:is |are |was )?(?:compares?|compared|measured|set|held)(?: up)? "
    r"(?:against|with|to))?"
)


_BASE: Final = {"raised": "raise", "bought": "buy", "acquired": "acquire", "sold": "sell", "invested": "invest"}


def _each(found: re.Match[str]) -> str:
    """ "Number of rounds for each: Acme, Globex and Hooli"."""
    return f"compare {found['what']}: {found['names']}"


_WHAT: Final = re.compile("(^|, )what did", re.IGNORECASE)


def _in_total(found: re.Match[str]) -> str:
    """ "What did companies raise between them in 2015": how much in total."""
    head = _WHAT.sub(r"\1how much did", found["head"])
    return f"{head} in total{found['rest']}"


_FRAME: Final = re.compile(r"^(?:rank|list|show|name|give)(?: me)?(?: the)? |, (?:biggest|largest|highest|priciest) first$", re.IGNORECASE)


def _told_as(found: re.Match[str]) -> str:
    """ "Rank the five largest acquisitions, biggest first, targets only": their targets."""
    return f"list the {found['who']} of the {_FRAME.sub('', found['head'])}"


_PARTS: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?:in |of |on )?(?P<ask>how many(?: of the)?|which(?: of the)?|what|the|list(?: the| all)?) (?P<facts>{_FACTS})"
     rf"(?P<when> (?:in|of|from|during|since) [^?.,;:]{{4,20}}?)? (?:was|is|did|does|has|were)(?: it that)? {WHO} (?:been |serve as |"
     rf"act as |acted as |"
     rf"served as )?(?:the |a |an )?(?:sole |only |main )?lead(?: investor)?(?: in| of| on)?{ENDS}", r"\g<ask> \g<facts> led by "
     r"\g<who>\g<when>"),
    (r"^(?:which |what |the |all |list )*(?P<what>series [a-j]|seed|pre-seed) (?:raisers?|companies|firms|start-?ups|businesses) "
     r"(?:(?:that|who|which) )?"
     r"(?:(?:also|have|has|had|later|themselves|then) )*(?P<did>made an? (?:acquisition|takeover|purchase)|made acquisitions|acquired|"
     r"bought)\b",
     r"companies that raised a \g<what> and also \g<did>"),
    (rf"\b(?P<who>companies|firms|start-?ups|who|that|which) (?:have |has |had )?borrow(?:s|ed)?(?: money| cash)? from (?={NAME})",
     r"\g<who> raised debt from "),
    (rf"^whose (?:place|job|post|role|seat|position|shoes|chair|office) (?:did|does|will|has|is|was) {WHO} (?:take|taken?|taking|fill|"
     rf"filled|filling|"
     rf"step(?:ped)? into|inherit|get|assume)(?: over| up)?(?P<at> (?:at|as|of) [^?]+?)?{ENDS}", r"whom did \g<who> replace\g<at>"),
    (rf"^(?P<what>{_COUNTED})(?: raised)?,? (?:for|by|of|per) each(?: of(?: these| them| the following)?)?(?: investor| company| firm| "
     rf"fund)?[:,-]? {_NAMES}{ENDS}",
     _each),
    (rf"^(?:for )?{_NAMES}[:,-] (?P<what>{_COUNTED})(?: raised)?,? (?:for|by|of|per) each(?: of them| one)?{ENDS}", _each),
    (rf"^how many (?P<what>(?:rounds|deals|acquisitions|investments|takeovers)) (?:did|have|has) {_NAMES} each (?:do|done|made?|have|"
     rf"join|joined|close[d]?|"
     rf"announced?|complete[d]?){ENDS}", r"compare number of \g<what>: \g<names>"),
    (rf"^which of (?:the )?(?:companies|firms|start-?ups|businesses|targets) (?:that )?(?:(?P<own>{NAME}) (?:has |had )?(?:bought|"
     rf"acquired|took over|purchased)|"
     rf"(?:bought|acquired|taken over|purchased) by (?P<by>{NAME})) had (?:already )?raised(?: any)?(?: money| funding| capital)? "
     rf"(?:before|beforehand|before "
     rf"that|earlier|previously|already){ENDS}",
     lambda found: f"which companies had raised funding before being bought by {found['own'] or found['by']}"),
    (rf"^(?P<which>(?:two|three|four|five|six|seven|eight|nine|ten) (?:companies|firms|start-?ups|businesses|investors|funds|acquirers|"
     rf"buyers|people|executives)) "
     rf"(?=(?:got|raised|took|received|bought|acquired|made|joined|left|led|backed|went|did|had|closed|were|have)\b[^?.;:]*{END})",
     r"which \g<which> "),
    (rf"^(?P<one>{NAME}) and (?P<two>{NAME}) (?-i:[a-z ]+)[.;:] (?:so )?(?P<ask>which [a-z]+ (?:have|has|had)) both(?: of them)? "
     rf"(?P<as>(?:as|among)(?: their| its)? "
     rf"[a-z ]+){ENDS}", r"\g<ask> both \g<one> and \g<two> \g<as>"),
    (rf"^(?P<one>{NAME}) and (?P<two>{NAME}) (?:have |had )?(?:each|both) (?:have |had )?(?:did|done|raised|closed|announced|had|made|"
     rf"landed) (?:an? |their |its )?"
     rf"(?P<what>[^?.;:,]+?)[.;,:] (?:and )?(?:which(?: one| of (?:them|the two|these))?|whose)(?: round| one)? (?:was|is|were) (?:the "
     rf")?(?P<more>larger|bigger|"
     rf"smaller|higher|lower)(?: one| round)?{ENDS}",
     lambda found: f"did {found['one']} or {found['two']} raise {'less' if found['more'].lower() in ('smaller', 'lower') else 'more'} "
     f"in its {found['what']}"),
    (rf"^(?:what|which|how high a) price(?P<cash> in [a-z]+)? (?:did|does|has|had) {WHO} (?:put|set|place|placed) on "
     rf"(?P<whom>{NAME})(?P<cash2>,? in [a-z]+)?{ENDS}",
     r"how much did \g<who> pay for \g<whom>\g<cash>\g<cash2>"),
    (rf"^price (?:with|where) (?:buyer|acquirer) ?(?:=|is)? ?(?P<one>{NAME}) and (?:target|seller|company) ?(?:=|is)? "
     rf"?(?P<two>{NAME})(?:,? (?:in )?"
     rf"(?P<cash>(?-i:[A-Z]{{3}})|[a-z]+s))?(?:,? (?:and )?not (?:in )?[a-z]+)?{ENDS}",
     lambda found: f"price paid by {found['one']} for {found['two']}{' in ' + found['cash'] if found['cash'] else ''}"),
    (rf"^when did (?P<what>(?:the|its|their) [^?.,;:]{{3,30}}?) (?:follow|come|happen|take place|arrive|come about)(?: then| next| "
     rf"after that)?{ENDS}",
     r"when was \g<what>"),
    (r"^(?:and )?how (?:much|high|large|big|many) (?:was|were) (?:it|that|they) (?=(?:a|the|one) (?:year|quarter) (?:earlier|before|ago|"
     r"later|after)\b)", "what was it "),
    (rf"^(?:who|which company|which firm|which start-?up) was (?:the )?(?:very )?first (?:one |company )?to (?:announce|raise|close|do|"
     rf"get|land|have|secure|"
     rf"complete|report) an? (?P<what>(?:series [a-j]|seed|pre-seed|bridge|angel|debt|venture)(?: round)?)(?P<when> [^?]+?)?{ENDS}",
     r"which company raised the first \g<what>\g<when>"),
    (r"^(?:is there )?(?:anybody|anyone|any company|any firm|somebody|someone)(?: in there| in here| in (?:the|this|your) (?:data|"
     r"list))?,? (?:who|that|which) "
     r"(?=(?:has |have |had |ever |also )*(?:raised|took|taken|got|received|bought|acquired|sold|led|backed|invested|made|did|joined|"
     r"left|reported)\b)",
     "who "),
    (rf"^(?:show|list|give me|find|see)(?: me)?(?: all| the)* (?P<what>[^?.,;:]*?\b(?:deals|rounds|financings|"
     rf"raises)\b[^?.,;:]*?)[,;:.-] (?:which|what) "
     rf"(?P<who>start-?ups|companies|firms|businesses) (?:were|was|are|is|did|do) (?:these|those|they|that|it|them|this|involved){ENDS}",
     r"which \g<who> had \g<what>"),
    (rf"^(?:out )?of (?:all )?(?:the )?(?P<what>[^?.,;:]*?\b{_FACTS}\b[^?.,;:]*?),? which(?: ones?| of them)? (?P<are>are|were|is|was|"
     rf"have been|got|"
     rf"fell|had|have)\b", r"which \g<what> \g<are>"),
    (rf"^(?:out )?of (?:all )?(?:the )?(?P<what>[^?.,;:]*?\b{_FACTS}\b[^?.,;:]*?), how many(?: of them)? (?P<are>are|were|had|have|got|"
     rf"fell)\b",
     r"how many of the \g<what> \g<are>"),
    (rf"^(?:who|which (?P<kind>investors?|backers?|funds?)) (?:are |is |were )?(?:the )?(?P<role>backers|investors|funds)? ?(?:that |"
     rf"which )?(?P<one>{NAME}) "
     rf"and (?P<two>{NAME}) (?:share|have in common|both have){ENDS}", r"investors in both \g<one> and \g<two>"),
    (rf"^(?:the |what(?: is| was|['\u2019]s) the )?(?:date|day) (?:on which|when|that) {WHO} last (?P<did>raised|bought|acquired|sold|"
     rf"invested)"
     rf"(?P<what> [^?]*?)?{ENDS}",
     lambda found: f"when did {found['who']} last {_BASE[found['did'].lower()]}{found['what'] or ''}"),
    (rf"^(?:sum|add|total|tally)(?: up)? what (?P<who>[^?.,;:]+?) (?:have|has) raised(?P<rest>[^?]*?){ENDS}",
     r"total raised by \g<who>\g<rest>"),
    (rf"^which (?P<who>[a-z]+) (?:did|has|have) (?P<one>{NAME}) (?P<did>buy|acquire|pick up|purchase|take over|snap up)(?P<sep>,? (?:in|"
     rf"during|over) )"
     rf"(?P<a>{_PERIOD}) and (?P<b>{_PERIOD}){ENDS}", r"what did \g<one> \g<did>\g<sep>\g<a> and \g<b>"),
)  # fmt: skip
_NUMBERS: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?:(?:if|when) (?:i|we|you|one) (?:take|pool|look at|consider|line up|put together|sort)|taking|looking at|among|amongst|"
     rf"considering|for|of) "
     rf"(?:all )?(?:of )?(?:the )?(?P<what>[^?.;:]+?)(?: together)?, (?:then )?(?:where|what|how (?:large|big|high)) (?:does|is|was|"
     rf"would|will|do|did) (?:the )?"
     rf"(?P<agg>median|average|mean|midpoint)(?: (?:size|amount|value|price))?(?: (?:lie|be|sit|fall|land|come out|end up|stand|it|of "
     rf"them|one|round))?{ENDS}",
     lambda found: f"what is the {'median' if found['agg'].lower() == 'midpoint' else found['agg']} of {found['what']}"),
    (rf"^(?P<head>[^?]+?),? (?:counting|over|across|taking|combining|covering|spanning|pooling|adding up)(?: up)? both "
     rf"(?P<one>{_PERIOD}) and "
     rf"(?P<two>{_PERIOD})(?: together)?{ENDS}", r"\g<head> in \g<one> plus \g<two>"),
    (rf"^(?P<head>(?:[^?,;:]{{3,40}}, )?(?:how much|what) (?:did|have|has) [^?]*?\b(?:raised?|taken? in|collect(?:ed)?|spen[dt]|paid|"
     rf"pay)\b) (?:between|among) (?:them|themselves)"
     rf"(?P<rest>[^?]*?){ENDS}", _in_total),
    (rf"\b(?:(?P<what>what )consensus (?P<m>[a-z ]{{3,30}}?) (?:did|do|does|had|have) (?:the )?(?P<who>analysts|the street|wall street|"
     rf"brokers) (?:have|had|"
     rf"expect|predict|forecast|see|pencil in|put down|set|reckon with|look for))(?: for)?(?= {NAME})", r"what \g<m> did analysts "
     r"expect for"),
    (rf"^(?P<head>[^?]*\b(?P<who>analysts|wall street|brokers)) (?:have|had|pencil(?:led)? in|put down|look(?:ed)? for|reckon(?:ed)? "
     rf"with) for(?= {NAME})",
     r"\g<head> expect for"),
    (r"\b(?:the )?(?:dollar |total |money )?value of (?:the |its |their )?(?=(?:order )?(?:backlog|bookings|orders)\b)", ""),
    (rf"^(?P<head>[^?]+?),? \(?{_THAT_IS},? (?:the |its )?{_PRIOR} {_FIGURE}{_COMPARED}\)?{END}", r"\g<head>"),
    (rf"^(?:what(?: is| was|['\u2019]s) )?(?:the )?{_PRIOR} {_FIGURE} (?:for|of) (?P<what>[^?.;:,]+?), \(?{_THAT_IS},? (?:for |in "
     rf")?(?P<when>{_PERIOD})\)?{END}",
     r"\g<what> \g<when>"),
    (r"(?:,| \(|;) ?(?:both |the )?(?:ends|bounds|limits|endpoints|extremes|figures|amounts|borders|edges) (?:are |being )?(?:both "
     r")?(?:included|inclusive|"
     r"counted|counting)\)?(?=[,.;?! ]|$)", ""),
    (r"(?<=\d|[a-z]),? \(?inclusive\)?(?=\s*(?:[,.;?!]|$))", ""),
    (r"\bfunding volume\b", "funding"),
    (rf"(?P<did>\b(?:went|go|goes|came|come|fell) (?:to|from) {NAME}) (?:alone|only|by itself|on its own|single-handedly){ENDS}",
     r"\g<did>"),
)  # fmt: skip
_SCOPES: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^{_ALL_OF_IT},? (?=[a-z])", ""),
    (rf",? {_ALL_OF_IT}{END}", ""),
    (r"^(?:(?:right|ok|okay|so|now|fine|great|good|alright|all right|and)[,:]? )*(?:the )?(?:next|last|first|second|third|another|final|"
     r"one more|one last)"
     r" (?:item|question|point|topic|thing|task|request|query|one|up)(?: on (?:my|the|our) list)?\s*[:,\u2013-]+ (?:(?:i|we) (?:want|"
     r"need|would like|wish)"
     r" to (?:see|know|have) )?", ""),
    (rf"^(?P<head>(?:rank|list|show|name|give)\b[^?]*?\b(?P<facts>{_FACTS})\b[^?]*?), (?:just |only )?(?:the )?(?P<who>targets|buyers|"
     rf"acquirers|sellers|"
     rf"companies|startups)(?: names)?(?: only| please)*{END}", _told_as),
)  # fmt: skip


_DEAL: Final = r"(?:(?:funding )?round|acquisition|takeover|deal|purchase|financing|transaction|raise|appointment|departure)"
_MONEY: Final = r"(?:raised?|spen[dt]|spending|pa(?:id|y))"
_MOVES: Final = r"(?:go|goes|went|gone|move|moved|progress(?:ed)?|graduated?|advanced?|made it|moved on)"
_TYPE: Final = r"(?:series [a-j]|(?:pre-)?seed|angel)"
_PART: Final = (
    r"(?:q[1-4] (?:of )?|h[12] (?:of )?|fy ?|fiscal |(?:the )?(?:first|second|third|fourth|last) (?:quarter|half)(?: of| in)? (?:fiscal )?|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* )"
)
_MASS: Final = re.compile(r" (?:money|funding|rounds|dollars)$", re.IGNORECASE)
_ENDS: Final = {"last": "latest", "most recently": "latest", "first": "first", "earliest": "first"}
_MADE: Final = {"turn": "make", "turns": "makes", "turned": "made", "turning": "making"}
_TURNS: Final[tuple[tuple[str, Replacement], ...]] = (
    (r"^what did (?:each|every) (?=(?:round )?(?:type|stage|kind)\b)", "how much did each "),
    (rf"^(?P<when>when|on (?:what|which) (?:date|day)|what (?:date|day)) (?:did|does|was|is|has) (?P<who>{NAME}|it|the news|news|word|"
     rf"the market|the public)"
     rf" (?:announced?|told|say|said|made public|reveal(?:ed)?|disclosed?|break|broke|come out|emerged?|learned?|known?)(?: that)? "
     rf"(?P<one>{NAME}|it|they)"
     rf" (?:would|will|was going to|is going to|planned to|intended to|wanted to|was to|is to|had agreed to|agreed to) (?P<did>buy|"
     rf"acquire|take over|purchase)"
     rf" (?P<two>[^?.,;:]+?){ENDS}",
     lambda found: f"when did {found['who'] if found['one'].lower() in ('it', 'they') else found['one']} {found['did']} {found['two']}"),
    (rf"^(?P<one>{NAME}) and (?P<two>{NAME}) were (?:both|each) (?:sold|bought|acquired|taken over)[^?.;:]*[.;:,] (?:and )?(?:which|"
     rf"whose)(?: one| of (?:them|the "
     rf"two)| price)? (?:was|is|were) (?:the )?(?P<more>cheaper|more expensive|dearer|pricier|costlier|less expensive)(?: one)?{ENDS}",
     r"which was \g<more>, \g<one> or \g<two>"),
    (rf"(?<!of )(?<!quarter )(?<!half )\b(?P<q>{_PART})?(?P<year>(?:19|20)\d\d),? (?P<than>vs\.?|versus|against|compared (?:to|with)) "
     rf"(?:that of "
     rf")?(?:a|one|the) year (?:earlier|"
     rf"before|ago|prior){ENDS}", lambda found: f"{found['q'] or ''}{found['year']} {found['than']} "
     f"{found['q'] or ''}{int(found['year']) - 1}"),
    (rf"^(?:the )?(?P<turn>growth|increase|rise|change|decrease|decline|drop) (?:of|in) (?P<what>(?:[a-z-]+ )*?(?:funding|money raised|"
     rf"funding volume))"
     rf"(?P<when> (?:from|between) {_PERIOD} (?:to|and) {_PERIOD}),? (?:in|as a) (?:percent|%|percentage){ENDS}",
     lambda found: f"by how many percent did total {found['what']} "
     f"{'fall' if found['turn'].lower()[:2] in ('de', 'dr') else 'rise'}{found['when']}"),
    (rf"^(?:(?:what|how large) (?:is|was) )?(?:the )?share of (?P<what>[^?.,;:]+?) in (?:the )?total (?P<when>{_PERIOD} "
     rf")?funding(?P<when2> in {_PERIOD})?{ENDS}",
     lambda found: f"what share of funding{' in ' + found['when'].strip() if found['when'] else found['when2'] or ''} was "
     f"{_MASS.sub('', found['what'])}"),
    (rf"^how (?:did|has) (?P<what>[^?.,;:]+?) (?:develop|evolve|move|progress|trend|go|look|do|developed|evolved)(?: between| from) "
     rf"(?P<one>{_PERIOD}) (?:to|and) "
     rf"(?P<two>{_PERIOD}){ENDS}", r"compare \g<what> in \g<one> with \g<two>"),
    (r"(?P<known>\b(?:recorded|known|listed|on record|on file|ever|biggest|largest|smallest|latest|first)\b[^?.,;:]*?) (?:in "
     r")?here(?=[?.!]*$)", r"\g<known>"),
    (r"(?<=[a-z\d]), both ends(?: of it| of the range)?(?=[?.!]*$)", ""),
    (rf"^between (?P<one>{NAME}) and (?P<two>{NAME})[:,]? (?P<ask>(?:which|who)\b[^?]+?){ENDS}", r"\g<ask>, \g<one> or \g<two>"),
    (r",? and (?:how (?:large|big|much) (?:were|was|is|are) (?:they|it|each(?: of them)?|the (?:rounds|amounts))|what (?:were|was|are|"
     r"is) (?:their|its|the) "
     rf"(?:sizes?|amounts?|values?))(?: each)?{ENDS}", " and their amounts"),
    (rf"^which (?P<what>[^?.,;:]*?\b{_DEAL}) (?:was|were|got) (?:announced|made|done|closed|completed|reported|struck|signed)? "
     rf"?(?P<end>last|first|most recently|"
     rf"earliest)(?P<when> (?:in|of|during) {_PERIOD})?{ENDS}",
     lambda found: f"the {_ENDS[found['end'].lower()]} {found['what']}{found['when'] or ''}"),
    (rf"^who was (?:the )?seller (?:when|as|the time) (?P<one>{NAME}) (?:bought|acquired|took(?: over)?|purchased|picked up|got) "
     rf"(?P<what>[^?.,;:]+?){ENDS}",
     r"who sold \g<what> to \g<one>"),
    (rf"^(?P<what>[^?.;:]+?): how (?:did|does|do|has|have) (?:it|this|that|they) compared? (?:with|to|against) (?:that of |those of |"
     rf"the figure (?:for|of) )?"
     rf"(?P<other>{_PERIOD}){ENDS}", r"compare \g<what> with \g<other>"),
    (r"\b(?P<did>turn|turns|turned|turning) a (?P<what>profit|loss)\b", lambda found: f"{_MADE[found['did'].lower()]} a {found['what']}"),
    (rf"\b{_MOVES} (?:on )?from (?:an? |its |their )?(?P<one>{_TYPE})(?: round)? to (?:an? |its |their )?(?P<two>{_TYPE})(?: "
     rf"round)?(?=[?.,;]|$)",
     r"raised both a \g<one> and a \g<two>"),
    (rf"^(?:has|did|have) (?P<one>{NAME}) (?:ever )?(?:invest(?:ed)?|co-?invest(?:ed)?|back(?:ed)? (?:a company|companies|something|"
     rf"anything|a round)) (?:together|"
     rf"alongside|jointly|side by side|along)(?: with)? (?P<two>{NAME}){ENDS}", r"have \g<one> and \g<two> invested together"),
    (rf"^how many (?P<what>rounds|deals|investments) (?:has|did|have|does) (?P<one>{NAME}) (?:share|shared|have in common|done together|"
     rf"do together|joined together)"
     rf" with (?P<two>{NAME}){ENDS}", r"how many rounds did both \g<one> and \g<two> invest in"),
    (rf"^(?:list |show |name |give me )?(?:everyone|everybody|all (?:the )?investors|investors|all|the investors|who) (?:who |that |"
     rf"which )?(?:has |have |had )?(?:ever )?"
     rf"led (?:an? |any )?(?P<what>[a-z][a-z -]*?)(?: rounds?)?,? (?:along )?(?:with|and|showing|plus) (?:how (?:often|many times|many)|"
     rf"the number(?: of times)?)"
     rf"(?: each| they did| they did so| they have led)?{ENDS}", r"number of \g<what> rounds by lead investor"),
    (rf"^(?:rank|sort|order)(?: all)?(?: the)? (?:investors|funds|backers|vcs) by (?:how many|(?:the )?number of) (?P<what>(?:[a-z]+ "
     rf")*?)rounds (?:that )?(?:they(?: have|"
     rf"['\u2019]ve)? )?led{ENDS}", r"rank lead investors by number of \g<what>rounds"),
    (rf"^(?P<who>(?:which |what |list |all |the |name )*(?:companies|start-?ups|firms)) (?:that |which |who )?(?:(?:with no|without any|"
     rf"without a|have no|had no|with "
     rf"zero) (?:other |further |new )?(?:funding |financing )?rounds?|(?:did|have|has|do) not (?:raised?|raise any|raised any)(?: "
     rf"money| funding| anything| a round| capital)?)"
     rf" (?P<since>after|since) (?P<year>(?:19|20)\d\d){ENDS}",
     lambda found: f"{found['who']} that raised before {int(found['year']) + (found['since'].lower() == 'after')} but not "
     f"{found['since']} {found['year']}"),
    (rf"^how many (?P<what>[a-z ]+?) did (?P<one>{NAME}) (?:buy|acquire|purchase|take over) and how many did (?P<two>{NAME}) (?:buy|"
     rf"acquire|purchase|take over)"
     rf"(?P<when> (?:in|during|since) {_PERIOD})?{ENDS}",
     lambda found: f"compare number of acquisitions{found['when'] or ''}: {found['one']}, {found['two']}"),
    (r"\bon or (?:after|later than) (?=(?:the )?\d|[a-z]+ \d)", "since "),
    (r"\bon or (?:before|earlier than) (?=(?:the )?\d|[a-z]+ \d)|\bup to and including (?=(?:the )?\d|[a-z]+ \d)", "until "),
    (rf"^(?P<ask>how much[^?]*?\b{_MONEY}\b[^?]*?) with (?:an? |the )?(?:known|disclosed|published|stated) (?:price|amount|value|"
     rf"size)s?{ENDS}", r"\g<ask>"),
)  # fmt: skip
_RULES: Final = Rules((*_SCOPES, *_PARTS, *_NUMBERS, *_TURNS))


def spoken(question: str) -> str:
    """A question without such ways round it.

    Args:
        question: written out and without frames, with single spaces.
    """
    return " ".join(rewritten(question, _RULES).split())
