"""The command line: thin commands over functions of the same name. What a command needs is imported when it runs."""

import os
import sys
from typing import Any

import typer

from rie.cli import stores, training  # noqa: F401  both register their commands
from rie.cli.app import app
from rie.cli.schemas import schema
from rie.cli.sql_templates import templates
from rie.errors import RieError, SqlRejected, UsageError

__all__ = ["app", "main", "schema", "templates"]


def main() -> None:
    """Run `rie`; exit codes: 0 done, 1 nothing could be done, 2 wrong usage, 3 --strict and something was rejected."""
    try:
        code = app(standalone_mode=False)
        sys.stdout.flush()
    except RieError as error:
        code = _fail(str(error), 2 if isinstance(error, UsageError | SqlRejected) else 1)
    except (KeyboardInterrupt, typer.Abort):
        code = _fail("stopped", 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has gone: what is still buffered goes nowhere
        code = 0
    except OSError as error:
        code = _fail(f"{error.filename or 'input or output'}: {error.strerror or error}", 1)
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        code = _wrong_usage(error)
    sys.exit(code if isinstance(code, int) else 0)


def _fail(message: str, code: int) -> int:
    print(f"rie: {' '.join(message.split())}", file=sys.stderr)
    return code


def _wrong_usage(error: Any) -> int:
    """An unknown command, option or value, on one line; `rie` alone shows what there is."""
    context = getattr(error, "ctx", None)
    message = error.format_message()
    if type(error).__name__ == "NoArgsIsHelpError":
        print(message)
        return 0
    return _fail(f"{message.rstrip('.')}; see `{context.command_path if context else 'rie'} --help`", 2)
