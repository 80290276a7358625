"""Tables and lists of figures: units in labels and captions, headings of periods, tables of what is expected."""

from decimal import Decimal
from typing import Any

import pytest

from tests.pipeline.figures import read


def values_of(text: str, **told: Any) -> list[tuple[Any, ...]]:
    return [(values["metric"], values["basis"], values["value"]) for values in read(text, **told)]


@pytest.mark.parametrize("unit", ["(pence)", "(in cents)", "(p)"])
def test_a_label_tells_that_its_figures_are_in_hundredths(unit: str) -> None:
    rows = f"Turnover | 41.0 | 40.5\nDiluted earnings per share {unit} | 7.5 | 6\n"
    found = values_of(f"(£m)\nYear ended 31 March 2011 | Year ended 31 March 2010\n{rows}")
    assert found[2:] == [("eps", "actual", Decimal("0.075")), ("eps", "prior", Decimal("0.06"))]
    assert found[0] == ("revenue", "actual", 41_000_000)


@pytest.mark.parametrize("caption", ["Thousands of euros", "(€ thousands)", "EUR thousands", "€'000"])
def test_the_scale_stands_in_the_first_cell_of_the_header(caption: str) -> None:
    found = values_of(f"{caption} | 2011 | 2010\nRevenue | 41,200 | 40,500\nNet income per share (euro) | 1.2 | 1.1\n")
    assert found == [("revenue", "actual", 41_200_000), ("revenue", "prior", 40_500_000),
                     ("eps", "actual", Decimal("1.2")), ("eps", "prior", Decimal("1.1"))]


def test_a_label_tells_the_scale_of_its_own_row() -> None:
    found = values_of("Measure | Q1 2021 | Q1 2020\nTotal sales (in millions) | $5.5 | $4\n")
    assert found == [("revenue", "actual", 5_500_000), ("revenue", "prior", 4_000_000)]


def test_a_table_under_a_heading_of_expectations_tells_none_that_are_reported() -> None:
    found = read("Guidance\nMeasure | Q3 FY2022 | FY2022\nRevenue (in billions) | $1.2 - $1.3 | $5.0\n")
    rows = [(values["basis"], values["value"], values["fiscal_year"], values["fiscal_quarter"]) for values in found]
    assert rows == [("guidance_low", 5_000_000_000, 2022, None), ("guidance_high", 5_000_000_000, 2022, None),
                    ("guidance_low", 1_200_000_000, 2022, 3), ("guidance_high", 1_300_000_000, 2022, 3)]


def test_a_heading_dates_the_bullets_below_it() -> None:
    half = "First half 2018\n• Adjusted net sales of $11 million\n• EBITDA of $2 million\n"
    text = f"Second quarter 2018\n• Adjusted net sales of $5 million\n\n{half}"
    links = [("sales", "value", "$5 million"), ("EBITDA", "value", "$2 million")]
    found = {values["value"]: (values["fiscal_quarter"], str(values["period_end"])) for values in read(text, links, day="2018-08-02")}
    assert found[Decimal(2_000_000)] == (None, "2018-06-30")
    assert found[Decimal(11_000_000)] == (None, "2018-06-30")
    assert found[Decimal(5_000_000)][0] == 2


def test_cents_of_a_currency_that_no_sum_is_written_in() -> None:
    found = read("Net income was R5 million, headline earnings per share 120 Namibian cents.", [("earnings per share", "value", "120")])
    assert Decimal("1.2") in [values["value"] for values in found]


def test_a_line_of_units_below_the_header_tells_scale_and_currency() -> None:
    rows = "Revenue | 612,480 | 658,912\nProfit for the year | 38,205 | 52,617\nBasic earnings per share (HK cents) | 4.78 | 6.58\n"
    found = read(f" | Year ended 31 March 2020 | Year ended 31 March 2019\n | HK$'000 | HK$'000\n{rows}")
    assert [(values["metric"], values["value"], values["currency"]) for values in found if values["basis"] == "actual"] == [
        ("revenue", 612_480_000, "HKD"), ("net_income", 38_205_000, "HKD"), ("eps", Decimal("0.0478"), "HKD")]


@pytest.mark.parametrize(("caption", "currency"), [("(in thousands of euros)", "EUR"), ("(£m)", "GBP"), ("US$ million", "USD")])
def test_the_caption_of_a_table_without_sums_names_the_currency(caption: str, currency: str) -> None:
    found = read(f"{caption} | 2011 | 2010\nRevenue | 41,200 | 40,500\n")
    assert {values["currency"] for values in found} == {currency}


def test_what_sales_cost_is_no_sales() -> None:
    assert read("Cost of sales was $4 million.", [("sales", "value", "$4 million")]) == []
