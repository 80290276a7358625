"""Numbers of each of several facts, sums of a number of facts that is told, months that are asked for, shares, and a difference that is
asked for behind a comparison, put in the words of the grammar.
"""

from __future__ import annotations

import re
from typing import Final

from rie.ask.reword.pieces import END, NAME
from rie.ask.reword.rewrite import Replacement, Rules, rewritten

_SOMEBODY: Final = (
    r"(?P<who>(?!(?:its|their|the|all|each|every|these|those|which|what|"
    r"who)\b)[\w&.\u00c0-\u024f-]+(?: [\w&.\u00c0-\u024f-]+){0,3}?)"
)
_ROUNDS: Final = r"(?:(?:funding |financing )?(?:rounds|financings|raises|fundraisings)|loans)"
_DEALS: Final = r"(?:acquisitions|takeovers|purchases|deals|buyouts|buys)"
_FACTS: Final = rf"(?P<facts>(?:[a-z]+ |Series [A-J] )?(?:{_ROUNDS}|{_DEALS}))"
_FACT: Final = r"(?P<fact>(?:funding |financing )?round|financing|raise|acquisition|takeover|purchase|deal|buyout)"
_WHEN: Final = r"(?P<when>(?: (?:in|of|from|during|since|before|after) [^?.,;]{3,30}?)?)"
_COST: Final = (
    r"(?:bring in|raise|raised|cost|fetch|fetched|come to|worth|amount to|yield|make|total|brought in|get|go for|gone for|costing|"
    r"paid for|be "
    r"worth|add)"
)
_N: Final = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"


def _amounts(facts: str) -> str:
    return "prices" if re.search(_DEALS, facts, re.IGNORECASE) else "amounts"


def _each(found: re.Match[str]) -> str:
    """ "How much did each of Acme's rounds bring in?": the rounds with their amounts."""
    told = found.groupdict()
    facts = told.get("facts") or f"{found['fact']}s"
    if re.fullmatch(_ROUNDS, facts, re.IGNORECASE):  # of one company: which they are is told by their types
        return f"what types of rounds has {found['who']} raised{told.get('when') or ''} and for how much"
    return f"list {found['who']}'s {facts}{told.get('when') or ''} with {_amounts(facts)}"


_EACH: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?:how much|what|how many \w+|how large|how big)(?: money)? (?:did|has|have|was|were|is|are) (?:each|every one|"
     rf"all)(?: single)?(?: one)? of "
     rf"{_SOMEBODY}['\u2019]s? {_FACTS}{_WHEN}(?: {_COST})?{END}", _each),
    (rf"^(?:how much|what)(?: money)? (?:did|has|have) {_SOMEBODY} (?:raised?|take in|taken in|get|got|receive|received|collect|"
     rf"collected|pay|paid|"
     rf"spend|spent|bring in|brought in)(?: in| for| on| with| through| from)? (?:each|every)(?: single)?(?: one)? of (?:its|"
     rf"their) {_FACTS}{_WHEN}{END}",
     _each),
    (rf"^(?:list |show |give me |what (?:is|was|were|are) )?(?:the )?(?:amounts?|sizes?|prices?|values?|volumes?|sums?|"
     rf"proceeds) (?:of|for|from) "
     rf"(?:each|every|all)(?: single)?(?: one)?(?: of)?(?: the)? {_SOMEBODY}(?:['\u2019]s?)? (?:{_FACTS}|{_FACT}){_WHEN}{END}", _each),
    (rf"^(?:for|of) (?:each|every|all)(?: single)?(?: one)?(?: of)?(?: the)? (?:{_FACTS}|{_FACT}) (?:of|by|at) {_SOMEBODY}{_WHEN},? "
     rf"(?:how much (?:was|is|did (?:it|they)) (?:raised?|paid|pay|spent|spend|cost)|(?:what|how much) (?:was|is|were) the (?:amount|"
     rf"price|size|value)s?)"
     rf"{END}", _each),
    (rf"^(?:list |show |give me )?(?:all )?(?:of )?{_SOMEBODY}['\u2019]s? {_FACTS}{_WHEN},? (?:one by one|individually|separately|"
     rf"one at a time|"
     r"each on its own|each by itself|round by round|deal by deal)(?:,? (?:with|and) (?:the|their|its)? ?(?:amounts?|sizes?|prices?|"
     r"values?))?"
     rf"{END}", _each),
    (rf"^(?P<ask>(?:which|what) [a-z]+ (?:did|has|have) {_SOMEBODY} [a-z]+{_WHEN}),? and (?:what|how much) (?:did it|did they|was|"
     rf"has it) "
     rf"(?:pay|paid|spend|spent|raise)(?: (?:for|on|in))? (?:each|every one|"
     rf"them)(?: of them)?(?: each)?{END}", r"\g<ask> and for how much"),
    (rf"^(?P<list>(?:list|show|name|give me) [^?;:]+?) with (?:their|its|the) (?P<what>prices|amounts|sizes|values)(?: paid|"
     rf" raised)?{END}",
     r"\g<list> with \g<what>"),
)  # fmt: skip
_TOTAL: Final = (
    r"(?=[^?]*\b(?:how much|total|altogether|combined|together|in all|sum|add(?:ed|s)? up|come to|comes to|overall|"
    r"all told)\b)"
)


