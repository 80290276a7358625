"""Paragraphs that open with the name of the part of the company that they are about: "Flow Control. Sales rose. Operating income was $25.9
million", where "Gross Profit. ..." beside it is of the whole.

A discussion of results by segment heads each of them so; one such opening alone is none.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from rie.pipeline.frame import Frame, Item

LEAST = 2  # paragraphs of a text that open so
_OPENS = re.compile(
    r"(?:^|\n)[ \t]*(?:[-*\u2022] )?(?P<part>[A-Z][\w&'\u2019/-]*(?: (?:and|of|the|&|[A-Z][\w&'\u2019/-]*)){0,4})"
    r"(?:\.|:| [-\u2013\u2014]+) (?=[A-Z][^\n]*\d)")
_PART = re.compile(r"[ \t]*(?:[-*\u2022] )?$")
_MARK = re.compile(r"(?:\.|:| [-\u2013\u2014]+) (?=[A-Z])")
_OF_ALL = re.compile(
    r"\b(?:the company|company-?wide|consolidated|in total|overall|the group|net income|net loss|net earnings|per (?:diluted )?share)\b",
    re.IGNORECASE)
_GENERAL = re.compile(  # what a paragraph of a report may be headed by that is no part of the company
    r"overview|outlook|summary|highlights|resources|liquidity|performance|information|matters|review|operations|operation"
    r"|position|flow|flows|sheet|activities|balance|repurchase|repurchases|buyback|buybacks|dividend|dividends|acquisition"
    r"|acquisitions|divestiture|divestitures|restructuring|inflation|seasonality|trends|environment|conditions|conclusion"
    r"|background|strategy|litigation|contingencies|segment|segments|risk|risks|call|webcast|contact|contacts|about|note"
    r"|notes|definitions|measures|tax|taxes|marketing|administrative|development|research|expense|expenses|cost|costs|backlog"
    r"|orders|bookings|headcount|employees|customers|capital|financing|investment|investments|pension|currency|weather|event"
    r"|impact|valuation|guidance|forecast|target|rating|price|recommendation|news|update|commentary|analyst|analysts|chairman"
    r"|president|officer|management|board|statement|comment|comments|trading|estimates|events|question|answer|operator"
    r"|corporate|other|depreciation|amortization|interest|inventory|inventories|debt|cash|receivables|comparison|quarter|year"
    r"|results|revenue|profit")


def run_in(text: str, is_whole: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Start and end of the names that paragraphs open with; none where only one does.

    Args:
        text: of a document.
        is_whole: whether a word in lower case names no part.
    """
    found = [match.span("part") for match in _OPENS.finditer(text) if _is_name(match["part"], is_whole)]
    if len({text[start:end] for start, end in found}) >= LEAST:
        yield from found


def _is_name(part: str, is_whole: Callable[[str], bool]) -> bool:
    words = [word for word in re.findall(r"[\w'\u2019-]+", part.lower()) if word not in {"and", "of", "the"}]
    return len(part) > 2 and bool(words) and not _GENERAL.fullmatch(words[-1]) and not is_whole(words[-1])


def headed(frame: Frame, label: str, items: Sequence[Item], text: str) -> int | None:
    """The part whose name opens the paragraph of a frame's metric, where its sentence speaks of it still."""
    here = items[frame.trigger]
    start = text.rfind("\n", 0, here.start) + 1
    number = next((i for i, item in enumerate(items) if item.label == label and start <= item.start < here.start), None)
    if number is None or not _PART.fullmatch(text, start, items[number].start) or not _MARK.match(text, items[number].end):
        return None
    others = any(item.label == label and item.sentence == here.sentence and item.start > items[number].start for item in items)
    sentence = text[max(text.rfind(". ", start, here.start) + 2, items[number].end) : here.end]
    return None if others or _OF_ALL.search(sentence) else number
