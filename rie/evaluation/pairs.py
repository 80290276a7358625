"""Are two reports of one event? Pairs that a reader has labelled, against what resolution makes of them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, Literal

from rie.errors import UsageError
from rie.evaluation.answers import wilson
from rie.evaluation.components import Score
from rie.evaluation.told import told
from rie.pack import Pack
from rie.store import Reader, Writer
from rie.store.ddl import fact_id_column
from rie.types import Extraction
from rie.values import fold

ALL: Final = "all"
FILE: Final = Path("annotations") / "resolution" / "pairs.jsonl"
_OPENING: Final = 3  # letters: names that begin differently are never compared with each other
_APART: Final = ("published_at", "beside")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports of two documents, whether they are of one event, and why.

    `a` and `b` hold cells of the table's columns, `published_at` of the document, and `beside`: what it reports of the same table besides.
    """

    id: str
    table: str
    a: Mapping[str, Any]
    b: Mapping[str, Any]
    same: bool
    why: str
    part: Literal["dev", "test"]


@dataclass
class PairScore(Score):
    """Pairs by label and decision. `wrong` holds those that are decided otherwise than labelled."""

    tn: int = 0
    wrong: list[Pair] = field(default_factory=list)

    def add(self, pair: Pair, found: bool) -> None:
        """Count a pair that was found to be one event, or two."""
        name = ("tp" if found else "fn") if pair.same else ("fp" if found else "tn")
        setattr(self, name, getattr(self, name) + 1)
        if found != pair.same:
            self.wrong.append(pair)

    def intervals(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """The 95% intervals of precision and recall (Wilson 1927)."""
        return wilson(self.tp, self.tp + self.fp), wilson(self.tp, self.tp + self.fn)

    def as_dict(self) -> dict[str, Any]:
        """Counts, rates with their intervals, and the wrong pairs, ready for JSON."""
        precision, recall = self.intervals()
        return {"n": self.tp + self.fp + self.fn + self.tn, "tp": self.tp, "fp": self.fp, "fn": self.fn, "tn": self.tn,
                "precision": round(self.precision, 4), "precision_interval": [round(bound, 4) for bound in precision],
                "recall": round(self.recall, 4), "recall_interval": [round(bound, 4) for bound in recall],
                "wrong": [{"id": pair.id, "same": pair.same, "why": pair.why} for pair in self.wrong]}  # fmt: skip


def read_pairs(pack: Pack, part: str) -> list[Pair]:
    """The labelled pairs of a part, `dev` or `test`.

    Raises:
        UsageError: the pack has none, or a line is no pair; names the line.
    """
    file = pack.folder / FILE
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError:
        raise UsageError(f"the pack {pack.name!r} has no labelled pairs of reports: write them to {FILE}") from None
    pairs = [_pair(line, f"{file}, line {number}") for number, line in enumerate(lines, 1) if line.strip()]
    return [pair for pair in pairs if pair.part == part]


def _pair(line: str, where: str) -> Pair:
    try:
        item = json.loads(line)
        if not isinstance(item["same"], bool) or item["part"] not in {"dev", "test"}:
            raise ValueError('same must be true or false, part "dev" or "test"')
        return Pair(*(item[name] for name in Pair.__slots__))
    except (ValueError, KeyError, TypeError) as error:
        problem = f"no {error}" if isinstance(error, KeyError) else str(error)
        raise UsageError(f"{where}: not a labelled pair ({problem})") from None


def score_pairs(pairs: Iterable[Pair], pack: Pack) -> dict[str, PairScore]:
    """Resolve the two reports of each pair, and compare with the labels; by table, and over `all`.

    Pairs whose names could be taken for each other are resolved apart.

    Raises:
        UsageError: cells of a pair do not fit the pack.
    """
    scores: dict[str, PairScore] = {ALL: PairScore()}
    for batch in _batches(list(pairs), pack):
        found = _one_event(batch, pack)
        for pair in batch:
            for name in (pair.table, ALL):
                scores.setdefault(name, PairScore()).add(pair, pair.id in found)
    return scores


def _documents(pair: Pair, pack: Pack) -> tuple[Extraction, Extraction]:
    try:
        return _document(pair, "a", pack), _document(pair, "b", pack)
    except (ValueError, ArithmeticError, TypeError) as error:
        raise UsageError(f"{FILE}, pair {pair.id}: {error}") from None


def _document(pair: Pair, side: Literal["a", "b"], pack: Pack) -> Extraction:
    cells = pair.a if side == "a" else pair.b
    rows = [{name: cell for name, cell in cells.items() if name not in _APART}, *cells.get("beside", ())]
    return told(f"{pair.id}-{side}", cells.get("published_at"), [(pair.table, row) for row in rows], pack)


def _batches(pairs: list[Pair], pack: Pack) -> Iterator[list[Pair]]:
    """Groups of pairs in which no two have names that begin, or end, alike."""
    batches: list[tuple[set[str], list[Pair]]] = []
    for pair in pairs:
        keys = set(_keys(pair, pack))
        batch = next((batch for batch in batches if not batch[0] & keys), None)
        if batch is None:
            batches.append(batch := (set(), []))
        batch[0].update(keys)
        batch[1].append(pair)
    yield from (pairs for _, pairs in batches)


def _keys(pair: Pair, pack: Pack) -> Iterator[str]:
    for document in _documents(pair, pack):
        for entity in document.entities:
            words = fold(entity.name).split()
            yield f"{entity.kind}:{words[-1]}" if entity.kind != pack.entity_table else f"{entity.kind}:{words[0][:_OPENING]}"


def _one_event(pairs: list[Pair], pack: Pack) -> set[str]:
    """The ids of the pairs whose first reports of both documents became one fact."""
    with TemporaryDirectory() as folder:
        with Writer(Path(folder), pack) as writer:
            writer.add((document for pair in pairs for document in _documents(pair, pack)), "pairs")
            writer.publish()
        with Reader(Path(folder)) as reader:
            facts = {id_: fact for table in {pair.table for pair in pairs} for id_, fact in reader.query(
                f'SELECT report_id, "{fact_id_column(pack, table)}" FROM "{table}_report"', max_rows=10 * len(pairs)).rows}  # fmt: skip
    return {pair.id for pair in pairs if facts[f"{pair.id}-a-0"] == facts[f"{pair.id}-b-0"]}
