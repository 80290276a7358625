"""Reporting periods: which fiscal year and quarter, and which days, words like "third quarter", "fy 2021" or "the year" mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from rie.values.date import PartialDate
from rie.values.interval import DAY, Period, add_months
from rie.values.period_forms import ending_year, part_number, short_year

_QUARTER = re.compile(
    r"\bf?q([1-4])(?!\d{3})|\bf?([1-4])q|\b(first|second|third|fourth|[1-4](?:st|nd|rd|th))[\s-]+(?:fiscal[\s-]+)?(?:quarter|qtr)",
    re.IGNORECASE)
_YEAR = re.compile(
    r"(?:\b|\bfy?[-']?|(?<=[1-4][qh]))((?:19|20)\d\d(?:[-/\u2013]\d\d(?![-\d]))?)\b"
    r"|(?:\bfy|['’‘]|(?<=q[1-4])|(?<=[1-4]q)|(?<=q[1-4]/)|fiscal )[-']?(\d\d)\b", re.IGNORECASE)
FISCAL = re.compile(r"\b(?:fiscal|financial|fy|fq[1-4]|f[1-4]q|f(?=(?:19|20)\d\d))|\b(?:19|20)\d\d[-/\u2013]\d\d(?![-\d])", re.IGNORECASE)
_HEADED = r"(?-i:\b(?:YEAR|YR|HALF|MONTHS) (?=[A-Z]{3}))"  # "YEAR APRIL 30", of a headline
ENDS = re.compile(  # in a period that is told with its last day
    rf"\bend(?:ed|ing|s)?\b|(?:\b(?:months|mths|weeks|quarter|half|half-year|year)) to\b|\bqtr (?=[a-z]{{3}})|{_HEADED}", re.IGNORECASE)
_PART = re.compile(r"\b(?:nine|six|9|6)[\s-]+m(?:on)?ths?\b|\bhalf\b", re.IGNORECASE)
_ENDED = re.compile(
    rf"\b(?:ended|ending|end|ends|to|through)\b|\b(?:qtr|mths) (?=[a-z]{{3}})|{_HEADED}"
    r"|\b\d{1,2}[-\u2013]\d{1,2}/(?=\d{4})|\b(?:[369]|12)m(?=[ /-]?\d)"
    r"|(?<=jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]*[ -](?:quarter|qtr|half)"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]*\s?[-\u2013]\s?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE)
_OWN_MONTHS = re.compile(r"\d{1,2}m[ /-]?fy", re.IGNORECASE)  # "9M FY2016": of which months is not told
_OF_YEAR = re.compile(r"\bof (?:the|this|last|the (?:previous|prior)) year$", re.IGNORECASE)
_OF_QUARTERS = re.compile(r"q\d.*q\d|\dq.*\dq", re.IGNORECASE)
_YEAR_BEFORE = re.compile(
    r"\b(?:last|prior|previous|preceding)[\s-]+(?:fiscal[\s-]+|financial[\s-]+)?year\b|\byear[\s-]+(?:ago|earlier|before)\b", re.IGNORECASE)
_QUARTER_BEFORE = re.compile(r"\b(?:last|prior|previous|preceding)[\s-]+(?:fiscal[\s-]+)?(?:quarter|qtr)\b", re.IGNORECASE)
_WEEK = 7
_LAST = 4  # the quarter that ends with its year
_CLOSES_IN_ITS_YEAR = range(4, 13)  # years that close in other months are named after either of two
_YEARLONG = 360
_MONTHS = {"quarter": 3, "half": 6, "nine_months": 9, "year": 12}


@dataclass(frozen=True, slots=True)
class Reference:
    """The reporting period that a document is about: `quarter` is None for a whole year. `fiscal` says that a company's own year counts."""

    year: int
    quarter: int | None = None
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Reported:
    """A reporting period: fiscal year and quarter (None: the whole year), first and last day; None for what is not told."""

    year: int | None = None
    quarter: int | None = None
    start: date | None = None
    end: date | None = None


