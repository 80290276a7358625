"""Commands of those who make a pack good: annotate, train, evaluate, compare, diagnose."""

import sys
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from rie.cli.app import app
from rie.cli.options import Json, PackArgument, PackOption, Store, pack_named
from rie.errors import UsageError


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
        _evaluate_resolution(pack_named(pack), part, json=json)
        return
    if of == "linking":
        if gold or model or previous or llm or curve:
            raise UsageError("--of linking is scored on the pack's cases: give --part train, dev or test, and none of the other options")
        _evaluate_linking(pack_named(pack), part, json=json)
        return
    if gold is None:
        _evaluate_pack(pack_named(pack), part, model, previous, curve, llm=llm, json=json)
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
    terminal.show(found, terminal.print_evaluation, json=json)


def _evaluate_resolution(pack: Any, part: str, *, json: bool) -> None:
    from rie import terminal
    from rie.demo import corpus_folder
    from rie.evaluation.resolution import evaluate_resolution

    found = evaluate_resolution(pack, part, corpus_folder() / "facts.jsonl")
    terminal.show(found, terminal.print_resolution, json=json)


def _evaluate_linking(pack: Any, part: str, *, json: bool) -> None:
    from rie import terminal
    from rie.evaluation.linking import evaluate_linking

    found = evaluate_linking(pack, part)
    terminal.show(found, terminal.print_linking, json=json)


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
    terminal.show(found, terminal.print_comparison, json=json)


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
        return _draft(files, draft, by, pack_named(pack))
    if check:
        problems = check_markup(pack_named(pack), files)
        print("\n".join(problems) or "sound")
        return 1 if problems else 0
    if not (task and origin and reviewed_by):
        raise UsageError("--task, --origin and --reviewed-by say where the annotations belong and how they were made; or give --check")
    done = import_markup(pack_named(pack), task, files, part, {"origin": origin, "reviewed_by": reviewed_by})
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

    loaded = pack_named(pack)
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

    found = curve.train_curve(pack_named(pack), share or curve.SHARES, steps=steps, epochs=epochs, seeds=seeds,
                              progress=lambda run: print(f"rie: {run}", file=sys.stderr))
    written = curve.write(found, output)
    terminal.show(found, terminal.print_curve, json=json)
    if not json:
        print(*written, sep="\n")


@app.command("train-questions", epilog="Examples: rie train-questions business | rie train-questions business --measure")
def train_questions(
    pack: PackArgument = "business",
    *,
    output: Annotated[Path | None, typer.Option(metavar="DIR", help="Folder of the model; the pack's own if not given.")] = None,
    measure: Annotated[bool, typer.Option("--measure", help="Train nothing; measure the model that is there.")] = False,
) -> None:
    """Train the model of questions from a pack's paraphrases, and print what it brings on their test part."""
    from rie.distill.questions import train

    loaded = pack_named(pack)
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

    terminal.print_linking(Linking({"scorer": run(pack_named(pack), output)}))


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
    found = run(pack_named(pack), check or CHECKS, examples=examples, steps=steps, seed=seed, progress=show)
    if json:
        print(terminal.to_json([finding.as_dict() for finding in found]))
    return 1 if any(finding.verdict == "wrong" for finding in found) else 0
