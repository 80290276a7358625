"""A language model that marks two made-up texts as their gold says, behind a service on this machine."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rie.distill.corpus import task_items
from rie.pack import Pack, load_pack
from tests.rag.llm_server import Service, asking

TEXT = "Hooli raised $5m in a seed round led by ACME Ventures. Globex acquired Initech for $48 million."
NAMES = [("Hooli", "COMPANY"), ("raised", "FUNDING"), ("seed round", "ROUND"), ("ACME Ventures", "COMPANY"), ("Globex", "COMPANY"),
         ("acquired", "ACQUISITION"), ("Initech", "COMPANY")]
ROLES = [("raised", "company", "Hooli"), ("raised", "amount", "$5m"), ("raised", "round", "seed round"),
         ("raised", "lead", "ACME Ventures"), ("acquired", "acquirer", "Globex"), ("acquired", "target", "Initech"),
         ("acquired", "price", "$48 million")]
STATUSES = [("raised", "closed"), ("acquired", "completed")]


def names_in(text: str) -> str:
    """The answer that marks every name of `NAMES` once, in the order in which they stand."""
    found = sorted((text.find(quote), quote, label) for quote, label in NAMES if quote in text)
    return json.dumps({"mentions": [{"quote": quote, "label": label} for _, quote, label in found]})


def relations_in(text: str) -> str:
    """The answer that gives every role of `ROLES`, by the numbers that the mentions have in the question."""
    number = {words: int(n) for n, words in re.findall(r"\[(\d+) [A-Z]+: ([^\]]+)\]", text)}
    roles = [{"head": number[head], "role": role, "child": number[child]} for head, role, child in ROLES if {head, child} <= {*number}]
    statuses = [{"head": number[head], "status": status} for head, status in STATUSES if head in number]
    return json.dumps({"relations": roles, "statuses": statuses})


def knowing(body: dict[str, Any]) -> str:
    """What a model that knows the gold says, with words around it as models have them."""
    text = body["messages"][1]["content"].removeprefix("Text:\n")
    answer = relations_in(text) if re.search(r"\[\d+ [A-Z]+: ", text) else names_in(text)
    return f"Here you are:\n```json\n{answer}\n```"


@pytest.fixture(scope="session")
def tiny_pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """The pack `business` with a hundred short texts and a network of a few kilobytes, in a folder of its own."""
    whole, folder = load_pack("business"), tmp_path_factory.mktemp("tiny")
    for name in ("pack.yaml", "vectors.npz", "knowledge", "guidelines"):
        (folder / name).symlink_to(whole.folder / name)
    narrow = re.sub(r"^width = (?:80|64)$", "width = 24", (whole.folder / "config.cfg").read_text(encoding="utf-8"), flags=re.M)
    narrow = re.sub(r"^depth = 4$", "depth = 2", narrow, flags=re.M).replace("augment = 0.6", "augment = 0.0")
    narrow = narrow.replace("use_averages = true", "use_averages = false").replace("initial_rate = 0.001", "initial_rate = 0.01")
    (folder / "config.cfg").write_text(re.sub(r"^rows = .*1500.*$", "rows = [500,200,300,200]", narrow, flags=re.M), encoding="utf-8")
    for task in whole.tasks:
        for part, count in (("train", 40), ("dev", 10), ("test", 10)):
            short = [item for item in task_items(whole, task, part) if len(item["text"]) < 250][:count]
            file = folder / "annotations" / task / f"{part}.jsonl"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("".join(json.dumps(item) + "\n" for item in short), encoding="utf-8")
    return load_pack(str(folder))


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Service]:
    """The service, with RIE set up to ask it and to keep answers in a folder of the test."""
    with asking(monkeypatch) as running:
        running.reply_to = knowing
        monkeypatch.setenv("RIE_LLM_CACHE", str(tmp_path / "answers"))
        yield running