def _in_total(found: re.Match[str]) -> str:
    """ "All three rounds of Acme added up": the sum of so many."""
    did = "pay" if re.search(_DEALS, found["facts"], re.IGNORECASE) else "raise"
    return f"how much in total did {found['who']} {did} in {found['many']} {found['facts']}"


def _of_its(found: re.Match[str]) -> str:
    """ "So what do all three of its rounds add up to?"."""
    did = "pay" if re.search(_DEALS, found["facts"], re.IGNORECASE) else "raise"
    many = found["one"] or found["two"]
    return f"how much did it {did} in total{f' in {many.strip()} ' + found['facts'] if many else ''}"


_SO_MANY: Final[tuple[tuple[str, Replacement], ...]] = (
    (r"\b(?:come|comes|came|amount|amounts|amounted) to (?:together|in total|altogether|combined|in all|all told)\b", "add up to"),
    (rf"^(?:all )?(?P<many>{_N}) (?P<facts>{_ROUNDS}|{_DEALS}) (?:of|by|at) (?P<who>{NAME})(?: taken)? (?:added up|together|combined|"
     rf"in total|"
     rf"summed(?: up)?|taken together|added together){END}", _in_total),
    (rf"^(?:(?:so|and|then) )*(?:what|how much) (?:do|does|did) (?:all (?:of )?)?(?:(?P<one>{_N}) of )?(?:its|their|"
     rf"his) (?P<two>{_N} )?(?P<facts>{_ROUNDS}|{_DEALS})"
     rf"(?: together)? (?:add up|come|sum|amount|total up) to(?: (?:together|in total|altogether|combined|in all|"
     rf"all told))?{END}", _of_its),
    (rf"^(?:what|how much) (?:do|does|did) (?:all )?(?:of )?{_SOMEBODY}['\u2019]s? (?P<many>{_N}) (?P<facts>{_ROUNDS}|"
     rf"{_DEALS}) (?:add up|come|sum|amount|"
     rf"total up) to(?: (?:together|in total|altogether|combined|in all|all told))?{END}", _in_total),
    (rf"^{_TOTAL}(?P<head>[^?]*?) (?:over|in|across|with|from|through|on|for) (?:(?:all|all of|each of) )?(?:(?:its|their|the|these|"
     rf"those) )"
     rf"(?P<many>{_N}) (?P<facts>{_ROUNDS}|{_DEALS})\b(?! (?:or more|and more))", r"\g<head> in \g<many> \g<facts>"),
    (r"\b(?:combined|total|joint|overall|aggregate) (?:outlays?|expenditures?|spend(?:ing)?|bills?) (?=(?:in|on|for|"
     r"of)\b)", "total price paid "),
    (r"\b(?:outlays?|expenditures?) (?=(?:in|on|for|of)\b)", "price paid "),
)  # fmt: skip
_MONTH: Final = (
    r"(?:(?:the |which |what |in which |in what )?(?:month of which year|(?:calendar )?month(?:,? (?:and|&) (?:the )?year)?|"
    r"year and (?:the )?month))"
)
_ANNOUNCED: Final = r"(?:(?:of (?:the )?|its )?(?:first )?announcement|(?:was it |it was )?announced|of the (?:deal|round))"
_FACT_NOUN: Final = (
    r"(?=[^?]*\b(?:rounds?|series [a-j]|seed|financing|raise|deal|acquisition|takeover|purchase|ipo|debt|loan|facility|buyout|merger)\b)"
)


def _month_of(found: re.Match[str]) -> str:
    """ "Month of Acme's Series B": in which it was announced."""
    return f"in which month was {found['what']} announced"


