"""Tables and lists of figures: units in labels and captions, headings of periods, tables of what is expected."""

import time
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.pipeline.read_texts import read, reports


def values_of(text: str, **told: Any) -> list[tuple[Any, ...]]:
    return [(values["metric"], values["basis"], values["value"]) for values in read(text, **told)]


@pytest.mark.parametrize("unit", ["(pence)", "(in cents)", "(p)"])
def test_a_label_tells_that_its_figures_are_in_hundredths(unit: str) -> None:
    rows = f"Turnover | 41.0 | 40.5\nDiluted earnings per share {unit} | 7.5 | 6\n"
    found = values_of(f"(£m)\nYear ended 31 March 2011 | Year ended 31 March 2010\n{rows}")
    assert found[2:] == [("eps", "actual", Decimal("0.075")), ("eps", "prior", Decimal("0.06"))]
    assert found[0] == ("revenue", "actual", 41_000_000)


@pytest.mark.parametrize("caption", ["Thousands of euros", "(€ thousands)", "EUR thousands", "€'000", "TEUR", "SEK thousands"])
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


@pytest.mark.parametrize(("unit", "scale"), [
    ("SEK million", 1_000_000), ("MSEK", 1_000_000), ("KSEK", 1_000), ("(SEKm)", 1_000_000), ("Adam", 1)])
def test_a_unit_of_any_currency_is_a_scale(unit: str, scale: int) -> None:
    found = values_of(f"{unit} | Q2 2021 | Q2 2020 | Jan-Jun 2021 | Jan-Jun 2020\nNet sales | 4,120 | 3,010 | 7,710 | 6,550\n")
    assert sorted(value for _, _, value in found) == [number * scale for number in (3_010, 4_120, 6_550, 7_710)]


def test_each_column_may_name_the_unit() -> None:
    assert values_of(" | FY14 NZ$000 | FY13 NZ$000\nRevenue | 183,420 | 171,066\n") == [
        ("revenue", "actual", 183_420_000), ("revenue", "prior", 171_066_000)]


def test_months_of_a_year_are_not_the_year() -> None:
    found = read("SEK million | Jan-Jun 2021 | Jan-Jun 2020\nNet sales | 771 | 655\n", day="2021-07-15")
    assert [(values["fiscal_year"], values["period_start"], values["period_end"]) for values in found] == [
        (None, date(2021, 1, 1), date(2021, 6, 30)), (None, date(2020, 1, 1), date(2020, 6, 30))]


def test_a_label_may_end_with_the_currency() -> None:
    assert values_of("SEK million | 2021 | 2020\nEarnings per share, SEK | 1.17 | 0.04\n") == [
        ("eps", "actual", Decimal("1.17")), ("eps", "prior", Decimal("0.04"))]


@pytest.mark.parametrize(("figure", "value"), [
    ("EUR -11.2 million", -11_200_000), ("EUR 11.2 million", 11_200_000), ("$-3 million", -3_000_000)])
def test_a_sign_between_currency_and_number_is_the_figures_own(figure: str, value: int) -> None:
    found = read(f"EBIT fell to {figure} in 2019.", [("EBIT", "value", figure)])
    assert [values["value"] for values in found] == [value]


def test_what_was_had_in_the_same_quarter_is_the_earlier_figure() -> None:
    text = "The company had posted a profit of Rs 71.9 crore in the year-ago period."
    assert [values["basis"] for values in read(text, [("profit", "value", "Rs 71.9 crore")])] == ["prior"]


STATEMENT = """(In millions, except per share amounts)

                      Three Months Ended     Six Months Ended
                           June 30,              June 30,
{years}
Net sales           $ 284.6   $ 268.2    $ 559.3    $ 521.9
Cost of sales         191.8     182.1      377.9      355.3
Selling, general and
  administrative       60.7      57.6      120.4      113.4
Net income (loss)   $ (19.8)  $  17.1    $  37.3    $  31.6
Diluted EPS         $ (0.71)  $  0.60    $  1.33    $  1.11
"""


