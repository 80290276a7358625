"""Packs that differ from the flagship in one place."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from rie.pack import Pack, load_pack

BUSINESS = load_pack("business")
Change = Callable[[dict[str, Any]], object]


def variant(change: Change, folder: Path | None = None) -> Pack:
    """The pack `business` with a change of what its file says; written to `folder` too, with its model, if one is given."""
    content = yaml.safe_load((BUSINESS.folder / "pack.yaml").read_text(encoding="utf-8"))
    change(content)
    if folder is None:
        return Pack.model_validate({**content, "folder": BUSINESS.folder})
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
    for name in ("model", "knowledge", "vectors.npz", "guidelines"):
        if not (folder / name).exists():
            (folder / name).symlink_to(BUSINESS.folder / name)
    load_pack.cache_clear()
    return load_pack(str(folder))
