"""Which value of a question goes into which slot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import log
from typing import Any, Final

from rie.templates.pairs.features import Masked, stem
from rie.templates.pairs.model import Contexts, Example, Skeleton, Slot
from rie.templates.pairs.skeletons import bound
from rie.templates.pairs.values import Span, ValueIndex

_PLAIN: Final = ("<number>", "<ordinal>", "<year>", "<day>", "<month>")
_MOST_WAYS: Final = 500
_SMOOTH: Final = 0.1
_UNFILLED: Final = -4.0


@dataclass(frozen=True)
class Filled:
    """A skeleton with values. `missing` slots got their usual value, `guessed` ones a free text; `used` are the spans in use."""

    parameters: dict[str, Any]
    score: float
    missing: int
    guessed: int
    used: frozenset[int]


def contexts_of(skeletons: Sequence[Skeleton], examples: Sequence[tuple[Example, Masked]]) -> Contexts:
    """The words around the values of slots, counted for each slot of a skeleton and for all slots of one column and role."""
    found: Contexts = {}
    for example, masked in examples:
        skeleton = skeletons[example.skeleton]
        for place, (slot, (first, last)) in enumerate(zip(skeleton.slots, example.places, strict=True)):
            rank = sorted(example.places).index((first, last))
            for name in _names(skeleton, place, slot):
                counts = found.setdefault(name, Counter())
                counts.update(_around(masked, first, last))
                counts.update((f"#{rank}", ""))
    return found


def _names(skeleton: Skeleton, place: int, slot: Slot) -> tuple[str, str]:
    return f"{skeleton.id} {place}", f"{slot.key} {slot.role}"


def _around(masked: Masked, first: int, last: int) -> list[str]:
    words = [token.text for token in masked.tokens]
    before = [stem(word) for word in words[max(first - 2, 0) : first]]
    behind = [stem(word) for word in words[last : last + 2]]
    found = [f"<{before[-1] if before else '^'}", f">{behind[0] if behind else '$'}"]
    return [*found, f"<<{' '.join(before)}", f">>{' '.join(behind)}"]


def filled(skeleton: Skeleton, masked: Masked, index: ValueIndex, contexts: Contexts) -> Filled:
    """The best way to fill a skeleton's slots from a question.

    Args:
        skeleton: whose slots are filled.
        masked: the question with its values.
        index: the values of columns.
        contexts: of `contexts_of`.
    """
    choices = [_choices(slot, masked, index) for slot in skeleton.slots]
    best, chosen = _best(skeleton, choices, masked, contexts)
    values: list[Any] = []
    missing = guessed = 0
    for slot, place in zip(skeleton.slots, chosen, strict=True):
        value = None if place is None else dict(choices[len(values)])[place]
        guessed += place is not None and masked.spans[place].by == "free"
        missing += value is None
        values.append(slot.usual if value is None else value)
    used = frozenset(place for place in chosen if place is not None)
    return Filled({bind.parameter: bound(bind, values[bind.slot]) for bind in skeleton.binds}, best, missing, guessed, used)


def _choices(slot: Slot, masked: Masked, index: ValueIndex) -> list[tuple[int, Any]]:
    found = []
    for place, span in enumerate(masked.spans):
        value = _value(slot.key, span, index)
        if value is not None:
            found.append((place, value))
    return found


def _value(key: str, span: Span, index: ValueIndex) -> Any:
    if key in span.options:
        return span.options[key]
    if key in _PLAIN:
        return next((span.options[plain] for plain in _PLAIN if plain in span.options), None)
    if key.startswith("<"):
        return None
    domains = {".".join(column): domain for column, domain in index.domains.items()}
    mine = domains.get(key)
    return next((value for other, value in span.options.items() if mine and domains.get(other) == mine), None)


def _best(
    skeleton: Skeleton, choices: Sequence[Sequence[tuple[int, Any]]], masked: Masked, contexts: Contexts
) -> tuple[float, tuple[int | None, ...]]:
    ways = 1
    for options in choices:
        ways *= len(options) + 1
    scores = [{place: _fit(skeleton, number, masked, place, contexts) for place, _ in options} for number, options in enumerate(choices)]
    places: list[list[int | None]] = [[*own] or [None] for own in scores]
    if ways > _MOST_WAYS:
        places = [[*sorted(own, key=own.__getitem__)[-2:]] or [None] for own in scores]
    best: tuple[float, tuple[int | None, ...]] = (-1e9, (None,) * len(choices))
    for way in product(*places):
        total = sum(_UNFILLED if place is None else scores[number][place] for number, place in enumerate(way))
        total -= 3.0 * _clashes(skeleton, way)
        if total > best[0]:
            best = (total, way)
    return (best[0] / (len(choices) or 1)) if choices else 0.0, best[1]


def _clashes(skeleton: Skeleton, way: Sequence[int | None]) -> int:
    """How often one value stands in two slots of one column or form."""
    taken = Counter((slot.key, place) for slot, place in zip(skeleton.slots, way, strict=True) if place is not None)
    return sum(count - 1 for count in taken.values())


def _fit(skeleton: Skeleton, number: int, masked: Masked, place: int, contexts: Contexts) -> float:
    """How well a value's surroundings fit a slot: the mean of smoothed log shares."""
    span = masked.spans[place]
    seen = [*_around(masked, span.first, span.last), f"#{place}"]
    total = 0.0
    for name in _names(skeleton, number, skeleton.slots[number]):
        counts = contexts.get(name, Counter())
        size = counts.get("", 0) + 1.0
        total += sum(log((counts.get(word, 0) + _SMOOTH) / size) for word in seen) / len(seen)
    return total / 2
