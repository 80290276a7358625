"""The day on which the reported period closes, where a line of its own tells it: "Period ended February 28" under "2ND QTR NET"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rie.pipeline.frame import Item
from rie.values import Period
from rie.values.interval import add_months

_BEFORE = re.compile(
    r"(?:^|\n|[.:]|\bNOTE)\s*(?:(?:the|all|both|results(?: are)? for|for(?: the)?) )*(?:(?:periods?|results) )?"
    r"(?:end(?:ed|s|ing)?)(?: on)? $",
    re.IGNORECASE)
_LINE = re.compile(r"(?:^|\n)\s*$")
_ENDS = re.compile(r"(?: end(?:s|ed)?)\s*(?:[.\n]|$)", re.IGNORECASE)
_YEAR_BEHIND = re.compile(r" (?:YEAR|YR)\b")
_LENGTHS = (
    (3, re.compile(r"\b(?:[1-4](?:st|nd|rd|th)|first|second|third|fourth)[ -](?:fiscal )?q(?:uarter|tr)\b", re.IGNORECASE)),
    (6, re.compile(r"\b(?:six|6) m(?:on)?ths\b|\b(?:first|1st)[ -]half\b", re.IGNORECASE)),
    (9, re.compile(r"\b(?:nine|9) m(?:on)?ths\b", re.IGNORECASE)),
    (12, re.compile(r"\b(?:full )?(?:year|yr)\b|\b(?:12|twelve) m(?:on)?ths\b", re.IGNORECASE)))
_PRECISIONS = {3: "quarter", 6: "half", 12: "year"}
REACH = 40  # characters before such a day


def closing_days(text: str, items: Sequence[Item]) -> Iterator[tuple[int, Item]]:
    """The days that close the period of the title, as that period, by their numbers.

    Args:
        text: what the items' offsets refer to.
        items: the document's mentions.
    """
    title = text[: max((item.end for item in items if item.in_title and not item.key), default=0)]
    title = text.partition("\n")[0] if title else ""
    found = next(((months, match[0]) for months, pattern in _LENGTHS if (match := pattern.search(title))), None)
    for number, item in enumerate(items):
        period = item.value
        if found is None or not isinstance(period, Period) or period.precision != "day" or item.key:
            continue
        months, words = found
        own_year = item.in_title and _YEAR_BEHIND.match(text, item.end)
        if (not item.in_title and _closes(text, item)) or own_year:
            days = Period(add_months(period.end, -months), period.end, _PRECISIONS.get(months, "range"))
            yield number, replace(item, text=f"{words} ended {item.text}", value=days)


def _closes(text: str, item: Item) -> bool:
    """Whether a line, or a sentence of a note, only says that something ended on a day."""
    if _BEFORE.search(text[max(item.start - REACH, 0) : item.start]):
        return True
    return bool(_LINE.search(text[max(item.start - REACH, 0) : item.start]) and _ENDS.match(text, item.end))
