"""When reports are one fact, and which values the fact takes."""

from pathlib import Path
from typing import Any

import pytest

from rie.store import Reader
from tests.store.build import deal, deals, extraction, funding, ingest, rounds, write


# ------------------------------------------------------------------ one event
@pytest.mark.parametrize(
    "other",
    [
        funding("Hooli", "12000000", round_type="series_a"),
        funding("Hooli", "12000000", amount_qualifier="about"),
        funding("Hooli", "10000000", amount_qualifier="over"),
        funding("Hooli", "13000000", amount_qualifier="under"),
        funding("Hooli", "11000000", amount_high="12500000"),
        funding("Hooli", "11800000", day="2024-05", round_type="venture"),
        funding("Hooli", None, day="2024", round_type="series_a"),
        funding("Hooli, Inc.", "11800000"),
        funding("Hooli", "10600000", currency="EUR", amount_usd="11780000"),
        funding("Hooli", None, status="rumoured"),
        funding("Hooli", "11800000", status="denied"),
    ],
)
def test_the_same_round_in_other_words_is_one_fact(tmp_path: Path, other: dict[str, Any]) -> None:
    ingest(tmp_path, ("2024-05-03", funding("Hooli", "11800000", round_type="series_a")), ("2024-05-20", other))
    assert rounds(tmp_path, "amount, n_reports") == [(11800000, 2)]


@pytest.mark.parametrize(
    "other",
    [
        funding("Hooli", "11800000", round_type="series_b"),
        funding("Hooli", "9000000", round_type="series_a"),
        funding("Hooli", "11800000", day="2022-05-03", round_type="series_a"),
        funding("Hooli", "11800000", day="2022", round_type="series_a"),
        funding("Hooli", "11800000", currency="JPY", amount_usd="79000", round_type="series_a"),
        funding("Hooli Energy", "44000000"),
        funding("Pied Piper", "11800000", round_type="series_a"),
    ],
)
def test_two_true_rounds_stay_two(tmp_path: Path, other: dict[str, Any]) -> None:
    ingest(tmp_path, ("2024-05-03", funding("Hooli", "11800000", round_type="series_a")), ("2024-05-20", other))
    assert len(rounds(tmp_path)) == 2


def test_a_vague_report_does_not_chain_rounds_that_exclude_each_other(tmp_path: Path) -> None:
    ingest(
        tmp_path,
        ("2024-05-01", funding("Hooli", "2000000", round_type="seed")),
        ("2024-05-20", funding("Hooli", None)),
        ("2024-06-10", funding("Hooli", "9000000", round_type="series_a")),
    )
    assert [(amount, n) for _, amount, n in rounds(tmp_path)] == [(2000000, 2), (9000000, 1)]


def test_amounts_do_not_drift_along_a_chain(tmp_path: Path) -> None:
    ingest(
        tmp_path,
        *(("2024-05-01", funding("Hooli", str(amount))) for amount in (10_000_000, 11_000_000, 12_000_000, 13_000_000, 14_500_000)),
    )
    assert len(rounds(tmp_path)) >= 2


def test_an_earlier_round_told_again_beside_the_news_joins_it(tmp_path: Path) -> None:
    write(
        tmp_path,
        extraction("old", "2022-03-01", funding("Hooli", "2000000", round_type="seed")),
        extraction("new", "2024-03-01", funding("Hooli", "9000000", round_type="series_a"), funding("Hooli", "2000000", round_type="seed")),
    )
    assert [(amount, n) for _, amount, n in rounds(tmp_path)] == [(2000000, 2), (9000000, 1)]


def test_a_second_round_of_the_same_size_a_year_later_is_news_of_its_own(tmp_path: Path) -> None:
    ingest(
        tmp_path,
        ("2022-03-01", funding("Hooli", "2000000", round_type="seed")),
        ("2023-03-01", funding("Hooli", "2000000", round_type="seed")),
    )
    assert len(rounds(tmp_path)) == 2


def test_equity_and_debt_of_one_document_are_two(tmp_path: Path) -> None:
    write(
        tmp_path,
        extraction("d", "2024-05-01", funding("Hooli", "5000000", round_type="venture"), funding("Hooli", "5000000", round_type="debt")),
    )
    assert len(rounds(tmp_path)) == 2


# ------------------------------------------------------------------ values
@pytest.mark.parametrize(
    ("reports", "amount"),
    [
        ([("12000000", "about"), ("12000000", "about"), ("11800000", "exact")], 11800000),
        ([("12000000", "exact"), ("12000000", "exact"), ("11800000", "exact")], 11800000),
        ([("3200000", "exact"), ("3000000", "exact"), ("3000000", "exact")], 3000000),
        ([("10000000", "over"), ("10400000", "exact")], 10400000),
    ],
)
def test_the_exact_sum_goes_before_the_rounded_one(tmp_path: Path, reports: list[tuple[str, str]], amount: int) -> None:
    ingest(tmp_path, *(("2024-05-03", funding("Hooli", sum_, amount_qualifier=hedge)) for sum_, hedge in reports))
    assert rounds(tmp_path, "amount, amount_usd, n_reports") == [(amount, amount, len(reports))]


