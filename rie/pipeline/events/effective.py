"""The day on which a change takes effect, where other words tell it: "she will continue until June 30", "at the close of the meeting",
"has today joined", "will retire on May 11, when Roe becomes chairman".
"""

import re
from collections.abc import Iterator, Sequence

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
    r"(?: (?:until|till|through|up to)(?: the end of)?(?: early| late| mid)?) $")
_LAST_DAY = re.compile(
    r"(?P<who>\b[Hh]is|\b[Hh]er|[A-Z][\w'\u2019-]+(?<!['\u2019]s)['\u2019]s?) (?:last|final) (?:working )?day"
    r"(?: (?:at|with|in|of|on|as) [^.;]{2,30}?)? (?:is|was|will be|would be)(?: on)? $")
_PRONOUNS = {"he", "she", "his", "her"}


def fill_effective(pack: Pack, joined: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """Give changes that have none the day on which they take effect.

    Args:
        pack: whose events have a day that they take effect on.
        joined: the events of a document.
        items: its mentions.
        text: what the items' offsets refer to.
    """
    meetings = list(_meetings(items, text))
    for frame in joined:
        event = pack.events[frame.event]
        role = next((role for role, spec in event.roles.items() if spec.as_before), None)
        if role is None or role in frame.roles or not frame.roles.keys() & set(event.tie) or frame.told is not None:
            continue
        day = next((day for tell in (_today, _when, _until) if (day := tell(event, frame, items, text)) is not None), None)
        day = _at_meeting(frame, meetings, items, text) if day is None else day
        if day is not None:
            frame.roles[role] = [(day, TOLD)]


def _today(event: Event, frame: Frame, items: Sequence[Item], text: str) -> int | None:
    """ "Roe has today joined the board": today."""
    verb, number = items[frame.trigger], frame.trigger - 1
    told = number >= 0 and items[number].text.lower() == "today" and _MOVES.fullmatch(verb.text) \
        and _DONE.fullmatch(text, items[number].end, verb.start) and _TODAY.search(text[: items[number].start][-8:])
    return number if told else None


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
