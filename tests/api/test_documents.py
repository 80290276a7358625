"""Documents through the service: added, followed, replaced, removed, while questions are answered."""

import io
import json
import threading
import time
import zipfile
from pathlib import Path
from tempfile import gettempdir

import pytest
from fastapi.testclient import TestClient
from rie.api.app import create_app
from rie.api.intake import MAX_DOCUMENTS, MAX_JSON_BYTES
from rie.api.jobs import Jobs

from tests.api.scripted import Scripted, until
from tests.api.test_malformed import check

NEWS = {"id": "n-1", "text": "Oakrune raised $5 million in June 2016.", "published_at": "2016-06-03"}
JSON = {"content-type": "application/json"}


@pytest.fixture
def empty(tmp_path, writer):
    """The service over a store with nothing in it."""
    (tmp_path / "new").mkdir()
    with TestClient(create_app(tmp_path / "new", jobs=Jobs(writer))) as client:
        yield client


@pytest.fixture
def runner():
    return Scripted()


@pytest.fixture
def scripted(store, service, runner):
    """The service with a writer that writes nothing."""
    with TestClient(create_app(store, service=service, jobs=Jobs(runner, waiting=2)), raise_server_exceptions=False) as client:
        yield client
        runner.gate.set()


def ended(client, reply):
    assert reply.status_code == 202, reply.text
    assert reply.headers["location"] == reply.json()["links"]["self"]
    end = time.monotonic() + 60
    while (job := client.get(reply.headers["location"]).json())["status"] not in {"done", "failed"}:
        assert time.monotonic() < end
        time.sleep(0.02)
    assert job["status"] == "done", job
    return job["result"]


def events(client, job):
    """The events of a job to the end of the stream: (name, job)."""
    with client.stream("GET", job["links"]["events"]) as reply:
        assert reply.headers["content-type"].startswith("text/event-stream")
        blocks = "".join(reply.iter_text()).strip().split("\n\n")
    fields = [dict(line.split(": ", 1) for line in block.splitlines()) for block in blocks]
    return [(field["event"], json.loads(field["data"])) for field in fields if "event" in field]


def rows(client, sql, **named):
    reply = client.post("/v1/sql", json={"sql": sql, **named})
    assert reply.status_code == 200, reply.text
    return [tuple(row.values()) for row in reply.json()["rows"]]


def test_documents_come_in_are_asked_change_and_go_again(empty):
    assert empty.get("/readyz").status_code == 503
    reply = empty.post("/v1/documents", json=[NEWS, {"id": "n-2"}, {**NEWS, "id": "n-1"}])
    told = events(empty, reply.json())
    assert [name for name, _ in told[:-1]] == ["progress"] * (len(told) - 1)
    name, job = told[-1]
    assert (name, job["status"]) == ("done", "done")
    result = job["result"]
    assert result["documents"] == {"new": 1, "updated": 0, "unchanged": 0, "rejected": 2}
    assert [(one["id"], one["line"], one["code"]) for one in result["rejected"]] == [("n-2", 2, "missing_text"), ("n-1", 3, "duplicate_id")]
    assert set(result) == {"snapshot", "documents", "rejected", "facts", "words", "seconds"}
    assert result["facts"] == {"funding_round": 1}
    asked = {"question": "How much has Oakrune raised?", "today": "2020-01-01"}
    assert empty.post("/v1/ask", json=asked).json()["rows"] == [{"company": "Oakrune", "amount_usd": 5000000}]

    lines = "\n".join(json.dumps(one) for one in [NEWS, {**NEWS, "id": "n-3"}])
    reply = empty.post("/v1/documents", content=lines, headers={"content-type": "application/x-ndjson"})
    assert ended(empty, reply)["documents"] == {"new": 1, "updated": 0, "unchanged": 1, "rejected": 0}
    changed = {**NEWS, "text": "Oakrune raised $7 million in June 2016."}
    assert ended(empty, empty.post("/v1/documents", json=changed))["documents"]["updated"] == 1
    assert empty.get("/v1/documents/n-1").json()["text"] == changed["text"]

    reply = empty.delete("/v1/documents/n-1")
    assert (reply.status_code, reply.json()["result"]) == (200, {"snapshot": 4, "removed": ["n-1"]})
    assert empty.get("/v1/documents/n-1").status_code == 404
    assert empty.delete("/v1/documents/n-1").status_code == 404
    assert empty.get("/v1/documents/n-1", params={"snapshot": 3}).status_code == 200
    assert empty.post("/v1/ask", json=asked).json()["rows"] == [{"company": "Oakrune", "amount_usd": 5000000}]
    assert 'rie_documents_total{outcome="removed"} 1.0' in empty.get("/metrics").text


