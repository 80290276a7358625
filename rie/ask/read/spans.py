"""Stretches of a question's words with what they may mean, and which of those that overlap count."""

from __future__ import annotations

from dataclasses import dataclass, field

from rie.ask.form import Sense


@dataclass(frozen=True, slots=True)
class Span:
    """Words first to last (exclusive) with senses; of spans that overlap the longer wins, then the lower rank."""

    first: int
    last: int
    rank: int
    senses: tuple[Sense, ...] = field(default=())


def choose(spans: list[Span], size: int) -> list[Span]:
    """The longest spans that do not overlap; spans over the same words of the same rank are joined."""
    owner: list[Span | None] = [None] * size
    kept: dict[tuple[int, int], Span] = {}
    for span in sorted(spans, key=lambda span: (span.first - span.last, span.rank, span.first)):
        place = (span.first, span.last)
        if place in kept and span.rank >= 2 and kept[place].rank >= 2:
            kept[place] = Span(*place, kept[place].rank, (*kept[place].senses, *span.senses))
        elif all(owner[index] is None for index in range(*place)):
            kept[place] = span
            owner[span.first : span.last] = [span] * (span.last - span.first)
    return sorted(kept.values(), key=lambda span: span.first)