def test_a_sum_its_currency_and_its_qualifier_come_from_one_report(tmp_path: Path) -> None:
    ingest(
        tmp_path,
        ("2024-05-03", funding("Hooli", "10000000", currency="EUR", amount_usd="11000000", amount_qualifier="about")),
        ("2024-05-04", funding("Hooli", "11050000")),
        ("2024-05-04", funding("Hooli", None, currency=None)),
    )
    assert rounds(tmp_path, "amount, currency, amount_usd, amount_qualifier") == [(11050000, "USD", 11050000, "exact")]


def test_conflicts_are_kept_and_counted(tmp_path: Path) -> None:
    ingest(
        tmp_path,
        ("2024-05-03", funding("Hooli", "3000000")),
        ("2024-05-04", funding("Hooli", "3200000")),
        ("2024-05-04", funding("Pied Piper", "5")),
    )
    with Reader(tmp_path) as reader:
        ids = [row[0] for row in reader.query("SELECT round_id FROM funding_round").rows]
        assert reader.coverage("funding_round", ids) == {"facts": 2, "reports": 3, "documents": 3, "conflicting": 1}
        assert reader.query("SELECT amount FROM funding_round_report WHERE company = 'Hooli' ORDER BY ALL").rows == [(3000000,), (3200000,)]


def test_the_date_is_the_earliest_at_its_finest(tmp_path: Path) -> None:
    ingest(
        tmp_path,
        ("2024-05-04", funding("Hooli", "3000000")),
        ("2024-05-09", funding("Hooli", "3000000", day="2024-05-02")),
        ("2024-06-01", funding("Hooli", "3000000", day="2024")),
    )
    assert rounds(tmp_path, "announced_on::VARCHAR, date_precision, first_reported_on::VARCHAR") == [("2024-05-02", "day", "2024-05-04")]


def test_rumours_do_not_date_what_was_announced_later(tmp_path: Path) -> None:
    ingest(tmp_path, ("2024-04-20", funding("Hooli", "3000000", status="rumoured")), ("2024-05-04", funding("Hooli", "3100000")))
    assert rounds(tmp_path, "announced_on::VARCHAR, status, amount") == [("2024-05-04", "closed", 3100000)]


def test_what_is_known_goes_before_what_is_unknown(tmp_path: Path) -> None:
    vague = [("2024-05-03", funding("Hooli", "3000000")) for _ in range(3)]
    ingest(
        tmp_path,
        *vague,
        ("2024-05-03", funding("Hooli", "3000000", round_type="venture")),
        ("2024-05-04", funding("Hooli", None, round_type="seed", valuation="9", valuation_kind="pre_money")),
    )
    assert rounds(tmp_path, "round_type, valuation, valuation_kind") == [("seed", 9, "pre_money")]


def test_investors_are_united_and_a_lead_stays_one(tmp_path: Path) -> None:
    ingest(
        tmp_path,
        ("2024-05-03", funding("Hooli", "5000000", investors=["Raviga", "Bream Hall"])),
        ("2024-05-04", funding("Hooli", "5000000", lead="Raviga")),
    )
    with Reader(tmp_path) as reader:
        assert sorted(reader.query("SELECT investor, is_lead FROM funding_investor").rows) == [("Bream Hall", None), ("Raviga", True)]


# ------------------------------------------------------------------ acquisitions
def test_a_deal_from_offer_to_completion_is_one_fact(tmp_path: Path) -> None:
    ingest(
        tmp_path,
        ("2014-08-05", deal("Transdelta", "Hollister Pipe", "120000000", status="agreed")),
        ("2014-11-18", deal("Transdelta", "Hollister Pipe", status="completed")),
        ("2014-07-01", deal(None, "Hollister Pipe", status="rumoured")),
    )
    assert deals(tmp_path, "acquirer, price, status, announced_on::VARCHAR, n_reports") == [
        ("Transdelta", 120000000, "completed", "2014-08-05", 3)
    ]


def test_a_business_under_two_phrases_is_one_deal(tmp_path: Path) -> None:
    ingest(
        tmp_path,
        ("2015-04-21", deal("Coxwell", "packaging division", "75000000", seller="Meridale", kind="business")),
        ("2015-05-02", deal("Coxwell", "its packaging business", seller="Meridale", kind="business")),
        ("2015-05-02", deal("Coxwell", "ink mill", seller="Meridale", kind="asset")),
    )
    assert sorted(row[3] for row in deals(tmp_path)) == [1, 2]


def test_rival_offers_for_one_target_stay_two(tmp_path: Path) -> None:
    ingest(
        tmp_path,
        ("2015-04-21", deal("Coxwell", "Bramwell", "75000000", status="proposed")),
        ("2015-05-02", deal("Pemberly", "Bramwell", "80000000")),
    )
    assert len(deals(tmp_path)) == 2


def test_parties_are_united(tmp_path: Path) -> None:
    ingest(tmp_path, ("2015-04-21", deal("Coxwell", "Bramwell")), ("2015-05-02", deal("Coxwell", "Bramwell", seller="Meridale")))
    with Reader(tmp_path) as reader:
        parties = reader.query("SELECT company, role FROM acquisition_party ORDER BY role").rows
    assert parties == [("Coxwell", "acquirer"), ("Meridale", "seller"), ("Bramwell", "target")]
