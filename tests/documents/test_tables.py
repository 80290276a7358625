"""Tables as text: one row a line, one header line, signs beside their numbers."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from rie.documents.parsers.cells import is_amount, is_period, is_scale, leads_period
from rie.documents.parsers.grid import rows_of
from rie.documents.parsers.parsed import joined
from rie.documents.parsers.table import blocks_of


def text_of(rows: str) -> str:
    """Rows of a table written as `cell ; cell`, `4*cell` for one over four columns, `!cell` for a `<th>`."""
    html = "".join(f"<tr>{''.join(_cell(cell.strip()) for cell in row.split(';'))}</tr>" for row in rows.strip().splitlines())
    return joined(blocks_of(rows_of(LexborHTMLParser(f"<table>{html}</table>").css_first("table"))))


def _cell(written: str) -> str:
    span, _, text = written.rpartition("*") if written[:1].isdigit() and "*" in written[:3] else ("1", "", written)
    tag = "th" if text.startswith("!") else "td"
    return f"<{tag} colspan={span}>{text.removeprefix('!')}</{tag}>"


CASES = {
    "signs in cells of their own": (
        """
        ; ; 7*Three Months Ended<br>March 31, ;
        (in millions, except per share data) ; ; 3*2021 ; ; 3*2020 ;
        Revenue ; ; $ ; 1,234.5 ; ; ; $ ; 1,100.2 ;
        Operating expenses: ; 8*
        Cost of revenue ; ; ; 410.0 ; ; ; ; 377.1 ;
        Impairment ; ; ; — ; ; ; ; (12.3 ; )
        Other ; ; ; ; ; ; ; (12.3 ; )
        Net income (loss) ; ; $ ; (3.2 ; ) ; ; $ ; 15.8 ;
        Operating margin ; ; ; 12.5 ; % ; ; ; (1.0 ; )%
        Adjusted EBITDA<sup>(1)</sup> ; ; $ ; 12.3<sup>2</sup> ; ; ; $ ; 0.11 ;
        9*(1) See the reconciliation below.
        """,
        """
        (in millions, except per share data)
        Three Months Ended March 31, 2021 | Three Months Ended March 31, 2020
        Revenue | $1,234.5 | $1,100.2
        Operating expenses:
        Cost of revenue | 410.0 | 377.1
        Impairment | — | (12.3)
        Other | | (12.3)
        Net income (loss) | $(3.2) | $15.8
        Operating margin | 12.5% | (1.0)%
        Adjusted EBITDA (1) | $12.3 (2) | $0.11
        (1) See the reconciliation below.
        """,
    ),
    "the name of the labels": (
        """
        !Metric ; !Q1 2021 ; !Q1 2020
        Revenue ; $5m ; $4m
        Users ; ; 3
        EPS ; 5 ;
        """,
        """
        Metric | Q1 2021 | Q1 2020
        Revenue | $5m | $4m
        Users | | 3
        EPS | 5 |
        """,
    ),
    "the period in the corner": (
        """
        Year ended December 31, ; 2021 ; 2020
        Revenue ; $5 ; $ 4
        """,
        """
        Year ended December 31, 2021 | Year ended December 31, 2020
        Revenue | $5 | $4
        """,
    ),
    "the period and the scale in the corner": (
        """
        Year ended June 30,<br>(in thousands) ; 2021 ; 2020
        Revenue ; $5 ; $ 4
        """,
        """
        (in thousands)
        Year ended June 30, 2021 | Year ended June 30, 2020
        Revenue | $5 | $4
        """,
    ),
    "columns of days": (
        """
        Million euros ; 31.03.2021 ; 3/31/2020
        Revenue ; 1.234,5 ; 1.100,2
        """,
        """
        Million euros | 31.03.2021 | 3/31/2020
        Revenue | 1.234,5 | 1.100,2
        """,
    ),
    "titles and scales over all columns": (
        """
        4*STATEMENTS OF OPERATIONS
        4*(Unaudited, in thousands)
        ; 2*March 31, ; December 31,
        ; 2021 ; 2020 ; 2020
        Assets ; ; ;
        Cash ; 1 ; 2 ; 3
        """,
        """
        STATEMENTS OF OPERATIONS
        (Unaudited, in thousands)
        March 31, 2021 | March 31, 2020 | December 31, 2020
        Assets
        Cash | 1 | 2 | 3
        """,
    ),
    "a year in the title is no column's": (
        """
        ; 2*Three Months Ended March 31, 2021 and 2020
        ; 2021 ; 2020
        Revenue ; 5 ; 4
        """,
        """
        Three Months Ended March 31, 2021 and 2020
        2021 | 2020
        Revenue | 5 | 4
        """,
    ),
    "a second header": (
        """
        ; 2021 ; 2020
        Revenue ; 5 ; 4
        ; 2019 ; 2018
        Revenue ; 3 ; 2
        """,
        """
        2021 | 2020
        Revenue | 5 | 4

        2019 | 2018
        Revenue | 3 | 2
        """,
    ),
    "two scales": (
        """
        3*(in millions)
        ; 2021 ; 2020
        Revenue ; 5 ; 4
        3*(in thousands)
        Shares ; 900 ; 800
        """,
        """
        (in millions)
        2021 | 2020
        Revenue | 5 | 4

        (in thousands)
        Shares | 900 | 800
        """,
    ),
    "ranges": (
        """
        ; 5*Q4 2026 ; 5*Fiscal 2026
        Revenue ; $ ; 1,200 ; - ; $ ; 1,250 ; $ ; 4,800 ; - ; $ ; 4,900
        """,
        """
        Q4 2026 | Fiscal 2026
        Revenue | $1,200 - $1,250 | $4,800 - $4,900
        """,
    ),
    "rows that do not keep to columns": (
        """
        Q4 FY2026 ; FY2026
        Revenue ; $ ; 1,200 ; - ; $ ; 1,250 ; $ ; 4,800 ; - ; $ ; 4,900
        EPS ; $1.20 ; - ; $1.30 ; $4.90 ; - ; $5.00
        """,
        """
        Q4 FY2026 | FY2026
        Revenue | $1,200 - $1,250 | $4,800 - $4,900
        EPS | $1.20 - $1.30 | $4.90 - $5.00
        """,
    ),
    "a dash for nothing is no range": (
        """
        ; 2021 ; 2020 ; 2019
        Impairment ; 410 ; - ; 377
        """,
        """
        2021 | 2020 | 2019
        Impairment | 410 | - | 377
        """,
    ),
    "a percentage beside a year": (
        """
        ; 2021 ; 2020 ; %
        Revenue ; 5 ; 4 ; 25
        """,
        """
        2021 | 2020 | %
        Revenue | 5 | 4 | 25
        """,
    ),
    "names and values": (
        """
        Founded: ; 2015
        Round ; Series B
        Amount ; $5m
        """,
        """
        Founded: 2015
        Round: Series B
        Amount: $5m
        """,
    ),
    "one column of one year": (
        """
        (in millions) ; 2021
        Revenue ; $5
        Loss ; (3)
        """,
        """
        (in millions)
        2021
        Revenue | $5
        Loss | (3)
        """,
    ),
    "words alone, a bar in a cell": (
        """
        Name ; Role
        Jane | Doe ; CEO
        """,
        """
        Name | Role
        Jane / Doe | CEO
        """,
    ),
    "bullets": (
        """
        • ; Revenue of $1,234.5 million
        • ; EPS of $1.20
        """,
        """
        • Revenue of $1,234.5 million
        • EPS of $1.20
        """,
    ),
    "a column": ("One\nTwo", "One\n\nTwo"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_table_as_text(case: str) -> None:
    rows, expected = CASES[case]
    assert text_of(rows) == "\n".join(line.strip() for line in expected.strip().splitlines())


def test_a_merged_cell_stands_once() -> None:
    html = "<table><tr><th rowspan=2>Region<th colspan=2>Sales<tr><th>2021<th>2020<tr><td rowspan=2>US<td>1<td>2<tr><td>3<td>4</table>"
    blocks = blocks_of(rows_of(LexborHTMLParser(html).css_first("table")))
    assert joined(blocks) == "Region | Sales 2021 | Sales 2020\nUS | 1 | 2\n| 3 | 4"


def test_spans_that_cannot_be_are_one() -> None:
    html = "<table><tr><td colspan=0>a<td rowspan=-5>b<td colspan=99999999999>c<tr><td colspan=x>1<td>2<td>3</table>"
    assert joined(blocks_of(rows_of(LexborHTMLParser(html).css_first("table")))) == "a | b | c\n1 | 2 | 3"


AMOUNTS = ["$1,234.5", "(12.3)", "$(3.2)", "12.5%", "(1.0)%", "—", "$—", "n/a", "€5m", "1 234,5", "5 bps", "$1,200 – $1,250"]
NO_AMOUNTS = ["2021", "FY2021", "Revenue", "1,234 1,100", "March 31,", "12 months ended", "(1) See note", "Q1"]
SCALES = ["(in millions, except per share data)", "Dollars in thousands", "(unaudited)", "in thousands of U.S. dollars", "($000s)"]
NO_SCALES = ["Hooli employs thousands of people", "Revenue was $5 in 2021. It grew", "Revenue", "1,234,500 in millions"]


@pytest.mark.parametrize(("text", "expected"), [*((text, True) for text in AMOUNTS), *((text, False) for text in NO_AMOUNTS)])
def test_amounts(text: str, expected: bool) -> None:
    assert is_amount(text) is expected


@pytest.mark.parametrize(("text", "expected"), [*((text, True) for text in SCALES), *((text, False) for text in NO_SCALES)])
def test_scales(text: str, expected: bool) -> None:
    assert is_scale(text) is expected


def test_periods() -> None:
    assert all(map(is_period, ["Three Months Ended", "March 31,", "Q1 2021", "2021", "As of June 30", "Full-year"]))
    assert not any(map(is_period, ["Revenue", "We may acquire more", "Marching orders"]))
    assert all(map(leads_period, ["Three Months Ended March 31,", "Year ended", "As of", "December 31,"]))
    assert not any(map(leads_period, ["Three Months Ended March 31, 2021", "2021", "Revenue"]))
