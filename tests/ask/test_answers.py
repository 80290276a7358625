import pytest

from rie.evaluation.answers import GoldQuestion, score, score_all, table, wilson
from rie.types import Answer

ROWS = ({"company": "Hooli, Inc.", "amount_usd": 5},)


def verdict(gold, status="answered", rows=ROWS):
    return score(GoldQuestion("q", "?", "k", gold), Answer("q", "?", "2019-01-01", 1, status, rows=tuple(rows)))


@pytest.mark.parametrize(
    ("gold", "expected"),
    [
        ({"type": "number", "value": 5, "tolerance": 0}, "right"),
        ({"type": "number", "value": 6, "tolerance": 0.5}, "wrong"),
        ({"type": "name", "any": ["Hooli"]}, "right"),
        ({"type": "name", "any": ["Initech"]}, "wrong"),
        ({"type": "names", "all": [["Hooli"]]}, "right"),
        ({"type": "names", "all": [["Hooli"], ["Initech"]]}, "wrong"),
        ({"type": "table", "rows": [[["Hooli"], 5]]}, "right"),
        ({"type": "refuse"}, "wrong"),
        ({"type": "no_data"}, "wrong"),
    ],
)
def test_an_answer_is_scored_by_the_type_of_its_gold(gold, expected):
    assert verdict(gold) == expected


def test_a_refusal_is_right_only_where_nothing_can_be_answered():
    assert verdict({"type": "refuse"}, "refused", ()) == "right"
    assert verdict({"type": "number", "value": 5}, "refused", ()) == "refused"
    assert verdict({"type": "clarify"}, "ambiguous", ()) == "right"


def test_the_interval_holds_the_share():
    low, high = wilson(9, 10)
    assert low < 0.9 < high
    assert wilson(0, 0) == (0.0, 1.0)


def test_the_table_counts_by_kind():
    question = GoldQuestion("q", "?", "lookup", {"type": "refuse"})
    scores = score_all([(question, Answer("q", "?", "2019-01-01", 1, "refused"))])
    assert "lookup              1      1" in table(scores)