def test_columns_that_only_spaces_set_apart_have_the_header_words_above_them() -> None:
    found = read(STATEMENT.format(years="                      2012       2011       2012       2011"))
    rows = {(values["metric"], values["period_start"], values["period_end"]): values["value"] for values in found}
    quarter, half = (date(2012, 4, 1), date(2012, 6, 30)), (date(2012, 1, 1), date(2012, 6, 30))
    assert {key: value for key, value in rows.items() if key[1].year == 2012} == {
        ("revenue", *quarter): 284_600_000, ("revenue", *half): 559_300_000, ("net_income", *quarter): -19_800_000,
        ("net_income", *half): 37_300_000, ("eps", *quarter): Decimal("-0.71"), ("eps", *half): Decimal("1.33")}
    assert len(rows) == 12


@pytest.mark.parametrize("years", ["                      2012       2011       2012", "                      2012"])
def test_a_header_that_does_not_fit_the_columns_is_none(years: str) -> None:
    assert read(STATEMENT.format(years=years)) == []


def test_a_row_of_many_columns_that_is_none_takes_no_time() -> None:
    row = "Revenue" + "     12" * 40 + "  n/a x\n"
    start = time.process_time()
    assert read(f"(In millions)\n\n     2012     2011\n{row}{row}") == []
    assert time.process_time() - start < 5


@pytest.mark.parametrize("header", ["This year | Last year", "Q3 2021 vs Q3 2020", "Q3 2021 Q3 2020 | Q3 2021 Q3 2020"])
def test_rows_below_a_scale_are_not_read_without_a_period_of_their_column(header: str) -> None:
    text = f"Hooli reported results for the third quarter of 2021.\n\n(in millions)\nMeasure | {header}\nRevenue | $12,500 | $11,000\n"
    links = [("Revenue", "value", "$12,500")]
    assert read(text, links) == []
    assert [values["value"] for values in read(text.replace("(in millions)", "Selected figures"), links)] == [Decimal(12_500)]


def test_a_column_of_changes_between_two_periods_is_of_neither() -> None:
    found = values_of("(in millions)\nMeasure | Q3 2021 | Q3 2020 | Q3 2021 vs Q3 2020\nRevenue | 12.5 | 11.0 | 1.5\n")
    assert found == [("revenue", "actual", 12_500_000), ("revenue", "prior", 11_000_000)]


@pytest.mark.parametrize(("header", "quarters"), [
    ("Three Months Ended March 31,\n | 2018 | 2017", [(2018, 1), (2017, 1)]),
    ("Three months ended June 30, | 2018 | 2017", [(2018, 2), (2017, 2)]),
    ("Three months ended June 30, | Year ended June 30,\n| 2018 | 2017 | 2018 | 2017", [(2018, None), (2017, None), (2018, 2), (2017, 2)]),
    ("Year ended December 31,\n| 2018 | 2017", [(2018, None), (2017, None)]),
    ("Selected results, three months ended June 30 (in millions, except per share amounts)\n\n | 2018 | 2017", [(2018, 2), (2017, 2)]),
    ("Results for the three months and nine months ended June 30\n | 2018 | 2017", []),
    ("Three months ended March 31, | Year ended March 31,\n| 2018 | 2017 | 2018", []),
])  # fmt: skip
def test_years_end_what_the_words_above_or_before_them_begin(header: str, quarters: list[tuple[int, int | None]]) -> None:
    figures = " | ".join(["12.5", "11.0", "24.1", "22.3"][: header.count("201")])
    found = read(f"(in millions)\n{header}\nRevenue | {figures}\n")
    assert [(values["fiscal_year"], values["fiscal_quarter"]) for values in found] == quarters


def test_the_part_before_a_metric_of_a_label_is_that_of_the_row() -> None:
    text = "(in millions)\nYear ended December 31,\n| 2018 | 2017\nLicence revenue | 12.5 | 11.0\nCost of licence revenue | 2.5 | 1.0\n"
    found = read(text, names={"Licence": "SEGMENT", "licence": "SEGMENT"})
    assert [(values["segment"], values["value"]) for values in found] == [("Licence", 12_500_000), ("Licence", 11_000_000)]


