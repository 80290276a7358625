"""The words that stand over the columns of a table: periods, what begins a period that a line below ends, changes, units."""

import re

from rie.pipeline.tables.units import is_unit

LONGEST = 60  # characters of one cell of a header
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
YEAR = r"(?:(?:19|20)\d\d(?:[-/\u2013]\d\d)?|['\u2019]\d\d)"
_NUMBER = r"(?:three|six|nine|twelve|thirteen|twenty-six|thirty-nine|fifty-two|\d{1,2})"
_DAY = rf"(?:{MONTH} \d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)? {MONTH})"
_LASTING = (
    rf"(?:(?:for|in) )?(?:the )?(?:(?:{_NUMBER}[- ](?:months?|mos\.?|mths?|weeks?)|(?:full |fiscal |financial |half[- ])*years?"
    r"|(?:first |second |third |fourth |[1-4](?:st|nd|rd|th) |three[- ]months? )?(?:quarter|qtr|period)s?\.?)(?: period)?"
    r"(?: (?:ended|ending|to))?"
    r"|(?:first|second|third|fourth|[1-4](?:st|nd|rd|th)) (?:fiscal )?(?:quarter|half|qtr|(?:six|nine) months)|half[- ]year"
    r"|Q[1-4]|[1-4]Q|[12]H|H[12]|FY)")
PERIOD = (
    rf"(?:(?:(?:Q[1-4](?:-Q[1-4])?|[1-4]Q|H[12]|[12]H|(?:[369]|12)M|FY)[ /-]?(?:FY ?)?(?:{YEAR}|\d\d)|FY ?(?:{YEAR}|\d\d)"
    rf"|YTD[ -]?{YEAR}|{YEAR} YTD|{YEAR}[ -]?(?:Q[1-4]|[1-4]Q|H[12]|[12]H|FY)"
    rf"|\d{{1,2}}[-\u2013]\d{{1,2}}/{YEAR}"
    rf"|\d{{1,2}}[./]\d{{1,2}}[./]{YEAR}|\d{{1,2}}-{MONTH}-(?:{YEAR}|\d\d)"
    rf"|(?:\d{{1,2}} )?{MONTH}(?: ?[-\u2013] ?{MONTH})?(?: \d{{1,2}},?)? {YEAR}"
    rf"|{_LASTING},? (?:(?:\d{{1,2}} )?{MONTH}(?: \d{{1,2}},?)? )?(?:fiscal )?{YEAR}"
    rf"|(?:fiscal |full year )?{YEAR})(?: \(?(?:restated|(?:un)?audited)\)?)?)")
CHANGE = (
    r"(?:(?:%|in %)? ?\+/- ?%?|(?:[%\u0394] ?)?(?:change|chg\.?|growth|variance|variation|evolution|yoy|y-o-y|var\.?|diff\.?"
    r"|increase(?:/\(decrease\))?)(?:,? ?\(?(?:in )?(?:%|per cent|percent|pct)\)?)?|%)")
MARK = r"(?:[*\u00b9\u00b2]|\(\d\))?"
_PERIOD = re.compile(rf"{PERIOD}{MARK}:?", re.IGNORECASE)
_CHANGE = re.compile(rf"{CHANGE}{MARK}", re.IGNORECASE)
_LEAD = re.compile(rf"(?:{_LASTING}(?:,? {_DAY})?|(?:(?:ended|ending|to) )?{_DAY}|{_LASTING} {MONTH})(?: of)?[,:]*", re.IGNORECASE)
_LEADS = re.compile(rf"(?<!\S){_LASTING}(?:,? {_DAY})?[,:]*(?!\S)", re.IGNORECASE)
_DAY_ALONE = re.compile(rf"(?:(?:ended|ending|to) )?{_DAY}[,:]*", re.IGNORECASE)
_OUTLOOK = re.compile(rf"(?:{PERIOD} (?:guidance|outlook|forecast)|(?:guidance|outlook|forecast)(?: for)? {PERIOD})", re.IGNORECASE)
_OVER = re.compile(
    r"\(?(?:(?:un)?audited|restated|reviewed|group|consolidated|company|the group|notes?|actual|as reported)\)?", re.IGNORECASE)
