"""Dates and periods that are named: "Q3 2016", "March 3, 2017", "FY21", "2017-03-03", "1990s"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from rie.patterns import Begun
from rie.values.interval import MONTHS, Period, add_months, unit_of
from rie.values.period_atom import Atom

Make = Callable[[re.Match[str]], Atom | None]

MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, start=1)}
MONTH_NUMBERS |= {name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)} | {"sept": 9}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}

_SPELLED_DAYS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_S = r"[ \t\u00a0]{0,4}\n?[ \t\u00a0]{0,4}"
_LONG_MONTH = "|".join(name.lower() for name in MONTHS)
MONTH = rf"(?P<month>{_LONG_MONTH}|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?![a-z])\.?)"
_SPLIT = r"(?:[-/\u2013]\d\d(?=[ ](?:fiscal|financial|FY)))?"  # the year that begins in one and ends in the next: "2018-19 fiscal"
_YEAR = rf"(?P<year>(?:1[89]|20)\d\d{_SPLIT}|['\u2018\u2019]\d\d)(?![\d/%]|[.,]\d|-\d(?!\d)|[a-z])"
# "end Dec 31" is a day, "end-March 1986" the month of a year
_END = rf"end(?!{_S}-?{_S}[a-z]+\.?,?{_S}(?:\d|(?:{'|'.join(_SPELLED_DAYS)})\b))"
_LEFT = r"(?<![\w$\u20ac\u00a3\u00a5#.,/'\u2019])"
_IN_YEAR = (
    rf"(?:,?{_S}(?:of{_S})?(?:(?:the|its|our|their){_S})?(?:(?:fiscal|financial|calendar)?{_S}(?:year{_S})?|FY?{_S}){_YEAR}"
    rf"|{_S}(?:of{_S}|[-/])?FY-?(?P<fy>\d\d)(?!\d))"
)
_ESTIMATED = r"[AEF]?(?![a-z0-9])"  # "4Q24E", "2Q15A": expected, or no longer
_QUARTER_YEAR = rf"(?:{_IN_YEAR}|(?:['\u2019\u2018/-]|(?-i:F))?(?P<fy2>\d\d)(?!\d)|[-/]{_YEAR.replace('<year>', '<year2>')})"
_MEASURE = (
    r"(?!{S}-?(?:%|pct|percent|per{S}cent|mln|bln|million|billion|thousand|hundred|dlrs?|dollars|cts|cents|p\b|tonnes|tons|barrels"
    r"|shares|employees|people|users|customers|stores|workers|jobs|units|companies|members|staff|points|basis|miles|km|mhz|"
    r"square|acres|beds|rooms|vs\b|pounds|euros|yen|marks|francs|stg|bpd|kg|lbs|hours|days|times|patients|locations|countries))"
).replace("{S}", _S)

_DAY_ENDS = re.compile(r"\s*(?:$|[.,;)\n]|(?-i:NET|LOSS|OPER|PROFIT)\b|end\b)", re.IGNORECASE)
_IN_MONTH = re.compile(r"\b(?:in|during|last|this|next|early|late|of)\s$", re.IGNORECASE)
_ON_DAY = re.compile(
    r"\b(?:on|by|pay|payable|paid|record|effective|until|till|dated|end(?:ed|ing|s)?|qtr|quarter|ye?a?r|mths|months|weeks|half)\s$",
    re.IGNORECASE)


def month_number(match: re.Match[str]) -> int:
    """The number of the month that `MONTH` matched, from 1."""
    return MONTH_NUMBERS[match["month"].lower().rstrip(".")]


def _year(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    written = next((groups[name] for name in ("year", "year2", "fy", "fy2") if groups.get(name)), None)
    if written is None:
        return None
    digits = written.lstrip("'\u2018\u2019")
    return short_year(int(digits)) if len(digits) == 2 else ending_year(digits)


def ending_year(written: str) -> int:
    """The year in which a year ends: 2019 for "2018-19" and for "2019"."""
    first, last = int(written[:4]), written[5:7]
    return first + 1 if last and int(last) == (first + 1) % 100 else first


def short_year(digits: int) -> int:
    """The year that two digits mean: 70 to 99 are of the last century."""
    return digits + (1900 if digits >= 70 else 2000)


def _iso(match: re.Match[str]) -> Atom | None:
    year, month, day = int(match["year"]), int(match["part"]), match["day"]
    if not 1 <= month <= 12:
        return None
    return Atom(*match.span(), "day" if day else "month", year, month, int(day) if day else None)


def _slashed(match: re.Match[str]) -> Atom | None:
    month, day, year = int(match["m"]), int(match["d"]), int(match["y"])
    month, day = (day, month) if month > 12 else (month, day)
    return Atom(*match.span(), "day", year if year > 99 else short_year(year), month, day) if 1 <= month <= 12 else None


def _month_day(match: re.Match[str]) -> Atom | None:
    if not 1 <= int(match["day"]) <= 31 or not _is_name(match):
        return None
    to_day = match.groupdict().get("to")
    last = int(to_day) if to_day and int(match["day"]) < int(to_day) <= 31 else None
    return Atom(*match.span(), "day", _year(match), month_number(match), int(match["day"]), last)


def _spelled_day(match: re.Match[str]) -> Atom | None:
    """ "Payable April two to holders of record March nine", "YEAR FEB ONE NET": wire copy spells numbers below ten."""
    behind = match["year"] or _DAY_ENDS.match(match.string, match.end())
    before = match.string[max(match.start() - 16, 0) : match.start()]
    if not _is_name(match) or _IN_MONTH.search(before) or not (behind or _ON_DAY.search(before)):
        return None
    return Atom(*match.span(), "day", _year(match), month_number(match), _SPELLED_DAYS.index(match["spelled"].lower()) + 1)


def _is_name(match: re.Match[str]) -> bool:
    """Months that are also verbs have a capital, or a year behind them."""
    return match["month"] not in ("may", "march", "mar") or _year(match) is not None or "of " in match[0]


def _month_year(match: re.Match[str]) -> Atom:
    return Atom(*match.span(), "month", _year(match), month_number(match))


def _bare_month(match: re.Match[str]) -> Atom:
    shift = {"last": -1, "next": 1}.get((match["which"] or "").lower(), 0)
    strong = match["which"] or match["month"] in (
        "January",
        "February",
        "July",
        "September",
        "October",
        "November",
        "December",
    )
    return Atom(*match.span(), "month", None, month_number(match), shift=shift, weak=not strong)


def part_number(word: str) -> int | None:
    """The number of a quarter or half that is told as "first", "1st" or "1"; None for another word."""
    return _ORDINALS.get(word.lower()) or (int(word[0]) if word[0].isdigit() else None)


def _european(match: re.Match[str]) -> Atom | None:
    """ "30.06.2017", "30-Sep-15": the day before the month."""
    month = int(match["m"] or match["m2"]) if match["m"] or match["m2"] else month_number(match)
    year = int(match["y"])
    return Atom(*match.span(), "day", year if year > 99 else short_year(year), month, int(match["d"])) if 1 <= month <= 12 else None


def _months_so_far(match: re.Match[str]) -> Atom | None:
    """ "9M 2021", "1-9/2021": the first months of a year of the calendar; what a company counts as its own year stays undated."""
    first, last = int(match["from"] or 1), int(match["till"] or match["n"])
    year = _year(match)
    if year is None or not first < last <= 12:
        return None
    return Atom(*match.span(), "range", period=Period.between(Period.unit("month", year, first), Period.unit("month", year, last)))


def _part(name: str) -> Make:
    def make(match: re.Match[str]) -> Atom | None:
        number = part_number(match.groupdict().get("n") or match.groupdict().get("n2") or match["word"])
        if number is None or number > (4 if name == "quarter" else 2):
            return None
        return Atom(*match.span(), name, _year(match), number)

    return make


def _whole_year(match: re.Match[str]) -> Atom:
    return Atom(*match.span(), "year", _year(match))


def _bare_year(match: re.Match[str]) -> Atom:
    return Atom(*match.span(), "year", _year(match), weak=match["sure"] is None)


def _decade(match: re.Match[str]) -> Atom:
    first = int(match["decade"])
    decade = Period.between(Period.unit("year", first), Period.unit("year", first + 9))
    return Atom(*match.span(), "year", period=decade)


def _short_range(match: re.Match[str]) -> Atom | None:
    first = int(match["first"])
    last = first // 100 * 100 + int(match["second"])
    if not first < last <= first + 30 or int(match["second"]) <= 12:
        return None
    return Atom(*match.span(), "year", period=Period.between(Period.unit("year", first), Period.unit("year", last)))


def _twelve_months(match: re.Match[str]) -> Atom | None:
    """ "LTM Q3 2023": the twelve months up to the end of the quarter."""
    quarter = _part("quarter")(match)
    if quarter is None or quarter.year is None:
        return None
    end = Period.unit("quarter", quarter.year, quarter.part).end
    return Atom(*match.span(), "range", period=Period(add_months(end, -12), end, "range"))


def _year_to_month(match: re.Match[str]) -> Atom | None:
    """ "FY3/2016": the year to the end of March, as companies of Japan name theirs."""
    if not 1 <= int(match["m"]) <= 12:
        return None
    end = Period.unit("month", int(match["y"]), int(match["m"])).end
    start = add_months(end, -12)
    return Atom(*match.span(), "range", period=Period(start, end, unit_of(start, end)))


_TRAILING = rf"(?:[LT]TM|(?:trailing|last){_S}(?:12|twelve){_S}-?{_S}months{_S}(?:(?:ended|ending|to|through){_S})?)"
_QUARTER_WORD = rf"(?P<word>first|second|third|fourth|[1-4](?:st|nd|rd|th)){_S}-?{_S}(?:fiscal{_S})?(?:quarters?|qtr\.?)(?![a-z])"
_HALF_WORD = rf"(?P<word>first|second|1st|2nd){_S}-?{_S}half(?![a-z])"
_SPELLED: tuple[tuple[str, Make], ...] = (
    (r"(?P<year>(?:19|20)\d\d)-(?P<part>\d\d)(?:-(?P<day>\d\d)(?:T[\d:.]+Z?)?)?(?![\d-])", _iso),
    (r"(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>(?:19|20)\d\d|\d\d)(?![\d/])", _slashed),
    (rf"(?P<d>\d{{1,2}})(?:\.(?P<m>\d{{1,2}})\.|(?<=1[3-9]|2\d|3[01])-(?P<m2>\d\d)-(?=\d{{4}})|-{MONTH}-)"
     r"(?P<y>(?:19|20)\d\d|(?<=-)\d\d)(?![\d.-]*\d)", _european),
    (rf"(?:(?P<n>[369]|12)M(?:{_S}|[-/])(?:FY{_S})?{_YEAR}"
     rf"|(?P<from>\d{{1,2}})[-\u2013](?P<till>\d{{1,2}})/{_YEAR.replace('<year>', '<year2>')})",
     _months_so_far),
    (rf"{MONTH}{_S}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:{_S}[-\u2013]{_S}(?P<to>\d{{1,2}})(?!\d))?[ ]?,?{_S}{_YEAR}", _month_day),
    (
        rf"{MONTH}{_S}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:{_S}[-\u2013]{_S}(?P<to>\d{{1,2}}))?(?![\d/:]|[.,]\d|[a-z]){_MEASURE}",
        _month_day,
    ),
    (rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_S}(?:of{_S})?{MONTH}(?:[ ]?,?{_S}{_YEAR})?(?![a-z])", _month_day),
    (rf"{MONTH}{_S}(?P<spelled>{'|'.join(_SPELLED_DAYS)})(?![\w-])(?:[ ]?,?{_S}{_YEAR})?", _spelled_day),
    (rf"{MONTH}(?:{_S}-?{_S}(?:quarter|qtr|period|half(?:-year)?)(?![a-z]))?,?{_S}(?:(?:of|in){_S})?{_YEAR}", _month_year),
    (rf"(?:(?P<which>last|next|this|{_END}|mid|early|late){_S}-?{_S}(?:in{_S})?)?{MONTH}(?![a-z'\u2019])", _bare_month),
    (rf"{_TRAILING}{_S}(?:Q(?P<n>[1-4])|(?P<n2>[1-4])Q){_QUARTER_YEAR}{_ESTIMATED}", _twelve_months),
    (rf"(?:FY?)?(?:Q(?P<n>[1-4])|(?P<n2>[1-4])Q){_QUARTER_YEAR}?{_ESTIMATED}", _part("quarter")),
    (rf"(?:FY|fiscal{_S}(?:year{_S})?)?{_YEAR}{_S}-?{_S}(?:Q(?P<n>[1-4])|(?P<n2>[1-4])Q)(?![a-z0-9])", _part("quarter")),
    (rf"FY(?P<fy>\d\d){_S}(?:Q(?P<n>[1-4])|(?P<n2>[1-4])Q)(?![a-z0-9])", _part("quarter")),
    (rf"{_QUARTER_WORD}(?:{_IN_YEAR})?", _part("quarter")),
    (rf"(?:FY|fiscal{_S}(?:year{_S})?)?{_YEAR}(?:['\u2019]s)?{_S}{_QUARTER_WORD}", _part("quarter")),
    (rf"(?:H(?P<n>[12])|(?P<n2>[12])H){_QUARTER_YEAR}?{_ESTIMATED}", _part("half")),
    (rf"{_YEAR}{_S}-?{_S}H(?P<n>[12])(?![a-z0-9])", _part("half")),
    (rf"{_HALF_WORD}(?:{_IN_YEAR})?", _part("half")),
    (rf"(?:FY{_S}|(?:fiscal|financial){_S}(?:year{_S})?)(?P<year>(?:19|20)\d\d[-/\u2013]\d\d)(?!\d|-)", _whole_year),
    (rf"(?:FY(?:{_S}|-)|CY{_S}|(?:fiscal|financial){_S}(?:year{_S})?){_YEAR}", _whole_year),
    (r"(?<!series[ ])(?<!bonds[ ])(?<!notes[ ])(?:(?-i:F)(?P<year>(?:19|20)\d\d)|(?P<year2>(?:19|20)\d\d)(?-i:[AE]))"
     r"(?![\w.%-]|[ ](?:revenue[ ])?(?:bonds?|notes?|certificates))", _whole_year),
    (r"(?:[FC]Y-?|fiscal[ ]|fiscal[ ]year[ ])'?(?P<fy>\d\d)(?![\d.,/%-]*\d)", _whole_year),
    (r"FY(?P<m>\d{1,2})/(?P<y>(?:19|20)\d\d)(?!\d)", _year_to_month),
    (r"(?:the[ ])?(?:early[ -]|mid[ -]|late[ -])?(?P<decade>(?:19|20)\d0)s(?![a-z])", _decade),
    (r"(?P<first>(?:19|20)\d\d)[-\u2013](?P<second>\d\d)(?![\d/-]|[.,]\d|[a-z%])", _short_range),
    (
        rf"(?P<sure>(?:calendar|(?:(?:full|whole|entire){_S}-?{_S})?year|end|mid|early|late|year-end|years?){_S}-?{_S}(?:year{_S}|of{_S})?)?"
        rf"(?P<year>(?:19|20)\d\d)(?![\d/%]|[.,:]\d|-\d(?!\d)|-[a-z]|[a-z]){_MEASURE}",
        _bare_year,
    ),
)  # fmt: skip
_BEGINS = re.compile(
    _LEFT + r"(?=[\d'\u2018\u2019acdefhjlmnoqstwy])(?=['\u2018\u2019]?\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4]|h[12]|fy"
    r"|f[q\d]|cy|[lt]tm|trailing|fiscal"
    r"|financial|first|second|third|fourth|last|next|this|end|mid|early|late|calendar|year|(?:full|whole|entire)[ -]?year"
    r"|the[ ](?:early|mid|late|\d))",
    re.IGNORECASE | re.ASCII)
_FORMS = Begun({place: re.compile(_LEFT + form, re.IGNORECASE | re.ASCII) for place, (form, _) in enumerate(_SPELLED)}, _BEGINS)


def named(text: str) -> Iterator[Atom]:
    """The named dates and periods of a text, in no order and with overlaps."""
    for place, match in _FORMS.matches(text):
        atom = _SPELLED[place][1](match)
        if atom is not None:
            yield atom
