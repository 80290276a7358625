"""The store behind the page's tests: the sample corpus as a faultless reader would read it, so that no model is in play."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from rie.documents import read
from rie.evaluation.gold_store import gold_extractions, read_seats
from rie.pack import Pack, load_pack
from rie.store import Writer
from rie.types import Document, Evidence, Extraction, Mention, Rejected, Report
from rie.values import Money, Period, find_values

CORPUS = Path(__file__).parents[2] / "sample_corpus"
SUMS = ("amount", "price", "value")


@cache
def pack() -> Pack:
    """The pack of the sample corpus."""
    return load_pack("business")


def build(store: Path) -> None:
    """Write the store; values of the text are mentions, and sums that reports name are evidence."""
    gold = gold_extractions(CORPUS / "documents.jsonl", CORPUS / "gold.jsonl", pack(), read_seats(CORPUS / "facts.jsonl"))
    _write(store, map(_marked, gold))


def build_small(store: Path, documents: int = 25) -> None:
    """Write a store with the first documents of the corpus, from which nothing was read."""
    found = (item for item in read([CORPUS / "documents.jsonl"]) if isinstance(item, Document))
    _write(store, map(Extraction, islice(found, documents)))


def _write(store: Path, extractions: Iterable[Extraction]) -> None:
    with Writer(store, pack()) as writer:
        writer.add(extractions, "gold")
        writer.publish()


def _marked(extraction: Extraction) -> Extraction:
    found = find_values(extraction.document.text, extraction.document.published_at)
    sums = {item.value.amount: item for item in reversed(found) if isinstance(item.value, Money)}
    reports = tuple(_with_sum(report, extraction.document, sums) for report in extraction.reports)
    names = {(span.start, span.end): span for report in reports for span in report.evidence if span.role not in SUMS}
    mentions = [Mention("text", start, end, "COMPANY", span.quote) for (start, end), span in names.items()]
    mentions += [Mention("text", item.start, item.end, item.label, extraction.document.text[item.start : item.end], *_value(item.value))
                 for item in found]
    return replace(extraction, reports=reports, mentions=tuple(sorted(mentions, key=lambda mention: mention.start)))


def _with_sum(report: Report, document: Document, sums: dict[Decimal, Any]) -> Report:
    stated = ((role, sums.get(Decimal(str(report.values[role])))) for role in SUMS if report.values.get(role) is not None)
    evidence = tuple(Evidence(role, "text", item.start, item.end, document.text[item.start : item.end]) for role, item in stated if item)
    return replace(report, evidence=(*report.evidence, *evidence))


def _value(value: Any) -> tuple[str, str | None]:
    if isinstance(value, Money):
        return str(value.amount), value.currency
    return (str(value.start), value.precision) if isinstance(value, Period) else (str(value), "percent")


class Plain:
    """Carries out the service's tasks without a model: documents get into the store, and nothing is read from them."""

    def run(self, task: dict[str, Any], progress: Any) -> dict[str, Any]:
        with Writer(Path(task["store"]), pack()) as writer:
            if task["kind"] == "remove":
                removed = writer.remove(task["documents"])
                return {"snapshot": writer.publish().snapshot, "removed": removed}
            return _ingested(writer, task["paths"], progress)

    def stop(self) -> None:
        """There is nothing to let go of."""

    def abandon(self) -> None:
        """Tasks are short."""


def _ingested(writer: Writer, paths: list[str], progress: Any) -> dict[str, Any]:
    items = list(read(paths))
    rejected = [item for item in items if isinstance(item, Rejected)]
    writer.add(_unread(items, progress), "plain")
    writer.reject(rejected)
    done = writer.publish()
    told = [{"id": item.id, "source": item.source, "line": item.line, "code": item.code, "reason": item.reason} for item in rejected]
    return {"snapshot": done.snapshot, "documents": {"new": done.new, "updated": done.updated, "unchanged": done.unchanged,
            "rejected": len(rejected)}, "rejected": told, "facts": dict(done.facts), "words": 0, "seconds": 0.1}


def _unread(items: list[Document | Rejected], progress: Any) -> Iterator[Extraction]:
    for number, item in enumerate(items, start=1):
        progress(number)
        if isinstance(item, Document):
            yield Extraction(item)
