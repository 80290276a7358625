"""A small collection, its index, and a language model on this machine."""

from collections.abc import Iterator

import pytest

from rie.rag.chunks import Source
from rie.rag.embedder import embedder
from rie.rag.index import Index
from tests.rag.llm_server import Service, asking

SEED = "Hooli raised $5 million in a seed round led by ACME Ventures. Foo Capital also invested."
LATER = "Hooli, a Boston-based maker of search engines, closed a Series A round of $20 million on May 3, 2016."
SALE = "Gavin Corp acquired Pied Piper from Raviga for $48 million.\n\nThe sale was agreed last week."
RAIN = "Rain fell on the harvest fields for nine days. Farmers lost a third of their wheat."
NEWS = (
    Source("n-1", "Hooli lands seed money", SEED, "2014-03-11"),
    Source("n-2", "", LATER, "2016-05"),
    Source("n-3", "Gavin buys Pied Piper", SALE, "2017-11-15"),
    Source("n-4", "Weather", RAIN, "2017"),
)


@pytest.fixture(scope="session")
def index() -> Index:
    """The index of `NEWS`."""
    return Index.build(NEWS, embedder("static"))


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """A language model that is configured, with the service behind it."""
    with asking(monkeypatch) as running:
        yield running
