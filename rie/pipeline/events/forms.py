"""Changes that the form of a notice tells, in lines with a label each and what it says, beside it or below: "Name: Jane Roe",
"Designation" over "Treasurer", "Reason for change" over "Resignation". A form of several people has a value for each below a label.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rie.pack import Event, Form, Pack
from rie.pipeline.events.laid_out import plain_words
from rie.pipeline.frame import Frame, Item
from rie.pipeline.relations import Relation
from rie.values import Period

SURE = 0.97  # of what a form says in its place
LONGEST = 120  # characters of a label
_LINE = re.compile(r"[^\n]+")
_NUMBER = re.compile(r"\W*+\d{0,2}+\W*+|[a-z][.)]", re.IGNORECASE)  # of a line in a form, by itself
_COLON = re.compile(r"(?P<label>[^:\n]{3,80}?)\s*[:\uff1a]\s*(?P<value>\S.*)")
_TITLE = re.compile(
    r"\W*(?:(?:M[rs]{1,2}|Mdm|Mme|Miss|Dr|Prof|Engr?|Rev|Barr|Shri|Smt|Datuk|Dato['\u2019]|Tan Sri|Encik|Puan|Sir|H\.E)\b\.?\s*)*")
_REST = re.compile(r"\W*(?:\([^)\n]*\)\W*)?")
_START = re.compile(
    r"\W*(?:(?:appointment|cessation|resignation|retirement|redesignation|change|of|an?|the|acting|interim|independent) )*", re.IGNORECASE)
_SENDER = re.compile(  # whose post is next
    r"(?:submitted|authori[sz]ed|signed|reported|approved) (?:for release )?by.*|contact(?: person)?")

Span = tuple[int, int]


class Entry(NamedTuple):
    """A label of a form: its words, the lines of its values, and its own line."""

    words: str
    values: list[Span]
    line: Span


_NONE = Entry("", [], (0, 0))


def told_in_forms(pack: Pack, items: Sequence[Item], text: str) -> Iterator[Frame]:
    """The changes of forms.

    Args:
        pack: whose events name the labels of forms.
        items: the document's mentions.
        text: what the items' offsets refer to.
    """
    for name, event in pack.events.items():
        if event.form is not None:
            for block in _blocks(event.form, text):
                yield from _Block(name, event, block, items, text).frames()


def beside_forms(frames: Sequence[Frame], items: Sequence[Item], relations: Sequence[Relation]) -> list[Relation]:
    """The relations without those of people and days in forms: their label says what they are."""
    inside = {i for frame in frames for players in frame.roles.values() for i, _ in players}
    lines = {items[i].sentence for i in inside}
    return [relation for relation in relations
            if not frames or (relation.child not in inside and items[relation.head].sentence not in lines)]


def _blocks(form: Form, text: str) -> Iterator[dict[str, Entry]]:
    """The lines under and beside the labels of each form; a label that comes again begins the next."""
    labels = {key: re.compile(words) for key, words in form.labels.items()}
    block: dict[str, Entry] = {}
    values: list[Span] = []
    sender = False
    for match in _LINE.finditer(text):
        if _NUMBER.fullmatch(match[0]):
            continue
        beside = _COLON.fullmatch(text, *match.span())
        words = plain_words(beside["label"] if beside else match[0])
        key = next((key for key, label in labels.items() if len(words) <= LONGEST and label.fullmatch(words)), None)
        if key is None or (sender and key == "post"):
            values.append(match.span())
            sender = key is None and (sender or _SENDER.fullmatch(words) is not None)
            continue
        if key in block:
            yield block
            block = {}
        values = [beside.span("value")] if beside else []
        block[key] = Entry(words, values, match.span())
    yield block


class _Block:
    """One form.

    Args:
        name: of its event.
        event: that it tells, whose labels and values the pack gives.
        block: for each label its words, and the lines of its values.
        items: the document's mentions.
        text: what the items' offsets refer to.
    """

    def __init__(self, name: str, event: Event, block: Mapping[str, Entry], items: Sequence[Item], text: str) -> None:
        assert event.form is not None
        self.name, self.event, self.form, self.block, self.items, self.text = name, event, event.form, block, items, text
        self.begins, self.leaves = event.tie[0], event.tie[-1]
        self.post = next(role for role, spec in event.roles.items() if spec.paired)
        self.day = next(role for role, spec in event.roles.items() if spec.as_before)

    def frames(self) -> Iterator[Frame]:
        """A change of each person that the form names, and of who held the post before."""
        people, gone = self._people("person"), self._people("gone")
        posts = self._values("post", len(people)) if "post" in self.block else [self._line_of_post()] * len(people)
        if not people or not all(post is not None for post in posts):
            return
        held = [self._post(span) for span in posts if span]
        days = [self._day(span) for span in self._values("day", len(people))]
        kinds = self._kinds(len(people))
        for person, post, kind, day in zip(people, held, kinds, days, strict=True):
            if post is not None and kind is not None:
                yield self._frame(kind, person, post, day)
        if len(people) == len(gone) == 1 and held[0] is not None:
            yield self._frame(self.leaves, gone[0], held[0], next(map(self._day, self._values("gone_day", 1)), None))

    def _frame(self, role: str, person: int, post: int, day: int | None) -> Frame:
        roles = {role: [(person, SURE)], self.post: [(post, SURE)], **({self.day: [(day, SURE)]} if day is not None else {})}
        return Frame(self.name, person, triggers=[person], roles=roles, alone=True)

    def _people(self, key: str) -> list[int]:
        """The people whose names, with their titles, are each all of a line below a label, up to the first other line."""
        found: list[int] = []
        for start, end in self.block.get(key, _NONE).values:
            number = next((i for i, item in enumerate(self.items) if start <= item.start and item.end <= end and item.entity
                           and item.label in self.event.roles[self.begins].labels
                           and _TITLE.fullmatch(self.text, start, item.start) and _REST.fullmatch(self.text, item.end, end)), None)
            if number is None:
                break
            found.append(number)
        return found

    def _values(self, key: str, many: int) -> list[Span | None]:
        """The lines below a label, one for each person; one alone is that of all."""
        spans = self.block.get(key, _NONE).values[:many]
        return [*spans] if len(spans) == many else [None] * many

    def _kinds(self, many: int) -> list[str | None]:
        """Whether each person begins or leaves, by the line for it, else by the label of the day."""
        told = [self._kind(self.text[slice(*span)]) if span else None for span in self._values("kind", many)]
        return told if any(told) else [self._kind(self.block.get("day", _NONE).words)] * many

    def _kind(self, words: str) -> str | None:
        """Begins, leaves, or None where words tell neither or both."""
        told = [role for role, words_ in ((self.begins, self.form.begins), (self.leaves, self.form.leaves))
                if re.search(words_, words, re.IGNORECASE)]
        return told[0] if len(told) == 1 else None

    def _line_of_post(self) -> Span | None:
        """Of a form that asks for no post, the label that names it: "Date that director ceased to be director"."""
        posts = (item for item in self.items if item.label in self.event.roles[self.post].labels)
        lines = [self.block[key].line for key in ("day", "person") if key in self.block]
        return next(((item.start, item.end) for item in posts for start, end in lines if start <= item.start and item.end <= end), None)

    def _post(self, span: Span) -> int | None:
        start, end = span
        return next((i for i, item in enumerate(self.items) if start <= item.start and item.end <= end
                     and item.label in self.event.roles[self.post].labels and _START.fullmatch(self.text, start, item.start)), None)

    def _day(self, span: Span | None) -> int | None:
        start, end = span or (0, 0)
        return next((i for i, item in enumerate(self.items) if start <= item.start and item.end <= end and isinstance(item.value, Period)
                     and item.value.precision == "day"), None)
