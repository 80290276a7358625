"""Text answers are scored against the gold that rows are scored with."""

from typing import Any

import pytest

from rie.evaluation.answers import GoldQuestion
from rie.evaluation.texts import known_names, numbers, score_text
from rie.types import Answer

NUMBER = {"type": "number", "value": 5_000_000, "tolerance": 1}
COUNT = {"type": "number", "value": 3, "tolerance": 0}
NAME = {"type": "name", "any": ["Hooli", "Hooli Inc."]}
NAMES = {"type": "names", "all": [["ACME Ventures", "ACME"], ["Foo Capital"]]}
RANKING = {"type": "ranking", "names": [["Hooli"], ["Aviato"]]}
TABLE = {"type": "table", "rows": [[["2015", "2015-01-01"], 3], [["2016", "2016-01-01"], 5]]}
SUMS = {"type": "table", "rows": [[["Hooli"], 5_000_000], [["Aviato"], 2_500_000]]}
DATE = {"type": "date", "value": "2016-03-01"}
OTHERS = known_names([GoldQuestion("q", "", "x", gold) for gold in (NAME, NAMES, RANKING)])

CASES: list[tuple[dict[str, Any], str, str]] = [
    (NUMBER, "$5 million [1]", "right"),
    (NUMBER, "Hooli raised $5m in 2016, in 1 round [2]", "right"),
    (NUMBER, "USD 5,000,000", "right"),
    (NUMBER, "$6 million", "wrong"),
    (NUMBER, "$5 million, $6 million or $7 million", "wrong"),
    (COUNT, "3 [1][2][3]", "right"),
    (COUNT, "three rounds", "right"),
    (COUNT, "4 [3]", "wrong"),
    (NAME, "Hooli, Inc. [1]", "right"),
    (NAME, "Aviato [1]", "wrong"),
    (NAME, "Hooli or Aviato", "wrong"),
    (NAME, "Hooli; Tidewell", "wrong"),
    (NAMES, "ACME Ventures [1]; Foo Capital [2]", "right"),
    (NAMES, "Foo Capital and ACME", "right"),
    (NAMES, "ACME Ventures", "wrong"),
    (NAMES, "ACME Ventures; Foo Capital; Hooli", "wrong"),
    (RANKING, "Hooli; Aviato", "right"),
    (RANKING, "Aviato; Hooli", "wrong"),
    (TABLE, "2015: 3 [1]\n2016: 5 [2]", "right"),
    (TABLE, "2015: 3\n2016: 4", "wrong"),
    (TABLE, "2015: 3\n2016: 5\n2017: 1", "wrong"),
    (SUMS, "Hooli: $5m; Aviato: $2.5 million", "right"),
    (SUMS, "Hooli: $5m", "wrong"),
    (DATE, "2016-03-01 [1]", "right"),
    (DATE, "on March 1, 2016", "right"),
    (DATE, "2016-03-02", "wrong"),
    ({"type": "refuse"}, "anything", "wrong"),
    ({"type": "no_data"}, "anything", "wrong"),
    ({"type": "clarify"}, "anything", "wrong"),
]


def answer(text: str, status: str = "answered") -> Answer:
    return Answer("q", "Who?", "2020-01-01", 1, status, answer=text)


@pytest.mark.parametrize(("gold", "text", "verdict"), CASES, ids=[f"{gold['type']}: {text}" for gold, text, _ in CASES])
def test_verdict(gold: dict[str, Any], text: str, verdict: str) -> None:
    assert score_text(GoldQuestion("q", "What?", "x", gold), answer(text), OTHERS) == verdict


@pytest.mark.parametrize(("kind", "verdict"), [("refuse", "right"), ("no_data", "right"), ("clarify", "refused"), ("date", "refused")])
def test_refusals(kind: str, verdict: str) -> None:
    gold = {"type": kind, "value": "2016"}
    assert score_text(GoldQuestion("q", "What?", "x", gold), answer("The snippets do not answer this.", "refused")) == verdict


def test_names_of_the_question_may_be_said_again() -> None:
    question = GoldQuestion("q", "Who raised more, Hooli or Aviato?", "x", NAME)
    assert score_text(question, answer("Hooli, more than Aviato"), OTHERS) == "right"


def test_numbers_of_dates_do_not_count() -> None:
    assert numbers("5 rounds in May 2016, $3m and 4%") == [3_000_000.0, 4.0, 5.0]
