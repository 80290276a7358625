"""A store of the labels of real news: 2,078 rounds and 260 deals of 2015 and 2016, 190 deals of 1987, figures of 43 listed companies."""

import csv
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from adapters import converted

from rie.pack import Pack
from rie.store import Reader
from tests.ask.gold_stores import gold_store


@contextmanager
def labelled_store(data: Path, folder: Path, pack: Pack) -> Iterator[Reader]:
    """The store, in a folder."""
    write_facts(data, folder)
    with gold_store(folder, pack) as opened:
        yield opened


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
