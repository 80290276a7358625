"""`rie evaluate PACK --of resolution`: are reports of one event one fact, and do counts and sums come out right?"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rie.evaluation.pairs import PairScore, read_pairs, score_pairs
from rie.evaluation.retold import Retold, retell
from rie.pack import Pack


@dataclass(frozen=True)
class Resolution:
    """Labelled pairs by table, and the events that were told again and again, None where there are none."""

    pairs: dict[str, PairScore]
    retold: dict[str, Retold] | None

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {"pairs": {table: score.as_dict() for table, score in self.pairs.items()},
                "retold": None if self.retold is None else {table: one.as_dict() for table, one in self.retold.items()}}  # fmt: skip


def evaluate_resolution(pack: Pack, part: str, facts: Path | None = None) -> Resolution:
    """Score the resolution rules of a pack.

    Args:
        part: `dev` or `test` of the labelled pairs.
        facts: events to tell again and again; left out when it is None.

    Raises:
        UsageError: the pack has no labelled pairs, or they do not fit it.
    """
    return Resolution(score_pairs(read_pairs(pack, part), pack), retell(facts, pack) if facts else None)
