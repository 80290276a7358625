"""The columns that a list is asked with: "takeovers of 1987: buyer, target, price", "all rounds with dates and amounts".

Facts are listed with the same columns however they are asked for, so that what they hold anyway is not asked for again: a number among them
would be taken for the total of all.
"""

from __future__ import annotations

from typing import Final

from rie.ask.reword.pieces import ENDS
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
_RULES: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?P<head>{_NUMBERS}[^?;:]*?\b{_FACTS}\b[^?;:]*?)(?::|;|,? -|,? \u2013|\.) ?(?:just |only |list |show |give )?{_COLUMNS}(?: "
     rf"(?:for|of) each)?{ENDS}",
     r"\g<head>"),
    (rf"^(?P<head>{_NUMBERS}[^?;]*?\b{_FACTS}\b[^?;]*?),? (?:along |together )?(?:with|including|incl\.|plus|showing|and) (?:the |"
     rf"their |its )?"
     rf"(?:{_COLUMNS}|(?:their |the )?(?:dates|months))(?: (?:for|of) each)?{ENDS}", r"\g<head>"),
)  # fmt: skip
_LISTED: Final = Rules(_RULES)


def listed(question: str) -> str:
    """A question without the columns that its list holds anyway.

    Args:
        question: written out and without frames, with single spaces.
    """
    return " ".join(rewritten(question, _LISTED).split())
