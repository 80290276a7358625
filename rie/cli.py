"""The command line: thin commands over functions of the same name. What a command needs is imported when it runs."""

import os
import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from rie.errors import PackError, RieError, SqlRejected, UsageError
from rie.settings import setting

app = typer.Typer(name="rie", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
                  context_settings={"help_option_names": ["-h", "--help"]},
                  help="Texts become a database, questions become SQL, every number links to its sentences.",
                  epilog="Start with: rie demo")
schema = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Look at packs: their tables, labels and checks.")
app.add_typer(schema, name="schema")
templates = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Templates: questions with the SQL that answers them.")
app.add_typer(templates, name="templates")

Store = Annotated[Path, typer.Option("--store", envvar="RIE_STORE", metavar="DIR", help="Folder of the store.")]
Snapshot = Annotated[int | None, typer.Option("--snapshot", metavar="N", help="A snapshot's number; the newest if not given.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
PackOption = Annotated[str | None, typer.Option("--pack", metavar="PACK", help="Name of a shipped pack, or a pack's folder.")]
PackArgument = Annotated[str, typer.Argument(metavar="[PACK]", help="Name of a shipped pack, or a pack's folder.")]

SQL_ROWS = {"table": 1_000, "json": 100_000, "csv": 100_000}


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


def _pack(name: str | None) -> Any:
    from rie.pack import available_packs, load_pack

    chosen = setting("pack", name)
    if not Path(chosen, "pack.yaml").is_file() and chosen not in available_packs():
        raise UsageError(f"no pack {chosen!r}: known packs are {', '.join(available_packs())}, or give a folder with a pack.yaml")
    return load_pack(chosen)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError(f"{text!r} is not a day; write YYYY-MM-DD") from None


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

    loaded = _pack(pack)
    with terminal.progress("documents") as progress:
        done = run(paths, store, str(loaded.folder), knowledge=knowledge, workers=workers, engine=engine, progress=progress,
                   stdin=sys.stdin.buffer)
    if json:
        print(terminal.to_json(done.as_dict()))
    else:
        terminal.print_summary(done)
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
            answer = opened.ask(text, after=earlier, today=_day(day or today), id=name)
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


@app.command(epilog="Examples: rie evaluate --gold gold.jsonl --store store | rie evaluate business --part dev --previous old-model")
def evaluate(
    pack: PackArgument = "business",
    *,
    gold: Annotated[Path | None, typer.Option(metavar="FILE.jsonl", help="Gold reports, one document a line.")] = None,
    store: Annotated[Path | None, typer.Option(envvar="RIE_STORE", metavar="DIR", help="The store whose reports are scored.")] = None,
    part: Annotated[Literal["train", "dev", "test"], typer.Option(help="The annotated part, when there is no gold file.")] = "test",
    model: Annotated[Path | None, typer.Option(metavar="DIR", help="The model; the pack's own if not given.")] = None,
    previous: Annotated[Path | None, typer.Option(metavar="DIR", help="The model that it would replace: compares them.")] = None,
    llm: Annotated[bool, typer.Option("--llm", help="Compare with the pipeline of llm.cfg, which asks RIE_LLM_MODEL.")] = False,
    curve: Annotated[Path | None, typer.Option(metavar="FILE", help="curve.json of rie train-curve: says how many more examples.")] = None,
    of: Annotated[Literal["model", "resolution", "linking"], typer.Option(help="What of the pack is scored without --gold.")] = "model",
    json: Json = False,
) -> None:
    """Score the reports of a store against gold reports; without a gold file, the pack's components on its annotations.

    The components' tables end with the ablation: the relations once more, with the weights of the relation component drawn anew. Then
    come the reports, with the component that lost each lost one, how reliable the confidence of reports and of relations is, and with
    --previous or --llm whether to ship. With --of resolution, labelled pairs of reports and events that are told 1 to 40 times; with
    --of linking, marked mentions of companies, by rules alone and with the scorer.
    """
    from rie import terminal

    if of == "resolution":
        if gold or model or previous or llm or curve or part == "train":
            raise UsageError("--of resolution is scored on labelled pairs: give --part dev or test, and none of the other options")
        _evaluate_resolution(_pack(pack), part, json=json)
        return
    if of == "linking":
        if gold or model or previous or llm or curve:
            raise UsageError("--of linking is scored on the pack's cases: give --part train, dev or test, and none of the other options")
        _evaluate_linking(_pack(pack), part, json=json)
        return
    if gold is None:
        _evaluate_pack(_pack(pack), part, model, previous, curve, llm=llm, json=json)
        return
    if model or previous or llm or curve:
        raise UsageError("--model, --previous, --llm and --curve are for the annotations of a pack; leave --gold out")
    from rie.evaluation.found import evaluate as run
    from rie.evaluation.gold import read_gold
    from rie.opened import OpenStore

    if store is None:
        raise UsageError("--gold needs --store DIR, the store whose reports are scored")
    with OpenStore(store) as opened:
        found = run(read_gold(gold, opened.pack), opened.reader, opened.pack)
    if json:
        print(terminal.to_json(found.as_dict()))
    else:
        terminal.print_evaluation(found)


def _evaluate_resolution(pack: Any, part: str, *, json: bool) -> None:
    from rie import terminal
    from rie.demo import corpus_folder
    from rie.evaluation.resolution import evaluate_resolution

    found = evaluate_resolution(pack, part, corpus_folder() / "facts.jsonl")
    if json:
        print(terminal.to_json(found.as_dict()))
    else:
        terminal.print_resolution(found)


def _evaluate_linking(pack: Any, part: str, *, json: bool) -> None:
    from rie import terminal
    from rie.evaluation.linking import evaluate_linking

    found = evaluate_linking(pack, part)
    if json:
        print(terminal.to_json(found.as_dict()))
    else:
        terminal.print_linking(found)


def _evaluate_pack(pack: Any, part: str, model: Path | None, previous: Path | None, curve: Path | None, *, llm: bool, json: bool) -> None:
    from rie import terminal
    from rie.distill.curve import read
    from rie.evaluation.attribution import attribute
    from rie.evaluation.components import evaluate_components
    from rie.evaluation.release import evaluate_release

    learned = read(curve) if curve else None
    release = evaluate_release(pack, part, model=model, previous=previous, llm=llm, curve=learned)
    tables = evaluate_components(pack, part, model=model)
    reports = attribute(pack, part, model=model)
    if json:
        scores = {name: {label: score.as_dict() for label, score in table.items()} for name, table in tables.items()}
        print(terminal.to_json({**scores, "reports": {name: one.as_dict() for name, one in reports.items()}, **release.as_dict()}))
    else:
        terminal.print_components(tables)
        terminal.print_attribution(reports)
        terminal.print_release(release)


@app.command(epilog="Example: rie compare questions.jsonl --store store")
def compare(
    file: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="Questions with gold answers, one JSON object a line.")],
    store: Store,
    json: Json = False,
) -> None:
    """Answer questions with RIE and with RAG and score both against the same gold.

    Without a language model (RIE_LLM_MODEL) RAG's answers are spans of its snippets.
    """
    from rie import terminal
    from rie.evaluation.answers import read_questions
    from rie.evaluation.compare import compare as run
    from rie.opened import OpenStore

    questions = read_questions(file)
    with OpenStore(store) as opened, terminal.progress("questions") as progress:
        found = run(questions, opened, progress=progress)
    if json:
        print(terminal.to_json(found.as_dict()))
    else:
        terminal.print_comparison(found)


