"""Whose dollars a bare "$" is."""

import pytest

from rie.values import find_values


@pytest.mark.parametrize(
    ("text", "currencies"),
    [
        ("Mallee Grain (ASX: MGR) raised $6.0 million. It holds A$4.7 million ($3.1 million).", ["AUD", "AUD", "USD"]),
        ("All figures are in Australian dollars. Revenue was $231.4 million.", ["AUD"]),
        ("Revenue rose to $12.4 million. Amounts are expressed in thousands of Canadian dollars.", ["CAD"]),
        ("The company reports in Canadian dollars; it lost 12 cents a share.", ["CAD"]),
        ("ASX ANNOUNCEMENT\nKoorda Lithium places shares for $4 million", ["AUD"]),
        ("Mallee Grain (ASX: MGR) raised US$6.0 million and spent $2 million.", ["USD", "USD"]),
        ("Mallee Grain (ASX: MGR; NASDAQ: MGRN) raised $6.0 million.", ["USD"]),
        ("The loan is in Canadian dollars. Revenue was $3 million.", ["USD"]),
        ("All amounts are in U.S. dollars. Revenue was $3 million.", ["USD"]),
        ("Results are in Canadian dollars; some amounts are in Australian dollars. It spent $3 million.", ["USD"]),
    ],
)
def test_bare_dollars_are_those_that_the_text_means(text: str, currencies: list[str]) -> None:
    assert [item.value.currency for item in find_values(text) if item.label == "MONEY"] == currencies
