"""Rules of resolution that name what the table does not have are told of when the pack is read."""

from typing import Any

import pytest
from pydantic import ValidationError

from tests.pack.variant import variant


@pytest.mark.parametrize(
    ("added", "told"),
    [
        ({"column": "target", "rule": "name", "owners": ["seler"]}, "no column 'seler'"),
        ({"column": "price", "rule": "rounded", "unless": [{"same": ["prise"]}]}, "no column 'prise'"),
        ({"column": "price", "rule": "rounded", "unless": [{"where": {"state": ["closed"]}}]}, "no column 'state'"),
        ({"column": "acquirer", "rule": "person", "terms": "nicknames"}, "`rule: person` needs `terms:`"),
    ],
)
def test_a_rule_that_names_what_is_not_there_says_so(added: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        variant(lambda content: content["tables"]["acquisition"]["resolution"]["match"].append(added))
