"""A company has one figure of a metric, a period and a basis: where a call tells several, the one told best is the company's.

The others are of parts, of acquired companies or of other periods that the words do not name.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from rie.pack import Event, Pack
from rie.pipeline.figures.once import DATED
from rie.pipeline.frame import Frame
from rie.types import Report

ONE = Decimal("0.015")  # figures that differ by less are one, told in rounder words
SURE = 2  # of the signs that a figure is the company's own, where another figure contradicts it
FAR = 3  # times: adjusted figures of this size or more apart are not of one thing


def settled(pack: Pack, event: Event, told: Sequence[tuple[Frame, Report]], strength: Callable[[Frame], int]) -> list[Report]:
    """The reports without those that contradict another that is told better, or as well but earlier.

    Args:
        pack: whose columns tell figures apart.
        event: whose rows are compared, those of its first role only.
        told: frames with their reports, in the order of the text.
        strength: how well the words say that a figure is the company's own.
    """
    columns = pack.tables[event.table].columns
    takes = {name: column.source for name, column in columns.items() if column.source}
    same = [name for name, source in takes.items() if source.take in {"trigger", "unit"} | DATED or source.role == event.part]
    value = next(name for name, source in takes.items() if source.take == "figure")
    basis = next((name for name, source in takes.items() if source.take == "context" and not source.role), None)
    untold = pack.terms[takes[basis].terms or ""].default if basis else None
    mine = [pair for pair in told if pair[0].row == event.rows[0].role and pair[1].table == event.table]
    kept: list[Report] = []
    for frame, report in sorted(mine, key=lambda pair: -strength(pair[0])):
        alike = [(other, it) for other, it in mine if all(it.values[name] == report.values[name] for name in same)]
        rivals = [(other, it) for other, it in alike if _contradict(it.values, report.values, value, basis, untold)]
        best = max((strength(other) for other, _ in rivals), default=0)
        sure = strength(frame) >= max(best, SURE) and not any(it is one for _, it in rivals for one in kept)
        if not rivals or sure:
            kept.append(report)
    left = {report.id for _, report in mine} - {report.id for report in kept}
    return [report for _, report in told if report.id not in left]


def _contradict(one: Mapping[str, Any], other: Mapping[str, Any], value: str, basis: str | None, untold: str | None) -> bool:
    """Whether two figures cannot both be told of one thing on the bases that they have; `untold` is the basis of what none is said of."""
    first, second = one[value], other[value]
    if first is None or second is None or abs(first - second) <= ONE * max(abs(first), abs(second)):
        return False
    far = max(abs(first), abs(second)) >= FAR * min(abs(first), abs(second))
    said = basis is not None and untold not in {one[basis], other[basis]}
    return basis is None or one[basis] == other[basis] or (far and not said and first * second > 0)
