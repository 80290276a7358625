"""Which component loses a report? Gold in the place of each stage in turn, on annotated texts.

What the report builder makes of gold mentions and gold roles counts as the right report. A report that the whole pipeline does not
make is lost by the first stage whose gold brings it back: the mentions; then the relations; else the candidate pairs, among which some
of its roles are not.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from rie.distill.corpus import ANCHOR, ExampleMaker, Task, task_items
from rie.evaluation.components import Score
from rie.evaluation.reliability import Judged
from rie.pack import Pack
from rie.pipeline.extract import load_model
from rie.pipeline.network.candidates import pairs
from rie.types import Document, Report
from rie.values import fold, strip_legal_form

STAGES: Final = ("mentions", "relations", "pairs")
_DERIVED: Final = {"usd", "entity", "date", "precision"}  # columns that follow from others or from the publication

Key = tuple[Any, ...]


@dataclass
class Attribution:
    """Of one table: the reports that are right, false and lost in all columns, and which stage loses how many.

    `judged` holds the confidence of each found report and whether it is right, `signs` what its confidence was made from.
    """

    score: Score = field(default_factory=Score)
    lost: Counter[str] = field(default_factory=Counter)
    judged: list[Judged] = field(default_factory=list)
    signs: list[list[float]] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {**self.score.as_dict(), "lost_by": {stage: self.lost[stage] for stage in STAGES}}


def attribute(pack: Pack, part: str = "test", *, model: Path | None = None, unlikely: bool = False) -> dict[str, Attribution]:
    """Reports of a pack's annotated texts by table, every one in the table of its event.

    Args:
        part: `train`, `dev` or `test` of all annotation tasks.
        model: another model folder than the pack's own.
        unlikely: with the claims that are left out for their low confidence.
    """
    nlp = load_model(pack, model)
    if unlikely:
        nlp.get_pipe("reports").least = {}
    maker = ExampleMaker(nlp, pack)
    found = {event.table: Attribution() for event in pack.events.values()}
    for name in pack.tasks:
        for task in task_items(pack, name, part):
            _count(pack, task, _read(nlp, pack, maker.example(task), task), found)
    return found


@dataclass(frozen=True)
class _Read:
    """The reports of a text by how far the gold went, and the signs of those without gold by their id."""

    reports: Mapping[str, Sequence[Report]]
    signs: Mapping[str, list[float]]


def _count(pack: Pack, task: Task, read: _Read, found: Mapping[str, Attribution]) -> None:
    events = pack.tasks.get(task["task"]) or [*pack.events]
    tables = {pack.events[event].table for event in events}
    keys = {stage: Counter(report_key(pack, report) for report in reports) for stage, reports in read.reports.items()}
    left = keys["gold"].copy()
    for report in read.reports["all"]:
        if report.table in tables:
            key = report_key(pack, report)
            right = left[key] > 0
            left[key] -= right
            found[report.table].score.tp += right
            found[report.table].score.fp += not right
            found[report.table].judged.append((report.confidence, right))
            found[report.table].signs.append(read.signs[report.id])
    for key, count in left.items():
        if key[0] in tables and count > 0:
            found[key[0]].score.fn += count
            stage = next((stage for stage in STAGES[:-1] if keys[stage][key] > keys["all"][key]), STAGES[-1])
            found[key[0]].lost[stage] += count


def report_key(pack: Pack, report: Report) -> Key:
    """What makes two reports of one document the same: all columns but those that follow from others, names without legal form."""
    columns = pack.tables[report.table].columns
    own = (_plain(report.values.get(name)) for name, column in columns.items() if column.source and column.source.take not in _DERIVED)
    children = (tuple(sorted(repr([_plain(value) for name, value in row.items() if not name.endswith("_id")]) for row in rows))
                for _, rows in sorted(report.children.items()))
    return (report.table, *own, *children)


def _plain(value: Any) -> Any:
    return fold(strip_legal_form(value)) if isinstance(value, str) else value


def _read(nlp: Language, pack: Pack, example: Example, task: Task) -> _Read:
    """The reports of a text: of the whole pipeline, and with gold up to and with each stage."""
    document = Document("text", task["text"], published_at=ANCHOR)
    component: Any = nlp.get_pipe("relations")
    whole = nlp.make_doc(example.reference.text)
    whole.user_data |= {"document": document, "anchor": ANCHOR}
    encoded = nlp.get_pipe("tok2vec")(_marked(example))
    within = {(head, child) for head, child in pairs(encoded, component.scheme).index.tolist()}
    gold = example.reference.user_data["relations"]
    whole = nlp(whole)
    return _Read({"all": whole.user_data["reports"],
                  "mentions": _reports(nlp, component(encoded), document),
                  "relations": _told(nlp, _related(example, [r for r in gold if (r.head, r.child) in within]), document),
                  "gold": _told(nlp, _related(example, gold), document)}, whole.user_data["signs"])


def _marked(example: Example) -> Doc:
    """The text with gold mentions and their values."""
    doc = example.predicted.copy()
    doc.user_data |= {key: value for key, value in example.reference.user_data.items() if isinstance(key, tuple)}
    doc.spans["mentions"] = [Span(doc, span.start, span.end, label=span.label) for span in example.reference.spans["mentions"]]
    return doc


def _related(example: Example, relations: Iterable[Any]) -> Doc:
    doc = _marked(example)
    doc.user_data |= {"relations": list(relations), "weak_relations": []}
    return doc


def _told(nlp: Language, doc: Doc, document: Document) -> Sequence[Report]:
    """The reports of gold roles: none of them is unlikely."""
    component: Any = nlp.get_pipe("reports")
    least, component.least = component.least, {}
    try:
        return _reports(nlp, doc, document)
    finally:
        component.least = least


def _reports(nlp: Language, doc: Doc, document: Document) -> Sequence[Report]:
    doc.user_data |= {"document": document, "anchor": ANCHOR}
    for name in ("linker", "reports"):
        doc = nlp.get_pipe(name)(doc)
    reports: Sequence[Report] = doc.user_data["reports"]
    return reports
