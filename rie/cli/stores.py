"""Commands over a store: what goes in, what is asked of it, what comes out."""

import sys
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from rie.cli.app import app
from rie.cli.options import Json, PackOption, Snapshot, Store, day_of, pack_named
from rie.errors import UsageError
from rie.settings import setting

SQL_ROWS = {"table": 1_000, "json": 100_000, "csv": 100_000}


@app.command(epilog="Examples: rie ingest news.jsonl --store store | cat more.jsonl | rie ingest - --store store --json")
def ingest(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files or folders of .txt .md .html .pdf .docx .jsonl "
                                                      ".jsonl.gz .csv .zip; - for JSON lines on standard input.")],
    store: Store,
    *,
    pack: PackOption = None,
    knowledge: Annotated[Path | None, typer.Option(metavar="FILE.csv", help="Entities (id,name,kind,aliases) to link to.")] = None,
    workers: Annotated[int | None, typer.Option(min=0, metavar="N", help="Processes; 0: as many as cores, 1: no further one.")] = None,
    engine: Annotated[Literal["local"], typer.Option(help="Where the pipeline runs.")] = "local",
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 3 if a document was rejected.")] = False,
    json: Json = False,
) -> int:
    """Read documents into a store and publish a snapshot."""
    from rie import terminal
    from rie.ingest import ingest as run

    loaded = pack_named(pack)
    with terminal.progress("documents") as progress:
        done = run(paths, store, str(loaded.folder), knowledge=knowledge, workers=workers, engine=engine, progress=progress,
                   stdin=sys.stdin.buffer)
    terminal.show(done, terminal.print_summary, json=json)
    if strict and done.rejected:
        return 3
    return 0 if done.new or done.updated or done.unchanged else 1


@app.command(epilog="Example: rie remove n-17 n-18 --store store")
def remove(ids: Annotated[list[str], typer.Argument(metavar="DOCUMENT_ID...")], store: Store) -> int:
    """Remove documents and everything that was read from them."""
    from rie.ingest import remove as run

    removed = run(ids, store)
    for doc_id in ids:
        print(f"{'removed' if doc_id in removed else 'not in the store'}: {doc_id}")
    return 0 if removed else 1


@app.command(epilog='Examples: rie ask "Who led Hooli\'s round?" --store store | rie ask --batch questions.jsonl --store store --json')
def ask(
    question: Annotated[str | None, typer.Argument(help="A question in English.")] = None,
    *,
    store: Annotated[Path | None, typer.Option("--store", envvar="RIE_STORE", metavar="DIR", help="Folder of the store.")] = None,
    batch: Annotated[Path | None, typer.Option(metavar="FILE.jsonl", help="Questions, one JSON object a line.")] = None,
    after: Annotated[list[str] | None, typer.Option(metavar="QUESTION", help="An earlier question; may come again.")] = None,
    today: Annotated[str | None, typer.Option(metavar="DATE", help='The day that "last year" is counted from.')] = None,
    snapshot: Snapshot = None,
    pack: Annotated[Path | None, typer.Option(metavar="PACK_DIR", help="Templates learned by rie templates import.")] = None,
    database: Annotated[Path | None, typer.Option(metavar="FILE", help="The DuckDB or SQLite file that they are for.")] = None,
    force: Annotated[bool, typer.Option("--force", help="With --database: the best query even when it is not sure.")] = False,
    json: Json = False,
) -> None:
    """Answer a question, or a file of questions, from a store; with --pack and --database from any database."""
    from rie import terminal
    from rie.opened import read_questions
    from rie.store.refused import keep_refused

    if (question is None) == (batch is None):
        raise UsageError('give either a question, as in rie ask "Who acquired Hooli?", or a file with --batch')
    asked = read_questions(batch) if batch else iter([(question or "", tuple(after or ()), None, None)])
    with _asked(store, snapshot, pack, database, force=force) as opened:
        for text, earlier, day, name in asked:
            answer = opened.ask(text, after=earlier, today=day_of(day or today), id=name)
            if database is None and store is not None:
                keep_refused(store, answer)
            if json:
                print(terminal.to_json(answer.as_dict()))
            else:
                terminal.print_answer(answer)


def _asked(store: Path | None, snapshot: int | None, pack: Path | None, database: Path | None, *, force: bool) -> Any:
    """What a question is asked of: a store, or a database with templates for it."""
    if database is None and (pack is not None or force):
        raise UsageError("--pack and --force go with --database FILE, which they were learned for; a store knows its pack")
    if database is None:
        from rie.opened import OpenStore

        if store is None:
            raise UsageError("--store DIR says which store is asked; or give --pack PACK_DIR and --database FILE")
        return OpenStore(store, snapshot)
    from rie.templates.pairs.asking import OpenPairs

    if pack is None or snapshot is not None:
        raise UsageError("--database FILE needs --pack PACK_DIR, which rie templates import has made, and takes no --snapshot")
    return OpenPairs(pack, database, force=force)


