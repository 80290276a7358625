"""Reports of a store against gold reports: what `rie evaluate` prints (contract, section 7).

Gold and found rows of one table and document are paired so that most cells agree; a pair needs a name or a number in common.
Cells of a pair are right, false or lost; a gold row without partner is lost, a found row without one is false where gold is complete.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rie.evaluation.assignment import best_pairs
from rie.evaluation.cells import Counts, judge, share
from rie.evaluation.gold import Cells, Columns, GoldDocument, SetColumn, columns_of
from rie.pack import Column, Pack

_SURE, _PLAIN = 3.0, 1.0  # what a right name or number, and any other right cell, adds to the score of a pair
Found = Mapping[str, Mapping[str, Sequence[Cells]]]


@dataclass(frozen=True)
class Pair:
    """A gold row and the found row that speaks of the same; one of them is None when it has no partner."""

    doc_id: str
    table: str
    gold: Cells | None
    found: Cells | None
    judged: Mapping[str, Counts]

    @property
    def exact(self) -> bool:
        """Whether every scored cell is right."""
        return self.gold is not None and self.found is not None and all(counts.right for counts in self.judged.values())

    @property
    def kind(self) -> str:
        """`paired`, `lost` (no such report was found) or `false` (no gold row says it)."""
        return "lost" if self.found is None else "false" if self.gold is None else "paired"


@dataclass
class Scores:
    """The scores of one table."""

    rows: Counts = field(default_factory=Counts)
    exact: int = 0
    columns: dict[str, Counts] = field(default_factory=dict)


@dataclass(frozen=True)
class Evaluation:
    """All pairs of a gold file, and what they add up to. `missing` are gold documents that the store does not hold."""

    documents: int
    pairs: tuple[Pair, ...]
    missing: tuple[str, ...] = ()

    def scores(self) -> dict[str, Scores]:
        """Scores by table, tables and columns in the order in which they first come."""
        found: dict[str, Scores] = defaultdict(Scores)
        for pair in self.pairs:
            table = found[pair.table]
            table.rows += {"paired": Counts(tp=1), "lost": Counts(fn=1), "false": Counts(fp=1)}[pair.kind]
            table.exact += pair.exact
            for column, counts in pair.judged.items():
                table.columns[column] = table.columns.get(column, Counts()) + counts
        return dict(found)

    def errors(self) -> list[tuple[str, int, list[str]]]:
        """Kinds of error, the most frequent first: what, how often, up to three documents."""
        seen: dict[str, list[str]] = defaultdict(list)
        for pair in self.pairs:
            for kind in _kinds(pair):
                seen[kind].append(pair.doc_id)
        counts = Counter({kind: len(ids) for kind, ids in seen.items()})
        return [(kind, count, list(dict.fromkeys(seen[kind]))[:3]) for kind, count in counts.most_common()]

    def as_dict(self) -> dict[str, Any]:
        """What `rie evaluate --json` prints."""
        from rie.evaluation.reliability import of_reports

        tables = {}
        for name, scores in self.scores().items():
            rows = scores.rows.as_dict()
            tables[name] = {**rows, "exact": share(scores.exact, rows["n"]),
                            "columns": {column: counts.as_dict() for column, counts in scores.columns.items()},
                            "lost": self._rows(name, "lost"), "false": self._rows(name, "false")}
        for name, found in of_reports(self).items():
            tables[name]["reliability"] = found.as_dict()
        errors = [{"kind": kind, "count": count, "documents": ids} for kind, count, ids in self.errors()]
        return {"documents": self.documents, "missing_documents": list(self.missing), "tables": tables, "errors": errors}

    def _rows(self, table: str, kind: str) -> list[dict[str, Any]]:
        chosen = (pair for pair in self.pairs if (pair.table, pair.kind) == (table, kind))
        return [{"doc_id": pair.doc_id, "row": dict(pair.gold or pair.found or {})} for pair in chosen]


def _kinds(pair: Pair) -> Iterator[str]:
    if pair.kind != "paired":
        yield f"{pair.table}: {pair.kind} row"
        return
    for column, counts in pair.judged.items():
        if not counts.right:
            yield f"{pair.table}.{column}: {'wrong' if counts.fp and counts.fn else 'lost' if counts.fn else 'not in the document'}"


def score(pack: Pack, gold: Iterable[GoldDocument], found: Found, missing: Sequence[str] = ()) -> Evaluation:
    """Score found rows.

    Args:
        found: for each document id and table the rows, cells as `rie.evaluation.found.found_rows` gives them.
        missing: gold documents that were never read; they count as documents in which nothing was found.
    """
    documents = list(gold)
    scored = _scored_columns(documents)
    pairs = [pair for document in documents for pair in _document_pairs(pack, document, found.get(document.doc_id, {}), scored)]
    return Evaluation(len(documents), tuple(pairs), tuple(missing))


def _scored_columns(documents: Sequence[GoldDocument]) -> dict[str, dict[str, None]]:
    """The columns that the gold of each table speaks of: what a false row is judged by."""
    columns: dict[str, dict[str, None]] = defaultdict(dict)
    for document in documents:
        for table, cells in document.rows:
            columns[table] |= dict.fromkeys(cells)
    return columns


def _document_pairs(pack: Pack, document: GoldDocument, found: Mapping[str, Sequence[Cells]], scored: Mapping[str, Any]) -> Iterator[Pair]:
    tables = dict.fromkeys([*(table for table, _ in document.rows), *sorted(document.complete)])
    for table in tables:
        columns = columns_of(pack, table)
        gold = [cells for name, cells in document.rows if name == table]
        rows = list(found.get(table, ()))
        partners = dict(best_pairs([[_fit(columns, cells, row) for row in rows] for cells in gold]))
        for number, cells in enumerate(gold):
            row = rows[partners[number]] if number in partners else None
            yield Pair(document.doc_id, table, cells, row, _judged(columns, cells, cells, row))
        alone = set(range(len(rows))) - set(partners.values()) if table in document.complete else set()
        for row in (rows[number] for number in sorted(alone)):
            yield Pair(document.doc_id, table, None, row, _judged(columns, scored.get(table, {}), None, row))


def _judged(columns: Columns, names: Iterable[str], gold: Cells | None, found: Cells | None) -> dict[str, Counts]:
    return {name: judge(columns[name], (gold or {}).get(name), (found or {}).get(name)) for name in names}


def _fit(columns: Columns, gold: Cells, found: Cells) -> float:
    """How well two rows agree; 0 when no name and no number is the same."""
    total, sure = 0.0, False
    for name, value in gold.items():
        counts = judge(columns[name], value, found.get(name))
        identifying = _identifies(columns[name])
        sure = sure or (identifying and counts.tp > 0)
        total += (_SURE if identifying else _PLAIN) * counts.tp / max(counts.tp + counts.fn, 1)
    return total if sure else 0.0


def _identifies(column: Column | SetColumn) -> bool:
    """Whether a value of the column tells one report from another: names and numbers do, kinds and currencies do not."""
    if isinstance(column, SetColumn) or column.type in {"decimal", "integer"}:
        return True
    return column.type == "text" and not column.values and not (column.source and column.source.take == "currency")
