"""Questions turned to the order in which they are usually asked.

What is asked for stands at the end ("rounds in 2016, how many"), behind a name that is told first ("Acme: who are its backers?"), in a
passive ("were bought by whom"), or beside a rank that is told of it ("which three rounds were the largest"). A rule moves words and keeps
what they say; what does not fit is refused by the grammar as before.
"""

from __future__ import annotations

import re
from typing import Final

from rie.ask.reword.rewrite import STOP, Replacement, Rules, rewritten

_END: Final = r"(?:,? (?:please|pls|thanks))?\s*[?.!]*$"
_N: Final = r"(?:two|three|four|five|six|seven|eight|nine|ten|twenty|\d{1,2})"
_YEAR: Final = r"(?:19|20)\d\d"
_SUM: Final = r"\d+(?:\.\d+)? ?(?:m|mn|bn|million|billion)\b"
_MONEY: Final = rf"(?:[$\u20ac\u00a3]|{_SUM})"
_ASKING: Final = (
    r"(?:which|what|who|whom|whose|how|when|where|why|list|show|name|give|tell|rank|compare|is|are|was|were|did|do|does|has|have|had|"
    r"find|count|number|sum|add|total|plus)\b"
)
_PHRASE: Final = rf"(?!{_ASKING})(?P<what>[^?;:]{{4,110}}?)"
_NAMED: Final = rf"(?P<what>(?!{_ASKING})[^?.,;:]{{3,70}})(?:[,;:]| [-\u2013])"
_NO_RANK: Final = r"(?![^?]*\b(?:top|most|biggest|largest|busiest|highest|lowest|share|rank|ranked|ranking|last time|by)\b)"
_BEST: Final = (
    r"(?:largest|biggest|highest|smallest|lowest|cheapest|priciest|costliest|most (?:expensive|costly|sizeable|sizable|recent|valuable)|"
    r"latest|newest|oldest|earliest)"
)
_THEM: Final = r"(?:them|they|it|that|this|those|these|there|em)"
_COUNTED: Final = (
    rf"(?:how many(?: (?:are|is|were|was|of) {_THEM})?(?: (?:are|were|is) there)?(?: in (?:all|total))?|"
    rf"(?:what(?:['\u2019]s| is| was)) the (?:number|count|total number)(?: of {_THEM})?|"
    rf"(?:please )?count(?: {_THEM}| all| all of them)?(?:,? please)?|"
    r"(?:just |only )?(?:the |a )?(?:number|count|tally|counts)(?: only| please)?|(?:in |with (?:the |their )?)(?:numbers?|counts?))"
)
_TURN: Final = r"(?P<turn>rise|grow|increase|go up|climb|fall|drop|decrease|go down|decline|shrink) (?P<rest>(?:from|between|in) [^?]+)"
_FALLS: Final = frozenset(("fall", "drop", "decrease", "go down", "decline", "shrink"))
_PLACES: Final = {"second": "second", "two": "second", "third": "third", "three": "third"}
_PLACE: Final = r"(?:ranks?|ranked) (?:number )?(?P<place>second|third|two|three)"
_BY: Final = (  # not "in 2016", "in the first quarter", "in Leeds"
    r"(?:by|in terms of|(?:in|on|for) (?=(?-i:[a-z]))(?!the\b|q[1-4]\b|h[12]\b|fy|fiscal\b|[a-z]+ (?:19|20)\d\d\b))"
)


def _placed(found: re.Match[str]) -> str:
    """ "the round that ranks third by amount": the third largest round by amount."""
    by = found.groupdict().get("by")
    return f"the {_PLACES[found['place'].lower()]} largest {found['what']}" + (f" by {by}" if by else "")


def _turned(found: re.Match[str]) -> str:
    """ "by how many did the number of investors rise between 2016 and 2017": the increase in it."""
    turn = "decrease" if found["turn"].lower() in _FALLS else "increase"
    plural = "" if found["what"].endswith("s") else "s"
    return f"{turn} in the number of {found['what']}{plural} {found['rest'].replace('between', 'from').replace(' and ', ' to ')}"


