"""Numbers and conditions that are weighed against each other: "the larger segment", "growth 2018 over 2017 in percent", "how many seed and
how many Series A rounds", "one of the firms that Acme bought raised a Series C. Which one?", "is Acme's or Hooli's guidance higher".
"""

from __future__ import annotations

import re
from typing import Final

from rie.ask.reword.pieces import END, ENDS, NAME
from rie.ask.reword.rewrite import Replacement, Rules, rewritten

_MORE: Final = {
    "larger": "largest", "bigger": "largest", "higher": "highest", "greater": "largest", "smaller": "smallest", "lower": "lowest",
    "stronger": "largest", "weaker": "smallest",
}  # fmt: skip
_STAGE: Final = r"(?:(?:pre-?)?seed|series [a-j]|angel|debt|bridge|grant)"
_YEAR: Final = r"(?:(?:fiscal(?: year)? |fy ?|full[- ]year |financial year )?(?:19|20)\d\d)"
_TIME: Final = (
    rf"(?:(?:(?:q[1-4]|h[12]|the (?:first|second|third|fourth|last) quarter(?: of)?|(?:first|second|third|fourth|last) "
    rf"quarter(?: of)?) )?{_YEAR})"
)
_PART: Final = r"(?:q[1-4]|h[12]|(?:first|second|third|fourth|last)[- ]quarter)"
_GREW: Final = r"(?:growth|increase|rise|gain|change|decline|decrease|drop|fall|jump|development)"
_OVER: Final = r"(?:over|against|versus|vs\.?|compared (?:to|with)|on|from|relative to|up on|than)"
_PERCENT: Final = r"(?:(?:in|as an?|expressed (?:in|as an?)) )?(?:percent(?:age)?(?: terms)?|%)"
_MEASURE: Final = (
    r"(?P<what>(?:[\w&.'\u2019\u00c0-\u024f-]+ ){1,5}?(?:(?:net|operating|gross|total|organic|pre-?tax|adjusted) )*(?:revenues?|sales|"
    r"turnover|income|profits?|"
    r"earnings|ebitda|eps|loss|cash flow|bookings|arr|fundraising|funding))"
)
_MONEY: Final = r"(?:money|cash|capital|funding|funds|dollars|sums?)"
_FIRMS: Final = r"(?:start-?ups?|companies|young companies|firms|businesses|ventures|young firms)"
_RATE: Final = r"growth in percent from \g<old> to \g<new>"


def _largest(found: re.Match[str]) -> str:
    return f"{found['head']}{_MORE[found['more'].lower()]} {found['what']}"


def _each(found: re.Match[str]) -> str:
    """ "How many seed, how many angel and how many Series A?": by type."""
    kinds = re.findall(_STAGE, found["kinds"], re.IGNORECASE)
    listed = f"{', '.join(kinds[:-1])} and {kinds[-1]}"
    return f"number of {listed} rounds {found['when'] or ''} by type"


def _average(found: re.Match[str]) -> str:
    """ "On average, were Series D or Series E rounds larger?": the type with the largest average."""
    best = "lowest" if found["more"].lower() in ("smaller", "lower", "smallest", "lowest") else "highest"
    when = (found["when"] or "").strip() or (found["before"] or "").strip(" ,")
    types = f"{found['one']} or {found['two']}"
    return f"which round type had the {best} average amount raised, {types}{' ' + when if when else ''}"


def _higher(found: re.Match[str]) -> str:
    """ "Is Acme's or Hooli's guidance the higher one?"."""
    return f"which has {found['more'].lower()} {found['what']}, {found['one']} or {found['two']}"


_TWO: Final = r"(?:two |both |the two |pair of )?"
_SIZE: Final = r"(?P<more>larger|bigger|higher|greater|more|stronger|smaller|lower|less|weaker)"
_UNIT: Final = r"(?P<unit>segment|division|region|business line|product line|business)"
_NUMBER: Final = r"(?P<sum>(?:(?:net|total|operating|gross) )?(?:revenues?|sales|turnover|income|profits?))"


