"""What a question counts in or leaves out of itself, and how it orders: "completed deals only", "whatever the type", "from the largest to
the smallest". Such a phrase stands at either end of a question; it is put where the grammar has its place, or left out where it holds no
condition.
"""

from __future__ import annotations

import re
from typing import Final

from rie.ask.reword.pieces import END
from rie.ask.reword.rewrite import Replacement, Rules, rewritten

_ENDS: Final = re.compile(r"([?.!])[\s?.!]+$")  # what a last sentence that was left out leaves behind
_NAME: Final = r"(?-i:[A-Z\u00c0-\u024f])[\w&.'\u00c0-\u024f-]*(?: (?:& |of |and )?(?-i:[A-Z\u00c0-\u024f])[\w&.'\u00c0-\u024f-]*){0,4}"
_KIND: Final = r"(?:kind|type|sort|stage|size|category|variety|round type|deal type|form)s?"
_ALL: Final = r"(?:all|every|any)(?: the)?(?: single)?(?: possible)?"
_COUNTING: Final = (
    r"(?:counting|taking|considering|including|looking at|going by|covering|across|over|using|with|for|on|among|if (?:we|you|one|i) "
    r"(?:only )?(?:count|take|look at|consider|include))"
)
_ENDED: Final = r"(?:broken[- ]off|called[- ]off|cancell?ed|abandoned|failed|collapsed|scrapped|withdrawn|terminated|aborted|dead)"
_STATE: Final = (
    rf"(?:rumou?r(?:ed|s)?|denials?|denied|cancellations?|withdrawals?|{_ENDED})(?: (?:ones?|deals?|rounds?|bids?|"
    rf"acquisitions?))?"
)
_LESS: Final = (
    r"(?:leaving out|leave out|excluding|not counting|ignoring|apart from|except(?: for)?|without|minus|disregarding|other than|barring|"
    r"setting aside|skipping|omitting)"
)
_DONE: Final = r"(?P<state>completed|closed|done|finished|finali[sz]ed|agreed|proposed)"
_DEALS: Final = r"(?:acquisitions?|deals?|takeovers?|purchases?|transactions?|buyouts?)"
_NOUNS: Final = re.compile(rf"\b(?:{_DEALS})\b", re.IGNORECASE)
_ROUNDS: Final = re.compile(r"\b(?:rounds?|financings|raises)\b", re.IGNORECASE)
_OF_ROUNDS: Final = re.compile(
    r"\b(?:portfolio|rounds?|financings?|raises?|raised|invested|investments?|investors?|backed|backers?|funding|fundings|led|leads?)\b",
    re.IGNORECASE,
)
_HIGH: Final = r"(?:largest|biggest|highest|greatest|most expensive|priciest|costliest|dearest|top|most|richest|best)"
_LOW: Final = r"(?:smallest|lowest|cheapest|least expensive|least|fewest|bottom|poorest|littlest|worst)"
_OUT: Final = r"(?:,? (?:ranked|ordered|sorted|arranged|listed|in order|going|running))?,? from (?:the )?"
_STAKE: Final = (
    r"(?:(?:just|only|merely|no more than) )?(?:an? |the )?(?:partial |mere |single )?stakes?(?: only| alone)?"
    r"(?! (?:in|of|over|under|above|below)\b)"
)
_WHOLE: Final = (
    r"(?:,? \(?(?:not|rather than|instead of|and not|as opposed to|but not)(?: for| of)? (?:the |an? |all of the |buying )?"
    r"(?:whole|full|entire|outright|complete)(?: of the)?(?: (?:company|companies|firm|firms|business|businesses|takeovers?|thing|"
    r"acquisitions?|purchases?|buyouts?|target|targets))?\)?)"
)


def _less(found: re.Match[str]) -> str:
    """ "Leaving out rumours, denials and broken-off ones": by their statuses."""
    text = found["what"].lower()
    told = (("rumoured", "rumo"), ("denied", "deni"), ("terminated", "cancell|withdraw|" + _ENDED[3:-1]))
    states = [state for state, words in told if re.search(rf"\b(?:{words})", text)]
    return f"{found['lead'] or ''}excluding {' and '.join([', '.join(states[:-1]), states[-1]] if states[1:] else states)} ones"


