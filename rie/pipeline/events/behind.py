"""What a sentence without a trigger adds to the event told before it: "Globex is the lender.", "It is a Series B.", "The contract was
signed on May 3.", and the day that the sentence before an event tells.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from rie.pack import Pack, Role
from rie.pipeline.events.digests import are_apart
from rie.pipeline.figures.around import Phrases
from rie.pipeline.frame import Frame, Item
from rie.pipeline.relations import Relation
from rie.values import Money, Period

NEAR = 2  # sentences between an event and what is added to it
REACH = 120  # characters around a mention that are read
LEAST_SUM = 1_000  # in any currency more than is paid a share
PAIR = 2  # parties of an event that a sentence about another one names where both are one
NEWS = 10  # days before publication in which lies what is news
LIKELY = 0.6  # of a day that another one, that of publication, outdoes
TOLD = 0.9  # of a role that the words around a mention give it
_OTHERS = re.compile(  # words before a day that is of something else
    r"\b(?:prices?|closing|closed?|trad\w+|record|since|until|by|before|from|effective|dividend|meeting|quarter|ended|release)\b[^.;]{0,25}$",
    re.IGNORECASE)
_ON = re.compile(r"\bon $", re.IGNORECASE)
_SENTENCE = re.compile(r"\n|(?<!\bU\.[SK])(?<!\bMr)(?<!\bDr)(?<!\bInc)(?<!\bCorp)\.\s(?=[\"“'(]?[A-Z]|$)")


def add_behind(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """Give mentions that play no role those that the words around them name, in the event that their sentence tells; where it tells none,
    in the one told right before.
    """
    telling = {item.sentence for item in items if any(item.label == event.trigger for event in pack.events.values() if event.joins)}
    used = {i for frame in found for players in frame.roles.values() for i, _ in players}
    for name, event in pack.events.items():
        words = [(role, spec, Phrases(pack.terms[spec.told_behind])) for role, spec in event.roles.items() if spec.told_behind]
        mine = [frame for frame in found if frame.event == name]
        for number, item in enumerate(items) if words and mine else ():
            if item.key or item.in_title:
                continue
            for role, spec, phrases in words:
                if item.sentence in telling and number in used and not spec.or_else:
                    continue
                if item.label not in spec.labels or not fits(spec, item) or not phrases.find(around(text, item)):
                    continue
                lacking = [frame for frame in mine if spec.many or role not in frame.roles]
                home = _here(lacking, item, items) if item.sentence in telling else _before(lacking, item, items, text)
                if home and _is_free(home, role, spec.or_else, item, items):
                    home.roles[role] = [*home.roles.get(role, ()), (number, TOLD)]


def fits(spec: Role, item: Item) -> bool:
    """Whether a sum is as large as those that play the role are, and no range where it must be one sum."""
    if not isinstance(item.value, Money):
        return True
    if spec.one_sum and item.value.high is not None:
        return False
    return (spec.least is None or item.value.amount >= spec.least) and (spec.most is None or item.value.amount <= spec.most)


def _here(found: Sequence[Frame], item: Item, items: Sequence[Item]) -> Frame | None:
    """The only event that the sentence of a mention tells."""
    here = [frame for frame in found if any(items[trigger].sentence == item.sentence for trigger in frame.triggers)]
    return here[0] if len(here) == 1 else None


def _before(found: Sequence[Frame], item: Item, items: Sequence[Item], text: str) -> Frame | None:
    """The event that is told last before a mention, if that is near and in the same entry of a list."""
    before = [(items[trigger], frame) for frame in found for trigger in frame.triggers if items[trigger].start < item.start
              and not are_apart(items[trigger], item)]
    trigger, frame = max(before, key=lambda one: one[0].start, default=(None, None))
    if trigger is None or item.sentence - trigger.sentence > NEAR:
        return None
    return frame if not re.search(r"\n\s*(?:[•*▪·–-]\s|\d{1,2}[.)]\s)", text[trigger.end : item.start]) else None


def _is_free(frame: Frame, role: str, less: str | None, item: Item, items: Sequence[Item]) -> bool:
    """Whether who is mentioned plays no role of an event but the one of somebody of whom less is told: who leads invests."""
    return not any(items[i].identity == item.identity for other, players in frame.roles.items() for i, _ in players
                   if other == role or other != less)


def around(text: str, item: Item) -> str:
    """The sentence around a mention, which stands as "#"."""
    return _around(text, item.start, item.end)


@lru_cache(maxsize=1_000)
def _around(text: str, first: int, last: int) -> str:
    before, behind = text[max(first - REACH, 0) : first], text[last : last + REACH]
    start = max((match.end() for match in _SENTENCE.finditer(before)), default=0)
    end = _SENTENCE.search(behind)
    return f"{before[start:]}#{behind[: end.start() + 1 if end else None]}"


def prefer_told(found: Sequence[Frame], items: Sequence[Item], relations: Sequence[Relation], text: str, published: date | None) -> None:
    """ "Acme today reported that on May 3 it signed an agreement": of two likely days the one that is not that of publication."""
    likely = [relation for relation in relations if relation.label.endswith(".date") and relation.score >= LIKELY]
    for frame in found if published else ():
        number = frame.first("date")
        if number is None or published is None or not _is_day(items[number], published, 0):
            continue
        told = [(child, score) for head, child, _, score in likely if head == frame.trigger and _is_day(items[child], published, NEWS)
                and not _is_day(items[child], published, 0) and _ON.search(text[max(items[child].start - 5, 0) : items[child].start])]
        if len({items[child].value for child, _ in told}) == 1:
            frame.roles["date"] = told[:1]


def _is_day(item: Item, published: date, within: int) -> bool:
    """Whether a mention is a day at most so many days before publication."""
    return isinstance(item.value, Period) and item.value.precision == "day" and 0 <= (published - item.value.start).days <= within


def foreign_sum(frame: Frame, items: Sequence[Item], number: int) -> bool:
    """Whether a sum that is not the frame's own stands between its trigger and the mention: that tells of something else. The price of a
    share is none.
    """
    own = {i for players in frame.roles.values() for i, _ in players}
    low, high = sorted((frame.trigger, number))
    sums = (value.amount for i in range(low + 1, high) if i not in own and isinstance(value := items[i].value, Money))
    return any(amount >= LEAST_SUM for amount in sums)


def fill_days(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str, published: date | None) -> None:
    """Give events without a day the only day shortly before publication that their sentence tells, or the one before it that names a
    party of theirs and tells no event: "On May 3, Acme and Globex signed an agreement. Acme will receive $5 million."
    """
    days = _Days(pack, items, text, published) if published else None
    for frame in found if days else ():
        event = pack.events[frame.event]
        trigger = next((trigger for trigger in frame.triggers if not items[trigger].in_title), None)
        if days and trigger is not None and event.joins and "date" in event.roles and "date" not in frame.roles:
            number = days.of(frame, items[trigger])
            frame.roles.update({"date": [(number, TOLD)]} if number is not None else {})


class _Days:
    """The days of news that the sentences of a document tell."""

    def __init__(self, pack: Pack, items: Sequence[Item], text: str, published: date) -> None:
        self.items, self.text, self.published = items, text, published
        self.triggers = {event.trigger for event in pack.events.values() if event.joins}

    def of(self, frame: Frame, trigger: Item) -> int | None:
        """The day of an event, by its number."""
        here, before = self._only(trigger.sentence), self._only(trigger.sentence - 1)
        if here is not None:
            return None if foreign_sum(frame, self.items, here) else here
        if before is None or "\n" in self.text[self.items[before].end : trigger.start]:
            return None
        parties = {self.items[i].identity for players in frame.roles.values() for i, _ in players if self.items[i].entity}
        beside = [item for item in self.items if item.sentence == trigger.sentence - 1 and not item.key]
        shared = len({item.identity for item in beside} & parties)
        return before if shared >= (PAIR if any(item.label in self.triggers for item in beside) else 1) else None

    def _only(self, sentence: int) -> int | None:
        """The only period of a sentence, if it is a day of news and not that of a price, a period or what goes before an event."""
        periods = [i for i, item in enumerate(self.items) if item.sentence == sentence and isinstance(item.value, Period)]
        if len(periods) != 1 or self.items[periods[0]].in_title:
            return None
        day = self.items[periods[0]]
        news = _is_day(day, self.published, NEWS) and not _is_day(day, self.published, 0)
        return periods[0] if news and not _OTHERS.search(self.text[max(day.start - REACH, 0) : day.start]) else None
