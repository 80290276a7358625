"""Pages of HTML: exact texts, titles and dates."""

import pytest

from rie.documents.parsers.html import parse_html
from rie.documents.record import Defect
from tests.documents.files import FIXTURES

NEWS = """Hooli, the search company based in Palo Alto, has raised $5 million in a Series A round led by ACME Ventures, the \
companies said on Friday.

Raviga Capital and Bream-Hall also took part. The money will go into “middle-out” compression, Hooli’s chief executive Gavin Belson said.

What the round brings

• A seat on the board for ACME
• Thirty new engineers

Hooli has now raised:

Round | Date | Amount
Seed | June 2022 | $1.2m
Series A | May 2024 | $5m

Pied Piper declined to comment on the deal, which values its rival at $25 million after the investment."""

EARNINGS = """(unaudited)
(in millions, except per share data)
Three Months Ended March 31, 2021 | Three Months Ended March 31, 2020 | Six Months Ended March 31, 2021 | Six Months Ended March 31, 2020
Revenue:
Subscription | $1,034.5 | $900.1 | $2,001.0 | $1,780.4
Services | 200.0 | 200.1 | 402.3 | 399.0
Total revenue | 1,234.5 | 1,100.2 | 2,403.3 | 2,179.4
Restructuring charge | — | (12.3) | — | (12.3)
Net income (loss) | $(3.2) | $15.8 | $(10.9) | $31.0
Operating margin | 12.5% | (1.0)% | 11.0% | 2.4%
Net income (loss) per share, diluted (1) | $(0.02) | $0.11 | $(0.07) | $0.21

(1) Diluted shares exclude the effect of options.

CONDENSED CONSOLIDATED BALANCE SHEETS

(in millions)
March 31, 2021 | September 30, 2020
ASSETS
Cash and cash equivalents | $512.4 | $498.0
Total assets | $2,950.7 | $2,801.9

Outlook (in millions)
Q3 2021 | Fiscal 2021
Revenue | $1,250 – $1,270 | $4,900 – $4,960
Earnings per share | $0.02 – $0.05 | $0.10 – $0.20"""

LONG = "Hooli, the maker of Nucleus, said on Monday that it had raised money from a group of investors in the valley."


def text_of(html: str) -> str:
    return parse_html(html.encode()).text


def test_the_main_text_of_a_news_page_is_read_and_nothing_else() -> None:
    page = parse_html((FIXTURES / "news.html").read_bytes())
    assert page.text == NEWS
    assert page.title == "Hooli raises $5m to take on Pied Piper"
    assert (page.published_at, page.source) == ("2024-05-03", "Valley Wire")
    assert page.url == "https://valleywire.example/2024/05/hooli-raises-5m"


def test_an_exhibit_of_a_filing_is_read_whole_in_its_own_charset() -> None:
    page = parse_html((FIXTURES / "earnings.html").read_bytes())
    assert page.text.endswith(EARNINGS)
    lead = "SAN FRANCISCO, May 3, 2021 — Hooli Inc. (NASDAQ: HOLI), maker of the Nucleus platform, today reported"
    assert f"Hooli Reports Second Quarter Fiscal 2021 Results\n\n{lead}" in page.text
    assert "• Subscription revenue of $1,034.5 million, up 15%\n• Net loss of $3.2 million, or $0.02 per share\n\n“We had" in page.text
    assert "hidden header" not in page.text
    assert (page.title, page.published_at) == ("", None)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (f"<p>{LONG}<p>One <b>bold</b>word &amp; $5&nbsp;m", f"{LONG}\n\nOne boldword & $5 m"),
        ("<div>One<div>Two</div>Three</div>", "One\n\nTwo\n\nThree"),
        ("<p>Line one<br>line two<br><br>Another", "Line one\nline two\n\nAnother"),
        ("<ol start=3><li>Third<li>Fourth</ol>", "3. Third\n\n4. Fourth"),
        ("<ul><li>One<ul><li>Inner</ul><li>• Two</ul>", "• One\n• Inner\n• Two"),
        ("<p>a<script>b</script><style>c</style><noscript>d</noscript><span style='display: none'>e</span><i hidden>f</i>g", "ag"),
        ("<p>of 12.3<sup>1</sup> and the 1<sup>st</sup>, 5 m<sup>2</sup>", "of 12.3 (1) and the 1st, 5 m2"),
        ("<p>of patients.<sup>1,2 </sup>Studies", "of patients. (1,2) Studies"),
        ("<pre>Hooli  raised\n  $5m</pre>", "Hooli raised\n$5m"),
        ("<p>acqui&shy;sition of Pied&#8203;Piper, &#64257;nal", "acquisition of PiedPiper, final"),
        ("<p>1,000<ix:nonFraction>,000</ix:nonFraction> shares", "1,000,000 shares"),
        ("", ""),
    ],
)
def test_blocks_stand_apart_and_inline_markup_does_not(html: str, text: str) -> None:
    assert text_of(html) == text


