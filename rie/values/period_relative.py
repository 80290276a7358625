"""Dates and periods that are told from another date: "yesterday", "last Friday", "last quarter", "the past 12 months"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator

from rie.patterns import Begun
from rie.values.date import PartialDate
from rie.values.interval import DAY, Period, add_months, day_after
from rie.values.number import parse_number
from rie.values.period_atom import Atom, whole
from rie.values.period_forms import MONTH, month_number, part_number

Make = Callable[[re.Match[str], PartialDate], Period | None]

_S = r"[ \t\u00a0]{0,4}\n?[ \t\u00a0]{0,4}"
_LEFT = r"(?<![\w$'\u2019.-])"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = rf"(?:{'|'.join(_WEEKDAYS)}|(?:mon|tues?|wed|thu|thurs?|fri)(?![a-z]))"
_STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "prior": -1,
    "preceding": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
}
_MONTHS = {"month": 1, "mth": 1, "quarter": 3, "year": 12}
_COUNT = r"(?P<count>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty-four)"
_UNITS = r"(?P<unit>days?|weeks?|months?|mths?|quarters?|years?)"


def _today(match: re.Match[str], anchor: PartialDate) -> Period | None:
    shift = {"yesterday": -1, "tomorrow": 1}.get(match[0].lower(), 0)
    if anchor.day is None:
        return None if shift else whole(anchor)
    return Period.day(anchor.first + shift * DAY)


def _weekday(match: re.Match[str], anchor: PartialDate) -> Period | None:
    """The last one before or on the anchor; with "next" the first one after it."""
    if anchor.day is None or not _is_weekday(match):
        return None
    number = next(index for index, name in enumerate(_WEEKDAYS) if name.startswith(match["day"].lower()[:3]))
    back = (anchor.first.weekday() - number) % 7
    which = (match["which"] or "").lower()
    if which == "next":
        return Period.day(anchor.first + (7 - back) * DAY)
    return Period.day(anchor.first - (back or (7 if which in ("last", "past") else 0)) * DAY)


def _is_weekday(match: re.Match[str]) -> bool:
    """Short and lower-case ones need a word before that goes with dates."""
    before = match.string[max(match.start() - 8, 0) : match.start()]
    return bool(match["which"] or _DAY_CONTEXT.search(before)) or (match["day"][0].isupper() and len(match["day"]) > 5)


def _stepped(match: re.Match[str], anchor: PartialDate) -> Period | None:
    step = _STEPS[match["step"].lower()]
    unit = match["unit"].lower()
    if unit == "week":
        monday = anchor.first - anchor.first.weekday() * DAY + 7 * step * DAY
        return Period(monday, monday + 7 * DAY, "week") if anchor.day else None
    return _calendar(unit, anchor, step)


def _calendar(unit: str, anchor: PartialDate, step: int) -> Period | None:
    if unit == "year":
        return Period.unit("year", anchor.year + step)
    if anchor.month is None:
        return None
    length = {"month": 1, "quarter": 3, "half": 6}[unit]
    year, part = divmod(anchor.year * (12 // length) + (anchor.month - 1) // length + step, 12 // length)
    return Period.unit(unit, year, part + 1)


def _so_far(match: re.Match[str], anchor: PartialDate) -> Period | None:
    """From the start of the anchor's year, quarter or month to the anchor, inclusive."""
    unit = next((name for name in ("quarter", "month") if name in match[0].lower()), "year")
    current = _calendar(unit, anchor, 0)
    return current and Period(current.start, day_after(anchor.last), "range")


def _rolling(match: re.Match[str], anchor: PartialDate) -> Period | None:
    """The last (or next) so many days, weeks, months or years up to (or from) the anchor."""
    count, unit = _count(match), match["unit"].lower().rstrip("s")
    end = day_after(anchor.last)
    if anchor.day is None and unit in ("day", "week"):
        return None
    if match["step"].lower() in ("next", "coming"):
        return Period(end, _shift(end, unit, count), "range")
    return Period(_shift(end, unit, -count), end, "range")


def _ago(match: re.Match[str], anchor: PartialDate) -> Period | None:
    """As precise as its unit: "two years ago" is a year."""
    unit = match["unit"].lower().rstrip("s")
    step = -_count(match)
    if unit in ("day", "week"):
        return Period.day(_shift(anchor.first, unit, step)) if anchor.day else None
    return _calendar("month" if unit == "mth" else unit, anchor, step)


def _count(match: re.Match[str]) -> int:
    return int(parse_number(match["count"] or "1") or 1)


def _shift(day: datetime.date, unit: str, count: int) -> datetime.date:
    if unit in _MONTHS:
        return add_months(day, count * _MONTHS[unit])
    return day + count * (7 if unit == "week" else 1) * DAY


def _part_of_year(match: re.Match[str], anchor: PartialDate) -> Period | None:
    """ "third quarter of last year", "Q3 this year", "first half of this year"."""
    unit = "half" if "h" in match["unit"].lower() else "quarter"
    return Period.unit(unit, anchor.year + _STEPS[match["step"].lower()], part_number(match["part"]) or 1)


def _month_of_year(match: re.Match[str], anchor: PartialDate) -> Period | None:
    """ "September last year", "March 3 of this year"."""
    year, month = anchor.year + _STEPS[match["step"].lower()], month_number(match)
    day = match.groupdict().get("day")
    return Period.day(datetime.date(year, month, int(day))) if day else Period.unit("month", year, month)


def _half_of_year(match: re.Match[str], anchor: PartialDate) -> Period | None:
    """ "First half of the year", when that is over."""
    return _if_over(Period.unit("half", anchor.year, part_number(match["part"]) or 1), anchor)


def _if_over(period: Period, anchor: PartialDate) -> Period | None:
    """A part of "the year": of which year is plain when it is over."""
    return period if period.last <= anchor.first else None


