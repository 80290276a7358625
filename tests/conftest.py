"""What several tests need: running the command line, and a small store built once."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hooli import FIRST, TABLE, rie_command, write_lines

ROOT = Path(__file__).parents[1]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run() -> Run:
    """The command line: arguments in, a completed process out."""
    return rie_command


@pytest.fixture(scope="session")
def first_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the first example of the README."""
    import rie

    folder = tmp_path_factory.mktemp("first")
    (folder / "companies.csv").write_text(TABLE, encoding="utf-8")
    rie.ingest(write_lines(folder / "news.jsonl", [FIRST]), folder / "store", knowledge=folder / "companies.csv", workers=1)
    return folder / "store"
