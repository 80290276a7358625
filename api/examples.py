"""Questions to begin with: those that the pack suggests, filled from what the store holds, each answered before it is shown."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import chain, zip_longest
from typing import Final

from rie.pack import Pack
from rie.pack.layer import RoleLayer
from rie.store import Reader

from .asker import Asker

MAX_EXAMPLES: Final = 6

_SLOT: Final = re.compile(r"\{(\w+)\}")


def examples(reader: Reader, pack: Pack, ask: Asker, today: date) -> list[str]:
    """Questions that this snapshot answers, of each kind of fact in turn.

    Args:
        reader: the snapshot.
        pack: its pack; the question layer holds suggestions with slots for names, such as "Who invested in {company}?".
        ask: answers a question.
        today: the day on which they are asked.
    """
    filled = [_filled(reader, pack, fact) for fact in pack.layer.facts]
    found: list[str] = []
    for question in chain.from_iterable(zip_longest(*filled)):
        if question and ask(question, reader, pack, after=(), today=today, id=None).status == "answered":
            found.append(question)
        if len(found) == MAX_EXAMPLES:
            break
    return found


def _filled(reader: Reader, pack: Pack, fact: str) -> Iterator[str]:
    """The suggestions about one fact table; a slot gets another one of the most frequent names each time."""
    layer = pack.layer.facts[fact]
    used: Counter[str] = Counter()
    for pattern in layer.suggestions:
        slot = _SLOT.search(pattern)
        if slot is None:
            yield pattern
        elif slot[1] in layer.roles:
            names = [name for name, _ in players(reader, fact, layer.roles[slot[1]], 5)]
            if names:
                yield pattern.replace(slot[0], names[used[slot[1]] % len(names)])
                used[slot[1]] += 1


def players(reader: Reader, fact: str, role: RoleLayer, most: int) -> list[tuple[str, int]]:
    """The names that play a role most often, each with how often it does."""
    conditions = "".join(f' AND "{column}" = $v{number}' for number, column in enumerate(role.where))
    values = {f"v{number}": value for number, value in enumerate(role.where.values())}
    sql = f'SELECT "{role.column}" AS name, count(*) AS times FROM "{role.table or fact}" WHERE name IS NOT NULL{conditions} GROUP BY name'
    return [(name, times) for name, times in reader.query(f"{sql} ORDER BY times DESC, name LIMIT {most:d}", values, most).rows]
