"""`rie schema`: packs, their tables, labels and checks."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from rie.cli.app import app
from rie.cli.options import Json, PackArgument, pack_named
from rie.errors import PackError, UsageError

schema = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Look at packs: their tables, labels and checks.")
app.add_typer(schema, name="schema")


@schema.command("ddl")
def schema_ddl(pack: PackArgument = "business") -> None:
    """Print the SQL that makes a pack's tables, with all comments."""
    from rie.store.ddl import ddl

    print(ddl(pack_named(pack)))


@schema.command("new", epilog="Example: rie schema new contracts --to contracts")
def schema_new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the pack: lower case letters, digits and _.")],
    to: Annotated[Path, typer.Option(metavar="DIR", help="Folder of the pack; it must not be there yet.")],
) -> None:
    """Write the folder of a new pack: small, complete and commented, to be changed piece by piece."""
    from rie.pack.scaffold import new_pack

    for file in new_pack(name, to):
        print(file)
    print(f"rie: go on as {to / 'README.md'} says", file=sys.stderr)


@schema.command("draft", epilog='Example: rie schema draft recalls --from texts.jsonl --about "product recalls and why" --to recalls')
def schema_draft(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the pack: lower case letters, digits and _.")],
    texts: Annotated[Path, typer.Option("--from", metavar="TEXTS.jsonl", help="Example texts, as rie ingest reads them.")],
    about: Annotated[str, typer.Option(metavar="SENTENCE", help="What is to be extracted.")],
    to: Annotated[Path, typer.Option(metavar="DIR", help="Folder of the pack; it must not be there yet.")],
) -> None:
    """Have a language model (RIE_LLM_MODEL) write a first pack from example texts; it is checked, and yours to review."""
    from rie.draft import draft
    from rie.llm import configured

    llm = configured()
    if llm is None:
        raise UsageError("no language model is configured: set RIE_LLM_MODEL, for instance to openai/gpt-4o-mini")
    done = draft(name, texts, about, to, llm)
    for problem in done.repaired:
        print(f"rie: repaired: {problem}", file=sys.stderr)
    print(f"{to / 'pack.yaml'}: {len(done.pack.labels)} labels, {len(done.pack.events)} events, {len(done.pack.tables)} tables; review it")


@schema.command("check")
def schema_check(pack: PackArgument = "business") -> None:
    """Check a pack; every problem is one line that names the place and the fix."""
    from rie.trial import trial

    loaded = pack_named(pack)
    problems = trial(loaded)
    if problems:
        raise PackError(f"{loaded.folder / 'pack.yaml'}: {'; '.join(problems)}")
    print(f"{loaded.name} {loaded.version}: sound; {len(loaded.labels)} labels, {len(loaded.events)} events, {len(loaded.tables)} tables")


@schema.command("diff", epilog="Examples: rie schema diff store business | rie schema diff old_pack new_pack")
def schema_diff(
    one: Annotated[str, typer.Argument(metavar="A", help="A pack's name or folder, or a store.")],
    other: Annotated[str, typer.Argument(metavar="B", help="The same.")],
    json: Json = False,
) -> None:
    """Show what changed from A to B, and what that means for a store."""
    from rie import terminal
    from rie.drift import drift

    found = drift(one, other)
    terminal.show(found, terminal.print_drift, json=json)


@schema.command("show")
def schema_show(pack: PackArgument = "business") -> None:
    """Show a pack's tables and labels."""
    from rie import terminal

    terminal.print_pack(pack_named(pack))
