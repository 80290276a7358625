"""What others expected of a figure, told beside it or in a sentence of its own."""

from typing import Any

import pytest

from tests.pipeline.read_texts import read


def bases(text: str, *links: tuple[str, str, str], day: str = "2012-08-16") -> dict[int, tuple[str, Any]]:
    return {int(row["value"]): (row["basis"], row["fiscal_year"]) for row in read(text, links, day=day)}


@pytest.mark.parametrize("words", [
    "significantly above the current market expectation of $51 million", "beating analysts' average estimate of $51 million",
    "ahead of a consensus of $51 million", "in line with the mean broker forecast of about $51 million"])
def test_what_was_expected_stands_beside_the_figure(words: str) -> None:
    found = bases(f"EBITDA reached $58 million, {words}.", ("EBITDA", "value", "$58 million"))
    assert found[51_000_000][0] == "consensus"


def test_what_the_company_expects_itself_is_none() -> None:
    found = bases("EBITDA reached $58 million, above its own forecast of $51 million.", ("EBITDA", "value", "$58 million"))
    assert 51_000_000 not in found


def test_an_earlier_outlook_stands_between() -> None:
    text = ("Hooli now expects revenue of $310 million in 2012. It had previously called for $295 million. "
            "Analysts were expecting $312 million.")
    found = bases(text, ("revenue", "guidance", "$310 million"), ("revenue", "period", "2012"))
    assert found[312_000_000] == ("consensus", 2012)
    assert 295_000_000 not in found


def test_analysts_count_on_a_figure() -> None:
    found = bases("Operating profit was $24 million. Four analysts had on average counted on $22 million.",
                  ("Operating profit", "value", "$24 million"))
    assert found[22_000_000][0] == "consensus"


def test_forecasts_that_are_changed_are_of_what_is_to_come() -> None:
    text = "Brokers cut their profit forecasts for the full year to $19 million."
    links = [("profit", "consensus", "$19 million"), ("profit", "period", "full year")]
    assert bases(text, *links, day="1996-09-12") == {19_000_000: ("consensus", 1996)}


@pytest.mark.parametrize("words", ["Previous guidance: net sales of $215 million", "It had earlier forecast net sales of $215 million"])
def test_what_was_expected_before_is_no_figure(words: str) -> None:
    text = f"Hooli expects operating profit of $20 million in 2013. {words}."
    found = bases(text, ("operating profit", "guidance", "$20 million"), ("sales", "guidance", "$215 million"))
    assert 215_000_000 not in found


def test_an_old_outlook_that_holds_on_is_one() -> None:
    found = bases("The previous guidance of net sales of $215 million in 2013 is unchanged.", ("sales", "guidance", "$215 million"))
    assert found[215_000_000][0].startswith("guidance")


@pytest.mark.parametrize("words", ["versus the Street at", "vs. consensus of", "(Street:", "; the consensus estimate was"])
def test_what_the_street_is_at_is_what_others_expected(words: str) -> None:
    links = ("revenue", "value", "$38 million"), ("revenue", "prior", "$37 million")
    found = bases(f"Hooli had revenue of $38 million {words} $37 million.", *links)
    assert found[37_000_000][0] == "consensus"
