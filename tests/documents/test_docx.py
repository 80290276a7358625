"""Word documents."""

from typing import Any

import pytest

from rie.documents.parsers.docx import parse_docx
from rie.documents.record import Defect
from tests.documents.files import STATEMENT, STATEMENT_TEXT, docx, zipped


def build(document: Any) -> None:
    document.add_heading("Hooli Reports First Quarter Results", 0)
    document.add_heading("Highlights", 1)
    paragraph = document.add_paragraph("Hooli raised ")
    paragraph.add_run("$5").bold = True
    paragraph.add_run("m on May 3, 2021.")
    document.add_paragraph("Revenue up 12%", style="List Bullet")
    document.add_paragraph("EPS down", style="List Bullet")
    document.add_paragraph("First", style="List Number")
    table = document.add_table(rows=len(STATEMENT), cols=3)
    for row, cells in zip(table.rows, STATEMENT, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(3, 0).merge(table.cell(3, 2))
    document.sections[0].header.paragraphs[0].text = "Page header"


def test_paragraphs_lists_and_merged_cells_are_read() -> None:
    parsed = parse_docx(docx(build))
    assert parsed.text == f"Highlights\n\nHooli raised $5m on May 3, 2021.\n\n• Revenue up 12%\n• EPS down\n\n1. First\n\n{STATEMENT_TEXT}"
    assert (parsed.title, parsed.published_at) == ("Hooli Reports First Quarter Results", None)


@pytest.mark.parametrize(("stated", "title"), [("Hooli raises $5m", "Hooli raises $5m"), ("Document1.docx", ""), ("", "")])
def test_the_stated_title_is_used_when_it_says_something(stated: str, title: str) -> None:
    def build(document: Any) -> None:
        document.core_properties.title = stated
        document.add_paragraph("Hooli raised $5m.")

    assert parse_docx(docx(build)).title == title


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NOTES = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{RELATED}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r2" Type="{RELATED}/footnotes" Target="footnotes.xml"/></Relationships>',
    "word/document.xml": f'<w:document {W}><w:body><w:p><w:r><w:t>EBITDA was $5m</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>'
    f"<w:r><w:t>.</w:t></w:r></w:p><w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>kept</w:t></w:r></w:ins></w:p>"
    "</w:body></w:document>",
    "word/footnotes.xml": f'<w:footnotes {W}><w:footnote w:id="1"><w:p><w:r><w:t>See below.</w:t></w:r></w:p></w:footnote></w:footnotes>',
}


def test_notes_stand_at_the_end_and_deleted_text_nowhere() -> None:
    assert parse_docx(zipped(NOTES)).text == "EBITDA was $5m (1).\n\nkept\n\n1. See below."


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"no archive", "damaged_file"),
        (zipped({"a.txt": "x"}), "damaged_file"),
        (zipped({**NOTES, "word/document.xml": "<w:document"}), "damaged_file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "encrypted"),
        (zipped({**NOTES, "word/document.xml": "<w:p/>" * 5_000_000}), "archive_too_large"),
    ],
)
def test_what_is_no_word_document_is_refused(raw: bytes, code: str) -> None:
    with pytest.raises(Defect) as raised:
        parse_docx(raw)
    assert raised.value.code == code
