"""What the reader without a language model goes by, from `cues.yaml`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from rie.rag.words import words_of

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Role:
    """How a question asks for a part, and what stands before or after a name that plays it (None: nothing that tells)."""

    question: Pattern
    left: Pattern
    right: Pattern


@dataclass(frozen=True, slots=True)
class Cues:
    """The expressions of `cues.yaml`; see there for what each means."""

    computed: Pattern
    polite: Pattern
    open: Pattern
    asking: frozenset[str]
    playing: frozenset[str]
    total: Pattern
    total_near: Pattern
    kinds: Mapping[str, Pattern]
    many: Pattern
    roles: Mapping[str, Role]
    other_sums: Pattern
    expected: Pattern
    type: Pattern
    status: Pattern
    place_left: Pattern
    place_right: Pattern


@cache
def cues() -> Cues:
    """The expressions, compiled."""
    held: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("cues.yaml").read_text(encoding="utf-8"))
    between = held.pop("apposition")
    roles = {name: Role(**{part: _compiled(cue.replace("{apposition}", between)) for part, cue in role.items()})
             for name, role in held.pop("roles").items()}
    made: dict[str, Any] = {name: frozenset(words_of(held.pop(name))) for name in ("asking", "playing")}
    made["kinds"] = {name: _compiled(pattern) for name, pattern in held.pop("kinds").items()}
    made |= {f"place_{side}": _compiled(pattern) for side, pattern in held.pop("place").items()}
    made |= {name: _compiled(pattern) for name, pattern in held.items()}
    return Cues(roles=roles, **made)


def _compiled(pattern: str | Sequence[str]) -> Pattern:
    """A pattern that is written on several lines is one; a list is its alternatives."""
    whole = pattern if isinstance(pattern, str) else "|".join(pattern)
    return re.compile("".join(line.strip() if "\n" in whole else line for line in whole.splitlines()), re.IGNORECASE)
