"""Documents of authors who saw neither rules nor annotations: what was read right once stays so (`tests/fixtures/fresh/README.md`)."""

from collections import Counter
from pathlib import Path

import pytest

import rie
from rie.evaluation.found import evaluate
from rie.evaluation.gold import read_gold

FRESH = Path(__file__).parents[1] / "fixtures" / "fresh"
RIGHT = {"g": {"funding_round": 27, "acquisition": 21, "financial_result": 65, "executive_change": 26},
         "h": {"funding_round": 26, "acquisition": 14, "financial_result": 96, "executive_change": 31},
         "j": {"funding_round": 29, "acquisition": 21, "financial_result": 124, "executive_change": 25},
         "k": {"funding_round": 23, "acquisition": 12, "financial_result": 124, "executive_change": 34},
         "l": {"funding_round": 20, "acquisition": 19, "financial_result": 119, "executive_change": 42},
         "m": {"funding_round": 21, "acquisition": 12, "financial_result": 82, "executive_change": 33},
         "n": {"funding_round": 14, "acquisition": 19, "financial_result": 79, "executive_change": 35},
         "o": {"funding_round": 24, "acquisition": 22, "financial_result": 76, "executive_change": 26},
         "p": {"funding_round": 33, "acquisition": 31},
         "r": {"funding_round": 16, "acquisition": 20, "financial_result": 73, "executive_change": 28},
         "s": {"funding_round": 25, "acquisition": 23},
         "t": {"financial_result": 144, "executive_change": 36},
         "u": {"financial_result": 136, "executive_change": 53},
         "v": {"funding_round": 29, "acquisition": 31},
         "w": {"funding_round": 33, "acquisition": 27},
         "x": {"funding_round": 11, "acquisition": 16, "financial_result": 61, "executive_change": 20},
         "za": {"financial_result": 254},
         "zb": {"financial_result": 191},
         "zc": {"executive_change": 107},
         "zd": {"funding_round": 59, "acquisition": 26},
         "ze": {"funding_round": 4, "acquisition": 40},
         "fa": {"financial_result": 168},
         "fb": {"funding_round": 33, "acquisition": 25},
         "fc": {"funding_round": 8, "acquisition": 12, "financial_result": 69, "executive_change": 45},
         "fd": {"funding_round": 21, "acquisition": 15, "financial_result": 108, "executive_change": 39}}  # fmt: skip
FALSE = {"g": 0, "h": 1, "j": 3, "k": 1, "l": 0, "m": 4, "n": 0, "o": 3, "p": 0, "r": 0, "s": 4, "t": 1, "u": 2, "v": 0,
         "w": 1, "x": 2, "za": 4, "zb": 1, "zc": 1, "zd": 0, "ze": 4, "fa": 6, "fb": 5,
         "fc": 10, "fd": 4}  # rows that no gold has, at most


@pytest.mark.parametrize("name", sorted(RIGHT))
def test_rows_are_right_in_all_columns(name: str, tmp_path: Path) -> None:
    rie.ingest(FRESH / f"{name}_documents.jsonl", tmp_path / "store", workers=1)
    with rie.open(tmp_path / "store") as store:
        pairs = evaluate(read_gold(FRESH / f"{name}_gold.jsonl", store.pack), store.reader, store.pack).pairs
    right = Counter(pair.table for pair in pairs if pair.exact)
    assert {table: right[table] >= count for table, count in RIGHT[name].items()} == dict.fromkeys(RIGHT[name], True)
    assert sum(pair.kind == "false" for pair in pairs) <= FALSE[name]