@app.command(epilog="Example: rie annotate --task deals marked/*.txt --origin language-model --reviewed-by second-pass")
def annotate(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Lines of annotation markup; with --draft documents.")],
    *,
    draft: Annotated[Path | None, typer.Option(metavar="OUT.txt", help="Mark documents for review: adds a line of markup each.")] = None,
    by: Annotated[Literal["llm", "model"], typer.Option(help="Who drafts: a language model (llm.cfg), or the pack's model.")] = "llm",
    task: Annotated[str, typer.Option(help="Name of the annotation task.")] = "",
    origin: Annotated[str, typer.Option(help="Who marked the texts.")] = "",
    reviewed_by: Annotated[str, typer.Option(help="Who read them a second time.")] = "",
    check: Annotated[bool, typer.Option("--check", help="Only say what is wrong.")] = False,
    part: Annotated[Literal["train", "dev", "test"] | None, typer.Option(help="Part to write; else train and dev by a hash.")] = None,
    pack: PackOption = None,
) -> int:
    """Check marked-up lines against a pack and write them as its annotations; or draft such lines for review."""
    from rie.distill.annotate import check_markup, import_markup

    if draft is not None:
        return _draft(files, draft, by, _pack(pack))
    if check:
        problems = check_markup(_pack(pack), files)
        print("\n".join(problems) or "sound")
        return 1 if problems else 0
    if not (task and origin and reviewed_by):
        raise UsageError("--task, --origin and --reviewed-by say where the annotations belong and how they were made; or give --check")
    done = import_markup(_pack(pack), task, files, part, {"origin": origin, "reviewed_by": reviewed_by})
    for problem in done.problems:
        print(problem, file=sys.stderr)
    print(", ".join(f"{count} {name}" for name, count in sorted(done.written.items())) or "nothing written")
    return 0 if done.written else 1


