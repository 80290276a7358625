"""Whether a number of a fact is told at all: "acquisitions without a disclosed price", "how many rounds have an undisclosed amount"."""

from __future__ import annotations

import re
from typing import Final

from rie.ask.form import Not, Told, ValueFilter
from rie.ask.parse import Parse
from rie.ask.reword.rewrite import Rules, rewritten

_UNTOLD: Final = "unknown"
_NUMBER: Final = r"(?P<number>(?:purchase |deal |round )?(?:price|amount|valuation|size|value|sum)|terms)(?: tag)?s?"
_SAID: Final = r"(?:disclosed|known|published|revealed|stated|public|given|announced|on record|reported|specified)"
_NOUN: Final = r"(?P<noun>(?:rounds|deals|acquisitions|takeovers|purchases|transactions|financings|buyouts|raises|mergers))"
_SO_MANY: Final = (
    r"(?P<which>(?:how many|which|what)(?: of)?(?: the| all)? (?:[\w-]+ ){0,3}?"
    r"(?:rounds|deals|acquisitions|takeovers|purchases|transactions|financings|buyouts|raises|mergers)(?: (?:of|in|from) [\w ]{3,14}?)?)"
)
_AFFIRMED: Final = r"(?<!no )(?<!not )"
_IS: Final = r"(?:is|was|were|are|has been|have been)"
_HAVE: Final = r"(?:with|have|has|had|having|that have|that had|which had|which have)"
_END: Final = r"(?=[?.,;:]|$| (?:in|from|since|before|after|during|by|per|led|made|announced)\b)"
_WHOSE: Final = re.compile(r"\bwhose [a-z]+ (?:did|do|does|has|have)(?: not|"
                           r"n['\u2019]?t)\b", re.IGNORECASE)  # a party of what is asked for
_SECRET: Final = r"(?:kept (?:secret|private|confidential|under wraps|quiet)|withheld|null|missing|secret)"
_RULES: Final = Rules(
    (
        (rf"\b(?:for|in) which {_NOUN} {_IS} (?:the |its |their )?{_NUMBER} (?:{_SECRET}|not (?:been )?{_SAID}|undisclosed){_END}",
         r"\g<noun> with undisclosed \g<number>"),
        (rf"\b(?:for|in|at|of|on) {_SO_MANY} (?:{_IS} (?:there )?no {_NUMBER}(?: (?:ever )?{_SAID}| told| named| put)?|"
         rf"(?:{_IS} )?(?:the |its |their ){_NUMBER.replace('number', 'other')} (?:not|never) (?:been )?{_SAID}|(?:do|did|does|have|has) "
         rf"(?:we|you|one|the (?:data|"
         rf"database|store)) (?:know|have|hold|got|see|give) no {_NUMBER.replace('number', 'another')}){_END}",
         lambda found: f"{found['which']} with undisclosed {found['number'] or found['other'] or found['another']}"),
        (rf"\b(?:where|whose|with|for which) (?:the |its |their |an? )?{_NUMBER} (?:{_IS} )?{_SECRET}{_END}",
         r"with undisclosed \g<number>"),
        (rf"\b{_NOUN} (?:that |which )?(?:did|do|does)(?: not|n['\u2019]?t) (?:say|tell|disclose|reveal|state) how much"
         rf"(?: was paid| they paid)?{_END}", r"\g<noun> with undisclosed amount"),
        (rf"\b(?:where|for which) (?:we|you) (?:do not|don['\u2019]?t) know (?:what|how much) (?:was|has been) (?:paid|raised){_END}",
         "with undisclosed amount"),
        (rf"\b(?:for|of|at|{_HAVE}) (?:an? |the )?undisclosed {_NUMBER}{_END}", r"with undisclosed \g<number>"),
        (rf"\b(?:without|{_HAVE} no|lacking|lack|lacks) (?:an? |any |the )?{_SAID} {_NUMBER}{_END}", r"with undisclosed \g<number>"),
        (rf"\b(?:without|{_HAVE} no|lacking|lack) (?:an? |any )?(?P<number>price|price tag|amount){_END}", r"with undisclosed \g<number>"),
        (rf"\b(?:where|whose|with|for which|of which) (?:the |a |an |its |their )?{_NUMBER} (?:{_IS} )?"
         rf"(?:not (?:been )?{_SAID}|undisclosed|unknown){_END}",
         r"with undisclosed \g<number>"),
        (rf"\b(?:did|do|does|have|has)(?: not|n['\u2019]?t) (?:disclosed?|reveal(?:ed)?|stated?|publish(?:ed)?|tell|told|give|given) "
         rf"(?:an? |any |the |its |their )?{_NUMBER}{_END}", r"with undisclosed \g<number>"),
        (rf"\bwhere (?:we|you) (?:do not|don['\u2019]?t) know the {_NUMBER}{_END}", r"with undisclosed \g<number>"),
        (rf"\b{_NOUN}\b(?P<rest>[^?.,;:]*?),? {_NUMBER} (?:not disclosed|undisclosed|unknown){_END}",
         r"\g<noun>\g<rest> with undisclosed \g<number>"),
        (rf"\b(?:where|for which|of which) (?:we|you) know the {_NUMBER}{_END}", r"with disclosed \g<number>"),
        (rf"\b(?:where|whose|for which) (?:the )?{_NUMBER} {_IS} {_SAID}{_END}", r"with disclosed \g<number>"),
        (rf"\b{_HAVE} (?:an? |the |its |their )?{_SAID} {_NUMBER}{_END}", r"with disclosed \g<number>"),
        (rf"\b{_HAVE} (?:an? |the |its |their )?{_NUMBER} (?:that {_IS} )?{_SAID}{_END}", r"with disclosed \g<number>"),
        (rf"\b(?:for|in|at|of|on) {_SO_MANY} (?:do|did|does|have|has) (?:we|you|one|the (?:data|database|store)) "
         rf"(?:know|have|hold|got|see|learn|tell|give) (?:an? |the |any |its |their )?{_NUMBER}{_END}",
         r"\g<which> with disclosed \g<number>"),
        (rf"\b(?:for|in|at|of|on) {_SO_MANY} {_IS} (?:there )?(?:an? |the |any |its |their )?{_NUMBER}"
         rf"(?: {_SAID}| told| named| put)?{_END}",
         r"\g<which> with disclosed \g<number>"),
        (rf"{_AFFIRMED}\b{_NOUN}\b(?P<rest>[^?.,;:]{{0,40}}?) (?:that |which )?(?:have|has|had|come with|came with|carry|carried|give|"
         rf"gave|"
         rf"state|stated|show|showed|name|named|disclose|disclosed|report|reported|publish|published) (?:an? |the |their |its ){_NUMBER}"
         rf"(?: tag)?(?: attached| on record| {_SAID})?{_END}", r"\g<noun>\g<rest> with disclosed \g<number>"),
        (r"\b(?P<told>with (?:un)?disclosed) terms\b", r"\g<told> amount"),
    )
)  # fmt: skip


