"""The words of the English language that a question is put together with; nothing of any domain."""

from __future__ import annotations

import re
from typing import Final


def _words(text: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in text.split("|"))


AUXILIARIES: Final = _words("did|do|does|has|have|had|is|are|was|were|been|be|being|got|get|gets|having")
PASSIVE: Final = frozenset(("is", "are", "was", "were", "been", "be", "being", "got", "get", "gets"))
ACTING: Final = frozenset(("did", "do", "does", "has", "have", "had"))
LIGHT: Final = _words(
    "make|makes|made|making|do|done|have|has|had|with|announce|announces|announced|"
    "announcing|see|saw|seen|conduct|conducted|carry out|carried out|hold|held|undertake|undertook|strike|struck|sign|ink|inked|"
    "report|reported|record|recorded|launch|launched|pull off|execute|executed|strike up|get|got|receive|received|"
    "take|took|having|reach|reaches|reached|attain|attained|achieve|achieved"
)
NEUTRAL: Final = frozenset(
    _words(
        "make|makes|made|making|done|have|has|had|having|with|see|saw|seen|record|recorded|achieve|achieved|attain|attained|"
        "hold|held|get|got|gets|there"
    )
)
HAPPEN: Final = _words(
    "there|take place|took place|taken place|happen|happened|occur|occurred|exist|exists|were active|was active|are active|"
    "is active|go through|went through|come up|came"
)
PREPOSITIONS: Final = _words("by|of|in|into|from|to|for|with|on|at|behind|among|amongst|within|inside|during|across|as|about|onto|out of")
ANYTHING: Final = "everything|anything|something|what all"
ARTICLES: Final = _words("the|a|an|this|any|some|all|all the|all of|every|each of|every single|of all")
WHICH: Final = _words("which|what|whose|what s|which of the|which of|what are|what is|what was|what were")
WHO: Final = _words("who|whom|who s|who all|anyone|anybody|everyone|everybody|everyone who|everybody who|all those|those who")
HOW_MUCH: Final = _words(
    "by what percentage|by what percent|how far|by how far|by how much|by what amount|by how many percent|"
    "how much|how much of|how large|how big|how high|how small|how low|how wide|how fat|how thick|how good|how healthy|"
    "how expensive|how costly|how large a|how big a|what size"
)
HOW_MANY: Final = _words(
    "tally of|tally|"
    "how many|how many of|what number|what number of|"
    "number of|no of|count of|the number of|count|how often|how many times|how frequently|total number of|# of|"
    "#|nr of"
)
OFTEN: Final = frozenset(("how often", "how many times", "how frequently"))
WHEN: Final = _words(
    "when|what date|which date|on what date|on which date|on what day|which day|what day|since when|"
    "from when|as of when|from what date|from which date|as of what date|what time|when exactly"
)
WHERE: Final = _words("where|whereabouts|in what city|in which city|in what place|from where")
SHOW: Final = _words(
    "list|show|show me|give me|gimme|send me|send me the|send me the list of|send me a list of|send|"
    "a table of|table of|table with|a table with|give|give me a list of|a list of|list of|"
    "i want to know|we want to know|i d like to know|"
    "do you know|name|tell me|tell me about|"
    "please state|kindly state|identify|indicate|specify|please name|"
    "find|find me|display|get me|i want|i need|enumerate|print|fetch|pull up|"
    "i d like|i would like|let me see|let s see|which are|which were|can you list|can you show|can you tell me|"
    "could you tell me|let me know|could you let me know|can you let me know|i'm looking for|i am looking for|"
    "can you give me|could you check|can you check|please check|check|could you confirm|can you confirm|"
    "could you look up|look up|remind me|do we know|any idea|can you find|could you find|could you pull|"
    "can you pull|i m after|list out|compute|calculate|compile|details of|overview of"
)
RANK: Final = _words("rank|ranking|ranking of|rank order|ranked|sort|order|league table of|leaderboard of|sorted|ordered|leaderboard|")
COMBINED: Final = frozenset(
    _words("combined|together|put together|taken together|altogether|all together|jointly|in sum|in aggregate|in total")
)
IN_ALL: Final = frozenset(_words("overall|over all|in all|all in all|across all|cumulative|aggregate"))
ADDED: Final = COMBINED | frozenset(
    _words("add up|adding up|added up|added together|sum up|summed up|summed|sum of|total of|sum total|grand total|tally up|total sum of")
)
UNTIL_NOW: Final = frozenset(_words("so far|to date"))
COMES_TO: Final = frozenset(_words("come to|comes to|came to|amount to|amounts to|amounted to"))
SORT: Final = (
    "sorted by|ordered by|sort by|order by|sort them by|sort it by|order them by|sorted on|arranged by|in order of|sorted in order of"
)
DESCENDING: Final = (
    "descending|in descending order|biggest to smallest|largest to smallest|highest to lowest|high to low|top to bottom|"
    "from biggest to smallest|"
    "from top to bottom|largest first|biggest first|highest first|newest first|latest first|most recent first|most first|"
    "from largest to smallest|from highest to lowest|desc|most expensive first|priciest first|costliest first|dearest first|top first"
)
ASCENDING: Final = (
    "ascending|in ascending order|smallest to biggest|smallest to largest|lowest to highest|low to high|smallest first|"
    "lowest first|cheapest first|least expensive first|oldest first|earliest first|from smallest to largest|"
    "from lowest to highest|asc|in chronological order|chronologically"
)
DATED: Final = frozenset(("newest", "latest", "recent", "oldest", "earliest", "chronological", "chronologically"))
FUNCTION: Final = frozenset(
    _words(
        "the|a|an|of|in|on|at|to|for|from|by|with|into|that|who|which|were|was|is|are|be|been|has|have|had|did|do|does|this|there|so far|"
        "pls|plz|kindly|quick|quick one|quick question|quick q|for a slide|in the end|ended up|ends up|"
        ""
        "please|hey|hi|hello|ok|okay|so|well|thanks|thank|you|me|us|us all|can|could|we|i|any|all|it s|s|'s|"
        "ever|actually|really|just|now|then|altogether|overall|again|respectively|also|too|too?|out|up|"
        "as|whole|currently|already|recorded|reported|known|stated|made|taken|place|its|their|his|her|own|own?|"
        "different|distinct|unique|various|individual|single|separate|total number|different kinds|"
        "yet|in one|themselves|itself|name of|names of|the name of|the names of|exactly|precisely|given|during|"
        "within|across|among|amongst|through|onto|behind|whose|what|how|"
        "when|where|"
        "league table|to their name|to its name|to his name|behind them|behind it|under their belt|under its belt|on their record|"
        "on its record|on file|"
        "on the books|all told|all in|overall|in terms of|of late|at all|at once|in one go|in a single go|so to speak|going by the data|"
        "jointly|together|break down|break it down|breakdown of|a breakdown of|show the breakdown of|"
        "inclusive|"
        "?|!|.|,|:|;|-|\"|'|(|)|/|\u2013|\u2014|\u201c|\u201d|\u2026"
    )
)
USUAL: Final = FUNCTION.union(WHICH)  # that stand in most questions
AGGREGATES: Final = {
    "sum": "total|in total|sum of|sum|total of|combined|altogether|aggregate|overall|cumulative|in all|all together|"
    "put together|taken together|summed|summed up|added together|all in all|"
    "in sum|totals|"
    "collectively|sum total|grand total|in aggregate|cumulatively|to date|so far|in the aggregate|total amount of|"
    "total value of|over all|add up|adding up|sum up|tally up|added up|"
    "across all|total sum of",
    "avg": "average|mean|avg|on average|averages|typical|averaged|average of|mean of",
    "median": "median|median of|medians",
    "max": "maximum|max",
    "min": "minimum|min",
}
LARGEST: Final = (
    "largest|biggest|highest|greatest|most expensive|priciest|costliest|huge|most valuable|top|record|most highly valued|heftiest|"
    "max|maximum|richest|came out on top|come out on top|came top|most costly|highest priced|most sizable"
)
SMALLEST: Final = "smallest|lowest|least expensive|cheapest|littlest|tiniest|min|minimum|least valuable"
LATEST: Final = "last time|latest|most recent|newest|last|most recently|most recent ones|final"
EARLIEST: Final = "first time|earliest|first|first ever|oldest|very first"
PREVIOUS: Final = "previous|second latest|second last|penultimate|next to last|second most recent"
ORDINALS: Final = {"second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5}
MOST: Final = "most|most often|more often than any|most frequently|most money"
MOST_OFTEN: Final = frozenset(("most often", "most frequently", "more often than any"))
LEAST: Final = "least|fewest"
ACTIVE: Final = "most active|busiest|most prolific|most frequent|most acquisitive|top active|prolific"
TOP: Final = "top|leading|largest|biggest|best|first|highest"
MORE: Final = (
    "more|larger|bigger|higher|more expensive|greater|costlier|pricier|the more|larger one|the bigger|the larger|more highly|"
    "the higher|larger amount|bigger amount"
)
LESS: Final = "less|fewer|smaller|lower|cheaper|the smaller|less expensive|the lower"
COUNTING: Final = frozenset(("more", "less", "fewer", "the more"))
COMPARE: Final = (
    "compare|compare with|compare to|compares with|compares to|comparison of|comparison between|compared|versus|vs|"
    "compared with|compared to|against|comparison|head to head"
)
OVER: Final = (
    "over|above|more than|greater than|larger than|bigger than|exceeding|exceeds|exceed|exceeded|in excess of|north of|"
    "upwards of|higher than|"
    ">|beyond|topping|topped|surpassing|worth more than|more then|bigger then|of more than"
)
AT_LEAST: Final = (
    "at least|no less than|not less than|minimum of|a minimum of|>=|\u2265|no fewer than|not fewer than|at minimum|a least|"
    "from at least|min"
)
UNDER: Final = "under|below|less than|smaller than|lower than|fewer than|<|short of|cheaper than|worth less than|beneath|less then|sub"
AT_MOST: Final = "at most|up to|no more than|not more than|maximum of|a maximum of|<=|\u2264|not exceeding|no larger than|at maximum"
EXACTLY: Final = "exactly|of exactly|precisely|equal to|=|only exactly"
PRICED: Final = frozenset(("priced", "priced at", "denominated", "stated", "quoted"))
SETTLED: Final = frozenset(
    _words(
        "done|raised|closed|made|struck|paid|paid for|settled|concluded|agreed|carried out|expressed|valued|signed|completed|"
        "announced|financed|recorded|booked|given|set|transacted|conducted|taken|held|finalised|finalized|bought|taken in|issued"
    )
)
COPULA: Final = frozenset(("is", "are", "was", "were"))
OR_MORE: Final = "or more|or above|and above|and up|or higher|plus|and more|or over|upwards|or greater|or larger|+|and over"
OR_LESS: Final = "or less|or below|or fewer|and below|or under|or smaller|and under"
BETWEEN: Final = "between"
LEFT_OUT: Final = "left out|leave out|excluded|omitted|not included|not counted|ignored|put aside|left aside"
NEGATION: Final = (
    "not|non|other than|excluding|exclude|except|except for|excepting|apart from|outside|outside of|aside from|besides|"
    "not including|not counting|minus|minus the|without|without counting|leaving out|leaving aside|but not|ignoring|omitting|"
    "exclusive of|"
    "with the exception of|but excluding|bar|not in|not from|minus any|different from|anything but|anything other than"
)
TOGETHER: Final = frozenset(_words("both|together|jointly|side by side"))
LATER: Final = frozenset(
    _words("then|later|later on|subsequently|afterwards|afterward|eventually|thereafter|after that|since then|in turn")
)
EARLIER: Final = frozenset(_words("previously|earlier|beforehand|before that|already"))
DENIED: Final = frozenset(_words("not|never|didn't|haven't|hasn't|weren't|wasn't|don't|didnt|havent|hasnt|werent|wasnt|not yet|never yet"))
SHARES: Final = frozenset(_words("share|percentage|proportion|percent|fraction|%|portion"))
DIFFERENCES: Final = frozenset(_words("difference|differences|differ|differs|differed|gap|differential|delta"))
LESS_OF_TWO: Final = frozenset(_words("minus|minus the|less"))
RISES: Final = frozenset(
    _words(
        "change|changed|grow|grew|grown|growth|increase|increased|rise|risen|rose|climb|climbed|up|go up|went up|gain|"
        "growth rate|expand|move|moved"
    )
)
FALLS: Final = frozenset(_words("fall|fell|fallen|drop|dropped|decline|declined|decrease|decreased|shrink|shrank|down|go down|went down"))
PERCENTAGES: Final = frozenset(
    _words(
        "in percent|percentage|percent|in %|%|growth rate|percentage change|percent change|percentage growth|by what percentage|"
        "by what percent|by how many percent|in percentage terms|in relative terms|change rate|growth percentage|percent growth"
    )
)
GOES: Final = frozenset(_words("went|went to|goes|goes to|go to|came|came from|comes|come|represented"))
GROUP: Final = (
    "per|by|for each|for every|in each|in every|each|every|broken down by|split by|grouped by|break down by|breakdown by|by each|across|"
    "of each|across each|with each|group by|split up by|sliced by|and per|from each|during each|over each|separately by|aggregated by|"
    "a breakdown by|broken out by|broken down per|split per|break it down by|group it by|group them by|break them down by|"
    "split it by|split them by"
)
GRAINS: Final = {
    "month": "month|months|monthly|calendar month",
    "quarter": "quarter|quarters|quarterly|calendar quarter",
    "year": "year|years|yearly|annual|annually|calendar year",
}
ANAPHORA: Final = (
    "it|they|them|those|these|that|its|their|that one|those ones|the same|same|he|she|that company|that round|that deal|those rounds|"
    "those deals|those companies|of them|of those|of these|of which|this company|the same company|these rounds|"
    "these deals|these companies|the ones|ones|one|that acquisition|this round|this deal|this one|that investor|that startup|thereof"
)
FOLLOW: Final = (
    "and|what about|how about|and what about|and how about|only|but|also|now|but only|and only|just|and just|same for|"
    "the same for|and for|and in|what if only|or|"
    "then|ok and|okay and|also for|now only|instead|then only|restrict to|restrict it to|restrict that to|limit to|"
    "limit it to|limit that to|filter to|narrow to|"
    "narrow it down to|show only|only show|same question for|do the same for|make it|make that|switch to|and the same for"
)
CONFUSABLE: Final = frozenset(
    _words(
        "inventor|inventors|invention|evaluation|evaluations|compete|competes|competing|competed|infested|reacquired|founders|"
        "inverted|converted|inquired|"
        "devaluation|revaluation|acquitted|biddable|insecured|unsecured|completes|completely|terminates|investigated|invertor|"
        "revenge|revenges|rehired|rehires|deported|deports|ejected|erected|deceased|reigned|office|offices|operated|imported|exported|"
        "intestate|devalued|revalued|undervalued|overvalued|reinvested|reinvest|coinvestor|coinvestors"
    )
)
VAGUE: Final = re.compile(r"(?:early|mid|late|middle|beginning|start|around|end of)\b", re.IGNORECASE)
ANNOUNCED: Final = re.compile(r"(?:announce|report|publish|disclose|ma[kd]e public)", re.IGNORECASE)
SQL: Final = re.compile(r"^\W*(?:select|insert|update|delete|drop|with)\b.*\b(?:from|into|set|table|as)\b", re.IGNORECASE | re.DOTALL)
ADVICE: Final = re.compile(
    r"\bhow (?:do|can|could|should|would|might) (?:i|we|you|one|somebody|someone|people)\b|\bhow to\b", re.IGNORECASE
)
PERIOD_WORDS: Final = frozenset(
    _words(
        "spring|summer|autumn|fall|winter|season|decade|century|week|weeks|weekend|fortnight|day|days|month|months|quarter|"
        "quarters|year|years|"
        "fiscal|semester|trimester|holiday|christmas|easter|ramadan|recently|lately|recent|before|after|since|until|till|ago|"
        "earlier|later|"
        "yesterday|today|tomorrow|q0|q5|q6|q7|q8|q9|h3|fy|era|pandemic|crisis|century|millennium|h0|midyear|mid|early|late|"
        "soon|nowadays|upcoming|"
        "future|january|february|march|april|june|july|august|september|october|november|december|"
        "past|period|time|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|prior|preceding|following|annum"
    )
)


def forms(text: str) -> tuple[str, ...]:
    """The alternatives of a "one|two words" string."""
    return _words(text)
