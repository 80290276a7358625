"""Entity tables: the pack's own `knowledge/*.csv` and custom tables that a user adds (`--knowledge`).

Columns `id,name,kind,aliases` (aliases separated by `|`) and any further ones, which become attributes. `id` and `name` are
required; a missing kind is `company`.
"""

import csv
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from rie.errors import UsageError
from rie.types import Entity

_OWN = {"id", "name", "kind", "aliases"}


def read_entities(file: Path, origin: str) -> list[Entity]:
    """The entities of one table.

    Args:
        file: a CSV file in UTF-8, with or without a byte order mark; a file without a header line is read as `id,name`.
        origin: `knowledge` or `custom`.

    Raises:
        UsageError: no such file, not UTF-8, a column is missing, an id is empty or comes twice.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error.strerror}); give a CSV file with the columns id,name") from None
    except UnicodeDecodeError:
        raise UsageError(f"{file}: not valid UTF-8; save the table as UTF-8") from None
    entities = list(_rows(file, text.splitlines(), origin))
    _check_unique(file, entities)
    return entities


def _rows(file: Path, lines: list[str], origin: str) -> Iterator[Entity]:
    header = next(csv.reader(lines[:1]), [])
    named = {"id", "name"} <= {column.strip().lower() for column in header}
    if not named and len(header) != 2:
        raise UsageError(f"{file}: expected the columns id,name (and kind,aliases) in the first line, found {','.join(header)[:80]!r}")
    columns = [column.strip().lower() for column in header] if named else ["id", "name"]
    for number, row in enumerate(csv.DictReader(lines[1:] if named else lines, fieldnames=columns), 2 if named else 1):
        cells = {key: (value or "").strip() for key, value in row.items() if isinstance(key, str) and not isinstance(value, list)}
        if not any(cells.values()):
            continue
        if not cells.get("id") or not cells.get("name"):
            raise UsageError(f"{file}, line {number}: id and name must not be empty")
        yield _entity(cells, origin)


def _entity(cells: dict[str, str], origin: str) -> Entity:
    aliases = tuple(alias.strip() for alias in cells.get("aliases", "").split("|") if alias.strip())
    attributes = {key: value for key, value in cells.items() if key not in _OWN and value}
    return Entity(cells["id"], cells["name"], cells.get("kind") or "company", origin, aliases, attributes)


def _check_unique(file: Path, entities: list[Entity]) -> None:
    seen: set[str] = set()
    for entity in entities:
        if entity.id in seen:
            raise UsageError(f"{file}: the id {entity.id!r} stands twice; give every entity one line and put other names under aliases")
        seen.add(entity.id)


@lru_cache(maxsize=4)
def pack_entities(folder: Path) -> tuple[Entity, ...]:
    """All entities of a pack's `knowledge/` tables that have an `id` column, in the order of the file names."""
    files = sorted((folder / "knowledge").glob("entities*.csv"))
    return tuple(entity for file in files for entity in read_entities(file, "knowledge"))
