"""Ordinary wordings of several things beside each other: "order these by size", "compare the number of seed and Series A rounds", "how
busy was 2016", "monthly totals for oct, nov and dec".
"""

from __future__ import annotations

import re
from typing import Final

from rie.ask.reword.pieces import ENDS, NAME, WHEN, WHO
from rie.ask.reword.rewrite import Replacement, Rules, rewritten

_LISTED: Final = rf"(?P<names>{NAME}(?:, {NAME})*,? (?:and |or |& )?{NAME})"
_COMPARED: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^(?:please )?(?:order|rank|sort|arrange|list|put) (?:these|them|the following|those)(?: (?:companies|firms|startups|three|two|"
     rf"four))?(?: in order)? (?:by|according to|of) (?:the )?(?P<by>[^?.:;]{{3,50}}?)"
     rf"(?: ?:| -) {_LISTED}{ENDS}", lambda found: f"rank {_and(found['names'])} by {_of_their(found['by'])}"),
    (rf"^(?:please )?compare (?:the )?(?:number|count|counts|numbers|tally) of (?P<kinds>(?:(?:pre-)?seed|series [a-j]|angel|debt|"
     rf"bridge)(?:(?:, | and |, and )(?:(?:pre-)?seed|series [a-j]|angel|debt|bridge))+) "
     rf"(?P<facts>rounds|deals|financings){WHEN}{ENDS}", r"number of \g<kinds> rounds\g<when> by type"),
    (rf"^how many (?P<kinds>(?:(?:pre-)?seed|series [a-j]|angel|debt|bridge)(?:(?:, | and |, and )(?:(?:pre-)?seed|series [a-j]|angel|"
     rf"debt|bridge))+) (?:rounds|deals|financings) (?:were there|were announced|happened|"
     rf"took place){WHEN},? (?:each|respectively|of each(?: type| kind)?){ENDS}", r"number of \g<kinds> rounds\g<when> by type"),
    (rf"^how (?:busy|active|lively|hot|quiet|slow|strong|crowded|big|good|bad) (?:a (?:year|month|quarter) )?(?:was|were|is) "
     rf"(?P<when>(?:q[1-4] |[a-z]+ )?(?:19|20)\d\d)[?.:;,] (?:the |give the |and )?(?:number|count|total number) of "
     rf"(?P<facts>[^?.,;:]{{3,50}}?){ENDS}", r"number of \g<facts> in \g<when>"),
    (rf"^how (?:busy|active|lively|quiet) (?:a (?:year|month|quarter) )?(?:was|were|is) (?P<when>(?:q[1-4] |[a-z]+ )?(?:19|20)\d\d) "
     rf"(?:for|in terms of|as regards|when it comes to|measured by)(?: the)?(?: number of)? (?P<facts>[^?.,;:]{{3,40}}?){ENDS}",
     r"number of \g<facts> in \g<when>"),
    (rf"^how (?:busy|active|acquisitive) (?:was|were|is) {WHO}(?: as an? (?:buyer|acquirer|investor))?{WHEN}[?.:;,] (?:the |and "
     rf")?(?:number|count) of (?:its )?(?P<facts>acquisitions|takeovers|deals|purchases|rounds|investments)(?: it (?:made|did))?{ENDS}",
     r"number of \g<facts> by \g<who>\g<when>"),
    (rf"^(?:what kind of (?:a )?(?:year|month|quarter) was|how did) (?P<when>(?:q[1-4] |[a-z]+ )?(?:19|20)\d\d)(?: go)?[?.:;,] (?:the |"
     rf"and )?(?:number|count) of (?P<facts>[^?.,;:]{{3,50}}?){ENDS}",
     r"number of \g<facts> in \g<when>"),
    (r"(?<=\w)(?:[?.,;:] (?:for |in |across |over |counting |of )?(?:all|any)(?: the)?| (?:across|over) all(?: the)?) years(?: "
     r"(?:together|combined|"
     r"included|covered|available))?(?=\s*[?.!]*$)", ""),
)  # fmt: skip
_MONTHS: Final = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_MONTH: Final = rf"(?:{'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in _MONTHS)}|sept)\.?"
_EACH_MONTH: Final = re.compile(
    rf"(?P<list>\b{_MONTH}(?:(?:, |,? and | & |/| ){_MONTH})+) (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)


def _months(question: str) -> str:
    """ "Monthly totals for oct, nov and dec 2016": of each of them in that year."""
    if not re.search(r"\b(?:monthly|(?:per|by|each) month|month by month)\b", question, re.IGNORECASE):
        return question

    def told(found: re.Match[str]) -> str:
        words = re.findall(_MONTH, found["list"], re.IGNORECASE)
        names = [next(month for month in _MONTHS if month.startswith(word[:3].lower())) for word in words]
        dated = [f"{name.capitalize()} {found['year']}" for name in names]
        return f"{', '.join(dated[:-1])} and {dated[-1]}"

    return _EACH_MONTH.sub(told, question)


def _and(names: str) -> str:
    """ "A, B, C": "A, B and C"."""
    return names if re.search(r" (?:and|or|&) ", names) else re.sub(r", (?=[^,]*$)", " and ", names)


def _of_their(by: str) -> str:
    """ "Size of their Series B": "Series B size"."""
    return re.sub(r"^(?P<what>size|amount|value|valuation) of (?:their|its|the) (?P<of>.+)$", r"\g<of> \g<what>", by, flags=re.IGNORECASE)


_RULES: Final = Rules(_COMPARED)


def side_by_side(question: str) -> str:
    """A question with such wordings in the words of the grammar.

    Args:
        question: written out and without frames, with single spaces.
    """
    return " ".join(rewritten(_months(question), _RULES).split())
