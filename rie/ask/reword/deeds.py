"""A deed that is told first, and then what is asked of it: "Acme bought Hooli in 2016. At what price?", "Hooli raised $5m. Who led?".

The names, the amount, the kind and the time of the deed are kept as conditions of the one question that stands in their place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_NAME: Final = (
    r"(?-i:[A-Z\d\u00c0-\u024f]|[a-z]+[A-Z\d])[\w&.'\u2019\u00c0-\u024f-]*(?: (?:& |of |and )?(?-i:[A-Z\u00c0-\u024f])[\w&.'\u2019"
    r"\u00c0-\u024f-]*){0,4}?"
)
_WHEN: Final = (
    r"(?P<when>(?:,? (?:back )?(?:in|on|during) (?:the )?(?P<part>(?:early|late|mid)[- ]|(?:beginning|end|middle|start|course) of )?"
    r"(?:(?:[a-z]+ |q[1-4] |h[12] )?(?:\d{1,2},? )?(?:19|20)\d\d))?)"
)
_MARK: Final = r"(?:\s*[.;:?!]\s*|\s+[-\u2013\u2014]+\s+|,\s+)(?:(?:and|so|but),? )?"
_END: Final = r"(?:,? (?:please|pls|exactly|then|again))?\s*[?.!]*\s*$"
_BOUGHT: Final = (
    r"(?:(?:has |had |have )?(?:bought(?: up| out)?|acquired|purchased|took over|taken over|picked up|snapped up|swallowed(?: up)?|"
    r"scooped up|got hold of|took control of|gobbled up|absorbed|agreed to (?:buy|acquire|take over|purchase)|got)|is (?:buying|acquiring|"
    r"taking over)|buys|acquires|takes over)"
)
_NO_MONEY: Final = (  # "got Hooli", but not "got $5m", "got a new chair"
    r"(?!(?:an?|some|its|their|new|more|fresh|over|about|around|nearly|up|at|another|several|two|three|money|funding|cash|series|seed)\b)"
    r"(?![\d$\u20ac\u00a3])"
)
_WHAT: Final = rf"(?P<what>{_NO_MONEY}(?:the )?[^?.,;:]{{2,60}}?)"
_SOLD: Final = r"(?P<what>(?:its |their |the )?(?!stakes?\b|shares?\b|more\b)[^?.,;:\d$\u20ac\u00a3]{2,60}?)"
_IT: Final = r"(?: (?:it|that|this|them|the (?:company|firm|business|deal|target|unit)|the takeover|the acquisition|the purchase))?"
_FOR_IT: Final = r"(?: for| on| to get| in)?"
_SELLER: Final = (
    rf"(?:(?:who|which company|what company) (?:was|were|is|are) (?:the |its )?(?:sellers?|vendors?|previous owner|former owner|owner "
    rf"before)|"
    rf"(?:who|which company|what company) sold{_IT}|from (?:whom|who|which (?:company|seller))(?: (?:was it (?:bought|acquired)|did "
    rf"(?:it|they) "
    rf"(?:buy|acquire|get){_IT}))?|who(?:m)? (?:did (?:it|they) (?:buy|acquire|get|purchase){_IT}|was it (?:bought|acquired|purchased)) "
    rf"from|who from|"
    r"(?:name of )?(?:the )?(?:sellers?|vendors?))"
)
_BUYER: Final = (
    rf"(?:(?:who|which company|what company) (?:was|were|is|are) (?:the |its )?(?:buyers?|acquirers?|purchasers?|new owners?)|"
    rf"(?:who|which company|what company) (?:bought|acquired|purchased|took over|got){_IT}|to (?:whom|who|which company)|by whom|who to|"
    r"(?:name of )?(?:the )?(?:buyers?|acquirers?|purchasers?))"
)
_PRICE: Final = (
    rf"(?:(?:at|for) what (?:price|amount|sum)|for how much(?: money)?|how much(?: money)? (?:did (?:it|they|that|this|the (?:buyer|deal|"
    rf"company|purchase|takeover|acquisition))(?: have to)? (?:pay|cost|spend|set it back|shell out|hand over|put down|fetch|go for|"
    rf"bring in){_FOR_IT}"
    rf"{_IT}|was (?:paid|it|that|spent|the (?:price|deal|purchase))(?: worth)?{_FOR_IT}{_IT}|changed hands|money was involved)|how much|"
    rf"what (?:was|is) (?:the |its )?(?:purchase )?(?:price|price tag|amount|sum|deal value|value|consideration|cost)(?: paid)?|what "
    rf"(?:price|sum|"
    rf"amount) (?:did (?:it|they) pay|was paid){_FOR_IT}{_IT}|what did (?:it|they|that) (?:pay|cost|spend|fetch|go for){_FOR_IT}{_IT}|"
    r"what was (?:it|the deal|that) worth|what was paid(?: for it)?|(?:the )?(?:price|price tag|purchase price|amount|cost|deal value))"
)
_DATE: Final = (
    r"(?:when(?: (?:was (?:it|that|this)(?: announced)?|did (?:it|that|this) happen|exactly))?|on (?:what|which) (?:date|day)|"
    r"(?:what|which) (?:date|day)|(?:the )?date)"
)
_MONTH: Final = r"(?:(?:in )?(?:what|which) month(?: (?:was (?:it|that)(?: announced)?|did (?:it|that) happen))?|(?:the )?month)"
_STAKE: Final = (
    r"(?:(?:what|which|how (?:large|big) an?) (?:stake|percentage|share|part|%)(?: (?:was it|did it (?:buy|take|get|acquire)|was that))?)"
)
_STATUS: Final = (
    r"(?:(?:is|was|has|did) (?:it|the deal|that|this|the takeover|the acquisition) (?:been )?(?:already |ever |since |now "
    r")?(?:completed?|closed?|"
    r"done|through|gone through|go through|finished|finali[sz]ed)(?: yet| by now| already)?|what (?:is|was|became of) (?:its|the|it)(?: "
    r"(?:deal['\u2019]s )?"
    r"status)?|what (?:is|was) the (?:deal['\u2019]s )?status(?: of (?:it|that|the deal))?|(?:the )?status)"
)
_RAISED: Final = (
    r"(?:(?:has |had )?(?:raised|closed|secured|landed|announced|got|received|took in|brought in|pulled in|completed|did|collected|bagged|"
    r"attracted|(?P<lent>borrowed|took out|took on)))"
)
_AMOUNT: Final = (
    r"(?P<amount>(?:(?:about |around |over |more than |some )?(?:[$\u20ac\u00a3] ?[\d.,]+ ?(?:k|m|mn|mm|bn|b|million|billion)?|[\d.,]+ "
    r"?(?:k|m|mn|bn|"
    r"million|billion)(?: (?:us )?(?:dollars|euros|pounds|usd|eur))?)))"
)
_KIND: Final = r"(?P<kind>series [a-j]|pre-?seed|seed|angel|debt|bridge|growth|venture|loan|equity)"
_ROUND: Final = r"(?: (?:round|financing|funding|raise|money|facility|funding round|deal))?"
_OBJECT: Final = (
    rf"(?:{_AMOUNT}(?: (?:in|with|through|via|as|of) (?:an? |its |the )?{_KIND}{_ROUND}| {_KIND.replace('kind', 'kind2')}{_ROUND})?|"
    rf"(?:an? |its |the )?{_KIND.replace('kind', 'kind3')}{_ROUND}(?: (?:of|worth) {_AMOUNT.replace('amount', 'amount2')})?|"
    r"(?:an? |new |fresh |some |its )*(?:money|funding|capital|cash|round|funding round|financing))"
)
_LEAD: Final = (
    r"(?:who (?:led(?: (?:it|that|this|the round))?|was (?:the |its )?(?:lead|lead investor|lead backer)|headed it|was in the lead)|"
    r"(?:led )?by whom|"
    r"which investor led(?: (?:it|the round))?|(?:the )?lead investor)"
)
_INVESTORS: Final = (
    r"(?:(?:who|which (?:investors?|banks?|funds?|firms?|lenders?)) (?:(?:was|were|is|are) (?:the |its )?(?:lenders?|investors?|backers?|"
    r"funders?|"
    r"financiers?|behind (?:it|that))|(?:lent|provided|gave|put up|supplied|put in|contributed|granted)(?: (?:it|them|that|the (?:money|"
    r"loan|cash|funds|"
    r"round)))?(?: to it)?|invested(?: in (?:it|that|the round))?|took part(?: in (?:it|that|the round))?|participated(?: in (?:it|the "
    r"round))?|"
    r"backed (?:it|that|the round)|funded (?:it|that|the round)|joined(?: (?:it|the round))?|put money in|paid in)|(?:who )?from (?:whom|"
    r"who|which "
    r"investors?|which bank)|(?:the )?(?:lenders?|investors?|backers?))"
)
_SIZE: Final = (
    r"(?:how much(?: money| cash)?(?: (?:was (?:it|that|this|raised|the round)|did (?:it|they|that|the round) (?:raise|bring in|get|take "
    r"in|collect|"
    r"amount to|come to|borrow)|came in))?(?: in (?:it|that|the round))?|how (?:big|large) (?:was|is) (?:it|that|the round|the loan)|"
    r"what (?:was|is) (?:the |its )?"
    r"(?:amount|size|sum|round size)|(?:the )?(?:amount|size))"
)
_VALUED: Final = (
    r"(?:(?:at )?what (?:was (?:the|its) )?(?:post[- ]money |pre[- ]money )?valuation(?: (?:was it|did it get))?|how (?:was "
    r"it|much was it) valued(?: at)?)"
)


def _round(it: dict[str, str]) -> str:
    """The round that is told: "Acme's Series B of $5m"."""
    kind = "debt round" if it["lent"] or it["kind"] in ("loan", "debt") else f"{it['kind']} round".strip()
    return f"{it['who']}'s {kind}{' of ' + it['amount'] if it['amount'] else ''}"


def _invested(it: dict[str, str]) -> str:
    return f"who invested in {_round(it)}{it['when']}"


def _lent(it: dict[str, str]) -> str:
    return f"who lent {it['who']} {it['amount'] or 'money'}{it['when']}"


def _much(it: dict[str, str]) -> str:
    return f"how much was {_round(it)}{it['when']}" if it["kind"] else f"how much did {it['who']} raise{it['when']}"


def _compile(statement: str, asked: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{statement}){_WHEN}{_MARK}(?:{asked}){_END}", re.IGNORECASE)


Told = Callable[[dict[str, str]], str]
_BUYS: Final = rf"(?P<who>{_NAME}) {_BOUGHT} {_WHAT}"
_SELLS: Final = rf"(?P<who>{_NAME}) (?:has |had )?(?:sold(?: off)?|divested|disposed of|offloaded|sells|is selling) {_SOLD}"
_IS_BOUGHT: Final = rf"(?P<what>{_NAME}) (?:was|has been|got|is being) (?:bought|acquired|purchased|taken over|sold|snapped up)"
_RAISES: Final = rf"(?P<who>{_NAME}) {_RAISED} {_OBJECT}"
_DEEDS: Final[tuple[tuple[re.Pattern[str], Told], ...]] = (
    (_compile(_BUYS, _SELLER), lambda it: f"who sold {it['what']} to {it['who']}{it['when']}"),
    (_compile(_BUYS, _PRICE), lambda it: f"how much did {it['who']} pay for {it['what']}{it['when']}"),
    (_compile(_BUYS, _DATE), lambda it: f"when did {it['who']} buy {it['what']}{it['when']}"),
    (_compile(_BUYS, _MONTH), lambda it: f"in which month did {it['who']} buy {it['what']}{it['when']}"),
    (_compile(_BUYS, _STAKE), lambda it: f"what stake in {it['what']} did {it['who']} buy{it['when']}"),
    (_compile(_BUYS, _STATUS), lambda it: f"what is the status of {it['who']}'s takeover of {it['what']}{it['when']}"),
    (_compile(_SELLS, _BUYER), lambda it: f"who bought {it['what']} from {it['who']}{it['when']}"),
    (_compile(_SELLS, _PRICE), lambda it: f"for how much did {it['who']} sell {it['what']}{it['when']}"),
    (_compile(_SELLS, _DATE), lambda it: f"when did {it['who']} sell {it['what']}{it['when']}"),
    (_compile(_IS_BOUGHT, _BUYER), lambda it: f"who bought {it['what']}{it['when']}"),
    (_compile(_IS_BOUGHT, _SELLER), lambda it: f"who sold {it['what']}{it['when']}"),
    (_compile(_IS_BOUGHT, _PRICE), lambda it: f"how much was paid for {it['what']}{it['when']}"),
    (_compile(_IS_BOUGHT, _DATE), lambda it: f"when was {it['what']} bought{it['when']}"),
    (_compile(_RAISES, _LEAD), lambda it: f"who led {_round(it)}{it['when']}"),
    (_compile(_RAISES, _INVESTORS), lambda it: (_lent if it["lent"] or it["kind"] in ("debt", "loan") else _invested)(it)),
    (_compile(_RAISES, _SIZE), _much),
    (_compile(_RAISES, _DATE), lambda it: f"when was {_round(it)} announced{it['when']}"),
    (_compile(_RAISES, _VALUED), lambda it: f"what was the valuation of {it['who']} at its {it['kind'] or 'round'}{it['when']}"),
)  # fmt: skip


_ASKS: Final = re.compile(r"(?:who|whom|whose|what|which|when|where|how|did|has|is|was)\b", re.IGNORECASE)  # and tells no deed


def of_deed(question: str) -> str:
    """The one question about a deed that is told before it.

    Args:
        question: written out and without frames, with single spaces.
    """
    for pattern, told in () if _ASKS.match(question) else _DEEDS:
        found = pattern.match(question)
        if found is not None:
            parts = _parts(found)
            return f"{told(parts)}?" if not parts["part"] or _is_one(parts) else question
    return question


def _is_one(it: dict[str, str]) -> bool:
    """Whether the deed that is told is one without its time: what is bought, the amount or the kind of the round says which."""
    return bool(it.get("what") or it["amount"] or it["kind"])


def _parts(found: re.Match[str]) -> dict[str, str]:
    """The names, the amount, the kind and the time; of "late 2018" the year, in which the deed that is told lies."""
    told = {name: (value or "").strip(" ,") for name, value in found.groupdict().items()}
    when = re.sub(
        r"^(?:back )?(?P<in>in|on|during) (?:the )?", r"\g<in> ", told["when"].replace(told["part"], " ") if told["part"] else told["when"]
    )
    return told | {
        "when": f" {' '.join(when.split())}" if when else "",
        "kind": next((told[name] for name in ("kind", "kind2", "kind3") if told.get(name)), ""),
        "amount": next((told[name] for name in ("amount", "amount2") if told.get(name)), ""),
        "lent": told.get("lent", ""),
    }