def test_files_of_several_kinds_are_read_with_their_names_as_ids(empty):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("inside.txt", NEWS["text"])
    table = "id,text\nc-1,Oakrune raised $6 million in May 2015.\n"
    files = [("file", ("a b ü.txt", NEWS["text"].encode())), ("file", ("news.jsonl", json.dumps(NEWS).encode() + b"\n")),
             ("other", ("deep/er/t.csv", table.encode())), ("file", ("what.xyz", b"?")), ("file", ("a b ü.txt", b"again")),
             ("file", ("deep/pack.zip", packed.getvalue())), ("file", ("page.html", b"<p>Oakrune raised $8 million in May 2014.</p>"))]
    result = ended(empty, empty.post("/v1/documents", files=files))
    assert {code for (code,) in rows(empty, "SELECT doc_id FROM document")} == {
        "a b ü.txt", "n-1", "c-1", "deep/pack.zip/inside.txt", "page.html"}
    assert {(one["source"], one["code"]) for one in result["rejected"]} == {("what.xyz", "unknown_format"), ("a b ü.txt", "duplicate_id")}


@pytest.mark.parametrize(("body", "kind", "status", "word"), [
    (b"NaN", "application/json", 422, "NaN"),
    (b'{"id": "a", "text": Infinity}', "application/json", 422, "Infinity"),
    (b"", "application/json", 422, "JSON"),
    (b"\xff\xfe", "application/json", 422, "JSON"),
    (b"[" * 60_000, "application/json", 422, "JSON"),
    (b'{"id": ' + b"9" * 5000 + b"}", "application/json", 422, "JSON"),
    (b"[]", "application/json", 422, "no documents"),
    (b'"text"', "application/json", 422, "no documents"),
    (b'{"documents": {}}', "application/json", 422, "list"),
    (b"[" + b",".join([b"1"] * (MAX_DOCUMENTS + 1)) + b"]", "application/json", 422, "20,000"),
    (b"{}\n" * (MAX_DOCUMENTS + 1), "application/x-ndjson", 422, "20,000"),
    (b'{"text": "' + b"x" * MAX_JSON_BYTES + b'"}', "application/json", 413, "x-ndjson"),
    (b"", "application/x-ndjson", 422, "empty"),
    (b"x", "text/plain", 415, "application/json"),
    (b"x", "", 415, "application/json"),
    (b"x", "multipart/form-data", 400, "boundary"),
    (b"x", "multipart/form-data; boundary=b", 400, "multipart"),
    (b"--b--\r\n", "multipart/form-data; boundary=b", 422, "files"),
    (b'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\ntext\r\n--b--\r\n', "multipart/form-data; boundary=b", 422, "files"),
    (b'--b\r\nContent-Disposition: form-data; name="a"; filename="a\x07.txt"\r\n\r\ntext\r\n--b--\r\n', "multipart/form-data; boundary=b",
     422, "name of a file"),
])
def test_bodies_that_hold_no_documents_are_refused(scripted, body, kind, status, word):
    reply = scripted.post("/v1/documents", content=body, headers={"content-type": kind})
    check(reply)
    assert reply.status_code == status
    assert word in reply.json()["detail"]


@pytest.mark.parametrize("name", ["../a.txt", "/etc/passwd", "a/../../b.txt", ".hidden", "a/.b/c.txt", "a\\..\\b.txt", "x" * 300 + ".txt",
                                  "", "a//b.txt", "/".join("abcd" * 40) + ".txt" + "/x" * 100])
def test_names_that_could_lead_elsewhere_are_refused(scripted, runner, name):
    reply = scripted.post("/v1/documents", files=[("file", (name, b"text"))] if name else {"file": ("", b"text")})
    check(reply)
    assert reply.status_code in {400, 422}
    assert runner.ran == []


