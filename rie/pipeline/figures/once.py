"""A document tells a figure in its title, its lead and its table: one report of it is enough."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

from rie.pack import Pack, Table
from rie.types import Report

FIGURES = 3  # of a sum in round figures that can be the same as an exact one
DATED = {"period_start", "period_end", "fiscal_year", "fiscal_quarter"}  # a report without any of them fits every period


def told_once(pack: Pack, reports: Sequence[Report]) -> list[Report]:
    """The reports without those that repeat an earlier one; what only a repetition says is taken over, with its evidence.

    Only events that do not join triggers can repeat themselves: the others are joined before there are reports.
    """
    kept: list[Report] = []
    repeating = {event.table for event in pack.events.values() if not event.joins}
    for report in reports:
        earlier = [(i, other) for i, other in enumerate(kept) if other.table == report.table and report.table in repeating]
        place = next((i for i, other in earlier if _repeats(pack.tables[report.table], other, report)), None)
        if place is None:
            kept.append(report)
        else:
            kept[place] = _united(*_exact_first(pack.tables[report.table], kept[place], report))
    return kept


def _repeats(table: Table, one: Report, other: Report) -> bool:
    """Whether two reports of a table can be the same: all that tells facts apart is equal, or said by one of them only."""
    rules = table.resolution.match if table.resolution else []
    blocks = table.resolution.block if table.resolution else []
    if any(one.values[column] != other.values[column] for block in blocks for column in block):
        return False
    dated = {name for name, column in table.columns.items() if column.source and column.source.take in DATED}
    undated = any(all(report.values[name] is None for name in dated) for report in (one, other))
    compared = (match for match in rules if match.rule != "days" and not (undated and match.column in dated))
    return all(_agree(match.rule, one.values[match.column], other.values[match.column]) for match in compared)


def _agree(rule: str, one: Any, other: Any) -> bool:
    """Equal, one of them untold, or one the other in round figures; a vague value is told: earnings as such are not adjusted earnings."""
    return one == other or (rule == "equal" and (one is None or other is None)) or (rule == "rounded" and _is_rounded(one, other))


def _is_rounded(one: Any, other: Any) -> bool:
    """Whether one of two sums is the other in fewer figures, at least three: "$142.3 million" and 142,310 in a table in thousands."""
    if not (isinstance(one, Decimal) and isinstance(other, Decimal)):
        return False
    short, full = sorted((one, other), key=_figures)
    return _figures(short) >= FIGURES and Context(prec=_figures(short), rounding=ROUND_HALF_UP).plus(full) == short


def _figures(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _exact_first(table: Table, one: Report, other: Report) -> tuple[Report, Report]:
    rounded = [match.column for match in table.resolution.match if match.rule == "rounded"] if table.resolution else []
    sums = ((one.values[column], other.values[column]) for column in rounded)
    finer = any(isinstance(mine, Decimal) and isinstance(theirs, Decimal) and _figures(mine) < _figures(theirs) for mine, theirs in sums)
    return (other, one) if finer else (one, other)


def _united(one: Report, other: Report) -> Report:
    added = tuple(evidence for evidence in other.evidence if evidence not in one.evidence)
    return replace(one, values={name: _told(value, other.values[name]) for name, value in one.values.items()},
                   evidence=(*one.evidence, *added), confidence=max(one.confidence, other.confidence))


def _told(value: Any, other: Any) -> Any:
    return other if value is None else value
