"""When a change of a person was news that a text of another day only tells again: "who quit in January", "In March Doe took over"."""

import re
from collections.abc import Sequence
from datetime import date

from rie.pack import Pack
from rie.pipeline.frame import Frame, Item
from rie.values import Period

OLD = 14  # days: a day that lies further back is not that of the document's own news
REACH = 80  # characters between a verb and its day, and before a verb
_FINE = {"day", "month"}
_LAST_MONTH = re.compile(r"last month", re.IGNORECASE)
_NEWS = re.compile(  # what was announced when it happened; a retirement was announced before, the successor of who died after
    r"(?:resigned|quit|left|departed|exited|stepped|stood|ousted|fired|sacked|dismissed|took|replaced|succeeded|named|appointed"
    r"|hired|joined|became|promoted|recruited|elected|poached|handed|walked|relinquished|removed|lost|parted|tapped|brought|chosen|picked"
    r"|resigning|leaving|resignation|departure|exit|dismissal|ouster|appointment)", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?: (?:down|aside|over|abruptly|suddenly|unexpectedly|away|out|up|office|as [^,.;]{3,40}"
    r"|the (?:[\w-]+ ){0,3}(?:company|group|firm|bank|board|maker)))*"
    r"(?: (?:back )?(?:in|on|at the end of|in early|in late|early|late|earlier in|at the start of))? ")
_BEFORE = re.compile(
    r"(?:^|[.;:!?\"”]\s|\n|, (?:and|but) (?:that )?)\s*(?:(?:Then|But|And|Earlier|Back),? )?(?:back )?(?:in|on|last)?"
    r"(?: (?:early|late|mid))? ?$", re.IGNORECASE)
_TO_WHOM = re.compile(  # between a verb and its day, who and what the verb is said of: "handed over the post to Jane Roe in January"
    r"(?: [^,.;:\n\u201c\u201d\"]{1,80})?(?<!effective)(?<!effect)(?<!as)"
    r" (?:(?:back )?in(?: early| late)?|on|at the end of|earlier in|at the start of|last) ", re.IGNORECASE)
_COMING = re.compile(r"\b(?:will|would|to|plans?|effective|from|until|expected|is|are|if|may|might|could) (?:be )?$", re.IGNORECASE)
_STILL = re.compile(r"\b(?:will|today|yesterday|announced|said (?:on|it|that)|is to)\b", re.IGNORECASE)


def date_old_changes(pack: Pack, joined: Sequence[Frame], items: Sequence[Item], text: str, published: date | None) -> None:
    """Give changes that happened well before the document the day on which they were announced.

    Args:
        pack: whose events tie people to posts and have a day that they take effect on.
        joined: the events of a document.
        items: its mentions.
        text: what the items' offsets refer to.
        published: day of the document.
    """
    for frame in joined if published else ():
        event = pack.events[frame.event]
        role = next((role for role, spec in event.roles.items() if spec.as_before), None)
        if role is None or "date" in event.roles or published is None:
            continue
        for trigger in frame.triggers:
            day = _day_of(trigger, items, text, published)
            day = _day_behind(frame, role, trigger, items, text, published=published) if day is None else day
            if day is not None and frame.first(role) in {None, day}:
                frame.told = day


def _day_of(trigger: int, items: Sequence[Item], text: str, published: date) -> int | None:
    """The past day that stands right behind a verb of the past, or opens its sentence."""
    verb = items[trigger]
    before = text[max(verb.start - REACH, 0) : verb.start]
    if verb.in_title or not _NEWS.fullmatch(verb.text) or _COMING.search(before):
        return None
    for number in (i for i, item in enumerate(items) if item.sentence == verb.sentence and _is_old(item, published)):
        day = items[number]
        if day.start > verb.end and _BEHIND.fullmatch(text, verb.end, day.start):
            return number
        opens = day.end < verb.start and _BEFORE.search(text[max(day.start - REACH, 0) : day.start])
        between = text[day.end : verb.start]
        if (
            opens
            and len(between) <= REACH
            and not _STILL.search(between)
            and not any(isinstance(item.value, Period) for item in items[number + 1 : trigger])
        ):
            return number
    return None


def _day_behind(frame: Frame, role: str, trigger: int, items: Sequence[Item], text: str, *, published: date) -> int | None:
    """The past day on which a change took effect, behind whom its verb of the past names."""
    verb, number = items[trigger], frame.first(role)
    if number is None or verb.in_title or not _NEWS.fullmatch(verb.text) or not _is_old(items[number], published, years=True) \
            or _COMING.search(text[max(verb.start - REACH, 0) : verb.start]):
        return None
    others = (item.label == verb.label or isinstance(item.value, Period) for item in items[trigger + 1 : number])
    here = number > trigger and items[number].sentence == verb.sentence and not any(others)
    return number if here and _TO_WHOM.fullmatch(text, verb.end, items[number].start) else None


def _is_old(item: Item, published: date, *, years: bool = False) -> bool:
    if not isinstance(item.value, Period) or item.value.precision not in (_FINE | {"year"} if years else _FINE):
        return False
    return (published - item.value.end).days > (0 if _LAST_MONTH.fullmatch(item.text) else OLD)
