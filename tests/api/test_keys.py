"""Who may use the service: keys, hosts, pages of other addresses, and how large a request may be."""

import pytest
from fastapi.testclient import TestClient
from rie.api.app import create_app
from rie.api.headers import MAX_HEADER_BYTES, MAX_TARGET_BYTES
from rie.api.keys import listed
from rie.api.serve import hosts_for, keys_for

from rie.errors import UsageError
from tests.api.test_malformed import check

ASKED = {"question": "How much?"}


@pytest.fixture
def locked(store, service):
    return TestClient(create_app(store, service=service, keys=("first-key", "schlüssel")), raise_server_exceptions=False)


@pytest.mark.parametrize("headers", [{"authorization": "Bearer first-key"}, {"authorization": "bearer  first-key "},
                                     {"x-api-key": "first-key"}, {"x-api-key": "schlüssel".encode()}])
def test_a_key_opens_every_route(locked, headers):
    assert locked.post("/v1/ask", json=ASKED, headers=headers).status_code == 200
    assert locked.get("/metrics", headers=headers).status_code == 200


@pytest.mark.parametrize("headers", [{}, {"authorization": "Bearer other"}, {"authorization": "Basic first-key"}, {"x-api-key": ""},
                                     {"authorization": "first-key"}, {"x-api-key": "first-ke"}, {"authorization": "Bearer"},
                                     {"x-api-key": "first-key,schlüssel".encode()}, {"cookie": "key=first-key"}])
@pytest.mark.parametrize("path", ["/v1/ask?question=x&key=first-key", "/v1/documents/n-1", "/v1/tables", "/metrics", "/v1/none",
                                  "//v1/ask", "/static/../v1/tables"])
def test_without_a_key_nothing_is_told(locked, path, headers):
    reply = locked.get(path, headers=headers)
    check(reply)
    assert reply.status_code == 401
    assert reply.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize("path", ["/", "/docs", "/openapi.json", "/static/app.js", "/healthz", "/readyz"])
def test_the_page_and_the_probes_need_no_key(locked, path):
    assert locked.get(path).status_code in {200, 503}


def test_a_service_for_other_machines_needs_keys_or_an_explicit_word(monkeypatch):
    for name in ("RIE_API_KEYS", "RIE_WITHOUT_KEYS"):
        monkeypatch.delenv(name, raising=False)
    assert keys_for("127.0.0.1") == keys_for("localhost") == keys_for("::1") == ()
    for host in ("0.0.0.0", "::", "192.168.1.7", "example.org"):
        with pytest.raises(UsageError, match="RIE_API_KEYS"):
            keys_for(host)
    monkeypatch.setenv("RIE_WITHOUT_KEYS", "1")
    assert keys_for("0.0.0.0") == ()
    monkeypatch.setenv("RIE_API_KEYS", " one, two,,one ")
    assert keys_for("0.0.0.0") == keys_for("127.0.0.1") == ("one", "two")


def test_the_command_refuses_to_start_without_keys(run, sample_store):
    done = run("serve", "--store", str(sample_store), "--host", "0.0.0.0", "--port", "0", RIE_API_KEYS="", RIE_WITHOUT_KEYS="")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "RIE_API_KEYS" in done.stderr


def test_hosts_follow_the_address_and_the_setting(monkeypatch):
    monkeypatch.delenv("RIE_HOSTS", raising=False)
    assert "localhost" in hosts_for("127.0.0.1")
    assert hosts_for("0.0.0.0") == ()
    monkeypatch.setenv("RIE_HOSTS", "RIE.example.org")
    assert hosts_for("0.0.0.0") == ("rie.example.org",)
    assert set(hosts_for("127.0.0.1")) == {"127.0.0.1", "localhost", "::1", "rie.example.org"}
    assert listed(" a ,, b,a") == ("a", "b")


@pytest.mark.parametrize(("headers", "refused"), [
    ({}, False),
    ({"sec-fetch-site": "same-origin", "sec-fetch-mode": "cors"}, False),
    ({"sec-fetch-site": "none", "sec-fetch-mode": "navigate"}, False),
    ({"origin": "http://testserver"}, False),
    ({"sec-fetch-site": "same-origin", "origin": "https://testserver"}, False),
    ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}, True),
    ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}, True),
    ({"sec-fetch-site": "same-site", "sec-fetch-mode": "cors"}, True),
    ({"origin": "http://evil.example"}, True),
    ({"origin": "http://testserver:8001"}, True),
    ({"origin": "null"}, True),
    ({"origin": "http://["}, True),
])
@pytest.mark.parametrize(("method", "path"), [("POST", "/v1/documents"), ("DELETE", "/v1/documents/none"), ("POST", "/v1/sql"),
                                              ("POST", "/v1/ask")])
def test_pages_of_other_addresses_change_nothing(client, method, path, headers, refused):
    reply = client.request(method, path, headers=headers)
    check(reply)
    assert (reply.status_code == 403) is refused


def test_pages_of_other_addresses_may_link_but_not_call(client):
    asked = "/v1/ask?question=x"
    assert client.get(asked, headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}).status_code == 200
    assert client.get(asked, headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}).status_code == 403
    assert "access-control-allow-origin" not in client.get(asked, headers={"origin": "http://evil.example"}).headers


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b", ""])
def test_forms_are_not_taken_for_json(client, kind):
    for path in ("/v1/ask", "/v1/sql", "/v1/compare"):
        reply = client.post(path, content=b'{"question": "x", "sql": "SELECT 1"}', headers={"content-type": kind})
        check(reply)
        assert reply.status_code == 422


def test_long_addresses_and_headers_are_refused(client):
    reply = client.get("/v1/ask?question=" + "x" * MAX_TARGET_BYTES)
    check(reply)
    assert reply.status_code == 414
    reply = client.get("/v1/ask?question=x", headers={"x-more": "x" * MAX_HEADER_BYTES})
    check(reply)
    assert reply.status_code == 431
    reply = client.post("/v1/ask", json={"question": "x" * 2001})
    assert (reply.status_code, "2000" in reply.json()["detail"]) == (422, True)


def test_a_body_that_does_not_come_is_given_up(store, service):
    import asyncio

    from rie.api.headers import Guard

    guard, sent = Guard(create_app(store, service=service), body_seconds=0.05), []

    async def receive():
        await asyncio.sleep(30)

    async def send(message):
        sent.append(message)

    headers = [(b"host", b"testserver"), (b"content-type", b"application/json"), (b"content-length", b"20")]
    scope = {"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "path": "/v1/ask", "root_path": "",
             "raw_path": b"/v1/ask", "query_string": b"", "headers": headers, "scheme": "http", "server": ("testserver", 80),
             "client": ("127.0.0.1", 1)}
    asyncio.run(guard(scope, receive, send))
    assert sent[0]["status"] == 408
