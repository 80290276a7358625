"""Figures of several years that one metric tells in turn, as filings do."""

from typing import Any

import pytest

from tests.pipeline.read_texts import read


def years(text: str, metric: str, *figures: str, role: str = "value") -> list[tuple[int, str, int]]:
    """Millions, basis and year of the rows of a text; the component finds the figures alone."""
    rows = read(text, [(metric, role, figure) for figure in figures], day="2022-02-18")
    return [(int(row["value"] / 1_000_000), row["basis"], row["fiscal_year"]) for row in rows]


@pytest.mark.parametrize("text", [
    "Revenue was $71 million, $64 million and $59 million for the years ended June 30, 2021, 2020 and 2019, respectively.",
    "Revenue was $71 million, $64 million, and $59 million, respectively, in 2021, 2020, and 2019.",
    "For fiscal 2021, 2020 and 2019, revenue was $71 million, $64 million and $59 million, respectively.",
    "During 2021, 2020 and 2019, total revenue amounted to approximately $71 million, $64 million and $59 million.",
    "Revenue was $71 million for fiscal 2021, $64 million for fiscal 2020 and $59 million for fiscal 2019.",
])
def test_each_year_has_its_figure(text: str) -> None:
    metric = "total revenue" if "total" in text else "Revenue" if text.startswith("R") else "revenue"
    metric = metric.removeprefix("total ")
    assert years(text, metric, "$64 million") == [(71, "actual", 2021), (64, "prior", 2020), (59, "prior", 2019)]


@pytest.mark.parametrize("text", [
    "Revenue was $71 million in 2021 and $64 million in each of 2020 and 2019.",
    "Revenue was $71 million in 2021 and $64 million in 2020 and 2019.",
])
def test_one_figure_may_be_of_two_years(text: str) -> None:
    assert years(text, "Revenue", "$71 million") == [(71, "actual", 2021), (64, "prior", 2020), (64, "prior", 2019)]


def test_the_years_before_end_on_the_same_day() -> None:
    rows = read("Revenue was $71 million and $64 million for the years ended June 30, 2021 and 2020, respectively.",
                [("Revenue", "value", "$71 million")], day="2022-02-18")
    assert [str(row["period_end"]) for row in rows] == ["2021-06-30", "2020-06-30"]


def test_quarters_are_told_so_too() -> None:
    rows = read("Revenue was $71 million and $64 million for the three months ended June 30, 2021 and 2020, respectively.",
                [("Revenue", "value", "$71 million")], day="2021-08-18")
    assert [(row["basis"], row["fiscal_quarter"], row["fiscal_year"]) for row in rows] == [("actual", 2, 2021), ("prior", 2, 2020)]


def test_what_is_compared_with_is_all_of_years_before() -> None:
    text = "Revenue dropped to $18 million last year from $35 million in 2020 and $32 million in 2019."
    told = years(text, "Revenue", "$35 million", "$32 million", role="prior")
    assert told == [(18, "actual", 2021), (35, "prior", 2020), (32, "prior", 2019)]


def test_two_years_before_their_figures_need_the_word() -> None:
    told = years("In 2021 and 2020, revenue was $71 million and $64 million.", "revenue", "$71 million")
    assert len(told) == 1


def test_as_many_figures_as_years() -> None:
    told = years("Revenue was $71 million and $64 million for 2021, 2020 and 2019.", "Revenue", "$71 million")
    assert len(told) == 1


def test_where_one_of_a_list_is_none_of_the_metric_none_is() -> None:
    text = "For 2021, 2020 and 2019, the net reduction in sales was $71 million, $64 million and $59 million, respectively."
    assert not years(text, "sales", "$71 million")


def test_a_fiscal_year_is_not_dated_by_a_bare_one() -> None:
    rows: list[dict[str, Any]] = read("Revenue was $71 million for fiscal 2021. The plan was made in 2021.",
                                      [("Revenue", "value", "$71 million"), ("Revenue", "period", "2021")], day="2022-02-18")
    assert [(row["fiscal_year"], row["period_end"]) for row in rows] == [(2021, None)]
