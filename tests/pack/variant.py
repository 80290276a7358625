"""Packs that differ from the flagship in one place."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from rie.pack import Pack, load_pack

FOLDER = load_pack("business").folder
CONTENT = yaml.safe_load((FOLDER / "pack.yaml").read_text(encoding="utf-8"))
BUSINESS = Pack.model_validate({**CONTENT, "folder": FOLDER})
Change = Callable[[dict[str, Any]], object]


def variant(change: Change, folder: Path | None = None) -> Pack:
    """The pack `business` with a change of what its file says; written to `folder` too, with its model, if one is given."""
    content = deepcopy(CONTENT)
    change(content)
    if folder is None:
        return Pack.model_validate({**content, "folder": FOLDER})
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
    for name in ("model", "knowledge", "vectors.npz", "guidelines"):
        if not (folder / name).exists():
            (folder / name).symlink_to(FOLDER / name)
    load_pack.cache_clear()
    return load_pack(str(folder))
