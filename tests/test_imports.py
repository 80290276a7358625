"""What is loaded when: nothing heavy before a command needs it, no language-model client or torch at all, no socket."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NO_SOCKET = "import socket, sys\ndef refuse(*a, **k): raise AssertionError('a socket was opened')\nsocket.socket.connect = refuse\n" \
            "socket.create_connection = socket.getaddrinfo = refuse\n"

DEVELOPMENT = {"litellm", "torch", "openai", "transformers", "spacy_llm", "model2vec", "sentence_transformers", "tiktoken"}


def loaded(code: str, *arguments: str) -> set[str]:
    shown = f"{NO_SOCKET}{code}\nprint('MODULES', *{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", shown, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.rpartition("MODULES")[2].split())


@pytest.mark.parametrize("code", ["import rie", "import rie.cli"])
def test_import_is_light(code: str) -> None:
    assert not loaded(code) & {"spacy", "duckdb", "litellm", "torch", "pyarrow", "numpy", "pydantic", "fastapi"}


def test_help_is_light() -> None:
    code = "from rie.cli import app\napp(['ingest', '--help'], standalone_mode=False)"
    assert not loaded(code) & {"spacy", "duckdb", "litellm", "torch", "pyarrow", "numpy"}


def test_asking_needs_no_language_model_and_no_network(first_store: Path) -> None:
    code = "import rie\nwith rie.open(sys.argv[1]) as store:\n    store.ask('How much has Hooli raised?')"
    assert not loaded(code, str(first_store)) & DEVELOPMENT


def test_asking_needs_no_pipeline(first_store: Path) -> None:
    code = "import rie\nwith rie.open(sys.argv[1]) as store:\n    assert store.ask('Which colour do companies like?').status == 'refused'"
    assert not loaded(code, str(first_store)) & {"spacy", "thinc"}


def test_the_baseline_needs_no_language_model_and_no_network(first_store: Path) -> None:
    code = "import rie\nfrom rie.rag import Rag\nwith rie.open(sys.argv[1]) as store:\n    Rag(store.reader).ask('Who led it?')"
    assert not loaded(code, str(first_store)) & {*DEVELOPMENT, "tokenizers", "huggingface_hub", "numba", "scipy"}


def test_the_service_is_free_of_language_models() -> None:
    assert not loaded("import rie.api.app, rie.evaluation.compare") & DEVELOPMENT


def test_ingest_needs_no_language_model_and_no_network(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Hooli raises $5m.", encoding="utf-8")
    code = "import rie\nassert rie.ingest(sys.argv[1], sys.argv[2], workers=1).new == 1"
    assert not loaded(code, str(tmp_path / "a.txt"), str(tmp_path / "store")) & DEVELOPMENT
