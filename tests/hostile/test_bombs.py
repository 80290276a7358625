"""Statements that would eat time or memory, past the guard: the process that runs them is ended."""

import datetime
import subprocess
import sys
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from rie.errors import QueryLimit, UsageError
from rie.store import Reader
from rie.store.sandbox import run_sandboxed
from tests.store.build import extraction, funding, write


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    store = tmp_path_factory.mktemp("store")
    write(store, *(extraction(f"d{n}", "2024-05-03", funding(f"Company {n}", "5")) for n in range(200)))
    with Reader(store) as reader:
        yield reader.layout.snapshot(1)


BOMBS = [
    "SELECT count(*) FROM range(1000000000) a, range(1000000000) b",
    "SELECT repeat('x', 2000000000)",
    "SELECT length(repeat('x', 2000000000))",
    "SELECT length(repeat(repeat('x', 100000), 100000))",
    "SELECT length(lpad('x', 2000000000, 'y'))",
    "SELECT len(range(1000000000))",
    "SELECT list_sum(range(1000000000))",
    "SELECT list(a) FROM range(1000000000) t(a)",
    "SELECT string_agg(repeat('x', 1000), '') FROM range(100000000)",
    "SELECT a.range, b.range FROM range(100000) a, range(100000) b ORDER BY hash(a.range * b.range), b.range",
    "SELECT count(DISTINCT a.range * 1000003 + b.range) FROM range(1000000) a, range(1000) b",
    "SELECT format('{:1000000000d}', 1)",
    "SELECT count(*) FROM range(100000) t(n) WHERE regexp_matches(repeat('a', 10000000 + n), '(a*)*(b|c)$')",
    "SELECT sum(levenshtein(repeat('ab', 100000), repeat('ba', 100000)))",
    "WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t",
    "WITH RECURSIVE t AS (SELECT 'x' AS s UNION ALL SELECT s || s FROM t) SELECT count(*) FROM t",
    "SELECT count(*) FROM document a, document b, document c, document d, document e",
    "SELECT list_transform(range(100000000), x -> repeat('x', 100000))",
    "SELECT list_reduce(range(100000), lambda a, b: a * 2 + b) FROM range(100000)",
    "SELECT * FROM range(10000000)",
    "SELECT repeat('x', 1000000) FROM range(100000)",
]


@pytest.mark.parametrize("sql", BOMBS)
def test_a_bomb_is_ended_in_time(file: Path, sql: str) -> None:
    begun = time.monotonic()
    with pytest.raises((QueryLimit, UsageError)):
        run_sandboxed(file, sql, max_rows=10_000_000, seconds=2)
    assert time.monotonic() - begun < 8
    assert run_sandboxed(file, "SELECT count(*) FROM document", 10).rows == [(200,)]


ALONE = """
import os, sys
from pathlib import Path
from rie.errors import QueryLimit
from rie.store.sandbox import run_sandboxed

try:
    run_sandboxed(Path(sys.argv[1]), sys.argv[2], 10, seconds=0.7)
except QueryLimit:
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        sys.exit(0)
    sys.exit("a process is left behind")
sys.exit("the statement was not ended")
"""


def test_no_process_is_left_behind(file: Path) -> None:
    """In a process of its own: other tests may have started children that live as long as the test run."""
    done = subprocess.run([sys.executable, "-c", ALONE, str(file), BOMBS[0]], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_values_of_all_common_types_come_back(file: Path) -> None:
    sql = """SELECT 1 AS i, 1.5 AS d, 2.5::DOUBLE AS f,
             'x' AS t, true AS b, NULL AS n, DATE '2024-01-02' AS day,
             TIMESTAMP '2024-01-02 03:04:05' AS moment,
             [1, 2] AS l, {'a': 1} AS s, INTERVAL 1 DAY AS v, MAP {'a': 1} AS m,
             170141183460469231731687303715884105727::HUGEINT AS h"""
    result = run_sandboxed(file, sql, 10)
    row = dict(zip([name for name, _ in result.columns], result.rows[0], strict=True))
    assert row == {
        "i": 1,
        "d": Decimal("1.5"),
        "f": 2.5,
        "t": "x",
        "b": True,
        "n": None,
        "day": datetime.date(2024, 1, 2),
        "moment": datetime.datetime(2024, 1, 2, 3, 4, 5),
        "l": [1, 2],
        "s": {"a": 1},
        "v": datetime.timedelta(days=1),
        "m": {"a": 1},
        "h": 2**127 - 1,
    }
    assert dict(result.columns)["day"] == "DATE"


def test_more_rows_than_asked_for_are_cut_and_told(file: Path) -> None:
    result = run_sandboxed(file, "SELECT * FROM range(100)", 10)
    assert (len(result.rows), result.truncated) == (10, True)
    assert not run_sandboxed(file, "SELECT * FROM range(10)", 10).truncated


def test_the_process_reads_and_writes_no_other_file(file: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n")
    for sql in (f"SELECT * FROM '{tmp_path}/secret.csv'", f"COPY document TO '{tmp_path}/stolen.csv'", f"ATTACH '{tmp_path}/x.duckdb'"):
        with pytest.raises(UsageError):
            run_sandboxed(file, sql, 10)
    assert [path.name for path in tmp_path.iterdir()] == ["secret.csv"]
