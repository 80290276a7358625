"""The service over a store that needs no model."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from rie.api.app import create_app
from rie.api.service import Service
from rie.api.snapshots import Snapshots

from tests.api.stub import StubReader, publish, stub_ask


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
