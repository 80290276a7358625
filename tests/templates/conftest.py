"""What the tests of templates share: the sample corpus as a store, and a language model that says what a test wants."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rie.pack import Pack, load_pack
from rie.store import Reader
from rie.templates.sample import sample_store
from tests.rag.llm_server import Service, serving


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack("business")


@pytest.fixture(scope="session")
def sample(pack: Pack) -> Iterator[Path]:
    """The folder of a store of the sample corpus's gold reports."""
    with sample_store(pack, None) as (folder, _):
        yield folder


@pytest.fixture(scope="session")
def reader(sample: Path) -> Iterator[Reader]:
    with Reader(sample) as opened:
        yield opened


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """A language model that is configured and running."""
    with serving() as running:
        monkeypatch.setenv("RIE_LLM_MODEL", "openai/small-test-model")
        monkeypatch.setenv("RIE_LLM_BASE_URL", running.url)
        monkeypatch.setenv("OPENAI_API_KEY", "none")
        yield running
