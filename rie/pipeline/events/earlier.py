"""Events before the one that is told, which only their kind and their sum tell: "raised $61m, including an $18m Series B in March 1999",
"Before this: a $3.2m seed round in 2021". And to which of a party's events belongs what it has come to in all.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from rie.pack import Pack
from rie.pipeline.events.behind import LEAST_SUM, around, fits
from rie.pipeline.events.coordinated import play_listed
from rie.pipeline.events.join import same
from rie.pipeline.events.worded import play_named
from rie.pipeline.figures.around import Phrases
from rie.pipeline.frame import Frame, Item
from rie.values import Money, Period

SAID = 0.97  # of a role that the words give
LONG_AGO = 60  # days by which one event is surely later than another
TIMES = 25  # as much as an event all of a party's have come to at most
NEAR = 2  # sentences behind an event of one of several parties in which an earlier one of it is told
SUM_FIRST = re.compile(r" (?:(?:in|of|worth of) )?(?:(?!(?:and|or|to|for|by|from|with)\b)[a-z-]+ ){0,2}", re.IGNORECASE)
KIND_FIRST = re.compile(
    r" (?:(?:round|financing|funding|raise|investment|money|note|issue|facility) )?(?:of|worth|for|totall?ing|that raised|which raised)"
    r"(?: (?:about|around|some|nearly|over|roughly|approximately|almost|more than|just over))* ", re.IGNORECASE)
_APPOSED = re.compile(  # between the kind of a round and its sum
    r"(?: (?:money|funding|financing|capital|round|investment|cash|cheque|check))?,? (?:an? |the )?(?:[a-z]+ )?"
    r"(?:cheque|check|sum|round|total|investment|injection|ticket)? ?(?:of|worth|totall?ing|amounting to)"
    r"(?: (?:about|around|some|nearly|over|roughly|just))* ", re.IGNORECASE)
_PRECISE = {"day", "month", "quarter", "year"}


def add_earlier(pack: Pack, joined: list[Frame], items: Sequence[Item], text: str) -> None:
    """Add the events of a document that have no word of their own, and give sums of all to the last.

    Args:
        pack: whose events name what tells them.
        joined: the joined frames of a document; one that holds the kind of such an event and no sum loses it.
        items: its mentions.
        text: what the items' offsets refer to.
    """
    _fill_sums(pack, joined, items, text)
    found = [frame for name, event in pack.events.items() if event.bare for frame in _Bare(pack, name, joined, items, text).frames()]
    for by_words in (play_named, play_listed):
        by_words(pack, found, items, text)
    for frame in found:
        frame.roles = {role: [(i, SAID) for i, _ in players] for role, players in frame.roles.items()}
    joined += found
    joined.sort(key=lambda frame: frame.trigger)
    _give_to_latest(pack, joined, items)


def _fill_sums(pack: Pack, joined: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "Its seed money, a cheque of $900,000, came in 2018": give events without a sum the one that stands for their kind."""
    used = {i for frame in joined for players in frame.roles.values() for i, _ in players}
    for frame in joined:
        rule = pack.events[frame.event].bare
        if rule is None or rule.sum in frame.roles:
            continue
        spec = pack.events[frame.event].roles[rule.sum]
        kinds = [kind for kind, _ in frame.roles.get(rule.kind, ())]
        beside = [kind + 1 for kind in kinds if kind + 1 < len(items) and kind + 1 not in used
                  and items[kind + 1].label in spec.labels and _APPOSED.fullmatch(text, items[kind].end, items[kind + 1].start)]
        beside += [kind - 1 for kind in kinds if kind and "date" in frame.roles and kind - 1 not in used and not items[kind - 1].key
                   and items[kind - 1].label in spec.labels and SUM_FIRST.fullmatch(text, items[kind - 1].end, items[kind].start)]
        if len(beside) == 1 and fits(spec, items[beside[0]]) and items[beside[0]].term not in spec.turns:
            frame.roles[rule.sum] = [(beside[0], SAID)]


