import gzip
import io
import json
import os
from pathlib import Path

import pytest

from rie.documents import clean_text, read
from rie.documents.limits import MAX_LINE_BYTES, MAX_TEXT_BYTES
from rie.types import Document, Rejected
from rie.values import PartialDate


def _jsonl(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return path


def _codes(results: list[Document | Rejected]) -> list[str]:
    return [item.code if isinstance(item, Rejected) else item.id for item in results]


def _line(raw: bytes) -> Document | Rejected:
    (item,) = read(["-"], io.BytesIO(raw))
    return item


def test_all_fields_of_a_json_line_are_read() -> None:
    record = {
        "id": 17,
        "text": "Hooli raised $5m.\r\n",
        "title": "T",
        "published_at": "2016-11",
        "source": "S",
        "url": "U",
        "metadata": {"ticker": "HL", "fiscal_year": 2016, "audited": True, "none": None},
        "unknown": [],
    }
    assert _line(json.dumps(record).encode()) == Document(
        "17", "Hooli raised $5m.\n", "T", PartialDate(2016, 11), "S", "U", {"ticker": "HL", "fiscal_year": "2016", "audited": "true"}
    )


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"{", "not_json"),
        (b"[" * 100_000, "not_json"),
        (b"[1]", "not_an_object"),
        (b'"text"', "not_an_object"),
        (b'{"text": "t"}', "missing_id"),
        (b'{"id": " ", "text": "t"}', "missing_id"),
        (b'{"id": "a"}', "missing_text"),
        (b'{"id": "a", "text": null}', "missing_text"),
        (b'{"id": "a", "text": " \\u0000\\n"}', "empty_text"),
        (b'{"id": "a", "text": 5}', "invalid_field"),
        (b'{"id": "a", "text": "\\ud800"}', "invalid_field"),
        (b'{"id": "a", "text": "t", "title": ["x"]}', "invalid_field"),
        (b'{"id": "a", "text": "t", "published_at": "May 2016"}', "invalid_field"),
        (b'{"id": "a", "text": "t", "published_at": "\\ud800"}', "invalid_field"),
        (b'{"id": "a", "text": "t", "metadata": {"k": []}}', "invalid_field"),
        (b'{"id": "a", "text": "t", "metadata": {"k": "\\udc00"}}', "invalid_field"),
        (b'{"id": "a", "text": "t", "metadata": [1]}', "invalid_field"),
        (b'{"id": 1.5, "text": "t"}', "invalid_field"),
        (b'{"id": true, "text": "t"}', "invalid_field"),
        (b'{"id": "a\\nb", "text": "t"}', "invalid_field"),
        (b'{"id": "\\ud800", "text": "t"}', "invalid_field"),
        (b'{"id": "%s", "text": "t"}' % (b"x" * 501), "invalid_field"),
        (b'{"id": %s, "text": "t"}' % (b"9" * 5000), "not_json"),
        (b'{"id": "a", "text": "\xff"}', "invalid_utf8"),
        (b'{"id": "a", "text": "%s"}' % (b"x" * (MAX_TEXT_BYTES + 1)), "too_large"),
        (b'{"id": "a", "text": "%s"}' % ("\u20ac" * (MAX_TEXT_BYTES // 2)).encode(), "too_large"),
        (b"x" * (MAX_LINE_BYTES * 2 + 5), "too_large"),
    ],
)
def test_bad_lines_are_rejected_with_code_and_remedy(raw: bytes, code: str) -> None:
    item = _line(raw)
    assert isinstance(item, Rejected)
    assert (item.code, item.source, item.line, len(item.sha256)) == (code, "-", 1, 64)
    assert ":" in item.reason
    item.reason.encode()


def test_a_bad_line_does_not_harm_its_neighbours() -> None:
    good = [json.dumps({"id": f"n-{number}", "text": "t"}).encode() for number in range(3)]
    raw = b"\xef\xbb\xbf" + good[0] + b"\n\n{\n" + b"y" * (MAX_LINE_BYTES + 7) + b"\r\n" + good[1] + b"\n" + good[0] + b"\r\n" + good[2]
    results = list(read(["-"], io.BytesIO(raw)))
    assert _codes(results) == ["n-0", "not_json", "too_large", "n-1", "duplicate_id", "n-2"]
    assert [item.line for item in results if isinstance(item, Rejected)] == [3, 4, 6]


def test_a_folder_is_read_in_the_order_of_names_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/.hidden.txt", ".git/c.txt", "a/A.TXT", "note.xyz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    results = list(read([tmp_path]))
    assert _codes(results) == ["a/A.TXT", "a/z.txt", "b.txt", "unknown_format"]
    assert results == list(read([str(tmp_path)]))


def test_the_id_of_a_file_is_its_path_below_what_was_given(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_bytes(b"\xef\xbb\xbfone\r\ntwo\x00")
    assert list(read([tmp_path / "a" / "x.txt"])) == [Document("x.txt", "one\ntwo ")]
    assert list(read([tmp_path])) == [Document("a/x.txt", "one\ntwo ")]


def test_the_same_id_is_rejected_across_files(tmp_path: Path) -> None:
    first, second = _jsonl(tmp_path / "1.jsonl", {"id": "a", "text": "t"}), _jsonl(tmp_path / "2.jsonl", {"id": "a", "text": "u"})
    results = list(read([first, second]))
    assert _codes(results) == ["a", "duplicate_id"]
    assert isinstance(results[1], Rejected)
    assert (results[1].id, results[1].source) == ("a", "2.jsonl")


def test_a_damaged_archive_keeps_what_came_before(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(number), "text": os.urandom(300).hex()}) for number in range(200)]
    whole = gzip.compress("\n".join(lines).encode())
    (tmp_path / "whole.jsonl.gz").write_bytes(whole)
    assert len(list(read([tmp_path / "whole.jsonl.gz"]))) == 200
    (tmp_path / "cut.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    *kept, last = read([tmp_path / "cut.jsonl.gz"])
    assert len(kept) > 50
    assert isinstance(last, Rejected)
    assert last.code == "corrupt_archive"
    (tmp_path / "none.jsonl.gz").write_bytes(b"not a gzip file")
    assert _codes(list(read([tmp_path / "none.jsonl.gz"]))) == ["corrupt_archive"]


def test_files_that_cannot_be_opened_are_rejected(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere.txt")
    assert _codes(list(read([tmp_path, tmp_path / "gone.jsonl"]))) == ["unreadable_file", "unreadable_file"]
    assert _codes(list(read(["-"]))) == ["unreadable_file"]


def test_text_files_have_the_same_limits(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * (MAX_TEXT_BYTES + 1))
    (tmp_path / "b.txt").write_bytes(b"x" * 9_000_000)
    (tmp_path / "c.txt").write_bytes(b"\xff\xfe")
    (tmp_path / "d.txt").write_bytes(b" \n")
    results = list(read([tmp_path]))
    assert _codes(results) == ["too_large", "too_large", "invalid_utf8", "empty_text"]
    assert [item.id for item in results] == ["a.txt", "b.txt", "c.txt", "d.txt"]


def test_a_table_is_read_by_the_names_of_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(
        b"\xef\xbb\xbfText,other,ID,published_at,metadata\r\n"
        b'"one,\r\n""two""",x,a,2016,"{""ticker"": ""HL""}"\r\n'
        b"\r\n"
        b",x,b,,\r\n"
        b"t,x,,,\r\n"
        b"t,x,c,,{\r\n"
        b"t,x,d\r\n"
    )
    results = list(read([path]))
    assert results[0] == Document("a", 'one,\n"two"', published_at=PartialDate(2016), metadata={"ticker": "HL"})
    assert _codes(results) == ["a", "empty_text", "missing_id", "invalid_field", "d"]
    assert [item.line for item in results if isinstance(item, Rejected)] == [5, 6, 7]


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        (b"", ["missing_header"]),
        (b"a,b\n1,2\n", ["missing_header"]),
        (b"id,text\na,\xff\nb,t\n", ["invalid_utf8"]),
        (b"id,text\na,t\nb," + b"x" * (MAX_LINE_BYTES + 1) + b"\n", ["a", "too_large"]),
        (b'id,text\na,"t', ["invalid_field"]),
        (b"id,text\na," + b"x" * 300_000 + b"\n", ["a"]),
    ],
)
def test_bad_tables_are_rejected(tmp_path: Path, raw: bytes, codes: list[str]) -> None:
    (tmp_path / "a.csv").write_bytes(raw)
    assert _codes(list(read([tmp_path / "a.csv"]))) == codes


def test_cleaning_keeps_length_but_for_line_ends_and_happens_once() -> None:
    raw = "".join(map(chr, range(0x100))) + "\ufeff"
    cleaned = clean_text(raw)
    assert len(cleaned) == len(raw)
    assert clean_text(cleaned) == cleaned
    assert clean_text("a\r\nb\rc\x00d\te\x85f") == "a\nb\nc d\te f"


def test_random_bytes_never_raise(tmp_path: Path) -> None:
    for suffix in (".txt", ".jsonl", ".jsonl.gz", ".csv"):
        for number in range(40):
            path = tmp_path / f"{number}{suffix}"
            path.write_bytes(os.urandom(400) if number % 2 else b"id,text\n" + os.urandom(200))
            for item in read([path]):
                assert isinstance(item, (Document, Rejected))


def test_a_path_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    (found,) = read([tmp_path / "nofile"])
    assert isinstance(found, Rejected)
    assert found.code == "unreadable_file"
