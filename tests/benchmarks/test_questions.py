"""The benchmark of questions runs at a small scale and tells what it promises."""

import re

import pytest

from tests.benchmarks.made_templates import SHAPES, texts_of
from tests.benchmarks.questions import main

ROW = r"(?P<kind>[a-z ]+?)\s+(?P<count>\d+)(?P<times>(?:\s+\d+\.\d\d){6})\s+(?P<became>.*)"


def test_benchmark_tells_load_check_and_times(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RIE_TEMPLATES", raising=False)
    main(["--templates", "34", "--names", "400", "--questions", "200"])
    scale, load, check, _, *rows = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"34 templates, [\d,]{3,} wordings, 400 names", scale)
    assert re.fullmatch(r"load to the first answers \d+\.\d\d s \(\d+\.\d\d s of processors\), resident \d+ MB, in the end \d+ MB", load)
    assert re.fullmatch(r"check \d+\.\d\d s \(\d+\.\d\d s of processors\), 34 sound", check)
    told = {match["kind"]: match for row in rows if (match := re.fullmatch(ROW, row))}
    assert set(told) == {"all", "of a template", "of the grammar", "with a slip", "beyond both"}
    assert int(told["all"]["count"]) == 100
    assert min(map(float, told["all"]["times"].split())) > 0
    assert int(re.search(r"the template meant (\d+)%", told["of a template"]["became"])[1]) > 85  # type: ignore[index]
    assert int(re.search(r"readings (\d+)%", told["of the grammar"]["became"])[1]) > 70  # type: ignore[index]
    assert told["beyond both"]["became"].startswith("nothing")


def test_templates_are_the_same_every_time_and_all_different() -> None:
    one, other = ([*texts_of(SHAPES / "moved_as.sql")] for _ in range(2))
    assert one == other
    assert len({*one}) == len(one)
