"""Two conditions on the same names, told by the words of an order or of a repetition: "a seed round followed by a Series A", "in 2015 as
well as in 2016", "whose Series A was in 2015 and whose Series B was in 2016".
"""

from __future__ import annotations

import re
from typing import Final

from rie.ask.reword.rewrite import Rules, rewritten

_STAGE: Final = r"(?:(?:pre-)?seed|series [a-j]|angel|debt|bridge)"
_TIME: Final = r"(?:in|during) (?:[a-z]+ |q[1-4] )?(?:19|20)\d\d"
_WHEN: Final = rf"(?: {_TIME})?"
_OWN: Final = r"(?:an? |the |its |their )"
_MANY: Final = r"(?=[^?]*\b(?:companies|startups|start-ups|firms|businesses|who|names)\b)"


def _both_told(found: re.Match[str]) -> str:
    """ "Whose Series A was in 2015 and whose Series B was in 2016"."""
    return f"that raised a {found['one']} {found['first']} and a {found['two']} {found['second']}"


_RULES: Final = Rules(
    (
        (rf"\bwhose (?P<one>{_STAGE})(?: rounds?)? (?:was|came|fell|happened|closed|is|dates?|dated|dating)(?: announced)? "
         rf"(?P<first>{_TIME})(?:,? and|,? but|,) (?:whose |the |their )?(?P<two>{_STAGE})(?: rounds?)? (?:(?:was|came|fell|happened|"
         rf"closed|"
         rf"is)(?: announced)? )?(?P<second>{_TIME})", _both_told),
        (rf"^{_MANY}(?P<head>[^?]*?\b{_STAGE}(?: rounds?)?{_WHEN}),? (?:and )?(?:(?:was |were )?(?:followed|succeeded)(?: up)? (?:by|with)|"
         rf"and (?:then|later|subsequently|afterwards) (?:had|got|raised|closed)?) ?{_OWN}(?P<two>{_STAGE}\b)", r"\g<head> and a \g<two>"),
        (rf"(?P<when>\b{_TIME}),? and (?:then |later )?(?:went on to|managed to|came back to|returned to) (?:raise|close|get|secure|do|"
         rf"announce|land) {_OWN}(?P<two>{_STAGE}\b)", r"\g<when> and a \g<two>"),
        (rf"(?P<did>\b(?:raised|closed|got|did|had) {_OWN}{_STAGE}(?: rounds?)?),? and (?:then |later )?(?:went on to|managed to|came back "
         rf"to|returned to) (?:raise|close|get|secure|do|announce|land) {_OWN}(?P<two>{_STAGE}\b)", r"\g<did> and a \g<two>"),
        (rf"^who (?=(?:has |have )?(?:had|raised|closed|got|did|done|took) (?:both )?{_OWN}{_STAGE}(?: round)?{_WHEN} and "
         rf"{_OWN}{_STAGE}\b)",
         "which companies "),
        (rf"^{_MANY}(?P<head>[^?]*?\b(?P<in>in|during) (?P<one>(?:[a-z]+ |q[1-4] )?(?:19|20)\d\d)),? (?:as well as|and also|and once more|"
         rf"and once again|plus|and a second time) (?:(?P=in) )?(?=(?:[a-z]+ |q[1-4] )?(?:19|20)\d\d)", r"\g<head> and again in "),
    )
)  # fmt: skip


def on_both(question: str) -> str:
    """A question with such conditions joined by "and".

    Args:
        question: written out and without frames, with single spaces.
    """
    return " ".join(rewritten(question, _RULES).split())