def test_a_large_body_is_refused_without_being_kept(scripted, runner):
    def pieces():
        for _ in range(500):
            yield b"x" * 100_000

    for path in ("/v1/documents", "/v1/ask", "/v1/sql", "/v1/compare"):
        for kind in ("application/json", "application/x-ndjson", "multipart/form-data; boundary=b"):
            for body in (b"x" * 50_000_000, pieces()):
                reply = scripted.post(path, content=body, headers={"content-type": kind})
                check(reply)
                assert reply.status_code in ({413, 400} if "multipart" in kind else {413})
    assert runner.ran == []


def test_half_characters_are_told_of_their_document_only(empty):
    body = json.dumps([{"id": "half", "text": "\ud800"}, {"id": "\udfff", "text": "x"}, NEWS])
    result = ended(empty, empty.post("/v1/documents", content=body, headers=JSON))
    assert result["documents"]["new"] == 1
    assert [one["code"] for one in result["rejected"]] == ["invalid_field", "invalid_field"]


def test_a_full_queue_is_503_before_the_body_is_read(scripted, runner):
    runner.gate.clear()
    assert scripted.post("/v1/documents", json=NEWS).status_code == 202
    until(lambda: runner.ran)
    replies = [scripted.post("/v1/documents", json=NEWS) for _ in range(4)]
    assert [reply.status_code for reply in replies] == [202, 202, 503, 503]
    check_busy = replies[-1]
    assert int(check_busy.headers["retry-after"]) > 0
    assert scripted.delete("/v1/documents/n-1").status_code == 503


def test_the_files_of_a_request_are_gone_when_its_job_has_ended(scripted, runner):
    runner.gate.clear()
    reply = scripted.post("/v1/documents", json=NEWS)
    until(lambda: runner.ran)
    folder = Path(runner.ran[0]["paths"][0]).parent
    assert folder.is_relative_to(gettempdir())
    assert json.loads((folder / "documents.jsonl").read_text()) == NEWS
    runner.gate.set()
    ended(scripted, reply)
    assert not folder.exists()
    scripted.post("/v1/documents", content=b"[", headers=JSON)
    assert not [path for path in Path(gettempdir()).glob("rie-*") if path.is_dir() and not any(path.iterdir())]


def test_a_failed_job_ends_its_events_with_the_reason(scripted, runner):
    runner.fail = "the disk is full: make room"
    name, job = events(scripted, scripted.post("/v1/documents", json=NEWS).json())[-1]
    assert (name, job["error"]) == ("failed", runner.fail)
    reply = scripted.delete("/v1/documents/n-1")
    assert (reply.status_code, reply.headers["content-type"]) == (409, "application/problem+json")
    assert runner.fail in reply.json()["detail"]


def test_no_answer_sees_half_of_a_snapshot(empty):
    """Three documents change together, again and again; no question ever finds them apart."""
    names = ("Oakrune", "Hooli", "Initech")

    def add(million):
        batch = [{"id": name, "text": f"{name} raised ${million} million in June 2016."} for name in names]
        return ended(empty, empty.post("/v1/documents", json=batch))["snapshot"]

    expected, seen, done = {add(1): 3}, [], threading.Event()

    def keep_asking():
        while not done.is_set():
            (total, count), snapshot = asked_by_sql(empty)
            seen.append((snapshot, total, count))
            answer = empty.get("/v1/ask", params={"question": "How much was raised in total in 2016?"}).json()
            seen.append((answer["snapshot"], answer["rows"][0]["amount_usd"], 3))
            time.sleep(0.02)

    threads = [threading.Thread(target=keep_asking) for _ in range(2)]
    for thread in threads:
        thread.start()
    for million in range(2, 4):
        expected[add(million)] = 3 * million
    done.set()
    for thread in threads:
        thread.join(30)
    assert len({snapshot for snapshot, *_ in seen}) > 1
    assert {(snapshot, total, count) for snapshot, total, count in seen} <= {(s, total * 1_000_000, 3) for s, total in expected.items()}


def asked_by_sql(client):
    reply = client.post("/v1/sql", json={"sql": "SELECT sum(amount) AS a, count(*) AS n FROM funding_round_report"}).json()
    return tuple(reply["rows"][0].values()), reply["snapshot"]
