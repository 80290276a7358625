"""Paragraphs that open with the name of a part of the company."""

import pytest

from tests.pipeline.read_texts import read


def parts(text: str, links: list[tuple[str, str, str]]) -> dict[int, str | None]:
    return {int(row["value"] / 1_000_000): row["segment"] for row in read(text, links, day="2017-08-08")}


@pytest.mark.parametrize("mark", [".", ":", " -", " \u2014"])
def test_a_paragraph_that_opens_with_a_part_is_of_it(mark: str) -> None:
    text = (f"Flow Control{mark} The rise reflects two terminals. Operating income was $26 million.\n\n"
            f"Marine Products{mark} Prices fell. EBITDA was $7 million, and net income of the group $3 million.\n\n"
            f"Gross Profit{mark} It was helped by mix. Revenue was $90 million.")
    links = [("Operating income", "value", "$26 million"), ("EBITDA", "value", "$7 million"), ("net income", "value", "$3 million"),
             ("Revenue", "value", "$90 million")]
    assert parts(text, links) == {26: "Flow Control", 7: "Marine Products", 3: None, 90: None}


def test_one_paragraph_alone_opens_with_no_part() -> None:
    text = "Flow Control. The rise reflects two terminals. Operating income was $26 million.\n\nOperating income fell before."
    assert parts(text, [("Operating income", "value", "$26 million")]) == {26: None}


@pytest.mark.parametrize("heading", ["Liquidity and Capital Resources", "Outlook", "Cash Flow", "Research and Development", "Net Income"])
def test_a_general_heading_names_no_part(heading: str) -> None:
    text = (f"{heading}. We did well. Operating income was $26 million.\n\nOverview. It rose. EBITDA was $7 million.\n\n"
            "Flow Control. Prices fell by 2%.")
    assert set(parts(text, [("Operating income", "value", "$26 million"), ("EBITDA", "value", "$7 million")]).values()) == {None}