_MONTHS_OF: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^{_FACT_NOUN}(?:(?:tell me|give me|give|name|state|i need) )?{_MONTH} (?:of|for|is given for|is told for|is recorded for|"
     rf"is on record for) "
     rf"(?P<what>(?=[^?]*(?:['\u2019]s?\b|\b(?:of|by|for) ))[^?.,;:]{{5,80}}?)(?:['\u2019]s?)?(?: announcement)?{END}", _month_of),
    (rf"^{_FACT_NOUN}(?P<what>[^?;:]{{5,80}}?)(?:[,:;] ?| [-\u2013] ?| ){_MONTH}(?: {_ANNOUNCED})?(?:,? please)?{END}", _month_of),
    (rf"^(?P<one>{NAME}) ?/ ?(?P<two>{NAME})(?:[,:;] ?| [-\u2013] ?| ){_MONTH}(?: {_ANNOUNCED})?{END}",
     r"in which month was the \g<one> / \g<two> deal announced"),
    (rf"^{_FACT_NOUN}(?P<date>(?:the )?date of (?P<what>[^?.,;:]{{5,80}}?)) announcement{END}", r"\g<date>"),
)  # fmt: skip
_DATED: Final = (
    rf"^(?:(?:tell me|give me|give|name|state|i need) )?(?:the )?(?P<unit>month|quarter|year|day|"
    rf"date)(?: and (?:the )?year)? (?:(?:in|on|at) which|when|"
    rf"that) (?P<who>{NAME}) (?P<did>bought|acquired|raised|announced|closed|sold|took over|got|received|appointed|hired|"
    rf"named)\b(?P<rest>[^?.]*)"
)
_DOES: Final = {
    "bought": "buy", "acquired": "acquire", "raised": "raise", "announced": "announce", "closed": "close", "sold": "sell",
    "took over": "take over",
    "got": "get", "received": "receive", "appointed": "appoint", "hired": "hire", "named": "name",
}  # fmt: skip


def _of_deed(found: re.Match[str]) -> str:
    """ "The month in which Acme bought Globex"."""
    asks = "when" if found["unit"].lower() in ("date", "day") else f"in which {found['unit'].lower()}"
    return f"{asks} did {found['who']} {_DOES[found['did'].lower()]}{found['rest']}"


_MONTHS: Final[tuple[tuple[str, Replacement], ...]] = (
    *_MONTHS_OF,
    (_DATED, _of_deed),
)
_SHARE: Final = r"(?:share|percentage|percent|fraction|proportion|portion|slice|part|%)"
_COUNTED: Final = r"(?=[^?]*\b(?:rounds|deals|acquisitions|financings|takeovers)\b)(?![^?]*\b(?:funding|money|dollars|amount|value)\b)"


def _of_kind(found: re.Match[str]) -> str:
    """ "Seed as a share of all rounds in 2016": of those the ones that were seed rounds."""
    when = f" in {found['year'].strip()}" if found["year"] else found["when"]
    return f"share of {found['facts']}{when} that were {found['kind']} rounds"