@app.command(epilog='Example: rie sql "SELECT company, amount_usd FROM funding_round ORDER BY 2 DESC" --store store --format csv')
def sql(
    statement: Annotated[str, typer.Argument(metavar="SELECT", help="One SELECT over the public tables.")],
    store: Store,
    snapshot: Snapshot = None,
    format: Annotated[Literal["table", "json", "csv"], typer.Option(help="How rows are printed.")] = "table",
) -> None:
    """Run a guarded, read-only SQL statement."""
    from rie import terminal
    from rie.opened import OpenStore

    with OpenStore(store, snapshot) as opened:
        result = opened.sql(statement, SQL_ROWS[format])
    terminal.print_rows([name for name, _ in result.columns], result.rows, format)
    if result.truncated:
        print(f"rie: only the first {SQL_ROWS[format]:,} rows; add conditions, or use `rie export`", file=sys.stderr)


@app.command(epilog="Example: rie serve --store store --port 8080")
def serve(
    store: Store,
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
) -> None:
    """Serve a store: the web page and the HTTP interface."""
    from rie.api.serve import serve as run

    run(store, setting("host", host), setting("port", port), started=lambda address: print(f"Serving {store}: {address}", file=sys.stderr))


@app.command(epilog="Example: rie demo --once")
def demo(
    store: Annotated[Path, typer.Option("--store", metavar="DIR", help="Folder of the store that is built.")] = Path("rie-demo"),
    once: Annotated[bool, typer.Option("--once", help="Answer the sample questions, print a table and exit.")] = False,
) -> None:
    """Build a store from the sample corpus and serve it."""
    from rie import demo as run

    if once:
        run.answer_samples(store)
    else:
        run.serve_samples(store)


@app.command(epilog="Example: rie export --store store --to tables --format csv")
def export(
    store: Store,
    to: Annotated[Path, typer.Option(metavar="DIR", help="Folder that the files are written to.")],
    snapshot: Snapshot = None,
    format: Annotated[Literal["parquet", "csv"], typer.Option(help="Kind of files.")] = "parquet",
) -> None:
    """Write every public table of a snapshot to a file."""
    from rie.store.export import export as run

    for file in run(store, to, snapshot, format):
        print(file)


@app.command(epilog="Example: rie snapshots --store store")
def snapshots(store: Store, json: Json = False) -> None:
    """List the snapshots of a store, the newest last."""
    from rie import terminal
    from rie.opened import snapshots as run

    columns = ["snapshot", "documents", "bytes"]
    terminal.print_rows(columns, run(store), "json" if json else "table")


@app.command(epilog="Example: rie refresh --store store")
def refresh(
    store: Store,
    *,
    pack: PackOption = None,
    workers: Annotated[int | None, typer.Option(min=0, metavar="N", help="Processes; 0: as many as cores, 1: no further one.")] = None,
    json: Json = False,
) -> int:
    """Read again what a change of the model or the pack touches, and publish a snapshot; the rest stays as it is."""
    from rie import terminal
    from rie.refresh import refresh as run

    with terminal.progress("documents") as progress:
        done = run(store, str(pack_named(pack).folder) if pack else None, workers=workers, progress=progress)
    terminal.show(done, terminal.print_refreshed, json=json)
    return 1 if done.failed and not done.read else 0


@app.command(epilog="Examples: rie entities --store store --show candidates | rie entities --store store --merge \"Hooli XYZ\" Hooli")
def entities(
    store: Store,
    *,
    show: Annotated[Literal["entities", "candidates", "merges", "decisions"], typer.Option(help="What is listed.")] = "entities",
    search: Annotated[str, typer.Option(metavar="TEXT", help="Only entities with this in a name, or with this id.")] = "",
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 50,
    merge: Annotated[tuple[str, str] | None, typer.Option(metavar="A B", help="A counts as B from now on.")] = None,
    split: Annotated[tuple[str, str] | None, typer.Option(metavar="A B", help="A and B count as two from now on.")] = None,
    documents: Annotated[list[str] | None, typer.Option("--in", metavar="DOCUMENT_ID", help="With --split: here A is B.")] = None,
    rename: Annotated[tuple[str, str] | None, typer.Option(metavar="A NAME", help="A is called NAME from now on.")] = None,
    undo: Annotated[int | None, typer.Option(metavar="N", help="Take decision N back.")] = None,
    json: Json = False,
) -> None:
    """List and review what the facts name; A and B are ids, or names that only one has."""
    from rie import entities as review
    from rie import terminal

    apart = partial(review.split, documents=documents or ())
    decisions = [(run, given) for run, given in ((review.merge, merge), (apart, split), (review.rename, rename)) if given]
    if documents and not split:
        raise UsageError("--in goes with --split A B: in these documents, what was taken for A is B")
    if len(decisions) + (undo is not None) > 1:
        raise UsageError("one decision at a time: --merge, --split, --rename or --undo")
    if decisions or undo is not None:
        done = decisions[0][0](store, *decisions[0][1]) if decisions else review.undo(store, undo or 0)
        print(terminal.to_json(done.as_dict()) if json else done)
        return
    terminal.print_items(review.listed(store, show, search=search, limit=limit), "json" if json else "table")


@app.command(epilog="Example: rie mcp --store store")
def mcp(store: Store) -> None:
    """Serve a store to assistants over the Model Context Protocol, on standard input and output."""
    from rie.mcp import serve as run

    run(store)
