"""The first example of the README: one sentence and a table of ids; and the command line in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
FIRST = {"id": "n-1", "text": "Hooli raises $5m to revolutionize search, led by ACME Ventures"}
TABLE = "5923214,Hooli\n1681056,ACME Ventures\n"


def write_lines(file: Path, items: Sequence[Mapping[str, Any]]) -> Path:
    """JSON lines."""
    file.write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf-8")
    return file


def rie_command(*arguments: str, cwd: Path | None = None, stdin: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `rie` in a process of its own."""
    return subprocess.run([sys.executable, "-m", "rie.cli", *arguments], cwd=cwd, input=stdin, capture_output=True, text=True, check=False,
                          timeout=180, env={**os.environ, "PYTHONPATH": str(ROOT), **environment})
