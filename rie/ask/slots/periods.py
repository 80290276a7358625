"""The periods of a question about figures: "Q3 2021", "fiscal 2020", "last quarter", "by quarter in 2021"."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from itertools import pairwise

from rie.ask.form import Match, Newest, Span
from rie.ask.names import english
from rie.ask.parse import Unreadable
from rie.ask.read import clauses
from rie.ask.slots.state import Slots
from rie.values import Period

_LINKS = ("and", "or", ",", "vs", "versus", "to", "with", "/", "against", "than", "the", "in", "for", "plus")
_LAST = re.compile(
    r"(?:the )?(?:last|past|previous|prior|preceding)\s+(?:(?P<count>\w+)\s+)?"
    r"(?P<fiscal>fiscal |financial )?(?P<unit>quarter|year)(?P<many>s)?",
    re.I,
)
_ENDED = re.compile(r"\b(?:ended|ending|months|to date|year to|ends)\b|\bytd\b", re.I)
_YEAR_ENDED = re.compile(r"\b(?:year|(?:12|twelve) months) (?:to|ended|ending|that ended)\b", re.I)
_SINCE = re.compile(
    r"(?:since|after)\b|from\b(?!.*(?:\bto\b|\bthrough\b|\buntil\b|\btill\b|[-\u2013]))|.*\b(?:onwards?|or later|and later)$", re.I
)
_ROLLING = re.compile(r".*(?:last|past|trailing|previous|next|coming)\s.*(?:day|week|month|mth)s?$|.*ago$", re.I)
_QUARTERLY = re.compile(r"q[1-4]|[1-4]q|quarter|qtr", re.I)
_BEFORE = ("over", "within", "across", "throughout", "during", "between")
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12}
_ADJECTIVES = {"quarterly": "quarter", "annual": "year", "yearly": "year", "annually": "year"}
_LATER = ("latest", "previous")


def periods(slots: Slots) -> None:
    """The periods that are asked for: of figures the reporting periods, of other facts when they were told."""
    if slots.series is None:
        clauses.periods(slots)
        return
    slots.use(*slots.all("beside", "dated", "whole"))
    found = [index for index in slots.all("period") if not _is_told(slots, index)]
    _check_linked(slots, found)
    if any(slots.norm(index - 1) in ("a", "an", "any") for index in slots.all("period")):
        raise Unreadable("unknown_period", "Ask for a period by its name: a quarter, a half-year or a year.")
    for index in found:
        before = index - 2 if slots.norm(index - 1) == "the" else index - 1
        slots.use(*([before] if slots.norm(before) in _BEFORE else []))
        if index not in slots.used:
            slots.use(index)
            _period(slots, index, found)
    _newest(slots)
    _grains(slots)
    slots.spans = [_fitting(slots, span) for span in slots.spans]


def _is_told(slots: Slots, index: int) -> bool:
    """ "reported in October 2021", "companies with results in October 2021": when figures were announced."""
    period: Period = slots.get(index, "period")
    verbs = (slots.get(before, "verb") for before in slots.all("verb") if before < index)
    announced = any(slots.layer.verbs[verb].announces for verb in verbs)
    told = announced or (not slots.named and not any(True for _ in slots.all("measure", "facet")))  # of no number, but of results
    if period.precision not in ("day", "week", "month") or not told or slots.norm(index - 1) == "for":
        return False
    slots.use(index)
    slots.period, slots.told = period, True
    return True


def _check_linked(slots: Slots, found: list[int]) -> None:
    comparing = any(True for _ in slots.all("compare"))
    for first, second in pairwise(found):
        for between in range(first + 1, second):
            beside = slots.has(between, "measure", "poss", "anaphor") and comparing  # "its 2016 revenue with its 2017 revenue"
            if slots.norm(between) not in (*_LINKS, "of") and not slots.has(between, "compare", "beside", "dated") and not beside:
                raise Unreadable("low_confidence", "The question names several periods; ask for one, or list them side by side.")
            if slots.norm(between) in _LINKS or slots.has(between, "compare"):
                slots.use(between)


def _period(slots: Slots, index: int, found: list[int]) -> None:
    text, period = slots.items[index].text, slots.get(index, "period")
    if english.VAGUE.match(text) and not text.lower().startswith("end of"):
        raise Unreadable("unknown_period", f"The period {text!r} is not understood; name a quarter or a year.")
    last = _LAST.fullmatch(text)
    if last and (last["unit"].lower() == "quarter" or last["many"] or last["fiscal"]):
        return _last(slots, index, last)
    if clauses.YEARLESS.fullmatch(text):
        dated = [slots.get(other, "period") for other in found if not clauses.YEARLESS.fullmatch(slots.items[other].text)]
        return _yearless(slots, period, dated)
    span = Span(_open(text, period), _match(slots, index, text, period))
    slots.spans.append(span)
    if span.match == "within" and not any(True for _ in slots.all("grain")) and len(found) == 1:
        slots.grain = "quarter" if _QUARTERLY.search(text) or (span.period.end - span.period.start).days < 300 else "year"
    return None


def _last(slots: Slots, index: int, match: re.Match[str]) -> None:
    """ "last quarter", "the last four quarters": what was reported last, not what the calendar says."""
    unit, word = match["unit"].lower(), (match["count"] or "").strip().lower()
    count = _COUNTS.get(word) or (int(word) if word.isdigit() else 1)
    year = next((i for i in range(index + 1, min(index + 3, len(slots.items))) if _is_year(slots, i)), None)
    if year is not None and unit == "quarter" and count == 1:
        slots.use(year, *range(index + 1, year))
        slots.spans.append(Span(Period.unit("quarter", slots.get(year, "period").start.year, 4)))
        return
    if count > 40:
        raise Unreadable("unknown_period", f"{match[0]!r} are more periods than can be shown.")
    slots.newest = Newest(slots.today, unit, count)


def _is_year(slots: Slots, index: int) -> bool:
    return slots.has(index, "period") and slots.get(index, "period").precision == "year"


def _yearless(slots: Slots, period: Period, dated: list[Period]) -> None:
    """A quarter without a year: of the other period of the question, of the one before, else the newest one reported."""
    quarter = (period.start.month + 2) // 3
    before = [span.period for span in slots.base.spans] if slots.base else []
    year = next((other.start.year for other in (*dated, *reversed(before)) if other.start.year > 1), None)
    if year is not None:
        slots.spans.append(Span(Period.unit("quarter", year, quarter)))
    elif slots.newest is None:
        slots.newest = Newest(slots.today, "quarter", 1, quarter)
    else:
        raise Unreadable("unknown_period", "Say of which year the quarters are.")


def _open(text: str, period: Period) -> Period:
    """ "since 2019" has no end."""
    return replace(period, end=datetime.date.max) if period.precision == "range" and _SINCE.match(text) else period


def _match(slots: Slots, index: int, text: str, period: Period) -> Match:
    beside = any(slots.has(near, "dated") for near in (index - 1, index + 1)) or "calendar" in text.lower()
    if "to date" in text.lower() or period.precision in ("day", "week") or _ROLLING.fullmatch(text):
        raise Unreadable("unknown_period", f"{text!r} is not a reporting period; ask for a quarter, a half-year or a year.")
    if _YEAR_ENDED.search(text):
        return "ended"
    if period.precision in ("quarter", "year"):
        return "days" if beside or _ENDED.search(text) else "name"
    return "days" if period.precision in ("half", "month") or _ENDED.search(text) else "within"


def _newest(slots: Slots) -> None:
    """ "latest revenue", "most recent quarter", "the last reported quarter"."""
    for index in slots.free(*_LATER):
        after = index + 1
        while slots.has(after, "beside", "article") or slots.norm(after) in ("reported", "fiscal", "full", "completed"):
            after += 1
        grain = slots.get(after, "grain") or _ADJECTIVES.get(slots.norm(after))
        year = next((i for i in range(after + 1, min(after + 3, len(slots.items))) if _is_year(slots, i)), None)
        if grain == "quarter" and year is not None:
            slots.use(index, after)
            slots.spans = [Span(Period.unit("quarter", slots.get(year, "period").start.year, 4))]
        elif (grain in ("quarter", "year") or slots.has(after, "measure", "facet", "noun", "value", "entity", "part")) and not slots.spans:
            slots.use(index, *([after] if grain else []))
            slots.newest = slots.newest or Newest(slots.today, grain)
        else:
            raise Unreadable("low_confidence", f"It is not clear what {slots.items[index].text!r} belongs to.")


def _grains(slots: Slots) -> None:
    for index in slots.free("grain"):
        grain = slots.get(index, "grain")
        if slots.norm(index) in _ADJECTIVES or _beside_period(slots, index, grain):
            slots.use(index)
        elif slots.norm(index).endswith("s") and not slots.has(index - 1, "group", "how_many", "which"):
            counted = slots.has(index - 1, "number")
            slots.use(index, *([index - 1] if counted else []))
            if not (counted and any(slots.get(i, "agg") == "sum" for i in slots.all("agg"))):
                slots.by.append(grain)
        else:
            continue
        _set_grain(slots, grain)


def _beside_period(slots: Slots, index: int, grain: str) -> bool:
    return any(slots.has(near, "period") and slots.get(near, "period").precision == grain for near in (index - 1, index + 1))


def _set_grain(slots: Slots, grain: str) -> None:
    if grain not in ("quarter", "year"):
        raise Unreadable("unknown_period", "Figures are of quarters and years.")
    if slots.grain not in (None, grain) or (slots.newest and slots.newest.grain not in (None, grain)):
        raise Unreadable("low_confidence", "The question asks for quarters and for years; ask for one of them.")
    slots.grain = grain
    if slots.newest:
        slots.newest = replace(slots.newest, grain=grain)


def _fitting(slots: Slots, span: Span) -> Span:
    """ "by quarter in 2021" asks for what lies within the year."""
    if slots.grain is None or span.period.precision == slots.grain or span.match == "within":
        return span
    if slots.grain == "quarter" and span.period.precision in ("year", "half", "range"):
        return Span(span.period, "within")
    raise Unreadable("low_confidence", "The period of the question is shorter than what is asked for.")


def set_grain(slots: Slots, grain: str) -> None:
    """Ask for figures of quarters or of years only.

    Raises:
        Unreadable: the question asks for the other ones too, or for months.
    """
    _set_grain(slots, grain)
    slots.spans = [_fitting(slots, span) for span in slots.spans]
