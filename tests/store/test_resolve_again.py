"""Facts do not depend on the order of ingest, keep their ids, and come apart again."""

import random
from pathlib import Path
from typing import Any

import pytest

from rie.store import Reader, Writer
from rie.types import Extraction
from tests.store.build import PACK, deal, extraction, funding, rounds, write


def corpus() -> list[Extraction]:
    told = [
        funding("Hooli", "11800000", round_type="series_a", investors=["Raviga"]),
        funding("Hooli", "12000000", amount_qualifier="about"),
        funding("Hooli Labs", "11800000"),
        funding("Hooli", None),
        funding("Hooli", "3000000", round_type="seed"),
        funding("Pied Piper", "3000000", day="2024"),
        funding("Pied Piper", "3200000"),
        deal("Hooli", "Pied Piper", "100000000"),
        deal("Hooli", "Pied Piper", status="rumoured"),
        deal(None, "Pied Piper"),
        funding("Hooli", "500000", day="2019-02"),
    ]
    return [extraction(f"d{n}", f"2024-05-{n + 1:02d}", report) for n, report in enumerate(told)]


def facts(store: Path, with_ids: bool = False) -> list[list[tuple[Any, ...]]]:
    with Reader(store) as reader:
        left_out = "" if with_ids else "EXCLUDE (round_id)"
        parts = [
            f"SELECT * {left_out} FROM funding_round ORDER BY ALL",
            f"SELECT * {left_out.replace('round', 'deal')} FROM acquisition ORDER BY ALL",
            "SELECT * FROM company ORDER BY ALL",
            "SELECT * FROM company_alias ORDER BY ALL",
        ]
        return [reader.query(sql).rows for sql in parts]


@pytest.mark.parametrize("seed", range(6))
def test_neither_the_order_nor_the_batches_of_ingest_matter(tmp_path: Path, seed: int) -> None:
    write(tmp_path / "whole", *corpus())
    shuffled = corpus()
    random.Random(seed).shuffle(shuffled)
    cuts = sorted(random.Random(seed).sample(range(1, len(shuffled)), 3))
    for start, end in zip([0, *cuts], [*cuts, len(shuffled)], strict=True):
        write(tmp_path / "parts", *shuffled[start:end])
    assert facts(tmp_path / "parts") == facts(tmp_path / "whole")


def test_batches_in_order_of_publication_give_the_same_ids(tmp_path: Path) -> None:
    write(tmp_path / "whole", *corpus())
    for one in corpus():
        write(tmp_path / "parts", one)
    assert facts(tmp_path / "parts", with_ids=True) == facts(tmp_path / "whole", with_ids=True)


def test_a_fact_keeps_its_id_when_earlier_reports_come_later_and_its_document_changes(tmp_path: Path) -> None:
    write(tmp_path, extraction("b", "2024-05-03", funding("Hooli", "5000000")))
    before = rounds(tmp_path, "round_id")
    write(tmp_path, extraction("a", "2024-05-01", funding("Hooli", "5000000", round_type="seed")))
    write(tmp_path, extraction("b", "2024-05-03", funding("Hooli", "5100000"), text="corrected"))
    assert rounds(tmp_path, "round_id") == before
    assert rounds(tmp_path, "n_reports") == [(2,)]


def test_removing_a_report_undoes_a_merge(tmp_path: Path) -> None:
    write(
        tmp_path,
        extraction("a", "2024-05-03", funding("Zyntrix Labs", "11800000")),
        extraction("b", "2024-05-04", funding("Zyntrix", "11800000")),
        extraction("c", "2020-05-04", funding("Zyntrix", "900000")),
    )
    assert len({company for company, *_ in rounds(tmp_path)}) == 1
    with Writer(tmp_path, PACK) as writer:
        assert writer.remove(["b", "nothing"]) == ["b"]
        writer.publish()
    assert [row[0] for row in rounds(tmp_path)] == ["Zyntrix", "Zyntrix Labs"]
