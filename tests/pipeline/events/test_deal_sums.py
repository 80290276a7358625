"""Sums and percentages that stand beside a deal and are none of its own: parts of a price, sizes, debts, warrants, shares of a market."""

from typing import Any

import pytest

from tests.pipeline.read_texts import read

NAMES = {"Quillmoor Plc": "COMPANY", "Tarn Leisure": "COMPANY", "acquire": "ACQUISITION"}
PARTIES = [("acquire", "acquirer", "Quillmoor Plc"), ("acquire", "target", "Tarn Leisure")]


def deal(text: str, role: str, player: str) -> dict[str, Any]:
    """The deal of a text in which the relation component gives a role to a mention."""
    text = f"Quillmoor Plc agreed to acquire Tarn Leisure. {text}" if "acquire" not in text else text
    [row] = (row for row in read(text, [*PARTIES, ("acquire", role, player)], names=NAMES, day="1987-06-10", title="News")
             if "acquirer" in row)
    return row


@pytest.mark.parametrize(("text", "player", "price"), [
    ("Quillmoor Plc agreed to acquire Tarn Leisure for 14 mln dlrs.", "14 mln dlrs", 14_000_000),
    ("Quillmoor Plc agreed to acquire Tarn Leisure for 14 mln dlrs in cash and stock.", "14 mln dlrs", 14_000_000),
    ("Quillmoor Plc agreed to acquire Tarn Leisure for 14 mln dlrs, resulting in a gain of two mln dlrs.", "14 mln dlrs", 14_000_000),
    ("Quillmoor Plc agreed to acquire Tarn Leisure, a mortgage bank, for 14 mln dlrs worth of its stock.", "14 mln dlrs", 14_000_000),
    ("It will pay 14 mln dlrs in cash and 300,000 shares of its stock.", "14 mln dlrs", None),
    ("It will issue 300,000 shares, notes worth 14 mln dlrs, and about 70,000 dlrs in cash.", "14 mln dlrs", None),
    ("It will assume about 14 mln dlrs of debt.", "14 mln dlrs", None),
    ("The deal makes it a 14 mln dlr leisure company.", "14 mln dlr", None),
    ("It will record a pretax gain on the sale of 14 mln dlrs.", "14 mln dlrs", None),
    ("Its annual gross revenues are about 14 mln dlrs.", "14 mln dlrs", None),
    ("The bank obtained a loan of 14 mln dlrs for it.", "14 mln dlrs", None),
    ("An analyst estimated that it will pay 14 mln dlrs.", "14 mln dlrs", None),
    ("The unit will at first be capitalised at about 14 mln dlrs.", "14 mln dlrs", None),
    ("The firm was then valued at 14 mln dlrs.", "14 mln dlrs", None),
    ("The market was valuing the unit at some 14 mln dlrs.", "14 mln dlrs", None),
    ("It has sued the owners for over 14 mln dlrs.", "14 mln dlrs", None),
    ("It hopes to recover 14 mln dlrs that were paid to an adviser.", "14 mln dlrs", None),
    ("It will make an initial payment of about 14 mln dlrs and later ones by profit.", "14 mln dlrs", None),
    ("It has had proceeds of 14 mln dlrs from divestitures.", "14 mln dlrs", None),
    ("The judgement now stands at 14 mln dlrs.", "14 mln dlrs", None)])
def test_what_is_owed_counted_guessed_or_a_part_is_no_price(text: str, player: str, price: int | None) -> None:
    assert deal(text, "price", player)["price"] == price


@pytest.mark.parametrize(("text", "player", "price"), [
    ("It is to pay 17 dlrs a share in cash.", "17 dlrs", 17),
    ("It is to pay 40,000 dlrs for each share.", "40,000 dlrs", 40_000),
    ("It is to pay 40,000 dlrs in cash at once.", "40,000 dlrs", None),
    ("Holders get 17 dlrs cash a share and half a share of stock.", "17 dlrs", None),
    ("It has paid between 16 dlrs and 17 dlrs a share.", "between 16 dlrs and 17 dlrs", None),
    ("It holds warrants to buy more at 17 dlrs a share.", "17 dlrs", None),
    ("It fights by a special dividend of 40 dlrs in cash and preferred stock with a market value of 17 dlrs a share.", "17 dlrs", None),
    ("Holders will get stock with a market value of 17 dlrs a share.", "17 dlrs", 17),
    ("Its loss would have been 17 dlrs a share.", "17 dlrs", None)])
def test_what_is_earned_or_other_paper_costs_is_no_price_of_a_share(text: str, player: str, price: int | None) -> None:
    assert deal(text, "per_share", player)["price_per_share"] == price


@pytest.mark.parametrize(("text", "player", "stake"), [
    ("It will have 30 pct of Tarn Leisure.", "30 pct", 30),
    ("It has raised its bid by approximately 30 pct.", "30 pct", None),
    ("The pact bars it from having more than a 30 pct interest.", "30 pct", None),
    ("Its holders will have a 30 pct interest in the combined company.", "30 pct", None),
    ("Its 30 pct owned unit is to run it.", "30 pct", None),
    ("It sold about half of its 30 pct interest in the fields.", "30 pct", None),
    ("About 30 pct of Tarn's tents have been sold abroad.", "30 pct", None),
    ("The managers own the remaining 30 pct of it.", "30 pct", None),
    ("It pays in 30 pct convertible preferred stock.", "30 pct", None),
    ("It has cut its prime rate to 30 pct.", "30 pct", None),
    ("It paid 48 dlrs cash per share for 30 pct of the stock, and notes for the balance.", "30 pct", None),
    ("Tarn Leisure was bought for 30 pct of the outstanding shares.", "30 pct", None),
    ("Its owners will get 30 pct of the stock of Quillmoor Plc.", "30 pct", None),
    ("Its owners will get 30 pct of Quillmoor Plc's shares.", "30 pct", None),
    ("It will have 30 pct of the stock of Tarn Leisure.", "30 pct", 30),
    ("It controls 30 pct of the leisure market.", "30 pct", None)])
def test_a_rise_a_limit_or_a_share_of_a_market_is_no_stake(text: str, player: str, stake: int | None) -> None:
    assert deal(text, "stake", player)["stake_percent"] == stake


@pytest.mark.parametrize(("text", "kind"), [
    ("Quillmoor Plc agreed to acquire 300,000 Tarn Leisure common shares.", "stake"),
    ("Quillmoor Plc agreed to acquire 3.5 mln shares of Tarn Leisure for cash.", "stake"),
    ("Quillmoor Plc agreed to acquire the majority interest in Tarn Leisure.", "stake"),
    ("Quillmoor Plc agreed to acquire one-third of the outstanding stock of Tarn Leisure.", "stake"),
    ("Quillmoor Plc agreed to acquire a stake in Cardiff-based tent maker Tarn Leisure.", "stake"),
    ("Quillmoor Plc agreed to acquire all 3.5 mln shares of Tarn Leisure.", "company"),
    ("Quillmoor Plc agreed to acquire Tarn Leisure for 300,000 shares.", "company")])
def test_a_number_of_shares_is_no_company(text: str, kind: str) -> None:
    assert deal(text, "acquirer", "Quillmoor Plc")["target_kind"] == kind
