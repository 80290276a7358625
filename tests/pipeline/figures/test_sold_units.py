"""Figures of a unit that changes hands are none of its owner's."""

import pytest

from tests.pipeline.read_texts import read

SALE = "Hooli will sell a glass division to Acme. "
NAMES = {"Acme": "COMPANY", "glass division": "ASSET"}


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("The division, which has two kilns, is in Leeds. It made an operating profit of $7 million.", "It"),
        ("The unit has two kilns and its revenue was $7 million.", "its"),
        ("In 2012 the business had revenue of $7 million.", "the business"),
    ],
)
def test_a_figure_of_the_unit_is_of_a_part(text: str, reference: str) -> None:
    trigger = "operating profit" if "operating profit" in text else "revenue"
    [found] = read(SALE + text, [(trigger, "company", reference), (trigger, "value", "$7 million")], names=NAMES)
    assert found["segment"] == "glass division"


@pytest.mark.parametrize("text", ["Hooli has kilns. It had revenue of $7 million.", "The company has kilns. It had revenue of $7 million."])
def test_a_figure_of_the_owner_is_of_the_whole(text: str) -> None:
    [found] = read(SALE + text, [("revenue", "company", "It"), ("revenue", "value", "$7 million")], names=NAMES)
    assert found["segment"] is None


@pytest.mark.parametrize("sale", ["Acme will buy the glass division of Hooli. ", "Acme will buy Hooli's glass division. "])
def test_the_unit_s_figure_is_its_owner_s(sale: str) -> None:
    text = f"{sale}The glass division has two kilns. It had revenue of $7 million."
    names = {**NAMES, "Hooli": "COMPANY"}
    [found] = read(text, [("revenue", "company", "It"), ("revenue", "value", "$7 million")], names=names, title="Acme grows")
    assert (found["company"], found["segment"]) == ("Hooli", "glass division")
