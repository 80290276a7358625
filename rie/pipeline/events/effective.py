"""The day on which a change takes effect, where other words tell it: "she will continue until June 30", "at the close of the meeting",
"has today joined", "will retire on May 11, when Roe becomes chairman".
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from rie.pack import Event, Pack
from rie.pipeline.frame import Frame, Item
from rie.values import Period

TOLD = 0.8  # of a day that words tell
NEAR = 2  # sentences between who leaves and until when he stays
REACH = 120  # characters before a day that are read
_TODAY = re.compile(r"(?:^|\W)(?:has|have) $")
_DONE = re.compile(r" (?:also |formally )?")
_MOVES = re.compile(
    r"joined|left|stepped|stood|retired|resigned|assumed|taken|become|succeeded|departed|quit|started|begun|ceased", re.IGNORECASE)
_MEETING = (r"(?:AGM|EGM|(?:annual|general|shareholders?['\u2019]?|stockholders?['\u2019]?|extraordinary|ordinary)"
            r"(?: [\w'\u2019]+){0,2} meeting)")
_HELD = re.compile(
    rf"\b{_MEETING}(?: of (?:the )?[^.;,]{{3,40}}?)?"
    r"(?:,? (?:which|that|is|was|will|to|be|held|take|takes|place|scheduled|due|set|convened|planned|called|later|earlier|for|on))* $",
    re.IGNORECASE)
_AT = re.compile(
    r"\b(?:at|after|following|from|until|upon|by)(?: (?:the|its|our|that))?(?: (?:conclusion|close|end) of)?"
    rf"(?: (?:the|that|this|its|our|said|next|forthcoming|upcoming|company['\u2019]s))*(?: (?:{_MEETING}|meeting))\b"
    r"(?! (?:in|on|for|to be held in) (?:(?:early|late) )?(?:[A-Z]|\d|next|last))", re.IGNORECASE)
_WHEN = re.compile(r", (?:when|at which (?:point|time)|after which) (?:(?:M[rs]{1,2}|Dr|Sir|Dame)\.? )?")
_STAYS = re.compile(
    r"(?P<who>\bHe|\bShe|\b(?:M[rs]{1,2}|Dr|Sir|Dame)\.? [A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)?|[A-Z][\w'\u2019-]+)(?:, \d\d,)?"
    r"(?: (?:will|would|is|has|to|agreed|plans|intends|expects|continues|also|due|however))* "
    r"(?:continue|remain|stay|serve|carry|work)s?(?: on)?"
    r"(?: (?:in|at|with) (?:(?:his|her|the|that|this|its|current|present) )*[a-z]+(?: [a-z]+)?| to serve)*"
    r"(?: (?:until|till|through|up to|out (?:his|her|the) (?:[a-z]+ )?(?:notice|contract|term)(?: period)? (?:to|until|till|through))"
    r"(?: the end of)?(?: early| late| mid)?) $")
_LAST_DAY = re.compile(
    r"(?P<who>\b[Hh]is|\b[Hh]er|[A-Z][\w'\u2019-]+(?<!['\u2019]s)['\u2019]s?) (?:last|final) (?:working )?day"
    r"(?: (?:at|with|in|of|on|as) [^.;]{2,30}?)? (?:is|was|will be|would be)(?: on)? $")
_DEED = re.compile(r"fired|ousted|dismissed|sacked|removed|died|left|ousts?|fires|removes?", re.IGNORECASE)  # at once, whenever it is told
_ON_DAY = re.compile(r"(?: (?:[^.;:\n\u201c\u201d\"]|(?<=\b[A-Z])\.|(?<=\bM[rs])\.|(?<=\bDr)\.){0,70})?(?<!meeting) on ")
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", re.IGNORECASE)
_AT_ONCE = re.compile(
    r"[^.;\n]{0,100}?\b(?:with immediate effect|(?:effective|takes effect|taking effect) immediately|immediately effective)\b",
    re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:w\.?e\.?f\.?|with effect (?:as )?(?:from|of|on)|effective(?: as)?(?: from| of| on)?|as (?:from|of))(?: the)?"
    r"(?: (?:close|end) of (?:the )?(?:business|day)(?: hours)?(?: on| of)?)? $", re.IGNORECASE)
_TENURE = re.compile(
    r",? whose (?:[a-z]+ )?(?:tenures?|terms?|contracts?|mandates?)(?: of office)? (?:(?:will|had|have|has) )?"
    r"(?:expire[sd]?|end(?:s|ed)?|lapse[sd]?|ran out|runs? out)(?: on| at the end of| in)? $")
_TODAYS = re.compile(
    r"\btoday['\u2019]s (?:[a-z]+ ){0,3}meeting\b"
    r"|\bmeeting(?: of [^.;\n]{3,60}?)?,?(?: held)?(?: here)?(?: earlier)? today\b", re.IGNORECASE)
_VOTED = re.compile(r"elected|appointed|named|chose|chosen|retired|stood|stand|stepped|left|leaves|voted|successor|new", re.IGNORECASE)
_YEAR_END = re.compile(r"[^.;\n]{0,80}?\b(?:at|by|from|until) (?:the )?(?P<end>end of (?:the|this) year|year[- ]end)\b", re.IGNORECASE)
_PRONOUNS = {"he", "she", "his", "her"}


def fill_effective(pack: Pack, joined: Sequence[Frame], items: list[Item], text: str, published: date | None = None) -> None:
    """Give changes that have none the day on which they take effect.

    Args:
        pack: whose events have a day that they take effect on.
        joined: the events of a document.
        items: its mentions; the end of a year that words tell is added.
        text: what the items' offsets refer to.
        published: day of the document, on which what takes effect at once does.
    """
    meetings = list(_meetings(items, text))
    for frame in joined:
        event = pack.events[frame.event]
        role = next((role for role, spec in event.roles.items() if spec.as_before), None)
        if role is None or role in frame.roles or not frame.roles.keys() & set(event.tie) or frame.told is not None:
            continue
        told = (words(event, frame, items, text) for words in (_today, _at_todays, _from, _on, _tenure, _when, _until))
        day = next((day for day in told if day is not None), None)
        day = _at_meeting(frame, meetings, items, text) if day is None else day
        for tell in (_at_once, _at_year_end):
            day = tell(frame, items, text, published) if day is None else day
        if day is not None:
            frame.roles[role] = [(day, TOLD)]


def _today(event: Event, frame: Frame, items: Sequence[Item], text: str) -> int | None:
    """ "Roe has today joined the board": today."""
    verb, number = items[frame.trigger], frame.trigger - 1
    told = number >= 0 and items[number].text.lower() == "today" and _MOVES.fullmatch(verb.text) \
        and _DONE.fullmatch(text, items[number].end, verb.start) and _TODAY.search(text[: items[number].start][-8:])
    return number if told else None


def _at_todays(event: Event, frame: Frame, items: Sequence[Item], text: str) -> int | None:
    """ "At today's general meeting the shareholders elected Roe": what a paragraph tells of a meeting of the day."""
    verb = items[frame.trigger]
    start = text.rfind("\n", 0, verb.start) + 1
    meeting = _TODAYS.search(text, start, verb.end)
    if meeting is None or not any(_VOTED.fullmatch(items[trigger].text) for trigger in frame.triggers):
        return None
    return next((i for i, item in enumerate(items) if item.text.lower().startswith("today")
                 and meeting.start() <= item.start < meeting.end()), None)


def _behind(frame: Frame, items: Sequence[Item]) -> int | None:
    """The first day behind a trigger in its sentence, if no other trigger stands between."""
    for number in range(frame.trigger + 1, len(items)):
        if items[number].sentence != items[frame.trigger].sentence or items[number].label == items[frame.trigger].label:
            return None
        if isinstance(items[number].value, Period):
            return number
    return None


def _from(event: Event, frame: Frame, items: Sequence[Item], text: str) -> int | None:
    """ "His resignation from the board w.e.f. June 30": the day that such words give."""
    day = _behind(frame, items)
    return day if day is not None and _FROM.search(text[max(items[day].start - REACH, 0) : items[day].start]) else None


def _on(event: Event, frame: Frame, items: Sequence[Item], text: str) -> int | None:
    """ "The board fired John Doe on Thursday": what is done to somebody takes effect on the day on which it is done."""
    day = _behind(frame, items)
    done = _DEED.fullmatch(items[frame.trigger].text) and event.tie[-1] in frame.roles and event.tie[0] not in frame.roles
    told = done and day is not None and _is_day(items[day]) and _WEEKDAY.fullmatch(items[day].text)
    return day if told and day is not None and _ON_DAY.fullmatch(text, items[frame.trigger].end, items[day].start) else None


def _tenure(event: Event, frame: Frame, items: Sequence[Item], text: str) -> int | None:
    """ "The exit of John Doe, whose tenure expired on June 30": he left then."""
    gone = [i for i, _ in frame.roles.get(event.tie[-1], ()) if items[i].sentence == items[frame.trigger].sentence]
    day = max(gone, default=len(items)) + 1
    told = day < len(items) and isinstance(items[day].value, Period) and _TENURE.fullmatch(text, items[day - 1].end, items[day].start)
    return day if told else None


def _at_once(frame: Frame, items: Sequence[Item], text: str, published: date | None) -> int | None:
    """ "With immediate effect": on the day of the document, where its text tells it."""
    verb = items[frame.trigger]
    until = min((item.start for item in items if item.start > verb.end and (item.label == verb.label or item.sentence > verb.sentence)),
                default=len(text))
    if published is None or not _AT_ONCE.match(text[: until], verb.end):
        return None
    return next((i for i, item in enumerate(items) if _is_day(item) and item.value.start == published), None)


def _at_year_end(frame: Frame, items: list[Item], text: str, published: date | None) -> int | None:
    """ "Will step down at the end of the year": on its last day."""
    verb = items[frame.trigger]
    until = min((item.start for item in items if item.start > verb.end and (item.label == verb.label or item.sentence > verb.sentence)),
                default=len(text))
    told = _YEAR_END.match(text[:until], verb.end) if published is not None else None
    if told is None or published is None or verb.in_title:
        return None
    last = date(published.year, 12, 31)
    items.append(Item("DATE", told["end"], *told.span("end"), verb.sentence, value=Period(last, last, "day")))
    return len(items) - 1


def _when(event: Event, frame: Frame, items: Sequence[Item], text: str) -> int | None:
    """ "Doe will retire on May 11, when Roe becomes chairman": the day before "when"."""
    people = [i for role in event.tie for i, _ in frame.roles.get(role, ())]
    first = min((i for i in people if items[i].sentence == items[frame.trigger].sentence), default=None)
    if first is None or first == 0 or first > frame.trigger:
        return None
    days = [i for i in range(first) if items[i].sentence == items[first].sentence and _is_day(items[i])]
    return days[-1] if days and _WHEN.fullmatch(text, items[days[-1]].end, items[first].start) else None


def _until(event: Event, frame: Frame, items: Sequence[Item], text: str) -> int | None:
    """ "She will continue in her position until June 30", "Doe's last day is June 30": who leaves does so then."""
    if frame.roles.keys() & set(event.tie) != {event.tie[-1]} or len(frame.roles[event.tie[-1]]) != 1:
        return None
    person, sentence = items[frame.roles[event.tie[-1]][0][0]], items[frame.trigger].sentence
    for number, day in enumerate(items):
        if not _is_day(day) or not 0 <= day.sentence - sentence <= NEAR or day.start < items[frame.trigger].end:
            continue
        before = text[max(day.start - REACH, 0) : day.start].rpartition("\n")[2]
        told = next((found for words in (_STAYS, _LAST_DAY) for found in words.finditer(before) if found.end() == len(before)), None)
        if told and _is_of(told["who"], person, day, items):
            return number
    return None


def _is_of(who: str, person: Item, day: Item, items: Sequence[Item]) -> bool:
    """Whether a pronoun or name before a day is that of a person: a pronoun where nobody else is named between."""
    if who.lower() not in _PRONOUNS:
        return re.sub(r"['\u2019]s?$", "", who.rsplit(maxsplit=1)[-1]) in person.text.replace("'s", "").split()
    named = [item for item in items if item.label == person.label and item.entity and not item.in_title and item.start < day.start]
    return bool(named) and named[-1].identity == person.identity


def _meetings(items: Sequence[Item], text: str) -> Iterator[int]:
    """The days on which a general meeting is told to be held."""
    yield from (i for i, item in enumerate(items) if _is_day(item) and _HELD.search(text[max(item.start - REACH, 0) : item.start]))


def _at_meeting(frame: Frame, meetings: Sequence[int], items: Sequence[Item], text: str) -> int | None:
    """ "Will step down at the annual meeting": the day that the text gives to the only meeting that it tells of."""
    if len({items[i].value for i in meetings}) != 1:
        return None
    verb = items[frame.trigger]
    until = min((item.start for item in items if item.start > verb.end and (item.label == verb.label or item.sentence > verb.sentence)),
                default=len(text))
    behind = text[verb.end : min(until, verb.end + REACH)]
    return meetings[0] if _AT.search(re.split(r"[.;\n]", behind)[0]) else None


def _is_day(item: Item) -> bool:
    return isinstance(item.value, Period) and item.value.precision == "day"
