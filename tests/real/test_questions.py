"""300 questions by a ninth author over real facts, who saw the labels of the development parts and nothing of the layer.

The store is loaded from those labels: 2,078 rounds and 260 deals of 2015 and 2016, 190 deals of 1987, figures of 43 listed companies. When
they were first asked, 90 of 99 answers to the 180 answerable questions were right, 93 of 93 unanswerable ones were refused, 10 of 18
follow-ups answered rightly. The odd numbers were looked at after that; the even ones were not: by what the odd ones showed they went from
42 to 48 right of 90, and from 4 wrong to none. What is refused, and what is wrong, stands here.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from adapters import converted, data_folder

from rie.ask import ask
from rie.evaluation.answers import GoldQuestion, read_questions, score
from rie.evaluation.gold_store import gold_extractions
from rie.pack import load_pack
from rie.store import Reader, Writer

QUESTIONS = read_questions(Path(__file__).with_name("questions_ninth_author.jsonl"))
REFUSED = {
    "q9-014", "q9-015", "q9-016", "q9-018", "q9-020", "q9-022", "q9-028", "q9-031", "q9-038", "q9-046",
    "q9-048", "q9-054", "q9-058", "q9-060", "q9-074", "q9-076", "q9-077", "q9-078", "q9-082", "q9-084",
    "q9-086", "q9-088", "q9-092", "q9-098", "q9-100", "q9-101", "q9-106", "q9-108", "q9-112", "q9-115",
    "q9-118", "q9-120", "q9-128", "q9-130", "q9-132", "q9-140", "q9-144", "q9-146", "q9-147", "q9-150",
    "q9-151", "q9-160", "q9-164", "q9-166", "q9-168", "q9-174", "q9-176", "q9-178", "q9-272", "q9-279",
    "q9-282", "q9-286", "q9-288", "q9-292",
}  # fmt: skip
WRONG = {
    "q9-173", "q9-177", "q9-276",
}  # fmt: skip


def write_facts(data: Path, folder: Path) -> None:
    """Documents and gold of three sets, as far as something is labelled; companies of calls by their ticker, their sums in dollars."""
    with (data / "companies" / "sec_company_tickers.csv").open(encoding="utf-8") as lines:
        names: dict[str, str] = {}
        for row in csv.DictReader(lines):
            names.setdefault(row["ticker"].upper(), row["name"])
    with (folder / "documents.jsonl").open("w", encoding="utf-8") as texts, (folder / "gold.jsonl").open("w", encoding="utf-8") as labels:
        for name in ("funding_leads", "acquisitions_1987", "earnings_bullets"):
            for document, gold in converted(data, name):
                ticker = document.get("metadata", {}).get("ticker", "").upper()
                if gold["reports"] and (not ticker or ticker in names):
                    texts.write(json.dumps(document) + "\n")
                    labels.write(json.dumps({**gold, "reports": [_row(row, ticker, names) for row in gold["reports"]]}) + "\n")


def _row(row: dict[str, object], ticker: str, names: dict[str, str]) -> dict[str, object]:
    """A row with one value a number: of alternatives the first."""
    plain = {key: value[0] if key in {"price", "value", "amount"} and isinstance(value, list) else value for key, value in row.items()}
    sums = {"currency": "USD"} if str(plain.get("unit", "")).startswith("currency") and not plain.get("currency") else {}
    return {**plain, **sums, **({"company": [names[ticker], ticker]} if ticker else {})}


@pytest.fixture(scope="session")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A store of the labels."""
    data = data_folder()
    if data is None:
        pytest.skip("RIE_DATA does not name a folder with real data")
    folder, pack = tmp_path_factory.mktemp("facts"), load_pack("business")
    write_facts(data, folder)
    with Writer(folder / "store", pack) as writer:
        writer.add(gold_extractions(folder / "documents.jsonl", folder / "gold.jsonl", pack), "gold")
        writer.publish()
    with Reader(folder / "store") as opened:
        yield opened


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda item: item.id)
def test_a_question_of_the_ninth_author_is_answered_right_or_refused(question: GoldQuestion, facts: Reader) -> None:
    expected = "refused" if question.id in REFUSED else "wrong" if question.id in WRONG else "right"
    assert score(question, ask(question.question, facts, load_pack("business"), after=question.after, today="2019-01-15")) == expected
