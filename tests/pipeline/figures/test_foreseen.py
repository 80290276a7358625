"""What a call expects: guidance, not an effect on it, what it had been before, what was reported, or what others bring in."""

from decimal import Decimal
from typing import Any

import pytest

from rie.pipeline.figures.foreseen import foresees, is_vague
from tests.pipeline.read_texts import read

OPENING = "Good morning, and thank you all. We had a fine summer, and our people worked hard. Let me turn to what lies ahead.\n"
Q3 = {"fiscal_year": "2020", "fiscal_quarter": "3"}


@pytest.mark.parametrize(
    ("lead", "between", "behind"),
    [
        ("for @, we expect ", " of ", ", up from last year."),
        ("we are raising our full year ", " guidance to ", " per share."),
        ("our @ ", " outlook remains ", "."),
        ("we now expect § ", " to be in the range of ", " of which a third is in hand."),
        ("our guidance for the ", " has increased to ", " for the full year."),
        ("the ", " was % and we anticipate it to be ", "."),
        ("we see @ growth in the mid-teens, with ", " of about ", "."),
        ("it will be a fifth year of growth and of ", " greater than ", "."),
        ("we expect @ ", " to range between ", " and $."),
        ("we expect growth of % and ", " of ", "."),
    ],
)
def test_guidance_is_expected_of_its_metric(lead: str, between: str, behind: str) -> None:
    assert foresees(lead, between, behind, metric_first=True)


@pytest.mark.parametrize(
    ("lead", "between", "behind"),
    [
        ("we expect currencies to have a favorable impact on ", " of about ", "."),
        ("prices can be sold above par, creating further potential upside to ", " and book value of about ", " per share."),
        ("our guidance includes favorable exchange ", " of about ", "."),
        ("we estimate a total effect of the sale on our ", " of about ", "."),
        ("we expect year one ", " accretion of roughly ", "."),
        ("the implied incremental ", " is expected to be in the low ", " range."),
        ("we increased our # ", " guidance from a midpoint of ", " per share to $ per share."),
        ("we are lowering our ", " outlook from at least ", " to between $ and $."),
        ("last quarter, we said that we expect our ", " to be more than ", "."),
        ("our ", " guidance coming into the quarter was a range of ", "."),
        ("these results were firmly within our @ ", " guidance range of ", " per share."),
        ("", " moderated sequentially as expected to ", " from $."),
        ("without that change our ", " would have been ", "."),
        ("we expect it to be at or above last year's ", " of ", "."),
        ("it is expected to generate ", " of about ", " next year."),
        ("our sales program will generate ", " proceeds of ", "."),
        ("our ranges are $ to $ in ", " and ", " in cash flow."),
        ("we are increasing our guidance ranges for ", " and cash flow by $ and ", ", respectively."),
        ("the table of ", " shows a projected ", " over the next five years."),
        ("we believe that analyst estimates for @ ", " of about ", " are within it."),
    ],
)
def test_what_only_touches_on_a_metric_is_no_guidance(lead: str, between: str, behind: str) -> None:
    assert not foresees(lead, between, behind, metric_first=True)


@pytest.mark.parametrize(
    ("lead", "between", "behind", "expected"),
    [
        ("at the midpoint, we anticipate generating ", " of adjusted ", " in @.", True),
        ("we forecast ", " of § ", ".", True),
        ("it includes favorable ", " at ", " versus may guidance.", False),
        ("we anticipate an incremental ", " in ", " from it.", False),
        ("our capital investments are expected to yield ", " in ", ".", False),
        ("we did reach ", " in ", " for the year, short of our target.", False),
        ("we closed on ", " of ", ".", False),
        ("a total of ", " increase in ", " from leases is expected.", False),
    ],
)
def test_a_figure_before_its_metric(lead: str, between: str, behind: str, expected: bool) -> None:
    assert foresees(lead, between, behind, metric_first=False) == expected


@pytest.mark.parametrize(("before", "vague"), [("in the low ", True), ("in the mid-", True), ("in a range of 10% to ", False)])
def test_a_range_of_which_the_first_digits_are_said_has_no_upper_end(before: str, vague: bool) -> None:
    assert is_vague(before, " range.") == vague
    assert not is_vague(before, ".")


def told(text: str, links: list[Any], **keys: str) -> list[tuple[str, Decimal, str | None, int | None]]:
    found = read(OPENING + text, links, **{**Q3, **keys})
    return [(values["basis"], values["value"], values["segment"], values["fiscal_year"]) for values in found]


GUIDED = [("operating margin", "guidance", "23%"), ("operating margin", "period", "2020")]


def test_what_is_expected_behind_a_turn_to_a_part_is_not_the_companys() -> None:
    plain = "We expect a 2020 operating margin of 23%."
    assert told(plain, GUIDED) == [("guidance_low", Decimal(23), None, 2020), ("guidance_high", Decimal(23), None, 2020)]
    assert told(f"Moving to the bearings segment. {plain}", GUIDED) == []
    assert told(f"Moving to our outlook. {plain}", GUIDED) != []


def test_what_had_been_expected_of_a_period_that_is_over_is_none() -> None:
    text = "We expect a 2020 operating margin of 23%."
    assert told(text, GUIDED, fiscal_quarter="4") == []
    assert told(text, GUIDED, fiscal_year="2021") == []


def test_the_year_that_growth_is_flat_to_is_not_that_of_the_guidance() -> None:
    text = "For fiscal 2021, we expect growth about flat to fiscal 2020 and an operating margin of 23%."
    links = [("operating margin", "guidance", "23%"), ("operating margin", "period", "fiscal 2021"),
             ("operating margin", "period", "fiscal 2020")]
    assert {year for *_, year in told(text, links)} == {2021}


@pytest.mark.parametrize(("before", "year"), [
    ("For full-year 2020 we expect growth of 12%.", 2020),
    ("For fiscal 2021 we expect growth of 12%. It should be much like this one.", 2021),
    ("For full-year 2020 and full-year 2021 we expect growth of 12%.", None),
    ("For full-year 2019 we expect growth of 12%.", None),
])
def test_guidance_is_of_the_year_that_the_expectation_right_before_is_of(before: str, year: int | None) -> None:
    text = f"{before} The operating margin should be around 23%."
    assert {told for *_, told in told(text, [("operating margin", "guidance", "23%")])} == {year}


@pytest.mark.parametrize(("said", "accounting"), [
    ("Unless stated otherwise, our comments will refer to adjusted results, which leave out other charges.", "adjusted"),
    ("My comments from here will focus on our non-GAAP results unless specifically stated otherwise.", "adjusted"),
    ("Our comments will be on an adjusted basis unless otherwise indicated.", "adjusted"),
    ("We will refer to adjusted results, which are explained on our site.", "unknown"),
])
def test_a_call_says_on_which_basis_it_tells_all(said: str, accounting: str) -> None:
    text = (f"Good morning, and thank you all. We had a fine summer. {said}\nIn the third quarter, our operating margin was 12.8%."
            " GAAP earnings per share were $0.50. Revenue was $40 million.")
    links = [("operating margin", "value", "12.8%"), ("earnings per share", "value", "$0.50"), ("Revenue", "value", "$40 million")]
    found = {str(values["value"]): values["accounting"] for values in read(text, links, **Q3)}
    assert found == {"12.8": accounting, "0.5": "gaap", "40000000": "unknown"}