def _unit(found: re.Match[str]) -> str:
    """ "Which of Acme's two segments was larger?": which of them had the highest revenue."""
    best = "lowest" if found["more"].lower() in ("smaller", "lower", "less", "weaker") else "highest"
    return f"which segment of {found['who']} had the {best} {found.groupdict().get('sum') or 'revenue'}{found['when'] or ''}"


_BY: Final = rf"(?: (?:by|in terms of|measured by|in|on) (?:its |the )?{_NUMBER})?"
_SPAN: Final = r"(?P<when>(?: (?:in|for|during) (?![a-z]+ of)[^?.,;:]{4,30}?)?)"
_COMPARED: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^which {_UNIT} (?:of|at|within) (?P<who>{NAME}) (?:was|is) (?:the )?{_SIZE}(?: one)?{_BY}{_SPAN}{ENDS}", _unit),
    (rf"^which of (?:the )?(?P<who>{NAME})['\u2019]s? {_TWO}{_UNIT}s (?:was|is) (?:the )?{_SIZE}(?: one)?{_BY}{_SPAN}{ENDS}", _unit),
    (rf"^which of (?:the )?(?P<who>{NAME})['\u2019]s? {_TWO}{_UNIT}s (?:had|made|has|reported|earned|brought in) (?:the )?{_SIZE} "
     rf"{_NUMBER}{_SPAN}{ENDS}", _unit),
    (rf"^(?P<who>{NAME})['\u2019]s? {_TWO}{_UNIT}s[:,] (?:which|what)(?: one| of them)? (?:was|is) (?:the )?{_SIZE}(?: "
     rf"one)?{_BY}{_SPAN}{ENDS}", _unit),
    (rf"^(?P<who>{NAME})['\u2019]s? {_TWO}{_UNIT}s[:,] (?:which|what)(?: one| of them)? (?:had|made|has|sold) (?:the )?{_SIZE} "
     rf"{_NUMBER}{_SPAN}{ENDS}", _unit),
    (rf"^(?:(?:which|what) (?:was|is) )?the {_SIZE} of (?P<who>{NAME})['\u2019]s? {_TWO}(?P<what>acquisition|round|takeover|deal|"
     rf"purchase|financing|bid)s{_SPAN}{ENDS}",
     lambda found: f"{found['who']}'s {_MORE.get(found['more'].lower(), 'largest')} {found['what']}{found['when']}"),
    (r"^(?P<head>(?:(?:which|what) (?:was|is) )?(?:the )?(?:[^?.,;:]{2,40}?['\u2019]s? )?(?:the )?)(?P<more>larger|bigger|higher|greater|"
     r"smaller|lower|stronger|"
     r"weaker) (?:of (?:its |the |their )?(?:two|both) )?(?P<what>(?:segment|division|region|unit|business|round|financing|raise|"
     r"acquisition|takeover|purchase|deal|"
     r"buy|business line|product line|brand)s?\b(?![^?]* than\b)(?![^?]*(?:,| or ))[^?]*)", _largest),
    (rf"^(?P<before>(?:in|during|for) [^?.,;:]{{4,20}}, )?(?:on average|in the average|averaged out|typically)?,? ?(?:were|was|are|is|"
     rf"did) (?P<one>{_STAGE})(?: rounds?)? or "
     rf"(?P<two>{_STAGE}) (?:rounds?|financings?|deals?) (?:be |been |the )?(?P<more>larger|bigger|higher|smaller|lower)(?: "
     rf"ones?)?,?(?P<when>(?: (?:in|during|of) [^?.,;:]{{4,20}}?)?),? ?"
     rf"(?:on average)?{ENDS}",
     lambda found: _average(found) if re.search("averag|typically", found[0]) else found[0]),
    (rf"^(?:which|what)(?: rounds)? (?:were|was|are|is) (?:the )?(?P<more>larger|bigger|higher|smaller|lower) on average,?(?P<when>(?: "
     rf"(?:in|during) [^?.,;:]{{4,20}}?)?)[,:]? (?P<one>"
     rf"{_STAGE})(?: rounds?)? or (?P<two>{_STAGE})(?: rounds?)?(?P<before>){ENDS}", _average),
    (rf"^(?:which|what) (?:had|has) the (?P<more>larger|bigger|higher|smaller|lower|largest|biggest|highest|smallest|lowest) average(?: "
     rf"size| amount(?: raised)?)?,?(?P<when>(?: (?:in|during) [^?.,;:]{{4,20}}?)?)[,:]? (?P<one>{_STAGE})(?: "
     rf"rounds?)? or (?P<two>{_STAGE})(?: rounds?)?(?P<before>(?: (?:in|during|of) [^?.,;:]{{4,20}}?)?){ENDS}", _average),
    (rf"^(?:is|was|were|are) (?P<one>{NAME})(?:['\u2019]s?)? or (?P<two>{NAME})['\u2019]s? (?P<what>[^?.,;:]{{4,80}}?) (?:the "
     rf")?(?P<more>higher|larger|bigger|lower|smaller|greater)"
     rf"(?: one| of the two| figure| number)?{ENDS}",
     lambda found: _higher(found).replace("'s,", ",").replace("'s or", " or")),
    (rf"^(?:whose|which company['\u2019]s) (?P<what>[^?.,;:]{{4,80}}?) (?:is|was|were) (?:the )?(?P<more>higher|larger|bigger|lower|"
     rf"smaller|greater)(?: one| of the two)?[:,;?]? "
     rf"(?P<one>{NAME})(?:['\u2019]s?)? or (?P<two>{NAME})(?:['\u2019]s?)?{ENDS}", _higher),
)  # fmt: skip
_COMPS: Final = (
    r"(?:comparable|comp|like-for-like|same[- ]store|comparable[- ]store|comparable[- ]restaurant|same[- ]restaurant)(?:[- ]store)? sales"
)
_GROWN: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?:by )?(?:how much|how many percent|what percent(?:age)?|how strongly|what rate)(?: in percent)? (?:did|do|have|has) "
     rf"(?P<what>[^?.,;:]{{2,40}}? {_COMPS}) (?:rise|risen|"
     rf"grow|grown|increase|increased|go up|gone up|climb|improve|change|changed|fall|fallen|drop|decline|decrease|go down)(?P<rest>(?: "
     rf"(?:in|for|during) [^?.,;:]{{4,40}}?)?)"
     rf"(?:,? in percent)?{ENDS}", r"what was \g<what> growth\g<rest>"),
    (rf"^{_MEASURE},? {_GREW},? (?:(?:in|for|of) )?(?P<new>{_TIME}),? {_OVER} (?P<old>{_TIME}),? \(?{_PERCENT}\)?{END}",
     rf"\g<what> {_RATE}"),
    (rf"^{_PERCENT} {_GREW} (?:of|in) {_MEASURE},? (?:(?:in|for) )?(?P<new>{_TIME}),? (?:over|against|versus|vs\.?|compared (?:to|with)|"
     rf"on|relative to) (?P<old>{_TIME}){END}",
     rf"\g<what> {_RATE}"),
    (rf"^(?P<what>{NAME}(?:['\u2019]s?)?) (?P<part>{_PART}) (?P<sum>(?:(?:net|operating|gross|total) )*(?:revenues?|sales|income|"
     rf"profits?|ebitda|eps|earnings)),? (?:of |in |for )?"
     rf"(?P<new>(?:19|20)\d\d) (?:over|against|versus|vs\.?|compared (?:to|with)|on|relative to) (?P<old>(?:19|20)\d\d)[:,;]? (?:the "
     rf")?(?:{_GREW},? )?\(?{_PERCENT}\)?{END}",
     r"\g<what> \g<sum> growth in percent from \g<part> \g<old> to \g<part> \g<new>"),
    (rf"^(?P<what>{NAME}(?:['\u2019]s?)?) (?P<part>{_PART}) (?P<sum>(?:(?:net|operating|gross|total) )*(?:revenues?|sales|income|"
     rf"profits?|ebitda|eps|earnings)),? (?:from )?"
     rf"(?P<old>(?:19|20)\d\d) to (?P<new>(?:19|20)\d\d)[:,;]? (?:the )?(?:{_GREW},? )?\(?{_PERCENT}\)?{END}",
     r"\g<what> \g<sum> growth in percent from \g<part> \g<old> to \g<part> \g<new>"),
    (rf"\b(?:the )?(?:total |all (?:the )?)?{_MONEY} (?:that )?(?:was |were )?(?:raised|taken in|collected|received|secured) by (?:all "
     rf")?{_FIRMS}(?= (?:change|rise|fall|grow|"
     rf"drop|decline|increase|go|move|develop|in\b|during\b|from\b|between\b|for\b)|[?.,;]|$)", "total funding"),
    (rf"\b(?:all (?:of )?(?:the )?|the )?{_MONEY} (?:that )?{_FIRMS} (?:have |had )?(?:raised|took in|collected|received|secured|got)(?= "
     rf"(?:change|rise|fall|grow|drop|decline|"
     rf"increase|go|in\b|during\b|from\b|between\b|for\b)|[?.,;]|$)", "total funding"),
    (rf"(?P<head>^|, )(?:the |all )*(?P<kind>(?:{_STAGE} )?)(?:{_MONEY}) (?:that )?(?:went|flowed|was going|going|flowing|"
     rf"gone|paid out|was paid|was given|given) (?:in)?to "
     rf"(?P<who>[^?.,;:]{{3,40}}?{_FIRMS})(?P<rest>(?: (?:in|during|from|between|since|of) [^?.,;:]{{4,24}}?)?),? ?(?P<sum>in total|"
     rf"altogether|in all|total|overall)?{ENDS}",
     lambda found: f"{found['head']}total {found['kind']}funding of {found['who']}{found['rest']}"),
    (rf"^(?:tell me |say |and )?how much (?:money )?(?P<who>(?!did|do|does|was|were|is|are|has|have|had|in\b|of\b|money|more|less|higher|"
     rf"lower|larger|bigger|smaller)[^?.,;:]{{3,60}}?) (?P<has>has|have|had) "
     rf"(?P<did>raised|spent|paid|made|earned|taken in|invested|collected)\b(?P<rest>[^?]*){END}", r"how much \g<has> \g<who> "
     r"\g<did>\g<rest>"),
    (rf"^how (?:wide|broad|large|big) (?:is|was) (?:the )?(?P<what>[^?.,;:]{{3,60}}?(?:guidance|outlook|forecast)) (?:range|span|"
     rf"corridor|band)(?P<when>(?: (?:for|in) [^?.,;:]{{4,24}}?)?)"
     rf"{ENDS}", r"what is the difference between the top and the bottom of \g<what>\g<when>"),
    (rf"^(?:what(?: is| was|['\u2019]s) )?(?:the )?(?:width|breadth|size|span) of (?:the )?(?P<what>[^?.,;:]{{3,60}}?(?:guidance|outlook|"
     rf"forecast)) (?:range|span|corridor|band)(?P<when>(?: "
     rf"(?:for|in) [^?.,;:]{{4,24}}?)?){ENDS}", r"what is the difference between the top and the bottom of \g<what>\g<when>"),
    (rf"^how far apart (?:are|were) the (?:two )?(?:ends|bounds|limits|top and (?:the )?bottom|high and (?:the )?low) of "
     rf"(?P<what>[^?.,;:]{{3,60}}?(?:guidance|outlook|forecast))(?: range)?"
     rf"(?P<when>(?: (?:for|in) [^?.,;:]{{4,24}}?)?){ENDS}", r"what is the difference between the top and the bottom of \g<what>\g<when>"),
)  # fmt: skip
_MANY: Final = rf"how many (?:were |was |of them )?(?:an? )?{_STAGE}s?(?: rounds?| ones| loans?)?"
_ONE_OF: Final = r"(?:companies|company|firms|start-?ups|businesses|targets|investors|funds|acquirers|buyers)"
_WHICH: Final = (
    r"(?:which(?: one| company| firm| of them)?(?: (?:was|is) (?:it|that))?|who(?: (?:was|is) (?:it|that))?|name (?:it|them)|who|what is "
    r"its name|what was its name|which one is meant|"
    r"what(?:['\u2019]s| is| was) (?:its|the|the company['\u2019]s) name)"
)
_TOLD: Final = (
    r"(?:raised|took|got|closed|landed|had raised|has raised|secured|bought|acquired|received|announced|led|backed|sold|made|"
    r"completed|did|agreed|reported|posted)"
)
_LISTED: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?:(?:of |among )?(?:all |the )*(?P<when>(?:(?:19|20)\d\d)|(?:(?:q[1-4]|[a-z]+) (?:19|20)\d\d)) (?:rounds|financings|"
     rf"deals)[:,;] )(?P<kinds>{_MANY}(?:,? (?:and |plus )?{_MANY})+){ENDS}",
     lambda found: _each(found).replace("rounds ", "rounds in ", 1)),
    (rf"^(?P<kinds>{_MANY}(?:,? (?:and |plus )?{_MANY})+)(?: were (?:there|announced))?(?P<when>(?: (?:in|during) "
     rf"[^?.,;:]{{4,20}}?)?){ENDS}", _each),
    (r"\b(?:and|then|,) (?:then )?followed (?:it|this|that|them)(?: up)? (?:with|by) (?=an? )", "and raised "),
    (r"(?<= )followed (?:it|this|that)(?: up)? (?:with|by) (?=an? )", "and raised "),
    (rf"^one of (?:the |those |all )?(?P<who>{_ONE_OF}) (?:that |which )?(?P<by>{NAME}) (?:has |had )?(?P<bought>bought|acquired|took "
     rf"over|backed|funded) (?:has |had |have )?(?P<did>{_TOLD}) "
     rf"(?P<rest>[^?.;:]*?)(?:[.;:,?]| -| \u2013) (?:and )?{_WHICH}{ENDS}",
     lambda found: f"which {found['who']} {found['bought'].lower().replace('took', 'taken')} by {found['by']} had "
     f"{found['did'].removeprefix('had ').removeprefix('has ')} {found['rest']}"),
    (rf"^one (?:of (?:the|those|all) )?(?P<who>{_ONE_OF}) (?:that |which )?(?:has |had |have )?(?P<did>{_TOLD}) "
     rf"(?P<rest>[^?.;:]*?)(?:[.;:,?]| -| \u2013) (?:and )?{_WHICH}{ENDS}",
     r"which company \g<did> \g<rest>"),
    (rf"^(?:someone|somebody|a company|some company|a start-?up|one company|a firm|some start-?up|one start-?up|there was a company that|"
     rf"there is a company that) (?:has |had )?(?P<did>{_TOLD}) "
     rf"(?P<rest>[^?.;:]*?)(?:[.;:,?]| -| \u2013) (?:and )?{_WHICH}{ENDS}",
     r"who \g<did> \g<rest>"),
    (rf"^(?P<what>(?:[^?.,;:]{{2,40}}?[:,] )?)(?:the )?(?:amount|size|sum|price)s? of each (?P<fact>round|deal|acquisition|takeover) by "
     rf"(?:its |their )?(?P<key>type|stage|kind|target|buyer){ENDS}",
     r"\g<what>amount by \g<fact> \g<key>"),
)  # fmt: skip
_N: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
_ALSO: Final = (
    r",? (?:with|and|along with|together with|including|plus|as well as|showing)(?: (?:also|for each))? (?:(?:their|the|its) "
    r"(?:respective )?(?:(?:deal|round|acquisition|purchase|"
    r"investment|takeover|financing)[- ])?(?:counts?|numbers?|tally)(?: of (?:deals|rounds|acquisitions|purchases|takeovers|"
    r"financings|them|such deals|such rounds))?(?: each)?|how "
    r"many(?: (?:deals|rounds|acquisitions|purchases|of them))?(?: (?:they (?:did|made|have|had|completed|raised)|(?:have|did|had|do) "
    r"they (?:done|made|do|make|have|complete|raise)|each(?: (?:has|did|made|had))?|(?:was|were|is) it|that (?:was|is)))?|the (?:"
    r"number(?: of (?:deals|rounds|acquisitions|purchases|takeovers|financings))? (?:for|of) each|counts?))"
)


