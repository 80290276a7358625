"""Is a found cell right? Gold and found values compared by the type of their column."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from rie.evaluation.gold import SetColumn
from rie.pack import Column
from rie.values.name import fold

_LENGTH = {"day": 10, "month": 7, "quarter": 7, "year": 4}


@dataclass
class Counts:
    """Right, false and lost values."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def right(self) -> bool:
        """Whether nothing is false and nothing lost."""
        return not self.fp and not self.fn

    def as_dict(self) -> dict[str, Any]:
        """n (gold values), tp, fp, fn, precision, recall, f1; a share of nothing is None."""
        tp, fp, fn = self.tp, self.fp, self.fn
        return {"n": tp + fn, "tp": tp, "fp": fp, "fn": fn, "precision": share(tp, tp + fp), "recall": share(tp, tp + fn),
                "f1": share(2 * tp, 2 * tp + fp + fn)}


def share(part: int, whole: int) -> float | None:
    """A quotient with four digits, None when there is nothing to divide by."""
    return round(part / whole, 4) if whole else None


def judge(column: Column | SetColumn, gold: Any, found: Any) -> Counts:
    """Compare one cell.

    Args:
        gold: None (the document does not say it), a value, a list of names that are all right, or for a set column a list of such lists.
        found: the value as `comparable` gives it.
    """
    if isinstance(column, SetColumn):
        return _judge_set(gold or [], found or [])
    if gold is None:
        return Counts(fp=found is not None)
    if found is None:
        return Counts(fn=1)
    right = any(_equal(column, one, found) for one in (gold if isinstance(gold, list) else [gold]))
    return Counts(tp=1) if right else Counts(fp=1, fn=1)


def _judge_set(gold: Iterable[Any], found: Iterable[str]) -> Counts:
    left = {fold(name) for name in found}
    counts = Counts()
    for names in gold:
        wanted = {fold(name) for name in ([names] if isinstance(names, str) else names)}
        hit = next(iter(sorted(left & wanted)), None)
        left.discard(hit or "")
        counts += Counts(tp=1) if hit else Counts(fn=1)
    return counts + Counts(fp=len(left))


def _equal(column: Column, gold: Any, found: Any) -> bool:
    if column.type in {"decimal", "integer"}:
        return bool(Decimal(str(gold)) == found)
    if column.type == "text" and not column.values:
        return fold(str(gold)) == fold(found)
    if column.source and column.source.take == "day":  # a month or year that gold gives is its first day
        return bool(f"{gold}{'-01-01'[len(str(gold)) - 4 :]}" == str(found))
    return bool(str(gold) == str(found))


def comparable(column: Column, value: Any, precision: str | None) -> Any:
    """A stored value as gold writes it: "unknown" is nothing, a date that has a precision is cut to it, numbers are Decimal."""
    if value is None or (value == "unknown" and "unknown" in column.values):
        return None
    if isinstance(value, date):
        precision = None if column.source and column.source.take == "day" else precision
        return value.isoformat()[: _LENGTH.get(precision or "day", 10)]
    return Decimal(str(value)) if column.type in {"decimal", "integer"} else value