class _Bare:
    """What tells the earlier events of a kind in one document."""

    def __init__(self, pack: Pack, name: str, joined: Sequence[Frame], items: Sequence[Item], text: str) -> None:
        event = pack.events[name]
        assert event.bare is not None
        self.name, self.event, self.rule, self.items, self.text = name, event, event.bare, items, text
        self.told = [frame for frame in joined if frame.event == name]
        self.used = {i for frame in joined for players in frame.roles.values() for i, _ in players}
        self.before = Phrases(pack.terms[self.rule.terms])
        self.party = next(role for role, spec in event.roles.items() if spec.required)
        sources = [column.source for column in pack.tables[event.table].columns.values() if column.source]
        terms = next((source.around.get(self.rule.sum) for source in sources if source.role == self.rule.kind), None)
        self.kinds = Phrases(pack.terms[terms]) if terms else None

    def frames(self) -> Iterator[Frame]:
        """The events, in the order of the text."""
        for number, item in enumerate(self.items):
            spec = self.event.roles[self.rule.sum]
            sum_ = isinstance(item.value, Money) and item.label in spec.labels and item.value.amount >= LEAST_SUM and fits(spec, item)
            if not sum_ or number in self.used or item.key or item.in_title or item.term in spec.turns:
                continue
            words = around(self.text, item)
            kind = self._kind(number)
            if (kind is None and not (self.kinds and self.kinds.find(words))) or not self.before.find(words):
                continue
            party = self._party(item)
            if party is not None and not self._is_told(number, party) and self._frees(kind):
                yield self._frame(number, kind, party)

    def _kind(self, number: int) -> int | None:
        """The kind that stands right beside a sum."""
        labels = self.event.roles[self.rule.kind].labels
        beside = ((number + 1, number, number + 1, SUM_FIRST), (number - 1, number - 1, number, KIND_FIRST))
        return next((kind for kind, one, two, between in beside if 0 <= kind < len(self.items) and self.items[kind].label in labels
                     and between.fullmatch(self.text, self.items[one].end, self.items[two].start)), None)

    def _party(self, sum_: Item) -> int | None:
        """Whose event it is: of the only party of events of the kind, or of the one told of last and near; none where the sentence names
        another.
        """
        players = [(self.items[frame.triggers[0]], frame.roles[self.party][0][0]) for frame in self.told if self.party in frame.roles]
        near = [(trigger, i) for trigger, i in players if trigger.start < sum_.start]
        if len({self.items[i].identity for _, i in players}) > 1:
            near = [(trigger, i) for trigger, i in near if sum_.sentence - trigger.sentence <= NEAR]
        party = max(near, key=lambda one: one[0].start, default=(None, None))[1]
        own = self.items[party].identity if party is not None else None
        others = (item for item in self.items if item.sentence == sum_.sentence and item.entity and item.start < sum_.start
                  and item.label in self.event.roles[self.party].labels)
        return None if any(item.identity != own for item in others) else party

    def _is_told(self, number: int, party: int) -> bool:
        """Whether an event of the party tells the sum."""
        mine = (frame for frame in self.told if any(self.items[i].identity == self.items[party].identity
                                                    for i, _ in frame.roles.get(self.party, ())))
        return any(same(self.items[i], self.items[number]) for frame in mine for players in frame.roles.values() for i, _ in players)

    def _frees(self, kind: int | None) -> bool:
        """Whether the kind is of no event with a sum; one without, that only tells what it all came to, is not of that kind."""
        holders = [frame for frame in self.told if kind is not None and any(i == kind for i, _ in frame.roles.get(self.rule.kind, ()))]
        if any(self.rule.sum in frame.roles for frame in holders):
            return False
        for frame in holders:
            del frame.roles[self.rule.kind]
        return True

    def _frame(self, number: int, kind: int | None, party: int) -> Frame:
        roles = {self.party: [(party, SAID)], self.rule.sum: [(number, SAID)]}
        if kind is not None:
            roles[self.rule.kind] = [(kind, SAID)]
        trigger = max(number, kind or 0)
        day = self._day(trigger)
        if day is not None:
            roles["date"] = [(day, SAID)]
        value = self.items[day].value if day is not None else None
        return Frame(self.name, trigger, triggers=[trigger], status_score=SAID, roles=roles, undated=day is None,
                     day=value.start if isinstance(value, Period) else None)

    def _day(self, trigger: int) -> int | None:
        """The period behind an event in its sentence and before the next sum, else the only one before it."""
        here = [i for i, item in enumerate(self.items) if item.sentence == self.items[trigger].sentence and not item.key]
        until = next((i for i in here if i > trigger and isinstance(self.items[i].value, Money)), len(self.items))
        periods = [i for i in here if isinstance(self.items[i].value, Period) and self.items[i].value.precision in _PRECISE]
        behind = [i for i in periods if trigger < i < until and i not in self.used]
        return behind[0] if behind else periods[0] if len(periods) == 1 and periods[0] not in self.used else None


def _give_to_latest(pack: Pack, joined: Sequence[Frame], items: Sequence[Item]) -> None:
    """What a party has come to in all is told of its last event: not of one long before, nor of a mere mention of the sum."""
    for frame in joined:
        event = pack.events[frame.event]
        for role in [role for role, spec in event.roles.items() if spec.latest and role in frame.roles]:
            party = next(name for name, spec in event.roles.items() if spec.required)
            whose = {items[i].identity for i, _ in frame.roles.get(party, ())}
            mine = (other for other in joined if other.event == frame.event and role not in other.roles and not other.undated
                    and whose & {items[i].identity for i, _ in other.roles.get(party, ())})
            later = [other for other in mine if event.bare and event.bare.sum in other.roles and _is_later(other, frame, event.bare.sum)]
            whole = items[frame.roles[role][0][0]].value
            later = [other for other in later if event.bare and _can_be_all(whole, items[other.roles[event.bare.sum][0][0]].value)]
            if later:
                home = max(later, key=lambda other: (other.day.toordinal() if other.day else 0, -other.trigger))
                home.roles[role] = frame.roles.pop(role)


def _can_be_all(whole: Any, part: Any) -> bool:
    """Whether a sum may be what a party has come to with another: no less, and not so many times as much that it is another's."""
    both = isinstance(whole, Money) and isinstance(part, Money)
    return both and (whole.currency != part.currency or part.amount <= whole.amount <= part.amount * TIMES)


def _is_later(one: Frame, other: Frame, sum_: str) -> bool:
    """Whether an event is of a later time than another, or the other has no sum and is of no later time itself."""
    days = (one.day - other.day).days if one.day and other.day else 0
    return days > LONG_AGO or (sum_ not in other.roles and days >= -LONG_AGO)
