"""Runs of figures without anything between them: cut where there is one way to, else left alone."""

import time

import pytest

from rie.pipeline.tables.glued import cells_in, is_glued, years_in


@pytest.mark.parametrize(("line", "figures"), [
    ("Gold produced (oz)58,11252,346", ["58,112", "52,346"]),
    ("Revenue$71.9$66.0", ["71.9", "66.0"]),
    ("Net earnings (loss)(3.8)6.1", ["3.8", "6.1"]),
    ("Adjusted net earnings (1)4.47.0", ["4.4", "7.0"]),
    (" per share\u2014basic0.030.04", ["0.03", "0.04"]),
    ("Operating cash flow22.724.9", ["22.7", "24.9"]),
    ("Free cash flow (1)5.2(1.3)", ["5.2", "1.3"])])
def test_a_run_that_can_be_cut_in_one_way_has_its_figures(line: str, figures: list[str]) -> None:
    assert [line[low:high] for low, high in cells_in(line, 2)] == figures
    assert is_glued(line)


@pytest.mark.parametrize("line", [
    "Sales9881,012",  # 988 and 1,012, or 9 and 881,012
    "AISC988941", "Sales (3)1,204", "Revenue 1,204 1,118", "Revenue rose to $5.1", "profit of $4,000.5", "Version 2.1.3", "Revenue71.966",
    "", "1,2041,118"])
def test_any_other_line_is_not_cut(line: str) -> None:
    assert cells_in(line, 2) == []


def test_years_that_touch_are_a_header() -> None:
    assert years_in("20182017") == [(0, 4), (4, 8)]
    assert years_in("2018 2017") == years_in("In 20182017") == years_in("12345678") == []


def test_long_runs_take_no_time() -> None:
    start = time.process_time()
    assert not is_glued("Sales" + "1,234.5" * 16)
    assert time.process_time() - start < 1
