"""What one sanity check says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Verdict = Literal["sound", "look", "wrong"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A check's verdict: `sound`, `look` (a person should) or `wrong`; what was measured, and what to do where it is not sound."""

    check: str
    verdict: Verdict
    told: str
    advice: str = ""
    figures: Mapping[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {name: getattr(self, name) for name in self.__slots__}
