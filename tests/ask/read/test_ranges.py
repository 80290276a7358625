"""Values that follow each other: what lies between two of them or on one side of one."""

import pytest

from rie.ask import ask
from rie.ask.form import ValueFilter
from rie.ask.names.read_names import build_names
from rie.ask.understand import understand
from rie.values import PartialDate

TODAY = PartialDate(2019, 1, 15)
ABC = ("series_a", "series_b", "series_c")
LATE = ("series_g", "series_h", "series_i", "series_j")


def types(question, reader, pack):
    readings, _, _ = understand(question, build_names(reader, pack), pack, TODAY)
    return {item.values for reading in readings for item in reading.form.filters if isinstance(item, ValueFilter)}


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Rounds from Series A to Series C in 2017", ABC),
        ("How many rounds between a Series A and a Series C?", ABC),
        ("Total funding of Series A through Series C", ABC),
        ("Who raised a Series G or above?", LATE),
        ("rounds over Series F", LATE),
        ("How many rounds up to Series B in 2017", ("pre_seed", "seed", "series_a", "series_b")),
        ("seed to Series B rounds, how many", ("seed", "series_a", "series_b")),
        ("Rounds in Series A and Series C", ("series_a", "series_c")),
    ],
)
def test_a_range_of_types_holds_all_that_lie_between(question, values, reader, pack):
    assert types(question, reader, pack) == {values}


@pytest.mark.parametrize("question", ["rounds from Series C to Series A", "Compare Series A to Series C in 2017"])
def test_what_is_no_range_is_read_as_none(question, reader, pack):
    assert ABC not in types(question, reader, pack)


def test_a_year_beside_a_unit_is_no_amount(reader, pack):
    found = ask("rounds with 2017 dollars per company", reader, pack, today="2019-01-15")
    assert found.status == "refused"