def _counted(found: re.Match[str]) -> str:
    """ "Acquirers with more than one deal, with their deal counts": the number of deals of each of them."""
    whole = "completed" if found["did"].lower() in ("completed", "closed") and _SINGULAR[found["who"].lower()] == "acquirer" else ""
    state = (found["state"] or whole).strip()
    facts = f"{state} {found['fact']}".strip()
    plural = facts if facts.endswith("s") else f"{facts}s"
    op = "at least" if found["up"] or (found["op"] or "").lower().startswith(("no", "at")) else "more than"
    if not (found["op"] or found["up"]):
        return found[0]
    return f"number of {plural} per {_SINGULAR[found['who'].lower()]} with {op} {found['many']} {facts}{found['when']}"


_SINGULAR: Final = {
    "acquirers": "acquirer", "buyers": "acquirer", "investors": "investor", "companies": "company", "start-ups": "company",
    "startups": "company", "firms": "company", "acquirer": "acquirer", "buyer": "acquirer", "investor": "investor", "company": "company",
    "sellers": "seller", "funds": "investor", "backers": "investor",
}  # fmt: skip
_SUMS: Final = (
    r",? (?:with|and|along with|together with|including|plus|as well as) (?:their|the) (?:respective )?(?:totals?(?: (?:raised|funding|"
    r"amounts?(?: raised)?|spent|spending|price))?|(?:amounts?|money|sums?) (?:raised|spent) in total)"
)
_SUMMED: Final = {"company": "total raised", "acquirer": "total price paid"}
_GROUPED: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?:(?:which|what|list|name|show(?: me)?|give me|all|the|every|each) )*(?P<who>{'|'.join(_SINGULAR)}) (?:(?:that|who|which) "
     rf")?(?:have |has |had )?(?P<did>completed|made|did|done|closed|announced|"
     rf"with|having|raised|joined|took part in|taken part in|backed|in|had) (?:in )?(?P<op>more than|at least|over|no fewer than|not "
     rf"less than)? ?(?P<many>{_N})(?P<up>(?: or more)?) (?P<state>(?:completed |agreed |announced )?)(?P<fact>(?:deals?|acquisitions?|"
     rf"rounds?|"
     rf"takeovers?|purchases?|financings?))(?P<when>(?: (?:in|during|since|between) [^?.,;:]{{4,24}}?)?){_SUMS}{ENDS}",
     lambda found: _counted(found).replace(_counted(found).partition(" per ")[0], _SUMMED[_SINGULAR[found["who"].lower()]], 1)
     if _SINGULAR[found["who"].lower()] in _SUMMED else found[0]),
    (rf"^(?:(?:which|what|list|name|show(?: me)?|give me|all|the|every|each) )*(?P<who>{'|'.join(_SINGULAR)}) (?:(?:that|who|which) "
     rf")?(?:have |has |had )?(?P<did>completed|made|did|done|closed|announced|"
     rf"with|having|raised|joined|took part in|taken part in|backed|in|had) (?:in )?(?P<op>more than|at least|over|no fewer than|not "
     rf"less than)? ?(?P<many>{_N})(?P<up>(?: or more)?) (?P<state>(?:completed |agreed |announced )?)(?P<fact>(?:deals?|acquisitions?|"
     rf"rounds?|"
     rf"takeovers?|purchases?|financings?))(?P<when>(?: (?:in|during|since|between) [^?.,;:]{{4,24}}?)?){_ALSO}{ENDS}", _counted),
)  # fmt: skip


