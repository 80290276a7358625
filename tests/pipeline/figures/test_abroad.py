"""Results as announcements and newspapers outside of North America word them."""

from decimal import Decimal
from typing import Any

import pytest

from rie.pipeline.names.signed import is_company
from tests.pipeline.read_texts import read


def values(text: str, links: Any = (), **where: Any) -> list[tuple[Any, ...]]:
    return [(row["metric"], row["basis"], row["value"]) for row in read(text, links, **where)]


def test_the_scale_behind_brackets_is_that_of_both_figures() -> None:
    links = [("sales", "value", "SEK 6,214"), ("sales", "prior", "7,402")]
    assert values("Net sales were SEK 6,214 (7,402) million", links) == [
        ("revenue", "actual", 6_214_000_000), ("revenue", "prior", 7_402_000_000)]


def test_a_metric_in_brackets_has_the_figure_in_them() -> None:
    text = "PAT came to Rs301m (EPS: Rs5.02), down from Rs388m (EPS: Rs6.47)."
    links = [("PAT", "value", "Rs301m"), ("EPS", "prior", "Rs388m"), ("PAT", "prior", "Rs5.02")]
    assert sorted(values(text, links)) == sorted([("net_income", "actual", 301_000_000), ("net_income", "prior", 388_000_000),
                                                  ("eps", "actual", Decimal("5.02")), ("eps", "prior", Decimal("6.47"))])


def test_a_profit_in_brackets_behind_a_loss_is_that_of_the_year_before() -> None:
    links = [("Pre-tax loss", "value", "pounds 0.4m"), ("profit", "value", "pounds 1.1m")]
    assert values("Pre-tax loss pounds 0.4m (profit pounds 1.1m).", links) == [
        ("pretax_income", "actual", -400_000), ("pretax_income", "prior", 1_100_000)]


def test_a_percentage_by_which_a_figure_is_higher_is_its_change() -> None:
    rows = read("Basic EPS 18% higher at 28.3p", [("EPS", "value", "18%")])
    assert [(row["value"], row["change_percent"]) for row in rows] == [(Decimal("0.283"), 18)]


@pytest.mark.parametrize(("sign", "change"), [("+4.2%", Decimal("4.2")), ("-4.2%", Decimal("-4.2"))])
def test_a_signed_change_in_brackets(sign: str, change: Decimal) -> None:
    links = [("Sales", "value", "€602.1 million"), ("Sales", "change", sign)]
    assert [row["change_percent"] for row in read(f"Sales: €602.1 million ({sign})", links)] == [change]


def test_quarters_of_india_end_as_its_years_do() -> None:
    links = [("net profit", "value", "₹702.6 crore"), ("net profit", "period", "Q2")]
    rows = read("Q2 net profit was ₹702.6 crore.", links, day="2024-11-08")
    assert [(row["fiscal_quarter"], str(row["period_end"])) for row in rows] == [(2, "2024-09-30")]


def test_what_is_sold_in_india_says_nothing_of_its_years() -> None:
    text = "Net income was $702 million in the quarter, after a weak Q4. For 2021 we expect net income of $3 billion. India grew fast."
    links = [("Net income", "value", "$702 million"), ("net income", "guidance", "$3 billion"), ("net income", "period", "2021")]
    periods = [[(row["fiscal_year"], row["fiscal_quarter"], row["period_end"]) for row in read(said, links, day="2021-04-27")]
               for said in (text, text.replace("India", "Peru"))]
    assert periods[0] == periods[1]


def test_a_quarter_that_a_company_counts_in_years_of_no_name() -> None:
    text = "Profits split in the first quarter. Its net profit in the three months to June was 14.8 billion yen."
    links = [("net profit", "value", "14.8 billion yen"), ("net profit", "period", "three months to June")]
    rows = read(text, links, day="2005-07-27")
    assert [(row["fiscal_year"], row["fiscal_quarter"], str(row["period_end"])) for row in rows] == [(None, 1, "2005-06-30")]


def test_a_headline_is_no_outlook_of_the_sentence_behind_it() -> None:
    text = "HOOLI CUTS ITS OUTLOOK - Hooli reports a 9% fall in operating profits to €212m."
    assert values(text, [("operating profits", "value", "€212m.")]) == [("operating_income", "actual", 212_000_000)]


@pytest.mark.parametrize("name", [
    "Norrbo Industri AB", "Fjellvik Varme ASA", "Nyhavn Foods A/S", "KLUANG PLASTICS BERHAD", "Kitami Seiki Co., Ltd."])
def test_a_line_is_a_company_that_its_legal_form_ends(name: str) -> None:
    assert is_company(name)


@pytest.mark.parametrize("line", ["Final Results Plc", "The Company", "He joined Acme Ltd", "Annual Report AS"])
def test_other_lines_are_none(line: str) -> None:
    assert not is_company(line)
