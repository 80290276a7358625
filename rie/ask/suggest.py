"""Questions that can be answered, near to one that cannot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from rie.ask.form import Item, Ref, Refusal
from rie.ask.names.names import Names
from rie.pack import Pack

_SLOT = re.compile(r"\{(\w+)\}")
WANTED = 3


def suggestions(
    items: Sequence[Item], refusal: Refusal | None, question: str, *, names: Names, pack: Pack, works: Callable[[str], bool],
    first: str | None = None,
) -> tuple[str, ...]:  # fmt: skip
    """Up to three questions near to the one asked, all of which `works` says are answered.

    Args:
        items: what was found in the question.
        refusal: why it was refused.
        question: as asked.
        names: the names of the snapshot.
        pack: whose layer holds the questions.
        works: whether a question is answered.
        first: what the question most likely means.
    """
    found: list[str] = []
    for candidate in (*filter(None, [first]), *_corrected(question, refusal, names), *_from_layer(items, names, pack)):
        if candidate not in found and candidate != question and works(candidate):
            found.append(candidate)
        if len(found) == WANTED:
            break
    return tuple(found)


def _corrected(question: str, refusal: Refusal | None, names: Names) -> Iterator[str]:
    """The question with a similar name that the store knows."""
    if refusal is None or refusal.reason != "unknown_entity" or not refusal.words:
        return
    word = refusal.words[0]
    near = sorted(names.near("".join(word.lower().split()), 3))[:1]
    yield from (question.replace(word, names.exact[names.joined[name]][0].name) for _, name in near)


def _from_layer(items: Sequence[Item], names: Names, pack: Pack) -> Iterator[str]:
    asked = [ref for item in items for ref in item.get("entity") or ()]
    weights = {fact: sum(sense.fact == fact for item in items for sense in item.senses) for fact in pack.layer.facts}
    for fact in sorted(pack.layer.facts, key=lambda fact: -weights[fact]):
        for text in pack.layer.facts[fact].suggestions:
            yield from _filled(text, fact, asked, names)
    for fact in pack.layer.facts:
        for text in pack.layer.facts[fact].suggestions:
            yield from _filled(text, fact, [], names)


def _filled(text: str, fact: str, asked: list[Ref], names: Names) -> Iterator[str]:
    slot = _SLOT.search(text)
    if slot is None:
        yield text
        return
    players = [ref for ref in asked if (fact, slot[1]) in names.plays.get(ref, ())] if asked else _foremost(fact, slot[1], names)
    yield from (text.replace(slot[0], ref.name) for ref in players[:1])


def _foremost(fact: str, role: str, names: Names) -> list[Ref]:
    """Who plays a role, and most other roles besides; looked for once."""
    if (fact, role) not in names.foremost:
        names.foremost |= dict.fromkeys([(fact, role)]) | _most_roles(names)
    found = names.foremost[fact, role]
    return [found] if found else []


def _most_roles(names: Names) -> dict[tuple[str, str], Ref | None]:
    """Of all roles who plays them, and most other roles besides."""
    first: dict[frozenset[tuple[str, str]], Ref] = {}  # of those who play the same roles
    for ref, roles in names.plays.items():
        if roles not in first or ref.name < first[roles].name:
            first[roles] = ref
    found: dict[tuple[str, str], Ref | None] = {}
    for roles in sorted(first, key=lambda roles: (-len(roles), first[roles].name)):
        for role in roles:
            found.setdefault(role, first[roles])
    return found
