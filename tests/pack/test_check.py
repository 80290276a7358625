"""What a pack's file may not say: the message names the place and what would be right."""

from typing import Any

import pytest
from pydantic import ValidationError

from rie.errors import PackError
from tests.pack.variant import variant


def test_events_that_are_told_by_a_sum_alone_need_a_date_and_somebody_whose_they_are() -> None:
    def nobody(content: dict[str, Any]) -> None:
        for role in content["events"]["funding_round"]["roles"].values():
            role.pop("required", None)

    with pytest.raises((PackError, ValidationError), match=r"funding_round\.bare: needs a role `date` and a required role"):
        variant(nobody)
