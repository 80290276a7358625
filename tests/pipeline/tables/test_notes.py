"""Figures of the notes under tables are items of those above."""

import pytest

from tests.pipeline.read_texts import read

TABLE = "Shr 34 cts vs 29 cts\n    Net 4,118,000 vs 3,502,000\n    "
LINKS = [("Shr", "value", "34 cts"), ("Shr", "prior", "29 cts"), ("Net", "value", "4,118,000"), ("Net", "prior", "3,502,000")]
OWN = {("eps", "actual"), ("eps", "prior"), ("net_income", "actual"), ("net_income", "prior")}


def told(note: str, *links: tuple[str, str, str]) -> set[tuple[str, str]]:
    found = read(TABLE + note, [*LINKS, *links], title="HOOLI INC <HOO> 4TH QTR NET", day="1987-02-26", names={"HOOLI INC": "COMPANY"})
    return {(row["metric"], row["basis"]) for row in found}


@pytest.mark.parametrize(("note", "figure"), [
    ("NOTE: Results include loss of 7,435,000 dlrs from discontinued operations.", "7,435,000 dlrs"),
    ("Note - 1986 excludes loss of 7,435,000 dlrs, or 20 cts a share.", "7,435,000 dlrs"),
    ("NOTE: Full name is Hooli Inc. Year is after a loss of 7,435,000 dlrs on sale of a plant.", "7,435,000 dlrs"),
    ("NOTE: Pretax profit 9,000 dlrs in quarter and loss 7,435,000 dlrs in year.", "7,435,000 dlrs")])
def test_an_item_is_no_result(note: str, figure: str) -> None:
    assert told(note, ("loss", "value", figure)) == OWN


def test_a_plain_sentence_tells_a_figure() -> None:
    note = "NOTE: Net includes gain of 2.0 mln dlrs. Backlog 47.4 mln dlrs."
    assert told(note, ("Backlog", "value", "47.4 mln dlrs")) == OWN | {("backlog", "actual")}


def test_prose_below_a_note_is_none() -> None:
    note = "NOTE: Year-ago restated.\n\nHooli's backlog, including orders of Initech, was 47.4 mln dlrs."
    assert told(note, ("backlog", "value", "47.4 mln dlrs")) == OWN | {("backlog", "actual")}
