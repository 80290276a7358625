"""What a note says of the period that figures are compared with: "Year-ago period ended Feb 1, 1986", "1985 is for eight months because the
company changed its fiscal year", "17 weeks vs 16 weeks". Such a period is not the one a year before.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from rie.pipeline.frame import Item
from rie.values import Period, Reported

_COUNT = r"(?:\d\d?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)"
_EARLIER = (
    r"(?:(?:the )?(?:year-ago|year-earlier|prior|previous|prior-year|last year'?s?|comparable|comparative)(?: fiscal)?"
    r"(?: (?:year|qtr|quarter|period|[a-z]+ (?:mths|months)|half|figures?|results|data|,|and|are for|is for)){0,4}"
    r"|(?:year|qtr|quarter|period)s? prior|(?P<year>19\d\d|20\d\d)"
    r"(?: (?:[1-4](?:st|nd|rd|th)|first|second|third|fourth|qtr|quarter|year|period|half|[a-z]+ (?:mths|months)|fiscal|figures?|results"
    r"|and|is for|are for|,)){0,6})")
_ENDED = re.compile(rf"\b{_EARLIER}(?: the)? ended $", re.IGNORECASE)
_WEEKS = rf"{_COUNT}(?:[- ]weeks?)?"
_UNEVEN = re.compile(
    rf"\b{_WEEKS} (?:vs\.?|versus|against|compared (?:with|to)|and)(?: an?)? {_COUNT}[- ]weeks?\b"
    r"|\b(?:was|were|is|are|has|had|ha[sd] been|contain\w*|includ\w*|consist\w*|compris\w*|reflects?)"
    rf"(?: an?| of| the| extra| additional)* {_COUNT}[- ]weeks?\b"
    r"|\b(?:one|two|three|an extra|an additional|additional) (?:more |less |fewer |extra |additional )?weeks? (?:more|less|longer|than)\b"
    r"|\b(?:one|two|three|an) (?:more|extra|additional|fewer|less) weeks?\b", re.IGNORECASE)
_CHANGED = re.compile(
    r"\bchang\w+(?: (?:in|of|to|its|the|their|company'?s|from))* (?:fiscal|financial|business|accounting) (?:year|period)"
    r"|\bchang\w+ to (?:a )?(?:calendar|fiscal|december) year|\bfiscal year(?:[- ]end)? (?:was )?change"
    rf"|\b(?:is|are|results?) for (?:the )?{_COUNT} (?:mths|months)\b|\bended dec(?:ember|\.)? 31 and (?:19|20)\d\d ended\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|11|eleven|\d\d)[- ]month (?:period|year|results)\b", re.IGNORECASE)
_CURRENT = re.compile(r"\bcurrent (?:results?|year|period)[^.\n]{0,20} for \d\d (?:mths|months)", re.IGNORECASE)
_NOTE = re.compile(r"(?:^|\n)\s*note\b", re.IGNORECASE)
REACH = 90  # characters before a day in which it is said what ended on it
NEAR = 45  # days by which the year before may end earlier or later than a year ago
YEAR = 365
LATE = 500  # days between the end of a period and that of the one of a year before, at most


class YearBefore:
    """The periods that one document compares its own with.

    Args:
        text: what the items' offsets refer to.
        items: the document's mentions.
    """

    def __init__(self, text: str, items: Sequence[Item]) -> None:
        note = _NOTE.search(text)
        told = text[note.start() :] if note else ""
        self.ends = sorted(set(self._ends(text, items, note.start()))) if note else []
        self.uneven = bool(_UNEVEN.search(told))  # counted in weeks, of which the one has more
        self.changed = bool(_CHANGED.search(told))  # how many months a period has is not told by its name
        self.longer = bool(_CURRENT.search(told))

    def _ends(self, text: str, items: Sequence[Item], start: int) -> Iterator[date]:
        for item in items:
            days = item.value if isinstance(item.value, Period) and item.value.precision == "day" else None
            told = days is not None and not item.key and item.start > start
            match = _ENDED.search(text, max(item.start - REACH, start), item.start) if told else None
            if match and days:
                year = int(match["year"]) if match["year"] else None
                yield days.last if year is None or year - days.last.year in {0, -1} else days.last.replace(year=year)

    def of(self, told: Reported, before: Reported) -> Reported:
        """The period before, as a note tells it.

        Args:
            told: the reported one.
            before: the one that would be so many months earlier.
        """
        near = [end for end in self.ends if told.end is None or YEAR - NEAR <= (told.end - end).days <= LATE]
        if near and (before.year or before.quarter or before.end):
            return replace(before, start=None, end=near[0])
        return replace(before, start=None, end=None) if self.changed or self.uneven else before

    def starts(self, told: Reported) -> bool:
        """Whether the first day of the reported period follows from its last."""
        return told.start is None or not (self.uneven or self.changed)
