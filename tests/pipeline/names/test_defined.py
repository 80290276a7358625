"""What "the Company" stands for where a text defines it, and whom an entry of a list is about."""

import pytest

from rie.pipeline.events.entries import told_elsewhere
from rie.pipeline.frame import Item
from rie.pipeline.names.defined import named_by, parties
from rie.types import Entity


def company(name: str, start: int) -> Item:
    return Item("COMPANY", name, start, start + len(name), 0, entity=Entity(name, name, "company", "text"))


def items(text: str, *names: str, refers: str = "the Company") -> list[Item]:
    """The mentions of names, in order, and of the last place of a reference."""
    found = [company(name, text.index(name)) for name in names]
    start = text.rfind(refers)
    return [*found, Item("REFERENCE", refers, start, start + len(refers), 0, refers="COMPANY")] if start >= 0 else found


@pytest.mark.parametrize(("text", "meant"), [
    ('Tarn Bancorp, Inc. (the "Company") bought Esk Financial Corp ("Esk"). Directors of Esk joined the board of the Company.', 0),
    ("Tarn Bancorp, Inc. (\u201cTarn\u201d or \u201cthe Company\u201d) bought Esk Financial Corp. It is the board of the Company.", 0),
    ("Tarn Bancorp, Inc. (ASX: TRN) (“Tarn” or the “Company”) bought Esk Financial Corp. So said the Company.", 0),
    ("Tarn Bancorp, Inc. (Nasdaq: TRN) bought Esk Financial Corp. So said the Company.", None),
    ('Tarn Bancorp, Inc. (the "Company") bought Esk Financial Corp. So said the company.', None),
    ('It was said. The Board (the "Company") met Tarn Bancorp, Inc. and Esk Financial Corp. So said the Company.', None),
])  # fmt: skip
def test_a_reference_is_whom_the_text_defines_it_for(text: str, meant: int | None) -> None:
    found = items(text, "Tarn Bancorp, Inc.", "Esk Financial Corp", refers="the company" if "the company." in text else "the Company")
    assert named_by(text, found).get(2) == meant


def test_parties_are_defined_with_an_article() -> None:
    text = 'Tarn Inc. ("Tarn"), the lenders (collectively, the "Purchasers") and Esk ("the Guarantor")'
    assert parties(text) == {"Purchasers", "Guarantor"}


LIST = "Who went where:\n* Tarnpay has named Jane Roe as treasurer.\n* quiet house has promoted John Doe to producer."


@pytest.mark.parametrize(("text", "elsewhere"), [
    (LIST, True),
    (LIST.replace("quiet house", "Tarnpay"), False),
    (LIST.replace("* ", ""), False),
    (LIST.replace("Who went where", "Changes at Tarnpay"), False),
    (LIST.replace("* ", "2. "), True),
    ("| Jane Roe | treasurer | Tarnpay |\n| John Doe | promoted to producer | quiet house |", True),
])  # fmt: skip
def test_an_entry_of_a_list_is_about_nobody_of_another_entry(text: str, elsewhere: bool) -> None:
    found = [company("Tarnpay", at) for at in range(len(text)) if text.startswith("Tarnpay", at)]
    trigger = Item("CHANGE", "promoted", text.index("promoted"), text.index("promoted") + 8, 1)
    assert told_elsewhere(text, trigger, 0, [*found, trigger]) is elsewhere
