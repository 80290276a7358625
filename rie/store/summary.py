"""What a run over a store did."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did. `snapshot` is the newest snapshot's number, None while the store has none."""

    snapshot: int | None
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    removed: int = 0
    rejected: int = 0
    facts: dict[str, int] = field(default_factory=dict)
    published: bool = False
