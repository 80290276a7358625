"""A snapshot of the sample corpus's facts, and fixtures of questions as data."""

from pathlib import Path

import pytest

from rie.pack import load_pack
from tests.ask.fact_store import FactStore, read_facts
from tests.ask.gold_stores import sample_store

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures" / "ask"


@pytest.fixture(scope="session")
def pack():
    return load_pack("business")


@pytest.fixture(scope="session")
def store(pack):
    return FactStore(read_facts(ROOT / "sample_corpus" / "facts.jsonl"), pack)


@pytest.fixture(scope="session")
def reader(tmp_path_factory, pack):
    """A store of the sample corpus's gold reports."""
    with sample_store(tmp_path_factory.mktemp("gold"), pack) as opened:
        yield opened


def pairs(name: str) -> list[tuple[str, str]]:
    """The questions of a fixture file with the line expected of each."""
    body = "".join(line for line in (FIXTURES / name).read_text("utf-8").splitlines(keepends=True) if not line.startswith("# "))
    return [tuple(line.strip() for line in block.splitlines() if line.strip()) for block in body.split("\n\n") if block.strip()]


@pytest.fixture(scope="session")
def whole(tmp_path_factory, pack):
    """A store of the gold reports of both parts of the sample corpus."""
    with sample_store(tmp_path_factory.mktemp("whole"), pack, ("", "_heldout")) as opened:
        yield opened