def _draft(files: list[Path], out: Path, by: Literal["llm", "model"], pack: Any) -> int:
    from rie import terminal
    from rie.distill.draft import draft as run
    from rie.documents import read

    with terminal.progress("documents") as progress:
        done = run(pack, read(files, sys.stdin.buffer), out, by, progress=progress)
    for item in done.rejected:
        print(f"rejected {item.id or item.source} ({item.code}): {item.reason}", file=sys.stderr)
    if done.usage:
        print(done.usage, file=sys.stderr)
    print(f"{done.written} drafts in {out}: correct them, then rie annotate {out} --task TASK --origin WHO --reviewed-by WHO")
    return 0 if done.written else 1


@app.command(epilog="Example: rie train business --output model")
def train(
    pack: PackArgument = "business",
    output: Annotated[Path | None, typer.Option(metavar="DIR", help="Folder of the model; the pack's own if not given.")] = None,
    start: Annotated[Path | None, typer.Option(metavar="MODEL", help="Trained model to go on from.")] = None,
    epochs: Annotated[int | None, typer.Option(min=1, help="Times that all texts are read; the config's if not given.")] = None,
) -> None:
    """Train the pipeline of a pack from its annotations, then fit the confidence of its reports to their dev part."""
    from rie.distill.train import train as run
    from rie.evaluation.calibration import calibrate

    loaded = _pack(pack)
    model = run(loaded, output, {"training.max_epochs": epochs} if epochs else None, start)
    calibrate(loaded, model)
    print(model)


@app.command("train-curve", epilog="Example: rie train-curve business --epochs 8 --output curve")
def train_curve(
    pack: PackArgument = "business",
    *,
    output: Annotated[Path, typer.Option(metavar="DIR", help="Folder of curve.json and curve.svg.")] = Path("train-curve"),
    share: Annotated[list[float] | None, typer.Option(metavar="SHARE", help="Share of the texts; may come again. 0.25 0.5 0.75 1.")] = None,
    steps: Annotated[int | None, typer.Option(metavar="N", help="Budget of one training in updates; the config's if not given.")] = None,
    epochs: Annotated[int | None, typer.Option(metavar="N", help="Budget as the number of times that a share is read.")] = None,
    seeds: Annotated[int, typer.Option(metavar="N", help="Trainings of each share.")] = 1,
    json: Json = False,
) -> None:
    """Train a pack on growing shares of its annotations, and say what more of them would bring."""
    from rie import terminal
    from rie.distill import curve

    found = curve.train_curve(_pack(pack), share or curve.SHARES, steps=steps, epochs=epochs, seeds=seeds,
                              progress=lambda run: print(f"rie: {run}", file=sys.stderr))
    written = curve.write(found, output)
    if json:
        print(terminal.to_json(found.as_dict()))
    else:
        terminal.print_curve(found)
        print(*written, sep="\n")