ALIGNED = """Hooli, Inc.
Condensed Statements of Operations (in thousands, except per share data)

                              Three Months Ended June 30,
                                 2018          2017
Revenue:
  Subscription                $131,000      $107,400
  Services                      81,400        78,900
Total revenue                  212,400       186,300
Net income                     $18,900       $14,200
"""


def test_rows_below_the_title_of_an_aligned_table_are_of_parts() -> None:
    found = [(values["metric"], values["segment"], values["basis"], values["value"]) for values in read(ALIGNED, day="2018-08-02")]
    assert found == [
        ("revenue", "Subscription", "actual", 131_000_000), ("revenue", "Subscription", "prior", 107_400_000),
        ("revenue", "Services", "actual", 81_400_000), ("revenue", "Services", "prior", 78_900_000),
        ("revenue", None, "actual", 212_400_000), ("revenue", None, "prior", 186_300_000),
        ("net_income", None, "actual", 18_900_000), ("net_income", None, "prior", 14_200_000)]


@pytest.mark.parametrize("title", ["Assets:", "Revenue growth by region:", "Cost of revenue:"])
def test_rows_below_another_title_are_of_no_metric_of_it(title: str) -> None:
    found = [(values["metric"], values["segment"]) for values in read(ALIGNED.replace("Revenue:", title), day="2018-08-02")]
    assert found == [("revenue", None), ("revenue", None), ("net_income", None), ("net_income", None)]


def test_a_caption_holds_on_for_the_next_table_of_its_block() -> None:
    rows = "Revenue | $48.1 | $44.9\nNet income | 2.9 | 2.4\nEarnings per share | .41 | .34\n"
    half = rows.replace("48.1", "93.6").replace("44.9", "88.2")
    found = values_of(f"Summary (in millions, except per share)\n\nThree months ended June 30 | 1996 | 1995\n{rows}\n"
                      f"Six months ended June 30 | 1996 | 1995\n{half}")
    assert ("revenue", "actual", 93_600_000) in found
    assert ("eps", "actual", Decimal("0.41")) in found


@pytest.mark.parametrize("caption", ["(in millions of Swiss francs unless stated)", "(millions omitted)", "Amounts in millions"])
def test_a_caption_scales_the_lines_of_a_list(caption: str) -> None:
    text = f"Six months to June 30\n{caption}\n\nSales 1,205.3 vs 1,117.0\nNet profit per share 32.10 vs 27.25\n"
    links = [("Sales", "value", "1,205.3"), ("Sales", "prior", "1,117.0"), ("Net profit per share", "value", "32.10")]
    found = values_of(text, links=links, day="1998-08-26")
    assert ("revenue", "actual", 1_205_300_000) in found
    assert ("eps", "actual", Decimal("32.1")) in found


def test_a_caption_does_not_scale_what_stands_below_other_lines() -> None:
    prose = "Hooli makes pigments, adhesives and coatings, and has its seat in a town that nobody has heard of before."
    text = f"(in millions)\n{prose}\nSales 1,205.3 vs 1,117.0\n"
    found = values_of(text, links=[("Sales", "value", "1,205.3")], day="1998-08-26")
    assert all(value < 10_000 for _, _, value in found)


def test_a_heading_of_months_dates_the_lines_below_it() -> None:
    text = ("Third quarter, July-September 2021\n\n\u2022 Net sales rose 12 percent to SEK 1,284 m (1,146)\n\n"
            "January-September 2021\n\n\u2022 Net sales rose 10 percent to SEK 3,902 m (3,561)\n"
            "\u2022 Operating profit was SEK 447 m (401)\n")
    found = read(text, [("Operating profit", "value", "SEK 447 m")], day="2021-10-22")
    assert {(row["fiscal_quarter"], str(row["period_end"])) for row in found if row["value"] == 447_000_000} == {(None, "2021-09-30")}


def test_a_sentence_below_another_paragraph_is_no_line_of_a_list() -> None:
    text = ("Net profit climbed to 18 billion yen in the business year ended March 31, Hooli said, on brisk demand for films.\n\n"
            "Operating profit grew 18 percent to 33 billion yen, the maker of resins and specialty chemicals said.\n")
    links = [("Net profit", "value", "18 billion yen"), ("Net profit", "period", "year ended March 31"),
             ("Operating profit", "value", "33 billion yen")]
    found = read(text, links, day="2005-05-12", title="Hooli FY04 profit rises", names={"Hooli": "COMPANY"})
    assert {str(row["period_end"]) for row in found} == {"2005-03-31"}


