"""The service over the sample corpus, with the real reader and the real asker."""

import json
import threading
import time
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from rie.api.app import create_app

import rie
from rie.demo import answer_samples
from tests.api import malformed
from tests.api.test_malformed import ROUTES, check


def test_malformed_questions_never_bring_it_down(sample):
    for body, kind in malformed.bodies(250):
        check(sample.post("/v1/ask", content=body, headers={"content-type": kind}))


PAGED = ["limit", "offset", "snapshot"]
MORE = [("/v1/tables", PAGED), ("/v1/tables/", PAGED), ("/v1/tables/company", [*PAGED, "order", "columns", "name", "name__contains"]),
        ("/v1/tables/evidence.csv", [*PAGED, "start_char__gte"]), ("/v1/tables/company.parquet", PAGED), ("/v1/jobs/", PAGED),
        ("/v1/ask/rows", [*PAGED, "question", "today"]), ("/v1/ask/evidence", [*PAGED, "question", "after"]),
        ("/v1/suggest", ["q", *PAGED]), ("/v1/templates", PAGED), ("/metrics", PAGED)]


def test_malformed_statements_never_bring_it_down(sample):
    for body, kind in malformed.bodies(100):
        check(sample.post("/v1/sql", content=body.replace(b"question", b"sql"), headers={"content-type": kind}))


@pytest.mark.parametrize(("base", "parameters"), [*ROUTES, *MORE])
def test_malformed_addresses_never_bring_it_down(sample, base, parameters):
    for path in malformed.paths(base, parameters, 100):
        check(sample.get(path))


@pytest.mark.parametrize("question", ["How much did Oakrune raise in 2016?", "Total raised by year", "Who invested in Oakrune?"])
def test_evidence_leads_to_the_words_it_quotes(sample, question):
    answer = sample.post("/v1/ask", json={"question": question, "today": "2020-01-01"}).json()
    assert answer["status"] == "answered"
    assert answer["evidence"]
    for span in answer["evidence"]:
        document = sample.get("/v1/documents/" + quote(span["doc_id"]), params={"snapshot": answer["snapshot"]}).json()
        assert document[span["part"]][span["start_char"] : span["end_char"]] == span["quote"]
        fact = sample.get(f"/v1/facts/{span['table']}/{span['fact_id']}").json()
        report = next(report for report in fact["reports"] if report["report_id"] == span["report_id"])
        assert any(span["quote"] in passage["text"] for passage in report["passages"])


def test_the_same_question_gives_the_same_bytes(sample):
    asked = {"question": "Total raised by year", "today": "2020-01-01"}
    first, second = (sample.post("/v1/ask", json=asked).json() for _ in range(2))
    first.pop("elapsed_ms"), second.pop("elapsed_ms")
    assert json.dumps(first) == json.dumps(second)


def test_answers_follow_the_store_while_it_is_written(own_store, tmp_path):
    store = own_store
    seen, failed, done = set(), [], threading.Event()

    def keep_asking():
        with TestClient(create_app(store)) as client:
            while not done.is_set():
                reply = client.post("/v1/ask", json={"question": "How many funding rounds were there in 2016?"})
                if reply.status_code != 200:
                    failed.append(reply.text)
                seen.add(reply.json().get("snapshot"))
                time.sleep(0.02)

    thread = threading.Thread(target=keep_asking)
    thread.start()
    for number in range(2):
        news = tmp_path / f"more-{number}.jsonl"
        text = f"Oakrune raised ${number + 1} million in June 2016."
        news.write_text(json.dumps({"id": f"more-{number}", "text": text, "published_at": "2016-06"}))
        rie.ingest([news], store, workers=1)
    done.set()
    thread.join(30)
    assert failed == []
    assert len(seen) > 1
    with TestClient(create_app(store)) as client:
        assert client.get("/readyz").json()["snapshot"] == 3


def test_the_demo_scores_the_sample_questions(tmp_path, capsys):
    found = answer_samples(tmp_path / "store")
    assert found.side("rie", "all").asked == found.side("rag", "all").asked == 270
    assert "RAG right" in capsys.readouterr().out
