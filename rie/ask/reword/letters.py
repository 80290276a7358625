"""What stands around a question in a letter or a chat: who asks and what for, courtesy, and an echo of the question at its end.

A frame is known by its grammar: somebody who asks, a verb of wanting or looking, a document of work, a word of thanks. Whatever else
stands in it may be a condition, so a clause is left out only when all of its words are such words.
"""

from __future__ import annotations

import re
from typing import Final

from rie.ask.names import english
from rie.ask.reword.answer_form import without_form
from rie.ask.reword.rewrite import Rules, rewritten

_PEOPLE: Final = (
    "boss|manager|md|analysts?|team|desk|office|client|customer|editor|colleagues?|partners?|professor|prof|supervisor|director|"
    "recruiters?|readers?|board|lawyers?|investors?|ceo|cfo|chair(?:man|woman)?|chief|lecturer|teacher|tutor|reporter|journalist|staff|"
    "audience|subscribers?|council|panel|auditors?|advis(?:o|e)rs?|consultants?|associates?|vp|head of [a-z]+|wife|husband|brother|"
    "sister|cousin|dad|mum|mom|flatmate|class|chef|producer|host|sales team|intern|assistant|students?|committee|"
    "department|newsroom|publisher|guys|friend"
)
_PAPERS: Final = (
    "memo|memos|deck|decks|slides?|reports?|meeting|meetings|call|calls|presentation|presentations|pitch|e-?mails?|newsletter|articles?|"
    "notes?|board pack|models?|spreadsheets?|sheets?|tear sheet|charts?|pie chart|bar chart|graphs?|tables?|review|screens?|lists?|"
    "files?|"
    "appendix|timeline|time line|time series|chronology|benchmark|comparison|peer comparison|ranking|records?|overview|study|paper|"
    "papers|"
    "thesis|essay|homework|seminar|class|lecture|piece|story|stories|blog|blog post|website|page|database|crm|book|briefing|brief|"
    "summary|section|box|calendar|project|analysis|archive|dashboard|column|columns|cell|cells|row|rows|podcast|interview|handout|"
    "worksheet|workbook|footnote|caption|draft|document|docs?|profile|pipeline review|map|bars?|tab|tracker|round-?up|feature|paragraph|"
    "line|angle|pages|comps|comps sheet|pitch ?book|pitch|fact ?box|quiz|retrospective|digest|wrap(?:-up)?|bulletin|backgrounder|"
    "primer|dossier|history|infographic|log|register|trip|directory|guide|edition|chapter|tutorial|seminar|poster|blurb|leaflet|"
    "brochure|case study|case|fact sheet|factsheet|shelf|yearbook|writeup|write-up|appendices|statistics|stats?|module|exercise|"
    "commentary|headline|headlines|scorecard|recap|calendar|breakdown|cross-check|chronicle|reader|course|talk|keynote|workshop|"
    "audit|reference|hiring plan|catalogue|screen|snippet|sidebar|side-by-side|box-out|teaser|throwback|portrait|sketch|plot|"
    "paragraphs|glossary|index|collection|longlist|shortlist|cv|mailing|study"
)
_HAVE: Final = "know|see|have|learn|find out|get|hear|check|understand|look up|look at|confirm|find|read|pull|use"
_LOOK: Final = (
    "tell|give|send over|send across|send through|send|look up|look into|look for|find out|find|check|confirm|verify|pull up|"
    "pull together|pull|dig out|dig up|put together|"
    "work out|figure out|calculate|compute|state|supply|provide|share|pass|pass on|help (?:me|(?-i:us)) (?:with|find)|fill in|go through|"
    "quantify|fetch|prepare|remind|express|report|run|draw up"
)
_LOOKING: Final = (
    "telling|giving|sending|showing|looking up|looking into|finding out|finding|checking|confirming|verifying|pulling up|pulling|"
    "digging out|"
    "working out|figuring out|calculating|computing|supplying|providing|sharing|naming|passing|going through|fetching|preparing|listing"
)
_WHOSE: Final = r"(?:my|our|the|a|an|this|that|your)"
_OURS: Final = (
    r"(?:my|our) (?!(?:company|firm|startup|fund|round|deal|bid)\b)(?:[a-z]+ ){0,2}[a-z]+(?= (?:would|wants?|needs?|asked|asks|is) )"
)
_ASKER: Final = (
    rf"(?:i|we|somebody|someone|{_WHOSE} (?:[a-z]+ |[A-Z][a-z]+ ){{0,2}}(?:{_PEOPLE})|{_OURS}|prof(?:essor)?|boss|a friend "
    rf"of mine)"
)
_BE: Final = r"(?:(?:['\u2019](?:m|re|s)|\bam|\bare|\bis|\bwas|\bwere)\b)"
_WANT: Final = (
    rf"(?:(?:['\u2019]d| would|) ?(?:also |just |only |really |still |simply )*(?:needs?|wants?|like|love|requires?|seeks?|lacks?|"
    rf"request|requests|"
    rf"appreciate|asks?|asked|wonders?|wondered)(?: for)?(?: to (?:be able to )?(?:{_HAVE}))?"
    rf"|(?: |){_BE} (?:also |just |only |still )*(?:after|looking for|asking for|asking|wondering|trying to (?:{_HAVE})|missing|"
    rf"hoping (?:to (?:{_HAVE})|for)|(?:interested|keen|curious)(?: (?:to (?:{_HAVE})|in (?:knowing|seeing|hearing|learning)|in|about))?)"
    rf"|(?:['\u2019]d| would) be (?:very |most |really )?(?:interested|keen|curious|grateful|thankful|glad|happy|obliged)(?: (?:to "
    rf"(?:{_HAVE})|"
    rf"in (?:knowing |learning |seeing )?|for|"
    rf"if you (?:could|can|would)(?=\s+(?:list|name|count|show|rank|compare)\b)|if you could (?:{_LOOK})(?: (?:me|(?-i:us)))?))?)"
)
_START: Final = r"(?:^|(?<=[.?!,:;\u2013\u2014]))(?P<gap>\s*(?:(?:and|so|ok|okay|also|well|now|please|but|then),? )*)"
_NEXT: Final = r"(?=\s+[\w$\u20ac%#\u00a3'])"
_OPENINGS: Final = (
    rf"{_ASKER}{_WANT} (?:just |only )?(?:one|a|the|a single) (?:number|figure|total|answer|date|name|word)s?\s*[:.]",
    rf"{_ASKER} (?:wants?|needs?|asked|asks|would like) (?:me|(?-i:us)|you) to (?:{_LOOK}|{_HAVE})(?: (?:me|(?-i:us))\b)?",
    rf"{_ASKER} (?:wants?|needs?|asked|asks|would like) (?:me|(?-i:us)|you) to(?=\s+(?:count|add|sum|rank|sort|compare|list|name|show)\b)",
    rf"(?:i['\u2019]ve|i have|we have|we['\u2019]ve) been asked(?: by {_WHOSE} (?:{_PEOPLE}))? "
    rf"(?:for|to (?:{_LOOK}|{_HAVE}|(?=(?:list|name|count)\b)))",
    rf"{_ASKER}{_WANT}",
    rf"(?:may|could|can|might) (?:i|we) (?:please |kindly )?(?:ask(?: you)?(?: for)?|trouble you for|{_HAVE}|request)",
    rf"(?:is there )?any chance (?:that )?(?:you|somebody|someone) (?:could|can|would) (?:please )?(?:{_LOOK})(?: (?:me|(?-i:us))\b)?",
    r"(?:is there )?any chance (?:that )?you (?:could|can|would)(?=\s+(?:count|add|sum|rank|sort|compare|list|name|show)\b)",
    r"would you be able to(?=\s+(?:count|add|sum|rank|sort|compare|list|name|show|break|split)\b)",
    rf"(?:please |kindly )+(?:{_LOOK})(?: (?:me|(?-i:us))\b)?(?=\s+the\b)",
    rf"(?:(?:would|do) you )?mind (?:{_LOOKING})(?: (?:me|(?-i:us))\b)?",
    r"(?:anyone|anybody|someone|somebody)(?: here| out there| else)? (?:happens? to )?(?:know|remember|recall)s?"
    r"(?=\s+(?:how|what|who|which|when|whether|whose|where|the)\b)",
    rf"(?:would|will) you be able to (?:{_LOOK})(?: (?:me|(?-i:us))\b)?",
    r"(?:(?:would|do|might) you|does (?:anyone|anybody|somebody|someone)) (?:by any chance )?(?:happen to )?(?:know|have|remember|"
    r"recall)",
    rf"(?:could|would|can|will) (?:you|somebody|someone|anyone|anybody) (?:please |kindly |possibly |quickly |briefly |also )*"
    rf"(?:be so kind as to |be able to |mind )?"
    rf"(?:{_LOOK}|{_LOOKING}|let (?:me|(?-i:us)) (?:know|have|see))(?: (?:for )?(?:me|(?-i:us))\b)?",
    r"(?:could|would|can|will) (?:you|somebody|someone|anyone|anybody)(?: please| kindly| possibly| quickly| briefly)*"
    r"(?: be so kind as to| be able to)?"
    r"(?=\s+(?:count|add|sum|rank|sort|compare|list|name|show|divide|subtract|set|put|relate)\b)",
    rf"(?:would|will) it be (?:possible|hard|okay|ok)(?: for (?:you|me|us|someone))? to "
    rf"(?:{_HAVE}|{_LOOK}|let (?:me|(?-i:us)) (?:know|have|see))"
    rf"(?: (?:me|(?-i:us))\b)?(?: (?:of|about)\b)?",
    r"(?:would|will) it be (?:possible|hard|okay|ok)(?: for (?:you|someone))? to"
    r"(?=\s+(?:count|add|sum|rank|sort|compare|list|name|show)\b)",
    rf"would you (?:please |kindly )?(?:{_LOOK})(?: (?:for )?(?:me|(?-i:us))\b)?",
    r"would you be able to say",
    rf"is it possible to (?:{_HAVE}|say|{_LOOK})(?: (?:me|(?-i:us))\b)?",
    rf"is there a way to (?:{_HAVE}|{_LOOK})",
    rf"it(?:['\u2019]d| would| will) (?:really )?(?:help|be (?:great|good|helpful|useful|nice|interesting))(?: (?:me|(?-i:us)))?(?: "
    rf"a lot)?"
    rf" to (?:{_HAVE})",
    r"(?:many )?(?:thanks|thank you)(?: in advance)? for(?: (?:" + _LOOKING + r")(?: (?:me|(?-i:us)))?|(?=\s+(?:a|an|the|any)\b))",
    rf"i(?:['\u2019]ve| have) been asked(?: by (?:an?|my|our|the) (?:{_PEOPLE}|client))? to (?:{_LOOK})",
    r"(?:just |only |really |still )?(?:need|needing|want|looking for|searching for|seeking)(?! to\b)"
    r"(?= (?:the |a |an |all |some )?[\w'\u2019]+)",
    rf"(?:in order )?to (?:complete|finish|fill(?: in)?|round off|update|check) {_WHOSE} (?:[a-z]+ )?(?:{_PAPERS}),?(?: (?:i|we){_WANT})?",
    r"(?:what|the (?:one |only )?(?:thing|number|figure|piece|bit|detail)(?: that)?) (?:i|we)(?:(?:['\u2019]d| would| still| really| "
    r"just| can['\u2019]?t|"
    rf" cannot| could(?: not|n['\u2019]?t)|['\u2019]m| am| are|['\u2019]re))*(?: (?:like|want|need|lack|miss|missing|find|care about|"
    rf"after))+"
    rf"(?: to (?:{_HAVE}))?(?: now)? (?:is|are|was)",
    r"grateful for", r"grateful if you (?:could|would)(?=\s+(?:count|add|rank|sort|compare|list|name|show|divide|set|put|"
    r"relate)\b)", rf"grateful if you (?:could|would) (?:{_LOOK})(?: (?:me|(?-i:us))\b)?",
    rf"please (?:do )?(?:{_LOOK})(?: (?:me|(?-i:us))\b)?(?! (?:by|in|for) )",
    r"please let (?:me|(?-i:us)) (?:know|have|see)",
    r"any (?:idea|clue|chance of|thoughts on|news on|word on)(?: of)?",
    r"i (?:wonder|was wondering)",
    r"(?:i|we) (?:(?:have |['\u2019]ve )?forgot(?:ten)?|forget|"
    r"(?:can['\u2019]?t|cannot|don['\u2019]?t|do not|no longer) "
    r"(?:quite |exactly )?"
    r"(?:recall|remember|know)|(?:am|are|['\u2019]m) not sure)(?=\s+(?:how|what|who|which|when|whether|the)\b)",
    r"remind (?:me|(?-i:us))(?: again)?", r"quick (?:one|question|q)\s*[,:\u2013-]?",
)  # fmt: skip
_FILLERS: Final = (  # a word that is not among these may be a condition: "for the seed rounds chart"
    "next|new|weekly|monthly|quarterly|annual|yearly|daily|internal|short|quick|little|big|small|brief|client|customer|investor|board|"
    "regional|own|first|final|latest|upcoming|current|morning|evening|press|news|research|market|industry|team|management|company|"
    "top-deals|top-deal|fund|growth-equity|stage|year-end|seasonal|peer|earnings|results|turnover|growth|governance|hiring|people|"
    "leadership|management|executive|cash|trends|bio|c-suite|margin|cross|movers|moves|career|mid-cap|losers'|reporting|"
    "earnings-season|address|contact|mailing|background|competitor|pipeline|sales|strategy|status|planning|master|university|"
    "school|student|phd|economics|finance|business|powerpoint|excel|word|google|activity|segment|history|trend|trivia|m&a|deals?|"
    "loyalty|world|local|committee|comps|fact|opening|closing|benchmark|markets|ic|serial buyers|country|city|summary|ranking|"
    "profile|intro|introductory|quiz|mix|vintage|funnel|conversion|seasonality|geography|hubs?|trends?|rankings?|chart|comparison|"
    "caption|timeline|table|pitch|pie|column|bar|case|class|course|study|library|careers|readership|awards|bargain|candidate|"
    "reading|ownership|stat|statistics|divestments?|divestitures?|exits?|range|year|league table|league|board-practice|anniversary|"
    "valuation|yearly|pitchbook|mid-year|half-year|back|front|cover|title|side|search|search-market|monday|tuesday|wednesday|"
    "thursday|friday|teaching|practice|student's|hiring-trend"
)
_FILLED: Final = rf"(?:(?:{_FILLERS})[ -]){{0,3}}"
_CHAIN: Final = rf"(?:(?:{_PAPERS})(?: of {_WHOSE} {_FILLED}(?:{_PAPERS}))?(?: (?:today|tomorrow|tonight|on monday|this week|next week))?)"
_PURPOSE: Final = (
    rf"{_START}(?:just )?(?:for|in) (?:{_WHOSE}|tomorrow['\u2019]s|today['\u2019]s) {_FILLED}{_CHAIN}\s*(?:,|:|\u2013|-|$|(?= (?:i|"
    rf"we|please|could|can|would)\b))"
)
_GROUP: Final = (  # people who ask: no facts are theirs
    r"(?:team|desk|committee|newsroom|department|dept|office|editors?|colleagues?|bankers?|lawyers?|analysts?|board|boss|partners?|readers|"
    r"auditors?|unit|squad|crew|people|folks|guys|group)"
)
_FOR_PEOPLE: Final = (
    rf"{_START}(?:just )?for {_WHOSE} (?:(?-i:[a-z&]+(?:-[a-z]+)?) ){{0,2}}{_GROUP}(?:,? please)?\s*(?::|,|\u2013| -)"
    rf"(?! (?:in|of|from|at|by|with|who|which|that)\b)"
)
_BEGINNINGS: Final = (  # with a comma or a colon behind them
    r"when(?:ever)? (?:you|somebody|someone) (?:get|gets|have|has|find|finds) (?:a |the |some )?(?:free |spare )?(?:chance|minute|moment|"
    r"second|sec|time)",
    rf"(?:before|ahead of|after) {_WHOSE} (?:\d+ ?(?:am|pm) )?{_FILLED}(?:call|meeting|interview|deadline|session|briefing)",
    r"sorry to (?:chase|bother|trouble|nag|disturb|ask|interrupt)(?: you)?(?: again)?(?: about this)?",
    rf"(?:{_WHOSE} )?(?:{_PEOPLE}) (?:is|are|was|were|just|keeps?|has)?(?: just)? ?(?:asking|asked|asks|wants to know)(?: again)?",
    rf"(?:many )?(?:thanks|thank you) for {_WHOSE} (?:{_PAPERS})", rf"(?:i |we )?need (?:this|it|that) for {_WHOSE} {_FILLED}{_CHAIN}",
    rf"quick (?:one|question|q|favou?r|stat|check|ask|request)(?: for {_WHOSE} {_FILLED}{_CHAIN})?",
    r"(?:just|only) (?:checking|curious|asking|wondering)(?: for (?:the|my|our|a) [a-z]+)?",
    r"(?:the )?client is asking,? so(?= please)", r"(?:just )?following up(?: on (?:our|the|your|my|this) [a-z]+)?",
    r"sorry (?:for|about) the (?:short|late) (?:notice|request|ask)", r"out of (?:pure |mere |sheer )?(?:curiosity|interest)",
    rf"quick (?:favou?r|question|one|ask|request) (?:before|ahead of) {_WHOSE} {_FILLED}(?:call|meeting|interview|deadline|session)",
    r"i know (?:this|it) is (?:short notice|late)", rf"in preparation (?:for|of) {_WHOSE} {_FILLED}{_CHAIN}",
    rf"(?:i['\u2019]m|i am|we['\u2019]re|we are) (?:just |now |still )?(?:drafting|writing(?: up)?|updating|preparing|finishing|compiling|"
    r"checking|working on|building|making|doing|putting together|drawing up|planning|designing|editing) "
    rf"{_WHOSE} {_FILLED}{_CHAIN}(?: now| today)?",
    r"(?:quick |just a )?(?:fact|sanity) check(?:,? please)?",
    rf"(?:drafting|writing|updating|preparing|finishing|compiling|checking) {_WHOSE} {_FILLED}{_CHAIN}(?: now| today)?",
    r"sorry,? one more(?: thing| question)?",
    rf"quick (?:one|question|q|favou?r) (?:before|ahead of|for) {_WHOSE} {_FILLED}(?:{_PAPERS}|meeting|call|interview)",
)  # fmt: skip
_ENDINGS: Final = (
    rf"\s+for {_WHOSE} {_FILLED}{_CHAIN}", r",?\s+if you don['\u2019]?t mind (?:counting|checking|looking|my asking|me asking)",
    r"[,;]?\s+(?:(?:would|will) (?:be (?:very |really |most |quite )?(?:great|good|helpful|perfect|appreciated|nice|fine|enough|"
    r"ideal|welcome|useful|most welcome|"
    r"of interest"
    r"(?: to (?:me|(?-i:us)))?)|do(?: nicely)?|help(?: (?:me|(?-i:us)))?(?: a lot)?)|is (?:fine|enough|what (?:i|we) (?:still "
    r")?(?:need|lack|want)))",
    r",?\s+if (?:possible|you can|you could|i may(?: ask)?|you know|you have it|you don['\u2019]?t mind)",
    r",?\s+(?:so )?(?:can|could) you (?:help(?: me| us)?|do that|supply (?:it|that|them)|send (?:it|that|them)(?: over)?|(?:pull|"
    r"list) (?:it|that|them))",
    r"[,;]\s+(?:can|could) you (?:do|count|name|check|find) (?:it|that|them)",
    r"[,;.?!]?\s+(?:could|can|would|may|might) (?:you|i|we) (?:please )?(?:send|have|get|see|give|pull|share|supply)(?: (?:me|"
    r"(?-i:us)))?(?: over)?"
    r" (?:the |those |these |any )?(?:numbers?|figures?|values?|list|them|it|that)",
    r"[,;.?!]?\s+(?:do|would|might) you (?:happen to )?(?:know|have (?:it|that|them|that (?:number|figure)|the (?:number|figure)))",
    r"[,;.?!]\s+(?:could|can|would|will) you (?:please )?(?:tell|inform|remind|let) me(?: know)?(?: (?:that|this|it|which|who|what|the "
    r"answer))?",
    r"[,;.?!]\s+(?:is|was) (?:that|this|it) (?:right|correct|true|so)",
    r"[,;.?!]\s+(?:could|can|would) you (?:please )?(?:do (?:it|that|this)|help(?: (?:me|(?-i:us)))?(?: (?:out|with (?:that|this|it)))?)",
    r"[,;\u2013-]\s+(?:any idea|anyone know|do you know|i mean|i guess|i think|i believe|again|please|pls|plz|thanks|thx|asap|ta)",
    rf"[,;:\u2013-]\s+{_ASKER}{_WANT}",
    r",?\s+(?:i|we) (?:think|guess|believe|suppose|reckon)", r",?\s+(?:if (?:i|we) (?:remember|recall)(?: (?:right|correctly|"
    r"rightly|it right))?|(?:as|so) far as (?:i|we) (?:know|remember|recall|can tell)|to my knowledge)",
    r"\s+(?:in advance|i guess|right now please)",
)  # fmt: skip
_ECHOES: Final = (
    r"(?:and )?(?:what|which|who|where)(?:['\u2019]s| is| was| were| are) (?:it|that|this|they|them|the (?:number|"
    r"figure|value))"
    r"(?: called| again| then| exactly)?",
    r"(?:and )?(?:which|what) (?:ones?|of them)(?: (?:is|was|are|were) (?:it|that|they|those|there))?(?: any idea)?",
    r"(?:and )?who(?:['\u2019]s| is| was) (?:it|that|this)", r"do you know who", r"(?:has )?any(?:one|body) (?:got|have) (?:it|that)",
    r"(?:and )?whose (?:is|was|were|are) (?:it|that|they|those)",
    r"(?:list|show|name) (?:them|em|['\u2019]em|those)", r"show (?:me|(?-i:us))", r"what(?:['\u2019]s| is) (?:that|it) come to",
)  # fmt: skip
_SHAPE: Final = (  # how the answer should look, and what the asker does not know
    r"(?:company|companies|firm|person|people|target|buyer|acquirer|investor|seller|full|plain|last|first|exact)(?:['\u2019]s)?"
)
_THING: Final = (
    r"(?:names?|list|number|figure|date|year|day|month(?: and (?:the )?year)?|year and month|amount|total|count|percentage|answer|titles?|"
    r"currency|yes or no|surname|surnames|status|outcome|result|role|post|job title|price|sum|size|ticker|sector|city)"
)
_ENOUGH: Final = (
    r"(?:(?:is|are|will be|would be) (?:quite |perfectly |more than )?(?:enough|fine|sufficient|ok|okay|good|plenty|great|perfect|"
    r"all right|alright|all (?:that )?(?:i|we) (?:need|want))|will do|would do|does it|suffices?)"
)
_STANDS: Final = r"(?<=[.?!;,:\u2013-])\s*"
_SHAPES: Final = (
    rf"{_STANDS}(?:just |only |simply |a |an )*(?:the |its |their |a )?(?:{_SHAPE} )?{_THING}(?: alone| only| itself)? {_ENOUGH}"
    r"(?: for (?:me|now|us))?",
    rf"{_STANDS}(?:just |only |simply )*(?:the )?(?:month and (?:the )?year|year and month|{_SHAPE} names|names|surnames)"
    r"(?: alone| only)?(?:,? (?:please|pls|thanks))?",
    rf"{_STANDS}(?:but )?(?:i|we) (?:do(?: not|n['\u2019]?t)|can(?:not| not|['\u2019]?t)) (?:quite |exactly |really )?(?:recall|remember|"
    r"know|find|think of) (?:its|the|their|his|her|what it is|what it['\u2019]s)(?: (?:company|firm|full|exact))?"
    r"(?: (?:name|names|called))",
    rf"{_STANDS}(?:but )?(?:i|we)(?: have|['\u2019]ve)? (?:forget|forgot|forgotten) "
    r"(?:its|the|their|his|her|what it is)"
    r"(?: (?:name|names|called))",
    rf"{_STANDS}(?:but )?(?:its|the|his|her|their) names? "
    r"(?:escapes|escape|slips|is gone from|has slipped|won['\u2019]t come to) (?:me|us|my "
    r"mind|my memory)",
)
_END: Final = r"(?=\s*[.?!,]*\s*$)"
_GREETING: Final = (
    r"^\W*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings)(?: (?:team|all|there|everyone|folks|guys|"
    r"colleagues?|both|again|(?-i:[A-Z][a-z]+)(?=,)))?\b\s*[,.:!\u2013-]"
)
_SIGNED: Final = (
    r"(?<=[.?!,;])\s*(?:(?:many |kind |best |warm )?(?:thanks|thank you|thx)\b(?!,? (?:in advance )?for\b|[^?]* first\b)[^?\d]*"
    r"|(?:many |kind |best |warm |with (?:kind|best) )?(?:cheers|best|regards|wishes|ta)\b\s*[,.!]?\s*(?:(?-i:[A-Z])[\w.-]*\s*){0,2})$"
)


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