def last_quarter(day: PartialDate) -> Reference:
    """The last calendar quarter that was over on a day: what is reported then."""
    number = day.first.year * 4 + (day.first.month - 1) // 3 - 1
    return Reference(number // 4, number % 4 + 1)


def reported(text: str, period: Period | None, kind: str | None, reference: Reference | None, *, ahead: bool = False,
             shift: int = 0, calendar: bool = True) -> Reported:
    """The reporting period that a mention means.

    Args:
        text: the mention with the word before it ("fiscal third quarter", "three months ended June 30").
        period: the days that the value grammar gives it, None for words without a date ("the quarter").
        kind: of a word without a date: `quarter`, `half`, `nine_months` or `year`.
        reference: the period that the document reports; without it what has no year stays undated.
        ahead: whether the figure is expected: then a period without a year is the next one, else the last one.
        shift: quarters by which the company's count is ahead of the calendar's.
        calendar: whether a quarter or year is one of the calendar unless it is called fiscal; never so where `reference` is fiscal.
    """
    quarter, year = _quarter(text), _year(text)
    dated = calendar and not (reference and reference.fiscal) and not FISCAL.search(text)
    if _OWN_MONTHS.search(text):
        return Reported()
    if period is not None and _ENDED.search(text) and period.precision in {"day", "range", "quarter", "half", "year"}:
        return _ended(text, period, quarter, shift)
    if period is not None and period.precision == "range" and _OF_QUARTERS.search(text):
        return Reported(start=period.start, end=period.last)
    if period is not None and _OF_YEAR.search(text) and (period.precision == "half" or _is_part(period)):
        return Reported(start=period.start, end=period.last) if dated else Reported()
    if quarter is not None:
        told = year if year is not None else _year_said(text, period, reference) or _year_of(quarter, reference, ahead)
        return _dated(told, quarter) if year is not None and dated else Reported(told, quarter)
    if year is not None and period is not None and (_PART.search(text) or _is_part(period)):
        return Reported(start=period.start, end=period.last)
    if year is not None and (period is None or period.precision in {"year", "range"}):
        return _dated(year, None) if dated else Reported(year)
    if period is not None and period.precision in {"month", "half"} and year is not None:
        return Reported(start=period.start, end=period.last)
    if reference and reference.fiscal and reference.quarter and _QUARTER_BEFORE.search(text):
        return earlier(Reported(reference.year, reference.quarter), _MONTHS["quarter"])
    return _undated(kind or ("year" if period is not None and period.precision == "year" else None), reference, ahead)


def named_after(told: Reported, latest: Reported, name: Reported) -> Reported:
    """A quarter that the text dates to the day, with the year and quarter that the text names the latest such quarter by.

    Args:
        told: what a row is of.
        latest: the last dated quarter of the document.
        name: fiscal year and quarter that the document reports.

    Returns:
        `told`, with fiscal year and quarter where it is `latest` or the quarter a year before.
    """
    if told.year is not None or not (told.end and latest.end and name.year and name.quarter) or not is_quarter(told):
        return told
    years = round((latest.end - told.end).days / 365)
    near = abs((latest.end - told.end).days - 365 * years) <= _WEEK + 1
    return Reported(name.year - years, name.quarter, told.start, told.end) if near and years in {0, 1} else told


def _is_part(period: Period) -> bool:
    """Whether a stretch is some months of a year: "Jan-Jun 2021"."""
    return period.precision == "range" and (period.end - period.start).days < _YEARLONG


def is_quarter(told: Reported) -> bool:
    """Whether the days of a period are about as many as those of a quarter."""
    return told.start is not None and told.end is not None and 80 <= (told.end - told.start).days <= 100


def earlier(told: Reported, months: int) -> Reported:
    """The period so many months before: 12 for the year before, 3 for the quarter before."""
    start, end = (day and add_months(day, -months) for day in (told.start, told.end and told.end + DAY))
    year, quarter = told.year, told.quarter
    if year is not None:
        number = year * 4 + (quarter or 4) - 1 - months // 3
        year, quarter = number // 4, number % 4 + 1 if quarter else None
    return Reported(year, quarter, start, end and end - DAY)


def _quarter(text: str) -> int | None:
    match = _QUARTER.search(text)
    if match is None:
        return None
    return part_number(match[1] or match[2] or match[3])


def _year(text: str) -> int | None:
    match = _YEAR.search(text)
    if match is None:
        return None
    return ending_year(match[1]) if match[1] else short_year(int(match[2]))


def _ended(text: str, period: Period, quarter: int | None, shift: int) -> Reported:
    """ "Three months ended June 30, 2021": dated exactly; a quarter or year that ends with one of the calendar is named after it."""
    months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month
    end = period.last
    if quarter is not None and months == 3:
        told, named = closing(period, quarter), _year(ENDS.split(text)[0]) if FISCAL.search(text) else None
        return replace(told, year=named) if named is not None and abs(named - period.last.year) <= 1 else told
    if months == 3 and period.end.day == 1 and end.month % 3 == 0:
        number = end.year * 4 + end.month // 3 - 1 + shift
        return Reported(number // 4, number % 4 + 1, period.start, end)
    if months == 12 or _YEARLONG <= (period.end - period.start).days <= _YEARLONG + 12:
        return Reported(_year_ended(end), None, period.start, end)
    return Reported(start=period.start, end=end) if months >= 1 else Reported()


def closing(period: Period, quarter: int) -> Reported:
    """The quarter of so many that ends with a stretch of days, in the year that closes with its fourth."""
    closes = add_months(period.last, _MONTHS["quarter"] * (_LAST - quarter))
    year = closes.year if closes.month in _CLOSES_IN_ITS_YEAR else _year_ended(period.last) if quarter == _LAST else period.last.year
    return Reported(year, quarter, period.start, period.last)


def _year_ended(day: date) -> int:
    """The year that ends on a day: of one counted in weeks, "52 weeks ended January 3", the one before."""
    return day.year - (day.month == 1 and day.day <= _WEEK)


def _dated(year: int | None, quarter: int | None) -> Reported:
    if year is None:
        return Reported(None, quarter)
    days = Period.unit("quarter", year, quarter) if quarter else Period.unit("year", year)
    return Reported(year, quarter, days.start, days.last)


def _year_said(text: str, period: Period | None, reference: Reference | None) -> int | None:
    """The year of "the third quarter of last year": a company's own, or that of the calendar."""
    if not _YEAR_BEFORE.search(text):
        return None
    if reference is not None and reference.fiscal:
        return reference.year - 1
    return period.start.year if period is not None else None


def _year_of(quarter: int, reference: Reference | None, ahead: bool) -> int | None:
    """The year of a quarter that is named without one."""
    if reference is None:
        return None
    latest = reference.quarter or 4
    if ahead:
        current = quarter > latest or (quarter == latest and not reference.fiscal)  # just over, and not yet reported
        return reference.year if current else reference.year + 1
    return reference.year if quarter <= latest else reference.year - 1


def _undated(kind: str | None, reference: Reference | None, ahead: bool) -> Reported:
    if reference is None or kind is None:
        return Reported()
    latest = reference.quarter or 4
    if kind == "year":
        return Reported(reference.year + (latest == 4) if ahead else reference.year - (latest != 4))
    if kind == "quarter" and reference.quarter and not ahead:
        return Reported(reference.year, latest)
    return Reported()
