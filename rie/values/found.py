"""Where a value stands in a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value read from the characters `start` to `end` (exclusive, Python string offsets).

    `label` is the kind of the value: `MONEY`, `PERCENT`, `DATE` or `NUMBER`.
    """

    start: int
    end: int
    value: T
    label: str = ""


def without_overlaps(found: Iterable[Found[Any]]) -> list[Found[Any]]:
    """Values that share no characters, sorted by start: where two overlap, the one that starts first, then the longer."""
    kept: list[Found[Any]] = []
    for item in sorted(found, key=lambda item: (item.start, -item.end)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept
