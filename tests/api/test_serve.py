"""Where the service listens, and under which names it answers."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient
from rie.api.app import create_app
from rie.api.serve import address_of, is_loopback, listen

from rie.errors import UsageError

ROOT = Path(__file__).parents[2]


def test_a_taken_port_is_named_or_passed_over():
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port}"):
            listen("127.0.0.1", port)
        with listen("127.0.0.1", port, ports=20) as free:
            assert free.getsockname()[1] > port


def test_replies_are_not_held_back_for_more():
    with listen("127.0.0.1", 0) as listening, socket.create_connection(listening.getsockname()), listening.accept()[0] as accepted:
        assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_the_service_ends_at_a_signal_while_events_are_followed(hand_store, tmp_path):
    store = shutil.copytree(hand_store, tmp_path / "own", symlinks=True)
    command = [sys.executable, "-m", "rie.cli", "serve", "--store", str(store), "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        address = process.stderr.readline().split()[-1]
        many = [{"id": f"n-{number}", "text": "Oakrune raised $5 million in June 2016. " * 200} for number in range(500)]
        job = httpx.post(f"{address}/v1/documents", json=many, timeout=60).json()
        with httpx.stream("GET", address + job["links"]["events"], timeout=60) as reply:
            lines = reply.iter_lines()
            assert next(lines) == "event: progress"
            process.send_signal(signal.SIGINT)
            assert "event: done" not in list(lines)
        process.wait(20)
        assert "Traceback" not in process.stderr.read()
    assert sorted(path.name for path in (store / "snapshots").iterdir()) == ["facts-000001.duckdb"]


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
    code = """if True:
        import socket, sys
        def refuse(*a, **k): raise AssertionError("a socket was opened")
        socket.socket.connect = refuse
        import rie.api
        assert not {"litellm", "torch", "spacy", "rie.distill", "rie.pipeline"} & set(sys.modules)
    """
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
    assert socket.socket
