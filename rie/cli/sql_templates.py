"""`rie templates`: questions with the SQL that answers them."""

from pathlib import Path
from typing import Annotated, Any

import typer

from rie.cli.app import app
from rie.cli.options import Json, PackArgument, Store, pack_named
from rie.errors import UsageError

templates = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Templates: questions with the SQL that answers them.")
app.add_typer(templates, name="templates")


@templates.command("list")
def templates_list(pack: PackArgument = "business") -> None:
    """List the templates of a pack, with a question that each answers."""
    from rie import terminal
    from rie.ask.templates import templates_of

    rows = ((item.id, f"refused: {item.refuse}" if item.refuse else ", ".join(item.evidence.values()), item.asks[0])
            for item in templates_of(pack_named(pack)))
    terminal.console().print(terminal.table("", ["id", "over", "question"], rows))


@templates.command("check", epilog="Example: rie templates check business")
def templates_check(
    pack: PackArgument = "business",
    store: Annotated[Path | None, typer.Option(metavar="DIR", help="Store to run them on; the sample corpus if not given.")] = None,
) -> int:
    """Check the templates of a pack; every problem is one line that names the file and the fix."""
    from rie.templates.check import check

    found = check(pack_named(pack), store)
    print("\n".join(found.problems) or f"sound; {len(found.templates)} templates")
    return 1 if found.problems else 0


@templates.command("draft", epilog="Example: rie templates draft --store store --out review.jsonl")
def templates_draft(
    store: Store,
    out: Annotated[Path, typer.Option(metavar="FILE.jsonl", help="Review file that the drafts are written to.")] = Path("review.jsonl"),
    most: Annotated[int, typer.Option(min=1, metavar="N", help="Questions at most, the most frequent first.")] = 20,
) -> int:
    """Have a language model (RIE_LLM_MODEL) write templates for refused questions; each is checked."""
    from rie import terminal
    from rie.llm import configured
    from rie.opened import OpenStore
    from rie.templates.draft import draft

    llm = configured()
    if llm is None:
        raise UsageError("no language model is configured: set RIE_LLM_MODEL, for instance to openai/gpt-4o-mini")
    with OpenStore(store) as opened, terminal.progress("questions") as progress:
        drafts = draft(opened.pack, store, out, llm, most=most, progress=progress)
    waiting = [item for item in drafts if item.decision is None]
    print(f"{len(waiting)} drafts to review in {out}, {sum(not item.problems for item in waiting)} of them sound")
    return 0 if waiting else 1


@templates.command("review", epilog="Example: rie templates review review.jsonl --to my-templates")
def templates_review(
    file: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="Review file of rie templates draft.")],
    to: Annotated[Path | None, typer.Option(metavar="DIR", envvar="RIE_TEMPLATES", help="Folder that accepted templates go to.")] = None,
) -> None:
    """Accept or reject drafted templates, one after the other."""
    from rie.templates.review import CHOICES, review

    if to is None:
        raise UsageError("--to DIR, or RIE_TEMPLATES, says where accepted templates go; questions are answered with those in RIE_TEMPLATES")

    def choose(_: Any, told: str) -> str:
        print(told)
        chosen = ""
        while chosen not in CHOICES:
            chosen = str(typer.prompt(", ".join(f"{key}: {name}" for key, name in CHOICES.items()))).strip().lower()[:1]
        return chosen

    accepted, rejected = review(file, to, choose)
    print(f"{accepted} accepted into {to}, {rejected} rejected")


@templates.command("import", epilog="Example: rie templates import pairs.jsonl --database flights.sqlite --out flights")
def templates_import(
    file: Annotated[Path, typer.Argument(metavar="PAIRS.jsonl", help="Pairs of question and SQL, one JSON object a line.")],
    database: Annotated[Path, typer.Option(metavar="FILE", help="The DuckDB or SQLite file that they are about.")],
    out: Annotated[Path, typer.Option(metavar="PACK_DIR", help="Folder that the templates are written to.")],
    json: Json = False,
) -> None:
    """Learn templates from pairs of question and SQL over any database."""
    from rie import terminal
    from rie.templates.pairs.learn import import_pairs

    learned = import_pairs(file, database, out)
    print(terminal.to_json(learned.as_dict()) if json else learned)
