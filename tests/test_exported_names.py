"""The public names of `rie`, and that it does not matter in which order they are imported."""

import subprocess
import sys
from pathlib import Path

import pytest

import rie

ROOT = Path(__file__).parents[1]


def test_public_names() -> None:
    public = "Answer Document OpenStore Rejected RieError Summary __version__ ask ingest open remove"
    assert rie.__all__ == public.split()
    for name in rie.__all__:
        assert getattr(rie, name) is not None


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'asks'"):
        rie.asks  # noqa: B018


@pytest.mark.parametrize("before", ["", "import rie.ingest, rie.ask", "from rie.ingest import Summary", "from rie import ask, ingest"])
def test_functions_that_are_also_modules_can_be_called(before: str) -> None:
    code = f"{before}\nimport rie\nassert callable(rie.ingest) and callable(rie.ask)\n" + (
        "try:\n    rie.ask('Who?', '/nowhere/at/all')\nexcept rie.RieError as error:\n    print('no store' in str(error))")
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "True\n", done.stderr
