"""Questions typed like a query: "acquirer, sum(price)", "having count(rounds) > 2", "date < 2016", put in words."""

from __future__ import annotations

import re
from typing import Final

from rie.ask.rewrite import Replacement, Rules, rewritten

_SIGN: Final = re.compile(r"[(<>=]|\bwhose number\b|\bwhere the number\b|\bwith a number\b|\bgroup by\b", re.IGNORECASE)
_AGGREGATES: Final = {"sum": "total", "avg": "average", "mean": "average", "median": "median", "max": "maximum", "min": "minimum"}
_AGG: Final = rf"(?P<agg>{'|'.join(_AGGREGATES)})"
_COMPARED: Final = {">": "more than", ">=": "at least", "<": "fewer than", "<=": "at most", "=": "exactly"}
_OP: Final = r"(?P<op>[<>]=?|==?)"
_DATED: Final = {">": "after", ">=": "since", "<": "before", "<=": "until the end of", "=": "in"}
_KEY: Final = r"(?P<key>[a-z]+(?: [a-z]+)?)"
_MANY: Final = r"(?P<many>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)"
_MORE: Final = r"(?P<more>above|over|more than|greater than|higher than|below|under|less than|fewer than|at least|at most|exactly)"


def _grouped(found: re.Match[str]) -> str:
    """ "acquirer, sum(price)": the total price by acquirer."""
    return f"{_AGGREGATES[found['agg'].lower()]} {found['what']} by {found['key']}{found['rest']}"


def _dated(found: re.Match[str]) -> str:
    return f" {_DATED[found['op'].replace('==', '=')]} {found['year']}"


def _having(found: re.Match[str]) -> str:
    """ "having count(rounds) > 2": with more than two rounds."""
    return f"with {_COMPARED[found['op'].replace('==', '=')]} {found['many']} {found['what']}"


def _whose(found: re.Match[str]) -> str:
    """ "whose number of rounds is above two": with more than two rounds."""
    more = found["more"].lower() if found["more"] else "more than"
    more = {"above": "more than", "over": "more than", "greater than": "more than", "higher than": "more than", "below": "fewer than",
            "under": "fewer than", "less than": "fewer than"}.get(more, more)  # fmt: skip
    return f"with {more} {found['many']} {found['what']}"


_RULES: Final[tuple[tuple[str, Replacement], ...]] = (
    (rf"^{_KEY}, ?{_AGG} ?\((?P<what>[a-z ]+)\)(?P<rest>[^()]*)$", _grouped),
    (rf"^{_AGG} ?\((?P<what>[a-z ]+)\)(?:,| by| per| group(?:ed)? by) {_KEY}(?P<rest>[^()]*)$", _grouped),
    (rf"^{_KEY}, ?count ?\((?P<what>[a-z ]+)\)(?P<rest>[^()]*)$", r"number of \g<what> by \g<key>\g<rest>"),
    (r"\bcount ?\( ?distinct (?P<what>[a-z ]+?)(?<!s)s? ?\)", lambda found: f"number of different {_several(found['what'])} of"),
    (rf"\bhaving count ?\((?P<what>[a-z ]+)\) ?{_OP} ?{_MANY}\b", _having),
    (rf"\b(?:whose|where the) number of (?P<what>[a-z ]+?) (?:is|was|are|exceeds) ?{_MORE}? {_MANY}\b(?! ?%)", _whose),
    (rf"\bwith an? number of (?P<what>[a-z ]+?) {_MORE} {_MANY}\b(?! ?%)", _whose),
    (rf",?(?: where| with| and)?(?: the)? (?:date|year)(?: is)? ?{_OP} ?(?P<year>(?:19|20)\d\d)\b", _dated),
    (r"\bgroup by\b", "by"),
)
_COMPILED: Final = Rules(_RULES)


def _several(noun: str) -> str:
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else f"{noun}s"


def in_words(question: str) -> str:
    """A question with such notation in words.

    Args:
        question: with single spaces.
    """
    return " ".join(rewritten(question, _COMPILED).split()) if _SIGN.search(question) else question
