"""Readers that ask while snapshots are published never fail and never see a mix of two states."""

import threading
from pathlib import Path
from typing import Any

from rie.store import Reader, Writer
from tests.store.build import MODEL, PACK, extraction, funding

RUNS = 15
ONE_STATE = """
    SELECT (SELECT max(text) FROM document), (SELECT count(DISTINCT text) FROM document), (SELECT min(amount) FROM funding_round),
           (SELECT max(amount) FROM funding_round), (SELECT count(*) FROM funding_round), (SELECT sum(n_reports) FROM funding_round)"""


def state(number: int) -> list[Any]:
    return [
        extraction(f"d{n}", "2024-01-01", funding(f"Company {n}", str(1000 + number)), text=f"state {1000 + number}") for n in range(20)
    ]


def ask(store: Path, stop: threading.Event, problems: list[object], seen: set[int]) -> None:
    try:
        with Reader(store) as reader:
            while not stop.is_set():
                reader.refresh()
                text, texts, least, most, facts, reports = reader.query(ONE_STATE).rows[0]
                if (texts, facts, reports) != (1, 20, 20) or not text == f"state {least:.0f}" == f"state {most:.0f}":
                    problems.append((text, texts, least, most, facts, reports))
                seen.add(int(least))
    except Exception as error:
        problems.append(error)


def test_readers_see_one_whole_state_while_others_are_published(tmp_path: Path) -> None:
    with Writer(tmp_path, PACK) as writer:
        writer.add(state(0), MODEL)
        writer.publish()
        stop, problems, seen = threading.Event(), list[object](), set[int]()
        threads = [threading.Thread(target=ask, args=(tmp_path, stop, problems, seen)) for _ in range(6)]
        for thread in threads:
            thread.start()
        for number in range(1, RUNS + 1):
            writer.add(state(number), MODEL)
            writer.publish()
        stop.set()
        for thread in threads:
            thread.join()
    assert problems == []
    assert len(seen) > 3


def test_a_shared_reader_is_refreshed_under_its_users(tmp_path: Path) -> None:
    with Writer(tmp_path, PACK) as writer:
        writer.add(state(0), MODEL)
        writer.publish()
        stop, problems = threading.Event(), list[object]()
        with Reader(tmp_path) as reader:

            def use() -> None:
                while not stop.is_set():
                    try:
                        reader.refresh()
                        text, texts, least, most, *_ = reader.query(ONE_STATE).rows[0]
                        if texts != 1 or not text == f"state {least:.0f}" == f"state {most:.0f}":
                            problems.append((text, texts, least, most))
                        fact_ids = [row[0] for row in reader.query("SELECT round_id FROM funding_round").rows]
                        if reader.coverage("funding_round", fact_ids)["facts"] != 20 or len(reader.entities()) != 20:
                            problems.append("coverage")
                    except Exception as error:
                        problems.append(error)

            threads = [threading.Thread(target=use) for _ in range(6)]
            for thread in threads:
                thread.start()
            for number in range(1, RUNS + 1):
                writer.add(state(number), MODEL)
                writer.publish()
            stop.set()
            for thread in threads:
                thread.join()
            assert reader.refresh() in {True, False}
            assert reader.snapshot == RUNS + 1
    assert problems == []
