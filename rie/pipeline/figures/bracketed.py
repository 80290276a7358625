"""Figures in brackets right behind another: "net sales of SEK 1,284 million (1,197)" tells those of the year before, in the same unit.

Of "SEK 6,214 (7,402) million" the scale is that of both.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from rie.pipeline.frame import Item
from rie.values import Money, Period
from rie.values.number import parse_number, tidy

NOTE = 20  # times that a sum is larger than the number of a note behind it: "SEK 1,284 million (1)"
LEAST = 10  # numbers of notes are smaller
_OPENS = re.compile(r"\s?\((?:[^()\d]{0,12}(?:(?:[HQ]\d )?(?:19|20)\d\d|(?<=FY)['’]?\d\d)?[:;]\s?)?[-\u2212\u2013]?\s?")
_DIGITS = re.compile(r"\d[\d,\u00a0]*(?:\.\d+)?")
_EITHER = re.compile(r"\(\s*loss\w*\s*\)", re.IGNORECASE)  # "Income (loss)  4.1 (2.0)": brackets are of losses
_OVER = re.compile(r"\b(?:on|from|than|over|versus|vs\.?|against|compared (?:with|to))(?: the)? $")  # "up 8% on Q2 (A$42.8 million)"
_SHARED = re.compile(r"\)(?:\s?%)?\s(?P<scale>thousand|millions?|mn|mln|m|billion|bn|crores?|lakhs?)\b", re.IGNORECASE)
_SCALED = re.compile(r"(?:[a-z]{2,}|\d\s?[mbk]n?)\s*$", re.IGNORECASE)
_LINE = 80  # characters before a figure in which the label of its line says so


def bracketed(text: str, items: Sequence[Item]) -> Iterator[tuple[int, Item]]:
    """The figures in brackets with what the figure, or the period that is compared with, before them gives them, and their numbers.

    Args:
        text: what the items' offsets refer to.
        items: the document's mentions.
    """
    figures = [number for number, item in enumerate(items) if isinstance(item.value, Money | Decimal)]
    for before, number in pairwise(figures):
        one, other = items[before], items[number]
        if scaled := _in_scale_behind(text, one, other):
            one = scaled
            yield before, one
        if text[other.end : other.end + 1] != ")" or not _OPENS.fullmatch(text, one.end, other.start):
            continue
        if _EITHER.search(text[max(one.start - _LINE, 0) : one.start].rpartition("\n")[2]):
            continue
        yield number, replace(_in_unit_of(one, other), beside=True)
    for period, item in pairwise(range(len(items))):
        one, other = items[period], items[item]
        compared = isinstance(one.value, Period) and isinstance(other.value, Money) and text[one.end : other.start] == " ("
        if compared and text[other.end : other.end + 1] == ")" and _OVER.search(text, max(one.start - _LINE, 0), one.start):
            yield item, replace(other, beside=True)


def _in_scale_behind(text: str, one: Item, other: Item) -> Item | None:
    """A sum in the scale that stands behind the brackets: "SEK 6,214 (7,402) million"."""
    shared = _SHARED.match(text, other.end) if _OPENS.fullmatch(text, one.end, other.start) else None
    scale = parse_number(f"1 {shared['scale'].lower()}") if shared else None
    plain = isinstance(one.value, Money) and one.value.high is None and not _SCALED.search(one.text)
    if shared is None or scale is None or not plain:
        return None
    return replace(one, text=f"{one.text} {shared['scale']}", value=replace(one.value, amount=tidy(one.value.amount * scale)))


def _in_unit_of(one: Item, other: Item) -> Item:
    """A bare number in the unit of the figure before it; what has a unit of its own stays as it is."""
    plain = _DIGITS.search(one.text)
    if not isinstance(other.value, Decimal) or other.label == one.label or not _DIGITS.fullmatch(other.text.lstrip("-\u2212\u2013")):
        return other
    if isinstance(one.value, Decimal):
        return replace(other, label=one.label)
    if not isinstance(one.value, Money) or one.value.high is not None or plain is None:
        return other
    written = Decimal(re.sub(r"[,\u00a0]", "", plain[0]))
    note = abs(other.value) < LEAST and written > NOTE * abs(other.value) and other.value == other.value.to_integral_value()
    if not written or note:
        return other
    return replace(other, label=one.label, value=Money(other.value * one.value.amount / written, one.value.currency))
