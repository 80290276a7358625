"""Find and read packs. A pack is named (a folder that ships with RIE) or given by the path of its folder."""

from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import ValidationError

from rie.errors import PackError
from rie.pack.model import Pack

SPELLINGS: Final = "spellings.yaml"  # of the layer, in a file of their own
_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, where it was built


def schemas_folder() -> Path:
    """The folder of the packs that ship with RIE: beside the package in a checkout, inside it in a wheel."""
    package = Path(str(files("rie")))
    inside = package / "schemas"
    return inside if inside.is_dir() else package.parent / "schemas"


def available_packs() -> list[str]:
    """Names of the packs that ship with RIE, sorted."""
    return sorted(path.parent.name for path in schemas_folder().glob("*/pack.yaml"))


@lru_cache(maxsize=16)
def load_pack(name: str) -> Pack:
    """Read and check a pack.

    Args:
        name: the name of a shipped pack, or the path of a pack's folder.

    Raises:
        PackError: no such pack, or its file is wrong; the message lists every place and its fix.
    """
    folder = Path(name) if Path(name, "pack.yaml").is_file() else schemas_folder() / name
    file = folder / "pack.yaml"
    if not file.is_file():
        raise PackError(f"no pack {name!r}: known packs are {', '.join(available_packs())}, or give a folder with a pack.yaml")
    content = _mapping(file, "name, labels and tables at the top")
    spellings = folder / SPELLINGS
    if spellings.is_file() and isinstance(content.get("layer"), dict):
        content["layer"]["spellings"] = _mapping(spellings, "regular expressions, each with what it is written out as")
    try:
        return Pack.model_validate({**content, "folder": folder})
    except ValidationError as error:
        raise PackError(_explain(file, error)) from None


def _mapping(file: Path, expected: str) -> dict[str, Any]:
    try:
        content = yaml.load(file.read_text(encoding="utf-8"), _Loader)
    except yaml.YAMLError as error:
        raise PackError(f"{file}: not readable as YAML: {error}") from None
    if not isinstance(content, dict):
        raise PackError(f"{file}: expected a mapping with {expected}")
    return content


def _explain(file: Path, error: ValidationError) -> str:
    places = (f"  {'.'.join(map(str, item['loc'])) or 'pack'}: {item['msg']}" for item in error.errors())
    return "\n".join([f"{file} is not a valid pack:", *places])