_COUNTS: Final[tuple[tuple[str, Replacement], ...]] = (
    (
        r"^(?:(?:is|are|were|was|do|have) (?:there|we(?: have)?) )?any (?P<what>(?!idea|chance|news|one\b)[^?;]{3,90}?)\s*[?.,;\u2013-]+ "
        rf"(?:if (?:so|yes|any),? )?(?:which(?: ones?)?|(?:please )?(?:list|name|show)(?: me)? {_THEM}|what are they)"
        rf"(?: (?:are|were) {_THEM})?{_END}",
        r"list the \g<what>",
    ),
    (rf"^{_NO_RANK}{_PHRASE}(?:[,;:]| [-\u2013]|\.+) {_COUNTED}{_END}", r"number of \g<what>"),
    (
        rf"^{_NO_RANK}{_PHRASE}(?<!by)(?<!in)(?<!the)(?<!of)(?<!and) (?:number|how many(?: (?:are|were) there)?){_END}",
        r"number of \g<what>",
    ),
    (rf"^{_PHRASE}[?;:] {_COUNTED}{_END}", r"number of \g<what>"),
    (
        r"\b(?:an? |the )?(annual|yearly|quarterly|monthly) (?:number|count|tally|figure)s? (?:of|for) (?P<what>[^?.,;:]{3,60})",
        lambda found: f"number of {found['what']} by {found[1].lower().removesuffix('ly').replace('annual', 'year')}",
    ),
    (
        r"^of (?:all )?(?:the )?(?P<what>[a-z][^?.,;:]{3,50}), how many (?P<rest>(?:were|are|was|had|have|did)\b[^?.,;:]*)",
        r"how many \g<what> \g<rest>",
    ),
    (
        r"^(?:break|split|group|divide) (?:up |down )?(?P<what>[^?.,;:]{3,60}?) (?:down |up |out )?by (?P<by>[^?.,;:]{3,40}?),? and "
        r"(?:count (?:them|each)|give (?:me )?the (?:counts?|numbers?)(?: (?:for|of) each)?)",
        r"number of \g<what> by \g<by>",
    ),
    (rf"^(?P<what>[^?;:]*\b(?:by|per|each)\b[^?;:]*?),? (?:with |just |only )?(?:the )?(?:counts|numbers)(?: only| each| for each)?{_END}",
     r"\g<what>"),
)  # fmt: skip
_BASES: Final = {
    "did": "do", "made": "make", "had": "have", "saw": "see", "raised": "raise", "spent": "spend", "got": "get", "led": "lead",
    "closed": "close", "backed": "back", "bought": "buy", "acquired": "acquire", "paid": "pay", "appointed": "appoint", "joined": "join",
}  # fmt: skip


def _of_each(found: re.Match[str]) -> str:
    """ "which acquirer did how many deals": how many deals did each acquirer do."""
    who = found["who"].lower()
    one = who if found["one"] else re.sub(r"(?<=[a-z])s$", "", re.sub(r"ies$", "y", who))
    what = f" {found['what']}" if found["what"] else ""
    return f"how {found['many']}{what} did each {one} {_BASES[found['did'].lower()]}{found['rest']}"


