"""Percentages of change in a call: which is the one change of a figure, and with what it compares."""

import re
from collections.abc import Sequence

from rie.pipeline.figures.discourse import Discourse
from rie.pipeline.figures.shapes import Shapes
from rie.pipeline.figures.statements import changed, is_sequential
from rie.pipeline.frame import Item
from rie.values import Reference

BESIDE = 50  # characters around a percentage in which another one makes it doubtful what it compares with
NEAR = 2  # sentences around a change that may say what it compares with
ITSELF_A_CHANGE = "comparable_sales"
_COMPARED = re.compile(r"\b(?:years?|yoy|last|prior|previous|20\d\d|sequential\w*|quarters?)\b")
_OPENS = re.compile(r"\W*(?:in comparison|compared|relative|versus)\b")  # "compared to the third quarter, sales rose 7%"
_NAMES = ("first", "second", "third", "fourth")
_ELSEWISE = re.compile(r"\W*(?:in|on an?|at) (?:local|constant|organic|like-for-like|fx-neutral|comparable|currency-neutral)\b")
_IN_FULL = re.compile(r"\b20\d\d\b")


class Changes:
    """The changes that one transcript tells.

    Args:
        shapes: of the document.
        bounds: start and end of each sentence.
        discourse: of its sentences.
        reference: the reported period.
    """

    def __init__(self, shapes: Shapes, bounds: Sequence[tuple[int, int]], discourse: Discourse, reference: Reference | None) -> None:
        self.shapes, self.bounds, self.discourse, self.reference = shapes, bounds, discourse, reference

    def is_of(self, figure: Item, change: Item) -> bool:
        """Whether a percentage stands beside a figure as its one change; of two, one may compare with another period."""
        start, end = self.bounds[figure.sentence]
        sentence = self._other_quarters(self.shapes.words(start, end))
        if change.sentence != figure.sentence or "respectively" in sentence:
            return False
        around = self.shapes.within(max(start, change.start - BESIDE), min(end, change.end + BESIDE))
        several = sum(item.label == change.label for item in around) > 1
        low, high = sorted((figure, change), key=lambda item: item.start)
        if _ELSEWISE.match(sentence):
            return False
        if is_sequential(sentence.partition(",")[0]) and _OPENS.match(sentence):
            return False
        if not _COMPARED.search(sentence) and self._is_among_sequential(figure):
            return False
        told = changed(low is figure, self.shapes.shape(low.end, high.start), self.shapes.words(change.end, end))
        return told and not (several and is_sequential(sentence))

    def _is_among_sequential(self, figure: Item) -> bool:
        """Whether the sentences around a figure compare with the quarter before: who does so does not say it each time."""
        around = self.bounds[max(figure.sentence - NEAR, 0) : figure.sentence + NEAR + 1]
        return any(is_sequential(self._other_quarters(self.shapes.words(*bound))) for bound in around)

    def _other_quarters(self, told: str) -> str:
        """Words without the name of the reported quarter, which compares with none: "third-quarter revenue grew 9%"."""
        quarter = self.reference.quarter if self.reference else None
        return re.sub(rf"\b(?:{_NAMES[quarter - 1]}[- ]quarter|q{quarter})\b", "quarter", told) if quarter else told

    def is_of_one_year(self, metric: Item, figure: Item) -> bool:
        """Whether a figure that is itself a change is one from the year before: not "on a two-year basis", nor "versus 2019"."""
        if metric.term != ITSELF_A_CHANGE:
            return True
        start, end = self.bounds[figure.sentence]
        others = [item for item in self.shapes.within(start, end) if item.label == figure.label and item is not figure]
        before = self.shapes.words(max([start, *(item.end for item in others if item.start < figure.start)]), figure.start)
        behind = self.shapes.words(figure.end, min([end, *(item.start for item in others if item.start > figure.start)])).split(",")[0]
        years = map(int, _IN_FULL.findall(behind))
        long_ago = self.reference is not None and any(year < self.reference.year - 1 for year in years)
        return not (long_ago or self.discourse.says("stacked", before) or self.discourse.says("stacked", behind))
