"""When an event was that is dated by words which name no day: "earlier this year", "in the spring", "three months after it raised".

What they leave open stays open: of "last summer", told in September, no year is certain, and the event is undated.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from rie.pack import Pack
from rie.pipeline.events.days import news_sentence
from rie.pipeline.frame import Frame, Item, When
from rie.values import Period
from rie.values.interval import add_months
from rie.values.number import parse_number

REACH = 120  # characters between an event and the words that date it
DECADE = 10
_AHEAD = {"rumoured", "proposed", "announced"}  # what may still be to come in the spring
_PRECISE = {"day", "month", "quarter", "year"}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}  # first and last month
_COUNT = r"(?P<count>(?i:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|an?))"
_EARLIER = re.compile(
    r"\b(?:earlier this|(?:at|near) the (?:start|beginning|turn) of (?:the|this)) (?P<unit>year|month)\b(?! of\b)", re.IGNORECASE)
_SEASON = re.compile(
    r"\b(?P<which>last|this|(?:in|over|during) (?:the )?(?:early |late )?)\s?(?P<season>spring|summer|autumn|fall|winter)\b"
    r"(?! (?:of |in )?\d|['\u2019\w-]| (?:season|collection|of last))", re.IGNORECASE)
_AGO = re.compile(
    r"\b(?:(?P<decade>a decade)|(?:many|several|some|a few|a couple of|less than|more than|nearly|almost|just over|just under|over)"
    r"(?: (?:\w+|a) )?\s?(?:years|months|weeks|decades|year|month)?|years|months|decades) (?:ago|earlier|before)\b", re.IGNORECASE)
_AFTER = re.compile(
    rf"\b{_COUNT} (?P<unit>month|year)s? after "
    r"(?:(?:it|they|the (?:company|firm|group|startup|start-up)|[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3})"
    r" (?:(?:had|first|last) )?|(?:the company['\u2019]s|its|their|an?|the) (?:[\w$€£.,-]+ ){0,5})?$")
_TURNS = re.compile(r"[;:]|\b(?:and|but|while|as|which|who|that|when|where|after|before|since|until|said|says)\b|, (?:an?|the) [^,]{0,60}$",
                    re.IGNORECASE)


def date_vaguely(pack: Pack, joined: Sequence[Frame], items: Sequence[Item], text: str, published: date | None) -> None:
    """Date events that words date which are no mention, as precisely as they do.

    Args:
        pack: whose events have a day.
        joined: the joined frames of a document.
        items: its mentions.
        text: what the items' offsets refer to.
        published: day of the document.
    """
    for frame in joined if published else ():
        event = pack.events[frame.event]
        number = frame.first("date")
        known = number is not None and getattr(items[number].value, "precision", "") in _PRECISE
        if published is None or known or frame.undated or frame.status in _AHEAD or not event.joins or "date" not in event.roles:
            continue
        told = news_sentence(event, frame, items)
        first = items[frame.trigger].sentence if told is None else told
        for trigger in (i for i in frame.triggers if items[i].sentence == first and not items[i].in_title):
            for when in _told(items[trigger], frame, items, text, published):
                frame.undated, frame.when = when is None, when
                break


def _told(verb: Item, frame: Frame, items: Sequence[Item], text: str, published: date) -> Iterator[When | None]:
    """What the words of a trigger's clause date it by; None of those that leave the year open."""
    here = [item for item in items if item.sentence == verb.sentence and not item.key]
    start, end = min(item.start for item in here), max(item.end for item in here)
    start, end = max(start, verb.start) - REACH, min(max(end, verb.end) + REACH, len(text))
    triggers = [item for item in here if item.label == verb.label and item is not verb]
    for pattern, made in _FORMS:
        for match in pattern.finditer(text, max(start, 0), end):
            if _is_of(match, verb, triggers, text):
                yield made(match, published)
    periods = any(isinstance(item.value, Period) for item in here)
    sums = [items[i].start for players in frame.roles.values() for i, _ in players if items[i].sentence == verb.sentence]
    for at in () if periods else sorted({verb.start, *sums}):
        after = _AFTER.search(text[max(at - REACH, 0) : at])
        if after:
            yield _before(after, published)


def _is_of(match: re.Match[str], verb: Item, triggers: Sequence[Item], text: str) -> bool:
    """Whether words stand in the clause of a trigger, with no other trigger between."""
    low, high = (match.end(), verb.start) if match.start() < verb.start else (verb.end, match.start())
    between = text[low:high].replace("\n", " ")
    return low <= high and high - low <= REACH and ". " not in between and not _TURNS.search(between) \
        and not any(low <= item.start < high for item in triggers)


def _this(match: re.Match[str], published: date) -> When:
    month = published.month if match["unit"].lower() == "month" else 1
    return date(published.year, month, 1), match["unit"].lower()


def _season(match: re.Match[str], published: date) -> When | None:
    """The year of a season: of the last one it is open whether the one just over is meant."""
    first, last = _SEASONS.get(match["season"].lower(), (0, 12))
    if not first:
        return None
    if match["which"].lower() == "last":
        return None if last < published.month else (date(published.year - 1, 1, 1), "year")
    return date(published.year - (first > published.month), 1, 1), "year"


def _ago(match: re.Match[str], published: date) -> When | None:
    return (date(published.year - DECADE, 1, 1), "year") if match["decade"] else None


def _before(match: re.Match[str], published: date) -> When:
    """So many months or years before the document."""
    count = int(parse_number(match["count"]) or 1)
    if match["unit"].lower() == "year":
        return date(published.year - count, 1, 1), "year"
    return add_months(published.replace(day=1), -count), "month"


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], When | None]], ...] = (
    (_EARLIER, _this), (_SEASON, _season), (_AGO, _ago))
