"""The commands: what they print, where, and with which exit code."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from hooli import FIRST, TABLE, rie_command, write_lines

QUESTION = "How much has Hooli raised?"


def test_ingest_reads_standard_input(run: Any, tmp_path: Path) -> None:
    done = run("ingest", "-", "--store", "store", "--json", cwd=tmp_path, stdin=json.dumps(FIRST))
    summary = json.loads(done.stdout)
    assert (summary["snapshot"], summary["documents"]["new"], summary["facts"]) == (1, 1, {"funding_round": 1})
    assert summary["words"] > 5
    assert done.stderr == ""


def test_ingest_of_the_same_text_does_nothing(run: Any, tmp_path: Path) -> None:
    write_lines(tmp_path / "news.jsonl", [FIRST])
    run("ingest", "news.jsonl", "--store", "store", cwd=tmp_path)
    summary = json.loads(run("ingest", "news.jsonl", "--store", "store", "--json", cwd=tmp_path).stdout)
    assert (summary["snapshot"], summary["documents"]) == (1, {"new": 0, "updated": 0, "unchanged": 1, "rejected": 0})


def test_a_changed_text_replaces_what_it_said(run: Any, tmp_path: Path) -> None:
    for text in (FIRST["text"], FIRST["text"].replace("$5m", "$7m")):
        write_lines(tmp_path / "news.jsonl", [{**FIRST, "text": text}])
        done = run("ingest", "news.jsonl", "--store", "store", "--json", cwd=tmp_path)
    assert json.loads(done.stdout)["documents"]["updated"] == 1
    rows = json.loads(run("sql", "SELECT amount FROM funding_round", "--store", "store", "--format", "json", cwd=tmp_path).stdout)
    assert rows == [{"amount": 7_000_000}]


def test_remove(run: Any, tmp_path: Path) -> None:
    write_lines(tmp_path / "news.jsonl", [FIRST])
    run("ingest", "news.jsonl", "--store", "store", cwd=tmp_path)
    done = run("remove", "n-1", "n-2", "--store", "store", cwd=tmp_path)
    assert (done.stdout, done.returncode) == ("removed: n-1\nnot in the store: n-2\n", 0)
    counted = run("sql", "SELECT count(*) AS n FROM funding_round", "--store", "store", "--format", "json", cwd=tmp_path)
    assert counted.stdout == '[{"n":0}]\n'
    assert run("remove", "n-1", "--store", "store", cwd=tmp_path).returncode == 1


def test_knowledge_is_kept_and_reaches_documents_that_are_there(run: Any, tmp_path: Path) -> None:
    write_lines(tmp_path / "old.jsonl", [FIRST])
    write_lines(tmp_path / "new.jsonl", [{"id": "n-2", "text": "Hooli has raised $9m in a Series A round."}])
    (tmp_path / "companies.csv").write_text(TABLE, encoding="utf-8")
    run("ingest", "old.jsonl", "--store", "store", cwd=tmp_path)
    run("ingest", "new.jsonl", "--store", "store", "--knowledge", "companies.csv", cwd=tmp_path)
    write_lines(tmp_path / "later.jsonl", [{"id": "n-3", "text": "Hooli has raised $20m in a Series B round."}])
    run("ingest", "later.jsonl", "--store", "store", cwd=tmp_path)
    done = run("sql", "SELECT DISTINCT company_id FROM funding_round", "--store", "store", "--format", "csv", cwd=tmp_path)
    assert done.stdout == "company_id\n5923214\n"


def test_ask_prints_the_answer_and_its_evidence(run: Any, first_store: Path) -> None:
    done = run("ask", QUESTION, "--store", str(first_store))
    assert "5" in done.stdout
    assert "“$5m”" in done.stdout


def test_ask_json_has_the_keys_of_the_contract(run: Any, first_store: Path) -> None:
    answer = json.loads(run("ask", QUESTION, "--store", str(first_store), "--json").stdout)
    assert " ".join(answer) == (
        "id question today snapshot status reason answer interpretation columns rows row_count truncated sql parameters template "
        "confidence evidence evidence_total coverage suggestions elapsed_ms")
    assert answer["status"] == "answered"


def test_ask_batch_answers_every_line_and_gives_the_same_bytes_again(run: Any, first_store: Path, tmp_path: Path) -> None:
    questions = [{"id": "a", "question": QUESTION}, {"question": "Who led it?", "after": [QUESTION]},
                 {"id": 3, "question": "xyzzy", "today": "2020-01-01"}]
    write_lines(tmp_path / "q.jsonl", questions)
    answers = []
    for _ in range(2):
        done = run("ask", "--batch", str(tmp_path / "q.jsonl"), "--store", str(first_store), "--today", "2024-02-01", "--json")
        answers.append([{**json.loads(line), "elapsed_ms": 0} for line in done.stdout.splitlines()])
    assert answers[0] == answers[1]
    assert [(answer["id"], answer["today"]) for answer in answers[0]] == [("a", "2024-02-01"), (None, "2024-02-01"), ("3", "2020-01-01")]
    assert answers[0][2]["status"] == "refused"


def test_sql_formats(run: Any, first_store: Path) -> None:
    statement = "SELECT company, amount, announced_on FROM funding_round"
    assert json.loads(run("sql", statement, "--store", str(first_store), "--format", "json").stdout) == [
        {"company": "Hooli", "amount": 5_000_000, "announced_on": None}]
    rows = list(csv.DictReader(run("sql", statement, "--store", str(first_store), "--format", "csv").stdout.splitlines()))
    assert rows == [{"company": "Hooli", "amount": "5000000", "announced_on": ""}]
    assert "5,000,000" in run("sql", statement, "--store", str(first_store)).stdout


def test_evaluate_json(run: Any, first_store: Path, tmp_path: Path) -> None:
    gold = {"doc_id": "n-1", "complete": ["funding_round"], "reports": [
        {"table": "funding_round", "company": ["Hooli"], "amount": 5_000_000, "lead_investors": [["ACME Ventures"]], "round_type": None}]}
    write_lines(tmp_path / "gold.jsonl", [gold])
    found = json.loads(run("evaluate", "--gold", str(tmp_path / "gold.jsonl"), "--store", str(first_store), "--json").stdout)
    assert found["tables"]["funding_round"]["exact"] == 1
    assert found["tables"]["funding_round"]["columns"]["lead_investors"]["tp"] == 1
    assert "1 of 1 rows exact" in run("evaluate", "--gold", str(tmp_path / "gold.jsonl"), "--store", str(first_store)).stdout


def test_export_and_snapshots(run: Any, first_store: Path, tmp_path: Path) -> None:
    done = run("export", "--store", str(first_store), "--to", str(tmp_path / "tables"), "--format", "csv")
    assert done.returncode == 0, done.stderr
    assert "Hooli" in (tmp_path / "tables" / "funding_round.csv").read_text(encoding="utf-8")
    assert json.loads(run("snapshots", "--store", str(first_store), "--json").stdout)[0]["snapshot"] == 1


@pytest.mark.parametrize(("arguments", "code", "says"), [
    (["ask", "Who?", "--store", "nowhere"], 1, "no store"),
    (["ask", "--store", "STORE"], 2, "--batch"),
    (["ask", "Who?", "--store", "STORE", "--snapshot", "99"], 1, "no snapshot 99"),
    (["ask", "Who?", "--store", "STORE", "--today", "soon"], 2, "YYYY-MM-DD"),
    (["ask", "--batch", "nowhere.jsonl", "--store", "STORE"], 2, "nowhere.jsonl"),
    (["ingest", "a.txt", "--store", "s", "--pack", "nosuch"], 2, "no pack 'nosuch'"),
    (["ingest", "a.txt", "--store", "s", "--knowledge", "nosuch.csv"], 2, "nosuch.csv"),
    (["ingest", "a.txt", "--store", "s", "--engine", "ray"], 2, "ray"),
    (["ingest", "a.txt"], 2, "--store"),
    (["ingest", "--stor", "s", "a.txt"], 2, "--stor"),
    (["sql", "DROP TABLE company", "--store", "STORE"], 2, ""),
    (["sql", "SELECT nothing FROM company", "--store", "STORE"], 2, "nothing"),
    (["evaluate", "--gold", "nowhere.jsonl", "--store", "STORE"], 2, "nowhere.jsonl"),
    (["schema", "show", "nosuch"], 2, "no pack 'nosuch'"),
    (["refresh"], 2, "refresh"),
])
def test_what_is_wrong_is_said_on_one_line(tmp_path: Path, first_store: Path, arguments: list[str], code: int, says: str) -> None:
    done = rie_command(*(str(first_store) if argument == "STORE" else argument for argument in arguments), cwd=tmp_path)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith("rie: ")
    assert done.stderr.count("\n") == 1
    assert says in done.stderr


def test_help_shows_examples(run: Any) -> None:
    for command in ("ingest", "ask", "sql", "remove", "export", "evaluate", "serve", "train", "annotate", "snapshots", "demo"):
        assert f"rie {command}" in " ".join(run(command, "--help").stdout.split())
