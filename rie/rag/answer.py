"""The answer object of RIE, with what a retrieved answer has besides: its snippets and what it cost."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rie.llm import Cost
from rie.types import Answer


@dataclass(frozen=True, slots=True)
class RagAnswer(Answer):
    """An answer made from snippets. `rows`, `sql` and `coverage` stay empty; `[1]` in `answer` cites the first snippet.

    A snippet has doc_id, part, start_char, end_char, text, score, and the document's title and published_at. `evidence` holds the
    spans that an extracted answer was taken from, or the snippets that a generated one cites.
    """

    snippets: tuple[Mapping[str, Any], ...] = ()
    cost: Cost = field(default_factory=Cost)

    def as_dict(self) -> dict[str, Any]:
        """The answer in the contract's order of keys, then `snippets` and `cost`, values ready for JSON."""
        answer = {name: getattr(self, name) for name in Answer.__slots__}
        return answer | {"snippets": self.snippets, "cost": self.cost.as_dict()}


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of snippet `snippet` (from 0) that an answer rests on; offsets are of the document's `part`."""

    snippet: int
    part: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Read:
    """What was read from snippets: a text with citations, or None when they do not answer the question."""

    text: str | None
    spans: tuple[Span, ...] = ()
    confidence: float = 0.0
    cost: Cost = field(default_factory=Cost)
