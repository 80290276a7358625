"""The day that each event of a document speaks of: "Last year Hooli bought Initech", "the sale in May of its mills"."""

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date

from rie.pack import Event, Pack, Role
from rie.pipeline.events.behind import LEAST_SUM, NEWS, foreign_sum
from rie.pipeline.events.guards import REACH
from rie.pipeline.figures.around import Phrases
from rie.pipeline.frame import INFERRED, Frame, Item
from rie.values import Money, Period

NEXT_YEAR = 270  # days: a day without a year that would lie further back is one to come: on October 20 "extended to October 30"
LONG_AGO = 60  # days: a day, month or quarter further back in a trigger's sentence is no news of the day
SURE = 0.9  # a date behind another event's sum needs this probability
SAID = 0.8  # of a day right behind a trigger
CLAUSE = 160  # characters before a day in which the clause that it is of begins
MIXED = 0.9  # of how sure an event is that had the day of another one
_OF_YEAR = re.compile(r"\d{4}|['\u2019]\d\d|\d[/.-]\d|\b(?:last|previous|ago|earlier|year)\b", re.IGNORECASE)
FIRST = re.compile(r"\b(?:first|initially|originally|previously|already)\b")
_RELATIVE = re.compile(r", (?:which|who|whose)\b")
_NEXT_CLAUSE = re.compile(r"[,;] ?(?:and|but|then|while|before)? ?(?:then )?(?:(?:in|on) (?:early |late |mid-?)?)?$", re.IGNORECASE)
_FINE = {"day", "month", "quarter"}
_WHEN = re.compile(r" (?:(?:back )?(?:in|on) (?:early |late |mid-?)?)?")  # between a trigger and its day
_IN = re.compile(r"\b(?:in|during) (?:early |late |mid-?)?$")
_CLAUSE = re.compile(  # between a deal and a year that is of something else: "a mill built in 1950", "a business it entered in 1987"
    r", (?:an?|the|which|whose|who|where|when)\b|\b(?:it|they|which|that|who|whose|where) (?!of\b)"
    r"|\b[a-z]+(?:ed|ing|ilt|orn|un) (?:in|during) (?:early |late |mid-?)?$")
_NEWS = re.compile(r"\b(?:now|today|yesterday|will|(?:has|have) (?:now |just |also )?agreed|is to|are to)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\b[^.;]*$", re.IGNORECASE)
_AMONG = re.compile(  # between a year in which deals were made and one of them
    r",? (?:the (?:largest|biggest|most [a-z]+|first|last|latest|main) of which|including|among (?:them|which)|notably|such as)\b")
_AND = re.compile(r"\b(?:and|but|it|they) (?:(?:it|they) )?(?:has|have|had|is|was|now)\b|, (?:and|but) ")
_OPENS = re.compile(r"(?:^|[.!?][\"'\u2019\u201d)]* |\n)\W{0,8}(?:(?:back )?(?:in|on|during) (?:early |late |mid-?)?)?$", re.IGNORECASE)


def set_days(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str, published: date | None) -> None:
    """Set the day of each frame, and give it what dates its sentence.

    Args:
        pack: whose events have a date.
        found: the frames of a document.
        items: its mentions.
        text: what the items' offsets refer to.
        published: day of the document, which is the day of an event that has no other.
    """
    years = [items[i] for frame in found for i, _ in frame.roles.get("date", ()) if getattr(items[i].value, "precision", "") == "year"]
    triggers = {frame.trigger for frame in found}
    for frame in found:
        spec = pack.events[frame.event].roles.get("date")
        number = frame.first("date") if spec else None
        if number is not None and _is_aside(number, frame.trigger, triggers, items, text):
            del frame.roles["date"]
        frame.day = _told_day(frame, items, published, _is_foreign(pack, spec, text, years), (text, triggers)) if spec else published


