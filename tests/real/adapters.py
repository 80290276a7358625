"""Real news as documents and gold reports, so that `rie ingest` and `rie evaluate` run on it.

    RIE_DATA=FOLDER python tests/real/adapters.py funding_leads DOCS.jsonl GOLD.jsonl
    rie ingest DOCS.jsonl --store store && rie evaluate --gold GOLD.jsonl --store store

Only the texts of the part `dev` are read unless another part is named.
"""

import gzip
import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from rie.values import find_money

Converted = tuple[dict[str, Any], dict[str, Any]]
_MORE_OF_A_NAME = r"(?:(?:[ -]| & | of | and )[A-Z0-9][\w&'’-]*(?:\.(?=\w)[\w]+)*)*"
_UNDISCLOSED = re.compile(r"disclos", re.I)


def data_folder() -> Path | None:
    """The folder that RIE_DATA names; None when there is none."""
    named = os.environ.get("RIE_DATA")
    return Path(named) if named and Path(named).is_dir() else None


def funding_lead(item: dict[str, Any]) -> Converted:
    """A lead sentence. The headline, from which the label was made, is not given; an unlabelled lead says nothing."""
    document = {"id": item["id"], "text": item["text"], "published_at": item["published_at"]}
    label = item["label"]
    if label is None:
        return document, {"doc_id": item["id"], "complete": [], "reports": []}
    row: dict[str, Any] = {"table": label["table"]}
    for column in ("company", "acquirer", "target"):
        if column in label:
            row[column] = names(label[column], item["text"])
    if label["table"] == "funding_round":
        row |= {"amount": label["amount"], "currency": label["currency"]}
        row |= {"round_type": label["round_type"]} if label["round_type"] else {}
    return document, {"doc_id": item["id"], "complete": [label["table"]], "reports": [row]}


def names(label: str, text: str) -> list[str]:
    """The editor's short name and the full one that the text gives: "Spearhead", "Spearhead Integrated Marketing Group"."""
    longer = {match[0] for match in re.finditer(r"(?<!\w)(?i:" + re.escape(label) + r")(?!\w)" + _MORE_OF_A_NAME, text)}
    return [label, *sorted(longer - {label})]


def acquisition_1987(item: dict[str, Any]) -> Converted:
    """A newswire story with its human slots. Several acquirers or targets: any. A business stands for a target that has no name."""
    slots = item["slots"]
    document = {"id": item["id"], "title": item["title"], "text": item["text"], "published_at": item["date"]}
    target = _any(slots, "ACQUIRED") or _any(slots, "ACQBUS")
    row = {"table": "acquisition", "acquirer": _any(slots, "PURCHASER"), "target": target, "seller": _any(slots, "SELLER")}
    return document, {"doc_id": item["id"], "complete": ["acquisition"], "reports": [row | _price(_any(slots, "DLRAMT") or [])]}


def _any(slots: dict[str, list[list[str]]], slot: str) -> list[str] | None:
    return [" ".join(text.split()) for filler in slots.get(slot, []) for text in filler] or None


def _price(written: list[str]) -> dict[str, Any]:
    """The price: null where none is given or it is said to be undisclosed; not scored where the slot is no sum."""
    if not written or any(_UNDISCLOSED.search(text) for text in written):
        return {"price": None}
    sums = [found.value for text in written for found in find_money(text)[:1]]
    if not sums:
        return {}
    return {"price": [str(money.amount) for money in sums], "currency": sums[0].currency}


def earnings_bullets(item: dict[str, Any]) -> Converted | None:
    """The newswire bullets of one call as a document, with the gold that a reader wrote for them; None without gold."""
    gold = _read_bullets().get(item["id"])
    document = {"id": item["id"], "text": "\n".join(item["bullets"]), "metadata": _about(item)}
    return None if gold is None else (document, gold)