def test_a_change_told_before_a_table_is_that_of_its_row() -> None:
    text = ("Net revenue grew by 24% in the fourth quarter and by 28% in the full year. It went live in Finland. It was cold.\n"
            "It rained. It snowed. It was warm again.\n\n"
            "SEK m | Q4 2022 | Q4 2021 | FY 2022 | FY 2021\nNet revenue | 212 | 171 | 768 | 602\n")
    found = read(text, [("revenue", "change", "24%"), ("revenue", "change", "28%")], day="2023-02-09")
    changes = {(row["fiscal_quarter"], row["change_percent"]) for row in found if row["basis"] == "actual"}
    assert changes == {(4, 24), (None, 28)}


SPLIT = """Dollars in millions:

|  | Three Months Ended June 30, | | | Six Months Ended June 30, | | |
|  | 2017 | 2016 | % Change | 2017 | 2016 | % Change |
| Net sales | $ | 301.6 | $ | 288.7 | 4.5 | % | $ 592.3 | $ 574.1 | (3.2 | )% |
"""


def test_signs_in_cells_of_their_own_belong_to_their_figures() -> None:
    rows = read(f"Results of Hooli Inc., in millions of dollars\n\n{SPLIT}", day="2017-08-08", company="Hooli Inc.")
    assert [(row["value"], row["basis"], row["fiscal_quarter"], row["change_percent"]) for row in rows] == [
        (592_300_000, "actual", None, Decimal("-3.2")), (574_100_000, "prior", None, None),
        (301_600_000, "actual", 2, Decimal("4.5")), (288_700_000, "prior", 2, None)]  # fmt: skip


def test_a_row_with_more_cells_than_columns_is_not_read() -> None:
    table = "|  | 2017 | 2016 |\n| --- | --- | --- |\n| Revenue | 301.6 | 288.7 | 12.4 |\n"
    text = f"Hooli Inc. results, year ended December 31, in millions of dollars\n\n{table}"
    assert read(text, day="2018-02-08", company="Hooli Inc.") == []


DIGEST = """HOOLI GYPSUM CORP (HGC-N)
Qtr Sept. 30:           1998            1997
Sales         $118,400,000    $109,900,000

GLOBEX OPTICAL (GLBX-O)
Qtr Sept. 30:           1998            1997
Sales          $22,600,000     $19,800,000
"""


def test_figures_below_the_names_of_several_companies_are_each_ones_own() -> None:
    found = reports(DIGEST, names={"HOOLI GYPSUM CORP": "COMPANY", "GLOBEX OPTICAL": "COMPANY"}, day="1998-10-21", title="Digest")
    assert [(report.values["company"], report.values["value"]) for report in found if report.values["basis"] == "actual"] == [
        ("HOOLI GYPSUM CORP", 118_400_000), ("GLOBEX OPTICAL", 22_600_000)]


def test_a_line_of_several_rows_is_not_read_like_a_sentence() -> None:
    rows = "Turnover 38,412 40,975EBITDA 11,206 12,018Operating profit 8,117 8,694Profit after taxation 6,930 3,455"
    text = f"Results of Hooli plc for the year ended 31 December 2005. SUMMARY {rows}"
    assert values_of(text, links=[("Turnover", "value", "38,412")], day="2006-05-04") == []
    assert values_of(text.partition("40,975")[0], links=[("Turnover", "value", "38,412")], day="2006-05-04")


@pytest.mark.parametrize(("title", "rows"), [
    ("Net sales by region (in millions)", [("revenue", "North", 12_500_000), ("revenue", "North", 11_000_000)]),
    ("Employees by region (in millions)", [])])
def test_a_title_over_a_header_names_the_metric_of_parts(title: str, rows: list[tuple[str, str, int]]) -> None:
    found = read(f"{title}\n\n | 2018 | 2017\nNorth | 12.5 | 11.0\n")
    assert [(values["metric"], values["segment"], values["value"]) for values in found] == rows