_FRAMES: Final = Rules(
    (pattern, _blanks)
    for pattern in (
        _GREETING, _SIGNED, _PURPOSE, _FOR_PEOPLE,
        rf"(?<=[a-z\d]),? for {_WHOSE} {_FILLED}(?:{_PAPERS}){_END}",
        *(rf"{ending}{_END}" for ending in (*_SHAPES, *_ENDINGS)),
        *(rf"{_START}(?:{beginning})\s*[,:;\u2013-](?: (?:but|so|and)\b)?" for beginning in _BEGINNINGS),
        *(rf"{_START}(?:{opening}){_NEXT}" for opening in _OPENINGS),
        r"(?<=^which) (?:one|of the two)\b(?=.* or )",
        rf"(?<=\w): whose (?:is|was|were|are) (?:it|that|they|those){_END}",
        r"(?<=\w) for (?:me|(?-i:us))\b(?!\s+to\b)",
    )
)  # fmt: skip
_ECHO: Final = re.compile(rf"(?<=[,;.?!\u2013-])\s+(?:{'|'.join(_ECHOES)}){_END}", re.IGNORECASE)
_YES_OR_NO: Final = re.compile(r"\W*(?:any|did|do|does|has|have|had|is|are|was|were)\b", re.IGNORECASE)
_WHETHER: Final = re.compile(  # not "if IPOs are left out, how much was raised"
    r"^(\W*)(whether(?: or not)?|if(?![^?]*[,;] (?:how|what|which|who|when|where)\b))\b(?! (?:so|yes|not|possible|you|we|i)\b)"
    r"(?<!if(?= any))",
    re.IGNORECASE,
)
_CLAUSES: Final = re.compile(r"(?:[^.?!;:,\u2013\u2014-]|[.?!:,](?=\S)|(?<=\S)-|-(?=\S))+")
_WORK: Final = frozenset(
    english.forms(
        "write|writing|update|updating|prepare|preparing|compile|compiling|build|building|draw|drawing|draft|drafting|edit|editing|"
        "finish|"
        "finishing|work|working|check|checking|clean|cleaning|fill|filling|plot|plotting|put|putting|keep|keeping|making|make|doing|do|"
        "need|needs|want|wants|like|love|lack|lacks|missing|miss|gap|blank|hand|wonder|wondering|ask|asking|asks|trouble|bother|"
        "sorry|help|"
        "thanks|thank|please|pls|kind|kindly|grateful|appreciate|appreciated|great|nice|welcome|advance|hope|hopefully|question|request|"
        "favour|favor|quick|quickly|urgent|asap|deadline|minute|moment|curious|interested|trying|remember|recall|forgot|forget|know|tell|"
        "hi|hello|hey|dear|cheers|regards|morning|afternoon|today|tomorrow|tonight|soon|late|here|there|sure|promise|job|research|"
        "sourcing|candidates|information|info|answer|detail|details|overview|colleague|boss|client|team|prof|professor|editor|enough|"
        "fine|useful|helpful"
    )
)
_PAPER_WORDS: Final = frozenset(
    word for paper in _PAPERS.split("|") for part in paper.split() for word in (part.removesuffix("s?"), part.replace("?", ""))
)
_JOINING: Final = frozenset(
    english.forms(
        "i|i'm|i've|i'd|i'll|we|we're|we've|we'd|we'll|me|us|my|our|mine|you|you're|your|u|am|are|is|was|were|be|been|have|has|had|"
        "would|could|can|may|"
        "might|will|should|must|do|does|did|a|an|the|this|that|it|it's|its|in|on|at|for|to|of|with|about|up|together|out|over|into|"
        "and|so|"
        "if|as|now|still|also|just|again|very|really|bit|some|some|one|more|from|by|let|get|give|send|see|look|looking|find|im|ive|"
        "id|well|ok|not|can't|cant|cannot|couldn't|don't|dont|didn't|haven't|slipped|mind|memory|escapes|escaped"
    )
)
_PERSON: Final = re.compile(
    r"\b(?:i|we|me|us|my|our|you|your|thanks?|sorry|please|hi|hello|hey|dear|cheers|urgent|asap|prof(?:essor)?|im|ive|"
    r"grateful)\b",
    re.IGNORECASE,
)


