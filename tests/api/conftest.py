"""The service over a store that needs no model, over the sample corpus, and over many rows."""

import shutil
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from rie.api.app import create_app
from rie.api.service import Service
from rie.api.snapshots import Snapshots
from rie.api.writing import Process

from rie.demo import build_samples
from tests.api.stub import StubReader, publish, stub_ask
from tests.store.build import deal, extraction, funding, write

MANY = 2_500


@pytest.fixture
def store(tmp_path: Path) -> Path:
    publish(tmp_path / "store", 4)
    return tmp_path / "store"


@pytest.fixture
def service(store: Path) -> Service:
    return Service(store, stub_ask, Snapshots(store, StubReader))


@pytest.fixture
def client(store: Path, service: Service) -> TestClient:
    return TestClient(create_app(store, service=service), raise_server_exceptions=False)


@pytest.fixture(scope="package")
def sample_store(tmp_path_factory):
    """A store with the sample corpus; no test changes it."""
    folder = tmp_path_factory.mktemp("sample") / "store"
    build_samples(folder)
    return folder


@pytest.fixture(scope="package")
def sample(sample_store):
    with TestClient(create_app(sample_store), raise_server_exceptions=False) as opened:
        yield opened


@pytest.fixture
def own_store(hand_store, tmp_path):
    """A copy of the store by hand, to be changed."""
    return Path(shutil.copytree(hand_store, tmp_path / "own", symlinks=True))


@pytest.fixture(scope="package")
def hand_store(tmp_path_factory):
    """A store with some rounds and deals that no model has read."""
    store = tmp_path_factory.mktemp("hand") / "store"
    write(store,
          extraction("h-1", "2016-06-03", funding("Oakrune", "5000000", "2016-06-01", lead="Northmoor Partners", round_type="seed"),
                     seats=[("Oakrune", "Boston")]),
          extraction("h-2", "2017-02-01",
                     funding("Oakrune", "12000000", investors=("Raviga", "Northmoor Partners"), round_type="series_a")),
          extraction("h-3", "2017-03-01", funding("Brindlewick", "700000", investors=("Raviga",)), seats=[("Brindlewick", "Austin")]),
          extraction("h-4", "2018-01-09", deal("Corvane", "Oakrune", "90000000"), deal("Corvane", "the maps unit", kind="asset")),
          extraction("h-5", "2018-05-20", deal("Oakrune", "Zyxoria")))
    return store


@pytest.fixture(scope="package")
def hand(hand_store):
    with TestClient(create_app(hand_store), raise_server_exceptions=False) as opened:
        yield opened


class Shared(Process):
    """A process that lives on from service to service: its start is the longest part of most tests."""

    def stop(self):
        pass

    abandon = stop


@pytest.fixture(scope="package")
def writer():
    process = Shared(seconds=120)
    yield process
    Process.stop(process)


@pytest.fixture(scope="package")
def many_store(tmp_path_factory):
    """A store with `MANY` rounds of as many companies."""
    store = tmp_path_factory.mktemp("many") / "store"
    rounds = (funding(f"Firm{n:04} Labs", str(1000 + n), investors=("Raviga",)) for n in range(MANY))
    write(store, *(extraction(f"d{n}", "2024-05-03", one) for n, one in enumerate(rounds)))
    return store


@pytest.fixture(scope="package")
def many(many_store):
    with TestClient(create_app(many_store), raise_server_exceptions=False) as opened:
        yield opened
