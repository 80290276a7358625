"""Tables as pages and filings come as plain text: `tests/fixtures/tables/*.txt` hold text and expected rows.

Above the rows stand the periods of the columns: "2005Q1" is a quarter, "2005" a year, "2005-01-01/2005-06-30" any other; "*" marks one
compared with, "<" and ">" the ends of what is expected. A row is a metric, with its segment behind "/", and its figures, each with its
change in brackets; "-" stands for none.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.pipeline.read_texts import read

FOLDER = Path(__file__).parents[2] / "fixtures" / "tables"
BASES = {"*": "prior", "<": "guidance_low", ">": "guidance_high"}


@dataclass(frozen=True)
class Case:
    """A text with its metadata and the rows that it tells."""

    name: str
    metadata: Mapping[str, str]
    text: str
    rows: list[str]


def cases() -> Iterator[Case]:
    """The cases of all files."""
    for path in sorted(FOLDER.glob("*.txt")):
        for block in re.split(r"(?m)^=== ", path.read_text())[1:]:
            head, _, rest = block.partition("--- text\n")
            name, *lines = head.splitlines()
            text, _, rows = rest.partition("--- rows\n")
            metadata = dict(line.split(": ", 1) for line in lines)
            yield Case(f"{path.stem}: {name}", metadata, text, sorted(_expected(rows, metadata.get("currency"))))


def _expected(rows: str, currency: str | None) -> Iterator[str]:
    """A line for each figure of a grid of rows."""
    columns: list[str] = []
    for line in filter(None, rows.splitlines()):
        if line.startswith("= "):
            columns = line[2:].split()
            continue
        label, figures = line[: len(line) - len(" ".join(line.split()[-len(columns) :]))].strip(), line.split()[-len(columns) :]
        for column, figure in zip(columns, figures, strict=True):
            value, _, change = figure.rstrip(")").partition("(")
            if value != "-":
                unit = None if label.partition("/")[0].endswith("margin") else currency
                basis = BASES.get(column[-1], "actual")
                yield f"{label} {basis} {column.rstrip('*<>')} {float(value):g} {float(change or 0):g} {unit}"


def found(values: Mapping[str, Any]) -> str:
    """The line of a row that was read."""
    label = values["metric"] + (f"/{values['segment']}" if values.get("segment") else "")
    year, quarter = values.get("fiscal_year"), values.get("fiscal_quarter")
    named = f"{year}Q{quarter}" if quarter else str(year) if year else f"{values.get('period_start')}/{values.get('period_end')}"
    change = float(values.get("change_percent") or 0)
    return f"{label} {values['basis']} {named} {float(values['value']):g} {change:g} {values.get('currency')}"


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in cases()])
def test_a_table_that_became_plain_text_tells_its_rows(case: Case) -> None:
    assert sorted(map(found, read(case.text, day=case.metadata["day"]))) == case.rows
