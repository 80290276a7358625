"""PDF: exact texts of pages that were made for it."""

from typing import Any

import pytest
from reportlab.platypus import PageBreak

from rie.documents.parsers.cells import Cell, split_periods
from rie.documents.parsers.hyphens import Vocabulary
from rie.documents.parsers.pdf import parse_pdf
from rie.documents.record import Defect
from tests.documents.files import FIXTURES, STATEMENT_TEXT, TWO_COLUMNS, drawn, paragraph, pdf, statement_table

SENTENCE = "Hooli Inc., the maker of the long-term storage platform, today announced results for the first quarter of its fiscal year. "
BODY = f"BOSTON, May 3, 2021 -- {SENTENCE * 4}".strip()


def lines_at(*lines: tuple[str, float, float] | tuple[str, float, float, float]) -> bytes:
    """A page with lines at (x, y), in a size that is 12 unless it is given."""

    def draw(canvas: Any) -> None:
        for text, x, y, *size in lines:
            canvas.setFont("Helvetica", size[0] if size else 12)
            canvas.drawString(x, y, text)

    return drawn(draw)


def written(*lines: str) -> bytes:
    """A page of lines below each other."""
    return lines_at(*((line, 72.0, 700.0 - 14 * number) for number, line in enumerate(lines)))


def test_a_release_is_read_across_pages() -> None:
    story = [paragraph("Hooli Reports First Quarter Results", "Title"), *(paragraph(BODY) for _ in range(14)), statement_table(),
             paragraph("About Hooli", "Heading2"), paragraph("• Revenue up 12%"), paragraph("• EPS down")]  # fmt: skip
    parsed = parse_pdf(pdf(story, title="Hooli Reports First Quarter Results", header="Hooli Inc. - Press Release"))
    about = "About Hooli\n\n• Revenue up 12%\n• EPS down"
    assert parsed.text == "\n\n".join([*[BODY] * 14, STATEMENT_TEXT, about])
    assert (parsed.title, parsed.published_at) == ("Hooli Reports First Quarter Results", None)


def test_columns_are_read_one_after_the_other() -> None:
    numbered = [f"{SENTENCE * 3}This is number {number}." for number in range(18)]
    parsed = parse_pdf(pdf([paragraph(text) for text in numbered], frames=TWO_COLUMNS, header="Newsletter"))
    assert parsed.text.split("\n\n") == numbered


def test_a_table_goes_on_over_a_page_break() -> None:
    story = [paragraph(BODY) for _ in range(10)]
    table = statement_table()
    table.repeatRows = 0
    parsed = parse_pdf(pdf([*story, paragraph("x" * 60), table]))
    assert parsed.text.endswith(STATEMENT_TEXT)
    assert parsed.text.count("Net income (loss)") == 1


def test_a_printed_page_reads_as_the_page() -> None:
    """Chromium printed the earnings page; labels are set in several lines."""
    parsed = parse_pdf((FIXTURES / "earnings.pdf").read_bytes())
    (table,) = [block for block in parsed.text.split("\n\n") if "Total revenue" in block and "|" in block]
    assert table == """(unaudited)
(in millions, except per share data)
Three Months Ended March 31, 2021 | Three Months Ended March 31, 2020 | Six Months Ended March 31, 2021 | Six Months Ended March 31, 2020
Revenue:
Subscription | $1,034.5 | $900.1 | $2,001.0 | $1,780.4
Services | 200.0 | 200.1 | 402.3 | 399.0
Total revenue | 1,234.5 | 1,100.2 | 2,403.3 | 2,179.4
Restructuring charge | — | (12.3) | — | (12.3)
Net income (loss) | $(3.2) | $15.8 | $(10.9) | $31.0
Operating margin | 12.5% | (1.0)% | 11.0% | 2.4%
Net income (loss) per share, diluted (1) | $(0.02) | $0.11 | $(0.07) | $0.21"""
    assert "Outlook (in millions)\nQ3 2021 | Fiscal 2021\nRevenue | $1,250 – $1,270 | $4,900 – $4,960" in parsed.text
    assert "“Demand for our long-term storage offering remains high.”" in parsed.text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("Hooli announced the acqui-", "sition of Pied Piper."), "Hooli announced the acquisition of Pied Piper."),
        (("Hooli is a long-", "term partner of Pied Piper."), "Hooli is a long-term partner of Pied Piper."),
        (("Hooli closed its non-", "GAAP books for 2020-", "2021 in a day."), "Hooli closed its non-GAAP books for 2020-2021 in a day."),
        (("Results of the first- ", "and second-quarter."), "Results of the first- and second-quarter."),
        (("It is cloud-based. A cloud-", "based platform."), "It is cloud-based. A cloud-based platform."),
    ],
)
def test_divided_words_are_joined_and_real_hyphens_kept(lines: tuple[str, ...], text: str) -> None:
    assert parse_pdf(written(*lines)).text == text


def test_a_word_is_written_as_elsewhere_in_the_text() -> None:
    vocabulary = Vocabulary(["Our e-commerce and ecosystem", "of e-commerce", "re-", "elect"])
    assert vocabulary.join("our eco-", "system") == "our ecosystem"
    assert vocabulary.join("its e-", "commerce") == "its e-commerce"
    assert vocabulary.join("a dash -", "here") == "a dash - here"
    assert vocabulary.join("acqui\u00ad", "sition") == "acquisition"


