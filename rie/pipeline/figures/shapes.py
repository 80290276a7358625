"""A text with its mentions as signs: "adjusted # was up % to $", so that patterns speak of words and not of names and numbers."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rie.pipeline.frame import Item

SUM, PERCENTAGE, WHEN, METRIC, COMPANY, PART = "$", "%", "@", "#", "©", "§"
_SIGNS = {"MONEY": SUM, "NUMBER": SUM, "PERCENT": PERCENTAGE, "DATE": WHEN, "PERIOD": WHEN, "METRIC": METRIC, "COMPANY": COMPANY,
          "SEGMENT": PART}


def sign(item: Item) -> str:
    """The sign of a mention's label; empty for labels that patterns read by their words."""
    return _SIGNS.get(item.label, "")


class Shapes:
    """The shapes of one text.

    Args:
        text: what the items' offsets refer to.
        items: the document's mentions, those of its metadata included.
    """

    def __init__(self, text: str, items: Sequence[Item]) -> None:
        self.text = text
        self.mentions = [item for item in items if not item.key]
        self.starts = [item.start for item in self.mentions]

    def within(self, start: int, end: int) -> Iterator[Item]:
        """The mentions that begin between two places."""
        for number in range(bisect_left(self.starts, start), len(self.mentions)):
            if self.mentions[number].start >= end:
                return
            yield self.mentions[number]

    def words(self, start: int, end: int) -> str:
        """The words between two places in lower case."""
        return self.text[start:end].lower()

    def shape(self, start: int, end: int) -> str:
        """The words between two places in lower case, with signs for the mentions."""
        parts, at = [], start
        for item in self.within(start, end):
            parts += [self.words(at, item.start), sign(item) or item.text.lower()]
            at = item.end
        return "".join([*parts, self.words(at, end)])
