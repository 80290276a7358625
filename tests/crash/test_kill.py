"""A writer that is killed at any moment leaves the old or the new state, whole, and the next run works."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rie.store import Reader
from tests.store.build import extraction, funding, write

ROOT = Path(__file__).parents[2]
KILLS = 30


def start(store: Path) -> subprocess.Popen[str]:
    command = [sys.executable, str(Path(__file__).with_name("ingest_until_killed.py")), str(store)]
    process = subprocess.Popen(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def kill(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


def first_batch(store: Path) -> float:
    """Seconds until a writer has published, on this machine."""
    process, begun = start(store), time.monotonic()
    while not (store / "CURRENT").exists():
        time.sleep(0.01)
    took = time.monotonic() - begun
    kill(process)
    return took


def check_whole(store: Path) -> int:
    """The number of the batch that the store holds; everything in it is of that batch."""
    with Reader(store) as reader:
        docs = {row[0] for row in reader.query("SELECT doc_id FROM document").rows}
        number = max(int(doc) for doc in docs if doc != "fixed")
        assert docs == {"fixed", *(str(n) for n in range(max(1, number - 2), number + 1))}
        assert reader.query("SELECT text FROM document WHERE doc_id = 'fixed'").rows == [(f"version {number}",)]
        assert reader.query("SELECT amount FROM funding_round WHERE company = 'Hooli'").rows == [(10**6 + number,)]
        n = reader.query("SELECT count(*), sum(n_reports) FROM funding_round WHERE company LIKE 'Filler%'").rows
        assert n == [(30, 30 * (len(docs) - 1))]
        assert reader.query("SELECT count(*) FROM funding_round_report").rows == [(31 * (len(docs) - 1) + 1,)]
        assert reader.query("SELECT snapshot FROM rie_internal.batch ORDER BY 1").rows == [(n + 1,) for n in range(reader.snapshot)]
        assert reader.snapshot == number
    return number


def test_a_killed_writer_leaves_a_whole_store(tmp_path: Path) -> None:
    random_, reached, batch = random.Random(7), 0, first_batch(tmp_path)
    for _ in range(KILLS):
        process = start(tmp_path)
        time.sleep(random_.uniform(0.0, 3 * batch))
        kill(process)
        number = check_whole(tmp_path)
        assert number >= reached
        reached = number
    assert reached > 3
    summary = write(tmp_path, extraction(str(reached + 1), "2024-02-02", funding("After", "5")))
    assert summary.snapshot in {reached + 1, reached + 2}
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", "CURRENT", "current.duckdb", "snapshots"]
    assert (tmp_path / "current.duckdb").resolve().name == (tmp_path / "CURRENT").read_text().strip()


@pytest.mark.parametrize("step", ["rename", "replace", "symlink_to", "copy", "commit"])
def test_a_crash_at_every_step_of_publishing_leaves_a_whole_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    write(tmp_path, extraction("a", "2024-02-02", funding("Before", "5")))

    class Crash(BaseException):
        """Stands for the end of the process."""

    def crash(*_: object, **__: object) -> None:
        raise Crash

    target = {"copy": "shutil.copyfile", "commit": "rie.store.load.resolve"}.get(step, f"pathlib.Path.{step}")
    with monkeypatch.context() as patched:
        patched.setattr(target, crash)
        with pytest.raises(Crash):
            write(tmp_path, extraction("b", "2024-02-02", funding("After", "5")))
    with Reader(tmp_path) as reader:
        assert {row[0] for row in reader.query("SELECT company FROM funding_round").rows} in ({"Before"}, {"Before", "After"})
    again = write(tmp_path, extraction("b", "2024-02-02", funding("After", "5")))
    assert again.snapshot == 2
    with Reader(tmp_path) as reader:
        assert {row[0] for row in reader.query("SELECT company FROM funding_round").rows} == {"Before", "After"}
        assert reader.snapshot == 2
