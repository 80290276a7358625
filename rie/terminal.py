"""What commands print: answers, tables and summaries for people, JSON and CSV for programs."""

import csv
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import orjson
from rich.console import Console
from rich.markup import escape
from rich.table import Table

if TYPE_CHECKING:
    from rie.distill.curve import Curve
    from rie.distill.diagnose import Finding
    from rie.drift import Drift
    from rie.evaluation.attribution import Attribution
    from rie.evaluation.cells import Counts
    from rie.evaluation.compare import Comparison, Side
    from rie.evaluation.components import Score
    from rie.evaluation.linking import Linking
    from rie.evaluation.release import Release
    from rie.evaluation.reliability import Reliability
    from rie.evaluation.reports import Evaluation
    from rie.evaluation.resolution import Resolution
    from rie.ingest import Summary
    from rie.llm import Cost
    from rie.pack import Pack
    from rie.refresh import Refreshed
    from rie.types import Answer

_LISTED = 10  # rejected documents and kinds of error that are named
_SCORES = ("label", "n", "tp", "fp", "fn", "precision", "recall", "f1")
_SIDE = ("right", "95%", "wrong", "p50 / p99 ms")
_COMPARED = ("kind", "n", *(f"{name} {column}" for name in ("RIE", "RAG") for column in _SIDE), "tokens", "USD")
_QUOTED = 5  # spans of evidence that are quoted


def to_json(value: Any) -> str:
    """One line of JSON; decimals are numbers with all their digits, dates are text."""
    return orjson.dumps(value, default=_encoded, option=orjson.OPT_NON_STR_KEYS).decode()


def show(found: Any, as_table: Callable[[Any], None], *, json: bool) -> None:
    """Print what was found, as JSON or in the way that `as_table` prints it."""
    if json:
        print(to_json(found.as_dict()))
    else:
        as_table(found)


def _encoded(value: Any) -> Any:
    if isinstance(value, Decimal):
        return orjson.Fragment(_digits(value)) if value.is_finite() else None
    if isinstance(value, Mapping):
        return dict(value)
    return sorted(value) if isinstance(value, set | frozenset) else str(value)


