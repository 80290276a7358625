"""A wheel holds all that is needed and nothing else, and works outside of the checkout."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OUTSIDE = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the checkout, built by the build back end alone."""
    pytest.importorskip("setuptools")
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "source"
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    names += [str(path.relative_to(ROOT)) for path in ROOT.glob("schemas/*/model/**/*") if path.is_file()]
    for name in names:
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_bytes((ROOT / name).read_bytes())
    command = [sys.executable, "-c", "import setuptools.build_meta as b, sys; b.build_wheel(sys.argv[1])", str(folder)]
    subprocess.run(command, cwd=copy, check=True, capture_output=True, timeout=300)
    return next(folder.glob("*.whl"))


def test_only_one_top_level_name(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"rie"}


def test_every_python_file_and_the_data_are_inside(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "rie").rglob("*.py")}
    assert not modules - inside
    for name in ("rie/schemas/business/pack.yaml", "rie/sample_corpus/documents.jsonl", "rie/sample_corpus/knowledge.csv", "rie/py.typed"):
        assert name in inside
    models = {f"rie/{path.relative_to(ROOT).as_posix()}" for path in ROOT.glob("schemas/*/model/**/*") if path.is_file()}
    assert not models - inside


def test_installed_wheel_works_outside_of_the_checkout(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=False, system_site_packages=False)
    python = tmp_path / "venv" / "bin" / "python"
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, cwd=tmp_path, env=OUTSIDE, capture_output=True, timeout=120)
    site = next((tmp_path / "venv" / "lib").glob("python*/site-packages"))
    dependencies = [path for path in sys.path if path.endswith("site-packages")]
    (site / "dependencies.pth").write_text("\n".join(dependencies), encoding="utf-8")

    def rie(*arguments: str) -> str:
        command = [str(tmp_path / "venv" / "bin" / "rie"), *arguments]
        done = subprocess.run(command, cwd=tmp_path, env=OUTSIDE, capture_output=True, text=True, check=False, timeout=300)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    show = [str(python), "-c", "import rie; print(rie.__file__)"]
    assert str(site) in subprocess.run(show, cwd=tmp_path, env=OUTSIDE, capture_output=True, text=True, check=True).stdout
    assert "business" in rie("schema", "check")
    assert rie("demo", "--once", "--store", str(tmp_path / "store"))
    assert '"n":144' in rie("sql", "SELECT count(*) AS n FROM document", "--store", str(tmp_path / "store"), "--format", "json")
