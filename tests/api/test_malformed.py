"""Nothing that is sent brings the service down or makes it talk too much."""

import httpx
import pytest

from tests.api import malformed

AT = ["snapshot"]
ROUTES = [("/v1/ask", ["question", "after", "today", *AT]), ("/v1/documents/", AT), ("/v1/facts/funding_round/", AT), ("/v1/facts/", AT),
          ("/v1/schema", AT), ("/healthz", ["x"]), ("/readyz", ["x"]), ("/docs", ["x"]), ("/", ["question"]), ("/static/", ["x"])]


def check(reply: httpx.Response) -> None:
    assert reply.status_code < 500, reply.text
    if reply.status_code >= 400:
        assert len(reply.content) <= 2048
        assert reply.headers["content-type"] == "application/problem+json"
        assert set(reply.json()) == {"type", "title", "status", "detail"}
        assert "Traceback" not in reply.text


def test_malformed_bodies_are_refused_as_problems(client):
    statuses = []
    for body, kind in malformed.bodies():
        reply = client.post("/v1/ask", content=body, headers={"content-type": kind})
        check(reply)
        statuses.append(reply.status_code)
    assert statuses.count(200) < len(statuses) / 4
    assert {413, 422} <= set(statuses)


@pytest.mark.parametrize(("base", "parameters"), ROUTES)
def test_malformed_addresses_are_refused_as_problems(client, base, parameters):
    for path in malformed.paths(base, parameters):
        check(client.get(path))


@pytest.mark.parametrize("method", ["DELETE", "PUT", "PATCH", "OPTIONS", "POST", "TRACE"])
@pytest.mark.parametrize("path", ["/", "/v1/facts/funding_round/f-1", "/v1/schema", "/static/app.js", "/v1/none"])
def test_other_methods_are_refused(client, method, path):
    reply = client.request(method, path)
    check(reply)
    assert reply.status_code in {404, 405}


def test_a_body_that_grows_without_saying_so_is_cut_off(client):
    reply = client.post("/v1/ask", content=(b"x" * 10_000 for _ in range(100)), headers={"content-type": "application/json"})
    check(reply)
    assert reply.status_code == 413


def test_an_error_inside_is_told_without_its_trace(client, service):
    def broken(*_, **__):
        raise KeyError("secret of the house")

    service._ask = broken
    reply = client.post("/v1/ask", json={"question": "?"})
    assert (reply.status_code, reply.headers["content-type"]) == (500, "application/problem+json")
    assert "secret" not in reply.text
    assert reply.headers["content-security-policy"]


def test_long_words_of_the_asker_do_not_make_long_errors(client):
    check(client.get("/v1/documents/" + "ü" * 490))
    check(client.get("/v1/facts/funding_round/" + "%F0%9F%98%80" * 480))
