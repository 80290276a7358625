"""Near misses made of paraphrases: a condition that no column holds is put into a question that can be answered without it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, Literal, get_args

from rie.ask.form import Item
from rie.distill.questions.data import FOLDER, Paraphrase
from rie.distill.questions.reading import Grammar
from rie.errors import UsageError
from rie.pack import Pack

Place = Literal["noun", "verb", "period", "end", "start"]
_SENSES: Final[Mapping[str, tuple[str, ...]]] = {"noun": ("noun", "generic", "role"), "verb": ("verb",), "period": ("period",)}


def read_conditions(pack: Pack) -> list[tuple[Place, str]]:
    """The conditions of a pack, each with where it stands; none where the pack has no file of them.

    Raises:
        UsageError: a line does not say where its condition stands.
    """
    file: Path = pack.folder / FOLDER / "conditions.txt"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [_condition(line, f"{file}, line {number}") for number, line in enumerate(lines, 1) if line and not line.startswith("#")]


def _condition(line: str, where: str) -> tuple[Place, str]:
    place, _, words = line.partition(": ")
    for known in get_args(Place):
        if place == known and words.strip():
            return known, words.strip()
    raise UsageError(f"{where}: is no condition; write where it stands ({', '.join(get_args(Place))}), a colon and its words")


def near_misses(
    paraphrases: Sequence[Paraphrase], conditions: Sequence[tuple[Place, str]], grammar: Grammar, *, seed: int = 0
) -> Iterator[Paraphrase]:
    """Every third answerable question with a condition that is drawn by chance, but for those that the grammar reads in spite of it.

    Args:
        paraphrases: to make them of.
        conditions: as `read_conditions` gives them.
        grammar: over the sample facts.
        seed: of what is drawn.
    """
    chance = random.Random(seed)
    answerable = [item for item in paraphrases if item.asks is not None]
    for item in answerable[::3] if conditions else ():
        place, words = chance.choice(conditions)
        text = _with(item.text, place, words, grammar.question(item.text).items, chance)
        if text is not None and grammar.question(text).form is None:
            yield replace(item, id=f"{item.id}-near", text=text, asks=None)


def _with(text: str, place: Place, words: str, items: Sequence[Item], chance: random.Random) -> str | None:
    """A question with a condition; None where nothing stands that it could stand before."""
    if place == "start":
        return f"{words} {text[:1].lower()}{text[1:]}"
    if place == "end":
        bare = text.rstrip("?. ")
        return f"{bare} {words}{text[len(bare) :].rstrip()}"
    found = [item.text for item in items if item.has(*_SENSES[place]) and text.count(item.text) == 1]
    if not found:
        return None
    before = chance.choice(found)
    return text.replace(before, f"{words} {before}")