def test_a_page_that_a_table_arranges_is_text() -> None:
    nested = "<table><tr><td><table><tr><td>a</td></tr></table></td><td><h1>Head</h1><p>One<p>Two</td></tr></table>"
    assert text_of(nested) == "a\n\nOne\n\nTwo"


def test_the_title_stands_in_the_text_once_at_most() -> None:
    page = parse_html(f"<title>Hooli raises $5m - Wire</title><h1>Hooli raises $5m</h1><p>{LONG}".encode())
    assert (page.title, page.text) == ("Hooli raises $5m", LONG)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Hooli raises $5m | The Wire</title>", "Hooli raises $5m"),
        ("<title>EX-99.1</title>", ""),
        ("<title>EX-99.1</title><h1>Hooli raises $5m</h1>", "Hooli raises $5m"),
        ("<title>Hooli - a search company - buys Aviato</title>", "Hooli - a search company - buys Aviato"),
        ('<meta property="og:site_name" content="Wire"><title>Wire - Hooli raises $5m</title>', "Hooli raises $5m"),
        ('<meta property="og:title" content="Hooli raises $5m"><h1>Wire</h1><h1>Other</h1>', "Hooli raises $5m"),
        ("<p>none", ""),
    ],
)
def test_the_title_is_the_headline_without_the_site(head: str, title: str) -> None:
    assert parse_html(head.encode()).title == title


@pytest.mark.parametrize(
    ("html", "date"),
    [
        ('<meta property="article:published_time" content="2024-05-03T23:30:00-07:00">', "2024-05-03"),
        ('<meta name="date" content="May 3, 2024 9:00 AM ET">', "2024-05-03"),
        ('<meta name="pubdate" content="Fri, 03 May 2024 09:00:00 GMT">', "2024-05-03"),
        ('<meta name="DC.date" content="2024-05">', "2024-05"),
        ('<meta name="date" content="05/03/2024">', None),
        ('<meta name="date" content="1970-01-01">', None),
        ('<meta name="date" content="2024-13-45">', None),
        ('<meta property="article:modified_time" content="2024-05-03">', None),
        ('<article><time datetime="2024-05-03">May 3</time></article><time datetime="2020-01-01">old</time>', "2024-05-03"),
        ('<time datetime="2024-05-03">one</time><time datetime="2020-01-01">other</time>', None),
        ('<script type="application/ld+json">[{"@type": ["NewsArticle"], "datePublished": "2024-05-03"}]</script>', "2024-05-03"),
        ('<script type="application/ld+json">{"@type": "Organization", "datePublished": "2024-05-03"}</script>', None),
        ('<script type="application/ld+json">{broken</script><meta name="date" content="20240503">', "2024-05-03"),
    ],
)
def test_the_day_of_publication_is_the_one_that_is_stated(html: str, date: str | None) -> None:
    assert parse_html(html.encode()).published_at == date


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<p>€5m".encode(), "€5m"),
        ("\ufeff<p>€5m".encode(), "€5m"),
        ("<p>€5m".encode("utf-16"), "€5m"),
        (b'<meta charset="ISO-8859-1"><p>\x805m', "€5m"),
        (b'<meta http-equiv=Content-Type content="text/html; charset=windows-1252"><p>\x805m', "€5m"),
        (b'<?xml version="1.0" encoding="shift_jis"?><p>' + "五百万円".encode("shift_jis"), "五百万円"),
        (b'<meta charset="utf-16"><p>plain', "plain"),
    ],
)
def test_the_declared_charset_is_used(raw: bytes, text: str) -> None:
    assert parse_html(raw).text == text


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"<p>\x805m", "invalid_utf8"),
        (b'<meta charset="klingon"><p>x', "unknown_charset"),
        (b'<meta charset="zip"><p>x', "unknown_charset"),
        (b'<meta charset="shift_jis"><p>\xff\xff', "invalid_charset"),
    ],
)
def test_bytes_that_are_not_in_the_charset_are_refused(raw: bytes, code: str) -> None:
    with pytest.raises(Defect) as raised:
        parse_html(raw)
    assert raised.value.code == code


def test_the_header_of_the_site_is_no_part_of_the_article() -> None:
    body = f"<article><header><p>By Jane Roe</p></header><p>{LONG}</p></article>"
    assert text_of(f"<body><header>The Daily Example</header>{body}</body>") == f"By Jane Roe\n\n{LONG}"
    assert text_of(f"<body><header>Hooli Inc.</header><p>{LONG}</p></body>") == f"Hooli Inc.\n\n{LONG}"
