"""Found names that the document itself uses as those of clinical studies, or as plain words.

"LANTERN" of a text that tells of "the Phase 2b LANTERN study" is no company; nor is the heading "Research and Development" over
"Research and development expenses fell".
"""

import re

from spacy.tokens import Span

_STUDY = re.compile(
    r"\bphase (?:\d|i+)[a-d]?(?:/(?:\d|i+)[a-d]?)? (?:[a-z]+ )?(?-i:([A-Z][A-Z\d-]{2,}))\b"
    r"|(?-i:\b([A-Z][A-Z\d-]{2,})) (?:phase (?:\d|i+)[a-d]? )?(?:clinical |registrational |pivotal |extension )?"
    r"(?:trials?|stud(?:y|ies))\b",
    re.IGNORECASE)
_PHASE = re.compile(r"\b(?:phase (?:\d|i+)[a-d]?\b|clinical trial|patients\b)", re.IGNORECASE)


def studies(text: str) -> frozenset[str]:
    """The names of the clinical studies of a text."""
    if not _PHASE.search(text):
        return frozenset()
    return frozenset(match[1] or match[2] for match in _STUDY.finditer(text))


def is_phrase(span: Span, text: str) -> bool:
    """Whether a found name of several words stands elsewhere in the text with small letters behind the first.

    Args:
        span: of the recogniser.
        text: of the document.
    """
    first, _, rest = span.text.partition(" ")
    plain = f"{first} {rest.lower()}"
    return bool(rest) and plain != span.text and rest.replace(" ", "").isalpha() and re.search(
        rf"(?i:\b{re.escape(first)}) {re.escape(rest.lower())}\b", text) is not None