def test_a_raised_number_is_a_footnote_mark() -> None:
    raw = lines_at(("Revenue was 12.3", 72, 700), ("1", 166.5, 705, 7), ("million in the quarter.", 180, 700))
    assert parse_pdf(raw).text == "Revenue was 12.3 (1) million in the quarter."


def test_numbers_that_stand_close_are_two_values() -> None:
    rows = [("Revenue", "1,234.5 1,100.2"), ("Cost", "410.0 377.1")]
    raw = lines_at(*((text, x, 700 - 14 * number) for number, row in enumerate(rows) for text, x in zip(row, (72, 300), strict=True)))
    assert parse_pdf(raw).text == "Revenue | 1,234.5 | 1,100.2\nCost | 410.0 | 377.1"


def test_periods_that_stand_close_head_a_column_each() -> None:
    header = ("Q3 2021 Q3 2020", 300, 700)
    rows = [("Revenue", "$12.5", "$11.0"), ("Net income", "1.2", "(0.4)")]
    cells = [(text, x, 686 - 14 * number) for number, row in enumerate(rows) for text, x in zip(row, (72, 300, 350), strict=True)]
    assert parse_pdf(lines_at(header, *cells)).text == "Q3 2021 | Q3 2020\nRevenue | $12.5 | $11.0\nNet income | 1.2 | (0.4)"


@pytest.mark.parametrize(("text", "parts"), [
    ("Q3 2021 Q3 2020", ["Q3 2021", "Q3 2020"]), ("2021 2020 2019", ["2021", "2020", "2019"]),
    ("March 31, 2021 December 31, 2020", ["March 31, 2021", "December 31, 2020"]),
    ("Three months ended March 31, 2021", ["Three months ended March 31, 2021"]), ("Q3 2021 vs Q3 2020", ["Q3 2021 vs Q3 2020"]),
])  # fmt: skip
def test_a_cell_of_periods_is_split_where_they_have_one_form(text: str, parts: list[str]) -> None:
    assert [cell.text for cell in split_periods(Cell(0, 100, text))] == parts


def test_dots_between_label_and_number_are_left_out() -> None:
    labels = ("Revenue . . . . . . . . . . . .", "Cost of revenue..............", "Gross profit . . . .")
    amounts = ("$1,234.5", "$410.0", "$824.5")
    raw = lines_at(*((text, x, 700 - 14 * at) for at, row in enumerate(zip(labels, amounts, strict=True))
                     for text, x in zip(row, (72, 230), strict=True)))  # fmt: skip
    assert parse_pdf(raw).text == "Revenue | $1,234.5\nCost of revenue | $410.0\nGross profit | $824.5"


def test_a_turned_page_is_read_upright_without_its_watermark() -> None:
    def draw(canvas: Any) -> None:
        canvas.saveState()
        canvas.translate(300, 300)
        canvas.rotate(45)
        canvas.drawString(0, 0, "DRAFT")
        canvas.restoreState()
        canvas.rotate(90)
        canvas.drawString(100, -200, "Hooli raised $5m in")
        canvas.drawString(100, -214, "a round led by ACME.")

    assert parse_pdf(drawn(draw)).text == "Hooli raised $5m in a round led by ACME."


def test_the_scale_of_a_table_at_the_top_of_pages_is_no_page_header() -> None:
    tables = [item for _ in range(3) for item in (paragraph("(in millions)"), statement_table(), PageBreak())]
    parsed = parse_pdf(pdf(tables, header="Hooli Inc."))
    assert parsed.text.count("(in millions)") == 3
    assert "Hooli Inc." not in parsed.text
    assert "Page" not in parsed.text


@pytest.mark.parametrize(("stated", "title"), [("Microsoft Word - q1.docx", "Hooli Raises $5m"), ("hooli raises $5M", "Hooli Raises $5m")])
def test_a_stated_title_is_believed_when_it_stands_in_the_text(stated: str, title: str) -> None:
    parsed = parse_pdf(pdf([paragraph("Hooli Raises $5m", "Title"), paragraph(BODY)], title=stated))
    assert (parsed.title, parsed.text) == (title, BODY)


def test_a_large_logo_is_no_title() -> None:
    raw = lines_at(("HOOLI", 72, 740, 30), ("Hooli raises money", 72, 700, 16), (SENTENCE[:80], 72, 650), (SENTENCE[80:], 72, 636))
    assert parse_pdf(raw).title == ""


def test_a_locked_pdf_is_refused() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    def raw(user: str) -> bytes:
        return pdf([paragraph(BODY)], encrypt=StandardEncryption(user, ownerPassword="owner"))

    with pytest.raises(Defect) as raised:
        parse_pdf(raw("secret"))
    assert raised.value.code == "encrypted"
    assert parse_pdf(raw("")).text == BODY


def test_pictures_of_text_are_refused() -> None:
    with pytest.raises(Defect) as raised:
        parse_pdf(drawn(lambda canvas: canvas.rect(72, 72, 400, 600, fill=1)))
    assert raised.value.code == "no_text"
    assert "OCR" in raised.value.reason
