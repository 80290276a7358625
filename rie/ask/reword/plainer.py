"""Constructions of English put plainly: what is left out, superlatives of several words, ranks, shares and differences.

A rule keeps the names, periods and numbers of what it rewrites; what does not fit to its new frame is refused by the grammar as before.
"""

from __future__ import annotations

import re
from typing import Final

from rie.ask.reword.rewrite import STOP, Replacement, Rules, rewritten

_WHAT: Final = r"(?P<what>[^?.,;:]{2,60}?)"
_TAKEN: Final = (
    r"(?:left|taken|stripped|kept|set|put) (?:out|aside|away|apart)(?: of it)?|excluded|excepted|omitted|ignored|disregarded|removed|"
    r"(?:not|un)(?: being)? ?(?:counted|included|considered)"
)
_AFFIRMED: Final = r"(?<!without )(?<!without a )(?<!without the )(?<!no )(?<!not )"
_TAKE: Final = r"(?:take|leave|strip|keep|drop|skip|exclude|ignore|remove|omit|disregard|cut|throw|set|put)"
_LEAVE: Final = r"(?:leave|strip|drop|skip|exclude|ignore|remove|omit|disregard|cut|throw)"
_EXCLUSIONS: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"\b(?:if|once|when|after|provided) (?:you|we|u|one|i) (?:{_LEAVE}(?: (?:out|aside|away))?|(?:only )?{_TAKE} (?:out|aside|away)) "
     rf"{_WHAT}{STOP}",
     r"excluding \g<what>"),
    (rf"\b(?:if|once|when|after|provided) (?:you|we|u|one|i) (?:only )?{_TAKE} (?!out|aside|away){_WHAT} (?:out|aside|away){STOP}",
     r"excluding \g<what>"),
    (rf"\b(?:leaving|taking|putting|setting|keeping|stripping) (?!out|aside|away){_WHAT} (?:aside|out|apart|"
     rf"away)\b", r"excluding \g<what>"),
    (rf"\bleave (?:out|aside) {_WHAT}(?:, please)?(?=:)", r"excluding \g<what>"),
    (rf"^{_TAKE} (?:out|aside|away) {_WHAT}(?=[,:;] (?:and |then )?(?:what|how|which|who)\b)", r"excluding \g<what>"),
    (rf"\b(?:(?:if|once|when|after) |with )(?:all |both |the |any |mere )*{_WHAT} (?:(?:are|is|were|being|have been|has been) "
     rf")?(?:all |both )?(?:{_TAKEN}){STOP}", r"excluding \g<what>"),
    (
        rf"(?:^|(?<=[,:;]) )(?P<what>[^?.,;:\d]{{2,40}}?) (?:aside|excepted|excluded|left out|not counted|not included){STOP}",
        r" excluding \g<what>",
    ),
    (rf"(?:,| but|, but) (?:skip|skipping|minus|omit|drop) (?:the |all |any )?{_WHAT}(?: ones)?{STOP}", r" excluding \g<what>"),
    (rf"(?<=[,;]) (?:but |with |and )?no {_WHAT}(?: ones)?(?:,? (?:please|pls))?{STOP}", r" excluding \g<what>"),
    (r"\b(?:every(?:one|body|thing)|any(?:one|body|thing)|all) (?:but|except|other than|not)(?: for)? (?!in\b)", "excluding "),
    (r"\bneither (?P<one>[\w' -]{2,30}?) nor (?=\w)", r"not \g<one> or "),
    (r"\b(?:with(?:out)? (?:the )?participation (?:by|of|from)) ", lambda found: "not joined by " if "out" in found[0] else "joined by "),
    (r"\bwith no (?:participation|involvement) (?:by|of|from) ", "not joined by "),
    (r"(?<=\w) ex (?=(?-i:[A-Z][a-z]))", " excluding "),
    (r"\bex[- ](?=US\b|UK\b|us\b(?! all)|uk\b|IPOs?\b|ipos?\b|debt\b|seeds?\b|rumou?rs?\b|grants?\b)", "excluding "),
)  # fmt: skip
_BEST: Final = r"(?:largest|highest|greatest|biggest|top)"
_OTHERS: Final = (
    r"(?:any(?: one)?|all|every|anyone|anybody)(?: of)?(?: the)?(?: others?| rest| else(?:['\u2019]s)?| other "
    r"[a-z]+)?(?=\s*(?:[?.,;:]|$| in | on | for | by | over | during ))"
)
_LARGER: Final = {
    "more": "most", "larger": "largest", "bigger": "biggest", "higher": "highest", "greater": "greatest", "fewer": "fewest",
    "lower": "lowest", "smaller": "smallest",
}  # fmt: skip
_PLACES: Final = {
    "1": "", "one": "", "2": "second ", "two": "second ", "3": "third ", "three": "third ", "first": "", "second": "second ",
    "third": "third ", "2nd": "second ", "3rd": "third ", "next": "second ",
}  # fmt: skip


