"""What lies midway between the ends of a range, and how far a figure was from what was expected of it."""

import pytest

from rie.ask import ask
from tests.ask.fact_store import FactStore

SAID = {"table": "financial_result", "metric": "revenue", "unit": "currency", "currency": "USD", "accounting": "unknown",
        "announced_on": "2018-02-01", "reports": ["d-1"]}  # fmt: skip


def figure(company, value, basis="actual", year=2017, quarter=4, **more):
    return SAID | {"company": company, "value": value, "basis": basis, "fiscal_year": year, "fiscal_quarter": quarter} | more


@pytest.fixture(scope="module")
def store(pack):
    comps = {"metric": "comparable_sales", "unit": "percent", "currency": None}
    return FactStore(
        [
            figure("Ardmore", 110), figure("Ardmore", 100, "consensus"), figure("Ardmore", 90, "prior", 2016),
            figure("Belcourt", 2060), figure("Belcourt", 2000, "consensus"),
            figure("Ardmore", 400, "guidance_low", 2018, None), figure("Ardmore", 500, "guidance_high", 2018, None),
            figure("Belcourt", -3.5, **comps), figure("Ardmore", 2.5, **comps),
        ],
        pack,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("What is the midpoint of Ardmore's 2018 revenue guidance?", 450),
        ("Middle of the range Ardmore guided to for 2018 sales", 450),
        ("By what percent did Ardmore's Q4 2017 revenue beat the consensus?", 10),
        ("Belcourt Q4 2017 revenue beat in percent of consensus", 3),
        ("How far above consensus was Belcourt's Q4 2017 revenue, in percent?", 3),
        ("Dollar increase in Ardmore's Q4 2017 sales against the year before", 20),
        ("Ardmore same-store sales growth, Q4 2017", 2.5),
        ("Ardmore comparable sales fourth quarter 17", 2.5),
    ],
)
def test_a_number_is_worked_out(question, number, store, pack):
    found = ask(question, store, pack, today="2019-01-15")
    assert found.status == "answered"
    assert list(found.rows[0].values())[-1] == pytest.approx(number)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who had the larger Q4 2017 revenue surprise in percent, Ardmore or Belcourt?", "Ardmore"),
        ("Who beat the Q4 2017 revenue consensus by more, Ardmore or Belcourt?", "Belcourt"),
        ("Which company had the largest revenue beat in Q4 2017?", "Belcourt"),
        ("same store sales down in 2017 - which company", "Belcourt"),
    ],
)
def test_the_widest_distance_is_found(question, name, store, pack):
    found = ask(question, store, pack, today="2019-01-15")
    assert (found.status, next(iter(found.rows[0].values()))) == ("answered", name)


@pytest.mark.parametrize(
    "question",
    [
        "Which companies beat revenue estimates in Q4 2017 with the largest revenue?",
        "Which of the largest companies beat revenue estimates in Q4 2017?",
        "Who beat revenue estimates most often in Q4 2017?",
        "Which company beat revenue estimates in Q4 2017 and paid more?",
    ],
)
def test_other_superlatives_are_not_of_the_distance(question, store, pack):
    assert ask(question, store, pack, today="2019-01-15").status == "refused"


def test_distances_in_several_currencies_are_not_ranked(pack):
    yen = [figure("Kuro", 9000, currency="JPY"), figure("Kuro", 8000, "consensus", currency="JPY")]
    both = FactStore([figure("Ardmore", 110), figure("Ardmore", 100, "consensus"), *yen], pack)
    asked = "Which company beat the Q4 2017 revenue consensus by the most"
    assert ask(f"{asked}?", both, pack, today="2019-01-15").reason == "mixed_currencies"
    found = ask(f"{asked} in percent?", both, pack, today="2019-01-15")
    assert (found.status, found.rows[0]["company"]) == ("answered", "Kuro")
    assert "above it)" in found.answer


@pytest.mark.parametrize(
    "question", ["Ardmore tax rate Q4 2017", "midpoint of Ardmore revenue"]
)
def test_what_no_figure_tells_is_refused(question, store, pack):
    assert ask(question, store, pack, today="2019-01-15").status == "refused"
