"""Pieces that the patterns of several rooms are made of: names, periods, the end of a question."""

from typing import Final

NAME: Final = (
    r"(?-i:[A-Z\d\u00c0-\u024f]|[a-z]+[A-Z\d])[\w&.\u00c0-\u024f-]*(?: (?:& |of |"
    r"and )?(?-i:[A-Z\u00c0-\u024f])[\w&.\u00c0-\u024f-]*){0,4}"
)
WHO: Final = rf"(?P<who>{NAME})"
WHEN: Final = r"(?P<when>(?: (?:in|during|over|throughout|since|between|from|for|before|after) [^?.,;:]{4,40}?)?)"
END: Final = r"(?=\s*[?.!]*\s*$)"
ENDS: Final = r"(?=(?:,? (?:please|pls))?\s*[?.!]*\s*$)"
