"""The service over the sample corpus, with the real reader and the real asker."""

import json
import threading
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from rie.api.app import create_app

import rie
from rie.demo import answer_samples, build_samples
from tests.api import malformed
from tests.api.test_malformed import ROUTES, check


@pytest.fixture(scope="module")
def sample_store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample") / "store"
    build_samples(folder)
    return folder


@pytest.fixture(scope="module")
def client(sample_store):
    with TestClient(create_app(sample_store), raise_server_exceptions=False) as opened:
        yield opened


def test_malformed_questions_never_bring_it_down(client):
    for body, kind in malformed.bodies(250):
        check(client.post("/v1/ask", content=body, headers={"content-type": kind}))


@pytest.mark.parametrize(("base", "parameters"), ROUTES)
def test_malformed_addresses_never_bring_it_down(client, base, parameters):
    for path in malformed.paths(base, parameters, 200):
        check(client.get(path))


@pytest.mark.parametrize("question", ["How much did Oakrune raise in 2016?", "Total raised by year", "Who invested in Oakrune?"])
def test_evidence_leads_to_the_words_it_quotes(client, question):
    answer = client.post("/v1/ask", json={"question": question, "today": "2020-01-01"}).json()
    assert answer["status"] == "answered"
    assert answer["evidence"]
    for span in answer["evidence"]:
        document = client.get("/v1/documents/" + quote(span["doc_id"]), params={"snapshot": answer["snapshot"]}).json()
        assert document[span["part"]][span["start_char"] : span["end_char"]] == span["quote"]
        fact = client.get(f"/v1/facts/{span['table']}/{span['fact_id']}").json()
        report = next(report for report in fact["reports"] if report["report_id"] == span["report_id"])
        assert any(span["quote"] in passage["text"] for passage in report["passages"])


def test_the_same_question_gives_the_same_bytes(client):
    asked = {"question": "Total raised by year", "today": "2020-01-01"}
    first, second = (client.post("/v1/ask", json=asked).json() for _ in range(2))
    first.pop("elapsed_ms"), second.pop("elapsed_ms")
    assert json.dumps(first) == json.dumps(second)


def test_answers_follow_the_store_while_it_is_written(tmp_path):
    store = tmp_path / "store"
    build_samples(store)
    seen, failed, done = set(), [], threading.Event()

    def keep_asking():
        with TestClient(create_app(store)) as client:
            while not done.is_set():
                reply = client.post("/v1/ask", json={"question": "How many funding rounds were there in 2016?"})
                if reply.status_code != 200:
                    failed.append(reply.text)
                seen.add(reply.json().get("snapshot"))

    thread = threading.Thread(target=keep_asking)
    thread.start()
    for number in range(4):
        news = tmp_path / f"more-{number}.jsonl"
        text = f"Oakrune raised ${number + 1} million in June 2016."
        news.write_text(json.dumps({"id": f"more-{number}", "text": text, "published_at": "2016-06"}))
        rie.ingest([news], store, workers=1)
    done.set()
    thread.join(30)
    assert failed == []
    assert len(seen) > 1
    with TestClient(create_app(store)) as client:
        assert client.get("/readyz").json()["snapshot"] == 5


def test_the_demo_scores_the_sample_questions(tmp_path, capsys):
    scores = answer_samples(tmp_path / "store")
    assert sum(score.asked for score in scores.values()) == 138
    assert all(score.right + score.wrong + score.refused == score.asked == len(score.times) for score in scores.values())
    assert "precision" in capsys.readouterr().out