def _only(found: re.Match[str]) -> str:
    """ "Completed deals only: what was the mean price": of completed deals."""
    rest, state = found["rest"].strip(" ,.;:?"), found["state"].lower()
    state = "completed" if state in ("done", "finished", "finalised", "finalized") else state
    if _OF_ROUNDS.search(f"{rest} {found['noun'] or ''}"):
        noun = _ROUNDS.search(rest)
        told = f"{rest[: noun.start()]}closed {rest[noun.start() :]}" if noun else f"{rest} in closed rounds"
        return f"{told}?" if state in ("completed", "closed") else found[0]
    noun = _NOUNS.search(rest)
    if noun:
        return f"{rest[: noun.start()]}{state} {rest[noun.start() :]}?"
    return f"{_SHOWN.sub('', rest)} of {state} acquisitions{(_SHOWN.search(rest) or [''])[0]}?"


_SHOWN: Final = re.compile(r",? in (?:us )?(?:dollars|euros|pounds|usd|eur|gbp)$", re.IGNORECASE)


def _ordered(found: re.Match[str]) -> str:
    """ "Ordered from most expensive to cheapest": largest first."""
    down = re.fullmatch(_HIGH, found["one"], re.IGNORECASE) is not None
    by = (found["by"] or found["what"] or "").strip()
    ends = "" if by and down else f", {'largest' if down else 'smallest'} first"
    return f"{f' ranked by {by}' if by else ''}{ends}"


def _of_rounds(found: re.Match[str]) -> str:
    """ "Counting every type of round, how many has Acme done": how many rounds."""
    return f"how many {found['what']}s {found['rest']}" if found["rest"] else ""


