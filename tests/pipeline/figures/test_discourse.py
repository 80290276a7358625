"""What the sentences of a call are about, as topic sentences and fronted times say."""

import re

import pytest

from rie.pack import load_pack
from rie.pipeline.figures.discourse import Discourse, Topic, is_spoken
from rie.values import Reference

PACK = load_pack("business")
SPEECH = PACK.terms["speech"]
CALL = "Good morning, and thank you all. We had a fine spring. Let me say how our mills did. Our people worked hard."


def topics(*sentences: str, quarter: int = 2) -> list[Topic]:
    lower = [sentence.lower() for sentence in sentences]
    return Discourse(SPEECH, lower, [False] * len(lower), Reference(2021, quarter, fiscal=True)).topics


def spoken(text: str) -> bool:
    return is_spoken(text, [match.span() for match in re.finditer(r"[^.?!\n]+[.?!]?", text)])


def test_people_who_say_we_and_speak_to_others_hold_a_call() -> None:
    assert spoken(CALL)


@pytest.mark.parametrize(
    "text",
    [
        "The company said sales rose. It opened two mills. Its shares fell.",
        '"We had a fine spring, and I thank you all," she said. Sales rose to $5 million. The mills ran well. Shares fell.',
        "We make paper. Our mills are in Ohio. We sell it to printers.",
        "Q2 revenue $5 million.\nSees 2021 revenue of $20 million.\nQ2 earnings per share $0.40.",
    ],
)
def test_reports_quotations_and_lists_are_no_calls(text: str) -> None:
    assert not spoken(text)


@pytest.mark.parametrize("turn", ["Turning to Packaging.", "Let me start with our mills in Ohio.", "Now moving to the paper segment.",
                                  "To wrap up Paper and Board, our margins are strong.",
                                  "Now turning to slide nine and Packaging's results."])
def test_a_topic_sentence_sets_the_part_that_those_behind_it_are_of(turn: str) -> None:
    assert [topic.part for topic in topics("Sales rose.", turn, "Sales were $40 million.")] == [False, True, True]


@pytest.mark.parametrize(
    "back", ["Turning to the balance sheet.", "On a consolidated basis, sales rose.", "Let me turn the call over to Ann.", "Operator?",
             "Now, here's Ann to review our financial position.", "With that, I will ask Ann Lee to provide more details on the quarter.",
             "I'll now hand over the call to Ann.", "Here is Ann Lee to walk you through the numbers."])
def test_a_part_ends_where_the_company_or_another_speaker_begins(back: str) -> None:
    assert [topic.part for topic in topics("Turning to Packaging.", "Sales rose.", back, "Margins rose.")] == [True, True, False, False]


@pytest.mark.parametrize("passing", [
    "We kept selling more in both the paper and board segments.", "Margins grew across all three segments.",
    "Sales rose by 8%, led by the paper segment.", "Income grew, offset by weakness in our board segment.",
    "On a U.S. GAAP basis, net income rose."])
def test_parts_that_a_sentence_only_mentions_are_no_topic(passing: str) -> None:
    assert not topics("Sales rose.", passing, "Income was $9 million.")[-1].part


def test_a_speaker_who_turns_to_the_company_s_own_results_turns_to_no_part() -> None:
    told = Discourse(SPEECH, ["turning to hooli's results."], [False], Reference(2021, 2, fiscal=True), frozenset({"hooli"})).topics
    assert not told[0].part


def test_another_slide_is_no_other_topic() -> None:
    assert topics("Turning to Packaging.", "Turning to slide seven.", "Sales rose.")[-1].part


def test_a_heading_says_of_which_time_the_figures_behind_it_are() -> None:
    told = topics("Sales rose.", "Some further highlights for the first six months of the year.", "Cash of $9 million.")
    assert [topic.longer for topic in told] == [False, True, True]


def test_a_time_said_first_holds_until_the_quarter_is_named() -> None:
    told = topics("For the full year, sales rose.", "Income was $9 million.", "In the second quarter, sales fell.", "Income fell.")
    assert [topic.longer for topic in told] == [True, True, False, False]


def test_another_quarter_is_not_the_reported_one() -> None:
    assert topics("For the full year, sales rose.", "Costs came in the first quarter.")[-1].longer


def test_the_last_quarter_of_a_year_has_to_be_named() -> None:
    told = topics("Sales were $9 million.", "In the fourth quarter, sales were $2 million.", "Income rose.", quarter=4)
    assert [topic.longer for topic in told] == [True, False, False]


@pytest.mark.parametrize("outlook", ["Turning to our outlook.", "We expect costs to rise."])
def test_an_outlook_goes_on_until_the_past_is_told(outlook: str) -> None:
    assert [topic.ahead for topic in topics(outlook, "Sales of $9 million.", "Last spring sales were flat.")] == [True, True, False]


def test_a_part_that_a_paragraph_mentions_is_no_topic_of_the_next_one() -> None:
    part = "Our paper segment had sales of $4 million."
    assert [topic.part for topic in topics(f"{part}\n ", "Margins rose.")] == [True, False]
    assert [topic.part for topic in topics(part, "Margins rose.")] == [True, True]
    assert [topic.part for topic in topics("Turning to Packaging.\n ", "Margins rose.")] == [True, True]
