"""Claims of periods that cannot be: of what was reported, one that is not over; of an earlier figure, that of the present one."""

from datetime import date
from typing import Any

import pytest

from tests.pipeline.read_texts import read


def rows(text: str, *links: tuple[str, str, str], day: str = "1991-03-20") -> list[dict[str, Any]]:
    return read(text, links, day=day)


def test_an_earlier_figure_is_of_no_period_that_is_still_to_end() -> None:
    text = ("Hooli expects results for its fiscal first quarter to end April four, to decline from the record earnings of 3.8 mln dlrs or "
            "57 cts a share and revenues of 53.2 mln dlrs.")
    period = "fiscal first quarter to end April four"
    found = rows(text, ("earnings", "guidance", "3.8 mln dlrs"), ("revenues", "guidance", "53.2 mln dlrs"), ("earnings", "period", period),
                 ("revenues", "period", period))
    assert {(row["basis"], row["fiscal_year"], row["fiscal_quarter"], row["period_end"]) for row in found} == {("prior", 1990, 1, None)}


def test_what_was_reported_is_of_no_period_that_is_still_to_end() -> None:
    text = "Spending on rigs was 270 mln dlrs. For the year ending December 31, 1991 its revenue was 12 mln dlrs, a note says."
    found = rows(text, ("revenue", "value", "12 mln dlrs"), ("revenue", "period", "year ending December 31, 1991"))
    assert [(row["fiscal_year"], row["period_end"]) for row in found] == [(None, None)]


@pytest.mark.parametrize(("text", "trigger", "figure"), [
    ("It will take charges of 9.7 mln dlrs to pre-tax earnings in the quarter.", "pre-tax earnings", "9.7 mln dlrs"),
    ("A capital increase will have it earning about 250 mln dlrs in new funds.", "earning", "250 mln dlrs"),
    ("The sale of two plants with 50 mln dlrs in sales will bring 45 mln dlrs in cash.", "sales", "45 mln dlrs"),
    ("Net earnings per 20-crown share were high.", "Net earnings", "20-crown"),
    ("It had a profit of 130.1 mln dlrs on a 43 pct rise in revenues.", "revenues", "130.1 mln dlrs"),
    ("It made 817 mln dlrs on 15.87 billion dlrs in sales.", "sales", "817 mln dlrs"),
    ("Research took 13 pct of total sales income, or 130 mln dlrs.", "income", "130 mln dlrs"),
    ("The four companies are to have sales of 230 mln dlrs.", "sales", "230 mln dlrs"),
    ("The acquired products are sold in France and sales are about 40 mln dlrs.", "sales", "40 mln dlrs")])
def test_what_is_of_something_else_is_no_result(text: str, trigger: str, figure: str) -> None:
    size = int(float(figure.split(maxsplit=1)[0]) * 1_000_000) if " " in figure else 20
    assert size not in {row["value"] for row in rows(text, (trigger, "value", figure))}


def test_what_a_unit_had_last_year_is_not_expected() -> None:
    text = "Hooli had operating earnings of 132 mln dlrs last year and it is expected to earn more, he said."
    found = rows(text, ("earnings", "guidance", "132 mln dlrs"), ("earnings", "period", "last year"))
    assert {(row["basis"], row["fiscal_year"]) for row in found} == {("actual", 1990)}


def test_a_bare_number_is_in_the_currency_that_it_is_compared_in() -> None:
    text = "Hooli paid 9 mln dlrs. Pretax profit rose to 5.56 mln stg from 2.74 mln."
    found = rows(text, ("Pretax profit", "value", "5.56 mln stg"), ("Pretax profit", "prior", "2.74 mln"))
    assert {row["currency"] for row in found} == {"GBP"}


@pytest.mark.parametrize(("text", "segment"), [
    ("Hooli's cement and lime business provided 1990 operating profits of 153.3 mln dlrs.", "cement and lime"),
    ("Operating profits were not told. Sales in the United States totaled 153.3 mln dlrs.", "United States")])
def test_a_part_that_earns_is_named(text: str, segment: str) -> None:
    trigger = "operating profits" if "provided" in text else "Sales"
    found = read(text, [(trigger, "value", "153.3 mln dlrs")], names={"United States": "PLACE"})
    assert [row["segment"] for row in found if row["value"] == 153_300_000] == [segment]


def test_a_verb_before_a_metric_is_no_part() -> None:
    found = rows("Hooli expects to increase sales to 2,500,000 dlrs this year.", ("sales", "guidance", "2,500,000 dlrs"))
    assert {row["segment"] for row in found} == {None}


def test_a_half_that_ends_on_a_day_tells_the_one_before() -> None:
    text = ("Earnings in the second half, ending June 30, 1991, will be small, Hooli said. In the second half of 1990 net earnings were "
            "2,297,000 dlrs.")
    found = rows(text, ("net earnings", "value", "2,297,000 dlrs"), ("net earnings", "period", "second half of 1990"))
    assert [(row["period_start"], row["period_end"]) for row in found] == [(date(1990, 1, 1), date(1990, 6, 30))]
