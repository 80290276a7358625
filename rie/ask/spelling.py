"""What people type in a hurry, written out: "whats", "w/", "q4 17", "'16", "per cent"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ORDINALS: Final = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_NTH: Final = "|".join(_ORDINALS)
_OF_YEAR: Final = r"quarters?,?(?: of| in)? (?P<year>(?:19|20)\d\d)\b"
Rewrite = str | Callable[[re.Match[str]], str]


def _year(digits: str) -> str:
    return f"{'20' if int(digits) < 50 else '19'}{digits}"


def _quarters(found: re.Match[str]) -> str:
    """ "the third and fourth quarters of 2017"."""
    one, two = (_ORDINALS[found[name].lower()] for name in ("one", "two"))
    link = "and" if found["link"].lower().split()[0] in ("and", "plus", "&") else found["link"]
    return f"Q{one} {found['year']} {link} Q{two} {found['year']}"


_REWRITES: Final[tuple[tuple[re.Pattern[str], Rewrite], ...]] = tuple(
    (re.compile(pattern, re.IGNORECASE), text)
    for pattern, text in (
        (r"(?<![\w'])(what|who|when|where|how)s\b", r"\1's"),
        (r"(?<![\w/])w/o(?!\w)", "without"),
        (r"(?<![\w/])w/ ?(?=\w)", "with "),
        (r"\bper cents?\b", "percent"),
        (r"(?<!\w)A\$(?!\s?\d)", "AUD"),
        (r"(?<!\w)C\$(?!\s?\d)", "CAD"),
        (r"\bop (?=(?:profits?|income|margins?|loss)\b)", "operating "),
        (r"\byrs?\b", "year"),
        (r"\b(non[- ]|no |the )us\b(?! (?:all|to|in|and|a|the|how|what|which|who|when|know)\b)", r"\1US"),
        (r"\bus and uk\b", "US and UK"),
        (
            r"\b(q[1-4])\s*(?:fy\s*)?['\u2019]?(0\d|1\d|2\d)\b(?![\d%]|\s?(?:million|billion|thousand|mln|bn|[mk])\b)",
            lambda found: f"{found[1].upper()} {_year(found[2])}",
        ),
        (r"(?<![\w\d'\u2019])['\u2019](0\d|1\d|2\d)\b(?!\d)", lambda found: _year(found[1])),
        (r"\b((?:19|20)\d\d)\s*(?:->|=>|\u2192)\s*((?:19|20)\d\d)\b", r"\1 to \2"),
        (r"(?<![\d/])(0[1-9]|1[0-2])/((?:19|20)\d\d)\b", lambda found: f"{_MONTHS[int(found[1]) - 1]} {found[2]}"),
        (rf"\b(?P<one>{_NTH})(?: quarters?)? (?P<link>and|plus|to|&)(?: the)? (?P<two>{_NTH}) {_OF_YEAR}", _quarters),
        (r"\bfirst (?:two|2) quarters (?:of |in )?((?:19|20)\d\d)\b", r"Q1 \1 and Q2 \1"),
        (r"\b(?:last|final) quarter of ((?:19|20)\d\d)\b", r"Q4 \1"),
        (r"\b(\d+(?:\.\d+)?) ?mil\b", r"\1 million"),
        (r"\ba mil(?:lion)?\b(?= dollars|[?.,!]?$)", "1 million"),
    )
)  # fmt: skip


def written_out(question: str) -> str:
    """A question with what is usually typed short written out.

    Args:
        question: as it was asked, with single spaces.
    """
    for pattern, text in _REWRITES:
        question = pattern.sub(text, question)
    return question
