"""ZIP archives: members of all formats, and what is refused."""

import gzip
import io
import json
import struct
import zipfile
from pathlib import Path

import pytest

from rie.documents import archive, read
from rie.documents.parser import Parser
from rie.types import Document, Rejected
from tests.documents.files import docx, paragraph, pdf, zipped

TEXT = "Hooli raised $5m."


def read_zip(folder: Path, content: bytes) -> list[Document | Rejected]:
    (folder / "news.zip").write_bytes(content)
    return list(read([folder / "news.zip"]))


def outcomes(items: list[Document | Rejected]) -> list[tuple[str | None, str]]:
    return [(item.id, item.code if isinstance(item, Rejected) else item.text) for item in items]


def test_members_of_every_format_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    line = json.dumps({"id": "n-1", "text": TEXT})
    members = {
        "b/page.html": f"<title>Headline of it</title><p>{TEXT}",
        "b/note.md": TEXT,
        "a/one.txt": TEXT,
        "./two.txt": TEXT,
        "c/report.pdf": pdf([paragraph(f"{TEXT} It was a round of venture capital.")]),
        "c/report.docx": docx(lambda document: document.add_paragraph(TEXT)),
        "d/lines.jsonl": f"{line}\n{{\n",
        "d/packed.jsonl.gz": gzip.compress(line.replace("n-1", "n-2").encode()),
        "d/table.csv": "id,text\nn-3,Hooli\n",
        "d/table.xlsx": "?",
        "__MACOSX/._one.txt": "?",
        "b/.DS_Store": "?",
        "b/Thumbs.db": "?",
        "e/": "",
    }
    items = read_zip(tmp_path, zipped(members))
    assert outcomes(items) == [
        ("news.zip/two.txt", TEXT),
        ("news.zip/a/one.txt", TEXT),
        ("news.zip/b/note.md", TEXT),
        ("news.zip/b/page.html", TEXT),
        ("news.zip/c/report.docx", TEXT),
        ("news.zip/c/report.pdf", f"{TEXT} It was a round of venture capital."),
        ("n-1", TEXT),
        (None, "not_json"),
        ("n-2", TEXT),
        ("n-3", "Hooli"),
        ("news.zip/d/table.xlsx", "unknown_format"),
    ]
    bad_line = items[7]
    assert isinstance(bad_line, Rejected)
    assert (bad_line.source, bad_line.line) == ("news.zip/d/lines.jsonl", 2)


def test_an_archive_in_a_folder_has_its_path_in_the_id(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.ZIP").write_bytes(zipped({"x.txt": TEXT}))
    assert outcomes(list(read([tmp_path]))) == [("in/a.ZIP/x.txt", TEXT)]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../up.txt", "unsafe_path"),
        ("/etc/up.txt", "unsafe_path"),
        ("a/../../up.txt", "unsafe_path"),
        ("C:/up.txt", "unsafe_path"),
        ("..\\up.txt", "unsafe_path"),
        ("inner.zip", "nested_archive"),
        ("inner.tar.gz", "nested_archive"),
        ("a\nb.txt", "invalid_field"),
        ("x" * 600 + ".txt", "invalid_field"),
    ],
)
def test_a_bad_member_is_rejected_and_the_others_are_read(tmp_path: Path, name: str, code: str) -> None:
    items = read_zip(tmp_path, zipped({name: TEXT, "good.txt": TEXT}))
    assert sorted(outcome for _, outcome in outcomes(items)) == sorted([code, TEXT])
    (rejected,) = [item for item in items if isinstance(item, Rejected)]
    assert rejected.source.startswith("news.zip/")
    assert ":" in rejected.reason


def test_an_encrypted_member_is_rejected(tmp_path: Path) -> None:
    raw = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}))
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = raw.index(signature) + offset
        raw[at : at + 2] = struct.pack("<H", 1)
    assert outcomes(read_zip(tmp_path, bytes(raw))) == [("news.zip/a.txt", "encrypted"), ("news.zip/b.txt", TEXT)]


def test_a_member_that_is_damaged_does_not_harm_the_others(tmp_path: Path) -> None:
    raw = zipped({"a.txt": TEXT * 3, "b.txt": TEXT}, zipfile.ZIP_STORED).replace(TEXT.encode() * 3, TEXT.encode() * 2 + b"?" * len(TEXT))
    assert outcomes(read_zip(tmp_path, raw)) == [("news.zip/a.txt", "corrupt_archive"), ("news.zip/b.txt", TEXT)]


@pytest.mark.parametrize("raw", [b"", b"PK no archive", zipped({"a.txt": TEXT})[:-30]], ids=["empty", "other bytes", "cut off"])
def test_what_is_no_archive_is_rejected(tmp_path: Path, raw: bytes) -> None:
    assert outcomes(read_zip(tmp_path, raw)) == [(None, "corrupt_archive")]


def test_a_name_that_comes_twice_is_a_duplicate(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as written:
        written.writestr("a.txt", TEXT)
        with pytest.warns(UserWarning, match="Duplicate name"):
            written.writestr("a.txt", "Other.")
    assert outcomes(read_zip(tmp_path, stream.getvalue())) == [("news.zip/a.txt", TEXT), ("news.zip/a.txt", "duplicate_id")]


def test_archives_that_unpack_to_too_much_are_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped({"a.txt": TEXT, "bomb.jsonl": b" " * 30_000_000})
    assert outcomes(read_zip(tmp_path, bomb)) == [(None, "archive_too_large")]
    monkeypatch.setattr(archive, "MAX_MEMBERS", 2)
    assert outcomes(read_zip(tmp_path, zipped(dict.fromkeys("abc", TEXT)))) == [(None, "archive_too_large")]
    monkeypatch.setattr(archive, "MAX_UNPACKED_BYTES", 30)
    assert outcomes(read_zip(tmp_path, zipped(dict.fromkeys("ab", TEXT)))) == [(None, "archive_too_large")]


def test_compressed_lines_that_unpack_to_too_much_are_rejected(tmp_path: Path) -> None:
    line = json.dumps({"id": "a", "text": TEXT}).encode()
    bomb = gzip.compress(line + (b"\n" + b" " * 999) * 30_000)
    (tmp_path / "bomb.jsonl.gz").write_bytes(bomb)
    assert outcomes(list(read([tmp_path / "bomb.jsonl.gz"]))) == [("a", TEXT), (None, "archive_too_large")]
    inside = zipped({"bomb.jsonl.gz": bomb}, zipfile.ZIP_STORED)
    assert [outcome for _, outcome in outcomes(read_zip(tmp_path, inside))] == [TEXT, "archive_too_large"]


def test_no_process_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<p>{TEXT}", encoding="utf-8")
    (tmp_path / "b.html").write_text(f"<p>{TEXT}", encoding="utf-8")
    with Parser() as parser:
        parser.parse(b"<p>x", ".html")
        process = parser._process
        assert process is not None
        assert process.poll() is None
    assert process.poll() is not None
    items = read([tmp_path])
    assert next(items)
    items.close()  # type: ignore[attr-defined]
