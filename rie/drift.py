"""`rie schema diff`: two packs, or a store and a pack, compared, and what that means for a store."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rie.errors import UsageError
from rie.held import readings
from rie.ingest import reading_version
from rie.pack import Pack, available_packs, load_pack
from rie.pack.diff import Change, diff, effect, steps
from rie.pack.effects import Tree, described
from rie.refresh import is_current
from rie.store import Reader


@dataclass(frozen=True, slots=True)
class Drift:
    """What differs, and what is to be done, in order. `stale` of the store's `documents` were read with another model or pack."""

    changes: tuple[Change, ...]
    steps: tuple[str, ...]
    documents: int | None = None
    stale: int | None = None

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {"changes": [change.as_dict() for change in self.changes], "effect": effect(self.changes).word, "steps": list(self.steps),
                "documents": self.documents, "stale": self.stale}


def drift(one: str, other: str) -> Drift:
    """Compare two packs, or a store and a pack.

    Args:
        one: the name of a shipped pack, a pack's folder, or a store's folder: the pack as it was when the newest snapshot was made.
        other: the same; changes lead from the first to this one.

    Raises:
        UsageError: a folder is neither, or the store does not say what its pack was.
        PackError: a pack cannot be read.
    """
    sides = [_side(one), _side(other)]
    changes = diff(sides[0].tree, sides[1].tree)
    packs, held = [side.pack for side in sides if side.pack], [side.readings for side in sides if side.readings is not None]
    if not packs or not held or not (packs[0].folder / "model").is_dir():
        return Drift(tuple(changes), tuple(steps(changes)))
    version = reading_version(packs[0])
    stale = sum(not is_current(with_, version) for with_ in held[0].values())
    return Drift(tuple(changes), tuple(steps(changes)), len(held[0]), stale)


@dataclass(frozen=True, slots=True)
class _Side:
    tree: Tree
    pack: Pack | None = None
    readings: dict[str, str] | None = None


def _side(name: str) -> _Side:
    folder = Path(name)
    if (folder / "pack.yaml").is_file() or name in available_packs():
        pack = load_pack(name)
        return _Side(described(pack), pack)
    if not (folder / "snapshots").is_dir():
        raise UsageError(f"{name}: is neither a pack nor a store; give a folder with a pack.yaml, a store's folder, or one of "
                         f"{', '.join(available_packs())}")  # fmt: skip
    with Reader(folder) as reader:
        kept = reader.kept_pack()
        if kept is None:
            raise UsageError(f"{name}: was made by an older RIE and does not say what its pack was; run `rie refresh --store {name}` first")
        return _Side(kept, None, readings(reader))
