"""A snapshot of the sample corpus's facts, and fixtures of questions as data."""

from pathlib import Path

import pytest

from rie.evaluation.gold_store import gold_extractions, read_seats
from rie.pack import load_pack
from rie.store import Reader, Writer
from tests.ask.fact_store import FactStore, read_facts

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
    folder, corpus = tmp_path_factory.mktemp("gold") / "store", ROOT / "sample_corpus"
    with Writer(folder, pack) as writer:
        writer.add(gold_extractions(corpus / "documents.jsonl", corpus / "gold.jsonl", pack, read_seats(corpus / "facts.jsonl")), "gold")
        writer.publish()
    with Reader(folder) as opened:
        yield opened


def pairs(name: str) -> list[tuple[str, str]]:
    """The questions of a fixture file with the line expected of each."""
    body = "".join(line for line in (FIXTURES / name).read_text("utf-8").splitlines(keepends=True) if not line.startswith("# "))
    return [tuple(line.strip() for line in block.splitlines() if line.strip()) for block in body.split("\n\n") if block.strip()]


@pytest.fixture(scope="session")
def whole(tmp_path_factory, pack):
    """A store of the gold reports of both parts of the sample corpus."""
    folder, corpus = tmp_path_factory.mktemp("whole"), ROOT / "sample_corpus"
    for name in ("documents", "gold"):
        both = [(corpus / f"{name}{part}.jsonl").read_text(encoding="utf-8") for part in ("", "_heldout")]
        (folder / f"{name}.jsonl").write_text("".join(both), encoding="utf-8")
    with Writer(folder / "store", pack) as writer:
        seats = read_seats(corpus / "facts.jsonl")
        writer.add(gold_extractions(folder / "documents.jsonl", folder / "gold.jsonl", pack, seats), "gold")
        writer.publish()
    with Reader(folder / "store") as opened:
        yield opened
