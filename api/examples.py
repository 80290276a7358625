"""Questions to begin with, made from what the store holds; each has been answered before it is shown."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final

from rie.pack import Pack
from rie.store import Reader

from .asker import Asker

MAX_EXAMPLES: Final = 6

PATTERNS: Final = (
    "How much did {funding_round.company} raise?",
    "Who invested in {funding_round.company}?",
    "How many funding rounds were announced in {funding_round.announced_on.year}?",
    "Total raised by year",
    "Which companies did {acquisition.acquirer} acquire?",
    "Who acquired {acquisition.target}?",
    "Top 5 companies by total raised",
    "Average size of the rounds led by {funding_investor.investor}",
)
"""Tried where a pack's layer has no `examples` of its own; those whose tables a pack does not have are left out."""

_SLOT: Final = re.compile(r"\{(\w+)\.(\w+)(\.year)?\}")


def examples(reader: Reader, pack: Pack, ask: Asker, today: date) -> list[str]:
    """Questions that this snapshot answers.

    Args:
        reader: the snapshot.
        pack: its pack; `layer.examples` holds patterns with slots such as `{funding_round.company}`.
        ask: answers a question.
        today: the day on which they are asked.
    """
    patterns = (pack.layer.model_extra or {}).get("examples") or PATTERNS
    found = []
    for question in _filled(reader, pack, patterns):
        answer = ask(question, reader, pack, after=(), today=today, id=None)
        if answer.status == "answered":
            found.append(question)
        if len(found) == MAX_EXAMPLES:
            break
    return found


def _filled(reader: Reader, pack: Pack, patterns: tuple[str, ...]) -> Iterator[str]:
    used: Counter[str] = Counter()
    for pattern in patterns:
        slots = _SLOT.findall(pattern)
        values = [_value(reader, pack, slot, used) for slot in slots]
        if all(values):
            told = iter(map(str, values))
            yield _SLOT.sub(lambda _, told=told: next(told), pattern)  # type: ignore[misc]


def _value(reader: Reader, pack: Pack, slot: tuple[str, str, str], used: Counter[str]) -> object:
    """One of the column's most frequent values, another one each time."""
    table, column, year = slot
    if table not in pack.tables or column not in pack.tables[table].columns:
        return None
    expression = f'year("{column}")' if year else f'"{column}"'
    sql = f'SELECT {expression} AS v FROM "{table}" WHERE v IS NOT NULL GROUP BY v ORDER BY count(*) DESC, v LIMIT 1 OFFSET $skip'
    rows = reader.query(sql, {"skip": used[table + column]}).rows or reader.query(sql, {"skip": 0}).rows
    used[table + column] += 1
    return rows[0][0] if rows else None
