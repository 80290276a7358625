"""Input that is no document: each kind is rejected with a reason, the rest of the batch is read, nothing crashes."""

import json
from pathlib import Path
from typing import Any

import pytest

import rie

GOOD = '{"id": "good-%d", "text": "Hooli raised $5m in a seed round led by ACME Ventures."}'
LINES: dict[str, tuple[bytes, str]] = {
    "not JSON": (b'{"id": "bad", "text": ', "not_json"),
    "not an object": (b'["bad"]', "not_an_object"),
    "no text": (b'{"id": "bad"}', "missing_text"),
    "empty text": (b'{"id": "bad", "text": "  \\n "}', "empty_text"),
    "no id": (b'{"text": "Hooli raised $5m."}', "missing_id"),
    "duplicate id": ((GOOD % 1).encode(), "duplicate_id"),
    "invalid UTF-8": (b'{"id": "bad", "text": "Hooli \xff raised $5m."}', "invalid_utf8"),
    "line of 5 MB": (b'{"id": "bad", "text": "' + b"Hooli raised $5m. " * 290_000 + b'"}', "too_large"),
    "deep nesting": (b'{"id": "bad", "text": "a", "metadata": ' + b"[" * 50_000 + b"]" * 50_000 + b"}", "not_json"),
    "text of a wrong type": (b'{"id": "bad", "text": 5}', "invalid_field"),
}


def mixed(folder: Path, bad: bytes) -> Path:
    file = folder / "batch.jsonl"
    file.write_bytes(b"\n".join([(GOOD % 1).encode(), bad, (GOOD % 2).encode()]) + b"\n")
    return file


def quarantine(store: Path) -> list[tuple[Any, ...]]:
    with rie.open(store) as opened:
        return opened.sql("SELECT source, line, code, reason FROM rejected_document").rows


@pytest.mark.parametrize(("line", "code"), LINES.values(), ids=LINES.keys())
def test_a_bad_line_is_rejected_and_the_rest_is_read(tmp_path: Path, line: bytes, code: str) -> None:
    done = rie.ingest(mixed(tmp_path, line), tmp_path / "store", workers=1)
    assert done.new == 2
    (rejected,) = done.rejected
    assert (rejected.code, rejected.line, rejected.source) == (code, 2, "batch.jsonl")
    assert quarantine(tmp_path / "store") == [("batch.jsonl", 2, code, rejected.reason)]
    assert len(rejected.reason) < 500


def test_files_that_cannot_be_read_are_rejected(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Hooli raised $5m.", encoding="utf-8")
    (tmp_path / "slides.ppt").write_bytes(b"\x00\x01")
    done = rie.ingest([tmp_path / "missing.jsonl", tmp_path / "slides.ppt", tmp_path / "good.txt"], tmp_path / "store", workers=1)
    assert [(one.source, one.code) for one in done.rejected] == [("missing.jsonl", "unreadable_file"), ("slides.ppt", "unknown_format")]
    assert done.new == 1


def test_a_text_of_signs_is_read(tmp_path: Path) -> None:
    (tmp_path / "signs.txt").write_text("(" * 5_000 + "Hooli raised $5m." + "\u200b\U0001f600" * 500, encoding="utf-8")
    assert rie.ingest(tmp_path / "signs.txt", tmp_path / "store", workers=1).new == 1


def test_json_summary_names_what_was_rejected(run: Any, tmp_path: Path) -> None:
    file = mixed(tmp_path, b"{")
    done = run("ingest", str(file), "--store", str(tmp_path / "store"), "--json")
    summary = json.loads(done.stdout)
    assert list(summary) == ["snapshot", "documents", "rejected", "facts", "words", "seconds"]
    assert summary["documents"] == {"new": 2, "updated": 0, "unchanged": 0, "rejected": 1}
    (rejected,) = summary["rejected"]
    assert [rejected[key] for key in ("id", "source", "line", "code")] == [None, "batch.jsonl", 2, "not_json"]
    assert done.returncode == 0


def test_strict_exits_with_3_and_keeps_the_rest(run: Any, tmp_path: Path) -> None:
    file = mixed(tmp_path, b"{")
    assert run("ingest", str(file), "--store", str(tmp_path / "store"), "--strict").returncode == 3
    with rie.open(tmp_path / "store") as opened:
        assert opened.sql("SELECT count(*) FROM document").rows == [(2,)]


def test_nothing_but_bad_input_exits_with_1(run: Any, tmp_path: Path) -> None:
    done = run("ingest", str(tmp_path / "missing.jsonl"), "--store", str(tmp_path / "store"))
    assert done.returncode == 1
    assert "unreadable_file" in done.stdout
