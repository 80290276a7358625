"""The commands of distillation, run as a user runs them."""

import json
from pathlib import Path

import pytest

from rie.distill.curve import Curve, Run, write
from rie.pack import Pack, load_pack
from tests.conftest import Run as Command
from tests.distill.conftest import TEXT
from tests.rag.llm_server import Service


def test_drafts_go_through_a_reviewer_into_the_annotations(run: Command, service: Service, tiny_pack: Pack, tmp_path: Path) -> None:
    (tiny_pack.folder / "llm.cfg").write_bytes((load_pack("business").folder / "llm.cfg").read_bytes())
    documents, drafts = tmp_path / "news.jsonl", tmp_path / "drafts.txt"
    documents.write_text(json.dumps({"id": "n-1", "text": TEXT}) + '\n{"id": "n-2", "text": ""}\n', encoding="utf-8")
    done = run("annotate", str(documents), "--draft", str(drafts), "--pack", str(tiny_pack.folder))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"1 drafts in {drafts}")
    assert "rejected n-2 (empty_text)" in done.stderr
    assert "language model: 2 answers asked for, 0 from the cache" in done.stderr
    taken = run("annotate", str(drafts), "--task", "deals", "--origin", "language-model", "--reviewed-by", "second-pass", "--part", "dev",
                "--pack", str(tiny_pack.folder))
    assert taken.stdout == "1 dev\n"
    last = (tiny_pack.folder / "annotations" / "deals" / "dev.jsonl").read_text(encoding="utf-8").splitlines()[-1]
    assert json.loads(last)["text"] == TEXT


def test_a_draft_without_a_language_model_says_what_to_do(run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RIE_LLM_MODEL", raising=False)
    (tmp_path / "n.txt").write_text(TEXT, encoding="utf-8")
    done = run("annotate", str(tmp_path / "n.txt"), "--draft", str(tmp_path / "d.txt"))
    assert done.returncode == 2
    assert "RIE_LLM_MODEL" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_models_are_compared_and_the_verdict_stands_last(run: Command, tiny_pack: Pack, tmp_path: Path) -> None:
    model = load_pack("business").folder / "model"
    runs = tuple(Run(n / 400, n, 0, {"ents_f": 0.9 - n**-0.5, "rel_f": 0.9 - 2 * n**-0.5}) for n in (100, 200, 300, 400))
    file, _ = write(Curve("business", None, runs), tmp_path)
    done = run("evaluate", str(tiny_pack.folder), "--model", str(model), "--previous", str(model), "--curve", str(file))
    assert done.returncode == 0, done.stderr
    assert done.stdout.rstrip().splitlines()[-1].startswith("not yet: ")
    assert "more examples at this slope" in done.stdout
    assert "confidence of relations" in done.stdout


@pytest.mark.parametrize(("arguments", "message"), [
    (("evaluate", "--gold", "gold.jsonl", "--llm"), "leave --gold out"),
    (("evaluate", "--previous", "nowhere"), "holds no model"),
    (("train-curve", "--share", "0.5"), "two or more shares"),
    (("diagnose", "--check", "luck"), "the checks are leaks, labels"),
    (("diagnose", "--steps", "0"), "1 or more"),
])
def test_wrong_usage_is_said_on_one_line(run: Command, arguments: tuple[str, ...], message: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_diagnose_fails_where_something_is_wrong(run: Command, tiny_pack: Pack, tmp_path: Path) -> None:
    for name in ("pack.yaml", "config.cfg", "vectors.npz", "knowledge", "guidelines"):
        (tmp_path / name).symlink_to(tiny_pack.folder / name)
    for part in ("train", "dev", "test"):
        file = tmp_path / "annotations" / "deals" / f"{part}.jsonl"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes((tiny_pack.folder / "annotations" / "deals" / "train.jsonl").read_bytes())
    done = run("diagnose", str(tmp_path), "--check", "leaks", "--json")
    assert done.returncode == 1
    [finding] = json.loads(done.stdout)
    assert finding["verdict"] == "wrong"
    assert finding["figures"]["test, same words"]["texts"] > 10
    assert run("diagnose", str(tmp_path), "--check", "leaks").stdout.startswith("wrong  leaks")