def _digits(value: Decimal, separator: str = "") -> str:
    """A decimal without exponent and without zeros that say nothing: 5000000, 0.25."""
    text = f"{value:{separator}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def console() -> Console:
    """Standard output; when it is no terminal, lines are as long as they need to be."""
    return Console(width=None if sys.stdout.isatty() else 200, highlight=False)


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], right: Iterable[str] = ()) -> Table:
    """A table for people; `right` names the columns that are aligned to the right."""
    made = Table(title=title or None, title_justify="left", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for column in columns:
        made.add_column(escape(column), justify="right" if column in right else "left", overflow="fold")
    for row in rows:
        made.add_row(*(escape(_text(cell)) for cell in row))
    return made


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return _digits(value, ",")
    return str(value)


def print_components(tables: Mapping[str, Mapping[str, "Score"]]) -> None:
    """Scores of a pack's components, a table each; the line over all labels first."""
    for name, scores in tables.items():
        rows = [(label, s.tp + s.fn, s.tp, s.fp, s.fn, *(f"{rate:.1%}" for rate in (s.precision, s.recall, s.f1)))
                for label, s in sorted(scores.items(), key=lambda item: (item[0] != "all", item[0]))]
        console().print(table(name.replace("_", " "), _SCORES, rows, _SCORES[1:]))
        console().print()


def print_attribution(tables: Mapping[str, "Attribution"]) -> None:
    """Reports that are right in all columns, the component that lost the others, and how reliable their confidence is."""
    from rie.evaluation.attribution import STAGES
    from rie.evaluation.reliability import reliability

    rows = [(name, one.score.tp + one.score.fn, *(f"{rate:.1%}" for rate in (one.score.precision, one.score.recall, one.score.f1)),
             *(one.lost[stage] for stage in STAGES)) for name, one in tables.items()]
    columns = ("table", "n", "precision", "recall", "f1", *(f"lost by {stage}" for stage in STAGES))
    console().print(table("reports, all columns right", columns, rows, columns[1:]))
    console().print()
    for name, one in tables.items():
        print_reliability(f"confidence of {name}", reliability(one.judged))


def print_resolution(resolution: "Resolution") -> None:
    """Labelled pairs of reports, and the counts and sums over events that were told again and again."""
    columns = ("table", "pairs", "same", "precision", "95%", "recall", "95%", "wrong")
    rows = [(name, one.tp + one.fp + one.fn + one.tn, one.tp + one.fn, f"{one.precision:.1%}", _interval(one.intervals()[0]),
             f"{one.recall:.1%}", _interval(one.intervals()[1]), len(one.wrong)) for name, one in resolution.pairs.items()]  # fmt: skip
    console().print(table("pairs of reports: one event or two?", columns, rows, columns[1:]))
    console().print()
    if resolution.retold is None:
        return
    columns = ("table", "events", "reports", "facts", "split", "merged", "error of count", "error of sum")
    told = [(name, one.events, one.reports, one.facts, one.split, one.merged, f"{one.count_error:+.2%}",
             "" if one.sum_error is None else f"{one.sum_error:+.2%}") for name, one in resolution.retold.items()]  # fmt: skip
    console().print(table("events told 1 to 40 times", columns, told, columns[1:]))


def print_linking(linking: "Linking") -> None:
    """Accuracy over mentions by system, and by kind of case for each."""
    from rie.evaluation.answers import wilson

    columns = ("kind", "mentions", "right", "95%", "wrong merges", "wrong NILs")
    for name, scores in linking.systems.items():
        rows = [(kind, one.n, f"{one.accuracy:.1%}", _interval(wilson(one.right, one.n)), one.wrong_merge, one.wrong_nil)
                for kind, one in sorted(scores.items(), key=lambda item: (item[0] != "all", item[0]))]  # fmt: skip
        console().print(table(f"entity linking, {name}", columns, rows, columns[1:]))
        console().print()


def _interval(bounds: tuple[float, float]) -> str:
    return f"{bounds[0]:.1%} to {bounds[1]:.1%}"


def print_rows(columns: Sequence[str], rows: Sequence[Sequence[Any]], format: str) -> None:
    """Rows of a query as a table, as one array of JSON objects, or as CSV."""
    if format == "json":
        print(to_json([dict(zip(columns, row, strict=True)) for row in rows]))
    elif format == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_digits(cell) if isinstance(cell, Decimal) else cell for cell in row] for row in rows)
    else:
        numbers = [column for place, column in enumerate(columns) if any(isinstance(row[place], int | float | Decimal) for row in rows)]
        console().print(table("", columns, rows, numbers))


def print_answer(answer: "Answer") -> None:
    """An answer for people: the sentence, how the question was understood, the rows, and what they were read from."""
    out = console()
    out.print(escape(answer.answer or f"{answer.status}: {answer.reason or ''}".strip(": ")), style="bold")
    if answer.interpretation:
        out.print(escape(answer.interpretation), style="dim")
    if answer.row_count > 1:
        names = [str(column["name"]) for column in answer.columns]
        out.print(table("", names, ([row.get(name) for name in names] for row in answer.rows), _numbers(answer)))
    for span in answer.evidence[:_QUOTED]:
        out.print(f"  {escape(str(span['doc_id']))}  {escape(str(span['role']))}: “{escape(str(span['quote']))}”", style="dim")
    if answer.evidence_total > _QUOTED:
        out.print(f"  and {answer.evidence_total - min(_QUOTED, len(answer.evidence))} more; --json gives them", style="dim")
    for suggestion in answer.suggestions:
        out.print(f"  Try: {escape(suggestion)}")


def _numbers(answer: "Answer") -> list[str]:
    return [str(column["name"]) for column in answer.columns if column.get("type") in {"decimal", "integer", "number"}]


