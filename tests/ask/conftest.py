"""A snapshot of the sample corpus's facts, and fixtures of questions as data."""

from pathlib import Path

import pytest

from rie.pack import load_pack
from tests.ask.fact_store import FactStore, read_facts

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures" / "ask"


@pytest.fixture(scope="session")
def pack():
    return load_pack("business")


@pytest.fixture(scope="session")
def store(pack):
    return FactStore(read_facts(ROOT / "sample_corpus" / "facts.jsonl"), pack)


def pairs(name: str) -> list[tuple[str, str]]:
    """The questions of a fixture file with the line expected of each."""
    body = "".join(line for line in (FIXTURES / name).read_text("utf-8").splitlines(keepends=True) if not line.startswith("# "))
    return [tuple(line.strip() for line in block.splitlines() if line.strip()) for block in body.split("\n\n") if block.strip()]
