"""Periods in running text and in questions: closed-open intervals with a precision."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import replace

from rie.values.date import PartialDate
from rie.values.day_first import in_order
from rie.values.found import Found, without_overlaps
from rie.values.interval import DAY, Period, add_months, day_after, unit_of
from rie.values.number import parse_number
from rie.values.period_atom import Atom, resolve
from rie.values.period_forms import named
from rie.values.period_relative import WEEKDAY, relative
from rie.values.period_shared import THROUGH, share_year

__all__ = ["Period", "find_periods", "parse_period"]

_S = r"[ \t\u00a0]{0,4}\n?[ \t\u00a0]{0,4}"
_AND = re.compile(rf"{_S}(?:and|to|-){_S}", re.IGNORECASE)
_BETWEEN = re.compile(rf"(?<![a-z])between{_S}$", re.IGNORECASE)
_FROM = re.compile(rf"(?<![a-z])from{_S}$", re.IGNORECASE)
_BOUND = re.compile(
    r"(?<![a-z])(?P<word>since|as of the start of|after|before|prior to|until|till|up to|through|by|not later than|no later than|"
    rf"from|starting(?: in| from)?|beginning(?: in)?|onwards? from){_S}(?:the{_S}(?P<edge>start|beginning|end){_S}of{_S})?(?:the{_S})?$",
    re.IGNORECASE,
)
_ONWARDS = re.compile(rf"{_S}(?:onwards?|and later|or later|to date|to now|to today|until now|until today)(?![a-z])", re.IGNORECASE)
_FISCAL_YEAR = rf"(?:FY{_S}|(?:fiscal|financial){_S}(?:year{_S})?)(?:(?:19|20)\d\d|['\u2019]?\d\d(?!\d))(?![/-]\d)"
_LENGTH = re.compile(
    rf"(?<![a-z0-9-])(?:the{_S})?(?:(?:last|first|past|fiscal|full|financial){_S})*"
    rf"(?:(?P<count>\d{{1,2}}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|eighteen|twenty-six|thirty-nine"
    rf"|fifty-two){_S}-?{_S}(?P<units>months?|mths?|mos?\.?|weeks?|wks?|quarters?|years)"
    rf"|(?:{_FISCAL_YEAR}(?:['\u2019]s)?{_S})?(?:(?:first|second|third|fourth|1st|2nd|3rd|4th){_S}-?{_S})?"
    r"(?P<unit>month|quarter|half[ -]year|half|years?|yr|qtr|h[12]|[12]h|q[1-4]|[1-4]q)"
    rf"(?:{_S}(?:(?:of|in|for){_S}(?:the{_S}|its{_S})?)?{_FISCAL_YEAR})?)"
    rf"(?:{_S}period)?{_S}\(?(?:(?:(?:that|which|,{_S}which|,(?={_S}end)){_S})?(?P<word>ended|ending|ends|to|through|end){_S}(?:(?:on|in){_S})?(?:(?:the{_S})?end(?:{_S}of{_S}|{_S}-?))?"
    r"|(?<=qtr )|(?<=mths )|(?<=mos )|(?-i:(?<=YEAR )|(?<=YR )|(?<=HALF )|(?<=MONTHS )))$",
    re.IGNORECASE,
)
_UNIT_MONTHS = {"month": 1, "mth": 1, "mo": 1, "quarter": 3, "qtr": 3, "half": 6, "half-year": 6, "half year": 6, "year": 12, "yr": 12}
_UNIT_MONTHS |= dict.fromkeys(("h1", "h2", "1h", "2h"), 6) | {form: 3 for n in "1234" for form in (f"q{n}", f"{n}q")}
_COMING = {"ending", "ends"}
_QUARTER_BEHIND = re.compile(rf"{_S}-?{_S}(?:quarter|qtr)(?![a-z])", re.IGNORECASE)
_HALF_BEHIND = re.compile(rf"{_S}-?{_S}half(?:[ -]year)?(?![a-z]|-(?!year))(?! (?:of|a|an|the|its|their)\b(?! year))", re.IGNORECASE)
_HALF_BEFORE = re.compile(r"\b(?:the|its|their|our|for|in the|last|this|previous|a|an|(?:19|20)\d\d) $", re.IGNORECASE)
_HALF_TOLD = re.compile(r" (?:(?:net|pre-?tax|operating|interim) )?(?:profits?|loss|earnings|results?|sales|revenues?|turnover)\b", re.I)
_QUARTER, _HALF = 3, 6  # months
_HALF_WITHIN = re.compile(r"[ -]half\b", re.IGNORECASE)
_QUARTER_WITHIN = re.compile(r"[ -](?:quarter|qtr)\b", re.IGNORECASE)
_ON_WEEKDAY = re.compile(rf"(?:(?:last|past|this|next){_S})?{WEEKDAY}\.?,?{_S}\(?", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|would|expect(?:s|ed)?|to be|scheduled|due|payable|pay|until|by|effective|plans?|planned|before|next|upcoming|"
    r"deadline|record|expires?|expir(?:ing|ation)|meeting|slated|set for|anticipate[sd]?|target(?:ed|ing)?)\b",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"\s(?:(?:annual|special|general|shareholders?'?)\s)*(?:meetings?|deadline|delivery|payment|record)\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z])")
_MONTH_CONTEXT = re.compile(
    r"(?<![A-Za-z])(?:in|since|during|until|till|before|after|of|last|this|next|through|from|between|by|late|early|mid|for|to|and|"
    r"or|the|its|each|every|to|ending|ended|end|vs|versus|only|also)[\s-]+$",
    re.IGNORECASE,
)
_NARROW_CONTEXT = re.compile(
    r"(?<![A-Za-z])(?:in|since|during|until|till|before|after|of|last|this|next|through|from|between|by|late|early|mid|ended|end)[\s-]+$",
    re.I,
)
_YEAR_NOT_AFTER = re.compile(
    r"(?:\b(?:series|no|number|nos|room|model|version|v|page|pages|pp|suite|section|form|rule|unit|box|article|grade|flight|boeing"
    r"|windows|office|route|highway|channel|studio|class|area|iso|formula|level|about|approximately|nearly|almost|some|only|over"
    r"|than|least|most|vs|to(?= \d{4}\s[a-z]+s\b)|opec|sec|code|lot|item|floor|at|points|index)\.?\s{1,2}"
    r"|[:+~=<&]\s?|(?<![A-Z])>\s?|\d\s)$",  # behind the code of a company, <HOOL.L>, a year is one
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"the\s", re.IGNORECASE)
_SPAN = 14
_WINDOW = 80


def find_periods(text: str, anchor: PartialDate | None = None, bounds: bool = True) -> list[Found[Period]]:
    """The dates and periods of a document or a question.

    Args:
        text: running text.
        anchor: the document's date or the day of the question. Without it what needs one ("last quarter", "March 3") is
            left out; a date without a year takes the year that puts it last before or at the anchor, or up to 120 days
            after it where the sentence speaks of the future.
        bounds: read "since 2015", "after May", "by March 31", "from 2016" as stretches of time that begin or end there, the
            word within the span, as questions mean it. With False the date alone is read, as events of a document are dated.

    Returns:
        The periods with their spans, sorted by start, without overlaps.
    """
    return _find(text, anchor, bounds, sure=False)


def parse_period(text: str, anchor: PartialDate | None = None) -> Period | None:
    """The period that the whole text is ("in Q3 2016", "May", "since 2015"); None if it is none."""
    body = re.sub(r"^(?:in|on|during|for|the|within|over|at|of)\s+(?:the\s+)?", "", text.strip(), flags=re.IGNORECASE)
    found = _find(body, anchor, bounds=True, sure=True)
    whole = len(found) == 1 and not body[: found[0].start].strip(" ,") and not body[found[0].end :].strip(" ,.?")
    return found[0].value if whole else None


def _find(text: str, anchor: PartialDate | None, bounds: bool, sure: bool) -> list[Found[Period]]:
    atoms = _with_weekdays(text, in_order(text, _longest([*named(text), *(relative(text, anchor) if anchor else ())]), anchor))
    found: list[Found[Period]] = []
    position = 0
    while position < len(atoms):
        atoms[position : position + 2] = share_year(text, atoms[position : position + 2])
        pair = _range(text, atoms[position : position + 2], anchor)
        single = None if pair else _single(text, atoms[position], anchor, bounds, sure)
        found += [item for item in (pair or single,) if item is not None]
        position += 2 if pair else 1
    return without_overlaps(_without_article(text, item) for item in found)


def _without_article(text: str, found: Found[Period]) -> Found[Period]:
    article = _ARTICLE.match(text, found.start)
    return replace(found, start=article.end()) if article else found


def _longest(atoms: Iterable[Atom]) -> list[Atom]:
    kept: list[Atom] = []
    for atom in sorted(atoms, key=lambda atom: (atom.start, -atom.end)):
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
    return kept


def _with_weekdays(text: str, atoms: list[Atom]) -> list[Atom]:
    """ "Tuesday, May 9, 2023" is one day, told by its date."""
    kept: list[Atom] = []
    for atom in atoms:
        if kept and atom.name == "day" and _ON_WEEKDAY.fullmatch(text, kept[-1].start, atom.start):
            weekday = kept.pop()
            kept.append(atom if text[atom.start - 1] == "(" else replace(atom, start=weekday.start))
        else:
            kept.append(atom)
    return kept


def _range(text: str, atoms: list[Atom], anchor: PartialDate | None) -> Found[Period] | None:
    """ "from Q1 2016 to Q3 2016", "between March and May 2017", "2015-2017"."""
    if len(atoms) < 2 or not 0 < atoms[1].start - atoms[0].end < _SPAN:
        return None
    before = text[max(atoms[0].start - _SPAN, 0) : atoms[0].start]
    opening = _BETWEEN.search(before) or _FROM.search(before)
    link = _AND if opening and "b" in opening[0].lower() else THROUGH
    if not link.fullmatch(text, atoms[0].end, atoms[1].start) or _is_odd(text, atoms, opening is not None):
        return None
    first, last = resolve(atoms[0], anchor), resolve(atoms[1], anchor)
    if first is None or last is None or first.start >= last.end or first.start > last.start:
        return None
    start = atoms[0].start - (len(opening[0]) if opening else 0)
    return Found(start, atoms[1].end, Period.between(first, last), "DATE")


def _is_odd(text: str, atoms: list[Atom], opened: bool) -> bool:
    """Two numbers that happen to look like years, or a year and something smaller: "2016 to March"."""
    if atoms[0].weak and not opened and atoms[0].name == "year":
        return bool(_YEAR_NOT_AFTER.search(text[max(atoms[0].start - _SPAN, 0) : atoms[0].start])) or atoms[1].name != "year"
    return False


def _single(text: str, atom: Atom, anchor: PartialDate | None, bounds: bool, sure: bool) -> Found[Period] | None:
    length = _LENGTH.search(text[max(atom.start - _WINDOW, 0) : atom.start])
    end, months = _part_end(text, atom) if atom.name == "month" else (0, 0)
    if atom.weak and not sure and not _fits(text, atom) and not ((length or end) and text[atom.start].isupper()):
        return None
    coming = length is not None and (length["word"] or "").lower() in _COMING
    period = resolve(atom, anchor, coming or _speaks_of_future(text, atom))
    if period is None:
        return None
    found = Found(atom.start, atom.end, period, "DATE")
    if length and period.precision in ("day", "month"):
        return _lasting(found, length)
    if end:
        start = add_months(period.end, -months)
        return Found(atom.start, end, Period(start, period.end, "quarter" if months == _QUARTER else unit_of(start, period.end)), "DATE")
    return _bounded(text, found, anchor) if bounds else found


def _part_end(text: str, atom: Atom) -> tuple[int, int]:
    """Where the quarter or half ends in the text that a month names, "June quarter", "June quarter of 2016", "the December half", and
    how many months it has; 0 when it names none.
    """
    behind = _QUARTER_BEHIND.match(text, atom.end)
    if behind or _QUARTER_WITHIN.search(text, atom.start, atom.end):
        return (behind.end() if behind else atom.end), _QUARTER
    half = _HALF_BEHIND.match(text, atom.end)
    if half and (_HALF_BEFORE.search(text[max(atom.start - _SPAN, 0) : atom.start]) or _HALF_TOLD.match(text, half.end())):
        return half.end(), _HALF
    return (atom.end, _HALF) if _HALF_WITHIN.search(text, atom.start, atom.end) else (0, 0)


def _fits(text: str, atom: Atom) -> bool:
    """Whether a year or a month stands where dates stand."""
    before = text[max(atom.start - 24, 0) : atom.start]
    if before[-1:] in ("-", "\u2013"):
        return False
    if atom.name == "year":
        return not _YEAR_NOT_AFTER.search(before)
    written = text[atom.start : atom.end].lower()
    upper = text[atom.start].isupper()
    if upper and not text[atom.start : atom.end].isupper() and written not in ("may", "march", "mar"):
        return bool(_MONTH_CONTEXT.search(before))
    return bool(_NARROW_CONTEXT.search(before))


def _speaks_of_future(text: str, atom: Atom) -> bool:
    if atom.dated or atom.name not in ("day", "month"):
        return False
    before = text[max(atom.start - _WINDOW, 0) : atom.start]
    return bool(_AHEAD.search(_SENTENCE_END.split(before)[-1]) or _OCCASION.match(text, atom.end))


def _lasting(found: Found[Period], match: re.Match[str]) -> Found[Period]:
    """ "12 months to June 2018", "year ended December 31, 2017", "third quarter ended September 30"."""
    unit = (match["unit"] or match["units"]).lower().rstrip(".").removesuffix("s")
    count = int(parse_number(match["count"]) or 1) if match["count"] else 1
    end = found.value.end
    try:
        start = end - count * 7 * DAY if unit in {"week", "wk"} else add_months(end, -count * _UNIT_MONTHS[unit])
    except (ValueError, OverflowError):
        return found
    return Found(found.start - len(match[0]), found.end, Period(start, end, unit_of(start, end)), "DATE")


def _bounded(text: str, found: Found[Period], anchor: PartialDate | None) -> Found[Period]:
    """ "since May 2016" and "2016 onwards": to the anchor or without an end; "before 2017": without a start."""
    match = _BOUND.search(text[max(found.start - 40, 0) : found.start])
    onwards = _ONWARDS.match(text, found.end)
    word = match["word"].lower() if match else "since" if onwards else ""
    end = onwards.end() if onwards else found.end
    value = _open(word, (match["edge"] or "").lower() if match else "", found.value, anchor, bool(onwards))
    if value is None:
        return found
    return Found(found.start - len(match[0]) if match else found.start, end, value, "DATE")


def _open(word: str, edge: str, period: Period, anchor: PartialDate | None, onwards: bool) -> Period | None:
    now = day_after(anchor.last) if anchor and anchor.last >= period.start else datetime.date.max
    start, end = (period.last, period.end) if edge == "end" else (period.start, period.end)
    if word == "since" or (onwards and word in ("from", "starting", "beginning")):
        return Period(start, now, "range")
    if word in ("from", "starting in", "starting from", "beginning in", "starting", "beginning", "onward from"):
        return None if word == "from" and not onwards else Period(start, datetime.date.max, "range")
    if word == "after":
        return Period(start if edge in ("start", "beginning") else end, datetime.date.max, "range")
    if word in ("before", "prior to"):
        return Period(datetime.date.min, end if edge == "end" else start, "range")
    closing = word in ("until", "till", "up to", "through", "by", "not later than", "no later than")
    return Period(datetime.date.min, end, "range") if closing else None
