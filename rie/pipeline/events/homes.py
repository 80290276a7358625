"""Which of the frames told before may tell the event of another one: looked up by who plays in them, not tried one by one."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from rie.pack import Event
from rie.pipeline.events.nested import SHORTEST
from rie.pipeline.frame import Frame, Item
from rie.values.name import fold

Places = dict[int, None]  # of frames, each once
Key = tuple[str, Any]


class Homes:
    """The frames of one event that joins, by the places in which they were added.

    Args:
        event: of all of them.
        items: the document's mentions.
        near: sentences within which a clause without a required player adds to the frame before.
    """

    def __init__(self, event: Event, items: Sequence[Item], near: int) -> None:
        self.items, self.near, self.tie = items, near, event.tie
        self.required = [role for role, spec in event.roles.items() if spec.required]
        self.apart = [role for role, spec in event.roles.items() if ((spec.many and spec.required) or spec.distinct) and role != "date"]
        self._usual = Counter(word for item in items for word in _words(item))
        self._frames: list[Frame] = []
        self._place: dict[int, int] = {}
        self._playing: dict[tuple[str, Any], Places] = defaultdict(dict)
        self._lacking: dict[str, Places] = defaultdict(dict)
        self._told: dict[int, Places] = defaultdict(dict)
        self._titles: Places = {}

    def add(self, frame: Frame) -> None:
        """A frame that others may be told with."""
        self._place[id(frame)] = len(self._frames)
        self._frames.append(frame)
        self.grown(frame)

    def grown(self, frame: Frame) -> None:
        """Take note of whom a frame has and lacks, and where it is told."""
        place = self._place[id(frame)]
        for role, players in frame.roles.items():
            for key in (key for number, _ in players for key in self._known_by(self.items[number])):
                self._playing[role, key][place] = None
        for role in (role for role in self.apart if not frame.roles.get(role)):
            self._lacking[role][place] = None
        self._told[self.items[(frame.triggers or [frame.trigger])[-1]].sentence][place] = None
        if all(self.items[trigger].in_title for trigger in frame.triggers):
            self._titles[place] = None

    def may_be_of(self, frame: Frame) -> Iterator[Frame]:
        """Those that may tell the event of a frame, the last one first."""
        ways = [self._tied] if self.tie else [self._beside, *(self._apart(role) for role in self.apart if frame.roles.get(role))]
        found = min((way(frame) for way in ways), key=len) | self._titles
        return (self._frames[place] for place in sorted(found, reverse=True))

    def _tied(self, frame: Frame) -> Places:
        return self._with(frame, self.tie)

    def _beside(self, frame: Frame) -> Places:
        """Those that stand near, as one of both may lack a required player; those with such a player in common."""
        here = self.items[frame.trigger].sentence
        near = {place: None for sentence in range(here - self.near, here + self.near + 1) for place in self._told.get(sentence, ())}
        return near | self._with(frame, self.required)

    def _apart(self, role: str) -> Callable[[Frame], Places]:
        return lambda frame: self._with(frame, [role]) | self._lacking[role]

    def _with(self, frame: Frame, roles: Sequence[str]) -> Places:
        """Those of which one of the roles is played by who plays one of them in the frame, or by a part of his name."""
        keys = [key for role in roles for number, _ in frame.roles.get(role, ()) for key in self._asked_by(self.items[number])]
        return {place: None for role in roles for key in keys for place in self._playing.get((role, key), ())}

    def _known_by(self, item: Item) -> Iterator[Key]:
        """What a mention is found by: itself, its rarest word where it is part of a longer name, each word where it is the longer one."""
        words = _words(item)
        yield "who", item.identity
        yield from (("longer", word) for word in words)
        yield from (("part", word) for word in self._rarest(words))

    def _asked_by(self, item: Item) -> Iterator[Key]:
        words = _words(item)
        yield "who", item.identity
        yield from (("part", word) for word in words)
        yield from (("longer", word) for word in self._rarest(words))

    def _rarest(self, words: Collection[str]) -> list[str]:
        return [min(words, key=lambda word: (self._usual[word], word))] if words else []


def _words(item: Item) -> set[str]:
    """The words of a name by which it can be a part of another."""
    return {word for word in fold(item.entity.name if item.entity else item.text).split() if len(word) > SHORTEST}
