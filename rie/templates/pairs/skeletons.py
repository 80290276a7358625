"""From aligned pairs to skeletons: pairs whose SQL is the same but for their values share one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from rie.store.database import Dialect
from rie.templates.pairs.align import Fill, Read
from rie.templates.pairs.model import Bind, Example, Skeleton, Slot
from rie.templates.pairs.skeleton import canonical, components, written
from rie.templates.pairs.surface import number_norm

_NAME = re.compile(r"[^a-z0-9_]+")


class Made:
    """A pair as a statement with slots. `masks` names the slot of each masked literal."""

    def __init__(self, read: Read, fills: Sequence[Fill]) -> None:
        self.read = read
        self._literals = {literal.place: literal for literal in read.literals}
        self.slots: dict[str, tuple[Fill, ...]] = {}
        for fill in fills:
            self._add(fill)
        self.masks = {fill.place: name for name, several in self.slots.items() for fill in several}
        self.key = canonical(read.tree, {place: self._written_mask(place) for place in self.masks})

    def _add(self, fill: Fill) -> None:
        """A value that stands in the SQL several times is one slot if it is of one column."""
        for name, several in self.slots.items():
            if (several[0].first, several[0].last, several[0].key) == (fill.first, fill.last, fill.key):
                self.slots[name] = (*several, fill)
                return
        base = _NAME.sub("_", self._variable(fill) or fill.key.strip("<>").rpartition(".")[2].lower()).strip("_") or "value"
        base = base if not base[0].isdigit() else f"v_{base}"
        name = next(name for number in range(1, 100) if (name := base if number == 1 else f"{base}_{number}") not in self.slots)
        self.slots[name] = (fill,)

    def _variable(self, fill: Fill) -> str | None:
        text = self._literals[fill.place].text[len(fill.before) :]
        text = text[: len(text) - len(fill.behind)] if fill.behind else text
        return next((name.lower() for name, value in self.read.pair.variables.items() if value.casefold() == text.casefold()), None)

    def _written_mask(self, place: int) -> str:
        """Slots as statements of one skeleton share them, whatever the pairs call their variables."""
        names = list(self.slots)
        fill = next(item for item in self.slots[self.masks[place]] if item.place == place)
        same = [name for name in names if self.slots[name][0].key == self.slots[self.masks[place]][0].key]
        number = same.index(self.masks[place])
        return f"{_NAME.sub('_', fill.key.lower())}_{number}{'_like' if fill.before or fill.behind else ''}"

    @property
    def binds(self) -> list[tuple[int, Bind]]:
        """The place of each masked literal with its parameter; a slot has one for each pattern it stands in."""
        found: list[tuple[int, Bind]] = []
        known: dict[tuple[int, str, str, bool], str] = {}
        for number, (name, fills) in enumerate(self.slots.items()):
            for fill in fills:
                form = (number, fill.before, fill.behind, self._literals[fill.place].is_text)
                mine = [bind for bind in known if bind[0] == number]
                parameter = known.setdefault(form, name if not mine else f"{name}_as_{len(mine) + 1}")
                found.append((fill.place, Bind(parameter, *form)))
        return found

    def skeleton(self, id: str, dialect: Dialect) -> Skeleton:
        """As a template of its own."""
        binds = self.binds
        sql = written(self.read.tree, {place: bind.parameter for place, bind in binds}, dialect)
        slots = [Slot(name, fills[0].key, self._literals[fills[0].place].role, any(fill.open for fill in fills))
                 for name, fills in self.slots.items()]
        unique = tuple(dict.fromkeys(bind for _, bind in binds))
        return Skeleton(id, sql, tuple(slots), unique, components(self.read.tree, self.masks))

    def core(self, slot: str) -> str:
        """The text that fills a slot, without the marks of a pattern."""
        fill = self.slots[slot][0]
        text = self._literals[fill.place].text
        return text[len(fill.before) : len(text) - len(fill.behind)]


def bound(bind: Bind, value: Any) -> Any:
    """The value of a slot as a parameter has it."""
    if bind.is_text or number_norm(str(value)) is None:
        return f"{bind.before}{value}{bind.behind}"
    return as_number(str(value))


def as_number(text: str) -> int | float:
    """A number from its text."""
    return int(text) if re.fullmatch(r"-?\d+", text) else float(number_norm(text) or text)


def grouped(made: Sequence[Made], dialect: Dialect) -> tuple[list[Skeleton], list[Example]]:
    """The skeletons of pairs and their examples, the skeletons in order of their first pair.

    The statement of a skeleton is that of its first pair; slots of later ones are those at the same places of the canonical form.
    """
    numbers: dict[str, int] = {}
    firsts: list[Made] = []
    examples: list[Example] = []
    usual: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    for item in made:
        number = numbers.setdefault(item.key, len(numbers))
        if number == len(firsts):
            firsts.append(item)
        order = _same_order(firsts[number], item)
        places = tuple((item.slots[name][0].first, item.slots[name][0].last) for name in order)
        for slot, name in enumerate(order):
            usual[number, slot][item.core(name)] += 1
        parameters = {bind.parameter: bound(bind, item.core(order[bind.slot])) for _, bind in firsts[number].binds}
        examples.append(Example(item.read.pair.question, number, places, parameters, item.read.pair.sql))
    skeletons = [first.skeleton(f"t{number + 1:04}", dialect) for number, first in enumerate(firsts)]
    return [_with_usual(skeleton, number, usual) for number, skeleton in enumerate(skeletons)], examples


def _same_order(first: Made, other: Made) -> list[str]:
    """The slots of another pair in the order of the first one's: by key, and by order where several have one key."""
    left = list(other.slots)
    found = []
    for fills in first.slots.values():
        name = next((name for name in left if other.slots[name][0].key == fills[0].key), left[0])
        left.remove(name)
        found.append(name)
    return found


def _with_usual(skeleton: Skeleton, number: int, usual: dict[tuple[int, int], Counter[str]]) -> Skeleton:
    slots = (replace(slot, usual=usual[number, place].most_common(1)[0][0]) for place, slot in enumerate(skeleton.slots))
    return replace(skeleton, slots=tuple(slots))
