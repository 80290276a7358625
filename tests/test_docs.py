"""The documentation names everything that there is, and the README's commands run."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hooli import FIRST, TABLE, write_lines

from rie.cli import app, schema, templates
from rie.pack import load_pack
from rie.settings import SETTINGS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
REFERENCE = (ROOT / "rie" / "reference.md").read_text(encoding="utf-8")
NOT_RUN = ("pip install",)


def commands() -> Iterator[tuple[str, list[str]]]:
    """Every command with its options."""
    import typer

    for prefix, group in (("rie", app), ("rie schema", schema), ("rie templates", templates)):
        for name, command in typer.main.get_command(group).commands.items():  # type: ignore[attr-defined]
            if not hasattr(command, "commands"):
                options = [option for item in command.params for option in item.opts if option.startswith("--")]
                yield f"{prefix} {name}", options


@pytest.mark.parametrize(("command", "options"), [pytest.param(*item, id=item[0]) for item in commands()])
def test_every_command_and_option_is_documented(command: str, options: list[str]) -> None:
    rows = [line for line in REFERENCE.splitlines() if line.startswith(f"| `{command}")]
    assert rows, f"rie/reference.md has no row for `{command}`"
    missing = [option for option in options if option != "--help" and not any(option in row for row in rows)]
    assert not missing


def test_no_documented_command_is_absent() -> None:
    known = {name for name, _ in commands()}
    documented = set(re.findall(r"^\| `(rie(?: schema| templates)? [a-z-]+)", REFERENCE, re.M))
    assert documented == known


@pytest.mark.parametrize("item", SETTINGS, ids=lambda item: item.name)
def test_every_setting_is_documented(item: object) -> None:
    default = f" `{item.default}` " if item.default != "" else " "  # type: ignore[attr-defined]
    assert f"| `{item.variable}` |{default}| {item.help} |" in REFERENCE  # type: ignore[attr-defined]


def test_every_rejection_code_is_documented() -> None:
    sources = [*(ROOT / "rie" / "documents").rglob("*.py"), ROOT / "rie" / "workers.py"]
    used = re.compile(r'(?:Defect|_rejection)\(\s*"([a-z0-9_]+)"|"((?:duplicate_id|extraction_failed))"')
    codes = {one or other for file in sources for one, other in used.findall(file.read_text(encoding="utf-8"))}
    assert {"duplicate_id", "extraction_failed", "not_json"} <= codes
    assert not {code for code in codes if f"| `{code}` |" not in REFERENCE}


def test_every_table_is_documented() -> None:
    from rie.store.ddl import public_tables

    assert not [name for name in public_tables(load_pack("business")) if f"`{name}`" not in REFERENCE]


def test_every_exit_code_is_documented() -> None:
    assert [f"| {code} |" in REFERENCE for code in range(4)] == [True] * 4


def test_every_status_and_reason_of_answers_is_documented() -> None:
    for word in ("answered", "no_data", "ambiguous", "refused", "undisclosed", "unknown_entity", "unknown_attribute", "unknown_period",
                 "out_of_scope", "low_confidence", "mixed_currencies"):
        assert f"`{word}`" in REFERENCE


def test_every_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def shell(code: str, folder: Path) -> str:
    """Run a script of bash in which `rie` is this checkout's."""
    begin = f'rie() {{ "{sys.executable}" -m rie.cli "$@"; }}\npython() {{ "{sys.executable}" "$@"; }}\nset -eo pipefail\n'
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    command = ["bash", "-c", begin + code]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_commands_of_the_readme_run(tmp_path: Path) -> None:
    blocks = re.findall(r"```bash\n(.*?)```", README, re.S)
    lines = [line for block in blocks for line in block.splitlines() if line and not line.startswith(NOT_RUN)]
    assert len(lines) > 10
    shell("\n".join(lines), tmp_path)


def test_python_of_the_readme_runs(tmp_path: Path) -> None:
    write_lines(tmp_path / "news.jsonl", [FIRST])
    (tmp_path / "companies.csv").write_text(TABLE, encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", README, re.S)
    (tmp_path / "example.py").write_text(code, encoding="utf-8")
    assert "[(1,)]" in shell("python example.py", tmp_path)
