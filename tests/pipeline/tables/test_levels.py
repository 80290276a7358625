"""Headers of several lines: what stands over each column."""

import pytest

from rie.pipeline.tables.levels import over_columns


@pytest.mark.parametrize(("own", "above", "over"), [
    (["2018", "2017"], ["Three Months Ended March 31,"], {0: "Three Months Ended March 31 2018", 1: "Three Months Ended March 31 2017"}),
    (["", "2018", "2017"], ["| Three Months Ended |", "| March 31, |"], {1: "Three Months Ended March 31 2018",
                                                                            2: "Three Months Ended March 31 2017"}),
    (["", "2018", "% Change", "2018", "% Change"], [" | Quarter ended June 30 | | Half year to June 30 |"],
     {1: "Quarter ended June 30 2018", 3: "Half year to June 30 2018"}),
    (["Qtr Sept. 30:", "1998", "1997"], ["HOOLI INC"], {1: "Qtr Sept. 30 1998", 2: "Qtr Sept. 30 1997"}),
    (["2018", "2017", "2018", "2017"], ["Second Quarter | Six Months"], {0: "Second Quarter 2018", 1: "Second Quarter 2017",
                                                                         2: "Six Months 2018", 3: "Six Months 2017"}),
    (["30-Sep-18", "30-Sep-17"], ["Quarter ended | Quarter ended"], {0: "Quarter ended 30-Sep-18", 1: "Quarter ended 30-Sep-17"}),
    (["2018", "2017"], ["Six months ended June 30,", "(in thousands)", "(unaudited)"], {0: "Six months ended June 30 2018",
                                                                                        1: "Six months ended June 30 2017"}),
])
def test_words_in_lines_above_go_before_years_and_days(own: list[str], above: list[str], over: dict[int, str]) -> None:
    assert over_columns(own, above) == over


@pytest.mark.parametrize("above", [["Three months ended | Six months ended"], ["Three | lines | of | words"]])
def test_lines_that_do_not_fit_tell_nothing(above: list[str]) -> None:
    assert not any(over_columns(["", "2018", "2017", "2018"], above).values())


def test_what_is_a_period_by_itself_needs_no_words() -> None:
    assert over_columns(["", "Q1 2018", "Q1 2017"], ["Three Months Ended March 31,"]) == {}
