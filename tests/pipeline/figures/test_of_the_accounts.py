"""Lines of the accounts that no metric beside them tells: filings speak of them as of results."""

import pytest

from tests.pipeline.read_texts import read


def told(text: str, metric: str, role: str = "value") -> int:
    """How many rows a text tells of $71 million."""
    return len(read(text, [(metric, role, "$71 million")], day="2022-02-18"))


@pytest.mark.parametrize(("text", "metric"), [
    ("Lease expenses in our consolidated statement of income were $71 million.", "income"),
    ("Advertising costs, which were included within sales and marketing expenses, were $71 million in 2021.", "sales"),
    ("Research costs are expensed as incurred and were $71 million in 2021 (reported in Net earnings).", "Net earnings"),
    ("Gains due to credit risk recorded in principal revenue were $71 million.", "revenue"),
])
def test_an_expense_in_a_statement_is_no_income(text: str, metric: str) -> None:
    assert not told(text, metric)


@pytest.mark.parametrize(("text", "metric"), [
    ("The allowance for future sales at June 30 was $71 million.", "sales"),
    ("For 2021 the net reduction in sales was $71 million.", "sales"),
    ("The provision for transaction losses totaled $71 million.", "losses"),
    ("The allowance was $71 million and was recorded as a reduction of our receivables and revenue.", "revenue"),
    ("The amount was $71 million of tax expense on earnings that stayed abroad.", "earnings"),
])
def test_the_sum_is_of_the_head_of_its_subject(text: str, metric: str) -> None:
    assert not told(text, metric)


@pytest.mark.parametrize(("text", "metric"), [
    ("Our cash flow hedges in an asset position totaled $71 million.", "cash flow"),
    ("Actuarial loss was $71 million.", "loss"),
    ("Our maximum exposure to loss was $71 million.", "loss"),
    ("Net operating losses of $71 million may expire between 2024 and 2027.", "operating losses"),
    ("Deferred revenue was $71 million.", "revenue"),
])
def test_what_names_a_metric_may_be_another_thing(text: str, metric: str) -> None:
    assert not told(text, metric)


@pytest.mark.parametrize(("text", "metric"), [
    ("Net losses resulting from foreign exchange were $71 million.", "Net losses"),
    ("Net losses on the related derivatives were $71 million.", "Net losses"),
    ("Hooli recognized a loss of $71 million.", "loss"),
    ("Equity in net losses of investees was $71 million.", "net losses"),
    ("These contracts were settled for a loss of $71 million.", "loss"),
    ("A pre-tax loss of $71 million ($53 million after-tax) was recorded.", "pre-tax loss"),
    ("Net gains were $71 million in 2021 (net losses of $22 million in 2020).", "net losses"),
])
def test_a_loss_from_a_cause_is_no_result(text: str, metric: str) -> None:
    assert not told(text, metric)


@pytest.mark.parametrize("text", [
    "Hooli expects to reclassify $71 million of pre-tax gains to earnings.",
    "Of the loss in accumulated OCI, $71 million is expected to be reclassified into earnings.",
])
def test_what_is_reclassified_is_no_outlook(text: str) -> None:
    assert not told(text, "earnings", "guidance")


@pytest.mark.parametrize("text", [
    "Revenue recognized in 2021 that was included in contract liabilities was $71 million.",
    "Includes $60 million of one kind of revenue and $71 million of another in revenue.",
    "Revenue related to Initech was $71 million.",
    "Revenue from our largest customer was $71 million in 2021.",
    "The acquisition contributed revenue of $71 million to our results.",
])
def test_a_part_of_sales_is_no_revenue(text: str) -> None:
    assert not told(text, "Revenue" if text.startswith("R") else "revenue")


@pytest.mark.parametrize(("text", "metric"), [
    ("Hooli posted a net loss of $71 million in 2021, due to charges for its mills.", "net loss"),
    ("After provisions for bad debts, net income was $71 million.", "net income"),
    ("Hooli's net loss was $71 million on sales that fell by a third.", "net loss"),
    ("Higher costs of fuel hurt, and net income was $71 million.", "net income"),
    ("Net sales in the quarter were $71 million, including a gain.", "sales"),
])
def test_a_result_stays_one(text: str, metric: str) -> None:
    assert told(text, metric) == 1


def test_where_sales_come_from_is_a_part() -> None:
    rows = read("Net revenue from Singapore for fiscal 2021 was $71 million.", [("revenue", "value", "$71 million")],
                names={"Singapore": "PLACE"}, day="2022-02-18")
    assert [row["segment"] for row in rows] == ["Singapore"]