def leave_foreign_days(pack: Pack, joined: Sequence[Frame], items: Sequence[Item], published: date | None) -> None:
    """Take from events the days of other sentences, where those tell an event of others, or another sum: "On Thursday Acme bid 33 dlrs a
    share" is not the day of its bid of 35 dlrs. Arguments as for `set_days`.
    """
    telling: dict[tuple[str, int], list[Frame]] = {}
    for frame in joined:
        for trigger in frame.triggers:
            telling.setdefault((frame.event, items[trigger].sentence), []).append(frame)
    for frame in joined:
        event = pack.events[frame.event]
        number = frame.first("date")
        if not event.joins or number is None or "date" not in event.roles or items[number].in_title:
            continue
        there = items[number].sentence
        own = {items[trigger].sentence for trigger in frame.triggers}
        others = [other for other in telling.get((frame.event, there), ()) if other is not frame]
        foreign = there not in own and any(not _parties(frame, items) & _parties(other, items) for other in others)
        if foreign or _tells_other_sum(event, frame, there, items) \
                or (published and _is_behind_news(pack, frame, joined, items, published)):
            frame.status_score = MIXED * min(frame.status_score, frame.roles.pop("date")[0][1])


def _is_behind_news(pack: Pack, frame: Frame, joined: Sequence[Frame], items: Sequence[Item], published: date) -> bool:
    """Whether an old day stands in another sentence than the news of an event, and that sentence tells it of another event or sum, or the
    news has a day of its own: "Acme has raised $60m. It bought Initech in March."
    """
    number, event = frame.roles["date"][0][0], pack.events[frame.event]
    day, first = items[number], news_sentence(event, frame, items)
    if first is None or day.sentence == first or not _is_old(day, published):
        return False
    own = {items[trigger].sentence for trigger in frame.triggers}
    shared = any(other is not frame and other.first("date") == number and day.sentence not in own
                 and any(items[trigger].sentence == day.sentence for trigger in other.triggers) for other in joined)
    news = any(item.sentence == first and isinstance(item.value, Period) and item.value.precision == "day"
               and not _is_old(item, published) and item.value.start <= published for item in items)
    return shared or news or _has_other_sum(frame, day.sentence, items)


def news_sentence(event: Event, frame: Frame, items: Sequence[Item]) -> int | None:
    """The first sentence of a text that tells an event and whose it is."""
    whose = {items[i].identity for role, spec in event.roles.items() if spec.required for i, _ in frame.roles.get(role, ())}
    here = {items[i].sentence for i in frame.triggers if not items[i].in_title}
    return min((item.sentence for item in items if item.sentence in here and item.identity in whose), default=None)


def _is_old(day: Item, published: date) -> bool:
    return isinstance(day.value, Period) and (published - day.value.last).days > NEWS


def _has_other_sum(frame: Frame, there: int, items: Sequence[Item]) -> bool:
    """Whether a sentence tells sums, and not that of an event."""
    mine = {items[i].value for players in frame.roles.values() for i, _ in players if isinstance(items[i].value, Money)}
    sums = {item.value for item in items if item.sentence == there and isinstance(item.value, Money) and item.value.amount >= LEAST_SUM}
    return bool(mine and sums) and not mine & sums


def _is_aside(day: int, trigger: int, triggers: Collection[int], items: Sequence[Item], text: str) -> bool:
    """Whether a day is of a clause about a party, which tells what was before: "Acme, which raised $12m in 2015, is raising $30m"."""
    verb, when = items[trigger], items[day]
    if verb.sentence != when.sentence:
        return False
    opens = max((match.end() for match in _RELATIVE.finditer(text, max(when.start - CLAUSE, 0), when.start)), default=None)
    inside = (items[i] for i in triggers if i != trigger and items[i].sentence == when.sentence)
    if opens is None or not (FIRST.search(text, opens, when.start) or any(opens <= item.start < when.end for item in inside)):
        return False
    return verb.end <= opens or (verb.start > when.end and "," in text[when.end : verb.start])


def _parties(frame: Frame, items: Sequence[Item]) -> set[str]:
    return {item.entity.id for players in frame.roles.values() for i, _ in players if (item := items[i]).entity}


def _tells_other_sum(event: Event, frame: Frame, there: int, items: Sequence[Item]) -> bool:
    """Whether a sentence tells one sum of a role that varies, and not the one that the event has from elsewhere."""
    for role in [role for role, spec in event.roles.items() if spec.varies and role in frame.roles]:
        mine = items[frame.roles[role][0][0]]
        sums = {item.value for item in items if item.sentence == there and isinstance(item.value, Money)
                and item.value.amount < LEAST_SUM}
        if mine.sentence != there and isinstance(mine.value, Money) and sums and mine.value not in sums:
            return True
    return False


