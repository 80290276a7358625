"""Are answers right? Scores answer objects against gold questions (contract, section 7)."""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from rie.errors import UsageError
from rie.types import Answer
from rie.values import fold

Verdict = Literal["right", "wrong", "refused"]
_Z = 1.96


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question with its gold answer; `after` lists the questions before it."""

    id: str
    question: str
    kind: str
    gold: Mapping[str, Any]
    after: tuple[str, ...] = ()
    today: str | None = None

    @property
    def answerable(self) -> bool:
        """Whether the data holds an answer: rows, or that there is nothing."""
        return bool(self.gold["type"] != "refuse")


@dataclass
class Scores:
    """Verdicts by kind of question; `unanswerable` kinds are right when they are refused."""

    by_kind: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    wrong: list[tuple[GoldQuestion, Answer]] = field(default_factory=list)
    refused: list[tuple[GoldQuestion, Answer]] = field(default_factory=list)

    @property
    def total(self) -> Counter[str]:
        """Verdicts of all kinds."""
        return sum(self.by_kind.values(), Counter())


def read_questions(file: Path) -> list[GoldQuestion]:
    """The questions of a file of JSON lines.

    Raises:
        UsageError: no such file, or a line is no question with gold; names the line.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: cannot be read ({error}); give a file of JSON lines in UTF-8") from None
    return [_question(file, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _question(file: Path, number: int, line: str) -> GoldQuestion:
    try:
        item = json.loads(line)
        gold, question = item["gold"], str(item["question"])
        if "type" not in gold:
            raise KeyError("gold.type")
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{file}, line {number}: no question with gold ({error}); see section 7 of the contract") from None
    return GoldQuestion(
        str(item.get("id", number)), question, str(item.get("kind", "other")), gold, tuple(item.get("after", ())), item.get("today")
    )


def score(question: GoldQuestion, answer: Answer) -> Verdict:
    """Whether an answer is right, wrong, or withheld (refused or asked back).

    Args:
        question: with its gold.
        answer: what was answered.
    """
    kind, status = question.gold["type"], answer.status
    if kind == "refuse":
        return "right" if status in ("refused", "ambiguous") else "wrong"
    if kind == "clarify":
        return "right" if status == "ambiguous" else "refused" if status == "refused" else "wrong"
    if status in ("refused", "ambiguous"):
        return "refused"
    if kind == "no_data":
        return "right" if status == "no_data" else "wrong"
    return "right" if status == "answered" and _MATCHERS[kind](question.gold, answer.rows) else "wrong"


def score_all(pairs: Iterable[tuple[GoldQuestion, Answer]]) -> Scores:
    """The verdicts of many answers."""
    scores = Scores()
    for question, answer in pairs:
        verdict = score(question, answer)
        scores.by_kind[question.kind][verdict] += 1
        if verdict == "wrong":
            scores.wrong.append((question, answer))
        elif verdict == "refused":
            scores.refused.append((question, answer))
    return scores


def wilson(right: int, total: int) -> tuple[float, float]:
    """The 95% confidence interval of a share (Wilson 1927)."""
    if total == 0:
        return 0.0, 1.0
    share, square = right / total, _Z * _Z
    centre = share + square / (2 * total)
    spread = _Z * math.sqrt(share * (1 - share) / total + square / (4 * total * total))
    scale = 1 + square / total
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def table(scores: Scores) -> str:
    """Right, wrong and refused by kind, and the share of right ones with its interval, as text."""
    lines = [f"{'kind':<16}{'n':>5}{'right':>7}{'wrong':>7}{'refused':>9}   share right"]
    rows = [*sorted(scores.by_kind.items()), ("all", scores.total)]
    return "\n".join([*lines, *(_line(kind, counts) for kind, counts in rows)])


def _line(kind: str, counts: Mapping[str, int]) -> str:
    total = sum(counts.values())
    low, high = wilson(counts.get("right", 0), total)
    numbers = f"{total:>5}{counts.get('right', 0):>7}{counts.get('wrong', 0):>7}{counts.get('refused', 0):>9}"
    return f"{kind:<16}{numbers}   {counts.get('right', 0) / max(total, 1):.1%} ({low:.1%} to {high:.1%})"


Rows = Sequence[Mapping[str, Any]]


def _number(gold: Mapping[str, Any], rows: Rows) -> bool:
    return len(rows) == 1 and _close(list(rows[0].values())[-1], gold["value"], gold.get("tolerance", 0))


def _close(value: Any, wanted: float, tolerance: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value - wanted) <= tolerance


def _same(value: Any, names: Iterable[str]) -> bool:
    return value is not None and fold(str(value)) in {fold(str(name)) for name in names}


def _first(row: Mapping[str, Any]) -> Any:
    return next(iter(row.values()), None)


def _name(gold: Mapping[str, Any], rows: Rows) -> bool:
    return (
        bool(rows)
        and _same(_first(rows[0]), gold["any"])
        and (len(rows) == 1 or _is_ranked(rows) or len({fold(str(_first(row))) for row in rows}) == 1)
    )


def _is_ranked(rows: Rows) -> bool:
    """Two compared: the first row is the answer."""
    return len(rows[0]) > 1


def _names(gold: Mapping[str, Any], rows: Rows) -> bool:
    found = {fold(str(_first(row))): _first(row) for row in rows}
    return len(found) == len(gold["all"]) and all(any(_same(value, names) for value in found.values()) for names in gold["all"])


def _ranking(gold: Mapping[str, Any], rows: Rows) -> bool:
    return len(rows) == len(gold["names"]) and all(_same(_first(row), names) for row, names in zip(rows, gold["names"], strict=True))


def _table(gold: Mapping[str, Any], rows: Rows) -> bool:
    wanted = gold["rows"]
    return len(rows) == len(wanted) and all(
        any(
            _same(_first(row), names) and _close(list(row.values())[-1], value, max(1, abs(value) * 1e-6) if abs(value) > 1000 else 0)
            for row in rows
        )
        for names, value in wanted
    )


def _date(gold: Mapping[str, Any], rows: Rows) -> bool:
    return len(rows) == 1 and str(gold["value"]) in {str(value) for value in rows[0].values()}


_MATCHERS = {"number": _number, "name": _name, "names": _names, "ranking": _ranking, "table": _table, "date": _date}
