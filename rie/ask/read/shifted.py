"""What a follow-up tells from the question before: "and the year before?", "in Q3 of that year", "the count for the year after"."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import Final

from rie.ask.form import LogicalForm, Span
from rie.values import PartialDate, Period, find_periods

_UNIT: Final = "(?P<{}>year|quarter|month)"
_BACK: Final = "before|earlier|prior|preceding"
_ON: Final = "after|later|following|next"
_TOLD: Final = re.compile(
    rf"(?<!from )(?<!than )(?<!with )(?<!to )(?<!over )(?<!against )(?<!versus )(?<!vs )(?<!vs\. )(?<!on )\b(?:"
    rf"(?:the |a |one ){_UNIT.format('one')} (?:(?P<back>{_BACK})|(?P<on>{_ON}))(?: that)?"
    rf"|(?:the |its |their )(?:(?P<earlier>previous|prior|preceding)|(?P<later>following|next)) {_UNIT.format('other')})\b(?! [a-z])",
    re.IGNORECASE,
)
_SAME: Final = re.compile(
    r"(?:\b(?:that same|that|the same|this very|the very same|this same)|^(?:and |so )?(?:(?:in|for) )?(?:the )?same) "
    r"(?P<unit>year|quarter|month|period)\b(?:(?P<back> (?:of |in |a |one )?(?:the )?"
    r"(?:year (?:before|earlier|prior|ago)|(?:previous|prior|preceding|last) year))|,? (?:of |in |for )?(?:fiscal |fy ?)?(?P<in>(?:19|"
    r"20)\d\d)\b)?",
    re.IGNORECASE,
)
_AGAIN: Final = re.compile(
    r"^(?:(?:and|so|then|ok|now|but) )*(?:(?:what|how)(?:['\u2019]s| (?:is|was|were|are|about)(?! about))? |give me |show me |tell me )?"
    r"(?:(?P<many>(?:the |that |their )?(?:count|number|tally|head ?count)|how many|many)|(?P<much>(?:the |that |their |its )?"
    r"(?:amount|figure|value|total|sum|number|result|size|level)|how much|much|how high))"
    r"(?: (?:is|was|were|are|did)? ?(?:it|that|they|there|those)(?: (?:be|come to))?)? (?:for|in|during|of) (?P<rest>.+)$",
    re.IGNORECASE,
)
_TURN: Final = r"(?:up|down|higher|lower|more|less|above|below|bigger|smaller|larger|a rise|a fall|an increase|a decrease|a change)"
_AGAINST: Final = re.compile(
    r"^(?:(?:and|so|then) )*(?:by |a )?(?P<ask>how much(?: (?:more|less|higher|lower|larger|smaller))?|how many (?:percent|%)|"
    r"(?:what|which) (?:percent(?:age)?|%)|how far|what)"
    rf"(?P<percent>,? in percent(?:age)?(?: terms)?)? (?:is|was|were|are|does|did) (?:that|it|this|they)(?: (?:have )?{_TURN})?"
    r"(?P<also>,? in (?:percent(?:age)?(?: terms)?|%))? "
    r"(?:on|from|than|over|compared (?:to|with)|versus|vs\.?|against|relative to|in comparison (?:to|with)|with|to) "
    r"(?:(?:the |a |that of the |that a |in the )*(?P<unit>year|quarter) (?:before|earlier|prior|ago)|"
    r"(?:the )?(?:previous|prior|preceding|last) (?P<other>year|quarter))(?: that)?"
    r"(?P<behind>,? in (?:percent(?:age)?(?: terms)?|%))?[?.]*$",
    re.IGNORECASE,
)
_OVERALL: Final = re.compile(r"\b(?:overall|altogether|across|in (?:all|total)|other|all (?:companies|firms|the))\b", re.IGNORECASE)
_ANY: Final = ("number", "figure", "total", "result")
_MONTHS: Final = {"year": 12, "quarter": 3, "month": 1}


class Unshifted(Exception):
    """The words do not fit to the period of the question before; `words` are they."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def shifted(question: str, base: LogicalForm, today: PartialDate) -> str:
    """The question with the period that it means in place of "the year before" or "that year".

    Args:
        question: as it was asked.
        base: the form of the question before; without a period of its own the question stays as it is.
        today: what periods are told from.

    Raises:
        Unshifted: "the quarter before" of a whole year.
    """
    question = _narrowed(_placed(question, base))
    period = period_of(base)
    if period is None:
        return question
    question = _of_year(question, base, period)
    question = _SAME.sub(lambda same: _same(period, same), question)
    found = _TOLD.search(question)
    if found is not None:
        back = not (found["on"] or found["later"])
        moved = _moved(period, _MONTHS[(found["one"] or found["other"]).lower()], found[0], back=back)
        question = f"{question[: found.start()]}{moved.label}{question[found.end() :]}"
    return _again(question, base, today)