def print_summary(summary: "Summary") -> None:
    """What an ingest did."""
    out = console()
    counts = f"{summary.new} new, {summary.updated} updated, {summary.unchanged} unchanged, {len(summary.rejected)} rejected"
    out.print(f"Documents: {counts}")
    if summary.facts:
        out.print("Facts: " + ", ".join(f"{count} {name}" for name, count in summary.facts.items()))
    out.print(f"Snapshot {summary.snapshot}" if summary.snapshot is not None else "No snapshot was published.")
    for rejected in summary.rejected[:_LISTED]:
        place = f"{rejected.source}:{rejected.line}" if rejected.line else rejected.source
        out.print(escape(f"  rejected {rejected.id or place} ({rejected.code}): {rejected.reason}"))
    if len(summary.rejected) > _LISTED:
        out.print(f"  and {len(summary.rejected) - _LISTED} more; they are listed in the table rejected_document")


def print_evaluation(evaluation: "Evaluation") -> None:
    """Reports against gold: scores of each fact table, the reliability of their confidence, the most frequent kinds of error."""
    from rie.evaluation.reliability import of_reports

    out = console()
    columns = ["column", "n", "tp", "fp", "fn", "precision", "recall", "f1"]
    for name, scores in evaluation.scores().items():
        gold = scores.rows.tp + scores.rows.fn
        rows = [_score_row("(rows)", scores.rows), *(_score_row(column, counts) for column, counts in scores.columns.items())]
        title = f"{name}: {scores.exact} of {gold} rows exact ({_percent(scores.exact / gold if gold else None)})"
        out.print(table(title, columns, rows, columns[1:]))
        out.print()
    errors = [(kind, count, ", ".join(ids)) for kind, count, ids in evaluation.errors()[:_LISTED]]
    for name, found in of_reports(evaluation).items():
        print_reliability(f"{name}: confidence", found)
    if errors:
        out.print(table("Most frequent errors", ["kind", "count", "in"], errors, ["count"]))
    if evaluation.missing:
        out.print(f"{len(evaluation.missing)} of {evaluation.documents} documents are not in the store, among them {evaluation.missing[0]}")


def _score_row(name: str, counts: "Counts") -> list[Any]:
    score = counts.as_dict()
    return [name, score["n"], score["tp"], score["fp"], score["fn"], *(_percent(score[key]) for key in ("precision", "recall", "f1"))]


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"


def print_comparison(found: "Comparison") -> None:
    """RIE beside RAG: by kind the right answers with their interval, wrong ones, latency; tokens and cost where a model was asked."""
    out = console()
    how = f"answers written by {found.model}" if found.model else "answers extracted, no language model"
    out.print(table(f"RIE, and RAG ({how}), on the same questions", _COMPARED, map(_compared(found), found.kinds), _COMPARED[1:]))


def _compared(found: "Comparison") -> Callable[[str], list[Any]]:
    def row(kind: str) -> list[Any]:
        rie, rag = found.side("rie", kind), found.side("rag", kind)
        return [kind, rie.asked, *_side(rie), *_side(rag), *_cost(rag.cost)]

    return row


def _side(side: "Side") -> list[str]:
    low, high = side.interval
    times = f"{side.latency(0.5):.1f} / {side.latency(0.99):.1f}"
    return [f"{side.accuracy:.1%}", f"{low:.0%}–{high:.0%}", str(side.verdicts["wrong"]), times]


def _cost(cost: "Cost") -> list[str]:
    usd = "unknown" if cost.usd is None else f"{cost.usd:.4f}" if cost.usd else "0"
    return [f"{cost.prompt_tokens + cost.completion_tokens:,}", usd]


def print_release(release: "Release") -> None:
    """How reliable the confidence of relations is; then each model's scores, the differences with their intervals, and the verdict."""
    print_reliability("confidence of relations", release.reliability)
    if release.versus is None:
        return
    rows = [(one.rival, one.measure, _percent(one.new), _percent(one.old), f"{one.gain:+.1%}", f"{one.low:+.1%} to {one.high:+.1%}")
            for one in release.versus.differences]
    columns = ("against", "measure", "new F1", "its F1", "difference", "95%")
    console().print(table(f"new model, on the same {release.versus.texts} texts", columns, rows, columns[2:]))
    print(*release.versus.behind(), *([str(release.usage)] if release.usage else []), release.versus.verdict, sep="\n")


