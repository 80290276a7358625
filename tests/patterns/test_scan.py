"""Patterns that are tried only where they can begin find what they find everywhere."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rie.patterns import Begun, beginnings, matches
from rie.values import number, period_forms, period_relative

PIECES = ("the ", "Q3", "third quarter", " of ", "2016", "'17", "May 3", ", ", "last ", "week", "half a million", "5-1/2", ".5", "$",
          "a dozen", "FY18", "fiscal 2019", "two years ago", "year to date", "early 1990s", "a hundred", "-", "H1", "10/12/2015", "\n",
          "so far this year", "twenty-five", "mid-2014", "next March", "an", "x", " ", "12 months", "first half",
          "Monday", "September of last year", "EARLY", "\u017fecond half", "\u0663 May 2014", "\u212a")


@settings(deadline=None, max_examples=30)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12))
def test_every_match_begins_where_one_is_looked_for(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = matches(number.QUANTITY, text, beginnings(number._BEGINS, text))
    assert [match.span() for match in found] == [match.span() for match in number.QUANTITY.finditer(text)]


@pytest.mark.parametrize("forms", [period_forms._FORMS, period_relative._FORMS])
@settings(deadline=None, max_examples=60)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12))
def test_every_form_is_found_where_its_first_characters_stand(forms: Begun[int], pieces: list[str]) -> None:
    text = "".join(pieces)
    expected = [(name, match.span()) for name, pattern in forms.patterns.items() for match in pattern.finditer(text)]
    assert [(name, match.span()) for name, match in forms.matches(text)] == expected