_KIND: Final = r"(?P<kind>(?:pre-)?seed|series [a-j]|angel|debt|ipo|equity)"
_SHARES: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?=[^?]*{_SHARE}){_COUNTED}(?P<head>[^?]*?),? (?:\(?(?:measured |counted |going |calculated )?(?:by|"
     rf"in terms of) (?:the )?(?:count|number|number "
     rf"of (?:rounds|deals|acquisitions)|deal count|round count)|(?:in|as) (?:a )?(?:count|number))\)?{END}", r"\g<head>"),
    (rf"^(?:what (?:is|was) )?{_KIND}(?: rounds)? as an? (?:share|percentage|proportion|fraction|percent) of (?:all |"
     rf"the )*(?P<year>(?:19|20)\d\d )?"
     rf"(?P<facts>rounds|financings|deals){_WHEN}{END}",
     _of_kind),
    (rf"^(?:what (?:is|was) )?{_KIND}['\u2019]s {_SHARE} (?:of|in|among) (?:all |the )*(?P<year>(?:19|20)\d\d )?"
     rf"(?P<facts>rounds|financings|deals){_WHEN}{END}",
     _of_kind),
    (r"(?P<share>\b(?:share|percentage|percent|fraction|proportion|part|portion|%) of )(?:all |the )*(?P<year>(?:19|"
     r"20)\d\d) (?P<facts>rounds|financings|deals|"
     r"acquisitions|takeovers)\b", r"\g<share>\g<facts> in \g<year>"),
    (rf"(?P<share>\b{_SHARE} of )(?:all |the )*(?P<when>(?:[A-Z][a-z]+ )?(?:19|20)\d\d)(?:['\u2019]s| ) ?(?P<facts>money|funding|"
     rf"dollars|cash)\b(?! (?:rounds?|deals?|events?))",
     r"\g<share>the money raised in \g<when>"),
    (r"['\u2019]s (?:slice|chunk|portion|part|piece) of (?=(?:the |all |total )*(?:money|funding|dollars|cash|rounds|deals|"
     r"everything)\b)", "'s share of "),
)  # fmt: skip
_BASES: Final = {
    "did": "do", "made": "make", "had": "have", "saw": "see", "raised": "raise", "spent": "spend", "got": "get", "led": "lead",
    "paid": "pay", "closed": "close", "backed": "back", "bought": "buy", "acquired": "acquire", "took in": "raise",
    "brought in": "bring in",
    "attracted": "attract", "received": "receive", "collected": "collect", "announced": "announce", "earned": "earn", "reported": "report",
    "cost": "cost", "fetched": "fetch", "completed": "complete",
}  # fmt: skip
_DID: Final = rf"(?P<did>{'|'.join(_BASES)})"
_ASKED: Final = (
    r"(?:and )?(?:by )?(?:(?:what (?:is|was)|what['\u2019]s|how (?:large|big|great|high) (?:is|was)|give me|state|i need|"
    r"name) the (?:difference|gap|margin)"
    r"|the (?:difference|gap)|difference|by how (?:much|many)|how (?:much|many)(?: (?:more|fewer|less|higher|lower|larger|bigger))?"
    r"(?: exactly)?(?: (?:was|is|were) (?:it|that|they))?)(?: (?:between (?:them|the two)|in (?:dollars|money|numbers)))?"
)
_THAN: Final = r"(?P<more>more|fewer|less) (?:(?P<what>(?!than\b)[a-z]+(?: [a-z]+)?) )?than (?:in )?"
_TIME: Final = r"(?P<time>(?: (?:in|during|for) (?:[A-Z][a-z]+ )?(?:19|20)\d\d)?)"


def _behind(found: re.Match[str]) -> str:
    """ "Acme bought more companies than Globex in 2016. How many more?": how many more companies did it buy."""
    told = found.groupdict()
    what = (told["what"] or "").strip()
    counted = bool(what) and what not in ("money", "cash", "funding", "capital", "revenue")
    deed = told["did"].lower()
    base = _BASES.get(deed, deed)
    when = (told.get("first") or "").strip(" ,") or (told.get("time") or "").strip()
    asked = f"how {'many' if counted else 'much'} {told['more']} {what}".rstrip()
    return f"{asked} did {told['one']} {base} {when} than {told['two']}?"


_BEHIND: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?:(?P<first>(?:In|During|For) [^?.,;:]{{4,20}}?),? )?(?P<one>[^?.,;:]{{2,50}}?) {_DID} {_THAN}(?P<two>[^?.,;:]{{2,50}}?)"
     rf"(?: (?:overall|in total|altogether|did))?{_TIME}[.,;?:]+ {_ASKED}{END}", _behind),
    (rf"^(?:did|has|have) (?P<one>[^?.,;:]{{2,50}}?) (?P<did>{'|'.join({*_BASES.values()})}|"
     rf"{'|'.join(_BASES)}) {_THAN}(?P<two>[^?.,;:]{{2,50}}?)"
     rf"(?: (?:overall|in total|altogether|did))?{_TIME}[.,;?:]+ (?:and )?(?:if so,? )?{_ASKED}{END}", _behind),
    (rf"^(?P<one>[^?.,;:]{{3,60}}?) (?:was|is|were) (?P<more>larger|bigger|higher|more expensive|costlier|smaller|lower|cheaper) than "
     rf"(?P<two>[^?.,;:]{{3,60}}?)[.,;?:]+ {_ASKED}{END}", r"how much \g<more> was \g<one> than \g<two>?"),
)  # fmt: skip
_BEFORE: Final = r"the (?:(?P<unit>quarter|month) (?:before|earlier|prior)|(?:previous|prior|preceding) (?P<other>quarter|month))(?: that)?"
_NAMES: Final = "January|February|March|April|May|June|July|August|September|October|November|December"


def _one_before(found: re.Match[str]) -> str:
    """ "In Q3 2021 than in the quarter before": than in Q2 2021."""
    unit, year = (found["unit"] or found["other"]).lower(), int(found["year"])
    names = _NAMES.split("|") if found["month"] else ["Q1", "Q2", "Q3", "Q4"]
    if (unit == "month") != bool(found["month"]):
        return found[0]
    place = [name.lower() for name in names].index((found["month"] or found["quarter"]).lower())
    return f"{found['period']}{found['than']}{names[place - 1]} {year if place else year - 1}"


_EARLIER: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"(?P<period>\b(?:(?P<quarter>Q[1-4])|(?P<month>{_NAMES})) (?P<year>(?:19|20)\d\d))(?P<than> (?:than|versus|vs\.?|against|"
     rf"compared (?:to|with)|"
     rf"and|from|over)(?: (?:in|with|that of))? ){_BEFORE}\b", _one_before),
)  # fmt: skip
_RULES: Final = Rules((*_EACH, *_SO_MANY, *_MONTHS, *_SHARES, *_BEHIND, *_EARLIER))


def told_apart(question: str) -> str:
    """A question with such phrases in the words of the grammar.

    Args:
        question: written out and without frames, with single spaces.
    """
    return " ".join(rewritten(question, _RULES).split())
