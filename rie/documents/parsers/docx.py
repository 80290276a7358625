"""Word documents: their text, lists, tables and notes."""

from __future__ import annotations

import io
import re
from typing import Final
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

import mammoth

from rie.documents.archive import check_size
from rie.documents.parsers.html import fragment_blocks, without_title
from rie.documents.parsers.parsed import Parsed, joined
from rie.documents.record import Defect

_COMPOUND_FILE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what a .doc and a .docx with a password begin with
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_NO_TITLE = re.compile(r"(?:untitled|document|microsoft word|word document)\b.*|.*\.docx?|", re.IGNORECASE)
_TITLE_STYLE: Final = "p[style-name='Title'] => h1.title:fresh"
_TITLE_PARAGRAPH = re.compile(r'<h1 class="title">.*?</h1>', re.DOTALL)
_BACK_LINKS = re.compile(r'<a href="#(?:foot|end)note-ref-\d+">[^<]*</a>')
_NOTE_MARKS = re.compile(r'<sup><a href="#(?:foot|end)note-\d+" id="(?:foot|end)note-ref-\d+">\[(\d+)\]</a></sup>')


def parse_docx(raw: bytes) -> Parsed:
    """The text of a Word document; notes stand at its end, headers and footers of pages are left out.

    Args:
        raw: a file in Office Open XML.

    Raises:
        Defect: it is not such a file, is damaged, too large once it is unpacked, or locked with a password.
    """
    if raw.startswith(_COMPOUND_FILE):
        raise Defect("encrypted", "the file is locked with a password or in the old .doc format: save it as .docx without password")
    try:
        with ZipFile(io.BytesIO(raw)) as archive:
            check_size(archive)
            title = _stated_title(archive)
        html = mammoth.convert_to_html(io.BytesIO(raw), style_map=_TITLE_STYLE, include_embedded_style_map=False,
                                       convert_image=mammoth.images.img_element(lambda image: {})).value  # fmt: skip
    except (BadZipFile, KeyError, ValueError, OSError, ElementTree.ParseError, ExpatError, NotImplementedError) as error:
        raise Defect("damaged_file", f"the file is no readable .docx ({type(error).__name__}): save it again") from None
    title = title or _title_paragraph(html)
    blocks = fragment_blocks(_NOTE_MARKS.sub(r"<sup>\1</sup>", _BACK_LINKS.sub("", html)))
    return Parsed(joined(without_title(blocks, title)), title)


def _stated_title(archive: ZipFile) -> str:
    if "docProps/core.xml" not in archive.namelist():
        return ""
    element = ElementTree.fromstring(archive.read("docProps/core.xml")).find(_TITLE)
    title = " ".join((element.text or "").split()) if element is not None else ""
    return "" if _NO_TITLE.fullmatch(title) else title


def _title_paragraph(html: str) -> str:
    match = _TITLE_PARAGRAPH.search(html)
    blocks = fragment_blocks(match[0]) if match else []
    return blocks[0].text if blocks else ""