_SCOPES: Final[tuple[tuple[str, Replacement], ...]] = (
    (r"^(?P<sum>[^?]*\b(?:total|average|mean|median|sum|avg)\b[^?]*?)(?:, ?| \(| )(?:counting |taking |using )?(?:only |just )?(?:those "
     r"with )?(?:an? )?"
     r"(?:known|disclosed|stated|published|given) (?:prices?|amounts?|values?|sums?|sizes?)(?: only)\)?(?=\s*[?.!]*$)", r"\g<sum>"),
    (r",? where (?:one |it |that |this )?(?:is |was )?(?:stated|given|known|disclosed|told|available|on record)(?=\s*[?.!]*$)", ""),
    (rf"^{_COUNTING} {_ALL} {_KIND} of (?P<what>round|deal|financing|acquisition|change)s?(?: together)?,? "
     r"(?:how many (?P<rest>(?:have|has|did|do|does|were|are|was) [^?]+)|(?=\w))", _of_rounds),
    (rf"^{_ALL} {_KIND} (?:of (?:round|deal)s? )?(?:included|counted|taken together|combined|together),? (?=\w)", ""),
    (rf"(?:, ?| \()(?:of |with |counting |including )?{_ALL} {_KIND}(?: of (?:round|deal)s?)?(?: included| counted)?\)?{END}", ""),
    (rf"(?P<what>\b(?:rounds?|deals?|financings?|acquisitions?)) of (?:any|every|all|whatever|whichever) {_KIND}\b", r"\g<what>"),
    (rf"(?:^|,? )\(?(?:regardless|irrespective|independent) of (?:the |its |their )?{_KIND}\)?(?:,|(?=\s*[?.!]*$)|(?= [a-z]))", ""),
    (rf"(?:^|,? )(?:no matter|whatever) (?:the |of (?:what|which) |what |which )?{_KIND}(?: (?:it|they) (?:was|were|is|are))?"
     r"(?:,|(?=\s*[?.!]*$))", ""),
    (rf"(?P<lead>^|[ ,(])(?:{_LESS}) (?:any |all |the )*(?P<what>{_STATE}(?:(?:, |,? and |,? or |/| nor )(?:the |any |all "
     rf")?{_STATE})*)", _less),
    (rf"^(?:(?:{_COUNTING}|only|just) )*{_DONE} (?:ones|(?P<noun>[a-z]+))(?: only| alone)?[:,;] (?P<rest>[^?;:]+)[?.]*$", _only),
    (rf"^(?P<rest>[^?;:]+?)(?:,? \(|, | [-\u2013] )(?:only |just )?{_DONE}(?: (?P<noun>{_DEALS}|rounds?|ones?))?(?: only| alone)?\)?[?.]*$"
     r"(?<=only\)|.only|nly\)\?|only\?)", _only),
    (r"\bhow many (?P<what>[a-z][a-z -]{2,40}?) (?:does|did|do) (?P<when>(?:(?:the year|q[1-4]|h[12]) )?(?:19|20)\d\d) (?:have|see|bring|"
     r"hold|"
     r"count|show|produce|contain|record)\b", r"how many \g<what> were there in \g<when>"),
    (r"^(?P<what>(?!how\b)[^?.,;:]{4,60}), (?:the )?total (?:number|count)(?=\s*[?.!]*$)", r"number of \g<what>"),
)  # fmt: skip
_ORDERS: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"{_OUT}(?P<one>{_HIGH}) (?P<what>(?:[a-z]+ )?(?:amount|price|size|value|revenue|sum|total)s? )?(?:down )?to (?:the )?{_LOW}"
     r"(?: (?P<by>(?:[a-z]+ )?(?:amount|price|size|value|revenue|sum|total raised|total|funding|valuation)))?(?=\s*(?:[?.,;]|"
     r"$))", _ordered),
    (rf"{_OUT}(?P<one>{_LOW}) (?P<what>(?:[a-z]+ )?(?:amount|price|size|value|revenue|sum|total)s? )?(?:up )?to (?:the )?{_HIGH}"
     r"(?: (?P<by>(?:[a-z]+ )?(?:amount|price|size|value|revenue|sum|total raised|total|funding|valuation)))?(?=\s*(?:[?.,;]|"
     r"$))", _ordered),
    (rf"^(?:rank |list |order |sort |show )?(?P<who>{_NAME})['\u2019]s? (?:round|funding|financing) (?:types|stages|kinds)(?: (?:ranked|"
     rf"ordered|"
     r"sorted))?(?: by (?:amount|size|sum|money|total)(?: raised)?)(?P<way>, (?:largest|smallest) first)?(?=\s*[?.]*$)",
     lambda found: f"total raised by {found['who']} by round type{found['way'] or ', largest first'}"),
    (rf"^(?P<head>[^?]*\b(?:{_HIGH}|{_LOW})\b[^?;:]*?)(?:\s+[-\u2013]|[:,;.])\s+(?:and )?(?:which|what) (?P<what>company|firm|startup|"
     rf"investor|buyer|acquirer|"
     r"target|seller|quarter|year|segment|month|city|country) (?:was|is|were|did) (?:it|that|this)(?: from| of| in| by)?(?=\s*[?.]*$)",
     r"\g<head>, which \g<what>"),
    (rf"^(?P<head>[^?]*\b(?:{_HIGH}|{_LOW})\b[^?;:]*?)(?:\s+[-\u2013]|[:,;.])\s+(?:which|what) (?:one )?(?:was|is) (?:it|that|"
     rf"this)(?=\s*[?.]*$)",
     r"\g<head>"),
    (rf"^(?P<head>[^?]*\b(?:{_HIGH}) [^?;:]*?\b)(?:among|of|by) (?:all )?those (?=reporting|that|who|with|which)", r"\g<head>among "
     r"companies "),
    (r"^(?P<head>(?:largest|highest|biggest|lowest|smallest) [^?;:]*?\b(?:revenue|sales|income|profit|loss|ebitda|margin|"
     r"eps)\b[^?;:]*)[:,;.] "
     r"(?:(?:the |company |firm )*names?|whose|who)(?=\s*[?.]*$)", r"which company had the \g<head>"),
)  # fmt: skip
_MEASURES: Final = r"(?:revenues?|sales|income|profits?|loss|losses|ebitda|turnover|earnings)"
_PART: Final = r"(?P<what>region|segment|division|market|business line|unit)"
_FIRST: Final = r"(?P<first>biggest|largest|strongest|top|best[- ]selling|highest[- ]selling)|smallest|weakest|lowest[- ]selling|poorest"


def _first_part(found: re.Match[str]) -> str:
    """ "Acme's biggest region in Q1 2017": by its revenue."""
    part = "segment" if found["what"].lower() in ("region", "market") else found["what"]
    return f"which {found['who']} {part} had the {'highest' if found['first'] else 'lowest'} revenue{found['when']}"


