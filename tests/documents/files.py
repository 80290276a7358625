"""Files of all formats for the tests of this folder."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.units import inch
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Table

FIXTURES = Path(__file__).parents[1] / "fixtures" / "documents"
STYLES = getSampleStyleSheet()
ONE_COLUMN = [Frame(inch, inch, 6.5 * inch, 9 * inch)]
TWO_COLUMNS = [Frame(0.8 * inch, inch, 3.3 * inch, 9 * inch), Frame(4.4 * inch, inch, 3.3 * inch, 9 * inch)]

STATEMENT = [
    ["", "Three Months Ended March 31,", ""],
    ["(in millions, except per share data)", "2021", "2020"],
    ["Revenue", "$1,234.5", "$1,100.2"],
    ["Operating expenses:", "", ""],
    ["Cost of revenue", "410.0", "377.1"],
    ["Impairment", "", "(12.3)"],
    ["Net income (loss)", "$(3.2)", "$15.8"],
    ["Diluted EPS", "$(0.02)", "$0.11"],
]
STATEMENT_TEXT = """(in millions, except per share data)
Three Months Ended March 31, 2021 | Three Months Ended March 31, 2020
Revenue | $1,234.5 | $1,100.2
Operating expenses:
Cost of revenue | 410.0 | 377.1
Impairment | | (12.3)
Net income (loss) | $(3.2) | $15.8
Diluted EPS | $(0.02) | $0.11"""


def paragraph(text: str, style: str = "BodyText") -> Paragraph:
    """A paragraph of a PDF."""
    return Paragraph(text, STYLES[style])


def statement_table() -> Table:
    """The table of `STATEMENT` for a PDF: headings over their columns, numbers set right."""
    style = [("SPAN", (1, 0), (2, 0)), ("ALIGN", (1, 0), (-1, -1), "RIGHT")]
    return Table(STATEMENT, style=style, colWidths=[3 * inch, 1.4 * inch, 1.4 * inch])


def pdf(
    story: Sequence[Any], *, title: str | None = None, header: str = "", frames: Sequence[Frame] = ONE_COLUMN, encrypt: Any = None
) -> bytes:
    """A PDF with a header and the number of the page on every page."""

    def margins(canvas: Any, document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(inch, 10.6 * inch, header)
        canvas.drawCentredString(4.25 * inch, 0.5 * inch, f"Page {document.page}")

    stream = io.BytesIO()
    document = BaseDocTemplate(stream, pagesize=LETTER, title=title, encrypt=encrypt)
    document.addPageTemplates([PageTemplate(frames=list(frames), onPage=margins)])
    document.build(list(story))
    return stream.getvalue()


def drawn(draw: Callable[[Any], None]) -> bytes:
    """A PDF that is drawn on a canvas."""
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=LETTER)
    draw(canvas)
    canvas.save()
    return stream.getvalue()


def docx(build: Callable[[Any], None]) -> bytes:
    """A Word document."""
    import docx as word

    stream = io.BytesIO()
    document = word.Document()
    document.core_properties.title = ""
    build(document)
    document.save(stream)
    return stream.getvalue()


def zipped(members: Mapping[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()
