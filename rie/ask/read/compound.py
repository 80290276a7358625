"""Two numbers that a question tells each by a phrase of its own: "A minus B", "by what percentage was A bigger than B".

Each phrase is read as a question for one number. The second may leave out whose it is ("its Series B") or what it is of ("that of Acme").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from rie.ask.form import LogicalForm, Reading, RoleFilter, in_order
from rie.ask.read.contrast import fitting, of_one_number, same_unit
from rie.pack import Pack

_MORE: Final = (
    r"(?:bigger|larger|higher|greater|more expensive|more costly|costlier|dearer|pricier|more valuable|stronger|more|better|longer|"
    r"over|above|ahead of)"
)
_MANY: Final = r"(?:what percentage|what percent|how many percent|how many %|how much percent|which percentage|how much,? in percent,?)"
_IS: Final = r"(?:was|is|were|are)"
_A: Final = r"(?P<one>[^?:;]{3,90}?)"
_B: Final = r"(?P<two>[^?:;]{3,90}?)"
_END: Final = r"(?:,? (?:in (?:us )?(?:dollars|percent|%)|please|pls|expressed as a number|as a (?:number|percentage)))*[?.]*$"
_START: Final = r"^(?:(?:and|so|please|what is|what was|what's|compute|calculate|give me|tell me|show me|show) )*(?:the )?"
_LONG: Final = r"(?P<one>[^?:;]{3,90})"  # up to the last "and"
_MARK: Final = r"(?:[:;,.]| -| \u2013)"
_GAP: Final = r"(?:difference|gap|spread|distance|differential|delta|discrepancy)"
_MUCH: Final = r"(?:more|less|higher|lower|larger|smaller|bigger|greater|cheaper|dearer|(?:more|less) (?:money|expensive|costly))"
_ADDED: Final = r"(?:together|combined|in total|in all|altogether|added together|added up|taken together|summed(?: up)?|in sum|all told)"
_RANGE: Final = r"(?P<range>(?=[^?]*\b(?:guidance|outlook|forecasts?|projections?|guided)\b)[^?:;]{5,90}?)"
_GAPS: Final[tuple[tuple[str, str], ...]] = tuple(
    (pattern, kind)
    for one in (_A, _LONG)
    for pattern, kind in (
        (rf"{_START}(?:absolute |dollar |numerical )?{_GAP} between {one} and {_B}{_END}", "gap"),
        (
            rf"^(?:how|what) (?:big|large|wide|great|high|much)? ?(?:is|was) the (?:absolute |"
            rf"dollar )?{_GAP} between {one} and {_B}{_END}",
            "gap",
        ),
        (rf"^(?:how far apart|how far off each other) {_IS} {one} and {_B}{_END}", "gap"),
        (rf"^by how (?:much|many) (?:do|does|did) {one} and {_B} differ{_END}", "gap"),
        (
            rf"^{one} (?:against|vs\.?|versus|compared (?:to|with)|and) {_B}{_MARK} (?:what(?: is|"
            rf"['\u2019]s) )?(?:the )?{_GAP}{_END}",
            "gap",
        ),
        (
            rf"{_START}(?:(?:combined|joint|aggregate) )?(?:sum|total)(?: (?P<what>price|amount|value|cost|size))?s? (?:of|"
            rf"for) {one} and {_B}{_END}",
            "both",
        ),
        (
            rf"{_START}(?:combined|joint|aggregate|total) (?P<what>price|amount|value|cost|size|outlay|sum)s? (?:of|"
            rf"for) {one} and {_B}{_END}",
            "both",
        ),
        (rf"{_START}{one} (?:and|plus) {_B},? {_ADDED}{_END}", "both"),
        (
            rf"^(?:what|how much) (?:do|does|did|would) {one} (?:and|plus) {_B} (?:come to|add up to|make|total|sum to|amount to)"
            rf"(?: {_ADDED})?{_END}",
            "both",
        ),
        (rf"^how much (?:are|is|was|were) {one} (?:and|plus) {_B} {_ADDED}{_END}", "both"),
        (rf"^(?:please )?add(?: up)? {one} (?:and|to|plus) {_B}{_END}", "both"),
    )
)
_PATTERNS: Final[tuple[tuple[str, str], ...]] = (
    (rf"^(?:by )?{_MANY} (?:{_MORE} )?{_IS} {_A} (?:{_MORE} )?(?:than|compared (?:to|with)) {_B}{_END}", "change"),
    (rf"^(?:by )?{_MANY} (?:{_MORE}) than {_B} {_IS} {_A}{_END}", "change"),
    (rf"^(?:by )?{_MANY} did {_A} (?:exceed|top|surpass|outstrip) {_B}{_END}", "change"),
    (rf"{_START}(?:percentage|percent|%) (?:increase|rise|growth|step[- ]up|jump|change) from {_B} to {_A}{_END}", "change"),
    (rf"^{_A} (?:was|is) {_MANY} {_MORE} than {_B}{_END}", "change"),
    (rf"^how many times (?:{_MORE}|(?:as|so) (?:big|large|high|much|expensive|great)(?: as)?)(?: than)? {_IS} {_A} "
     rf"(?:than|as|(?:as )?compared (?:to|with)|against|versus) {_B}{_END}", "ratio"),
    (rf"^how many times {_IS} {_A} (?:{_MORE}|(?:as|so) (?:big|large|high|much|expensive|great)) (?:than|as) {_B}{_END}", "ratio"),
    (rf"^how many times {_B} {_IS} {_A}{_END}", "ratio"),
    (rf"^by (?:what|which) (?:factor|multiple) {_IS} {_A} {_MORE} than {_B}{_END}", "ratio"),
    (rf"^how many times (?:{_MORE}|(?:as|so) (?:big|large|high|much|expensive|great)) (?:than|as) {_B} {_IS} {_A}{_END}", "ratio"),
    (rf"{_START}{_A} as a (?:multiple|factor) of {_B}{_END}", "ratio"),
    (rf"{_START}ratio of {_A} to {_B}{_END}", "ratio"),
    (rf"{_START}{_A} divided by {_B}{_END}", "ratio"),
    (rf"{_START}{_A},? (?:as|in) (?:a )?(?:(?:percentage|percent|%) of|share of all (?=its|their)) {_B}{_END}", "share"),
    (rf"{_START}{_A} (?:minus|less|take away) {_B}{_END}", "difference"),
    (rf"{_START}{_A} plus {_B}{_END}", "both"),
    (rf"^by how (?:much|many) {_IS} {_A} {_MUCH} than {_B}{_END}", "difference"),
    (rf"^how (?P<more>much {_MUCH}) (?:was|is|were|are|did|does|do|has|have) {_A} than (?:did |was |has )?{_B}{_END}", "difference"),
    (rf"^by how (?:much|many) (?:did|do|does) {_A} (?:exceed|top|surpass|outstrip|beat) {_B}{_END}", "difference"),
    (rf"^how (?:wide|broad|narrow|large|big) (?:is|was|were|are) (?:the )?(?:range|span|spread|corridor|width) (?:of|in|"
     rf"for) {_RANGE}{_END}", "range"),
    (rf"^how (?:wide|broad|narrow|large|big) (?:is|was|were) {_RANGE} (?:range|span|spread|corridor)(?P<when> (?:for|in|"
     rf"of) [^?:;]{{4,30}})?{_END}",
     "range"),
    (rf"^how (?:wide|broad|narrow) (?:is|was|were) {_RANGE}{_END}", "range"),
    (rf"{_START}(?:width|breadth|span|spread|size) (?:of|in) {_RANGE}{_END}", "range"),
    *_GAPS,
)  # fmt: skip
_PERCENT: Final = re.compile(r"\b(?:percent(?:age)?|pct)\b(?! points?)|%", re.IGNORECASE)
_AGAINST: Final = re.compile(r"\b(?:against|vs|versus|compared|than|consensus|estimates?|expect\w*)\b", re.IGNORECASE)
_COMPILED: Final = tuple((re.compile(pattern, re.IGNORECASE), kind) for pattern, kind in _PATTERNS)
_NAME: Final = r"(?-i:[A-Z\u00c0-\u024f\d])[\w&.\u00c0-\u024f-]*(?: (?:& |of |and )?(?-i:[A-Z])[\w&.\u00c0-\u024f-]*){0,4}"
_OWNER: Final = re.compile(rf"(?P<name>{_NAME})['\u2019]s?\b|\b(?:of|for|by) (?P<other>{_NAME})", re.IGNORECASE)
_ITS: Final = re.compile(r"\b(?:its|their|his|her)\b", re.IGNORECASE)
_THAT: Final = re.compile(r"^(?:that|those|the one|the price|the same) (?:of|for|paid for|in) ", re.IGNORECASE)
_YEAR: Final = re.compile(r"\b(?:in|for|of|during) (?:the )?(?:(?:q[1-4]|fiscal|fy|[a-z]+ quarter of) ?)?(?:19|20)\d\d\b", re.IGNORECASE)


def compound_reading(question: str, read: Callable[[str], list[Reading]], pack: Pack) -> Reading | None:
    """The reading of such a question; None if it is none, or a phrase asks for no one number.

    Args:
        question: written out, without frames.
        read: the readings of a question.
        pack: whose layer it is read with.
    """
    for pattern, kind in _COMPILED:
        found = pattern.match(question)
        if found is None:
            continue
        what = found.groupdict().get("what") or ""
        turned = kind != "range" and found.start("two") < found.start("one")
        told = (
            _ends_of_range(found)
            if kind == "range"
            else _told(*(found[name].strip() for name in (("two", "one") if turned else ("one", "two"))))
        )
        told = (_dated(*told, read, pack), told[1])
        sides = [_of_phrase(phrase, read, pack, what) for phrase in told if not _ITS.search(phrase)]
        if len(sides) < len(told) or sides[0] is None or sides[1] is None:
            continue
        first, second = sides[0].form, _alike(sides[0].form, sides[1].form)
        made = kind
        if kind in ("gap", "difference") and _PERCENT.search(question) and not _is_percentage(first, pack):
            if not _AGAINST.search(question):  # of which of the two
                return None
            made = "change"
        if second and fitting(first, second, made) and same_unit(first, second, pack):
            less = re.search(r"\b(?:less|lower|smaller|cheaper|fewer)\b", found.groupdict().get("more") or "")
            operands = (second, first) if turned or less else (first, second)
            agg = "gap" if made == "range" else made
            form = LogicalForm(first.fact, agg, measure=operands[0].measure, operands=operands)  # type: ignore[arg-type]
            return Reading(form, min(side.confidence for side in sides if side))
    return None


def _is_percentage(form: LogicalForm, pack: Pack) -> bool:
    """Whether the number is a percentage itself, so that a difference "in percent" is one of points."""
    measure = pack.layer.facts[form.fact].measures.get(form.measure or "")
    return measure is not None and measure.unit == "percent"


_UNITS: Final = {"monthly": "month", "quarterly": "quarter", "yearly": "year", "annual": "year"}
_UNIT: Final = (
    r"(?P<unit>month|quarter|year|company|startup|firm|acquirer|buyer|investor|target|seller|lead investor|backer|purchaser|fundraiser)"
)
_WHAT: Final = r"(?P<what>(?:[a-z-]+ |Series [A-J] )?(?:rounds|deals|acquisitions|takeovers|financings|raises|purchases|investments))"
_REST: Final = r"(?P<rest>(?: (?:in|of|during|from|since|for|between) [^?]{4,40}?)?)"
_WERE: Final = r"(?: (?:were there|are there|were (?:announced|made|done|closed|recorded|reported)|happened|took place|came))?"
_PER: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_START}(?:average|mean) (?:number|count) of {_WHAT}(?: announced| made| done| closed)?{_REST} (?:per|by|a|each|every|"
        rf"for each|in each) "
        rf"{_UNIT}(?P<more>(?: (?:in|of|during|from) [^?]{{4,40}}?)?){_END}",
        rf"{_START}(?:average|mean) {_WHAT} (?:per|a|each) {_UNIT}{_REST}{_END}",
        rf"^(?:on average,? )?how many {_WHAT}{_WERE}{_REST} (?:on average )?(?:per|a|each|every|in an average|in a typical|"
        rf"in the average) "
        rf"{_UNIT}(?:,? on average)?(?P<more>(?: (?:in|of|during|from) [^?]{{4,40}}?)?)(?:,? on average)?{_END}",
        rf"^how many {_WHAT} (?:did|does|has) the average {_UNIT} (?:make|do|have|announce|close|made|done|raise|back|lead){_REST}{_END}",
        rf"{_START}(?:monthly|quarterly|yearly|annual) (?:average|mean)(?: number)? of {_WHAT}{_REST}{_END}",
    )
)
_ASKS_MEAN: Final = re.compile(r"\b(?:average|mean|typical)\b", re.IGNORECASE)


def per_reading(question: str, read: Callable[[str], list[Reading]]) -> Reading | None:
    """ "Average number of deals per month in 2016": how many there were by how many months there are; by how many acquirers.

    Args:
        question: written out, without frames.
        read: the readings of a question.
    """
    found = next((match for pattern in _PER if (match := pattern.match(question)) is not None), None)
    if found is None or not _ASKS_MEAN.search(question):
        return None
    told = found.groupdict()
    unit = told.get("unit") or next(unit for word, unit in _UNITS.items() if word in question.lower())
    rest = f"{told['rest']}{told.get('more') or ''}"
    several = f"{unit[:-1]}ies" if unit.endswith("y") else f"{unit}s"
    of_which = f"number of different {several} with {told['what']}{rest}"
    counts, parts = read(f"number of {told['what']}{rest}"), read(of_which) or read(f"number of different {several}{rest}")
    counts = [reading for reading in counts if parts and reading.form.fact == parts[0].form.fact]
    if len(counts) != 1 or len(parts) != 1:
        return None
    first, second = counts[0].form, parts[0].form
    if first.agg != "count" or second.agg != "distinct" or first.by or (first.filters, first.period) != (second.filters, second.period):
        return None
    if unit in ("month", "quarter", "year"):
        if first.period is None or first.period.start is None or first.period.end is None:
            return None
        months = (first.period.end.year - first.period.start.year) * 12 + first.period.end.month - first.period.start.month
        second = replace(second, expected=months // {"month": 1, "quarter": 3, "year": 12}[unit])
    return Reading(LogicalForm(first.fact, "ratio", operands=(first, second)), min(counts[0].confidence, parts[0].confidence))


def _ends_of_range(found: re.Match[str]) -> tuple[str, str]:
    """ "How wide is Acme's guidance range": from its low to its high end."""
    text = f"{found['range'].strip()}{found.groupdict().get('when') or ''}"
    return f"high end of {text}", f"low end of {text}"


def _told(one: str, two: str) -> tuple[str, str]:
    """Both phrases, each with whose it is, what it is of, and when; the first is the one that stands first."""
    one, two = _headed(one, two), _spoken(one, two)
    owner = _OWNER.search(one)
    name = (owner["name"] or owner["other"]) if owner else None
    if name:
        two = _ITS.sub(f"{name}'s", two, count=1)
    if _THAT.match(two) and owner and owner["other"]:
        two = f"{one[: owner.start('other')]}{_THAT.sub('', two)}"
    return one, two


_ENDS: Final = (
    r"(?:(?:the )?(?:(?:second|third|2nd|3rd|next)[- ])?(?:largest|biggest|highest|smallest|lowest|cheapest|priciest|costliest|"
    r"most expensive|"
    r"top|bottom|upper|lower|low|high|minimum|maximum|first|second|third|latest|last))"
)
_SIDE: Final = r"[- ](?:end|bound|limit)\b"
_END_ONLY: Final = re.compile(rf"^{_ENDS}(?P<side>{_SIDE})?$", re.IGNORECASE)
_WITH_END: Final = re.compile(rf"^(?P<end>{_ENDS})(?P<rest> .+)$", re.IGNORECASE)
_BARE_END: Final = re.compile(rf"^(?P<end>{_ENDS})(?: one)?(?P<rest> (?:of|in) .+)$", re.IGNORECASE)
_NOUN_OF_END: Final = re.compile(rf"^{_ENDS}(?P<noun> [a-z].*?)(?= (?:of|in|by) )", re.IGNORECASE)
_OF_OWNER: Final = re.compile(rf"^(?P<who>{_NAME})['\u2019]s? (?P<rest>(?:for|of|in) .+)$")
_HEAD: Final = re.compile(r"['\u2019]s? (?P<noun>[a-z ]+?) (?:for|of|in) ")
_DEED: Final = re.compile(
    r"(?P<what>what )?(?P<who>.+?) (?P<did>pay|paid|raise|raised|spend|spent|make|made|earn|earned|buy|bought|acquire|acquired|announce|"
    r"announced|do|did)\b(?: (?P<rest>.*))?$"
)
_PAST: Final = {
    "pay": "paid", "raise": "raised", "spend": "spent", "make": "made", "earn": "earned", "buy": "bought", "acquire": "acquired",
    "announce": "announced", "do": "did",
}  # fmt: skip


def _headed(one: str, two: str) -> str:
    """ "The biggest and the second biggest round of 2016": each of them is a round of 2016."""
    alone = _END_ONLY.match(one)
    found = _WITH_END.match(two) if alone is not None else None
    if alone is None or found is None:
        return one
    return f"{one}{re.sub(rf'^{_SIDE}', '', found['rest']) if alone['side'] else found['rest']}"


def _spoken(one: str, two: str) -> str:
    """ "Acme's price for Hooli against Globex's for Initech", "what Acme paid for Hooli and Globex for Initech": the words of the first."""
    owner, head = _OF_OWNER.match(two), _HEAD.search(one)
    if owner is not None and head is not None:
        return f"{owner['who']}'s {head['noun']} {owner['rest']}"
    ended, noun = _BARE_END.match(two), _NOUN_OF_END.match(one)
    if ended is not None and noun is not None:
        return f"{ended['end']}{noun['noun']}{ended['rest']}"
    deed = _DEED.match(one)
    bare = re.match(rf"^(?P<who>{_NAME})(?P<rest> (?:for|in|on) .+)?$", two)
    if deed is None or bare is None or (deed["rest"] or "").startswith("for") != (bare["rest"] or "").startswith(" for"):
        return two
    return f"what {bare['who']} {_PAST.get(deed['did'], deed['did'])}{bare['rest'] or ''}"


def _dated(one: str, two: str, read: Callable[[str], list[Reading]], pack: Pack) -> str:
    """The first phrase with the year of the second, unless that is of somebody else and the first tells a fact without it: its Series C."""
    year = _YEAR.search(two)
    if year is None or re.search(r"(?:19|20)\d\d", one):
        return one
    owners = [_OWNER.search(phrase) for phrase in (one, two)]
    names = [(owner["name"] or owner["other"]).casefold() if owner else None for owner in owners]
    alone = _of_phrase(one, read, pack) if names[1] not in (None, names[0]) else None
    is_fact = alone is not None and alone.form.agg == "lookup" and not pack.layer.facts[alone.form.fact].series
    return one if is_fact else f"{one} {year[0]}"


def _alike(first: LogicalForm, second: LogicalForm) -> LogicalForm | None:
    """The second form, of the same company as the first where it names none: "Acme Series C minus Series B"."""
    named, other = ([item for item in form.filters if isinstance(item, RoleFilter)] for form in (first, second))
    if {item.role for item in named} == {item.role for item in other}:
        return second
    return replace(second, filters=in_order((*second.filters, *named))) if not other and second.agg == "lookup" else None


def _of_phrase(phrase: str, read: Callable[[str], list[Reading]], pack: Pack, what: str = "") -> Reading | None:
    return next((found for text in _asked(phrase, what) if (found := of_one_number(read(text), pack, ranked=True)) is not None), None)


def _asked(phrase: str, what: str = "") -> Iterator[str]:
    """The phrase as questions for its number."""
    deed = _DEED.match(phrase)
    if deed is not None and not phrase.lower().startswith(("how", "number", "total")):
        base = next((base for base, past in _PAST.items() if past == deed["did"]), deed["did"])
        yield f"How much did {deed['who']} {base} {deed['rest'] or ''}?"
    if what:
        yield f"How much was the {what} of {phrase}?"
        yield f"How much was the {phrase} deal?"
        return
    yield phrase
    yield f"How much was {phrase}?"


__all__ = ["compound_reading", "per_reading"]
