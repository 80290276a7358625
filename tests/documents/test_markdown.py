"""Markdown."""

import pytest

from rie.documents.parsers.markdown import parse_markdown
from rie.documents.record import Defect

PAGE = """---
title: "Hooli raises $5m"
date: 2024-05-03
tags: [a, b]
source: Valley Wire
url: https://valleywire.example/1
---
# Hooli raises $5m

**Hooli** raised [\\$5m](https://hooli.example) in a
round led by *ACME* &amp; Raviga.

- one
- two
  - three

1. first
2. second

(in millions)

| Metric | Q1 2021 | Q1 2020 |
|---|--:|--:|
| Revenue | $5m | $4m |

> A quote

<div>raw <b>html</b><script>gone</script></div>
"""


def test_markup_is_removed_and_front_matter_used() -> None:
    parsed = parse_markdown(b"\xef\xbb\xbf" + PAGE.replace("\n", "\r\n").encode())
    assert parsed.text == (
        "Hooli raised $5m in a round led by ACME & Raviga.\n\n• one\n• two\n• three\n\n1. first\n\n2. second\n\n"
        "(in millions)\nMetric | Q1 2021 | Q1 2020\nRevenue | $5m | $4m\n\nA quote\n\nraw html"
    )
    assert (parsed.title, parsed.published_at) == ("Hooli raises $5m", "2024-05-03")
    assert (parsed.source, parsed.url) == ("Valley Wire", "https://valleywire.example/1")


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("# Hooli *raises* $5m\n\nIn May.", "Hooli raises $5m", "In May."),
        ("Hooli raises $5m\n===\n\nIn May.", "Hooli raises $5m", "In May."),
        ("In May.\n\n# Later", "", "In May.\n\nLater"),
        ("---\n[broken: yaml\n---\nIn May.", "", None),
        ("---\n- a list\n---\nIn May.", "", None),
    ],
)
def test_the_first_heading_is_the_title(text: str, title: str, body: str | None) -> None:
    parsed = parse_markdown(text.encode())
    assert parsed.title == title
    assert parsed.text == body if body else "In May." in parsed.text


def test_bytes_that_are_not_utf8_are_refused() -> None:
    with pytest.raises(Defect) as raised:
        parse_markdown(b"\xff")
    assert raised.value.code == "invalid_utf8"
