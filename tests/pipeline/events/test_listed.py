"""Rounds that an entry of a list tells without a verb."""

from typing import Any

import pytest

from tests.pipeline.read_texts import reports

NAMES = {**dict.fromkeys(("Initech", "Globex", "Acme", "Vandelay", "Umbrella"), "COMPANY"), "Austin": "PLACE", "Tex.": "PLACE",
         "Series B": "ROUND", "seed": "ROUND", "bridge loan": "ROUND"}


def _rounds(text: str) -> list[tuple[Any, ...]]:
    found = [row for row in reports(text, names=NAMES, day="2020-06-10", title="The week") if row.table == "funding_round"]
    return [(row.values["company"], int(row.values["amount"]), row.values["round_type"],
             [(child["investor"], child["is_lead"]) for child in row.children["funding_investor"]]) for row in found]


@pytest.mark.parametrize(("entry", "told"), [
    ("- Initech, Austin, Tex., payroll software: $22 million Series B from Globex (lead), Acme and existing backer Vandelay.",
     ("series_b", [("Globex", True), ("Acme", False), ("Vandelay", False)])),
    ("Initech, Austin, payroll: a $22 million bridge loan from Globex and Acme, both of which were already in.",
     ("bridge", [("Globex", None), ("Acme", None)])),
    ("* **Initech** (Austin, payroll) — $22M Series B led by Globex with participation from Acme and Vandelay",
     ("series_b", [("Globex", True), ("Acme", False), ("Vandelay", False)])),
    ("Initech (payroll): $22m from Globex.", ("unknown", [("Globex", None)]))])
def test_an_entry_tells_whose_round_of_what_kind_from_whom(entry: str, told: tuple[str, list[Any]]) -> None:
    assert _rounds(f"Good morning.\n\n{entry}\n\nThat is all.") == [("Initech", 22_000_000, *told)]


def test_an_entry_of_a_sum_alone_is_a_round_in_a_list_of_rounds() -> None:
    others = "- Globex, Austin, pumps: $3 million seed from Acme.\n- Vandelay, exports: $5 million Series B money.\n"
    alone = "- Initech, messaging: $6 million. Nobody would say from whom.\n"
    assert len(_rounds(f"The week\n\n{others}{alone}")) == 3
    assert not _rounds(f"The week\n\n{alone}")


@pytest.mark.parametrize("entry", [
    "- Initech, Austin, payroll: market value $22 million", "- Initech: revenue of $22 million, up a tenth",
    "Initech said it entered into a pact with banks, for up to $22 million to buy Globex.",
    "Initech, which has $22 million of Series B money, moves.",
    "The rival of Initech: $22 million Series B"])
def test_what_else_opens_with_a_name_is_no_round(entry: str) -> None:
    assert not _rounds(f"Good morning.\n\n{entry}\n\nThat is all.")
