"""Events that the rows of a table tell: the header says what each cell is."""

from typing import Any

from tests.pipeline.read_texts import reports

ROUNDS = """The week in rounds

| Startup | What it does | Series | Amount (€m) | Backers |
|---|---|---|---|---|
| Oystercatch | Berths for ports, Rotterdam | A | 9 | Polderdijk Ventures (lead), Maas Capital |
| 44 North | Heat pumps | Seed | 3.8 | Green Gantry |
| Fjell & Vidde | Tent rental | B | undisclosed | n/a |
| Brightwell Loans | Consumer credit | Debt | 60 | undisclosed |

Next week: more of the same.
"""
DEALS = """Deals of the month

Buyer | Target | Seller | Value
Globex Corp | Initech | Umbrella Holdings | $250 million
Vandelay | Acme Pumps | - | undisclosed
- | Pied Piper | Hooli | $3 million
"""


def _rows(text: str, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(report.values[column] for column in columns) for report in reports(text, day="2020-06-10", title="News")]


def test_rows_of_rounds() -> None:
    assert _rows(ROUNDS, "company", "round_type", "amount", "currency") == [
        ("Oystercatch", "series_a", 9_000_000, "EUR"), ("44 North", "seed", 3_800_000, "EUR"), ("Fjell & Vidde", "series_b", None, None),
        ("Brightwell Loans", "debt", 60_000_000, "EUR")]
    first = next(iter(reports(ROUNDS, day="2020-06-10", title="News")))
    assert [(row["investor"], row["is_lead"]) for row in first.children["funding_investor"]] == [
        ("Polderdijk Ventures", True), ("Maas Capital", False)]


def test_rows_of_deals() -> None:
    assert _rows(DEALS, "acquirer", "target", "seller", "price") == [
        ("Globex Corp", "Initech", "Umbrella Holdings", 250_000_000), ("Vandelay", "Acme Pumps", None, None),
        (None, "Pied Piper", "Hooli", 3_000_000)]


def test_evidence_is_the_cell() -> None:
    report = next(iter(reports(DEALS, day="2020-06-10", title="News")))
    told = {(item.role, item.quote) for item in report.evidence}
    assert told >= {("acquirer", "Globex Corp"), ("target", "Initech"), ("price", "$250 million")}
    assert all(DEALS[item.start : item.end] == item.quote for item in report.evidence)


def test_other_tables_tell_no_event() -> None:
    assert not reports("Prices\n\nCompany | Product | Amount\nHooli | Box | $3,000\nGlobex | Bag | $4,000\n", title="News")
    assert not reports("Payments\n\nCompany | Date | Amount\nHooli | May 2020 | $3,000\n", title="News")
    assert not reports("Staff\n\nCompany | City | Type\nHooli | Leeds | seed\n", title="News")
