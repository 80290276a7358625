"""Patterns that are tried only where they can begin find what they find everywhere."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rie.patterns import beginnings, matches
from rie.values import number, period_forms, period_relative

PIECES = ("the ", "Q3", "third quarter", " of ", "2016", "'17", "May 3", ", ", "last ", "week", "half a million", "5-1/2", ".5", "$",
          "a dozen", "FY18", "fiscal 2019", "two years ago", "year to date", "early 1990s", "a hundred", "-", "H1", "10/12/2015", "\n",
          "so far this year", "twenty-five", "mid-2014", "next March", "an", "x", " ", "12 months", "first half",
          "Monday", "September of last year")


@pytest.mark.parametrize(("patterns", "begins"), [
    ([number.QUANTITY], number._BEGINS),
    ([pattern for pattern, _ in period_forms._FORMS], period_forms._BEGINS),
    ([pattern for pattern, _ in period_relative._FORMS], period_relative._BEGINS)])
@settings(deadline=None, max_examples=30)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12))
def test_every_match_begins_where_one_is_looked_for(patterns: list, begins: object, pieces: list[str]) -> None:  # type: ignore[type-arg]
    text = "".join(pieces)
    places = beginnings(begins, text)  # type: ignore[arg-type]
    for pattern in patterns:
        assert [match.span() for match in matches(pattern, text, places)] == [match.span() for match in pattern.finditer(text)]