def print_reliability(title: str, found: "Reliability") -> None:
    """Confidence against the share that is right, in bins, and what follows."""
    from rie.evaluation.answers import wilson

    columns = ("confidence", "n", "mean", "right", "95%")
    rows = [(f"{one.low:.2f}–{one.high:.2f}", one.n, _percent(one.confidence), _percent(one.share),
             "–".join(_percent(bound) for bound in wilson(one.right, one.n))) for one in found.bins]
    console().print(table(title, columns, rows, columns[1:]))
    print(f"{found.verdict}\n")


def print_finding(finding: "Finding") -> None:
    """What a sanity check says, and what to do."""
    out = console()
    out.print(f"{finding.verdict:<6} {finding.check}", style={"sound": "green", "look": "yellow", "wrong": "red"}[finding.verdict])
    out.print(f"       {escape(finding.told)}")
    if finding.advice:
        out.print(f"       -> {escape(finding.advice)}")


def print_curve(curve: "Curve") -> None:
    """A learning curve: scores on the dev part by share, then what more examples would bring."""
    from rie.distill.curve import table as rows

    columns = ["share", "examples", *curve.measures]
    console().print(table("Learning curve, scores on the dev part; in brackets: expected", columns, rows(curve), columns))
    for measure in curve.measures:
        print(curve.verdict(measure))


@contextmanager
def progress(what: str) -> Iterator[Callable[[int], None] | None]:
    """A counter on standard error; nothing where that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    shown = (SpinnerColumn(), TextColumn(what), TextColumn("{task.completed:.0f}"), TimeElapsedColumn())
    with Progress(*shown, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done: bar.update(task, completed=done)


def print_pack(pack: "Pack") -> None:
    """A pack for people: labels, then each table with its columns."""
    out = console()
    out.print(f"{pack.name} {pack.version}: {escape(pack.description)}\n")
    out.print(table("Labels", ["label", "what"], ((name, label.description) for name, label in pack.labels.items())))
    for name, spec in pack.tables.items():
        out.print()
        columns = ((column, item.type, item.unit, item.comment) for column, item in spec.columns.items())
        out.print(table(f"{name}: {escape(spec.comment)}", ["column", "type", "unit", "what"], columns))


def print_items(items: Sequence[Mapping[str, Any]], format: str) -> None:
    """Equal mappings as a table or as one array of JSON objects; lists of a table's cells stand with " | " between."""
    columns = list(items[0]) if items and format != "json" else []
    rows = [[" | ".join(map(str, cell)) if isinstance(cell, list) else cell for cell in item.values()] for item in items]
    if format == "json":
        print(to_json(list(items)))
    else:
        print_rows(columns, rows, format)


def print_refreshed(done: "Refreshed") -> None:
    """What a refresh did."""
    out = console()
    out.print(f"Documents: {done.read} read again, {done.unchanged} unchanged, {len(done.failed)} failed")
    if done.rebuilt:
        out.print("The tables were made anew.")
    for doc_id in done.failed[:_LISTED]:
        out.print(escape(f"  could not be read: {doc_id}; the reason stands in the table rejected_document"))
    out.print(f"Snapshot {done.snapshot}" if done.published else "Nothing has changed; no snapshot was published.")


def print_drift(found: "Drift") -> None:
    """What differs between two packs, then what is to be done."""
    out = console()
    if found.changes:
        rows = ((change.place, change.what, change.effect.word) for change in found.changes)
        out.print(table("", ["place", "change", "for a store"], rows))
        out.print()
    if found.stale:
        out.print(f"{found.stale} of {found.documents} documents were read with another model or pack.")
    for step in found.steps:
        out.print(escape(step[0].upper() + step[1:]))
