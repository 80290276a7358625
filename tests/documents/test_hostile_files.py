"""Files that were made to harm a parser cost one document, and little time."""

import os
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from rie.documents import read
from rie.documents.parser import Parser
from rie.documents.record import Defect
from rie.types import Document, Rejected
from tests.documents.files import docx, paragraph, pdf, zipped
from tests.documents.test_docx import NOTES, W

SECONDS = 1
TEXT = "Hooli raised $5m in a round that ACME Ventures led."


def objects(*contents: bytes) -> bytes:
    """A PDF of objects."""
    numbered = (b"%d 0 obj %s endobj" % (number, content) for number, content in enumerate(contents, 1))
    return b"%PDF-1.4\n" + b"\n".join(numbered) + b"\ntrailer <</Root 1 0 R>>\n%%EOF"


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


PAGES = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>")
FORM = stream(b"/A Do " * 50, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 4 0 R>>>>")
CYCLE = objects(*PAGES, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 5 0 R/Resources<</XObject<</A 4 0 R>>>>>>", FORM,
                stream(b"/A Do"))  # fmt: skip
FONT = b"<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
PACKED = stream(zlib.compress(b"BT /F1 12 Tf (a) Tj ET " * 4_000_000, 9), b"/Filter/FlateDecode")
MUCH = objects(*PAGES, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources%s>>" % FONT, PACKED)
LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a0 "lol">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)) + "]>"
    f"<w:document {W}><w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body></w:document>"
)
NESTED = f"<w:document {W}><w:body>{'<w:tbl><w:tr><w:tc>' * 3000}{'</w:tc></w:tr></w:tbl>' * 3000}</w:body></w:document>"
RELEASE = pdf([paragraph(TEXT * 30) for _ in range(9)])

HOSTILE = {
    "a hundred thousand open elements": (".html", b"<div>" * 100_000 + b"x", "too_complex"),
    "tables in tables": (".html", b"<table><tr><td>" * 20_000 + b"x", "too_complex"),
    "cells over thousands of columns": (".html", b"<table>" + (b"<tr>" + b"<td colspan=1000 rowspan=1000>1" * 50) * 2000, "too_complex"),
    "a table of a million cells": (".md", b"|a" * 5000 + b"|\n" + b"|-" * 5000 + b"|\n" + (b"|1" * 5000 + b"|\n") * 200, "too_complex"),
    "entities of entities": (".docx", zipped({**NOTES, "word/document.xml": LAUGHS}), "damaged_file"),
    "tables in tables of Word": (".docx", zipped({**NOTES, "word/document.xml": NESTED}), "too_complex"),
    "a form that draws itself": (".pdf", CYCLE, "too_complex"),
    "a page of a hundred megabytes": (".pdf", MUCH, "too_complex"),
    "a page tree that holds itself": (".pdf", objects(PAGES[0], b"<</Type/Pages/Kids[2 0 R]/Count 99999>>"), "too_large"),
    "a PDF that breaks off": (".pdf", RELEASE[:-600], "damaged_file"),
    "a PDF of noise": (".pdf", b"%PDF-1.7" + os.urandom(5000) + b"%%EOF", "damaged_file"),
    "nothing": (".pdf", b"", "damaged_file"),
}


def outcome(parser: Parser, raw: bytes, suffix: str) -> str:
    """The code that a file is refused with, or "read"."""
    try:
        assert isinstance(parser.parse(raw, suffix).text, str)
    except Defect as defect:
        return defect.code
    return "read"


@pytest.fixture(scope="module")
def parser() -> Iterator[Parser]:
    with Parser(SECONDS) as started:
        yield started


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused(parser: Parser, case: str) -> None:
    suffix, raw, code = HOSTILE[case]
    with pytest.raises(Defect) as raised:
        parser.parse(raw, suffix)
    assert raised.value.code == code
    assert ":" in raised.value.reason


DEEP = {
    "quotes": (".md", b">" * 20_000 + b" x"),
    "emphasis": (".md", b"*a **b " * 20_000),
    "brackets": (".md", b"[" * 20_000),
    "aliases": (".md", b"---\na: &a [x]\n" + b"".join(b"%c: &%c [%s]\n" % (c, c, b",".join([b"*%c" % (c - 1)] * 9)) for c in range(98, 110))
                + b"---\nx"),
    "footnotes": (".html", b"<p>x" + b"<sup>" * 20_000 + b"1"),
    "attributes": (".html", b"<p " + b" ".join(b"a%d=1" % number for number in range(5000)) + b">x"),
    "links": (".html", b"<div><a>x</a>" * 3000),
}  # fmt: skip


@pytest.mark.parametrize("case", DEEP)
def test_deep_nesting_ends(parser: Parser, case: str) -> None:
    suffix, raw = DEEP[case]
    assert outcome(parser, raw, suffix) in ("read", "too_complex")


def test_files_of_the_machine_are_not_read(parser: Parser, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret words", encoding="utf-8")
    xml = f'<!DOCTYPE l [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>' + NOTES["word/document.xml"].replace("$5m", "&x;")
    assert "secret" not in parser.parse(zipped({**NOTES, "word/document.xml": xml}), ".docx").text


def test_random_bytes_are_refused_or_read(parser: Parser) -> None:
    word = docx(lambda document: document.add_paragraph(TEXT))
    good = {".pdf": RELEASE, ".docx": word, ".html": f"<p>{TEXT}".encode(), ".md": TEXT.encode()}
    codes = {"read", "damaged_file", "invalid_utf8", "too_complex", "encrypted", "no_text", "archive_too_large"}
    for suffix, raw in good.items():
        for seed in range(12):
            broken = bytearray(raw)
            for place in range(seed, len(raw), max(1, len(raw) // (3 + seed))):
                broken[place] ^= 0x5A
            assert outcome(parser, bytes(broken), suffix) in codes


def test_the_rest_of_a_batch_is_read(tmp_path: Path) -> None:
    for name, raw in {
        "1.html": f"<p>{TEXT}".encode(),
        "2.pdf": RELEASE[:-600],
        "3.html": b"\xff",
        "4.docx": zipped({**NOTES, "word/document.xml": NESTED}),
        "5.pdf": RELEASE,
        "6.html": b"<nav>Home</nav>",
        "7.md": TEXT.encode(),
    }.items():
        (tmp_path / name).write_bytes(raw)
    items = list(read([tmp_path]))
    assert [item.code if isinstance(item, Rejected) else item.id for item in items] == [
        "1.html", "damaged_file", "invalid_utf8", "too_complex", "5.pdf", "empty_text", "7.md",
    ]  # fmt: skip
    assert [item.id for item in items] == ["1.html", "2.pdf", "3.html", "4.docx", "5.pdf", "6.html", "7.md"]
    assert all(len(item.sha256) == 64 for item in items if isinstance(item, Rejected))
    assert isinstance(items[0], Document)


def test_a_process_that_ends_is_replaced(parser: Parser) -> None:
    assert parser.parse(b"<p>one", ".html").text == "one"
    process = parser._process
    assert process is not None
    process.kill()
    process.wait()
    with pytest.raises(Defect):
        parser.parse(b"<p>two", ".html")
    assert parser.parse(b"<p>three", ".html").text == "three"
