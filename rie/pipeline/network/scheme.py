"""The relation labels of a pack: which mention may play which role for which head.

A head is a trigger (its event's roles), or a mention whose label heads an attribute ("based"). A trigger is also
paired with itself: the labels of that pair are the event's statuses.
"""

import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from rie.pack import Pack
from rie.patterns import Openings

NONE = "none"


@dataclass(frozen=True)
class Scheme:
    """The relation labels of a pack: `names[0]` is "none"; `allowed[(head label, child label)]` are indices into it.

    `local` triggers have roles in their own sentence only; mentions of the `drawn` labels stand in the skeleton as their label,
    others keep their word. Mentions of the labels in `people` have one name when their last words are the same.
    """

    names: tuple[str, ...]
    allowed: dict[tuple[str, str], tuple[int, ...]]
    heads: tuple[str, ...]
    children: tuple[str, ...]
    triggers: frozenset[str]
    local: frozenset[str]
    drawn: frozenset[str]
    people: frozenset[str]
    cues: tuple[re.Pattern[str], ...] = ()

    @cached_property
    def openings(self) -> Openings[int]:
        """Where the cues, by number, can begin."""
        return Openings(dict(enumerate(self.cues)))

    @cached_property
    def head_number(self) -> dict[str, int]:
        """The place of each label in `heads`."""
        return {label: number for number, label in enumerate(self.heads)}

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """All labels that count: the children, behind them the triggers that have no status."""
        return (*self.children, *sorted(self.triggers - set(self.children)))

    @cached_property
    def kind_number(self) -> dict[str, int]:
        """The place of each label in `kinds`, of a child also in `children`."""
        return {label: number for number, label in enumerate(self.kinds)}

    @cached_property
    def triggers_of(self) -> NDArray[np.int64]:
        """(kinds and one for all other labels, the same) one where the second is a trigger that the first may play a role for."""
        kinds = (*self.kinds, "")
        plays = [[other in self.triggers and (other, kind) in self.allowed for other in kinds] for kind in kinds]
        return np.array(plays, dtype=np.int64)

    @cached_property
    def players(self) -> dict[str, frozenset[str]]:
        """The labels of the mentions that may play a role for a head; no trigger plays one."""
        return {head: frozenset(child for other, child in self.allowed if other == head) - self.triggers for head in self.heads}

    @cached_property
    def masks(self) -> NDArray[np.bool_]:
        """(heads, children, labels): which labels a pair may have."""
        masks = np.zeros((len(self.heads), len(self.children), len(self.names)), dtype=np.bool_)
        for (head, child), labels in self.allowed.items():
            masks[self.head_number[head], self.kind_number[child], list(labels)] = True
        return masks


def scheme(pack: Pack) -> Scheme:
    """Derive the relation labels from the pack's events and attributes."""
    names = [NONE]
    allowed: dict[tuple[str, str], list[int]] = {}
    for event_name, event in pack.events.items():
        for role, spec in event.roles.items():
            names.append(f"{event_name}.{role}")
            for label in spec.labels:
                allowed.setdefault((event.trigger, label), [0]).append(len(names) - 1)
        for status in _statuses(pack, event.table):
            names.append(f"{event_name}.status={status}")
            allowed.setdefault((event.trigger, event.trigger), []).append(len(names) - 1)
    for attribute, pair in pack.attributes.items():
        names.append(attribute)
        allowed.setdefault((pair["head"], pair["child"]), [0]).append(len(names) - 1)
    heads = tuple(sorted({head for head, _ in allowed}))
    children = tuple(sorted({child for _, child in allowed}))
    triggers = frozenset(event.trigger for event in pack.events.values())
    local = frozenset(event.trigger for event in pack.events.values() if not event.joins)
    return Scheme(tuple(names), {pair: tuple(labels) for pair, labels in allowed.items()}, heads, children, triggers, local,
                  _drawn(pack, triggers), frozenset(name for name, label in pack.labels.items() if label.entity == "person"), _cues(pack))


def _drawn(pack: Pack, triggers: frozenset[str]) -> frozenset[str]:
    """Labels that say as much as their words: all but references and those triggers that no vocabulary normalises."""
    telling = {name for name in triggers if not (terms := pack.labels[name].terms) or len(pack.terms[terms].values) == 1}
    return frozenset(name for name, label in pack.labels.items() if label.source != "reference" and name not in telling)


def _cues(pack: Pack) -> tuple[re.Pattern[str], ...]:
    """Patterns of the words that tell a status: what a trigger's sentence is described by."""
    vocabularies = [pack.terms[terms] for event in pack.events.values() for terms in event.cues]
    return tuple(re.compile("|".join(phrases), re.IGNORECASE) for terms in vocabularies for phrases in terms.values.values())


def _statuses(pack: Pack, table: str) -> list[str]:
    column = pack.tables[table].columns.get("status")
    return column.values if column and column.source else []
