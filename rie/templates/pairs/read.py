"""Files of pairs: a question, its SQL, and where known its variables."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rie.errors import UsageError

_EXAMPLE = '{"question": "Who wrote Emma?", "sql": "SELECT ...", "variables": {"title": "Emma"}}'


@dataclass(frozen=True, slots=True)
class Pair:
    """A question with the SQL that answers it; `variables` are values that stand in both."""

    question: str
    sql: str
    variables: Mapping[str, str] = field(default_factory=dict)


def read_pairs(file: Path) -> list[Pair]:
    """The pairs of a file of JSON lines.

    Raises:
        UsageError: no such file, no pairs, or a line is no pair; names the line.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: cannot be read ({error}); give a file of JSON lines: {_EXAMPLE}") from None
    pairs = [_pair(f"{file}, line {number}", line) for number, line in enumerate(lines, 1) if line.strip()]
    if not pairs:
        raise UsageError(f"{file}: holds no pairs; write one a line: {_EXAMPLE}")
    return pairs


def _pair(place: str, line: str) -> Pair:
    try:
        item: Any = json.loads(line)
        question, sql, variables = item["question"], item["sql"], item.get("variables") or {}
        if not isinstance(question, str) or not isinstance(sql, str) or not isinstance(variables, dict):
            raise TypeError
        return Pair(question, sql, {str(name): str(value) for name, value in variables.items()})
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UsageError(f"{place}: not a pair; write {_EXAMPLE}") from None
