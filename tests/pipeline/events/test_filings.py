"""Deals and financings as notes of filings tell them, and what is none."""

from typing import Any

import pytest

from tests.pipeline.read_texts import read

TITLE = "Hooli Inc. annual report 2021"


def rows(text: str, trigger: str, label: str, *links: tuple[str, str], title: str = TITLE, **names: str) -> list[dict[str, Any]]:
    """The rows of a text in a filing of Hooli Inc.; a link is a role and who plays it."""
    named = {"Hooli Inc.": "COMPANY", "Initech": "COMPANY", **names, trigger: label}
    named = {name: kind for name, kind in named.items() if name in f"{title}\n{text}"}
    return read(text, [(trigger, role, player) for role, player in links], names=named, title=title, day="2022-02-18")


def test_a_whole_interest_is_the_company() -> None:
    [row] = rows("On November 18, 2021, Hooli Inc. acquired 100% equity interest in Initech for $809 million.", "acquired", "ACQUISITION",
                 ("acquirer", "Hooli Inc."), ("target", "Initech"), ("stake", "100%"))
    assert (row["target_kind"], row["stake_percent"]) == ("company", 100)


def test_we_are_whom_the_title_names() -> None:
    [row] = rows("On November 18, 2021, we acquired Initech for $809 million.", "acquired", "ACQUISITION",
                 ("acquirer", "we"), ("target", "Initech"))
    assert row["acquirer"] == "Hooli Inc."


def test_several_businesses_are_no_target() -> None:
    assert not rows("In 2021 and 2020, Hooli Inc. acquired several businesses for $1.1 billion.", "acquired", "ACQUISITION",
                    ("acquirer", "Hooli Inc."), ("target", "several businesses"), **{"several businesses": "ASSET"})


def test_a_segment_is_no_target() -> None:
    [row] = rows("Hooli Inc. acquired, within the Life Care segment, Initech for $477 million.", "acquired", "ACQUISITION",
                 ("acquirer", "Hooli Inc."), ("target", "Life Care"), ("target", "Initech"), **{"Life Care": "COMPANY"})
    assert row["target"] == "Initech"


def test_what_somebody_may_ask_for_is_no_deal() -> None:
    assert not rows("Initech has the option to require Hooli Inc. to purchase Vandelay for $27 billion.", "purchase", "ACQUISITION",
                    ("acquirer", "Hooli Inc."), ("target", "Vandelay"), Vandelay="COMPANY")


def test_a_sum_of_debt_is_no_price() -> None:
    [row] = rows("As part of its acquisition by Hooli Inc., $5.9 billion of Initech's debt was repaid.", "acquisition", "ACQUISITION",
                 ("acquirer", "Hooli Inc."), ("target", "Initech"), ("price", "$5.9 billion"))
    assert row["price"] is None


@pytest.mark.parametrize(("text", "trigger"), [
    ("Hooli Inc. has received collateral of $35 million from its counterparties.", "received"),
    ("Hooli Inc. has agreed to make contributions of $35 million to its plans.", "make"),
    ("Hooli Inc. does not guarantee $35 million of senior debt.", "guarantee"),
    ("Hooli Inc. received $35 million of proceeds from long-term borrowings.", "received"),
])
def test_what_is_paid_in_or_held_is_no_round(text: str, trigger: str) -> None:
    assert not rows(text, trigger, "FUNDING", ("company", "Hooli Inc."), ("amount", "$35 million"))


def test_what_a_facility_may_grow_to_is_no_total() -> None:
    text = "Hooli Inc. signed a credit facility of $2 billion, with the option to increase borrowings up to $3 billion in total."
    [row] = rows(text, "signed", "FUNDING", ("company", "Hooli Inc."), ("amount", "$2 billion"), ("total", "$3 billion"))
    assert (row["amount"], row["stated_total"]) == (2_000_000_000, None)
