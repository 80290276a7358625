"""Canonical wordings with blanks, which the grammar reads: what a question may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations, product
from typing import Final

from rie.ask.ranker.blanks import SAID, TIMES, Blank, Blanked

_MARK: Final = re.compile(r"\{(?P<kind>[a-z]+)(?P<number>\d*)\}")
_PERCENT: Final = re.compile(r"agg:(?:share|ratio|change)|percent|facet:|margin")
_MOST_WAYS: Final = 6
_BOUND: Final = re.compile(
    r"\b(?:in|of|for|during|from|on) (?P<rest>(?:the )?(?:between|since|from|after|before|until|up to|in|on|by)\b)", re.I
)


@dataclass(frozen=True)
class Wording:
    """A question with marks for its blanks: "How much did {entity1} raise in {period1}?". Periods are numbered by their dates, other
    blanks of one kind by their places. `clauses` are those of its form, `literal` the values that it says by words of their own."""

    text: str
    clauses: frozenset[str]
    literal: frozenset[str]

    @cached_property
    def signature(self) -> tuple[str, ...]:
        """The kinds of its blanks."""
        return tuple(sorted(match["kind"] for match in _MARK.finditer(self.text)))

    @cached_property
    def ops(self) -> frozenset[str]:
        """The comparisons that it makes."""
        return frozenset(clause.split(".")[-2] for clause in self.clauses if clause.removeprefix("in/").startswith("threshold:"))

    @cached_property
    def negated(self) -> bool:
        """Whether it leaves something out."""
        return any("if:not " in clause for clause in self.clauses)

    @cached_property
    def shared(self) -> bool:
        """Whether it can be answered by a percentage."""
        told = any(_PERCENT.search(clause) for clause in self.clauses)
        return told or "{percent" in self.text or ("{metric" in self.text and not self.clauses.isdisjoint(("agg:lookup", "agg:facts")))

    @cached_property
    def ordinal(self) -> bool:
        """Whether it passes over the first of its answers."""
        return any(clause.startswith("offset:") for clause in self.clauses)

    @cached_property
    def timed(self) -> bool:
        """Whether it says what came before or after what."""
        words = {*self.text.lower().split()}
        return not words.isdisjoint(TIMES) or any(clause.endswith((".before", ".after")) for clause in self.clauses)

    @cached_property
    def joined(self) -> bool:
        """Whether it says that two things hold together."""
        return "none:nested" not in self.clauses or "none:operands" not in self.clauses

    @cached_property
    def plain(self) -> bool:
        """Whether it asks for facts of one kind, which more conditions can be added to."""
        return not self.joined

    def fits(self, question: Blanked) -> bool:
        """Whether it says each condition that the question says in words that the grammar knows."""
        return self.lacks(question) == frozenset()

    def lacks(self, question: Blanked) -> frozenset[str] | None:
        """The values that the question says in words of their own and this does not; None where it differs in more than can be added."""
        said = {value for value in self.literal if self.negated or value.startswith(SAID)} <= question.literal
        parts = (self.shared or not question.shared) and (question.ordinal or not self.ordinal)
        tied = (self.timed or not question.timed) and (self.joined or not question.joined)
        again = not ("{period2" in self.text and "none:nested" not in self.clauses) or question.timed or question.joined
        ops = not question.ops or not self.ops or bool(self.ops & question.ops)
        missing = question.literal - self.literal
        addable = not missing or (self.plain and not question.negated)
        return missing if said and parts and tied and again and ops and addable and (self.negated or not question.negated) else None

    def filled(self, blanks: Sequence[Blank]) -> Iterator[str]:
        """The wording with a question's blanks filled in, in each order of those of one kind.

        Args:
            blanks: of the question, of the kinds of the wording.
        """
        kinds = sorted({blank.kind for blank in blanks})
        orders = [_orders(kind, [blank for blank in blanks if blank.kind == kind]) for kind in kinds]
        for _, way in zip(range(_MOST_WAYS), product(*orders), strict=False):
            texts = {f"{kind}{number}": text for kind, order in zip(kinds, way, strict=True) for number, text in enumerate(order, 1)}
            yield _BOUND.sub(lambda match: match["rest"], _put(texts, self.text))


def _put(texts: Mapping[str, str], wording: str) -> str:
    return _MARK.sub(lambda match: texts[match[0][1:-1]], wording)


def _orders(kind: str, blanks: list[Blank]) -> list[tuple[str, ...]]:
    if kind == "period":
        blanks = sorted(blanks, key=lambda blank: (blank.value.start, blank.value.end))
        return [tuple(blank.text for blank in blanks)]
    return list(permutations([blank.text for blank in blanks]))


def marked(question: str, spans: Sequence[tuple[int, int]], blanks: Sequence[Blank]) -> str:
    """A question with marks in place of its blanks.

    Args:
        question: as it was asked.
        spans: where each blank stands in it.
        blanks: in the same order.
    """
    places = list(range(len(blanks)))
    numbers: dict[int, int] = {}
    for kind in {blank.kind for blank in blanks}:
        mine = [place for place in places if blanks[place].kind == kind]
        if kind == "period":
            mine.sort(key=lambda place: (blanks[place].value.start, blanks[place].value.end))
        numbers |= {place: number for number, place in enumerate(mine, 1)}
    for place in reversed(places):
        first, last = spans[place]
        question = f"{question[:first]}{{{blanks[place].kind}{numbers[place]}}}{question[last:]}"
    return question
