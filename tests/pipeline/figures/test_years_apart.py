"""Figures of the same part of an earlier year that no word of their sentence compares."""

from decimal import Decimal

import pytest

from tests.pipeline.read_texts import read


def bases(text: str, links: list[tuple[str, str, str]], day: str) -> dict[Decimal, str]:
    return {row["value"] / 1_000_000: row["basis"] for row in read(text, links, day=day) if row["basis"] != "guidance_high"}


@pytest.mark.parametrize(("now", "then"), [
    ("six months to June 30, 1996", "six months to June 30, 1995"), ("first quarter of 1996", "first quarter of 1995"),
    ("year to March 31, 1996", "year to March 31, 1995"), ("second quarter of 1996", "second quarter of 1993")])
def test_the_same_part_of_an_earlier_year_is_the_earlier_figure(now: str, then: str) -> None:
    text = f"Hooli earned $5 million in the {now}. Its mills were busy. Rain did no harm. In the {then} profit was $3 million."
    links = [("earned", "value", "$5 million"), ("earned", "period", now), ("profit", "value", "$3 million"), ("profit", "period", then)]
    assert bases(text, links, "1996-07-18") == {5: "actual", 3: "prior"}


@pytest.mark.parametrize("then", ["first quarter of 1996", "year to December 31, 1995", "nine months to September 30, 1995"])
def test_another_part_of_a_year_is_news_of_its_own(then: str) -> None:
    text = ("Hooli earned $5 million in the six months to June 30, 1996. Its mills were busy. Rain did no harm. "
            f"In the {then} profit was $3 million.")
    links = [("earned", "value", "$5 million"), ("earned", "period", "six months to June 30, 1996"), ("profit", "value", "$3 million"),
             ("profit", "period", then)]
    assert bases(text, links, "1996-07-18")[Decimal(3)] == "actual"


def test_a_year_is_news_beside_what_is_expected_of_the_next() -> None:
    text = "Hooli expects revenue of $9 million in 2003. It hired. Rain fell. Revenue was $8 million in 2002."
    links = [("revenue", "guidance", "$9 million"), ("revenue", "period", "2003"), ("Revenue", "value", "$8 million"),
             ("Revenue", "period", "2002")]
    assert bases(text, links, "2003-02-04") == {9: "guidance_low", 8: "actual"}


def test_a_year_is_old_once_a_part_of_the_next_is_reported() -> None:
    text = ("Hooli expects revenue of $9 million in 2003. It hired. Revenue was $8 million in 2002. Trade is good. It earned $2 million in "
            "the first quarter of 2003.")
    links = [("revenue", "guidance", "$9 million"), ("revenue", "period", "2003"), ("Revenue", "value", "$8 million"),
             ("Revenue", "period", "2002"), ("earned", "value", "$2 million"), ("earned", "period", "first quarter of 2003")]
    assert bases(text, links, "2003-05-04") == {9: "guidance_low", 8: "prior", 2: "actual"}


def test_another_metric_is_not_compared() -> None:
    text = "Revenue was $5 million in 2012. Rain fell. It hired. In 2011 profit was $3 million."
    links = [("Revenue", "value", "$5 million"), ("Revenue", "period", "2012"), ("profit", "value", "$3 million"),
             ("profit", "period", "2011")]
    assert bases(text, links, "2013-02-18")[Decimal(3)] == "actual"
