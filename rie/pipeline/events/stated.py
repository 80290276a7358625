"""Changes that a statement tells in so many words, mostly without a verb of change: "Jane Roe is the new treasurer of Hooli", "Roe is to be
publisher at Hooli", "Doe no longer works for Hooli, where he was treasurer", "Doe will hand the chair to Jane Roe".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rie.pack import Event, Pack
from rie.pipeline.events.masked import kinds_of, masked
from rie.pipeline.events.statements import FROM, LISTED, MANY, NUMBER, PAIRS, STATEMENTS
from rie.pipeline.frame import Frame, Item
from rie.pipeline.relations import Relation

SURE = 0.95  # of a role that a statement gives
SEVERAL = 3  # posts in a list that are each told by themselves
_SENTENCE = re.compile(r"(?<!\bRev)(?<!\bM[rs])(?<!\bMrs)(?<!\bDr)(?<!\bProf)(?<!\bHon)\.(?: |$)")
_FOUNDER = re.compile(r"(?:co-?)?founders?", re.IGNORECASE)
_MARK = re.compile(r"‹T(\d+)›")


@dataclass(frozen=True)
class Stated:
    """The changes of a statement, and the characters that it covers."""

    frames: tuple[Frame, ...]
    start: int
    end: int


def statements(pack: Pack, items: Sequence[Item], text: str) -> Iterator[Stated]:
    """The changes of such statements.

    Args:
        pack: whose events tie people to posts.
        items: the document's mentions.
        text: what the items' offsets refer to.
    """
    for name, event in pack.events.items():
        if len(event.tie) > 1 and any(spec.paired for spec in event.roles.values()):
            kinds = kinds_of(pack, event)
            for match in re.finditer(r"[^\n]+", text):
                line = masked(items, text, *match.span(), kinds)
                if "‹P" in line and "‹T" in line:
                    yield from _Line(name, event, line, items, match.start()).stated()


def beside_statements(told: Sequence[Stated], items: Sequence[Item], relations: Sequence[Relation]) -> list[Relation]:
    """The relations without those of verbs within statements, which say themselves who plays what."""
    return [relation for relation in relations
            if not any(one.start <= items[relation.head].start < one.end and not items[relation.head].key for one in told)]


class _Line:
    """A line of a document.

    Args:
        name: of the event that it may tell.
        event: whose roles are played.
        line: masked.
        items: the document's mentions.
        start: where it begins in the text.
    """

    def __init__(self, name: str, event: Event, line: str, items: Sequence[Item], start: int) -> None:
        self.name, self.event, self.line, self.items, self.start = name, event, line, items, start

    def stated(self) -> Iterator[Stated]:
        """What the line states."""
        for kind, pattern in STATEMENTS:
            for match in pattern.finditer(self.line):
                if kind == "leaves" and self._is_founder(match["post"]):
                    continue
                yield self._told(self._frames(kind, match), self._at(match.start()), self._at(match.end()))
        for match in MANY.finditer(self.line):
            if NUMBER.search(self.line[match.start() : match.start("post") - 2]):
                yield self._told(self._of_many(match), self._at(match.start()), self._at(match.start("people")))
        for kind, pattern in PAIRS:
            for match in pattern.finditer(self.line):
                yield self._told(self._of_pairs(kind, match), self._at(match.start()), self._at(match.end()))

    def _is_founder(self, post: str) -> bool:
        """Whether somebody is only told to have founded what he may leave: "replaces founder John Doe"."""
        return _FOUNDER.fullmatch(self.items[int(_MARK.findall(post)[0])].text) is not None

    def _told(self, frames: Iterable[Frame], start: int, end: int) -> Stated:
        """A statement; its changes have the verbs that it holds."""
        verbs = [i for i, item in enumerate(self.items) if item.label == self.event.trigger and not item.key and start <= item.start < end]
        return Stated(tuple(replace(frame, triggers=[*frame.triggers, *verbs]) for frame in frames), start, end)

    def _frames(self, kind: str, match: re.Match[str]) -> Iterator[Frame]:
        """The changes of the person whom a statement tells of, and of who leaves or takes up the same post."""
        found = match.groupdict()
        if kind == "neither":
            return
        company, day = _number(found.get("company")), _number(found.get("day"))
        marks = [int(number) for number in _MARK.findall(found["post"])]
        posts = [[mark] for mark in marks] if len(marks) >= SEVERAL else [marks]
        for post in posts:
            if found.get("person"):
                told = change(self.name, self.event, int(found["person"]), post, company=company, day=day, leaves=kind == "leaves")
                yield replace(told, each=len(posts) > 1)
            if found.get("gone"):
                last = _number(found.get("gone_day"))
                last = day if last is None else last
                yield change(self.name, self.event, int(found["gone"]), post, company=company, day=last, leaves=True)

    def _of_many(self, match: re.Match[str]) -> Iterator[Frame]:
        """ "Has appointed three partners: A in tax, B in audit and C": each of them."""
        post = int(match["post"])
        people = _SENTENCE.split(match["people"])[0]
        when = FROM.search(match["when"]) or FROM.search(people)
        for one in LISTED.finditer(people):
            yield change(self.name, self.event, int(one["person"]), [post], company=_number(match["company"]),
                         day=_number(when and when["day"]))

    def _of_pairs(self, kind: str, match: re.Match[str]) -> Iterator[Frame]:
        """ "Are leaving Hooli: treasurer Jane Roe and chief counsel John Doe": each with his post."""
        for post, person in re.findall(r"‹T(\d+)›,? ‹P(\d+)›", match["pairs"]):
            yield change(self.name, self.event, int(person), [int(post)], company=_number(match["company"]), leaves=kind == "leaves")

    def _at(self, place: int) -> int:
        """The character of the text that a place of the masked line stands for."""
        marks = [mark for mark in re.finditer(r"‹[A-Z](\d+)›", self.line) if mark.start() < place]
        if not marks:
            return self.start + place
        item = self.items[int(marks[-1][1])]
        return item.end + max(place - marks[-1].end(), 0)


def change(name: str, event: Event, person: int, posts: Sequence[int], *, company: int | None = None, day: int | None = None,
           leaves: bool = False) -> Frame:
    """The change of one person, told alone.

    Args:
        name: of the event.
        event: whose roles are played.
        person: number of the mention, as all that follow.
        posts: that are taken up or left.
        company: whose they are, where it is named.
        day: on which it takes effect.
        leaves: whether they are left.
    """
    begins, goes = event.tie[0], event.tie[-1]
    roles = {goes if leaves else begins: [person], next(role for role, spec in event.roles.items() if spec.paired): [*posts]}
    if company is not None:
        roles[next(role for role, spec in event.roles.items() if spec.required)] = [company]
    if day is not None:
        roles[next(role for role, spec in event.roles.items() if spec.as_before)] = [day]
    played = {role: [(number, SURE) for number in numbers] for role, numbers in roles.items()}
    return Frame(name, person, triggers=[person], roles=played, alone=True)


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)
