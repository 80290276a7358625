"""Gold reports: what a document says, written down by a reader (contract, section 7)."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rie.errors import UsageError
from rie.pack import Column, Pack

Cells = Mapping[str, Any]


@dataclass(frozen=True)
class GoldDocument:
    """The reports of one document; `complete` names the tables of which it lists every row."""

    doc_id: str
    complete: frozenset[str]
    rows: tuple[tuple[str, Cells], ...]


@dataclass(frozen=True)
class SetColumn:
    """A column of a gold row that is a set of names: the rows of a child table, all or those with `where` = `value`."""

    child: str
    column: str
    where: str | None = None
    value: Any = None


Columns = Mapping[str, Column | SetColumn]


def set_columns(pack: Pack, table: str) -> dict[str, SetColumn]:
    """The set columns of a fact table: `investors`, `lead_investors` (by `is_lead`), `acquirers` (by `role`)."""
    found: dict[str, SetColumn] = {}
    for child, spec in pack.children(table).items():
        name = next(column for column, item in spec.columns.items() if item.source and item.source.take == "name")
        roles = next((column for column, item in spec.columns.items() if item.source and item.source.take == "role"), None)
        if roles:
            found |= {f"{role}s": SetColumn(child, name, roles, role) for role in spec.roles}
            continue
        found[f"{name}s"] = SetColumn(child, name)
        flags = [column for column, item in spec.columns.items() if item.type == "boolean"]
        found |= {f"{flag.removeprefix('is_')}_{name}s": SetColumn(child, name, flag, True) for flag in flags}
    return found


def read_gold(file: Path, pack: Pack) -> list[GoldDocument]:
    """The gold of a file of JSON lines.

    Raises:
        UsageError: no such file, a line is not gold, a table or column is not the pack's; names the line.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: cannot be read ({error}); give a file of JSON lines with doc_id, complete and reports") from None
    return list(_documents(file, lines, pack))


def _documents(file: Path, lines: list[str], pack: Pack) -> Iterator[GoldDocument]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
            rows = tuple(_row(report, pack) for report in item["reports"])
            yield GoldDocument(str(item["doc_id"]), frozenset(item.get("complete", ())), rows)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            problem = f"no {error}" if isinstance(error, KeyError) else str(error)
            raise UsageError(f"{file}, line {number}: not a gold document ({problem}); see the contract, section 7") from None


def _row(report: dict[str, Any], pack: Pack) -> tuple[str, Cells]:
    table = report["table"]
    if table not in pack.tables or pack.tables[table].kind != "fact":
        raise ValueError(f"no fact table {table!r} in the pack {pack.name!r}")
    cells = {key: value for key, value in report.items() if key != "table"}
    unknown = set(cells) - set(columns_of(pack, table))
    if unknown:
        raise ValueError(f"{table} has no column {', '.join(sorted(unknown))}")
    return table, cells


def columns_of(pack: Pack, table: str) -> Columns:
    """What the keys of a gold row of a fact table stand for."""
    return {**pack.tables[table].columns, **set_columns(pack, table)}
