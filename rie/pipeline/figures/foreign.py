"""Figures that are none of the metric beside them: an item of a result, "net includes a charge of $5m", an effect on it, "which would
reduce net income by $20m", so many tonnes that were sold.

Which words say so stands in the pack, for each row of an event.
"""

from collections.abc import Mapping, Sequence

from rie.pack import Event
from rie.pipeline.figures.around import Phrases
from rie.pipeline.frame import Frame, Item


def is_foreign(event: Event, terms: Mapping[str, Phrases], frame: Frame, items: Sequence[Item], *, text: str,
               bounds: tuple[int, int]) -> bool:
    """Whether the words of a sentence, or of the figure's own part of it, say that a frame's figure is none of its metric.

    Args:
        event: of the frame; its rows name the vocabularies.
        terms: the compiled vocabularies.
        frame: of one row.
        items: the document's mentions.
        text: what the items' offsets refer to.
        bounds: of the metric's sentence.
    """
    row, number = next((row for row in event.rows if row.role == frame.row), None), frame.first("row")
    if row is None or number is None or frame.tabled or items[number].label == "PERCENT":
        return False
    metric, figure = items[frame.trigger], items[number]
    if not row.never or metric.sentence != figure.sentence:
        return False
    told = marked(metric, figure, text, bounds)
    return any(terms[name].find(told) is not None for name in row.never)


def marked(metric: Item, figure: Item, text: str, bounds: tuple[int, int]) -> str:
    """A sentence with its metric as <word> and its figure as "#"."""
    first, last = sorted(((metric, f"<{metric.text}>"), (figure, "#")), key=lambda one: one[0].start)
    return "".join([text[bounds[0] : first[0].start], first[1], text[first[0].end : last[0].start], last[1], text[last[0].end : bounds[1]]])
