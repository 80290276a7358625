"""Philippine pesos that are written with a capital P: "P3.8 billion", in a text that speaks of the Philippines."""

from __future__ import annotations

import re
from typing import Final

SIGN: Final = "\u20b1"
_CAPITAL: Final = re.compile(
    r"(?<![\w$\u20ac\u00a3.-])P(?=\d[\d,]*(?:\.\d+)?(?:\s?(?:-|\u2013|to)\s?\d[\d,]*(?:\.\d+)?)?\s?(?:[mb]n?\b|million|billion|trillion)"
    r"|\d{1,3}(?:,\d{3})+\b|\d+\.\d\d\b)", re.IGNORECASE
)
_PLACES: Final = re.compile(r"\b(?:(?i:Philippines?|Filipinos?|Manila|Makati|Quezon|Taguig|Cebu|Davao)|Php)\b|\u20b1")
_OTHERS: Final = re.compile(r"\b(?:Botswana|Gaborone|pulas?)\b")


def with_peso_signs(text: str) -> str:
    """The text, of the same length, with the sign of the peso for such a P.

    Args:
        text: a document.
    """
    if "P" not in text or not _PLACES.search(text) or _OTHERS.search(text):
        return text
    return _CAPITAL.sub(lambda match: SIGN if match[0] == "P" else match[0], text)
