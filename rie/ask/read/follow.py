"""How a follow-up points at what the question before found, put as the grammar has it: "which of them cost more", "how much of that was
cloud", "what had analysts been expecting", "what else has Acme backed".
"""

from __future__ import annotations

import re
from typing import Final

from rie.ask.form import LogicalForm, RoleFilter
from rie.pack.layer import FactLayer

_AND: Final = r"^(?:(?:and|so|but|ok|okay|then),? )*"
_END: Final = r"(?:,? (?:please|pls|then|exactly))?\s*[?.!]*$"
_OF_THEM: Final = r"(?: of (?:them|those|these|the two|both|the (?:deals|rounds|companies|acquisitions|targets|purchases|takeovers)))?"
_WAS: Final = r"(?:was|is|were|has been|came out|proved|turned out)(?: to be)?"
_MORE: Final = (
    r"(?:(?:(?:the )?(?:more|most) (?:expensive|costly|valuable|pricey)|(?:the )?(?:pric(?:ier|iest)|costli(?:er|est)|dear(?:er|est)|"
    r"larger|bigger|"
    r"higher|largest|biggest))(?: one)?)"
)
_LESS: Final = (
    r"(?:(?:(?:the )?(?:less|least) (?:expensive|costly|valuable|pricey)|(?:the )?(?:cheaper|cheapest|smaller|smallest|lower))(?: one)?)"
)
_COST: Final = r"(?:cost|fetched|went for|sold for|raised|brought in|was worth|collected|took in|got)(?: (?:the|a))?"
_MONEY: Final = r"(?: (?:money|price|funding|cash|amount|sum))?"
_RANKED: Final = (
    (re.compile(rf"{_AND}(?:which|what)(?: one| deal| round| company)?{_OF_THEM} (?:{_WAS} {_MORE}|{_COST} (?:more|most|highest|"
     rf"higher){_MONEY})"
                rf"{_OF_THEM}{_END}", re.IGNORECASE), "Which was the largest?"),
    (re.compile(rf"{_AND}(?:which|what)(?: one| deal| round| company)?{_OF_THEM} (?:{_WAS} {_LESS}|{_COST} (?:less|least|lowest|"
     rf"lower){_MONEY})"
                rf"{_OF_THEM}{_END}", re.IGNORECASE), "Which was the smallest?"),
    (re.compile(rf"{_AND}(?:the )?(?:most expensive|priciest|costliest|dearest)(?: "
     rf"one)?{_OF_THEM}{_END}", re.IGNORECASE), "Which was the largest?"),
    (re.compile(rf"{_AND}(?:the )?(?:least expensive|cheapest)(?: one)?{_OF_THEM}{_END}", re.IGNORECASE), "Which was the smallest?"),
)  # fmt: skip
_IT: Final = (
    r"(?:that|it|this|those|these|them|the total|the sum|which|this amount|this figure|that amount|that figure|that total|this "
    r"total|that sum)"
)
_WHOLE: Final = (
    r"(?![^?]*(?:['\u2019]s\b|\b(?:own|money|cash|stock|shares?|lead|investors?|left|spent|used)\b))(?!(?:the |a "
    r")?(?:consensus|estimates?|guidance|growth|year|quarter|month|due|because|left)\b)"
)
_PART: Final = re.compile(
    rf"{_AND}(?:how much of {_IT}(?: (?:amount|figure|money|revenue|sales|total))? (?:was|were|is|came from|comes from|did come from|"
    rf"stems from|stemmed "
    rf"from|fell to|went to|belongs to|belonged to|is due to|was due to|was made in|was earned in|was made by|was from|was in|came out "
    rf"of) {_WHOLE}"
    rf"(?:the )?(?P<part>[^?.,;:]{{2,40}}?)|how much (?:of {_IT} )?did (?:the )?(?P<by>[^?.,;:]{{2,40}}?) (?:contribute|bring in|add|"
    rf"account for|"
    rf"make up)(?: to {_IT}| of {_IT})?|how much (?:in|for|from|at) {_WHOLE}(?:the )?(?P<in>(?-i:[A-Z])[^?.,;:\d]{{2,40}}?))"
    rf"(?: alone| only)?{_END}",
    re.IGNORECASE,
)
_KIND: Final = re.compile(r"(?:(?:pre-?)?seed|angel|debt|loans?|grants?|series [a-j])(?: (?:money|rounds?|funding))?", re.IGNORECASE)
_ANALYSTS: Final = r"(?:(?:the )?(?:analysts?|street|market|consensus)|wall street|(?:market )?observers|forecasters)"
_EXPECTED: Final = re.compile(
    rf"{_AND}(?:what|how much)(?: revenue| profit| eps)? (?:(?:had|have|did|were|was|did the) {_ANALYSTS} (?:been )?(?:expect(?:ed|ing)?|"
    rf"forecast(?:ed|ing)?|"
    rf"predict(?:ed|ing)?|estimat(?:ed|ing|e)|look(?:ed|ing)? for|pencil(?:l?ed|ling) in|bet(?:ting)? on|anticipat(?:ed|ing|e)|"
    rf"project(?:ed|ing)?|want(?:ed)?|"
    rf"hop(?:ed|ing) for|think|thought|see(?:n)?|call(?:ed|ing)? for)(?: beforehand| before| to see| in advance| it to be)?|"
    rf"(?:was|had been) (?:expected|forecast|predicted|the forecast|the expectation)(?: by {_ANALYSTS})?){_END}",
    re.IGNORECASE,
)
_OTHERS: Final = re.compile(
    rf"{_AND}(?:has|have|did|does|do) (?P<who>(?-i:[A-Z])[^?.,;:]{{2,50}}?) (?:also )?(?P<did>[a-z]+(?: (?:in|over|into))?) (?:anything "
    rf"else|anyone else|"
    rf"anybody else|any others?(?: (?P<noun>compan(?:y|ies)|firms?|start-?ups?|business(?:es)?|rounds?|deals?|investments?|"
    rf"acquisitions?))?|others?(?: "
    rf"(?P<nouns>companies|firms|startups|businesses|rounds))?)(?:[?.,;] (?:and )?(?:if so,? )?(?:which(?: ones?)?|who|what|name (?:it|"
    rf"them)))?{_END}",
    re.IGNORECASE,
)
_ELSE: Final = re.compile(
    rf"{_AND}(?:(?P<what>what|who) else|(?:which|what) other (?P<noun>compan(?:y|ies)|firms?|start-?ups?|business(?:es)?)) "
    rf"(?P<rest>(?:has|have|did|"
    rf"does|do) (?-i:[A-Z])[^?.,;:]*?){_END}",
    re.IGNORECASE,
)
_ASKED: Final = {"fund": "funded", "back": "backed", "invest in": "invested in", "buy": "bought", "acquire": "acquired", "lead": "led"}