@app.command("train-questions", epilog="Examples: rie train-questions business | rie train-questions business --measure")
def train_questions(
    pack: PackArgument = "business",
    *,
    output: Annotated[Path | None, typer.Option(metavar="DIR", help="Folder of the ranker; the pack's own if not given.")] = None,
    measure: Annotated[bool, typer.Option("--measure", help="Train nothing; measure the ranker that is there.")] = False,
) -> None:
    """Train the ranker of questions from a pack's paraphrases, and print what it brings on their test part."""
    from rie.distill.questions import train

    loaded = _pack(pack)
    folder = output or loaded.folder
    if not measure:
        train.train_questions(loaded, folder)
    print(train.measured(loaded, folder))


@app.command("train-linking", epilog="Example: rie train-linking business")
def train_linking(
    pack: PackArgument = "business",
    *,
    output: Annotated[Path | None, typer.Option(metavar="DIR", help="Folder of the weights; the pack's own if not given.")] = None,
) -> None:
    """Train the scorer of entity linking from a pack's cases, write its weights to linking.json, and print its scores on the part dev."""
    from rie import terminal
    from rie.distill.linking import train_linking as run
    from rie.evaluation.linking import Linking

    terminal.print_linking(Linking({"scorer": run(_pack(pack), output)}))


@app.command(epilog="Examples: rie diagnose business | rie diagnose business --check leaks --check labels")
def diagnose(
    pack: PackArgument = "business",
    *,
    check: Annotated[list[str] | None, typer.Option(metavar="CHECK", help="Only this check; may come again.")] = None,
    examples: Annotated[int, typer.Option(metavar="N", help="Texts that must be learnt by heart.")] = 20,
    steps: Annotated[int, typer.Option(metavar="N", help="Updates of each small training.")] = 100,
    seed: Annotated[int, typer.Option(metavar="N", help="Of the choice of texts and the networks.")] = 0,
    json: Json = False,
) -> int:
    """Run a trainer's sanity checks over a pack's annotations and config; exits with 1 when one finds something wrong."""
    from rie import terminal
    from rie.distill.diagnose import CHECKS
    from rie.distill.diagnose import diagnose as run

    show = None if json else terminal.print_finding
    found = run(_pack(pack), check or CHECKS, examples=examples, steps=steps, seed=seed, progress=show)
    if json:
        print(terminal.to_json([finding.as_dict() for finding in found]))
    return 1 if any(finding.verdict == "wrong" for finding in found) else 0


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
        done = run(store, str(_pack(pack).folder) if pack else None, workers=workers, progress=progress)
    if json:
        print(terminal.to_json(done.as_dict()))
    else:
        terminal.print_refreshed(done)
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


@schema.command("ddl")
def schema_ddl(pack: PackArgument = "business") -> None:
    """Print the SQL that makes a pack's tables, with all comments."""
    from rie.store.ddl import ddl

    print(ddl(_pack(pack)))


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

    loaded = _pack(pack)
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
    if json:
        print(terminal.to_json(found.as_dict()))
    else:
        terminal.print_drift(found)


@schema.command("show")
def schema_show(pack: PackArgument = "business") -> None:
    """Show a pack's tables and labels."""
    from rie import terminal

    terminal.print_pack(_pack(pack))


@templates.command("list")
def templates_list(pack: PackArgument = "business") -> None:
    """List the templates of a pack, with a question that each answers."""
    from rie import terminal
    from rie.ask.templates import templates_of

    rows = ((item.id, f"refused: {item.refuse}" if item.refuse else ", ".join(item.evidence.values()), item.asks[0])
            for item in templates_of(_pack(pack)))
    terminal.console().print(terminal.table("", ["id", "over", "question"], rows))


@templates.command("check", epilog="Example: rie templates check business")
def templates_check(
    pack: PackArgument = "business",
    store: Annotated[Path | None, typer.Option(metavar="DIR", help="Store to run them on; the sample corpus if not given.")] = None,
) -> int:
    """Check the templates of a pack; every problem is one line that names the file and the fix."""
    from rie.templates.check import check

    found = check(_pack(pack), store)
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


if __name__ == "__main__":
    main()