def earnings_calls(item: dict[str, Any]) -> Converted | None:
    """The transcript of one call; its gold are the bullets whose figures stand in it. It is complete for nothing: a call tells more."""
    gold = _read_bullets().get(item["id"])
    if gold is None:
        return None
    spoken = item["text"].replace(",", "")
    rows = [row for row in gold["reports"] if _is_said(row["value"], spoken)]
    return {"id": item["id"], "text": item["text"], "metadata": _about(item)}, {**gold, "complete": [], "reports": rows}


def takeover_1987(item: dict[str, Any]) -> Converted | None:
    """A newswire story that tells of a takeover, with the slots that a reader wrote for it; None without them."""
    gold = read_takeovers().get(item["id"])
    document = {key: item[key] for key in ("id", "title", "text", "published_at")}
    return None if gold is None else (document, {key: gold[key] for key in ("doc_id", "complete", "reports")})


@cache
def read_takeovers() -> dict[str, dict[str, Any]]:
    """Gold of the stories that tell of a takeover, by story, without their words; of development, there is no other part.

    158 of 180 stories drawn at random from those on acquisitions that stand in neither part of `acquisitions_1987`; the others tell no
    deal. A language model read them once and wrote the slots, and read those of the half `seen` again where the rules disagreed; no person
    has. Names of parent and unit, of all members of a group and of all deals of a story are alternatives.
    """
    lines = Path(__file__).with_name("takeovers_dev.jsonl").read_text(encoding="utf-8").splitlines()
    return {item["doc_id"]: item for item in map(json.loads, lines)}


def _about(item: dict[str, Any]) -> dict[str, str]:
    return {key: str(item[key]) for key in ("ticker", "fiscal_year", "fiscal_quarter")}


def _is_said(value: float | str, spoken: str) -> bool:
    """Whether a figure stands in a text, in whole units, thousands, millions or billions."""
    size = abs(Decimal(str(value)))
    forms = {f"{size / scale:f}".rstrip("0").rstrip(".") for scale in map(Decimal, (1, 1_000, 1_000_000, 1_000_000_000))}
    return any(re.search(rf"(?<![\d.]){re.escape(form)}0?(?![\d]|\.\d)", spoken) for form in forms)


@cache
def _read_bullets() -> dict[str, dict[str, Any]]:
    """Gold of both parts: what the bullets say, by call, without their words."""
    files = sorted(Path(__file__).parent.glob("bullets_*.jsonl"))
    items = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return {item["doc_id"]: item for item in items}


SETS: dict[str, tuple[str, Callable[[dict[str, Any]], Converted | None]]] = {
    "funding_leads": ("funding_leads/{part}.jsonl.gz", funding_lead),
    "acquisitions_1987": ("acquisitions_1987/{part}.jsonl", acquisition_1987),
    "takeovers_1987": ("newswire_1987/docs.jsonl.gz", takeover_1987),
    "earnings_bullets": ("earnings_calls/{part}.jsonl.gz", earnings_bullets),
    "earnings_calls": ("earnings_calls/{part}.jsonl.gz", earnings_calls),
}


def converted(folder: Path, name: str, part: str = "dev") -> Iterator[Converted]:
    """The documents of a set with their gold."""
    pattern, convert = SETS[name]
    file = folder / pattern.format(part=part)
    with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as lines:
        yield from filter(None, (convert(json.loads(line)) for line in lines))


def write(folder: Path, name: str, documents: Path, gold: Path, part: str = "dev") -> int:
    """Write documents and gold as JSON lines; returns how many."""
    count = 0
    with documents.open("w", encoding="utf-8") as first, gold.open("w", encoding="utf-8") as second:
        for document, reports in converted(folder, name, part):
            first.write(json.dumps(document, ensure_ascii=False) + "\n")
            second.write(json.dumps(reports, ensure_ascii=False) + "\n")
            count += 1
    return count


if __name__ == "__main__":
    found = data_folder()
    if found is None or len(sys.argv) not in {4, 5} or sys.argv[1] not in SETS:
        sys.exit(f"usage: RIE_DATA=FOLDER python {sys.argv[0]} {'|'.join(SETS)} DOCS.jsonl GOLD.jsonl [PART]")
    print(write(found, sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), *sys.argv[4:]), "documents")
