"""How a text words what plays a role: a post of several parts, "president and chief executive officer"; a thing without a name."""

import re
from collections.abc import Sequence

from rie.pack import Pack
from rie.pipeline.frame import Frame, Item

_ONE_OF = re.compile(  # who is one of two "directors" is a director
    r"(?:(?<=or)|(?<=er)|(?<=nt)|(?<=ee)|(?<=ive)|(?<=pal)|(?<=head))s$|(?<=partner)ship$")
_AND = re.compile(r",?\s+(?:and|&)\s+", re.IGNORECASE)
_BOARD = {"board", "board of directors"}
_APPOSED = re.compile(r", (?:(?:its|their|the|an?|currently|now|company) )*")
_JOINED = re.compile(r"\s*(?:,|&|and|, and)\s*", re.IGNORECASE)


class Wording:
    """The words of the roles of one document.

    Args:
        pack: whose labels the mentions have.
        items: the document's mentions.
        text: what the items' offsets refer to.
    """

    def __init__(self, pack: Pack, items: Sequence[Item], text: str) -> None:
        self.pack, self.items, self.text = pack, items, text

    def together(self, players: Sequence[tuple[int, float]], *, each: bool = False) -> str:
        """The words of a role: players that "and" joins are one ("president and chief executive officer"), the text goes before
        the title; what is told `each` by itself has none beside it.
        """
        scores = {number: score for number, score in players if not self._is_honorific(number)} or dict(players)
        beside = ((other, score) for number, score in players for other in (number - 1, number + 1) if self._and(number, other))
        scores = scores if each else dict(beside) | scores
        groups: list[list[int]] = []
        for number in sorted(scores):
            joined = groups and _JOINED.fullmatch(self.text[self.items[groups[-1][-1]].end : self.items[number].start]) \
                and not self._is_apart(groups[-1][-1], number)
            groups[-1].append(number) if joined else groups.append([number])
        told = [group for group in groups if not self._describes(group) and not self.items[group[0]].in_title]
        named = told and any("board" not in self.items[number].text.lower() for group in told for number in group)
        best = max(told if named else groups,
                   key=lambda group: (not self.items[group[0]].in_title, max(scores[number] for number in group), len(group)))
        words = " ".join(self.text[self.items[best[0]].start : self.items[best[-1]].end].split())
        listed = self.pack.labels[self.items[best[0]].label].source == "terms" and " of " not in words
        return _ONE_OF.sub("", words) if listed else words

    def phrase(self, number: int, frame: Frame) -> str:
        """An unnamed thing in words, with the name that "of" ties to it, unless that plays a role itself: "assets of Widget Corp"."""
        known = {self.items[i].identity for players in frame.roles.values() for i, _ in players}
        item = self.items[number]
        following = self.items[number + 1] if number + 1 < len(self.items) else None
        end = item.end
        tied = following and following.entity and self.text[item.end : following.start].strip().lower() in {"of", "of the"}
        if following and tied and following.identity not in known:
            end = following.end
        return " ".join(self.text[item.start : end].split())

    def _and(self, number: int, other: int) -> bool:
        """Whether "and" joins two mentions of one label, of which the other is no title: "chairman, and vice president Jane Roe"."""
        if not 0 <= other < len(self.items) or self.items[number].label != self.items[other].label or self._is_title(other):
            return False
        if self.items[other].text.lower() in _BOARD:
            return False  # "resigned from the board and secretary John Doe"
        first, second = (self.items[i] for i in sorted((number, other)))
        return bool(_AND.fullmatch(self.text, first.end, second.start))

    def _is_apart(self, one: int, other: int) -> bool:
        """Whether "and" joins a board, which is no post, to what somebody is: "the Board of Directors and President Jane Roe agreed"."""
        return self.items[one].text.lower() in _BOARD and self.items[other].text.lower() not in _BOARD

    def _describes(self, group: Sequence[int]) -> bool:
        """Whether posts only say who somebody is: "chairman John Doe", "Jane Roe, its president and treasurer,"."""
        before = self.items[group[0] - 1] if group[0] else None
        if self._is_title(group[-1]):
            return True
        apposed = before is not None and before.entity and _APPOSED.fullmatch(self.text, before.end, self.items[group[0]].start)
        return bool(apposed) and self.text[self.items[group[-1]].end : self.items[group[-1]].end + 5] == ", to "

    def _is_honorific(self, number: int) -> bool:
        """Whether a word is how somebody is addressed: "Chief Bode Roe"."""
        return self.items[number].text == "Chief" and self._is_title(number)

    def _is_title(self, number: int) -> bool:
        """Whether a name stands right behind a mention."""
        following = self.items[number + 1] if number + 1 < len(self.items) else None
        return following is not None and following.entity is not None and self.text[self.items[number].end : following.start] == " "
