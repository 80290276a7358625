"""Names side by side have one role only where the data knows them in it."""

import pytest

from rie.ask import ask


@pytest.mark.parametrize("question", ["Kurosawa Denki, Hoshizora, percentage bought", "Grantley Mills, Penhaligon's offer price per share"])
def test_buyer_and_target_are_not_two_buyers(question, reader, pack):
    assert ask(question, reader, pack, today="2019-01-15").status == "refused"


def test_names_of_one_kind_may_stand_side_by_side(reader, pack):
    assert ask("Oakrune, Brindlewick: total raised", reader, pack, today="2019-01-15").row_count == 2
