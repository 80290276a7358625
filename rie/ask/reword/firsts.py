"""The first and the last of somebody's deeds and days, and the one that stands out of facts that are named before it."""

from __future__ import annotations

from typing import Final

from rie.ask.reword.pieces import ENDS, NAME, WHO
from rie.ask.reword.rewrite import Replacement, Rules, rewritten

_DEED: Final = (
    r"(?:invest(?: in)?|back|fund|finance|buy|acquire|take over|sell|raise|borrow|appoint|hire|lead|bid for|join|put money (?:in|into))"
)
_FACTS: Final = (
    r"(?:rounds|deals|acquisitions|takeovers|financings|raises|purchases|transactions|buyouts|appointments|departures|bids|investments)"
)
_BEST: Final = (
    r"(?:largest|biggest|highest|smallest|lowest|cheapest|priciest|costliest|most expensive|least expensive|latest|earliest|newest|oldest|"
    r"most recent|first|last)"
)
_FIGURE: Final = r"(?:(?:net |operating |gross |adjusted |total )*(?:revenues?|sales|income|profits?|eps|ebitda|earnings|loss))"
_RULES: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?P<when>when|in (?:which|what) (?:year|month|quarter)|on (?:which|what) (?:day|date)) did {WHO} first "
     rf"(?P<what>{_DEED}\b[^?.,;:]*?){ENDS}",
     r"\g<when> did \g<who> \g<what> for the first time"),
    (rf"^(?:what|when) (?:is|was|will be) (?:the )?(?P<who>[^?.,;:]{{3,40}}?)['\u2019]s? last (?:working )?day(?P<rest> (?:at|as|of) "
     rf"[^?]+?)?{ENDS}",
     r"when did \g<who> leave\g<rest>"),
    (rf"^(?:what|when) (?:is|was|will be) (?:the )?(?P<who>[^?.,;:]{{3,40}}?)['\u2019]s? first (?:working )?day(?P<rest> (?:at|as|of) "
     rf"[^?]+?)?{ENDS}",
     r"when did \g<who> start\g<rest>"),
    (rf"^(?P<facts>(?!(?:who|which|what|how|when)\b)[^?:;]*?\b{_FACTS}\b[^?:;]*?)(?::|;|,? -| \u2013) which(?: one| of (?:them|these|"
     rf"those))? (?:was|is) (?:the )?"
     rf"(?P<best>{_BEST})(?: one)?{ENDS}", r"of the \g<facts>, which was the \g<best>?"),
    (rf"^compare (?P<whose>{NAME}['\u2019]s? [^?.,;:]*?{_FIGURE} and (?:its |their )?{_FIGURE}){ENDS}", r"\g<whose>"),
    (rf"^(?P<head>[^?]*\b{_FIGURE}\b[^?]*?\b(?:quarters|Q[1-4])\b[^?]*?),?(?<!added)(?<!taken)(?<!put) together{ENDS}",
     r"\g<head> combined"),
)  # fmt: skip
_FIRSTS: Final = Rules(_RULES)


def firsts(question: str) -> str:
    """A question about the first or the last of something in the words of the grammar.

    Args:
        question: written out and without frames, with single spaces.
    """
    return " ".join(rewritten(question, _FIRSTS).split())
