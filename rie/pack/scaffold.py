"""`rie schema new`: the folder of a new pack, small and complete, to be changed piece by piece."""

import re
import shutil
from pathlib import Path
from typing import Final

from rie.errors import UsageError
from rie.pack.load import available_packs

NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
EXAMPLE: Final = Path(__file__).with_name("new_pack")
_TEXTS: Final = {".yaml", ".cfg", ".md"}


def new_pack(name: str, folder: Path) -> list[Path]:
    """Write a pack that `load_pack` accepts, with guidelines, examples of annotations and a training config.

    Args:
        name: of the pack: lower case letters, digits and _.
        folder: where it is written to; it must be empty or not there.

    Returns:
        The files that were written.

    Raises:
        UsageError: the name is no name or is taken, or the folder holds something.
    """
    check_target(name, folder)
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    for file in files:
        if file.suffix in _TEXTS:
            file.write_text(file.read_text(encoding="utf-8").replace(EXAMPLE.name, name), encoding="utf-8")
    return files


def check_target(name: str, folder: Path) -> None:
    """Whether a new pack may have a name and a folder; errors are those of `new_pack`."""
    if not NAME.fullmatch(name):
        raise UsageError(f"{name!r} is no name of a pack; use lower case letters, digits and _, and begin with a letter")
    if name in available_packs():
        raise UsageError(f"a pack {name!r} ships with RIE; choose another name")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder}: is not empty; give a folder that is not there yet")
