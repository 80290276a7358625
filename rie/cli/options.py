"""Options that several commands share, and what their values name."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from rie.errors import UsageError
from rie.settings import setting

Store = Annotated[Path, typer.Option("--store", envvar="RIE_STORE", metavar="DIR", help="Folder of the store.")]
Snapshot = Annotated[int | None, typer.Option("--snapshot", metavar="N", help="A snapshot's number; the newest if not given.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
PackOption = Annotated[str | None, typer.Option("--pack", metavar="PACK", help="Name of a shipped pack, or a pack's folder.")]
PackArgument = Annotated[str, typer.Argument(metavar="[PACK]", help="Name of a shipped pack, or a pack's folder.")]


def pack_named(name: str | None) -> Any:
    """The shipped pack of a name, or the pack of a folder."""
    from rie.pack import available_packs, load_pack

    chosen = setting("pack", name)
    if not Path(chosen, "pack.yaml").is_file() and chosen not in available_packs():
        raise UsageError(f"no pack {chosen!r}: known packs are {', '.join(available_packs())}, or give a folder with a pack.yaml")
    return load_pack(chosen)


def day_of(text: str | None) -> date | None:
    """The day that a text names as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError(f"{text!r} is not a day; write YYYY-MM-DD") from None
