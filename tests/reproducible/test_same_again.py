"""The same documents tell the same, to the letter: with other hashes, beside other documents, in another order."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rie.store import Reader
from rie.types import Document
from tests.reproducible.everything import documents, extracted, ingest

ROOT = Path(__file__).parents[2]
FACTS = ("funding_round", "funding_investor", "acquisition", "executive_change", "company")


@pytest.fixture(scope="module")
def given() -> list[Document]:
    return documents()


def _all_told(folder: Path, seed: str) -> str:
    """What a process says whose hashes are seeded."""
    folder.mkdir()
    command = [sys.executable, "-m", "tests.reproducible.everything", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=180).stdout


def test_no_order_of_a_set_decides(tmp_path: Path) -> None:
    first, second = (_all_told(tmp_path / seed, seed).splitlines() for seed in ("0", "2"))
    assert len(first) > 15
    assert [line for line in first if line not in second] == []


@pytest.mark.parametrize(("workers", "batch"), [(1, "3"), (2, "2")])
def test_a_document_is_read_alike_beside_any_other(
    given: list[Document], monkeypatch: pytest.MonkeyPatch, workers: int, batch: str
) -> None:
    whole = extracted(given)
    monkeypatch.setenv("RIE_BATCH_DOCUMENTS", batch)
    assert extracted(reversed(given), workers) == whole


def test_facts_are_the_same_in_whatever_order_documents_come(given: list[Document], tmp_path: Path) -> None:
    stores = [ingest(order, tmp_path / name) for name, order in (("one", given), ("other", given[::-1]))]
    readers = [Reader(store) for store in stores]
    for table in FACTS:
        first, second = (reader.query(f"SELECT * FROM {table}").rows for reader in readers)
        assert first, table
        assert first == second, table
    for reader in readers:
        reader.close()
