"""Figures of whom no name tells are not given to a name that cannot have them; those that a sentence tells of somebody else are his."""

from typing import Any

import pytest

from tests.pipeline.read_texts import read

NAMES = {"Hooli Inc": "COMPANY", "Initech Corp": "COMPANY", "Acme Bank": "COMPANY", "USDA": "COMPANY"}


def whose(text: str, *links: tuple[str, str, str]) -> set[Any]:
    names = {name: label for name, label in NAMES.items() if name in text}
    return {row["company"] for row in read(text, links, names=names, day="1987-03-16", title="News of the day") if row.get("metric")}


@pytest.mark.parametrize("text", [
    "Hooli Inc has sold its vacuum division. It said the division has yearly sales of 12 mln dlrs.",
    "Hooli Inc has sold a mill. The unit makes gears for industry and had sales of 12 mln dlrs.",
    "Hooli Inc has bought two firms. Together the two had sales of 12 mln dlrs.",
    "Hooli Inc will announce a takeover of a company with annual sales of 12 mln dlrs.",
    "USDA said private exporters had sales of 12 mln dlrs."])
def test_what_no_name_is_told_of_is_nobodys(text: str) -> None:
    assert not whose(text, ("sales", "value", "12 mln dlrs"))


def test_an_analyst_tells_nothing_of_his_bank() -> None:
    text = "The shares rose, said analyst Jane Roe of Acme Bank. The company earned 12 mln dlrs."
    assert not whose(text, ("earned", "value", "12 mln dlrs"))


@pytest.mark.parametrize(("text", "company"), [
    ("Hooli Inc said Initech Corp, which makes paper, had sales of 12 mln dlrs.", "Initech Corp"),
    ("Hooli Inc agreed to acquire Initech Corp, a poultry, beef and pork provider to stores with sales of 12 mln dlrs.", "Initech Corp"),
    ("Hooli Inc, co-owned by Acme Bank and Initech Corp, said it had sales of 12 mln dlrs.", "Hooli Inc"),
    ("Hooli Inc said its sales were 12 mln dlrs.", "Hooli Inc")])
def test_whom_a_sentence_is_about_has_the_figure(text: str, company: str) -> None:
    wrong = "Initech Corp" if "co-owned" in text else "Hooli Inc"
    assert whose(text, ("sales", "company", wrong), ("sales", "value", "12 mln dlrs")) == {company}
