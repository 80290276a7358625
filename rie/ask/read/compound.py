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
)  # fmt: skip
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
        turned = found.start("two") < found.start("one")
        told = _told(*(found[name].strip() for name in (("two", "one") if turned else ("one", "two"))))
        told = (_dated(*told, read, pack), told[1])
        sides = [_of_phrase(phrase, read, pack) for phrase in told if not _ITS.search(phrase)]
        if len(sides) < len(told) or sides[0] is None or sides[1] is None:
            continue
        first, second = sides[0].form, _alike(sides[0].form, sides[1].form)
        if second and fitting(first, second, kind) and same_unit(first, second, pack):
            operands = (second, first) if turned else (first, second)
            form = LogicalForm(first.fact, kind, measure=operands[0].measure, operands=operands)  # type: ignore[arg-type]
            return Reading(form, min(side.confidence for side in sides if side))
    return None


def _told(one: str, two: str) -> tuple[str, str]:
    """Both phrases, each with whose it is, what it is of, and when; the first is the one that stands first."""
    owner = _OWNER.search(one)
    name = (owner["name"] or owner["other"]) if owner else None
    if name:
        two = _ITS.sub(f"{name}'s", two, count=1)
    if _THAT.match(two) and owner and owner["other"]:
        two = f"{one[: owner.start('other')]}{_THAT.sub('', two)}"
    return one, two


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


def _of_phrase(phrase: str, read: Callable[[str], list[Reading]], pack: Pack) -> Reading | None:
    return next((found for text in _asked(phrase) if (found := of_one_number(read(text), pack)) is not None), None)


def _asked(phrase: str) -> Iterator[str]:
    yield phrase
    yield f"How much was {phrase}?"


__all__ = ["compound_reading"]