def in_short(question: str) -> str:
    """A question that says "with undisclosed price" and "with disclosed price" of such facts, however it was put.

    Args:
        question: written out, with single spaces.
    """
    return question if _WHOSE.search(question) else rewritten(rewritten(question, _RULES), _PARTIES)


_PARTY: Final = (
    r"(?P<party>seller|vendor|selling party|acquirer|buyer|purchaser|(?:round|financing|funding) (?:type|stage|kind)|type|stage)s?"
)
_NAMED: Final = r"(?:named|known|given|stated|identified|told|specified|recorded|mentioned|listed|disclosed|on record|reported)"
_PARTIES: Final = Rules(
    (
        (rf"\b{_HAVE} (?:an? |the |its |their |any )?{_NAMED} {_PARTY}{_END}", r"with disclosed \g<party>"),
        (rf"\b{_NOUN}\b(?P<rest>[^?.,;:]{{0,40}}?) (?:that |which )?(?:name|names|named|mention|mentions|mentioned|identify|identified) "
         rf"(?:an? |the |any |its |their ){_PARTY}{_END}", r"\g<noun>\g<rest> with disclosed \g<party>"),
        (rf"\b(?:where|for which|in which|whose) (?:the |an? |its |their )?{_PARTY} {_IS} {_NAMED}{_END}", r"with disclosed \g<party>"),
        (rf"\b(?:for|in|at|of|on) {_SO_MANY} {_IS} (?:there )?(?:an? |the |any |its |their )?{_PARTY} {_NAMED}{_END}",
         r"\g<which> with disclosed \g<party>"),
        (rf"\b(?:without|{_HAVE} no|lacking|lack) (?:an? |any |"
         rf"the )?(?:{_NAMED} )?{_PARTY}(?: {_NAMED})?{_END}", r"with undisclosed \g<party>"),
        (rf"\b{_HAVE} (?:an? |the )?(?:unknown|unnamed|unspecified|undisclosed|unstated) {_PARTY}{_END}", r"with undisclosed \g<party>"),
        (rf"\b(?:of|where|whose|for which|in which) (?:the |an? |its |their )?(?:unknown|unnamed|unspecified|undisclosed) {_PARTY}{_END}",
         r"with undisclosed \g<party>"),
        (rf"\b(?:where|whose|for which|in which) (?:the |an? |its |their |no )?{_PARTY} {_IS} "
         rf"(?:not (?:been )?{_NAMED}|unknown|unnamed|unspecified|undisclosed){_END}", r"with undisclosed \g<party>"),
        (rf"\b(?:where|for which|in which) no {_PARTY} {_IS} {_NAMED}{_END}", r"with undisclosed \g<party>"),
    )
)  # fmt: skip


def _named_at(parse: Parse, index: int) -> str | None:
    """A party of a deal, or a column, that can be told or not: "with disclosed seller"."""
    role, key = parse.get(index, "role"), parse.get(index, "attribute")
    spec = parse.layer.roles.get(role or "")
    party = role if spec is not None and spec.first else None
    return party or (key if key in parse.layer.values and parse.layer.attributes[key].group else None)


def told_numbers(parse: Parse) -> None:
    """ "With undisclosed price", "with disclosed seller"."""
    for index in range(1, len(parse.items) - 1):
        told = parse.norm(index) in ("disclosed", "undisclosed")
        measure = (parse.get(index + 1, "measure") or _named_at(parse, index + 1)) if told else None
        another = parse.norm(index + 2) == "and" and parse.has(index + 3, "measure")
        if measure and parse.norm(index - 1) == "with" and not another:
            parse.use(index - 1, index, index + 1)
            item = _told(parse, measure)
            parse.stated.append(item if (parse.norm(index) == "disclosed") is isinstance(item, Told) else Not(item))


def _told(parse: Parse, name: str) -> Told | ValueFilter:
    """That something is told; of a column that has a value of its own for what is not told, that it has that value."""
    values = parse.pack.tables[parse.fact].columns[name].values if name in parse.layer.attributes else None
    return ValueFilter(name, (_UNTOLD,)) if values and _UNTOLD in values else Told(name)
