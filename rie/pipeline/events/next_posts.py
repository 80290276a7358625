"""Who leaves one post for another: "Doe retires as president and will serve as chairman", "President John Doe will become chairman" beside
the new president.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from rie.pack import Event, Pack, Role
from rie.pipeline.frame import Frame, Item

GIVEN = 0.9  # of a role that words give
REACH = 60  # characters before a post or a verb that are read
NEAR = 3  # sentences between a change and the next post of the person
_WILL = re.compile(r"\b(?:will|would|is to)(?: then| also| instead| now)? $")
_AS = re.compile(r" as (?:an? |the |its |their )?")
_CLOSED = re.compile(r"(?: of (?:the (?:board|company|group|bank)|[A-Z]\w+))*(?:[.,;]|$| (?:and|until|for|from|effective|with|on|after)\b)")
_PAST = re.compile(
    r"\b(?:former|ex|late|interim|acting|one-time|then|past|new|incoming|deputy|vice|assistant|regional|division)[- ]+$", re.IGNORECASE)
_BEHIND = re.compile(r"(?:, (?:aged? )?\d\d)?, (?:(?:the|its|currently|now) )*")
_OF = re.compile(r"(?: (?:of|at) (?:the )?[A-Z][^,.;]{1,50})?,")
_MANY = {"director", "vice_president", "head", "chief", "founder", "vice_chair", "cmo", "cio"}  # posts that several people hold at a time


def play_next_posts(pack: Pack, joined: list[Frame], items: Sequence[Item], text: str) -> None:
    """Add the changes of people who are told to leave one post and take up another.

    Args:
        pack: whose events tie people to posts.
        joined: the events of a document; new ones are added.
        items: its mentions.
        text: what the items' offsets refer to.
    """
    for name, event in pack.events.items():
        if len(event.tie) > 1 and any(spec.paired for spec in event.roles.values()):
            told = [frame for frame in joined if frame.event == name]
            posts = _Posts(event, told, items, text)
            joined += [*posts.taken_up(), *posts.left()]


class _Posts:
    """The posts of the changes of one kind.

    Args:
        event: that ties people to posts.
        told: the changes of a document.
        items: its mentions.
        text: what the items' offsets refer to.
    """

    def __init__(self, event: Event, told: Sequence[Frame], items: Sequence[Item], text: str) -> None:
        self.event, self.told, self.items, self.text = event, told, items, text
        self.begins, self.leaves = event.tie[0], event.tie[-1]
        self.post = next(role for role, spec in event.roles.items() if spec.paired)

    def taken_up(self) -> Iterator[Frame]:
        """ "Doe will remain a director and will serve as chairman": whoever leaves a post takes up that one, where nobody is told to."""
        used = {trigger for frame in self.told if frame.roles.keys() & set(self.event.tie) for trigger in frame.triggers}
        for number, verb in enumerate(self.items[:-1]):
            behind = self.items[number + 1]
            if verb.label != self.event.trigger or number in used or verb.text.lower() != "serve" or verb.in_title \
                    or not _WILL.search(self.text[max(verb.start - REACH, 0) : verb.start]) \
                    or behind.label not in self._spec(self.post).labels or not _AS.fullmatch(self.text, verb.end, behind.start) \
                    or not _CLOSED.match(self.text, behind.end):
                continue
            people = [i for i in range(number) if self.items[i].sentence == verb.sentence and self.items[i].entity
                      and self.items[i].label in self._spec(self.begins).labels]
            who = {self.items[i].identity for i in people}
            home = next((frame for frame in self.told if who & self._who(frame, self.leaves) and self._is_near(frame, verb)), None)
            if len(who) == 1 and home is not None:
                yield self._serving(people[0], number, home)

    def _serving(self, person: int, verb: int, home: Frame) -> Frame:
        """The change by which somebody who leaves takes up the post behind a verb, on the day between."""
        days = [role for role, spec in self.event.roles.items() if spec.as_before]
        roles = {role: list(players) for role, players in home.roles.items() if self._spec(role).required}
        roles |= {self.begins: [(person, GIVEN)], self.post: [(verb + 1, GIVEN)]}
        for role in days:
            between = [i for i in range(person, verb) if self.items[i].label in self._spec(role).labels]
            roles |= {role: [(between[-1], GIVEN)]} if between else {}
        return Frame(home.event, verb, roles=roles, triggers=[verb], inferred=set(home.inferred), alone=True)

    def left(self) -> Iterator[Frame]:
        """ "Hooli names Jane Roe president. President John Doe will become chairman": he leaves the post that she takes up."""
        gone = {(who, kind) for frame in self.told for who in self._who(frame, self.leaves) for kind in self._kinds(frame)}
        for frame in self.told:
            if frame.roles.keys() & set(self.event.tie) != {self.begins} or self.items[frame.trigger].in_title:
                continue
            for person, score in frame.roles[self.begins]:
                held = self._title(person)
                kind = None if held is None else _kind(self.items[held])
                who = self.items[person].identity
                if held is None or kind in self._kinds(frame) or (who, kind) in gone:
                    continue
                home = next((other for other in self.told if kind in self._kinds(other) and self._who(other, self.begins) - {who}
                             and who not in self._who(other, self.begins) and self._is_one_company(frame, other)), None)
                if home is not None:
                    company = {role: list(players) for role, players in home.roles.items() if self._spec(role).required}
                    yield replace(frame, roles={**company, self.leaves: [(person, score)], self.post: [(held, GIVEN)]},
                                  inferred=set(home.inferred), triggers=list(frame.triggers), alone=True)

    def _spec(self, role: str) -> Role:
        return self.event.roles[role]

    def _who(self, frame: Frame, role: str) -> set[Any]:
        return {self.items[i].identity for i, _ in frame.roles.get(role, ())}

    def _kinds(self, frame: Frame) -> set[Any]:
        return {_kind(self.items[i]) for i, _ in frame.roles.get(self.post, ())}

    def _is_near(self, frame: Frame, verb: Item) -> bool:
        return any(0 <= verb.sentence - self.items[i].sentence <= NEAR for i in frame.triggers if not self.items[i].in_title)

    def _title(self, person: int) -> int | None:
        """The post right before a name that one person holds at a time, who holds it still."""
        behind = person + 1
        if behind < len(self.items) and self.items[behind].label in self._spec(self.post).labels and self.items[behind].term not in _MANY \
                and _BEHIND.fullmatch(self.text, self.items[person].end, self.items[behind].start) \
                and _OF.match(self.text, self.items[behind].end):
            return behind
        held = person - 1
        if held < 0 or self.items[held].label not in self._spec(self.post).labels or self.items[held].term in _MANY \
                or self.text[self.items[held].end : self.items[person].start] != " ":
            return None
        before = self.text[max(self.items[held].start - REACH, 0) : self.items[held].start]
        return None if _PAST.search(before) else held

    def _is_one_company(self, one: Frame, other: Frame) -> bool:
        """Whether two changes are of one company, as far as they tell it."""
        required = (role for role, spec in self.event.roles.items() if spec.required)
        return all(not self._who(one, role) or not self._who(other, role) or self._who(one, role) & self._who(other, role)
                   for role in required)


def _kind(post: Item) -> Any:
    return post.term or post.text.casefold()
