"""Which chart an answer gets, and what it says to those who do not see it."""

import re

import pytest

from tests.browser.asking import GROUPED, QUESTION, RANKED, answer, ask

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

MONEY = {"name": "amount_usd", "type": "decimal", "unit": "USD"}
NATIVE = [{"name": "currency", "type": "text"}, {"name": "amount", "type": "decimal"}]
NAME = {"name": "company", "type": "text"}
YEAR = {"name": "year", "type": "text"}


@pytest.fixture
def charted(answered):
    """The page with an answer of these columns and rows."""
    return lambda columns, *rows, **more: answered(answer(columns=columns, rows=[_row(columns, row) for row in rows], **more))


def _row(columns, values):
    return {column["name"]: value for column, value in zip(columns, values, strict=True)}


def drawn(page, selector):
    page.wait_for_selector(selector)
    return page.locator(selector)


def test_sums_over_time_are_columns_with_room_for_missing_periods(charted):
    page = charted([YEAR, MONEY], ("2014", 1e6), ("2015", 2e6), ("2018", 3e6), template="funding_round.sum")
    bars = drawn(page, ".chart-figure.columns .chart-bar")
    assert bars.count() == 3
    left, middle, right = (bar.bounding_box()["x"] for bar in bars.all())
    assert right - middle == pytest.approx(3 * (middle - left), abs=2)
    assert "2016" in page.locator(".chart-tick").all_text_contents()


def test_values_over_time_are_a_line_that_breaks_where_there_is_none(charted):
    quarter = {"name": "quarter", "type": "text"}
    page = charted([quarter, MONEY], ("2016-Q4", 5), ("2017-Q1", 6), ("2017-Q3", 7), template="financial_result.lookup")
    assert drawn(page, ".chart-figure.line .chart-line").get_attribute("d").count("M") == 2
    assert page.locator(".chart-dot").count() == 3
    assert "Q2 2017" in page.locator(".chart-tick").all_text_contents()


def test_periods_split_by_a_name_are_stacked_with_a_legend(charted):
    columns = [YEAR, {"name": "round_type", "type": "text"}, {"name": "count", "type": "integer"}]
    rows = [(year, f"type{kind}", kind + 1) for year in ("2016", "2017") for kind in range(10)]
    page = charted(columns, *rows, template="funding_round.count")
    assert drawn(page, ".chart-bar").count() == 16
    names = page.locator(".chart-legend li").all_inner_texts()
    assert (len(names), names[0], names[-1]) == (8, "type9", "other")


def test_names_are_bars_and_the_first_of_a_ranking_are_shown(charted):
    page = charted([NAME, MONEY], *((f"c{number}", 100 - number) for number in range(30)))
    assert drawn(page, ".chart-figure.bars .chart-bar").count() == 20
    assert page.locator(".chart-label").first.text_content() == "c0"
    assert page.inner_text("figcaption") == "The first 20 of 30 rows."


def test_the_largest_of_other_rows_are_shown(charted):
    page = charted([NAME, MONEY], *((f"c{number}", number % 7) for number in range(30)))
    drawn(page, ".chart-bar")
    assert page.inner_text("figcaption") == "The largest 20 of 30 rows."
    assert page.locator(".chart-label").first.text_content() == "c6"


@pytest.mark.parametrize(("columns", "rows"), [
    ([NAME, MONEY], [("A", 5)]),
    ([NAME, MONEY], [("A", 5), ("A", 6)]),
    ([NAME], [("A",), ("B",)]),
    ([NAME, *NATIVE], [("A", "EUR", 5), ("B", "JPY", 600)]),
], ids=["one row", "one name", "no number", "several currencies"])
def test_there_is_no_chart_where_none_fits(charted, columns, rows):
    page = charted(columns, *rows)
    assert page.locator("table").count() == 1
    assert page.locator(".chart").count() == 0


def test_charts_show_negative_numbers_and_leave_out_missing_ones(charted):
    page = charted([NAME, MONEY], ("A", 5), ("B", -3), ("C", None))
    plus, minus = (bar.bounding_box() for bar in drawn(page, ".chart-bar").all())
    assert minus["x"] + minus["width"] == pytest.approx(plus["x"], abs=1)
    assert page.locator("tbody tr").count() == 3


def test_real_answers_have_charts_that_are_told_in_words_and_follow_the_width(open_page):
    page = open_page()
    ask(page, RANKED)
    labels = drawn(page, ".chart-label").all_text_contents()
    assert {"Vyreline Therapeutics · IPO", "Vyreline Therapeutics · Series B"} <= set(labels)
    ask(page, QUESTION)
    assert page.locator(".chart").count() == 0
    ask(page, GROUPED)
    bars = drawn(page, ".columns .chart-bar")
    told = page.get_attribute(".chart", "aria-label")
    assert told.startswith("Column chart: Amount in USD")
    assert "(2014)" in told
    assert page.locator(".chart title").count() == bars.count()
    page.set_viewport_size({"width": 400, "height": 800})
    sync_api.expect(page.locator(".chart")).to_have_attribute("viewBox", re.compile("0 0 3[0-9][0-9] "))
