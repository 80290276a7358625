"""PDF: text in reading order, rows of tables, without what repeats on every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any, Final

import pypdfium2

from rie.documents.limits import MAX_PAGES
from rie.documents.parsers.html import without_title
from rie.documents.parsers.page_facts import is_no_title, same_words
from rie.documents.parsers.parsed import Block, Parsed, joined
from rie.documents.parsers.pdf_flow import blocks_of_flows
from rie.documents.parsers.pdf_lines import Flow, Line, flows_of
from rie.documents.parsers.pdf_margins import without_margins
from rie.documents.parsers.pdf_words import Page, read_page
from rie.documents.record import Defect

_WRONG_PASSWORD: Final = 4  # FPDF_ERR_PASSWORD
_TAIL_BYTES: Final = 4096
_CHARS_A_PAGE: Final = 20
_BAD = re.compile(r"[\ufffd\ue001-\uf8ff]")
_MAX_BAD: Final = 0.2
_NEAR_THE_TOP: Final = 6
_TOP_LINES: Final = 15
_TITLE_SIZE: Final = 1.2  # of the usual size of the font
_MAX_TITLE: Final = 300


def parse_pdf(raw: bytes) -> Parsed:
    """The text of a PDF.

    Args:
        raw: the file.

    Raises:
        Defect: it is damaged, locked with a password, has too many pages, or pictures of text in place of text.
    """
    document = _opened(raw)
    pages = list(_pages(document))
    if sum(len(word.text) for page in pages for word in page.words) < _CHARS_A_PAGE * len(pages):
        raise Defect("no_text", "the PDF holds pictures of text, not text: run OCR over it first (for example ocrmypdf)")
    flows = [flow for words in without_margins(pages) for flow in flows_of(words)]
    blocks = blocks_of_flows(flows)
    _check_letters(blocks)
    title = _title(document.get_metadata_value("Title"), flows, blocks[:_NEAR_THE_TOP])
    return Parsed(joined(without_title(blocks, title)), title)


def _pages(document: Any) -> Iterator[Page]:
    if len(document) > MAX_PAGES:
        raise Defect("too_large", f"the PDF has {len(document):,} pages, {MAX_PAGES:,} are the limit: split it")
    for number in range(len(document)):
        page = document[number]
        textpage = page.get_textpage()
        yield read_page(textpage, page.get_height())
        textpage.close()
        page.close()


def _opened(raw: bytes) -> Any:
    if b"%%EOF" not in raw[-_TAIL_BYTES:]:
        raise Defect("damaged_file", "the PDF breaks off or is no PDF: get the whole file")
    try:
        return pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _WRONG_PASSWORD:
            raise Defect("encrypted", "the PDF is locked with a password: save it without one") from None
        raise Defect("damaged_file", "the PDF is damaged: print or save it again") from None


def _check_letters(blocks: Sequence[Block]) -> None:
    """Fonts without a map to letters give text that only looks right on paper."""
    text = "".join(block.text for block in blocks)
    if len(_BAD.findall(text)) > _MAX_BAD * len(text):
        raise Defect("no_text", "the PDF's fonts do not tell which letters they show: run OCR over it first (for example ocrmypdf)")


def _title(stated: str, flows: Sequence[Flow], top: Sequence[Block]) -> str:
    """The paragraph near the top that the file states as its title, or that is set larger than the rest.

    What a file states alone is not believed: it is often that of the document it was made from.
    """
    heading = _large_text([line for flow in flows for line in flow])
    for candidate in (stated, heading):
        found = next((block.text for block in top if candidate.strip() and same_words(block.text, candidate)), "")
        if found and len(found) <= _MAX_TITLE and not is_no_title(found):
            return found
    return ""


def _large_text(lines: Sequence[Line]) -> str:
    """The first lines in the largest font, when it is larger than the usual one."""
    usual = median(Counter(round(line.size, 1) for line in lines for _ in line.text).elements()) if lines else 0.0
    top = [line for line in lines[:_TOP_LINES] if not is_no_title(line.text)]
    largest = max((line.size for line in top), default=0.0)
    large = [line.text for line in top if line.size > max(largest - 1, _TITLE_SIZE * usual)]
    return " ".join(large) if len(" ".join(large).split()) > 2 else ""
