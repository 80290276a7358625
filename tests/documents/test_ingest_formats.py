"""From a file of each format to evidence: offsets are into the text that the store holds."""

import subprocess
import sys
from pathlib import Path

import pytest

import rie
from rie.documents import read
from rie.types import Document
from tests.documents.files import FIXTURES, docx, paragraph, pdf, zipped

RELEASE = "Hooli has raised $5m in a Series A round led by ACME Ventures, the company said on Friday."
MARKED = RELEASE.replace("$5m", "<b>$5</b>m")
PAGE = f"<title>Hooli news</title><nav><a href=/>Home</a></nav><main><p>{MARKED}</p></main><footer>$9m</footer>"


def write(folder: Path) -> Path:
    """The same release in every format."""
    members = {"release.html": PAGE, "release.md": f"# Hooli news\n\n{RELEASE}"}
    files = {
        **{name: content.encode() for name, content in members.items()},
        "release.pdf": pdf([paragraph(RELEASE)]),
        "release.docx": docx(lambda document: document.add_paragraph(RELEASE)),
        "more.zip": zipped({"in/release.html": PAGE, "cut.pdf": b"%PDF-1.4"}),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("formats")
    (folder / "in").mkdir()
    summary = rie.ingest(write(folder / "in"), folder / "store", workers=1)
    assert (summary.new, [(item.id, item.code) for item in summary.rejected]) == (5, [("more.zip/cut.pdf", "damaged_file")])
    return folder / "store"


IDS = ["more.zip/in/release.html", "release.docx", "release.html", "release.md", "release.pdf"]


@pytest.mark.parametrize("doc_id", IDS)
def test_evidence_is_a_slice_of_the_stored_text(store: Path, doc_id: str) -> None:
    with rie.open(store) as opened:
        ((text, title),) = opened.sql(f"SELECT text, title FROM document WHERE doc_id = '{doc_id}'").rows
        where = f"doc_id = '{doc_id}' AND part = 'text' AND role = 'amount'"
        rows = opened.sql(f"SELECT start_char, end_char, quote FROM evidence WHERE {where}").rows
    assert text == RELEASE
    assert title in ("Hooli news", "")
    assert rows
    assert {(text[start:end], quote) for start, end, quote in rows} == {("$5m", "$5m")}


def test_one_round_is_found_in_all_formats(store: Path) -> None:
    with rie.open(store) as opened:
        rounds = opened.sql("SELECT company, amount, currency, n_reports FROM funding_round").rows
    assert [(company, int(amount), currency, reports) for company, amount, currency, reports in rounds] == [("Hooli", 5_000_000, "USD", 5)]


def test_the_same_files_are_unchanged_the_second_time(store: Path) -> None:
    again = rie.ingest(store.parent / "in", store, workers=1)
    assert (again.new, again.updated, again.unchanged) == (0, 0, 5)


def test_what_a_page_states_is_the_documents() -> None:
    (document,) = read([FIXTURES / "news.html"])
    assert isinstance(document, Document)
    assert (document.id, document.title, document.source) == ("news.html", "Hooli raises $5m to take on Pied Piper", "Valley Wire")
    assert str(document.published_at) == "2024-05-03"
    assert "raised $5 million in a Series A round" in document.text


def test_no_library_is_loaded_before_a_file_needs_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(RELEASE, encoding="utf-8")
    (tmp_path / "b.html").write_text(PAGE, encoding="utf-8")
    code = (
        "import sys, subprocess\n"
        "started = []\n"
        "popen = subprocess.Popen.__init__\n"
        "subprocess.Popen.__init__ = lambda self, *a, **k: (started.append(1), popen(self, *a, **k))[1]\n"
        "from rie.documents import read\n"
        "assert len(list(read([sys.argv[1]]))) == 1\n"
        "assert not started\n"
        "assert len(list(read(sys.argv[1:]))) == 2\n"
        "assert len(started) == 1\n"
        "assert not {'selectolax', 'pypdfium2', 'mammoth', 'markdown_it', 'spacy'} & set(sys.modules)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "a.txt"), str(tmp_path / "b.html")]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