def _both_years(found: re.Match[str]) -> str:
    """ "Who was appointed in 2016 or 2017?": from the one to the other, where they follow each other."""
    one, two = int(found["one"]), int(found["two"])
    return f"{found['head']}from {one} to {two}{found['tail']}" if two == one + 1 else found[0]


_YEARS: Final[tuple[tuple[str, Replacement], ...]] = (
    (r"^(?!which (?:year|month|quarter)\b)(?![^?]*\b(?:more|fewer|most|least|higher|larger|bigger|busier|better|lower|smaller|than|by|"
     r"per|each|"
     r"and|versus|vs|revenues?|sales|profits?|income|eps|ebitda)\b)(?P<head>(?:who|which|what|list|name|show|how many|number of)\b[^?]*? )"
     r"in (?P<one>(?:19|20)\d\d) or (?:in )?(?P<two>(?:19|20)\d\d)(?P<tail>[^?\d]*\??)$", _both_years),
    (r"^(?:(?:i|we) (?:just |only |really )?(?:need|want)|give me) (?:just |only )?the (?:number|count)(?: only| please)?(?::| -) (?P<what>"
     r"(?:[\w-]+ ){0,3}(?:rounds|acquisitions|takeovers|deals|appointments|departures|financings|ipos)\b[^?:]*)$", r"number of \g<what>"),
)  # fmt: skip
_TAKEN: Final = r"(?:taken over|acquired|bought(?: up| out)?|purchased|snapped up|swallowed up)"
_BY_ONE: Final = (
    r"(?: by (?:another|some other|a different|a larger|a bigger|somebody|someone(?: else)?|anybody|other)(?: (?:company|"
    r"firm|business|group))?)?"
)
_LATER: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?P<ask>(?:which|what|how many|list(?: the| all)?|name(?: the| all)?) [^?.,;:]{{3,30}}?) (?:(?P<had>had|have|has) "
     rf")?(?P<did>raised|closed|got|took|secured|done|had) (?P<what>[^?.,;:]{{3,60}}?),? "
     rf"(?:before|prior to|ahead of|until) (?:(?:they|it) (?:were|was|got|had been|eventually were|finally were)|being|getting|they "
     rf"ended up|ending up)(?: (?:eventually|finally|ultimately|later|then))* "
     rf"{_TAKEN}{_BY_ONE}{ENDS}", r"\g<ask> \g<did> \g<what> and were later acquired"),
)  # fmt: skip
_RULES: Final = Rules((*_YEARS, *_GROUPED, *_LISTED, *_COMPARED, *_GROWN, *_LATER))


_PROFIT: Final = (
    (re.compile(r"\b(?:net (?:profit |income |earnings )?|profit |after-?tax )margins?\b", re.IGNORECASE), "net income"),
    (re.compile(r"\b(?:operating(?: profit| income)?|ebit) margins?\b", re.IGNORECASE), "operating income"),
    (re.compile(r"\bgross (?:profit )?margins?\b", re.IGNORECASE), "gross profit"),
)


def divided(question: str) -> str:
    """A question for a margin put as one for the share of the revenue that it is."""
    for margin, profit in _PROFIT:
        if margin.search(question):
            return margin.sub(f"{profit} as a percentage of revenue", question, count=1)
    return question


def weighed(question: str) -> str:
    """A question with such numbers and conditions in the words of the grammar.

    Args:
        question: written out and without frames, with single spaces.
    """
    return " ".join(rewritten(question, _RULES).split())