def without_frames(question: str) -> str:
    """The question with blanks in place of what only frames it; all else stands where it stood.

    Args:
        question: as it was asked.
    """
    for _ in range(2):  # "Hi, for our memo, could you tell me"
        before = question
        question = rewritten(question, _FRAMES)
        if not _YES_OR_NO.match(question):  # "has it named a CFO, and who is it" asks who
            question = _ECHO.sub(_blanks, question)
        if question == before:
            break
    return _WHETHER.sub(_whether, without_form(_without_clauses(question)))


def _whether(found: re.Match[str]) -> str:
    """ "whether Acme has raised money" as a question of its own."""
    word = "did" if len(found[2]) > 2 else "do"
    return found[1] + word + " " * (len(found[2]) - len(word))


def _without_clauses(question: str) -> str:
    """The question without the clauses that only tell who asks and what for, if another is left."""
    clauses = list(_CLAUSES.finditer(question))
    framing = [clause for clause in clauses if _only_frames(clause[0])]
    told = [clause for clause in clauses if clause not in framing and any(map(str.isalnum, clause[0]))]
    for clause in framing if told else []:
        last = clause.end() + (clause.end() < len(question) and question[clause.end()] in ".,:;")
        question = question[: clause.start()] + " " * (last - clause.start()) + question[last:]
    return question


def _only_frames(clause: str) -> bool:
    """Whether a clause is about asking alone: every word is one of work, courtesy or grammar, and one is who asks."""
    words = [word.strip("\"'()").casefold() for word in clause.replace("\u2019", "'").split()]
    words = [word for word in words if any(map(str.isalnum, word))]
    known = all(word in _WORK or word in _JOINING or word in _PAPER_WORDS for word in words)
    return bool(words) and known and _PERSON.search(clause) is not None and any(word in _WORK or word in _PAPER_WORDS for word in words)
