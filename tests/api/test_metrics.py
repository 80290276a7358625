"""What is counted."""

from prometheus_client.parser import text_string_to_metric_families


def counted(client):
    reply = client.get("/metrics")
    assert reply.headers["content-type"].startswith("text/plain")
    return {(sample.name, tuple(sorted(sample.labels.items()))): sample.value
            for family in text_string_to_metric_families(reply.text) for sample in family.samples}


def labels(**named):
    return tuple(sorted(named.items()))


def test_requests_are_counted_by_the_route_not_by_the_address(client):
    for path in ("/v1/documents/n-1", "/v1/documents/none", "/v1/documents/other", "/no/such/thing", "/nothing"):
        client.get(path)
    client.request("BREW", "/v1/ask")
    client.post("/v1/ask", json={"question": "How much?"})
    found = counted(client)
    route = "/v1/documents/{doc_id:path}"
    assert found["rie_requests_total", labels(route=route, method="GET", status="404")] == 2
    assert found["rie_requests_total", labels(route=route, method="GET", status="200")] == 1
    assert found["rie_requests_total", labels(route="other", method="GET", status="404")] == 2
    assert found["rie_requests_total", labels(route="/v1/ask", method="other", status="405")] == 1
    assert found["rie_answers_total", labels(status="answered", reason="")] == 1
    assert found["rie_request_seconds_count", labels(route=route)] == 3
    assert found["rie_snapshot", ()] == 4
    assert found["rie_queries", ()] == 0
    assert found["rie_jobs_waiting", ()] == 0


def test_refusals_are_counted_with_their_reason(sample):
    before = counted(sample).get(("rie_answers_total", labels(status="refused", reason="out_of_scope")), 0)
    assert sample.get("/v1/ask", params={"question": "What is love?"}).json()["reason"] == "out_of_scope"
    assert counted(sample)["rie_answers_total", labels(status="refused", reason="out_of_scope")] == before + 1


def test_requests_that_are_refused_outright_are_counted(client):
    client.post("/v1/ask", content=b"x" * 300_000)
    assert counted(client)["rie_requests_total", labels(route="other", method="POST", status="413")] == 1