_PARTS: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?:(?:what|which) (?:is|was) |name )?(?:the )?(?P<who>{_NAME})['\u2019]s? (?:{_FIRST}) {_PART}(?: by (?:revenue|sales))?"
     r"(?P<when>,? (?:in|for|of) [^?.;]{4,30}?)(?: by (?:revenue|sales))?(?=\s*[?.]*$)", _first_part),
    (rf"^(?:(?:what|which) (?:is|was) |name )?(?:the )?(?:{_FIRST}) {_PART} (?:of|at|for) (?P<who>{_NAME})(?: by (?:revenue|sales))?"
     r"(?P<when>,? (?:in|for|of) [^?.;]{4,30}?)(?: by (?:revenue|sales))?(?=\s*[?.]*$)", _first_part),
    (rf"^which of (?P<who>{_NAME})['\u2019]s? {_PART}s (?:sold|had|made|brought in|generated|reported|contributed) (?:the )?"
     r"(?:(?P<first>most|highest|largest|biggest)|least|lowest|smallest)(?: (?:revenues?|sales|turnover))?"
     r"(?P<when>,? (?:in|for|of) [^?.;]{4,30}?)(?=\s*[?.]*$)", _first_part),
    (rf"^(?=[^?]*\b{_MEASURES}\b)(?P<head>[^?]*?(?:['\u2019]s?|\b(?-i:[A-Z])\w+)) (?:geographic |sales )?(?P<what>region|"
     rf"market)(?P<s>s?)\b",
     lambda found: f"{found['head']} segment{found['s']}"),
    (rf"\b(?:which|what) (?P<what>{_NAME} (?:segment|division|unit|business)|(?:segment|division|unit|business)(?: of {_NAME})?) (?:was|"
     rf"is) (?:the )?"
     r"(?P<more>bigger|larger|smaller)(?: one)?\b",
     lambda found: f"which {found['what']} had the {'lower' if found['more'].lower() == 'smaller' else 'higher'} revenue"),
)  # fmt: skip
_STAKES: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"\b(?P<what>deals|acquisitions|purchases|transactions) (?:(?:that |which )?(?:were|was|are|is) )?(?:for|of|about|in|covering) "
     rf"{_STAKE}"
     rf"{_WHOLE}?(?=\s*(?:[?.,;:]|$)| (?:are|were|in|since|during)\b)", r"\g<what> with disclosed stake"),
    (rf"\b(?P<who>buyers|acquirers|purchasers|bidders|companies|firms|investors|who|which company|which buyer|which acquirer) (?:went for|"
     rf"bought|took|acquired|purchased|picked up|got|settled for|have bought|have taken|took only|chose) {_STAKE}(?: in (?:another|some) "
     rf"(?:company|firm))?{_WHOLE}?(?=\s*(?:[?.,;:]|$)| (?:in|since|during) (?:19|20))", r"\g<who> made acquisitions with disclosed stake"),
    (rf"^(?P<who>who|which [a-z]+)(?: has| have)? (?:bought|acquired|purchased) (?:an? )?stakes? in (?P<whom>{_NAME})",
     r"\g<who> acquired \g<whom> with disclosed stake"),
    (r"\bhow many stakes (?:were|have been|are) (?:bought|acquired|taken|purchased|sold)\b", "how many acquisitions with disclosed stake "
     "were there"),
    (r"\b(?P<how>how many|number of|list|show|which) (?:stake (?:purchases|deals|acquisitions|buys)|(?:partial|part) acquisitions)\b",
     r"\g<how> acquisitions with disclosed stake"),
    (r"\b(?P<what>bought|buys|acquired|took|taken|purchased|buy|acquire|take|holds|sold) (?:an? )?(?:part|piece|slice|portion|chunk) of "
     r"(?=(?-i:[A-Z]))", r"\g<what> a stake in "),
    (r"(?<=[.;?]) (?:so )?(?:what|which) share(?=\s*[?.]*$)", " What percentage"),
)  # fmt: skip
_RULES: Final = Rules((*_SCOPES, *_ORDERS, *_PARTS, *_STAKES))


def scoped(question: str) -> str:
    """A question with such phrases put in their places.

    Args:
        question: written out, with single spaces.
    """
    return " ".join(rewritten(_ENDS.sub(r"\1", question), _RULES).split())
