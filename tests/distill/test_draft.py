"""Drafts are lines that `rie annotate` reads: what was marked comes back as it was."""

from pathlib import Path

import pytest
import spacy

from rie.distill.annotate import check_markup
from rie.distill.corpus import ExampleMaker, task_items
from rie.distill.draft import draft, marked, pipeline
from rie.distill.markup import parse, to_task
from rie.pack import load_pack
from rie.types import Document

PACK = load_pack("business")
CODES = {label.code: name for name, label in PACK.labels.items()}
TASKS = [task for task in task_items(PACK, "news", "dev") if "\n" not in task["text"] and "  " not in task["text"]][:40]


@pytest.fixture(scope="module")
def maker() -> ExampleMaker:
    return ExampleMaker(spacy.blank("en"), PACK)


def named(task: dict, relations: list[dict]) -> set[tuple[str, str, str]]:
    spans = {span["id"]: task["text"][span["start"] : span["end"]] for span in task["spans"]}
    return {(spans[r["head"]], spans[r["child"]], r["label"]) for r in relations}


def test_a_draft_of_gold_says_what_the_gold_says(maker: ExampleMaker) -> None:
    assert len(TASKS) > 10
    for task in TASKS:
        doc = maker.example(task).reference
        again = to_task(parse(marked(PACK, doc), CODES), {})
        assert again["text"] == doc.text
        mentions = doc.spans["mentions"]
        gold = {(mentions[r.head].text, mentions[r.child].text, r.label.rpartition(".")[2])
                for r in doc.user_data["relations"] if r.head != r.child}
        assert named(again, again["relations"]) >= gold
        statuses = {(mentions[r.head].start_char, r.label.partition("status=")[2]) for r in doc.user_data["relations"] if r.head == r.child}
        assert statuses == {(span["start"], span["status"]) for span in again["spans"] if "status" in span}


def test_a_draft_of_the_model_is_sound_markup(tmp_path: Path) -> None:
    texts = [Document("n-1", "Hooli raised $5m in a seed round led by ACME Ventures.\n\nIt is based in Boston.", title="Hooli raises"),
             Document("n-2", "Globex acquired Initech from Raviga for $48 million.")]
    out = tmp_path / "drafts.txt"
    assert draft(PACK, texts, out, nlp=pipeline(PACK, "model")).written == 2
    assert check_markup(PACK, [out]) == []
    first, second = (parse(line.partition("\t")[2], CODES) for line in out.read_text(encoding="utf-8").splitlines())
    assert first.text == "Hooli raises\n\nHooli raised $5m in a seed round led by ACME Ventures.\nIt is based in Boston."
    assert first.title_end == len("Hooli raises")
    assert "price" in {role for mark in second.marks for role, _ in mark.roles}


def test_signs_of_the_markup_in_a_text_are_replaced(maker: ExampleMaker) -> None:
    doc = maker.example({"text": "Sales [net] | 3 | 4", "spans": [], "relations": []}).reference
    doc.spans["mentions"] = []
    assert marked(PACK, doc) == "Sales (net) ¦ 3 ¦ 4"
    assert parse(marked(PACK, doc), CODES).text == "Sales (net) | 3 | 4"


def test_drafts_are_added_to_what_a_file_holds(tmp_path: Path) -> None:
    out = tmp_path / "drafts.txt"
    nlp = pipeline(PACK, "model")
    draft(PACK, [Document("n-1", "Hooli raised $5m.")], out, nlp=nlp)
    draft(PACK, [Document("n-2", "Globex raised $6m.")], out, nlp=nlp)
    assert [line.split("\t")[0] for line in out.read_text(encoding="utf-8").splitlines()] == ["draft", "draft"]