_UNIT_BEHIND = re.compile(
    r"(?<=\d) (?:(?:[A-Z]{1,3})?[$\u20ac\u00a3\u00a5\u20b9]|[A-Z]{2,3})?['\u2019]?(?:000|m|mn|million|thousand|bn)s?$")
_PARTIAL = re.compile(  # what is no reporting period by itself: a year, a day
    rf"(?:{YEAR}|{_DAY},?(?: {YEAR})?|\d{{1,2}}[./-](?:\d{{1,2}}|{MONTH})[./-](?:{YEAR}|\d\d))"
    rf"(?: \(?(?:restated|(?:un)?audited)\)?)?{MARK}:?", re.IGNORECASE)

_MONTHS = re.compile(
    r"(?:(?:for )?(?:the )?(?:first )?(?P<number>three|six|nine|twelve|3|6|9|12)[- ]?(?:months?|mos\.?|mths?)"
    r"|(?:first )?(?P<half>half(?:[- ]year)?)|(?:full )?(?P<year>year)"
    rf"|(?P<quarter>quarter|qtr\.?))(?: (?:ended|to))?(?: {_DAY})?\W*", re.IGNORECASE)
_NUMBERS = {"three": 3, "six": 6, "nine": 9, "twelve": 12}
_COUNTED = {"half": 6, "year": 12, "quarter": 3}


def is_period(text: str) -> bool:
    """Whether a cell names a period or a day."""
    return bool(_PERIOD.fullmatch(plain(text)))


def is_outlook(text: str) -> bool:
    """Whether a cell names a period of which something is expected: "2025 guidance"."""
    return bool(_OUTLOOK.fullmatch(text.strip()))


def is_head(text: str) -> bool:
    """Whether a cell can be all that stands over a column: a period, or a change."""
    return len(text) <= LONGEST and (is_period(text) or bool(_CHANGE.fullmatch(text.strip())) or is_outlook(text))


def is_lead(text: str) -> bool:
    """Whether a cell begins a period that the line below it ends, a year not included: "Three Months Ended March 31,"."""
    return len(text) <= LONGEST and bool(_LEAD.fullmatch(" ".join(text.split())))


def leads(text: str) -> list[tuple[int, int]]:
    """Where the words that begin the periods of columns stand, where a line holds nothing else."""
    found = [match.span() for match in _LEADS.finditer(text)]
    return found if " ".join(text[low:high] for low, high in found) == text else []


def is_day(text: str) -> bool:
    """Whether a cell is a day without its year: "June 30,"."""
    return bool(_DAY_ALONE.fullmatch(" ".join(text.split())))


def is_partial(text: str) -> bool:
    """Whether a cell is a year or a day, which is no reporting period by itself."""
    return bool(_PARTIAL.fullmatch(plain(text)))


def months_of(text: str) -> int | None:
    """How many months a heading says that the periods of the rows below it last: "9 mos:", "Year:"."""
    match = _MONTHS.fullmatch(" ".join(text.split()))
    if match is None:
        return None
    number = next((value for name, value in _COUNTED.items() if match[name]), None)
    return number or _NUMBERS.get(match["number"].lower()) or int(match["number"])


def is_beside(text: str) -> bool:
    """Whether a cell or line of a header says nothing of periods: a unit, "Unaudited"."""
    return bool(_OVER.fullmatch(text.strip())) or is_unit(text)


def is_over_columns(text: str) -> bool:
    """Whether a cell may stand in a header."""
    return is_head(text) or is_lead(text) or is_beside(text)


def plain(text: str) -> str:
    """The words of a header's cell without the unit behind them: "2010 £'000"."""
    return _UNIT_BEHIND.sub("", " ".join(text.split()))
