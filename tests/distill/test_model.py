"""The shipped model: small, and without a trace of where it was trained."""

from pathlib import Path

import pytest

from rie.distill.train import train
from rie.errors import PackError
from rie.pack import load_pack

FOLDER = load_pack("business").folder


def test_model_and_vectors_are_small() -> None:
    files = [file for file in (FOLDER / "model").rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in [*files, FOLDER / "vectors.npz"]) <= 7_000_000


def test_the_model_names_its_pack_and_no_folder() -> None:
    assert b'pack = "business"' in (FOLDER / "model" / "config.cfg").read_bytes()
    for file in (FOLDER / "model").rglob("*"):
        if file.is_file():
            assert str(FOLDER).encode() not in file.read_bytes(), file


def test_training_goes_on_from_a_model_only(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="is no trained model"):
        train(load_pack("business"), tmp_path / "model", start=tmp_path)
