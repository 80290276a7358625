"""Changes as columns of people, releases, filings, notices and papers tell them: texts with their rows (`fixtures/changes`)."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from rie.pack import load_pack
from rie.pipeline.extract import Extractor
from rie.types import Document
from rie.values import PartialDate

FOLDER = Path(__file__).parents[2] / "fixtures" / "changes"


class Row(NamedTuple):
    """What a change is, but for its company, which texts name in long and in short."""

    person: str
    role: str
    action: str
    effective_on: date | None
    interim: bool


class Told(NamedTuple):
    """A text with the rows that it tells, and their companies."""

    title: str
    day: str
    text: str
    rows: list[Row]
    companies: list[str]


def _texts(path: Path) -> Iterator[Told]:
    for block in re.split(r"\n\n(?=# )", path.read_text().strip()):
        head, *lines = block.split("\n")
        title, day = head[2:].rsplit(" | ", 1)
        cells = [[*line[3:].split(" | "), "-", "-"] for line in lines if line.startswith("=> ")]
        rows = [Row(person.casefold(), role.casefold(), action, None if when == "-" else date.fromisoformat(when), interim == "interim")
                for person, role, action, _, when, interim, *_ in cells]
        text = "\n".join(line for line in lines if not line.startswith("=> "))
        yield Told(title.removeprefix("-"), day, text, rows, [row[3] for row in cells])


@cache
def _extractor() -> Extractor:
    return Extractor(load_pack("business"))


def _read(told: Told) -> list[tuple[Row, str]]:
    document = Document("d", told.text, told.title, published_at=PartialDate.parse(told.day))
    reports = [report.values for one in _extractor()([document]) for report in one.reports if report.table == "executive_change"]
    return [(Row(row["person"].casefold(), row["role"].casefold(), row["action"], row["effective_on"], row["interim"]), row["company"])
            for row in reports]


def _plain(name: str) -> str:
    return " ".join(re.sub(r"\W", " ", name).casefold().removeprefix("the ").split())


READ = [pytest.param(told, id=f"{path.stem}-{number}") for path in sorted(FOLDER.glob("*.txt")) if path.stem != "unread"
        for number, told in enumerate(_texts(path))]


@pytest.mark.parametrize("told", READ)
def test_a_text_tells_its_changes_and_no_others(told: Told) -> None:
    found = _read(told)
    assert sorted(map(str, (row for row, _ in found))) == sorted(map(str, told.rows))
    companies = dict(found)
    for row, company in zip(told.rows, told.companies, strict=True):
        wanted, read = _plain(company), _plain(companies[row])
        assert wanted in read or read in wanted
