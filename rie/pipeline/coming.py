"""The year of a day that is told without one: a post that somebody "takes up on May 2" begins on the next May 2, not on the last."""

import re
from datetime import date

from rie.values import PartialDate, Period

NEAR = 150  # days: a day that lies further ahead would be told with its year
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b(?:last|this|ago)\b", re.IGNORECASE)
_WILL = re.compile(
    r"\b(?:will|is to|are to|plans to|intends to|going to|due to)\b"
    r"|\b(?:when|once|after|until) (?:he|she|they|the \w+|(?:(?:Mr|Ms|Mrs|Dr)\. )?[A-Z]\w+)"
    r" (?:retires?|leaves?|steps?|departs?|goes|stands?)\b",
    re.IGNORECASE)
_TENSE = re.compile(
    r"\b(?P<past>was|were|had|has been|been|left|quit|joined|resigned|became|took|stepped|retired|died|departed|served|started|since)\b"
    r"|\b(?:will|would|to|is|are|be|effective|from|as of|with effect|takes|becomes|joins|starts|begins|leaves|steps|stands|retires"
    r"|succeeds|replaces|assumes|moves|returns|arrives|departs|resigns|quits|hands|expires|ends|comes|goes|gets)\b", re.IGNORECASE)


def coming_day(period: Period, told: str, before: str, published: PartialDate | None) -> date:
    """The first day of a period that the words `told` tell; `before` is their sentence up to them.

    A day or month without a year that is found in the past, though the words before it speak of the present or the future, is the next
    one if that is near, or if they say that it will be.
    """
    if period.precision not in {"day", "month"} or published is None or _YEAR.search(told):
        return period.start
    following = _next_year(period.start)
    near = (following - published.first).days <= NEAR
    if not period.start < published.first < following or not (near or _WILL.search(before)):
        return period.start
    return period.start if _is_past(before) else following


def _is_past(before: str) -> bool:
    """Whether the last word of time before a date is of the past."""
    told = list(_TENSE.finditer(before))
    return bool(told) and bool(told[-1]["past"])


def _next_year(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)