def _told_day(frame: Frame, items: Sequence[Item], published: date | None, is_foreign: Callable[[Item], bool],
              told: tuple[str, Collection[int]]) -> date | None:
    """The day that a frame speaks of. What dates its sentence and lies well back dates the event, also unsaid by the model, unless the
    words before say that it is foreign. `told` are the text and all triggers of it.
    """
    text, triggers = told
    if "date" in frame.roles and frame.roles["date"][0][1] < SURE and foreign_sum(frame, items, frame.roles["date"][0][0]):
        del frame.roles["date"]
    if published and "date" in frame.roles and _is_to_come(items[frame.roles["date"][0][0]], published):
        del frame.roles["date"]
    if "date" not in frame.roles and published:
        here = items[frame.trigger].sentence
        periods = [(i, item.value) for i, item in enumerate(items) if isinstance(item.value, Period) and item.sentence == here
                   and not _is_to_come(item, published)]
        past = [i for i, period in periods if not is_foreign(items[i])
                and ((published - period.end).days > LONG_AGO
                     or (period.end < published and _dates(items[i], items[frame.trigger], text, alone=False)))
                and (period.precision in _FINE
                     or (period.precision == "year" and _dates(items[i], items[frame.trigger], text, alone=len(periods) == 1)))]
        past = past if len(past) == 1 else [i for i in past if _is_of_clause(i, frame.trigger, triggers, items, text)]
        past = [i for i in past if not _is_aside(i, frame.trigger, triggers, items, text)]
        beside = next((i for i, period in periods if period.precision in _FINE and period.start <= published and not is_foreign(items[i])
                       and _WHEN.fullmatch(text, items[frame.trigger].end, items[i].start)), None)
        if beside is not None:
            frame.roles["date"] = [(beside, SAID)]
        elif len(past) == 1 and not foreign_sum(frame, items, past[0]):
            frame.roles["date"] = [(past[0], INFERRED)]
    number = frame.first("date")
    return items[number].value.start if number is not None and isinstance(items[number].value, Period) else published


def _is_of_clause(day: int, trigger: int, triggers: Collection[int], items: Sequence[Item], text: str) -> bool:
    """Whether a day among others is of the clause of a trigger: "Last year it bought Initech, and in January it added Hooli"."""
    verb, when = items[trigger], items[day]
    here = [i for i in triggers if items[i].sentence == verb.sentence]
    if when.start < verb.start:
        return not any(when.start < item.start < verb.start and isinstance(item.value, Period) for item in items if item is not when)
    opens = _NEXT_CLAUSE.search(text[max(when.start - REACH, 0) : when.start]) and any(items[i].start > when.end for i in here)
    return not opens and not any(verb.end < items[i].start < when.start for i in here)


def _is_to_come(item: Item, published: date) -> bool:
    """Whether a day that was read as one of the year before is told without a year and lies soon ahead."""
    period = item.value
    return isinstance(period, Period) and period.precision == "day" and (published - period.end).days > NEXT_YEAR \
        and _OF_YEAR.search(item.text) is None


def _dates(year: Item, trigger: Item, text: str, *, alone: bool) -> bool:
    """Whether a year says when its sentence was: "Last year Hooli bought Initech", "through the merger of A and B in 1998"."""
    before = text[max(year.start - REACH, 0) : year.start]
    opens = _OPENS.search(before) is not None
    between = text[min(year.end, trigger.end) : max(year.start, trigger.start)]
    if _NEWS.search(text[max(trigger.start - REACH, 0) : trigger.start].rpartition(". ")[2]) or _SINCE.search(before) or ";" in between:
        return False
    if opens or (year.end < trigger.start and _IN.search(before) and _AMONG.match(between)):
        return _AND.search(between) is None
    return alone and year.start > trigger.start and _IN.search(before) is not None and _CLAUSE.search(between) is None


def _is_foreign(pack: Pack, spec: Role, text: str, years: Sequence[Item]) -> Callable[[Item], bool]:
    """What tells whether a period dates something else: a year that is another event's, or what the words right before or around it speak
    against."""
    after, around = (Phrases(pack.terms[name]) if name else None for name in (spec.never_after, spec.never_around))

    def is_foreign(day: Item) -> bool:
        before = text[max(day.start - REACH, 0) : day.start]
        return day in years or (after is not None and after.find(before) is not None) \
            or (around is not None and around.find(f"{before}#{text[day.end : day.end + REACH]}") is not None)

    return is_foreign
