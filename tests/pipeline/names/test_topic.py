"""A text whose title names nobody is about the company that it opens with, unless it is news of several."""

import pytest

from tests.pipeline.read_texts import read

NAMES = {"Hooli": "COMPANY", "Pied Piper": "COMPANY", "Globex": "COMPANY", "Initech": "COMPANY", "opened": "ACQUISITION"}
ABOUT = [
    ("Hooli Inc (Nasdaq: HOOL) reported results for its second quarter.",
     "During the quarter, the company opened Pied Piper, a store in Reno.",
     "For the year, the company expects sales of $5 million."),
    ("LONDON, 3 May - Hooli today published its interim figures.",
     "Pied Piper, a club in Leeds, was sold in April.", "Sales were $5 million."),
    ("Hooli has had a quiet summer.",
     "Two shops opened: Pied Piper in Bath and Globex in Wells.\n- Sales: $5 million", "Hooli has 40 shops."),
    ("Hooli reports for the half-year.", "Its partner Pied Piper, which makes pumps and valves for breweries, had a difficult time of it.",
     "Margins rose at Hooli. Sales came to $5 million."),
    ("Results for the quarter came in ahead of plan at Hooli.", "Hooli opened Pied Piper in May.", "Sales: $5 million. Hooli employs 30."),
]


@pytest.mark.parametrize("paragraphs", ABOUT)
@pytest.mark.parametrize("title", [" ", "Interim report"])
def test_figures_are_of_whom_the_text_opens_with(paragraphs: tuple[str, ...], title: str) -> None:
    found = read("\n\n".join(paragraphs), names=NAMES, title=title, day="2019-05-03")
    assert {row["company"] for row in found if row.get("value") == 5_000_000} <= {"Hooli", "Hooli Inc"}
    assert any(row.get("value") == 5_000_000 for row in found)


def test_news_of_several_companies_is_about_none_of_them() -> None:
    text = ("Hooli, the maker of mobile phones and of the cases that people buy for them, has a new shop in Leeds.\n\n"
            "Pied Piper, the music software house whose founder left in the spring, says its sales were $4 million.\n\n"
            "Globex, which has made valves in the same shed in Reno since 1911, reports a profit of $2 million this time.\n\n"
            "At the same time sales were $5 million.")
    links = [("sales", "company", "Pied Piper"), ("profit", "company", "Globex")]
    found = {int(row["value"]): row["company"] for row in read(text, links, names=NAMES, title="Briefs", day="2019-05-03")}
    assert found[4_000_000] == "Pied Piper"
    assert found.get(5_000_000) != "Hooli"
