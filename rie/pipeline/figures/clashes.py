"""Earlier figures that would be of the very period of which their sentence tells another figure of the same metric: of which they are is
not known.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from rie.pack import Pack
from rie.pipeline.frame import Frame, Item
from rie.types import Report

DATES = ("period_start", "period_end", "fiscal_year")
PERIOD = (*DATES, "fiscal_quarter")
LIKE = Decimal("0.02")  # by which the same figure differs when it is rounded


def without_clashes(pack: Pack, items: Sequence[Item], told: Sequence[tuple[Frame, Report]]) -> Iterator[Report]:
    """The reports, the earlier figures without a period that is that of a different figure.

    Args:
        pack: whose tables name the columns.
        items: the document's mentions.
        told: frames with their reports.
    """
    main: dict[Any, list[Any]] = {}
    for frame, report in told:
        if frame.over and not frame.past and (key := _key(pack, items, frame, report)):
            main.setdefault(key, []).append(_value(pack, report))
    for frame, report in told:
        key = _key(pack, items, frame, report) if frame.past else None
        others = main.get(key, []) if key else []
        clash = others and not any(_alike(one, _value(pack, report)) for one in others)
        yield replace(report, values={**report.values, **dict.fromkeys(_columns(pack, report, PERIOD))}) if clash else report


def _columns(pack: Pack, report: Report, takes: Sequence[str]) -> list[str]:
    return [name for name, column in pack.tables[report.table].columns.items() if column.source and column.source.take in takes]


def _key(pack: Pack, items: Sequence[Item], frame: Frame, report: Report) -> tuple[Any, ...] | None:
    """What makes two figures of a sentence the same fact but for their values; None where no year or day is told."""
    if all(report.values[name] is None for name in _columns(pack, report, DATES)):
        return None
    same = _columns(pack, report, ("entity", "trigger", "context", "name", "unit", "text", *PERIOD))
    return (items[frame.trigger].sentence, report.table, *(report.values[name] for name in same))


def _value(pack: Pack, report: Report) -> Any:
    return next((report.values[name] for name in _columns(pack, report, ("figure",))), None)


def _alike(one: Any, other: Any) -> bool:
    return one is None or other is None or abs(one - other) <= LIKE * max(abs(one), abs(other))
