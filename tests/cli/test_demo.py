"""The demo and the stores of its users."""

import json
from pathlib import Path

import pytest

import rie
from rie.demo import build_samples
from rie.errors import UsageError


def test_the_demo_does_not_write_among_other_documents(tmp_path: Path) -> None:
    file = tmp_path / "own.jsonl"
    file.write_text(json.dumps({"id": "mine-1", "text": "Hooli raised $5m."}) + "\n", encoding="utf-8")
    rie.ingest(file, tmp_path / "store")
    with pytest.raises(UsageError, match="mine-1"):
        build_samples(tmp_path / "store")