_EACH: Final[tuple[tuple[str, Replacement], ...]] = (
    (
        r"^(?:which|what) (?P<who>[a-z]+(?P<one>(?<!s)| investor| company)) "
        rf"(?P<did>{'|'.join(_BASES)}) how (?P<many>many|much)(?: (?P<what>(?!in\b|for\b|of\b|from\b|by\b|on\b)[a-z]+(?: [a-z]+s)?))?"
        r"(?P<rest>(?: (?:in|during|since|for|from|before|after|on) [^?]*)?)[?.]*$",
        _of_each,
    ),
)
_RANKED: Final[tuple[tuple[str, Replacement], ...]] = (
    (
        rf"^(?:which|what|name(?: the)?|the) (?P<many>{_N}) (?P<what>[^?.,;:]{{3,70}}?) (?:were|are|was|had|have) (?:the )?"
        rf"(?P<best>{_BEST})(?P<rest>(?: (?:in|of|by|during) [^?]*)?)\s*[?.]*$",
        r"the \g<many> \g<best> \g<what>\g<rest>",
    ),
    (rf"^(?P<best>{_BEST}) (?P<what>[^?.,;:\d]{{3,50}}?),? top (?P<many>{_N}){_END}", r"the \g<many> \g<best> \g<what>"),
    (
        rf"\b(?:the )?(?P<what>(?!who\b)[a-z][\w' -]{{2,40}}?) (?:that |which ){_PLACE}"
        rf"(?: {_BY} (?P<by>[^?.,;]{{3,40}}))?{STOP}",
        _placed,
    ),
    (rf"\b(?:which|what) (?P<what>[a-z][\w' -]{{2,40}}?) {_PLACE}{STOP}", _placed),
    (
        r"\b(?:which (?:one )?|who )(?:ranks?|ranked|comes|came|is|was) (?:number )?(?P<place>second|third|two|three) among "
        rf"(?:the |all )?(?:most active )?(?P<what>[a-z]+(?: [a-z]+)?)s\b {_BY} (?P<by>[^?.,;]{{3,40}})",
        _placed,
    ),
    (
        r"\b(?P<ask>when|on (?:what|which) (?:day|date)) (?P<who>did [^?.,;:]{2,40}?) (?:last|most recently) (?P<did>[a-z][^?.,;:]*)",
        r"\g<ask> \g<who> \g<did> for the last time",
    ),
    (
        rf", (?P<best>biggest|largest|highest|newest|latest|most recent|oldest|smallest)(?: ones?)? (?:on|at the) top{STOP}",
        lambda found: f", {found['best'].replace('most recent', 'newest')} first",
    ),
    (
        r"\bwhose (?P<what>[^?.,;:]{3,40}?) (?:was|is|were) (?P<more>bigger|larger|smaller|higher|lower|more expensive)[,:]? (?:that of )?"
        rf"(?P<one>[^?.,;:]{{2,40}}?)(?:['\u2019]s)? or (?:that of |the one of )?(?P<two>[^?.,;:]{{2,40}}?)(?:['\u2019]s)?{_END}",
        r"which \g<what> was \g<more>: \g<one> or \g<two>",
    ),
    (
        rf"^(?P<one>{_YEAR}) or (?P<two>{_YEAR})[,:;] (?:which|what)(?: year| one| of them)? (?=(?:had|saw|brought|was|has)\b)",
        r"which of \g<one> or \g<two> ",
    ),
    (r"\b(?:was|is|were|did) it (?P<one>[^?.,;:]{2,40}?) or (?P<two>[^?.,;:]{2,40}?) (?:that|who|which) (?=[a-z])",
     r"which of \g<one> or \g<two> "),
)  # fmt: skip
_GAPS: Final[tuple[tuple[str, Replacement], ...]] = (
    (
        r"\bby (?:how much|what amount) (?:does|did|do) (?P<one>[^?.,;:]{3,80}?) (?:exceed|surpass|top|beat|outstrip) "
        r"(?P<two>(?:its|their|that|those|(?-i:[A-Z][a-z]))\b[^?.,;:]{3,80})",
        r"what is the difference between \g<one> and \g<two>",
    ),
    (
        r"\bby (?:how much|what amount) (?:is|was|are|were) (?P<one>[^?.,;:]{3,80}?) "
        r"(?:above|ahead of|higher than|larger than|bigger than|over) (?P<two>[^?.,;:]{3,80})",
        r"what is the difference between \g<one> and \g<two>",
    ),
    (r"\bhow different (?:in (?:size|amount|value) )?(?:were|are|was|is) ", "what is the difference between "),
    (rf"\bby (?:how many|how much|what (?:number|amount)) did (?:the )?(?:number|count) of (?P<what>[^?.,;:]{{3,50}}?) {_TURN}", _turned),
    (rf"\b(?:by )?how (?:much|many) did (?:the )?(?P<what>[a-z]+(?: [a-z]+)?) (?:count|numbers?) {_TURN}", _turned),
    (
        rf"^(?P<what>[^?.,;:\d]{{3,50}}?s) (?P<one>{_YEAR}) minus (?P<two>{_YEAR})(?:,? (?:count|number))?{_END}",
        r"how many more \g<what> in \g<one> than in \g<two>",
    ),
    (
        rf"\bby (?:how many|what number) did (?:(?:the )?(?P<what>[^?.,;:]{{3,40}}?) (?:in|of) (?P<one>{_YEAR})|"
        rf"(?P<same>{_YEAR})['\u2019]s (?P<things>[^?.,;:]{{3,40}}?)) (?:outnumber|exceed) "
        rf"(?:those|the ones|that) (?:in|of) (?P<two>{_YEAR})",
        lambda found: f"how many more {found['what'] or found['things']} in {found['one'] or found['same']} than in {found['two']}",
    ),
    (
        rf"^compare (?:the )?(?P<what>[^?.,;:]{{3,50}}?) (?:in|of) (?P<one>{_YEAR}) (?:with|to|against|and) (?:those (?:in|of) )?"
        rf"(?P<two>{_YEAR})[:,;] how (?P<many>many|much) (?P<more>more|fewer|less)\b",
        r"how \g<many> \g<more> \g<what> in \g<one> than in \g<two>",
    ),
)  # fmt: skip
_NUMBERS: Final[tuple[tuple[str, Replacement], ...]] = (
    (
        rf"\b(?:just|precisely|no more (?:and|or) no less than) (?P<many>one|{_N}) (?P<what>[a-z]+(?: [a-z]+)?)"
        rf"(?: to (?:its|their|his) names?| each)?{STOP}",
        r"exactly \g<many> \g<what>",
    ),
    (
        rf"\b(?P<many>one|{_N}|single) (?P<what>[a-z]+)(?:,? (?:only|exactly|precisely|and (?:that['\u2019]s it|no more)|"
        rf"no more,? no (?:less|fewer)|neither more nor (?:less|fewer)))+{STOP}",
        lambda found: f"exactly {found['many'].replace('single', 'one')} {found['what']}",
    ),
    (rf"\b(?:with|had|has|have) (?:just |only )?an? single (?P<what>[a-z]+){STOP}", r"with exactly one \g<what>"),
    (r"\bmore than a single (?=[a-z])", "more than one "),
    (
        rf"^(?P<who>(?:who|(?:which|what) [a-z-]+(?: [a-z-]+)?) (?:has |have )?)"
        rf"(?P<did>announced|had|did|closed|completed|made|held|got|raised) (?P<many>{_N}) "
        r"(?P<what>rounds|financings|raises|acquisitions|takeovers|purchases|deals)(?! or | and more|\+)",
        r"\g<who>\g<did> exactly \g<many> \g<what>",
    ),
    (rf"\b(?P<did>raised|was funded|got funded)(?: money)? (?P<many>{_N}) times\b(?! as\b)", r"\g<did> exactly \g<many> rounds"),
    (
        rf"\b(?:over|more than|above) half(?: of (?:the |an? )?(?:company|target|business|firm|shares|equity|it|them))?{STOP}",
        "more than 50%",
    ),
    (r"\bno (?:smaller|lower|cheaper|less) than (?=[\d$\u20ac\u00a3])", "at least "),
    (
        r"(?<=s )(?:(?:that|which) )?(?:came|come|amounted|amount|ran|run|added up|totall?ed) (?:in )?(?:to |at )?"
        rf"(?=(?:less|more|at least|at most|under|over|above|below|up to|no more|no less)\b|{_MONEY})",
        "of ",
    ),
    (
        r"(?<=s )(?:(?:that|which) )?(?:topp?ed|exceeded|surpassed|passed|(?:went|gone|going) (?:past|beyond|over|above)) "
        rf"(?={_MONEY})",
        "of more than ",
    ),
    (rf"(?<=s )(?:(?:that|which) )?(?:hit|reached) (?={_MONEY})", "of at least "),
    (
        r"\b(?P<range>in (?:the|a) range (?:of |from )|from |between )?(?P<low>[$\u20ac\u00a3]?\d+(?:\.\d+)?) (?:to|(?(range)and|to)) "
        rf"(?P<high>[$\u20ac\u00a3]?{_SUM}(?: dollars| euros| pounds| usd| eur)?)(?: range| bracket| band)?",
        r"between \g<low> and \g<high>",
    ),
    (
        rf"(?<![\d.,])(?P<many>\d{{1,3}}|{_N})(?: or more|\+| and more| and up) (?=[a-z]+(?: [a-z]+)?s\b)"
        r"(?!(?:million|billion|dollars|euros|pounds|years)\b)",
        r"at least \g<many> ",
    ),
    (r"\b(?P<with>have|has|with) at least one (?=[a-z])", r"\g<with> "),
    (
        rf"\b(?:in|for|during) (?P<year>{_YEAR}) (?:and|then) (?:then )?(?:(?:came|went|were|was) back (?:for more|with investors|"
        r"for another (?:one|round)|to (?:the )?investors|for (?:new|fresh|more) money)|another (?:one|round)|once more|one more|"
        rf"a second (?:one|round)) in (?={_YEAR})",
        r"in \g<year> and again in ",
    ),
    (rf"\b(?P<year>{_YEAR}) (?P<cash>dollars|euros|pounds|usd|eur|gbp){STOP}", r"\g<year> in \g<cash>"),
    (rf",? (?:all )?(?:between|among) them(?:selves)?{STOP}", " in total"),
)  # fmt: skip
_INVERTED: Final[tuple[tuple[str, Replacement], ...]] = (
    (
        r"^(?P<what>(?!who\b|which\b|what\b)[^?,;:]{4,90}?) (?:was|were|has been|have been|is|are|had been) (?:ever )?"
        r"(?P<done>[a-z]+(?:ed|t|ght|d)(?: over| up)?) by "
        rf"(?P<who>whom|who|(?:which|what|how many) [a-z]+(?: [a-z]+){{0,2}}){_END}",
        lambda found: f"{found['who'].replace('whom', 'who')} {found['done']} {found['what']}",
    ),
    (
        r"^(?P<what>[^?:]{4,90}): by whom (?:was|were|has|have|had) (?:they|it|these|those|each)(?: each)? (?:been )?"
        rf"(?P<done>[a-z]+(?:ed|ght|led)(?: over| up)?){_END}",
        r"who \g<done> \g<what>",
    ),
    (
        r"\bby whom (?:was|were|has|have|had)? ?(?P<what>[^?.,;:]{3,70}?) (?:was |were |been )?"
        rf"(?P<done>[a-z]+(?:ed|ght|led)(?: over| up)?){_END}",
        r"who \g<done> \g<what>",
    ),
    (
        rf"^{_PHRASE}[,;:]? (?:who (?:are|were|is|was)|list|name|show) (?:its|their|the) (?P<role>[a-z]+(?: [a-z]+)?s?){_END}",
        r"list the \g<role> of \g<what>",
    ),
    (
        rf"^(?!last time|the last time){_NAMED} (?:announced )?(?:when(?: was (?:it|that|this))?(?: announced)?|"
        rf"(?:what(?:['\u2019]s| is| was)? the |what )?(?:announcement )?date){_END}",
        r"date of \g<what>",
    ),
    (rf"^{_NAMED} who (?P<did>[a-z]+(?: (?:in|over|up))?)(?: (?:it|them|that|those))?{_END}", r"who \g<did> \g<what>"),
    (
        rf"^{_PHRASE}[,;:] (?P<ask>(?:what|how much|how many)(?: [^?.,;:]{{2,40}})?) (?P<aux>have|has|had|did|do) they "
        rf"(?P<rest>[^?.,;:]+){_END}",
        r"\g<ask> \g<aux> \g<what> \g<rest>",
    ),
    (r"^(?:the |all (?:the )?)(?=[a-z]+s? (?:in which|for which|that|which|who|where)\b)", "list the "),
)  # fmt: skip
_LEFT_OUT: Final[tuple[tuple[str, Replacement], ...]] = (
    (r",? (?:that )?(?:the|your|our) (?:database|data ?base|data|store|data ?set) (?:holds|has|contains|knows|lists)\b", ""),
    (rf",? (?:that )?(?:we|you) (?:have|know of)(?: on record| on file)?(?<!do you have){_END}", ""),
    (r" (?:over|through) (?:the years|time)\b(?! to\b)", ""),
    (r",? if (?:anyone|anybody|any|at all|so|someone|applicable)\b,?(?= )", ""),
    (rf",? if (?:anyone|anybody|any|at all|there (?:are|were|is|was) any){_END}", ""),
    (r"\b(?:and|or) (?:for|at) what (?=(?:price|sum|amount)\b)", "and for what "),
    (r"\b(?:current|present|latest) (?=status\b)", ""),
)
_RULES: Final = Rules((*_COUNTS, *_EACH, *_RANKED, *_GAPS, *_NUMBERS, *_INVERTED, *_LEFT_OUT))  # fmt: skip


def turned(question: str) -> str:
    """A question in the usual order of its words.

    Args:
        question: written out and without frames, with single spaces.
    """
    return rewritten(question, _RULES)
