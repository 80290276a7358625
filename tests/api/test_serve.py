"""Where the service listens, and under which names it answers."""

import socket
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from rie.api.app import create_app
from rie.api.serve import address_of, is_loopback, listen

from rie.errors import UsageError


def test_a_taken_port_is_named_or_passed_over():
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port}"):
            listen("127.0.0.1", port)
        with listen("127.0.0.1", port, ports=20) as free:
            assert free.getsockname()[1] > port


def test_an_address_of_another_machine_is_refused():
    with pytest.raises(UsageError, match="--host"):
        listen("203.0.113.7", 0)


@pytest.mark.parametrize(("host", "loopback"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False),
                                                ("example.org", False)])
def test_loopback_is_known(host, loopback):
    assert is_loopback(host) is loopback


def test_addresses_are_those_that_a_person_opens():
    assert address_of("127.0.0.1", 8000) == "http://127.0.0.1:8000"
    assert address_of("::1", 8000) == "http://[::1]:8000"


@pytest.mark.parametrize(("host", "status"), [("localhost:8000", 200), ("127.0.0.1", 200), ("[::1]:8000", 200), ("LOCALHOST", 200),
                                              ("evil.example", 400), ("127.0.0.1.evil.example:8000", 400), ("", 400)])
def test_a_local_service_answers_under_local_names_only(store, service, host, status):
    client = TestClient(create_app(store, hosts=("127.0.0.1", "localhost", "::1"), service=service))
    assert client.get("/healthz", headers={"host": host}).status_code == status


def test_importing_the_service_opens_no_socket_and_loads_no_model_library():
    import subprocess
    import sys

    code = """if True:
        import socket, sys
        def refuse(*a, **k): raise AssertionError("a socket was opened")
        socket.socket.connect = refuse
        import rie.api
        assert not {"litellm", "torch"} & set(sys.modules)
    """
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
    assert socket.socket
