"""The benchmark of extraction runs and tells what it promises."""

import re

import pytest

from tests.benchmarks.extraction import main


def test_benchmark_tells_speed_ratio_and_memory(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RIE_DATA", raising=False)
    main(words=2000)
    *systems, last = capsys.readouterr().out.splitlines()
    speeds = [int(re.search(r"([\d,]+) words/s", line)[1].replace(",", "")) for line in systems]  # type: ignore[index]
    assert len(speeds) == 3
    assert min(speeds) > 0
    read, memory = re.fullmatch(r"([\d,]+) words; resident MB at the start and after each quarter: (.*)", last).groups()  # type: ignore[union-attr]
    assert int(read.replace(",", "")) >= 2000
    assert len(memory.split(", ")) == 5
