"""What changed between two packs, or between a store and a pack, and what that means for a store."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rie.pack.effects import ORDER, Effect, Tree, cues_of, effect_of, leaves

_SHOWN: Final = 60  # characters of a value
_STEPS: Final = {
    Effect.TRAIN: "train the model: rie train PACK",
    Effect.REBUILD: "rebuild: rie refresh makes the tables anew and reads every document again",
    Effect.READ: "re-extract: rie refresh reads the documents again",
    Effect.RESOLVE: "resolve: rie refresh makes the facts anew from what was read; no document is read again",
    Effect.NOTHING: "nothing to do for a store",
}


@dataclass(frozen=True, slots=True)
class Change:
    """A difference. `was` is None for what is new, `now` None for what is gone."""

    place: str
    was: Any
    now: Any
    effect: Effect

    @property
    def what(self) -> str:
        """The difference in words."""
        if self.was is None or self.now is None:
            return "added" if self.was is None else "removed"
        return f"{_shown(self.was)} -> {_shown(self.now)}"

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {"place": self.place, "was": self.was, "now": self.now, "effect": self.effect.word}


def diff(was: Tree, now: Tree) -> list[Change]:
    """The differences of two packs, in the order of the second one.

    Args:
        was: what `rie.pack.effects.described` says of the first.
        now: and of the second.
    """
    return list(_compare("", was, now, cues_of(was) | cues_of(now)))


def effect(changes: Sequence[Change]) -> Effect:
    """What several changes mean together."""
    return max((change.effect for change in changes), default=Effect.NOTHING)


def steps(changes: Sequence[Change]) -> list[str]:
    """What is to be done so that a store is as the second pack would have made it, in order."""
    found = {change.effect for change in changes}
    if Effect.TRAIN not in found:
        return [_STEPS[effect(changes)]]
    return [_STEPS[Effect.TRAIN], _STEPS[max(Effect.READ, effect([c for c in changes if c.effect < Effect.TRAIN]))]]


def _compare(place: str, was: Any, now: Any, cues: frozenset[str]) -> Iterator[Change]:
    if was == now:
        return
    if not isinstance(was, dict) or not isinstance(now, dict):
        yield Change(place, _plain(was), _plain(now), _effect(place, was, now, cues))
        return
    for key in (*now, *(key for key in was if key not in now)):
        inner = f"{place}.{key}" if place else key
        if key == ORDER and (key not in was or key not in now or _kept(was[key], now) == _kept(now[key], was)):
            continue
        yield from _compare(inner, was.get(key), now.get(key), cues)


def _kept(keys: Sequence[str], other: Tree) -> list[str]:
    return [key for key in keys if key in other]


def _effect(place: str, was: Any, now: Any, cues: frozenset[str]) -> Effect:
    """Of a whole part that is new or gone: the strongest effect of its values."""
    if was is not None and now is not None:
        return effect_of(place, was, now, cues)
    inner = leaves(was if now is None else now, place)
    return max(effect_of(where, value if now is None else None, None if now is None else value, cues)
               for where, value in inner)  # fmt: skip


def _plain(value: Any) -> Any:
    """A value without what was added for the comparison."""
    return {key: _plain(item) for key, item in value.items() if key != ORDER} if isinstance(value, dict) else value


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