def _first_of_year(match: re.Match[str], anchor: PartialDate) -> Period | None:
    """ "first nine months of 2016", "the last two quarters of this year"."""
    year = int(match["year"]) if match["year"] else anchor.year + _STEPS[(match["step"] or "this").lower()]
    length = _count(match) * _MONTHS[match["unit"].lower().rstrip("s")]
    current = Period.unit("year", year)
    if length > 12:
        return None
    if match["which"].lower() == "first":
        first = Period(current.start, add_months(current.start, length), "range")
        return first if match["year"] or match["step"] else _if_over(first, anchor)
    return Period(add_months(current.end, -length), current.end, "range")


_SO_FAR = rf"of{_S}the{_S}(?:calendar{_S})?year(?![a-z]|{_S}(?:ended|ending|to|through|end)(?![a-z]))"
_THE_YEAR = rf"(?P<step>this|last|next|previous|prior|current){_S}(?:fiscal{_S})?year(?![a-z])"
_SPELLED: tuple[tuple[str, Make], ...] = (
    (r"(?:today|yesterday|tomorrow|tonight)(?![a-z])", _today),
    (
        rf"(?:(?P<which>last|past|this|next){_S})?"
        rf"(?P<day>{WEEKDAY})(?![a-z]|\.[a-z]|['\u2019]s{_S}(?-i:[A-Z]))",
        _weekday,
    ),
    (
        rf"(?:(?:the|later|late|early){_S})?(?P<step>last|past|previous|prior|preceding|this|current|next|coming){_S}"
        rf"(?:fiscal{_S}|financial{_S}|calendar{_S})?(?P<unit>week|month|quarter|year|half)(?![a-z]|-)",
        _stepped,
    ),
    (
        rf"(?:earlier{_S}this{_S}(?:year|quarter|month)|so{_S}far{_S}this{_S}(?:year|quarter|month)"
        rf"|(?:year|quarter|month)[ -]to[ -]date|YTD|QTD|MTD)(?![a-z])",
        _so_far,
    ),
    (rf"(?:the{_S})?(?P<step>last|past|previous|trailing|next|coming){_S}{_COUNT}{_S}-?{_UNITS}(?![a-z])", _rolling),
    (rf"(?P<part>first|second|third|fourth|1st|2nd|3rd|4th){_S}-?{_S}(?P<unit>quarter|half|qtr){_S}(?:of{_S})?{_THE_YEAR}", _part_of_year),
    (rf"(?P<unit>[QH])(?P<part>[1-4]){_S}(?:of{_S})?{_THE_YEAR}", _part_of_year),
    (rf"(?-i:(?=[A-Z])){MONTH}{_S}(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?{_S})?(?:of{_S})?{_THE_YEAR}", _month_of_year),
    (rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_S}(?:of{_S})?{MONTH}{_S}(?:of{_S})?{_THE_YEAR}", _month_of_year),
    (
        rf"(?:the{_S})?(?P<which>first|last|final){_S}{_COUNT}{_S}-?(?P<unit>months?|mths?|quarters?){_S}(?:of{_S})?"
        rf"(?:(?:fiscal{_S})?(?P<year>(?:19|20)\d\d)(?!\d)|{_THE_YEAR})",
        _first_of_year,
    ),
    (rf"(?P<part>first|1st){_S}-?{_S}half{_S}{_SO_FAR}", _half_of_year),
    (
        rf"(?P<which>first){_S}{_COUNT}{_S}-?(?P<unit>months?|mths?|quarters?){_S}(?:{_SO_FAR}|(?P<year>(?!))(?P<step>))",
        _first_of_year,
    ),
    (rf"(?:{_COUNT}|an?){_S}{_UNITS}{_S}(?:ago|earlier)(?![a-z])", _ago),
)  # fmt: skip
_BEGINS = re.compile(
    _LEFT + r"(?=[\dacdefhjlmnopqstwy])(?=\d|to(?:day|morrow|night)|yesterday|mon|tue|wed|thu|fri|sat|sun|last|past|this|next|late"
    r"|early|previous|prior|preceding|current|coming|trailing|earlier|year|quarter|month|[yqm]td|first|second|third|fourth|final|q[1-4]|h[1-4]"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty"
    rf"|so{_S}far|an?{_S}(?:day|week|month|mth|quarter|year)"
    rf"|the{_S}(?:last|past|previous|prior|preceding|this|current|next|coming|trailing|first|final))", re.IGNORECASE)
_FORMS = Begun({place: re.compile(_LEFT + form, re.IGNORECASE) for place, (form, _) in enumerate(_SPELLED)}, _BEGINS)
_DAY_CONTEXT = re.compile(r"\b(?:on|by|since|until|till|before|after)\s$", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\n[ \t]")  # "Qtly div three cts vs three cts prior" over "Year"
_NOT_BEFORE = re.compile(r"(?:black|ruby|good|cyber|super|ash|easter|bloody)\s$", re.IGNORECASE)


def relative(text: str, anchor: PartialDate) -> Iterator[Atom]:
    """The dates and periods of a text that are told from the anchor, in no order and with overlaps.

    What the anchor is not precise enough for is left out: "yesterday" of a document dated "2016-11".
    """
    for place, match in _FORMS.matches(text):
        apart = _NOT_BEFORE.search(text[max(match.start() - 7, 0) : match.start()]) or _PARAGRAPH.search(match[0])
        period = None if apart else _made(_SPELLED[place][1], match, anchor)
        if period is not None:
            yield Atom(*match.span(), period=period)


def _made(make: Make, match: re.Match[str], anchor: PartialDate) -> Period | None:
    try:
        return make(match, anchor)
    except (ValueError, OverflowError):
        return None
