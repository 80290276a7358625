"""The columns that a list is asked with: "takeovers of 1987: buyer, target, price", "all rounds with dates and amounts".

Facts are listed with the same columns however they are asked for, so that what they hold anyway is not asked for again: a number among them
would be taken for the total of all.
"""

from __future__ import annotations

from typing import Final

from rie.ask.reword.pieces import ENDS, WHO
from rie.ask.reword.rewrite import Replacement, Rules, rewritten

_FACTS: Final = (
    r"(?:rounds|deals|acquisitions|takeovers|financings|raises|purchases|transactions|buyouts|appointments|departures|changes|seeds|ipos|"
    r"(?-i:Series [A-J])s?)"
)
_COLUMN: Final = (
    r"(?:the |their |its |its own )?(?:full )?(?:(?:announcement|deal|round|company|target|buyer|purchase|amount) )?(?:compan(?:y|ies)|"
    r"firms?|start-?ups?|"
    r"names?|targets?|buyers?|acquirers?|sellers?|prices?|amounts?|sizes?|sums?|dates?|months?|days?|(?:round )?types?|stages?|"
    r"currenc(?:y|ies)|"
    r"persons?|people|posts?|positions?|roles?|values?)"
)
_COLUMNS: Final = rf"{_COLUMN}(?:(?:, | / |/|,? and |,? plus |,? & ){_COLUMN})+"
_NUMBERS: Final = r"(?!(?:how|what|total|number|count|sum|average|mean|median|share|when|who|which (?:was|were|is))\b)"
_MONEY: Final = r"(?:funding|raised?|spen[dt]|spending|pa(?:id|y)|outlay|take in|took in|collect(?:ed)?)"
_RULES: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?P<head>{_NUMBERS}[^?;:]*?\b{_FACTS}\b[^?;:]*?)(?::|;|,? -|,? \u2013|\.) ?(?:just |only |list |show |give )?{_COLUMNS}(?: "
     rf"(?:for|of) each)?{ENDS}",
     r"\g<head>"),
    (rf"^(?P<head>{_NUMBERS}[^?;]*?\b{_FACTS}\b[^?;]*?),? (?:along |together )?(?:with|including|incl\.|plus|showing|and) (?:the |"
     rf"their |its )?"
     rf"(?:{_COLUMNS}|(?:their |the )?(?:dates|months))(?: (?:for|of) each)?{ENDS}", r"\g<head>"),
    (rf"^(?:what|which (?:companies|firms|start-?ups|businesses|targets)) (?:has|have|did) {WHO} (?:ever )?(?:buy|bought|acquired?|"
     rf"taken? over|purchased?),? and "
     rf"when(?: (?:did|was|were) [a-z]+(?: [a-z]+)?)?{ENDS}", r"acquisitions by \g<who>"),
    (rf"^(?:what|which (?:companies|firms|start-?ups|businesses)) (?:has|have|did) {WHO} (?:ever )?(?:back(?:ed)?|invest(?:ed)? in|"
     rf"fund(?:ed)?),? and when{ENDS}",
     r"rounds with \g<who> as investor"),
    (rf"^(?P<head>[^?;:]*?\b{_MONEY}\b[^?;:]*?),? (?:with |counting |taking )?(?:all|both|the (?:two|three|four|five)|all (?:two|three|"
     rf"four|five))(?: of)?(?: the| its|"
     rf" their)? {_FACTS}(?: taken| put| added| counted)? (?:together|combined|up){ENDS}", r"\g<head> in total"),
)  # fmt: skip
_LISTED: Final = Rules(_RULES)


def listed(question: str) -> str:
    """A question without the columns that its list holds anyway.

    Args:
        question: written out and without frames, with single spaces.
    """
    return " ".join(rewritten(question, _LISTED).split())
