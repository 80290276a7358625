"""Fixtures of text as data: a text, then, indented below it, what is expected of it; texts are separated by blank lines."""

from pathlib import Path

import pytest

_FOLDER = Path(__file__).parents[1] / "fixtures" / "values"


def pairs(name: str) -> list[tuple[str, list[str]]]:
    """The texts of a fixture file with the lines expected of each; "\\n" stands for a line end."""
    body = "".join(line for line in (_FOLDER / name).read_text("utf-8").splitlines(keepends=True) if line[:2] != "# ")
    blocks = [block.splitlines() for block in body.split("\n\n") if block.strip()]
    return [(lines[0].replace("\\n", "\n"), [line.strip() for line in lines[1:]]) for lines in map(_trimmed, blocks)]


def _trimmed(lines: list[str]) -> list[str]:
    return [line for line in lines if line.strip()]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that is marked `pairs("FILE")` runs once for each text of the file."""
    marker = next(iter(metafunc.definition.iter_markers("pairs")), None)
    if marker is not None:
        metafunc.parametrize(("text", "expected"), pairs(marker.args[0]))


def pytest_configure(config: pytest.Config) -> None:
    """Names the marker."""
    config.addinivalue_line("markers", "pairs(file): run once for each text of a fixture file")
