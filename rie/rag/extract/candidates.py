"""The spans of a sentence that could be an answer."""

import re
from collections.abc import Iterator
from typing import Final

from rie.rag.extract.asked import Asked
from rie.rag.extract.cues import cues
from rie.rag.extract.names import Candidate, is_place, names
from rie.rag.extract.vocabulary import Vocabulary
from rie.rag.words import words_of
from rie.values import PartialDate, find_money, find_percents, find_periods, fold

_PRICE: Final = re.compile(r"^ (?:a|per|each)(?: diluted| basic)? share\b|^-a-share\b|^ each\b")
_EACH: Final = re.compile(r"\b(?:per share|[Ss]hr|EPS)[^.]{0,30}$")
_SMALL: Final = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
_COUNT: Final = re.compile(rf"(?<![$€£\d.,])\b(?:\d[\d,.]*|{_SMALL})(?= ([a-z-]+)(?: ([a-z-]+))?)", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d,?")
_CUT: Final = {"year": 4, "month": 7, "day": 10}


def candidates(asked: Asked, sentence: str, published_at: str, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """The spans of a sentence that are of the kind that is asked for.

    Args:
        asked: what is asked for.
        sentence: the text.
        published_at: of its document; what dates without a year are told from.
        vocabulary: tells names from other words and from places.
    """
    match asked.kind:
        case "money" | "price_per_share":
            yield from _sums(sentence, asked.kind == "price_per_share", asked.currency)
        case "percent":
            yield from (Candidate(found.start, found.end, sentence[found.start : found.end]) for found in find_percents(sentence))
        case "date":
            yield from _dates(sentence, published_at)
        case "count":
            yield from (Candidate(found.start(), found.end(), found[0]) for found in _COUNT.finditer(sentence) if _counts(asked, found))
        case "type" | "status":
            pattern = cues().type if asked.kind == "type" else cues().status
            yield from (Candidate(found.start(), found.end(), found[0]) for found in pattern.finditer(sentence))
        case "place" | "name":
            places = asked.kind == "place"
            yield from (name for name in names(sentence, vocabulary.common) if _placed(sentence, name, vocabulary) == places)


def _placed(sentence: str, name: Candidate, vocabulary: Vocabulary) -> bool:
    return is_place(sentence, name) or fold(name.said) in vocabulary.places


def _sums(sentence: str, per_share: bool, currency: str | None) -> Iterator[Candidate]:
    for found in find_money(sentence):
        each = _PRICE.search(sentence[found.end :]) or _EACH.search(sentence[: found.start])
        if bool(each) == per_share and currency in (None, found.value.currency):
            yield Candidate(found.start, found.end, sentence[found.start : found.end])


def _counts(asked: Asked, found: re.Match[str]) -> bool:
    """Whether a number counts what the question asks for: the noun of "how many" follows it."""
    if _YEAR.fullmatch(found[0]):
        return False
    return any(word in asked.words[:1] for group in found.groups() if group for word in words_of(group))


def _dates(sentence: str, published_at: str) -> Iterator[Candidate]:
    """The dates of a sentence; at its end the document's own, in case that it says none."""
    anchor = PartialDate.parse(published_at) if published_at else None
    for found in find_periods(sentence, anchor, bounds=False):
        if found.value.precision in _CUT:
            yield Candidate(found.start, found.end, found.value.start.isoformat()[: _CUT[found.value.precision]])
    if published_at:
        yield Candidate(len(sentence), len(sentence), published_at)