def pointed(question: str, base: LogicalForm, layer: FactLayer | None) -> str:
    """The question in the words of the grammar where it points so.

    Args:
        question: that goes on from another.
        base: the form of that one.
        layer: what can be asked of its facts.
    """
    if base.operands or layer is None:
        return question
    question = _led(question, base)
    series = layer.series is not None
    listed = base.agg in ("facts", "list", "lookup") and not base.by and not series and base.role in (None, layer.subject)
    ranked = next((said for pattern, said in _RANKED if pattern.match(question)), None) if listed else None
    if ranked is not None:
        return ranked
    part = _PART.match(question) if base.agg in ("lookup", "sum", "facts") else None
    named = (part["part"] or part["by"] or part["in"]) if part is not None else ""
    if named and (series or _KIND.fullmatch(named)):
        return f"and {named}?"
    if series and _EXPECTED.match(question):
        return "What did analysts expect?"
    return _besides(question, base)


_LED: Final = re.compile(
    rf"{_AND}(?P<ask>how many|(?:in )?(?:which|what)|where)(?: (?:companies|rounds|ones?|start-?ups|firms|investments|deals))?(?: of "
    rf"(?:them|those|these|the "
    rf"(?:rounds|companies|investments)))? (?:(?:did|has|have|does) (?:it|they|he|she) (?:lead|led|led itself)|(?:was|is|were) (?:it|"
    rf"they|he|she) (?:the |a )?"
    rf"(?:lead|leader|lead investor|in the lead))(?: (?:in|of|investor in))?{_END}",
    re.IGNORECASE,
)


def _led(question: str, base: LogicalForm) -> str:
    """ "How many of them did it lead?" after "How many investments has Acme made?": of Acme's rounds those that it led."""
    found = _LED.match(question)
    named = [item for item in base.filters if isinstance(item, RoleFilter) and item.role in ("investor", "lead") and len(item.refs) == 1]
    dated = base.period is None or base.period.precision in ("year", "quarter", "month")
    if found is None or len(named) != 1 or len(base.filters) != 1 or base.thresholds or not dated:
        return question
    ask = "how many rounds" if found["ask"].lower() == "how many" else "which companies"
    return f"{ask} did {named[0].refs[0].name} lead{f' in {base.period.label}' if base.period else ''}?"


def _besides(question: str, base: LogicalForm) -> str:
    """ "What else has Acme backed?" after "Who invested in Hooli?": besides Hooli."""
    named = [item.refs[0].name for item in base.filters if isinstance(item, RoleFilter) and len(item.refs) == 1]
    found, other = _OTHERS.match(question), _ELSE.match(question)
    if len(named) != 1 or (found or other) is None or named[0].casefold() in question.casefold():
        return question
    if found is not None:
        did = _ASKED.get(found["did"].lower(), found["did"])
        return f"which companies has {found['who']} {did} besides {named[0]}?"
    assert other is not None
    what = "who" if (other["what"] or "").lower() == "who" else "which companies"
    return f"{what} {other['rest']} besides {named[0]}?"