_PLACED: Final = re.compile(
    r"^(?:(?:and|so|then) )?(?:which|who|what)(?: (?:one|company|startup|round|deal|firm))? (?:was|is|came|comes|ranked|ranks)(?: in|"
    r" at| the| on)* "
    r"(?P<place>second|third|2nd|3rd)(?: place)?[?.]*$|^(?:and )?(?:the )?(?P<next>second|third|2nd|3rd|runner[- ]up)(?: one|"
    r" place)?[?.]*$",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(
    r"^(?P<ask>(?:and )?(?:which|what) (?:month|quarter|year|company|investor|acquirer|buyer)) (?:was|is|came out|had been|"
    r"came) (?:the )?"
    r"(?:(?P<low>weakest|lowest|slowest|quietest|worst|smallest|least|poorest)|(?P<high>strongest|highest|best|busiest|biggest|"
    r"largest|top))"
    r"(?: one)?(?: (?:by|on|in|according to) (?:that|this|the same) (?:measure|count|number|metric|yardstick|score|basis|"
    r"respect))?[?.]*$",
    re.IGNORECASE,
)


def _placed(question: str, base: LogicalForm) -> str:
    """ "Which one was second?" after "What was the largest round?", "which month was the weakest?" after numbers by month."""
    found = _PLACED.match(question) if base.order == "value" and base.limit == 1 else None
    if found is not None:
        place = (found["place"] or found["next"]).lower()
        return f"and the {'second' if place.startswith('runner') else place} {'largest' if base.descending else 'smallest'}?"
    ended = _ENDS.match(question) if base.by and base.agg in ("count", "sum") else None
    if ended is None:
        return question
    return f"{ended['ask']} had the {('fewest' if base.agg == 'count' else 'least') if ended['low'] else 'most'}?"


_ONLY: Final = re.compile(
    r"^(?:and |but |now )?(?:only|just) (?:those|the ones|these) (?:(?:announced|made|reported|that were announced|that were made|"
    r"from|in|of|dated|"
    r"during) )+(?P<when>(?:[a-z]+ )?(?:19|20)\d\d|q[1-4] (?:19|20)\d\d)[,.]?(?: please)?$",
    re.IGNORECASE,
)


def _narrowed(question: str) -> str:
    """ "Only those announced in 2018"."""
    found = _ONLY.match(question)
    return f"in {found['when']} only" if found is not None else question


_YEARLESS: Final = re.compile(
    r"\b(?:q[1-4]|h[12]|(?:first|second|third|fourth|last) (?:quarter|half)|january|february|march|april|june|july|august|september|"
    r"october|"
    r"november|december|(?:(?<=\bin )|(?<=\bof )|(?<=\bfrom )|(?<=\bduring )|(?<=\bfor )|(?<=\babout ))may|"
    r"(?-i:May)(?=\s*(?:[,.?!]|$|and\b|or\b|to\b)))\b",
    re.IGNORECASE,
)


def _of_year(question: str, base: LogicalForm, period: Period) -> str:
    """ "Just Q3, please" after "Total raised in 2016 by quarter": of that year."""
    told = list(_YEARLESS.finditer(question))
    if base.spans or base.agg == "holder" or len(told) != 1 or re.search(r"\d{4}|\b(?:of|last|this) (?:the )?(?:year|that)\b", question):
        return question
    one = period.precision in _MONTHS or period.start.year == (period.end - datetime.timedelta(days=1)).year
    after = question[told[0].end() :]
    if not one or re.match(r"\s*\d", after) or re.search(r"\d\s*$", question[: told[0].start()]):
        return question
    return f"{question[: told[0].end()]} {period.start.year}{after}"


def points_to_period(question: str) -> bool:
    """ "Who invested that year?": in what the question before was about."""
    return _SAME.search(question) is not None and not _OVERALL.search(question)


def _moved(period: Period, months: int, words: str, *, back: bool) -> Period:
    length = _MONTHS.get(period.precision, 0)
    if not length or months < length:
        raise Unshifted(words)
    place = period.start.year * 12 + period.start.month - 1 + (-months if back else months)
    return Period.unit(period.precision, place // 12, place % 12 // length + 1)


def _in_year(period: Period, year: int) -> Period:
    return Period.unit(period.precision, year, (period.start.month - 1) // _MONTHS[period.precision] + 1)


def _same(period: Period, found: re.Match[str]) -> str:
    """ "Q3 of that year", "the same quarter of the year before"."""
    unit = found["unit"].lower()
    if found["in"]:  # "the same quarter of 2016"
        if unit not in ("period", period.precision) or period.precision not in ("quarter", "month"):
            raise Unshifted(found[0])
        return _in_year(period, int(found["in"])).label
    if unit in ("period", period.precision):
        return (_moved(period, 12, found[0], back=True) if found["back"] else period).label
    if unit == "year" and not found["back"] and period.precision in _MONTHS:
        return str(period.start.year)
    return found[0]


def _again(question: str, base: LogicalForm, today: PartialDate) -> str:
    """ "What was the count for 2017?": the same number of another period."""
    found = _AGAIN.match(question.rstrip(" ?."))
    counts = base.agg in ("count", "distinct")
    if found is None or not (found["much"] if not counts else found["many"] or found["much"].split()[-1] in _ANY):
        return question
    periods = find_periods(found["rest"], today)
    whole = len(periods) == 1 and periods[0].start == 0 and periods[0].end == len(found["rest"])
    return f"and in {found['rest']}" if whole and not base.operands else question


def compared_back(question: str, base: LogicalForm) -> LogicalForm | None:
    """ "By how many percent is that up on the year before?": the number of the question before and that of an earlier period.

    Args:
        question: as it was asked.
        base: the form of the question before.
    """
    found, period = _AGAINST.match(question), period_of(base)
    one = (base.agg == "lookup" and base.measure and not base.attribute) or base.agg in ("sum", "count", "distinct", "avg")
    if found is None or period is None or not one or base.by or base.order or base.facet or base.operands:
        return None
    percent = any(found[name] for name in ("percent", "also", "behind")) or "percent" in found["ask"].lower() or "%" in found["ask"]
    if not percent and found["ask"].lower() == "what":
        return None
    try:
        moved = _moved(period, _MONTHS[(found["unit"] or found["other"]).lower()], found[0], back=True)
    except Unshifted:
        return None
    before = replace(base, spans=(Span(moved, base.spans[0].match),)) if base.spans else replace(base, period=moved)
    return LogicalForm(base.fact, "change" if percent else "difference", measure=base.measure, operands=(base, before))


def period_of(base: LogicalForm) -> Period | None:
    """The one period of a form."""
    spans = [span.period for span in base.spans] if not base.newest else []
    return base.period if base.period is not None and base.agg != "holder" else spans[0] if len(spans) == 1 else None


__all__ = ["Unshifted", "compared_back", "period_of", "points_to_period", "shifted"]