def _superlative(found: re.Match[str]) -> str:
    """ "raised more money than any other": the most money."""
    return f"the {_LARGER[found['more'].lower()]} {found['what'] or ''}".rstrip()


def _placed(found: re.Match[str]) -> str:
    """ "which takeover ranks second by price": the second largest takeover by price."""
    return f"{_PLACES[found['place'].lower().split()[-1].lstrip('#')]}largest {found['what']} by {found['by']}"


def _numbered(found: re.Match[str]) -> str:
    """ "no. 2 investor"."""
    return f"the {_PLACES[found['place'].lower()]}largest "


_RANKS: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"\b(?:a |the )?(?P<more>{'|'.join(_LARGER)}) (?P<what>[a-z][a-z' -]{{2,30}}? )?than {_OTHERS}", _superlative),
    (rf"\b(?:an? |the )?(?:{_BEST}|record) (?:number|count|tally) of (?=[a-z])", "the most "),
    (r"\b(?:the )?(?:largest|highest|greatest|biggest) (?:amount|sum|volume|total)s? of (?=(?:money|funding|cash|"
     r"capital)\b)", "the most "),
    (r"\b(?:the )?(?:smallest|lowest) (?:number|count) of (?=[a-z])", "the fewest "),
    (r"\btop[- ](two|three|four|five|six|seven|eight|nine|ten|\d+)(?: (?:list|ranking|box|table))?(?: of)?(?: the)?\b", r"top \1"),
    (r"\b(?:which|what) (?P<what>[a-z][\w' -]{2,40}?) (?:ranks|ranked|comes|came|is|was) (?P<place>first|second|third|2nd|3rd|"
     r"number two|number three|next) "
     r"(?:by|in terms of|when (?:it comes to|ranked by)|(?:on|for)(?= (?:the )?"
     r"(?:amount|size|price|total|funding|revenue|number|money|value)\b)) (?:the )?(?P<by>[^?.]{3,60})", _placed),
    (r"\b(?:the )?runner[- ]up (?:among|of|in|for|amongst)(?: all| the)*(?: the)? ", "the second largest "),
    (
        r"(?<!\w)(?:the )?(?:no\.? ?|number |nr\.? ?|# ?)(?P<place>2|two|3|three) (?=(?:most|busiest)\b)",
        lambda found: _PLACES[found["place"].lower()],
    ),
    (r"\b(?:the )?(?:no\.? ?|number |nr\.? ?)(?P<place>2|two|3|three) (?=(?-i:[a-z]))(?!of\b)", _numbered),
    (r"(?<!\w)(?:the )?# ?(?P<place>2|3) (?=[a-z])(?!of\b)", _numbered),
    (r"\b(second|third|fourth|2nd|3rd|4th) (?=(?:most|busiest))", r"\1 "),
    (r"\bnext[- ](?=(?:largest|biggest|highest)\b)", "second "),
    (r"\bmost (?:pricey|costly|sizeable|sizable)\b|\b(?:dearest|heftiest|fattest)\b", "largest"),
    (r"\bleast (?:pricey|costly|sizeable|sizable)\b|\b(?:tiniest|littlest)\b", "smallest"),
    (
        r"\b(largest|biggest|smallest|most expensive|latest|newest|oldest|highest|lowest) one\b(?= (?:of|in|by)|\s*(?:[?.,]|$))",
        r"\1",
    ),
    (
        r"\bwhich (?P<what>(?!of\b)[a-z][\w' -]{2,40}?) (?:came|happened|took place) (?P<place>first|last)\b",
        r"the \g<place> \g<what>",
    ),
    (r"\bpeak (?=(?:month|quarter|year)\b(?![^?]*\b(?:dollars|money|funding|spend|spending|value|amount|volume)\b))", "busiest "),
    (r"\bpeak (?=(?:month|quarter|year)\b)", "highest "),
    (r"\b(?:worst|weakest|poorest) (?=(?:month|quarter|year)\b)", "lowest "),
    (r",? (?:with|starting with|beginning with) (?:the )?(?:most recent|newest|latest)(?: one)?(?: first| at the top| on "
     r"top)?(?=\s*(?:[?.]|$))", ", newest first"),
    (r",? (?:with|starting with|beginning with) (?:the )?(?:largest|biggest|highest)(?: one)?(?: first| at the top| on "
     r"top)?(?=\s*(?:[?.]|$))", ", largest first"),
    (r"\b(?:from|in order from) new(?:est)? to old(?:est)?\b", "newest first"),
    (
        r"\b(?:sorted|ordered|sort|order|arranged)(?: by date)?,? "
        r"(?=(?:newest|latest|oldest|earliest|largest|biggest|smallest|highest|lowest) first)",
        "",
    ),
    (
        r"^rank (?P<what>[^?.,;:]+?)(?:,| and|, and) (?:then )?(?:list|show|give|name|tell)(?: me)? (?:only )?(?:the )?(?:first|top) "
        r"(?P<many>two|three|four|five|ten|\d+)(?: ones?| of them)?(?=\s*[?.]*$)",
        r"top \g<many> \g<what>",
    ),
)  # fmt: skip
_MONEY: Final = (
    r"[$\u20ac\u00a3]\s?[\d.,]+\s?(?:m|mm|mn|bn|b|k|million|billion|thousand)?|"
    r"[\d.,]+ (?:million|billion|thousand)(?: dollars| euros| pounds)?"
)
_BEGUN: Final = r"(?P<ask>^|\b(?:you|please|kindly|to)(?: please| kindly)? |[,:;] )"
_SUMS: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"{_BEGUN}(?:break|split) (?P<what>[^?.,;:]{{3,70}}?) (?:down|up|out) (?:by|per|into|according to) (?=[a-z])",
     r"\g<ask>show \g<what> by "),
    (rf"{_BEGUN}(?:break|split|group)(?: down| up| out)? (?P<what>[^?.,;:]{{3,70}}?) (?:by|per|into|according to) (?=[a-z])",
     r"\g<ask>show \g<what> by "),
    (r"\b(yearly|quarterly|monthly|annual) counts?\b", r"\1"),
    (r"\b(?P<many>two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (?P<what>[a-z]+(?: [a-z]+)?s) or (?P<or>more|less|fewer)\b",
     lambda found: f"at {'least' if found['or'].lower() == 'more' else 'most'} {found['many']} {found['what']}"),
    (r"\bwith multiple (?=[a-z]+s\b)", "with more than one "),
    (r"(?P<share>\bshare of [^?.,;:]+?) among all ", r"\g<share> out of all "),
    (r"\b(?:the |a )?(?:complete|full|entire|whole) list of ", "list of "),
    (r"\b(?:measured|expressed) (?P<by>by|in)\b", r"\g<by>"),
    (r"\bthat nobody (?:has |had |have )?(?:ever )?(?P<done>[a-z]+)(?= (?:over|up|out)\b|\s*(?:[?.,]|$))", r"that were never \g<done>"),
    (r"\bboth (?P<link>in|from|of|by|with) (?P<one>[^?.,;]{2,30}?) and (?P=link) ", r"\g<link> both \g<one> and "),
    (r"\bwent on to (?:be|get) (?=[a-z])", "were later "),
    (r"\bwent on to (?=[A-Za-z])", "later "),
    (r"\bonce (?=(?:they|it|their|its|the)\b)", "after "),
    (r"\bin the (?P<range>[$\u20ac\u00a3]?[\d.,]+ ?(?:-|\u2013|to) ?[$\u20ac\u00a3]?[\d.,]+ ?(?:m|mn|bn|k|million|billion)) range\b",
     r"of \g<range>"),
    (r"\b(?:a|the) pair of (?=[A-Za-z-]+(?: [a-z]+)?s\b)", "two "),
    (r"\bat (?:some|any) (?:point|time)(?: in time)?\b", "ever"),
    (r"\bwith (?:an )?announcements?(?: dates?)? (?=(?:between|in|from|before|after|since|during)\b)", "announced "),
    (r"^between (?P<one>[^?.,;:\d]{2,40}?) and (?P<two>[^?.,;:\d]{2,40}?), (?P<ask>who|which) ", r"\g<one> or \g<two>, \g<ask> "),
    (rf"{_BEGUN}(?:add together|total up|tot up|add(?= q[1-4]\b| the (?:revenues?|sales|figures)\b)) (?=\w)", r"\g<ask>add up "),
    (r"^(?P<ask>.*[,:;] )?state (?=(?:the|how|what|its|whether)\b|(?-i:[A-Z]))", r"\g<ask>show "),
    (r"\bwhat (?:do|does|did|would|will) (?P<what>[^?.,;:]{3,80}?) (?:(?:add|tot) up|sum(?: up)?) to\b", r"what is the total of \g<what>"),
    (r"\b(?:add|sum|tally|tot) up (?:what|how much) (?P<what>[^?.]{5,100})", r"how much in total did \g<what>"),
    (rf"\bfrom (?P<low>{_MONEY}) (?:up )?to (?P<high>{_MONEY})", r"between \g<low> and \g<high>"),
    (
        r"^(?:each and )?every (?:single )?(?!(?:single )?(?:year|month|quarter|day|week|company|firm|startup|investor|segment|city|"
        r"country|sector|acquirer|buyer|executive|person|time|other|one)\b)(?=[a-z])",
        "all ",
    ),
    (r"^(?P<show>(?:name|list|show me|show|give me|find|identify) )(?:each and )?every (?:single )?(?=\w)", r"\g<show>all "),
)  # fmt: skip
_PORTION: Final = r"(?:part|portion|proportion|slice|chunk|fraction|percentage|percent|per cent|%|share)"
_PERCENT: Final = r"(?:in |as )?(?:a )?(?:percent(?:age)?|%)"
_SHARES: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"\b(?:how many percent|(?:what|which) {_PORTION}|how (?:big|large|great) a {_PORTION}) of (?=\w)", "what share of "),
    (r"\b(?:what|which) % of ", "what share of "),
    (rf"^(?:out )?of (?:all )?(?:the )?(?P<whole>[^?.,;:]+), (?:(?:what|which) {_PORTION}|how many percent) "
     r"(?P<rest>(?:was|were|went|came|is|are|had|has)\b[^?]+)",
     r"what share of \g<whole> \g<rest>"),
    (rf"^(?P<ask>.*[,:;] )?(?P<who>[^?.,;:]{{3,40}}?) accounts? for (?:what|which|how (?:big|large) an?) {_PORTION} of "
     r"(?P<what>(?!its\b|their\b)[^?.]+)",
     r"\g<ask>what share of \g<what> went to \g<who>"),
    (rf"\b(?:what share|how (?:big|large) an? {_PORTION}) of (?P<what>[^?.]+?),? (?:in|as) {_PERCENT},? "
     r"(?=(?:was|were|is|are|did|has|went)\b)",
     r"what share of \g<what> "),
    (r"^(?P<who>[^?.,;:]{3,40}?) (?:made|makes?|make) up (?:how many percent|what share) of (?P<what>[^?.,;:]+)",
     r"what share of \g<what> were \g<who>"),
    (rf"^(?:the )?{_PORTION} of (?P<what>[^?.,;:]+?) that (?P<who>[^?.,;:]{{3,40}}?) (?:makes?|made) up",
     r"what share of \g<what> was \g<who>"),
    (r"\bwhat share of (?P<what>[^?.]+?) (?P<who>(?-i:[A-Z])[^?.,]{2,40}?) accounted for\b", r"what share of \g<what> went to \g<who>"),
    (r"\bwhat share of (?P<what>[^?.]+?) (?:did|does|do) (?P<who>[^?.,]{3,40}?) account for\b", r"what share of \g<what> went to \g<who>"),
    (rf"\bhow much of (?P<what>[^?]+?),? {_PERCENT}(?=\s*[?.]*$)", r"what share of \g<what>"),
    (r"\b(?:in|as) (?:an? )?(?:%|percent(?:age)?) of (?:all |the )*", "as a share of all "),
    (r"(?<=\w) % of (?=all|total|everything)", " as a share of "),
    (
        r"^(?P<ask>.*[,:;] )?(?P<who>(?!who\b|which\b|what\b)[^?.,;:]{3,40}?) (?P<verb>led|made|took|did|[a-z]+ed) (?:in )?"
        r"what share of (?P<what>(?!its\b|their\b)[^?.]+)",
        lambda found: f"{found['ask'] or ''}what share of {found['what']} did {found['who']} {found['verb']}",
    ),
    (r"\b(?:in relation to|relative to|divided through)\b", "divided by"),
    (r"\bdivide (?P<one>[^?.]+?) by (?P<two>[^?.]+)", r"\g<one> divided by \g<two>"),
    (r"\bratio between (?P<one>[^?.]+?) and (?P<two>[^?.]+)", r"ratio of \g<one> to \g<two>"),
    (r"\b(?:quotient|quotients)\b", "ratio"),
    (r"\bhow far (?:apart (?:are|were|is|was)|off each other (?:are|were))\b", "what is the difference between"),
    (r"\bhow far (?:above|ahead of)\b", "how much more than"),
    (r"\b(?:what|which) (?:gap|spread|distance) (?:is|was|lies) (?:there )?between\b", "what is the difference between"),
    (r"\b(?:what(?:['\u2019]s| is| was) )?the (?:gap|spread|distance|margin) between\b", "what is the difference between"),
    (r"\bsubtract (?P<one>[^?.]+?) from (?P<two>[^?.:]+)", r"the difference between \g<two> and \g<one>"),
    (r"\bhow many (?:percent|%) (?:more|less|higher|lower)(?: or (?:more|less|higher|lower))?\b", "by what percentage more"),
)  # fmt: skip
_ROLES: Final = r"(?:targets|acquirers|buyers|sellers|investors|lead investors|backers)"
_ASIDES: Final[tuple[tuple[str, Replacement], ...]] = (
    (r" \([a-z]+ (?:to|through|-|\u2013) [a-z]+\)(?=[?.,;]|$| [a-z])", ""),  # "in the third quarter of 2016 (July to September)"
    (r"(?<=[?.,;]) (?:just |only )?(?:the )?(?:company )?names(?: of (?:the )?companies)?(?: only)?,?(?: please| pls)?(?=[?.!]*$)", ""),
    (
        rf"^(?:which |what |list (?:the )?|show (?:me )?(?:the )?)?(?P<main>[^?.,;:]+?)(?: -|[?,;:]) (?:(?:i|we) (?:just |only )?(?:want|"
        rf"need) )?(?:just |only )?(?:the )?"
        rf"(?:names of (?:the )?)?(?P<role>{_ROLES})(?: names)?(?: only|,? please| pls)*[.?!]*$",
        r"list the \g<role> of \g<main>",
    ),
    (
        r"^(?P<what>[a-z][a-z ]{2,25}?)s?\s*[-:,\u2013] (?P<who>(?:which|what|who)\b[^?.,]*? (?:got|had|has|have|raised|received|"
        r"did|made|took|closed)) one\b",
        r"\g<who> a \g<what>",
    ),
    (r"\bboth (?=[a-z]+(?:ed|t|ght|d)\b[^?.,]* and (?:have |has |also )?[a-z]+(?:ed|t|ght|d|de)\b)", ""),
    (rf"{_AFFIRMED}\b(?:with )?(?:{_AFFIRMED}(?:an? |the ))?(?:known|published|revealed|stated) (price|amount|value)s?\b",
     r"with disclosed \1"),
    (rf"{_AFFIRMED}(?:\b(?:of which|for which|where|whose) (?:the |an? |its |their )?)?\b(price|amount|value)s? (?:is |are |was |were )?"
     r"(?:known|published|revealed|disclosed)\b",
     r"with disclosed \1"),
    (r"(?<!companies were )(?<!company was )(?<!startups were )(?<!firms were )\bmade public\b", "announced"),
    (r"\bin (?:the )?range (?:of|from) ", "between "),
    (r"^(?:list|show|name|tell me|give me) what (?P<who>[^?.,]{2,40}?) (?P<aux>has|have|had) (?=\w)", r"what \g<aux> \g<who> "),
    (r"^(?P<what>[^?.,]{2,40}?) (?:was |is |got )?(?P<verb>[a-z]+ed|bought|led) by\s*[?.]*$", r"who \g<verb> \g<what>"),
    (
        r"^(?P<what>(?!(?:in|for|of|at|on|by|from|with|since|after|before|if|given|and|but|so|now|thanks|great|good|nice|ok|okay|who|"
        r"which|what|how|"
        r"when|where|did|do|does|has|have|is|are|was|were|[a-z]+ed)\b)[^?.,;:]* [^?.,;:]*)[:,;] "
        r"(?P<asked>(?:who|when|how much|how many)\b[^?.,;:]*?) (?:they|them|it)\b(?P<rest>(?! (?:closed|completed)\b)[^?.,;:]*)(?=[?.]*$)",
        r"\g<asked> \g<what>\g<rest>",
    ),
    (r"(?<=s) names(?=,?(?: please| pls)?[?.!]*$)", ""),
    (r"^(?P<what>(?!who\b|which\b|what\b)[^?.;:]{3,80}?), (?:just |only )?(?P<scope>(?:for|in) [^?.,;:]+?) only(?=[?.!]*$)",
     r"\g<what> \g<scope>"),
    (r"\b(?:anywhere|somewhere) (?=(?:from|between)\b)", ""),
    (r"\b(once|more than once|at least once)\b(?= *[?.]*$)(?<!at once)", lambda found: found[1]),
    (r"\bwhich (\w+)['\u2019]s (?=(?:in|been|got|had|raised|led|bought|done|made|on|most)\b)", r"which \1 has "),
)  # fmt: skip
_RULES: Final = Rules((*_ASIDES, *_EXCLUSIONS, *_RANKS, *_SUMS, *_SHARES))


def plainer(question: str) -> str:
    """A question with such constructions in place of longer ones.

    Args:
        question: written out, with single spaces.
    """
    return " ".join(rewritten(question, _RULES).split())
