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


STATES = """Deals

Buyer | Target | Value | Status
Globex Corp | Initech (60%) | $250 million | agreed; ruling pending
Vandelay | three paper mills in Ohio | - | talks
Umbrella Holdings | Acme Pumps | $3 million | offer withdrawn
"""
SPACED = """Money raised in the week

Company               City            Amount raised   Type
Globex Medical        Durham          $3,250,000      Equity
Vandelay                              $475,000        Debt
"""
LABELLED = """Target: Initech, Norway
Buyer: Globex Corp, Canada
Price: NKr40 million
Stage: completed

Target: Acme Pumps
Buyer: Vandelay
Seller: Umbrella Holdings A/S
Stage: in talks
"""


def test_a_column_tells_how_far_deals_have_come() -> None:
    assert _rows(STATES, "acquirer", "target", "target_kind", "stake_percent", "status") == [
        ("Globex Corp", "Initech", "stake", 60, "agreed"), ("Vandelay", "three paper mills in Ohio", "asset", None, "rumoured"),
        ("Umbrella Holdings", "Acme Pumps", "company", None, "terminated")]


def test_rows_whose_cells_spaces_set_apart() -> None:
    assert _rows(SPACED, "company", "amount", "round_type") == [
        ("Globex Medical", 3_250_000, "equity"), ("Vandelay", 475_000, "debt")]


def test_lines_with_labels_tell_an_event() -> None:
    assert _rows(LABELLED, "acquirer", "target", "seller", "price", "status") == [
        ("Globex Corp", "Initech", None, 40_000_000, "completed"), ("Vandelay", "Acme Pumps", "Umbrella Holdings A/S", None, "rumoured")]


def test_whom_to_call_is_no_event() -> None:
    assert not reports("News\n\nMedia: Jane Roe, 555-0100\nInvestors: John Doe, 555-0101\nCompany: Hooli Inc.\n", title="News")


STACKED = """The week

Date
Startup
Sector
Amount
Round
Investors
Dec 2
Oystercatch
Berths
$75 Mn
Series D
Polderdijk Ventures, Maas Capital (lead: Polderdijk Ventures)
Dec 3
Brightwell
Fintech
Undisclosed
Seed
Green Gantry

Other news
Maas Capital is hiring.
"""


def test_rows_with_a_cell_a_line() -> None:
    found = list(reports(STACKED, day="2019-12-07", title="News"))
    assert [(row.values["company"], row.values["round_type"], row.values["amount"]) for row in found] == [
        ("Oystercatch", "series_d", 75_000_000), ("Brightwell", "seed", None)]
    assert [(row["investor"], row["is_lead"]) for row in found[0].children["funding_investor"]] == [
        ("Polderdijk Ventures", True), ("Maas Capital", False)]
